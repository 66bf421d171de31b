"""Which sources a page rests on."""

from types import SimpleNamespace

from core.citations import cited

A, B, C = (SimpleNamespace(pk=pk) for pk in "abc")


def fact(source):
    return SimpleNamespace(source=source)


def test_each_source_is_cited_once_in_the_order_of_the_page():
    assert cited(fact(B), [fact(A), fact(B)], C) == [B, A, C]


def test_what_has_no_source_is_left_out():
    assert cited(None, [], [fact(None), fact(A)]) == [A]
