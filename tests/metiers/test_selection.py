"""The métiers put aside to be compared: adding, taking away, and the tray that shows them on every page."""

import gzip

import pytest

from metiers.models import Metier
from tests.page import Page, text_of

pytestmark = pytest.mark.django_db
TECHNICIAN, ENGINEER, ARCHITECT = "technicien-cloud", "ingenieur-cloud-computing", "architecte-cloud"
FOUR = [TECHNICIAN, ENGINEER, ARCHITECT, "technicien-de-maintenance-informatique"]


def asking(*slugs):
    return "&".join(f"m={slug}" for slug in slugs)


def tray(page):
    """Return the (name, address) pairs of the links of the tray, None where it does not stand."""
    if page.tree.find(".//aside[@class='selection hors-papier']") is None:
        return None
    return page.links(".//aside[@aria-labelledby='selection-titre']")


def control(page, slug):
    """Return what stands in the place where that métier is put aside or taken back, and its address."""
    links = [link for link in page.tree.iter("a") if link.get("id") == f"choix-{slug}"]
    return [(text_of(link), link.get("href")) for link in links]


def test_the_tray_names_what_is_put_aside_and_takes_it_back(client):
    page = Page(client.get(f"/guides/?unite=net-mois&{asking(TECHNICIAN, ARCHITECT)}"))
    assert tray(page) == [
        ("Technicien cloud", f"/metiers/{TECHNICIAN}/?unite=net-mois&{asking(TECHNICIAN, ARCHITECT)}"),
        ("Retirer technicien cloud", f"/guides/?unite=net-mois&{asking(ARCHITECT)}"),
        ("Architecte cloud", f"/metiers/{ARCHITECT}/?unite=net-mois&{asking(TECHNICIAN, ARCHITECT)}"),
        ("Retirer architecte cloud", f"/guides/?unite=net-mois&{asking(TECHNICIAN)}"),
        ("Comparer (2)", f"/metiers/comparer/?{asking(TECHNICIAN, ARCHITECT)}&unite=net-mois"),
        ("Vider", "/guides/?unite=net-mois"),
    ]


@pytest.mark.parametrize(
    "path",
    ["/", "/metiers/", "/recherche/", "/formations/", "/sources/", "/metiers/inconnu/", "/nulle/part/"],
)
def test_the_tray_stands_on_every_public_page(client, path):
    assert len(tray(Page(client.get(f"{path}?{asking(TECHNICIAN)}")))) == 4


@pytest.mark.parametrize(
    "path",
    [
        "/metiers/",
        "/metiers/?m=",
        # Unknown, a mere mention, no slug at all.
        "/metiers/?m=inconnu&m=developpeur&m=a%20b&m=%F0%9F%98%80&m=%27",
        # The comparison is itself the selection.
        f"/metiers/comparer/?{asking(*FOUR)}",
    ],
)
def test_there_is_no_tray_where_nothing_can_be_put_back(client, path):
    assert tray(Page(client.get(path))) is None


def test_the_tray_leaves_mistakes_out_without_a_word(client):
    Metier.objects.filter(slug=ARCHITECT).update(etat=Metier.Etat.BROUILLON)
    asked = ["inconnu", TECHNICIAN, TECHNICIAN, ARCHITECT, ENGINEER]
    page = Page(client.get(f"/sources/?{asking(*asked)}"))
    assert [name for name, _ in tray(page)] == [
        "Technicien cloud",
        "Retirer technicien cloud",
        "Ingénieur cloud computing",
        "Retirer ingénieur cloud computing",
        "Comparer (2)",
        "Vider",
    ]


def chosen_comparison(path):
    unit = "&unite=net-mois" if "unite=" in path else ""
    return f"/metiers/comparer/?{asking(TECHNICIAN)}{unit}"


@pytest.mark.parametrize(
    "path",
    [
        "/metiers/?niveau=bac-2&tri=niveau",
        "/recherche/?q=technicien+cloud",
        f"/metiers/{TECHNICIAN}/?unite=net-mois",
    ],
)
def test_a_metier_is_put_aside_by_a_link_to_the_same_page(client, path):
    page = Page(client.get(path))
    ((name, address),) = control(page, TECHNICIAN)
    assert name.startswith("Ajouter à la comparaison technicien cloud")
    assert address == f"{path}&{asking(TECHNICIAN)}#metier-{TECHNICIAN}"
    assert [element.get("id") for element in page.tree.iter()].count(f"metier-{TECHNICIAN}") == 1

    chosen = Page(client.get(address.partition("#")[0]))
    ((name, address),) = control(chosen, TECHNICIAN)
    assert name.startswith("Retirer technicien cloud")
    assert address == f"{path}#metier-{TECHNICIAN}"
    assert ("Dans la comparaison", chosen_comparison(path)) in chosen.links()


def test_with_four_put_aside_no_other_can_be_added_and_the_page_says_so(client):
    page = Page(client.get(f"/metiers/?{asking(*FOUR)}"))
    assert control(page, "ingenieur-devops") == []
    assert page.texts(".//article[@id='metier-ingenieur-devops']//p[@class='choix note hors-papier']") == [
        "Quatre métiers au plus\u00a0: retirez-en un pour ajouter celui-ci."
    ]
    assert [len(control(page, slug)) for slug in FOUR] == [1, 1, 1, 1]


def test_what_cannot_be_compared_is_not_offered(client):
    page = Page(client.get("/metiers/developpeur/"))
    assert [link.get("id") for link in page.tree.iter("a") if "data-annonce" in link.attrib] == []
    found = Page(client.get("/recherche/?q=expert+cybersécurité+cloud"))
    assert [link.get("id") for link in found.tree.iter("a") if "data-annonce" in link.attrib] == []


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/metiers/", 8),
        (f"/metiers/{TECHNICIAN}/", 15),
        ("/recherche/?q=cloud", 3),
        ("/", 12),
        ("/formations/", 6),
        ("/recherche/", 0),
        ("/guides/", 1),
        ("/nulle/part/", 0),
    ],
)
def test_the_tray_costs_one_query_and_none_where_it_does_not_stand(
    client, django_assert_num_queries, path, queries
):
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)
    mark = "&" if "?" in path else "?"
    for slugs in ([TECHNICIAN], FOUR):
        with django_assert_num_queries(queries + 1):
            client.get(f"{path}{mark}{asking(*slugs)}")


def test_pages_stay_light_with_four_metiers_on_every_link(client):
    sizes = {
        path: len(gzip.compress(client.get(f"{path}?unite=net-mois&{asking(*FOUR)}").content))
        for path in (
            "/metiers/",
            *(metier.get_absolute_url() for metier in Metier.objects.published().with_page()),
        )
    }
    assert max(sizes.values()) <= 30 * 1024, sizes


@pytest.mark.parametrize("query", ["a&" * 4095, "m=x&" * 2047, asking(*(f"x{n}" for n in range(900)))])
def test_a_flood_of_parameters_is_no_error_and_goes_no_further(client, query):
    answer = client.get(f"/guides/?{query[:8190]}")
    assert answer.status_code == 200
    assert len(answer.content) < 60 * 1024
    assert client.get(f"/guides/?{query}{'a&' * 4096}").status_code == 400
