"""The ways through all the formations: field of studies, letter, level, type of diploma."""

from django.db.models import F

from core.browse_page import Browsed
from core.browsing import Letters, Vocabulary, Words
from core.choices import words_of
from core.niveaux import niveau_choices
from formations.models import DomaineEtudes, Formation

ROUTE = "formations:rayon"
FORMATIONS = Browsed(
    titre="Formations",
    un="formation",
    liste="formations:liste",
    parcourir="formations:parcourir",
    feminin=True,
    axes=[
        Vocabulary("domaine", "Domaine d’études", ROUTE, "domaine", model=DomaineEtudes, relation="domaines"),
        Letters("lettre", "Lettre", ROUTE, narrow=True, before="lettre "),
        Words(
            "niveau",
            "Niveau",
            ROUTE,
            "niveau",
            narrow=True,
            before="niveau ",
            value=F("niveau"),
            choices=niveau_choices,
        ),
        Words(
            "type",
            "Type de diplôme",
            ROUTE,
            "type",
            value=F("type"),
            choices=lambda: words_of(Formation.Type),
        ),
    ],
)
