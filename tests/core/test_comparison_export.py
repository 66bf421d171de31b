"""A comparison as a file: what a spreadsheet and a program read in it."""

from dataclasses import dataclass
from decimal import Decimal

from core.comparison import Amount, Column, Part, RowSpec, Section, build_table
from core.comparison_export import csv_header, csv_rows, json_data


@dataclass(frozen=True)
class Document:
    """A source, as a part names it."""

    titre: str = "ONISEP, fiche MET.228"
    editeur: str = "ONISEP"
    licence: str = "ODbL"
    pk: int = 1
    libelle_court: str = "ONISEP"
    date_lisible: str = "non daté"

    def get_absolute_url(self):
        return "/sources/#onisep"


COLUMNS = [Column("a", "métier a", "/metiers/a/"), Column("b", "métier b", "/metiers/b/")]
PAY = Part(
    "dès 36 960 €",
    badge="converti",
    badge_label="Converti",
    source=Document(),
    montant=Amount(Decimal("36960"), None, "brut-an"),
)
EXAM = Part("CKA\n\net plus", url="/certifications/cka/", precision="300 $")
TABLE = build_table(
    ["a", "b"],
    [
        Section("Salaire", [RowSpec("Débutant", {"a": [PAY], "b": []}.get)], [Part("Sur douze mois")]),
        Section("Le reste", [RowSpec("Examens", {"a": [EXAM, Part("CKS")], "b": [EXAM]}.get)]),
    ],
)


def absolute(path):
    return f"https://guide.example{path}"


def test_a_criterion_is_a_row_and_a_thing_a_column():
    assert csv_header(COLUMNS) == ["Rubrique", "Critère", "métier a", "métier b"]
    assert list(csv_rows(COLUMNS, TABLE, absolute)) == [
        ["", "Adresse", "https://guide.example/metiers/a/", "https://guide.example/metiers/b/"],
        ["Salaire", "Note\u00a0: Sur douze mois", "", ""],
        ["Salaire", "Débutant", "dès 36 960 € (Converti · ONISEP)", "Non renseigné"],
        ["Le reste", "Examens", "CKA et plus (300 $) | CKS", "CKA et plus (300 $)"],
    ]


def test_amounts_are_numbers_and_every_address_is_whole():
    data = json_data(COLUMNS, TABLE, absolute)
    assert data["colonnes"][1] == {
        "slug": "b",
        "nom": "métier b",
        "url": "https://guide.example/metiers/b/",
        "sources": [],
    }
    salaries, others = data["sections"]
    assert salaries["lignes"] == [
        {
            "critere": "Débutant",
            "etat": "renseigne-en-partie",
            "cellules": [
                [
                    {
                        "texte": "dès 36 960 €",
                        "precision": "",
                        "url": "",
                        "niveau": None,
                        "badge": "converti",
                        "montant": {"minimum": 36960, "maximum": None, "unite": "brut-an"},
                        "source": {
                            "titre": "ONISEP, fiche MET.228",
                            "editeur": "ONISEP",
                            "licence": "ODbL",
                            "date": "non daté",
                            "url": "https://guide.example/sources/#onisep",
                        },
                    }
                ],
                [],
            ],
        }
    ]
    assert [note["texte"] for note in salaries["notes"]] == ["Sur douze mois"]
    first = others["lignes"][0]["cellules"][0][0]
    assert (first["url"], first["precision"]) == ("https://guide.example/certifications/cka/", "300 $")
    assert others["lignes"][0]["etat"] == "differe"
    assert data["lignes_masquees"] == {"identiques": [], "non_renseignees": []}


def test_a_file_says_the_sources_of_each_thing_and_their_licences_last():
    own = Document("ROME", "ROME", licence="", pk=2)
    *_, told, note = csv_rows(COLUMNS, TABLE, absolute, {"a": [own], "b": [own]})
    assert told == [
        *("Sources", "Sources et licences"),
        "ROME, non daté | ONISEP, fiche MET.228, non daté, licence ODbL",
        "ROME, non daté",
    ]
    assert note == [
        "Sources",
        "Licence de ce fichier\u00a0: CC BY 4.0\u00a0; ce qui vient d’une source dont la licence est dite "
        "garde la sienne",
        *("", ""),
    ]
    columns = json_data(COLUMNS, TABLE, absolute, {"a": [own], "b": [own]})["colonnes"]
    assert [[(one["titre"], one["licence"]) for one in column["sources"]] for column in columns] == [
        [("ROME", ""), ("ONISEP, fiche MET.228", "ODbL")],
        [("ROME", "")],
    ]


def test_cents_are_kept():
    table = build_table(["a"], [Section("", [RowSpec("Coût", {"a": [cost()]}.get)])])
    (row,) = json_data(COLUMNS[:1], table, absolute)["sections"][0]["lignes"]
    assert row["cellules"][0][0]["montant"] == {"minimum": 99.5, "maximum": 99.5, "unite": "EUR"}


def cost():
    return Part("99,50 €", montant=Amount(Decimal("99.50"), Decimal("99.50"), "EUR"))
