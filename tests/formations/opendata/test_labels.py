"""The names that files give to formations and to kinds of diploma."""

import pytest

from formations.models import Formation
from formations.opendata.domains import word_key
from formations.opendata.labels import name_key, status, title, type_of

Type = Formation.Type


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("MC (futur CS) peinture  décoration ", "MC peinture décoration"),
        ("diplôme d'ingénieur de l'école", "Diplôme d’ingénieur de l’école"),
        ('TP technicien d\'engins agricoles""', "TP technicien d’engins agricoles"),
        ('BP JEPS eau vive" (mention groupe B)"', "BP JEPS eau vive (mention groupe B)"),
        ('titre "monteur" de réseaux', 'Titre "monteur" de réseaux'),
        ("technicien(ne) en réseaux", "Technicien(ne) en réseaux"),
    ],
)
def test_a_title_is_clean_and_says_nothing_of_what_it_will_become(words, expected):
    assert title(words) == expected


def test_what_a_diploma_will_become_is_read_from_its_name():
    assert status("MC (futur CS) peinture décoration") == "CS"
    assert status("CAP peinture (bâtiment)") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bac professionnel Cybersécurité, réseaux", "bac pro cybersécurité, réseaux"),
        ("licence professionnelle mention bois", "Licence pro mention bois"),
        ("mastère spé. Bois", "Mastère spécialisé bois"),
    ],
)
def test_two_spellings_of_a_name_are_one(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("CAP", Type.CAP),
        ("Certificat d'aptitude professionnelle agricole", Type.CAP),
        ("baccalauréat professionnel", Type.BAC_PRO),
        ("mention complémentaire (futur CS)", Type.CERTIFICAT),
        ("Certificat de spécialisation (CS de niveau 4 Education Nationale)", Type.CERTIFICAT),
        ("brevet de technicien supérieur agricole", Type.BTSA),
        ("brevet professionnel de la jeunesse, de l'éducation populaire et du sport", Type.SPORT),
        ("brevet professionnel", Type.BREVET_PRO),
        ("diplôme national des métiers d'art et du design", Type.ART),
        ("licence pro", Type.LICENCE_PRO),
        ("licence", Type.LICENCE),
        ("diplôme d'École de commerce visé (bac + 3)", Type.COMMERCE),
        ("Autre titre inscrit sur demande au RNCP (niveau 7)", Type.TITRE),
        ("diplôme de la cour", None),
        ("", None),
    ],
)
def test_a_kind_of_diploma_is_known_by_its_words(words, expected):
    assert type_of(words) == expected


def test_fields_of_studies_are_the_same_whatever_their_punctuation():
    assert {word_key(label) for label in ("marketing, vente", "marketing - vente")} == {"marketing-vente"}
