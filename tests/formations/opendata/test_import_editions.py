"""Other editions of the files on formations: what says the same in another shape changes nothing."""

import re

import pytest

from core.readers import RefusedFile
from formations.models import Formation
from tests.formations.opendata.samples import (
    ADDRESS,
    COLUMNS_LATER,
    as_json,
    certifications,
    fiches,
    initiales,
    lutherie,
    run,
    told,
)

pytestmark = pytest.mark.django_db
HARPE = (
    ';50032301;CAP;"CAP";"CAP harpe";;"2 ans";"CAP ou équivalent";90012;3;"niveau 3 (CAP)";'
    f'"Ministère";{ADDRESS}/FOR.90012;"arts/artisanat d\'art"'
)
NAMES = [
    *("code_nsf", "code_scolarite", "sigle_type_formation", "libelle_type_formation"),
    *("libelle_formation_principal", "sigle_formation", "duree", "niveau_de_sortie_indicatif", "code_rncp"),
    *("niveau_de_certification", "libelle_niveau_de_certification", "tutelle", "url_et_id_onisep"),
    "domainesous-domaine",
]
CELLS = [cell.strip('"') for cell in HARPE.split(";")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<duree_formation>2 ans<", '<duree_formation>"2\u00a0ans"<'),
        ("/rncp/90001/", "/RNCP/RNCP90001/"),
        ("<formation_poursuite_Etudes>", '<formation_poursuite_Etudes id="FOR.1">'),
        ("FOR.90001", "for.90001"),
        ("T-IDEO2.", " t-ideo2."),
        ("<sous_tutelle>Ministère de la Musique</sous_tutelle>", "<ecoles/>"),
    ],
)
def test_a_fiche_that_is_spelt_otherwise_is_the_same(tmp_path, old, new):
    assert old in lutherie()
    run("onisep-formations", fiches(tmp_path, lutherie()))
    report = run("onisep-formations", fiches(tmp_path, lutherie().replace(old, new)))
    assert (report.changes, told(report, "refus")) == (0, [])


def xml_of(folder, *rows):
    items = [
        "".join(f"<{name}>{cell}</{name}>" for name, cell in zip(NAMES, row, strict=True)) for row in rows
    ]
    path = folder / "5fa591127f501.xml"
    path.write_text(f"<root>{''.join(f'<item>{item}</item>' for item in items)}</root>", encoding="utf-8")
    return path


def test_the_csv_the_json_and_the_xml_of_the_list_are_the_same(tmp_path):
    run("onisep-formations-initiales", initiales(tmp_path, HARPE, header=COLUMNS_LATER))
    assert Formation.objects.get(onisep_id="FOR.90012").code_rncp == "RNCP90012"
    written = [
        as_json(tmp_path, [dict(zip(NAMES, CELLS, strict=True)) | {"code_rncp": 90012.0}]),
        xml_of(tmp_path, CELLS),
        initiales(tmp_path, HARPE.replace(";90012;", ";rncp 90012;"), header=COLUMNS_LATER.upper()),
        initiales(tmp_path, HARPE.replace('"2 ans"', "2\u00a0ans"), header=COLUMNS_LATER.replace("é", "e")),
    ]
    for path in written:
        report = run("onisep-formations-initiales", path)
        assert (report.changes, told(report, "refus")) == (0, [])


def test_a_formation_that_is_followed_in_several_lengths_is_one_and_has_none(tmp_path):
    longer = HARPE.replace("2 ans", "3 ans")
    report = run("onisep-formations-initiales", initiales(tmp_path, HARPE, longer, header=COLUMNS_LATER))
    assert Formation.objects.get(onisep_id="FOR.90012").duree_annees is None
    assert told(report, "refus") == ["FOR.90012 durée plusieurs durées pour une formation : 2 ans, 3 ans"]
    named_otherwise = longer.replace("CAP harpe", "CAP harpe celtique")
    with pytest.raises(RefusedFile, match=r"FOR\.90012 figure deux fois \(ligne 2, ligne 3\)"):
        run("onisep-formations-initiales", initiales(tmp_path, HARPE, named_otherwise, header=COLUMNS_LATER))


HEADER = (
    '"Certif Info (CI) Identifiant";"CI Niveau européen";"CI Intitulé type diplôme";"CI Intitulé";'
    '"CI Certifiant";"CI Code RNCP";"CI Code Scolarité";"RNCP Intitulé";"RNCP Type enregistrement";'
    '"V_Formation_Diplôme Libellé long";"Idéo Identifiant formation";"Idéo Libellé complet formation";Statut'
)
CAP = "Certificat d'aptitude professionnelle"


def test_the_csv_of_the_table_of_certifications_has_other_headings(tmp_path):
    xml = certifications(
        tmp_path, ("1", "3", CAP, "CAP lutherie", "95001", "Lutherie", "FOR.90001", "CAP lutherie")
    )
    run("certifications", xml)
    path = tmp_path / "6152ccdf850ef.csv"
    row = (
        f'1;3;"{CAP}";"CAP lutherie";Oui;RNCP 95001;50032301;Lutherie;;;for.90001;"CAP lutherie";identique\n'
    )
    path.write_text(f"{HEADER}\n{row}", encoding="utf-8-sig")
    report = run("certifications", path)
    assert (report.changes, told(report, "refus")) == (0, [])


def test_the_table_of_certifications_may_have_another_root_and_its_elements_another_order(tmp_path):
    path = certifications(tmp_path, ("3", "3", CAP, "CQP luthier", "95003", "Luthier", "", ""))
    run("certifications", path)
    content = path.read_text(encoding="utf-8").replace("root>", "lignes>").replace("item>", "ligne>")
    first = re.search("<ci_intitule>.*?</ci_intitule>", content)[0]
    path.write_text(content.replace(first, "").replace("</ligne>", f"{first}</ligne>"), encoding="utf-8")
    assert run("certifications", path).changes == 0


def test_a_certification_without_a_title_is_refused_alone(tmp_path):
    rows = (
        ("3", "3", CAP, "CQP luthier", "95003", "Luthier", "", ""),
        ("4", "3", CAP, "", "95004", "", "", ""),
    )
    report = run("certifications", certifications(tmp_path, *rows))
    assert told(report, "refus") == ["RNCP95004 intitule Ce champ ne peut pas être vide."]
