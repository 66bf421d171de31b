"""ONISEP's Idéo-Formations initiales en France (CSV, JSON, XML): a row → a `Record`, its fields of studies.

Two editions: that of 2022, of 12 columns, whose bare level runs on the scale of before 2019, and the later
ones, of 13 and more, with other names and the level of the studies.
"""

from core.importing.records import Record, Ref, Refusal
from core.opendata_text import clean
from core.readers import read_rows
from formations.models import Formation
from formations.opendata.codes import KEY, code_of, key_of
from formations.opendata.domains import DOMAINE, domain_record, entry_of, word_key
from formations.opendata.durations import years
from formations.opendata.labels import title, type_of
from formations.opendata.levels import level_fields

FORMATION = "formations.formation"
# The later names first; the bare level of 2022, « niveau RNCP », is never read: it runs the other way.
COLUMNS = {
    "type": ("libellé type formation",),
    "name": ("libellé formation principal",),
    "short": ("sigle formation",),
    "length": ("durée",),
    "code": ("code RNCP",),
    "domains": ("domaine/sous-domaine",),
    "level": ("libellé niveau de certification", "libellé niveau RNCP"),
    "link": ("URL et ID Onisep", "lien site onisep.fr"),
}
# As text, where the file has nothing to say.
NOTHING = {"", "non renseigné"}
LEFT_OUT = {
    "tutelle": ("ministères de tutelle", "ils changent de nom avec les gouvernements"),
    "code NSF": ("codes NSF", "les domaines d’études classent déjà"),
    "code scolarité": ("codes de scolarité", "seuls les services s’en servent"),
}
OPTIONAL = {name: (name,) for name in LEFT_OUT} | {
    "code NSF": ("code NSF", "code CNIS"),
    "study": ("niveau de sortie indicatif",),
}


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or row that cannot be taken over."""
    member = published.only("*.csv", "*.json", "*.xml")
    reading.encoding = member.encoding
    domains, rows, lengths, total = {}, [], {}, member.count(b"\n")
    for line, row in read_rows(member, COLUMNS, OPTIONAL):
        reading.advance(len(rows), total)
        for name, left_out in LEFT_OUT.items():
            if row.get(name, "") not in NOTHING:
                reading.leave_out(*left_out)
        values = {name: row.get(name, "") for name in (*COLUMNS, "study")}
        length = values.pop("length")
        known = lengths.setdefault(tuple(values.values()), [])
        if not known or length in known:
            rows.append((values, known, f"ligne {line}"))
        # The same row in more or fewer years is the same formation.
        known.append(length)
    rows = [found for row in rows for found in formation(*row, domains)]
    parents = [record for record in domains.values() if "parent" not in record.fields]
    yield from parents
    yield from (record for record in domains.values() if "parent" in record.fields)
    yield from rows


def formation(values, lengths, place, domains):
    """Return the `Record` of one row, its refusals before it; its fields of studies go to `domains`.

    One that is followed in several lengths (`lengths`) has none that is certain.
    """
    key, label = key_of(values["link"]), title(values["name"])
    if not KEY.fullmatch(key):
        reason = f"« {values['link']} » ne finit pas par un identifiant de formation (« FOR.5574 »)"
        return [Refusal(FORMATION, key, place, "identifiant", reason, label)]
    refusals = []

    def refuse(field, reason):
        refusals.append(Refusal(FORMATION, key, place, field, reason, label, row_kept=True))

    if (type_ := type_of(values["type"])) is None:
        refuse("type", f"le guide ne connaît pas le type « {values['type']} »")
    levels, reason = level_fields(values["level"], values["study"])
    if reason:
        refuse("niveau", reason)
    length, code = None, code_of(values["code"])
    if len(set(lengths)) > 1:
        refuse("durée", f"plusieurs durées pour une formation : {', '.join(lengths)}")
        lengths = [""]
    try:
        length = years(lengths[0])
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
        "code_rncp": code,
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
            parent = Ref(DOMAINE, word_key(above), label=clean(above))
            domains.setdefault(parent.key, domain_record(parent.key, above))
        if key not in domains or (parent and "parent" not in domains[key].fields):
            domains[key] = domain_record(key, label, parent)
        if key not in seen:
            seen.add(key)
            yield entry_of(key, clean(label))
