"""What the guide knows of pay: every statement, and how to read them."""

from django.urls import reverse
from django.views.generic import ListView, TemplateView

from core.pages import PageMixin
from metiers.method import Method
from metiers.models import Salaire
from metiers.statements import Reader
from metiers.units import UnitChoice


class SalaryListView(PageMixin, ListView):
    """`/salaires/`: what each source says, and the same in one unit."""

    model = Salaire
    template_name = "metiers/salaires.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", "")]

    def get_queryset(self):
        return Salaire.objects.of_published().for_table()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        choice = UnitChoice(self.request)
        reader = Reader.today(choice.unit)
        return context | {
            "reader": reader,
            "unites": choice.links,
            "ignores": choice.ignored,
            "enonces": reader.read_all(context["object_list"]),
        }


class SalaryMethodView(PageMixin, TemplateView):
    """`/salaires/methode/`: badges, units, conversions and the reference values in force."""

    template_name = "metiers/methode.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", reverse("metiers:salaires")), ("Comment lire ces chiffres", "")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"methode": Method()}
