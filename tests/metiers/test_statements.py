"""Salary statements of the guide beside the reference values in force on a day."""

from datetime import date
from decimal import Decimal

import pytest

from core.models import Lieu
from metiers.models import Metier, Salaire
from metiers.statements import Reader, SalaryStatement, load_references

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    return Reader(load_references(), date(2026, 11, 21))


def statements_of(reader, slug):
    rows = Salaire.objects.filter(metier__slug=slug).select_related("lieu", "source").order_by("ordre", "pk")
    return reader.read_all(rows)


@pytest.mark.parametrize(
    ("day", "minimum", "label"),
    [
        (date(2026, 11, 21), 22404, "SMIC 22\u202f404\u00a0€"),
        (date(2026, 5, 31), 21876, "SMIC 21\u202f876\u00a0€"),
        (date(2025, 6, 1), 21622, "SMIC 21\u202f622\u00a0€"),
        (date(2023, 1, 1), None, ""),
    ],
)
def test_the_legal_minimum_is_the_one_in_force_on_the_day(day, minimum, label):
    reader = Reader(load_references(), day)
    assert (reader.french_minimum, reader.french_minimum_label) == (minimum, label)


def test_reading_the_references_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        Reader(load_references(), date(2026, 11, 21)).french_minimum  # noqa: B018


def test_the_four_statements_on_a_cloud_engineer_are_read_each_with_its_certainty(reader):
    read = statements_of(reader, "ingenieur-cloud-computing")
    assert [(statement.texte, statement.badge, statement.place) for statement in read] == [
        ("dès 36\u202f960\u00a0€ brut par an", "converti", "France"),
        ("34\u202f000 à 41\u202f000\u00a0€ brut par an", "unite-supposee", "France"),
        ("dès 55\u202f000\u00a0€ brut par an", "unite-supposee", "France"),
        ("dès 75\u202f000\u00a0€ brut par an", "unite-supposee", "Paris, France"),
    ]


def test_statements_are_told_apart_by_experience_place_and_source(reader):
    read = statements_of(reader, "technicien-cloud")
    assert [statement.label for statement in read] == [
        "débutant · Externatic, 2024",
        "confirmé à senior · Article technicien cloud, 2026",
        "confirmé à senior · Paris · Article technicien cloud, 2026",
    ]
    assert [statement.year_text for statement in read] == ["", "sans année", "sans année"]


def test_a_pay_that_begins_under_the_minimum_is_marked(reader):
    read = statements_of(reader, "technicien-de-maintenance-informatique")
    assert [(int(s.equivalent.minimum), s.is_below_minimum) for s in read] == [
        (20769, True),
        (30769, False),
        (20769, True),
    ]


def test_no_other_metier_of_the_guide_is_under_the_minimum(reader):
    rows = Salaire.objects.of_published().for_table()
    below = {s.salaire.metier.slug for s in reader.read_all(rows) if s.is_below_minimum}
    assert below == {"technicien-de-maintenance-informatique"}


def test_the_french_minimum_says_nothing_of_a_belgian_pay(reader):
    salaire = Salaire.objects.filter(metier__slug="architecte-cloud").select_related("lieu", "source").first()
    salaire.montant_min = Decimal(1000)
    assert reader.read(salaire).is_below_minimum is False


def test_a_statement_without_equivalent_keeps_its_own_words(reader):
    salaire = Salaire.objects.filter(nature="net").select_related("source").order_by("ordre").first()
    salaire.lieu = Lieu.objects.get(slug="belgique")
    statement = reader.read(salaire)
    assert isinstance(statement, SalaryStatement)
    assert (statement.equivalent, statement.badge, statement.badge_label) == (None, "", "")
    assert statement.texte == "1\u202f350 à 1\u202f600\u00a0€ net par mois"


@pytest.mark.parametrize(
    ("slug", "texte"),
    [
        ("technicien-cloud", "23\u202f000 à 27\u202f000\u00a0€ brut par an"),
        ("ingenieur-cloud-computing", "dès 36\u202f960\u00a0€ brut par an"),
        ("technicien-de-maintenance-informatique", "20\u202f769 à 24\u202f615\u00a0€ brut par an"),
    ],
)
def test_the_best_known_statement_stands_for_a_beginners_pay(reader, slug, texte):
    metier = Metier.objects.for_list().get(slug=slug)
    assert reader.beginner(metier.salaires_debutant).texte == texte


def test_a_metier_without_a_beginners_statement_has_none(reader):
    metier = Metier.objects.for_list().get(slug="ingenieur-cloud-souverain")
    assert reader.beginner(metier.salaires_debutant) is None
