"""What the page of a métier says of pay."""

import pytest

from metiers.models import Salaire
from tests.page import section, words

pytestmark = pytest.mark.django_db


def test_sources_that_disagree_on_pay_stand_side_by_side(fiche):
    rows = section(fiche("ingenieur-cloud-computing"), "salaire").findall(".//tbody/tr")
    assert [(words(row[0]), words(row[1]).split("€")[0], words(row[2])) for row in rows] == [
        ("DébutantFrance", "dès 36\u202f960\u00a0", "Converti"),
        ("DébutantFrance", "34\u202f000 à 41\u202f000\u00a0", "Unité supposée"),
        ("SeniorFrance", "dès 55\u202f000\u00a0", "Unité supposée"),
        ("ExpertParis, France", "dès 75\u202f000\u00a0", "Unité supposée"),
    ]
    assert all(row.find(".//a[@class='source']") is not None for row in rows)


def test_a_pay_under_the_legal_minimum_is_noted_in_red(fiche, a_day_of_november):
    page = fiche("technicien-de-maintenance-informatique")
    (note,) = section(page, "salaire").findall(".//div[@class='encart encart--alerte']")
    assert words(note.find("p")) == "Sous le minimum légal"
    text = words(note)
    assert "Sup de Vinci" in text
    assert "1\u202f350 à 1\u202f600\u00a0€ net par mois" in text
    assert "22\u202f404\u00a0€ brut par an" in text


def test_a_pay_above_the_legal_minimum_bears_no_note(fiche, a_day_of_november):
    assert not section(fiche("technicien-cloud"), "salaire").findall(".//div[@role='note']")


def test_a_statement_on_a_page_keeps_the_words_of_its_source(fiche):
    salaire = Salaire.objects.get(metier__slug="architecte-cloud", niveau_min=1)
    assert salaire.montant == "3\u202f800 à 4\u202f800\u00a0€ brut par mois"
    assert salaire.montant in words(section(fiche("architecte-cloud"), "salaire"))
