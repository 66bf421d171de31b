"""All the records of a file, read before the database is touched."""

from core.importing.records import Reading, Record
from core.importing.report import Report
from core.readers import Published, RefusedFile
from core.readers.refusals import reason_of
from core.text import french_number

# Ten times the largest national file: each record costs some kilobytes of memory.
MOST_RECORDS = 100_000


def read_file(kind, path, progress):
    """Return (`Report`, records and refusals) of a file; raise `RefusedFile`."""
    try:
        published = Published(path)
        # Its members before its digest: a file beyond the limits is not read to its end.
        edition = published.members and kind.edition(published)
        report = Report(kind.title, published.name, published.sha256, edition=edition)
        return report, read_all(kind, published, report, progress)
    except OSError as error:
        raise RefusedFile(f"{path} : lecture impossible ({reason_of(error)}).") from error


def read_all(kind, published, report, progress):
    """Return the records and refusals of a file; raise `RefusedFile` if a key stands twice, or none does."""
    if progress:
        progress.step("Lecture")

    def advance(count, total=None):
        if count > MOST_RECORDS:
            most = french_number(MOST_RECORDS)
            raise RefusedFile(f"{published.name} : plus de {most} lignes, bien plus qu’un fichier national.")
        if progress:
            progress(count, total)

    reading = Reading(advance)
    rows, places = [], {}
    for row in kind.read(published, reading):
        rows.append(row)
        if len(rows) > MOST_RECORDS:
            advance(len(rows))
        if not isinstance(row, Record):
            continue
        first = places.get((row.model, row.key))
        if first is not None:
            raise RefusedFile(
                f"{published.name} : l’identifiant {row.key} figure deux fois ({first}, {row.place})."
            )
        places[row.model, row.key] = row.place
    if not places:
        raise RefusedFile(f"{published.name} : aucune ligne à importer{why_none(rows)}.")
    report.encodage = reading.encoding
    for (what, why), count in sorted(reading.left_out.items()):
        report.notes.append(f"non repris : {what} ({french_number(count)}), {why}.")
    return rows


def why_none(refusals):
    """Return the end of the sentence that says that a file gives nothing."""
    if not refusals:
        return ""
    first = refusals[0]
    what = f"{first.key} ({first.place})" if first.key else first.place
    return f", toutes sont refusées. La première, {what}, {first.field} : {first.reason}"
