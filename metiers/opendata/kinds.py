"""The imports that fill métiers, as the commands and the administration offer them."""

from operator import attrgetter

from core.importing.records import Kind, Link, Table
from core.models import Publication, Source
from core.readers.editions import edition_of
from metiers.models import (
    Appellation,
    CentreInteret,
    CodeRome,
    FormationMetier,
    Metier,
    Relation,
    Salaire,
    SecteurActivite,
    StatutPossible,
)
from metiers.opendata import onisep
from metiers.opendata.joining import Candidates, by_label
from metiers.opendata.kind_rome import ROME

ODBL = "Open Database License (ODbL) 1.0"
ONISEP_FICHES = {
    "slug": "onisep-ideo-fiches-metiers",
    "titre": "ONISEP, Idéo-Fiches métiers",
    "libelle_court": "ONISEP, Idéo-Fiches",
    "editeur": "ONISEP",
    "type_editeur": Source.TypeEditeur.SERVICE_PUBLIC,
    "url": "https://opendata.onisep.fr/",
    "licence": ODBL,
    "remarque": "Textes repris de l’ONISEP sous licence ODbL : qui diffuse une base qui en est tirée cite "
    "l’ONISEP et la date de l’édition, et garde la même licence.",
}

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
        Link("codes_rome", "codes ROME"),
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
    source=ONISEP_FICHES,
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
    file_help="les Idéo-Fiches métiers de l’ONISEP (XML, seul ou dans un zip)",
)

KINDS = [ONISEP_METIERS, ROME]
