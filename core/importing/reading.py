"""All the records of a file, read before the database is touched."""

from core.importing.records import Reading, Record
from core.readers import RefusedFile


def read_all(kind, published, report, progress):
    """Return the records and refusals of a file; raise `RefusedFile` if a key stands twice, or none does."""
    if progress:
        progress.step("Lecture")
    reading = Reading(progress or (lambda count, total=None: None))
    rows, places = [], {}
    for row in kind.read(published, reading):
        rows.append(row)
        if not isinstance(row, Record):
            continue
        first = places.get((row.model, row.key))
        if first is not None:
            raise RefusedFile(
                f"{published.name} : l’identifiant {row.key} figure deux fois ({first}, {row.place})."
            )
        places[row.model, row.key] = row.place
    if not places:
        raise RefusedFile(f"{published.name} : aucune ligne à importer.")
    report.encodage = reading.encoding
    for (what, why), count in sorted(reading.left_out.items()):
        report.notes.append(f"non repris : {count} {what} ({why}).")
    return rows
