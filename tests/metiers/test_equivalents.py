"""What the database computes of a statement is what pages say of it, to the euro."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.db.models import F
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.models import Lieu
from metiers.equivalents import beginners_pay, gross_euros, gross_rank, shown_rank
from metiers.models import Metier, ReferenceSalaire, Salaire
from metiers.salaires import Unit
from metiers.statements import BEST_KNOWN, Reader, load_references

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
PERIODES = Salaire.Periode.values
NATURES = ["", *Salaire.Nature.values]
STATUTS = ["", *Salaire.Statut.values]
PAYS = ["france", "belgique"]


def computed(reader):
    """Return {key: (gross minimum, gross maximum, rank shown, rank of the gross year)} by the database."""
    rows = Salaire.objects.annotate(
        bas=gross_euros(reader),
        haut=gross_euros(reader, "montant_max"),
        montre=shown_rank(reader),
        brut=gross_rank(reader),
    )
    return {row.pk: (row.bas, row.haut, row.montre, row.brut) for row in rows}


def said(reader):
    """Return the same as pages say it, statement by statement."""

    def rank(equivalent):
        return BEST_KNOWN.index(equivalent.badge) if equivalent else None

    return {
        s.salaire.pk: (
            s.gross and s.gross.minimum,
            s.gross and s.gross.maximum,
            rank(s.equivalent),
            rank(s.gross),
        )
        for s in reader.read_all(Salaire.objects.for_table())
    }


def add_statements(statements):
    """Add (minimum, maximum, period, nature, status, place, unit if not €) statements to a métier."""
    model = Salaire.objects.first()
    lieux = {lieu.slug: lieu for lieu in Lieu.objects.filter(slug__in=PAYS)}
    Salaire.objects.bulk_create(
        Salaire(
            metier=model.metier,
            source=model.source,
            niveau_min=1,
            niveau_max=1,
            montant_min=low,
            montant_max=high,
            periode=periode,
            nature=nature,
            statut=statut,
            lieu=lieux[lieu],
            devise=next(iter(devise), "EUR"),
        )
        for low, high, periode, nature, statut, lieu, *devise in statements
    )


@pytest.mark.parametrize("unit", list(Unit))
def test_every_statement_of_the_guide_has_the_same_gross_year_and_badge_in_the_database(unit):
    reader = Reader(load_references(), DAY, unit)
    assert len(computed(reader)) == 21
    assert computed(reader) == said(reader)


@pytest.mark.parametrize("unit", list(Unit))
def test_so_has_a_statement_of_every_period_nature_status_and_country(unit):
    add_statements(
        (Decimal("1234.56"), Decimal("2345.67"), *kind) for kind in product(PERIODES, NATURES, STATUTS, PAYS)
    )
    add_statements((Decimal("1.5"), None, "mois", "brut", *kind, "SMIC") for kind in product(STATUTS, PAYS))
    reader = Reader(load_references(), DAY, unit)
    assert len(computed(reader)) == 21 + 90 + 6
    assert computed(reader) == said(reader)


AMOUNTS = st.decimals(Decimal("0.01"), Decimal("999999.99"), places=2)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amounts=st.lists(AMOUNTS, min_size=20, max_size=20),
    coefficient=st.decimals(Decimal("0.5"), Decimal("1"), places=4),
)
# Halves of a euro by way of a factor that no number writes in full: 1,35 / 0,9 is 1,50.
@example(amounts=[Decimal("0.45") * odd for odd in range(1, 2001, 2)], coefficient=Decimal("0.9"))
def test_amounts_are_rounded_to_the_same_euro(amounts, coefficient):
    Salaire.objects.filter(niveau_max=1, remarque="").delete()
    ReferenceSalaire.objects.filter(type="net-sur-brut").update(valeur=coefficient)
    kinds = list(product(PERIODES, ["brut", "net"], ["", "cadre"], PAYS))
    add_statements((amount, None, *kinds[rank % len(kinds)]) for rank, amount in enumerate(amounts))
    reader = Reader(load_references(), DAY)
    assert computed(reader) == said(reader)


def test_a_new_reference_value_changes_what_the_database_computes():
    slug = "technicien-de-maintenance-informatique"
    before = Metier.objects.alias(**beginners_pay(Reader.today(), 5_000, 50_000))
    assert before.values_list(F("brut_an_debutant"), F("tranche_debutant")).get(slug=slug) == (20_769, 20_000)
    ReferenceSalaire.objects.filter(type="net-sur-brut", statut="non-cadre").update(valeur="0.6")
    after = Metier.objects.alias(**beginners_pay(Reader.today(), 5_000, 50_000))
    assert after.values_list(F("brut_an_debutant"), F("tranche_debutant")).get(slug=slug) == (27_000, 25_000)


def test_a_beginners_pay_is_that_of_the_card():
    reader = Reader.today()
    rows = Metier.objects.for_list().annotate(**beginners_pay(reader, 5_000, 50_000))
    cards = {metier.slug: reader.beginner(metier.salaires_debutant) for metier in rows}
    assert {metier.slug: metier.brut_an_debutant for metier in rows} == {
        slug: card and card.gross.minimum for slug, card in cards.items()
    }
    assert sum(card is not None for card in cards.values()) == 7
