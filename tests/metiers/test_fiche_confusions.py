"""« À ne pas confondre » on the page of a métier: said from both ends, with what tells them apart."""

import pytest

from metiers.models import Metier, Relation
from tests.page import section, words

pytestmark = pytest.mark.django_db
CLOUD = {"technicien-cloud", "ingenieur-cloud-computing", "architecte-cloud"}
SUPPORT = {
    "technicien-de-maintenance-informatique",
    "technicien-support-informatique",
    "administrateur-systemes",
}
DEVOPS = {"architecte-cloud", "ingenieur-devops"}
NETWORKS = {"technicien-cloud", "technicien-reseaux"}


def pairs(group):
    return {frozenset((one, other)) for one in group for other in group if one != other}


def told(page):
    """Return [(address of the other métier, criterion, address of the comparison or None)] of a page."""
    lines = []
    for line in section(page, "confusions").findall("./ul/li"):
        links = [link for link in line.iter("a") if link.get("class") != "source"]
        name, *others = [words(link) for link in links]
        criterion = words(line).removeprefix(name).removesuffix(" ".join(others)).strip(" —")
        addresses = [link.get("href") for link in links]
        lines.append((addresses[0], criterion, addresses[1] if others else None))
    return lines


def test_the_pairs_are_those_of_the_sources():
    rows = Relation.objects.confusions()
    found = {frozenset((row.depuis.slug, row.vers.slug)) for row in rows}
    assert found == pairs(CLOUD) | pairs(SUPPORT) | pairs(DEVOPS) | pairs(NETWORKS)
    assert len(rows) == len(found)


def test_both_ends_of_each_pair_give_its_criterion_and_its_comparison(fiche):
    for relation in Relation.objects.confusions():
        for metier in (relation.depuis, relation.vers):
            other = relation.other_end(metier)
            expected = (other.get_absolute_url(), relation.critere, relation.comparison_url or None)
            lines = [(url, words_of(text), link) for url, text, link in told(fiche(metier.slug))]
            assert (expected[0], words_of(expected[1]), expected[2]) in lines


def words_of(text):
    """Return the words of a text, whatever spaces stand before its marks."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").split()


def test_a_pair_leads_to_its_comparison_unless_one_end_has_no_page(fiche):
    assert [(url, comparison) for url, _, comparison in told(fiche("technicien-cloud"))] == [
        (
            "/metiers/ingenieur-cloud-computing/",
            "/metiers/comparer/?m=technicien-cloud&m=ingenieur-cloud-computing",
        ),
        ("/metiers/architecte-cloud/", "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud"),
        ("/metiers/technicien-reseaux/", None),
    ]


@pytest.mark.parametrize("group", [CLOUD, SUPPORT])
def test_a_trio_is_compared_by_one_link_from_each_of_the_three(client, fiche, group):
    for slug in group:
        (link,) = section(fiche(slug), "confusions").findall("./p/a")
        compared = link.get("href").removeprefix("/metiers/comparer/?m=").split("&m=")
        assert compared[0] == slug
        assert set(compared) - {"ingenieur-devops"} == group
        assert words(link).startswith(f"Tous côte à côte\u00a0: {Metier.objects.get(slug=slug)}, ")
        assert client.get(link.get("href")).status_code == 200


def test_a_single_pair_has_no_link_but_its_own(fiche):
    assert section(fiche("ingenieur-devops"), "confusions").findall("./p") == []


def test_a_draft_is_neither_named_nor_compared(fiche):
    Metier.objects.filter(slug="architecte-cloud").update(etat=Metier.Etat.BROUILLON)
    page = fiche("technicien-cloud")
    assert [url for url, _, _ in told(page)] == [
        "/metiers/ingenieur-cloud-computing/",
        "/metiers/technicien-reseaux/",
    ]
    assert section(page, "confusions").findall("./p") == []
