"""« Depuis mon niveau » on the list of métiers: nothing left out, the nearest first, the way on each card."""

import gzip

import pytest

from core.niveaux import Niveau
from metiers.models import FormationMetier, Metier
from tests.page import Page, parse, words

pytestmark = pytest.mark.django_db


def ways(page):
    """Return [(slug, what is left to study)] of the cards, in order."""
    cards = page.findall(".//article[@class='metier']")
    return [
        (card.find(".//h3/a").get("href").split("/")[2], words(card.find(".//div[@class='voie']/p/strong")))
        for card in cards
    ]


def test_every_metier_stands_on_the_list_the_nearest_first_and_the_unknown_last(client):
    page = parse(client.get("/metiers/?mon_niveau=bac"))
    found = ways(page)
    assert found[:4] == [
        ("technicien-de-maintenance-informatique", "accessible maintenant"),
        ("technicien-cloud", "+ 2\u00a0ans d’études"),
        ("architecte-cloud", "+ 5\u00a0ans d’études, puis 3 à 5\u00a0ans d’expérience"),
        ("ingenieur-cloud-computing", "+ 5\u00a0ans d’études"),
    ]
    rest = list(Metier.objects.published().with_page().filter(niveau_acces=None).ordered("nom"))
    assert found[4:] == [(metier.slug, "Nos sources ne disent pas quel niveau il faut") for metier in rest]
    assert len(found) == 16


def test_the_heading_says_from_where_and_the_summary_how_many_are_open(client):
    page = Page(client.get("/metiers/?mon_niveau=bac-2"))
    assert page.text(".//div[@class='liste__tete']/h2") == "16 métiers trouvés, depuis bac + 2"
    assert page.texts(".//div[@class='liste__resultats']/p")[0] == (
        "2 accessibles maintenant. Les autres restent, avec les années d’études à ajouter, "
        "du plus proche au plus éloigné."
    )


def test_a_level_that_opens_nothing_yet_says_so(client):
    page = Page(client.get("/metiers/?mon_niveau=cap&tri=nom"))
    assert page.texts(".//div[@class='liste__resultats']/p")[0] == (
        "Aucun n’est accessible sans d’autres études. Les autres restent, avec les années d’études à ajouter."
    )


def test_a_card_shows_the_stages_with_links_that_keep_the_level(client):
    page = parse(client.get("/metiers/?mon_niveau=cap&niveau=bac-2"))
    (card,) = page.findall(".//div[@class='voie']")
    assert [words(stage) for stage in card.findall("ol/li")] == [
        "Bac diplôme que nos sources ne nomment pas",
        "Bac + 2 2\u00a0ans après le bac "
        "BTS spécialisé en cloud, administration des réseaux ou cybersécurité",
        "Bac + 3 3\u00a0ans après le bac facultatif BUT Informatique ou Licence pro",
        "Bac + 5 5\u00a0ans après le bac facultatif Master",
    ]
    assert [link.get("href") for link in card.findall("ol//a")] == [
        "/formations/bts/?mon_niveau=cap",
        "/formations/but-informatique/?mon_niveau=cap",
        "/formations/licence-professionnelle/?mon_niveau=cap",
        "/formations/master/?mon_niveau=cap",
    ]
    sources = [link.get("href") for link in card.findall("p[@class='voie__sources']/a")]
    assert sources == [
        "/sources/?mon_niveau=cap#article-technicien-cloud",
        "/sources/?mon_niveau=cap#connaissance-generale",
    ]


def test_a_card_names_three_formations_of_a_stage_and_leads_to_the_others(client):
    page = parse(client.get("/metiers/?mon_niveau=bac-3&niveau=bac-5&pays=france"))
    stage = page.find(".//div[@class='voie']/ol/li")
    *_, last = stage.iter("a")
    assert (words(last), last.get("href")) == (
        "3 autres",
        "/metiers/ingenieur-cloud-computing/?mon_niveau=bac-3#acces",
    )


def test_my_level_is_the_first_facet_with_how_many_metiers_each_level_opens(client):
    page = parse(client.get("/metiers/?mon_niveau=bac-3"))
    first = page.find(".//form[@action='/metiers/']/fieldset")
    assert words(first.find("legend")) == "Mon niveau"
    assert [words(label) for label in first.findall("label")] == [
        "Indifférent",
        "Sans diplôme 0",
        "CAP 0",
        "Bac ou CESS 1",
        "Bac + 2 2",
        "Bac + 3 ou bachelier 2",
        "Bac + 5 ou master 4",
        "Bac + 8 ou doctorat 4",
    ]
    assert [field.get("disabled") for field in first.iter("input")] == [None] * 8
    ticked = [field.get("value") for field in first.iter("input") if "checked" in field.attrib]
    assert ticked[-1] == "bac-3"


@pytest.mark.parametrize(
    ("niveau", "count"), [(n.slug, c) for n, c in zip(Niveau, (0, 0, 1, 2, 2, 4, 4), strict=True)]
)
def test_a_count_is_that_of_the_cards_that_say_accessible_maintenant(client, niveau, count):
    found = ways(parse(client.get(f"/metiers/?mon_niveau={niveau}")))
    assert sum(words.startswith("accessible maintenant") for _, words in found) == count


def test_another_order_may_still_be_chosen(client):
    answer = client.get("/metiers/?mon_niveau=bac&tri=nom")
    slugs = [slug for slug, _ in ways(parse(answer))]
    assert slugs == [metier.slug for metier in Metier.objects.published().with_page().ordered("nom")]
    links = Page(answer).links(".//nav[@aria-label='Trier']")
    assert links[:2] == [
        ("Années d’études", "/metiers/?mon_niveau=bac"),
        ("Nom", "/metiers/?mon_niveau=bac&tri=nom"),
    ]


def test_the_order_by_years_means_nothing_without_a_level(client):
    page = parse(client.get("/metiers/?tri=annees"))
    (note,) = page.findall(".//main//div[@role='status']")
    assert [words(item) for item in note.iter("li")] == ["Tri\u00a0: «\u00a0annees\u00a0»"]


def test_the_level_can_be_taken_away_alone_or_with_all_the_rest(client):
    page = Page(client.get("/metiers/?mon_niveau=bac&pays=belgique"))
    assert page.links(".//ul[@class='filtres-actifs']") == [
        ("Retirer\u00a0: Mon niveau\u00a0: Bac ou CESS", "/metiers/?pays=belgique"),
        ("Retirer\u00a0: Belgique", "/metiers/?mon_niveau=bac"),
        ("Tout effacer", "/metiers/"),
    ]
    assert page.links(".//div[@class='filtres__actions']") == [("Tout effacer", "/metiers/")]


@pytest.mark.parametrize("asked", ["bac-12", "BAC", "5", "👩‍🎓"])
def test_a_level_that_does_not_exist_is_named_and_changes_nothing(client, asked):
    page = parse(client.get("/metiers/", {"mon_niveau": asked}))
    (note,) = page.findall(".//main//div[@role='status']")
    assert [words(item) for item in note.iter("li")] == [f"Mon niveau\u00a0: «\u00a0{asked}\u00a0»"]
    assert page.findall(".//div[@class='voie']") == []
    assert words(page.find(".//div[@class='liste__tete']/h2")) == "16 métiers trouvés"


def test_a_minimum_formation_opens_a_metier_whose_own_level_is_not_said(client):
    metier = Metier.objects.get(slug="technicien-cloud")
    Metier.objects.filter(pk=metier.pk).update(niveau_acces=None, annees_etudes_min=None)
    FormationMetier.objects.filter(metier=metier, formation__slug="bts").update(role="minimum")
    page = parse(client.get("/metiers/?mon_niveau=bac"))
    assert ways(page)[1] == ("technicien-cloud", "+ 2\u00a0ans d’études")
    assert "Bac + 2 2" in [words(label) for label in page.findall(".//form/fieldset[1]/label")]


@pytest.mark.parametrize(
    ("query", "rows"), [("palier=senior", 1), ("palier=entree", 3), ("tri=nom", 16), ("", 16)]
)
def test_the_list_from_a_level_costs_nine_queries_whatever_its_length(
    client, django_assert_num_queries, query, rows
):
    client.get("/metiers/")
    with django_assert_num_queries(9):
        assert len(ways(parse(client.get(f"/metiers/?mon_niveau=bac&{query}")))) == rows


def test_the_list_from_a_level_weighs_at_most_thirty_kilobytes(client):
    assert len(gzip.compress(client.get("/metiers/?mon_niveau=bac").content)) <= 30 * 1024
