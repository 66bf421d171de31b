"""Words narrow a list as the search understands them, and its facets count what is left."""

import pytest

from core.search import finder
from core.search.finder import find
from formations.filters import CertificationFacets, FormationFacets
from formations.models import Certification, Formation
from metiers.models import Metier
from tests.page import Page, download

pytestmark = pytest.mark.django_db
HEADING = ".//div[@class='liste__tete']/h2"
CHIPS = ".//ul[@class='filtres-actifs']"


@pytest.fixture
def listed(client):
    """The page of a list."""
    return lambda address: Page(client.get(address))


def cards(page):
    return [url.split("/")[2] for _, url in page.links(".//h3[@class='metier__nom']")]


def test_words_leave_the_pages_that_the_search_finds_the_best_first(listed):
    page = listed("/metiers/?q=inginieur+claud")
    assert page.text(HEADING) == "7 métiers trouvés pour «\u00a0ingénieur cloud\u00a0»"
    keys = [document.key for document in find("inginieur claud").by_kind()["metiers"]]
    slugs = dict(Metier.objects.with_page().values_list("pk", "slug"))
    assert cards(page) == [slugs[key] for key in keys if key in slugs]
    assert cards(page)[0] == "ingenieur-cloud-computing"


def test_relevance_is_an_order_of_a_list_with_words_alone(listed):
    orders = ".//nav[@aria-label='Trier']"
    assert listed("/metiers/?q=cloud").links(orders)[:2] == [
        ("Pertinence", "/metiers/?q=cloud"),
        ("Nom", "/metiers/?q=cloud&tri=nom"),
    ]
    assert listed("/metiers/").links(orders)[0] == ("Nom", "/metiers/")
    by_name = cards(listed("/metiers/?q=cloud&tri=nom"))
    assert by_name == [slug for slug in cards(listed("/metiers/")) if slug in by_name]


def test_words_are_a_choice_that_a_link_takes_away(listed):
    page = listed("/metiers/?q=cloud&pays=belgique&tel_quel=1")
    assert page.links(CHIPS) == [
        ("Retirer\u00a0: «\u00a0cloud\u00a0»", "/metiers/?pays=belgique"),
        ("Retirer\u00a0: Belgique", "/metiers/?q=cloud&tel_quel=1"),
        ("Tout effacer", "/metiers/"),
    ]
    assert page.attributes(".//main//input[@type='search']", "value") == ["cloud"]


def test_the_list_says_how_many_mentions_answer_too_and_leads_to_them(listed):
    note = ".//div[@class='liste__resultats']/p[@class='note']"
    page = listed("/metiers/?q=reseaux&pays=belgique")
    assert page.text(note) == (
        "Et 5 métiers cités sans fiche complète, hors des filtres\u00a0: voir tous les résultats."
    )
    ((_, url),) = page.links(note)
    assert url == "/recherche/?q=reseaux&type=metiers"
    assert "/metiers/ingenieur-reseaux/" in [address for _, address in listed(url).links()]
    assert listed("/metiers/?q=macos").texts(note) == []


WAYS_OUT = ".//div[@class='panneau']//li"


def test_an_empty_list_leads_out_by_each_choice_by_the_whole_guide_and_by_no_choice(listed):
    page = listed("/metiers/?q=macos&pays=belgique&unite=net-mois")
    assert page.texts(WAYS_OUT) == [
        "sans «\u00a0macos\u00a0»\u00a0: 2 métiers",
        "sans «\u00a0Pays\u00a0»\u00a0: 1 métier",
        "«\u00a0macos\u00a0» dans tout le guide\u00a0: 1 page",
        "tout effacer",
    ]
    assert [url for _, url in page.links(WAYS_OUT)] == [
        "/metiers/?pays=belgique&unite=net-mois",
        "/metiers/?q=macos&unite=net-mois",
        "/recherche/?q=macos&unite=net-mois",
        "/metiers/?unite=net-mois",
    ]
    told = [listed(url).text(HEADING).split(" trouvé")[0] for _, url in page.links(WAYS_OUT)[:2]]
    assert told == ["2 métiers", "1 métier"]


def test_the_words_of_an_empty_list_may_be_dropped_and_the_pay_kept(listed):
    page = listed("/metiers/?q=technicien+reseaux&salaire=30000")
    assert page.texts(WAYS_OUT)[:2] == [
        "sans «\u00a0technicien reseaux\u00a0»\u00a0: 5 métiers",
        "sans «\u00a0Salaire débutant\u00a0»\u00a0: 3 métiers",
    ]
    told = [listed(url).text(HEADING).split(" trouvé")[0] for _, url in page.links(WAYS_OUT)[:2]]
    assert told == ["5 métiers", "3 métiers"]


def test_an_empty_list_under_words_costs_as_many_queries_at_most_as_any(
    client, django_assert_max_num_queries
):
    client.get("/metiers/?q=cloud")
    with django_assert_max_num_queries(10):
        client.get("/metiers/?q=licorne&pays=belgique&niveau=bac-5&mon_niveau=bac&m=technicien-cloud")


def test_a_list_names_the_words_that_it_does_without(listed):
    page = listed("/formations/?q=vae+cloud")
    assert page.text(".//main//*[@class='encart encart--verifier']").endswith(
        "Mots\u00a0: «\u00a0cloud\u00a0»"
    )
    assert page.text(HEADING).startswith("1 formation trouvée pour")
    assert listed("/metiers/?q=licorne").texts(".//main//*[@class='encart encart--verifier']") == []


@pytest.mark.parametrize(
    ("facets", "rows"),
    [
        (FormationFacets, Formation.objects.published()),
        (CertificationFacets, Certification.objects.published()),
    ],
)
def test_each_value_counts_what_it_would_leave_of_what_the_words_find(rf, facets, rows):
    def of(query):
        return facets(rf.get(f"/?{query}"), rows)

    found = of("q=cloud")
    assert 1 < found.rows.count() < rows.count()
    counted = {(group.param, value.value): value.count for group in found.groups for value in group.values}
    assert counted == {
        (param, value): of(f"q=cloud&{param}={value}").rows.count() for param, value in counted
    }


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/formations/?q=DUT", "3 formations trouvées pour «\u00a0DUT\u00a0»"),
        ("/certifications/?q=kubernetes", "2 certifications trouvées pour «\u00a0kubernetes\u00a0»"),
        ("/certifications/?q=azertyuiop", "0 certification trouvée pour «\u00a0azertyuiop\u00a0»"),
        ("/metiers/?q=%20", "16 métiers trouvés"),
    ],
)
def test_every_list_of_pages_takes_words(listed, address, heading):
    assert listed(address).text(HEADING) == heading


def test_words_that_find_nothing_may_be_taken_away(listed):
    page = listed("/metiers/?q=azertyuiop")
    assert page.links(WAYS_OUT) == [
        ("sans «\u00a0azertyuiop\u00a0»", "/metiers/"),
        ("«\u00a0azertyuiop\u00a0» dans tout le guide", "/recherche/?q=azertyuiop"),
        ("tout effacer", "/metiers/"),
    ]


def test_words_that_cannot_be_read_are_ignored_and_named(listed, monkeypatch):
    def broken(*arguments):
        raise finder.DatabaseError("disk failure")

    monkeypatch.setattr(finder, "answer_to", broken)
    page = listed("/metiers/?q=cloud")
    assert page.text(HEADING) == "16 métiers trouvés"
    assert "Mots\u00a0: «\u00a0cloud\u00a0»" in page.text()


def test_the_file_holds_what_the_words_find_in_the_same_order(client, listed):
    names = [row["identifiant"] for row in download(client, "/metiers/?q=cloud&format=csv")]
    assert names == cards(listed("/metiers/?q=cloud"))


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/metiers/?q=cloud&mon_niveau=bac&m=technicien-cloud", 10),
        ("/formations/?q=cloud&mon_niveau=bac&m=technicien-cloud", 9),
        ("/certifications/?q=cloud&mon_niveau=bac&m=technicien-cloud", 7),
    ],
)
def test_a_list_with_words_stays_within_its_queries(
    client, django_assert_num_queries, ask_anew, address, queries
):
    client.get(address)
    ask_anew()
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
