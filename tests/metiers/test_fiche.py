"""The page of a métier, as a visitor reads it."""

import pytest

from metiers.models import CertificationMetier, Metier, Relation
from tests.page import parse, section, words

pytestmark = pytest.mark.django_db
IN_BRIEF = {
    "technicien-cloud": [
        ("Niveau d’accès minimum", "Bac + 2"),
        ("Durée des études", "2 à 3\u00a0ans après le bac"),
        ("Salaire débutant", "23\u202f000 à 27\u202f000\u00a0€ brut par an Relevé France"),
        ("Statuts", "salarié, indépendant ou freelance"),
        ("Conditions", "en équipe informatique, avec des publics variés"),
        ("Perspectives", "emploi en tension en France (2026)"),
    ],
    "architecte-cloud": [
        ("Niveau d’accès minimum", "Master"),
        ("Durée des études", "5\u00a0ans après le bac"),
        ("Salaire débutant", "45\u202f600 à 57\u202f600\u00a0€ brut par an Converti Belgique"),
        ("Statuts", "salarié, indépendant ou freelance"),
        (
            "Conditions",
            "bureau ou télétravail, horaires flexibles, grande disponibilité, astreintes possibles",
        ),
        ("Perspectives", "pénurie d’experts en Belgique, quasi plein emploi, évolutions de carrière rapides"),
    ],
    "technicien-de-maintenance-informatique": [
        ("Niveau d’accès minimum", "Bac"),
        ("Durée des études", "jusqu’à 3\u00a0ans après le bac"),
        (
            "Salaire débutant",
            "20\u202f769 à 24\u202f615\u00a0€ brut par an Estimé France, commence sous le SMIC",
        ),
        ("Statuts", "salarié, indépendant ou freelance, créateur d’entreprise"),
        ("Conditions", "sur site et à distance, urgences, astreintes possibles"),
        ("Perspectives", "des offres partout en France, dans tous les secteurs"),
    ],
    "ingenieur-cloud-souverain": [
        ("Niveau d’accès minimum", "Non renseigné par nos sources"),
        ("Durée des études", "Non renseigné par nos sources"),
        ("Salaire débutant", "Non renseigné par nos sources"),
        ("Statuts", "Non renseigné par nos sources"),
        ("Conditions", "Non renseigné par nos sources"),
        ("Perspectives", "évolution vers Senior Cloud Engineer"),
    ],
}
SECTIONS = [
    ("presentation", "Le métier"),
    ("missions", "Missions"),
    ("competences", "Compétences et outils"),
    ("conditions", "Conditions de travail, où exercer"),
    ("salaire", "Salaire"),
    ("acces", "Accès au métier"),
    ("certifications", "Certifications"),
    ("feuille-de-route", "Feuille de route"),
    ("evolution", "Débouchés et évolution"),
    ("confusions", "À ne pas confondre"),
    ("proches", "Métiers proches"),
    ("pour-contre", "Points forts, points de vigilance"),
    ("conseils", "Conseils pour y arriver"),
    ("faits-marquants", "Faits marquants"),
    ("temoignage", "Témoignage"),
    ("auto-evaluation", "Est-ce pour vous\u00a0?"),
    ("questions", "Questions fréquentes"),
    ("codes", "Codes et classement"),
    ("sources", "Sources et licence"),
]


@pytest.mark.parametrize("slug", IN_BRIEF)
def test_the_six_facts_at_a_glance_are_always_the_same_six(fiche, slug):
    facts = fiche(slug).findall(".//section[@class='en-bref']//dl/div")
    assert [(words(fact.find("dt")), words(fact.find("dd"))) for fact in facts] == IN_BRIEF[slug]


def test_every_fact_at_a_glance_that_is_known_shows_its_source(fiche):
    facts = fiche("architecte-cloud").findall(".//section[@class='en-bref']//dl/div")
    assert [fact.find(".//a[@class='source']").get("href") for fact in facts] == [
        "/sources/#guide-belge-architecte-cloud"
    ] * 6


def test_what_a_source_tells_at_length_alone_is_pointed_at_and_never_said_unknown(fiche):
    metier = Metier.objects.get(slug="ingenieur-cloud-computing")
    Metier.objects.filter(pk=metier.pk).update(conditions_bref="", perspectives_bref="")
    facts = [words(fact) for fact in fiche(metier.slug).findall(".//section[@class='en-bref']//dl/div")]
    assert [fact.split(" ONISEP")[0] for fact in facts[4:]] == [
        "Conditions à lire sous «\u00a0Conditions\u00a0»",
        "Perspectives à lire sous «\u00a0Évolution\u00a0»",
    ]
    Metier.objects.filter(pk=metier.pk).update(conditions="", marche="")
    facts = [words(fact) for fact in fiche(metier.slug).findall(".//section[@class='en-bref']//dl/div")]
    assert facts[4:] == [
        "Conditions Non renseigné par nos sources",
        "Perspectives Non renseigné par nos sources",
    ]


def test_a_page_bears_both_names_in_full_and_the_others_in_use(fiche):
    page = fiche("technicien-de-maintenance-informatique")
    assert [words(title) for title in page.iter("h1")] == [
        "Technicien de maintenance informatique / technicienne de maintenance informatique"
    ]
    assert words(page.find(".//div[@class='tete__aussi']")).startswith("On dit aussi\u00a0: ")


def test_a_masked_name_serves_the_search_alone(fiche):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.appellations.create(masculin="nom masqué", type="masquee", source=metier.source)
    metier.appellations.create(masculin="nom montré", type="courante", source=metier.source)
    text = words(fiche("technicien-cloud").find(".//div[@class='tete__aussi']"))
    assert ("nom montré" in text, "nom masqué" in text) == (True, False)


def test_a_full_page_has_every_section_in_order_and_a_way_to_each(fiche):
    page = fiche("architecte-cloud")
    body = page.find(".//div[@class='fiche__corps']")
    assert [(title.get("id"), words(title)) for title in body.iter("h2")] == SECTIONS
    contents = page.findall(".//nav[@class='sommaire']//a")
    anchors = [f"#{anchor}" for anchor, _ in SECTIONS]
    anchors.insert(2, "#journee")  # It stands beside the text, yet has its entry after the missions.
    assert [link.get("href") for link in contents] == anchors


@pytest.mark.parametrize("slug", ["technicien-cloud", "ingenieur-cloud-souverain", "administrateur-systemes"])
def test_the_contents_lead_to_the_sections_that_are_there(fiche, slug):
    page = fiche(slug)
    contents = [link.get("href")[1:] for link in page.findall(".//nav[@class='sommaire']//a")]
    body = page.find(".//div[@class='fiche__corps']")
    assert contents == [title.get("id") for title in body.iter("h2")]


def test_ways_in_stand_by_level_from_the_lowest(fiche):
    page = section(fiche("technicien-de-maintenance-informatique"), "acces")
    levels = [words(level) for level in page.findall(".//div[@class='acces__niveau']")]
    numbers = [int(level.rsplit(" ", 1)[1]) for level in levels if "niveau" in level]
    assert numbers
    assert numbers == sorted(set(numbers))


def test_a_former_diploma_names_its_successor(fiche):
    page = section(fiche("technicien-de-maintenance-informatique"), "acces")
    former = [line for line in page.findall(".//p") if "ancien diplôme" in words(line)]
    assert [[words(link) for link in line.findall("a") if words(link)] for line in former] == [
        [
            "Bac professionnel Systèmes numériques",
            "Bac professionnel Cybersécurité, informatique et réseaux, électronique",
        ],
        ["BTS Systèmes numériques", "BTS Cybersécurité, informatique et réseaux, électronique"],
        ["BEP bureautique"],
    ]


def test_drafts_are_not_linked_from_a_published_page(fiche):
    metier = Metier.objects.get(slug="technicien-cloud")
    other = Metier.objects.get(slug="ingenieur-cloud-computing")
    assert Relation.objects.filter(depuis=metier, vers=other).exists()
    links = [link.get("href") for link in fiche("technicien-cloud").iter("a")]
    assert other.get_absolute_url() in links
    other.etat = "brouillon"
    other.save()
    links = [link.get("href") for link in fiche("technicien-cloud").iter("a")]
    assert other.get_absolute_url() not in links


def test_a_draft_certification_is_not_shown(fiche):
    link = CertificationMetier.objects.filter(metier__slug="architecte-cloud").order_by("ordre").first()
    address = link.certification.get_absolute_url()
    assert address in [a.get("href") for a in fiche("architecte-cloud").iter("a")]
    link.certification.etat = "a-relire"
    link.certification.save()
    assert address not in [a.get("href") for a in fiche("architecte-cloud").iter("a")]


def test_what_the_sources_do_not_say_is_written_and_not_hidden(fiche):
    page = fiche("administrateur-systemes")
    assert words(section(page, "salaire")) == "Salaire Non renseigné par nos sources"
    assert words(section(page, "certifications")) == "Certifications Non renseigné par nos sources"


def test_the_sources_of_the_page_are_listed_with_the_day_it_was_checked(fiche):
    page = section(fiche("technicien-cloud"), "sources")
    listed = [item.find("a").get("href") for item in page.findall(".//ol[@class='sources-liste']/li")]
    assert "/sources/#article-technicien-cloud" in listed
    assert "/sources/#externatic-2024" in listed
    assert "Fiche créée le 21 novembre 2026, vérifiée le 21 novembre 2026" in words(page)
    assert "CC BY 4.0" in words(page)


def test_every_source_cited_on_the_page_is_in_its_list(fiche):
    page = fiche("architecte-cloud")
    listed = {link.get("href") for link in section(page, "sources").findall(".//ol/li/a")}
    cited = {link.get("href") for link in page.findall(".//main//a[@class='source']")}
    assert cited
    assert cited <= listed


def test_codes_are_those_of_the_sources(fiche):
    page = section(fiche("ingenieur-cloud-computing"), "codes")
    terms = {words(row.find("dt")): words(row.find("dd")) for row in page.findall(".//dl/div")}
    assert terms["Identifiant ONISEP"] == "MET.228"
    assert words(section(fiche("technicien-cloud"), "codes")).count("Non renseigné par nos sources") >= 1


def test_an_unknown_metier_is_not_found_but_near_names_are_offered(client):
    answer = client.get("/metiers/technicien-clou/")
    assert answer.status_code == 404
    links = parse(answer).findall(".//main//ul/li/a")
    assert links[0].get("href") == "/metiers/technicien-cloud/"
    assert len(links) <= 3


def test_a_metier_that_resembles_nothing_still_leads_somewhere(client):
    answer = client.get("/metiers/boulanger-patissier/")
    assert answer.status_code == 404
    assert "/" in [link.get("href") for link in parse(answer).findall(".//main//a")]


def test_a_mere_mention_has_a_short_page_that_search_engines_leave_out(client):
    answer = client.get("/metiers/developpeur/")
    page = parse(answer)
    assert words(page.find(".//main//h1")) == "Développeur / développeuse"
    assert "Pas encore de fiche" in words(page.find(".//main"))
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"
    assert page.find(".//section[@class='en-bref']") is None


def test_a_full_page_is_open_to_search_engines_at_one_address(client):
    page = parse(client.get("/metiers/technicien-cloud/?utm=x"))
    assert page.find(".//meta[@name='robots']") is None
    assert page.find(".//link[@rel='canonical']").get("href").endswith("/metiers/technicien-cloud/")


def test_what_is_not_to_be_confused_is_compared_where_both_have_a_page(fiche):
    links = section(fiche("technicien-cloud"), "confusions").findall("ul/li/a")
    assert [link.get("href") for link in links if not link.get("class")] == [
        "/metiers/ingenieur-cloud-computing/",
        "/metiers/comparer/?m=technicien-cloud&m=ingenieur-cloud-computing",
        "/metiers/architecte-cloud/",
        "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud",
        # A mere mention.
        "/metiers/technicien-reseaux/",
    ]


def test_no_cookie_is_set(client):
    assert not client.get("/metiers/technicien-cloud/").cookies
