"""The Dares' median wages by professional family (folder or zip): one family → one `Record`, its sure codes.

Three files count: the medians (three nested levels in one column), the passage from families to ROME codes of
version 3, and the dictionary of variables (xlsx), which names the families and says what the medians are:
« salaire mensuel net médian des salariés à temps complet (hors apprentis et stagiaires) ».

A ROME code leads to a family for certain when it leads to no other in the passage: a third of them lead to
several, and which one a métier belongs to is then not known.
"""

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from core.importing.records import Entry, Record, Ref, Refusal
from core.opendata_text import clean, identifier
from core.readers import RefusedFile, read_csv, read_xml
from core.readers.files import book_members, named
from core.text import capitalised
from metiers.opendata.rome_codes import CODE as CODE_ROME

FAMILY, CODE = "metiers.familleprofessionnelle", "metiers.coderome"
# The finest of three levels: « M2Z90 ». « ZZZZZ » stands for no family at all.
KEY = re.compile(r"[A-Y]\d[A-Z]\d\d")
WIDER = re.compile(r"[A-Z]|[A-Z]\d[A-Z]|Z+|Ensemble", re.IGNORECASE)
PERIOD = re.compile(r"(\d{4})(?: ?(?:[-–/]|à) ?(\d{4}))?")
# What may stand in an amount beside its figures: « 1 394 € ».
BESIDE_AMOUNT = re.compile(r"\s|€|euros?", re.IGNORECASE)
# A median of a month's work has never been less: « 1.394 » is no euro and a half.
LEAST = 100
NOTHING = ("", "NA", "na")
MEDIANS = ("*salaire*median*.csv*", ["Fap3", "Annee", "Salaire_median"], "les médianes")
PASSAGE_COLUMNS = {
    "Fap": ("Fap",),
    "Rome": ("Rome", "Code ROME"),
    "intitule_rome": ("intitule_rome",),
}
PASSAGE = ("*fap*rome*.csv*", PASSAGE_COLUMNS, "le passage des familles aux codes ROME")
STRINGS, SHEET = "sharedstrings.xml", "sheet1.xml"
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(published, reading):
    """Yield the `Record` of each family that a ROME code leads to for certain, and the `Refusal`s."""
    medians, refusals = medians_of(published, reading)
    yield from refusals
    names = names_of(published)
    if not names:
        reading.leave_out(
            "dictionnaire des variables", "absent : les familles n’ont que leur code et leurs métiers"
        )
    codes, refusals = codes_of(published, reading, medians)
    yield from refusals
    families = Counter(code for titles in codes.values() for code in titles)
    reading.leave_out(
        "codes ROME",
        "ils mènent à plusieurs familles : aucune n’est sûre",
        sum(number > 1 for number in families.values()),
    )
    for count, (key, (place, period, amount)) in enumerate(medians.items(), start=1):
        reading.advance(count, len(medians))
        titles = codes.get(key, {})
        certain = [code for code in titles if families[code] == 1]
        if not certain:
            reading.leave_out("familles", "aucun code ROME n’y mène avec certitude")
            continue
        label = names.get(key, "")
        # Without the dictionary, the names that came before stay.
        fields = {"nom": label} if names else {}
        fields |= {"reunit": "\n".join(dict.fromkeys(titles.values()))}
        fields |= {"mediane": amount, "annee_debut": period[0], "annee_fin": period[1]}
        links = [Entry(code, ref=Ref(CODE, code, "code", f"{code} {titles[code]}")) for code in certain]
        yield Record(FAMILY, key, label or key, place, fields, {"codes_rome": links})


def table(published, reading, pattern, columns, what):
    """Yield (place, row) of one of the files; raise `RefusedFile` if it is not there, or there twice."""
    found = published.find(pattern)
    if len(found) != 1:
        count = "plusieurs fichiers pour" if found else "il manque"
        names = ", ".join(member.name for member in (found or published.members)[:8])
        raise RefusedFile(f"{published.name} : {count} {what} (« {pattern} ») ; trouvé : {names}.")
    member = found[0]
    reading.encoding = " ; ".join(filter(None, [reading.encoding, member.encoding]))
    for line, row in read_csv(member, columns):
        yield f"{member.name}, ligne {line}", {name: row[name].strip() for name in columns}


def medians_of(published, reading):
    """Return ({family: (place, (first year, last year), amount)} of the latest period, refusals)."""
    known, refusals = {}, []
    for place, row in table(published, reading, *MEDIANS):
        key, period = identifier(row["Fap3"]), PERIOD.fullmatch(row["Annee"])
        if not KEY.fullmatch(key):
            if WIDER.fullmatch(key):
                reading.leave_out("médianes de familles plus larges", "une seule par métier, la plus fine")
            else:
                reason = f"« {row['Fap3']} » n’est pas le code d’une famille (« M2Z90 »)"
                refusals.append(Refusal(FAMILY, key, place, "Fap3", reason))
        elif row["Salaire_median"] in NOTHING:
            reading.leave_out("médianes", "le fichier n’en donne pas le montant (NA)")
        elif not period:
            reason = f"« {row['Annee']} » n’est pas une période (« 2017-2019 »)"
            refusals.append(Refusal(FAMILY, key, place, "Annee", reason))
        elif (amount := amount_of(row["Salaire_median"])) is None:
            reason = f"« {row['Salaire_median']} » n’est pas un montant"
            refusals.append(Refusal(FAMILY, key, place, "Salaire_median", reason))
        else:
            years = (int(period[1]), int(period[2] or period[1]))
            if (key, years) in known:
                first = known[key, years][0]
                raise RefusedFile(
                    f"{place} : {key} figure deux fois pour {row['Annee']} (déjà {first.split(', ')[-1]})."
                )
            known[key, years] = (place, years, amount)
    latest = max((years for _, years in known), key=lambda years: years[1], default=None)
    reading.leave_out(
        "médianes de périodes plus anciennes",
        "la dernière seule est montrée",
        sum(years != latest for _, years in known),
    )
    return {key: row for (key, years), row in known.items() if years == latest}, refusals


def amount_of(text):
    """Return an amount in euros a month, None for what is not one."""
    try:
        amount = Decimal(BESIDE_AMOUNT.sub("", text).replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= LEAST else None


def codes_of(published, reading, medians):
    """Return ({family: {ROME code of version 3: its title}}, refusals)."""
    found, refusals = {}, []
    for place, row in table(published, reading, *PASSAGE):
        key, code, title = (
            identifier(row["Fap"]),
            identifier(row["Rome"]),
            capitalised(clean(row["intitule_rome"])),
        )
        if key in NOTHING or code in NOTHING:
            reading.leave_out("lignes du passage", "sans famille ou sans code ROME")
        elif not KEY.fullmatch(key) or not CODE_ROME.fullmatch(code):
            reason = f"« {row['Fap']} » et « {row['Rome']} » ne sont pas une famille et un code ROME"
            refusals.append(Refusal(FAMILY, key, place, "Rome", reason, row_kept=key in medians))
        else:
            found.setdefault(key, {})[code] = title
    reading.leave_out(
        "familles", "le fichier des médianes n’en dit rien", sum(key not in medians for key in found)
    )
    return found, refusals


def names_of(published):
    """Return {family: its name} of the dictionary of variables, {} where it is not in the folder.

    A row of its sheet has the code of a family in one cell and its name in the next.
    """
    # In a zip, the workbook is one of the files; of a folder, its own are read.
    members = [*published.members, *(one for book in published.find("*.xlsx") for one in book_members(book))]
    strings, sheets = named(members, STRINGS), named(members, SHEET)
    if len(strings) != 1 or len(sheets) != 1:
        return {}
    words = [
        "".join(text.text or "" for text in element.iter(f"{SPREADSHEET}t"))
        for _, element in read_xml(strings[0], f"{SPREADSHEET}sst", f"{SPREADSHEET}si")
    ]
    names = {}
    for _, data in read_xml(sheets[0], f"{SPREADSHEET}worksheet", f"{SPREADSHEET}sheetData"):
        for row in data.iter(f"{SPREADSHEET}row"):
            cells = [cell_text(cell, words) for cell in row.iter(f"{SPREADSHEET}c")]
            for code, name in pairwise(cells):
                if KEY.fullmatch(code) and name.strip():
                    names[code] = capitalised(clean(name))
    return names


def cell_text(cell, words):
    """Return what a cell of the sheet shows: one of the shared words, or its own value."""
    value = cell.findtext(f"{SPREADSHEET}v") or ""
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(words):
        return words[int(value)]
    return value
