"""The list of métiers and the page of each."""

from django.urls import reverse
from django.views.generic import DetailView, ListView

from core.list_page import FacetedListMixin
from core.pages import PageMixin
from core.preview import FormerSlugMixin, PreviewMixin
from core.text import capitalised
from metiers.doors import MOST_NAMED, LevelChoice, Route
from metiers.fiche import Fiche
from metiers.filters import MetierFacets
from metiers.ladder import steps_of_facet
from metiers.metier_list import header, row
from metiers.models import ChiffreCle, Metier, Salaire
from metiers.selection import Selection
from metiers.statements import Reader
from metiers.units import UnitChoice


class MetierListView(FacetedListMixin, PreviewMixin, ListView):
    """`/metiers/`: facets, order, 24 a page, every state an address; `?format=csv` gives it as a file."""

    model = Metier
    template_name = "metiers/liste.html"
    rubrique = "metiers"
    file_name = "metiers.csv"
    reuses_data = True

    def get_fil(self):
        return [("Métiers", "")]

    def get_facets(self, queryset):
        self.unit_choice = UnitChoice(self.request)
        self.reader = Reader.today(self.unit_choice.unit)
        return MetierFacets(self.request, queryset.with_page(), self.reader)

    def get_orders(self):
        return self.facets.orders

    def get_shown(self, rows):
        if self.format.key == "csv":
            beginners = Salaire.objects.for_beginners().of_metiers(self.facets.rows)
            self.reader = self.reader.on_one_axis(beginners.one_of_each_kind())
            rows = rows.for_file()
        else:
            rows = rows.for_list()
        return rows if self.facets.start is None else rows.with_ways()

    def get_choices(self):
        return [*super().get_choices(), self.unit_choice]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        selection = Selection(self.request)
        # A page is in one unit, as a file is: the others of the list may be in another.
        shown = [salaire for metier in context["object_list"] for salaire in metier.salaires_debutant]
        self.reader = self.reader.on_one_axis(shown)
        return context | {
            "reader": self.reader,
            "marches": steps_of_facet(self.facets),
            "unites": self.unit_choice.links,
            "selection": selection,
            "cartes": self.cards(context["object_list"], selection),
            **self.surroundings(),
        }

    def surroundings(self):
        """Return what stands below the list: nothing for a reader who looks for words."""
        if self.facets.is_searched:
            return {}
        return {
            "chiffres": ChiffreCle.objects.of_the_sector(),
            "mentions": Metier.objects.published().mentions().cited().for_links(),
        }

    def cards(self, metiers, selection):
        """Return (métier, beginner's statement, `Pick`, `Route` or None) for each métier."""
        return [
            (metier, self.pay(metier), selection.pick_of(metier), self.route(metier)) for metier in metiers
        ]

    def pay(self, metier):
        """Return the statement that stands for a beginner's pay, None if no source gives one."""
        return self.reader.beginner(metier.salaires_debutant)

    def route(self, metier):
        """Return the `Route` to a métier from the reader's own level, None if it is not said."""
        start = self.facets.start
        return None if start is None else Route(metier, metier.liens_formation, start, MOST_NAMED)

    def get_columns(self):
        return header(self.reader.unit, self.facets.start)

    def get_cells(self, metier):
        absolute = self.request.build_absolute_uri
        return row(metier, self.pay(metier), self.reader.unit, self.route(metier), absolute)


class MetierDetailView(FormerSlugMixin, PreviewMixin, PageMixin, DetailView):
    """`/metiers/<slug>/`: the page of a métier; a mere mention has a short page of its own."""

    model = Metier
    context_object_name = "metier"
    rubrique = "metiers"

    def get_fil(self):
        return [("Métiers", reverse("metiers:liste")), (capitalised(self.object.nom), "")]

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
