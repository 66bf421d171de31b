"""Sample data of `/composants/` for what shows content: formations, steps, resources, drafts."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace as Objet


@dataclass(frozen=True)
class Page:
    """A page of the guide as the components see one: its name, its address, whether visitors see it."""

    nom: str
    is_published: bool = True
    get_absolute_url: str = "#contenu"
    langue: str = ""

    def __str__(self):
        return self.nom


def plusieurs(*rows):
    """Return rows behind `all`, as a related manager has them."""
    return Objet(all=list(rows))


SOURCE = Objet(
    titre="Guide d’exemple", libelle_court="Guide", get_absolute_url="#source", date_lisible="janvier 2025"
)
RESSOURCE = Objet(
    nom="Linux Foundation",
    description="Cours en ligne, certains gratuits.",
    url="https://example.org/cours",
    langue="en",
    a_verifier=False,
    lieux=plusieurs("Bruxelles", "Liège"),
)
RESSOURCE_DOUTEUSE = Objet(
    nom="Rencontres du cloud", description="", url="", langue="", a_verifier=True, lieux=plusieurs()
)
ETAPE = Objet(
    objectif="Acquérir les bases.",
    texte="Commencer par le **réseau**, puis le système.",
    source=SOURCE,
    competences=plusieurs(Page("réseaux"), Page("scripting", langue="en")),
    formations=plusieurs(Page("BUT Informatique"), Page("Formation non publiée", is_published=False)),
    certifications=plusieurs(Page("CCNA")),
    ressources=plusieurs(RESSOURCE, RESSOURCE_DOUTEUSE),
)


def formation(nom, **others):
    """Return a formation of a list; `others` replaces what is usual."""
    usual = {
        "get_absolute_url": "#ligne-formation",
        "niveau": 5,
        "niveau_label": "Bac + 2",
        "get_type_display": "BTS",
        "pays": "FR",
        "get_pays_display": "France",
        "en_vigueur": True,
        "remplacee_par": None,
        "etablissements": plusieurs(),
        "source": SOURCE,
    }
    return Objet(nom=nom, **(usual | others))


def choix(slug, nom, *, chosen=False, full=False):
    """Return a métier that may be put aside, that is, or that comes too late."""
    url = "" if full else "/composants/"
    return Objet(slug=slug, nom=nom, chosen=chosen, url=url, page_url="#selection", compare_url="#selection")


def stage(niveau, label, duree, *noms, optional=False, precision="", reste=0):
    """Return a stage on the way to a métier, by the names of its formations."""
    return Objet(
        label=label,
        duree=duree,
        precision=precision,
        stage=Objet(niveau=niveau, optional=optional),
        formations=[Objet(nom=nom, url="#voie") for nom in noms],
        reste=reste,
    )


def voie(depart, resume, pistes=(), **others):
    """Return the way to a métier from a level; `others` adds to what is usual."""
    usual = {"metier": Objet(get_absolute_url="#voie"), "autres": [], "experience": "", "sources": [SOURCE]}
    return Objet(depart=depart, resume=resume, pistes=pistes, **(usual | others))


def trouve(titre, **others):
    """Return a page that a search found; `others` adds to what is usual."""
    usual = {"trouve": "", "resume": (), "extrait": (), "note": "", "niveau_label": "", "is_minor": False}
    return Objet(titre=titre, url="#actions", **(usual | others))


VOIE = voie(
    "Depuis le bac",
    "+ 2\u00a0ans d’études",
    [
        Objet(
            pays="",
            portes=[],
            etapes=[
                stage(5, "Bac + 2", "en 2\u00a0ans", "BTS SIO", "BTS CIEL"),
                stage(6, "Bac + 3", "en 3\u00a0ans", "Licence pro", optional=True, reste=2),
                stage(7, "Bac + 5", "en 6\u00a0ans", "Mastère", optional=True, precision="(bac + 6)"),
            ],
        )
    ],
    autres=[
        Objet(nom="VAE", url="#voie", ancienne=False),
        Objet(nom="BEP bureautique", url="#voie", ancienne=True),
    ],
    experience="une expérience solide peut remplacer le diplôme",
)
VOIE_OUVERTE = voie(
    "Depuis le bac",
    "accessible maintenant",
    [
        Objet(pays="France", portes=[Objet(nom="Bac pro CIEL", url="#voie")], etapes=[]),
        Objet(pays="Belgique", portes=[], etapes=[stage(6, "Bachelier", "en 3\u00a0ans")]),
    ],
)
VOIE_INCONNUE = voie("Depuis le bac", "Nos sources ne disent pas quel niveau il faut", sources=[])

SUCCESSEUR = formation("BTS Services informatiques aux organisations", is_published=True)

CONTENU = {
    "brouillon": Page("Fiche en cours", is_published=False),
    "pages": [Page("BUT Informatique"), Page("Formation non publiée", is_published=False)],
    "etape": ETAPE,
    "formations": [
        formation(
            "BTS Services informatiques aux organisations", etablissements=plusieurs("lycée d’exemple")
        ),
        formation("BTS Informatique de gestion", en_vigueur=False, remplacee_par=SUCCESSEUR),
        formation(
            "Bachelier en informatique",
            niveau=6,
            niveau_label="Bachelier",
            get_type_display="bachelier",
            pays="BE",
            get_pays_display="Belgique",
        ),
    ],
    "metiers_vises": [
        Objet(nom=nom, get_absolute_url="#ligne-formation")
        for nom in ("technicien cloud", "administrateur systèmes", "technicien support", "architecte cloud")
    ],
    "choix_ajouter": choix("ingenieur-exemple", "ingénieur d’exemple"),
    "choix_retirer": choix("architecte-exemple", "architecte d’exemple", chosen=True),
    "choix_complet": choix("technicien-exemple", "technicien d’exemple", full=True),
    "choix_page": choix("page-exemple", "métier d’exemple"),
    "selection_exemple": Objet(
        is_shown=True,
        picks=[
            choix("premier-exemple", "architecte d’exemple", chosen=True),
            choix("second-exemple", "technicien de maintenance informatique", chosen=True),
        ],
        compare_url="#selection",
        clear_url="/composants/",
    ),
    "voies": [VOIE, VOIE_OUVERTE, VOIE_INCONNUE],
    "trouves": [
        trouve(
            "ingénieur cloud / ingénieure cloud",
            trouve="cheffe de projet virtualisation",
            resume=(("Fait passer une entreprise vers le ", False), ("cloud", True), (".", False)),
            niveau=7,
            niveau_label="Bac + 5",
        ),
        trouve(
            "DUT informatique",
            note="Ancien diplôme, remplacé par : BUT Informatique",
            extrait=(("… prépare à l’", False), ("administration", True), (" des réseaux …", False)),
        ),
        trouve("directeur technique / directrice technique", is_minor=True),
    ],
    "page_verifiee": Objet(verifie_le=date(2026, 7, 3), modifie_le=date(2026, 7, 4)),
}
