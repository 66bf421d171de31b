"""A source tells where it is cited, and stays as long as it is."""

import pytest

from core.admin.usage import usages_of
from core.models import Lieu, Source
from metiers.models import Salaire
from tests.admin.editor import messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def unused():
    return Source.objects.create(slug="enquete", titre="Enquête", libelle_court="Enquête, 2026")


def test_a_source_counts_the_facts_that_cite_it(source, unused):
    lieu = Lieu.objects.first()
    for slug in ("namur-est", "namur-ouest"):
        Lieu.objects.create(slug=slug, nom=slug, type="zone", pays="BE", source=unused)
    Source.objects.create(slug="citee", titre="Citée", libelle_court="Citée", citee_par=unused)
    lieu.save()
    assert [(usage.label, usage.url) for usage in usages_of(unused)] == [
        ("2 lieux", f"/admin/core/lieu/?source__id__exact={unused.pk}"),
        ("1 source (connue par)", f"/admin/core/source/?citee_par__id__exact={unused.pk}"),
    ]


def test_a_count_leads_to_the_list_of_these_facts(editor):
    source = Source.objects.get(slug="externatic-2024")
    usage = next(usage for usage in usages_of(source) if "salaire" in usage.label)
    expected = list(Salaire.objects.filter(source=source))
    page = editor.client.get(editor.path(source)).content.decode()
    assert f'<li><a href="{usage.url}">{usage.label}</a></li>' in page
    assert usage.label == ("1 salaire" if len(expected) == 1 else f"{len(expected)} salaires")
    assert list(editor.client.get(usage.url).context["cl"].queryset) == expected


def test_a_source_that_nothing_cites_says_so_and_may_go(editor, unused):
    page = editor.client.get(editor.path(unused)).content.decode()
    assert "Aucun fait ne la cite encore." in page
    editor.client.post(editor.path(unused, "delete"), {"post": "yes"})
    assert not Source.objects.filter(pk=unused.pk).exists()


def test_a_cited_source_is_not_deleted(editor, unused):
    Lieu.objects.create(slug="namur-est", nom="Namur-Est", type="zone", pays="BE", source=unused)
    response = editor.client.post(editor.path(unused, "delete"), {"post": "yes"}, follow=True)
    sentence = "« Enquête » ne se supprime pas, des faits reposent sur elle : 1 lieu."
    assert messages_of(response) == [sentence]
    assert messages_of(editor.act("delete_selected", unused)) == [sentence]
    assert Source.objects.filter(pk=unused.pk).exists()
