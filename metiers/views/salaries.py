"""What the guide knows of pay: every statement, and how to read them."""

from django.urls import reverse
from django.views.generic import ListView, TemplateView

from core.export import csv_response
from core.pages import NumberedPagesMixin, PageMixin
from core.sorting import Choice, Sorting
from metiers.filters import SALARY_ORDER_LABELS, SalaireFacets
from metiers.method import Method
from metiers.models import Salaire
from metiers.salary_list import header, row, strip_of_list
from metiers.statements import Reader
from metiers.units import UnitChoice

# Of a file to download, read from the database while it is sent.
ROWS_AT_A_TIME = 500
FORMATS = {"html": "Page", "csv": "Télécharger en CSV"}


class SalaryListView(NumberedPagesMixin, PageMixin, ListView):
    """`/salaires/`: what each source says, and the same in one unit; `?format=csv` gives it as a file."""

    model = Salaire
    template_name = "metiers/salaires.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", "")]

    def get(self, request, *args, **kwargs):
        self.format = Choice(request, "format", "Format", FORMATS)
        return self.as_csv() if self.format.key == "csv" else super().get(request, *args, **kwargs)

    def get_queryset(self):
        self.unit_choice = UnitChoice(self.request)
        self.sorting = Sorting(self.request, SALARY_ORDER_LABELS)
        published = Salaire.objects.of_published()
        self.facets = SalaireFacets(self.request, published, Reader.today(self.unit_choice.unit))
        return self.facets.rows.for_table().ordered(self.sorting.key)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        reader = self.facets.reader
        statements = reader.read_all(context["object_list"])
        asked = [self.facets, self.sorting, self.unit_choice, self.format]
        ignored = [value for choice in asked for value in choice.ignored]
        return context | {
            "facets": self.facets,
            "reader": reader,
            "tri": self.sorting,
            "unites": self.unit_choice.links,
            "csv_url": self.format.links[-1].url,
            "ignores": [*ignored, *context["ignores"]],
            "enonces": statements,
            "bandes": strip_of_list(f"Salaires, en € {reader.unit.label}", statements, reader),
        }

    def as_csv(self):
        """Return every statement that the filters leave, in the order asked for, whatever the page."""
        rows = self.get_queryset().iterator(chunk_size=ROWS_AT_A_TIME)
        reader, absolute = self.facets.reader, self.request.build_absolute_uri
        table = (row(reader.read(salaire), reader.unit, absolute) for salaire in rows)
        return csv_response("salaires.csv", header(reader.unit), table)


class SalaryMethodView(PageMixin, TemplateView):
    """`/salaires/methode/`: badges, units, conversions and the reference values in force."""

    template_name = "metiers/methode.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", reverse("metiers:salaires")), ("Comment lire ces chiffres", "")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"methode": Method()}
