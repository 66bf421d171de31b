"""France Travail's ROME (zip or folder of CSV tables): one code → one `Record`, with all that hangs on it.

Each list of a métier comes from a table of its own; `rome_links` reads those. The words they use (domains,
skills, sectors, interests) are records too.
"""

from core.importing.records import Entry, Record, Ref, Refusal
from core.readers import RefusedFile
from core.text import fold
from metiers.models import Appellation, Metier
from metiers.opendata.rome_codes import CODE, rank_of, riasec
from metiers.opendata.rome_files import Tables, edition_of
from metiers.opendata.rome_links import CODE_ROME, METIER, interests, mobility, sectors, skills
from metiers.opendata.rome_names import accented, gendered, settled, undoubled

__all__ = ["edition_of", "read"]

DOMAIN = "core.domaine"
LONGEST_TEASER = 300
# Of the reading: names and texts, profiles and domains, and each list.
STEPS = 6
REFERENCE, NAMES = "referentiel_code_rome", "referentiel_appellation"
DEFINITION, ACCESS = "definition", "acces_metier"


def read(published, reading):
    """Yield the `Record`s of the archive, and a `Refusal` for each code or value that cannot be used."""
    tables = Tables(published, reading)
    metiers, refusals = codes(tables)
    reading.advance(1, STEPS)
    refusals += names(tables, metiers, reading)
    texts(tables, metiers, reading)
    profiles, faults = riasec_profiles(tables, metiers)
    reading.advance(2, STEPS)
    words = [*domains(tables, metiers)]
    for number, lists in enumerate((skills, interests, sectors, mobility), start=3):
        words += lists(tables, metiers, reading)
        reading.advance(number, STEPS)
    yield from refusals
    yield from faults
    yield from code_records(metiers)
    yield from words
    for metier in metiers.values():
        metier.record.fields |= profiles.get(metier.record.key, {})
        yield metier.record


class RomeMetier:
    """A métier of the ROME while its tables are read: its label, its code of version 3, its `Record`."""

    def __init__(self, code, label, place, parent):
        masculin, feminin = gendered(label)
        self.label, self.parent = label, parent
        self.record = Record(
            METIER,
            code,
            label,
            place,
            {"nom_masculin": masculin, "nom_feminin": feminin, "ampleur": Metier.Ampleur.COURTE},
            {
                "appellations": [],
                "codes_rome": [Entry(code, ref=Ref(CODE_ROME, code, label=code))],
                "domaines": [Entry(code[:3], ref=Ref(DOMAIN, code[:3], label=code[:3]))],
            },
            {"noms": [masculin, feminin], "synonymes": [], "codes": list(dict.fromkeys([code, parent]))},
        )


def codes(tables):
    """Return ({code: `RomeMetier`}, refusals) of the table of codes, codes of version 3 first."""
    found, refusals = {}, []
    for place, row in tables.rows(REFERENCE):
        code, label = row["code_rome"].strip(), settled(row["libelle_rome"])
        parent = (row.get("code_rome_parent") or "").strip() or code
        if not CODE.fullmatch(code):
            reason = f"« {code} » n’est pas un code ROME (« M1802 »)"
            refusals.append(Refusal(METIER, code, place, "code_rome", reason, label))
        elif not label:
            refusals.append(Refusal(METIER, code, place, "libelle_rome", "ce code n’a pas de libellé"))
        elif code in found:
            places = f"{found[code].record.place}, {place}"
            raise RefusedFile(f"{tables.name} : le code {code} figure deux fois ({places}).")
        else:
            if not CODE.fullmatch(parent):
                reason = f"« {parent} » n’est pas un code ROME (« M1802 »)"
                refusals.append(
                    Refusal(METIER, code, place, "code_rome_parent", reason, label, row_kept=True)
                )
                parent = code
            found[code] = RomeMetier(code, label, place, parent)
    # A parent stands before its children, so that each finds it.
    return dict(sorted(found.items(), key=lambda item: (item[1].parent != item[0], item[0]))), refusals


def code_records(metiers):
    """Yield the `Record` of each code; a code that did not exist in version 3 names the one it comes from."""
    for metier in metiers.values():
        code, parent = metier.record.key, metier.parent
        fields = {"libelle": metier.label}
        if parent != code:
            fields["parent"] = Ref(CODE_ROME, parent, label=parent)
        yield Record(CODE_ROME, code, metier.label, metier.record.place, fields)


def names(tables, metiers, reading):
    """Add to each métier its other names, each once; those that are little used serve the search alone.

    Returns the refusals of names without a code.
    """
    orphans, places, refusals = 0, {}, []
    known = {code: {fold(name) for name in metier.record.hints["noms"]} for code, metier in metiers.items()}
    for place, row in tables.rows(NAMES):
        code, label = row["code_rome"].strip(), settled(row["libelle_appellation_long"])
        key = row["code_ogr"].strip()
        if key and places.setdefault(key, place) != place:
            twice = f"{places[key]}, {place}"
            raise RefusedFile(f"{tables.name} : l’appellation {key} figure deux fois ({twice}).")
        if code not in metiers:
            orphans += 1
            continue
        if not key:
            reason = f"l’appellation « {label} » n’a pas de code"
            refusals.append(
                Refusal(METIER, code, place, "code_ogr", reason, metiers[code].label, row_kept=True)
            )
            continue
        masculin, feminin = gendered(label)
        if not masculin or fold(masculin) in known[code]:
            continue
        known[code].add(fold(masculin))
        is_rare = row.get("peu_usite") == "O"
        kind = Appellation.Type.MASQUEE if is_rare else Appellation.Type.OFFICIELLE
        values = {"masculin": masculin, "feminin": feminin, "type": kind}
        metiers[code].record.links["appellations"].append(Entry(key, values))
    reading.leave_out("appellations", "leur code ROME n’est pas dans le fichier", orphans)
    return refusals


def texts(tables, metiers, reading):
    """Add to each métier its definition and its ways in: a row is a sentence, to be put in its place."""
    if "texte" not in tables:
        return
    sentences, orphans = {}, 0
    for _, row in tables.rows("texte"):
        code, kind = row["code_rome"].strip(), row["libelle_type_texte"].strip()
        if code not in metiers or kind not in (DEFINITION, ACCESS):
            orphans += 1
            continue
        position = row["position_phrase"].strip()
        sentence = undoubled(row["libelle_texte"])
        sentences.setdefault((code, kind), []).append((rank_of(position), sentence))
    reading.leave_out("phrases", "leur code ROME ou leur sorte n’est pas connu", orphans)
    for code, metier in metiers.items():
        definition = [sentence for _, sentence in sorted(sentences.get((code, DEFINITION), []))]
        access = [sentence for _, sentence in sorted(sentences.get((code, ACCESS), []))]
        teaser, rest = definition[:1], definition[1:]
        if not rest or len(teaser[0]) > LONGEST_TEASER:
            teaser, rest = [], definition
        metier.record.fields |= {
            "accroche": " ".join(teaser),
            "presentation": " ".join(rest),
            "acces": "\n\n".join(access),
        }


def riasec_profiles(tables, metiers):
    """Return ({code: its profile as a field}, refusals)."""
    profiles, refusals = {}, []
    for place, row in tables.rows("referentiel_code_rome_riasec"):
        code = row["code_rome"].strip()
        try:
            profiles[code] = {"riasec": riasec(row["riasec_majeur"], row["riasec_mineur"])}
        except ValueError as error:
            reason = f"« {error} » n’est pas un profil RIASEC"
            label = metiers[code].label if code in metiers else ""
            refusals.append(Refusal(METIER, code, place, "riasec", reason, label, row_kept=True))
    return profiles, refusals


def domains(tables, metiers):
    """Yield the `Record`s of the 14 large domains, then of those within them.

    The code of a métier begins with that of its domain, as « A1203 » with « A12 », and this with « A ».
    """
    tree = (
        ("grand_domaine", "code_grand_domaine", "libelle_grand_domaine"),
        ("domaine_professionnel", "code_domaine_professionnel", "libelle_domaine_professionnel"),
    )
    if not all(table in tables for table, _, _ in tree):
        for metier in metiers.values():
            del metier.record.links["domaines"]
        return
    labels = {}
    for table, key, name in tree:
        for place, row in tables.rows(table):
            code, label = row[key].strip(), accented(settled(row[name]))
            labels[code] = label
            fields = {"nom": label}
            if len(code) > 1:
                fields["parent"] = Ref(DOMAIN, code[:1], label=labels.get(code[:1], code[:1]))
            yield Record(DOMAIN, code, label, place, fields)
