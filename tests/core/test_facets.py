"""Facets: choices read from an address, rows narrowed, values counted, all in one query."""

import pytest
from django.test import RequestFactory
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.models import Domaine, Lieu, Source
from core.niveaux import Niveau
from formations.models import Certification
from metiers.filters import THRESHOLDS, MetierFacets
from metiers.ladder import steps_of_facet
from metiers.models import CentreInteret, Metier, Salaire, StatutPossible
from metiers.statements import Reader
from tests.by_hand import assert_counted_by_hand, draw_choices

pytestmark = pytest.mark.django_db

# What sources say of beginners, métier after métier: (place, amount, period, nature), in their order.
PAY = [
    [],
    [("france", 34_000, "an", ""), ("france", 3_080, "mois", "brut")],
    [("belgique", 2_500, "mois", "net"), ("france", 1_350, "mois", "net")],
    [("france", 52_000, "an", "brut")],
    [("belgique", 2_500, "mois", "net")],
]


@pytest.fixture
def metiers(db):
    """A dozen métiers with several domains, interests, statuses and certifications each.

    A join would count a row twice there.
    """
    source, other = Source.objects.filter(slug__in=["connaissance-generale", "onisep-met-228"])
    domaines = list(Domaine.objects.filter(enfants=None).order_by("pk")[:3])
    interets = [
        CentreInteret.objects.create(slug=f"essai-{number}", libelle=f"essai {number}", source=source)
        for number in range(3)
    ]
    certifications = list(Certification.objects.order_by("pk")[:4])
    Certification.objects.filter(pk=certifications[0].pk).update(etat="brouillon")
    lieux = {lieu.slug: lieu for lieu in Lieu.objects.filter(slug__in=["france", "belgique"])}
    Metier.objects.all().delete()
    for number in range(12):
        metier = Metier.objects.create(
            slug=f"essai-{number}",
            nom_masculin=f"essai {number}",
            nom_feminin=f"essai {number}",
            etat="publie",
            niveau_acces=[3, 5, 7, None][number % 4],
            pays=["FR", "BE", ""][number % 3],
            palier=["", "entree", "senior"][number // 4],
            source=[source, other][number % 2],
        )
        metier.domaines.set(domaines[: number % 4])
        metier.centres_interet.set(interets[: number % 3])
        for certification in certifications[: number % 5]:
            metier.certifications.create(certification=certification, source=source)
        for statut in ["salarie", "independant"][: number % 3]:
            # Two sources say the same: the métier still counts once.
            for said_by in (source, other):
                StatutPossible.objects.create(metier=metier, statut=statut, source=said_by)
        for ordre, (lieu, montant, periode, nature) in enumerate(PAY[number % len(PAY)]):
            Salaire.objects.create(
                metier=metier,
                niveau_min=1,
                niveau_max=1,
                montant_min=montant,
                periode=periode,
                nature=nature,
                lieu=lieux[lieu],
                source=source,
                ordre=ordre,
            )
    return Metier.objects.all()


def facets_of(query, rows):
    return MetierFacets(RequestFactory().get(f"/metiers/?{query}"), rows, Reader.today())


def stated(metier, reader):
    """Return {parameter: values of the address} of a métier, read without any of the facets' code."""
    pay = reader.beginner(metier.salaires_debutant)
    levels = {3: "cap", 5: "bac-2", 7: "bac-5"}
    return {
        # A level opens what begins at it or below.
        "mon_niveau": {
            n.slug for n in Niveau if metier.niveau_acces is not None and n >= metier.niveau_acces
        },
        "niveau": {levels.get(metier.niveau_acces)},
        "domaine": {domaine.slug for domaine in metier.domaines.all()},
        "interet": {interet.slug for interet in metier.centres_interet.all()},
        "salaire": {str(threshold) for threshold in THRESHOLDS if pay and pay.gross.minimum >= threshold},
        "pays": {metier.get_pays_display().lower()},
        "statut": {statut.statut for statut in metier.statuts.all()},
        "palier": {metier.palier},
        "source": {metier.source.slug},
        "certification": {link.certification.slug for link in metier.certifications.all()},
    }


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # The rows are only read: every example sees the same ones.
@given(data=st.data())
def test_rows_and_counts_are_those_of_a_count_by_hand(metiers, data):
    chosen = draw_choices(data, facets_of("", metiers))
    facts = {metier.pk: stated(metier, Reader.today()) for metier in metiers.for_file()}
    assert_counted_by_hand(facets_of(urlencode(chosen, doseq=True), metiers), chosen, facts)


def test_a_certification_that_is_not_published_is_not_offered(metiers):
    (group,) = (g for g in facets_of("", metiers).groups if g.param == "certification")
    assert sorted(value.count for value in group.values) == [2, 4, 6]


def test_choices_of_one_facet_add_up_and_facets_narrow_each_other(metiers):
    def slugs(query):
        return sorted(metier.slug for metier in facets_of(query, metiers).rows)

    assert slugs("niveau=cap") == ["essai-0", "essai-4", "essai-8"]
    assert slugs("niveau=cap&niveau=bac-2") == [
        "essai-0",
        "essai-1",
        "essai-4",
        "essai-5",
        "essai-8",
        "essai-9",
    ]
    assert slugs("niveau=cap&pays=france") == ["essai-0"]


def test_reading_and_counting_every_facet_cost_one_query_each(metiers, django_assert_num_queries):
    # Another one reads the reference values of pay.
    with django_assert_num_queries(2):
        facets = facets_of("niveau=cap&pays=france&source=connaissance-generale", metiers)
    with django_assert_num_queries(1):
        assert len(facets.groups) == 10


def test_an_unknown_value_is_ignored_and_named_with_its_facet(metiers):
    facets = facets_of("niveau=bac-12&niveau=cap&pays=suisse&inconnu=x", metiers)
    assert [str(value) for value in facets.ignored] == [
        "Niveau d’accès minimum\u00a0: «\u00a0bac-12\u00a0»",
        "Pays\u00a0: «\u00a0suisse\u00a0»",
    ]
    assert facets.rows.count() == 3


@pytest.mark.parametrize("value", ["' OR 1=1 --", "5", "é👩‍🎓", "a" * 3000, "niveau__gt"])
def test_a_value_that_means_nothing_never_filters(metiers, value):
    facets = facets_of(urlencode({"niveau": value}), metiers)
    assert (facets.rows.count(), [ignored.value for ignored in facets.ignored]) == (12, [value[:80]])


def test_a_value_can_be_added_and_taken_back_by_its_address(metiers):
    facets = facets_of("niveau=cap&page=2&tri=nom", metiers)
    assert facets.toggle_url("niveau", "cap") == "/metiers/?tri=nom"
    assert facets.toggle_url("niveau", "bac-2") == "/metiers/?niveau=cap&tri=nom&niveau=bac-2"


def test_choices_in_force_are_listed_with_the_address_without_each(metiers):
    facets = facets_of("niveau=cap&pays=france&unite=net-mois", metiers)
    assert [(active.label, active.url) for active in facets.active] == [
        ("CAP", "/metiers/?pays=france&unite=net-mois"),
        ("France", "/metiers/?niveau=cap&unite=net-mois"),
    ]
    assert facets.clear_url == "/metiers/?unite=net-mois"


def test_a_value_that_would_show_nothing_is_greyed_unless_it_is_chosen(metiers):
    values = {v.value: v for group in facets_of("niveau=bac-8", metiers).groups for v in group.values}
    assert (values["bac-8"].disabled, values["bac-3"].disabled) == (False, True)


def test_an_empty_list_says_what_dropping_each_facet_would_bring(metiers):
    facets = facets_of("niveau=bac-8&pays=belgique", metiers)
    assert [(loosening.label, loosening.url, loosening.count) for loosening in facets.loosened] == [
        ("Niveau d’accès minimum", "/metiers/?pays=belgique", 4)
    ]


def test_the_ladder_is_the_facet_of_levels_drawn_as_steps(metiers):
    steps = steps_of_facet(facets_of("niveau=bac-2", metiers))
    assert [step.niveau for step in steps] == [niveau.value for niveau in Niveau if niveau]
    assert [(step.label, step.sous_label) for step in steps if step.selected] == [("Bac + 2", "niveau 5")]
    assert [step.count for step in steps] == [3, 0, 3, 0, 3, 0]


def test_a_point_of_view_leaves_every_row_greys_nothing_and_is_named_with_whose_it_is(metiers):
    facets = facets_of("mon_niveau=cap&niveau=bac-8", metiers)
    assert facets.rows.count() == 0
    assert [active.label for active in facets.active] == ["Mon niveau\u00a0: CAP", "Bac + 8"]
    assert [loosening.label for loosening in facets.loosened] == ["Niveau d’accès minimum"]
    mine = next(group for group in facets.groups if group.param == "mon_niveau")
    assert [(value.count, value.disabled) for value in mine.values] == [(0, False)] * 7
    assert facets_of("mon_niveau=cap", metiers).rows.count() == 12


def test_a_choice_that_covers_several_values_counts_and_keeps_them_all(metiers):
    facets = facets_of("salaire=35000", metiers)
    assert sorted(metier.slug for metier in facets.rows) == [
        "essai-1",
        "essai-11",
        "essai-3",
        "essai-6",
        "essai-8",
    ]
    (salaire,) = (group for group in facets.groups if group.param == "salaire")
    assert {value.value: value.count for value in salaire.values} == {
        "20000": 7,
        "25000": 5,
        "30000": 5,
        "35000": 5,
        "40000": 2,
        "50000": 2,
    }


def test_a_pay_narrows_every_other_count_and_not_its_own(metiers):
    facets = facets_of("salaire=35000&pays=belgique", metiers)
    assert sorted(metier.slug for metier in facets.rows) == ["essai-1"]
    counts = {(group.param, value.value): value.count for group in facets.groups for value in group.values}
    assert [counts["pays", pays] for pays in ("france", "belgique")] == [2, 1]
    assert [counts["salaire", salaire] for salaire in ("20000", "35000", "40000")] == [2, 1, 0]


def test_saying_what_to_drop_costs_one_query(metiers, django_assert_num_queries):
    facets = facets_of("niveau=bac-8&pays=belgique&salaire=50000&statut=createur", metiers)
    assert list(facets.rows) == []
    with django_assert_num_queries(1):
        assert facets.loosened == []
