"""Search over the whole guide: 5 queries, one per kind of page."""

from dataclasses import dataclass

from core.search.base import find, suggest
from formations.search import certification_documents, formation_documents, parcours_documents
from metiers.search import guide_documents, metier_documents

# (heading, address of the full list, where the documents come from), in the order of the page.
KINDS = [
    ("Métiers", "metiers:liste", metier_documents),
    ("Formations", "formations:liste", formation_documents),
    ("Certifications", "formations:certifications", certification_documents),
    ("Parcours", "formations:parcours-liste", parcours_documents),
    ("Guides", "metiers:guides", guide_documents),
]


@dataclass(frozen=True)
class Results:
    """What a question found: the groups that are not empty, or near names when all are."""

    groups: list
    suggestions: list

    @property
    def count(self):
        return sum(len(group["hits"]) for group in self.groups)


def with_picks(groups, selection):
    """Return the groups with `lignes`: each hit beside the `Pick` of its métier, None where it has none."""

    def pick(document):
        if document.route != "metiers:metier" or document.is_minor:
            return None
        masculine, *_ = document.noms
        return selection.pick(document.slug, masculine)

    return [{**group, "lignes": [(hit, pick(hit.document)) for hit in group["hits"]]} for group in groups]


def search(query):
    """Return the `Results` of a question; an empty one asks the database nothing."""
    if not query.strip():
        return Results([], [])
    documents = [(heading, route, source()) for heading, route, source in KINDS]
    groups = [
        {"titre": heading, "route": route, "hits": find(query, found)} for heading, route, found in documents
    ]
    groups = [group for group in groups if group["hits"]]
    everything = [document for _, _, found in documents for document in found]
    return Results(groups, [] if groups else suggest(query, everything))
