"""The ways in to a métier: years, doors and stages from a level, whatever the sources give."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.niveaux import Niveau
from metiers.models import FormationMetier
from metiers.ways_in import Role, Step, usual_years, way_in

LEVELS = [niveau.value for niveau in Niveau]
BTS = Step("BTS", Role.USUAL, 5, "FR", 2, Decimal(2))
BUT = Step("BUT", Role.USUAL, 6, "FR", 3, Decimal(3))
LICENCE_PRO = Step("licence pro", Role.FURTHER, 6, "FR", 3)
MASTER = Step("master", Role.FURTHER, 7, "FR", 5, Decimal(2))
CESS = Step("CESS", Role.USUAL, 4, "BE", 0)
BACHELIER = Step("bachelier", Role.USUAL, 6, "BE", 3, Decimal(3))
BELGIAN_MASTER = Step("master belge", Role.USUAL, 7, "BE", 5, Decimal(2))
MASTERE = Step("mastère spécialisé", Role.FURTHER, 7, "FR", 6)
INGENIEUR = Step("ingénieur", Role.MINIMUM, 7, "FR", 5)

steps = st.lists(
    st.builds(
        Step,
        formation=st.integers(0, 9),
        role=st.sampled_from(Role),
        niveau=st.none() | st.sampled_from(LEVELS),
        pays=st.sampled_from(["FR", "BE"]),
        years=st.none() | st.integers(0, 12),
        duration=st.none() | st.integers(1, 6).map(Decimal),
        former=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda step: step.formation,
)
asked = st.fixed_dictionaries(
    {
        "access": st.none() | st.sampled_from(LEVELS),
        "steps": steps,
        "pays": st.sampled_from(["FR", "BE", ""]),
        "years": st.none() | st.integers(0, 12),
    }
)


def drawn(way):
    """Return [(level, years, optional, names)] of the one track of a way."""
    (track,) = way.tracks
    return [
        (stage.niveau, stage.years, stage.optional, [step.formation for step in stage.steps])
        for stage in track.stages
    ]


# --- What a pupil reads -------------------------------------------------------------------------


def test_the_way_from_the_bac_goes_through_the_usual_diploma_then_through_optional_ones():
    way = way_in(4, 5, [BTS, BUT, LICENCE_PRO, MASTER], "FR")
    assert (way.years, way.is_open) == (2, False)
    assert drawn(way) == [
        (5, 2, False, ["BTS"]),
        (6, 3, True, ["BUT", "licence pro"]),
        (7, 5, True, ["master"]),
    ]


def test_a_belgian_way_goes_through_the_bachelier_to_the_master():
    way = way_in(4, 7, [CESS, BACHELIER, BELGIAN_MASTER], "BE")
    assert way.years == 5
    assert drawn(way) == [(6, 3, False, ["bachelier"]), (7, 5, False, ["master belge"])]


def test_a_stage_is_optional_where_a_longer_formation_begins_at_the_readers_level():
    way = way_in(4, 6, [BTS, BUT], "FR")
    assert drawn(way) == [(5, 2, True, ["BTS"]), (6, 3, False, ["BUT"])]


def test_below_the_bac_the_bac_comes_first_and_years_are_counted_after_it():
    way = way_in(3, 5, [BTS], "FR")
    assert (way.first, way.years) == (4, 2)
    assert drawn(way) == [(4, 0, False, []), (5, 2, False, ["BTS"])]


def test_without_a_diploma_the_cap_comes_first_for_a_metier_that_begins_there():
    way = way_in(0, 3, [], "FR")
    assert (way.first, way.years, way.is_open) == (3, 0, False)
    assert drawn(way) == [(3, 0, False, [])]


def test_at_the_level_of_a_metier_its_diplomas_are_doors_and_the_rest_is_optional():
    way = way_in(5, 4, [Step("bac pro", Role.MINIMUM, 4, "FR", 0), BTS, BUT], "FR")
    assert (way.years, way.is_open) == (0, True)
    assert [step.formation for step in way.tracks[0].doors] == ["bac pro", "BTS"]
    assert drawn(way) == [(6, 1, True, ["BUT"])]


def test_bac_plus_six_is_a_duration_one_year_beyond_the_same_level():
    assert drawn(way_in(4, 7, [INGENIEUR, MASTERE], "FR")) == [
        (7, 5, False, ["ingénieur"]),
        (7, 6, True, ["mastère spécialisé"]),
    ]
    assert drawn(way_in(7, 7, [INGENIEUR, MASTERE], "FR")) == [(7, 1, True, ["mastère spécialisé"])]


def test_a_formation_to_go_further_never_stands_for_the_way_in():
    assert drawn(way_in(4, 7, [MASTERE], "FR")) == [
        (7, 5, False, []),
        (7, 6, True, ["mastère spécialisé"]),
    ]


def test_a_minimum_formation_tells_the_level_that_the_metier_does_not():
    way = way_in(4, None, [INGENIEUR, BTS], "FR")
    assert (way.access, way.years) == (7, 5)


def test_without_a_level_nothing_is_counted_and_what_sources_name_is_still_shown():
    way = way_in(4, None, [BTS, MASTER], "FR")
    assert (way.years, way.is_open) == (None, False)
    assert drawn(way) == [(5, 2, False, ["BTS"]), (7, 5, True, ["master"])]


def test_other_routes_stand_apart_without_years():
    vae = Step("VAE", Role.OTHER, None, "FR")
    cap = Step("CAP", Role.OTHER, 3, "FR")
    former = Step("BEP", Role.USUAL, 3, "FR", former=True)
    courses = Step("formation continue", Role.FURTHER, None, "FR")
    way = way_in(0, 4, [vae, cap, former, courses], "FR")
    assert {step.formation for step in way.others} == {"VAE", "CAP", "BEP", "formation continue"}
    assert drawn(way) == [(4, 0, False, [])]


@pytest.mark.parametrize(("start", "open_otherwise"), [(0, False), (3, True), (4, False)])
def test_another_route_that_asks_for_no_more_than_the_readers_level_is_open(start, open_otherwise):
    steps = [Step("CAP", Role.OTHER, 3, "FR"), Step("BEP", Role.OTHER, 0, "FR", former=True)]
    assert way_in(start, 4, steps, "FR").is_open_otherwise is open_otherwise


def test_formations_of_another_country_make_a_track_of_their_own():
    way = way_in(4, 5, [BTS, BACHELIER], "FR")
    assert [(track.pays, [stage.niveau for stage in track.stages]) for track in way.tracks] == [
        ("FR", [5]),
        ("BE", [6]),
    ]


def test_a_formation_is_shown_once_in_its_barest_role():
    twice = [Step("BUT", Role.FURTHER, 6, "FR", 3), Step("BUT", Role.MINIMUM, 6, "FR", 3)]
    assert drawn(way_in(4, 6, twice, "FR")) == [(6, 3, False, ["BUT"])]


def test_the_years_that_a_metier_asks_for_are_taken_from_its_source():
    assert way_in(4, 7, [], "FR", years=6).years == 6
    assert way_in(6, 7, [], "FR", years=6).years == 3


@pytest.mark.parametrize(("niveau", "years"), [(0, 0), (3, 0), (4, 0), (5, 2), (6, 3), (7, 5), (8, 8)])
def test_a_level_without_formations_counts_for_its_usual_years(niveau, years):
    assert way_in(4, niveau, [], "FR").years == years


def test_roles_are_those_of_the_formations_of_a_metier():
    assert {role.value for role in Role} == set(FormationMetier.Role.values)


# --- What holds whatever the sources give -------------------------------------------------------


@given(start=st.sampled_from(LEVELS), other=st.sampled_from(LEVELS), asked=asked)
def test_a_higher_level_never_needs_more_years(start, other, asked):
    low, high = (way_in(niveau, **asked) for niveau in sorted((start, other)))
    assert high.first <= low.first
    assert (high.years or 0) <= (low.years or 0)


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_a_metier_is_open_from_its_level_on_and_from_there_only(start, asked):
    way = way_in(start, **asked)
    if way.access is None:
        assert way.years is None
    else:
        assert way.is_open == (start >= way.access)
        assert (way.years == 0 and way.first == 0) == way.is_open


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_stages_rise_from_the_readers_level_and_never_take_fewer_years(start, asked):
    for track in way_in(start, **asked).tracks:
        places = [(stage.niveau, stage.years_after_bac) for stage in track.stages]
        assert places == sorted(set(places))
        assert all(place > (start, 0) for place in places)
        required = [stage.niveau for stage in track.stages if not stage.optional]
        assert required == sorted(required)


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_the_last_stage_that_is_not_optional_ends_in_the_years_that_the_way_announces(start, asked):
    way = way_in(start, **asked | {"years": None})
    needed = [
        [stage for stage in track.stages if not stage.optional]
        for track in way.tracks
        if asked["pays"] in ("", track.pays)
    ]
    if way.is_open:
        assert not any(needed)
    elif way.access is not None:
        assert {stages[-1].niveau for stages in needed} == {way.access}
        assert min(stages[-1].years for stages in needed) == way.years


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_no_track_holds_a_diploma_of_another_country(start, asked):
    for track in way_in(start, **asked).tracks:
        held = [*track.doors, *(step for stage in track.stages for step in stage.steps)]
        assert {step.pays for step in held} <= {track.pays}


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_nothing_is_lost_but_what_is_behind_or_leads_no_further(start, asked):
    way = way_in(start, **asked)
    shown = {step.formation for track in way.tracks for step in track.doors}
    shown |= {step.formation for track in way.tracks for stage in track.stages for step in stage.steps}
    shown |= {step.formation for step in way.others}
    above = {
        step.formation
        for step in asked["steps"]
        if step.niveau is not None and step.niveau > max(start, way.access or 0)
    }
    assert above <= shown


@given(start=st.sampled_from(LEVELS), asked=asked)
def test_the_same_question_has_the_same_answer(start, asked):
    assert way_in(start, **asked) == way_in(start, **asked)


def test_usual_years_never_fall_as_levels_rise():
    years = [usual_years(niveau) for niveau in LEVELS]
    assert years == sorted(years) == [0, 0, 0, 2, 3, 5, 8]
