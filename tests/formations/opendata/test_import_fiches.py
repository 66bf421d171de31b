"""The import of ONISEP's fiches of formations: what is read, joined, and left out."""

import pytest
from django.core.management import call_command

from core.models import Import, Source
from core.readers import RefusedFile
from formations.models import DomaineEtudes, Formation
from tests.formations.opendata.samples import counts, fiche, fiches, lutherie, run, told
from tests.page import Page

pytestmark = pytest.mark.django_db
KIND = "onisep-formations"


@pytest.fixture
def report(tmp_path):
    return run(KIND, fiches(tmp_path, lutherie()))


def test_a_fiche_becomes_a_page_of_the_guide(report, client):
    formation = Formation.objects.get(onisep_id="FOR.90001")
    assert (formation.slug, formation.intitule, formation.sigle) == ("cap-lutherie", "CAP lutherie", "LUT")
    assert (formation.etat, formation.type, formation.niveau, formation.pays) == ("publie", "cap", 3, "FR")
    assert (formation.annees_apres_bac, formation.duree_annees) == (None, 2)
    assert formation.code_rncp == "RNCP90001"
    assert formation.description == "On y apprend l’érable & l’épicéa."
    assert formation.acces == "### Accès\n\nAprès la 3e.\n\n- Avoir de l’oreille."
    assert formation.poursuites == "Sous conditions :\n\n- MC archèterie"
    assert [str(domaine) for domaine in formation.domaines.all()] == ["artisanat d’art", "bois, papier"]
    assert formation.history.get().history_change_reason.startswith("Import onisep-formations")
    page = Page(client.get(formation.get_absolute_url())).text()
    assert "licence Open Database License (ODbL) 1.0" in page
    assert "25 juin 2024" in page


def test_the_metiers_of_a_fiche_are_those_that_the_fiches_of_metiers_link(report):
    assert Formation.objects.get(onisep_id="FOR.90001").metiers.count() == 0
    assert report.notes == [
        "non repris : liens vers des métiers (1), les fiches métiers les donnent déjà.",
        "non repris : ministères de tutelle (1), ils changent de nom avec les gouvernements.",
    ]


def test_a_diploma_about_to_change_says_so_in_its_description(tmp_path):
    run(
        KIND,
        fiches(tmp_path, fiche("FOR.90002", "MC (futur CS) archèterie", "mention complémentaire (futur CS)")),
    )
    formation = Formation.objects.get(onisep_id="FOR.90002")
    assert (formation.intitule, formation.type) == ("MC archèterie", "certificat")
    assert formation.description == "Cette formation devient un CS."


def test_a_diploma_that_ends_says_when_in_its_description(tmp_path):
    run(KIND, fiches(tmp_path, fiche("FOR.90002", "BPA archèterie", annee_derniere_session="2026")))
    assert Formation.objects.get(onisep_id="FOR.90002").description == "Dernière session d’examen : 2026."


def test_what_cannot_be_taken_over_is_told_with_its_field_and_its_reason(tmp_path):
    odd = {"duree_formation": "un an", "niveau_certification": "niveau 6 (bac + 3)"}
    report = run(
        KIND, fiches(tmp_path, fiche("FOR.90003", "CAP odd", "diplôme de la cour", **odd), fiche("90", "x"))
    )
    assert told(report, "refus") == [
        "FOR.90003 type_Formation le guide ne connaît pas le type « diplôme de la cour »",
        "FOR.90003 niveau_etudes « CAP ou équivalent » ne va pas avec « niveau 6 (bac + 3) », qui est suivi",
        "FOR.90003 duree_formation « un an » n’est pas une durée en années, mois ou semaines",
        "90 identifiant « 90 » n’est pas un identifiant de formation (« FOR.5574 »)",
    ]
    assert Formation.objects.get(onisep_id="FOR.90003").type == "autre"


def test_a_second_run_changes_nothing_and_a_trial_writes_nothing(tmp_path, report):
    path = fiches(tmp_path, lutherie())
    again = run(KIND, path)
    assert (again.changes, counts(again)) == (0, {"inchangés": 1})
    run(KIND, fiches(tmp_path, lutherie(), fiche("FOR.90004", "CAP vielle")), commit=False)
    assert Formation.objects.filter(onisep_id="FOR.90004").count() == 0
    assert Import.objects.filter(famille=KIND).count() == 2


def test_what_an_editor_changed_is_kept_and_what_is_gone_is_marked(tmp_path, report):
    formation = Formation.objects.get(onisep_id="FOR.90001")
    formation.intitule = "CAP luthier"
    formation.save()
    other = run(KIND, fiches(tmp_path, lutherie(duree_formation="3 ans")))
    formation.refresh_from_db()
    assert (formation.intitule, formation.duree_annees) == ("CAP luthier", 3)
    assert told(other, "difference") == ["FOR.90001 intitulé"]
    gone = run(KIND, fiches(tmp_path, fiche("FOR.90004", "CAP vielle")))
    assert counts(gone) == {"ajoutés": 1, "disparus": 1}
    assert Formation.objects.filter(onisep_id="FOR.90001").exists()


def test_a_curated_formation_joins_by_its_identifier_alone(tmp_path):
    curated = Formation.objects.exclude(onisep_id=None).first()
    path = fiches(
        tmp_path,
        fiche(curated.onisep_id, "autre nom", "diplôme d'ingénieur", url="https://x.fr/rncp/90005"),
        fiche("FOR.90005", "BUT informatique", "bachelor universitaire de technologie"),
    )
    report = run(KIND, path)
    assert counts(report) == {"changés": 1, "à rapprocher": 1}
    assert told(report, "doute") == ["FOR.90005  peut-être « BUT Informatique » : même nom"]
    intitule, source = curated.intitule, curated.source
    curated.refresh_from_db()
    assert (curated.intitule, curated.source) == (intitule, source)


def test_the_page_of_a_curated_formation_names_the_file_that_filled_it(tmp_path, client):
    curated = Formation.objects.exclude(onisep_id=None).first()
    path = fiches(tmp_path, fiche(curated.onisep_id, "x", "diplôme d'ingénieur", duree_formation="3 ans"))
    run(KIND, path)
    source = Source.objects.get(slug="onisep-ideo-fiches-formations")
    context = client.get(curated.get_absolute_url()).context
    length = next(fact for fact in context["faits"] if fact.label == "Durée")
    assert (context["sources"][-1], length.source, length.texte) == (source, source, "3\u00a0ans")
    run(KIND, fiches(tmp_path, fiche("FOR.90007", "CAP bois")))
    said = "ONISEP, Idéo-Fiches formations ne donne plus cette formation depuis l’édition du 25 juin 2024."
    assert said in " ".join(client.get(curated.get_absolute_url()).content.decode().split())


def test_fields_of_studies_are_made_once(tmp_path, report):
    run(
        KIND,
        fiches(
            tmp_path, lutherie(), fiche("FOR.90006", "CAP bois", domaines=[("T-IDEO2.2", "bois, papier")])
        ),
    )
    assert DomaineEtudes.objects.get(libelle="bois, papier").formations.count() == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<metiers><metier/></metiers>", "la racine est <metiers>, et non <formations>"),
        ("<formations><formation><identifiant/></formation></formations>", "il manque « libelle_complet »"),
        ("<formations><formation>", "le XML est abîmé ou incomplet"),
    ],
)
def test_another_file_is_refused_with_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "formations.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RefusedFile, match=sentence):
        run(KIND, path)


def test_the_command_ends_with_the_code_of_a_refused_file(tmp_path, capsys):
    path = tmp_path / "vide.xml"
    path.write_text("")
    with pytest.raises(SystemExit) as end:
        call_command("import_onisep_formations", str(path))
    assert end.value.code == 2
