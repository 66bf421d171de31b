"""What stands out among the statements of a métier: sources that disagree, figures that grow old."""

from datetime import date
from decimal import Decimal

import pytest

from core.models import Lieu, Source
from metiers.models import Metier, Salaire
from metiers.remarks import disagreements, due_sentence
from metiers.salaires import Unit
from metiers.statements import Reader, load_references
from tests.page import plain

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
ONISEP, ARTICLE, GUIDE = "onisep-met-228", "article-technicien-cloud", "guide-belge-architecte-cloud"
BEGINNER, SENIOR = (1, 1), (2, 3)


@pytest.fixture
def said():
    """Build a row: « 30 000 to 40 000 € gross a year, for beginners, in France » of a source, changed."""
    metier = Metier.objects.get(slug="technicien-cloud")

    def build(source, low, high, experience=BEGINNER, lieu="france", **changes):
        return Salaire(
            metier=metier,
            source=Source.objects.get(slug=source),
            lieu=Lieu.objects.get(slug=lieu),
            niveau_min=experience[0],
            niveau_max=experience[1],
            montant_min=Decimal(low),
            montant_max=None if high is None else Decimal(high),
            **{"periode": "an", "nature": "brut"} | changes,
        )

    return build


def told(rows, unit=Unit.BRUT_AN):
    """Return the sentences on disagreement that a reader in this unit reads."""
    reader = Reader(load_references(), DAY, unit).on_one_axis(rows)
    return [plain(sentence) for sentence in disagreements(reader.read_all(rows))]


def test_two_sources_without_a_common_amount_are_set_apart_by_their_two_ends(said):
    rows = [said(ONISEP, 30_000, 33_000), said(ARTICLE, 34_000, 41_000)]
    assert told(rows) == [
        "Pour un débutant, les sources vont de 30 000 à 41 000 € brut par an : écart de 11 000 €."
    ]


@pytest.mark.parametrize(
    ("unit", "gap"),
    [
        (Unit.BRUT_AN, "de 30 000 à 42 000 € brut par an : écart de 12 000 €."),
        (Unit.BRUT_MOIS, "de 2 500 à 3 500 € brut par mois : écart de 1 000 €."),
        (Unit.NET_MOIS, "de 1 950 à 2 730 € net par mois : écart de 780 €."),
    ],
)
def test_the_gap_is_told_in_the_unit_of_the_reader(said, unit, gap):
    rows = [said(ONISEP, 30_000, 33_000), said(ARTICLE, 34_000, 42_000)]
    assert told(rows, unit) == [f"Pour un débutant, les sources vont {gap}"]


def test_an_open_range_above_another_leaves_the_gap_open(said):
    rows = [said(ONISEP, 45_000, None), said(ARTICLE, 34_000, 41_000)]
    assert told(rows) == [
        "Pour un débutant, les sources vont de 34 000 à 45 000 € ou plus brut par an : "
        "écart d’au moins 11 000 €."
    ]


@pytest.mark.parametrize(
    ("ranges", "sentence"),
    [
        ([(30, 36), (34, 41)], "de 30 000 à 41 000 € {} : leurs débuts de fourchette diffèrent de 4 000 €."),
        # The open one ends nowhere: the end of the other is not that of what the sources say.
        (
            [(36, None), (34, 41)],
            "de 34 000 à 41 000 € ou plus {} : leurs débuts de fourchette diffèrent de 2 000 €.",
        ),
        (
            [(36, None), (34, None)],
            "de 34 000 à 36 000 € ou plus {} : leurs débuts de fourchette diffèrent de 2 000 €.",
        ),
        # One amount in common is enough.
        ([(30, 34), (34, 41)], "de 30 000 à 41 000 € {} : leurs débuts de fourchette diffèrent de 4 000 €."),
        ([(34, 38), (34, 41)], "de 34 000 à 41 000 € {} : leurs fourchettes commencent au même montant."),
        (
            [(34, None), (34, 41)],
            "de 34 000 à 41 000 € ou plus {} : leurs fourchettes commencent au même montant.",
        ),
        (
            [(30, 36), (34, 41), (35, 35)],
            "de 30 000 à 41 000 € {} : leurs débuts de fourchette diffèrent de 5 000 € au plus.",
        ),
    ],
)
def test_ranges_that_share_an_amount_overlap_and_tell_how_far_apart_they_begin(said, ranges, sentence):
    rows = [
        said(source, low * 1000, high and high * 1000)
        for source, (low, high) in zip([ONISEP, ARTICLE, GUIDE], ranges, strict=False)
    ]
    extent = sentence.format("brut par an et se recoupent")
    assert told(rows) == [f"Pour un débutant, les sources vont {extent}"]


def test_three_sources_of_which_two_overlap_are_set_apart(said):
    rows = [said(ONISEP, 30_000, 36_000), said(ARTICLE, 34_000, 41_000), said(GUIDE, 45_000, 50_000)]
    assert told(rows) == [
        "Pour un débutant, les sources vont de 30 000 à 50 000 € brut par an : écart de 20 000 €."
    ]


def test_a_source_that_says_two_amounts_overlaps_by_either(said):
    rows = [said(ONISEP, 30_000, 31_000), said(ONISEP, 36_000, 40_000), said(ARTICLE, 37_000, 41_000)]
    assert told(rows) == [
        "Pour un débutant, les sources vont de 30 000 à 41 000 € brut par an et se recoupent : "
        "leurs débuts de fourchette diffèrent de 7 000 €."
    ]


@pytest.mark.parametrize(("low", "high"), [(36_000, 36_000), (36_000, 42_000), (36_000, None)])
def test_two_sources_that_say_the_same_do_not_disagree(said, low, high):
    a_month = [low // 12, high and high // 12]
    assert told([said(ONISEP, low, high), said(ARTICLE, *a_month, periode="mois")]) == []


def test_an_amount_and_a_range_open_from_it_do_not_disagree(said):
    assert told([said(ONISEP, 36_000, None), said(ARTICLE, 36_000, 36_000)]) == []


def test_one_source_never_disagrees_with_itself(said):
    assert told([said(ONISEP, 30_000, 36_000), said(ONISEP, 40_000, 50_000)]) == []


def test_sources_that_speak_of_other_people_do_not_disagree(said):
    assert told([said(ONISEP, 30_000, 36_000), said(ARTICLE, 50_000, 60_000, SENIOR)]) == []


def test_levels_of_which_the_same_sources_speak_share_a_sentence(said):
    rows = [said(ONISEP, 40_000, 44_000, SENIOR), said(ARTICLE, 45_000, 60_000, SENIOR)]
    assert told(rows) == [
        "Pour un profil confirmé ou senior, les sources vont de 40 000 à 60 000 € brut par an : "
        "écart de 20 000 €."
    ]


def test_a_source_on_two_levels_meets_another_on_one(said):
    rows = [said(ONISEP, 30_000, 32_000, (1, 2)), said(ARTICLE, 34_000, 50_000)]
    assert told(rows) == [
        "Pour un débutant, les sources vont de 30 000 à 50 000 € brut par an : écart de 20 000 €."
    ]


def test_two_countries_do_not_disagree_and_each_is_named(said):
    french = [said(ONISEP, 30_000, 33_000), said(ARTICLE, 34_000, 41_000)]
    assert told([french[0], said(GUIDE, 45_000, 57_000, lieu="belgique")]) == []
    belgian = [said(slug, low, low, lieu="belgique") for slug, low in [(GUIDE, 50_000), (ONISEP, 40_000)]]
    assert told([*french, *belgian], Unit.NET_MOIS) == [
        "Pour un débutant (France), les sources vont de 2 500 à 3 417 € brut par mois : écart de 917 €.",
        "Pour un débutant (Belgique), les sources vont de 3 333 à 4 167 € brut par mois : écart de 834 €.",
    ]


def test_a_town_does_not_disagree_with_its_country_and_is_named(said):
    assert told([said(ONISEP, 30_000, 36_000), said(ARTICLE, 34_000, 41_000, lieu="paris")]) == []
    rows = [said(slug, low, low, lieu="paris") for slug, low in [(ONISEP, 30_000), (ARTICLE, 41_000)]]
    assert told(rows) == [
        "Pour un débutant (Paris), les sources vont de 30 000 à 41 000 € brut par an : écart de 11 000 €."
    ]


def test_what_cannot_be_converted_takes_no_part(said):
    rows = [
        said(GUIDE, 2_000, 2_500, lieu="belgique", periode="mois", nature="net"),
        said(ONISEP, 45_000, 57_000, lieu="belgique"),
    ]
    assert told(rows) == []


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ([], ""),
        ([2026, 2025], ""),
        ([None], "Ce montant est à revérifier : sans année."),
        ([2023], "Ce montant est à revérifier : vieux de plus de 24 mois."),
        ([None, None], "Les 2 montants sont à revérifier : sans année."),
        ([2025, None, 2026], "1 des 3 montants est à revérifier : sans année."),
        (
            [2025, None, 2021, None],
            "3 des 4 montants sont à revérifier : sans année ou vieux de plus de 24 mois.",
        ),
    ],
)
def test_figures_that_are_due_are_counted_with_the_reason(said, years, sentence):
    rows = [said(ONISEP, 30_000, 36_000, annee=year) for year in years]
    assert plain(due_sentence(Reader(load_references(), DAY).read_all(rows))) == sentence
