"""What links carry from page to page: which parameters, on which addresses."""

import pytest
from django.http import QueryDict
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from core import carried


@pytest.fixture(autouse=True)
def _two_parameters(monkeypatch):
    """Carry a colour out of two, and up to three words in lower case."""
    monkeypatch.setattr(carried, "_parameters", {})
    carried.register("couleur", {"bleu", "vert"}.__contains__)
    carried.register("mot", str.islower, most=3)


def rendered(source, path="/", **context):
    request = RequestFactory().get(path)
    return Template("{% load adresses %}" + source).render(RequestContext(request, context))


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("", []),
        ("couleur=bleu&mot=un", [("couleur", "bleu"), ("mot", "un")]),
        ("mot=deux&couleur=vert&mot=un", [("couleur", "vert"), ("mot", "deux"), ("mot", "un")]),
        # Unknown, repeated, too many; and what nobody registered.
        ("couleur=rouge&mot=&page=2", []),
        ("mot=un&mot=UN&mot=un&mot=deux", [("mot", "un"), ("mot", "deux")]),
        ("mot=a&mot=b&mot=c&mot=d", [("mot", "a"), ("mot", "b"), ("mot", "c")]),
        # As everywhere, the last value of a single choice counts.
        ("couleur=bleu&couleur=vert", [("couleur", "vert")]),
        ("couleur=bleu&couleur=rouge", []),
    ],
)
def test_a_request_carries_what_is_registered_and_means_something(query, pairs):
    assert carried.pairs_of(QueryDict(query)) == pairs


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "/?couleur=bleu&mot=un&mot=deux"),
        ("/pages/#place", "/pages/?couleur=bleu&mot=un&mot=deux#place"),
        ("/pages/?tri=nom#place", "/pages/?tri=nom&couleur=bleu&mot=un&mot=deux#place"),
        # What the address says already stays as it is, even empty.
        ("/pages/?mot=trois", "/pages/?mot=trois&couleur=bleu"),
        ("/pages/?mot=&couleur=vert", "/pages/?mot=&couleur=vert"),
        # What is no page of the guide.
        ("#place", "#place"),
        ("?page=2", "?page=2"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:guide@example.org", "mailto:guide@example.org"),
        ("/static/css/base.css", "/static/css/base.css"),
        ("/pages/?format=csv", "/pages/?format=csv"),
    ],
)
def test_the_address_of_a_page_takes_what_is_carried_before_its_fragment(address, expected):
    pairs = [("couleur", "bleu"), ("mot", "un"), ("mot", "deux")]
    assert carried.carry(address, pairs) == expected
    assert carried.carry(address, []) == address


def test_a_template_writes_the_addresses_of_other_pages():
    source = "{% adresse page %} {% adresse_de 'sources' ancre='lire' tri='nom' %} {% adresse '/admin/' %}"
    assert rendered(source, "/?couleur=vert&x=1", page="/a/?b=1") == (
        "/a/?b=1&amp;couleur=vert /sources/?tri=nom&amp;couleur=vert#lire /admin/"
    )
    assert rendered(source, "/?x=1", page="/a/?b=1") == "/a/?b=1 /sources/?tri=nom#lire /admin/"


def test_a_page_built_without_a_request_carries_nothing():
    source = Template("{% load adresses %}{% adresse '/a/' %}{% champs_gardes %}")
    assert source.render(Context()) == "/a/"


def test_a_form_keeps_what_is_not_among_its_own_fields():
    path = "/?couleur=vert&mot=un&mot=deux"
    assert rendered("{% champs_gardes 'couleur' 'q' %}", path) == (
        '<input type="hidden" name="mot" value="un"><input type="hidden" name="mot" value="deux">'
    )
    assert rendered("{% champs_gardes 'couleur' 'mot' %}", path) == ""
