"""The levels of the open data, in those of the guide."""

import pytest

from core.niveaux import Niveau
from core.opendata_levels import STUDY_LEVELS, certified_level


@pytest.mark.parametrize(
    ("identifier", "niveau", "annees"),
    [
        ("REF.414", Niveau.AUCUN, None),
        ("REF.406", Niveau.AUCUN, None),
        ("REF.408", None, None),
        ("REF.415", None, None),
        ("REF.413", Niveau.CAP, None),
        ("REF.404", Niveau.CAP, None),
        ("REF.412", Niveau.BAC, 0),
        ("REF.420", Niveau.BAC, 1),
        ("REF.411", Niveau.BAC_2, 2),
        ("REF.421", Niveau.BAC_3, 3),
        ("REF.422", Niveau.BAC_3, 4),
        ("REF.410", Niveau.BAC_5, 5),
        ("REF.423", Niveau.BAC_5, 6),
        ("REF.424", Niveau.BAC_5, 7),
        ("REF.425", Niveau.BAC_8, 8),
        ("REF.426", Niveau.BAC_8, 9),
    ],
)
def test_a_level_of_studies_has_its_level_and_its_years(identifier, niveau, annees):
    level = STUDY_LEVELS[identifier]
    assert (level.niveau, level.annees) == (niveau, annees)


def test_every_level_that_the_files_name_is_known():
    assert len(STUDY_LEVELS) == 16


@pytest.mark.parametrize(
    ("words", "niveau"),
    [
        ("niveau 7 (bac + 5)", Niveau.BAC_5),
        ("niveau 3 (niveau CAP)", Niveau.CAP),
        ("niveau 8 (doctorat)", Niveau.BAC_8),
        ("6", Niveau.BAC_3),
        ("non inscrit au RNCP", None),
        ("non renseigné", None),
        ("", None),
    ],
)
def test_the_level_of_a_certification_is_the_one_it_is_registered_at(words, niveau):
    assert certified_level(words) == niveau


@pytest.mark.parametrize("words", ["niveau 2", "niveau IV", "bac + 5", "77"])
def test_a_level_that_the_framework_lacks_is_refused(words):
    with pytest.raises(ValueError, match=words.replace("+", r"\+")):
        certified_level(words)
