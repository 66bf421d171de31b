"""Reading what public bodies publish: plain, xz, gz, zip, a folder; CSV, JSON, XML. Nothing is trusted."""

from core.readers.files import Member, Published
from core.readers.refusals import RefusedFile, require
from core.readers.rows import read_rows
from core.readers.tabular import read_csv
from core.readers.xml import child_texts, fault_of, read_xml, text_of

__all__ = [
    "Member",
    "Published",
    "RefusedFile",
    "child_texts",
    "fault_of",
    "read_csv",
    "read_rows",
    "read_xml",
    "require",
    "text_of",
]
