"""Identifiers of formations in the files of ONISEP. Pure."""

import re

from core.opendata_text import identifier

KEY = re.compile(r"FOR\.[0-9]+")
CODE = re.compile(r"(?:RNCP)?([0-9]+)")


def key_of(words):
    """Return « FOR.5574 », the end of its address on onisep.fr, whatever its case."""
    return identifier(words.rstrip("/ ").rsplit("/", 1)[-1])


def code_of(words):
    """Return « RNCP37391 » for « 37391 » and « rncp 37391 », None for what is no code of the register."""
    found = CODE.fullmatch(identifier(words))
    return f"RNCP{found[1]}" if found else None
