"""The lists of the admin: every model has one, and three rows cost no more than one."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType

from core.models import (
    Attente,
    Ecart,
    Import,
    LigneImport,
    Origine,
    Rapprochement,
    RechercheSansResultat,
    Source,
)
from formations.models import DomaineEtudes
from metiers.models import FamilleProfessionnelle, Metier, SecteurActivite
from tests.admin.editor import plain

pytestmark = pytest.mark.django_db
APPS = ("core", "formations", "metiers")
MODELS = [
    model
    for label in APPS
    for model in apps.get_app_config(label).get_models()
    if not model.__name__.startswith("Historical")
]
# Session and user: 2; count shown and count of all: 2; rows: 1; then a query for each filter whose values
# come from the database.
QUERIES = {
    "Attente": 7,
    "Ecart": 7,
    "Import": 6,
    "LigneImport": 8,
    "Origine": 7,
    "Rapprochement": 7,
    "RechercheSansResultat": 5,
    "Source": 5,
    "Synonyme": 5,
    "Lieu": 6,
    "Organisation": 6,
    "Domaine": 6,
    "Certification": 7,
    "Competence": 8,
    "Modalite": 6,
    "DomaineEtudes": 6,
    "Formation": 7,
    "Ressource": 7,
    "Parcours": 6,
    "Etape": 7,
    "Guide": 6,
    "CodeRome": 7,
    "CentreInteret": 6,
    "SecteurActivite": 6,
    "FamilleProfessionnelle": 7,
    "Metier": 7,
    "Appellation": 6,
    "StatutPossible": 6,
    "Point": 7,
    "Question": 7,
    "Creneau": 6,
    "Recruteur": 6,
    "ChiffreCle": 7,
    "Critere": 6,
    "Trait": 7,
    "CompetenceRequise": 6,
    "FormationMetier": 6,
    "CertificationMetier": 6,
    "ZoneEmploi": 6,
    "Relation": 6,
    "Salaire": 8,
    # And the values in force: for the summary above the list, and for its column.
    "ReferenceSalaire": 7,
}


@pytest.fixture(autouse=True)
def questions_without_result(db):
    """Rows of the one model that nobody writes: visitors do."""
    questions = (
        RechercheSansResultat(texte=f"métier {n}", derniere_fois=date(2026, 11, n)) for n in (1, 2, 3)
    )
    RechercheSansResultat.objects.bulk_create(questions)


@pytest.fixture(autouse=True)
def what_imports_leave(db):
    """Rows of the models that imports alone write, three of each."""
    source, metier = Source.objects.first(), Metier.objects.first()
    place = {"modele": "metiers.metier", "objet": metier.pk}
    for n in (1, 2, 3):
        SecteurActivite.objects.create(slug=f"secteur-{n}", libelle=f"secteur {n}", source=source)
        DomaineEtudes.objects.create(slug=f"etudes-{n}", libelle=f"études {n}", source=source)
        FamilleProfessionnelle.objects.create(
            code=f"A0Z4{n}", mediane=1400, annee_debut=2017, annee_fin=2019, source=source
        )
        done = Import.objects.create(famille="onisep-metiers", fichier=f"{n}.zip", source=source)
        LigneImport.objects.create(importation=done, type=LigneImport.Type.AJOUT, sorte="métiers")
        origin = Origine.objects.create(famille="onisep-metiers", cle=f"MET.{n}", source=source, **place)
        Ecart.objects.create(origine=origin, champ="accroche", valeur="autre chose")
        Attente.objects.create(origine=origin, lien="proches", entree="MET.9", modele="metiers.metier")
        Rapprochement.objects.create(famille="onisep-metiers", cle=f"MET.{n}", **place)


def test_every_model_is_edited_in_the_admin():
    assert [model for model in MODELS if not admin.site.is_registered(model)] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_the_same_for_one_row_and_for_three(editor, django_assert_num_queries, model, rows):
    pks = [str(pk) for pk in model.objects.order_by("pk").values_list("pk", flat=True)[:rows]]
    with django_assert_num_queries(QUERIES[model.__name__]):
        response = editor.client.get(editor.path(model, "changelist"), {"id__in": ",".join(pks)})
    assert len(response.context["cl"].result_list) == len(pks)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_stands_on_the_form(editor, rf, model):
    request = rf.get("/")
    request.user = editor.user
    form = admin.site.get_model_admin(model).get_form(request)
    fields = {field.name for field in [*model._meta.fields, *model._meta.many_to_many] if field.editable}
    shown = {*form.base_fields, *admin.site.get_model_admin(model).get_readonly_fields(request)}
    assert fields - {"id"} - shown == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_relation_of_a_form_autocompletes(editor, model):
    page = admin.site.get_model_admin(model)
    expected = {
        field.name for field in [*model._meta.fields, *model._meta.many_to_many] if field.related_model
    }
    assert set(page.get_autocomplete_fields(None)) == expected
    assert all(
        admin.site.get_model_admin(model._meta.get_field(name).related_model).search_fields
        for name in expected
    )


def test_an_autocomplete_answers_without_accents(editor):
    query = {
        "app_label": "metiers",
        "model_name": "salaire",
        "field_name": "metier",
        "term": "ingenieur-cloud-c",
    }
    answer = editor.client.get("/admin/autocomplete/", query).json()
    assert [result["text"] for result in answer["results"]] == ["ingénieur cloud computing"]


def test_the_list_of_fiches_tells_their_state_in_words(editor):
    page = plain(editor.client.get("/admin/metiers/metier/").content.decode())
    assert "<h1>Métiers</h1>" in page
    assert '<td class="field-etat">publié</td>' in page


def test_fiches_are_found_by_another_name(editor):
    response = editor.client.get("/admin/metiers/metier/", {"q": "technicien opé"})
    assert [metier.slug for metier in response.context["cl"].result_list] == ["technicien-cloud"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_form_costs_the_same_for_one_salary_and_for_three(editor, django_assert_num_queries, rows):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.salaires.exclude(pk__in=metier.salaires.values("pk")[:rows]).delete()
    ContentType.objects.clear_cache()
    with django_assert_num_queries(27):
        editor.client.get(editor.path(metier))
    assert metier.salaires.count() == rows
