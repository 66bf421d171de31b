"""ONISEP's Idéo-Fiches métiers (XML): one fiche → one `Record`, and the words it is filed under.

The file of 25/06/2024 and any other of its shape. Short fiches, which have a definition alone, are whole
ones for ONISEP. What the guide has no room for is counted in the report.
"""

import re
from html import escape

from core.importing.records import Entry, Record, Ref, Refusal, file_under
from core.opendata_html import UnreadableText, field_to_markdown
from core.opendata_levels import STUDY_LEVELS
from core.opendata_text import clean, identifier
from core.readers import child_texts, fault_of, read_xml, text_of
from metiers.models import FormationMetier, Metier, Salaire, StatutPossible
from metiers.opendata import salary_prose
from metiers.opendata.rome_codes import CODE as CODE_ROME

ROOT, TAG, END = "metiers", "metier", b"</metier>"
TEXTS = [
    "competences",
    "condition_travail",
    "nature_travail",
    "acces_metier",
    "vie_professionnelle",
    "accroche_metier",
]
# Those that the guide takes over; editions add and drop others.
CHILDREN = [
    "identifiant",
    "nom_metier",
    "libelle_feminin",
    "libelle_masculin",
    "synonymes",
    "romesV3",
    *TEXTS,
    "statuts",
    "metiers_associes",
    "niveau_acces_min",
    "formations_min_requise",
    "secteurs_activite",
    "centres_interet",
]
METIER, INTEREST, SECTOR, CODE, DOMAIN = (
    "metiers.metier",
    "metiers.centreinteret",
    "metiers.secteuractivite",
    "metiers.coderome",
    # The ROME's own, which its import brings: a code begins with that of its domain, « A12 ».
    "core.domaine",
)
KEY = re.compile(r"MET\.[0-9]+")
# None of these looks further than the next tag: on what a hostile file repeats, their time would be squared.
H3 = re.compile(r"<h3\b[^<>]*>((?:(?!<h3\b).)*?)</h3>", re.DOTALL | re.IGNORECASE)
STUDIES = re.compile(r"<h5[^<>]*>\s*Durée des études\s*</h5>", re.IGNORECASE)
TAGS = re.compile(r"<(?:script|style)\b[^<>]*>[^<]*</(?:script|style)>|<[^<>]+>", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«\"])")
FRANCE = Ref("core.lieu", "france", "slug", "France")
LONGEST_TEASER = 300
DEFINITION = "Dico des métiers"
STATUSES = {
    "T-ITM.9": StatutPossible.Statut.SALARIE,
    "T-ITM.1": StatutPossible.Statut.FONCTIONNAIRE,
    "T-ITM.5": StatutPossible.Statut.INDEPENDANT,
    "T-ITM.2": StatutPossible.Statut.ARTISAN,
    "T-ITM.8": StatutPossible.Statut.LIBERAL,
    "T-ITM.4": StatutPossible.Statut.INTERMITTENT,
    "T-ITM.6": StatutPossible.Statut.SAISONNIER,
    "T-ITM.3": StatutPossible.Statut.MILITAIRE,
    "T-ITM.7": StatutPossible.Statut.VOLONTAIRE,
}


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or fiche that cannot be taken over."""
    member = published.only("*.xml")
    reading.encoding = member.encoding
    words, fiches, total = {}, [], member.count(END)
    for position, element in read_xml(member, ROOT, TAG, CHILDREN):
        reading.advance(position, total)
        for found in fiche(element, f"fiche {position}", words, reading):
            if isinstance(found, Refusal):
                yield found
            else:
                fiches.append(found)
    mend_relations({record.key: record for record in fiches})
    yield from words.values()
    yield from fiches


def fiche(element, place, words, reading):
    """Yield the `Record` of one fiche, its refusals before it; the words it is filed under go to `words`."""
    key = identifier(text_of(element, "identifiant"))
    label = clean(text_of(element, "nom_metier"))
    if not KEY.fullmatch(key):
        reason = f"« {key} » n’est pas un identifiant de métier (« MET.228 »)"
        yield Refusal(METIER, key, place, "identifiant", reason, label)
        return
    try:
        texts = texts_of(element, reading)
        definition = "format_court" if element.find("formats_courts") is None else "formats_courts"
        fault = fault_of(element, [*CHILDREN, definition], TEXTS)
    except UnreadableText as error:
        texts, fault = {}, (error.field, error.reason)
    if fault:
        yield Refusal(METIER, key, place, *fault, label)
        return
    masculin, feminin = (clean(text_of(element, f"libelle_{gender}")) for gender in ("masculin", "feminin"))
    codes = [identifier(clean(text_of(code, "."))) for code in element.iterfind("romesV3/romeV3")]
    for code in codes:
        if not CODE_ROME.fullmatch(code):
            reason = f"« {code} » n’est pas un code ROME"
            yield Refusal(METIER, key, place, "romesV3", reason, label, row_kept=True)
    codes = [code for code in codes if CODE_ROME.fullmatch(code)]
    statuses = named(element, "statuts/statut")
    for id_, name in statuses:
        if id_ not in STATUSES:
            reason = f"le guide ne connaît pas le statut « {name} » ({id_})"
            yield Refusal(METIER, key, place, "statuts", reason, label, row_kept=True)
    level, refusal = access_level(*next(iter(named(element, "niveau_acces_min")), ("", "")))
    if refusal:
        yield Refusal(METIER, key, place, "niveau_acces_min", refusal, label, row_kept=True)
    synonyms = list(synonyms_of(element, {masculin, feminin}))
    count_left_out(element, reading)
    yield Record(
        METIER,
        key,
        label,
        place,
        {"nom_masculin": masculin, "nom_feminin": feminin, **level, **texts},
        {
            "appellations": synonyms,
            "statuts": [
                Entry(STATUSES[id_], {"statut": STATUSES[id_]}) for id_, _ in statuses if id_ in STATUSES
            ],
            "codes_rome": [file_under(words, CODE, code, {}) for code in dict.fromkeys(codes)],
            "domaines": [
                Entry(field, ref=Ref(DOMAIN, field, label=f"domaine {field} du ROME"))
                for field in dict.fromkeys(code[:3] for code in codes)
            ],
            "centres_interet": vocabulary(words, INTEREST, element, "centres_interet/centre_interet"),
            "secteurs": vocabulary(words, SECTOR, element, "secteurs_activite/secteur_activite"),
            "proches": related(METIER, element, "metiers_associes/metier_associe", key),
            "salaires": pay_of(element, reading),
            "formations": related(
                "formations.formation",
                element,
                "formations_min_requise/formation_min_requise",
                values={"role": FormationMetier.Role.MINIMUM},
            ),
        },
        {"noms": [masculin, feminin], "synonymes": [entry.key for entry in synonyms], "codes": codes},
    )


def named(element, path):
    """Return the (identifier, label) of the elements at a path."""
    return [(identifier(id_), clean(label)) for id_, label in child_texts(element, path, "id", "libelle")]


def access_level(ref, label):
    """Return ({field: value} of a level of access, "" or why it is not known)."""
    if ref not in STUDY_LEVELS:
        return {}, f"le guide ne connaît pas le niveau « {label} » ({ref})"
    level = STUDY_LEVELS[ref]
    return {"niveau_acces": level.niveau, "annees_etudes_min": level.annees}, ""


def texts_of(element, reading):
    """Return the prose of a fiche as Markdown, by field; a short fiche is presented by its definition."""
    teaser, rest = teaser_of(text_of(element, "accroche_metier"))
    presentation, acces = text_of(element, "nature_travail"), text_of(element, "acces_metier")
    is_short = not presentation
    definitions = dict(child_texts(element, "formats_courts/format_court", "type", "descriptif"))
    # Some editions give this one by itself.
    if alone := text_of(element, "format_court"):
        definitions[DEFINITION] = alone
    if is_short:
        parts = STUDIES.split(definitions.pop(DEFINITION, ""), maxsplit=1)
        presentation, acces = parts[0], acces or "".join(parts[1:])
    reading.leave_out("définitions courtes", "la fiche dit la même chose au long", len(definitions))
    career = sections_of(text_of(element, "vie_professionnelle"))
    salary = career.pop("Salaire", "")
    return {
        "ampleur": Metier.Ampleur.COURTE if is_short else Metier.Ampleur.COMPLETE,
        "accroche": teaser,
        "essentiel": rest,
        "presentation": field_to_markdown("nature_travail", presentation),
        "competences_texte": field_to_markdown("competences", text_of(element, "competences")),
        "conditions": field_to_markdown("condition_travail", text_of(element, "condition_travail")),
        "acces": field_to_markdown("acces_metier", acces),
        "salaire_texte": field_to_markdown("vie_professionnelle", salary),
        "marche": field_to_markdown("vie_professionnelle", "".join(career.values())),
        "tous_secteurs": text_of(element, "secteurs_activite/metier_transverse") == "oui",
    }


def pay_of(element, reading):
    """Return the pay of a beginner as an `Entry`, where the prose is certain of its amount and period."""
    text = sections_of(text_of(element, "vie_professionnelle")).get("Salaire")
    if text is None:
        return []
    read_ = salary_prose.read(text)
    pay = read_.pay
    if pay is None or not pay.periode or not read_.debutant:
        why = read_.reason.value if read_.reason else "la période ou l’expérience n’est pas dite"
        reading.leave_out("salaires laissés en prose", why)
        return []
    values = {
        "niveau_min": Salaire.Niveau.DEBUTANT,
        "niveau_max": Salaire.Niveau.DEBUTANT,
        "montant_min": pay.minimum,
        "montant_max": pay.maximum,
        "periode": pay.periode,
        "nature": pay.nature,
        "devise": pay.devise,
        "lieu": FRANCE,
        "remarque": "Environ, selon la source." if pay.environ else "",
    }
    return [Entry("débutant", values)]


def sections_of(html):
    """Return {title of an h3: the HTML below it}, "" for what stands before the first."""
    before, *parts = H3.split(html)
    sections = {clean(TAGS.sub("", title)): body for title, body in zip(parts[::2], parts[1::2], strict=True)}
    return {"": before, **sections} if before.strip() else sections


def teaser_of(html):
    """Return (the first sentences, as plain text of 300 characters at most; the other ones, as Markdown).

    A first sentence that is longer is left whole to the second part.
    """
    sentences = SENTENCE_END.split(clean(TAGS.sub(" ", html)))
    teaser = ""
    while sentences and len(f"{teaser} {sentences[0]}".strip()) <= LONGEST_TEASER:
        teaser = f"{teaser} {sentences.pop(0)}".strip()
    rest = " ".join(sentences)
    return teaser, field_to_markdown("accroche_metier", f"<p>{escape(rest, quote=False)}</p>") if rest else ""


def synonyms_of(element, own_names):
    """Yield the other names as `Entry`s, each once; given genders are kept as given, never derived."""
    seen = set(own_names)
    paths = ("libelle_masculin", "libelle_feminin", "nom_metier", ".")
    for given in child_texts(element, "synonymes/synonyme", *paths):
        masculin, feminin, *others = map(clean, given)
        # Some editions give one label, for both genders.
        name = next(filter(None, (masculin, feminin, *others)), "")
        if name and name not in seen:
            seen.add(name)
            yield Entry(name, {"masculin": name, "feminin": feminin, "type": "courante"})


def vocabulary(words, model, element, path):
    """Return the `Entry`s of the words of a vocabulary at a path, each once."""
    found = {id_: label for id_, label in named(element, path) if id_}
    return [file_under(words, model, id_, {"libelle": label}) for id_, label in found.items()]


def related(model, element, path, own_key="", values=None):
    """Return the `Entry`s of links to fiches of ONISEP, which may not have been imported, each once."""
    found = dict(named(element, path))
    return [
        Entry(id_, values or {}, Ref(model, id_, "onisep_id", label))
        for id_, label in found.items()
        if id_ not in ("", own_key)
    ]


def mend_relations(records):
    """Keep each pair of close métiers once, on the first of the two: it reads the same from both ends."""
    order = {key: place for place, key in enumerate(records)}
    pairs = {}
    for key, record in records.items():
        for entry in record.links["proches"]:
            pair = frozenset((key, entry.key))
            first = min(pair, key=lambda one: order.get(one, len(order)))
            other = entry if first == key else Entry(key, {}, Ref(METIER, key, "onisep_id", record.label))
            pairs.setdefault(pair, (first, other))
        record.links["proches"] = []
    for first, entry in pairs.values():
        records[first].links["proches"].append(entry)


def count_left_out(element, reading):
    """Count what the guide has no room for."""
    publications = len(element.findall("publications/publication"))
    sites = len(element.findall("sources_numeriques/source"))
    reading.leave_out("publications", "le guide ne tient pas de catalogue de livres", publications)
    reading.leave_out("liens vers des sites", "souvent périmés, personne ne les revérifie", sites)
