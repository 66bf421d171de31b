"""The import of the « table de passage »: codes for formations, and certifications of their own."""

import pytest

from formations.models import Formation
from tests.formations.opendata.samples import certifications, counts, fiches, lutherie, run, told

pytestmark = pytest.mark.django_db
KIND = "certifications"
CAP, TITRE = "Certificat d'aptitude professionnelle", "Autre titre inscrit sur demande au RNCP (niveau 3)"
LUTHERIE = ("1", "3", CAP, "CAP lutherie", "95001", "Lutherie", "FOR.90001", "CAP lutherie")
VIELLE = ("2", "3", CAP, "CAP facture de vielle", "95002", "Vielle", "FOR.90010", "CAP vielle")
LUTHIER = ("3", "3", TITRE, "CQP luthier", "95003", "Luthier", "", "")


def test_a_formation_of_the_guide_takes_the_code_of_the_newer_file(tmp_path):
    run("onisep-formations", fiches(tmp_path, lutherie()))
    report = run(KIND, certifications(tmp_path, LUTHERIE))
    formation = Formation.objects.get(onisep_id="FOR.90001")
    assert (formation.code_rncp, formation.type, formation.sigle) == ("RNCP95001", "cap", "LUT")
    assert counts(report) == {"changés": 1}
    again = run("onisep-formations", fiches(tmp_path, lutherie()))
    assert (again.changes, again.of_type("difference")) == (0, [])
    assert run(KIND, certifications(tmp_path, LUTHERIE)).changes == 0


def test_a_formation_that_the_guide_lacks_is_made(tmp_path):
    run(KIND, certifications(tmp_path, VIELLE))
    formation = Formation.objects.get(onisep_id="FOR.90010")
    assert (formation.intitule, formation.type, formation.niveau) == ("CAP vielle", "cap", 3)
    assert formation.source.licence == "Open Database License (ODbL) 1.0"


def test_a_certification_without_a_formation_is_known_by_its_code(tmp_path):
    report = run(KIND, certifications(tmp_path, LUTHIER))
    formation = Formation.objects.get(code_rncp="RNCP95003")
    assert (formation.intitule, formation.type, formation.onisep_id) == ("CQP luthier", "titre", None)
    assert counts(report) == {"ajoutés": 1}
    assert run(KIND, certifications(tmp_path, LUTHIER)).changes == 0


def test_the_options_of_one_certification_are_one_page_under_its_registered_name(tmp_path):
    run(
        KIND,
        certifications(
            tmp_path, LUTHIER, ("4", "3", TITRE, "CQP luthier : alto", "95003", "Luthier", "", "")
        ),
    )
    assert Formation.objects.get(code_rncp="RNCP95003").intitule == "Luthier"


def test_a_code_that_a_formation_bears_makes_no_other_page(tmp_path):
    option = ("5", "3", TITRE, "CAP lutherie option alto", "95001", "Lutherie", "", "")
    nameless = ("6", "non renseigné", "Classe de première", "Première", "", "", "", "")
    report = run(KIND, certifications(tmp_path, LUTHERIE, option, nameless))
    assert counts(report) == {"ajoutés": 1, "refusés": 1}
    assert report.notes == [
        "non repris : lignes d’une certification qu’une formation porte déjà (1), "
        "une option de plus, sans page à elle."
    ]
    assert told(report, "refus") == [
        "6 ci_code_rncp ni identifiant de l’ONISEP ni code RNCP : "
        "rien ne désigne la ligne d’une édition à l’autre"
    ]


def test_several_certifications_for_one_formation_leave_it_without_a_code(tmp_path):
    report = run(KIND, certifications(tmp_path, LUTHERIE, ("7", *LUTHERIE[1:4], "95009", *LUTHERIE[5:])))
    assert Formation.objects.get(onisep_id="FOR.90001").code_rncp is None
    assert told(report, "refus") == [
        "FOR.90001 ci_code_rncp plusieurs certifications pour une formation : RNCP95001, RNCP95009"
    ]


def test_a_certification_that_gets_an_identifier_keeps_its_page(tmp_path):
    run(KIND, certifications(tmp_path, LUTHIER))
    page = Formation.objects.get(code_rncp="RNCP95003")
    run(KIND, certifications(tmp_path, (*LUTHIER[:6], "FOR.90011", "CQP de luthier"), name="table_2026-11"))
    page.refresh_from_db()
    assert (page.onisep_id, Formation.objects.filter(code_rncp="RNCP95003").count()) == ("FOR.90011", 1)
