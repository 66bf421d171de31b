"""ONISEP's Idéo-Métiers (CSV, JSON, XML): the list of its métiers, a row per publication that speaks of one.

One métier → one `Record`: its names, its ROME codes, the fields of work it is filed under. A métier that has
no fiche yet becomes a mention.
"""

import re

from core.importing.records import Record, Refusal, file_under
from core.opendata_text import clean, identifier
from core.readers import read_rows
from formations.opendata.domains import word_key
from metiers.opendata.onisep_names import both_genders
from metiers.opendata.rome_codes import split_codes

METIER, CODE, DOMAIN = "metiers.metier", "metiers.coderome", "core.domaine"
KEY = re.compile(r"MET\.[0-9]+")
COLUMNS = {
    "name": ("libellé métier",),
    "link": ("lien site onisep.fr",),
    "domains": ("domaine/sous-domaine",),
    # Those of 2022 did not say of which version, and were of the third too.
    "codes": ("code ROME (V.3)", "code ROME"),
}
# By column: what the guide leaves out, and why.
LEFT_OUT = {
    "nom publication": ("publications", "le guide ne tient pas de catalogue de livres"),
    "GFE": ("groupes formation-emploi", "les domaines de l’ONISEP classent déjà"),
    "libellé ROME": (
        "libellés ROME",
        "ce sont ceux de la version 3, dont les codes ont aujourd’hui d’autres libellés",
    ),
}
OPTIONAL = {name: (name,) for name in LEFT_OUT} | {"libellé ROME": ("libellé ROME (V.3)", "libellé ROME")}


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or row that cannot be taken over."""
    member = published.only("*.csv", "*.json", "*.xml")
    reading.encoding = member.encoding
    words, metiers = {}, {}
    for count, (line, row) in enumerate(read_rows(member, COLUMNS, OPTIONAL), start=1):
        reading.advance(count)
        for name, left_out in LEFT_OUT.items():
            if row.get(name):
                reading.leave_out(*left_out)
        values = {name: row.get(name, "") for name in COLUMNS}
        yield from metier(values, f"ligne {line}", metiers, words)
    # A domain stands before those within it.
    yield from sorted(words.values(), key=lambda record: "parent" in record.fields)
    yield from metiers.values()


def metier(values, place, metiers, words):
    """Add what a row says to its métier, in `metiers`, and to `words`; yield the refusals."""
    key, label = identifier(values["link"].rstrip("/ ").rsplit("/", 1)[-1]), clean(values["name"])
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
