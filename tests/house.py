"""Where the files of the house are, for the tests that look at all of them."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# What tools make, or what others wrote.
NOT_OURS = {"__pycache__", "migrations", "node_modules", "staticfiles"}
APPS = ("core", "formations", "metiers")
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"


def files(*suffixes, under=ROOT):
    """Return the files of ours with these suffixes, in order; hidden folders are left out, save `.ci`."""
    return [
        path
        for path in sorted(under.rglob("*"))
        if path.suffix in suffixes
        and not any(
            part in NOT_OURS or (part.startswith(".") and part != ".ci")
            for part in path.relative_to(ROOT).parts
        )
    ]


def lines_with(pattern, paths, clean=lambda text: text):
    """Return « file:line text » for every line of the files where the pattern is found."""
    return [
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:80]}"
        for path in paths
        for number, line in enumerate(clean(path.read_text(encoding="utf-8")).splitlines(), start=1)
        if re.search(pattern, line)
    ]


def without_comments(template):
    """Return the text of a template with its comments emptied, line by line."""
    blank = re.compile(r"\{% comment.*?endcomment %\}|\{#.*?#\}", re.DOTALL)
    return blank.sub(lambda found: "\n" * found[0].count("\n"), template)
