"""The import of the ROME: which of our models take it, and what in a fiche it never contests."""

from operator import attrgetter

from core.importing.records import Kind, Link, Table
from core.models import Domaine, Publication, Source
from core.text import fold
from formations.models import Competence
from metiers.models import (
    SOURCE_ROME,
    Appellation,
    CentreInteret,
    CodeRome,
    CompetenceRequise,
    Metier,
    Relation,
    SecteurActivite,
)
from metiers.opendata import rome
from metiers.opendata.joining import RomeCandidates, by_branch, by_label

OPEN_LICENCE = "Licence Ouverte (Etalab)"
SOURCE = {
    "slug": SOURCE_ROME,
    "titre": "France Travail, ROME 4.0 : Répertoire opérationnel des métiers et des emplois",
    "libelle_court": "France Travail, ROME",
    "editeur": "France Travail",
    "type_editeur": Source.TypeEditeur.SERVICE_PUBLIC,
    "url": "https://www.data.gouv.fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome/",
    "licence": OPEN_LICENCE,
    "remarque": "Repris sous Licence Ouverte : qui s’en sert cite France Travail, le ROME et sa date.",
}


def mobility(name, label, kind, mirror=False):
    """Return the `Link` of the ways of one type between métiers."""
    return Link(name, label, Relation, "depuis", "vers", fixed={"type": kind}, mirror=mirror)


METIERS = Table(
    Metier,
    "métiers",
    slug=lambda record: record.fields["nom_masculin"],
    defaults={"etat": Publication.Etat.PUBLIE, "pays": "FR"},
    vacant={"ampleur": (Metier.Ampleur.MENTION,)},
    fills=(
        "nom_masculin",
        "nom_feminin",
        "ampleur",
        "accroche",
        "presentation",
        "acces",
        "conditions",
        "riasec",
    ),
    find=RomeCandidates,
    links=(
        Link("appellations", "appellations", Appellation, "metier", identity=("masculin",), alike=fold),
        Link("codes_rome", "codes ROME"),
        Link("domaines", "domaines"),
        Link("centres_interet", "centres d’intérêt"),
        Link("secteurs", "secteurs d’activité"),
        Link("competences", "compétences", CompetenceRequise, "metier", "competence"),
        mobility("proches", "métiers proches", Relation.Type.PROCHE, mirror=True),
        mobility("evolutions", "évolutions", Relation.Type.EVOLUTION),
        mobility("passerelles", "passerelles", Relation.Type.PASSERELLE),
    ),
)

ROME = Kind(
    name=SOURCE_ROME,
    title="France Travail, ROME",
    source=SOURCE,
    tables=(
        Table(CodeRome, "codes ROME", key_field="code"),
        Table(
            Domaine,
            "domaines",
            slug=attrgetter("label"),
            fills=("nom", "parent"),
            find=by_branch,
        ),
        Table(
            CentreInteret,
            "centres d’intérêt",
            slug=attrgetter("label"),
            fills=("libelle",),
            find=by_label(CentreInteret),
        ),
        Table(
            SecteurActivite,
            "secteurs d’activité",
            slug=attrgetter("label"),
            fills=("libelle",),
            find=by_label(SecteurActivite),
        ),
        Table(
            Competence,
            "compétences",
            slug=attrgetter("label"),
            fills=("nom", "categorie"),
            find=by_label(Competence, "nom", "type"),
        ),
        METIERS,
    ),
    read=rome.read,
    edition=rome.edition_of,
    # The usual names of its fiches tell which codes the guide has already.
    after=("onisep-metiers",),
    file_help="l’archive CSV (zip), ou le dossier de ses tables",
)
