"""Métiers side by side."""

from core.comparison_page import ComparisonView, Kind, Link
from core.niveaux import Pays
from metiers.comparison import Comparison
from metiers.models import Metier, Relation
from metiers.statements import Reader
from metiers.units import UnitChoice


class MetierComparisonView(ComparisonView):
    """`/metiers/comparer/?m=a&m=b`: the columns are métiers, their salaries in the unit of `?unite=`."""

    rubrique = "metiers"
    kind = Kind(
        param="m",
        comparer="metiers:comparer",
        liste="metiers:liste",
        un="un métier",
        pluriel="métiers",
        ceux="ceux",
        criteres="niveau, salaire sur une même échelle, missions, compétences, accès, évolutions",
    )

    def get_names(self):
        return Metier.objects.published().with_page().names()

    def get_things(self, slugs):
        metiers = Metier.objects.published().for_comparison().in_order_of(slugs)
        relations = Relation.objects.touching(*metiers).order_by("ordre", "pk") if metiers else []
        self.comparison = Comparison(metiers, relations)
        return metiers

    def name_of(self, thing):
        return thing.nom

    def label_of(self, thing):
        return thing.get_pays_display() if thing.pays == Pays.BELGIQUE else ""

    def get_sections(self, things):
        salaires = [salaire for metier in things for salaire in metier.salaires.all()]
        choice = UnitChoice(self.request)
        return self.comparison.sections(Reader.today(choice.unit).on_one_axis(salaires), choice.links)

    def get_suggestions(self, things):
        return self.comparison.suggestions

    def get_ignored(self):
        return UnitChoice(self.request).ignored

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if context["colonnes"]:
            return context
        pairs = [relation for relation in Relation.objects.confusions() if relation.comparison_url]
        return context | {"exemples": [Link(pair.question, pair.comparison_url) for pair in pairs]}
