"""The facts at a glance."""

import pytest

from formations.glance import certification_glance, cost, formation_glance
from formations.models import Certification, Formation
from formations.origins import sources_of

pytestmark = pytest.mark.django_db


def facts(slug):
    formation = Formation.objects.for_page().get(slug=slug)
    return formation_glance(formation, sources_of(formation, []))


def formation(slug):
    return {fact.label: (fact.texte, fact.precision) for fact in facts(slug)}


def test_a_french_diploma_is_told_in_french_levels():
    assert formation("bts-sio") == {
        "Niveau": ("Bac + 2", "niveau 5"),
        "Durée": ("2\u00a0ans", ""),
        "Années après le bac": ("2\u00a0ans", ""),
        "Type de diplôme": ("BTS", ""),
        "Pays": ("France", ""),
        "Modalités": ("", ""),
    }


def test_a_belgian_diploma_is_told_in_belgian_levels():
    assert formation("bachelier-informatique-de-gestion")["Niveau"] == ("Bachelier", "niveau 6")


def test_a_diploma_at_the_level_of_the_bac_takes_no_year_after_it():
    assert formation("bac-pro-melec")["Années après le bac"] == ("aucune", "")


def test_the_level_names_its_own_source():
    level = facts("bts-sio")[0]
    assert level.source.slug == "connaissance-generale"


def test_a_cost_stays_in_the_currency_of_its_source():
    assert [cost(Certification.objects.get(slug=slug)) for slug in ("cka", "rhcsa", "ccna")] == [
        "300\u00a0$",
        "400\u00a0€",
        "",
    ]


def test_a_certification_is_told_in_five_facts():
    facts = certification_glance(Certification.objects.for_page().get(slug="cka"))
    assert [(fact.label, fact.texte, fact.precision) for fact in facts] == [
        ("Organisme", "Cloud Native Computing Foundation", ""),
        ("Niveau de l’examen", "avancé", ""),
        ("Coût de l’examen", "300\u00a0$", ""),
        ("Préparation", "3 à 4\u00a0mois", ""),
        ("Validité", "3 ans", "voir « Bon à savoir »"),
    ]
