"""ONISEP's « table de passage » (XML, JSON, CSV): certifications of the register → formations of the guide.

A row with an identifier of ONISEP speaks of that formation. One without is a certification of its own, known
by its code of the register. Several rows may speak of one formation, or bear one code.
"""

from core.importing.records import Record, Refusal
from core.opendata_text import clean, identifier
from core.readers import RefusedFile, read_rows
from core.readers.formats import format_of
from formations.models import Formation
from formations.opendata.codes import KEY, code_of
from formations.opendata.labels import title, type_of
from formations.opendata.levels import level_fields

FORMATION = "formations.formation"
END = b"</item>"
IDENTIFIER = "certif_info_ci_identifiant"
# The CSV names them otherwise: « Certif Info (CI) Identifiant », « CI Code RNCP ».
COLUMNS = [
    IDENTIFIER,
    "ci_niveau_europeen",
    "ci_intitule_type_diplome",
    "ci_intitule",
    "ci_code_rncp",
    "rncp_intitule",
    "ideo_identifiant_formation",
    "ideo_libelle_complet_formation",
]
LONGEST_TITLE = 250
NO_KEY = "ni identifiant de l’ONISEP ni code RNCP : rien ne désigne la ligne d’une édition à l’autre"
OPTIONS = ("lignes d’une certification qu’une formation porte déjà", "une option de plus, sans page à elle")


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or row that cannot be taken over."""
    member = published.only("*.xml", "*.json", "*.csv")
    reading.encoding = member.encoding
    formations, certifications = {}, {}
    seen = {}
    xml = format_of(member) == "xml"
    total = member.count(END if xml else b"\n")
    for position, cells in read_rows(member, COLUMNS):
        reading.advance(position, total)
        place = f"ligne {position}"
        row = {name: clean(cells.get(name, "")) for name in COLUMNS}
        fault = next(((name, "cet élément manque") for name in COLUMNS if xml and name not in cells), None)
        key, code = identifier(row["ideo_identifiant_formation"]), row["ci_code_rncp"]
        first = seen.setdefault(row[IDENTIFIER] or place, place)
        if first != place:
            raise RefusedFile(
                f"{member.name} : l’identifiant {row[IDENTIFIER]} figure deux fois ({first}, {place})."
            )
        if fault:
            yield Refusal(FORMATION, key or code, place, *fault, title(row["ci_intitule"]))
        elif key and not KEY.fullmatch(key):
            reason = f"« {key} » n’est pas un identifiant de formation (« FOR.5574 »)"
            yield Refusal(
                FORMATION, key, place, "ideo_identifiant_formation", reason, title(row["ci_intitule"])
            )
        elif code and not code_of(code):
            yield Refusal(FORMATION, key or code, place, "ci_code_rncp", f"« {code} » n’est pas un code RNCP")
        elif key:
            formations.setdefault(key, []).append((place, row))
        elif code:
            certifications.setdefault(code_of(code), []).append((place, row))
        else:
            yield Refusal(
                FORMATION, row[IDENTIFIER], place, "ci_code_rncp", NO_KEY, title(row["ci_intitule"])
            )
    borne = set()
    for key, rows in formations.items():
        codes = codes_of(rows)
        borne |= codes
        yield from formation(key, rows, codes)
    for code, rows in certifications.items():
        if code in borne:
            reading.leave_out(*OPTIONS, len(rows))
        else:
            yield from certification(code, rows)


def codes_of(rows):
    return {code_of(row["ci_code_rncp"]) for _, row in rows if row["ci_code_rncp"]}


def formation(key, rows, codes):
    """Yield the `Record` of a formation of ONISEP, its refusals before it."""
    place, row = rows[0]
    label = title(row["ideo_libelle_complet_formation"] or row["ci_intitule"])
    if len(codes) > 1:
        reason = f"plusieurs certifications pour une formation : {', '.join(sorted(codes))}"
        yield Refusal(FORMATION, key, place, "ci_code_rncp", reason, label, row_kept=True)
    hints = {"nom": label, "onisep_id": key, "code": next(iter(codes)) if len(codes) == 1 else ""}
    yield from record(key, label, rows, hints, {"onisep_id": key})


def certification(code, rows):
    """Yield the `Record` of a certification that no formation of ONISEP leads to, its refusals before it."""
    row = rows[0][1]
    names = (row["ci_intitule"], row["rncp_intitule"])
    # Options have their own names; what they share, or what is too long for a title, is in the register.
    is_own = len(rows) == 1 and len(names[0]) <= LONGEST_TITLE
    label = title(next(filter(None, names if is_own else reversed(names)), ""))
    yield from record(code, label, rows, {"nom": label, "code": code}, {})


def record(key, label, rows, hints, fields):
    """Yield the `Record` of rows that speak of one thing, its refusals before it."""
    place, row = rows[0]
    kind = row["ci_intitule_type_diplome"]
    if (type_ := type_of(kind)) is None:
        reason = f"le guide ne connaît pas le type « {kind} »"
        yield Refusal(FORMATION, key, place, "ci_intitule_type_diplome", reason, label, row_kept=True)
    levels = {one["ci_niveau_europeen"] for _, one in rows}
    level, reason = level_fields(levels.pop()) if len(levels) == 1 else ({}, "plusieurs niveaux")
    if reason:
        yield Refusal(FORMATION, key, place, "ci_niveau_europeen", reason, label, row_kept=True)
    fields |= {
        "intitule": label,
        "type": type_ or Formation.Type.AUTRE,
        **level,
        "code_rncp": hints["code"] or None,
    }
    yield Record(FORMATION, key, label, place, fields, hints=hints)
