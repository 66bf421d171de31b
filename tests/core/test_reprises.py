"""What a page of names owes to public data is said below them: title, edition, licence."""

from datetime import date

import pytest

from core.citations import OWN_LICENCE
from core.models import Domaine, Source
from formations.models import DomaineEtudes, Formation
from metiers.models import Metier
from tests.page import Page

SAID = "Données publiques reprises sur cette page\u00a0: Jeu de données (juin 2024, licence\u00a0ODbL 1.0)."
LISTS = ["/metiers/", "/formations/", "/certifications/", "/salaires/"]

pytestmark = pytest.mark.django_db


def public_data():
    return Source.objects.create(
        slug="donnees",
        titre="Jeu de données",
        libelle_court="Données",
        licence="ODbL 1.0",
        date_publication=date(2024, 6, 1),
        precision_date="mois",
    )


def said(client, address):
    return [text for text in Page(client.get(address)).texts(".//p") if text.startswith("Données publiques")]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_names_the_public_data_of_its_page_with_their_edition_and_licence(client, address):
    Source.objects.update(licence="")
    assert said(client, address) == []
    row = client.get(address).context["object_list"][0]
    row.source = public_data()
    row.save()
    assert said(client, address) == [SAID]


@pytest.mark.parametrize("address", ["/metiers/parcourir/lettre/t/", "/recherche/?q=technicien+cloud"])
def test_names_alone_say_as_much(client, address):
    Source.objects.update(licence="")
    assert said(client, address) == []
    Metier.objects.filter(slug="technicien-cloud").update(source=public_data())
    assert said(client, address) == [SAID]


def test_the_ways_through_a_kind_say_whose_words_they_are_made_of(client):
    Source.objects.update(licence=OWN_LICENCE)
    assert said(client, "/metiers/parcourir/") == said(client, "/formations/parcourir/") == []
    data = public_data()
    Domaine.objects.update(source=data)
    field = DomaineEtudes.objects.create(slug="info", libelle="informatique", source=data)
    field.formations.add(Formation.objects.get(slug="bts-sio"))
    assert said(client, "/metiers/parcourir/") == said(client, "/formations/parcourir/") == [SAID]


def test_a_question_costs_no_more_for_it(client, django_assert_num_queries):
    Source.objects.update(licence="")
    Metier.objects.update(source=public_data())
    client.get("/recherche/?q=cloud")
    with django_assert_num_queries(3):
        assert said(client, "/recherche/?q=cloud") == [SAID]
