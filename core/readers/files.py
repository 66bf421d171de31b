"""Opening what was published: a plain file, an .xz, a .gz, a .zip or a folder, within limits of size.

What a file is depends on its first bytes, never on its name. No archive is unpacked on the disk, and no
more is read of it than `MOST_BYTES`, whatever it declares.
"""

import codecs
import gzip
import hashlib
import io
import os
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from core.readers import streams
from core.readers.refusals import RefusedFile, quoted, reason_of
from core.readers.streams import BROKEN, CHUNK, DAMAGED, Bounded, XzBytes, too_large

MOST_MEMBERS, MOST_ENTRIES = 500, 5000
# The dictionary of the Dares has 40 Ko.
LARGEST_BOOK = 20_000_000
LONGEST_NAME = 120
XZ, ZIP, GZIP = b"\xfd7zXZ\x00", b"PK\x03\x04", b"\x1f\x8b"
EMPTY_ZIP = b"PK\x05\x06"
# What the members of a workbook or of a document are called: it is an archive, and no published data.
OFFICE = {"[Content_Types].xml", "content.xml"}
# « é » and its like in UTF-8: in another encoding these two bytes side by side spell nothing.
ACCENT = re.compile(rb"\xc3[\x80-\xbf]")


@dataclass
class Member:
    """One file to read, alone or inside an archive or a folder; `encoding` is found when it is asked for.

    `fallback` is the encoding of what is not Unicode: public bodies still write cp1252.
    """

    name: str
    packed: int
    opener: object = field(repr=False)
    fallback: str = "cp1252"

    def open(self):
        """Return the bytes as a buffered stream; whoever reads them may meet a `RefusedFile`."""
        return io.BufferedReader(Bounded(self.opener(), self.name, self.packed), CHUNK)

    def count(self, marker):
        """Return how often some bytes stand in the member: how many records there will be to read, about."""
        found, tail = 0, b""
        with self.open() as stream:
            while block := stream.read(CHUNK):
                block = tail + block
                found += block.count(marker)
                # Half a marker at the end of a block begins the next; a whole one was counted.
                tail = block[-len(marker) + 1 :] if len(marker) > 1 else b""
        return found

    @cached_property
    def encoding(self):
        """Return the codec that reads the whole member: by its mark, else UTF-8, else the fallback.

        Raises `RefusedFile` for an empty member, for an archive within the archive, for bytes that none of
        them can read, and for a mixture of UTF-8 and of another: each accent of the former would be read as
        two letters.
        """
        with self.open() as stream:
            head = stream.peek(CHUNK)[:6]
            if head.startswith((ZIP, EMPTY_ZIP, GZIP, XZ)):
                raise RefusedFile(
                    f"{self.name} : c’est une archive dans une archive ; donnez seule celle qui est dedans."
                )
            names = candidates_of(head[:4], self.fallback)
            candidates = {name: codecs.getincrementaldecoder(name)() for name in names}
            lines, accents, broken, is_blank = 1, 0, 0, True
            while block := stream.read(CHUNK):
                place = decode_all(candidates, block, final=False).get(names[0])
                if place is not None:
                    broken = lines + block[:place].count(b"\n")
                lines += block.count(b"\n")
                accents += len(ACCENT.findall(block))
                is_blank = is_blank and not block.strip(b"\0 \t\r\n")
            decode_all(candidates, b"", final=True)
        if is_blank:
            raise RefusedFile(f"{self.name} : le fichier est vide.")
        if not candidates:
            raise RefusedFile(
                f"{self.name} : l’encodage n’est ni de l’UTF-8, ni de l’UTF-16, ni du {self.fallback}."
            )
        found = next(iter(candidates))
        if found == self.fallback and accents:
            raise RefusedFile(
                f"{self.name} : vers la ligne {broken or lines}, des octets ne sont pas de l’UTF-8, alors "
                "que d’autres en sont. Le fichier est abîmé, ou fait de deux fichiers."
            )
        return found


def candidates_of(head, fallback):
    """Return the codecs that bytes which begin so may be in, the likeliest first."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if head[1:2] == b"\0" or head[:1] == b"\0":
        return ["utf-16-le" if head[1:2] == b"\0" else "utf-16-be"]
    return ["utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8", fallback]


def decode_all(candidates, block, final):
    """Drop from the decoders those that cannot read one more block; return {name: where in it, about}."""
    places = {}
    for name, decoder in list(candidates.items()):
        try:
            decoder.decode(block, final)
        except UnicodeError as error:
            del candidates[name]
            places[name] = getattr(error, "start", 0)
    return places


class Published:
    """A file or a folder as it was published: its name, its digest, its members."""

    def __init__(self, path):
        """Look at what stands at `path`; raise `RefusedFile` when there is nothing to read."""
        self.path = Path(path)
        # A name of bytes that are no text could be neither shown nor kept.
        self.name = quoted(os.fsencode(self.path.name).decode(errors="replace"), LONGEST_NAME)
        try:
            if not self.path.exists():
                raise RefusedFile(f"{path} : ce fichier n’existe pas.")
            if not self.path.is_dir() and not self.path.is_file():
                raise RefusedFile(f"{path} : ce n’est ni un fichier ni un dossier.")
            self._files = self._list_files()
        except OSError as error:
            raise RefusedFile(f"{self.name} : lecture impossible ({reason_of(error)}).") from error

    def _list_files(self):
        if self.path.is_file():
            with self.path.open("rb"):
                return [self.path]
        # No further than the limit: a folder may be the whole disk.
        found = islice(self.path.rglob("*"), MOST_ENTRIES)
        files = sorted(islice((path for path in found if path.is_file()), MOST_MEMBERS + 1))
        if not files:
            raise RefusedFile(f"{self.name} : ce dossier ne contient aucun fichier.")
        if len(files) > MOST_MEMBERS:
            raise RefusedFile(f"{self.name} : ce dossier contient plus de {MOST_MEMBERS} fichiers.")
        return files

    @cached_property
    def sha256(self):
        """Return the digest of the file; of a folder, that of the names and digests of its files."""
        if self.path.is_file():
            with self.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        whole = hashlib.sha256()
        for path in self._files:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            whole.update(f"{path.relative_to(self.path).as_posix()} {digest}\n".encode())
        return whole.hexdigest()

    @cached_property
    def members(self):
        """Return every `Member`: of a folder its files, of a zip what it holds, else the file alone."""
        members = [member for path in self._files for member in members_of(path)]
        if not members:
            raise RefusedFile(f"{self.name} : l’archive ne contient aucun fichier.")
        # In a folder it may be the publisher's own: the Dares names its families in one.
        if self.path.is_file() and OFFICE & {member.name for member in members}:
            raise RefusedFile(
                f"{self.name} : c’est un document de tableur ou de texte ; cette commande lit le fichier tel "
                "que son éditeur le publie."
            )
        return members

    def find(self, *patterns):
        """Return the members whose file name matches a pattern (« *.csv »), case and accents apart."""
        return named(self.members, *patterns)

    def only(self, *patterns):
        """Return the one member to read; raise `RefusedFile` if none or several match the patterns.

        A file that is no archive is read whatever its name.
        """
        if len(self.members) == 1 and self.members[0].name == self.path.name:
            return self.members[0]
        found = self.find(*patterns)
        if len(found) != 1:
            names = ", ".join(member.name for member in (found or self.members)[:8])
            count = "plusieurs fichiers" if found else "aucun fichier"
            raise RefusedFile(f"{self.name} : {count} {' ou '.join(patterns)} ; trouvé : {names}.")
        return found[0]


def named(members, *patterns):
    """Return those of some members whose file name matches one of the patterns, as `Published.find`."""
    return [
        member
        for member in members
        if any(fnmatch(plain(PurePosixPath(member.name).name), pattern) for pattern in patterns)
    ]


def members_of(path):
    """Return the `Member`s that a file on the disk holds."""
    weight = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(6)
    if not head:
        raise RefusedFile(f"{path.name} : le fichier est vide.")
    if head.startswith((ZIP, EMPTY_ZIP)):
        return zip_members(path.name, path)
    if head.startswith(GZIP):
        return [Member(path.name, weight, lambda: gzip.open(path, "rb"))]
    if head.startswith(XZ):
        return [Member(path.name, weight, lambda: XzBytes(path.open("rb")))]
    if weight > streams.MOST_BYTES:
        raise RefusedFile(too_large(path.name, weight))
    return [Member(path.name, 0, lambda: path.open("rb"))]


def book_members(book):
    """Return the members of a workbook, which is itself a member of an archive: a zip within a zip."""
    with book.open() as stream:
        return zip_members(book.name, io.BytesIO(stream.read(LARGEST_BOOK)))


def zip_members(name, source):
    """Return the members of a zip (a path, or a file in memory), once its directory has been found safe."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except DAMAGED as error:
        raise RefusedFile(f"{name} : {BROKEN}") from error
    files = [info for info in members if not is_litter(info.filename)]
    if len(files) > MOST_MEMBERS:
        raise RefusedFile(f"{name} : l’archive contient plus de {MOST_MEMBERS} fichiers.")
    for info in files:
        place = PurePosixPath(info.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
            raise RefusedFile(f"{name} : « {info.filename} » sortirait de l’archive ; elle n’est pas lue.")
        if info.flag_bits & 1:
            raise RefusedFile(f"{name} : « {info.filename} » est protégé par un mot de passe.")
    declared = sum(info.file_size for info in files)
    packed = sum(info.compress_size for info in files)
    if streams.is_suspect(declared, packed):
        raise RefusedFile(too_large(name, declared))
    names = [info.filename for info in files]
    if len(set(names)) != len(names):
        raise RefusedFile(f"{name} : l’archive contient deux fois le même fichier.")
    return [
        Member(info.filename, info.compress_size, zip_opener(name, source, info.filename)) for info in files
    ]


def plain(name):
    """Return a name of a file in lower case and without accents, which systems write in two ways."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def is_litter(name):
    """Say whether a member is what an operating system leaves beside the files."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")


def zip_opener(name, source, member):
    """Return what opens one member of a zip."""

    def opened():
        try:
            with zipfile.ZipFile(source) as archive:
                # The member keeps the file open by itself.
                return archive.open(member)
        except (*DAMAGED, KeyError) as error:
            raise RefusedFile(f"{name} : {BROKEN}") from error

    return opened
