"""What editors do by hand between two editions: words deleted, pages merged, lists taken apart and mended."""

import pytest

from core.models import Ecart, Origine, Publication
from metiers.models import CentreInteret, CodeRome, Metier, SecteurActivite
from tests.metiers.opendata.fiches import ARCHETIER, counts, fiche, luthier, run, told, zipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def metier(imported):
    return Metier.objects.get(onisep_id="MET.9001")


@pytest.fixture
def again(tmp_path):
    """Return what runs the same edition again, or another fiche of it."""
    return lambda **changes: run(zipped(tmp_path, luthier(**changes), ARCHETIER))


@pytest.mark.parametrize("model", [CentreInteret, SecteurActivite, CodeRome])
def test_a_word_that_an_editor_deleted_is_not_made_again_and_stops_nothing(tmp_path, again, metier, model):
    word = model.objects.get(pk__in=Origine.objects.filter(modele=model._meta.label_lower).values("objet"))
    word.delete()
    report = again(accroche="<p>Il accorde.</p>")
    metier.refresh_from_db()
    assert metier.accroche == "Il accorde."
    assert not model.objects.filter(pk=word.pk).exists()
    assert "supprimé par la rédaction, non recréé" in " ".join(told(report, "difference"))
    new = fiche(
        "MET.9003",
        "harpiste",
        codes=["B1501"],
        secteurs=[("T-IDEO2.1", "Marketing")],
        interets=[("T-IDEO2.2", "j'aime le bois")],
    )
    run(zipped(tmp_path, luthier(accroche="<p>Il accorde.</p>"), ARCHETIER, new))
    assert Metier.objects.filter(onisep_id="MET.9003").count() == 1


def test_a_page_that_an_editor_merged_into_another_is_followed_there(again, metier):
    mine = Metier.objects.get(slug="ingenieur-systeme")
    metier.delete()
    Metier.objects.filter(pk=mine.pk).update(onisep_id="MET.9001", presentation="À nous.")
    report = again()
    mine.refresh_from_db()
    assert (mine.nom_masculin, mine.presentation) == ("ingénieur système", "À nous.")
    assert mine.marche == "Peu d’ateliers embauchent."
    assert set(Ecart.objects.filter(origine__cle="MET.9001").values_list("champ", flat=True)) >= {
        "nom_masculin",
        "presentation",
    }
    assert Origine.objects.get(cle="MET.9001", modele="metiers.metier").objet == mine.pk
    assert counts(report)["métiers"] == {"changés": 1, "inchangés": 1}
    assert again().changes == 0


def test_a_link_that_an_editor_took_out_and_put_back_is_no_difference(again, metier):
    code = metier.codes_rome.get()
    metier.codes_rome.clear()
    metier.codes_rome.add(code)
    report = again()
    assert report.of_type("difference") == []
    assert list(metier.codes_rome.all()) == [code]


def test_a_link_that_an_editor_took_out_stays_out_and_is_told(again, metier):
    metier.codes_rome.clear()
    for _ in range(2):
        assert told(again(), "difference") == ["MET.9001 codes ROME : B1501 retiré par la rédaction"]
    assert metier.codes_rome.count() == 0


def test_a_link_that_an_editor_added_stays(again, metier):
    other = CodeRome.objects.exclude(code="B1501").first()
    metier.codes_rome.add(other)
    metier.appellations.create(masculin="maître luthier", source=metier.source, ordre=9)
    assert again().changes == 0
    assert metier.codes_rome.count() == 2
    assert metier.appellations.count() == 2


def test_the_address_and_the_state_of_a_page_are_the_editors(again, metier):
    metier.slug, metier.etat = "luthier", Publication.Etat.BROUILLON
    metier.save()
    again(accroche="<p>Il accorde.</p>")
    metier.refresh_from_db()
    assert (metier.slug, metier.etat, metier.accroche) == (
        "luthier",
        Publication.Etat.BROUILLON,
        "Il accorde.",
    )
    assert Metier.objects.filter(nom_masculin="luthier d’art").count() == 1


def test_name_level_and_prose_of_the_editors_stay_and_are_told(again, metier):
    edited = {"nom_masculin": "luthier", "niveau_acces": 5, "presentation": "Autre chose.", "marche": ""}
    Metier.objects.filter(pk=metier.pk).update(**edited)
    for _ in range(2):
        report = again()
        assert {name: getattr(Metier.objects.get(pk=metier.pk), name) for name in edited} == edited
        assert [line.champ for line in report.of_type("difference")] == [
            "nom masculin",
            "niveau d’accès minimum",
            "présentation",
            "marché du travail",
        ]
    assert report.changes == 0


def test_a_value_that_is_refused_once_is_followed_again_afterwards(tmp_path, again, metier):
    long = "x" * 400
    report = again(synonymes=[("facteur de violons", long)])
    assert [line.type for line in report.of_type("refus") if "caractères" in line.raison] == ["refus"]
    assert metier.appellations.get().feminin == "factrice de violons"
    again(synonymes=[])
    assert metier.appellations.count() == 0


def test_rows_that_an_editor_deleted_are_counted(tmp_path, metier):
    metier.delete()
    report = run(zipped(tmp_path, luthier(), ARCHETIER))
    assert counts(report)["métiers"] == {"inchangés": 1, "supprimés par la rédaction": 1}


def test_two_new_pages_of_one_name_have_an_address_each(tmp_path):
    names = [fiche(f"MET.91{number}", "harpiste") for number in range(3)]
    run(zipped(tmp_path, fiche("MET.9100", "harpiste met 911"), *names))
    assert list(
        Metier.objects.filter(onisep_id__startswith="MET.91")
        .order_by("onisep_id")
        .values_list("slug", flat=True)
    ) == ["harpiste", "harpiste-met-911", "harpiste-met-911-2", "harpiste-met-912"]
