"""« Comment lire ces chiffres »: the rules of the guide on salaries, told with what the database holds."""

import gzip
from datetime import date
from decimal import Decimal

import pytest

from metiers.models import Metier, ReferenceSalaire, Salaire
from metiers.statements import Reader
from tests.page import Page, parse, plain, section, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def method(client, a_day_of_november):
    """Read the page of method."""

    def read():
        answer = client.get("/salaires/methode/")
        assert answer.status_code == 200
        return parse(answer)

    return read


def table(page, anchor):
    """Return the rows of the first table of a section, each a list of texts."""
    rows = section(page, anchor).findall(".//tbody/tr")
    return [[plain(words(cell)) for cell in row] for row in rows]


def text(page, anchor):
    return plain(words(section(page, anchor)))


def test_the_contents_lead_to_every_section_in_order(method):
    page = method()
    contents = [link.get("href")[1:] for link in page.findall(".//nav[@class='sommaire']//a")]
    assert contents == [title.get("id") for title in page.find(".//main").iter("h2")]
    assert contents[:3] == ["principe", "badges", "unites"]


def test_each_badge_is_explained_by_a_statement_of_the_guide_with_its_formula(method):
    examples = section(method(), "badges").findall("./dl/div")
    assert [(e.get("id"), words(e.find("dt"))) for e in examples] == [
        ("releve", "Relevé"),
        ("converti", "Converti"),
        ("estime", "Estimé"),
        ("unite-supposee", "Unité supposée"),
    ]
    assert [plain(words(example.find(".//p"))) for example in examples] == [
        "Technicien cloud, débutant : la source dit « 23 000 à 27 000 € brut par an », "
        "affiché 23 000 à 27 000 € brut par an.",
        "Architecte cloud, débutant : la source dit « 3 800 à 4 800 € brut par mois », "
        "affiché 45 600 à 57 600 € brut par an. Calcul : 3 800 à 4 800 € × 12 = 45 600 à 57 600 €.",
        "Technicien de maintenance informatique, débutant : la source dit « 1 350 à 1 600 € net par mois », "
        "affiché 20 769 à 24 615 € brut par an. Calcul : 1 350 à 1 600 € ÷ 0,78 × 12 = 20 769 à 24 615 €.",
        "Ingénieur cloud computing, débutant : la source dit « 34 000 à 41 000 € par an », "
        "affiché 34 000 à 41 000 € brut par an. Calcul : brut supposé : la source ne dit pas brut ou net.",
    ]
    assert all(example.find(".//p/a[@class='source']") is not None for example in examples)


def test_one_statement_bears_another_badge_in_another_unit(method):
    page = method()
    assert table(page, "badges") == [
        ["Brut par an", "dès 36 960 €", "Converti", "3 080 € × 12 = 36 960 €"],
        ["Brut par mois", "dès 3 080 €", "Relevé", "aucun"],
        ["Net par mois", "dès 2 402 €", "Estimé", "3 080 € × 0,78 = 2 402 €"],
    ]
    assert "la source dit « à partir de 3 080 € brut par mois »." in text(page, "badges")


def test_the_values_in_force_stand_with_their_date_and_source(method):
    page = method()
    rows = table(page, "conversions")
    assert rows[1] == [
        "Rapport du net au brut",
        "France, non-cadre",
        "0,78",
        "01/01/2024",
        "Coefficient usuel, hors impôt sur le revenu.",
    ]
    assert [(row[1], row[2]) for row in rows] == [
        ("France, cadre", "0,75"),
        ("France, non-cadre", "0,78"),
        ("Belgique", "12"),
        ("France", "12"),
        ("Belgique", "38"),
        ("France", "35"),
        ("Tous", "52"),
        ("Tous", "5"),
    ]
    sources = [row.find("td[4]/a").get("href") for row in section(page, "conversions").findall(".//tbody/tr")]
    assert sources == [
        f"/sources/#{slug}"
        for slug in [
            *["connaissance-generale"] * 5,
            "code-du-travail",
            *["connaissance-generale"] * 2,
        ]
    ]


def test_a_new_coefficient_takes_the_place_of_the_former_from_its_first_day(method):
    row = ReferenceSalaire.objects.get(type="net-sur-brut", statut="non-cadre")
    for since, value in [(date(2026, 11, 21), "0.80"), (date(2026, 11, 22), "0.50")]:
        row.pk, row.en_vigueur_depuis, row.valeur = None, since, Decimal(value)
        row.save()
    page = method()
    assert ("France, non-cadre", "0,8") in [(row[1], row[2]) for row in table(page, "conversions")]
    assert "SMIC ≈ 1 494 € net par mois" in text(page, "smic")


def test_the_minimum_wage_has_its_history(method):
    row = ReferenceSalaire.objects.filter(type="minimum-mensuel").first()
    row.pk, row.en_vigueur_depuis, row.valeur = None, date(2027, 1, 1), Decimal("1900")
    row.save()
    assert [row[:4] for row in table(method(), "smic")] == [
        ["01/01/2027", "1 900 €", "22 800 €", "À venir"],
        ["01/06/2026", "1 867,02 €", "22 404 €", "En vigueur"],
        ["01/01/2026", "1 823,03 €", "21 876 €", "Remplacé"],
        ["01/11/2024", "1 801,80 €", "21 622 €", "Remplacé"],
    ]


def test_a_minimum_of_another_country_takes_nothing_from_the_french_one(method):
    row = ReferenceSalaire.objects.get(valeur=Decimal("1867.02"))
    row.pk, row.pays, row.en_vigueur_depuis, row.valeur = None, "BE", date(2026, 8, 1), Decimal("2111")
    row.save()
    page = method()
    assert [(row[0], row[3]) for row in table(page, "smic")] == [
        ("01/06/2026", "En vigueur"),
        ("01/01/2026", "Remplacé"),
        ("01/11/2024", "Remplacé"),
    ]
    assert text(page, "smic").endswith(
        "Hors de France, le guide ne compare à aucun minimum légal : aucun repère n’y est dessiné."
    )


def test_the_minimum_wage_of_the_day_is_said_in_each_unit(method):
    assert (
        "Aujourd’hui : SMIC 22 404 € brut par an ; SMIC 1 867 € brut par mois ; SMIC ≈ 1 456 € net par mois."
    ) in text(method(), "smic")


def test_countries_without_a_net_are_named_as_long_as_they_have_none(method):
    sentence = "dont il ne connaît pas le rapport du net au brut : Belgique."
    assert sentence in text(method(), "unites")
    row = ReferenceSalaire.objects.get(type="net-sur-brut", statut="non-cadre")
    row.pk, row.pays = None, "BE"
    row.save()
    assert "rapport du net au brut" not in text(method(), "unites")


def test_figures_to_check_again_are_counted_and_their_rule_told(method):
    told = text(method(), "a-reverifier")
    assert "un chiffre de 2025 le sera le 1er janvier 2028." in told
    assert "Aujourd’hui, 18 des 21 salaires du guide sont dans ce cas." in told
    Salaire.objects.filter(annee=None).update(annee=2026)
    assert "Aujourd’hui, 0 des 21 salaires du guide" in text(method(), "a-reverifier")


def test_a_real_gap_between_two_sources_is_shown(method):
    page = method()
    assert (
        "Par exemple, ingénieur cloud computing : Pour un débutant, les sources vont de 34 000 à 41 000 € "
        "ou plus brut par an et se recoupent : leurs débuts de fourchette diffèrent de 2 960 €."
    ) in text(page, "ecarts")
    (link,) = section(page, "ecarts").iter("a")
    assert link.get("href") == "/metiers/ingenieur-cloud-computing/#salaire"


def test_rules_stand_without_any_example_where_the_guide_is_empty(method):
    Metier.objects.update(etat=Metier.Etat.ARCHIVE)
    ReferenceSalaire.objects.all().delete()
    page = method()
    assert len(section(page, "badges").findall("./dl/div")) == 4
    assert section(page, "badges").findall(".//table") == []
    assert [row[2] for row in table(page, "conversions")] == ["52", "5"]
    assert table(page, "smic") == []


@pytest.mark.parametrize("kept", [1, 3, 21])
def test_the_page_costs_six_queries_whatever_the_guide_holds(client, django_assert_num_queries, kept):
    client.get("/metiers/")
    Salaire.objects.exclude(pk__in=list(Salaire.objects.values_list("pk", flat=True)[:kept])).delete()
    with django_assert_num_queries(6):
        client.get("/salaires/methode/")


def test_thousands_of_statements_are_counted_but_not_read(method, monkeypatch):
    read, as_ever = [], Reader.read
    monkeypatch.setattr(Reader, "read", lambda reader, row: read.append(row) or as_ever(reader, row))
    before, few = text(method(), "badges"), len(read)
    said = Salaire.objects.filter(metier__slug="technicien-cloud").values().first() | {"id": None}
    Salaire.objects.bulk_create(Salaire(**said) for _ in range(3000))
    page = method()
    assert "Aujourd’hui, 18 des 3 021 salaires du guide sont dans ce cas." in text(page, "a-reverifier")
    assert text(page, "badges") == before
    assert len(read) == 2 * few


def test_the_page_weighs_at_most_thirty_kilobytes_and_is_sound(client):
    answer = client.get("/salaires/methode/")
    assert len(gzip.compress(answer.content)) <= 30 * 1024
    assert Page(answer).errors == []
