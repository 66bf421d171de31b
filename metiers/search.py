"""Finding métiers and guides by name."""

from core.niveaux import Niveau
from core.search.base import Document
from metiers.models import Guide, Metier


def metier_documents():
    """Return a `Document` per published métier, found by either gender and by any usual name: 1 query."""
    rows = Metier.objects.published().order_by("nom_masculin", "appellations__ordre")
    fields = ("slug", "nom_masculin", "nom_feminin", "accroche", "niveau_acces", "pays", "ampleur")
    names = {}
    for *metier, masculin, feminin in rows.values_list(
        *fields, "appellations__masculin", "appellations__feminin"
    ):
        names.setdefault(tuple(metier), []).extend(filter(None, (masculin, feminin)))
    return [metier_document(*metier, found) for metier, found in names.items()]


def metier_document(slug, masculin, feminin, accroche, niveau, pays, ampleur, names):
    """Return the `Document` of one métier; the usual names come after its feminine one."""
    return Document(
        route="metiers:metier",
        slug=slug,
        titre=masculin if masculin == feminin else f"{masculin} / {feminin}",
        noms=(masculin, feminin, *names),
        resume=accroche,
        niveau=niveau,
        niveau_label="" if niveau is None else Niveau(niveau).label_in(pays),
        is_minor=ampleur == Metier.Ampleur.MENTION,
    )


def guide_documents():
    """Return a `Document` per published guide: 1 query."""
    rows = Guide.objects.published().order_by("ordre").values_list("slug", "titre", "accroche", "theme")
    return [
        Document("metiers:guide", slug, titre, (Guide.Theme(theme).label,), accroche)
        for slug, titre, accroche, theme in rows
    ]
