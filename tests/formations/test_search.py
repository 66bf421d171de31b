"""What a search finds formations, certifications and roadmaps by."""

import pytest

from formations.models import Formation
from formations.search import certification_documents, formation_documents, parcours_documents

pytestmark = pytest.mark.django_db


def of(documents, slug):
    (document,) = [document for document in documents if document.slug == slug]
    return document


def test_a_formation_is_known_by_its_title_its_usual_name_and_its_type():
    document = of(formation_documents(), "bts-sio")
    assert document.titre == "BTS Services informatiques aux organisations"
    assert document.noms == ("BTS Services informatiques aux organisations", "BTS SIO")
    assert document.mots_cles == ("BTS", "bts sio")
    assert (document.niveau, document.niveau_label) == (5, "Bac + 2")


def test_a_formation_is_known_by_what_it_replaces_and_by_its_schools():
    assert of(formation_documents(), "but-informatique").autres_noms == ("DUT informatique",)
    schools = of(formation_documents(), "diplome-ingenieur-ensisa").competences
    assert schools == ("École nationale supérieure d’ingénieurs Sud Alsace", "ENSISA")


@pytest.mark.parametrize(
    ("slug", "note"),
    [
        ("dut-informatique", "Ancien diplôme, remplacé par : BUT Informatique"),
        ("bac-pro-systemes-numeriques", "Ancien diplôme, remplacé par : Bac pro CIEL"),
        ("bep-bureautique", "Ancien diplôme"),
        ("bts-sio", ""),
    ],
)
def test_a_former_diploma_says_so(slug, note):
    assert of(formation_documents(), slug).note == note


def test_a_successor_that_is_not_online_is_not_named():
    Formation.objects.filter(slug="but-informatique").update(etat=Formation.Etat.BROUILLON)
    assert of(formation_documents(), "dut-informatique").note == "Ancien diplôme"


def test_a_certification_is_known_by_its_initials_its_other_name_and_who_delivers_it():
    document = of(certification_documents(), "kcsa")
    assert document.titre == "Kubernetes and Cloud Native Security Associate (KCSA)"
    assert document.noms == ("Kubernetes and Cloud Native Security Associate", "KCSA")
    assert document.autres_noms == ("Cloud Native Security Associate",)
    assert document.competences == ("Cloud Native Computing Foundation", "CNCF")


def test_a_roadmap_is_known_by_its_steps():
    document = of(parcours_documents(), "carriere-dans-le-cloud")
    assert document.competences == ("La première année", "Après 2 à 3 ans", "Après 5 ans et plus")


@pytest.mark.parametrize(
    ("documents", "queries"),
    [(formation_documents, 3), (certification_documents, 1), (parcours_documents, 2)],
)
def test_each_kind_costs_as_many_queries_for_all_as_for_one(documents, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        everything = list(documents())
    with django_assert_num_queries(queries):
        assert list(documents([everything[0].key])) == everything[:1]


def test_a_draft_is_no_document():
    Formation.objects.filter(slug="bts-sio").update(etat=Formation.Etat.BROUILLON)
    assert "bts-sio" not in [document.slug for document in formation_documents()]
