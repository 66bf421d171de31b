"""The page of results, on the real content: what is found, and how it is told."""

import pytest

from careerguide import search as page_of_results
from metiers.models import Metier
from tests.careerguide.results import SECTION, slugs
from tests.page import Page

pytestmark = pytest.mark.django_db
FORMATIONS = ".//main/section[@id='formations']"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ingénieure cloud", "/metiers/ingenieur-cloud-computing/"),
        ("INGENIEUR CLOUD COMPUTING", "/metiers/ingenieur-cloud-computing/"),
        ("technicien de proximité", "/metiers/technicien-de-maintenance-informatique/"),
        ("cheffe de projet virtualisation", "/metiers/ingenieur-cloud-computing/"),
        ("techniciens opé", "/metiers/technicien-cloud/"),
        ("consultant·e cloud", "/metiers/consultant-cloud/"),
        ("sysadmin", "/metiers/administrateur-systemes/"),
        ("SRE", "/metiers/ingenieur-fiabilite-des-sites/"),
        ("microinformatique", "/metiers/technicien-de-maintenance-informatique/"),
        ("M1802", "/metiers/ingenieur-cloud-computing/"),
        ("openshift", "/metiers/architecte-cloud/"),
        ("BTS SIO", "/formations/bts-sio/"),
        ("ensisa", "/formations/diplome-ingenieur-ensisa/"),
        ("cka", "/certifications/cka/"),
        ("red hat", "/certifications/rhcsa/"),
        ("négocier", "/guides/negociation/"),
        ("faire carriere", "/parcours/carriere-dans-le-cloud/"),
        ("tech réseau", "/metiers/technicien-reseaux/"),
        ("ingé sécu cloud", "/metiers/ingenieur-securite-cloud/"),
        ("maintenace informatik", "/metiers/technicien-de-maintenance-informatique/"),
        ("manager informatique", "/metiers/responsable-informatique/"),
        ("réparer des ordinateurs", "/metiers/technicien-de-maintenance-informatique/"),
        ("licence pro informatique", "/formations/licence-professionnelle/"),
        ("BTS SNIR", "/formations/bts-ciel/"),
        ("certif kubernetes", "/certifications/cka/"),
    ],
)
def test_the_first_result_is_the_right_page(ask, query, first):
    assert ask(q=query).links(f"{SECTION}//h3")[0][1] == first


def test_results_are_grouped_by_kind_the_best_kind_first(ask):
    page = ask(q="kubernetes")
    assert page.texts(f"{SECTION}/h2") == [
        "Certifications (2)",
        "Métiers (3)",
        "Parcours (1)",
        "Guides (1)",
    ]
    assert slugs(page, "certifications") == ["cka", "kcsa"]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("reseaux", ["Métiers", "Formations", "Guides", "Certifications", "Parcours"]),
        ("resaux", ["Métiers", "Formations", "Guides", "Certifications", "Parcours"]),
        ("travailler dans le cloud", ["Métiers", "Formations", "Certifications", "Parcours", "Guides"]),
    ],
)
def test_kinds_whose_names_hold_the_words_stand_metiers_first_whatever_the_length_of_the_names(
    ask, query, kinds
):
    assert [heading.split(" (")[0] for heading in ask(q=query).texts(f"{SECTION}/h2")] == kinds


def test_a_kind_that_bears_the_very_name_passes_before_the_metiers(ask):
    assert ask(q="master").texts(f"{SECTION}/h2")[0].startswith("Formations")


def test_the_kind_that_the_question_names_comes_first(ask):
    assert ask(q="métiers du cloud").texts(f"{SECTION}/h2")[0].startswith("Métiers")
    assert ask(q="formation cloud").texts(f"{SECTION}/h2")[0].startswith("Formations")


def test_mentions_come_after_the_metiers_that_have_a_page(ask):
    found = slugs(ask(q="cloud", type="metiers"), "metiers")
    assert found.index("technicien-cloud") < found.index("consultant-cloud")


# --- What the page says -------------------------------------------------------------------------


def test_the_page_says_how_many_it_found_and_offers_each_kind(ask):
    page = ask(q="kubernetes")
    assert page.text(".//h1") == "Résultats pour «\u00a0kubernetes\u00a0»"
    assert page.text(".//main//p[@role='status']") == "7 pages trouvées."
    assert page.links(".//main//nav[@aria-label='Genre de page']") == [
        ("Tout (7)", "/recherche/?q=kubernetes"),
        ("Certifications (2)", "/recherche/?q=kubernetes&type=certifications"),
        ("Métiers (3)", "/recherche/?q=kubernetes&type=metiers"),
        ("Parcours (1)", "/recherche/?q=kubernetes&type=parcours"),
        ("Guides (1)", "/recherche/?q=kubernetes&type=guides"),
    ]


def test_a_correction_is_told_and_may_be_refused(ask):
    page = ask(q="inginieur claud")
    assert page.text(".//h1") == "Résultats pour «\u00a0ingénieur cloud\u00a0»"
    assert page.text(".//main//p[@class='tete__aussi']") == (
        "Vous avez écrit «\u00a0inginieur claud\u00a0»\u00a0: chercher exactement ces mots."
    )
    assert page.links(".//main//p[@class='tete__aussi']") == [
        ("chercher exactement ces mots", "/recherche/?q=inginieur+claud&tel_quel=1")
    ]
    assert ask(q="inginieur claud", tel_quel="1").texts(f"{SECTION}/h2") == ["Aucun résultat"]


def test_a_correction_is_a_word_of_the_pages_rather_than_a_synonym(ask):
    assert ask(q="dévelopeur").text(".//h1") == "Résultats pour «\u00a0développeur\u00a0»"


def test_a_synonym_is_told(ask):
    page = ask(q="k8s")
    assert page.text(".//main/header/p[@class='note']") == (
        "«\u00a0k8s\u00a0» est aussi cherché sous «\u00a0Kubernetes\u00a0»\u00a0: "
        "chercher exactement ces mots."
    )


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("technicien de proximité", "technicien de proximité"),
        ("cheffe de projet virtualisation", "cheffe de projet cloud et virtualisation"),
        ("openshift", "OpenShift"),
    ],
)
def test_the_name_that_answered_is_told(ask, query, told):
    page = ask(q=query, type="metiers")
    assert page.texts(f"{SECTION}//li[1]/p[@class='note']")[0] == f"Trouvé grâce à\u00a0: {told}"


@pytest.mark.parametrize("query", ["technicien cloud", "cloud engineer", "consulting"])
def test_a_name_that_the_title_says_or_that_is_masked_is_not_told(ask, query):
    page = ask(q=query, type="metiers")
    notes = page.texts(f"{SECTION}/ul/li[1]/p[@class='note']")
    assert [note for note in notes if note.startswith("Trouvé")] == []


def test_a_passage_shows_the_words_marked(ask):
    page = ask(q="migration")
    assert page.texts(f"{SECTION}//mark") == ["migrations"]
    assert page.text(f"{SECTION}/ul/li/p[@class='note']").startswith("Piloter les migrations")


def test_a_former_diploma_names_its_successor_which_is_found_too(ask):
    page = ask(q="DUT")
    assert slugs(page, "formations")[:2] == ["dut-informatique", "but-informatique"]
    assert page.texts(f"{FORMATIONS}//p[@class='note']") == [
        "Ancien diplôme, remplacé par\u00a0: BUT Informatique"
    ]


def test_words_that_no_page_holds_are_named(ask):
    page = ask(q="ingénieur cloud toulouse")
    assert page.text(".//main//p[@role='status']").endswith("pages trouvées, sans «\u00a0toulouse\u00a0».")


# --- Kinds and pages ----------------------------------------------------------------------------


def test_each_kind_shows_its_first_results_and_leads_to_all(ask):
    page = ask(q="cloud")
    assert len(slugs(page, "metiers")) == page_of_results.PER_KIND
    label, url = page.links(".//main/section[@id='metiers']/p")[0]
    assert (label.startswith("Voir les "), url) == (True, "/recherche/?q=cloud&type=metiers")


def test_a_kind_that_is_long_has_pages(ask, monkeypatch):
    monkeypatch.setattr(page_of_results, "PER_PAGE", 4)
    first, second = (ask(q="cloud", type="metiers", page=number) for number in ("1", "2"))
    assert len(slugs(first, "metiers")) == len(slugs(second, "metiers")) == 4
    assert not set(slugs(first, "metiers")) & set(slugs(second, "metiers"))
    assert ("Page 2", "/recherche/?q=cloud&type=metiers&page=2") in first.links()


def test_a_kind_that_does_not_exist_is_ignored_and_named(ask):
    page = ask(q="kubernetes", type="licornes", page="2")
    assert len(page.texts(f"{SECTION}/h2")) == 4
    assert "Genre de page\u00a0: «\u00a0licornes\u00a0»" in page.text()


def test_a_page_beyond_the_end_shows_the_last_and_is_named(ask):
    page = ask(q="kubernetes", type="metiers", page="99")
    assert len(slugs(page, "metiers")) == 3
    assert "Page\u00a0: «\u00a099\u00a0»" in page.text()


def test_a_kind_without_results_says_so_and_keeps_the_others_at_hand(ask):
    page = ask(q="openshift", type="guides")
    assert page.texts(f"{SECTION}/h2") == ["Aucun résultat"]
    assert page.text(".//main/section/p[@role='status']") == "Aucune page de ce genre ne répond à ces mots."
    assert ("Métiers (1)", "/recherche/?q=openshift&type=metiers") in page.links(SECTION)


def test_a_draft_is_not_found_even_by_a_stale_index(ask):
    Metier.objects.filter(slug="specialiste-big-data").update(etat=Metier.Etat.BROUILLON)
    page = ask(q="spécialiste big data")
    assert page.texts(f"{SECTION}/h2") == ["Aucun résultat"]


def test_results_lead_to_the_lists_with_the_same_words(ask):
    page = ask(q="kubernetes", unite="net-mois")
    assert [link for link in page.links() if link[0].startswith("Filtrer ces")] == [
        ("Filtrer ces certifications", "/certifications/?q=kubernetes&unite=net-mois"),
        ("Filtrer ces métiers", "/metiers/?q=kubernetes&unite=net-mois"),
    ]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("cloud", "Filtrer ces métiers (10 sur 26, les autres n’ont pas de fiche)"),
        ("reseaux", "Filtrer ces métiers (5 sur 10, les autres n’ont pas de fiche)"),
    ],
)
def test_the_link_to_the_list_says_how_many_of_the_results_it_holds(ask, client, query, label):
    listed = int(label.split("(")[1].split(" ")[0])
    assert (label, f"/metiers/?q={query}") in ask(q=query).links(f"{SECTION}[@id='metiers']/p")
    page = Page(client.get(f"/metiers/?q={query}"))
    assert page.text(".//div[@class='liste__tete']/h2").startswith(f"{listed} métiers trouvés")


def test_mentions_alone_lead_to_no_list_that_would_be_empty(ask):
    page = ask(q="spécialiste big data")
    assert page.texts(f"{SECTION}/h2") == ["Métiers (1)"]
    assert [label for label, _ in page.links(SECTION) if label.startswith("Filtrer")] == []
