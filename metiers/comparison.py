"""Métiers side by side: the rows of the table, declared as data."""

from core.comparison import Part, Row, RowSpec, build_table, shared_and_own
from core.niveaux import Pays
from core.text import capitalised, french_number
from formations.models import Competence
from metiers.bandes import axis_of, bar
from metiers.models import Point, Relation, Salaire


def text(value, **extra):
    """Return the parts of one text, none when it is empty."""
    return [Part(value, **extra)] if value else []


def points(type_):
    """Return a function that gives the points of that type, title before text."""

    def parts_of(metier):
        return [Part(point.titre or point.texte) for point in metier.points.all() if point.type == type_]

    return parts_of


def skills(metier, *types):
    """Return {name: `CompetenceRequise`} of a métier's skills of these types."""
    return {
        required.competence.nom: required
        for required in metier.competences.all()
        if required.competence.type in types
    }


def statuses(metier):
    return [Part(label) for label in dict.fromkeys(s.get_statut_display() for s in metier.statuts.all())]


def formations(metier):
    """Return the formations by level, each with its level."""
    links = [link for link in metier.formations.all() if link.formation.is_published]
    links.sort(key=lambda link: (link.formation.niveau or 0, link.ordre))
    return [
        Part(link.formation.intitule, url=link.formation.get_absolute_url(), niveau=link.formation.niveau)
        for link in links
    ]


def certifications(metier):
    return [
        Part(link.certification.sigle or link.certification.nom, url=link.certification.get_absolute_url())
        for link in metier.certifications.all()
        if link.certification.is_published
    ]


def evolutions(metier):
    """Return the métiers and posts that a métier leads to."""
    kinds = (Relation.Type.EVOLUTION, Relation.Type.PASSERELLE)
    return [
        Part(str(relation.vers), url=relation.vers.get_absolute_url())
        if relation.vers
        else Part(relation.libelle)
        for relation in metier.relations_sortantes.all()
        if relation.type in kinds and (relation.vers is None or relation.vers.is_published)
    ]


def sources(metier):
    """Return the sources of a métier's page and of its salaries, each once."""
    found = [metier.source, *(salaire.source for salaire in metier.salaires.all())]
    return [
        Part(f"{s.libelle_court} ({s.date_lisible})", url=s.get_absolute_url()) for s in dict.fromkeys(found)
    ]


# Which relations make a métier worth comparing, the closest first.
CLOSENESS = [
    Relation.Type.CONFUSION,
    Relation.Type.PROCHE,
    Relation.Type.EVOLUTION,
    Relation.Type.PASSERELLE,
]
IDENTITY = [
    RowSpec("En une phrase", lambda metier: text(metier.accroche)),
    RowSpec("Niveau d’accès minimum", lambda metier: text(metier.niveau_label, niveau=metier.niveau_acces)),
    RowSpec("Durée des études", lambda metier: text(metier.etudes)),
    RowSpec("Expérience demandée", lambda metier: text(metier.experience)),
    RowSpec("Pays décrit", lambda metier: text(metier.get_pays_display())),
    RowSpec("Statuts", statuses),
    RowSpec("Conditions", lambda metier: text(metier.conditions_bref)),
]
WORK = [
    RowSpec("Missions", points(Point.Type.MISSION)),
    RowSpec("Recruteurs", lambda metier: [Part(recruteur.nom) for recruteur in metier.recruteurs.all()]),
]
WAYS_IN = [RowSpec("Formations", formations), RowSpec("Certifications", certifications)]
AFTER = [
    RowSpec("Évolutions et passerelles", evolutions),
    RowSpec("Perspectives", lambda metier: text(metier.perspectives_bref)),
]
BALANCE = [
    RowSpec("Points forts", points(Point.Type.AVANTAGE)),
    RowSpec("Points de vigilance", points(Point.Type.INCONVENIENT)),
]


def trait_rows(metiers):
    """Return a row per criterion that at least one métier has a value for."""
    criteria = {trait.critere.pk: trait.critere for metier in metiers for trait in metier.traits.all()}
    ordered = sorted(criteria.values(), key=lambda critere: (critere.ordre, critere.nom))

    def value_of(critere):
        return lambda metier: [Part(t.valeur) for t in metier.traits.all() if t.critere_id == critere.pk]

    return [RowSpec(capitalised(critere.nom), value_of(critere)) for critere in ordered]


def skill_rows(metiers):
    """Return, for skills, qualities and tools, what all the métiers share and what each asks for beside."""
    kinds = [
        ("Compétences", [Competence.Type.SAVOIR, Competence.Type.SAVOIR_FAIRE, Competence.Type.LANGUE]),
        ("Qualités", [Competence.Type.SAVOIR_ETRE]),
        ("Outils", [Competence.Type.OUTIL]),
    ]
    if len(metiers) < 2:
        return [
            RowSpec(label, lambda metier, types=types: [Part(nom) for nom in skills(metier, *types)])
            for label, types in kinds
        ]
    # Of three or four métiers, some skills are shared by a few and not by all.
    own_label = "seulement chez" if len(metiers) == 2 else "chez certains"
    built = []
    for label, types in kinds:
        names = [set(skills(metier, *types)) for metier in metiers]
        shared, own = shared_and_own(names)
        if shared:
            built.append(Row(f"{label} en commun", [[Part(nom) for nom in sorted(shared)]] * len(metiers)))
        if any(names):
            built.append(Row(f"{label} : {own_label}", [[Part(nom) for nom in sorted(mine)] for mine in own]))
    return built


def salary_rows(metiers, reader):
    """Return (heading, place of the French legal minimum or None, rows by experience): bars on one axis.

    The minimum has no place where nobody is paid in France.
    """
    statements = {metier.pk: reader.read_all(metier.salaires.all()) for metier in metiers}
    everything = [statement for known in statements.values() for statement in known]
    in_france = any(statement.salaire.lieu.pays == Pays.FRANCE for statement in everything)
    minimum = reader.french_minimum if in_france else None
    axis = axis_of([statement.equivalent for statement in everything], minimum)

    def parts_at(niveau):
        def parts_of(metier):
            return [
                Part(
                    statement.montant_et_lieu,
                    badge=statement.badge,
                    source=statement.source,
                    barre=bar(axis, statement.label, statement.equivalent, statement.pays),
                )
                for statement in statements[metier.pk]
                if statement.salaire.niveau_min <= niveau <= statement.salaire.niveau_max
            ]

        return parts_of

    rows = [RowSpec(capitalised(niveau.label), parts_at(niveau)) for niveau in Salaire.Niveau]
    rows.append(RowSpec("À savoir", lambda metier: remarks(statements[metier.pk])))
    start, end = f"{french_number(axis.start)}\u00a0€", f"{french_number(axis.end)}\u00a0€"
    smic_x = None if minimum is None else axis.x(minimum)
    return f"Salaire, brut par an, même échelle de {start} à {end}", smic_x, rows


def remarks(statements):
    """Return what must be known of these statements: conversions, supposed units, what sources add."""
    found = [s.equivalent.remark for s in statements if s.equivalent and s.equivalent.remark]
    found += [s.salaire.remarque for s in statements if s.salaire.remarque]
    return [Part(remark) for remark in dict.fromkeys(found)]


def suggestions(metiers):
    """Return the published métiers closest to these and not among them: mistaken for them, then led to."""
    relations = [r for metier in metiers for r in metier.relations_sortantes.all() if r.type in CLOSENESS]
    found = {
        relation.vers.slug: relation.vers
        for relation in sorted(relations, key=lambda relation: CLOSENESS.index(relation.type))
        if relation.vers and relation.vers.is_published and not relation.vers.is_mention
    }
    return [found[slug] for slug in found if slug not in {metier.slug for metier in metiers}]


def compare_metiers(metiers, reader, differences_only=False):
    """Return (`Table`, place of the French legal minimum on the salary axis or None).

    `metiers` come from `for_comparison()`, in the order of the columns; `reader` reads their salaries.
    A row in which every cell is empty stays: it says that the sources are silent.
    """
    salary_title, smic_x, salary = salary_rows(metiers, reader)
    sections = [
        ("L’essentiel", IDENTITY),
        ("À ne pas confondre", trait_rows(metiers)),
        (salary_title, salary),
        ("Le travail", WORK),
        ("Compétences", skill_rows(metiers)),
        ("Y arriver", WAYS_IN),
        ("Et après", AFTER),
        ("Pour et contre", BALANCE),
        ("Sources", [RowSpec("Sources", sources)]),
    ]
    return build_table(metiers, sections, differences_only), smic_x
