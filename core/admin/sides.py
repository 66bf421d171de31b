"""A value of the guide beside that of a public file, both in words."""

from django.apps import apps

from core.admin.differences import in_words
from core.importing.links import label_of
from core.importing.packing import unpacked
from core.importing.records import Entry, Ref
from core.importing.registry import table_of

ABSENT = "(rien)"


def sides_of(ecart):
    """Return (ours now, that of the edition) as an editor reads them, None if our row is gone."""
    origine, value = ecart.origine, unpacked(ecart.valeur)
    model = apps.get_model(origine.modele)
    row = model._default_manager.filter(pk=origine.objet).first()
    if row is None:
        return None
    if isinstance(value, Entry):
        ours = member_in_words(member_of(ecart), value)
    else:
        ours = field_in_words(model._meta.get_field(ecart.champ), row)
    return ours or ABSENT, theirs_of(ecart) or ABSENT


def theirs_of(ecart):
    """Return the value of the edition in words: no query."""
    value = unpacked(ecart.valeur)
    if isinstance(value, Entry):
        return entry_in_words(ecart, value)
    return said(apps.get_model(ecart.origine.modele)._meta.get_field(ecart.champ), value)


def said(field, value):
    """Return a value of a file in words."""
    if isinstance(value, Ref):
        return value.label or value.key
    return in_words(field, field.to_python(value), {})


def field_in_words(field, row):
    if field.is_relation:
        return str(getattr(row, field.name) or "")
    return in_words(field, getattr(row, field.attname), {})


def list_model(ecart):
    """Return the model of the rows of a list, None for a list of plain links."""
    table = table_of(ecart.origine.famille, ecart.origine.modele)
    link = next((link for link in table.links if link.name == ecart.champ), None) if table else None
    return link.model if link else None


def member_of(ecart):
    """Return our row for a member of a list, as an editor changed it; None if it was taken out."""
    model = list_model(ecart)
    memo = ecart.origine.valeurs.get(ecart.champ, {}).get(ecart.entree)
    return model._default_manager.filter(pk=memo["pk"]).first() if model and memo else None


def member_in_words(row, entry):
    if row is None:
        return ""
    names = [row._meta.get_field(name) for name in entry.values]
    return lines([(field, field_in_words(field, row)) for field in names]) or str(row)


def entry_in_words(ecart, entry):
    model = list_model(ecart)
    if model is None or not entry.values:
        return label_of(entry)
    fields = [(model._meta.get_field(name), value) for name, value in entry.values.items()]
    told = lines([(field, said(field, value)) for field, value in fields])
    return "\n".join(filter(None, [label_of(entry) if entry.ref else "", told]))


def lines(pairs):
    """Return « nom : valeur », a line for each value that is not empty, in the order of the model.

    What a database keeps as JSON comes back in no order of ours from PostgreSQL.
    """
    told = sorted((pair for pair in pairs if pair[1]), key=lambda pair: pair[0])
    return "\n".join(f"{field.verbose_name} : {value}" for field, value in told)
