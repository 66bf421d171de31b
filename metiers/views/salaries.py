"""What the guide knows of pay: every statement, and how to read them."""

from django.urls import reverse
from django.views.generic import ListView, TemplateView

from core.list_page import FacetedListMixin
from core.pages import PageMixin
from metiers.filters import SALARY_ORDER_LABELS, SalaireFacets
from metiers.method import Method
from metiers.models import Salaire
from metiers.salary_list import header, row, strip_of_list
from metiers.statements import Reader
from metiers.units import UnitChoice


class SalaryListView(FacetedListMixin, ListView):
    """`/salaires/`: what each source says, and the same in one unit; `?format=csv` gives it as a file."""

    model = Salaire
    template_name = "metiers/salaires.html"
    rubrique = "salaires"
    file_name = "salaires.csv"

    def get_fil(self):
        return [("Salaires", "")]

    def get_facets(self, queryset):
        self.unit_choice = UnitChoice(self.request)
        return SalaireFacets(self.request, queryset.of_published(), Reader.today(self.unit_choice.unit))

    def get_orders(self):
        return SALARY_ORDER_LABELS

    def get_shown(self, rows):
        return rows.for_table()

    def get_choices(self):
        return [*super().get_choices(), self.unit_choice]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        reader = self.facets.reader
        statements = reader.read_all(context["object_list"])
        return context | {
            "reader": reader,
            "unites": self.unit_choice.links,
            "enonces": statements,
            "bandes": strip_of_list(f"Salaires, en € {reader.unit.label}", statements, reader),
        }

    def get_columns(self):
        return header(self.facets.reader.unit)

    def get_cells(self, salaire):
        reader = self.facets.reader
        return row(reader.read(salaire), reader.unit, self.request.build_absolute_uri)


class SalaryMethodView(PageMixin, TemplateView):
    """`/salaires/methode/`: badges, units, conversions and the reference values in force."""

    template_name = "metiers/methode.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", reverse("metiers:salaires")), ("Comment lire ces chiffres", "")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"methode": Method()}
