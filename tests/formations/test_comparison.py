"""Formations side by side, and certifications."""

import gzip

import pytest

from formations.models import Certification, Formation
from tests.compared import address, cells, columns, ignored, labels, notes
from tests.page import parse, text_of, words

pytestmark = pytest.mark.django_db

FORMATIONS, CERTIFICATIONS = ("/formations/comparer/", "f"), ("/certifications/comparer/", "c")
FOUR = ["bts-sio", "bts-systemes-numeriques", "master-sciences-informatiques", "diplome-ingenieur-ensisa"]
EXAMS = ["cka", "kcsa", "lfcs", "rhcsa"]
KINDS = [(FORMATIONS, FOUR, "formations"), (CERTIFICATIONS, EXAMS, "certifications")]


@pytest.fixture
def compared(client):
    """Read a comparison by its (path, parameter), slugs, and the other parameters of its address."""

    def read(kind, *slugs, **more):
        answer = client.get(address(*kind, *slugs, **more))
        assert answer.status_code == 200
        return parse(answer)

    return read


def closest(page):
    return [words(link) for link in page.findall(".//a[@class='puce']")]


# --- What both have in common with métiers


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_four_stand_side_by_side_in_the_order_of_the_address(compared, kind, slugs, plural):
    page = compared(kind, *slugs[::-1])
    assert columns(page) == slugs[::-1]
    assert text_of(page.find(".//h1")) == f"Comparer 4 {plural}"
    assert page.find(".//form[@class='ajout']") is None


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_unknown_repeated_and_fifth_ones_are_named_and_the_others_compared(compared, kind, slugs, plural):
    page = compared(kind, slugs[0], "inconnu", *slugs, "ccna" if plural == "certifications" else "cess")
    assert columns(page) == slugs
    assert ignored(page) == [
        "«\u00a0inconnu\u00a0»\u00a0: inconnu",
        f"«\u00a0{slugs[0]}\u00a0»\u00a0: demandé plusieurs fois",
        f"«\u00a0{'ccna' if plural == 'certifications' else 'cess'}\u00a0»\u00a0: 4 au plus",
    ]


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_without_any_the_page_says_how_to_choose(compared, kind, slugs, plural):
    page = compared(kind)
    assert page.find(".//table") is None
    assert text_of(page.find(".//h1")) == f"Comparer des {plural}"
    assert len(page.findall(".//form[@class='ajout']//option")) == (12 if plural == "certifications" else 29)


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_one_is_taken_away_or_added_by_a_link_or_a_form(compared, kind, slugs, plural):
    page = compared(kind, *slugs[:2], differences=1, unite="net-mois")
    removed = [link.get("href") for link in page.findall(".//a[@class='comparaison__retirer']")]
    assert removed == [address(*kind, slug, differences=1, unite="net-mois") for slug in slugs[1::-1]]
    fields = page.findall(".//form[@class='ajout']/input")
    assert [(field.get("name"), field.get("value")) for field in fields] == [
        (kind[1], slugs[0]),
        (kind[1], slugs[1]),
        ("differences", "1"),
        ("unite", "net-mois"),
    ]
    for link in page.findall(".//a[@class='puce']"):
        assert link.get("href").startswith(f"{kind[0]}?{kind[1]}={slugs[0]}&{kind[1]}={slugs[1]}&")


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
@pytest.mark.parametrize("model", [Formation, Certification])
def test_a_draft_is_unknown(compared, kind, slugs, plural, model):
    model.objects.filter(slug=slugs[1]).update(etat="brouillon")
    page = compared(kind, slugs[0], slugs[1])
    known = (model is Formation) == (plural == "certifications")
    assert columns(page) == (slugs[:2] if known else slugs[:1])


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_as_many_queries_for_one_as_for_three(
    client, django_assert_num_queries, kind, slugs, plural, count
):
    with django_assert_num_queries(8 if plural == "formations" else 5):
        client.get(address(*kind, *slugs[::-1][:count]))


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_four_weigh_at_most_thirty_kilobytes(client, kind, slugs, plural):
    assert len(gzip.compress(client.get(address(*kind, *slugs)).content)) <= 30 * 1024


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_a_menu_of_hundreds_yields_to_the_list(compared, monkeypatch, kind, slugs, plural):
    monkeypatch.setattr("core.comparison_page.MAX_OPTIONS", 3)
    page = compared(kind, slugs[0])
    assert page.find(".//form[@class='ajout']") is None
    (link,) = [link for link in page.findall(".//main//a") if words(link).startswith("Choisir dans la liste")]
    assert link.get("href") == f"/{plural}/?{kind[1]}={slugs[0]}"


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_the_list_adds_to_what_its_address_keeps(client, kind, slugs, plural):
    page = parse(client.get(f"/{plural}/?{kind[1]}={slugs[0]}"))
    links = [link.get("href") for link in page.findall(".//main//a") if words(link).startswith("Comparer ")]
    assert address(*kind, slugs[0], slugs[1]) in links
    assert address(*kind, slugs[0]) in links


@pytest.mark.parametrize(("kind", "slugs", "plural"), KINDS)
def test_the_page_of_each_leads_to_its_comparison(client, kind, slugs, plural):
    page = parse(client.get(f"/{plural}/{slugs[0]}/"))
    (link,) = [link for link in page.findall(".//main//header//a") if words(link) == "Comparer"]
    assert link.get("href") == address(*kind, slugs[0])


# --- Formations


def test_formations_say_what_their_pages_say(compared):
    page = compared(FORMATIONS, *FOUR[1:3])
    assert cells(page, "Intitulé complet") == ["BTS Systèmes numériques", "Master en sciences informatiques"]
    assert cells(page, "Type de diplôme") == ["BTS", "master"]
    assert cells(page, "Niveau") == [
        "Bac\u00a0+\u00a02 niveau européen 5",
        "Master niveau européen 7",
    ]
    assert cells(page, "Années après le bac") == ["2\u00a0ans", "5\u00a0ans"]
    assert cells(page, "Durée") == ["2\u00a0ans", "2\u00a0ans"]
    assert cells(page, "Pays") == ["France", "Belgique"]
    assert cells(page, "En vigueur") == ["non remplacé par BTS CIEL", "oui"]
    assert cells(page, "Coût") == ["Non renseigné", "Non renseigné"]
    assert cells(page, "Établissements")[1] == (
        "Bruxelles\u00a0: ULB Liège\u00a0: ULiège Louvain-la-Neuve\u00a0: UCLouvain Namur\u00a0: UNamur"
    )
    assert cells(page, "Métiers") == [
        "technicien de maintenance informatique voie classique",
        "architecte cloud voie classique",
    ]
    assert cells(page, "Sources") == [
        "Sup de Vinci non daté Connaissance générale non daté Réforme CIEL non daté",
        "Guide belge, 2025 Connaissance générale non daté",
    ]


def test_a_school_whose_town_no_source_gives_says_so(compared):
    page = compared(FORMATIONS, "bachelor-systemes-et-reseaux")
    assert cells(page, "Établissements") == ["ville non renseignée\u00a0: Sup de Vinci"]
    assert cells(page, "Modalités") == ["alternance"]


def test_the_same_level_in_two_countries_does_not_differ(compared):
    pair = ("diplome-ingenieur-ensisa", "master-sciences-informatiques")
    assert "Niveau" in labels(compared(FORMATIONS, *pair))
    assert "Niveau" not in labels(compared(FORMATIONS, *pair, differences=1))


def test_a_successor_that_is_a_draft_is_not_named(compared):
    Formation.objects.filter(slug="bts-ciel").update(etat="brouillon")
    assert cells(compared(FORMATIONS, "bts-systemes-numeriques"), "En vigueur") == ["non"]


def test_a_formation_leads_to_published_metiers_only(compared):
    (link,) = Formation.objects.get(slug="bts-sio").metiers.all()
    type(link.metier).objects.filter(pk=link.metier_id).update(etat="brouillon")
    assert cells(compared(FORMATIONS, "bts-sio"), "Métiers") == ["Non renseigné"]


def test_the_closest_formations_lead_to_the_same_metier_or_are_of_the_same_kind(compared):
    assert closest(compared(FORMATIONS, "mastere-specialise-cloud-computing-saas")) == [
        "IMT Mines Alès, informatique et réseaux",
        "ENSISA, informatique et réseaux",
        "ESAIP, informatique et réseaux",
        "Diplôme d’ingénieur, spécialité informatique et réseaux",
        "Master mention informatique, parcours Cloud computing & mobility",
        "Master mention informatique, spécialité cloud computing ou systèmes distribués",
    ]
    # Nobody is led to by it any more: only the other one of its level and type is left.
    Formation.objects.get(slug="licence-professionnelle").metiers.all().delete()
    assert closest(compared(FORMATIONS, "licence-professionnelle")) == []


# --- Certifications


def test_certifications_say_what_their_pages_say_in_their_own_currency(compared):
    page = compared(CERTIFICATIONS, "cka", "rhcsa")
    assert notes(page) == ["Les montants restent dans la monnaie de la source\u00a0: rien n’est converti."]
    assert cells(page, "Organisme") == ["Cloud Native Computing Foundation", "Red Hat"]
    assert cells(page, "Niveau de l’examen") == ["avancé", "entrée"]
    assert cells(page, "Coût de l’examen") == ["300\u00a0$", "400\u00a0€"]
    assert cells(page, "Préparation") == ["3 à 4\u00a0mois", "3\u00a0mois"]
    assert cells(page, "Validité") == ["3 ans voir «\u00a0Bon à savoir\u00a0»"] * 2
    assert cells(page, "Dans un parcours") == [
        "Apprendre le cloud souverain\u00a0: Architecture cloud native",
        "Faire carrière dans le cloud\u00a0: La première année",
    ]


def test_a_validity_that_a_note_corrects_differs_from_one_that_holds(compared):
    page = compared(CERTIFICATIONS, "cka", "rhcsa", differences=1)
    assert "Validité" in labels(page)
    corrected, holds = cells(page, "Bon à savoir")
    assert "vaut 24 mois, et non plus 3 ans" in corrected
    assert "La validité n’a pas changé" in holds


def test_a_certification_names_the_metiers_that_ask_for_it_and_how(compared):
    page = compared(CERTIFICATIONS, "ccna", "certifications-aws-azure-gcp")
    assert cells(page, "Métiers qui la demandent") == [
        "technicien de maintenance informatique recommandée",
        "architecte cloud souvent exigée",
    ]
    assert cells(page, "Coût de l’examen") == ["Non renseigné", "Non renseigné"]


def test_the_closest_certifications_share_a_metier_or_the_body_that_awards_them(compared):
    assert closest(compared(CERTIFICATIONS, "cka")) == ["KCSA"]
    assert closest(compared(CERTIFICATIONS, "ccna")) == ["Certification Microsoft", "CompTIA A+", "ITIL"]
    # No body is known of it: that alone brings it close to no other.
    assert closest(compared(CERTIFICATIONS, "certifications-aws-azure-gcp")) == [
        "AWS Certified Solutions Architect",
        "Azure Solutions Architect Expert",
        "Cloud Practitioner",
    ]
