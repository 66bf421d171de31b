"""A comparison as rows of a spreadsheet and as plain data. Pure: no database, no request."""

from core.citations import OWN_LICENCE_NOTE, cited, reuse

SILENT = "Non renseigné"
# Between the things of one cell.
BETWEEN = " | "


def csv_header(columns):
    """Return the names of the columns of the file: a heading, a criterion, then each thing."""
    return ["Rubrique", "Critère", *(column.nom for column in columns)]


def csv_rows(columns, table, absolute, sources=None):
    """Yield the rows of the file, one a criterion; what holds for a whole section stands in its criterion.

    `absolute` makes a whole address of the path of a page. `sources` is {slug: sources of a thing}, which are
    said with their licences, last.
    """
    yield ["", "Adresse", *(absolute(column.url) for column in columns)]
    for section in table.sections:
        for note in section.notes:
            yield [section.titre, f"Note\u00a0: {written(note)}", *([""] * len(columns))]
        for row in section.rows:
            cells = [BETWEEN.join(map(written, cell)) or SILENT for cell in row.cells]
            yield [section.titre, row.label, *cells]
    if sources:
        told = (all_sources(sources, table, column, rank) for rank, column in enumerate(columns))
        yield ["Sources", "Sources et licences", *(BETWEEN.join(map(reuse, found)) for found in told)]
        yield ["Sources", f"Licence de ce fichier\u00a0: {OWN_LICENCE_NOTE}", *([""] * len(columns))]


def all_sources(sources, table, column, rank):
    """Return the sources of a thing, those of the facts in its column included."""
    rows = (row for section in table.sections for row in section.rows)
    return cited(sources.get(column.slug, ()), [part for row in rows for part in row.cells[rank]])


def written(part):
    """Return a part on one line: « dès 36 960 € (Converti · ONISEP) »."""
    words = " ".join(filter(None, part.texte.splitlines()))
    source = part.source.libelle_court if part.source else ""
    details = " · ".join(filter(None, (part.precision, part.badge_label, source)))
    return f"{words} ({details})" if details else words


def json_data(columns, table, absolute, sources=None):
    """Return the comparison as dictionaries and lists, each key always there; arguments as in `csv_rows`.

    Amounts are numbers in the unit that `unite` names; a maximum of null is « from ». `etat` is the state of
    a row (`core.comparison.State`).
    """

    def part_data(part):
        return {
            "texte": part.texte,
            "precision": part.precision,
            "url": part.url and absolute(part.url),
            "niveau": part.niveau,
            "badge": part.badge,
            "montant": part.montant and amount_data(part.montant),
            "source": part.source and source_data(part.source, absolute),
        }

    def row_data(row):
        cells = [[part_data(part) for part in cell] for cell in row.cells]
        return {"critere": row.label, "etat": row.state, "cellules": cells}

    return {
        "colonnes": [
            {
                "slug": c.slug,
                "nom": c.nom,
                "url": absolute(c.url),
                "sources": [source_data(one, absolute) for one in all_sources(sources or {}, table, c, rank)],
            }
            for rank, c in enumerate(columns)
        ],
        "sections": [
            {
                "titre": section.titre,
                "notes": [part_data(note) for note in section.notes],
                "lignes": [row_data(row) for row in section.rows],
            }
            for section in table.sections
        ],
        "licence": OWN_LICENCE_NOTE,
        "lignes_masquees": {"identiques": table.hidden_same, "non_renseignees": table.hidden_unsaid},
    }


def amount_data(amount):
    return {
        "minimum": number(amount.minimum),
        "maximum": number(amount.maximum),
        "unite": amount.unite,
    }


def number(value):
    """Return a `Decimal` as the number that JSON writes, None as it is."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def source_data(source, absolute):
    return {
        "titre": source.titre,
        "editeur": source.editeur,
        "licence": source.licence,
        "date": source.date_lisible,
        "url": absolute(source.get_absolute_url()),
    }
