"""The ways through all the métiers: field, letter, level, interest, profile."""

from django.db.models import F
from django.db.models.functions import Substr

from core.browse_page import Browsed
from core.browsing import Letters, Vocabulary, Words
from core.models import Domaine
from core.niveaux import Niveau
from metiers.models import CentreInteret

ROUTE = "metiers:rayon"
# Holland's six types, in the order of his hexagon.
RIASEC = ["Réaliste", "Investigateur", "Artistique", "Social", "Entreprenant", "Conventionnel"]


def level_choices():
    return [(niveau.slug, niveau.value, niveau.label) for niveau in Niveau]


def riasec_choices():
    return [(label.lower().replace("é", "e"), label[0], label) for label in RIASEC]


METIERS = Browsed(
    titre="Métiers",
    un="métier",
    liste="metiers:liste",
    parcourir="metiers:parcourir",
    axes=[
        Vocabulary("domaine", "Domaine", ROUTE, "domaine", model=Domaine, relation="domaines"),
        Letters("lettre", "Lettre", ROUTE, narrow=True, before="lettre "),
        Words(
            "niveau",
            "Niveau d’accès minimum",
            ROUTE,
            "niveau",
            help_text="Sans niveau donné par ses sources, un métier n’est dans aucun.",
            narrow=True,
            before="niveau d’accès ",
            value=F("niveau_acces"),
            choices=level_choices,
        ),
        Vocabulary(
            "interet",
            "Centre d’intérêt",
            ROUTE,
            "interet",
            model=CentreInteret,
            relation="centres_interet",
        ),
        Words(
            "riasec",
            "Profil RIASEC",
            ROUTE,
            help_text="Les six types de la typologie de Holland, par la première lettre du profil. Le ROME "
            "seul le donne.",
            narrow=True,
            before="profil ",
            value=Substr("riasec", 1, 1),
            choices=riasec_choices,
        ),
    ],
)
