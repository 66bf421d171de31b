"""In which of the three formats a member is, by its first characters: its name may say otherwise."""

import re

from core.readers.refusals import RefusedFile

WEB_PAGE = re.compile(r"<!doctype html|<html", re.IGNORECASE)
ENOUGH = 256


def beginning_of(member):
    """Return the first characters of a member, blanks apart; raise `RefusedFile` for a page of the web.

    That is what a portal answers in the place of a file that has moved.
    """
    with member.open() as stream:
        head = stream.peek(ENOUGH)[:ENOUGH].decode(member.encoding, errors="replace")
    head = head.lstrip("\ufeff \t\r\n")
    if WEB_PAGE.match(head):
        raise RefusedFile(
            f"{member.name} : c’est une page web, et non le fichier : son adresse a sans doute changé."
        )
    return head


def format_of(member):
    """Return « xml », « json » or « csv » (whatever is neither of the others)."""
    return {"<": "xml", "[": "json", "{": "json"}.get(beginning_of(member)[:1], "csv")
