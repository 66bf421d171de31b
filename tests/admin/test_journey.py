"""A day of an editor: a fiche from its first draft to its place on the site, and what the history keeps."""

from decimal import Decimal

import pytest

from core.models import Domaine, Lieu
from metiers.models import Metier, Point, Salaire
from tests.admin.editor import errors_of, messages_of, plain

pytestmark = pytest.mark.django_db
ADDRESS = "/metiers/hydrologue-urbain/"


@pytest.fixture
def draft(editor, source):
    """A draft with a salary and a mission, written through the forms."""
    france = Lieu.objects.get(slug="france")
    salary = {
        "niveau_min": 1,
        "niveau_max": 1,
        "montant_min": "28000",
        "montant_max": "32000",
        "periode": "an",
        "nature": "brut",
        "devise": "EUR",
        "lieu": france.pk,
        "annee": 2026,
        "type": "editorial",
        "ordre": 0,
        "source": source.pk,
    }
    mission = {
        "type": "mission",
        "titre": "",
        "texte": "Mesurer les crues.",
        "ordre": 1,
        "source": source.pk,
    }
    response = editor.save(
        Metier,
        nom_masculin="hydrologue urbain",
        nom_feminin="hydrologue urbaine",
        slug="hydrologue-urbain",
        source=source.pk,
        rows={"salaires": [salary], "points": [mission]},
    )
    assert errors_of(response) == []
    return Metier.objects.get(slug="hydrologue-urbain")


def test_a_new_fiche_is_a_draft_with_the_rows_of_its_inlines(draft):
    assert draft.etat == "brouillon"
    assert [plain(str(salaire)) for salaire in draft.salaires.all()] == [
        "hydrologue urbain : 28 000 à 32 000 € brut par an, débutant"
    ]
    assert [point.texte for point in draft.points.all()] == ["Mesurer les crues."]


def test_a_save_is_confirmed_with_a_link_to_the_fiche(editor, draft):
    page = editor.save(draft, accroche="Lire les rivières.").content.decode()
    link = f'<a href="{editor.path(draft)}">hydrologue urbain</a>'
    assert f"L’objet métier « {link} » a été modifié avec succès." in plain(page)


def test_a_draft_is_not_public(client, draft):
    client.logout()
    assert client.get(ADDRESS).status_code == 404


def test_a_draft_is_read_in_preview_from_its_form(editor, draft):
    page = editor.client.get(editor.path(draft)).content.decode()
    assert f'<a href="{ADDRESS}?apercu=1" class="viewsitelink">Aperçu</a>' in page
    assert "Voir sur le site" not in page
    assert editor.client.get(f"{ADDRESS}?apercu=1").status_code == 200


def test_the_action_publishes_the_fiche_and_says_so(editor, draft):
    response = editor.act("publier", draft)
    assert messages_of(response) == ["État « publié » : « hydrologue urbain »."]
    editor.client.logout()
    assert editor.client.get(ADDRESS).status_code == 200


def test_a_published_fiche_leads_to_its_page_instead_of_a_preview(editor, draft):
    editor.act("publier", draft)
    page = editor.client.get(editor.path(draft)).content.decode()
    assert f'<a href="{ADDRESS}" class="viewsitelink">Voir sur le site</a>' in page
    assert "apercu=1" not in page


def test_a_salary_edited_in_the_fiche_is_told_by_its_history(editor, draft):
    editor.save(draft, **{"salaires-0-montant_max": "34500"})
    assert Salaire.objects.get(metier=draft).montant_max == Decimal("34500")
    (entry,) = [entry for entry in editor.history(draft)[0].entries if entry.changes]
    assert (entry.who, entry.kind, entry.subject) == ("camille", "modification", "salaire")
    assert [(change.field, plain(change.before), plain(change.after)) for change in entry.changes] == [
        ("montant maximum", "32 000", "34 500")
    ]


def test_a_row_deleted_in_the_fiche_stays_in_its_history(editor, draft):
    point = draft.points.get()
    editor.save(draft, **{"points-0-DELETE": "on"})
    assert not Point.objects.filter(pk=point.pk).exists()
    (entry,) = [entry for entry in editor.history(draft)[0].entries if entry.kind == "suppression"]
    assert (entry.who, entry.subject, entry.name) == ("camille", "point", "Mesurer les crues.")


def test_a_list_changed_in_the_fiche_is_told_by_its_history(editor, draft):
    cloud = Domaine.objects.get(slug="cloud-et-infrastructures")
    editor.save(draft, domaines=[cloud.pk])
    (entry,) = [entry for entry in editor.history(draft)[0].entries if entry.changes]
    assert [(change.field, change.before, change.after) for change in entry.changes] == [
        ("domaines", "", str(cloud))
    ]


def test_saving_without_a_change_leaves_no_entry_in_the_history(editor, draft):
    before = len(editor.history(draft)[0].entries)
    editor.save(draft)
    assert sum(len(session.entries) for session in editor.history(draft)) == before


def test_the_history_is_written_in_french(editor, draft):
    editor.save(draft, **{"salaires-0-montant_max": "34500"})
    page = plain(editor.client.get(editor.path(draft, "history")).content.decode())
    assert "<h1>Historique : hydrologue urbain</h1>" in page
    assert ", par camille" in page
    name = "hydrologue urbain : 28 000 à 34 500 € brut par an, débutant"
    assert f"<strong>Modification</strong> : salaire « {name} »" in page
    assert "<dt>montant maximum</dt>" in page
    assert "<del>32 000</del>" in page
    assert "<ins>34 500</ins>" in page
