"""The folder of the Dares, written for the tests with its quirks: two encodings, a spreadsheet."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from core.importing import engine, registry

MEDIANS = """"Fap3","Annee","Salaire_median"
"A","2016-2018",1500
"A0Z","2017-2019",1450
"A0Z41","2003-2005",1083
"A0Z41","2017-2019",1394
"B2Z40","2017-2019",1700.5
"C2Z70","2017-2019",1968
"L6Z00","2017-2019",NA
"Ensemble","2016-2018",1740
"ZZZZZ","2017-2019",1879
"""
PASSAGE = """Fap;Rome;intitule_rome
A0Z00;NA;NA
A0Z41;A1403;aide d'élevage
A0Z41;A1407;Élevage bovin ou équin…
B2Z40;F1703;Maçonnerie
L6Z00;F1703;Maçonnerie
;;
"""
NAMES = {"A0Z41": "Éleveurs salariés", "B2Z40": "Maçons", "ZZZZZ": "Non renseigné ou autre"}
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def dictionary(path, names):
    """Write a spreadsheet whose cells share their words, as every xlsx does."""
    words = [word for pair in names.items() for word in pair]
    strings = "".join(f"<si><t>{escape(word)}</t></si>" for word in words)
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="s"><v>{2 * number - 2}</v></c>'
        f'<c r="B{number}" t="s"><v>{2 * number - 1}</v></c><c r="C{number}"><v>7</v></c></row>'
        for number in range(1, len(names) + 1)
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/sharedStrings.xml", f"<sst {SHEET}>{strings}</sst>")
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet {SHEET}><sheetData>{rows}</sheetData></worksheet>"
        )


def folder(parent, medians=MEDIANS, passage=PASSAGE, names=NAMES):
    """Write the folder; return its path. Without names, no dictionary."""
    path = Path(parent) / "salaires"
    path.mkdir(exist_ok=True)
    (path / "salaire_median_3niv.csv").write_text(medians, encoding="utf-8")
    (path / "fap225_rome.csv").write_text(passage, encoding="cp1252")
    (path / "imt_salaries_excerpt.csv").write_text("another,table\n", encoding="utf-8")
    if names:
        dictionary(path / "dictionnaire_variables_PSM.xlsx", names)
    return path


def run(path, commit=True):
    return engine.run(registry.get("salaires-dares"), path, commit=commit)
