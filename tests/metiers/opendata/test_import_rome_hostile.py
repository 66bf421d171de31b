"""Archives of the ROME that are broken: refused whole where a table is, row by row where a row is."""

import pytest

from core.readers import RefusedFile
from metiers.models import Metier
from tests.metiers.opendata.rome_tables import ROWS, archive, run, tables

pytestmark = pytest.mark.django_db
CODES, NAMES, SKILLS = "referentiel_code_rome", "referentiel_appellation", "referentiel_competence"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"texte": []}, "unix_texte_v460_utf8.csv : cette table n’a aucune ligne."),
        ({NAMES: []}, "unix_referentiel_appellation_v460_utf8.csv : cette table n’a aucune ligne."),
        (
            {CODES: [*ROWS[CODES], ROWS[CODES][0]]},
            "RefRomeCsv_v460.zip : le code L1902 figure deux fois (unix_referentiel_code_rome_v460_utf8.csv, "
            "ligne 2, unix_referentiel_code_rome_v460_utf8.csv, ligne 6).",
        ),
        (
            {NAMES: [*ROWS[NAMES], ("102", "Autre nom", "L1902", "SYNONYME", "N")]},
            "RefRomeCsv_v460.zip : l’appellation 102 figure deux fois (",
        ),
        (
            {SKILLS: [*ROWS[SKILLS], ("201", "C", "Autre chose", "Savoir-faire", "T")]},
            "RefRomeCsv_v460.zip : la compétence 201 figure deux fois (",
        ),
    ],
)
def test_an_archive_that_would_empty_or_mix_up_what_stands_is_refused(tmp_path, change, sentence):
    with pytest.raises(RefusedFile) as refused:
        run(archive(tmp_path, tables(**change)))
    assert str(refused.value).startswith(sentence)
    assert Metier.objects.filter(codes_rome__code="L1901").count() == 0


def test_a_value_that_is_bad_alone_is_refused_alone(tmp_path):
    change = {
        CODES: [*ROWS[CODES], ("L1905", "5", "Luthier / Luthière", "N", "aucun")],
        NAMES: [*ROWS[NAMES], ("", "Sans code", "L1901", "SYNONYME", "N")],
        "referentiel_code_rome_riasec": [("L1901", "RIAS", "")],
        "texte": [("L1901", "3", "definition", "²", "Fabrique des vielles.")],
    }
    report = run(archive(tmp_path, tables(**change)))
    assert [(line.cle, line.champ, line.raison) for line in report.of_type("refus")] == [
        ("L1905", "code_rome_parent", "« aucun » n’est pas un code ROME (« M1802 »)"),
        ("L1901", "code_ogr", "l’appellation « Sans code » n’a pas de code"),
        ("L1901", "riasec", "« RIAS,  » n’est pas un profil RIASEC"),
    ]
    assert report.counts["métiers"]["ajoutés"] == 5
