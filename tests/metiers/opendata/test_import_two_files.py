"""Two files of ONISEP that speak of one métier, and an editor: whoever comes first each month."""

import pytest

from core.importing.decisions import take
from core.models import Ecart, Source
from metiers.models import Metier
from tests.metiers.opendata import fiches, listes
from tests.metiers.opendata.fiches import told

pytestmark = pytest.mark.django_db
OLDER, NEWER = "luthier d’art", "luthier du quatuor"
ANY_ORDER = [(first, again) for first in ("fiches", "liste") for again in ("fiches", "liste")]


def run(name, folder, month="06/2024"):
    """Import the fiches, which say OLDER, or the list, which says NEWER, as published in a month."""
    month, year = month.split("/")
    if name == "fiches":
        return fiches.run(fiches.zipped(folder, fiches.luthier(), name=f"Fiches_25{month}{year}"))
    row = listes.row("MET.9001", "luthier / luthière du quatuor", "B1501")
    return listes.run(listes.csv_list(folder, row, name=f"ideo-metiers_onisep_{year}-{month}"))


def both(first, folder):
    """Import the two files, the list being the newer; return the reports."""
    months = {"fiches": "06/2024", "liste": "02/2025"}
    return [run(name, folder, months[name]) for name in sorted(months, key=lambda name: name != first)]


def name_now():
    return Metier.objects.get(onisep_id="MET.9001").nom_masculin


def write(name):
    metier = Metier.objects.get(onisep_id="MET.9001")
    metier.nom_masculin = name
    metier.save()


@pytest.mark.parametrize(("first", "again"), ANY_ORDER)
def test_an_editor_who_prefers_what_the_older_file_says_is_followed(tmp_path, first, again):
    both(first, tmp_path)
    assert name_now() == NEWER
    write(OLDER)
    for _ in range(2):
        assert [report.changes for report in both(again, tmp_path)] == [0, 0]
        assert name_now() == OLDER
    (ecart,) = Ecart.objects.all()
    assert (ecart.origine.famille, ecart.valeur, ecart.notre) == ("onisep-liste-metiers", NEWER, OLDER)


@pytest.mark.parametrize(("first", "again"), ANY_ORDER)
def test_what_an_editor_takes_from_the_older_file_is_followed(tmp_path, first, again, admin_user):
    both(first, tmp_path)
    write("à nous")
    both(first, tmp_path)
    take(Ecart.objects.get(origine__famille="onisep-metiers"), admin_user)
    for _ in range(2):
        assert [report.changes for report in both(again, tmp_path)] == [0, 0]
        assert name_now() == OLDER


@pytest.mark.parametrize(("first", "again"), ANY_ORDER)
def test_what_an_editor_wrote_before_any_import_stays_though_the_older_file_says_it_too(
    tmp_path, first, again
):
    values = {
        "slug": "luthier",
        "nom_feminin": "luthière",
        "etat": "publie",
        "source": Source.objects.first(),
    }
    Metier.objects.create(onisep_id="MET.9001", nom_masculin=OLDER, **values)
    for order in (first, again, again):
        both(order, tmp_path)
        assert name_now() == OLDER


def test_of_two_files_that_are_published_in_turn_the_newest_is_followed_each_time(tmp_path):
    names = []
    for name, month in [("fiches", "01/2025"), ("liste", "02/2025"), ("fiches", "03/2025")] * 2:
        month = month if len(names) < 3 else month.replace("2025", "2026")
        assert told(run(name, tmp_path, month), "difference") == []
        names.append(name_now())
    assert names == [OLDER, NEWER, OLDER, OLDER, NEWER, OLDER]


def codes():
    return sorted(Metier.objects.get(onisep_id="MET.9001").codes_rome.values_list("code", flat=True))


@pytest.mark.parametrize(("first", "again"), ANY_ORDER)
def test_a_code_that_both_files_give_and_an_editor_took_out_is_not_made_again(tmp_path, first, again):
    both(first, tmp_path)
    assert codes() == ["B1501"]
    Metier.objects.get(onisep_id="MET.9001").codes_rome.clear()
    for _ in range(2):
        for report in both(again, tmp_path):
            assert report.changes == 0
            assert told(report, "difference")[0] == "MET.9001 codes ROME : B1501 retiré par la rédaction"
        assert codes() == []


def test_a_code_that_one_file_takes_back_is_made_by_the_other_that_still_gives_it(tmp_path):
    both("liste", tmp_path)
    row = listes.row("MET.9001", "luthier / luthière du quatuor", "H2207")
    listes.run(listes.csv_list(tmp_path, row, name="ideo-metiers_onisep_2025-03"))
    assert codes() == ["H2207"]
    run("fiches", tmp_path, "04/2025")
    assert codes() == ["B1501"]
