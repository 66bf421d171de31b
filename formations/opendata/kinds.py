"""The imports that fill formations, as the commands and the administration offer them."""

from core.importing.records import Kind, Link, Table
from core.models import Publication, Source
from core.readers.editions import edition_of
from formations.models import DomaineEtudes, Formation
from formations.opendata import certifications, fiches, initiales
from formations.opendata.domains import by_words
from formations.opendata.joining import Candidates

ONISEP = {
    "editeur": "ONISEP",
    "type_editeur": Source.TypeEditeur.SERVICE_PUBLIC,
    "url": "https://opendata.onisep.fr/",
    "licence": "Open Database License (ODbL) 1.0",
    "remarque": "Textes et données de l’ONISEP, sous licence ODbL : qui diffuse une base qui en est tirée "
    "cite l’ONISEP et la date de l’édition, et garde la même licence.",
}
DOMAINES = Table(DomaineEtudes, "domaines d’études", slug=lambda record: record.label, find=by_words)


def formations(key_field):
    """Return the `Table` of formations, whose keys are ONISEP's identifiers or, without a field, any."""
    return Table(
        Formation,
        "formations",
        key_field=key_field,
        slug=lambda record: record.label,
        defaults={"etat": Publication.Etat.PUBLIE, "pays": "FR"},
        vacant={"type": (Formation.Type.AUTRE, Formation.Type.TITRE)},
        find=Candidates,
        links=(Link("domaines", "domaines d’études"),),
    )


ONISEP_FORMATIONS = Kind(
    name="onisep-formations",
    title="ONISEP, Idéo-Fiches formations",
    source=ONISEP
    | {
        "slug": "onisep-ideo-fiches-formations",
        "titre": "ONISEP, Idéo-Fiches formations",
        "libelle_court": "ONISEP, Idéo-Fiches",
    },
    tables=(DOMAINES, formations("onisep_id")),
    read=fiches.read,
    edition=edition_of,
    file_help="XML, seul ou dans un zip",
)

ONISEP_FORMATIONS_INITIALES = Kind(
    name="onisep-formations-initiales",
    title="ONISEP, Idéo-Formations initiales en France",
    source=ONISEP
    | {
        "slug": "onisep-ideo-formations-initiales",
        "titre": "ONISEP, Idéo-Formations initiales en France",
        "libelle_court": "ONISEP, Idéo-Formations initiales",
    },
    tables=(DOMAINES, formations("onisep_id")),
    read=initiales.read,
    edition=edition_of,
    file_help="CSV, JSON ou XML, édition de 2022 ou d’après",
)
CERTIFICATIONS = Kind(
    name="certifications",
    title="ONISEP, table de passage des certifications aux formations",
    source=ONISEP
    | {
        "slug": "onisep-table-de-passage",
        "titre": "ONISEP, table de passage des codes de certifications et de formations",
        "libelle_court": "ONISEP, table de passage",
    },
    # Some keys are ONISEP's and some are codes of the register: the joining tells them apart.
    tables=(formations(""),),
    read=certifications.read,
    edition=edition_of,
    file_help="XML, CSV ou JSON",
)

KINDS = [ONISEP_FORMATIONS, ONISEP_FORMATIONS_INITIALES, CERTIFICATIONS]
