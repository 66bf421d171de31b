"""Codes of the ROME and of Holland's typology, as files of open data write them. Pure."""

import re

from core.opendata_text import identifier

CODE = re.compile(r"[A-N][0-9]{4}")
BETWEEN = re.compile(r"\s*[|,;]\s*")
LETTERS = "RIASEC"


def split_codes(field):
    """Return (codes, rest) of « H1503 | A15 »: what is no code, such as the domain « A15 », is the rest."""
    parts = parts_of(field)
    codes = [part for part in parts if CODE.fullmatch(part)]
    return codes, [part for part in parts if part not in codes]


def parts_of(field):
    """Return the parts of a field that `|`, a comma or a semicolon separates, none of them empty."""
    return [identifier(part) for part in BETWEEN.split(field.strip()) if part]


def rank_of(words):
    """Return a rank as an int, 0 for what is none."""
    return int(words) if re.fullmatch(r"[0-9]{1,6}", words) else 0


def riasec(major, minor):
    """Return the profile « RC » of a major and a minor letter, either of which may be empty.

    Raises `ValueError` for another letter.
    """
    if max(len(major.strip()), len(minor.strip())) > 1:
        raise ValueError(f"{major}, {minor}")
    profile = "".join(dict.fromkeys((major + minor).strip().upper()))
    if not set(profile) <= set(LETTERS):
        raise ValueError(profile)
    return profile
