"""Fiches that are broken, hostile or too large: refused one by one where they alone are bad."""

import pytest
from django.db import OperationalError
from django.test import Client

from core.importing import engine, indexing, reading
from core.models import Import
from core.readers import RefusedFile
from core.search.index import is_ready
from metiers.models import Metier
from tests.metiers.opendata.fiches import ARCHETIER, counts, fiche, luthier, run, told, xml, zipped

pytestmark = pytest.mark.django_db


def refused_beside_a_good_one(folder, bad):
    """Import a good fiche and a bad one; return what is told of the bad one."""
    report = run(zipped(folder, ARCHETIER, bad))
    assert counts(report)["métiers"] == {"ajoutés": 1, "refusés": 1}
    return told(report, "refus")


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (
            luthier().replace("<condition_travail></condition_travail>", ""),
            "MET.9001 condition_travail cet élément manque",
        ),
        (
            luthier().replace("</identifiant>", "</identifiant><identifiant>MET.9003</identifiant>"),
            "MET.9001 identifiant cet élément figure plusieurs fois",
        ),
        (
            luthier(competences="x").replace("<![CDATA[\n            x]]>", "<p>Bricoler.</p>"),
            "MET.9001 competences son HTML n’est pas dans un bloc CDATA",
        ),
        (luthier(nature_travail="<![bizarre [x]>y"), "MET.9001 nature_travail HTML illisible"),
        (luthier(accroche="<" * 59_999), "MET.9001 accroche_metier HTML trop long"),
        (luthier(acces_metier="<b>" * 2000), "MET.9001 acces_metier HTML trop imbriqué"),
        (luthier(competences="<p>x</p>" * 10_000), "MET.9001 competences HTML trop long"),
        (
            fiche("MET.٩٠٠١", "luthier"),
            "MET.٩٠٠١ identifiant « MET.٩٠٠١ » n’est pas un identifiant de métier (« MET.228 »)",
        ),
        (
            fiche(f"MET.{'9' * 60}", "luthier"),
            f"MET.{'9' * 60} identifiant Assurez-vous que cette valeur comporte au plus 12 caractères "
            "(actuellement 64).",
        ),
        (
            fiche("MET.9001", "l" * 300),
            "MET.9001 nom_masculin Assurez-vous que cette valeur comporte au plus 160 caractères "
            "(actuellement 300).",
        ),
    ],
)
def test_a_bad_fiche_is_refused_alone_and_its_field_is_named(tmp_path, bad, sentence):
    assert sentence in refused_beside_a_good_one(tmp_path, bad)


HOSTILE = (
    "<p>Bonjour<script>alert(1)</script> <a href='javascript:alert(2)'>ici</a>"
    "<img src=x onerror=alert(3)><b onclick='alert(4)'>gras</b><iframe src='//evil.example'></iframe></p>"
)


def test_where_every_fiche_is_bad_the_file_is_refused_and_the_first_reason_is_given(tmp_path):
    bad = [luthier(nature_travail="<b>" * 2000), fiche("MET.9002", "archetier", acces_metier="<b>" * 2000)]
    with pytest.raises(RefusedFile) as refused:
        run(zipped(tmp_path, *bad))
    assert str(refused.value) == (
        "Fiches_25062024.zip : aucune ligne à importer, toutes sont refusées. La première, MET.9001 "
        "(fiche 1), nature_travail : HTML trop imbriqué."
    )


def test_hostile_html_is_harmless_on_the_page(tmp_path):
    run(zipped(tmp_path, luthier(nature_travail=HOSTILE, accroche=HOSTILE)))
    metier = Metier.objects.get(onisep_id="MET.9001")
    page = Client().get(metier.get_absolute_url()).content.decode()
    article = page[page.index("<main") : page.index("</main>")]
    assert "Bonjour" in article
    assert [word for word in ("alert", "javascript:", "onerror", "onclick", "evil") if word in article] == []


def test_what_a_report_quotes_of_a_file_commands_no_terminal(tmp_path):
    report = run(zipped(tmp_path, fiche("MET.9001", "luthier", codes=["A1\u202e\u009b31m" + "x" * 900])))
    assert "\u202e" not in report.text()
    assert [len(line.raison) for line in report.of_type("refus")] == [400]


def test_a_file_without_end_is_not_read_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_RECORDS", 1)
    with pytest.raises(RefusedFile, match="plus de 1 lignes, bien plus qu’un fichier national"):
        run(zipped(tmp_path, luthier(), ARCHETIER))


@pytest.mark.parametrize(
    ("told_by_the_base", "sentence"),
    [
        ("database is locked", "une autre écriture occupe la base : relancez l’import."),
        ("attempt to write a readonly database", "la base n’accepte aucune écriture."),
        ("database or disk is full", "le disque de la base est plein."),
        ("table a has no column b", "la base n’est pas à jour : « run.py load »."),
        ("something\nelse", "la base refuse ces données (something else)."),
    ],
)
def test_what_the_base_refuses_is_said_in_french(tmp_path, monkeypatch, told_by_the_base, sentence):
    def refuse(*_):
        raise OperationalError(told_by_the_base)

    monkeypatch.setattr(engine._Run, "keep_report", refuse)
    with pytest.raises(RefusedFile) as refused:
        run(zipped(tmp_path, luthier()))
    assert str(refused.value) == f"Fiches_25062024.zip : {sentence}"
    assert Metier.objects.filter(onisep_id="MET.9001").count() == 0


@pytest.mark.parametrize("stopped_by", [KeyboardInterrupt, OperationalError("database is locked")])
def test_an_import_stopped_while_the_index_is_built_says_that_it_is_written(
    tmp_path, monkeypatch, stopped_by
):
    def stop():
        raise stopped_by

    path = zipped(tmp_path, luthier())
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "rebuild", stop)
        report = run(path)
    assert "Écrit dans la base." in report.conclusion
    assert "l’index de la recherche n’a pas été refait" in report.notes[-1]
    assert (Import.objects.count(), is_ready()) == (1, False)
    assert run(path).notes == report.notes[:-1]
    assert is_ready()


def test_a_well_formed_file_in_another_case_is_named_for_what_it_is(tmp_path):
    path = tmp_path / "fiches.xml"
    path.write_text(xml(ARCHETIER).replace("metiers", "METIERS"), encoding="utf-8")
    with pytest.raises(RefusedFile, match="la racine est <METIERS>, et non <metiers>"):
        run(path)
