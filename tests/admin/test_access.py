"""Who enters the admin, what it is called, and what its pages may run."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User

from metiers.models import Metier
from tests.admin.editor import plain

pytestmark = pytest.mark.django_db
PAGES = [
    "/admin/",
    "/admin/metiers/metier/",
    "/admin/metiers/metier/add/",
    "/admin/metiers/metier/{pk}/change/",
    "/admin/metiers/metier/{pk}/history/",
    "/admin/metiers/metier/{pk}/delete/",
    "/admin/autocomplete/?app_label=metiers&model_name=salaire&field_name=metier",
]


@pytest.fixture
def draft(source):
    return Metier.objects.create(slug="pilote", nom_masculin="pilote", nom_feminin="pilote", source=source)


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_is_sent_to_the_login(client, draft, address):
    response = client.get(address.format(pk=draft.pk))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/?next=/admin/")


@pytest.mark.parametrize("address", PAGES)
def test_a_member_who_is_not_staff_is_sent_to_the_login(client, draft, address):
    client.force_login(User.objects.create_user("visiteur"))
    assert client.get(address.format(pk=draft.pk)).status_code == 302


@pytest.mark.parametrize("address", PAGES[1:])
def test_staff_without_rights_is_refused(client, draft, address):
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    assert client.get(address.format(pk=draft.pk)).status_code == 403


def test_staff_without_rights_reads_what_to_do(client):
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    assert "Ce compte ne permet de voir ni de modifier aucune page" in client.get("/admin/").content.decode()


def test_five_wrong_passwords_lock_the_login_for_a_while(client, settings):
    # A slow hash would make this the slowest test of the suite, and proves nothing here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    User.objects.create_superuser("camille", password="secret")
    wrong = {"username": "camille", "password": "devine"}
    statuses = [client.post("/admin/login/", wrong).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]
    right = client.post("/admin/login/", {"username": "camille", "password": "secret"})
    assert right.status_code == 429
    assert '<html lang="fr">' in right.content.decode()


def test_the_admin_bears_the_name_of_the_guide(editor):
    page = editor.client.get("/admin/").content.decode()
    assert "<title>Que voulez-vous modifier ? | administration du Guide des métiers</title>" in plain(page)
    assert '<a href="/admin/">Guide des métiers — administration</a>' in page


def test_the_guide_stands_before_the_accounts(editor):
    page = editor.client.get("/admin/").content.decode()
    assert re.findall(r'<div class="app-(\w+) module', page) == [
        "metiers",
        "formations",
        "core",
        "auth",
        "axes",
    ]


def test_every_name_is_written_in_lower_case():
    names = [
        str(name)
        for label in ("core", "formations", "metiers")
        for model in apps.get_app_config(label).get_models()
        for inline in (admin.site.get_model_admin(model).inlines if admin.site.is_registered(model) else ())
        for name in (inline.verbose_name_plural, inline.verbose_name)
        if name
    ]
    assert [name for name in names if name[0] != name[0].lower()] == []


@pytest.mark.parametrize("address", ["/admin/login/", *PAGES[:-1]])
def test_no_page_needs_an_inline_style_or_script(editor, draft, address):
    if address == "/admin/login/":
        editor.client.logout()
    response = editor.client.get(address.format(pk=draft.pk))
    assert response.status_code == 200
    html = response.content.decode()
    assert re.findall(r'<[^>]+ (?:style|on\w+)="', html) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag] == []
    policy = dict(rule.split(" ", 1) for rule in response["Content-Security-Policy"].split("; "))
    assert (policy["script-src"], policy["style-src"]) == ("'self'", "'self'")


def test_markdown_fields_come_with_their_guide(editor, draft):
    page = editor.client.get(f"/admin/metiers/metier/{draft.pk}/change/").content.decode()
    assert "<summary>Mettre en forme un texte (Markdown)</summary>" in page
    assert "<pre>Ce diplôme est **obligatoire**.</pre>" in page
    assert "<p>Ce diplôme est <strong>obligatoire</strong>.</p>" in page


def test_a_page_without_markdown_has_no_guide(editor, source):
    assert "Markdown" not in editor.client.get(f"/admin/core/source/{source.pk}/change/").content.decode()
