"""What the page of a métier costs: queries and bytes."""

import gzip

import pytest

from metiers.models import Metier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "queries"),
    [
        ("technicien-cloud", 15),
        ("architecte-cloud", 15),
        ("technicien-de-maintenance-informatique", 15),
        # Without formations there are no schools to ask for.
        ("ingenieur-cloud-souverain", 14),
    ],
)
def test_a_fiche_costs_fifteen_queries_short_or_long(client, django_assert_num_queries, slug, queries):
    client.get("/metiers/")
    with django_assert_num_queries(queries):
        client.get(f"/metiers/{slug}/")


def test_three_times_the_rows_cost_no_query_more(client, django_assert_num_queries):
    metier = Metier.objects.get(slug="technicien-cloud")
    for rows in (metier.points, metier.salaires, metier.questions, metier.chiffres):
        for row in [*rows.all(), *rows.all()]:
            row.pk = None
            row.save()
    with django_assert_num_queries(15):
        client.get("/metiers/technicien-cloud/")


def test_the_longest_fiche_weighs_at_most_thirty_kilobytes(client):
    sizes = {
        metier.slug: len(gzip.compress(client.get(metier.get_absolute_url()).content))
        for metier in Metier.objects.published().with_page()
    }
    assert max(sizes.values()) <= 30 * 1024, sizes
