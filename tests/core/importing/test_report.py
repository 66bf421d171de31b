"""The lines of a report, as the command prints them."""

from decimal import Decimal

import pytest

from core.importing.prints import excerpt
from core.importing.report import Line, Type


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("M1806", "M1806", "«\u00a0M1806\u00a0»"), "M1806"),
        (("T-IDEO2.4818", "j’aime les langues", "« j’aime les langues »"), "T-IDEO2.4818 j’aime les langues"),
        (("MET.13", "ingénieur système", "fiche 30"), "MET.13 ingénieur système (fiche 30)"),
        (("", "", "ligne 12"), "ligne 12"),
    ],
)
def test_a_line_names_its_row_once(line, words):
    cle, libelle, place = line
    assert str(Line(Type.AJOUT, "métiers", cle, libelle, place)) == words


def test_a_number_is_written_as_the_pages_write_it():
    assert [excerpt(Decimal(value)) for value in ("3.0", "1443.50")] == ["3", "1\u202f443,5"]
