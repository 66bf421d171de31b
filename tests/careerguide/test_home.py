"""The home page, on the real content."""

import pytest

from careerguide.home import apart, domaines
from core.models import Domaine, Source
from formations.models import Certification, Formation, Parcours
from metiers.models import Guide, Metier, Relation
from tests.page import Page, plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def home_page(client):
    return Page(client.get("/"))


def test_the_ladder_counts_what_each_level_opens_and_leads_to_the_list_from_there(home_page, client):
    bars = home_page.links(".//ol")[:6]
    assert bars == [
        ("CAP, niveau 3 : 0 métier", "/metiers/?mon_niveau=cap"),
        ("Bac, niveau 4 : 1 métier", "/metiers/?mon_niveau=bac"),
        ("Bac + 2, niveau 5 : 2 métiers", "/metiers/?mon_niveau=bac-2"),
        ("Bac + 3, niveau 6 : 2 métiers", "/metiers/?mon_niveau=bac-3"),
        ("Bac + 5, niveau 7 : 4 métiers", "/metiers/?mon_niveau=bac-5"),
        ("Bac + 8, niveau 8 : 4 métiers", "/metiers/?mon_niveau=bac-8"),
    ]
    opened = [
        client.get(address).content.decode().count("<strong>accessible maintenant") for _, address in bars
    ]
    assert opened == [0, 1, 2, 2, 4, 4]


def test_metiers_without_a_level_are_counted_too(home_page):
    assert "Pour 12 métiers, nos sources ne disent pas quel niveau il faut." in home_page.text()
    assert ("Les 16 métiers →", "/metiers/") in home_page.links()


def test_a_metier_published_with_a_level_raises_its_bar(client):
    Metier.objects.filter(slug="ingenieur-devops").update(niveau_acces=8)
    bars = Page(client.get("/")).links(".//ol")[:6]
    assert bars[-1] == ("Bac + 8, niveau 8 : 5 métiers", "/metiers/?mon_niveau=bac-8")


def test_metiers_mistaken_for_each_other_are_questions_that_lead_to_their_comparison(home_page):
    questions = home_page.links(".//article/h3")
    assert questions == [
        (
            "Technicien ou ingénieur cloud\u202f?",
            "/metiers/comparer/?m=technicien-cloud&m=ingenieur-cloud-computing",
        ),
        (
            "Architecte cloud ou ingénieur DevOps\u202f?",
            "/metiers/comparer/?m=architecte-cloud&m=ingenieur-devops",
        ),
        (
            "Technicien de maintenance ou technicien support informatique\u202f?",
            "/metiers/comparer/?m=technicien-de-maintenance-informatique&m=technicien-support-informatique",
        ),
    ]


def test_the_other_pairs_are_questions_too(home_page):
    assert home_page.links(".//section[1]/ul") == [
        (
            "Ingénieur ou architecte cloud\u202f?",
            "/metiers/comparer/?m=ingenieur-cloud-computing&m=architecte-cloud",
        ),
        ("Technicien ou architecte cloud\u202f?", "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud"),
        (
            "Technicien de maintenance informatique ou administrateur systèmes\u202f?",
            "/metiers/comparer/?m=technicien-de-maintenance-informatique&m=administrateur-systemes",
        ),
        (
            "Technicien support informatique ou administrateur systèmes\u202f?",
            "/metiers/comparer/?m=technicien-support-informatique&m=administrateur-systemes",
        ),
    ]


def test_the_pay_of_beginners_follows_the_unit_and_says_where_it_cannot(client):
    page = Page(client.get("/?unite=net-mois"))
    assert [plain(text) for text in page.texts(".//article[1]//li")] == [
        "technicien cloud 1 495 à 1 755 € net par mois Estimé",
        "ingénieur cloud computing dès 2 402 € net par mois Estimé",
    ]
    assert [plain(text) for text in page.texts(".//article[2]/p[@class='note']")] == [
        "Net par mois : aucun coefficient entre net et brut n’est connu pour ce pays (Belgique). "
        "Montants en brut par mois."
    ]
    assert ("net par mois, estimé", "/?unite=net-mois#confusions") in page.links()


def test_an_unknown_unit_is_named(client):
    page = Page(client.get("/?unite=francs"))
    assert page.text(".//main/div[@role='status']").endswith("Unité\u00a0: «\u00a0francs\u00a0»")


def test_the_pay_of_beginners_stands_as_text_in_each_question(home_page):
    lines = home_page.texts(".//article[1]//li")
    assert lines == [
        "technicien cloud 23\u202f000 à 27\u202f000\u00a0€ brut par an Relevé",
        "ingénieur cloud computing dès 36\u202f960\u00a0€ brut par an Converti",
    ]


def test_no_metier_is_asked_about_twice(home_page):
    asked = [
        metier for _, url in home_page.links(".//article/h3") for metier in url.split("?m=")[1].split("&m=")
    ]
    assert len(asked) == len(set(asked)) == 6


def test_mentions_are_never_compared(client):
    Metier.objects.filter(slug="ingenieur-devops").update(ampleur=Metier.Ampleur.MENTION)
    titles = Page(client.get("/")).texts(".//article/h3")
    assert [title for title in titles if "DevOps" in title] == []


def test_the_roadmap_of_a_field_stands_in_proportion(home_page):
    assert home_page.attributes(".//ol[@class='etapes']/li", "class") == [
        "etape etape--1",
        "etape etape--2",
        "etape etape--4",
    ]


def test_a_field_of_work_leads_to_the_list_filtered(home_page):
    assert ("Cloud et infrastructures", "/metiers/?domaine=cloud-et-infrastructures") in home_page.links()


def test_every_way_in_leads_somewhere(client, home_page):
    dead = [url for _, url in home_page.links() if client.get(url.partition("#")[0]).status_code != 200]
    assert dead == []


def test_relations_without_a_common_end_are_all_kept():
    relations = [Relation(depuis_id=left, vers_id=right) for left, right in [(1, 2), (2, 3), (4, 5), (5, 1)]]
    assert [(r.depuis_id, r.vers_id) for r in apart(relations)] == [(1, 2), (4, 5)]


def test_the_home_page_costs_twelve_queries_with_little_content_too(client, django_assert_num_queries):
    with django_assert_num_queries(12):
        client.get("/")
    for model in (Guide, Certification, Formation):
        model.objects.exclude(pk=model.objects.first().pk).update(etat=model.Etat.ARCHIVE)
    Parcours.objects.exclude(slug="apprendre-le-cloud-souverain").update(etat="archive")
    with django_assert_num_queries(12):
        client.get("/")


def test_an_empty_guide_still_has_a_home_page(client):
    for model in (Metier, Guide, Certification, Formation, Parcours):
        model.objects.update(etat="archive")
    page = Page(client.get("/"))
    assert page.text(".//h1") == "Choisir un métier en connaissance de cause"
    assert page.texts(".//article") == []


def test_many_fields_are_shown_by_those_that_hold_them_in_the_words_of_one_publisher(
    client, django_assert_num_queries
):
    metier = Metier.objects.get(slug="technicien-cloud")
    for publisher, parts in (("rome", 12), ("onisep", 3)):
        source = Source.objects.create(slug=f"{publisher}-essai", titre=publisher, libelle_court=publisher)
        top = Domaine.objects.create(slug=f"sante-{publisher}", nom=f"santé, {publisher}", source=source)
        for number in range(parts):
            field = Domaine.objects.create(
                slug=f"{publisher}-{number}", nom=f"soin {number}", parent=top, source=source
            )
            field.metiers.add(metier)
            field.metiers.add(*Metier.objects.published().with_page()[number : number + 2])
    with django_assert_num_queries(2):
        assert [(nom, url) for nom, url, _ in domaines()] == [
            ("informatique et numérique", "/metiers/parcourir/domaine/informatique-et-numerique/")
        ]
    Domaine.objects.get(slug="rome-0").metiers.set(Metier.objects.published().with_page())
    Domaine.objects.filter(slug="rome-1").update(parent=None)
    assert [nom for nom, _, _ in domaines()] == ["santé, rome", "soin 1"]
    links = Page(client.get("/")).links()
    assert ("Santé, rome", "/metiers/parcourir/domaine/sante-rome/") in links
    assert ("Tous les métiers, par domaine, de A à Z →", "/metiers/parcourir/") in links
