"""What the rows of a comparison of métiers say."""

from datetime import date

import pytest

from formations.models import Certification
from metiers.models import Metier, Relation
from tests.compared import cells, labels, notes
from tests.page import text_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
CLOUD, ENGINEER, ARCHITECT = "technicien-cloud", "ingenieur-cloud-computing", "architecte-cloud"
MAINTENANCE = "technicien-de-maintenance-informatique"


# --- Levels and ways in


def test_the_levels_of_two_countries_are_compared_by_their_european_number(compared):
    assert cells(compared(ENGINEER, ARCHITECT), "Niveau d’accès minimum") == [
        "Bac\u00a0+\u00a05 niveau européen 7",
        "Master niveau européen 7",
    ]
    assert "Niveau d’accès minimum" not in labels(compared(ENGINEER, ARCHITECT, differences=1))


def test_ways_in_stand_by_level_with_the_names_of_both_countries(compared):
    page = compared(CLOUD, ARCHITECT, MAINTENANCE)
    assert [label for label in labels(page) if label.startswith(("Formations de", "Autres"))] == [
        "Formations de niveau 3 (CAP)",
        "Formations de niveau 4 (Bac, CESS)",
        "Formations de niveau 5 (Bac\u00a0+\u00a02)",
        "Formations de niveau 6 (Bac\u00a0+\u00a03, Bachelier)",
        "Formations de niveau 7 (Bac\u00a0+\u00a05, Master)",
        "Autres voies",
    ]
    assert cells(page, "Formations de niveau 4 (Bac, CESS)") == [
        "Non renseigné",
        "CESS",
        "Bac pro CIEL Bac pro SN Bac pro MELEC",
    ]
    assert cells(page, "Autres voies") == ["Non renseigné", "Formations continues en cloud (Belgique)", "VAE"]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "CKA 300\u00a0$, 3 à 4\u00a0mois de préparation"),
        ({"cout": None}, "CKA coût non renseigné, 3 à 4\u00a0mois de préparation"),
        ({"preparation_min": None, "preparation_max": None}, "CKA 300\u00a0$, préparation non renseignée"),
        (
            {"cout": None, "preparation_min": None, "preparation_max": None},
            "CKA coût et préparation non renseignés",
        ),
    ],
)
def test_a_certification_says_what_it_costs_and_how_long_it_takes_to_prepare(compared, known, said):
    Certification.objects.filter(slug="cka").update(**known)
    cka, metier = Certification.objects.get(slug="cka"), Metier.objects.get(slug=CLOUD)
    metier.certifications.create(certification=cka, source=cka.source)
    assert cells(compared(CLOUD), "Certifications") == [said]


# --- Skills


def test_of_three_metiers_what_two_share_is_told_from_what_one_has_alone(compared):
    page = compared(CLOUD, ARCHITECT, MAINTENANCE)
    assert cells(page, "Qualités en commun") == ["autonomie communication rigueur"] * 3
    assert cells(page, "Qualités\u00a0: chez plusieurs") == [
        "adaptation pédagogie",
        "rien de plus",
        "adaptation pédagogie",
    ]
    assert cells(page, "Qualités\u00a0: seulement chez")[0] == "précision travail en équipe"


def test_a_metier_of_which_no_source_gives_the_tools_is_told_from_one_that_asks_for_nothing_more(compared):
    assert cells(compared(CLOUD, MAINTENANCE), "Outils\u00a0: seulement chez")[0] == "Non renseigné"


# --- To tell apart, to go on


@pytest.mark.parametrize("pair", [(CLOUD, ENGINEER), (ENGINEER, CLOUD)])
def test_what_tells_two_metiers_apart_stands_above_the_criteria_with_its_source(compared, pair):
    page = compared(*pair)
    note = page.find(".//td[@class='comparaison__note']//p")
    assert words(note).startswith("Technicien ou ingénieur cloud\u202f? On confond souvent")
    assert text_of(note.find("a")) == "Source\u00a0: Article technicien cloud, 2026"


def test_pairs_that_the_same_words_tell_apart_are_all_named(compared):
    Relation.objects.filter(type="confusion").update(critere="Le premier exécute.")
    assert notes(compared(CLOUD, ENGINEER, ARCHITECT))[:3] == [
        "Technicien ou ingénieur cloud\u202f? Le premier exécute.",
        "Ingénieur ou architecte cloud\u202f? Le premier exécute.",
        "Technicien ou architecte cloud\u202f? Le premier exécute.",
    ]


def test_no_pair_is_told_apart_where_only_one_of_it_is_compared(compared):
    assert [note for note in notes(compared(CLOUD, MAINTENANCE)) if "On confond" in note] == []


def test_a_metier_reached_in_two_ways_is_named_once(compared):
    (evolutions,) = cells(compared(MAINTENANCE), "Évolutions et passerelles")
    assert evolutions.count("administrateur systèmes") == 1


def test_a_draft_is_neither_led_to_nor_proposed(compared):
    Metier.objects.filter(slug=ARCHITECT).update(etat="brouillon")
    page = compared(CLOUD)
    assert cells(page, "Évolutions et passerelles") == ["ingénieur cloud computing"]
    assert "Architecte cloud" not in [words(link) for link in page.findall(".//a[@class='puce']")]


def test_those_mistaken_for_it_are_proposed_from_either_end(compared):
    relation = Relation.objects.get(depuis__slug=CLOUD, vers__slug=ENGINEER, type="confusion")
    Relation.objects.exclude(pk=relation.pk).delete()
    for slug, proposed in ((CLOUD, "Ingénieur cloud computing"), (ENGINEER, "Technicien cloud")):
        assert [words(link) for link in compared(slug).findall(".//a[@class='puce']")] == [proposed]


# --- Sources


def test_every_source_of_the_column_is_named_with_its_date(compared):
    page = compared(CLOUD, MAINTENANCE)
    assert cells(page, "Sources") == [
        "Article technicien cloud, 2026 Externatic, 2024 Connaissance générale non daté",
        "Sup de Vinci non daté Réforme CIEL non daté",
    ]


def test_the_day_of_checking_is_said(compared):
    Metier.objects.filter(slug=CLOUD).update(verifie_le=date(2026, 3, 1))
    Metier.objects.filter(slug=ENGINEER).update(verifie_le=None)
    assert cells(compared(CLOUD, ENGINEER), "Fiche vérifiée le") == ["1 mars 2026", "Non renseigné"]
