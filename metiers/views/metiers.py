"""The list of métiers and the page of each."""

from django.urls import reverse
from django.views.generic import DetailView, ListView

from core.pages import NumberedPagesMixin, PageMixin
from core.preview import FormerSlugMixin, PreviewMixin
from core.sorting import Sorting
from core.text import capitalised
from metiers.doors import MOST_NAMED, LevelChoice, Route
from metiers.fiche import Fiche
from metiers.filters import MetierFacets
from metiers.ladder import steps_of_facet
from metiers.models import ChiffreCle, Metier
from metiers.selection import Selection
from metiers.statements import Reader
from metiers.units import UnitChoice


class MetierListView(PreviewMixin, NumberedPagesMixin, PageMixin, ListView):
    """`/metiers/`: facets, order, 24 a page, every state an address."""

    model = Metier
    template_name = "metiers/liste.html"
    rubrique = "metiers"

    def get_fil(self):
        return [("Métiers", "")]

    def get_queryset(self):
        self.unit_choice = UnitChoice(self.request)
        self.reader = Reader.today(self.unit_choice.unit)
        self.facets = MetierFacets(self.request, super().get_queryset().with_page(), self.reader)
        self.sorting = Sorting(self.request, self.facets.orders)
        rows = self.facets.rows.for_list().ordered(self.sorting.key)
        return rows if self.facets.start is None else rows.with_ways()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["facets"] = self.facets
        context["marches"] = steps_of_facet(self.facets)
        context["tri"] = self.sorting
        context["unites"] = self.unit_choice.links
        ignored = [*self.facets.ignored, *self.sorting.ignored, *self.unit_choice.ignored]
        context["ignores"] = [*ignored, *context["ignores"]]
        context["selection"] = Selection(self.request)
        context["cartes"] = self.cards(context["object_list"], context["selection"])
        context["chiffres"] = ChiffreCle.objects.of_the_sector()
        context["mentions"] = Metier.objects.published().mentions().for_links()
        return context

    def cards(self, metiers, selection):
        """Return (métier, beginner's statement, `Pick`, `Route` or None) for each métier."""
        return [
            (
                metier,
                self.reader.beginner(metier.salaires_debutant),
                selection.pick_of(metier),
                self.route(metier),
            )
            for metier in metiers
        ]

    def route(self, metier):
        """Return the `Route` to a métier from the reader's own level, None if it is not said."""
        start = self.facets.start
        return None if start is None else Route(metier, metier.liens_formation, start, MOST_NAMED)


class MetierDetailView(FormerSlugMixin, PreviewMixin, PageMixin, DetailView):
    """`/metiers/<slug>/`: the page of a métier; a mere mention has a short page of its own."""

    model = Metier
    context_object_name = "metier"
    rubrique = "metiers"

    def get_fil(self):
        return [("Métiers", reverse("metiers:liste")), (capitalised(self.object.nom_masculin), "")]

    def get_queryset(self):
        return super().get_queryset().select_related("source")

    def get_template_names(self):
        return ["metiers/mention.html" if self.object.is_mention else "metiers/fiche.html"]

    def get_context_data(self, **kwargs):
        choice, selection = UnitChoice(self.request), Selection(self.request)
        level = LevelChoice(self.request)
        return super().get_context_data(
            fiche=Fiche(self.object, choice.unit, include_drafts=self.is_preview, start=level.niveau),
            departs=level.links,
            selection=selection,
            choix=selection.pick_of(self.object),
            unites=choice.links,
            ignores=[*choice.ignored, *level.ignored],
            robots="noindex" if self.object.is_mention else "",
            **kwargs,
        )
