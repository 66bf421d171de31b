"""Bytes that are counted as they are read: no archive can give more than the limits, whatever it declares."""

import gzip
import io
import lzma
import zipfile
import zlib

from core.readers.refusals import RefusedFile, reason_of, size_in_words

# The largest public file known here has 45 MB unpacked; what is larger by far is a mistake or an attack.
MOST_BYTES = 400_000_000
# XML and CSV shrink to a tenth, very repetitive tables to a sixtieth.
HIGHEST_RATIO = 250
SMALLEST_SUSPECT = 5_000_000
XZ_MEMORY = 200_000_000
CHUNK = 1 << 16
DAMAGED = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    ValueError,
)
BROKEN = "l’archive est abîmée ou incomplète."


def is_suspect(count, packed):
    """Say whether so many bytes, packed in so few (0: they are not), are a mistake or an attack."""
    return count > MOST_BYTES or (packed and count > max(SMALLEST_SUSPECT, packed * HIGHEST_RATIO))


class Bounded(io.RawIOBase):
    """The bytes of a member, counted: refuses the file once there are too many for what it weighs packed."""

    def __init__(self, raw, name, packed):
        self.raw, self.name, self.packed, self.read_bytes = raw, name, packed, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        try:
            block = self.raw.read(len(buffer))
        except DAMAGED as error:
            raise RefusedFile(f"{self.name} : {BROKEN}") from error
        except OSError as error:
            raise RefusedFile(f"{self.name} : lecture impossible ({reason_of(error)}).") from error
        self.read_bytes += len(block)
        if is_suspect(self.read_bytes, self.packed):
            raise RefusedFile(too_large(self.name, self.read_bytes))
        buffer[: len(block)] = block
        return len(block)

    def close(self):
        if not self.closed:
            self.raw.close()
        super().close()


class XzBytes(io.RawIOBase):
    """An .xz read within `XZ_MEMORY`: the format lets a file ask for gigabytes."""

    def __init__(self, raw):
        self.raw, self.pending = raw, b""
        self.decompressor = lzma.LZMADecompressor(memlimit=XZ_MEMORY)

    def read(self, size=-1):
        while True:
            if self.decompressor.eof:
                # Several streams may follow each other, with padding in between.
                self.pending = (self.decompressor.unused_data or self.raw.read(CHUNK)).lstrip(b"\0")
                if not self.pending:
                    return b""
                self.decompressor = lzma.LZMADecompressor(memlimit=XZ_MEMORY)
            if self.decompressor.needs_input and not self.pending:
                self.pending = self.raw.read(CHUNK)
                if not self.pending:
                    raise EOFError("la fin manque")
            block = self.decompressor.decompress(self.pending, size)
            self.pending = b""
            if block:
                return block

    def close(self):
        self.raw.close()
        super().close()


def too_large(name, count):
    return (
        f"{name} : plus de {size_in_words(count)} une fois décompressé, bien au-delà d’un fichier "
        "d’orientation ; par prudence, il n’est pas lu."
    )
