"""The import of the ROME: what a code becomes, and how its métiers lead to each other."""

import pytest
from django.core.management import call_command

from core.models import Attente, Domaine, Source
from core.search.finder import find
from metiers.models import CodeRome, Metier, Relation
from metiers.opendata.rome_files import UNUSED
from tests.metiers.opendata.fiches import counts, told
from tests.metiers.opendata.rome_tables import archive, run, tables, unpacked
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(db, tmp_path):
    return run(archive(tmp_path))


@pytest.fixture
def vielles(imported):
    return Metier.objects.get(slug="facteur-de-vielles")


def ways(**given):
    rows = Relation.objects.filter(source__slug="rome", **given).order_by("depuis__slug", "ordre")
    return [(row.depuis.nom_masculin, row.type, row.vers.nom_masculin) for row in rows]


def test_a_code_without_a_fiche_becomes_a_page(vielles):
    assert vielles.nom_complet == "facteur de vielles / factrice de vielles"
    assert (vielles.etat, vielles.ampleur, vielles.pays) == ("publie", "courte", "FR")
    assert vielles.niveau_acces is None
    assert vielles.accroche == "Fabrique des vielles à roue."
    assert vielles.presentation == "Il choisit l’érable, s’il est sec. Il les accorde…"
    assert vielles.acces == "Cet emploi est accessible avec un CAP."
    assert vielles.riasec == "RA"
    assert vielles.history.get().history_change_reason.startswith("Import rome")


def test_conditions_stand_under_what_they_are_about(vielles):
    assert vielles.conditions == (
        "### Horaires et durée du travail\n\n- Travail le samedi\n\n"
        "### Lieux et déplacements\n\n- Travail en atelier"
    )


def test_other_names_leave_out_the_main_one_and_mask_the_rare_ones(vielles):
    assert list(vielles.appellations.values_list("masculin", "feminin", "type")) == [
        ("analyste vielleur baroque", "analyste vielleuse baroque", "officielle"),
        ("vieux vielleur", "vieux vielleur", "masquee"),
    ]


def test_skills_at_the_heart_of_the_metier_come_first(vielles):
    skills = vielles.competences.order_by("ordre").values_list(
        "competence__nom", "competence__type", "precision"
    )
    assert list(skills) == [
        ("Vernir une caisse", "savoir-faire", "cœur de métier"),
        ("Acoustique des cordes", "savoir", ""),
        ("Ajuster une roue - à la main", "savoir-faire", ""),
        ("Faire preuve d’oreille", "savoir-etre", ""),
    ]


def test_a_metier_is_filed_in_a_tree_of_domains_by_sector_and_by_interest(vielles):
    domain = vielles.domaines.get()
    assert (domain.nom, domain.parent.nom) == ("Facture d’essai", "Musique et Spectacle d’essai")
    assert Domaine.objects.filter(source__slug="rome").count() == 2
    assert [sector.libelle for sector in vielles.secteurs.all()] == ["Artisanat d’essai"]
    assert [interest.libelle for interest in vielles.centres_interet.all()] == ["J’aime le bois"]


def test_a_code_of_version_3_leads_to_its_children(imported):
    old = CodeRome.objects.get(code="L1901")
    assert (old.libelle, old.parent) == ("Facteur / Factrice de vielles", None)
    assert [code.code for code in old.enfants.order_by("code")] == ["L1902", "L1903"]


def test_mobility_is_told_no_further_than_the_edition_says(imported):
    assert ways() == [
        ("facteur de vielles", "proche", "accordeur d’instruments"),
        ("facteur de vielles", "evolution", "chef d’atelier de lutherie"),
        ("facteur de vielles", "passerelle", "écouteur de cloches"),
    ]
    assert list(Attente.objects.values_list("lien", "cle")) == [
        ("competences", "399"),
        ("passerelles", "L1998"),
    ]


def test_an_edition_that_gives_the_type_of_a_way_is_believed(tmp_path):
    typed = [("L1901", "L1902", "1"), ("L1902", "L1901", "2"), ("L1903", "L1901", "1")]
    headers = {"rubrique_mobilite": "code_rome,code_rome_cible,code_type_mobilite"}
    run(archive(tmp_path, tables(rubrique_mobilite=typed, headers=headers)))
    assert ways() == [
        ("accordeur d’instruments", "evolution", "facteur de vielles"),
        ("chef d’atelier de lutherie", "proche", "facteur de vielles"),
        ("facteur de vielles", "proche", "accordeur d’instruments"),
    ]


def test_what_cannot_be_taken_over_is_told(tmp_path):
    codes = [
        ("12345", "9", "Code faux", "", ""),
        ("L1901", "1", "Facteur / Factrice de vielles", "N", "L1901"),
    ]
    report = run(
        archive(
            tmp_path, tables(referentiel_code_rome=codes, referentiel_code_rome_riasec=[("L1901", "Z", "")])
        )
    )
    assert told(report, "refus") == [
        "12345 code_rome « 12345 » n’est pas un code ROME (« M1802 »)",
        "L1901 riasec « Z » n’est pas un profil RIASEC",
    ]
    assert "non repris : appellations (1), leur code ROME n’est pas dans le fichier." in report.notes
    assert Metier.objects.get(slug="facteur-de-vielles").riasec == ""


def test_the_page_says_what_it_is_where_it_comes_from_and_under_which_licence(client, vielles):
    response = client.get(vielles.get_absolute_url())
    shown = Page(response)
    assert (shown.errors, shown.text(".//h1")) == ([], "Facteur de vielles / factrice de vielles")
    assert "fiche ROME" in shown.texts(".//header//span")
    (sources,) = shown.texts(".//ol[@class='sources-liste']/li/span")
    assert sources == "France Travail 18 septembre 2025 licence Licence Ouverte (Etalab)"


def test_other_pages_bear_no_mark(client):
    metier = Metier.objects.published().exclude(source__slug="rome").first()
    assert metier.marque == ""
    assert ">fiche ROME<" not in client.get(metier.get_absolute_url()).text


def test_a_folder_gives_what_the_zip_gives(tmp_path, imported):
    report = run(unpacked(tmp_path, tables()))
    assert "Rien à changer" in report.conclusion
    assert str(report.edition) == "2025-09-18"


def test_the_command_shows_the_report(tmp_path, capsys):
    call_command("import_rome", str(archive(tmp_path)))
    said = capsys.readouterr().out
    assert "France Travail, ROME, édition du 18/09/2025" in said
    assert "Rien n’a été écrit : c’est un essai." in said
    assert not Source.objects.filter(slug="rome").exists()


def test_tables_that_the_guide_has_no_use_for_are_counted(imported):
    assert imported.notes[:-1] == [
        f"non repris : autres tables du ROME (3), {UNUSED}.",
        "non repris : compétences et savoirs (1), aucun métier du fichier ne les demande.",
        "non repris : phrases (1), leur code ROME ou leur sorte n’est pas connu.",
    ]
    assert counts(imported)["métiers"] == {"ajoutés": 4}


def test_a_code_of_version_3_leads_to_the_codes_that_come_from_it(imported):
    found = [Metier.objects.get(pk=row.key).nom_masculin for row in find("L1901").ranked]
    assert found[0] == "facteur de vielles"
    assert sorted(found[1:]) == ["accordeur d’instruments", "chef d’atelier de lutherie"]
