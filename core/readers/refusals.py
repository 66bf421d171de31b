"""Why a file is refused, in words. Pure."""

import difflib


class RefusedFile(Exception):  # noqa: N818 (what the reader of the message is told)
    """A file that cannot be imported at all: its text says in French where and why."""


def size_in_words(count):
    """Return a number of bytes as « 12,6 Mo » or « 3 Ko »."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} Ko"
    return f"{count / 1_000_000:.1f} Mo".replace(".", ",")


def require(needed, found, place):
    """Refuse the file at `place` unless every name needed is among those found.

    The sentence names what is missing, the near name that may have replaced each, and what is new.
    """
    missing = [name for name in needed if name not in found]
    if not missing:
        return
    unknown = [name for name in found if name and name not in needed]
    words = []
    for name in missing:
        near = difflib.get_close_matches(name, unknown, n=1, cutoff=0.6)
        words.append(f"« {name} » (« {near[0]} » l’a-t-il remplacé ?)" if near else f"« {name} »")
    sentence = f"{place} : il manque {', '.join(words)}."
    if unknown:
        sentence += f" Trouvé en plus : {', '.join(f'« {name} »' for name in unknown[:12])}."
    raise RefusedFile(f"{sentence} Est-ce une autre édition, ou le fichier d’une autre commande ?")
