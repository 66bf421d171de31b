"""Other editions of the same files: what says the same in another shape changes nothing."""

import gzip
import re

import pytest

from core.readers import RefusedFile
from metiers.models import FamilleProfessionnelle, Metier
from tests.metiers.opendata import dares_tables, fiches, listes, rome_tables
from tests.metiers.opendata.fiches import ARCHETIER, luthier, told, xml

pytestmark = pytest.mark.django_db


def changes_of_fiches(folder, content, name="5fe0808a2da6f.xml"):
    """Import two fiches as they are published, then another edition of them; return what that changed."""
    fiches.run(fiches.zipped(folder, luthier(), ARCHETIER))
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = fiches.run(path)
    return report.changes, [line.champ for line in report.of_type("refus")]


WHOLE = xml(luthier(), ARCHETIER)
SAME = (0, ["romesV3", "statuts"])


def test_fiches_are_known_by_what_they_hold_not_by_how_they_are_packed(tmp_path):
    assert changes_of_fiches(tmp_path, gzip.compress(WHOLE.encode()), "fiches.xml.gz") == SAME
    assert changes_of_fiches(tmp_path, WHOLE.replace("UTF-8", "UTF-16").encode("utf-16")) == SAME
    assert changes_of_fiches(tmp_path, WHOLE.replace("\n", "\r\n")) == SAME


def test_fiches_without_what_the_guide_leaves_out_and_with_more_are_the_same(tmp_path):
    less = re.sub(r"<publications>.*?</publications>\s*<sources_.*?</sources_numeriques>", "", WHOLE)
    assert changes_of_fiches(tmp_path, less.replace("<identifiant>", "<image/><identifiant>")) == SAME


def test_an_edition_that_gives_its_definition_alone_is_the_same(tmp_path):
    alone = re.sub(
        r"<formats_courts>.*?<descriptif>(.*?)</descriptif>.*?</formats_courts>",
        r"<format_court>\1</format_court>",
        WHOLE,
        flags=re.DOTALL,
    )
    assert "<formats_courts>" not in alone
    assert changes_of_fiches(tmp_path, alone) == SAME


def test_identifiers_are_the_same_in_small_letters_and_as_attributes(tmp_path):
    small = re.sub(r"(MET|FOR|REF|T-ITM|T-IDEO2)\.\d|<romeV3>B1501", lambda found: found[0].lower(), WHOLE)
    assert changes_of_fiches(tmp_path, small.replace("<romev3>b", "<romeV3> b")) == SAME
    attributes = re.sub(
        r"<(\w+)><id>(.*?)</id><libelle>(.*?)</libelle></\1>", r'<\1 id="\2" libelle="\3"/>', WHOLE
    )
    assert changes_of_fiches(tmp_path, attributes) == SAME


def test_a_synonym_of_one_label_is_kept_as_given(tmp_path):
    flat = re.sub(
        r"<synonyme>.*?</synonyme>", "<synonyme>facteur/trice de violons</synonyme>", WHOLE, count=1
    )
    changes_of_fiches(tmp_path, flat)
    names = Metier.objects.get(onisep_id="MET.9001").appellations.values_list("masculin", "feminin")
    assert list(names) == [("facteur/trice de violons", "")]


def test_a_list_of_codes_that_is_renamed_is_not_taken_for_an_empty_one(tmp_path):
    with pytest.raises(RefusedFile, match="il manque « romesV3 » \\(« romesV4 » l’a-t-il remplacé"):
        changes_of_fiches(tmp_path, WHOLE.replace("romesV3", "romesV4"))


# --- The list of métiers --------------------------------------------------------------------------

LISTED = (
    listes.row("MET.9005", "facteur / factrice de harpes", "B1501 | H2207"),
    listes.row("MET.9006", "garde-chasse", "", "agriculture, animaux/soins aux animaux", ""),
)


@pytest.mark.parametrize(
    "edit",
    [
        lambda header, rows: (header.upper(), rows),
        lambda header, rows: (header.lower().replace(" ", "_").replace("é", "e"), rows),
        lambda header, rows: (header.replace("(V.3)", "V3"), rows),
        lambda header, rows: (f"{header};image", rows.replace("\n", ";\n")),
        lambda header, rows: (header, rows.lower().replace("slug/met", "slug/ met")),
        lambda header, rows: (header, rows.replace("B1501 | H2207", "b1501, h2207")),
        lambda header, rows: (header, f"{rows};;;;;;;;;;\n"),
    ],
)
def test_a_list_whose_header_and_cells_are_spelt_otherwise_is_the_same(tmp_path, edit):
    path = listes.csv_list(tmp_path, *LISTED)
    listes.run(path)
    header, rows = path.read_text(encoding="utf-8-sig").split("\n", 1)
    header, rows = edit(header, rows)
    other = tmp_path / "5fa5949243f97.csv"
    other.write_bytes(f"{header}\n{rows}".encode("cp1252"))
    report = listes.run(other)
    assert (report.changes, report.encodage, told(report, "refus")) == (0, report.encodage, [])
    assert Metier.objects.filter(onisep_id__in=["MET.9005", "MET.9006"]).count() == 2


# --- The ROME -------------------------------------------------------------------------------------


def edited(edit):
    """Return the tables of the small ROME, their headers and rows edited."""
    members = rome_tables.tables()
    for name, content in members.items():
        if name.endswith("_utf8.csv") and "naf" not in name:
            header, rows = content.decode().split("\n", 1)
            members[name] = "\n".join(edit(header, rows)).encode()
    return members


@pytest.mark.parametrize(
    "members",
    [
        edited(lambda header, rows: (header.upper(), rows)),
        edited(lambda header, rows: (header.replace("_", " ").replace("libelle", "Libellé"), rows)),
        edited(
            lambda header, rows: (header, re.sub(r'"(L19\d\d)"', lambda code: f'" {code[1].lower()}"', rows))
        ),
        rome_tables.tables() | {"LISEZMOI.pdf": b"x", "unix_nouveau_v460_utf8.csv": b""},
        {name.replace("v460", "v457"): content for name, content in rome_tables.tables().items()},
        {f"RefRomeCsv/{name}": content for name, content in rome_tables.tables().items()},
        {
            name.replace("_utf8", "_iso8859-15"): content.decode("utf-8", "replace").encode(
                "iso8859-15", "replace"
            )
            for name, content in rome_tables.tables().items()
        },
    ],
)
def test_a_rome_of_another_version_that_says_the_same_changes_nothing(tmp_path, members):
    rome_tables.run(rome_tables.archive(tmp_path))
    report = rome_tables.run(rome_tables.archive(tmp_path, members, name="RefRomeCsv.zip"))
    assert report.changes == 0


def test_the_tables_of_a_folder_may_be_packed_one_by_one(tmp_path):
    rome_tables.run(rome_tables.archive(tmp_path))
    packed = {f"{name}.gz": gzip.compress(content) for name, content in rome_tables.tables().items()}
    assert rome_tables.run(rome_tables.unpacked(tmp_path, packed)).changes == 0


# --- The Dares ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Fap3","Annee","Salaire_median"', '"FAP3","Année","Salaire médian"'),
        ("2017-2019", "2017 – 2019"),
        ("1394", "1\u202f394 €"),
        ('"A0Z41"', '" a0z41 "'),
    ],
)
def test_medians_that_are_spelt_otherwise_are_the_same(tmp_path, old, new):
    dares_tables.run(dares_tables.folder(tmp_path))
    report = dares_tables.run(dares_tables.folder(tmp_path, medians=dares_tables.MEDIANS.replace(old, new)))
    assert (report.changes, told(report, "refus")) == (0, [])


def test_medians_of_one_year_are_of_that_year(tmp_path):
    dares_tables.run(dares_tables.folder(tmp_path, medians=dares_tables.MEDIANS.replace("2017-2019", "2022")))
    assert FamilleProfessionnelle.objects.get().periode == "en 2022"


def test_a_zip_of_the_folder_gives_its_dictionary_and_one_without_it_takes_no_name_away(tmp_path):
    folder = dares_tables.folder(tmp_path)
    members = {f"Données/{path.name}": path.read_bytes() for path in folder.iterdir()}
    members["Données/salaire_médian.csv"] = members.pop("Données/salaire_median_3niv.csv")
    dares_tables.run(rome_tables.archive(tmp_path, members, name="salaires.zip"))
    assert FamilleProfessionnelle.objects.get().nom == "Éleveurs salariés"
    (folder / "dictionnaire_variables_PSM.xlsx").unlink()
    assert dares_tables.run(folder).changes == 0
