"""Labels of ONISEP's list of métiers → both genders in full. Pure.

The list writes what two genders share once, now at the end (« ingénieur / ingénieure essais »), now after a
hyphen (« carreleur / carreleuse-mosaïste »), and leaves out a space here and there.
"""

import re

from metiers.opendata.rome_names import gendered, is_same_word

# « chargé /chargée », « de réception/ traiteuse »: a slash with a space on one side only.
HALF_SPACED = re.compile(r"\s+/\s*|\s*/\s+")


def both_genders(label):
    """Return (masculine, feminine) of a label; the whole label twice where its halves are not two genders."""
    label = HALF_SPACED.sub(" / ", label)
    masculine, slash, feminine = label.partition(" / ")
    if not slash or " / " in feminine:
        return label, label
    masculine, feminine = shared_by_hyphen(masculine, feminine)
    masculine, feminine = gendered(f"{masculine} / {feminine}")
    if not is_same_word(masculine.split()[0], feminine.split()[0]):
        return label, label
    return masculine, feminine


def shared_by_hyphen(masculine, feminine):
    """Return both halves with the part of a compound that only one of them writes."""
    last, first = masculine.split()[-1], feminine.split()[0]
    if "-" in first and "-" not in masculine and is_same_word(last, first.split("-")[0]):
        return f"{masculine}-{first.split('-', 1)[1]}", feminine
    head, hyphen, tail = last.rpartition("-")
    if hyphen and "-" not in first and is_same_word(tail, first) and not is_same_word(head, first):
        return masculine, f"{head}-{feminine}"
    return masculine, feminine
