"""What every public page has: its place in the guide, its one address, its numbered parts."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.views.generic.base import ContextMixin

from core import querystring
from core.ignored import IgnoredValue

PER_PAGE = 24
# Pages shown on either side of the present one.
NEIGHBOURS = 1


@dataclass(frozen=True)
class Action:
    """A button of the page's head, as `components/actions.html` shows it."""

    label: str
    url: str
    icone: str = ""
    principale: bool = False
    telecharger: bool = False


class PageMixin(ContextMixin):
    """Adds to the context `fil` (the breadcrumb), `canonique` (the address without the query) and `rubrique`.

    `rubrique` names the entry of the main navigation that the page belongs to.
    """

    rubrique = ""

    def get_fil(self):
        """Return the breadcrumb as a list of (label, url); the last one is the page itself, without url."""
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            fil=self.get_fil(),
            canonique=self.request.build_absolute_uri(self.request.path),
            rubrique=self.rubrique,
            **kwargs,
        )


@dataclass(frozen=True)
class NumberedPage:
    """A link of the pagination; without a number it is a gap."""

    numero: int | None
    url: str = ""
    courante: bool = False


@dataclass(frozen=True)
class Pagination:
    """What `components/pagination.html` shows; both addresses are empty on a list of one page."""

    precedente_url: str
    suivante_url: str
    pages: list


def pagination_of(page, request):
    """Return the `Pagination` of a Django `Page`, every other parameter of the address kept."""
    pairs = querystring.pairs_of(request.GET)

    def url(number):
        return querystring.build(
            request.path, querystring.replaced(pairs, page=number if number > 1 else None)
        )

    around = page.paginator.get_elided_page_range(page.number, on_each_side=NEIGHBOURS, on_ends=1)
    return Pagination(
        precedente_url=url(page.previous_page_number()) if page.has_previous() else "",
        suivante_url=url(page.next_page_number()) if page.has_next() else "",
        pages=[
            NumberedPage(number, url(number), number == page.number)
            if isinstance(number, int)
            else NumberedPage(None)
            for number in around
        ],
    )


def ignored_page(page, request):
    """Return the number that a request asks of a list, in a list, when the `Page` shown is another one."""
    asked = request.GET.get("page", "")
    return [IgnoredValue("Page", asked[:80])] if asked not in ("", str(page.number)) else []


class NumberedPagesMixin:
    """For a `ListView`: a page beyond the end shows the last one, a page that is no number the first.

    Either way the page that was asked for is named among the `ignores` of the context.
    """

    paginate_by = PER_PAGE

    def paginate_queryset(self, queryset, page_size):
        page = Paginator(queryset, page_size).get_page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return {
            **context,
            "pagination": pagination_of(page, self.request),
            "ignores": [*context.get("ignores", []), *ignored_page(page, self.request)],
        }
