"""Breadcrumb and numbered parts: what every page has."""

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.views.generic import ListView

from core.pages import NumberedPagesMixin, pagination_of


class Numbers(NumberedPagesMixin, ListView):
    paginate_by = 10
    queryset = list(range(95))
    template_name = "none"


def page_of(query):
    request = RequestFactory().get(f"/nombres/{query}")
    return Numbers.as_view()(request).context_data


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 1), ("?page=3", 3), ("?page=99", 10), ("?page=0", 10), ("?page=-4", 10), ("?page=deux", 1)],
)
def test_a_page_that_does_not_exist_shows_one_that_does(query, number):
    assert page_of(query)["page_obj"].number == number


def test_the_pages_around_the_present_one_are_linked_with_gaps_between():
    pagination = page_of("?niveau=bac&page=5")["pagination"]
    assert [(page.numero, page.url, page.courante) for page in pagination.pages] == [
        (1, "/nombres/?niveau=bac", False),
        (None, "", False),
        (4, "/nombres/?niveau=bac&page=4", False),
        (5, "/nombres/?niveau=bac&page=5", True),
        (6, "/nombres/?niveau=bac&page=6", False),
        (None, "", False),
        (10, "/nombres/?niveau=bac&page=10", False),
    ]
    assert pagination.precedente_url == "/nombres/?niveau=bac&page=4"
    assert pagination.suivante_url == "/nombres/?niveau=bac&page=6"


def test_the_first_page_has_one_address():
    pagination = page_of("?page=2")["pagination"]
    assert (pagination.precedente_url, pagination.pages[0].url) == ("/nombres/", "/nombres/")


def test_a_list_of_one_page_has_no_way_on():
    request = RequestFactory().get("/nombres/")
    pagination = pagination_of(Paginator(range(5), 10).get_page(1), request)
    assert (pagination.precedente_url, pagination.suivante_url) == ("", "")


@pytest.mark.parametrize(
    ("query", "ignored"), [("", []), ("?page=3", []), ("?page=99", ["99"]), ("?page=deux", ["deux"])]
)
def test_a_page_that_does_not_exist_is_named(query, ignored):
    assert [(value.label, value.value) for value in page_of(query)["ignores"]] == [
        ("Page", value) for value in ignored
    ]
