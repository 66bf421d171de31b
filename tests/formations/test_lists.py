"""The lists of formations and of certifications: what a visitor filters, sorts and downloads."""

import gzip

import pytest

from formations.models import Certification, Formation
from tests.page import Page, download, parse, words

pytestmark = pytest.mark.django_db

ENGINEERS = ["diplome-ingenieur-ensisa", "diplome-ingenieur-imt-mines-ales", "diplome-ingenieur-esaip"]
EXAMS = ["cka", "kcsa", "lfcs"]


def publish_only(model, slugs):
    model.objects.exclude(slug__in=slugs).update(etat=model.Etat.ARCHIVE)


def found(answer):
    """Return the slugs of what a list shows, in order."""
    links = parse(answer).findall(".//main//article//h3/a") or parse(answer).findall(".//tbody/tr/th/a")
    return [link.get("href").split("/")[2] for link in links]


def heading(answer):
    return words(parse(answer).find(".//div[@class='liste__tete']/h2"))


def ignored(answer):
    return Page(answer).texts(".//main//div[@role='status']//li")


# --- Both lists ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "answered"),
    [
        ("/formations/", "29 formations trouvées"),
        ("/formations/?type=dut", "1 formation trouvée"),
        ("/formations/?type=dut&pays=belgique", "0 formation trouvée"),
        ("/formations/?duree=2-ans&metier=technicien-cloud&pays=france", "3 formations trouvées"),
        ("/formations/?modalite=alternance&modalite=en-ligne", "2 formations trouvées"),
        ("/certifications/", "12 certifications trouvées"),
        ("/certifications/?cout=200-a-400-dollars&palier=entree", "2 certifications trouvées"),
        ("/certifications/?organisme=red-hat", "1 certification trouvée"),
        ("/certifications/?organisme=red-hat&cout=moins-de-200-euros", "0 certification trouvée"),
    ],
)
def test_a_list_counts_what_it_found(client, path, answered):
    answer = client.get(path)
    assert (heading(answer), len(found(answer))) == (answered, min(24, int(answered.split()[0])))


@pytest.mark.parametrize(
    ("path", "links"),
    [
        (
            "/formations/?niveau=bac-5&pays=belgique&duree=2-ans&tri=nom",
            [
                ("Retirer\u00a0: Bac + 5", "/formations/?pays=belgique&duree=2-ans&tri=nom"),
                ("Retirer\u00a0: Belgique", "/formations/?niveau=bac-5&duree=2-ans&tri=nom"),
                ("Retirer\u00a0: Jusqu’à 2\u00a0ans", "/formations/?niveau=bac-5&pays=belgique&tri=nom"),
                ("Tout effacer", "/formations/?tri=nom"),
            ],
        ),
        (
            "/certifications/?cout=des-400-euros&validite=2-ans",
            [
                ("Retirer\u00a0: 400\u00a0€ et plus", "/certifications/?validite=2-ans"),
                ("Retirer\u00a0: Au moins 2\u00a0ans", "/certifications/?cout=des-400-euros"),
                ("Tout effacer", "/certifications/"),
            ],
        ),
    ],
)
def test_the_active_filters_can_be_removed_one_by_one(client, path, links):
    assert Page(client.get(path)).links(".//ul[@class='filtres-actifs']") == links


@pytest.mark.parametrize("path", ["/formations/", "/certifications/"])
def test_values_that_mean_nothing_are_named_and_the_whole_list_shown(client, path):
    answer = client.get(f"{path}?pays=42&palier=42&tri=hasard&format=xls&couleur=bleu&page=deux")
    facet = {"/formations/": "Pays", "/certifications/": "Palier"}[path]
    assert ignored(answer) == [
        f"{facet}\u00a0: «\u00a042\u00a0»",
        "Tri\u00a0: «\u00a0hasard\u00a0»",
        "Format\u00a0: «\u00a0xls\u00a0»",
        "Page\u00a0: «\u00a0deux\u00a0»",
    ]
    assert heading(answer) == heading(client.get(path))


def test_an_empty_list_says_which_filter_to_drop(client):
    page = Page(client.get("/formations/?type=dut&pays=belgique"))
    assert page.text(".//ul[@class='liste-simple']") == (
        "sans «\u00a0Type de diplôme\u00a0»\u00a0: 6 formations sans «\u00a0Pays\u00a0»\u00a0: 1 formation "
        "tout effacer"
    )


def test_an_empty_guide_blames_no_choice(client):
    publish_only(Certification, [])
    assert Page(client.get("/certifications/")).texts(".//div[@class='panneau']") == [
        "Aucune certification pour l’instant."
    ]


@pytest.mark.parametrize("path", ["/formations/", "/certifications/"])
def test_a_long_list_stands_on_pages_of_twenty_four_that_keep_the_choices(client, path):
    model = {"/formations/": Formation, "/certifications/": Certification}[path]
    row = model.objects.filter(pk__in=model.objects.published()).first()
    for number in range(30):
        row.pk, row.slug = None, f"essai-{number}"
        row.onisep_id = row.code_rncp = None
        row.save()
    answer = client.get(f"{path}?tri=nom&page=2")
    total = model.objects.published().count()
    assert len(found(answer)) == min(24, total - 24)
    pages = dict(Page(answer).links(".//nav[@class='pagination']"))
    assert (pages["Précédente"], pages["Page 1"]) == (f"{path}?tri=nom", f"{path}?tri=nom")
    assert len(download(client, f"{path}?tri=nom&page=2&format=csv")) == total


def test_a_page_beyond_the_end_shows_the_last_one(client):
    answer = client.get("/formations/?page=99&tri=nom")
    assert (len(found(answer)), ignored(answer)) == (5, ["Page\u00a0: «\u00a099\u00a0»"])


@pytest.mark.parametrize("path", ["/formations/", "/certifications/"])
def test_a_list_weighs_at_most_thirty_kilobytes(client, path):
    assert len(gzip.compress(client.get(path).content)) <= 30 * 1024


@pytest.mark.parametrize(
    ("path", "model", "slugs", "queries"),
    [
        ("/formations/", Formation, ENGINEERS[:1], 6),
        ("/formations/", Formation, ENGINEERS, 6),
        ("/certifications/", Certification, EXAMS[:1], 4),
        ("/certifications/", Certification, EXAMS, 4),
    ],
)
def test_a_list_costs_as_many_queries_for_one_as_for_three(
    client, django_assert_num_queries, path, model, slugs, queries
):
    publish_only(model, slugs)
    with django_assert_num_queries(queries):
        assert len(found(client.get(path))) == len(slugs)
    # The métiers put aside are one more.
    with django_assert_num_queries(queries + 1):
        client.get(f"{path}?m=technicien-cloud&unite=net-mois&mon_niveau=bac")


# --- Formations ---------------------------------------------------------------------------------


def test_former_diplomas_can_be_listed_alone(client):
    assert found(client.get("/formations/?vigueur=non")) == [
        "bep-bureautique",
        "bac-pro-systemes-numeriques",
        "bts-systemes-numeriques",
        "dut-informatique",
    ]


def test_a_row_says_what_the_formation_leads_to_and_what_replaced_it(client):
    page = Page(client.get("/formations/?vigueur=non&type=dut"))
    assert page.texts(".//article") == [
        "DUT informatique Bac\u00a0+\u00a02 DUT Ancien diplôme, remplacé par BUT Informatique "
        "Mène à technicien cloud Source\u00a0: Article technicien cloud, 2026 Comparer DUT informatique"
    ]


def test_of_a_long_facet_what_brings_least_is_folded_unless_it_is_chosen(client):
    facets = {words(f.find("legend")): f for f in parse(client.get("/formations/")).iter("fieldset")}
    folded = facets["Type de diplôme"].find("details")
    assert words(folded.find("summary")) == "33 autres valeurs de «\u00a0Type de diplôme\u00a0»"
    labels = [words(label) for label in folded.iter("label")]
    assert "open" not in folded.attrib
    assert [label for label in labels if not label.endswith(" 0")] == [
        "Secondaire supérieur 1",
        "DUT 1",
        "Licence professionnelle 1",
        "Bachelor 1",
        "Mastère spécialisé 1",
        "Formation continue 1",
        "Dispositif d’accès 1",
    ]
    greyed = [label for label in folded.iter("label") if "facette__valeur--vide" in label.get("class")]
    assert [words(label) for label in greyed] == [label for label in labels if label.endswith(" 0")]
    chosen = parse(client.get("/formations/?type=dispositif")).findall(".//fieldset/details")
    assert ["open" in part.attrib for part in chosen] == [True]
    assert facets["Pays"].find("details") is None


def test_the_file_of_formations_gives_each_with_its_metiers_and_its_source(client):
    (row,) = download(client, "/formations/?format=csv&type=but&metier=technicien-cloud")
    assert row == {
        "intitulé": "BUT Informatique",
        "sigle": "",
        "identifiant": "but-informatique",
        "type de diplôme": "BUT",
        "niveau": "Bac + 3",
        "niveau européen": "6",
        "années après le bac": "3",
        "durée, en années": "3,0",
        "pays": "France",
        "en vigueur": "oui",
        "remplacée par": "",
        "modalités": "",
        "établissements": "",
        "métiers visés": "technicien cloud | technicien de maintenance informatique",
        "code RNCP": "",
        "identifiant ONISEP": "",
        "vérifié le": "2026-11-21",
        "source": "Sup de Vinci, article sur le technicien de maintenance informatique",
        "éditeur": "Sup de Vinci",
        "date de la source": "non daté",
        "licence de la ligne": "CC BY 4.0",
        "page": "http://testserver/formations/but-informatique/",
    }


@pytest.mark.parametrize("query", ["tri=nom&pays=france", "niveau=bac&tri=duree", "vigueur=non"])
def test_the_file_holds_what_the_page_shows_in_its_order(client, query):
    rows = download(client, f"/formations/?{query}&format=csv")
    assert [row["identifiant"] for row in rows][:24] == found(client.get(f"/formations/?{query}"))


# --- Certifications -----------------------------------------------------------------------------


def test_certifications_stand_side_by_side_in_a_table(client):
    page = Page(client.get("/certifications/"))
    rows = page.texts(".//tbody/tr")
    assert len(rows) == 12
    assert rows[4] == (
        "CKACertified Kubernetes Administrator Source\u00a0: Guide cloud souverain "
        "Comparer Certified Kubernetes Administrator (CKA) CNCF avancé 300\u00a0$ 3 à 4\u00a0mois "
        "3 ans voir la note"
    )
    assert page.texts(".//thead//th") == [
        "Certification",
        "Organisme",
        "Niveau",
        "Coût",
        "Préparation",
        "Validité",
    ]


@pytest.mark.parametrize(
    ("order", "slugs"),
    [
        ("cout", ["rhcsa", "kcsa", "cka", "lfcs"]),
        ("preparation", ["kcsa", "lfcs", "rhcsa", "cka"]),
        ("validite", ["cka", "kcsa", "lfcs", "rhcsa"]),
    ],
)
def test_they_stand_in_the_order_asked_for_the_unknown_last(client, order, slugs):
    assert found(client.get(f"/certifications/?tri={order}"))[:4] == slugs


def test_the_file_of_certifications_gives_amounts_in_their_own_currency(client):
    (row,) = download(client, "/certifications/?format=csv&cout=200-a-400-dollars&palier=avance")
    note = row.pop("note de la rédaction")
    assert note.startswith("Coût et validité sont ceux du guide")
    assert row == {
        "nom": "Certified Kubernetes Administrator",
        "sigle": "CKA",
        "autre nom": "",
        "identifiant": "cka",
        "organisme": "CNCF",
        "palier": "avancé",
        "coût": "300,00",
        "devise": "USD",
        "préparation minimum, en mois": "3",
        "préparation maximum, en mois": "4",
        "validité, en mois": "36",
        "vérifié le": "2026-11-21",
        "source": "Guide de carrière dans le cloud souverain",
        "éditeur": "",
        "date de la source": "non daté",
        "licence de la ligne": "CC BY 4.0",
        "page": "http://testserver/certifications/cka/",
    }
