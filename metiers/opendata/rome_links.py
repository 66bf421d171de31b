"""The lists of the métiers of the ROME, table by table: skills and conditions, interests, sectors, mobility.

Each function adds its list to the `Record`s of the métiers, and returns the `Record`s of the words it uses.
"""

from core.importing.records import Entry, Record, Ref
from core.readers import RefusedFile
from formations.models import Competence
from metiers.opendata.rome_codes import rank_of
from metiers.opendata.rome_names import settled

METIER, CODE_ROME = "metiers.metier", "metiers.coderome"
SKILL, INTEREST, SECTOR = "formations.competence", "metiers.centreinteret", "metiers.secteuractivite"
UNKNOWN_CODE = "leur code ROME n’est pas dans le fichier"
# Of the table of links: the block of skills, that of conditions.
SKILLS, CONDITIONS = "5", "6"
HOW_CENTRAL = {"Principale": "cœur de métier", "Émergente": "émergente"}
QUALITY = "Savoir-être professionnel"
LONGEST_CATEGORY = 60
EVOLUTION, NEAR = "2", "1"


def skills(tables, metiers, reading):
    """Add the skills, those that make the métier first, and the conditions of work as one text.

    Returns the skills that a métier asks for; the others of the directory are counted.
    """
    if "liens_rome_referentiels" not in tables:
        return []
    known, conditions = skill_records(tables), condition_labels(tables)
    central = {
        (row["code_rome"], row["code_ogr"]): HOW_CENTRAL[row["coeur_metier"].strip()]
        for _, row in tables.rows("coherence_item")
        if row["coeur_metier"].strip() in HOW_CENTRAL
    }
    asked, met, orphans = {code: {} for code in metiers}, {code: {} for code in metiers}, 0
    for _, row in tables.rows("liens_rome_referentiels"):
        code, block, item = row["code_rome"], row["code_compo_bloc"], row["code_ogr"]
        if block not in (SKILLS, CONDITIONS):
            continue
        if code not in metiers:
            orphans += 1
        elif block == SKILLS:
            asked[code][item] = central.get((code, item), "")
        elif item in conditions:
            kind, label = conditions[item]
            met[code].setdefault(kind, []).append(label)
    reading.leave_out("liens", UNKNOWN_CODE, orphans)
    has_skills = "referentiel_competence" in tables and "referentiel_savoir" in tables
    for code, metier in metiers.items():
        if has_skills:
            metier.record.links["competences"] = [
                Entry(item, {"precision": how}, Ref(SKILL, item, label=label_of(known, item)))
                for item, how in sorted(asked[code].items(), key=lambda pair: order_of(*pair, known))
            ]
        if conditions:
            metier.record.fields["conditions"] = conditions_text(met[code])
    used = {item for items in asked.values() for item in items}
    unused = len(known.keys() - used)
    reading.leave_out("compétences et savoirs", "aucun métier du fichier ne les demande", unused)
    return [record for item, record in known.items() if item in used] if has_skills else []


def skill_records(tables):
    """Return {code: `Record`} of the skills and the fields of knowledge."""
    found = {}
    for place, row in tables.rows("referentiel_competence"):
        is_quality = row["cat_comp"].strip() == QUALITY
        kind = Competence.Type.SAVOIR_ETRE if is_quality else Competence.Type.SAVOIR_FAIRE
        category = "" if is_quality else row["sous_cat_comp"]
        record = skill(row["code_ogr"], row["libelle_competence"], kind, category, place)
        keep(found, record, tables)
    for place, row in tables.rows("referentiel_savoir"):
        values = row["code_ogr_savoir"], row["libelle_savoir"], Competence.Type.SAVOIR
        keep(found, skill(*values, row["categorie_savoir"], place), tables)
    return found


def keep(found, record, tables):
    """Add a record under its code; raise `RefusedFile` for a code that stands twice."""
    first = found.setdefault(record.key, record)
    if first is not record:
        places = f"{first.place}, {record.place}"
        raise RefusedFile(f"{tables.name} : la compétence {record.key} figure deux fois ({places}).")


def skill(key, label, kind, category, place):
    """Return the `Record` of a skill."""
    label, category = settled(label), settled(category).lower()[:LONGEST_CATEGORY]
    return Record(SKILL, key.strip(), label, place, {"nom": label, "type": kind, "categorie": category})


def label_of(known, item):
    return known[item].label if item in known else ""


def order_of(item, how, known):
    """Return what sorts the skills of a métier: those at its heart, the emerging ones, the others."""
    ranks = ["cœur de métier", "émergente", ""]
    return ranks.index(how), label_of(known, item), item


def condition_labels(tables):
    """Return {code: (kind, label)} of the conditions of work."""
    return {
        row["code_ogr"]: (settled(row["libelle_type_cont_trav"]), settled(row["libelle_cont_travail"]))
        for _, row in tables.rows("referentiel_contexte_travail")
    }


def conditions_text(met):
    """Return {kind: labels} as Markdown: a heading and a list for each kind, in alphabetical order."""
    parts = []
    for kind, labels in sorted(met.items()):
        lines = "\n".join(f"- {label}" for label in sorted(labels))
        parts.append(f"### {kind}\n\n{lines}")
    return "\n\n".join(parts)


def interests(tables, metiers, reading):
    """Add the interests that lead to each métier; return them."""
    columns = "code_centre_interet", "libelle_centre_interet"
    return filed(
        tables, metiers, reading, "arborescence_centre_interet", columns, "centres_interet", INTEREST
    )


def sectors(tables, metiers, reading):
    """Add the sectors that employ each métier; return them. Their divisions are left out."""
    columns = "code_sect_activite", "libelle_sect_activite"
    return filed(tables, metiers, reading, "arborescence_secteur_activite", columns, "secteurs", SECTOR)


def filed(tables, metiers, reading, table, columns, link, model):
    """Add to each métier the words of a table under which it is filed; return the words."""
    if table not in tables:
        return []
    words, found, orphans = {}, {code: {} for code in metiers}, 0
    for place, row in tables.rows(table):
        code, key, label = row["code_rome"].strip(), row[columns[0]].strip(), settled(row[columns[1]])
        if code not in metiers:
            orphans += 1
            continue
        words.setdefault(key, Record(model, key, label, place, {"libelle": label}))
        found[code].setdefault(key, label)
    reading.leave_out("classements", UNKNOWN_CODE, orphans)
    for code, metier in metiers.items():
        metier.record.links[link] = [
            Entry(key, ref=Ref(model, key, label=label)) for key, label in sorted(found[code].items())
        ]
    return list(words.values())


def mobility(tables, metiers, reading):
    """Add the ways from each métier to others: « proche », « évolution » or « passerelle ». Returns no word.

    Where the edition gives the type, it is taken. Where it does not (version 60), two métiers that name each
    other are close; a way that goes from a job that the ROME says is no manager's to one that is, climbs; any
    other that only one of the two names is a gateway: more would be guessed.
    """
    if "rubrique_mobilite" not in tables:
        return []
    ways, orphans = {}, 0
    for _, row in tables.rows("rubrique_mobilite"):
        start, end = row["code_rome"].strip(), row["code_rome_cible"].strip()
        if start not in metiers:
            orphans += 1
        elif start != end:
            order = row.get("numero_ordre", "").strip()
            ways[start, end] = row.get("code_type_mobilite", "").strip(), rank_of(order)
    reading.leave_out("mobilités", UNKNOWN_CODE, orphans)
    managers = manager_codes(tables)
    for metier in metiers.values():
        metier.record.links |= {"proches": [], "evolutions": [], "passerelles": []}
    links = {
        (start, end): type_of(start, end, kind, ways, managers) for (start, end), (kind, _) in ways.items()
    }
    for start, end in sorted(ways, key=lambda way: (way[0], ways[way][1], way[1])):
        link = links[start, end]
        if link == "proches" and links.get((end, start)) == "proches" and end < start:
            # The relation reads the same from both ends: the first of the two has it.
            continue
        label = metiers[end].label if end in metiers else ""
        metiers[start].record.links[link].append(Entry(end, ref=Ref(METIER, end, label=label)))
    return []


def manager_codes(tables):
    """Return {code: whether the ROME says that the job is a manager's}, without those it says nothing of."""
    said = {"O": True, "N": False}
    return {
        row["code_rome"].strip(): said[row["emploi_cadre"]]
        for _, row in tables.rows("referentiel_code_rome")
        if row.get("emploi_cadre") in said
    }


def type_of(start, end, kind, ways, managers):
    """Return the list of links that a way belongs to."""
    if kind in (NEAR, EVOLUTION):
        return "evolutions" if kind == EVOLUTION else "proches"
    if (end, start) in ways:
        return "proches"
    climbs = managers.get(start) is False and managers.get(end) is True
    return "evolutions" if climbs else "passerelles"
