"""What imports leave to the editors: both values side by side, what each answer does, nothing lost."""

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from core.models import Attente, Ecart, Rapprochement
from metiers.models import CodeRome, Metier
from tests.admin.editor import messages_of
from tests.admin.imports import text_of
from tests.metiers.opendata.fiches import ARCHETIER, fiche, luthier, run, zipped
from tests.page import Page, plain

pytestmark = pytest.mark.django_db
LISTS = {
    model: reverse(f"admin:core_{model._meta.model_name}_changelist") for model in (Ecart, Rapprochement)
}


@pytest.fixture
def differing(imported, tmp_path):
    """A luthier whose accroche, a name and a code editors have changed, imported once more."""
    metier = Metier.objects.get(onisep_id="MET.9001")
    metier.accroche = "À nous."
    metier.save()
    metier.appellations.filter(masculin="facteur de violons").update(feminin="facteure")
    metier.codes_rome.clear()
    run(zipped(tmp_path, luthier(), ARCHETIER))
    return metier


@pytest.fixture
def doubtful(file, tmp_path):
    """A row that may be one of ours."""
    run(zipped(tmp_path, fiche("MET.554", "technicien de maintenance en informatique")))
    return Rapprochement.objects.get()


def page_of(client, row):
    return client.get(reverse(f"admin:core_{row._meta.model_name}_change", args=[row.pk]))


def decide(client, row, decision):
    url = reverse(f"admin:core_{row._meta.model_name}_change", args=[row.pk])
    return client.post(url, {"decision": decision}, follow=True)


def choose(client, model, action, **more):
    rows = [row.pk for row in model.objects.all()]
    return client.post(LISTS[model], {"action": action, "_selected_action": rows, **more}, follow=True)


def sides(response):
    page = Page(response)
    return [plain(text) for text in page.texts(".//p[@class='import__texte']")]


def buttons(response):
    return Page(response).texts(".//form[@class='import__decisions']//button")


# --- Values that differ -------------------------------------------------------------------------


def test_a_list_shows_what_is_open_and_leads_to_each(admin_client, differing):
    page = Page(admin_client.get(LISTS[Ecart]))
    fields = page.texts(".//th[@class='field-nom_du_champ']")
    assert fields == ["accroche", "appellations : facteur de violons", "codes ROME : B1501"]
    assert page.texts(".//td[@class='field-source']") == ["ONISEP, Idéo-Fiches"] * 3
    assert "La nôtre reste tant que personne n’en décide" in plain(page.text(".//div[@id='content']"))


def test_both_values_stand_side_by_side_whole(admin_client, differing):
    Metier.objects.filter(pk=differing.pk).update(accroche="Réécrite depuis.")
    found = {ecart.champ: sides(page_of(admin_client, ecart)) for ecart in Ecart.objects.all()}
    assert found == {
        "accroche": ["Réécrite depuis.", "Il fabrique des violons."],
        "appellations": [
            "masculin : facteur de violons féminin : facteure type : courante",
            "masculin : facteur de violons féminin : factrice de violons type : courante",
        ],
        "codes_rome": ["(rien)", "B1501"],
    }


def test_a_choice_is_told_by_its_label_everywhere(admin_client, imported, tmp_path):
    Metier.objects.filter(onisep_id="MET.9001").update(niveau_acces=5)
    report = run(zipped(tmp_path, luthier(), ARCHETIER))
    told = [(line.champ, line.ancien, line.nouveau) for line in report.of_type("difference")]
    assert told == [("niveau d’accès minimum", "Bac + 2", "CAP")]
    cells = Page(admin_client.get(LISTS[Ecart])).texts(".//tbody/tr/td")
    assert [plain(cell) for cell in cells[-3:]] == ["Bac + 2", "CAP", "ONISEP, Idéo-Fiches"]
    assert sides(page_of(admin_client, Ecart.objects.get())) == ["Bac + 2", "CAP"]


def test_a_value_is_taken_in_one_click_and_the_former_stays_in_the_history(admin_client, differing):
    after = decide(admin_client, Ecart.objects.get(champ="accroche"), "reprendre")
    (message,) = messages_of(after)
    history = reverse("admin:metiers_metier_history", args=[differing.pk])
    assert message == (
        "accroche : la valeur de l’édition est reprise ; celle d’avant reste dans l’historique "
        f'(<a href="{history}">le voir</a>).'
    )
    differing.refresh_from_db()
    assert differing.accroche == "Il fabrique des violons."
    assert "À nous." in text_of(admin_client.get(history))


def test_a_list_that_is_followed_again_is_told_in_the_history(admin_client, differing):
    decide(admin_client, Ecart.objects.get(champ="codes_rome"), "reprendre")
    assert list(differing.codes_rome.all()) == [CodeRome.objects.get(code="B1501")]
    told = text_of(admin_client.get(reverse("admin:metiers_metier_history", args=[differing.pk])))
    assert "codes ROME vide → B1501" in told


def test_a_value_that_is_taken_is_found_by_the_search(
    admin_client, client, differing, tmp_path, django_capture_on_commit_callbacks
):
    differing.nom_masculin = "zingueur de lune"
    differing.save()
    run(zipped(tmp_path, luthier(), ARCHETIER))
    with django_capture_on_commit_callbacks(execute=True):
        decide(admin_client, Ecart.objects.get(champ="nom_masculin"), "reprendre")
    assert "Luthier d’art" in Page(client.get("/recherche/", {"q": "luthier d'art"})).text()


def test_ours_is_kept_and_may_be_offered_again(admin_client, differing):
    ecart = Ecart.objects.get(champ="accroche")
    assert buttons(page_of(admin_client, ecart)) == ["Reprendre la valeur de l’édition", "Garder la nôtre"]
    decide(admin_client, ecart, "garder")
    assert "accroche" not in Page(admin_client.get(LISTS[Ecart])).texts(".//th[@class='field-nom_du_champ']")
    settled = Page(admin_client.get(LISTS[Ecart], {"etat": "tranches"}))
    assert settled.texts(".//th[@class='field-nom_du_champ']") == ["accroche"]
    assert buttons(page_of(admin_client, ecart)) == [
        "Reprendre la valeur de l’édition",
        "Ne plus garder, trancher plus tard",
    ]
    decide(admin_client, ecart, "proposer")
    assert Ecart.objects.filter(garde=False).count() == 3


def test_many_are_decided_once_confirmed(admin_client, differing):
    asked = choose(admin_client, Ecart, "reprendre")
    assert "Chaque valeur de l’édition remplace la nôtre." in text_of(asked)
    assert "accroche : luthier/ère d’art" in plain(text_of(asked))
    assert Page(asked).texts(".//button[@class='default']") == ["Reprendre la valeur de l’édition\u00a0: 3"]
    assert Ecart.objects.count() == 3
    done = choose(admin_client, Ecart, "reprendre", confirme="1")
    assert messages_of(done) == ["Reprendre la valeur de l’édition : fait pour 3."]
    assert Ecart.objects.count() == 0


def test_what_makes_no_sense_for_a_row_is_left_out_of_many(admin_client, differing):
    Ecart.objects.filter(champ="accroche").update(garde=True)
    rows = {"etat": "tous"}
    asked = admin_client.post(
        f"{LISTS[Ecart]}?etat=tous",
        {"action": "garder", "_selected_action": [row.pk for row in Ecart.objects.all()]} | rows,
    )
    assert "Parmi les lignes choisies, cela n’a pas de sens pour 1 : rien n’y change." in text_of(asked)


def test_a_link_that_can_no_longer_be_made_is_said(admin_client, differing):
    target = {"modele": "metiers.metier", "cle": "MET.9", "par": "onisep_id", "libelle": "x"}
    value = {"entree": "MET.9", "valeurs": {}, "cible": target}
    ecart = Ecart.objects.get(champ="accroche")
    Ecart.objects.filter(pk=ecart.pk).update(champ="proches", entree="MET.9", valeur=value)
    (message,) = messages_of(decide(admin_client, ecart, "reprendre"))
    assert message == "Métiers proches : MET.9 : luthier/ère d’art : sa cible n’est plus dans le guide."
    assert Ecart.objects.count() == 3


def test_who_may_only_read_sees_both_sides_and_no_button(client, differing):
    reader = User.objects.create_user("lecture", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_ecart"))
    client.force_login(reader)
    ecart = Ecart.objects.get(champ="accroche")
    assert (len(sides(page_of(client, ecart))), buttons(page_of(client, ecart))) == (2, [])
    assert decide(client, ecart, "reprendre").status_code == 403
    assert Ecart.objects.count() == 3


# --- Rows that may be ours ----------------------------------------------------------------------


def test_a_question_says_what_each_answer_will_do(admin_client, doubtful):
    page = page_of(admin_client, doubtful)
    assert buttons(page) == ["C’est la même chose", "Ce sont deux choses"]
    assert (
        "Au prochain import, cette ligne rejoint la page « technicien de maintenance informatique » : ce qui "
        "y est vide se remplit, ce que la rédaction a écrit reste."
    ) in text_of(page)


@pytest.mark.parametrize(("answer", "pages"), [("meme", 0), ("distinct", 1)])
def test_an_answer_is_followed_by_the_next_import(admin_client, doubtful, tmp_path, answer, pages):
    before = Metier.objects.count()
    decide(admin_client, doubtful, answer)
    run(zipped(tmp_path, fiche("MET.554", "technicien de maintenance en informatique")))
    assert Metier.objects.count() == before + pages
    assert Metier.objects.filter(onisep_id="MET.554").count() == 1


def test_an_answer_may_be_taken_back(admin_client, doubtful):
    decide(admin_client, doubtful, "meme")
    doubtful.refresh_from_db()
    assert buttons(page_of(admin_client, doubtful)) == ["Ce sont deux choses", "Ne pas décider encore"]
    decide(admin_client, doubtful, "attendre")
    doubtful.refresh_from_db()
    assert doubtful.decision == ""


def test_many_questions_are_answered_once_confirmed(admin_client, doubtful):
    assert "reçoit une page à part" in text_of(choose(admin_client, Rapprochement, "distinct"))
    choose(admin_client, Rapprochement, "distinct", confirme="1")
    doubtful.refresh_from_db()
    assert doubtful.decision == "distinct"


# --- Links that wait ----------------------------------------------------------------------------


def test_the_list_of_links_that_wait_says_that_they_make_themselves(admin_client, imported):
    text = text_of(admin_client.get(reverse("admin:core_attente_changelist")))
    assert "le lien se fait de lui-même quand un import apporte la fiche attendue" in text
    assert "CAP lutherie" in text


def test_a_link_is_no_longer_waited_for_and_is_offered_when_its_target_comes(
    admin_client, imported, tmp_path
):
    waiting = Attente.objects.get(cle="MET.9999")
    assert buttons(page_of(admin_client, waiting)) == ["Ne plus l’attendre"]
    after = decide(admin_client, waiting, "oublier")
    assert messages_of(after) == ["« métier absent » n’est plus attendu, et la page ne le cite plus."]
    run(zipped(tmp_path, luthier(), ARCHETIER))
    assert not Attente.objects.filter(cle="MET.9999").exists()
    late = fiche("MET.9999", "métier arrivé")
    for _ in range(2):
        run(zipped(tmp_path, luthier(), ARCHETIER, late))
    luthier_ = Metier.objects.get(onisep_id="MET.9001")
    assert not luthier_.relations_sortantes.filter(vers__onisep_id="MET.9999").exists()
    offered = Ecart.objects.get(entree="MET.9999")
    decide(admin_client, offered, "reprendre")
    assert luthier_.relations_sortantes.filter(vers__onisep_id="MET.9999").exists()
