"""Métiers side by side."""

from dataclasses import dataclass

from django.urls import reverse
from django.views.generic import TemplateView

from core import querystring
from core.comparison import MAX_COMPARED, read_selection
from core.pages import PageMixin
from metiers.comparison import compare_metiers, suggestions
from metiers.fiche_data import Action
from metiers.models import Metier, Relation
from metiers.statements import Reader


@dataclass(frozen=True)
class Choice:
    """A métier with an address: for a column the one without it, for a suggestion the one with it."""

    metier: Metier
    url: str


class ComparisonView(PageMixin, TemplateView):
    """`/metiers/comparer/?m=a&m=b`: up to four métiers; whatever the address asks wrongly is named."""

    template_name = "metiers/comparer.html"
    rubrique = "metiers"

    def get_fil(self):
        return [("Métiers", reverse("metiers:liste")), ("Comparer", "")]

    def get_context_data(self, **kwargs):
        published = Metier.objects.published()
        names = published.with_page().names()
        selection = read_selection(self.request.GET.getlist("m"), names)
        metiers = published.for_comparison().in_order_of(selection.slugs)
        differences = self.request.GET.get("differences") == "1"
        context = super().get_context_data(**kwargs) | {
            "metiers": metiers,
            "ignores": selection.ignored,
            "differences": differences,
            "actions": [self.switch(selection.slugs, differences)],
            "colonnes": [
                Choice(m, self.url([s for s in selection.slugs if s != m.slug], differences)) for m in metiers
            ],
            "a_ajouter": [pair for pair in names.items() if pair[0] not in selection.slugs],
            "pistes": [
                Choice(m, self.url([*selection.slugs, m.slug], differences)) for m in suggestions(metiers)
            ],
            "complet": len(metiers) >= MAX_COMPARED,
        }
        if not metiers:
            return context | {"confusions": Relation.objects.confusions()}
        table, smic_x = compare_metiers(metiers, Reader.today(), differences)
        return context | {"table": table, "smic_x": smic_x, "colonnes_total": len(metiers) + 1}

    def switch(self, slugs, differences):
        """Return the button between all rows and those that differ."""
        label = "Toutes les lignes" if differences else "Différences seulement"
        return Action(label, self.url(slugs, not differences), "comparer")

    def url(self, slugs, differences):
        """Return the address of the comparison of these slugs."""
        pairs = [("m", slug) for slug in slugs] + ([("differences", "1")] if differences else [])
        return querystring.build(self.request.path, pairs)
