"""A fiche that public files fill: a hundred skills and names are folded, none is lost."""

import pytest

from formations.models import Competence
from metiers.fiche import Fiche
from metiers.models import Appellation, CompetenceRequise, Metier
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def metier():
    return Metier.objects.get(slug="architecte-cloud")


def add_skills(metier, number):
    for position in range(number):
        skill = Competence.objects.create(
            slug=f"essai-{position}",
            nom=f"savoir d’essai {position}",
            type="savoir",
            categorie="essais",
            source=metier.source,
        )
        CompetenceRequise.objects.create(
            metier=metier, competence=skill, source=metier.source, ordre=100 + position
        )


def test_many_skills_of_a_category_are_folded_after_eight(client, metier):
    add_skills(metier, 30)
    page = Page(client.get(metier.get_absolute_url()))
    (folded,) = page.texts(".//section[@aria-labelledby='competences']//details")
    assert folded.startswith("et 22 autres, essais savoir d’essai 8 · savoir d’essai 9")
    assert "savoir d’essai 7" not in folded
    assert page.text(".//section[@aria-labelledby='competences']").count("savoir d’essai") == 30


def test_a_few_more_than_eight_are_not(client, metier):
    add_skills(metier, 10)
    assert Page(client.get(metier.get_absolute_url())).texts(".//dd/details") == []


def test_many_names_are_folded_too(client, metier):
    usual = {"metier": metier, "source": metier.source, "type": Appellation.Type.OFFICIELLE}
    Appellation.objects.bulk_create(
        Appellation(masculin=f"nom d’essai {n}", ordre=n + 50, **usual) for n in range(20)
    )
    page = Page(client.get(metier.get_absolute_url()))
    (folded,) = page.texts(".//header[@class='fiche__tete']//details/summary")
    names = len(Fiche(metier).names.all)
    assert folded == f"et {names - 8} autres noms"
