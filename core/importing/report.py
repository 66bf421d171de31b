"""What an import did or would do: counts per kind of row, and a line for each thing worth reading."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date

from core.importing.agreement import counted
from core.models import LigneImport
from core.text import french_number, printable

Type = LigneImport.Type
HEADINGS = {
    Type.AJOUT: "Ajoutés",
    Type.CHANGEMENT: "Changés",
    Type.DISPARITION: "Disparus de la source (marqués, jamais supprimés)",
    Type.RETOUR: "Revenus dans la source",
    Type.REFUS: "Refusés",
    Type.DIFFERENCE: "Gardés tels que la rédaction les a écrits",
    Type.DOUTE: "À rapprocher par la rédaction",
}
COUNTED = ("ajoutés", "changés", "inchangés", "disparus", "refusés", "à rapprocher")
# What is counted of the links that earlier files asked for, whose target has come.
HEALED = "faits après attente"
LINES_SHOWN = 12
LENGTHS = {
    name: LigneImport._meta.get_field(name).max_length
    for name in ("sorte", "cle", "libelle", "place", "champ", "ancien", "nouveau", "raison")
}
CHANGES = ("ajoutés", "changés", "disparus", "revenus")


@dataclass
class Line:
    """One line of a report; the names are those of `LigneImport`."""

    type: Type
    sorte: str
    cle: str = ""
    libelle: str = ""
    place: str = ""
    champ: str = ""
    ancien: str = ""
    nouveau: str = ""
    raison: str = ""

    def __post_init__(self):
        """Cut each text to what `LigneImport` holds; what a file says may be of any length, and anything."""
        for name, most in LENGTHS.items():
            text = printable(getattr(self, name))
            setattr(self, name, text if len(text) <= most else f"{text[: most - 1]}…")

    def __str__(self):
        what = " ".join(dict.fromkeys(filter(None, (self.cle, self.libelle)))) or self.place
        # A row that others name stands nowhere else in the file: its place is its name, in quotes.
        place = f" ({self.place})" if self.place and self.place.strip("«»\u00a0 ") not in what else ""
        words = f"{what}{place}"
        if self.champ:
            words += f", {self.champ}"
        if self.ancien or self.nouveau:
            words += f" : {between_quotes(self.ancien)} → {between_quotes(self.nouveau)}"
        return f"{words} : {self.raison}" if self.raison else words


@dataclass
class Report:
    """The whole of it. `counts` is {plural label: {count: number}}; `notes` are sentences."""

    title: str
    fichier: str
    empreinte: str
    encodage: str = ""
    edition: object = None
    committed: bool = False
    secondes: float = 0
    counts: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    links: Counter = field(default_factory=Counter)

    def count(self, table, what, number=1):
        """Add to a count of a kind of row; every kind shows the same counts."""
        self.counts.setdefault(table, dict.fromkeys(COUNTED, 0))
        self.counts[table][what] = self.counts[table].get(what, 0) + number

    @property
    def changes(self):
        """Return how many rows were added, changed or marked."""
        return sum(row.get(what, 0) for row in self.counts.values() for what in CHANGES) + sum(
            self.links[what] for what in self.links if what[1] == HEALED
        )

    def of_type(self, type_):
        return [line for line in self.lines if line.type == type_]

    @property
    def link_counts(self):
        """Return {list: {what: number}}, as `counts` does for the rows."""
        found = {}
        for (label, what), number in sorted(self.links.items()):
            found.setdefault(label, {})[what] = number
        return found

    def data(self):
        """Return it as JSON can hold it; `from_data` reads it back."""
        links = [[label, what, number] for (label, what), number in self.links.items()]
        return {**asdict(self), "links": links, "edition": self.edition and self.edition.isoformat()}

    @classmethod
    def from_data(cls, data):
        """Return the `Report` that `data` was made of."""
        return cls(
            **{
                **data,
                "edition": data["edition"] and date.fromisoformat(data["edition"]),
                "links": Counter({(label, what): number for label, what, number in data["links"]}),
                "lines": [Line(**{**line, "type": Type(line["type"])}) for line in data["lines"]],
            }
        )

    def text(self, everything=False):
        """Return the report as the command prints it, in French; `everything`: without cutting the lists."""
        edition = f", édition du {self.edition:%d/%m/%Y}" if self.edition else ", édition non datée"
        words = [f"{self.title}{edition}", f"Fichier : {self.fichier} (SHA-256 {self.empreinte[:16]}…)"]
        if self.encodage:
            words.append(f"Encodage : {self.encodage}")
        for table, counts in self.counts.items():
            shown = ", ".join(
                counted(number, what, table)
                for what, number in counts.items()
                if number or what in COUNTED[:3]
            )
            words.append(f"{table} : {shown}")
        for (label, what), number in sorted(self.links.items()):
            words.append(f"  {label} : {counted(number, what, label)}")
        words += [f"Note : {note}" for note in self.notes]
        for type_, heading in HEADINGS.items():
            words += listed(heading, self.of_type(type_), everything)
        return "\n".join([*words, self.conclusion])

    @property
    def conclusion(self):
        """Return the last sentence: what was written, and how long it took."""
        if not self.changes:
            done = "Rien à changer : la base dit déjà ce que dit ce fichier."
        elif self.committed:
            done = "Écrit dans la base."
        else:
            done = "Rien n’a été écrit : c’est un essai. Ajoutez --commit pour écrire."
        return f"{done} ({french_number(f'{self.secondes:.1f}')} s)"


def listed(heading, lines, everything):
    """Return the lines of one heading, the first ones only unless all are asked for."""
    if not lines:
        return []
    shown = lines if everything else lines[:LINES_SHOWN]
    words = [f"{heading} ({len(lines)}) :", *(f"  - {line}" for line in shown)]
    if len(shown) < len(lines):
        words.append(f"  … et {len(lines) - len(shown)} de plus (--tout les montre tous)")
    return words


def between_quotes(text):
    return f"« {short(text)} »" if text else "(vide)"


def short(text, most=70):
    """Return the beginning of a text, on one line."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
