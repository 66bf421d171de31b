"""Tables as files: what a spreadsheet or a program reads in them."""

import csv
import io
from decimal import Decimal

import pytest

from core.export import cell, csv_lines, csv_response, json_response


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_no_spreadsheet_runs_a_cell_as_a_formula(sign):
    text = f"{sign}1+1"
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("technicien cloud", "technicien cloud"),
        ("23\u202f000 à 27\u202f000\u00a0€", "23\u202f000 à 27\u202f000\u00a0€"),
        ("a = b", "a = b"),
        (None, ""),
        (36960, "36960"),
        (Decimal("1867.02"), "1867,02"),
        (Decimal("3E+4"), "30000"),
    ],
)
def test_a_cell_is_written_as(value, written):
    assert cell(value) == written


def test_lines_are_those_of_a_french_spreadsheet():
    lines = list(csv_lines(["nom", "salaire"], [["a ; b", 1], ["l’« été »", 'dit "oui"']]))
    assert lines == [
        "\ufeffnom;salaire\r\n",
        '"a ; b";1\r\n',
        'l’« été »;"dit ""oui"""\r\n',
    ]


def test_a_cell_of_several_lines_stays_one_cell():
    text = "".join(csv_lines(["a", "b"], [["un\ndeux", "trois"]]))
    assert list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))[1] == ["un\ndeux", "trois"]


def test_rows_are_asked_for_one_by_one():
    asked = []
    response = csv_response("salaires.csv", ["n"], (asked.append(n) or [n] for n in range(3)))
    assert asked == []
    assert b"".join(response).decode() == "\ufeffn\r\n0\r\n1\r\n2\r\n"
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="salaires.csv"'


def test_json_keeps_french_letters():
    response = json_response("été.json", {"nom": "ingénieur"})
    assert response.content.decode() == '{\n "nom": "ingénieur"\n}'
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A9t%C3%A9.json"
