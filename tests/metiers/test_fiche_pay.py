"""What the page of a métier says of pay."""

from datetime import date

import pytest
from django.utils import timezone

from core.models import Lieu
from metiers.models import Salaire
from tests.page import plain, section, words

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def test_sources_that_disagree_on_pay_stand_side_by_side(fiche):
    rows = section(fiche("ingenieur-cloud-computing"), "salaire").findall(".//tbody/tr")
    assert [(words(row[0]), words(row[1]).split("€")[0], words(row[2])) for row in rows] == [
        ("DébutantFrance", "dès 36\u202f960\u00a0", "Converti"),
        ("DébutantFrance", "34\u202f000 à 41\u202f000\u00a0", "Unité supposée"),
        ("SeniorFrance", "dès 55\u202f000\u00a0", "Unité supposée"),
        ("ExpertParis, France", "dès 75\u202f000\u00a0", "Unité supposée"),
    ]
    assert all(row.find(".//a[@class='source']") is not None for row in rows)


def test_a_pay_under_the_legal_minimum_is_noted_in_red(fiche, a_day_of_november):
    page = fiche("technicien-de-maintenance-informatique")
    (note,) = section(page, "salaire").findall(".//div[@class='encart encart--alerte']")
    assert words(note.find("p")) == "Sous le minimum légal"
    text = words(note)
    assert "Sup de Vinci" in text
    assert "1\u202f350 à 1\u202f600\u00a0€ net par mois" in text
    assert "22\u202f404\u00a0€ brut par an" in text


def test_a_pay_above_the_legal_minimum_bears_no_note(fiche, a_day_of_november):
    assert not section(fiche("technicien-cloud"), "salaire").findall(".//div[@role='note']")


def test_a_statement_on_a_page_keeps_the_words_of_its_source(fiche):
    salaire = Salaire.objects.get(metier__slug="architecte-cloud", niveau_min=1)
    assert salaire.montant == "3\u202f800 à 4\u202f800\u00a0€ brut par mois"
    assert salaire.montant in words(section(fiche("architecte-cloud"), "salaire"))


def paragraphs(page, kind):
    """Return the text of the paragraphs of the salary block that have this class (None: no class)."""
    block = section(page, "salaire")
    return [plain(words(p)) for p in block.findall("p") if p.get("class") == kind]


def test_the_gap_between_the_sources_is_told_in_the_unit_of_the_reader(fiche):
    gaps = {
        "": ("de 34 000 à 41 000 € ou plus brut par an", "2 960 €"),
        "?unite=brut-mois": ("de 2 833 à 3 417 € ou plus brut par mois", "247 €"),
        "?unite=net-mois": ("de 2 210 à 2 665 € ou plus net par mois", "192 €"),
    }
    for query, (extent, gap) in gaps.items():
        page = fiche("ingenieur-cloud-computing", query)
        assert paragraphs(page, None) == [
            f"Pour un débutant, les sources vont {extent} et se recoupent : "
            f"leurs débuts de fourchette diffèrent de {gap}."
        ]


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("technicien-cloud", ["2 des 3 montants sont à revérifier : sans année."]),
        ("ingenieur-cloud-souverain", ["Ce montant est à revérifier : sans année."]),
        ("architecte-cloud", []),
    ],
)
def test_amounts_to_check_again_are_counted_and_marked_each(fiche, a_day_of_november, slug, sentence):
    page = fiche(slug)
    assert paragraphs(page, "a-reverifier") == sentence
    marked = section(page, "salaire").findall(".//td//span[@class='a-reverifier']")
    assert len(marked) == sum(
        not year for year in Salaire.objects.filter(metier__slug=slug).values_list("annee", flat=True)
    )


def test_two_years_later_a_dated_amount_is_due_too(fiche, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 1, 1))
    assert paragraphs(fiche("technicien-cloud"), "a-reverifier") == [
        "Les 3 montants sont à revérifier : sans année ou vieux de plus de 24 mois."
    ]


@pytest.mark.parametrize("query", ["", "?unite=brut-mois", "?unite=net-mois"])
def test_what_stands_outside_a_belgian_month_is_said_once(fiche, query):
    remark = "Hors treizième mois et double pécule de vacances, courants en Belgique."
    page = fiche("architecte-cloud", query)
    assert [text for text in paragraphs(page, "note") if text.startswith("Hors")] == [remark]
    assert plain(words(section(page, "salaire"))).count(remark) == 1


def test_net_is_refused_where_no_coefficient_is_known_and_the_reason_said(fiche):
    page = fiche("architecte-cloud", "?unite=net-mois")
    assert paragraphs(page, "note")[0] == (
        "Net par mois : aucun coefficient entre net et brut n’est connu pour ce pays (Belgique). "
        "Montants en brut par mois."
    )
    lines = section(page, "salaire").findall(".//span[@class='bande__texte']")
    assert [plain(words(line)) for line in lines] == [
        "3 800 à 4 800 € brut par mois Relevé",
        "5 500 à 8 500 € brut par mois Relevé",
    ]
    assert words(page.find(".//section[@class='en-bref']//dl/div[3]/dd")).startswith(
        "3\u202f800 à 4\u202f800"
    )


def test_a_strip_of_two_countries_names_both(fiche):
    salaire = Salaire.objects.get(metier__slug="technicien-cloud", source__slug="externatic-2024")
    salaire.pk, salaire.lieu = None, Lieu.objects.get(slug="belgique")
    salaire.save()
    block = section(fiche("technicien-cloud", "?unite=net-mois"), "salaire")
    labels = [words(label) for label in block.findall(".//span[@class='bande__label']/span")]
    assert sorted(labels) == ["Belgique", "France", "France", "France"]
    assert plain(words(block.find(".//span[@class='legende legende--smic']"))) == "SMIC 1 867 € (France)"


def test_the_strip_bears_its_title_and_the_same_data_in_words(fiche, a_day_of_november):
    block = section(fiche("technicien-de-maintenance-informatique"), "salaire")
    drawing = block.find(f".//{SVG}svg[@role='img']")
    assert words(drawing.find(f"{SVG}title")) == "Salaires, en € brut par an"
    assert plain(words(drawing.find(f"{SVG}desc"))) == (
        "Axe de 10 000 à 40 000 € brut par an ; repère : SMIC 22 404 € ; "
        "débutant · Sup de Vinci : 20 769 à 24 615 € brut par an, commence sous le SMIC ; "
        "débutant à confirmé · Sup de Vinci : 20 769 à 30 769 € brut par an, commence sous le SMIC ; "
        "confirmé · Sup de Vinci : 30 769 € brut par an"
    )


def test_the_choice_of_unit_and_the_badge_at_a_glance_lead_to_what_they_mean(fiche):
    page = fiche("ingenieur-cloud-computing")
    links = [(words(link), link.get("href")) for link in section(page, "salaire").iter("a")]
    assert [link for link in links if "methode" in link[1]] == [
        ("Comment lire ces chiffres", "/salaires/methode/")
    ]
    (badge,) = page.findall(".//section[@class='en-bref']//a[@class='badge-lien']")
    assert (words(badge), badge.get("href")) == ("Converti", "/salaires/methode/#converti")
