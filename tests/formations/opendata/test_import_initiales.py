"""The import of ONISEP's list of formations: two editions of the CSV, and the JSON."""

import pytest

from core.readers import RefusedFile
from formations.models import DomaineEtudes, Formation
from tests.formations.opendata.samples import (
    ADDRESS,
    COLUMNS_2022,
    COLUMNS_LATER,
    as_json,
    counts,
    fiches,
    initiales,
    lutherie,
    run,
    told,
)

pytestmark = pytest.mark.django_db
KIND = "onisep-formations-initiales"
VIELLE = (
    '233;CAP;"Certificat d\'aptitude professionnelle";"CAP facture de vielle""""";;"1 an";;0;'
    f'"non inscrit au RNCP";"non renseigné";{ADDRESS}/FOR.90010;'
    '"arts, culture, artisanat/artisanat d\'art| arts, culture, artisanat/arts du spectacle"'
)
LUTHERIE_2022 = (
    ';CAP;"Certificat d\'aptitude professionnelle";"CAP Lutherie";;"3 ans";777;5;"niveau 3 (niveau CAP)";'
    f'"Ministère";{ADDRESS}/FOR.90001;"arts - culture - artisanat/artisanat d\'art"'
)
HARPE = (
    '133;50032301;CAP;"CAP";"CAP harpe";;"18 mois";"CAP ou équivalent";90012;3;"niveau 3 (CAP)";'
    '"Ministère";https://www.onisep.fr/http/redirection/formation/slug/FOR.90012;"arts/artisanat d\'art"'
)


def test_a_row_of_2022_becomes_a_formation_filed_in_a_tree(tmp_path):
    report = run(KIND, initiales(tmp_path, VIELLE))
    formation = Formation.objects.get(onisep_id="FOR.90010")
    assert (formation.intitule, formation.type, formation.duree_annees) == ("CAP facture de vielle", "cap", 1)
    # The bare level of 2022 runs the other way, and « non inscrit » is no level.
    assert (formation.niveau, formation.code_rncp) == (None, None)
    assert [str(domaine) for domaine in formation.domaines.all()] == ["artisanat d’art", "arts du spectacle"]
    assert DomaineEtudes.objects.get(libelle="artisanat d’art").parent.libelle == "arts, culture, artisanat"
    assert counts(report, "domaines d’études") == {"ajoutés": 3}


def test_a_later_edition_gives_the_level_of_the_studies(tmp_path):
    run(KIND, initiales(tmp_path, HARPE, header=COLUMNS_LATER, name="ideo-formations_2025-03"))
    formation = Formation.objects.get(onisep_id="FOR.90012")
    assert (formation.niveau, str(formation.duree_annees), formation.code_rncp) == (3, "1.5", "RNCP90012")


def test_the_json_of_the_same_list_is_read(tmp_path):
    row = {
        "libelle_type_formation": "BTS",
        "libelle_formation_principal": "BTS harpe",
        "sigle_formation": None,
        "duree": "2 ans",
        "code_rncp": 90013,
        "domainesous-domaine": "arts/musique",
        "libelle_niveau_de_certification": "niveau 5 (bac + 2)",
        "niveau_de_sortie_indicatif": "Bac + 2",
        "url_et_id_onisep": f"{ADDRESS}/FOR.90013",
    }
    report = run(KIND, as_json(tmp_path, [row]))
    formation = Formation.objects.get(onisep_id="FOR.90013")
    assert (formation.niveau, formation.annees_apres_bac, formation.code_rncp) == (5, 2, "RNCP90013")
    assert told(report, "refus") == ["FOR.90013 type le guide ne connaît pas le type « BTS »"]


def test_a_second_run_changes_nothing(tmp_path):
    path = initiales(tmp_path, VIELLE)
    run(KIND, path)
    assert run(KIND, path).changes == 0


@pytest.mark.parametrize("order", [("fiches", "liste"), ("liste", "fiches")])
def test_the_newer_of_two_files_is_followed_in_whatever_order_they_come(tmp_path, order):
    files = {
        "fiches": ("onisep-formations", fiches(tmp_path, lutherie())),
        "liste": (KIND, initiales(tmp_path, LUTHERIE_2022)),
    }
    for name in order:
        run(*files[name])
    formation = Formation.objects.get(onisep_id="FOR.90001")
    assert (formation.intitule, formation.sigle, formation.duree_annees) == ("CAP lutherie", "LUT", 2)
    assert (formation.code_rncp, formation.description[:7]) == ("RNCP90001", "On y ap")
    assert [str(domaine) for domaine in formation.domaines.all()] == ["artisanat d’art", "bois, papier"]
    assert DomaineEtudes.objects.get(libelle="artisanat d’art").parent.libelle == "arts - culture - artisanat"
    for name in order:
        report = run(*files[name])
        assert (report.changes, report.of_type("difference")) == (0, [])


def test_missing_columns_are_named(tmp_path):
    header = COLUMNS_2022.replace("durée", '"durée de la formation"')
    with pytest.raises(RefusedFile, match="il manque « durée »"):
        run(KIND, initiales(tmp_path, VIELLE, header=header))


def test_a_row_without_an_identifier_is_refused(tmp_path):
    report = run(KIND, initiales(tmp_path, VIELLE, VIELLE.replace("FOR.90010", "")))
    assert counts(report) == {"ajoutés": 1, "refusés": 1}


def test_one_identifier_twice_is_refused(tmp_path):
    with pytest.raises(RefusedFile, match=r"FOR\.90010 figure deux fois"):
        run(KIND, initiales(tmp_path, VIELLE, VIELLE))
