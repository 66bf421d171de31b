"""The European scale of levels and its French and Belgian names."""

import pytest

from core.niveaux import Niveau, Pays


def test_the_scale_has_no_levels_one_and_two():
    assert list(Niveau.values) == [0, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("niveau", "france", "belgique"),
    [
        (0, "Sans diplôme", "Sans diplôme"),
        (3, "CAP", "CAP"),
        (4, "Bac", "CESS"),
        (5, "Bac + 2", "Brevet de l’enseignement supérieur"),
        (6, "Bac + 3", "Bachelier"),
        (7, "Bac + 5", "Master"),
        (8, "Bac + 8", "Doctorat"),
    ],
)
def test_each_level_has_its_name_in_each_country(niveau, france, belgique):
    level = Niveau(niveau)
    assert (level.label_in(Pays.FRANCE), level.label_in(Pays.BELGIQUE)) == (france, belgique)
    assert level.label_in("") == france
