"""The ways in as pages show them: in words, and in the order in which SQL puts métiers."""

import random

import pytest
from django.db.models import F

from core.models import Source
from core.niveaux import Niveau
from formations.models import Formation
from metiers.doors import Route, access_level, level_before, study_left
from metiers.models import FormationMetier, Metier

pytestmark = pytest.mark.django_db


def route(slug, start, most=None):
    metier = Metier.objects.select_related("source").get(slug=slug)
    return Route(metier, FormationMetier.objects.filter(metier=metier).for_ways(), start, most)


def drawn(found):
    """Return the stages of the one track of a route: (level, years, optional, formations)."""
    (track,) = found.pistes
    return [
        (etape.label, etape.duree, etape.stage.optional, [door.nom for door in etape.formations])
        for etape in track.etapes
    ]


# --- In words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "start", "resume"),
    [
        ("technicien-cloud", 0, "le bac, puis 2\u00a0ans d’études"),
        ("technicien-cloud", 3, "le bac, puis 2\u00a0ans d’études"),
        ("technicien-cloud", 4, "+ 2\u00a0ans d’études"),
        ("technicien-cloud", 5, "accessible maintenant"),
        ("ingenieur-cloud-computing", 4, "+ 5\u00a0ans d’études"),
        ("ingenieur-cloud-computing", 6, "+ 2\u00a0ans d’études"),
        ("technicien-de-maintenance-informatique", 0, "le bac d’abord"),
        ("technicien-de-maintenance-informatique", 3, "le bac d’abord, ou dès maintenant par une autre voie"),
        ("technicien-de-maintenance-informatique", 4, "accessible maintenant"),
        ("architecte-cloud", 3, "le CESS, puis 5\u00a0ans d’études, puis 3 à 5\u00a0ans d’expérience"),
        ("architecte-cloud", 5, "+ 3\u00a0ans d’études, puis 3 à 5\u00a0ans d’expérience"),
        ("architecte-cloud", 8, "accessible maintenant, avec 3 à 5\u00a0ans d’expérience"),
        ("ingenieur-de-donnees", 8, "Nos sources ne disent pas quel niveau il faut"),
    ],
)
def test_what_is_left_to_study_is_said_in_a_few_words(slug, start, resume):
    assert route(slug, start).resume == resume


def test_from_the_bac_a_technicien_cloud_has_a_bts_then_what_is_optional():
    assert drawn(route("technicien-cloud", 4)) == [
        (
            "Bac + 2",
            "en 2\u00a0ans",
            False,
            ["BTS spécialisé en cloud, administration des réseaux ou cybersécurité"],
        ),
        ("Bac + 3", "en 3\u00a0ans", True, ["BUT Informatique", "Licence pro"]),
        ("Bac + 5", "en 5\u00a0ans", True, ["Master"]),
    ]


def test_a_belgian_reader_goes_from_the_cess_to_the_bachelier_and_the_master():
    found = route("architecte-cloud", 4)
    assert drawn(found) == [
        (
            "Bachelier",
            "en 3\u00a0ans",
            False,
            ["Bachelier en informatique de gestion", "Bachelier en informatique et systèmes"],
        ),
        (
            "Master",
            "en 5\u00a0ans",
            False,
            ["Master en sciences informatiques", "Master ingénieur civil en informatique"],
        ),
    ]
    assert [door.nom for door in found.autres] == ["Formations continues en cloud (Belgique)"]
    assert drawn(route("architecte-cloud", 3))[0] == ("CESS", "", False, ["CESS"])


def test_at_the_level_of_a_metier_its_diplomas_are_named_as_doors():
    (track,) = route("technicien-de-maintenance-informatique", 4).pistes
    assert [door.nom for door in track.portes] == ["Bac pro CIEL", "Bac pro MELEC"]


def test_a_former_diploma_gives_way_to_its_successor_or_stands_apart_as_former():
    found = route("technicien-de-maintenance-informatique", 3)
    assert drawn(found)[:2] == [
        ("Bac", "", False, ["Bac pro CIEL", "Bac pro MELEC"]),
        ("Bac + 2", "2\u00a0ans après le bac", True, ["BTS SIO", "BTS CIEL"]),
    ]
    assert [(door.nom, door.ancienne) for door in found.autres] == [
        ("CAP", False),
        ("BEP bureautique", True),
        ("VAE", False),
    ]
    assert found.experience == "une expérience solide peut remplacer le diplôme"


def test_bac_plus_six_is_written_as_a_length_at_the_level_of_bac_plus_five():
    (track,) = route("ingenieur-cloud-computing", 4).pistes
    last = track.etapes[-1]
    assert (last.label, last.precision, last.duree, last.stage.optional) == (
        "Bac + 5",
        "(bac + 6)",
        "en 6\u00a0ans",
        True,
    )


def test_a_card_names_a_few_formations_and_counts_the_others():
    (track,) = route("ingenieur-cloud-computing", 4, most=3).pistes
    first = track.etapes[0]
    assert (len(first.formations), first.reste) == (3, 3)


def test_a_successor_that_visitors_cannot_read_replaces_nothing():
    Formation.objects.filter(slug="bts-ciel").update(etat="brouillon")
    found = route("technicien-de-maintenance-informatique", 4)
    assert next(names for *_, names in drawn(found)) == ["BTS SIO"]
    assert ("BTS SN", True) in [(door.nom, door.ancienne) for door in found.autres]


def test_the_sources_of_a_route_are_those_of_its_level_and_of_its_formations():
    assert [source.slug for source in route("technicien-cloud", 4).sources] == [
        "article-technicien-cloud",
        "connaissance-generale",
    ]


# --- In SQL -------------------------------------------------------------------------------------


@pytest.fixture
def metiers(db):
    """Sixty métiers whose levels, countries and formations are drawn at random, always the same."""
    drawn, source = random.Random(7), Source.objects.get(slug="connaissance-generale")
    levels = [None, *Niveau.values]
    Metier.objects.all().delete()
    formations = []
    for number in range(30):
        formation = Formation(
            slug=f"essai-{number}",
            intitule=f"essai {number}",
            type=Formation.Type.MASTER,
            niveau=drawn.choice(levels),
            annees_apres_bac=drawn.choice([None, 0, 1, 2, 3, 5, 6, 8]),
            pays=drawn.choice(["FR", "BE"]),
            etat=drawn.choice(["publie", "publie", "brouillon"]),
            en_vigueur=drawn.random() < 0.7,
            source=source,
        )
        if not formation.en_vigueur and formations and drawn.random() < 0.7:
            formation.remplacee_par = drawn.choice(formations)
            formation.source_remplacement = source
        formation.save()
        formations.append(formation)
    for number in range(60):
        metier = Metier.objects.create(
            slug=f"essai-{number}",
            nom_masculin=f"essai {number}",
            nom_feminin=f"essai {number}",
            etat="publie",
            niveau_acces=drawn.choice([None, *levels]),
            annees_etudes_min=drawn.choice([None, None, None, 0, 1, 4, 6]),
            pays=drawn.choice(["FR", "BE", ""]),
            source=source,
        )
        for formation in drawn.sample(formations, drawn.randrange(5)):
            FormationMetier.objects.create(
                metier=metier,
                formation=formation,
                role=drawn.choice(FormationMetier.Role.values),
                source=source,
            )
    return Metier.objects.prefetch_related(None)


@pytest.mark.parametrize("start", Niveau.values)
def test_sql_sorts_by_what_the_pages_say(metiers, start):
    rows = metiers.alias(niveau_entree=access_level()).annotate(
        niveau=F("niveau_entree"), avant=level_before(start), annees=study_left(start)
    )
    found = {metier.slug: (metier.niveau, metier.avant, metier.annees) for metier in rows}
    expected = {}
    for metier in rows:
        way = Route(metier, metier.formations.for_ways(), start).way
        expected[metier.slug] = (way.access, None if way.years is None else way.first, way.years)
    assert found == expected
    assert len({years for *_, years in found.values()}) > 3 or start > 6
