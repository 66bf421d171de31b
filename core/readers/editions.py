"""The date of the edition that the name of a published file bears. Pure."""

import re
from datetime import date

DATES = (
    (re.compile(r"(?<!\d)(\d{2})([-_.]?)(\d{2})\2(20\d{2})(?!\d)"), (4, 3, 1)),
    (re.compile(r"(?<!\d)(20\d{2})([-_.])(\d{2})(?:\2(\d{2}))?(?!\d)"), (1, 3, 4)),
    (re.compile(r"(?<!\d)(20\d{2})()(\d{2})(\d{2})(?!\d)"), (1, 3, 4)),
)


class Month(date):
    """A month, held by its first day: what the name « 2024-09 » says, and no more."""


def edition_of(published):
    """Return the date in the name of a file or a member: « 25062024 », « 2024-09 » (a `Month`).

    None where no name says one.
    """
    for name in (published.name, *(member.name for member in published.members)):
        for pattern, order in DATES:
            for match in pattern.finditer(name):
                year, month, day = (int(match[group] or 1) for group in order)
                try:
                    kind = date if all(match[group] for group in order) else Month
                    found = kind(year, month, day)
                except ValueError:
                    continue
                # A slip in a name would make every later edition an older one.
                if found <= date.today():
                    return found
    return None
