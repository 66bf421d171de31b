"""The page of every salary statement: filters, orders, bars on one axis, the table."""

import gzip

import pytest

from core.text import fold
from metiers.models import Metier, Salaire
from tests.page import Page, parse, words

pytestmark = pytest.mark.django_db


def rows_of(answer):
    return parse(answer).findall(".//table/tbody/tr")


def listed(answer):
    """Return (métier, experience and place) of each row of the table."""
    heads = [row[0] for row in rows_of(answer)]
    return [(words(head.find("a")).split(" /")[0], words(head.find("span"))) for head in heads]


def heading(answer):
    return words(parse(answer).find(".//div[@class='liste__tete']/h2"))


def counts(answer, param):
    """Return {value in the address: its count} of a facet of the form."""
    fields = {label.find("input"): label for label in parse(answer).findall(".//fieldset//label")}
    return {
        field.get("value"): int(label.find("span[@class='facette__compte']").text)
        for field, label in fields.items()
        if field.get("name") == param
    }


def ignored(answer):
    return Page(answer).texts(".//main//div[@role='status']//li")


def test_there_is_one_row_per_statement_each_with_its_source(client):
    rows = rows_of(client.get("/salaires/"))
    assert len(rows) == Salaire.objects.count() == 21
    for row in rows:
        assert row[0].tag == "th"
        assert row.find(".//a[@class='source']").get("href").startswith("/sources/#")


def test_a_row_says_what_the_source_says_and_the_same_per_year(client):
    rows = rows_of(client.get("/salaires/"))
    row = next(row for row in rows if words(row[0]).startswith("Ingénieur cloud computing"))
    assert words(row[0]).endswith("Débutant, France")
    assert words(row[1]) == "dès 36\u202f960\u00a0€3\u202f080\u00a0€ ×\u00a012 =\u00a036\u202f960\u00a0€"
    assert words(row[2]) == "Converti"
    assert words(row[3]).startswith("à partir de 3\u202f080\u00a0€ brut par mois")
    assert words(row[4]) == "sans année À revérifier"


def test_rows_stand_by_metier_in_the_order_of_a_dictionary(client):
    names = [name for name, _ in listed(client.get("/salaires/"))]
    assert names == sorted(names, key=fold)


def test_the_pay_of_a_draft_is_neither_shown_nor_counted(client):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.etat = "brouillon"
    metier.save()
    answer = client.get("/salaires/")
    assert (len(rows_of(answer)), heading(answer)) == (18, "18 énoncés trouvés")
    assert counts(answer, "fiabilite")["releve"] == 0


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("pays=belgique", [("Architecte cloud", "Débutant"), ("Architecte cloud", "Confirmé à senior")]),
        ("experience=expert", [("Ingénieur cloud computing", "Expert, Paris")]),
        (
            "experience=senior&niveau=bac-2",
            [("Technicien cloud", "Confirmé à senior"), ("Technicien cloud", "Confirmé à senior, Paris")],
        ),
        ("source=externatic-2024", [("Technicien cloud", "Débutant")]),
        ("fiabilite=converti&pays=france", [("Ingénieur cloud computing", "Débutant")]),
        ("niveau=bac&experience=debutant&fiabilite=releve", []),
    ],
)
def test_choices_narrow_the_list(client, query, rows):
    found = listed(client.get(f"/salaires/?{query}"))
    assert [(name, said.removesuffix(", France").removesuffix(", Belgique")) for name, said in found] == rows


def test_a_statement_of_several_experiences_counts_in_each(client):
    answer = client.get("/salaires/?niveau=bac&niveau=bac-2")
    assert counts(answer, "experience") == {"debutant": 3, "confirme": 4, "senior": 2, "expert": 0}


def test_what_is_to_be_checked_again_can_be_asked_for(client, a_day_of_november):
    answer = client.get("/salaires/?verification=recent")
    assert listed(answer) == [
        ("Architecte cloud", "Débutant, Belgique"),
        ("Architecte cloud", "Confirmé à senior, Belgique"),
        ("Technicien cloud", "Débutant, France"),
    ]
    assert counts(answer, "verification") == {"a-reverifier": 18, "recent": 3}


def test_the_badges_that_are_counted_are_those_of_the_unit_shown(client):
    gross = {"releve": 3, "converti": 3, "estime": 3, "unite-supposee": 12}
    assert counts(client.get("/salaires/"), "fiabilite") == gross
    answer = client.get("/salaires/?unite=net-mois&pays=france&fiabilite=releve")
    assert counts(answer, "fiabilite") == {"releve": 3, "converti": 0, "estime": 4, "unite-supposee": 12}
    assert [words(row[2]) for row in rows_of(answer)] == ["Relevé"] * 3
    assert words(rows_of(answer)[0][1].find("strong")) == "1\u202f350 à 1\u202f600\u00a0€"


def test_net_is_refused_across_countries_and_the_reason_said(client):
    answer = client.get("/salaires/?unite=net-mois")
    (note,) = Page(answer).texts(".//main/p[@role='status']")
    assert note.startswith("Net par mois\u00a0: le net de deux pays ne se compare pas")
    assert note.endswith("Montants en brut par mois.")
    assert words(rows_of(answer)[1][1]).startswith("3\u202f800 à 4\u202f800\u00a0€")
    alone = Page(client.get("/salaires/?unite=net-mois&pays=france"))
    assert alone.texts(".//main/p[@role='status']") == []


def test_the_bars_stand_in_the_order_of_the_table_each_leading_to_its_fiche(client):
    page = parse(client.get("/salaires/?tri=salaire&experience=debutant"))
    bars = page.findall(".//figure//li//span[@class='bande__label']/a")
    heads = page.findall(".//table/tbody/tr/th/a")
    assert [bar.get("href") for bar in bars] == [head.get("href") for head in heads]
    assert [words(bar) for bar in bars[:2]] == [
        "Architecte cloud, débutant\u00a0· Guide belge, 2025",
        "Ingénieur DevOps open source junior, débutant\u00a0· Guide cloud souverain",
    ]


def test_the_legal_minimum_stands_on_the_axis_of_french_pay_alone(client, a_day_of_november):
    ticks = ".//figure//p[@class='bande__legende']"
    assert "SMIC 22\u202f404\u00a0€" in Page(client.get("/salaires/?pays=france")).text(ticks)
    assert "SMIC" not in Page(client.get("/salaires/?pays=belgique")).text(ticks)


@pytest.mark.parametrize("unite", ["brut-an", "net-mois"])
def test_an_amount_under_the_legal_minimum_says_so_in_the_table_and_on_its_bar(
    client, a_day_of_november, unite
):
    page = parse(client.get(f"/salaires/?pays=france&niveau=bac&unite={unite}"))
    notes = [row.findall("td[1]/span[@class='sous-minimum']") for row in page.findall(".//table/tbody/tr")]
    assert [list(map(words, note)) for note in notes] == [["Commence sous le SMIC"]] * 2 + [[]]
    bars = [words(bar) for bar in page.findall(".//figure//li//span[@class='bande__texte']")]
    assert ["commence sous le SMIC" in bar for bar in bars] == [True, True, False]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("salaire", "75\u202f000", "20\u202f769"),
        ("salaire-croissant", "20\u202f769", "75\u202f000"),
        ("experience", "38\u202f000", "75\u202f000"),
        ("fiabilite", "23\u202f000", "35\u202f000"),
        ("annee", "45\u202f600", "30\u202f769"),
    ],
)
def test_rows_stand_in_the_order_asked_for(client, order, first, last):
    amounts = [words(row[1].find("strong")) for row in rows_of(client.get(f"/salaires/?tri={order}"))]
    assert (first in amounts[0], last in amounts[-1]) == (True, True)


def test_a_long_list_stands_on_numbered_pages_that_keep_the_choices(client):
    rows = list(Salaire.objects.all())
    Salaire.objects.bulk_create([*(alike(row) for row in rows), *(alike(row) for row in rows)])
    answer = client.get("/salaires/?pays=france&tri=salaire&page=2")
    assert (heading(answer), len(rows_of(answer))) == ("57 énoncés trouvés", 24)
    assert ("3", "/salaires/?pays=france&tri=salaire&page=3") in [
        (name.removeprefix("Page "), url) for name, url in Page(answer).links(".//nav[@class='pagination']")
    ]


def alike(row):
    row.pk = None
    return row


def test_what_is_chosen_can_be_taken_away_and_the_order_stays(client):
    page = Page(client.get("/salaires/?pays=france&fiabilite=estime&tri=annee"))
    assert page.links(".//ul[@class='filtres-actifs']") == [
        ("Retirer\u00a0: France", "/salaires/?fiabilite=estime&tri=annee"),
        ("Retirer\u00a0: Estimé", "/salaires/?pays=france&tri=annee"),
        ("Tout effacer", "/salaires/?tri=annee"),
    ]


def test_an_empty_list_names_the_filter_to_drop_and_what_it_would_bring(client):
    answer = client.get("/salaires/?pays=belgique&fiabilite=estime")
    assert (heading(answer), rows_of(answer)) == ("0 énoncé trouvé", [])
    assert Page(answer).texts(".//div[@class='panneau']//li") == [
        "sans «\u00a0Pays\u00a0»\u00a0: 3 énoncés",
        "sans «\u00a0Fiabilité\u00a0»\u00a0: 2 énoncés",
        "tout effacer",
    ]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"fiabilite": "certain"}, "Fiabilité\u00a0: «\u00a0certain\u00a0»"),
        ({"pays": "🇧🇪"}, "Pays\u00a0: «\u00a0🇧🇪\u00a0»"),
        ({"experience": "' OR 1=1 --"}, "Expérience\u00a0: «\u00a0' OR 1=1 --\u00a0»"),
        ({"tri": "brut_an"}, "Tri\u00a0: «\u00a0brut_an\u00a0»"),
        ({"format": "xlsx"}, "Format\u00a0: «\u00a0xlsx\u00a0»"),
        ({"unite": "euros"}, "Unité\u00a0: «\u00a0euros\u00a0»"),
        ({"page": "0"}, "Page\u00a0: «\u00a00\u00a0»"),
        ({"page": "9" * 90}, f"Page\u00a0: «\u00a0{'9' * 80}\u00a0»"),
    ],
)
def test_what_means_nothing_is_named_and_the_whole_list_shown(client, query, named):
    answer = client.get("/salaires/", query)
    assert (answer.status_code, heading(answer), ignored(answer)) == (200, "21 énoncés trouvés", [named])


def test_a_value_that_is_repeated_counts_once(client):
    answer = client.get("/salaires/?pays=belgique&pays=belgique")
    assert (heading(answer), ignored(answer)) == ("2 énoncés trouvés", [])


@pytest.mark.parametrize("kept", [1, 3, 21])
def test_the_page_costs_five_queries_whatever_its_length(client, django_assert_num_queries, kept):
    client.get("/metiers/")
    Salaire.objects.exclude(pk__in=list(Salaire.objects.values_list("pk", flat=True)[:kept])).delete()
    with django_assert_num_queries(5):
        assert len(rows_of(client.get("/salaires/"))) == kept


@pytest.mark.parametrize(
    "query",
    [
        "unite=net-mois&m=technicien-cloud",
        "pays=belgique&experience=expert&niveau=cap&source=externatic-2024&fiabilite=estime&verification=recent",
    ],
)
def test_it_never_costs_more_than_ten(client, django_assert_max_num_queries, query):
    client.get("/metiers/")
    with django_assert_max_num_queries(10):
        client.get(f"/salaires/?{query}")


def test_the_page_weighs_at_most_thirty_kilobytes(client):
    assert len(gzip.compress(client.get("/salaires/").content)) <= 30 * 1024
