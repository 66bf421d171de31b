"""A comparison as rows of a spreadsheet and as plain data. Pure: no database, no request."""

SILENT = "Non renseigné"
# Between the things of one cell.
BETWEEN = " | "


def csv_header(columns):
    """Return the names of the columns of the file: a heading, a criterion, then each thing."""
    return ["Rubrique", "Critère", *(column.nom for column in columns)]


def csv_rows(columns, table, absolute):
    """Yield the rows of the file, one a criterion; what holds for a whole section stands in its criterion.

    `absolute` makes a whole address of the path of a page.
    """
    yield ["", "Adresse", *(absolute(column.url) for column in columns)]
    for section in table.sections:
        for note in section.notes:
            yield [section.titre, f"Note\u00a0: {written(note)}", *([""] * len(columns))]
        for row in section.rows:
            cells = [BETWEEN.join(map(written, cell)) or SILENT for cell in row.cells]
            yield [section.titre, row.label, *cells]


def written(part):
    """Return a part on one line: « dès 36 960 € (Converti · ONISEP) »."""
    words = " ".join(filter(None, part.texte.splitlines()))
    source = part.source.libelle_court if part.source else ""
    details = " · ".join(filter(None, (part.precision, part.badge_label, source)))
    return f"{words} ({details})" if details else words


def json_data(columns, table, absolute):
    """Return the comparison as dictionaries and lists, each key always there; `absolute` as in `csv_rows`.

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
        "colonnes": [{"slug": c.slug, "nom": c.nom, "url": absolute(c.url)} for c in columns],
        "sections": [
            {
                "titre": section.titre,
                "notes": [part_data(note) for note in section.notes],
                "lignes": [row_data(row) for row in section.rows],
            }
            for section in table.sections
        ],
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
        "date": source.date_lisible,
        "url": absolute(source.get_absolute_url()),
    }
