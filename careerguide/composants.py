"""What `/composants/` shows: each component in each of its states, on sample data.

`EXEMPLES` is the context of `pages/composants.html`. The samples have the shapes that the contracts of
the components ask for; their figures are illustrations, which is why the page exists in debug only.
"""

from datetime import date, time
from decimal import Decimal
from types import SimpleNamespace as Objet

from careerguide.composants_contenu import CONTENU
from careerguide.composants_filtres import FILTRES
from core.niveaux import Niveau
from metiers.bandes import strip
from metiers.salaires import Badge, Equivalent, Unit

NIVEAUX = [niveau for niveau in Niveau if niveau != Niveau.AUCUN]


def paie(bas, haut, badge, unit=Unit.BRUT_AN):
    """Return an amount in a unit, reached as its badge says; open upwards without `haut`."""
    return Equivalent(Decimal(bas), haut and Decimal(haut), badge, unit=unit)


def marches(choisie=None):
    """Return the six bars of the ladder with sample counts, one of them chosen or none."""
    return [
        Objet(
            niveau=niveau.value,
            label=niveau.label,
            sous_label=f"niveau {niveau.value}",
            count=count,
            url="#echelle",
            selected=niveau == choisie,
        )
        for niveau, count in zip(NIVEAUX, (1, 2, 4, 7, 16, 1234), strict=True)
    ]


def unites(choisie):
    """Return the choice of units, one of them chosen."""
    return [Objet(label=unit.label, url="#unites", selected=unit is choisie) for unit in Unit]


SOURCE = Objet(
    titre="Fiche métier d’exemple",
    libelle_court="ONISEP",
    get_absolute_url="#source",
    date_lisible="non daté",
    editeur="ONISEP",
    url="https://example.org/fiche",
    consulte_le=date(2026, 1, 15),
    licence="",
)
ETUDE = Objet(
    titre="Étude d’exemple sur les salaires",
    libelle_court="Étude",
    get_absolute_url="#source",
    date_lisible="2024",
    editeur="",
    url="",
    consulte_le=None,
    licence="ouverte 2.0",
)

BANDES = strip(
    "Salaires de l’exemple, brut par an",
    [
        ("Début, première source", paie(36_960, None, Badge.CONVERTI), "France", ""),
        ("Début, seconde source", paie(34_000, 41_000, Badge.UNITE_SUPPOSEE), "France", ""),
        ("Confirmé", paie(45_000, 57_600, Badge.RELEVE), "Belgique", ""),
        ("Expert, net converti", paie(70_000, None, Badge.ESTIME), "France", ""),
        ("Un seul montant", paie(30_000, 30_000, Badge.RELEVE), "France", ""),
        ("Deux montants proches", paie(30_000, 30_500, Badge.RELEVE), "France", ""),
        (
            "Début, source ancienne",
            paie(20_769, 24_615, Badge.ESTIME),
            "France",
            "",
            "commence sous le SMIC",
        ),
        ("Direction", None, "France", ""),
    ],
    Decimal(22_404),
    "SMIC 22\u202f404\u00a0€",
)
BANDES_NET = strip(
    "Salaires de l’exemple, net par mois",
    [
        ("débutant · ONISEP", paie(2_402, None, Badge.ESTIME, Unit.NET_MOIS), "France", ""),
        ("confirmé · Étude", paie(2_000, 2_600, Badge.RELEVE, Unit.NET_MOIS), "France", ""),
    ],
    Decimal(1_456),
    "SMIC ≈\u00a01\u202f456\u00a0€",
    Unit.NET_MOIS,
)
BANDES_CARTE = strip(
    "Salaire de début des deux métiers, brut par an",
    [
        ("technicien", paie(23_000, 27_000, Badge.RELEVE), "France", ""),
        ("ingénieur", paie(36_960, None, Badge.CONVERTI), "France", ""),
    ],
    Decimal(22_404),
)

METIER = Objet(
    nom_complet="Ingénieur / Ingénieure cloud computing",
    accroche="Choisit, installe et sécurise les services où une entreprise héberge ses données.",
    get_absolute_url="#carte-metier",
)
METIER_COURT = Objet(
    nom_complet="Architecte cloud", accroche="", get_absolute_url="#carte-metier", marque="fiche ROME"
)

EXEMPLES = (
    CONTENU
    | FILTRES
    | {
        "confusion": Objet(
            relation=Objet(
                question="Technicien ou ingénieur cloud ?",
                comparison_url="#carte",
                critere="L’un fait fonctionner, l’autre choisit et pilote.",
                source=SOURCE,
            ),
            bandes=BANDES_CARTE,
        ),
        "fil_etapes": [("Métiers", "#fil"), ("Informatique", "#fil"), ("Ingénieur cloud computing", "")],
        "marches": marches(),
        "marches_choisie": marches(Niveau.BAC_2),
        "niveaux": [Objet(niveau=n.value, label=n.label) for n in Niveau],
        "badges": [badge.code for badge in Badge],
        "source": SOURCE,
        "etude": ETUDE,
        "bandes": BANDES,
        "bandes_net": BANDES_NET,
        "bandes_carte": BANDES_CARTE,
        "creneaux": [
            Objet(debut=time(8, 30), fin=time(10), activite="Veille, point d’équipe", source=SOURCE),
            Objet(debut=time(10), fin=None, activite="Atelier d’architecture", source=None),
            Objet(debut=time(13, 30), fin=None, activite="Code, relecture", source=None),
            Objet(debut=time(16), fin=time(17, 30), activite="Coûts, documentation", source=None),
        ],
        "metier": METIER,
        "metier_court": METIER_COURT,
        "salaire": Objet(texte="dès 36\u202f960\u00a0€ brut par an", badge="converti", source=SOURCE),
        "unites": unites(Unit.BRUT_AN),
        "unites_refusees": unites(Unit.NET_MOIS),
        "sections": [
            ("missions", "Missions"),
            ("salaire", "Salaire"),
            ("acces", "Accès au métier"),
            ("sources", "Sources"),
        ],
        "actions": [
            Objet(label="Différences seulement", url="#actions", icone="comparer", principale=True),
            Objet(label="Signaler une erreur", url="#actions", icone="signaler", principale=False),
        ],
        "etapes": [
            Objet(titre="Fondamentaux", duree="2 à 3 mois", texte="réseaux, Linux, scripts", url="", poids=1),
            Objet(
                titre="Spécialisation",
                duree="3 à 6 mois",
                texte="",
                url="#etapes",
                poids=2,
                pistes=[("libre", "#etapes"), ("hébergé", "")],
            ),
            Objet(titre="Expertise", duree="6 à 12 mois", texte="sécurité, données", url="", poids=4),
        ],
        "faits": [
            Objet(label="Niveau d’accès minimum", texte="Bac + 5", niveau=7),
            Objet(label="Durée des études", texte="5 à 6 ans après le bac", source=SOURCE),
            Objet(label="Salaire débutant", texte="dès 36\u202f960\u00a0€ brut par an", badge="converti"),
            Objet(label="Statuts", texte="salarié"),
            Objet(label="Conditions", texte=""),
            Objet(label="Perspectives", texte="très recherché", precision="en 2024", source=ETUDE),
        ],
        "questions": [
            Objet(question="Faut-il savoir coder ?", reponse="Oui, des scripts surtout.", source=SOURCE),
            Objet(
                question="Peut-on travailler à distance ?", reponse="Souvent, selon l’employeur.", source=None
            ),
        ],
        "exemples": [
            ("ingénieure cloud", "#recherche"),
            ("BTS SIO", "#recherche"),
            ("Kubernetes", "#recherche"),
        ],
        "sources": [SOURCE, ETUDE],
        "reprises": [ETUDE],
        "tableau": {
            "colonnes": ["Niveau", "Ce que dit la source", "Brut par an", "Remarque"],
            "lignes": [
                ["Débutant", "à partir de 3\u202f080\u00a0€ brut par mois", "dès 36\u202f960\u00a0€", ""],
                [
                    "Senior",
                    "plus de 55\u202f000\u00a0€ par an",
                    "dès 55\u202f000\u00a0€",
                    "brut ou net non précisé",
                ],
            ],
        },
        "icones": [
            "chercher",
            "menu",
            "imprimer",
            "comparer",
            "lien",
            "fermer",
            "plus",
            "fleche",
            "retour",
            "bas",
            "alerte",
            "info",
            "horloge",
            "lieu",
            "diplome",
            "metier",
            "certification",
            "parcours",
            "livre",
            "externe",
            "telecharger",
            "filtrer",
            "verifier",
            "brouillon",
            "signaler",
            "coche",
        ],
    }
)
