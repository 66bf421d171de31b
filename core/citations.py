"""Which sources a page rests on, and under which licence. Pure."""

# Of what the guide itself writes from its sources.
OWN_LICENCE = "CC BY 4.0"
OWN_LICENCE_NOTE = f"{OWN_LICENCE}\u00a0; ce qui vient d’une source dont la licence est dite garde la sienne"
# The fields of a source that say what is owed to it: its entry, its title, its edition, its licence.
OWED = ("slug", "titre", "date_publication", "precision_date", "licence")
LICENCES = {
    "odbl": "https://opendatacommons.org/licenses/odbl/1-0/",
    "licence ouverte": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "cc by 4.0": "https://creativecommons.org/licenses/by/4.0/deed.fr",
}


def cited(*groups):
    """Return the distinct sources of the facts, in the order in which the page first cites them.

    Each group is a fact (an object with `source`), a `Source`, or an iterable of either; None is skipped.
    """
    found = {}
    for group in groups:
        for fact in group if hasattr(group, "__iter__") else [group]:
            source = getattr(fact, "source", fact)
            if source is not None:
                found.setdefault(source.pk, source)
    return list(found.values())


def reused(*groups):
    """Return those of the sources cited that are public data: their licence, not the guide's, asks for it."""
    return [source for source in cited(*groups) if source.licence not in ("", OWN_LICENCE)]


def only_source(facts):
    """Return the one source that all the facts share, None if they have several (or none at all)."""
    sources = cited(facts)
    return sources[0] if len(sources) == 1 else None


def licence_url(licence):
    """Return the address of the text of a licence, "" for one that is not known here."""
    return next((url for name, url in LICENCES.items() if name in licence.casefold()), "")


def reuse(source):
    """Return what a file says of a source: title, date of the edition, licence where it has one."""
    licence = f"licence {source.licence}" if source.licence else ""
    return ", ".join(filter(None, (source.titre, source.date_lisible, licence)))
