"""ONISEP's own files, where they are at hand: every métier is read, and nothing is said that is not so."""

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from core.importing.records import Reading, Record, Refusal
from core.readers import Published
from core.rendering import render_markdown
from metiers.opendata import onisep, onisep_liste

FOLDER = Path(settings.BASE_DIR).parent / "shared" / "opendata" / "onisep"
FILE = FOLDER / "Onisep_Ideo_Fiches_metiers_25062024.zip"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the open data of ONISEP is not beside the guide")


def test_the_whole_file_is_read():
    reading = Reading()
    rows = list(onisep.read(Published(FILE), reading))
    records = [row for row in rows if isinstance(row, Record)]
    assert Counter(record.model for record in records) == {
        "metiers.metier": 928,
        "metiers.coderome": 388,
        "metiers.secteuractivite": 49,
        "metiers.centreinteret": 27,
    }
    assert [(row.key, row.field) for row in rows if isinstance(row, Refusal)] == [("MET.323", "romesV3")]
    fiches = [record for record in records if record.model == onisep.METIER]
    links = Counter()
    for record in fiches:
        links.update({name: len(found) for name, found in record.links.items()})
    assert (links["formations"], links["secteurs"], links["centres_interet"]) == (6066, 2050, 2341)
    assert sum(record.fields["ampleur"] == "courte" for record in fiches) == 105
    assert max(len(record.fields["accroche"]) for record in fiches) <= 300
    assert sum(record.fields["niveau_acces"] is None for record in fiches) == 12
    assert not any("&amp;" in text or "\u00ad" in text for text in prose(fiches))
    assert all(render_markdown(text) for text in prose(fiches[::50]) if text)


def prose(fiches):
    return [
        record.fields[name] for record in fiches for name in ("presentation", "conditions", "acces", "marche")
    ]


@pytest.mark.parametrize(
    ("name", "metiers", "codes", "refused"),
    [
        ("ideo-metiers_onisep_2022-04.csv.xz", 792, 355, []),
        ("ideo-metiers_onisep_2024-09.json.xz", 928, 388, ["MET.323"]),
        ("ideo-metiers_onisep_2025-02.csv.xz", 958, 392, ["MET.323"]),
    ],
)
def test_each_edition_of_the_list_is_read_whole(name, metiers, codes, refused):
    rows = list(onisep_liste.read(Published(FOLDER / name), Reading()))
    records = [row for row in rows if isinstance(row, Record)]
    counted = Counter(record.model for record in records)
    assert (counted["metiers.metier"], counted["metiers.coderome"]) == (metiers, codes)
    assert [row.key for row in rows if isinstance(row, Refusal)] == refused
    # A name that could not be split in two never takes the place of one that was.
    unsure = [record.key for record in records if record.fills]
    assert len(unsure) <= 12
    domains = [record for record in records if record.model == onisep_liste.DOMAIN]
    assert sum("parent" not in record.fields for record in domains) == 20
