"""The facets of salary statements: rows and counts are those of a count by hand, in the unit shown."""

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.models import Lieu
from metiers.filters import SALARY_ORDER_LABELS, SalaireFacets
from metiers.models import Metier, Salaire
from metiers.salaires import Unit
from metiers.statements import Reader, load_references
from tests.by_hand import assert_counted_by_hand, draw_choices

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)


@pytest.fixture
def statements(db):
    """The statements of the guide, and some of other kinds: by the hour, old, net in Belgium."""
    model, belgique = Salaire.objects.get(ordre=1, nature="net"), Lieu.objects.get(slug="belgique")
    for annee, periode, nature, lieu in [
        (2023, "heure", "brut", model.lieu),
        (2024, "mois", "brut", model.lieu),
        (2025, "mois", "net", belgique),
        (2026, "an", "net", model.lieu),
    ]:
        model.pk = None
        model.annee, model.periode, model.nature, model.lieu = annee, periode, nature, lieu
        model.save()
    return Salaire.objects.of_published()


def facets_of(query, rows, unit=Unit.BRUT_AN):
    reader = Reader(load_references(), DAY, unit)
    return SalaireFacets(RequestFactory().get(f"/salaires/?{query}"), rows, reader)


def stated(statement):
    """Return {parameter: values in the address} of a statement, read without any of the facets' code."""
    salaire = statement.salaire
    names = ["debutant", "confirme", "senior", "expert"]
    levels = {3: "cap", 4: "bac", 5: "bac-2", 6: "bac-3", 7: "bac-5", 8: "bac-8"}
    return {
        "pays": {salaire.lieu.get_pays_display().lower()},
        "experience": set(names[salaire.niveau_min - 1 : salaire.niveau_max]),
        "niveau": {levels.get(salaire.metier.niveau_acces)},
        "source": {salaire.source.slug},
        "fiabilite": {statement.badge},
        "verification": {"a-reverifier" if statement.is_due else "recent"},
    }


def options():
    empty = facets_of("", Salaire.objects.of_published())
    return {group.param: [value.value for value in group.values] for group in empty.groups}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_and_counts_are_those_of_a_count_by_hand(statements, data):
    chosen = draw_choices(data, facets_of("", statements))
    unit = data.draw(st.sampled_from(list(Unit)))
    facets = facets_of(urlencode(chosen, doseq=True), statements, unit)
    facts = {s.salaire.pk: stated(s) for s in facets.reader.read_all(statements.for_table())}
    assert_counted_by_hand(facets, chosen, facts)


def test_a_statement_of_several_experiences_counts_in_each(statements):
    facets = facets_of("source=sup-de-vinci-maintenance&verification=a-reverifier", statements)
    (experience,) = (group for group in facets.groups if group.param == "experience")
    assert {value.value: value.count for value in experience.values} == {
        "debutant": 3,
        "confirme": 2,
        "senior": 0,
        "expert": 0,
    }


@pytest.mark.parametrize(
    ("query", "unit", "shown"),
    [
        ("", Unit.NET_MOIS, Unit.BRUT_MOIS),
        ("pays=france", Unit.NET_MOIS, Unit.NET_MOIS),
        ("pays=belgique", Unit.NET_MOIS, Unit.BRUT_MOIS),
        ("source=externatic-2024", Unit.NET_MOIS, Unit.NET_MOIS),
        ("fiabilite=estime", Unit.NET_MOIS, Unit.BRUT_MOIS),
        ("", Unit.BRUT_MOIS, Unit.BRUT_MOIS),
    ],
)
def test_net_is_shown_where_all_that_is_left_is_of_one_country_that_has_a_coefficient(query, unit, shown):
    facets = facets_of(query, Salaire.objects.of_published(), unit)
    assert (facets.reader.unit, bool(facets.reader.refusal)) == (shown, unit is not shown)


def test_one_statement_of_each_kind_stands_for_all_its_like(statements):
    rows = statements.one_of_each_kind()
    kinds = [(r.lieu.pays, r.periode, r.nature, r.statut) for r in rows]
    assert len(kinds) == len(set(kinds)) < statements.count()
    assert set(kinds) == {(r.lieu.pays, r.periode, r.nature, r.statut) for r in statements.for_table()}


def keys_of(order):
    """Return the function by which Python sorts the `SalaryStatement`s of an order, unknown values last."""
    return {
        "metier": lambda s: 0,
        "salaire": lambda s: -s.gross.minimum if s.gross else 1,
        "salaire-croissant": lambda s: s.gross.minimum if s.gross else 10**9,
        "experience": lambda s: (s.salaire.niveau_min, s.salaire.niveau_max),
        "fiabilite": lambda s: ["releve", "converti", "estime", "unite-supposee", ""].index(s.badge),
        "annee": lambda s: -(s.salaire.annee or 0),
    }[order]


@pytest.mark.parametrize("order", SALARY_ORDER_LABELS)
def test_each_order_is_that_of_what_the_page_shows_then_by_metier(statements, order):
    facets = facets_of("", statements)
    by_metier = facets.reader.read_all(statements.for_table())
    expected = [s.salaire.pk for s in sorted(by_metier, key=keys_of(order))]
    assert [salaire.pk for salaire in facets.ordered(facets.rows.for_table(), order)] == expected


def test_sources_of_statements_that_are_not_published_are_not_offered():
    assert "externatic-2024" in options()["source"]
    Metier.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    assert "externatic-2024" not in options()["source"]
