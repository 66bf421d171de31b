"""Why a file is refused, in words. Pure."""

import difflib
import errno

from core.text import printable

REASONS = {
    errno.EACCES: "ce compte n’a pas le droit de le lire",
    errno.EIO: "le disque ne répond pas",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.ENOENT: "il a disparu",
    errno.ELOOP: "ses liens tournent en rond",
}
LONGEST_NAME = 60
LONGEST_SENTENCE = 1500
MOST_NAMES = 12
MOST_COMPARED = 100


class RefusedFile(Exception):  # noqa: N818 (what the reader of the message is told)
    """A file that cannot be imported at all: its text says in French where and why.

    The sentence may quote the file, which may hold anything: it is one line, of a length that can be read.
    """

    def __init__(self, sentence):
        super().__init__(quoted(sentence, LONGEST_SENTENCE))


def quoted(words, most=LONGEST_NAME):
    """Return what a file says as a sentence may quote it: one line, visible, cut if it is long."""
    words = printable(str(words))
    return words if len(words) <= most else f"{words[: most - 1]}…"


def reason_of(error):
    """Return why the system refuses a file, of an `OSError`, in French where it is a common reason."""
    return REASONS.get(error.errno, error.strerror)


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
    # A header of a million names is compared no further than a person would.
    unknown = [quoted(name) for name in found if name and name not in needed][:MOST_COMPARED]
    alike = {name.casefold(): name for name in unknown}
    words = []
    for name in missing:
        near = alike.get(name.casefold()) or "".join(difflib.get_close_matches(name, unknown, n=1))
        words.append(f"« {name} » (« {near} » l’a-t-il remplacé ?)" if near else f"« {name} »")
    sentence = f"{place} : il manque {', '.join(words)}."
    if unknown:
        sentence += f" Trouvé en plus : {', '.join(f'« {name} »' for name in unknown[:MOST_NAMES])}."
    raise RefusedFile(f"{sentence} Est-ce une autre édition, ou le fichier d’une autre commande ?")
