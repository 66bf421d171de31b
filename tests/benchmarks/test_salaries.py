"""The measure of the arithmetic of salaries: what it counts, never how long it takes."""

from benchmarks.salaries import measure, statements
from metiers.salaires import Unit


def test_the_statements_are_the_same_at_every_run_and_of_every_kind():
    rows = statements(500)
    assert rows == statements(500)
    assert {row.periode for row in rows} == {"heure", "jour", "semaine", "mois", "an"}
    assert {row.nature for row in rows} == {"brut", "net", ""}
    assert {(row.pays, row.statut) for row in rows} == {
        (pays, statut) for pays in ("FR", "BE") for statut in ("cadre", "non-cadre")
    }
    assert all(row.maximum is None or row.minimum <= row.maximum for row in rows)


def test_every_statement_is_converted_but_those_of_a_country_without_a_coefficient():
    rows = [row for row in statements(500) if row.pays == "FR"]
    assert [(unit, found) for unit, found, _ in measure(rows, runs=1)] == [(unit, len(rows)) for unit in Unit]
