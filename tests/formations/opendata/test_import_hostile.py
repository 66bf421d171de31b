"""Files on formations that are broken or hostile: refused row by row, or whole with a sentence."""

import pytest

from core.readers import RefusedFile
from tests.formations.opendata.samples import (
    as_json,
    certifications,
    counts,
    fiche,
    fiches,
    lutherie,
    run,
    told,
)

pytestmark = pytest.mark.django_db
VIELLE = fiche("FOR.90002", "CAP vielle")
ROW = ("1", "3", "certificat d’aptitude professionnelle", "CAP lutherie", "90001", "CAP lutherie", "", "")


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (
            lutherie().replace("<attendus>", "<attendu>").replace("</attendus>", "</attendu>"),
            "attendus cet élément manque",
        ),
        (
            lutherie(descriptif_acces="x").replace("<![CDATA[\n   x]]>", "<p>x</p>"),
            "descriptif_acces son HTML n’est pas dans un bloc CDATA",
        ),
        (lutherie(attendus="<i>" * 2000), "descriptif_acces HTML trop imbriqué"),
    ],
)
def test_a_bad_fiche_is_refused_alone_and_its_field_is_named(tmp_path, bad, sentence):
    report = run("onisep-formations", fiches(tmp_path, VIELLE, bad))
    assert counts(report) == {"ajoutés": 1, "refusés": 1}
    assert told(report, "refus") == [f"FOR.90001 {sentence}"]


def test_a_certification_that_stands_twice_is_named(tmp_path):
    with pytest.raises(RefusedFile, match=r"l’identifiant 1 figure deux fois \(ligne 1, ligne 2\)\."):
        run("certifications", certifications(tmp_path, ROW, ROW))


def test_a_certification_that_lacks_an_element_is_refused_alone(tmp_path):
    path = certifications(tmp_path, ROW, ("2", *ROW[1:4], "90002", "CAP vielle", "", ""))
    text = path.read_text(encoding="utf-8")
    first, second = text.split("</item><item>")
    path.write_text(
        f"{first}</item><item>{second.replace('<ci_code_rncp>90002</ci_code_rncp>', '')}",
        encoding="utf-8",
    )
    report = run("certifications", path)
    assert told(report, "refus") == ["ci_code_rncp cet élément manque"]
    assert counts(report) == {"ajoutés": 1, "refusés": 1}


def test_halves_of_a_character_in_a_json_are_dropped(tmp_path):
    columns = [
        "certif_info_ci_identifiant",
        "ci_niveau_europeen",
        "ci_intitule_type_diplome",
        "ci_intitule",
        "ci_certifiant",
        "ci_code_rncp",
        "ci_code_scolarite",
        "rncp_intitule",
        "rncp_type_enregistrement",
        "v_formation_diplome_libelle_long",
        "ideo_identifiant_formation",
        "ideo_libelle_complet_formation",
        "statut",
    ]
    row = dict.fromkeys(columns, "") | {
        "certif_info_ci_identifiant": 1,
        "ci_niveau_europeen": 3,
        "ci_intitule_type_diplome": "certificat d’aptitude professionnelle",
        "ci_intitule": "CAP \ud800luth\u0000erie",
        "ci_code_rncp": 90001,
    }
    report = run("certifications", as_json(tmp_path, [row]))
    assert [line.libelle for line in report.of_type("ajout")] == ["CAP lutherie"]
