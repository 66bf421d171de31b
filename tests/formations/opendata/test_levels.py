"""The level and the years of a formation, from two scales that disagree."""

import pytest

from formations.opendata.levels import level_fields


@pytest.mark.parametrize(
    ("certification", "study", "ref", "niveau", "years"),
    [
        ("niveau 7 (bac + 5)", "Bac + 5", "REF.410", 7, 5),
        # Years beyond the certificate are years.
        ("niveau 7 (bac + 5)", "Bac + 6", "REF.423", 7, 6),
        ("niveau 4 (bac ou équivalent)", "Bac + 1", "REF.420", 4, 1),
        ("niveau 5 (bac + 2)", "Bac + 5", "REF.410", 5, 5),
        # Not in the register: the level of the studies.
        ("non inscrit au RNCP", "Bac + 3", "REF.421", 6, 3),
        ("non inscrit au RNCP", "autre formation", "REF.415", None, None),
        # By their words, where a file gives no identifier.
        ("niveau 5", "bac + 2", "", 5, 2),
    ],
)
def test_the_register_is_followed_and_the_studies_give_the_years(certification, study, ref, niveau, years):
    fields, reason = level_fields(certification, study, ref)
    assert (fields, reason) == ({"niveau": niveau, "annees_apres_bac": years}, "")


def test_a_list_without_studies_gives_a_level_alone():
    assert level_fields("niveau 3 (niveau CAP)") == ({"niveau": 3}, "")
    assert level_fields("non inscrit au RNCP") == ({}, "")


def test_studies_that_stop_below_the_certificate_are_left_out_and_told():
    assert level_fields("niveau 6 (bac + 3)", "CAP ou équivalent", "REF.413") == (
        {"niveau": 6, "annees_apres_bac": None},
        "« CAP ou équivalent » ne va pas avec « niveau 6 (bac + 3) », qui est suivi",
    )


def test_unknown_words_are_told():
    assert level_fields("niveau 9", "Bac + 2", "REF.411") == ({}, "le guide ne connaît pas « niveau 9 »")
    assert level_fields("niveau 5", "bac + douze") == (
        {"niveau": 5},
        "le guide ne connaît pas « bac + douze »",
    )
