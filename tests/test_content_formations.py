"""Training as the guide states it where the sources err: corrected, attributed, never made up."""

from decimal import Decimal

import pytest

from core.models import Organisation, Source
from core.sources import fact_counts
from formations.models import Certification, Formation, Parcours, Ressource

pytestmark = pytest.mark.django_db


def test_the_dut_is_a_former_diploma_of_two_years_replaced_by_the_but():
    dut = Formation.objects.get(slug="dut-informatique")
    assert (dut.niveau_label, dut.annees_apres_bac, dut.en_vigueur) == ("Bac + 2", 2, False)
    assert (dut.remplacee_par.slug, dut.source_remplacement.slug) == (
        "but-informatique",
        "connaissance-generale",
    )
    but = dut.remplacee_par
    assert (but.niveau_label, but.annees_apres_bac, but.en_vigueur) == ("Bac + 3", 3, True)


def test_the_systemes_numeriques_diplomas_became_ciel():
    former = Formation.objects.filter(source_remplacement__slug="reforme-ciel").order_by("niveau")
    assert [(row.slug, row.remplacee_par.slug) for row in former] == [
        ("bac-pro-systemes-numeriques", "bac-pro-ciel"),
        ("bts-systemes-numeriques", "bts-ciel"),
    ]


def test_the_former_diplomas_are_these_four():
    former = Formation.objects.filter(en_vigueur=False).order_by("slug")
    assert list(former.values_list("slug", flat=True)) == [
        "bac-pro-systemes-numeriques",
        "bep-bureautique",
        "bts-systemes-numeriques",
        "dut-informatique",
    ]


def test_a_mastere_specialise_is_six_years_at_the_level_of_a_master():
    mastere = Formation.objects.get(slug="mastere-specialise-cloud-computing-saas")
    assert (mastere.niveau_label, mastere.annees_apres_bac, mastere.type) == (
        "Bac + 5",
        6,
        "mastere-specialise",
    )


def test_engineering_diplomas_keep_their_onisep_ids_and_their_schools_usual_names():
    rows = Formation.objects.filter(onisep_id__isnull=False).order_by("onisep_id")
    assert [(row.onisep_id, [str(school) for school in row.etablissements.all()]) for row in rows] == [
        ("FOR.5574", ["ENSISA"]),
        ("FOR.5965", ["IMT Mines Alès"]),
        ("FOR.6167", ["ESAIP"]),
    ]


def test_in_belgium_masters_are_taken_at_universities_only():
    masters = Formation.objects.filter(pays="BE", type="master")
    assert set(Organisation.objects.filter(formations__in=masters).values_list("type", flat=True)) == {
        "universite"
    }


def test_no_bachelier_is_paired_with_a_school_that_the_source_does_not_tell():
    bacheliers = Formation.objects.filter(type="bachelier")
    assert [row.etablissements.count() for row in bacheliers] == [0, 0]


def test_certifications_keep_price_currency_and_validity_as_published():
    rows = Certification.objects.filter(cout__isnull=False).order_by("slug")
    assert [(row.slug, row.cout, row.devise, row.preparation, row.validite_lisible) for row in rows] == [
        ("cka", Decimal(300), "USD", "3 à 4\u00a0mois", "3 ans"),
        ("kcsa", Decimal(250), "USD", "2\u00a0mois", "3 ans"),
        ("lfcs", Decimal(300), "USD", "2\u00a0mois", "3 ans"),
        ("rhcsa", Decimal(400), "EUR", "3\u00a0mois", "3 ans"),
    ]


def test_linux_foundation_exams_say_that_they_now_hold_for_two_years():
    warned = Certification.objects.filter(note__contains="24 mois").order_by("slug")
    assert list(warned.values_list("slug", flat=True)) == ["cka", "kcsa", "lfcs"]


def test_every_source_has_a_fact_that_rests_on_it():
    counts = fact_counts()
    assert [source.slug for source in Source.objects.all() if not counts.get(source.pk)] == []


def test_each_note_on_a_certification_names_the_source_of_what_it_says():
    notes = Certification.objects.exclude(note="").order_by("slug")
    assert list(notes.values_list("slug", "source_note__slug")) == [
        ("ccna", "connaissance-generale"),
        ("certifications-aws-azure-gcp", "guide-belge-architecte-cloud"),
        ("cka", "linux-foundation-validite"),
        ("cloud-practitioner", "connaissance-generale"),
        ("itil", "connaissance-generale"),
        ("kcsa", "linux-foundation-validite"),
        ("lfcs", "linux-foundation-validite"),
        ("rhcsa", "connaissance-generale"),
    ]


def test_each_note_on_a_former_diploma_names_the_source_of_what_it_says():
    former = Formation.objects.filter(en_vigueur=False).order_by("slug")
    assert list(former.values_list("slug", "source__slug", "source_note__slug")) == [
        ("bac-pro-systemes-numeriques", "sup-de-vinci-maintenance", "reforme-ciel"),
        ("bep-bureautique", "sup-de-vinci-maintenance", "connaissance-generale"),
        ("bts-systemes-numeriques", "sup-de-vinci-maintenance", "reforme-ciel"),
        ("dut-informatique", "article-technicien-cloud", "connaissance-generale"),
    ]


@pytest.mark.parametrize("beyond", ["n’est plus délivré", "CIEL", "en 2021", "IUT", "label", "Haute-Alsace"])
def test_what_only_the_editors_know_is_in_no_description_signed_by_a_document(beyond):
    known = Formation.objects.exclude(source__slug__in=["connaissance-generale", "reforme-ciel"])
    assert list(known.filter(description__contains=beyond).values_list("slug", flat=True)) == []


def test_what_a_document_names_without_its_town_is_signed_as_general_knowledge():
    schools = Organisation.objects.filter(type__in=["ecole-ingenieurs", "universite"]).order_by("slug")
    assert list(schools.values_list("slug", "source__slug")) == [
        ("ensisa", "connaissance-generale"),
        ("esaip", "connaissance-generale"),
        ("imt-mines-ales", "connaissance-generale"),
        ("insset", "connaissance-generale"),
        ("isep", "connaissance-generale"),
        ("uclouvain", "connaissance-generale"),
        ("ulb", "connaissance-generale"),
        ("uliege", "guide-belge-architecte-cloud"),
        ("unamur", "guide-belge-architecte-cloud"),
    ]


def test_the_kcsa_has_its_exact_name_and_its_true_tier():
    kcsa = Certification.objects.get(slug="kcsa")
    assert (kcsa.nom, kcsa.autre_nom, kcsa.palier) == (
        "Kubernetes and Cloud Native Security Associate",
        "Cloud Native Security Associate",
        "entree",
    )


def test_doubtful_communities_are_marked_and_have_no_address():
    doubtful = Ressource.objects.filter(a_verifier=True).order_by("slug").values_list("slug", "url")
    assert list(doubtful) == [("slack-ovhcloud-community", ""), ("stack-overflow-francais", "")]


def test_framasoft_is_an_association_among_the_organisations_with_an_impact():
    organisations = Organisation.objects.filter(guides__slug="organisations").order_by("slug")
    assert list(organisations.values_list("slug", "type")) == [
        ("framasoft", "association"),
        ("open", "entreprise"),
        ("ovhcloud", "fournisseur"),
        ("qwant", "entreprise"),
        ("scaleway", "fournisseur"),
    ]


def test_learning_and_career_are_two_roadmaps():
    roadmaps = Parcours.objects.filter(source__slug="carriere-cloud-souverain").order_by("type")
    assert [(row.slug, row.type) for row in roadmaps] == [
        ("apprendre-le-cloud-souverain", "apprentissage"),
        ("carriere-dans-le-cloud", "carriere"),
    ]
