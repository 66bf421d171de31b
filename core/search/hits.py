"""What a page of results shows of the documents that were found: 2 queries, whatever their number."""

from dataclasses import dataclass

from django.db.models import CharField, Value

from core.citations import OWED
from core.models import Source
from core.search.base import Hit, kinds
from core.search.entry import NAME
from core.search.excerpts import excerpt, marked
from core.search.index import engine
from core.search.lexicon import forget
from core.search.normalizer import words


def hits(documents, question):
    """Return the `Hit`s of `Ranked` documents, in order: 2 queries.

    A page that is no longer published is left out, whatever the index believes.
    """
    if not documents:
        return []
    shown = engine().shown([document.number for document in documents])
    if len(shown) < len(documents):
        # The index was built again since they were found, or emptied.
        forget()
        documents = [document for document in documents if document.number in shown]
    online = sources_online({(document.kind, document.key) for document in documents})
    asked = Asked.of(question)
    return [
        hit_of(document, shown[document.number], asked, online[document.kind, document.key])
        for document in documents
        if (document.kind, document.key) in online
    ]


@dataclass(frozen=True)
class Asked:
    """What a hit is read with: the groups of the question, all their keys, the forms that were typed."""

    groups: list
    keys: frozenset
    forms: frozenset

    @classmethod
    def of(cls, question):
        keys = {key for group in question.groups for reading in group.readings for key in reading.keys}
        forms = {word.form for word in words(question.text)}
        return cls(question.asked, frozenset(keys), frozenset(forms))

    def unsaid(self, said):
        """Return the keys of the groups that no reading of which is among the keys said."""
        readings = ([reading.keys for reading in group.readings] for group in self.groups)
        return {
            key
            for group in readings
            if not any(said.issuperset(keys) for keys in group)
            for keys in group
            for key in keys
        }


def sources_online(pages):
    """Return {(kind, primary key): its `Source` or None} for those of such pairs that are online: 1 query."""
    if not pages:
        return {}
    asked, naming = {}, ("pk", *OWED)
    for code, key in pages:
        asked.setdefault(code, []).append(key)
    first, *others = (
        kinds()[code]
        .model.objects.published()
        .filter(pk__in=keys)
        .order_by()
        .values_list(Value(code, output_field=CharField()), "pk", *(f"source__{name}" for name in naming))
        for code, keys in asked.items()
    )
    return {
        (code, key): source and Source(pk=source, **dict(zip(OWED, owed, strict=True)))
        for code, key, source, *owed in first.union(*others, all=True)
    }


def hit_of(document, shown, asked, source):
    """Return the `Hit` of a document: the name or the passage that answers where its title does not."""
    texts, resume = shown.pop("textes"), shown.pop("resume")
    others = [name.shown for name in document.names if name.weight != NAME and name.shown]
    said = {key for name in document.names for key in name.keys} | {word.key for word in words(resume)}
    return Hit(
        document.kind,
        **shown,
        trouve=", ".join(nearest(names, asked.forms) for names in others),
        resume=marked(resume, asked.keys),
        extrait=excerpt(texts, asked.unsaid(said)),
        is_minor=document.is_minor,
        source=source,
    )


def nearest(names, typed):
    """Return the way to write a name that is nearest to what was typed: « cheffe de projet »."""
    return max(names, key=lambda name: len(typed & {word.form for word in words(name)}))
