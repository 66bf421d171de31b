"""What `/composants/` shows of lists: facets, active filters, orders, numbered pages."""

from types import SimpleNamespace as Objet

from core.facet_form import ActiveFilter, FacetGroup, FacetValue, Loosening


def valeur(label, count, value, *, selected=False, stored=None):
    """Return one value of a facet."""
    return FacetValue(value, stored, label, count, selected)


def facette(param, label, values, *, multiple=True, help_text="", browse=""):
    """Return a facet with its values."""
    return FacetGroup(param, label, multiple, help_text, values, browse)


ACTIFS = [
    ActiveFilter("Niveau d’accès", "Bac + 2", "Bac + 2", "#filtres"),
    ActiveFilter("Niveau d’accès", "Bac + 5", "Bac + 5", "#filtres"),
    ActiveFilter("Pays", "Belgique", "Belgique", "#filtres"),
]
FACETTES = [
    facette(
        "niveau",
        "Niveau d’accès",
        [
            valeur("Bac", 2, "bac", stored=4),
            valeur("Bac + 2", 4, "bac-2", stored=5, selected=True),
            valeur("Bac + 5", 16, "bac-5", stored=7, selected=True),
            valeur("Bac + 8", 0, "bac-8", stored=8),
        ],
        help_text="Le diplôme qu’il faut au moins.",
    ),
    facette(
        "pays",
        "Pays",
        [valeur("France", 14, "FR"), valeur("Belgique", 1, "BE", selected=True)],
        multiple=False,
    ),
    facette(
        "domaine",
        "Domaine",
        [valeur(f"Domaine {number}", 14 - number, f"d{number}") for number in range(1, 15)],
        browse="metiers:parcourir",
    ),
]

FILTRES = {
    "facettes": Objet(groups=FACETTES, active=ACTIFS, clear_url="#filtres"),
    "facettes_sans_rien": Objet(
        active=ACTIFS,
        clear_url="#vide",
        loosened=[Loosening("menuisier", "#vide", 5), Loosening("Pays", "#vide", 2)],
        words="menuisier",
        whole_url="#vide",
        found_count=3,
    ),
    "ordre": Objet(key="nom", default="nom"),
    "ignores": [Objet(label="Niveau d’accès", value="bac-12"), Objet(label="Pays", value="Atlantide")],
    "tris": [
        Objet(label="pertinence", url="#tri", selected=True),
        Objet(label="nom", url="#tri", selected=False),
        Objet(label="salaire débutant", url="#tri", selected=False),
    ],
    "rayons": [
        Objet(
            label="Santé",
            url="#rayons",
            count=1200,
            children=[Objet(label="Soins", url="#rayons", count=12, children=())],
        ),
        Objet(label="Spectacle", url="#rayons", count=3, children=()),
    ],
    "lettres": [
        Objet(label="A", code="a", url="#rayons", count=12),
        Objet(label="B", code="b", url="#rayons", count=7),
        Objet(label="C", code="c", url="#rayons", count=0),
    ],
    "pagination": Objet(
        precedente_url="#pagination",
        suivante_url="#pagination",
        pages=[
            Objet(numero=1, url="#pagination", courante=False),
            Objet(numero=2, url="#pagination", courante=True),
            Objet(numero=3, url="#pagination", courante=False),
            Objet(numero=None),
            Objet(numero=9, url="#pagination", courante=False),
        ],
    ),
}
