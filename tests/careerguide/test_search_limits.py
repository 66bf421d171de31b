"""The search when it finds nothing, whatever is typed, what it costs, what it suggests."""

import pytest

from careerguide import search as page_of_results
from core.models import RechercheSansResultat
from core.search import finder
from core.search.lexicon import forget_answers
from core.search.question import LONGEST_QUERY
from tests.careerguide.results import SECTION, slugs
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["azertyuiop", "licorne volante", "boulangerie", "sage-femme", "zzzz"])
def test_nonsense_finds_nothing_and_shows_ways_out(ask, query):
    page = ask(q=query)
    assert page.texts(f"{SECTION}/h2") == ["Aucun résultat"]
    assert ("tous les métiers", "/metiers/") in page.links(SECTION)


def test_each_known_word_of_a_question_without_answer_is_a_way_out(ask):
    page = ask(q="licorne cloud")
    assert page.links(".//main/header/p[@class='note']") == [("cloud", "/recherche/?q=cloud")]
    assert page.text(f"{SECTION}/p[@role='status']") == (
        "Le guide ne connaît pas «\u00a0licorne\u00a0», ni de mot proche."
    )


def test_a_question_without_result_is_counted_and_nothing_of_who_asked(ask):
    ask(q="Symfony")
    ask(q="symfony ", type="metiers")
    ask(q="symfony", tel_quel="1")
    ask(q="cloud")
    assert list(RechercheSansResultat.objects.values_list("texte", "nombre")) == [("symfony", 2)]
    fields = {field.name for field in RechercheSansResultat._meta.fields}
    assert fields == {"id", "texte", "nombre", "derniere_fois"}


def test_an_index_that_cannot_be_read_breaks_no_page(client, ask, monkeypatch):
    def broken(*arguments):
        raise finder.DatabaseError("disk failure")

    monkeypatch.setattr(finder, "answer_to", broken)
    page = ask(q="cloud")
    assert page.texts(f"{SECTION}/h2") == ["La recherche ne répond pas"]
    assert ("tous les métiers", "/metiers/") in page.links(SECTION)
    assert client.get("/recherche/suggestions?q=cloud").json() == {"suggestions": []}
    assert client.get("/metiers/technicien-clou/").status_code == 404
    assert not RechercheSansResultat.objects.exists()


# --- Whatever is typed --------------------------------------------------------------------------

STRANGE = [
    "'",
    '"',
    '"cloud"',
    "*",
    "cloud*",
    "AND",
    "cloud AND NOT devops",
    "NEAR(cloud devops)",
    "name:cloud",
    "' OR 1=1 --",
    "'; DROP TABLE core_search_word; --",
    "<script>alert(1)</script>",
    "c++",
    "l'école",
    "\\",
    "%",
    "&|!():*",
    "👩‍🎓 cloud",
    "مهندس سحابة",
    "\u202eduolc",
    "de la",
    "   ",
    "\t\n",
    "a" * 8000,
    "é " * 1000,
    "cloud " * 500,
]


@pytest.mark.parametrize("query", STRANGE, ids=lambda query: query[:12])
def test_strange_questions_are_answered(client, query):
    response = client.get("/recherche/", {"q": query})
    assert response.status_code == 200
    assert Page(response).errors == []
    assert "<script>alert" not in response.content.decode()
    assert client.get("/recherche/suggestions", {"q": query}).status_code == 200


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("a" * 10240, "L’adresse demandée est trop longue."),
        ("é" * 10240, "L’adresse demandée est trop longue."),
        ("cloud\0", "L’adresse demandée contient un caractère interdit."),
    ],
    ids=["10 KB", "10 KB of accents", "NUL"],
)
def test_what_no_form_sends_is_answered_by_a_page_that_searches(client, query, reason):
    response = client.get("/recherche/", {"q": query})
    assert response.status_code == 400
    page = Page(response)
    assert (page.errors, reason in page.text(".//main")) == ([], True)
    assert page.attributes(".//main//form[@action='/recherche/']//input[@type='search']", "name") == ["q"]


def test_of_repeated_parameters_the_last_counts(client):
    page = Page(client.get("/recherche/?q=kubernetes&q=openshift&type=guides&type=metiers&page=x&page=1"))
    assert page.text(".//h1") == "Résultats pour «\u00a0openshift\u00a0»"
    assert slugs(page, "metiers") == ["architecte-cloud"]


def test_a_question_is_cut_where_it_is_too_long(ask):
    page = ask(q="openshift " * 100)
    assert slugs(page, "metiers") == ["architecte-cloud"]
    assert len(page.text(".//h1")) < LONGEST_QUERY + 30


def test_a_page_of_results_is_not_for_search_engines(ask):
    assert ask(q="cloud").attributes(".//meta[@name='robots']", "content") == ["noindex"]


# --- What it costs ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("cloud", 4),  # the version of the index, what answers, what it shows, what is online
        ("inginieur claud", 4),
        ("ingénieur cloud toulouse", 4),
        ("formation terraform salaire", 5),  # nothing holds all the words: the vague ones are dropped
        ("développeur web", 5),  # no page holds them all: those of one
        ("salaire développeur web", 6),  # nor without the vague one
        ("azertyuiop", 3),  # the version, whether the index was emptied, the question counted
    ],
)
def test_a_question_costs_six_queries_at_most(client, django_assert_num_queries, ask_anew, query, queries):
    client.get("/recherche/?q=cloud")
    ask_anew()
    with django_assert_num_queries(queries):
        assert client.get("/recherche/", {"q": query}).status_code == 200


def test_a_question_asked_again_is_not_looked_for_again(client, django_assert_num_queries):
    first = client.get("/recherche/?q=cloud").content
    with django_assert_num_queries(3):
        assert client.get("/recherche/?q=cloud").content == first


def test_no_question_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Page(client.get("/recherche/")).text(".//h1") == "Recherche"


# --- Suggestions --------------------------------------------------------------------------------


def suggested(client, **parameters):
    response = client.get("/recherche/suggestions", parameters)
    return [(row["titre"], row["genre"], row["url"]) for row in response.json()["suggestions"]]


def test_the_beginning_of_a_name_is_suggested(client):
    assert suggested(client, q="architecte clo")[0] == (
        "Architecte cloud",
        "Métiers",
        "/metiers/architecte-cloud/",
    )
    assert suggested(client, q="bts si") == [
        ("BTS Services informatiques aux organisations", "Formations", "/formations/bts-sio/")
    ]


def test_suggestions_are_few_and_may_be_kept_a_minute(client):
    assert len(suggested(client, q="cloud")) == page_of_results.MOST_SUGGESTED
    assert client.get("/recherche/suggestions?q=cloud")["Cache-Control"] == "public, max-age=60"


def test_titles_fill_the_suggestions_and_texts_are_read_where_they_do_not(client, django_assert_num_queries):
    # The words of the index are known from here on, and no answer.
    suggested(client, q="bts")
    forget_answers()
    with django_assert_num_queries(4):
        titles = suggested(client, q="cloud")
    assert ["cloud" in titre.lower() for titre, _, _ in titles] == [True] * page_of_results.MOST_SUGGESTED
    with django_assert_num_queries(5):
        others = suggested(client, q="kubernetes")
    assert "/metiers/ingenieur-devops-open-source/" in [url for _, _, url in others]


def test_suggestions_keep_what_the_reader_has_chosen(client):
    rows = suggested(client, q="architecte clo", unite="net-mois", m="technicien-cloud")
    assert rows[0][2] == "/metiers/architecte-cloud/?unite=net-mois&m=technicien-cloud"


def test_nothing_is_suggested_for_nothing_and_nothing_counted(client):
    assert suggested(client) == suggested(client, q="azertyuiop") == suggested(client, q="   ") == []
    assert not RechercheSansResultat.objects.exists()
