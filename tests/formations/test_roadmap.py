"""Roadmaps as pages show them."""

import pytest

from formations.models import Parcours
from formations.roadmap import Roadmap

pytestmark = pytest.mark.django_db


def roadmap(slug):
    return Roadmap(Parcours.objects.for_list().get(slug=slug))


def test_the_phases_are_as_wide_as_they_last():
    blocks = roadmap("apprendre-le-cloud-souverain").blocs
    assert [(block.duree, block.poids) for block in blocks] == [
        ("2 à 3\u00a0mois", 1),
        ("3 à 6\u00a0mois", 2),
        ("6 à 12\u00a0mois", 4),
    ]


def test_the_tracks_of_a_phase_stand_under_it_with_their_own_anchor():
    tracks = roadmap("apprendre-le-cloud-souverain").blocs[1].pistes
    assert [url for _, url in tracks] == [
        "/parcours/apprendre-le-cloud-souverain/#souverain-2-ovhcloud",
        "/parcours/apprendre-le-cloud-souverain/#souverain-2-open-source",
        "/parcours/apprendre-le-cloud-souverain/#souverain-2-auto-hebergement",
    ]


def test_the_tracks_do_not_count_in_the_total():
    assert roadmap("apprendre-le-cloud-souverain").duree == "11 à 21\u00a0mois"


def test_no_total_is_given_where_a_step_has_no_length():
    assert roadmap("devenir-architecte-cloud-belgique").duree == ""


def test_a_milestone_that_the_title_says_already_is_not_repeated():
    assert [block.duree for block in roadmap("carriere-dans-le-cloud").blocs] == ["", "", ""]


def test_a_loaded_roadmap_asks_the_database_nothing(django_assert_num_queries):
    loaded = roadmap("apprendre-le-cloud-souverain")
    with django_assert_num_queries(0):
        assert len(loaded.blocs) == 3
