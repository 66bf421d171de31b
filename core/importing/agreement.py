"""The words of a report beside their numbers: « 1 ajoutée » of formations, « 2 ajoutés » of métiers. Pure."""

from core.text import french_number

# What lists and kinds of rows are called, by their first word.
FEMININE = {"appellations", "compétences", "évolutions", "familles", "formations", "passerelles"}
TOGETHER = {"à", "en"}


def counted(number, what, label):
    """Return « 1 ajoutée » of 1, « ajoutés » and « formations »: in French nothing is singular, as one is."""
    participle, *rest = what.split(" ")
    if participle in TOGETHER:
        what = what.replace(" leur ", " sa ") if number < 2 else what
    else:
        gender = "e" if label.lower().split(" ")[0] in FEMININE else ""
        what = " ".join([f"{participle.removesuffix('s')}{gender}{'s' if number >= 2 else ''}", *rest])
    return f"{french_number(number)} {what}"
