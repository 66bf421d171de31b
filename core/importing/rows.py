"""Records beside our rows: found, joined, created, changed field by field, or left to the editors."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from core.importing.prints import excerpt, is_empty, print_of
from core.importing.records import Ref, Refusal
from core.importing.rivals import authors_of, gives_way, overrule, was_put_back
from core.models import Origine

SLUG_LENGTH = 120
# What stands in the addresses of an app where a page would.
RESERVED = {"comparer"}
MISSING = object()


class Refused(Exception):  # noqa: N818 (a row, not an error)
    """A record that our model cannot hold: the field and the reason."""

    def __init__(self, field, reason):
        super().__init__(reason)
        self.field, self.reason = field, reason


def cleaned(model, name, value, resolver):
    """Return (attribute, value) as the model holds it; raise `Refused` with the model's own sentence."""
    field = model._meta.get_field(name)
    if isinstance(value, Ref):
        pk = resolver.get(value)
        if pk is None and not field.null:
            raise Refused(name, f"renvoie à {value.key} ({value.label}), qui n’est pas dans le guide")
        return field.attname, pk
    try:
        return field.attname, field.clean(value, None)
    except ValidationError as error:
        raise Refused(name, " ".join(error.messages)) from error


def check_key(table, key, resolver):
    """Raise `Refused` for a key that neither the table's own field nor `Origine` can hold."""
    for model, name in ((table.model, table.key_field), (Origine, "cle")):
        if name:
            try:
                cleaned(model, name, key, resolver)
            except Refused as refused:
                raise Refused("identifiant", refused.reason) from refused


def verbose(model, name):
    """Return the name of a field as people read it."""
    return str(model._meta.get_field(name).verbose_name)


class FieldChange:
    """What becomes of one field: changed, kept because an editor wrote it, or the same."""

    def __init__(self, name, attribute, old, new, is_edited):
        self.name, self.attribute, self.old, self.new = name, attribute, old, new
        self.is_edited = is_edited


def changes_of(table, state, values, fills=(), disputed=()):
    """Yield a `FieldChange` for each value that differs from the row's, and remember what is the same.

    `values` is {field: (attribute, value)}. What is remembered is {field: print} of what the import wrote
    last. Where nothing was ever written, what stands there is an editor's, unless empty. `fills` are the
    fields that this file gives only to a row which has none, `disputed` those that it was told to differ in.
    """
    row, rivals, written = state.row, state.rivals, state.origin.valeurs
    for name, (attribute, new) in values.items():
        old, last = getattr(row, attribute), written.get(name, MISSING)
        nothing = ("", None, *table.vacant.get(name, ()))
        if old == new:
            # What no file wrote is an editor's, though a file says the same.
            if state.is_new or last is not MISSING or old in nothing or authors_of(old, name, rivals):
                written[name] = print_of(new)
            continue
        if last is MISSING:
            # Of two values that count as empty, the later one in the table says more.
            says_less = not is_empty(old) and new in nothing and old not in nothing[: nothing.index(new) + 1]
            if says_less or (old not in nothing and name in fills):
                continue
            is_edited = old not in nothing
        else:
            is_edited = print_of(old) != last
            if is_edited and print_of(new) == last and is_empty(new):
                # The file never had anything to say here: what an editor added contradicts nothing.
                continue
        authors = authors_of(old, name, rivals) if is_edited else []
        if authors and (new in nothing or not all(gives_way(one, name, fills) for one in authors)):
            continue
        is_edited = is_edited and (
            not authors or name in disputed or was_put_back(written, name, old, authors)
        )
        if not is_edited:
            overrule(written, name, old, authors)
            written[name] = print_of(new)
        yield FieldChange(name, attribute, old, new, is_edited)


def in_words(model, name, value, given=None):
    """Return a value as people read it: a choice by its label, a row by its name.

    `given` is what the file says, where it names a row that may not be written yet.
    """
    field = model._meta.get_field(name)
    if isinstance(given, Ref):
        return excerpt(given.label or given.key)
    if field.is_relation and value:
        return excerpt(field.related_model._default_manager.filter(pk=value).first())
    return excerpt(dict(field.flatchoices).get(value, value))


def described(table, change, given):
    """Return {field, before, after} of a change, as a line of the report holds them."""
    return {
        "champ": verbose(table.model, change.name),
        "ancien": in_words(table.model, change.name, change.old),
        "nouveau": in_words(table.model, change.name, change.new, given),
    }


def new_slug(table, record, taken):
    """Return an address that no other row has; the record's key tells namesakes apart."""
    slug = slugify(table.slug(record).replace("’", "-").replace("'", "-").replace("œ", "oe"))
    slug = slug[:SLUG_LENGTH].strip("-") or slugify(record.key.replace(".", "-"))
    own, number = slug, 1
    while slug in taken or slug in RESERVED:
        suffix = "-" + slugify(record.key.replace(".", "-")) + (f"-{number}" if number > 1 else "")
        slug, number = own[: SLUG_LENGTH - len(suffix)].strip("-") + suffix, number + 1
    taken.add(slug)
    return slug


def new_row(table, record, values, source, taken):
    """Return a row that is not saved yet, with its key, its address, its source."""
    row = table.model(**table.defaults)
    for attribute, value in values.values():
        setattr(row, attribute, value)
    names = {field.name for field in table.model._meta.concrete_fields}
    if table.key_field:
        setattr(row, table.key_field, record.key)
    if table.slug:
        row.slug = new_slug(table, record, taken)
    if "source" in names and source is not None:
        row.source = source
    return row


def new_origin(kind, table, record, source):
    """Return the `Origine` of a record, not saved yet."""
    return Origine(
        famille=kind.name,
        cle=record.key,
        modele=table.name,
        libelle=record.label[:250],
        source=source,
        valeurs={},
    )


def refusal_of(record, refused):
    return Refusal(record.model, record.key, record.place, refused.field, refused.reason, record.label)
