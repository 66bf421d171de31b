"""The list of métiers: what a visitor filters, sorts, and reads when nothing is found."""

import gzip

import pytest

from core.text import fold
from metiers.models import Metier
from tests.page import parse, plain, words

pytestmark = pytest.mark.django_db
ENTRY = [
    "administrateur-infrastructure-libre",
    "ingenieur-devops-open-source-junior",
    "ingenieur-support-cloud-souverain",
]


def listed(answer):
    """Return the slugs of the cards of a list, in order."""
    cards = parse(answer).findall(".//h3[@class='metier__nom']/a")
    return [card.get("href").split("/")[2] for card in cards]


def heading(answer):
    return words(parse(answer).find(".//div[@class='liste__tete']/h2"))


def counts(answer):
    """Return {name of the field: {value in the address: its count}} of the form."""
    found = {}
    for label in parse(answer).findall(".//fieldset//label"):
        field = label.find("input")
        if field.get("value"):
            count = label.find("span[@class='facette__compte']").text
            found.setdefault(field.get("name"), {})[field.get("value")] = int(count)
    return found


def test_the_list_holds_every_published_metier_that_has_a_page(client):
    answer = client.get("/metiers/")
    slugs = Metier.objects.published().with_page().values_list("slug", flat=True)
    assert sorted(listed(answer)) == sorted(slugs)
    assert heading(answer) == "16 métiers trouvés"


def test_mere_mentions_stand_apart_below_the_list(client):
    answer = client.get("/metiers/")
    tags = parse(answer).findall(".//section[@aria-labelledby='mentions']//a")
    assert [tag.get("href") for tag in tags] == [
        metier.get_absolute_url() for metier in Metier.objects.mentions().for_links()
    ]
    assert "/metiers/developpeur/" in [tag.get("href") for tag in tags]


def test_a_draft_is_neither_listed_nor_counted(client):
    Metier.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    answer = client.get("/metiers/")
    assert "technicien-cloud" not in listed(answer)
    assert heading(answer) == "15 métiers trouvés"
    assert counts(answer)["niveau"]["bac-2"] == 0


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("niveau=bac-2", ["technicien-cloud"]),
        ("niveau=bac&niveau=bac-2", ["technicien-cloud", "technicien-de-maintenance-informatique"]),
        ("niveau=bac-5&pays=belgique", ["architecte-cloud"]),
        ("palier=entree", ENTRY),
        ("statut=createur", ["technicien-de-maintenance-informatique"]),
        ("domaine=donnees", ["ingenieur-de-donnees"]),
        ("domaine=donnees&niveau=bac", []),
        ("salaire=40000", ["architecte-cloud", "ingenieur-devops-open-source-junior"]),
        ("salaire=25000&salaire=40000&pays=belgique", ["architecte-cloud"]),
        ("salaire=50000", []),
        ("interet=accro-au-numerique", ["ingenieur-cloud-computing"]),
        ("source=guide-belge-architecte-cloud", ["architecte-cloud", "ingenieur-devops"]),
        ("source=onisep-met-228&pays=belgique", []),
        ("certification=ccna&certification=itil", ["technicien-de-maintenance-informatique"]),
    ],
)
def test_choices_narrow_the_list(client, query, slugs):
    assert sorted(listed(client.get(f"/metiers/?{query}"))) == slugs


def test_a_count_says_what_ticking_a_value_would_bring(client):
    assert counts(client.get("/metiers/"))["niveau"] == {
        "cap": 0,
        "bac": 1,
        "bac-2": 1,
        "bac-3": 0,
        "bac-5": 2,
        "bac-8": 0,
    }
    narrowed = counts(client.get("/metiers/?niveau=bac-5&pays=belgique"))
    assert narrowed["niveau"]["bac-5"] == 1
    assert narrowed["pays"] == {"france": 1, "belgique": 1}


def test_a_count_of_pay_says_how_many_metiers_begin_at_least_there(client):
    assert counts(client.get("/metiers/?salaire=40000"))["salaire"] == {
        "20000": 7,
        "25000": 5,
        "30000": 5,
        "35000": 5,
        "40000": 2,
        "50000": 0,
    }


def test_what_is_chosen_stays_ticked_and_can_be_taken_away(client):
    page = parse(client.get("/metiers/?niveau=bac-2"))
    ticked = [field.get("value") for field in page.findall(".//fieldset//input[@checked]")]
    # The empty ones are « Indifférent », of the facets of a single choice.
    assert ticked == ["", "bac-2", ""]
    links = page.findall(".//ul[@class='filtres-actifs']//a")
    assert [(words(link), link.get("href")) for link in links] == [
        ("Retirer\u00a0: Bac + 2", "/metiers/"),
        ("Tout effacer", "/metiers/"),
    ]


def test_the_form_has_its_facets_in_the_order_of_a_readers_questions(client):
    assert [words(legend) for legend in parse(client.get("/metiers/")).iter("legend")] == [
        "Mon niveau",
        "Niveau d’accès minimum",
        "Domaine",
        "Centre d’intérêt",
        "Salaire débutant",
        "Pays",
        "Statut",
        "Palier",
        "Source",
        "Certification demandée",
    ]


def test_a_value_that_means_nothing_is_ignored_and_named(client):
    answer = client.get("/metiers/?niveau=bac-12&pays=suisse")
    assert heading(answer) == "16 métiers trouvés"
    (note,) = parse(answer).findall(".//main//div[@role='status']")
    assert [words(item) for item in note.iter("li")] == [
        "Niveau d’accès minimum\u00a0: «\u00a0bac-12\u00a0»",
        "Pays\u00a0: «\u00a0suisse\u00a0»",
    ]


def test_an_empty_list_names_the_filter_to_drop_and_what_it_would_bring(client):
    answer = client.get("/metiers/?niveau=bac-8&pays=belgique")
    assert heading(answer) == "0 métier trouvé"
    panel = parse(answer).find(".//div[@class='panneau']")
    assert [(words(item), item.find("a").get("href")) for item in panel.iter("li")] == [
        ("sans «\u00a0Niveau d’accès minimum\u00a0»\u00a0: 2 métiers", "/metiers/?pays=belgique"),
        ("tout effacer", "/metiers/"),
    ]


@pytest.mark.parametrize("number", ["99", "0", "-1", "deux", "1e3"])
def test_a_page_beyond_the_end_still_shows_metiers(client, number):
    assert len(listed(client.get(f"/metiers/?page={number}"))) == 16


def test_by_level_the_lowest_comes_first_and_the_unknown_last(client):
    slugs = listed(client.get("/metiers/?tri=niveau"))
    levels = dict(Metier.objects.values_list("slug", "niveau_acces"))
    assert [levels[slug] for slug in slugs] == [4, 5, 7, 7, *[None] * 12]


def test_by_pay_the_best_paid_beginners_come_first_and_the_unknown_last_by_name(client):
    slugs = listed(client.get("/metiers/?tri=salaire"))
    assert slugs[:7] == [
        "architecte-cloud",
        "ingenieur-devops-open-source-junior",
        "administrateur-infrastructure-libre",
        "ingenieur-cloud-computing",
        "ingenieur-support-cloud-souverain",
        "technicien-cloud",
        "technicien-de-maintenance-informatique",
    ]
    assert slugs[7:] == [slug for slug in listed(client.get("/metiers/")) if slug not in slugs[:7]]


@pytest.mark.parametrize("unite", ["brut-mois", "net-mois"])
def test_the_order_and_the_filter_by_pay_do_not_depend_on_the_unit(client, unite):
    query = "/metiers/?tri=salaire&salaire=30000"
    assert listed(client.get(f"{query}&unite={unite}")) == listed(client.get(query))


def test_a_card_shows_the_unit_that_was_asked_for_with_its_badge(client):
    page = parse(client.get("/metiers/?tri=salaire&salaire=20000&unite=net-mois&pays=france"))
    cards = [words(card) for card in page.findall(".//p[@class='metier__salaire']")]
    assert cards[0] == "Salaire débutant 2\u202f600 à 3\u202f250\u00a0€ net par mois Unité supposée"
    assert cards[-1] == (
        "Salaire débutant 1\u202f350 à 1\u202f600\u00a0€ net par mois Relevé commence sous le SMIC"
    )
    assert refusals(page) == []


def refusals(page):
    return [plain(words(note)) for note in page.findall(".//main/p[@role='status']")]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "le net de deux pays ne se compare pas, les cotisations n’y sont pas les mêmes"),
        (
            "&pays=belgique",
            "aucun coefficient entre net et brut n’est connu pour ce pays (Belgique)",
        ),
    ],
)
def test_net_is_refused_on_a_page_that_it_does_not_suit_and_the_reason_said(client, query, reason):
    page = parse(client.get(f"/metiers/?tri=salaire&salaire=20000&unite=net-mois{query}"))
    assert refusals(page) == [f"Net par mois : {reason}. Montants en brut par mois."]
    cards = [words(card) for card in page.findall(".//p[@class='metier__salaire']")]
    assert cards[0] == "Salaire débutant 3\u202f800 à 4\u202f800\u00a0€ brut par mois Relevé"
    assert [card for card in cards if "brut par mois" not in card] == []


def test_choosing_a_filter_keeps_the_order_and_the_unit(client):
    form = parse(client.get("/metiers/?tri=salaire&unite=net-mois&niveau=bac")).find(".//main//form")
    hidden = [(f.get("name"), f.get("value")) for f in form.findall("input[@type='hidden']")]
    assert hidden == [("unite", "net-mois"), ("tri", "salaire")]
    by_default = parse(client.get("/metiers/?tri=nom&niveau=bac")).find(".//main//form")
    assert by_default.findall("input[@type='hidden']") == []


@pytest.mark.parametrize("value", ["abc", "-5", "30001", "0", "1e4", "٣٠٠٠٠", "💶", "9" * 400])
def test_a_pay_that_is_no_threshold_is_ignored_and_named(client, value):
    answer = client.get("/metiers/", {"salaire": value})
    assert heading(answer) == "16 métiers trouvés"
    (note,) = parse(answer).findall(".//main//div[@role='status']")
    assert [words(item) for item in note.iter("li")] == [
        f"Salaire débutant\u00a0: «\u00a0{value[:80]}\u00a0»"
    ]


def test_by_name_the_order_is_that_of_a_dictionary(client):
    names = [words(h) for h in parse(client.get("/metiers/")).findall(".//h3[@class='metier__nom']")]
    assert names == sorted(names, key=fold)


def test_lately_checked_metiers_come_first_when_asked_for(client):
    Metier.objects.filter(slug="technicien-cloud").update(verifie_le=None)
    Metier.objects.filter(slug="technicien-de-maintenance-informatique").update(verifie_le="2026-11-22")
    slugs = listed(client.get("/metiers/?tri=recent"))
    assert (slugs[0], slugs[-1]) == ("technicien-de-maintenance-informatique", "technicien-cloud")


def test_a_card_shows_what_a_beginner_earns_and_how_sure_that_is(client):
    page = parse(client.get("/metiers/?niveau=bac&niveau=bac-2"))
    salaries = {
        words(card.find(".//h3")).split(" /")[0]: words(card.find(".//p[@class='metier__salaire']"))
        for card in page.findall(".//article[@class='metier']")
    }
    assert salaries == {
        "Technicien cloud": "Salaire débutant 23\u202f000 à 27\u202f000\u00a0€ brut par an Relevé",
        "Technicien de maintenance informatique": (
            "Salaire débutant 20\u202f769 à 24\u202f615\u00a0€ brut par an Estimé commence sous le SMIC"
        ),
    }


def test_an_unknown_salary_is_said_to_be_unknown(client):
    page = parse(client.get("/metiers/?domaine=donnees"))
    assert words(page.find(".//p[@class='metier__salaire']")) == (
        "Salaire débutant Non renseigné par nos sources"
    )


@pytest.mark.parametrize(
    ("query", "rows", "cost"),
    [
        ("palier=senior", 1, 8),
        ("palier=entree", 3, 8),
        ("", 16, 8),
        # The métiers of a pay are found once, for the rows and for every count.
        ("tri=salaire&salaire=30000", 5, 9),
    ],
)
def test_the_list_costs_the_same_whatever_its_length(client, django_assert_num_queries, query, rows, cost):
    client.get("/metiers/")
    with django_assert_num_queries(cost):
        assert len(listed(client.get(f"/metiers/?{query}"))) == rows


def test_the_metiers_put_aside_and_the_level_of_the_reader_are_two_queries_more(
    client, django_assert_num_queries
):
    client.get("/metiers/")
    with django_assert_num_queries(10):
        client.get("/metiers/?m=technicien-cloud&unite=net-mois&mon_niveau=bac&pays=france")


def test_the_list_weighs_at_most_thirty_kilobytes(client):
    assert len(gzip.compress(client.get("/metiers/").content)) <= 30 * 1024
