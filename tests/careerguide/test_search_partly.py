"""Questions that no page answers whole: what holds a part of the words, and what it says."""

import pytest

from core.models import RechercheSansResultat
from tests.careerguide.results import SECTION, slugs

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "first", "told"),
    [
        ("développeur web", "/metiers/developpeur/", "1 page trouvée, sans «\u00a0web\u00a0»."),
        ("développeur symfony", "/metiers/developpeur/", "1 page trouvée, sans «\u00a0symfony\u00a0»."),
        ("vae cloud", "/formations/vae/", "1 page trouvée, sans «\u00a0cloud\u00a0»."),
        (
            "responsable sécurité",
            "/metiers/ingenieur-securite-cloud/",
            "7 pages trouvées\u00a0; aucune ne réunit tous ces mots.",
        ),
        (
            "administrateur windows sécurité",
            "/metiers/ingenieur-securite-cloud/",
            "11 pages trouvées\u00a0; aucune ne réunit tous ces mots.",
        ),
    ],
)
def test_words_that_no_page_holds_together_are_answered_by_the_page_of_one(ask, query, first, told):
    page = ask(q=query)
    assert page.links(f"{SECTION}//h3")[0][1] == first
    assert page.text(".//main//p[@role='status']") == told
    tries = page.links(".//main/header/p[@class='note']")
    assert ("Essayez un seul mot", tries[0][0]) == (
        page.text(".//main/header/p[@class='note']").split("\u00a0:")[0],
        query.split(" ")[0],
    )


@pytest.mark.parametrize(
    ("query", "told", "url"),
    [
        (
            "métier sans diplôme",
            "Tous les métiers, sans diplôme au départ",
            "/metiers/?mon_niveau=sans-diplome",
        ),
        ("bac+2", "Tous les métiers, depuis bac + 2", "/metiers/?mon_niveau=bac-2"),
        ("que faire après le bac", "Tous les métiers, depuis le bac", "/metiers/?mon_niveau=bac"),
        ("CESS", "Tous les métiers, depuis le bac", "/metiers/?mon_niveau=bac"),
    ],
)
def test_a_question_that_names_a_level_leads_to_the_metiers_from_that_level(ask, query, told, url):
    assert (told, url) in ask(q=query).links(".//main/header/p")


def test_no_page_is_said_to_answer_who_has_no_diploma(ask):
    page = ask(q="métier sans diplôme")
    assert page.texts(f"{SECTION}/h2") == ["Aucun résultat"]
    assert not RechercheSansResultat.objects.exists()


def test_names_that_hold_most_of_the_words_pass_before_texts_that_hold_all(ask):
    page = ask(q="spécialiste cloud souverain")
    assert slugs(page, "metiers")[:2] == ["ingenieur-cloud-souverain", "ingenieur-support-cloud-souverain"]
    assert slugs(page, "parcours") == ["apprendre-le-cloud-souverain"]


def test_where_texts_alone_hold_the_words_pages_whose_names_hold_one_follow(ask):
    found = slugs(ask(q="responsable d'infrastructure", type="metiers"), "metiers")
    assert found == [
        "ingenieur-cloud-computing",
        "administrateur-infrastructure-libre",
        "responsable-d-ingenierie",
        "responsable-informatique",
        "responsable-de-parc-informatique",
        "architecte-cloud",
        "ingenieur-devops-open-source",
        "architecte-infrastructure",
        "manager-d-equipe-d-infrastructure",
    ]
