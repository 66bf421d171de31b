"""The salaries of métiers side by side: one axis, one unit, and what must be known to compare them."""

import pytest

from metiers.comparison_pay import MONTHS_CAVEAT
from metiers.models import Salaire
from tests.compared import address, cells, columns, ignored, notes, rows
from tests.page import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
SVG = "{http://www.w3.org/2000/svg}"
CLOUD, ENGINEER, ARCHITECT = "technicien-cloud", "ingenieur-cloud-computing", "architecte-cloud"
MAINTENANCE = "technicien-de-maintenance-informatique"
CAVEAT = MONTHS_CAVEAT.replace(" :", "\u00a0:")


def heading(page):
    return words(page.find(".//th[@id='salaire']"))


def units(page):
    """Return the (label, address, chosen) of the units that the page offers."""
    links = page.findall(".//td[@class='comparaison__note']//nav//a")
    return [(words(link), link.get("href"), link.get("aria-current") == "true") for link in links]


def test_amounts_stand_in_the_unit_of_the_address_on_its_own_axis(compared):
    page = compared(CLOUD, ENGINEER, unite="brut-mois")
    assert heading(page) == "Salaire, brut par mois, même échelle de 1\u202f000\u00a0€ à 9\u202f000\u00a0€"
    assert cells(page, "Débutant") == [
        "1\u202f917 à 2\u202f250\u00a0€ Converti",
        "dès 3\u202f080\u00a0€ Relevé 2\u202f833 à 3\u202f417\u00a0€ Unité supposée",
    ]
    assert notes(page)[-1] == "SMIC 1\u202f867\u00a0€"


def test_another_unit_is_chosen_by_a_link_that_keeps_the_comparison_and_its_place(compared):
    page = compared(CLOUD, ENGINEER, unite="brut-mois", differences=1)
    here = address("/metiers/comparer/", "m", CLOUD, ENGINEER)
    assert units(page) == [
        ("brut par an", f"{here}&differences=1#salaire", False),
        ("brut par mois", f"{here}&differences=1&unite=brut-mois#salaire", True),
        ("net par mois, estimé", f"{here}&differences=1&unite=net-mois#salaire", False),
    ]


def test_every_link_of_the_page_to_itself_keeps_the_unit(compared):
    page = compared(CLOUD, unite="net-mois")
    links = [link.get("href") for link in page.findall(".//main//a")]
    here = [link for link in links if link.startswith("/metiers/comparer/?")]
    assert len(here) > 5
    assert [link for link in here if "unite=" not in link] == [
        f"{address('/metiers/comparer/', 'm', CLOUD)}#salaire"
    ]
    kept = {field.get("name"): field.get("value") for field in page.findall(".//form[@class='ajout']/input")}
    assert kept == {"m": CLOUD, "unite": "net-mois"}


def test_an_unknown_unit_is_named_and_the_first_one_used(compared):
    page = compared(CLOUD, unite="brut-siecle")
    assert ignored(page) == ["Unité\u00a0: «\u00a0brut-siecle\u00a0»"]
    assert heading(page).startswith("Salaire, brut par an, ")


def test_the_net_of_two_countries_is_refused_and_the_reason_said(compared):
    page = compared(CLOUD, ARCHITECT, unite="net-mois")
    assert notes(page)[2:] == [
        "Net par mois\u00a0: le net de deux pays ne se compare pas, les cotisations n’y sont pas les mêmes. "
        "Montants en brut par mois.",
        CAVEAT,
    ]
    assert heading(page).startswith("Salaire, brut par mois, ")


def test_france_beside_belgium_says_at_the_salaries_which_months_are_counted(compared):
    assert notes(compared(CLOUD, ARCHITECT))[1:] == ["SMIC 22\u202f404\u00a0€ (France)", CAVEAT]


def test_belgium_alone_says_which_months_are_left_out(compared):
    assert notes(compared(ARCHITECT)) == [
        "Hors treizième mois et double pécule de vacances, courants en Belgique."
    ]


def test_france_alone_needs_no_such_note(compared):
    assert notes(compared(MAINTENANCE)) == ["SMIC 22\u202f404\u00a0€"]


def test_a_remark_says_which_amount_it_qualifies(compared):
    Salaire.objects.filter(metier__slug__in=[CLOUD, ENGINEER]).update(remarque="")
    Salaire.objects.filter(metier__slug=CLOUD, lieu__nom="Paris").update(remarque="Une moyenne.")
    Salaire.objects.filter(metier__slug=ENGINEER, periode="mois").update(remarque="Sans date.")
    assert cells(compared(CLOUD, ENGINEER), "À savoir") == [
        "35\u202f000 à 50\u202f000\u00a0€ (confirmé à senior, Paris)\u00a0: Une moyenne.",
        "dès 36\u202f960\u00a0€ (débutant, à partir de 3\u202f080\u00a0€ brut par mois dans la source)"
        "\u00a0: Sans date.",
    ]


def test_a_remark_on_several_amounts_is_said_once(compared):
    Salaire.objects.filter(metier__slug=CLOUD).update(remarque="Hors primes.")
    assert cells(compared(CLOUD), "À savoir") == [
        "23\u202f000 à 27\u202f000\u00a0€ (débutant), 27\u202f000 à 34\u202f000\u00a0€ (confirmé à senior) "
        "et 35\u202f000 à 50\u202f000\u00a0€ (confirmé à senior, Paris)\u00a0: Hors primes."
    ]


def test_the_french_minimum_has_a_place_only_where_someone_is_paid_in_france(compared):
    path = f".//tbody//{SVG}line[@class='barre__smic']"
    assert compared(ARCHITECT).findall(path) == []
    # Not on the two Belgian bars, which stand in three rows.
    page = compared(CLOUD, ARCHITECT)
    assert (len(page.findall(path)), len(page.findall(f".//tbody//{SVG}svg[@class='barre']"))) == (5, 8)


@pytest.mark.parametrize(("highest", "shape"), [(30_000, "circle"), (30_500, "rect")])
def test_two_amounts_however_close_are_no_single_amount(compared, highest, shape):
    said = Salaire.objects.filter(metier__slug=CLOUD, niveau_min=1)
    said.update(montant_min=30_000, montant_max=highest, periode="an", nature="brut")
    page = compared(CLOUD, ENGINEER)
    (cell, _) = dict(rows(page))["Débutant"][1:]
    drawn = [mark.tag.removeprefix(SVG) for mark in cell.iter() if "barre__plage" in mark.get("class", "")]
    assert drawn == [shape]


def test_metiers_without_any_salary_are_compared_all_the_same(compared):
    Salaire.objects.all().delete()
    page = compared(CLOUD, ARCHITECT)
    assert columns(page) == [CLOUD, ARCHITECT]
    assert cells(page, "Débutant") == ["Non renseigné", "Non renseigné"]
