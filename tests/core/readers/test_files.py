"""What was published, opened: by its first bytes, within limits, whatever an archive claims."""

import gzip
import io
import lzma
import os
import struct
import zipfile
from datetime import date

import pytest

from core.readers import Published, RefusedFile, files, streams
from core.readers.editions import Month, edition_of

TEXT = "nom;âge\nÉlodie;12\n"


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def zip_of(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def text_of(member):
    with member.open() as stream:
        return stream.read().decode(member.encoding)


def refusal(path, *patterns):
    """Return the sentence that refuses a file, wherever it is found out."""
    with pytest.raises(RefusedFile) as refused:
        text_of(Published(path).only(*patterns or ["*"]))
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        lzma.compress(TEXT.encode()),
        gzip.compress(TEXT.encode()),
        zip_of({"data.csv": TEXT}),
    ],
    ids=["plain", "xz", "gz", "zip"],
)
def test_a_file_is_read_as_it_was_published_whatever_its_name(tmp_path, content):
    assert text_of(Published(write(tmp_path, "sans-nom", content)).only("*.csv")) == TEXT


def test_the_streams_of_an_xz_are_read_one_after_the_other(tmp_path):
    content = lzma.compress(b"a" * 200_000) + b"\0\0\0\0" + lzma.compress(b"b")
    assert text_of(Published(write(tmp_path, "a.xz", content)).only("*")) == "a" * 200_000 + "b"


def test_a_folder_is_read_with_what_its_archives_hold(tmp_path):
    write(tmp_path, "a.csv", TEXT.encode())
    write(tmp_path, "b.zip", zip_of({"deep/c.csv": TEXT}))
    published = Published(tmp_path)
    assert [member.name for member in published.find("*.csv")] == ["a.csv", "deep/c.csv"]
    assert len(published.sha256) == 64


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_found(tmp_path, content, encoding):
    member = Published(write(tmp_path, "a.csv", content)).only("*")
    assert (member.encoding, text_of(member)) == (encoding, TEXT)


def test_a_reader_may_know_better_than_cp1252(tmp_path):
    member = Published(write(tmp_path, "a.csv", "manœuvre".encode("iso8859-15"))).only("*")
    member.fallback = "iso8859-15"
    assert text_of(member) == "manœuvre"


def cut(content):
    return content[: len(content) // 2]


LONG = "".join(f"{n * n};{n}\n" for n in range(20_000))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.zip : le fichier est vide."),
        (zip_of({"a.csv": ""}), "a.csv : le fichier est vide."),
        (cut(zip_of({"a.csv": LONG})), "a.zip : l’archive est abîmée ou incomplète"),
        (cut(lzma.compress(LONG.encode())), "a.zip : l’archive est abîmée ou incomplète."),
        (zip_of({}), "a.zip : l’archive ne contient aucun fichier."),
        (b"\x1f\x8b\x08\x00", "a.zip : l’archive est abîmée ou incomplète."),
        (b"\x1f\x8b\x09\x00", "a.zip : l’archive est abîmée ou incomplète."),
        (cut(gzip.compress(LONG.encode())), "a.zip : l’archive est abîmée ou incomplète."),
        (gzip.compress(b"0" * 9_000_000), "bien au-delà d’un fichier d’orientation"),
        (b" \n\n", "a.zip : le fichier est vide."),
        (b"a\0\0\xd8", "a.zip : l’encodage n’est ni de l’UTF-8, ni de l’UTF-16, ni du cp1252."),
        (
            "Élodie\n".encode() + b"\xe9t\xe9\n",
            "a.zip : vers la ligne 2, des octets ne sont pas de l’UTF-8, alors que d’autres en sont.",
        ),
        (zip_of({"[Content_Types].xml": "x", "xl/a.xml": "y"}), "c’est un document de tableur ou de texte"),
        (b"\x81\xff", "a.zip : l’encodage n’est ni de l’UTF-8, ni de l’UTF-16, ni du cp1252."),
        (zip_of({"a.csv": zip_of({"b.csv": "x"})}), "a.csv : c’est une archive dans une archive"),
        (zip_of({"a.csv": gzip.compress(b"x")}), "a.csv : c’est une archive dans une archive"),
        (zip_of({"a.csv": "x", "b.csv": "y"}), "a.zip : plusieurs fichiers * ; trouvé : a.csv, b.csv."),
        (zip_of({"a/../../passwd": "x"}), "sortirait de l’archive ; elle n’est pas lue."),
        (zip_of({"/etc/passwd": "x"}), "sortirait de l’archive ; elle n’est pas lue."),
        (lzma.compress(b"0" * 9_000_000), "bien au-delà d’un fichier d’orientation"),
        (zip_of({"a.csv": "0" * 9_000_000}), "bien au-delà d’un fichier d’orientation"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_a_sentence(tmp_path, content, sentence):
    assert sentence in refusal(write(tmp_path, "a.zip", content))


def test_a_zip_that_lies_about_its_size_is_refused_while_it_is_read(tmp_path):
    content = zip_of({"a.csv": "0" * 9_000_000})
    lie = content.replace(struct.pack("<L", 9_000_000), struct.pack("<L", 4_000_000))
    assert refusal(write(tmp_path, "a.zip", lie)).startswith("a.csv : l’archive est abîmée ou incomplète")


def test_a_zip_with_a_password_is_refused(tmp_path):
    content = bytearray(zip_of({"a.csv": "x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "protégé par un mot de passe" in refusal(write(tmp_path, "a.zip", bytes(content)))


def test_a_folder_is_not_searched_further_than_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_MEMBERS", 2)
    for number in range(3):
        write(tmp_path, f"{number}.csv", b"x")
    assert refusal(tmp_path).endswith(" : ce dossier contient plus de 2 fichiers.")


def test_a_name_of_bytes_that_are_no_text_can_be_shown_and_kept(tmp_path):
    path = tmp_path / os.fsdecode(b"fich\xe9\x1b[2J.csv")
    path.write_bytes(TEXT.encode())
    assert Published(path).name == "fich\ufffd\ufffd[2J.csv"
    assert text_of(Published(path).only("*.csv")) == TEXT


def test_what_a_system_leaves_in_a_zip_is_not_seen(tmp_path):
    content = zip_of({"a.csv": TEXT, "__MACOSX/._a.csv": "x", ".DS_Store": "x"})
    assert [member.name for member in Published(write(tmp_path, "a.zip", content)).members] == ["a.csv"]


def test_records_are_counted_before_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "CHUNK", 7)
    member = Published(write(tmp_path, "a.xml", b"<a/></b>xxxxxx</b></b>")).only("*")
    assert (member.count(b"</b>"), member.count(b"x")) == (3, 6)


def test_a_file_beyond_the_limit_is_not_read_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "MOST_BYTES", 1000)
    assert "bien au-delà" in refusal(write(tmp_path, "a.csv", b"0" * 1001))


def test_what_is_missing_or_empty_is_said(tmp_path):
    (tmp_path / "vide").mkdir()
    assert refusal(tmp_path / "absent.zip").endswith("absent.zip : ce fichier n’existe pas.")
    assert refusal(tmp_path / "vide") == "vide : ce dossier ne contient aucun fichier."
    assert refusal(tmp_path / ("a" * 300)).endswith("lecture impossible (son nom est trop long).")


# --- The date of the edition --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "edition"),
    [
        ("Fiches_25062024", date, "2024-06-25"),
        ("Fiches_25-06-2024", date, "2024-06-25"),
        ("Fiches_20240625", date, "2024-06-25"),
        ("Fiches_2024_06_25", date, "2024-06-25"),
        ("ideo_2022-05", Month, "2022-05-01"),
        ("605340ddc19a9", None, ""),
        ("ideo", None, ""),
    ],
)
def test_a_name_says_the_day_of_the_edition_or_its_month_alone(tmp_path, name, kind, edition):
    path = tmp_path / f"{name}.csv"
    path.write_text("x")
    found = edition_of(Published(path))
    assert (found and type(found), str(found or "")) == (kind, edition)
