"""The measure of the pages at the size of a country: what it asks, never how long it takes."""

import pytest

from benchmarks.scale import IMPORTS, beside, file_of
from benchmarks.scale_pages import PAGES
from core.importing import registry


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_it_asks_of_the_guides_own_content_is_there(client, page):
    assert client.get(page.small).status_code == 200


def test_every_kind_of_import_is_in_the_large_database():
    assert set(registry.kinds()) <= set(IMPORTS)


@pytest.mark.parametrize(
    ("address", "small"),
    [
        ("sqlite:////data/db.sqlite3", "sqlite:////data/db_five.sqlite3"),
        ("postgres://me@host:5432/guide", "postgres://me@host:5432/guide_five"),
        (
            "postgres://me@host:5432/guide?sslmode=require",
            "postgres://me@host:5432/guide_five?sslmode=require",
        ),
    ],
)
def test_its_databases_stand_beside_the_one_that_is_named_and_never_in_its_place(address, small):
    assert beside(address, "five") == small


def test_the_last_edition_of_a_file_is_read_wherever_it_stands(tmp_path):
    (tmp_path / "onisep").mkdir()
    for name in ("RefRomeCsv_v459.zip", "RefRomeCsv_v460.zip"):
        (tmp_path / "onisep" / name).touch()
    assert file_of("rome", tmp_path) == tmp_path / "onisep" / "RefRomeCsv_v460.zip"
    assert file_of("certifications", tmp_path) is None
