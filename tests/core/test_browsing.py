"""The ways through all the pages of a kind: fields, letters, levels, interests."""

import pytest

from core.choices import MOST_OFFERED
from core.models import Domaine, Source
from formations.models import DomaineEtudes, Formation
from metiers.models import CentreInteret, Metier
from tests.page import Page, plain

pytestmark = pytest.mark.django_db
METIERS, FORMATIONS = "/metiers/parcourir/", "/formations/parcourir/"


def source(slug):
    known = {"slug": slug, "titre": slug, "libelle_court": slug.upper(), "editeur": "France Travail"}
    return Source.objects.get_or_create(slug=slug, defaults=known)[0]


@pytest.fixture
def health():
    """Make a field of another publisher, its two parts, one of which holds nothing; return the other part."""
    top = Domaine.objects.create(slug="sante", nom="Santé", source=source("rome"))
    Domaine.objects.create(slug="vide", nom="Vide", parent=top, source=top.source)
    part = Domaine.objects.create(slug="soins", nom="Soins", parent=top, source=top.source)
    part.metiers.add(*Metier.objects.filter(slug__in=["technicien-cloud", "architecte-cloud"]))
    top.metiers.add(Metier.objects.get(slug="architecte-cloud"))
    return part


def section(page, code):
    return page.links(f".//section[@aria-labelledby='{code}']")


def links_of(client, address):
    return Page(client.get(address)).links()


def test_fields_are_a_tree_that_counts_a_metier_once(client, health):
    page = Page(client.get(METIERS))
    assert ("Tout «\u00a0Santé\u00a0»", f"{METIERS}domaine/sante/") in section(page, "domaine")
    assert "Filtrer ces métiers" not in page.text()


def test_a_name_and_its_count_are_two_words_for_those_who_hear_them(client, health):
    assert "Santé\u00a02" in Page(client.get(METIERS)).texts(
        ".//section[@aria-labelledby='domaine']//summary"
    )


def test_a_part_of_a_field_leads_back_to_it_and_to_the_filtered_list(client, health):
    page = Page(client.get(f"{METIERS}domaine/soins/"))
    assert page.links(".//nav[@class='fil']") == [
        ("Accueil", "/"),
        ("Métiers", "/metiers/"),
        ("Parcourir", METIERS),
        ("Santé", f"{METIERS}domaine/sante/"),
    ]
    assert ("Filtrer ces métiers", "/metiers/?domaine=soins") in page.links()
    assert "Domaine nommé par Source\u00a0: ROME" in page.text().replace("Source :", "Source\u00a0:")


def test_a_letter_holds_the_names_that_begin_so_accents_apart(client):
    Metier.objects.create(
        slug="eclairagiste",
        nom_masculin="éclairagiste",
        nom_feminin="éclairagiste",
        etat="publie",
        source=Source.objects.first(),
    )
    page = Page(client.get(f"{METIERS}lettre/e/"))
    assert page.links(".//section[@aria-labelledby='noms']") == [("Éclairagiste", "/metiers/eclairagiste/")]
    assert page.attributes(".//a[@aria-current='true']", "href") == ["/metiers/", f"{METIERS}lettre/e/"]


def test_letters_count_what_they_hold_and_empty_ones_are_no_links(client):
    page = Page(client.get(METIERS))
    letters = dict(section(page, "lettre"))
    total = sum(int(name.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ()")) for name in letters)
    assert total == Metier.objects.published().with_page().count() == 16
    assert "X (0)" in page.texts(".//section[@aria-labelledby='lettre']//li")
    assert "X (0)" not in letters


def test_drafts_and_mentions_are_neither_counted_nor_shown(client, health):
    Metier.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    Metier.objects.filter(slug="architecte-cloud").update(ampleur="mention")
    assert "Santé" not in Page(client.get(METIERS)).text()
    assert "Rien n’y est publié pour l’instant." in Page(client.get(f"{METIERS}domaine/sante/")).text()


def test_levels_interests_and_profiles_are_ways_in_too(client):
    Metier.objects.filter(slug="technicien-cloud").update(riasec="RC")
    page = Page(client.get(METIERS))
    assert section(page, "niveau")[0] == ("Bac (1)", f"{METIERS}niveau/bac/")
    assert section(page, "interet") == [
        ("Je suis accro au numérique", f"{METIERS}interet/accro-au-numerique/")
    ]
    assert section(page, "riasec") == [("Réaliste (1)", f"{METIERS}riasec/realiste/")]
    for code, shelf in (("niveau", "bac"), ("riasec", "realiste")):
        names = Page(client.get(f"{METIERS}{code}/{shelf}/")).links(".//section[@aria-labelledby='noms']")
        assert len(names) == 1


def test_interests_of_two_publishers_stand_apart(client):
    interest = CentreInteret.objects.create(
        slug="chiffres", libelle="J’aime les chiffres", source=source("rome")
    )
    interest.metiers.add(Metier.objects.get(slug="technicien-cloud"))
    headings = Page(client.get(METIERS)).texts(".//section[@aria-labelledby='interet']/h3")
    assert headings == ["Source\u00a0: France Travail", "Source\u00a0: ONISEP"]


def test_formations_have_the_same_ways_and_types_of_diplomas(client):
    field = DomaineEtudes.objects.create(slug="info", libelle="informatique", source=source("onisep"))
    field.formations.add(Formation.objects.get(slug="bts-sio"))
    page = Page(client.get(FORMATIONS))
    assert section(page, "domaine") == [("Informatique", f"{FORMATIONS}domaine/info/")]
    assert ("BTS", f"{FORMATIONS}type/bts/") in section(page, "type")
    names = links_of(client, f"{FORMATIONS}type/bts/")
    assert ("Filtrer ces formations", "/formations/?type=bts") in names
    assert ("BTS Services informatiques aux organisations", "/formations/bts-sio/") in names


def test_a_field_of_studies_leads_to_its_formations_filtered(client):
    field = DomaineEtudes.objects.create(slug="reseaux", libelle="réseaux", source=source("onisep"))
    field.formations.set(Formation.objects.filter(slug__in=["bts-sio", "but-informatique"]))
    (address,) = [
        address
        for name, address in Page(client.get(f"{FORMATIONS}domaine/reseaux/")).links()
        if name == "Filtrer ces formations"
    ]
    narrowed = Page(client.get(f"{address}&niveau=bac-2"))
    assert narrowed.text(".//div[@class='liste__tete']/h2") == "1 formation trouvée"
    assert ("Retirer\u00a0: Réseaux", "/formations/?niveau=bac-2") in narrowed.links()


def test_a_former_diploma_says_that_it_is_one(client):
    page = Page(client.get(f"{FORMATIONS}type/dut/"))
    lines = page.texts(".//section[@aria-labelledby='noms']//li/span")
    assert set(map(plain, lines)) == {"Bac + 2, ancien diplôme"}


@pytest.mark.parametrize(
    "address",
    ["x/y/", "lettre/aa/", "lettre/1/", "domaine/inconnu/", "niveau/bac-12/", "riasec/r/", "interet/rien/"],
)
def test_a_way_that_does_not_exist_is_a_page_that_is_not_found(client, address):
    assert client.get(METIERS + address).status_code == 404
    assert client.get(FORMATIONS + address).status_code == 404


def test_a_long_shelf_is_in_pages(client, monkeypatch):
    monkeypatch.setattr("core.browse_page.ShelfView.paginate_by", 2)
    page = Page(client.get(f"{METIERS}lettre/a/?page=2"))
    assert "page 2" in page.texts(".//title")[0]
    assert len(page.links(".//section[@aria-labelledby='noms']/ul[@class='rayons']")) == 2
    assert "Page\u00a0: «\u00a0x\u00a0»" in Page(client.get(f"{METIERS}lettre/a/?page=x")).text()


def test_what_a_reader_has_chosen_goes_along(client):
    links = links_of(client, f"{METIERS}lettre/a/?mon_niveau=bac")
    assert ("Architecte cloud", "/metiers/architecte-cloud/?mon_niveau=bac") in links


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        (METIERS, 10),
        (FORMATIONS, 8),
        (f"{METIERS}domaine/informatique-et-numerique/", 8),
        (f"{METIERS}domaine/cloud-et-infrastructures/", 5),
        (f"{METIERS}lettre/a/", 4),
        (f"{FORMATIONS}lettre/b/", 4),
        (f"{METIERS}interet/accro-au-numerique/", 4),
    ],
)
def test_queries_do_not_depend_on_how_much_there_is(
    client, django_assert_num_queries, address, queries, health
):
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("address", ["/metiers/", "/formations/", "/"])
def test_lists_home_and_foot_lead_there(client, address):
    page = Page(client.get(address))
    assert METIERS in [link for _, link in page.links(".//footer")]
    assert FORMATIONS in [link for _, link in page.links(".//footer")]
    assert any("/parcourir/" in link for _, link in page.links())


def test_a_way_that_leads_nowhere_is_not_shown(client):
    assert "Par profil RIASEC" not in Page(client.get(METIERS)).texts(".//h2")
    Metier.objects.filter(slug="technicien-cloud").update(riasec="RI")
    assert "Par profil RIASEC" in Page(client.get(METIERS)).texts(".//h2")


def test_a_facet_of_too_many_values_leads_to_all_the_ways_in(client):
    def leads():
        form = Page(client.get("/metiers/?unite=net-mois")).links(".//fieldset")
        return [link for link in form if "toutes les valeurs" in link[0]]

    assert leads() == []
    for number in range(MOST_OFFERED):
        Domaine.objects.create(slug=f"essai-{number}", nom=f"essai {number}", source=source("rome"))
    ((name, address),) = leads()
    assert (plain(name), address) == (
        "Parcourir toutes les valeurs de « Domaine »",
        "/metiers/parcourir/?unite=net-mois#domaine",
    )
    assert Page(client.get(address)).attributes(".//h2[@id='domaine']", "id") == ["domaine"]
