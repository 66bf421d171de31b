"""What a list owes to public data is said below it: title, edition, licence."""

import pytest

from core.models import Source
from tests.page import Page

LISTS = ["/metiers/", "/formations/", "/certifications/", "/salaires/"]

pytestmark = pytest.mark.django_db


def said(client, address):
    return [text for text in Page(client.get(address)).texts(".//p") if text.startswith("Données publiques")]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_names_the_public_data_of_its_page_with_their_edition_and_licence(client, address):
    Source.objects.update(licence="")
    assert said(client, address) == []
    source = Source.objects.create(
        slug="donnees", titre="Jeu de données", libelle_court="Données", licence="ODbL 1.0"
    )
    row = client.get(address).context["object_list"][0]
    row.source = source
    row.save()
    assert said(client, address) == [
        "Données publiques reprises sur cette page\u00a0: Jeu de données (non daté, licence\u00a0ODbL 1.0)."
    ]
