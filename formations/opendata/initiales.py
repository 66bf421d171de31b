"""ONISEP's Idéo-Formations initiales en France (CSV, JSON): one row → one `Record` and its fields of studies.

Two editions: that of 2022, of 12 columns, whose bare level runs on the scale of before 2019, and the later
ones, of 13 and more, with other names and the level of the studies.
"""

import re

from core.importing.records import Record, Ref, Refusal
from core.opendata_text import clean
from core.readers import format_of, read_csv, read_json
from core.readers.tabular import text_lines
from formations.models import Formation
from formations.opendata.domains import DOMAINE, domain_record, entry_of, word_key
from formations.opendata.durations import years
from formations.opendata.labels import title, type_of
from formations.opendata.levels import level_fields

FORMATION = "formations.formation"
KEY = re.compile(r"FOR\.[0-9]+")
CODE = re.compile(r"(?:RNCP)?([0-9]+)", re.IGNORECASE)
SHARED = {
    "type": "libellé type formation",
    "name": "libellé formation principal",
    "short": "sigle formation",
    "length": "durée",
    "code": "code RNCP",
    "domains": "domaine/sous-domaine",
}
EDITION_2022 = SHARED | {"level": "libellé niveau RNCP", "link": "lien site onisep.fr"}
LATER = SHARED | {
    "level": "libellé niveau de certification",
    "study": "niveau de sortie indicatif",
    "link": "URL et ID Onisep",
}
# The same columns as JSON names them.
JSON_NAMES = {
    "type": "libelle_type_formation",
    "name": "libelle_formation_principal",
    "short": "sigle_formation",
    "length": "duree",
    "code": "code_rncp",
    "domains": "domainesous-domaine",
    "level": "libelle_niveau_de_certification",
    "study": "niveau_de_sortie_indicatif",
    "link": "url_et_id_onisep",
}
# As text, where the file has nothing to say.
NOTHING = {"", "non renseigné"}
LEFT_OUT = (
    (("tutelle",), "ministères de tutelle", "ils changent de nom avec les gouvernements"),
    (("code CNIS", "code NSF", "code_nsf"), "codes NSF", "les domaines d’études classent déjà"),
    (("code scolarité", "code_scolarite"), "codes de scolarité", "seuls les services s’en servent"),
)


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or row that cannot be taken over."""
    member = published.only("*.csv", "*.json")
    reading.encoding = member.encoding
    domains, rows, total = {}, [], member.count(b"\n")
    for place, row, columns in rows_of(member):
        reading.advance(len(rows), total)
        for names, what, why in LEFT_OUT:
            said = next((row[name] for name in names if name in row), "")
            if str(said or "").strip() not in NOTHING:
                reading.leave_out(what, why)
        values = {key: str(row.get(name) or "").strip() for key, name in columns.items()}
        rows += formation(values, place, domains)
    parents = [record for record in domains.values() if "parent" not in record.fields]
    yield from parents
    yield from (record for record in domains.values() if "parent" in record.fields)
    yield from rows


def rows_of(member):
    """Yield (place, row, columns) of a member, whichever its format and its edition."""
    if format_of(member) == "json":
        for position, row in read_json(member, JSON_NAMES.values()):
            yield f"ligne {position}", row, JSON_NAMES
        return
    header = next(text_lines(member), "")
    columns = max(EDITION_2022, LATER, key=lambda one: sum(name in header for name in one.values()))
    for line, row in read_csv(member, list(columns.values())):
        yield f"ligne {line}", row, columns


def formation(values, place, domains):
    """Return the `Record` of one row, its refusals before it; its fields of studies go to `domains`."""
    key, label = values["link"].rstrip("/").rsplit("/", 1)[-1], title(values["name"])
    if not KEY.fullmatch(key):
        reason = f"« {values['link']} » ne finit pas par un identifiant de formation (« FOR.5574 »)"
        return [Refusal(FORMATION, key, place, "identifiant", reason, label)]
    refusals = []

    def refuse(field, reason):
        refusals.append(Refusal(FORMATION, key, place, field, reason, label, row_kept=True))

    if (type_ := type_of(values["type"])) is None:
        refuse("type", f"le guide ne connaît pas le type « {values['type']} »")
    levels, reason = level_fields(values["level"], values.get("study", ""))
    if reason:
        refuse("niveau", reason)
    length, code = None, CODE.fullmatch(values["code"])
    try:
        length = years(values["length"])
    except ValueError as error:
        refuse("durée", f"« {error} » n’est pas une durée en années, mois ou semaines")
    if values["code"] and not code:
        refuse("code RNCP", f"« {values['code']} » n’est pas un code RNCP")
    fields = {
        "intitule": label,
        "sigle": clean(values["short"]),
        "type": type_ or Formation.Type.AUTRE,
        **levels,
        "duree_annees": length,
        "code_rncp": f"RNCP{code[1]}" if code else None,
    }
    links = {"domaines": list(filed(values["domains"], domains))}
    hints = {"nom": label, "onisep_id": key, "code": fields["code_rncp"]}
    return [*refusals, Record(FORMATION, key, label, place, fields, links, hints)]


def filed(words, domains):
    """Yield the `Entry`s of « a/b| c/d », each once, the finest domains only; all of them go to `domains`."""
    seen = set()
    for pair in filter(None, map(str.strip, words.split("|"))):
        above, _, label = pair.rpartition("/")
        key, parent = word_key(label), None
        if above:
            parent = Ref(DOMAINE, word_key(above))
            domains.setdefault(parent.key, domain_record(parent.key, above))
        if key not in domains or (parent and "parent" not in domains[key].fields):
            domains[key] = domain_record(key, label, parent)
        if key not in seen:
            seen.add(key)
            yield entry_of(key, clean(label))
