"""What a source says of pay in its own words, where no amount is certain."""

import pytest

from metiers.models import Metier
from metiers.pay_prose import in_words
from tests.page import Page, plain

DEBUTANT = "### Salaire du débutant\n\n"


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("", ""),
        (f"{DEBUTANT}À partir du Smic.", "À partir du Smic"),
        (f"{DEBUTANT}A partir du Smic", "À partir du Smic"),
        (f"Salaire débutant\n\n{'Variable selon le statut.'}", "Variable selon le statut"),
        (f"{DEBUTANT}Smic. Des primes s’ajoutent.", "Smic. Des primes s’ajoutent"),
        (
            f"{DEBUTANT}De 3000 à 3500 euros brut. {'Le salaire évolue ensuite avec les années. ' * 4}",
            "De 3000 à 3500 euros brut",
        ),
        (f"{DEBUTANT}La profession compte peu de salariés. {'La plupart sont à leur compte. ' * 4}", ""),
        (f"{DEBUTANT}Variable {'selon la région, ' * 12}et l’employeur.", ""),
    ],
)
def test_words_are_those_of_the_source_and_no_sentence_is_cut(prose, said):
    assert in_words(prose) == said


def brief(page):
    return plain(page.text(".//section[@class='en-bref']"))


@pytest.fixture
def luthier(db):
    row = Metier.objects.get(slug="architecte-cloud")
    row.salaires.all().delete()
    return row


def test_in_brief_says_the_words_of_the_source_and_that_they_are_its_own(client, luthier):
    Metier.objects.filter(pk=luthier.pk).update(salaire_texte=f"{DEBUTANT}À partir du Smic.")
    told = brief(Page(client.get(luthier.get_absolute_url())))
    assert "Salaire débutant À partir du Smic dans les mots de la source" in told


def test_a_long_text_is_pointed_at(client, luthier):
    Metier.objects.filter(pk=luthier.pk).update(salaire_texte=f"{DEBUTANT}{'Selon les cas, ' * 20}etc.")
    told = brief(Page(client.get(luthier.get_absolute_url())))
    assert "Salaire débutant à lire sous « Salaire »" in told


def test_a_card_of_the_list_says_them_too(client, luthier):
    def card():
        page = Page(client.get("/metiers/?q=architecte+cloud"))
        return plain(page.texts(".//article[@id='metier-architecte-cloud']")[0])

    assert "Salaire débutant Non renseigné par nos sources" in card()
    Metier.objects.filter(pk=luthier.pk).update(salaire_texte=f"{DEBUTANT}À partir du Smic.")
    assert "Salaire débutant À partir du Smic dans les mots de la source" in card()
    Metier.objects.filter(pk=luthier.pk).update(salaire_texte=f"{DEBUTANT}{'Selon les cas, ' * 20}etc.")
    assert "Salaire débutant À lire sur la fiche" in card()


@pytest.mark.django_db
def test_an_amount_comes_before_words(client):
    row = Metier.objects.get(slug="ingenieur-cloud-computing")
    before = brief(Page(client.get(row.get_absolute_url())))
    Metier.objects.filter(pk=row.pk).update(salaire_texte=f"{DEBUTANT}À partir du Smic.")
    assert brief(Page(client.get(row.get_absolute_url()))) == before
