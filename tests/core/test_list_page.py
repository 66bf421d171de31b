"""What every list of the guide has in common: a state is an address, and no address breaks it."""

from urllib.parse import parse_qsl

import pytest
from django.db.models.expressions import BaseExpression
from django.utils.http import urlencode

from tests.page import Page, download, parse, words

pytestmark = pytest.mark.django_db
LISTS = ["/metiers/", "/salaires/", "/formations/", "/certifications/"]
# A state of each: choices of several facets, an order, what the reader carries along.
STATES = [
    "/metiers/?unite=net-mois&m=technicien-cloud&tri=salaire&mon_niveau=bac&niveau=bac-2&niveau=bac-5"
    "&domaine=cloud-et-infrastructures&salaire=20000&pays=france",
    "/metiers/?mon_niveau=cap&source=onisep-met-228&certification=aws-certified-solutions-architect",
    "/salaires/?unite=brut-mois&tri=annee&pays=france&experience=debutant&experience=senior&fiabilite=estime"
    "&verification=a-reverifier",
    "/formations/?tri=duree&niveau=bac-5&type=master&pays=france&duree=5-ans&vigueur=oui"
    "&metier=technicien-cloud",
    "/certifications/?tri=cout&organisme=cncf&cout=200-a-400-dollars&preparation=6-mois&validite=1-an"
    "&palier=entree&palier=avance",
]
NONSENSE = [
    '"',
    "*",
    "AND",
    "c++",
    "l'école",
    "' OR 1=1 --",
    "   ",
    "👩\u200d🎓",
    "\u202eكلية",
    "%00",
    "a" * 100,
    "../../etc/passwd",
    "<script>alert(1)</script>",
]
each_list = pytest.mark.parametrize("path", LISTS)


def heading(answer):
    return words(parse(answer).find(".//div[@class='liste__tete']/h2"))


def params(path, client):
    """Return the parameters of the facets of a list."""
    fields = parse(client.get(path)).iterfind(".//fieldset//input")
    return sorted({field.get("name") for field in fields})


def sent(answer):
    """Return the (name, value) pairs that the filter form would send as it stands, empty ones left out."""
    form = parse(answer).find(".//div[@class='liste__filtres']/form")
    kept = [
        field for field in form.iter("input") if field.get("type") == "hidden" or "checked" in field.attrib
    ]
    last = {}
    # Of radio buttons of one name, the browser keeps the last that is checked.
    for field in kept:
        if field.get("type") == "radio":
            last[field.get("name")] = field
    kept = [field for field in kept if last.get(field.get("name"), field) is field]
    return [(field.get("name"), field.get("value")) for field in kept if field.get("value")]


@pytest.mark.parametrize("address", STATES)
def test_a_state_is_an_address_which_its_form_sends_again(client, address):
    answer = client.get(address)
    path, _, query = address.partition("?")
    assert sorted(sent(answer)) == sorted(parse_qsl(query))
    again = client.get(f"{path}?{urlencode(sent(answer))}")
    assert again.content.count(b"checked") == answer.content.count(b"checked")
    assert heading(again) == heading(answer)
    assert Page(answer).texts(".//main//div[@role='status']") == []


@pytest.mark.parametrize("address", STATES)
def test_each_choice_in_force_can_be_taken_back_alone(client, address):
    path, _, query = address.partition("?")
    links = Page(client.get(address)).links(".//ul[@class='filtres-actifs']")
    names = params(path, client)
    choices = [pair for pair in parse_qsl(query) if pair[0] in names]
    assert sorted(sorted(parse_qsl(url.partition("?")[2])) for _, url in links[:-1]) == sorted(
        sorted(pair for pair in parse_qsl(query) if pair != dropped) for dropped in choices
    )
    assert links[-1][0] == "Tout effacer"
    assert parse_qsl(links[-1][1].partition("?")[2]) == [
        pair for pair in parse_qsl(query) if pair not in choices
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            STATES[1],
            "Mon niveau\u00a0: CAP Source\u00a0: ONISEP "
            "Certification demandée\u00a0: AWS Certified Solutions Architect",
        ),
        (
            "/salaires/?experience=debutant&experience=senior&pays=france",
            "Pays\u00a0: France Expérience\u00a0: Débutant ou Senior",
        ),
        ("/formations/?duree=2-ans&pays=belgique", "Pays\u00a0: Belgique Durée\u00a0: Jusqu’à 2\u00a0ans"),
        ("/certifications/?palier=entree", "Palier\u00a0: Entrée"),
    ],
)
def test_on_paper_the_choices_in_force_are_said(client, address, said):
    assert Page(client.get(address)).text(".//dl[@class='sur-papier']") == said


@pytest.mark.parametrize(
    ("address", "most"),
    [
        # Choices of eight facets.
        (
            "/metiers/?mon_niveau=bac&niveau=bac-2&domaine=cloud-et-infrastructures&salaire=20000&pays=france"
            "&interet=je-suis-accro-au-numerique&statut=salarie&palier=entree",
            8000,
        ),
        ("/salaires/?pays=france&niveau=bac-2&experience=debutant&fiabilite=estime", 1000),
        ("/formations/?niveau=bac-2&pays=france&type=bts&vigueur=oui&duree=2-ans", 2000),
    ],
)
def test_choices_of_many_facets_are_not_copied_for_one_another(client, monkeypatch, address, most):
    copied, copy = [], BaseExpression.copy
    client.get(address)
    monkeypatch.setattr(BaseExpression, "copy", lambda self: copied.append(self) or copy(self))
    assert client.get(address).status_code == 200
    # It was 94,000 on the first, a second and a half, when each facet copied what all of them look up.
    assert len(copied) <= most


@each_list
@pytest.mark.parametrize("value", NONSENSE, ids=range(len(NONSENSE)))
def test_what_means_nothing_in_any_facet_is_named_and_filters_nothing(client, path, value):
    asked = dict.fromkeys([*params(path, client), "tri", "page", "format", "unite", "m"], value)
    answer = client.get(path, asked)
    assert (answer.status_code, heading(answer)) == (200, heading(client.get(path)))
    facets = len(params(path, client))
    named = Page(answer).texts(".//main//div[@role='status']//li")
    assert len(named) >= facets
    assert all(value[:80].strip() in said for said in named)


@each_list
@pytest.mark.parametrize(
    ("query", "status"), [("pays=%00", 400), ("niveau=" + "é" * 10_000, 400), ("pays", 200), ("&&&=&", 200)]
)
def test_an_address_that_no_form_makes_gets_an_answer(client, path, query, status):
    answer = client.get(f"{path}?{query}")
    assert (answer.status_code, Page(answer).errors) == (status, [])


@each_list
def test_a_parameter_that_is_repeated_counts_once(client, path):
    (name, value), *_ = sent(
        client.get({"/certifications/": f"{path}?palier=entree"}.get(path, f"{path}?pays=france"))
    )
    once, often = (client.get(f"{path}?{urlencode([(name, value)] * times)}") for times in (1, 200))
    assert heading(often) == heading(once)
    assert len(Page(often).links(".//ul[@class='filtres-actifs']")) == 2


@each_list
def test_the_file_of_nothing_has_its_columns_alone(client, path):
    query = "palier=expert&organisme=red-hat" if path == "/certifications/" else "niveau=bac-8&pays=belgique"
    assert heading(client.get(f"{path}?{query}")).startswith("0 ")
    assert download(client, f"{path}?{query}&format=csv") == []
