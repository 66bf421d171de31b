"""Every salary statement of the guide, in one table."""

from django.views.generic import ListView

from core.pages import PageMixin
from metiers.models import Salaire
from metiers.statements import Reader


class SalaryListView(PageMixin, ListView):
    """`/salaires/`: what each source says, and the same in € brut per year."""

    model = Salaire
    template_name = "metiers/salaires.html"
    rubrique = "salaires"

    def get_fil(self):
        return [("Salaires", "")]

    def get_queryset(self):
        return Salaire.objects.of_published().for_table()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        reader = Reader.today()
        return context | {"reader": reader, "enonces": reader.read_all(context["object_list"])}
