"""Elements of a large XML file, one at a time: memory holds one record, whatever the size of the file.

No document type, entity or external reference is accepted: the files of public bodies have none.
"""

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from core.readers.formats import beginning_of
from core.readers.refusals import RefusedFile, quoted, require, size_in_words

# The longest fiche known here has 35 Ko, within six elements of each other.
LARGEST_RECORD = 1_000_000
DEEPEST = 50
# By the codes of expat, which are those of every version of it.
REASONS = {
    3: "la fin manque",
    4: "un caractère n’y est pas permis : l’encodage annoncé n’est peut-être pas le bon",
    5: "la fin manque",
    7: "une balise est mal fermée",
    8: "une balise dit deux fois la même chose",
    9: "quelque chose suit la dernière balise",
    11: "un caractère est écrit par un nom (« &eacute; ») que le XML ne connaît pas",
    18: "l’encodage annoncé est inconnu",
    20: "un bloc CDATA n’est pas fermé",
}


class Watched:
    """A stream that refuses to be read on once a single record has grown out of measure."""

    def __init__(self, stream, name):
        self.stream, self.name, self.since_record = stream, name, 0

    def read(self, size=-1):
        block = self.stream.read(size)
        self.since_record += len(block)
        if self.since_record > LARGEST_RECORD:
            raise RefusedFile(
                f"{self.name} : un seul élément de plus de {size_in_words(LARGEST_RECORD)} ; il n’est pas lu."
            )
        return block


def events(member, stream):
    """Yield the events of the parser; raise `RefusedFile` for what is broken or forbidden."""
    try:
        yield from iterparse(stream, events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException as error:
        raise RefusedFile(
            f"{member.name} : ce XML déclare un type de document ou des entités ; "
            "par prudence, il n’est pas lu."
        ) from error
    except ParseError as error:
        line, column = error.position
        place, why = (
            f"ligne {line}, colonne {column}",
            REASONS.get(error.code, "il ne suit pas la syntaxe du XML"),
        )
        raise RefusedFile(f"{member.name}, {place} : le XML est abîmé ou incomplet, {why}.") from error
    except (LookupError, ValueError) as error:
        raise RefusedFile(f"{member.name} : l’encodage que ce XML annonce est inconnu.") from error


def read_xml(member, root="", tag="", required=()):
    """Yield (position, element) for each `tag` directly under `root`, positions from 1.

    Without names, any element under any root. An element is only valid until the next one: it is emptied to
    free the memory. Raises `RefusedFile` for another root, for no element at all, and when the first lacks
    one of the children required.
    """
    if beginning_of(member)[:1] not in ("<", ""):
        raise RefusedFile(f"{member.name} : ce n’est pas du XML, son début est autre.")
    position, depth, top = 0, 0, None
    with member.open() as stream:
        watched = Watched(stream, member.name)
        for event, element in events(member, watched):
            if event == "start":
                depth += 1
                if depth > DEEPEST:
                    raise RefusedFile(f"{member.name} : plus de {DEEPEST} éléments l’un dans l’autre.")
                if depth == 1:
                    top = element
                    if element.tag != (root or element.tag):
                        raise RefusedFile(
                            f"{member.name} : la racine est <{quoted(element.tag)}>, et non <{root}> : "
                            "ce n’est pas le fichier que lit cette commande."
                        )
                continue
            depth -= 1
            if depth != 1:
                continue
            if element.tag == (tag or element.tag):
                position += 1
                if position == 1:
                    require(required, [child.tag for child in element], f"{member.name}, premier <{tag}>")
                yield position, element
            watched.since_record = 0
            top.clear()
    if not position:
        what = f"<{tag}>" if tag else "élément"
        raise RefusedFile(f"{member.name} : aucun {what} sous <{quoted(top.tag)}>.")


def fault_of(element, required, texts=()):
    """Return (child, why) of a record that lacks a child, has it twice or in another shape, None of a sound
    one.

    `texts` are children whose HTML is text: had it elements of its own, what they hold would be lost.
    """
    for name in required:
        found = element.findall(name)
        if not found:
            return name, "cet élément manque"
        if len(found) > 1:
            return name, "cet élément figure plusieurs fois"
        if name in texts and len(found[0]):
            return name, "son HTML n’est pas dans un bloc CDATA"
    return None


def text_of(element, path):
    """Return the text at a path, stripped, "" where there is none."""
    return (element.findtext(path) or "").strip()


def child_texts(element, path, *names):
    """Yield, for each element at a path, the texts of its children of these names, or of its attributes."""
    for found in element.iterfind(path):
        yield tuple(text_of(found, name) or found.get(name, "").strip() for name in names)
