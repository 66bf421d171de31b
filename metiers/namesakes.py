"""What tells métiers of one name from each other: country, then who describes them and under which number."""

from core.namesakes import Namesakes
from metiers.models import MARK, SOURCE_ROME, Metier


def page_of(metier):
    """Return « fiche ROME K1205 », « fiche ONISEP », "" for a page of the editors."""
    if metier.source.slug != SOURCE_ROME:
        return "fiche ONISEP" if metier.onisep_id else ""
    return " ".join([MARK, *(code.code for code in metier.codes_rome.all())])


METIERS = Namesakes(
    Metier,
    "nom_masculin",
    lambda keys: Metier.objects.filter(pk__in=keys).select_related("source").prefetch_related("codes_rome"),
    (
        lambda metier: metier.get_pays_display(),
        page_of,
        lambda metier: metier.niveau_label,
        lambda metier: metier.onisep_id or "",
        lambda metier: metier.slug,
    ),
)
