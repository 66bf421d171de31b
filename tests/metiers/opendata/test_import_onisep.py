"""The import of ONISEP's fiches: what is read, joined, kept as editors wrote it, and left as it was."""

import pytest
from django.core.management import call_command

from core.importing import aftermath, engine
from core.models import Attente, Import, Origine
from core.models import Source as Document
from formations.models import Formation
from metiers.models import CodeRome, FormationMetier, Metier, Relation
from tests.formations.opendata import samples
from tests.metiers.opendata.fiches import ARCHETIER, counts, fiche, luthier, run, told, xml, zipped

pytestmark = pytest.mark.django_db


def test_a_fiche_becomes_a_page_of_the_guide(imported):
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert (metier.slug, metier.nom_masculin, metier.nom_feminin) == (
        "luthier-d-art",
        "luthier d’art",
        "luthière d’art",
    )
    assert (metier.etat, metier.ampleur, metier.niveau_acces, metier.pays) == ("publie", "complete", 3, "FR")
    assert metier.presentation == "### Un bois qui chante\n\nIl choisit l’érable & l’épicéa."
    assert metier.salaire_texte == "### Salaire du débutant\n\nÀ partir du Smic."
    assert metier.marche == "Peu d’ateliers embauchent."
    assert metier.tous_secteurs is True
    assert list(metier.appellations.values_list("masculin", "feminin")) == [
        ("facteur de violons", "factrice de violons")
    ]
    assert list(metier.statuts.values_list("statut", flat=True)) == ["artisan"]
    assert list(metier.codes_rome.values_list("code", flat=True)) == ["B1501"]
    assert list(metier.secteurs.values_list("libelle", flat=True)) == ["Marketing, publicité"]
    assert list(metier.centres_interet.values_list("libelle", flat=True)) == ["j’aime le bois"]
    assert metier.history.get().history_change_reason.startswith("Import onisep-metiers")


def test_the_source_bears_the_licence_and_the_date_of_the_edition(imported):
    source = Document.objects.get(slug="onisep-ideo-fiches-metiers")
    assert (source.licence, str(source.date_publication)) == (
        "Open Database License (ODbL) 1.0",
        "2024-06-25",
    )
    assert Metier.objects.get(onisep_id="MET.9001").source == source


def test_a_short_fiche_is_presented_by_its_definition(tmp_path):
    words = "<p>Il goûte.</p><h5>Durée des études</h5><h4>Après le bac</h4><p>2 ans.</p>"
    run(zipped(tmp_path, fiche("MET.9003", "goûteur", formats={"Dico des métiers": words})))
    metier = Metier.objects.get(onisep_id="MET.9003")
    assert (metier.ampleur, metier.presentation, metier.acces) == (
        "courte",
        "Il goûte.",
        "### Après le bac\n\n2 ans.",
    )


def test_what_cannot_be_taken_over_is_told_with_its_field_and_its_reason(imported):
    assert told(imported, "refus") == [
        "MET.9001 romesV3 « A15 » n’est pas un code ROME",
        "MET.9001 statuts le guide ne connaît pas le statut « corsaire » (T-ITM.99)",
    ]


def test_a_pair_of_close_metiers_is_one_relation(imported):
    relation = Relation.objects.get(source__slug="onisep-ideo-fiches-metiers")
    assert (relation.depuis.onisep_id, relation.vers.onisep_id, relation.type) == (
        "MET.9001",
        "MET.9002",
        "proche",
    )


def test_links_whose_target_is_missing_are_kept_as_text(imported):
    assert list(Attente.objects.order_by("lien").values_list("lien", "cle", "libelle")) == [
        ("domaines", "B15", "domaine B15 du ROME"),
        ("formations", "FOR.90001", "CAP lutherie"),
        ("proches", "MET.9999", "métier absent"),
    ]


def test_a_link_is_made_when_its_target_arrives_by_another_import(tmp_path, imported):
    Formation.objects.create(
        slug="cap-lutherie",
        intitule="CAP lutherie",
        type="cap",
        pays="FR",
        onisep_id="FOR.90001",
        source=Document.objects.first(),
    )
    run(zipped(tmp_path, luthier(), ARCHETIER, fiche("MET.9999", "métier absent")))
    link = FormationMetier.objects.get(formation__onisep_id="FOR.90001")
    assert (link.metier.onisep_id, link.role, link.source.slug) == (
        "MET.9001",
        "minimum",
        "onisep-ideo-fiches-metiers",
    )
    assert Relation.objects.filter(vers__onisep_id="MET.9999").count() == 1
    assert list(Attente.objects.values_list("lien", flat=True)) == ["domaines"]


def test_links_that_arrive_in_several_lots_all_follow_the_source(tmp_path, monkeypatch):
    monkeypatch.setattr(aftermath, "batches", lambda rows: ([row] for row in rows))
    both = [("FOR.90001", "CAP lutherie"), ("FOR.90002", "CAP archèterie")]
    run(zipped(tmp_path, luthier(formations=both)))
    report = samples.run(
        "onisep-formations", samples.fiches(tmp_path, *(samples.fiche(*one) for one in both))
    )
    assert "  formations : 2 faites après attente" in report.text().split("\n")
    assert FormationMetier.objects.filter(metier__onisep_id="MET.9001").count() == 2
    run(zipped(tmp_path, luthier(formations=[])))
    assert FormationMetier.objects.filter(metier__onisep_id="MET.9001").count() == 0


def test_without_commit_nothing_is_written(tmp_path):
    before = Metier.objects.count()
    report = run(zipped(tmp_path, luthier(), ARCHETIER), commit=False)
    assert counts(report)["métiers"] == {"ajoutés": 2}
    assert report.text().endswith("--commit pour écrire.") is False
    assert "Rien n’a été écrit : c’est un essai." in report.text()
    assert (Metier.objects.count(), Import.objects.count(), Origine.objects.count()) == (before, 0, 0)


def test_a_second_run_changes_nothing_and_says_so(tmp_path, imported):
    report = run(zipped(tmp_path, luthier(), ARCHETIER))
    assert counts(report) == {
        "centres d’intérêt": {"inchangés": 1},
        "secteurs d’activité": {"inchangés": 1},
        "codes ROME": {"inchangés": 1},
        "métiers": {"inchangés": 2},
    }
    assert "Rien à changer" in report.conclusion
    assert Metier.objects.get(onisep_id="MET.9001").history.count() == 1


def test_a_new_edition_changes_the_fields_that_it_changes(tmp_path, imported):
    other = luthier(accroche="<p>Il répare des violons.</p>", synonymes=[("violonier", "violonière")])
    report = run(zipped(tmp_path, other, ARCHETIER, name="Fiches_01092025"))
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert metier.accroche == "Il répare des violons."
    assert list(metier.appellations.values_list("masculin", flat=True)) == ["violonier"]
    assert [(line.champ, line.ancien, line.nouveau) for line in report.of_type("changement")] == [
        ("accroche", "Il fabrique des violons.", "Il répare des violons."),
        ("appellations", "", "violonier"),
        ("appellations", "facteur de violons / factrice de violons", ""),
    ]
    assert metier.history.count() == 2


def test_a_metier_that_changes_its_name_is_filed_under_the_new_one(tmp_path, imported):
    other = fiche("MET.9001", "écouteur d'érables", "écouteuse d'érables")
    run(zipped(tmp_path, other, ARCHETIER, name="Fiches_01092025"))
    assert Metier.objects.get(onisep_id="MET.9001").cle_nom == "ecouteur d erables"


def test_a_row_that_the_source_no_longer_gives_is_marked_and_stays(tmp_path, imported):
    report = run(zipped(tmp_path, luthier(), name="Fiches_01092025"))
    gone = Origine.objects.get(cle="MET.9002")
    assert (str(gone.disparue_le), Metier.objects.get(pk=gone.objet).etat) == ("2025-09-01", "publie")
    assert told(report, "disparition") == ["MET.9002"]
    again = run(zipped(tmp_path, luthier(), name="Fiches_01092025"))
    assert "Rien à changer" in again.conclusion
    back = run(zipped(tmp_path, luthier(), ARCHETIER))
    assert told(back, "retour") == ["MET.9002"]
    assert Origine.objects.get(cle="MET.9002").disparue_le is None


# --- Commands and bad files ---------------------------------------------------------------------


def command(path, *options):
    call_command("import_onisep_metiers", str(path), *options)


def test_the_command_prints_its_report(tmp_path, capsys):
    command(zipped(tmp_path, luthier(), ARCHETIER), "--commit")
    output = capsys.readouterr()
    assert output.out.splitlines()[0] == "ONISEP, Idéo-Fiches métiers, édition du 25/06/2024"
    assert "métiers : 2 ajoutés, 0 changé, 0 inchangé" in output.out
    assert output.err == ""
    assert Import.objects.get().lignes.filter(type="ajout").count() == 5


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "le fichier est vide."),
        ("<formations><formation/></formations>", "la racine est <formations>, et non <metiers>"),
        (xml(luthier())[:900], "le XML est abîmé ou incomplet"),
        (xml(), "aucun <metier> sous <metiers>."),
        (xml(ARCHETIER, ARCHETIER), "MET.9002 figure deux fois (fiche 1, fiche 2)."),
        (
            xml(ARCHETIER).replace("romesV3", "romesV4"),
            "il manque « romesV3 » (« romesV4 » l’a-t-il remplacé ?)",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence_and_exit_code_2(tmp_path, capsys, content, sentence):
    path = tmp_path / "fiches.xml"
    path.write_text(content, encoding="utf-8")
    before = Metier.objects.count()
    with pytest.raises(SystemExit) as end:
        command(path, "--commit")
    assert end.value.code == 2
    assert sentence in capsys.readouterr().err
    assert Metier.objects.count() == before


def test_an_interrupted_import_leaves_the_base_as_it_was(tmp_path, capsys, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(engine._Run, "keep_report", interrupted)
    before = Metier.objects.count()
    with pytest.raises(SystemExit) as end:
        command(zipped(tmp_path, luthier(), ARCHETIER), "--commit")
    assert (end.value.code, capsys.readouterr().err) == (130, "Import interrompu : rien n’a été écrit.\n")
    assert (Metier.objects.count(), CodeRome.objects.filter(code="B1501").count()) == (before, 0)
