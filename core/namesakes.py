"""Pages that bear the same name, or nearly: the few words that tell each from the others, kept beside it.

Public files give one name to several registrations of a diploma, and two publishers one name to a métier.
No list, result or choice of the guide may show one line twice. An app registers what its pages differ by:

    register(Namesakes(Formation, "intitule", rows, (pays, niveau, rncp)))

`distinction` is a field of the model: lists read it with the name, at no cost. It is worked out again when a
page is saved or deleted, and at the end of an import, whose bulk writes send no signal.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from django.db import models
from django.db.models.signals import post_delete, post_save

from core.search.base import kinds
from core.search.index import note
from core.text import SMALL_WORDS, fold

# « Conseiller d’insertion et de probation (CIP) », « directeur des systèmes d’information -DSI- ».
ABBREVIATION = re.compile(r"[(-]\s*([A-Z]{2,})\s*[)-]\s*$")
LONGEST = 80
AT_ONCE = 200


@dataclass(frozen=True)
class Namesakes:
    """Pages whose names are to be told apart: their model, the field of their name.

    `rows(keys)` returns the pages with these primary keys and what the features read; each of `features` is a
    function from a page to words, "" for none, those that say most to a reader first.
    """

    model: type[models.Model]
    name: str
    rows: Callable
    features: tuple

    def distinctions(self, names):
        """Return {primary key: words} of the pages whose name others bear, given {primary key: name}."""
        groups = defaultdict(list)
        for key, name in names.items():
            groups[likeness(name)].append(key)
        shared = [group for group in groups.values() if len(group) > 1]
        pages = {page.pk: page for page in self.rows([key for group in shared for key in group])}
        told = {}
        for group in shared:
            told |= apart({key: [feature(pages[key]) for feature in self.features] for key in group})
        return {key: words[:LONGEST] for key, words in told.items() if words}


_registered: list[Namesakes] = []


def register(namesakes):
    """Tell these pages apart from now on."""
    _registered.append(namesakes)
    for signal in (post_save, post_delete):
        signal.connect(follow, sender=namesakes.model, dispatch_uid=f"namesakes {namesakes.model.__name__}")


def follow(sender, **_):
    """Tell the pages of a model apart again, and have the search index those that it concerns."""
    for namesakes in _registered:
        if namesakes.model is sender:
            changed = tell_apart(namesakes)
            for kind in kinds().values():
                if changed and kind.model is sender:
                    note(kind.code, changed)


@lru_cache(maxsize=32_768)
def likeness(name):
    """Return what two names have in common that a reader takes for one: their words, whatever their order.

    Small words and plurals do not count, nor does an abbreviation of the name itself at its end.
    """
    abbreviation = ABBREVIATION.search(name)
    words = words_of(name[: abbreviation.start()] if abbreviation else name)
    if abbreviation and not "".join(word[0] for word in words).endswith(abbreviation[1].lower()):
        words = words_of(name)
    return " ".join(sorted(word.removesuffix("s") for word in words))


def words_of(name):
    return [word for word in fold(name).split() if word not in SMALL_WORDS]


def apart(features):
    """Return {key: words} of a group, given {key: its features}: the first that differ, and few."""
    places = range(len(next(iter(features.values()))))
    for size in range(1, len(places) + 1):
        for chosen in combinations(places, size):
            told = {
                key: ", ".join(filter(None, (own[place] for place in chosen)))
                for key, own in features.items()
            }
            if len(set(told.values())) == len(told):
                return told
    return {}


def tell_apart(namesakes):
    """Bring the distinctions of a model up to date; return the keys of those that changed.

    2 queries, and one more for each batch of changes.
    """
    pages = namesakes.model.objects.published().order_by("pk")
    present = {pk: row for pk, *row in pages.values_list("pk", namesakes.name, "distinction")}
    wanted = namesakes.distinctions({pk: name for pk, (name, _) in present.items()})
    changed = [
        namesakes.model(pk=pk, distinction=wanted.get(pk, ""))
        for pk, (_, distinction) in present.items()
        if distinction != wanted.get(pk, "")
    ]
    namesakes.model.objects.bulk_update(changed, ["distinction"], batch_size=AT_ONCE)
    return [page.pk for page in changed]


def tell_all_apart():
    """Bring all distinctions up to date, as an import has to before it builds the index of the search."""
    for namesakes in _registered:
        tell_apart(namesakes)
