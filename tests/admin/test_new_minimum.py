"""A new SMIC, typed in the admin, changes every page with the next request: nothing keeps the old one."""

import re

import pytest

from core.models import Source
from metiers.models import ReferenceSalaire, Salaire
from tests.admin.editor import errors_of
from tests.page import Page, plain, section, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
FICHE = "/metiers/technicien-cloud/"
LIST = "/metiers/"
COMPARISON = "/metiers/comparer/?m=technicien-cloud&m=ingenieur-cloud-computing"
NOTE = "commence sous le SMIC"


@pytest.fixture
def raise_minimum(editor):
    """Return a function that raises the SMIC to 2 000 € a month, 24 000 € a year, as an editor does."""

    def type_in():
        response = editor.save(
            ReferenceSalaire,
            type="minimum-mensuel",
            pays="FR",
            valeur="2000",
            en_vigueur_depuis="2026-11-21",
            source=Source.objects.get(slug="smic-montants").pk,
        )
        assert response.redirect_chain

    return type_in


def minimums(client, address):
    """Return the amounts that a page gives of the SMIC, each once."""
    said = plain(Page(client.get(address)).text())
    return set(re.findall(r"SMIC (?:en vigueur \()?([\d ]+) €", said))


@pytest.mark.parametrize("address", ["/", FICHE, "/salaires/"])
def test_every_axis_and_every_text_takes_the_new_minimum(client, raise_minimum, address):
    assert minimums(client, address) == {"22 404"}
    raise_minimum()
    assert minimums(client, address) == {"24 000"}


def test_the_method_takes_the_new_minimum_by_the_year_and_by_the_month(client, raise_minimum):
    assert minimums(client, "/salaires/methode/") == {"22 404", "1 867"}
    raise_minimum()
    assert minimums(client, "/salaires/methode/") == {"24 000", "2 000"}


@pytest.mark.parametrize(("unite", "amount"), [("brut-mois", "2 000 €"), ("net-mois", "≈ 1 560 €")])
def test_every_unit_takes_the_new_minimum(client, raise_minimum, unite, amount):
    raise_minimum()
    page = Page(client.get(f"/metiers/ingenieur-cloud-computing/?unite={unite}"))
    (label,) = [text_of(item) for item in page.tree.iter() if item.get("class") == "bande__smic"]
    assert plain(label) == f"SMIC {amount}"


def test_a_fiche_warns_of_the_pay_that_falls_below(client, raise_minimum):
    def warnings():
        pay = section(Page(client.get(FICHE)).tree, "salaire")
        return [plain(text_of(note)) for note in pay.iter() if "encart--alerte" in note.get("class", "")]

    assert warnings() == []
    raise_minimum()
    (warning,) = warnings()
    assert "Externatic, 2024 donne 23 000 à 27 000 € brut par an" in warning
    assert "24 000 € brut par an" in warning


def test_a_pay_that_a_source_counts_in_smic_rises_with_it(editor, client, raise_minimum):
    pay = Salaire.objects.get(metier__slug="ingenieur-cloud-computing", source__slug="onisep-met-228")
    smic = {"montant_min": "1", "devise": "SMIC"}
    assert errors_of(editor.save(pay, **smic, periode="an")) == [
        "Un montant en Smic est brut et par mois : le minimum légal est connu ainsi."
    ]
    assert editor.save(pay, **smic).redirect_chain

    def told():
        page = plain(Page(client.get("/metiers/ingenieur-cloud-computing/")).text())
        assert NOTE not in page
        return re.findall(r"1 Smic × .*? = [\d ]+ €", page)

    assert told() == ["1 Smic × 1 867,02 € × 12 = 22 404 €"]
    raise_minimum()
    assert told() == ["1 Smic × 2 000 € × 12 = 24 000 €"]


def test_the_card_of_a_list_notes_the_pay_that_falls_below(client, raise_minimum):
    def noted():
        cards = Page(client.get(LIST)).tree.findall(".//article[@class='metier']")
        return {card.get("id") for card in cards if NOTE in text_of(card)}

    before = noted()
    assert before == {"metier-technicien-de-maintenance-informatique"}
    raise_minimum()
    assert noted() - before == {"metier-technicien-cloud"}


def test_a_comparison_notes_the_pay_that_falls_below_and_moves_its_mark(client, raise_minimum):
    before = Page(client.get(COMPARISON))
    assert plain(before.text()).count(NOTE) == 0
    raise_minimum()
    after = Page(client.get(COMPARISON))
    assert re.findall(rf"(\d[\d à]+) €, {NOTE}", plain(after.text())) == ["23 000 à 27 000"]
    assert (marks(before), marks(after)) == ({"13.78%"}, {"15.56%"})


def test_the_home_page_moves_the_marks_of_its_strips(client, raise_minimum):
    before = marks(Page(client.get("/")))
    raise_minimum()
    assert marks(Page(client.get("/"))).isdisjoint(before)


def marks(page):
    """Return the places of the SMIC on the bars of a page."""
    return {line.get("x1") for line in page.tree.iter() if line.get("class") == "barre__smic"}
