"""What leads to and from a formation or a certification, reached by related names: the métiers stand on
the floor above and are never imported here."""


def published(pages):
    """Return the published ones among the pages, as a list."""
    return [page for page in pages if page.is_published]


def published_metiers(page):
    """Return the published métiers of a formation whose `metiers__metier` are prefetched."""
    return published(row.metier for row in page.metiers.all())


def metiers_of(page):
    """Return the rows (with role, precision, source) that tie a formation or certification to a
    published métier: 1 query."""
    rows = page.metiers.select_related("metier", "source").order_by("metier__cle_nom")
    return [row for row in rows if row.metier.is_published]


def etapes_of(page):
    """Return the steps of published roadmaps that use a formation or certification: 1 query."""
    rows = page.etapes.select_related("parcours", "source").order_by("parcours__titre", "ordre")
    return [row for row in rows if row.parcours.is_published]
