"""One list in three formats: the portals that publish a table give its CSV, its JSON and its XML."""

from core.readers.columns import columns_of, editions_of
from core.readers.formats import format_of
from core.readers.refusals import quoted
from core.readers.tabular import read_csv, read_json
from core.readers.xml import read_xml


def read_rows(member, needed, optional=()):
    """Yield (place, {column: text}) of a list, whichever its format; places are numbers of lines.

    `needed` and `optional` are those of `columns_of`: the names of the three formats differ in spelling. A
    column of which a row says nothing has no text, but for an XML row that lacks the element: it lacks the
    column too, for another may have taken its place.
    """
    readers = {"xml": xml_rows, "json": read_json, "csv": read_csv}
    for place, row in readers[format_of(member)](member, needed, optional):
        yield place, {name: text_of_cell(value) for name, value in row.items()}


def xml_rows(member, needed, optional):
    """Yield (position, {column: text}) of the elements under the root, whatever these are called."""
    shapes, anything = {}, {**editions_of(needed), **editions_of(optional)}
    for position, element in read_xml(member):
        cells = [*element.items(), *((child.tag, child.text) for child in element)]
        shape = tuple(name for name, _ in cells)
        if shape not in shapes:
            place = f"{member.name}, <{quoted(element.tag)}> n° {position}"
            wanted = ((), anything) if shapes else (needed, optional)
            shapes[shape] = columns_of(shape, wanted[0], place, wanted[1])
        ours = shapes[shape]
        yield position, {ours.get(name, name): text for name, text in cells}


def text_of_cell(value):
    """Return a value as text, a whole number without decimals (« 37391.0 »), "" for none."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
