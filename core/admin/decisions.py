"""Where an editor decides: a row, both sides and a button for each answer; or many rows, once confirmed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from core.admin.reading import ReadAdmin
from core.importing.decisions import CannotTake
from core.rendering import typographie

ROWS_SHOWN = 20


@dataclass(frozen=True)
class Decision:
    """One answer: the value of its button, the button, what will happen, and how it is done.

    `do(row, user)` returns what to tell once it is done; it may raise `CannotTake`. `fits(row)`: whether the
    answer makes sense of the row as it stands. `many` tells of any number of rows.
    """

    name: str
    label: str
    suite: Callable
    do: Callable
    many: str
    fits: Callable = lambda row: True


class OpenFilter(admin.SimpleListFilter):
    """What is still to be decided comes first: the rest is a choice. `is_open` is a `Q` of the model."""

    title = "état"
    parameter_name = "etat"
    is_open = None

    def lookups(self, request, model_admin):
        return [("tranches", "Déjà tranchés"), ("tous", "Tous")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [{**first, "display": "À trancher"}, *others]

    def queryset(self, request, queryset):
        if self.value() == "tous":
            return queryset
        return queryset.filter(~self.is_open if self.value() == "tranches" else self.is_open)


class DecisionAdmin(ReadAdmin):
    """A model says what stands beside what (`sides`), and which `decisions` there are."""

    decisions = ()

    def has_change_permission(self, request, obj=None):
        # The fields are never changed by hand, the answers are given by who may change.
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def heading(self, row):
        """Return the title of the page of a row."""
        return str(row)

    def sides(self, row):
        """Return (heading, text, address or "") of each of the two sides."""
        raise NotImplementedError

    def get_actions(self, request):
        if not self.has_change_permission(request):
            return {}

        def action(decision):
            return lambda model_admin, request, rows: model_admin.decide_many(request, rows, decision)

        return {one.name: (action(one), one.name, one.label) for one in self.decisions}

    # --- One ------------------------------------------------------------------------------------

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show both sides of one row; decide it, and lead back to the list."""
        row = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        fitting = [one for one in self.decisions if one.fits(row)]
        if request.method == "POST":
            return self.decide_one(request, row, fitting)
        return TemplateResponse(
            request,
            "admin/imports/decision.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": typographie(capfirst(self.heading(row))),
                "cotes": self.sides(row),
                "ligne": row,
                "decisions": [(one, one.suite(row)) for one in fitting],
                "may_decide": self.has_change_permission(request, row),
                "liste_url": self.list_url(request),
            },
        )

    def decide_one(self, request, row, fitting):
        """Do what the button asks for."""
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        for decision in fitting:
            if decision.name == request.POST.get("decision"):
                self.tell(request, [row], decision)
        return HttpResponseRedirect(self.list_url(request))

    def list_url(self, request):
        """Return the address of the list as the editor left it."""
        url = reverse(f"admin:core_{self.opts.model_name}_changelist")
        kept = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return add_preserved_filters(kept, url)

    # --- Many -----------------------------------------------------------------------------------

    def decide_many(self, request, rows, decision):
        """Ask to confirm, then decide each of the rows."""
        fitting = [row for row in rows if decision.fits(row)]
        if "confirme" in request.POST:
            self.tell(request, fitting, decision)
            return None
        return TemplateResponse(
            request,
            "admin/imports/confirmation.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": typographie(f"{decision.label} : confirmer"),
                "decision": decision,
                "nombre": len(fitting),
                "montres": [self.heading(row) for row in fitting[:ROWS_SHOWN]],
                "de_plus": max(0, len(fitting) - ROWS_SHOWN),
                "ecartes": len(rows) - len(fitting),
                "select_across": request.POST.get("select_across", "0"),
                "choisis": request.POST.getlist("_selected_action"),
                "liste_url": request.get_full_path(),
            },
        )

    def tell(self, request, rows, decision):
        """Decide the rows; tell what was done, in one message, and each of those that could not be."""
        done, last = 0, ""
        for row in rows:
            try:
                last = decision.do(row, request.user)
                done += 1
            except CannotTake as refusal:
                self.message_user(request, f"{capfirst(self.heading(row))} : {refusal}", messages.ERROR)
        if done == 1:
            self.message_user(request, last)
        elif done:
            self.message_user(request, f"{decision.label} : fait pour {done}.")
