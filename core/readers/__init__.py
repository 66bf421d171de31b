"""Reading what public bodies publish: plain, xz, zip or a folder; CSV, JSON or XML. Nothing is trusted."""

from core.readers.files import Member, Published
from core.readers.formats import format_of
from core.readers.refusals import RefusedFile, require
from core.readers.tabular import read_csv, read_json
from core.readers.xml import child_texts, fault_of, read_xml, root_of, text_of

__all__ = [
    "Member",
    "Published",
    "RefusedFile",
    "child_texts",
    "fault_of",
    "format_of",
    "read_csv",
    "read_json",
    "read_xml",
    "require",
    "root_of",
    "text_of",
]
