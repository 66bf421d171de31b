"""The pages that go through a kind of pages: all its ways in, and one shelf of names."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.views.generic import ListView, TemplateView

from core.citations import reused
from core.kept import KeptPageMixin
from core.pages import NumberedPagesMixin, PageMixin

# Names alone are light: but for the largest, a letter or a field fits on one page.
NAMES_A_PAGE = 100


@dataclass(frozen=True)
class Browsed:
    """What is gone through: the name and routes of its list, of the ways through it, and its `Axis`es."""

    titre: str
    un: str
    liste: str
    parcourir: str
    axes: list
    feminin: bool = False

    def axis(self, code):
        """Return the `Axis` of that name, None if there is none."""
        return next((axis for axis in self.axes if axis.code == code), None)

    def addresses(self, pages):
        """Return the addresses of the shelves that hold some of the pages."""
        shelves = (shelf for axis in self.axes for shelf in axis.shelves(pages) if shelf.count)
        return [one.url for shelf in shelves for one in (shelf, *shelf.children)]


class BrowseView(KeptPageMixin, PageMixin, TemplateView):
    """`/metiers/parcourir/`: every way through the pages of a kind, each shelf with its count."""

    template_name = "parcourir/accueil.html"
    browsed: Browsed

    def get_pages(self):
        """Return the published pages."""
        raise NotImplementedError

    def get_fil(self):
        return [(self.browsed.titre, reverse(self.browsed.liste)), ("Parcourir", "")]

    def get_context_data(self, **kwargs):
        pages = self.get_pages()
        axes = [(axis, axis.groups(pages)) for axis in self.browsed.axes]
        return super().get_context_data(
            quoi=self.browsed,
            total=pages.count(),
            axes=axes,
            reprises=reused(*(group.shelves for _, groups in axes for group in groups)),
            **kwargs,
        )


class ShelfView(KeptPageMixin, NumberedPagesMixin, PageMixin, ListView):
    """`/metiers/parcourir/lettre/a/`: the names on a shelf, and the way to its neighbours."""

    template_name = "parcourir/rayon.html"
    paginate_by = NAMES_A_PAGE
    browsed: Browsed

    def get_pages(self):
        """Return the published pages, with what their names need."""
        raise NotImplementedError

    def get_queryset(self):
        self.axis = self.browsed.axis(self.kwargs["axe"])
        self.shelf = self.axis and self.axis.find(self.kwargs["rayon"])
        if self.shelf is None:
            raise Http404("Ce rayon n’existe pas.")
        return self.axis.among(self.get_pages(), self.shelf).order_by("cle_nom", "pk")

    def get_fil(self):
        above = self.shelf.parent
        return [
            (self.browsed.titre, reverse(self.browsed.liste)),
            ("Parcourir", reverse(self.browsed.parcourir)),
            *([(above.label, above.url)] if above else []),
            (self.shelf.label, ""),
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            quoi=self.browsed,
            axe=self.axis,
            rayon=self.shelf,
            rayons=self.axis.around(self.get_pages(), self.shelf),
            filtrer_url=self.axis.filter_url(self.browsed.liste, self.shelf),
            **kwargs,
        )
        return {**context, "reprises": reused(context["object_list"])}
