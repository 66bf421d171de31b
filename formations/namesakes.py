"""What tells formations of one name apart: country, level, registration, the number of the publisher."""

from core.namesakes import Namesakes
from formations.models import Formation

FORMATIONS = Namesakes(
    Formation,
    "intitule",
    lambda keys: Formation.objects.filter(pk__in=keys),
    (
        lambda formation: formation.get_pays_display(),
        lambda formation: formation.niveau_label,
        lambda formation: formation.code_rncp or "",
        lambda formation: f"fiche ONISEP {formation.onisep_id}" if formation.onisep_id else "",
        lambda formation: formation.get_type_display(),
        lambda formation: formation.slug,
    ),
)
