"""A report of import as a page and as a file: that of a trial, and that of an `Import`, in the same words."""

from dataclasses import dataclass
from operator import attrgetter

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime

from core.export import csv_response
from core.importing.registry import title_of
from core.importing.report import COUNTED, HEADINGS, Report, Type
from core.models import Import
from core.rendering import typographie
from core.text import fold, french_number

LINES_SHOWN = 50
# Those that ask something of the editors come before what is merely told.
ORDER = (Type.REFUS, Type.DOUTE, Type.DIFFERENCE, Type.DISPARITION, Type.RETOUR, Type.CHANGEMENT, Type.AJOUT)
WHO = ("identifiant", attrgetter("cle")), ("nom", attrgetter("libelle"))
PLACE = ("place dans le fichier", attrgetter("place"))
DETAILS = (
    ("champ", attrgetter("champ")),
    ("avant", attrgetter("ancien")),
    ("après", attrgetter("nouveau")),
    ("raison", attrgetter("raison")),
)
# Of a value that stays as it is, nothing comes before or after.
SIDES = {"avant": "dans le guide", "après": "dans l’édition"}


@dataclass(frozen=True)
class Table:
    """Figures or lines: the names of the columns, and rows of as many cells."""

    titre: str
    colonnes: list
    lignes: list
    total: int = 0

    @property
    def manquent(self):
        """Return how many lines are left to the file."""
        return max(0, self.total - len(self.lignes))


@dataclass(frozen=True)
class Shown:
    """What `admin/imports/rapport.html` shows: facts about the file, figures first, then lines, and notes."""

    titre: str
    faits: list
    figures: list
    tables: list
    notes: list


def shown(report):
    """Return the `Shown` of a `Report` or of an `Import`."""
    if isinstance(report, Report):
        counts, links, title = report.counts, report.link_counts, report.title
        lines = {type_: report.of_type(type_) for type_ in ORDER}
        cut = {type_: (found[:LINES_SHOWN], len(found)) for type_, found in lines.items()}
    else:
        counts, links, title = report.comptes, report.liens, title_of(report.famille)
        cut = {type_: cut_of(report.lignes.filter(type=type_)) for type_ in ORDER}
    figures = [figures_of("Sorte", counts, COUNTED), figures_of("Liste", links, ())]
    return Shown(
        title,
        facts(report),
        [table for table in figures if table.lignes],
        [lines_of(type_, *cut[type_]) for type_ in ORDER if cut[type_][1]],
        report.notes,
    )


def cut_of(lines):
    return list(lines[:LINES_SHOWN]), lines.count()


def facts(report):
    """Return the (name, value) that say which file it was."""
    edition = f"{report.edition:%d/%m/%Y}" if report.edition else "non datée"
    found = [
        ("Fichier", report.fichier),
        ("Édition", edition),
        ("Encodage", report.encodage),
        ("Empreinte SHA-256", report.empreinte),
        ("Durée", f"{round(report.secondes)} s"),
    ]
    if isinstance(report, Import):
        who = report.fait_par or "la ligne de commande"
        found += [
            ("Écrit le", f"{date_format(localtime(report.fait_le), 'j F Y, H:i')}, par {who}"),
            ("Licence", report.source.licence),
        ]
    return [(name, value) for name, value in found if value]


def figures_of(name, counts, wanted):
    """Return the table of {label: {what: number}}: the columns wanted, then those that are not nought.

    By label: what a database keeps as JSON comes back in no order of ours from PostgreSQL.
    """
    others = {what for row in counts.values() for what, number in row.items() if number}
    columns = list(dict.fromkeys([*wanted, *sorted(others)]))
    rows = [
        [capfirst(label), *(french_number(row.get(what, 0)) for what in columns)]
        for label, row in by_label(counts)
    ]
    return Table(f"{name}s, en chiffres", [name, *map(capfirst, columns)], rows)


def by_label(counts):
    return sorted(counts.items(), key=lambda pair: fold(pair[0]))


def lines_of(type_, lines, total):
    """Return the table of some lines of one type: what they are about, then what any of them has to say."""
    # Where it stands in the file is asked only of what the file has wrong.
    possible = (*WHO, *([PLACE] if type_ == Type.REFUS else []), *DETAILS)
    columns = [(name, of) for name, of in possible if any(map(of, lines))]
    if type_ == Type.DIFFERENCE:
        columns = [(SIDES.get(name, name), of) for name, of in columns]
    rows = [[typographie(of(line)) for _, of in columns] for line in lines]
    return Table(HEADINGS[type_], [capfirst(name) for name, _ in columns], rows, total)


def as_csv(report):
    """Return every line of a report as a file to download."""
    lines = report.lines if isinstance(report, Report) else report.lignes.iterator()
    name = f"rapport-{report.fichier.split('.')[0][:60]}.csv"
    header = ["ce qui s’est passé", "sorte", *(column for column, _ in (*WHO, PLACE, *DETAILS))]
    rows = (
        [Type(line.type).label, line.sorte, *(of(line) for _, of in (*WHO, PLACE, *DETAILS))]
        for line in lines
    )
    return csv_response(name, header, rows)
