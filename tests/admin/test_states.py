"""States and addresses: published on purpose, previewed, archived rather than deleted, never overwritten."""

import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from formations.models import Formation
from metiers.models import Metier
from tests.admin.editor import errors_of, messages_of, plain

pytestmark = pytest.mark.django_db
IN_LINE = (
    "« technicien cloud » est en ligne et ne se supprime pas : archivez-la. Son adresse, que d’autres sites "
    "citent peut-être, reste ainsi réservée, et la fiche pourra revenir."
)


@pytest.fixture
def metier():
    return Metier.objects.get(slug="technicien-cloud")


@pytest.fixture
def reader(client, editor):
    """Return a function that logs in a member of the staff with these rights only."""

    def log_in(*rights):
        user = User.objects.create_user("lectrice", is_staff=True)
        user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
        client.force_login(user)

    return log_in


@pytest.mark.parametrize(
    ("action", "state", "label"),
    [("mettre_a_relire", "a-relire", "à relire"), ("archiver", "archive", "archivé")],
)
def test_an_action_takes_a_fiche_off_the_site(editor, metier, action, state, label):
    assert messages_of(editor.act(action, metier)) == [f"État « {label} » : « technicien cloud »."]
    metier.refresh_from_db()
    assert metier.etat == state
    assert editor.client.get(metier.get_absolute_url()).status_code == 404


def test_an_action_is_written_in_the_history_of_the_fiche(editor, metier):
    editor.act("archiver", metier)
    (entry,) = editor.history(metier)[0].entries
    assert (entry.who, entry.changes[0].field) == ("camille", "état")
    assert (entry.changes[0].before, entry.changes[0].after) == ("publié", "archivé")


def test_an_action_that_changes_nothing_says_so(editor, metier):
    assert messages_of(editor.act("publier", metier)) == ["Rien n’a changé d’état vers « publié »."]
    assert metier.history.count() == 1


def test_a_fiche_that_is_not_valid_is_not_published(editor, metier):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    Metier.objects.filter(pk=metier.pk).update(etat="brouillon", verifie_le=tomorrow)
    assert messages_of(editor.act("publier", metier)) == [
        "« technicien cloud » : La date de vérification ne peut pas être dans l’avenir.",
        "Rien n’a changé d’état vers « publié ».",
    ]
    metier.refresh_from_db()
    assert metier.etat == "brouillon"


def test_publishing_takes_the_right_to_change(editor, metier, reader):
    Metier.objects.filter(pk=metier.pk).update(etat="brouillon")
    reader("view_metier")
    editor.act("publier", metier)
    metier.refresh_from_db()
    assert metier.etat == "brouillon"


def test_the_form_explains_the_states(editor, metier):
    page = plain(editor.client.get(editor.path(metier)).content.decode())
    assert "Une fiche archivée n’est plus en ligne, mais rien n’est perdu" in page


def test_an_archived_fiche_has_neither_page_nor_preview(editor, metier):
    editor.act("archiver", metier)
    page = editor.client.get(editor.path(metier)).content.decode()
    assert "viewsitelink" not in page


def test_a_published_fiche_is_archived_rather_than_deleted(editor, metier):
    response = editor.client.post(editor.path(metier, "delete"), {"post": "yes"}, follow=True)
    assert messages_of(response) == [IN_LINE]
    assert response.redirect_chain == [(editor.path(metier), 302)]
    assert Metier.objects.filter(pk=metier.pk).exists()


def test_published_fiches_are_not_deleted_from_the_list_either(editor, metier):
    assert messages_of(editor.act("delete_selected", metier)) == [IN_LINE]
    assert Metier.objects.filter(pk=metier.pk).exists()


def test_a_draft_is_deleted_after_a_confirmation(editor, metier):
    editor.act("mettre_a_relire", metier)
    asked = editor.client.get(editor.path(metier, "delete"))
    assert "Voulez-vous vraiment supprimer" in asked.content.decode()
    editor.client.post(editor.path(metier, "delete"), {"post": "yes"})
    assert not Metier.objects.filter(pk=metier.pk).exists()


def test_a_formation_that_fiches_name_is_protected_in_french(editor):
    formation = Formation.objects.get(slug="bts-sio")
    editor.act("mettre_a_relire", formation)
    page = editor.client.get(editor.path(formation, "delete")).content.decode()
    assert "Supprimer l’objet formation" in page
    assert "provoquerait la suppression des objets liés et protégés suivants" in page
    editor.client.post(editor.path(formation, "delete"), {"post": "yes"})
    assert Formation.objects.filter(pk=formation.pk).exists()


def test_a_changed_address_is_announced_and_leads_on(editor, metier):
    response = editor.save(metier, slug="technicien-du-cloud")
    assert messages_of(response)[0] == (
        "L’adresse a changé : /metiers/technicien-cloud/ mène désormais à /metiers/technicien-du-cloud/ "
        "(redirection permanente). Les liens des autres sites continuent de fonctionner."
    )
    former = editor.client.get("/metiers/technicien-cloud/")
    assert (former.status_code, former["Location"]) == (301, "/metiers/technicien-du-cloud/")


def test_a_save_never_overwrites_a_colleague_unawares(editor, metier):
    opened = editor.form(metier)
    editor.save(metier, accroche="Il veille sur le nuage.")
    late = editor.client.post(editor.path(metier), {**opened, "marche": "Recherché."})
    assert errors_of(late) == [
        "Quelqu’un a enregistré cette page depuis que vous l’avez ouverte : rien n’est encore enregistré "
        "de vos changements. Regardez dans l’historique ce qui a changé ; si vous enregistrez de nouveau, "
        "votre version l’emporte."
    ]
    metier.refresh_from_db()
    assert (metier.accroche, metier.marche == "Recherché.") == ("Il veille sur le nuage.", False)
    again = {
        **opened,
        "marche": "Recherché.",
        "version_lue": late.context["adminform"].form["version_lue"].value(),
    }
    assert editor.client.post(editor.path(metier), again).status_code == 302
    metier.refresh_from_db()
    assert metier.marche == "Recherché."


def test_texts_keep_their_lines_when_a_browser_sends_its_own(editor, metier):
    text = Metier.objects.get(pk=metier.pk).essentiel.strip()
    editor.save(metier, essentiel=text.replace("\n", "\r\n"))
    metier.refresh_from_db()
    assert metier.essentiel == text
