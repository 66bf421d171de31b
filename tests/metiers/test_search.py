"""What a search finds métiers and guides by."""

import pytest

from metiers.models import Metier
from metiers.search import guide_documents, metier_documents

pytestmark = pytest.mark.django_db


def of(documents, slug):
    (document,) = [document for document in documents if document.slug == slug]
    return document


def test_a_metier_is_known_by_either_gender_and_all_its_names():
    document = of(metier_documents(), "ingenieur-cloud-computing")
    assert document.titre == "ingénieur cloud computing / ingénieure cloud computing"
    assert document.noms == ("ingénieur cloud computing", "ingénieure cloud computing")
    assert document.autres_noms == (
        "chef de projet cloud et virtualisation",
        "cheffe de projet cloud et virtualisation",
        "ingénieur cloud",
        "ingénieure cloud",
    )


def test_masked_names_and_codes_lead_there_unseen():
    document = of(metier_documents(), "ingenieur-cloud-computing")
    assert document.masques == ("cloud engineer", "cloud engineer", "M1802")


def test_an_epicene_name_stands_once_in_the_title():
    assert of(metier_documents(), "architecte-cloud").titre == "architecte cloud"


def test_a_metier_is_known_by_its_skills_its_tools_and_its_missions():
    document = of(metier_documents(), "architecte-cloud")
    assert "OpenShift" in document.competences
    assert any("Piloter les migrations" in text for text in document.textes)
    assert (document.niveau, document.niveau_label) == (7, "Master")


def test_a_mere_mention_is_minor():
    found = list(metier_documents())
    assert of(found, "directeur-technique").is_minor
    assert not of(found, "technicien-cloud").is_minor


def test_a_guide_is_known_by_its_theme_its_points_and_its_questions():
    document = of(guide_documents(), "entretien")
    assert (document.titre, document.mots_cles) == ("Préparer ses entretiens", ("entretien", "entretien"))
    assert len(document.textes) > 5


@pytest.mark.parametrize(("documents", "queries"), [(metier_documents, 6), (guide_documents, 3)])
def test_each_kind_costs_as_many_queries_for_all_as_for_one(documents, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        everything = list(documents())
    with django_assert_num_queries(queries):
        assert list(documents([everything[0].key])) == everything[:1]


def test_a_draft_is_no_document():
    Metier.objects.filter(slug="technicien-cloud").update(etat=Metier.Etat.A_RELIRE)
    assert "technicien-cloud" not in [document.slug for document in metier_documents()]
