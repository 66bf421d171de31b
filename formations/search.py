"""Finding formations, certifications and roadmaps by name."""

from core.niveaux import Niveau
from core.search.base import Document
from formations.models import Certification, Formation, Parcours


def formation_documents():
    """Return a `Document` per published formation: 1 query."""
    rows = Formation.objects.published().order_by("intitule")
    return [
        Document(
            "formations:formation",
            slug,
            intitule,
            (sigle,) if sigle else (),
            "" if en_vigueur else "Ancien diplôme",
            niveau,
            "" if niveau is None else Niveau(niveau).label_in(pays),
        )
        for slug, intitule, sigle, niveau, pays, en_vigueur in rows.values_list(
            "slug", "intitule", "sigle", "niveau", "pays", "en_vigueur"
        )
    ]


def certification_documents():
    """Return a `Document` per published certification: 1 query."""
    rows = Certification.objects.published().order_by("nom")
    return [
        Document(
            "formations:certification",
            slug,
            f"{nom} ({sigle})" if sigle else nom,
            tuple(filter(None, (autre_nom, organisme))),
            interet,
        )
        for slug, nom, sigle, autre_nom, organisme, interet in rows.values_list(
            "slug", "nom", "sigle", "autre_nom", "organisme__nom", "interet"
        )
    ]


def parcours_documents():
    """Return a `Document` per published roadmap: 1 query."""
    rows = Parcours.objects.published().order_by("titre").values_list("slug", "titre", "accroche")
    return [Document("formations:parcours", slug, titre, (), accroche) for slug, titre, accroche in rows]
