"""What is searched and what is found, whatever it is about: the apps register their kinds of pages."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.urls import reverse


@dataclass(frozen=True)
class Document:
    """A page that can be found: of what kind, the primary key of its row, its route and slug, its title.

    `noms` are the names that its title is made of, `autres_noms` its other names, `masques` other names that
    are never shown; then the names of its skills and tools, words that lead to it without being its names
    (never shown either), its texts. `resume` presents it in a
    line, `note` says what a reader has to know before opening it.
    """

    kind: str
    key: int
    route: str
    slug: str
    titre: str
    noms: tuple = ()
    autres_noms: tuple = ()
    masques: tuple = ()
    competences: tuple = ()
    mots_cles: tuple = ()
    textes: tuple = ()
    resume: str = ""
    note: str = ""
    niveau: int | None = None
    niveau_label: str = ""
    is_minor: bool = False


@dataclass(frozen=True)
class Hit:
    """A page that answers, as a result shows it.

    `nom` is the first of its names, `trouve` the name that made it answer when its title does not say why;
    `resume` and `extrait` are tuples of (text, whether it is a word of the question). Of its `source` the hit
    knows what names it: title, date, licence.
    """

    kind: str
    route: str
    slug: str
    titre: str
    nom: str = ""
    trouve: str = ""
    resume: tuple = ()
    extrait: tuple = ()
    note: str = ""
    niveau: int | None = None
    niveau_label: str = ""
    is_minor: bool = False
    source: models.Model | None = None

    @property
    def url(self):
        return reverse(self.route, args=[self.slug])


@dataclass(frozen=True)
class Kind:
    """A kind of pages: its code in addresses, its heading, the route of its list, its documents.

    `filtrer` says in words what the facets of that list do to what was found, "" where it has none.
    `model` is a `Publication`; `documents(keys)` yields the `Document`s of its published pages, all of them
    or those with these primary keys. `watched` maps each model whose rows a document holds to a function
    that returns, for a row, the keys of the documents to index again.
    """

    code: str
    label: str
    route: str
    order: int
    model: type[models.Model]
    documents: Callable
    watched: dict[type[models.Model], Callable]
    filtrer: str = ""


_kinds: dict[str, Kind] = {}


def register(*kinds):
    """Let pages of these kinds be found from now on."""
    for kind in kinds:
        _kinds[kind.code] = kind


def kinds():
    """Return the registered `Kind`s by code, in the order of a page of results."""
    return dict(sorted(_kinds.items(), key=lambda item: item[1].order))
