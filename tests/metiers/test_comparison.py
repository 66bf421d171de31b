"""Métiers side by side: a true table at an address that can be shared."""

import gzip

import pytest

from metiers.models import Metier, Relation
from tests.compared import address as comparison_of
from tests.compared import cells, columns, ignored, labels, marks
from tests.page import words

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
FOUR = [
    "technicien-cloud",
    "ingenieur-cloud-computing",
    "architecte-cloud",
    "technicien-de-maintenance-informatique",
]


def address(*slugs, **more):
    return comparison_of("/metiers/comparer/", "m", *slugs, **more)


def test_the_comparison_is_a_true_table(compared):
    page = compared(*FOUR)
    (table,) = page.findall(".//table")
    assert words(table.find("caption")).startswith(
        "Comparaison, critère par critère\u00a0: technicien cloud, "
    )
    assert len(table.findall("./thead/tr/th[@scope='col']")) == 4
    for row in table.findall("./tbody/tr"):
        if row[0].get("scope") != "row":
            assert (len(row), row[0].get("colspan")) == (1, "5")
        else:
            assert [row[0].tag, row[0].get("scope"), len(row)] == ["th", "row", 5]


def test_columns_stand_in_the_order_of_the_address(compared):
    slugs = FOUR[::-1]
    assert columns(compared(*slugs)) == slugs


def test_rows_say_of_each_metier_what_its_page_says(compared):
    page = compared("technicien-cloud", "architecte-cloud")
    assert cells(page, "Niveau d’accès minimum") == [
        "Bac\u00a0+\u00a02 niveau européen 5",
        "Master niveau européen 7",
    ]
    assert cells(page, "Pays décrit") == ["France", "Belgique"]
    assert cells(page, "Durée des études") == ["2 à 3\u00a0ans après le bac", "5\u00a0ans après le bac"]
    assert cells(page, "Débutant") == [
        "23\u202f000 à 27\u202f000\u00a0€ Relevé",
        "45\u202f600 à 57\u202f600\u00a0€ Converti",
    ]
    assert cells(page, "Expert") == ["Non renseigné", "Non renseigné"]


def test_what_metiers_share_is_told_from_what_each_asks_for(compared):
    page = compared("technicien-cloud", "architecte-cloud")
    assert cells(page, "Qualités en commun") == ["autonomie communication rigueur"] * 2
    assert cells(page, "Qualités\u00a0: seulement chez") == [
        "adaptation précision pédagogie travail en équipe",
        "curiosité leadership vision stratégique",
    ]


def test_every_salary_bar_stands_on_one_axis_that_the_heading_gives(compared):
    page = compared(*FOUR)
    groups = [words(row[0]) for row in page.findall(".//tbody/tr") if row[0].get("scope") == "rowgroup"]
    assert "Salaire, brut par an, même échelle de 10\u202f000\u00a0€ à 130\u202f000\u00a0€" in groups
    bars = page.findall(f".//tbody//{SVG}svg[@class='barre']/{SVG}rect")
    assert bars
    for bar in bars:
        start, width = (float(bar.get(name).rstrip("%")) for name in ("x", "width"))
        assert 0 <= start <= 100
        assert start + width <= 101


def test_at_most_four_are_compared_and_the_fifth_is_named(compared):
    page = compared(*FOUR, "ingenieur-devops")
    assert len(columns(page)) == 4
    assert ignored(page) == ["«\u00a0ingenieur-devops\u00a0»\u00a0: 4 au plus"]


def test_unknown_and_repeated_ones_are_named_and_the_others_compared(compared):
    page = compared("technicien-cloud", "boulanger", "architecte-cloud", "technicien-cloud")
    assert columns(page) == ["technicien-cloud", "architecte-cloud"]
    assert ignored(page) == [
        "«\u00a0boulanger\u00a0»\u00a0: inconnu",
        "«\u00a0technicien-cloud\u00a0»\u00a0: demandé plusieurs fois",
    ]


@pytest.mark.parametrize("slug", ["developpeur", "architecte-cloud"])
def test_neither_a_mention_nor_a_draft_can_be_compared(compared, slug):
    Metier.objects.filter(slug="architecte-cloud").update(etat="brouillon")
    page = compared("technicien-cloud", slug)
    assert columns(page) == ["technicien-cloud"]
    assert ignored(page) == [f"«\u00a0{slug}\u00a0»\u00a0: inconnu"]


def test_differences_only_hides_what_is_the_same_and_what_nobody_says_and_names_both(compared):
    pair = ("technicien-cloud", "architecte-cloud")
    whole, differing = compared(*pair), compared(*pair, differences=1)
    hidden = [label for label in labels(whole) if label not in labels(differing)]
    assert hidden == ["Statuts", "Expert", "Qualités en commun", "Fiche vérifiée le"]
    assert words(differing.find(".//main//p[@role='status']")) == (
        "3 lignes identiques masquées\u00a0: statuts, qualités en commun, fiche vérifiée le. "
        "1 ligne masquée où rien n’est renseigné\u00a0: salaire expert."
    )
    for label in labels(differing):
        assert len(set(cells(differing, label))) > 1


def test_what_is_said_of_one_alone_is_no_difference_and_says_so(compared):
    page = compared("technicien-cloud", "ingenieur-cloud-computing", differences=1)
    assert cells(page, "Expert")[0] == "Non renseigné"
    partly = [label for label, mark in marks(page).items() if mark == "renseigné pour 1 sur 2"]
    assert partly == [
        "Confirmé",
        "Expert",
        "Formations de niveau 5 (Bac\u00a0+\u00a02)",
        "Formations de niveau 6 (Bac\u00a0+\u00a03)",
    ]
    assert {marks(page)[label] for label in labels(page) if label not in partly} == {"≠ diffère"}
    for label in labels(page):
        assert ("Non renseigné" in cells(page, label)) == (label in partly)


def test_what_differs_and_what_is_said_of_some_alone_are_counted_and_named(compared):
    page = compared("technicien-cloud", "ingenieur-cloud-computing")
    told = page.find(".//div[@class='differences']")
    assert words(told.find("details/summary")) == (
        "23 lignes sur 35 diffèrent, marquées «\u00a0≠\u00a0» (4 ne sont renseignées qu’en partie)"
    )
    differing, partly = [words(line) for line in told.findall("details/p")]
    assert differing.startswith("Ce qui diffère\u00a0: en une phrase, niveau d’accès minimum, ")
    assert partly == (
        "Renseigné en partie\u00a0: salaire confirmé, salaire expert, formations de niveau 5, "
        "formations de niveau 6."
    )
    assert told.find("p") is None


def test_of_four_a_mark_says_how_many_are_told_of(compared):
    page = compared(*FOUR)
    for label, mark in marks(page).items():
        said = [cell for cell in cells(page, label) if cell != "Non renseigné"]
        if mark.startswith("renseigné"):
            assert mark == f"renseigné pour {len(said)} sur 4"
        if mark != "≠ diffère":
            assert len(set(said)) < 2
    assert marks(page)["Formations de niveau 3 (CAP)"] == "renseigné pour 1 sur 4"


def test_one_alone_bears_no_mark(compared):
    page = compared("technicien-cloud", differences=1)
    assert page.find(".//div[@class='differences']") is None
    assert set(marks(page).values()) == {""}


def test_differences_can_be_asked_for_and_given_up_by_a_link(compared):
    pair = ("technicien-cloud", "architecte-cloud")
    for page, label, target in [
        (compared(*pair), "Différences seulement", address(*pair, differences=1)),
        (compared(*pair, differences=1), "Toutes les lignes", address(*pair)),
    ]:
        (link,) = [link for link in page.findall(".//main//a") if words(link) == label]
        assert link.get("href") == target


def test_each_column_can_be_taken_away_by_a_link(compared):
    page = compared(*FOUR[:3], differences=1)
    links = page.findall(".//a[@class='comparaison__retirer']")
    assert [(words(link), link.get("href")) for link in links] == [
        ("Retirer technicien cloud", address(FOUR[1], FOUR[2], differences=1)),
        ("Retirer ingénieur cloud computing", address(FOUR[0], FOUR[2], differences=1)),
        ("Retirer architecte cloud", address(FOUR[0], FOUR[1], differences=1)),
    ]


def test_a_form_adds_another_and_keeps_those_that_are_there(compared):
    page = compared(*FOUR[:2])
    form = page.find(".//form[@class='ajout']")
    assert [field.get("value") for field in form.findall("input[@name='m']")] == FOUR[:2]
    offered = [option.get("value") for option in form.findall(".//option")]
    assert not set(offered) & set(FOUR[:2])
    assert "architecte-cloud" in offered
    assert form.find("label").get("for") == form.find("select").get("id")


def test_a_full_comparison_offers_no_fifth(compared):
    assert compared(*FOUR).find(".//form[@class='ajout']") is None


def test_a_single_metier_is_shown_whole_and_waits_for_another(compared):
    page = compared("technicien-cloud", differences=1)
    assert columns(page) == ["technicien-cloud"]
    assert {"autonomie", "pédagogie", "rigueur"} <= set(cells(page, "Qualités")[0].split())
    assert page.find(".//form[@class='ajout']") is not None


def test_without_any_metier_the_page_proposes_pairs_that_are_often_confused(compared):
    page = compared()
    assert page.find(".//table") is None
    links = page.findall(".//section[@aria-labelledby='souvent']//a")
    assert [link.get("href") for link in links] == [
        address(relation.depuis.slug, relation.vers.slug)
        for relation in Relation.objects.confusions()
        if relation.vers.is_comparable
    ]
    assert (
        "Technicien ou ingénieur cloud\u202f?",
        address("technicien-cloud", "ingenieur-cloud-computing"),
    ) in [(words(link), link.get("href")) for link in links]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_comparison_costs_twelve_queries_for_one_as_for_four(client, django_assert_num_queries, count):
    client.get("/metiers/")
    with django_assert_num_queries(12):
        client.get(address(*FOUR[:count]))


def test_a_comparison_of_four_weighs_at_most_thirty_kilobytes(client):
    assert len(gzip.compress(client.get(address(*FOUR)).content)) <= 30 * 1024


def test_the_closest_metiers_are_added_by_a_link(compared):
    page = compared("technicien-cloud", "ingenieur-cloud-computing")
    links = [(words(link), link.get("href")) for link in page.findall(".//a[@class='puce']")]
    assert links == [
        (
            "Architecte cloud",
            "/metiers/comparer/?m=technicien-cloud&m=ingenieur-cloud-computing&m=architecte-cloud",
        ),
    ]
