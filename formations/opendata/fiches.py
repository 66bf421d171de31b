"""ONISEP's Idéo-Fiches formations (XML): one fiche → one `Record`, and its fields of studies.

The file of 25/06/2024 and any other of its shape. What the guide has no room for is counted in the report.
"""

import re
from html import escape

from core.importing.records import Record, Refusal
from core.opendata_html import UnreadableText, field_to_markdown
from core.opendata_text import clean, identifier
from core.readers import child_texts, fault_of, read_xml, text_of
from formations.models import Formation
from formations.opendata.codes import KEY, code_of, key_of
from formations.opendata.domains import domain_record, entry_of
from formations.opendata.durations import years
from formations.opendata.labels import status, title, type_of
from formations.opendata.levels import level_fields

ROOT, TAG, END = "formations", "formation", b"</formation>"
# Those that the guide takes over; editions add and drop others.
CHILDREN = [
    "identifiant",
    "libelle_complet",
    "sigle",
    "type_Formation",
    "duree_formation",
    "descriptif_format_court",
    "descriptif_acces",
    "url",
    "niveau_certification",
    "niveau_etudes",
    "attendus",
    "descriptif_poursuite_etudes",
    "poursuites_etudes",
    "sous_domaines_web",
]
TEXTS = ["descriptif_format_court", "descriptif_acces", "attendus", "descriptif_poursuite_etudes"]
FORMATION = "formations.formation"
YEAR = re.compile(r"20[0-9]{2}")
# The only place where the file gives the code, with or without what follows it.
CODE = re.compile(r"/rncp/((?:RNCP)?[0-9]+)", re.IGNORECASE)
LEFT_OUT = (
    ("metiers_formation/metier", "liens vers des métiers", "les fiches métiers les donnent déjà"),
    ("publications/publication", "publications", "le guide ne tient pas de catalogue de livres"),
    ("sources_numeriques/source", "liens vers des sites", "souvent périmés, personne ne les revérifie"),
    ("nature_certificat/libelle_nature_certificat", "natures de certificat", "le type et le code les disent"),
    ("element_enseignement/element_enseignement_libelle", "options d’un diplôme", "sans page à elles"),
)
LEFT_OUT_IF_SAID = (
    ("code_scolarite", "codes de scolarité", "seuls les services s’en servent"),
    ("sous_tutelle", "ministères de tutelle", "ils changent de nom avec les gouvernements"),
    ("nsf_discipline/NSF_discipline_code", "codes NSF", "les domaines d’études classent déjà"),
    ("annee_premiere_session", "années de première session", "le guide dit ce qui est en vigueur"),
)


def read(published, reading):
    """Yield the `Record`s of the file, and a `Refusal` for each value or fiche that cannot be taken over."""
    member = published.only("*.xml")
    reading.encoding = member.encoding
    domains, rows, total = {}, [], member.count(END)
    for position, element in read_xml(member, ROOT, TAG, CHILDREN):
        reading.advance(position, total)
        rows += fiche(element, f"fiche {position}", domains, reading)
    yield from domains.values()
    yield from rows


def fiche(element, place, domains, reading):
    """Return the `Record` of one fiche, its refusals before it; its fields of studies go to `domains`."""
    key, label = key_of(text_of(element, "identifiant")), title(text_of(element, "libelle_complet"))
    if not KEY.fullmatch(key):
        reason = f"« {key} » n’est pas un identifiant de formation (« FOR.5574 »)"
        return [Refusal(FORMATION, key, place, "identifiant", reason, label)]
    try:
        texts, fault = texts_of(element), fault_of(element, CHILDREN, TEXTS)
    except UnreadableText as error:
        texts, fault = {}, (error.field, error.reason)
    if fault:
        return [Refusal(FORMATION, key, place, *fault, label)]
    refusals = []

    def refuse(field, reason):
        refusals.append(Refusal(FORMATION, key, place, field, reason, label, row_kept=True))

    kind = text_of(element, "type_Formation/type_formation_libelle")
    if (type_ := type_of(kind)) is None:
        refuse("type_Formation", f"le guide ne connaît pas le type « {kind} »")
    study = next(child_texts(element, "niveau_etudes", "id", "libelle"), ("", ""))
    levels, reason = level_fields(text_of(element, "niveau_certification"), study[1], identifier(study[0]))
    if reason:
        refuse("niveau_etudes", reason)
    length = None
    try:
        length = years(text_of(element, "duree_formation"))
    except ValueError as error:
        refuse("duree_formation", f"« {error} » n’est pas une durée en années, mois ou semaines")
    address = text_of(element, "url")
    code = CODE.search(address)
    if address and not code:
        reading.leave_out("liens vers un référentiel", "ils changent d’adresse")
    count_left_out(element, reading)
    filed = {
        identifier(id_): clean(words)
        for id_, words in child_texts(element, "sous_domaines_web/sous_domaine_web", "id", "libelle")
    }
    for id_, words in filed.items():
        domains.setdefault(id_, domain_record(id_, words))
    fields = {
        "intitule": label,
        "sigle": clean(text_of(element, "sigle")),
        "type": type_ or Formation.Type.AUTRE,
        **levels,
        "duree_annees": length,
        "code_rncp": code_of(code[1]) if code else None,
        **texts,
    }
    links = {"domaines": [entry_of(id_, words) for id_, words in filed.items()]}
    hints = {"nom": label, "onisep_id": key, "code": fields["code_rncp"]}
    return [*refusals, Record(FORMATION, key, label, place, fields, links, hints)]


def texts_of(element):
    """Return the prose of a fiche as Markdown, field by field."""
    future, last = status(text_of(element, "libelle_complet")), text_of(element, "annee_derniere_session")
    coming = f"<p>Cette formation devient un {escape(future)}.</p>" if future else ""
    # The year, not whether it is over: that would change from one run of the same file to the next.
    coming += f"<p>Dernière session d’examen : {last}.</p>" if YEAR.fullmatch(last) else ""
    names = [
        f"<li>{escape(title(found.text or ''), quote=False)}</li>"
        for found in element.iterfind("poursuites_etudes/poursuite_etudes/formation_poursuite_Etudes")
        if (found.text or "").strip()
    ]
    further = f"<p>Sous conditions :</p><ul>{''.join(names)}</ul>" if names else ""
    return {
        "description": field_to_markdown(TEXTS[0], coming + text_of(element, TEXTS[0])),
        "acces": field_to_markdown(TEXTS[1], text_of(element, TEXTS[1]) + text_of(element, TEXTS[2])),
        "poursuites": field_to_markdown(TEXTS[3], text_of(element, TEXTS[3]) + further),
    }


def count_left_out(element, reading):
    """Count what the guide has no room for."""
    for path, what, why in LEFT_OUT:
        if found := len(element.findall(path)):
            reading.leave_out(what, why, found)
    for path, what, why in LEFT_OUT_IF_SAID:
        if text_of(element, path):
            reading.leave_out(what, why)
