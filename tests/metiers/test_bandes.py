"""Salary strips: where each bar begins and ends, in hundredths of the axis."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.bandes import Axis, bar, french_minimum_among, strip
from metiers.salaires import Badge, Equivalent, Unit

AMOUNTS = st.integers(min_value=1, max_value=400_000).map(Decimal)


def equivalent(minimum, maximum=None, badge=Badge.RELEVE):
    return Equivalent(Decimal(minimum), None if maximum is None else Decimal(maximum), badge, "")


EQUIVALENTS = st.tuples(AMOUNTS, st.none() | AMOUNTS, st.sampled_from(list(Badge))).map(
    lambda drawn: equivalent(drawn[0], drawn[1] and max(drawn[:2]), drawn[2])
)


def test_the_axis_begins_at_ten_thousand_and_ends_on_a_round_amount():
    axis = Axis([Decimal(23_000), Decimal(41_000)])
    assert (axis.start, axis.step, axis.end) == (10_000, 10_000, 50_000)
    assert [(mark.x, mark.label) for mark in axis.graduations()] == [
        (0.0, "10\u202f000\u00a0€"),
        (25.0, "20\u202f000"),
        (50.0, "30\u202f000"),
        (75.0, "40\u202f000"),
        (100.0, "50\u202f000"),
    ]


def test_the_axis_begins_at_zero_for_an_amount_below_ten_thousand():
    assert Axis([Decimal(9_000), Decimal(30_000)]).start == 0


@pytest.mark.parametrize("amounts", [[], [None]])
def test_an_axis_without_amounts_can_still_be_drawn(amounts):
    marks = Axis(amounts).graduations()
    assert (marks[0].label, marks[0].x, marks[-1].x) == ("10\u202f000\u00a0€", 0, 100)


@given(st.lists(AMOUNTS, min_size=1))
def test_every_amount_has_its_place_on_the_axis_in_order(amounts):
    axis = Axis(amounts)
    places = [axis.x(amount) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert axis.start <= min(amounts) <= max(amounts) <= axis.end
    marks = [mark.x for mark in axis.graduations()]
    assert (marks[0], marks[-1], marks) == (0, 100, sorted(marks))
    assert len(marks) >= 2


@given(st.lists(EQUIVALENTS, min_size=1, max_size=6), st.none() | AMOUNTS)
def test_nothing_is_drawn_outside_the_axis(equivalents, minimum):
    drawn = strip("Salaires", [("ligne", one, "France", "") for one in equivalents], minimum)
    for line in drawn.lignes:
        assert 0 <= line.x <= 100
        assert line.largeur >= 0
        assert line.x + line.largeur <= 101
    assert drawn.smic_x is None or 0 <= drawn.smic_x <= 100


def test_a_note_ends_the_words_of_a_bar_and_what_is_read_of_it():
    drawn = strip("Salaires", [("débutant", equivalent(20_000), "France", "", "commence sous le SMIC")])
    assert drawn.lignes[0].texte == "dès 20\u202f000\u00a0€ brut par an, commence sous le SMIC"
    assert drawn.description.endswith(f"débutant\u00a0: {drawn.lignes[0].texte}")


def test_a_range_goes_from_its_minimum_to_its_maximum():
    line = bar(Axis([Decimal(50_000)]), "débutant", equivalent(20_000, 30_000))
    assert (line.x, line.largeur, line.ouverte, line.contour) == (25.0, 25.0, False, "plein")


def test_a_single_amount_is_a_dot_and_no_range_is_however_narrow():
    axis = Axis([Decimal(130_000)])
    single, narrow = (bar(axis, "débutant", equivalent(30_000, top)) for top in (30_000, 30_500))
    assert (single.ponctuelle, narrow.ponctuelle, narrow.largeur) == (True, False, 1.0)
    assert not bar(axis, "débutant", equivalent(30_000)).ponctuelle
    assert not bar(axis, "débutant", None).ponctuelle


@pytest.mark.parametrize(("pays", "bears"), [("France", True), ("Belgique", False), ("Suisse", False)])
def test_the_legal_minimum_has_its_tick_on_french_bars_alone(pays, bears):
    assert bar(Axis([]), "débutant", equivalent(30_000), pays).porte_smic is bears


def test_an_open_range_fades_over_a_fifth_of_the_axis():
    line = bar(Axis([Decimal(50_000)]), "débutant", equivalent(20_000))
    assert (line.x, line.largeur, line.ouverte) == (25.0, 20.0, True)


def test_an_open_range_at_the_end_of_the_axis_stops_there():
    line = bar(Axis([Decimal(50_000)]), "débutant", equivalent(48_000))
    assert (line.x, line.largeur) == (95.0, 5.0)


def test_an_open_range_has_room_to_fade_on_its_strip():
    (line,) = strip("Salaires", [("débutant", equivalent(60_000), "France", "")]).lignes
    assert line.x + 20 <= 100


@pytest.mark.parametrize(
    ("badge", "contour"),
    [
        (Badge.RELEVE, "plein"),
        (Badge.CONVERTI, "plein"),
        (Badge.ESTIME, "pointille"),
        (Badge.UNITE_SUPPOSEE, "pointille"),
    ],
)
def test_what_is_estimated_or_supposed_is_dashed(badge, contour):
    line = bar(Axis([Decimal(50_000)]), "débutant", equivalent(20_000, 30_000, badge))
    assert (line.contour, line.badge) == (contour, badge.code)


def test_what_is_not_known_has_no_bar_and_says_so():
    line = bar(Axis([]), "débutant", None, "Belgique")
    assert (line.texte, line.largeur, line.pays) == ("Non renseigné", None, "Belgique")


def test_a_strip_is_told_in_words_too():
    drawn = strip(
        "Salaires",
        [
            ("départ", equivalent(20_000, 30_000), "France", ""),
            ("senior", equivalent(50_000), "France", ""),
        ],
        Decimal(22_404),
        "SMIC",
    )
    assert drawn.description == (
        "Axe de 10\u202f000 à 70\u202f000\u00a0€ brut par an\u00a0; repère\u00a0: SMIC\u00a0; "
        "départ\u00a0: 20\u202f000 à 30\u202f000\u00a0€ brut par an\u00a0; "
        "senior\u00a0: dès 50\u202f000\u00a0€ brut par an"
    )
    assert (drawn.smic_x, drawn.smic_label) == (20.67, "SMIC")


def test_a_strip_without_a_minimum_wage_marks_none():
    assert strip("Salaires", [("débutant", equivalent(20_000), "Belgique", "")]).smic_x is None


def test_the_french_minimum_has_no_place_on_an_axis_without_a_french_bar():
    entries = [("guide belge", equivalent(45_600, 57_600), "Belgique", "")]
    drawn = strip("Salaires", entries, Decimal(22_404), "SMIC 22 404 €")
    assert (drawn.smic_x, drawn.smic_label, drawn.graduations[-1].label) == (None, "", "70\u202f000")


@pytest.mark.parametrize(
    ("countries", "told"),
    [
        ({"France"}, (22_404, "SMIC")),
        ({"France", "Belgique"}, (22_404, "SMIC (France)")),
        ({"Belgique"}, (None, "")),
        (set(), (None, "")),
    ],
)
def test_the_french_minimum_says_that_it_is_french_beside_another_country(countries, told):
    assert french_minimum_among(countries, 22_404, "SMIC") == told
    # The guide may know none.
    assert french_minimum_among(countries, None, "") == (None, "")


def test_an_axis_of_two_countries_names_the_country_of_each_bar_and_of_the_minimum():
    entries = [
        ("ingénieur", equivalent(36_960), "France", ""),
        ("architecte", equivalent(45_600, 57_600), "Belgique", ""),
        ("technicien", None, "France", ""),
    ]
    drawn = strip("Salaires", entries, Decimal(22_404), "SMIC 22 404 €")
    assert [line.mention for line in drawn.lignes] == ["France", "Belgique", "France"]
    assert drawn.smic_label == "SMIC 22 404 € (France)"
    assert drawn.description == (
        "Axe de 10\u202f000 à 70\u202f000\u00a0€ brut par an\u00a0; "
        "repère\u00a0: SMIC 22 404 € (France)\u00a0; "
        "ingénieur (France)\u00a0: dès 36\u202f960\u00a0€ brut par an\u00a0; "
        "architecte (Belgique)\u00a0: 45\u202f600 à 57\u202f600\u00a0€ brut par an\u00a0; "
        "technicien (France)\u00a0: Non renseigné"
    )


@pytest.mark.parametrize(("pays", "mentioned"), [("France", ""), ("Belgique", "Belgique"), ("", "")])
def test_an_axis_of_one_country_names_it_unless_it_is_france(pays, mentioned):
    (line,) = strip("Salaires", [("débutant", equivalent(20_000), pays, "")]).lignes
    assert line.mention == mentioned


@pytest.mark.parametrize(
    ("unit", "amounts", "labels"),
    [
        (
            Unit.BRUT_AN,
            (23_000, 41_000),
            ["10\u202f000\u00a0€", "20\u202f000", "30\u202f000", "40\u202f000", "50\u202f000"],
        ),
        (Unit.BRUT_MOIS, (1_917, 3_417), ["1\u202f000\u00a0€", "2\u202f000", "3\u202f000", "4\u202f000"]),
        (
            Unit.NET_MOIS,
            (1_495, 2_665),
            ["1\u202f000\u00a0€", "1\u202f500", "2\u202f000", "2\u202f500", "3\u202f000"],
        ),
    ],
)
def test_the_axis_has_round_marks_in_each_unit(unit, amounts, labels):
    drawn = strip("Salaires", [("débutant", equivalent(*amounts), "France", "")], unit=unit)
    assert [mark.label for mark in drawn.graduations] == labels
