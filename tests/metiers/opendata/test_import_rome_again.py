"""The import of the ROME beside what stands: fiches joined or asked about, edits, later editions."""

from pathlib import Path

import pytest
from django.conf import settings

from core.importing import engine, registry
from core.importing.records import Reading, Record
from core.models import Ecart, Origine, Rapprochement, Source
from core.readers import Published, RefusedFile
from metiers.models import Appellation, CodeRome, Metier
from metiers.opendata import rome
from tests.metiers.opendata.fiches import fiche, told, zipped
from tests.metiers.opendata.rome_tables import ROWS, archive, run, tables, unpacked, without

pytestmark = pytest.mark.django_db

FULL = Path(settings.BASE_DIR).parent / "shared" / "opendata" / "rome" / "RefRomeCsv_v460.zip"


@pytest.fixture
def imported(db, tmp_path):
    return run(archive(tmp_path))


def curated(name, *codes, feminine=""):
    """Make a fiche of the editors, with codes of the ROME."""
    source = Source.objects.first()
    metier = Metier.objects.create(
        slug=name.replace(" ", "-"),
        nom_masculin=name,
        nom_feminin=feminine or name,
        accroche="Par la rédaction.",
        etat="publie",
        source=source,
    )
    for code in codes:
        metier.codes_rome.add(CodeRome.objects.get_or_create(code=code, defaults={"source": source})[0])
    return metier


def vielles():
    return Metier.objects.get(slug="facteur-de-vielles")


# --- Joining ------------------------------------------------------------------------------------


def test_the_one_fiche_of_the_same_name_and_code_is_completed_and_never_contested(tmp_path):
    metier = curated("Facteur de vielles", "L1901", feminine="Factrice de vielles")
    report = run(archive(tmp_path))
    metier.refresh_from_db()
    assert Metier.objects.filter(nom_masculin__iexact="facteur de vielles").get() == metier
    assert (metier.nom_masculin, metier.accroche) == ("Facteur de vielles", "Par la rédaction.")
    assert metier.acces == "Cet emploi est accessible avec un CAP."
    assert metier.competences.count() == 4
    assert (metier.marque, told(report, "difference")) == ("", [])


def test_a_code_of_version_3_confirms_the_name_as_well(tmp_path):
    metier = curated("accordeur d’instruments", "L1901")
    run(archive(tmp_path))
    assert list(metier.codes_rome.values_list("code", flat=True)) == ["L1901", "L1902"]


def test_a_name_that_a_fiche_has_already_is_not_added_in_another_spelling(tmp_path):
    metier = curated("facteur de vielles", "L1901")
    Appellation.objects.create(metier=metier, masculin="Vieux Vielleur", source=metier.source)
    run(archive(tmp_path))
    assert list(metier.appellations.values_list("masculin", flat=True)) == [
        "Vieux Vielleur",
        "analyste vielleur baroque",
    ]


@pytest.mark.parametrize(
    ("name", "codes", "reason"),
    [
        ("facteur de vielles", [], "même nom, sans code ROME qui le confirme"),
        ("facteur de vielles", ["L1904"], "même nom, mais d’autres codes ROME"),
        ("factrices de vielle", ["L1901"], "noms très proches"),
        ("facteur de vielles (FDV)", ["L1901"], "noms très proches"),
        ("facteur de vielles -FDV-", ["L1901"], "noms très proches"),
    ],
)
def test_what_may_be_the_same_is_asked_and_not_made(tmp_path, name, codes, reason):
    metier = curated(name, *codes)
    report = run(archive(tmp_path))
    (asked,) = Rapprochement.objects.filter(famille="rome")
    assert (asked.cle, asked.objet, asked.raison) == ("L1901", metier.pk, reason)
    assert report.counts["métiers"]["à rapprocher"] == 1
    assert not Metier.objects.filter(source__slug="rome", nom_masculin="facteur de vielles").exists()


def test_a_usual_name_of_a_fiche_is_asked_about(tmp_path):
    metier = curated("viéliste", "L1901")
    Appellation.objects.create(metier=metier, masculin="facteur de vielles", source=metier.source)
    run(archive(tmp_path))
    (asked,) = Rapprochement.objects.filter(famille="rome")
    assert (asked.cle, asked.raison) == ("L1901", "l’un est une appellation de l’autre")


def test_a_fiche_that_one_code_surely_is_is_not_asked_about_for_another_before_it(tmp_path):
    metier = curated("accordeur d’instruments", "L1901", "L1902", feminine="accordeuse d’instruments")
    Appellation.objects.create(metier=metier, masculin="facteur de vielles", source=metier.source)
    assert run(archive(tmp_path)).counts["métiers"]["à rapprocher"] == 0
    assert Origine.objects.get(modele="metiers.metier", cle="L1902").objet == metier.pk
    assert vielles().marque == "fiche ROME"
    assert run(archive(tmp_path)).changes == 0


def test_two_fiches_of_one_name_and_code_are_both_asked_about(tmp_path):
    curated("facteur de vielles", "L1901")
    other = curated("autre", "L1901")
    Metier.objects.filter(pk=other.pk).update(nom_masculin="facteur de vielles")
    run(archive(tmp_path))
    reasons = Rapprochement.objects.filter(famille="rome").values_list("raison", flat=True)
    assert list(reasons) == ["même nom et même code, mais d’autres fiches aussi"] * 2


def test_a_fiche_that_only_shares_a_code_is_left_alone(tmp_path):
    metier = curated("réparateur de vielles", "L1901")
    run(archive(tmp_path))
    assert (metier.competences.count(), metier.appellations.count()) == (0, 0)
    assert vielles().marque == "fiche ROME"


def test_a_fiche_of_onisep_that_comes_later_joins_the_page_of_the_rome(tmp_path, imported):
    path = zipped(tmp_path, fiche("MET.9100", "accordeur d'instruments", codes=["L1901"]))
    engine.run(registry.get("onisep-metiers"), path, commit=True)
    assert Metier.objects.get(nom_masculin="accordeur d’instruments").onisep_id == "MET.9100"


def test_of_two_fiches_of_one_name_the_first_joins_the_page_of_the_rome_and_the_other_is_its_own(
    tmp_path, imported
):
    name = "accordeur d'instruments"
    path = zipped(tmp_path, *(fiche(key, name, codes=["L1901"]) for key in ("MET.9100", "MET.9102")))
    engine.run(registry.get("onisep-metiers"), path, commit=True)
    slugs = Metier.objects.filter(nom_masculin="accordeur d’instruments").values_list("onisep_id", "slug")
    assert sorted(slugs) == [
        ("MET.9100", "accordeur-d-instruments"),
        ("MET.9102", "accordeur-d-instruments-met-9102"),
    ]
    assert engine.run(registry.get("onisep-metiers"), path, commit=True).changes == 0


def test_a_job_that_the_rome_files_under_a_code_does_not_stop_its_fiche(tmp_path, imported):
    path = zipped(tmp_path, fiche("MET.9101", "vieux vielleur", codes=["L1901"]))
    engine.run(registry.get("onisep-metiers"), path, commit=True)
    assert Metier.objects.get(onisep_id="MET.9101").slug == "vieux-vielleur"


# --- Again --------------------------------------------------------------------------------------


def test_a_second_run_changes_nothing(tmp_path, imported):
    before = vielles().modifie_le
    assert "Rien à changer" in run(archive(tmp_path)).conclusion
    assert vielles().modifie_le == before


def test_another_export_of_the_same_version_changes_nothing(tmp_path, imported):
    other = {
        "referentiel_competence": [
            ("201", "Compétence", "Ajuster une roue – à la main", "Savoir-faire", "Technique"),
            *ROWS["referentiel_competence"][1:],
        ],
        "texte": [(*row[:4], row[4].replace("...", "…")) for row in ROWS["texte"]],
        "arborescence_centre_interet": [("7", "J’aime le\u200b bois", "L1901", "oui")],
    }
    assert "Rien à changer" in run(archive(tmp_path, tables(**other))).conclusion


def test_what_an_editor_wrote_stays_and_the_difference_is_offered(tmp_path, imported):
    Metier.objects.filter(pk=vielles().pk).update(acces="Par la rédaction.")
    texts = [*without("texte", "acces_metier"), ("L1901", "4", "acces_metier", "1", "Un bac suffit.")]
    report = run(archive(tmp_path, tables(version="61", texte=texts)))
    assert vielles().acces == "Par la rédaction."
    assert [(line.ancien, line.nouveau) for line in report.of_type("difference")] == [
        ("Par la rédaction.", "Un bac suffit.")
    ]
    assert Ecart.objects.get(origine__famille="rome").valeur == "Un bac suffit."


def test_a_code_that_a_version_no_longer_has_is_marked(tmp_path, imported):
    codes = without("referentiel_code_rome", "L1904")
    run(archive(tmp_path, tables(version="61", day="15/06/2026", referentiel_code_rome=codes)))
    gone = Origine.objects.filter(famille="rome", disparue_le__isnull=False, cle="L1904")
    assert [(row.modele, str(row.disparue_le)) for row in gone] == [
        ("metiers.coderome", "2026-06-15"),
        ("metiers.metier", "2026-06-15"),
    ]
    assert Metier.objects.get(slug="ecouteur-de-cloches").etat == "publie"


def test_an_archive_without_a_table_leaves_what_came_from_it(tmp_path, imported):
    report = run(archive(tmp_path, tables(coherence_item=None, rubrique_mobilite=None, texte=None)))
    assert vielles().relations_sortantes.count() == 3
    assert vielles().acces == "Cet emploi est accessible avec un CAP."
    why = "absente de ce fichier : ce qui en venait reste tel quel"
    assert [note for note in report.notes if "table «" in note] == [
        f"non repris : table « {table} » (1), {why}."
        for table in ("coherence_item", "rubrique_mobilite", "texte")
    ]


# --- Files that are refused ---------------------------------------------------------------------


def refusal(path):
    with pytest.raises(RefusedFile) as refused:
        run(path)
    return str(refused.value)


def test_a_missing_or_renamed_table_is_named(tmp_path):
    members = tables()
    members["unix_referentiel_appellations_v460_utf8.csv"] = members.pop(
        "unix_referentiel_appellation_v460_utf8.csv"
    )
    assert refusal(archive(tmp_path, members)).startswith(
        "RefRomeCsv_v460.zip : il manque « referentiel_appellation » "
        "(« referentiel_appellations » l’a-t-il remplacé ?)."
    )


def test_a_renamed_column_is_named(tmp_path):
    headers = {"referentiel_code_rome": "code_rome,code_ogr,libelle,emploi_cadre,code_rome_parent"}
    assert refusal(archive(tmp_path, tables(headers=headers))).startswith(
        "unix_referentiel_code_rome_v460_utf8.csv, ligne 1 : il manque « libelle_rome »"
    )


def test_a_code_that_stands_twice_refuses_the_file(tmp_path):
    codes = [*ROWS["referentiel_code_rome"], ("L1904", "9", "Autre", "", "")]
    assert "le code L1904 figure deux fois" in refusal(archive(tmp_path, tables(referentiel_code_rome=codes)))


def test_two_versions_in_one_folder_are_refused(tmp_path):
    path = unpacked(tmp_path, tables() | tables(version="61"))
    assert "y figure deux fois" in refusal(path)


def test_the_file_of_another_command_is_refused(tmp_path):
    assert "il manque « referentiel_code_rome »" in refusal(zipped(tmp_path, fiche("MET.1", "x")))


# --- The country --------------------------------------------------------------------------------


@pytest.mark.skipif(not FULL.exists(), reason="the published file is not on this machine")
def test_the_published_file_is_read_whole():
    rows = list(rome.read(Published(FULL), Reading()))
    metiers = [row for row in rows if isinstance(row, Record) and row.model == "metiers.metier"]
    assert len(metiers) == len({row.key for row in metiers}) == 1584
    assert [row for row in rows if not isinstance(row, Record)] == []
    assert sum(len(row.links["competences"]) for row in metiers) == 90_556
    assert sum(len(row.links["domaines"]) for row in metiers) == 1584
    ways = {"proches": 1266, "evolutions": 1704, "passerelles": 10_676}
    assert {link: sum(len(row.links[link]) for row in metiers) for link in ways} == ways
