"""The order of a list, read from the address."""

from core.sorting import Sorting

ORDERS = {"nom": "Nom", "niveau": "Niveau"}


def test_an_order_keeps_the_filters_and_drops_the_page_number(rf):
    sorting = Sorting(rf.get("/metiers/?niveau=bac&tri=niveau&page=3"), ORDERS)
    assert [(link.label, link.url, link.selected) for link in sorting.links] == [
        ("Nom", "/metiers/?niveau=bac", False),
        ("Niveau", "/metiers/?niveau=bac&tri=niveau", True),
    ]


def test_without_a_choice_the_first_order_holds(rf):
    sorting = Sorting(rf.get("/metiers/"), ORDERS)
    assert (sorting.key, sorting.ignored) == ("nom", [])


def test_an_unknown_order_is_named_and_the_first_one_holds(rf):
    sorting = Sorting(rf.get("/metiers/?tri=hasard"), ORDERS)
    assert (sorting.key, [str(value) for value in sorting.ignored]) == (
        "nom",
        ["Tri\u00a0: «\u00a0hasard\u00a0»"],
    )
