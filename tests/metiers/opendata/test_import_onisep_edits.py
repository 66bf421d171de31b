"""What editors wrote beside what ONISEP says: never overwritten; joined when it is sure, asked otherwise."""

import pytest

from core.importing.decisions import keep, take
from core.models import Ecart, Rapprochement
from metiers.models import Appellation, Metier
from tests.metiers.opendata.fiches import ARCHETIER, fiche, luthier, run, told, zipped

pytestmark = pytest.mark.django_db


# --- Edits win ----------------------------------------------------------------------------------


@pytest.fixture
def edited(imported):
    metier = Metier.objects.get(onisep_id="MET.9001")
    metier.accroche = "Une accroche à nous."
    metier.save()
    metier.appellations.all().delete()
    return metier


def test_what_an_editor_changed_is_never_overwritten(tmp_path, edited):
    other = luthier(accroche="<p>Il répare des violons.</p>")
    for _ in range(2):
        report = run(zipped(tmp_path, other, ARCHETIER))
        edited.refresh_from_db()
        assert edited.accroche == "Une accroche à nous."
        assert edited.appellations.count() == 0
        assert [(line.champ, line.ancien, line.nouveau) for line in report.of_type("difference")] == [
            ("accroche", "Une accroche à nous.", "Il répare des violons."),
            ("appellations : facteur de violons", "", "facteur de violons"),
        ]


def test_a_word_that_an_editor_mended_in_a_list_stays_and_the_others_follow_the_source(tmp_path, imported):
    name = Appellation.objects.get(masculin="facteur de violons")
    Appellation.objects.filter(pk=name.pk).update(feminin="facteure de violons")
    other = luthier(synonymes=[("facteur de violons", "factrice")], codes=["B1502"])
    report = run(zipped(tmp_path, other, ARCHETIER))
    name.refresh_from_db()
    assert name.feminin == "facteure de violons"
    assert [
        (line.champ, line.ancien, line.nouveau, line.raison) for line in report.of_type("difference")
    ] == [("appellations : facteur de violons", "facteure de violons", "factrice", "féminin")]
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert list(metier.codes_rome.values_list("code", flat=True)) == ["B1502"]
    run(zipped(tmp_path, luthier(synonymes=[], codes=["B1502"]), ARCHETIER))
    assert Appellation.objects.filter(pk=name.pk).count() == 1


def test_a_row_that_an_editor_added_to_a_list_is_left(tmp_path, imported):
    metier = Metier.objects.get(onisep_id="MET.9001")
    Appellation.objects.create(metier=metier, masculin="maître luthier", source=metier.source, ordre=9)
    run(zipped(tmp_path, luthier(synonymes=[("maître luthier", "maîtresse luthière")]), ARCHETIER))
    assert list(metier.appellations.values_list("masculin", "feminin")) == [("maître luthier", "")]


def test_an_editor_takes_the_value_of_the_edition(tmp_path, edited, admin_user):
    run(zipped(tmp_path, luthier(), ARCHETIER))
    for ecart in Ecart.objects.all():
        take(ecart, admin_user)
    edited.refresh_from_db()
    assert edited.accroche == "Il fabrique des violons."
    assert Appellation.objects.get(metier=edited).feminin == "factrice de violons"
    assert edited.history.first().history_user == admin_user
    report = run(zipped(tmp_path, luthier(), ARCHETIER))
    assert (report.of_type("difference"), Ecart.objects.count(), report.changes) == ([], 0, 0)


def test_what_an_editor_keeps_is_offered_again_only_when_the_source_changes(tmp_path, edited):
    run(zipped(tmp_path, luthier(), ARCHETIER))
    for ecart in Ecart.objects.all():
        keep(ecart)
    assert run(zipped(tmp_path, luthier(), ARCHETIER)).of_type("difference") == []
    report = run(zipped(tmp_path, luthier(accroche="<p>Il accorde.</p>"), ARCHETIER))
    assert [line.nouveau for line in report.of_type("difference")] == ["Il accorde."]


def test_a_page_that_an_editor_deleted_is_not_made_again(tmp_path, imported):
    Metier.objects.get(onisep_id="MET.9002").delete()
    report = run(zipped(tmp_path, luthier(), ARCHETIER))
    assert told(report, "difference") == ["MET.9002  supprimé par la rédaction, non recréé"]
    assert Metier.objects.filter(onisep_id="MET.9002").count() == 0


# --- Joining with the fiches of the editors -----------------------------------------------------


def test_a_fiche_of_the_editors_with_the_same_id_keeps_what_they_wrote(tmp_path):
    before = Metier.objects.get(onisep_id="MET.228")
    new = fiche("MET.228", "ingénieur du nuage", condition_travail="<p>Au bureau.</p>", transverse="oui")
    run(zipped(tmp_path, new))
    after = Metier.objects.get(onisep_id="MET.228")
    assert (after.pk, after.nom_masculin, after.conditions) == (
        before.pk,
        before.nom_masculin,
        before.conditions,
    )
    assert after.tous_secteurs is True
    assert set(Ecart.objects.values_list("champ", flat=True)) >= {"nom_masculin", "conditions"}


def test_the_same_name_without_an_id_is_the_same_metier(tmp_path):
    mention = Metier.objects.get(slug="ingenieur-systeme")
    run(zipped(tmp_path, fiche("MET.13", "ingénieur système", nature_travail="<p>Il veille.</p>")))
    mention.refresh_from_db()
    assert (mention.onisep_id, mention.ampleur, mention.presentation) == ("MET.13", "complete", "Il veille.")


def test_a_near_name_is_left_to_the_editor(tmp_path):
    ours = Metier.objects.get(slug="technicien-de-maintenance-informatique")
    near = fiche(
        "MET.554", "technicien de maintenance en informatique", codes=["I1401"], associes=[("MET.9002", "a")]
    )
    report = run(zipped(tmp_path, near, ARCHETIER))
    assert told(report, "doute") == [
        "MET.554  peut-être « technicien de maintenance informatique » : noms très proches"
    ]
    assert Metier.objects.filter(onisep_id="MET.554").count() == 0
    Rapprochement.objects.update(decision="meme")
    run(zipped(tmp_path, near, ARCHETIER))
    ours.refresh_from_db()
    assert ours.onisep_id == "MET.554"


def test_two_things_that_an_editor_tells_apart_have_a_page_each(tmp_path):
    near = fiche("MET.554", "technicien de maintenance en informatique")
    run(zipped(tmp_path, near))
    Rapprochement.objects.update(decision="distinct")
    run(zipped(tmp_path, near))
    assert Metier.objects.get(onisep_id="MET.554").slug == "technicien-de-maintenance-en-informatique"
