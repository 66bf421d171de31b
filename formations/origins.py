"""What the page of a formation owes to open data: which of its facts, and of which edition."""

from django.db.models import F

from core.importing.prints import sources_among
from core.models import Origine

# What stands in the columns of a formation, and has no source of its own.
FIELDS = ("type", "niveau", "duree_annees", "annees_apres_bac", "acces", "poursuites", "code_rncp")


def origins_of(formation):
    """Return the `Origine`s of a formation, the oldest edition first, their sources loaded: 1 query."""
    rows = Origine.objects.filter(modele=formation._meta.label_lower, objet=formation.pk)
    return list(
        rows.select_related("source").order_by(F("source__date_publication").asc(nulls_first=True), "pk")
    )


def sources_of(formation, origins):
    """Return {field: the `Source` that says it}: that of the import while its value stands, else the page's.

    Where several files say the same, it is the newest.
    """
    imports = [(origin.valeurs, origin.source) for origin in origins]
    return sources_among(formation, FIELDS, formation.source_du_niveau, imports)
