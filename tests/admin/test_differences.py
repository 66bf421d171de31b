"""Two versions of a row, told in words."""

import datetime
from decimal import Decimal

import pytest

from core.admin.differences import around_change, changes_between, in_words
from core.models import Lieu
from formations.models import Etape
from metiers.models import Creneau, Metier, Salaire
from tests.admin.editor import plain

LONG = "Le poste est en équipe. " * 12


def field(model, name):
    return model._meta.get_field(name)


@pytest.mark.parametrize(
    ("model", "name", "value", "words"),
    [
        (Metier, "etat", "a-relire", "à relire"),
        (Metier, "niveau_acces", 5, "Bac + 2"),
        (Metier, "niveau_acces", None, ""),
        (Metier, "annees_etudes_min", 2, "2"),
        (Metier, "verifie_le", datetime.date(2026, 11, 21), "21 novembre 2026"),
        (Creneau, "debut", datetime.time(9, 30), "09:30"),
        (Salaire, "montant_min", Decimal("3080.00"), "3 080"),
        (Salaire, "montant_min", Decimal("1443.50"), "1 443,5"),
        (Salaire, "annee", 2026, "2026"),
        (Salaire, "nature", "", ""),
    ],
)
def test_a_value_reads_as_on_the_page(model, name, value, words):
    assert plain(in_words(field(model, name), value, {})) == words


def test_a_yes_or_no_reads_as_such():
    assert in_words(field(Etape, "facultative"), True, {}) == "oui"
    assert in_words(field(Etape, "facultative"), False, {}) == "non"


def test_a_row_is_named_and_one_that_is_gone_keeps_its_number():
    lieu = field(Salaire, "lieu")
    labels = {Lieu: {1: Lieu(nom="Namur")}}
    assert in_words(lieu, 1, labels) == "Namur"
    assert in_words(lieu, 2, labels) == "supprimé (n° 2)"


def test_short_texts_are_told_whole():
    assert around_change("une équipe", "deux équipes") == ("une équipe", "deux équipes")


def test_a_long_text_is_told_around_what_changed():
    before, after = around_change(LONG + "Peu de déplacements.", LONG + "Beaucoup de déplacements.")
    assert before == "… poste est en équipe. Peu de déplacements."
    assert after == "… poste est en équipe. Beaucoup de déplacements."


def test_an_addition_to_a_long_text_is_told_without_the_rest():
    before, after = around_change(LONG.strip(), LONG + "Et seul parfois.")
    assert before == "… Le poste est en équipe."
    assert after == "… Le poste est en équipe. Et seul parfois."


def test_a_field_that_did_not_change_is_not_told():
    before = Metier(nom_masculin="pilote", etat="brouillon")
    after = Metier(nom_masculin="pilote", etat="publie")
    fields = [field(Metier, "nom_masculin"), field(Metier, "etat")]
    assert [
        (change.field, change.before, change.after) for change in changes_between(fields, before, after, {})
    ] == [("état", "brouillon", "publié")]


def test_the_time_of_the_last_save_is_no_change():
    before, after = Metier(modifie_le=1), Metier(modifie_le=2)
    assert changes_between([field(Metier, "modifie_le")], before, after, {}) == []


def test_blanks_around_a_text_are_no_change():
    before, after = Metier(acces="Un BTS.\nUn BUT.\n"), Metier(acces="Un BTS.\r\nUn BUT.")
    assert changes_between([field(Metier, "acces")], before, after, {}) == []
