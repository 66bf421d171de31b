"""The national files themselves, where they stand beside the repository: a trial of each."""

from pathlib import Path

import pytest

from tests.formations.opendata.samples import counts, run

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "opendata" / "onisep"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the national files are not here"),
]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (
            "onisep-formations",
            "Onisep_Ideo_Fiches_Formations_25062024.zip",
            {"ajoutés": 2159, "changés": 3, "à rapprocher": 2},
        ),
        (
            "onisep-formations-initiales",
            "ideo-formations_initiales_en_france_2022-05.csv.xz",
            {"ajoutés": 6080, "changés": 3, "à rapprocher": 3},
        ),
        (
            "certifications",
            "table_de_passage_codes_certifications_et_formations_2025-11.xml.xz",
            {"ajoutés": 4771, "changés": 2, "refusés": 19, "à rapprocher": 2},
        ),
    ],
)
def test_a_national_file_is_read_to_its_end(kind, name, expected):
    assert counts(run(kind, FOLDER / name, commit=False)) == expected
