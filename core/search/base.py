"""Finding documents by their names. Pure: the apps bring the documents, nothing is asked of the database.

Every name is read and compared, which suits hundreds of pages, not thousands.
"""

from dataclasses import dataclass

from django.urls import reverse

from core.near import near
from core.text import fold

# A longer question is cut: no name of the guide comes near, and a page does not repeat 8 KB.
LONGEST_QUERY = 200
# Words that carry no meaning of their own: « technicien en maintenance », « ingénieure du cloud ».
EMPTY_WORDS = {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "pour"}
SHORTEST_PLURAL = 4


@dataclass(frozen=True)
class Document:
    """A page that can be found: its route and slug, its title, its other names, a line that presents it."""

    route: str
    slug: str
    titre: str
    noms: tuple = ()
    resume: str = ""
    niveau: int | None = None
    niveau_label: str = ""
    is_minor: bool = False

    @property
    def url(self):
        return reverse(self.route, args=[self.slug])


@dataclass(frozen=True)
class Hit:
    """A document that answers, and the name that made it answer when its title does not say why."""

    document: Document
    trouve: str = ""


def words_of(query):
    """Return the folded words of a question, without plural marks and empty words (unless all are)."""
    words = fold(query[:LONGEST_QUERY]).split()
    return [singular(word) for word in words if word not in EMPTY_WORDS] or words


def singular(word):
    """Return a word without its plural s or x: the beginning left finds both singular and plural."""
    return word[:-1] if len(word) >= SHORTEST_PLURAL and word[-1] in "sx" else word


def says(name, words):
    """Say whether each of the words begins a word of the name."""
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def saying(document, words):
    """Return the other name that makes a document answer, empty if none does.

    One name that says all the words comes first; else the words may be spread over the title and names.
    """
    if whole := next((nom for nom in document.noms if says(nom, words)), ""):
        return whole
    rest = [word for word in words if not says(document.titre, [word])]
    spread = [next((nom for nom in document.noms if says(nom, [word])), "") for word in rest]
    return ", ".join(dict.fromkeys(spread)) if all(spread) else ""


def find(query, documents):
    """Return the `Hit`s of a question: all its words must stand in the names of the document.

    Order: the title says it, then another name does, then mere mentions; by title within each.
    """
    words = words_of(query)
    if not words:
        return []
    hits = []
    for document in documents:
        if says(document.titre, words):
            hits.append(Hit(document))
        elif found := saying(document, words):
            hits.append(Hit(document, found))
    return sorted(hits, key=lambda hit: (hit.document.is_minor, bool(hit.trouve), fold(hit.document.titre)))


def suggest(query, documents, limit=3):
    """Return the documents closest to a question that found nothing: near names, else words in common."""
    candidates = [(name, document) for document in documents for name in (document.titre, *document.noms)]
    if found := near(query[:LONGEST_QUERY], candidates, limit):
        return found
    words = words_of(query)
    closest = sorted(documents, key=lambda document: -shared_words(document, words))[:limit]
    return [document for document in closest if shared_words(document, words)]


def shared_words(document, words):
    """Return how many of the words stand in the names of the document."""
    return sum(says(document.titre, [word]) or bool(saying(document, [word])) for word in words)
