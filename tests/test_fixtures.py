"""The content of the guide as it is shipped: it loads whole or not at all, and an editor's work survives."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command

from core.fixtures import read_rows
from core.models import Domaine, Fait, Source
from metiers.models import Metier, Salaire

SHARED = Path(settings.BASE_DIR).parent / "shared"
SOURCE_ROW = {"model": "core.source", "fields": {"slug": "essai", "titre": "Essai", "libelle_court": "Essai"}}
COUNTS = {
    "core.domaine": 6,
    "core.lieu": 24,
    "core.organisation": 47,
    "core.source": 14,
    "core.synonyme": 153,
    "formations.certification": 12,
    "formations.competence": 124,
    "formations.etape": 20,
    "formations.formation": 29,
    "formations.modalite": 3,
    "formations.parcours": 3,
    "formations.ressource": 21,
    "metiers.appellation": 38,
    "metiers.centreinteret": 1,
    "metiers.certificationmetier": 8,
    "metiers.chiffrecle": 13,
    "metiers.coderome": 2,
    "metiers.competencerequise": 141,
    "metiers.creneau": 5,
    "metiers.critere": 4,
    "metiers.formationmetier": 30,
    "metiers.guide": 7,
    "metiers.metier": 42,
    "metiers.point": 175,
    "metiers.question": 26,
    "metiers.recruteur": 18,
    "metiers.referencesalaire": 9,
    "metiers.relation": 63,
    "metiers.salaire": 21,
    "metiers.statutpossible": 8,
    "metiers.trait": 24,
    "metiers.zoneemploi": 7,
}


def written(directory, *rows):
    """Write rows as the one fixture of a directory and return its path as text."""
    (directory / "01_essai.yaml").write_text(yaml.safe_dump(list(rows), allow_unicode=True), encoding="utf-8")
    return str(directory)


def texts(value):
    """Yield every text of a fixture value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def prose():
    """Return (place, text) for every French text of the fixtures: natural keys and codes are left out."""
    return [
        (f"{row} {name}", text)
        for row in read_rows(settings.FIXTURES_DIR)
        for name, value in row.content["fields"].items()
        for text in texts(value)
        if " " in text
    ]


@pytest.fixture
def empty_guide(db):
    """Empty the database for one test; the transaction brings the content back."""
    call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)


def test_every_model_states_where_it_comes_from_but_the_source_itself():
    models = [
        model
        for label in ("core", "formations", "metiers")
        for model in apps.get_app_config(label).get_models()
    ]
    own = [model for model in models if not model.__name__.startswith("Historical")]
    # What editors tell the search, and what it tells them, are no facts; nor what an import remembers.
    own = [model for model in own if model.__module__ != "core.models.imports"]
    assert [model.__name__ for model in own if not issubclass(model, Fait)] == [
        "Source",
        "Synonyme",
        "RechercheSansResultat",
    ]
    sources = {model._meta.get_field("source") for model in own if issubclass(model, Fait)}
    assert {(field.related_model, field.null, field.blank) for field in sources} == {(Source, False, False)}


def test_the_whole_content_is_loaded(db):
    loaded = {label: apps.get_model(label).objects.count() for label in COUNTS}
    assert loaded == COUNTS


def test_every_row_of_the_files_is_counted():
    assert sum(1 for _ in read_rows(settings.FIXTURES_DIR)) == sum(COUNTS.values())


def test_every_page_of_the_content_is_published_and_dated(db):
    for label in ("formations.formation", "formations.certification", "formations.parcours"):
        states = set(apps.get_model(label).objects.values_list("etat", "verifie_le__year"))
        assert states == {("publie", 2026)}
    assert set(Metier.objects.values_list("etat", flat=True)) == {"publie"}


def test_a_broken_reference_stops_the_load_and_names_file_row_and_field(empty_guide, tmp_path):
    broken = {"slug": "reseaux", "nom": "Réseaux", "parent": ["inconnu"], "source": ["essai"]}
    folder = written(tmp_path, SOURCE_ROW, {"model": "core.domaine", "fields": broken})
    with pytest.raises(CommandError) as stopped:
        call_command("load_fixtures", folder)
    assert str(stopped.value).startswith(
        "Rien n’a été chargé. 01_essai.yaml, ligne d’objet 2 (core.domaine, « reseaux ») : parent : "
    )
    assert (Source.objects.count(), Domaine.objects.count()) == (0, 0)


def test_a_row_without_a_source_stops_the_load_and_is_named(empty_guide, tmp_path):
    folder = written(
        tmp_path, SOURCE_ROW, {"model": "core.domaine", "fields": {"slug": "reseaux", "nom": "Réseaux"}}
    )
    with pytest.raises(CommandError) as stopped:
        call_command("load_fixtures", folder)
    assert str(stopped.value) == (
        "Rien n’a été chargé. 01_essai.yaml, ligne d’objet 2 (core.domaine, « reseaux ») : "
        "source : Ce champ ne peut pas contenir la valeur nulle."
    )
    assert (Source.objects.count(), Domaine.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("- fields: {slug: essai}", "01_essai.yaml, objet 1 : il manque « model » ou « fields »."),
        ("42", "01_essai.yaml n’est pas une liste d’objets."),
        ("du texte", "01_essai.yaml n’est pas une liste d’objets."),
    ],
)
def test_a_file_of_another_shape_stops_the_load_and_is_named(empty_guide, tmp_path, content, sentence):
    (tmp_path / "01_essai.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as refusal:
        call_command("load_fixtures", str(tmp_path))
    assert str(refusal.value) == f"Rien n’a été chargé. {sentence}"
    assert not Source.objects.exists()


def test_a_misspelt_field_stops_the_load_and_is_named(empty_guide, tmp_path):
    misspelt = {"slug": "reseaux", "nome": "Réseaux", "source": ["essai"]}
    folder = written(tmp_path, SOURCE_ROW, {"model": "core.domaine", "fields": misspelt})
    with pytest.raises(CommandError) as stopped:
        call_command("load_fixtures", folder)
    assert str(stopped.value) == (
        "Rien n’a été chargé. 01_essai.yaml, ligne d’objet 2 (core.domaine, « reseaux ») : "
        "champ inconnu (Domaine has no field named 'nome')"
    )
    assert Source.objects.count() == 0


def test_an_empty_guide_takes_what_the_files_hold(empty_guide, tmp_path, capsys):
    domaine = {"slug": "reseaux", "nom": "Réseaux", "source": ["essai"]}
    call_command("load_fixtures", written(tmp_path, SOURCE_ROW, {"model": "core.domaine", "fields": domaine}))
    assert capsys.readouterr().out == "Contenu : 2 lignes chargées.\n"
    assert list(Domaine.objects.values_list("slug", "source__slug")) == [("reseaux", "essai")]


def test_a_filled_guide_is_left_alone(db, tmp_path, capsys):
    call_command("load_fixtures", written(tmp_path, SOURCE_ROW))
    assert capsys.readouterr().out == "Contenu : la base en contient déjà, elle est laissée telle quelle.\n"
    assert not Source.objects.filter(slug="essai").exists()


def test_what_an_editor_changed_survives_a_second_load(db, capsys):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.accroche = "Une accroche récrite."
    metier.save()
    Salaire.objects.filter(metier=metier).first().delete()
    before = Salaire.objects.count()
    call_command("load_fixtures")
    metier.refresh_from_db()
    assert (metier.accroche, Salaire.objects.count()) == ("Une accroche récrite.", before)


def test_texts_are_in_one_register_and_typeset_in_french():
    forbidden = {
        "tutoiement": r"\b([Tt]u|[Tt]oi|[Tt]es|[Tt]on|[Tt]a)\b",
        "exclamation": r"!",
        "straight apostrophe": r"\w'\w",
        "straight quotes": r'"',
        "three dots": r"\.\.\.",
    }
    found = [
        f"{name}: {place}: {text[:60]}"
        for place, text in prose()
        for name, pattern in forbidden.items()
        if re.search(pattern, text)
    ]
    assert found == []


@pytest.mark.skipif(
    not (SHARED / "check_originality.py").exists(), reason="the source documents are not here"
)
def test_no_sentence_is_copied_from_a_source():
    command = [
        sys.executable,
        SHARED / "check_originality.py",
        "--seeds",
        SHARED / "sources",
        "--fixtures",
        settings.FIXTURES_DIR,
        "--allow",
        SHARED / "originality_allow.txt",
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.returncode) == ("", 0)
