"""ONISEP's Idéo-Métiers (CSV, JSON, XML): the list of its métiers, a row per publication that speaks of one.

One métier → one `Record`: its names, its ROME codes, the fields of work it is filed under. A métier that has
no fiche yet becomes a mention.
"""

import re

from core.importing.records import Entry, Record, Ref, Refusal
from core.opendata_text import clean
from core.readers import format_of, read_csv, read_json, read_xml
from core.readers.tabular import text_lines
from formations.opendata.domains import word_key
from metiers.opendata.onisep_names import both_genders
from metiers.opendata.rome_codes import split_codes

METIER, CODE, DOMAIN = "metiers.metier", "metiers.coderome", "core.domaine"
KEY = re.compile(r"MET\.[0-9]+")
ROOT, TAG = "root", "item"
SHARED = {"name": "libellé métier", "link": "lien site onisep.fr", "domains": "domaine/sous-domaine"}
EDITION_2022 = SHARED | {"codes": "code ROME"}
LATER = SHARED | {"codes": "code ROME (V.3)"}
# The same columns as JSON and XML name them.
OTHER_NAMES = {
    "name": "libelle_metier",
    "link": "lien_site_onisepfr",
    "domains": "domainesous-domaine",
    "codes": "code_rome",
}
LEFT_OUT = (
    (("nom publication", "nom_publication"), "publications", "le guide ne tient pas de catalogue de livres"),
    (("GFE", "gfe"), "groupes formation-emploi", "les domaines de l’ONISEP classent déjà"),
    (
        ("libellé ROME", "libellé ROME (V.3)", "libelle_rome"),
        "libellés ROME",
        "ce sont ceux de la version 3, dont les codes ont aujourd’hui d’autres libellés",
    ),
)


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or row that cannot be taken over."""
    member = published.only("*.csv", "*.json", "*.xml")
    reading.encoding = member.encoding
    words, metiers = {}, {}
    for count, (place, row, columns) in enumerate(rows_of(member), start=1):
        reading.advance(count)
        for names, what, why in LEFT_OUT:
            if any(str(row.get(name) or "").strip() for name in names):
                reading.leave_out(what, why)
        values = {key: str(row.get(name) or "").strip() for key, name in columns.items()}
        yield from metier(values, place, metiers, words)
    # A domain stands before those within it.
    yield from sorted(words.values(), key=lambda record: "parent" in record.fields)
    yield from metiers.values()


def rows_of(member):
    """Yield (place, row, columns) of a member, whichever its format and its edition."""
    format_ = format_of(member)
    if format_ == "xml":
        for position, element in read_xml(member, ROOT, TAG, OTHER_NAMES.values()):
            yield f"ligne {position}", {child.tag: child.text for child in element}, OTHER_NAMES
    elif format_ == "json":
        for position, row in read_json(member, OTHER_NAMES.values()):
            yield f"ligne {position}", row, OTHER_NAMES
    else:
        header = next(text_lines(member), "")
        columns = LATER if LATER["codes"] in header else EDITION_2022
        for line, row in read_csv(member, list(columns.values())):
            yield f"ligne {line}", row, columns


def metier(values, place, metiers, words):
    """Add what a row says to its métier, in `metiers`, and to `words`; yield the refusals."""
    key, label = values["link"].rstrip("/").rsplit("/", 1)[-1], clean(values["name"])
    if not KEY.fullmatch(key) or not label:
        reason = f"« {values['link']} » ne finit pas par un identifiant de métier (« MET.228 »)"
        yield Refusal(METIER, key, place, "identifiant", reason if label else "sans libellé", label)
        return
    codes, others = split_codes(values["codes"])
    record = metiers.get(key)
    if record is None:
        masculin, feminin = both_genders(label)
        record = metiers[key] = Record(
            METIER,
            key,
            label,
            place,
            {"nom_masculin": masculin, "nom_feminin": feminin},
            {"codes_rome": [], "domaines": []},
            {"noms": [masculin, feminin], "synonymes": [], "codes": []},
        )
        for other in others:
            reason = f"« {other} » n’est pas un code ROME"
            yield Refusal(METIER, key, place, "code ROME", reason, label, row_kept=True)
        if masculin == feminin and "/" in label:
            # Not two genders, or one of them forgotten: what a fiche says of them is surer.
            record.fills = ("nom_masculin", "nom_feminin")
    elif record.label != label:
        reason = f"« {label} » ici, « {record.label} » {record.place}"
        yield Refusal(METIER, key, place, "libellé métier", reason, record.label, row_kept=True)
    filed = [file_under(words, CODE, code, {}) for code in codes]
    record.hints["codes"] += [code for code in codes if code not in record.hints["codes"]]
    add(record.links["codes_rome"], filed)
    add(record.links["domaines"], domains(values["domains"], words))


def add(entries, others):
    """Add to a list the entries that it has not."""
    known = {entry.key for entry in entries}
    entries += [entry for entry in others if entry.key not in known]


def file_under(words, model, key, fields):
    """Return the `Entry` of a word that métiers are filed under, whose own `Record` is made once."""
    label = next(iter(fields.values()), key)
    words.setdefault((model, key), Record(model, key, label, f"« {label} »", fields))
    return Entry(key, ref=Ref(model, key, label=label))


def domains(field, words):
    """Return the `Entry`s of « a/b| c/d », each once, the finest domains only.

    Editions write one domain with dashes or with commas: its key has neither.
    """
    found = {}
    for pair in filter(None, map(str.strip, field.split("|"))):
        above, _, label = map(clean, pair.rpartition("/"))
        fields = {"nom": label}
        if above:
            parent = file_under(words, DOMAIN, word_key(above), {"nom": above})
            fields["parent"] = parent.ref
        found[word_key(label)] = file_under(words, DOMAIN, word_key(label), fields)
    return list(found.values())
