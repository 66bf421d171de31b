"""« Je pars de » on a fiche: the way from the reader's own level, at the head of the access section."""

import pytest

from tests.page import section, words

pytestmark = pytest.mark.django_db


def way(page):
    return section(page, "acces").find(".//div[@class='voie']")


def test_without_a_level_a_fiche_asks_for_it_and_shows_no_way(fiche):
    page = fiche("technicien-cloud")
    links = section(page, "acces").findall(".//nav[@aria-label='Mon niveau']//a")
    assert [(words(link), link.get("href"), link.get("aria-current")) for link in links] == [
        ("Sans préciser", "/metiers/technicien-cloud/#acces", "true"),
        ("Sans diplôme", "/metiers/technicien-cloud/?mon_niveau=sans-diplome#acces", None),
        ("CAP", "/metiers/technicien-cloud/?mon_niveau=cap#acces", None),
        ("Bac ou CESS", "/metiers/technicien-cloud/?mon_niveau=bac#acces", None),
        ("Bac + 2", "/metiers/technicien-cloud/?mon_niveau=bac-2#acces", None),
        ("Bac + 3 ou bachelier", "/metiers/technicien-cloud/?mon_niveau=bac-3#acces", None),
        ("Bac + 5 ou master", "/metiers/technicien-cloud/?mon_niveau=bac-5#acces", None),
        ("Bac + 8 ou doctorat", "/metiers/technicien-cloud/?mon_niveau=bac-8#acces", None),
    ]
    assert way(page) is None


def test_from_a_level_a_fiche_shows_the_stages_in_order_with_their_formations(fiche):
    found = way(fiche("architecte-cloud", "?mon_niveau=bac"))
    assert words(found.find("p")) == (
        "Depuis le bac\u00a0: + 5\u00a0ans d’études, puis 3 à 5\u00a0ans d’expérience"
    )
    assert [words(stage) for stage in found.findall("ol/li")] == [
        "Bachelier en 3\u00a0ans Bachelier en informatique de gestion "
        "ou Bachelier en informatique et systèmes",
        "Master en 5\u00a0ans Master en sciences informatiques ou Master ingénieur civil en informatique",
    ]
    assert found.find("ol/li//a").get("href") == (
        "/formations/bachelier-informatique-de-gestion/?mon_niveau=bac"
    )


def test_what_is_optional_and_what_is_another_route_is_said_in_words(fiche):
    found = way(fiche("technicien-de-maintenance-informatique", "?mon_niveau=bac"))
    assert [words(part) for part in found.findall("p")] == [
        "Depuis le bac\u00a0: accessible maintenant",
        "Portes d’entrée\u00a0: Bac pro CIEL, Bac pro MELEC.",
        "Autres voies, sans compter d’années\u00a0: CAP, BEP bureautique (ancien diplôme), VAE.",
        "Expérience\u00a0: une expérience solide peut remplacer le diplôme.",
        "",
    ]
    assert [words(stage) for stage in found.findall("ol/li")] == [
        "Bac + 2 en 2\u00a0ans facultatif BTS SIO ou BTS CIEL",
        "Bac + 3 en 3\u00a0ans facultatif BUT Informatique ou BUT R&T ou Bachelor Systèmes et Réseaux",
    ]


def test_a_fiche_whose_sources_give_no_level_says_so(fiche):
    found = way(fiche("ingenieur-de-donnees", "?mon_niveau=bac-5"))
    assert words(found) == "Depuis bac + 5\u00a0: Nos sources ne disent pas quel niveau il faut"


def test_the_level_follows_the_reader_from_page_to_page(fiche):
    page = fiche("technicien-cloud", "?mon_niveau=bac-2")
    (link,) = [a for a in page.findall(".//nav[@aria-label='Fil d’Ariane']//a") if words(a) == "Métiers"]
    assert link.get("href") == "/metiers/?mon_niveau=bac-2"


@pytest.mark.parametrize("asked", ["bac-12", "BAC", "é", "👩‍🎓", "bac&mon_niveau=autre"])
def test_a_level_that_does_not_exist_is_named_and_shows_no_way(fiche, asked):
    page = fiche("technicien-cloud", f"?mon_niveau={asked}")
    (note,) = page.findall(".//main//div[@role='status']")
    named = asked.rpartition("=")[2]
    assert [words(item) for item in note.iter("li")] == [f"Mon niveau\u00a0: «\u00a0{named}\u00a0»"]
    assert way(page) is None


def test_a_fiche_from_a_level_costs_no_query_more(client, django_assert_num_queries):
    client.get("/metiers/")
    with django_assert_num_queries(15):
        client.get("/metiers/technicien-de-maintenance-informatique/?mon_niveau=cap")
