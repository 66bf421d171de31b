"""The imports that fill métiers, as the commands and the administration offer them."""

from operator import attrgetter

from core.importing.records import Kind, Link, Table
from core.models import Domaine, Publication, Source
from core.readers.editions import edition_of
from formations.opendata.kinds import ONISEP
from metiers.models import (
    Appellation,
    CentreInteret,
    CodeRome,
    FamilleProfessionnelle,
    FormationMetier,
    Metier,
    Relation,
    Salaire,
    SecteurActivite,
    StatutPossible,
)
from metiers.opendata import dares, onisep, onisep_liste
from metiers.opendata.joining import Candidates, by_branch, by_label
from metiers.opendata.kind_rome import ROME

# The two files of ONISEP both give them; the ROME gives codes of another version.
CODES = Link("codes_rome", "codes ROME", newest=True)
FICHES = Table(
    Metier,
    "métiers",
    key_field="onisep_id",
    slug=lambda record: record.fields["nom_masculin"],
    defaults={"etat": Publication.Etat.PUBLIE, "pays": "FR"},
    vacant={"ampleur": (Metier.Ampleur.MENTION,), "tous_secteurs": (False,)},
    find=Candidates,
    links=(
        Link("appellations", "appellations", Appellation, "metier", identity=("masculin",)),
        Link("statuts", "statuts", StatutPossible, "metier", identity=("statut",)),
        CODES,
        Link("domaines", "domaines"),
        Link("centres_interet", "centres d’intérêt"),
        Link("secteurs", "secteurs d’activité"),
        Link(
            "proches",
            "métiers proches",
            Relation,
            "depuis",
            "vers",
            fixed={"type": Relation.Type.PROCHE},
            mirror=True,
        ),
        Link(
            "salaires",
            "salaires",
            Salaire,
            "metier",
            # The same amount from another document of ONISEP is the same statement.
            identity=("niveau_min", "niveau_max", "montant_min", "montant_max", "periode"),
        ),
        Link("formations", "formations", FormationMetier, "metier", "formation"),
    ),
)

ONISEP_METIERS = Kind(
    name="onisep-metiers",
    title="ONISEP, Idéo-Fiches métiers",
    source=ONISEP
    | {
        "slug": "onisep-ideo-fiches-metiers",
        "titre": "ONISEP, Idéo-Fiches métiers",
        "libelle_court": "ONISEP, Idéo-Fiches",
    },
    tables=(
        Table(CentreInteret, "centres d’intérêt", slug=attrgetter("label"), find=by_label(CentreInteret)),
        Table(
            SecteurActivite,
            "secteurs d’activité",
            slug=attrgetter("label"),
            find=by_label(SecteurActivite),
        ),
        Table(CodeRome, "codes ROME", key_field="code"),
        FICHES,
    ),
    read=onisep.read,
    edition=edition_of,
    file_help="XML, seul ou dans un zip",
)

LISTE = Table(
    Metier,
    "métiers",
    key_field="onisep_id",
    slug=lambda record: record.fields["nom_masculin"],
    # A name and its codes: whatever describes the métier makes a page of it.
    defaults={"etat": Publication.Etat.PUBLIE, "pays": "FR", "ampleur": Metier.Ampleur.MENTION},
    find=Candidates,
    links=(CODES, Link("domaines", "domaines")),
)
ONISEP_LISTE_METIERS = Kind(
    name="onisep-liste-metiers",
    title="ONISEP, Idéo-Métiers",
    source=ONISEP
    | {
        "slug": "onisep-ideo-metiers",
        "titre": "ONISEP, Idéo-Métiers",
        "libelle_court": "ONISEP, Idéo-Métiers",
    },
    tables=(
        Table(CodeRome, "codes ROME", key_field="code"),
        Table(Domaine, "domaines", slug=attrgetter("label"), find=by_branch),
        LISTE,
    ),
    read=onisep_liste.read,
    edition=edition_of,
    file_help="la liste des métiers : CSV, JSON ou XML, édition de 2022 ou d’après",
)

SALAIRES_DARES = Kind(
    name="salaires-dares",
    title="Dares, salaires médians par famille professionnelle",
    source={
        "slug": "dares-salaires-medians",
        "titre": "Dares, Portraits statistiques des métiers : salaires médians par famille professionnelle",
        "libelle_court": "Dares",
        "editeur": "Dares, ministère du Travail",
        "type_editeur": Source.TypeEditeur.SERVICE_PUBLIC,
        "url": "https://dares.travail-emploi.gouv.fr/",
        "licence": "non précisée avec ces fichiers",
        "remarque": "Enquête Emploi de l’Insee : salaire mensuel net médian des salariés à temps complet, "
        "hors apprentis et stagiaires. Le dépôt public de la Dares ne dit pas la licence de ces données.",
    },
    tables=(
        Table(
            FamilleProfessionnelle,
            "familles professionnelles",
            key_field="code",
            links=(Link("codes_rome", "codes ROME"),),
        ),
    ),
    read=dares.read,
    # The files bear no date of their own: each median says the years it was measured in.
    edition=lambda published: None,
    file_help="le dossier de la Dares, ou son zip : médianes, passage vers le ROME, dictionnaire",
)

KINDS = [ONISEP_METIERS, ONISEP_LISTE_METIERS, ROME, SALAIRES_DARES]
