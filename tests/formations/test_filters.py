"""The facets of the lists of formations and certifications, by hand and on the real content."""

from decimal import Decimal

import pytest
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.choices import MOST_OFFERED
from core.models import Source
from formations.filters import CertificationFacets, FormationFacets
from formations.models import Certification, DomaineEtudes, Formation
from tests.by_hand import assert_counted_by_hand, draw_choices

pytestmark = pytest.mark.django_db
METIER = Formation.metiers.rel.related_model._meta.get_field("metier").related_model
# The rows are only read: every example sees the same ones.
read_only = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def formation_facets(rf, query=""):
    return FormationFacets(rf.get(f"/formations/?{query}"), Formation.objects.published())


def certification_facets(rf, query=""):
    return CertificationFacets(rf.get(f"/certifications/?{query}"), Certification.objects.published())


def counts(facets, param):
    (group,) = [group for group in facets.groups if group.param == param]
    return {value.label: value.count for value in group.values}


# --- By hand ------------------------------------------------------------------------------------


def stated_by_formation(formation):
    """Return {parameter: values of the address} of a formation, read without any of the facets' code."""
    levels = {3: "cap", 4: "bac", 5: "bac-2", 6: "bac-3", 7: "bac-5", 8: "bac-8"}
    limits = {"6-mois": "0.5", "1-an": "1", "2-ans": "2", "3-ans": "3", "5-ans": "5"}
    length = formation.duree_annees
    return {
        "niveau": {levels.get(formation.niveau)},
        "type": {formation.type},
        "pays": {formation.get_pays_display().lower()},
        "domaine": {domaine.slug for domaine in formation.domaines.all()},
        "modalite": {modalite.slug for modalite in formation.modalites.all()},
        "duree": {word for word, limit in limits.items() if length is not None and length <= Decimal(limit)},
        "vigueur": {"oui" if formation.en_vigueur else "non"},
        "metier": {link.metier.slug for link in formation.metiers.all()},
    }


@read_only
@given(data=st.data())
def test_formations_found_and_counted_are_those_of_a_count_by_hand(formations, rf, data):
    chosen = draw_choices(data, formation_facets(rf, "domaine=champ-0&domaine=champ-1&domaine=champ-2"))
    read = formations.prefetch_related("domaines", "modalites", "metiers__metier")
    facts = {formation.pk: stated_by_formation(formation) for formation in read}
    assert_counted_by_hand(formation_facets(rf, urlencode(chosen, doseq=True)), chosen, facts)


def stated_by_certification(certification):
    """Return {parameter: values of the address} of a certification, read without any of the facets' code."""
    cost, longest, validity = certification.cout, certification.preparation_max, certification.validite
    band = ""
    if cost is not None:
        word = {"EUR": "euros", "USD": "dollars"}[certification.devise]
        band = (
            f"moins-de-200-{word}" if cost < 200 else f"200-a-400-{word}" if cost < 400 else f"des-400-{word}"
        )
    limits = {"1-mois": 1, "2-mois": 2, "3-mois": 3, "6-mois": 6, "1-an": 12}
    lengths = {"1-an": 12, "2-ans": 24, "3-ans": 36}
    return {
        "organisme": {certification.organisme and certification.organisme.slug},
        "cout": {band},
        "preparation": {word for word, limit in limits.items() if longest is not None and longest <= limit},
        "validite": {word for word, limit in lengths.items() if validity is not None and validity >= limit},
        "palier": {certification.palier},
    }


@read_only
@given(data=st.data())
def test_certifications_found_and_counted_are_those_of_a_count_by_hand(certifications, rf, data):
    chosen = draw_choices(data, certification_facets(rf))
    facts = {c.pk: stated_by_certification(c) for c in certifications.select_related("organisme")}
    assert_counted_by_hand(certification_facets(rf, urlencode(chosen, doseq=True)), chosen, facts)


# --- Formations ---------------------------------------------------------------------------------


def test_each_level_counts_its_formations(rf):
    assert counts(formation_facets(rf), "niveau") == {
        "CAP": 2,
        "Bac": 4,
        "Bac + 2": 5,
        "Bac + 3": 6,
        "Bac + 5": 10,
        "Bac + 8": 0,
    }


def test_former_diplomas_are_counted_apart(rf):
    assert counts(formation_facets(rf), "vigueur") == {"Diplôme en vigueur": 25, "Ancien diplôme": 4}


def test_former_diplomas_can_be_chosen(rf):
    rows = formation_facets(rf, "vigueur=non").rows
    assert list(rows.order_by("slug").values_list("slug", flat=True)) == [
        "bac-pro-systemes-numeriques",
        "bep-bureautique",
        "bts-systemes-numeriques",
        "dut-informatique",
    ]


def test_lengths_add_up_as_they_grow(rf):
    assert counts(formation_facets(rf), "duree") == {
        "Jusqu’à 6\u00a0mois": 0,
        "Jusqu’à 1\u00a0an": 0,
        "Jusqu’à 2\u00a0ans": 10,
        "Jusqu’à 3\u00a0ans": 17,
        "Jusqu’à 5\u00a0ans": 17,
    }


def test_the_metiers_that_formations_lead_to_stand_by_name(rf):
    assert counts(formation_facets(rf, "modalite=alternance"), "metier") == {
        "Architecte cloud": 0,
        "Ingénieur cloud computing": 0,
        "Technicien cloud": 0,
        "Technicien de maintenance informatique": 1,
    }


def test_a_metier_that_is_not_published_is_not_offered(rf):
    METIER.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    assert "Technicien cloud" not in counts(formation_facets(rf), "metier")
    assert [str(value) for value in formation_facets(rf, "metier=technicien-cloud").ignored] == [
        "Métier visé\u00a0: «\u00a0technicien-cloud\u00a0»"
    ]


def test_of_too_many_metiers_those_met_most_often_are_offered_and_any_other_is_understood(rf):
    formation, source = (
        Formation.objects.get(slug="bts-sio"),
        Source.objects.get(slug="connaissance-generale"),
    )
    for number in range(MOST_OFFERED):
        name = f"essai {number:02}"
        metier = METIER.objects.create(
            slug=f"essai-{number:02}", nom_masculin=name, nom_feminin=name, etat="publie", source=source
        )
        formation.metiers.create(metier=metier, source=source)
    offered = counts(formation_facets(rf), "metier")
    assert (len(offered), offered["Technicien cloud"], "Essai 23" in offered) == (24, 5, False)
    asked = formation_facets(rf, "metier=essai-23")
    assert ([active.label for active in asked.active], asked.ignored) == (["Essai 23"], [])
    assert [row.slug for row in asked.rows] == ["bts-sio"]


def test_a_field_of_studies_is_asked_from_the_page_that_goes_through_them(rf):
    source = Source.objects.get(slug="connaissance-generale")
    above = DomaineEtudes.objects.create(slug="sciences", libelle="sciences", source=source)
    field = DomaineEtudes.objects.create(slug="reseaux", libelle="réseaux", parent=above, source=source)
    field.formations.set(Formation.objects.filter(slug__in=["bts-sio", "but-informatique"]))
    assert "domaine" not in [group.param for group in formation_facets(rf).groups]
    asked = formation_facets(rf, "domaine=reseaux&niveau=bac-2")
    assert [row.slug for row in asked.rows] == ["bts-sio"]
    assert (counts(asked, "domaine"), counts(asked, "niveau")["Bac + 3"]) == ({"Réseaux": 1}, 1)
    assert [active.label for active in asked.active] == ["Bac + 2", "Réseaux"]
    # What holds finer fields is no choice: its formations are filed below it.
    assert [str(value) for value in formation_facets(rf, "domaine=sciences").ignored] == [
        "Domaine d’études\u00a0: «\u00a0sciences\u00a0»"
    ]


def test_the_count_of_a_facet_ignores_its_own_choice(rf):
    chosen = formation_facets(rf, "pays=belgique")
    assert counts(chosen, "pays") == {"France": 23, "Belgique": 6}
    assert counts(chosen, "niveau")["Bac"] == 1


def test_an_unknown_value_is_ignored_and_named(rf):
    chosen = formation_facets(rf, "niveau=bac-42&type=bts&duree=2")
    assert [(value.label, value.value) for value in chosen.ignored] == [("Niveau", "bac-42"), ("Durée", "2")]
    assert chosen.rows.count() == 4


def test_reading_and_counting_cost_one_query_each(rf, django_assert_num_queries):
    with django_assert_num_queries(1):
        facets = formation_facets(rf, "metier=technicien-cloud&modalite=alternance&duree=2-ans")
    with django_assert_num_queries(1):
        assert len(facets.groups) == 7


# --- Certifications -----------------------------------------------------------------------------


def test_each_band_of_cost_counts_what_is_priced_in_its_own_currency(rf):
    assert counts(certification_facets(rf), "cout") == {
        "Moins de 200\u00a0€": 0,
        "De 200 à moins de 400\u00a0€": 0,
        "400\u00a0€ et plus": 1,
        "Moins de 200\u00a0$": 0,
        "De 200 à moins de 400\u00a0$": 3,
        "400\u00a0$ et plus": 0,
    }


def test_vendors_stand_by_the_name_in_use(rf):
    assert counts(certification_facets(rf, "cout=des-400-euros"), "organisme") == {
        "AWS": 0,
        "Cisco": 0,
        "CNCF": 0,
        "CompTIA": 0,
        "Linux Foundation": 0,
        "Microsoft": 0,
        "PeopleCert": 0,
        "Red Hat": 1,
    }


def test_how_long_a_certification_holds_is_at_least_what_is_asked(rf):
    assert counts(certification_facets(rf), "validite") == {
        "Au moins 1\u00a0an": 4,
        "Au moins 2\u00a0ans": 4,
        "Au moins 3\u00a0ans": 4,
    }


def test_the_longest_preparation_counts(rf):
    rows = certification_facets(rf, "preparation=3-mois").rows
    assert sorted(row.slug for row in rows) == ["kcsa", "lfcs", "rhcsa"]
    assert "cka" in {row.slug for row in certification_facets(rf, "preparation=6-mois").rows}
