"""The admin of the links that wait for a page which no import has brought yet."""

from django.contrib import admin

from core.admin.decisions import Decision, DecisionAdmin
from core.admin.reading import row_link, row_url
from core.importing.decisions import forget, is_member
from core.importing.registry import table_of
from core.models import Attente

OF_LIST = ("origine__famille", "origine__modele", "lien")


def stop_waiting(attente, user):
    forget(attente)
    return f"« {attente.libelle or attente.cle} » n’est plus attendu, et la page ne le cite plus."


def name_in(famille, modele, lien):
    """Return the name of the list that links are for, as people read it."""
    table = table_of(famille, modele)
    link = next((link for link in table.links if link.name == lien), None) if table else None
    return link.label if link else lien


def list_name(attente):
    return name_in(attente.origine.famille, attente.origine.modele, attente.lien)


class ListFilter(admin.SimpleListFilter):
    """The lists that links wait for, by the names that editors know."""

    title = "liste"
    parameter_name = "lien"

    def lookups(self, request, model_admin):
        names = {}
        for famille, modele, lien in Attente.objects.order_by().values_list(*OF_LIST).distinct():
            names.setdefault(lien, name_in(famille, modele, lien))
        return sorted(names.items(), key=lambda item: item[1])

    def queryset(self, request, queryset):
        return queryset.filter(lien=self.value()) if self.value() else queryset


@admin.register(Attente)
class AttenteAdmin(DecisionAdmin):
    """Links whose target has not been imported: nothing has to be done, but one may cease to wait."""

    explication = (
        "Un fichier public cite ces fiches, que le guide n’a pas encore. Rien n’est à faire : le lien se "
        "fait de lui-même quand un import apporte la fiche attendue ; d’ici là, la page cite son nom."
    )
    list_display = ["nom", "depuis", "liste", "cle"]
    list_filter = [ListFilter, "origine__famille"]
    list_select_related = ["origine__source"]
    search_fields = ["cle", "libelle", "origine__cle", "origine__libelle"]
    decisions = (
        Decision(
            "oublier",
            "Ne plus l’attendre",
            lambda attente: (
                "La page ne cite plus ce nom. Si la fiche arrive un jour, le lien n’est pas fait : il "
                "est proposé parmi les écarts avec la source, où on le reprend."
            ),
            stop_waiting,
            "Les pages ne citent plus ces noms. Si les fiches arrivent un jour, les liens ne sont pas "
            "faits : ils sont proposés parmi les écarts avec la source.",
            is_member,
        ),
    )

    def heading(self, attente):
        return f"{attente.libelle or attente.cle}, attendu par {attente.origine.libelle}"

    def sides(self, attente):
        origine = attente.origine
        waits = (f"{origine}\n{list_name(attente)}", row_url(origine.modele, origine.objet))
        return [
            ("Dans le guide", *waits),
            (f"Dans {origine.source.titre}", f"{attente.libelle}\n{attente.cle}", ""),
        ]

    @admin.display(description="fiche attendue", ordering="libelle")
    def nom(self, attente):
        return attente.libelle or attente.cle

    @admin.display(description="par", ordering="origine")
    def depuis(self, attente):
        return row_link(attente.origine.modele, attente.origine.objet, attente.origine.libelle)

    @admin.display(description="liste", ordering="lien")
    def liste(self, attente):
        return list_name(attente)
