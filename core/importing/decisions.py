"""What an editor decides of a difference: take the value of the edition, or keep ours."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.importing.links import FORGOTTEN, LinkPlan, Tie
from core.importing.packing import unpacked
from core.importing.prints import print_of
from core.importing.records import Ref
from core.importing.references import Resolver
from core.importing.registry import table_of
from core.importing.rows import Refused, cleaned, verbose
from core.importing.writing import Writer
from core.models import Origine
from core.search.base import kinds
from core.search.index import note


class CannotTake(Exception):  # noqa: N818 (said to the editor)
    """A value that cannot be taken over; the text says why."""


def name_of(ecart):
    """Return the name of what differs, as people read it: a field, or a member of a list."""
    origine = ecart.origine
    table = table_of(origine.famille, origine.modele)
    link = next((link for link in table.links if link.name == ecart.champ), None) if table else None
    if link:
        return f"{link.label} : {ecart.entree}"
    return verbose(apps.get_model(origine.modele), ecart.champ)


def keep(ecart):
    """Keep ours: the same value is not offered again."""
    ecart.garde = True
    ecart.save(update_fields=["garde"])


def offer_again(ecart):
    """Put a difference that was settled among those that are open."""
    ecart.garde = False
    ecart.save(update_fields=["garde"])


@transaction.atomic
def forget(attente):
    """Wait no longer for a link: once its target is there, it is offered to the editors instead of made."""
    origine = Origine.objects.select_for_update().get(pk=attente.origine_id)
    origine.valeurs.setdefault(attente.lien, {})[attente.entree] = dict(FORGOTTEN)
    origine.save(update_fields=["valeurs"])
    attente.delete()


def is_member(attente):
    """Say whether a link that waits is one of a list, not the one value of a field."""
    table = table_of(attente.origine.famille, attente.origine.modele)
    return bool(table) and any(link.name == attente.lien for link in table.links)


@transaction.atomic
def take(ecart, user):
    """Write the value of the edition where it belongs; raise `CannotTake` if it no longer can be."""
    origine, value = ecart.origine, unpacked(ecart.valeur)
    row = apps.get_model(origine.modele)._default_manager.filter(pk=origine.objet).first()
    table = table_of(origine.famille, origine.modele)
    if row is None or table is None:
        raise CannotTake("la ligne n’existe plus dans le guide.")
    writer = Writer(user, f"Valeur reprise de {origine.source}")
    try:
        if ecart.entree:
            take_link(table, row, ecart, value, writer)
        else:
            take_field(row, origine, ecart.champ, value, writer)
    except (Refused, ValidationError, IntegrityError) as error:
        raise CannotTake(str(error)) from error
    origine.save(update_fields=["valeurs"])
    ecart.delete()
    # Bulk writes send no signal: the search would not see the page again.
    for kind in kinds().values():
        if type(row) in kind.watched:
            note(kind.code, kind.watched[type(row)](row))


def take_field(row, origine, name, value, writer):
    """Write one field, and remember it as written by the import."""
    resolver = Resolver()
    resolver.load([value] if isinstance(value, Ref) else [])
    attribute, clean_value = cleaned(type(row), name, value, resolver)
    setattr(row, attribute, clean_value)
    origine.valeurs[name] = print_of(clean_value)
    writer.update(type(row), [row], [name])


def take_link(table, row, ecart, entry, writer):
    """Write one member of a list of links anew."""
    link = next((link for link in table.links if link.name == ecart.champ), None)
    if link is None:
        raise CannotTake("le guide ne connaît plus cette liste.")
    resolver = Resolver()
    resolver.load([*filter(None, [entry.ref]), *(v for v in entry.values.values() if isinstance(v, Ref))])
    if entry.ref and resolver.get(entry.ref) is None:
        raise CannotTake("sa cible n’est plus dans le guide.")
    tie = Tie(table, link)
    plan = LinkPlan(tie, resolver, ecart.origine.source)
    plan.load([row.pk])
    written = ecart.origine.valeurs.setdefault(link.name, {})
    plan.overwrite(row.pk, entry, written)
    plan.apply(writer)
