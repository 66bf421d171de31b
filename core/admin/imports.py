"""The admin of the imports: their reports, and where rows come from."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from core.admin.deposits import DepositPages
from core.admin.import_reports import by_label
from core.admin.reading import ReadAdmin, row_link
from core.importing.agreement import counted
from core.importing.report import COUNTED
from core.models import Import, LigneImport, Origine


@admin.register(Import)
class ImportAdmin(DepositPages, ReadAdmin):
    """Each import with its report in figures, and the way to its lines."""

    list_display = ["fait_le", "famille", "edition", "resume", "lignes"]
    list_filter = ["famille", "fait_le"]
    search_fields = ["famille", "fichier", "empreinte"]

    @admin.display(description="résultat")
    def resume(self, row):
        """Return the counts that are not nought, each kind of row on its own."""
        parts = []
        for kind, counts in by_label(row.comptes):
            whats = dict.fromkeys([*COUNTED, *sorted(counts)])
            shown = ", ".join(counted(counts[what], what, kind) for what in whats if counts.get(what))
            parts.append(f"{kind} : {shown or 'rien'}")
        return " ; ".join(parts)

    @admin.display(description="détail")
    def lignes(self, row):
        url = f"{reverse('admin:core_ligneimport_changelist')}?importation__id__exact={row.pk}"
        return format_html('<a href="{}">Voir les lignes</a>', url)


@admin.register(LigneImport)
class LigneImportAdmin(ReadAdmin):
    """The lines of the reports."""

    list_display = ["type", "quoi", "champ", "ancien", "nouveau", "raison"]
    list_filter = ["type", "sorte", "champ", "importation__famille"]
    search_fields = ["cle", "libelle"]

    @admin.display(description="fiche", ordering="cle")
    def quoi(self, row):
        return " ".join(dict.fromkeys(filter(None, (row.cle, row.libelle)))) or row.place

    def lookup_allowed(self, lookup, value, request):
        return lookup == "importation__id__exact" or super().lookup_allowed(lookup, value, request)


@admin.register(Origine)
class OrigineAdmin(ReadAdmin):
    """Which rows came from where, and which the source no longer gives."""

    explication = (
        "D’où vient chaque ligne reprise d’un fichier public. Celles que le fichier ne donne plus sont "
        "marquées, jamais supprimées : archivez leur fiche si elle n’a plus lieu d’être."
    )

    list_display = ["cle", "libelle", "famille", "ligne", "disparue_le"]
    list_filter = ["famille", "modele", ("disparue_le", admin.EmptyFieldListFilter)]
    search_fields = ["cle", "libelle"]

    @admin.display(description="dans le guide")
    def ligne(self, row):
        return row_link(row.modele, row.objet, "Ouvrir")
