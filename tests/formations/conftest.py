"""What tests of formations share."""

from decimal import Decimal

import pytest

from core.models import Organisation, Source
from formations.models import Certification, DomaineEtudes, Formation, Modalite

METIER = Formation.metiers.rel.related_model._meta.get_field("metier").related_model
LENGTHS = [None, "0.1", "0.5", "0.6", "1", "1.5", "2", "2.5", "3", "4", "5", "6.5"]


@pytest.fixture
def formations(db):
    """Two dozen formations beside the real ones, where a join would count some of them several times."""
    source = Source.objects.get(slug="connaissance-generale")
    metiers = list(METIER.objects.published().order_by("pk")[:3])
    draft = METIER.objects.create(
        slug="essai", nom_masculin="essai", nom_feminin="essai", etat="brouillon", source=source
    )
    modalites = list(Modalite.objects.order_by("pk"))
    fields = [
        DomaineEtudes.objects.create(slug=f"champ-{number}", libelle=f"champ {number}", source=source)
        for number in range(3)
    ]
    for number in range(24):
        formation = Formation.objects.create(
            slug=f"essai-{number}",
            intitule=f"Essai {number}",
            type=["cap", "bts", "master"][number % 3],
            niveau=[3, 5, 7, None, 0][number % 5],
            pays=["FR", "BE"][number % 2],
            duree_annees=LENGTHS[number % 12] and Decimal(LENGTHS[number % 12]),
            en_vigueur=number % 4 > 0,
            etat="publie",
            source=source,
        )
        formation.modalites.set(modalites[: number % 4])
        formation.domaines.set(fields[: number % 5])
        for metier in [*metiers[: number % 4], draft]:
            formation.metiers.create(metier=metier, source=source)
    return Formation.objects.published()


@pytest.fixture
def certifications(db):
    """Two dozen certifications beside the real ones, at the edges of the bands."""
    source = Source.objects.get(slug="connaissance-generale")
    vendors = list(Organisation.objects.filter(certifications__isnull=False).distinct().order_by("pk")[:3])
    for number in range(24):
        cost = [None, 0, "199.99", 200, "399.99", 400, 1000][number % 7]
        low, high = [(None, None), (1, 1), (2, 4), (3, None), (6, 12), (None, 3), (12, 24)][number % 7]
        Certification.objects.create(
            slug=f"essai-{number}",
            nom=f"Essai {number}",
            organisme=[None, *vendors][number % 4],
            palier=["", "entree", "expert"][number % 3],
            cout=cost and Decimal(cost),
            devise="" if cost is None else ["EUR", "USD"][number % 2],
            preparation_min=low,
            preparation_max=high,
            validite=[None, 0, 11, 12, 24, 30, 36, 60][number % 8],
            etat="publie",
            source=source,
        )
    return Certification.objects.published()
