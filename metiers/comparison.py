"""Métiers side by side: the rows of the table, declared as data."""

from itertools import chain

from core.citations import cited
from core.comparison import Part, Row, RowSpec, Section, level, shared_and_own, source_parts, text
from core.niveaux import Pays
from core.text import capitalised
from formations.comparison import CHECKED
from formations.glance import cost
from formations.models import Competence
from metiers.comparison_pay import pay_section
from metiers.comparison_prose import told_at_length
from metiers.models import Point, Relation

# Which relations make a métier worth comparing, the closest first.
CLOSENESS = [
    Relation.Type.CONFUSION,
    Relation.Type.PROCHE,
    Relation.Type.EVOLUTION,
    Relation.Type.PASSERELLE,
]
LEADS_TO = (Relation.Type.EVOLUTION, Relation.Type.PASSERELLE)
# What a métier does not have beside what it shares: its sources are not silent.
NOTHING_MORE = "rien de plus"


def points(type_, prose="", section=""):
    """Return a function that gives the points of that type, title before text.

    Where there is none, it leads to the section of the fiche that tells them at length, if `prose` does.
    """

    def parts_of(metier):
        found = [point for point in metier.points.all() if point.type == type_]
        return [Part(point.titre or point.texte) for point in found] or told_at_length(metier, prose, section)

    return parts_of


def statuses(metier):
    return [Part(label) for label in dict.fromkeys(s.get_statut_display() for s in metier.statuts.all())]


def perspectives(metier):
    return text(metier.perspectives_bref) or told_at_length(metier, "marche", "evolution")


def formations_of(metier):
    return [link for link in metier.formations.all() if link.formation.is_published]


def certifications(metier):
    """Return the certifications, each with what its exam costs and how long it takes to prepare."""
    return [
        Part(
            certification.sigle or certification.nom,
            url=certification.get_absolute_url(),
            precision=effort(certification),
        )
        for certification in (link.certification for link in metier.certifications.all())
        if certification.is_published
    ]


def effort(certification):
    """Return « 300 $, 3 à 4 mois de préparation », or which of the two no source gives."""
    price, months = cost(certification), certification.preparation
    if not price and not months:
        return "coût et préparation non renseignés"
    preparation = f"{months} de préparation" if months else "préparation non renseignée"
    return f"{price or 'coût non renseigné'}, {preparation}"


IDENTITY = [
    RowSpec("En une phrase", lambda metier: text(metier.accroche)),
    RowSpec("Pays décrit", lambda metier: text(metier.get_pays_display())),
    RowSpec("Niveau d’accès minimum", lambda metier: level(metier.niveau_acces, metier.niveau_label)),
    RowSpec("Durée des études", lambda metier: text(metier.etudes)),
    RowSpec("Expérience demandée", lambda metier: text(metier.experience)),
    RowSpec("Place dans la carrière", lambda metier: text(metier.get_palier_display())),
    RowSpec("Statuts", statuses),
    RowSpec("Conditions", lambda metier: text(metier.conditions_bref)),
]
WORK = [
    RowSpec("Missions", points(Point.Type.MISSION, "presentation", "presentation")),
    RowSpec("Conditions, en détail", points(Point.Type.CONDITION, "conditions", "conditions")),
    RowSpec("Recruteurs", lambda metier: [Part(recruteur.nom) for recruteur in metier.recruteurs.all()]),
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
    """Return, for skills, qualities and tools, what the métiers share and what each asks for beside."""
    knowledge = [Competence.Type.SAVOIR, Competence.Type.SAVOIR_FAIRE, Competence.Type.LANGUE]
    kinds = [
        ("Compétences", knowledge, "competences_texte"),
        ("Qualités", [Competence.Type.SAVOIR_ETRE], ""),
        ("Outils", [Competence.Type.OUTIL], ""),
    ]
    return list(chain.from_iterable(rows_of_skills(*kind, metiers) for kind in kinds))


def rows_of_skills(label, types, prose, metiers):
    """Return the rows of one kind of skills: of one métier a single one, of several what is shared or not.

    `prose` is the text of a fiche that may tell them instead.
    """
    names = [
        {row.competence.nom for row in metier.competences.all() if row.competence.type in types}
        for metier in metiers
    ]
    told = [told_at_length(metier, prose, "competences") for metier in metiers]
    if len(metiers) < 2 or not any(names):
        return [Row(label, [parts(known) or instead for known, instead in zip(names, told, strict=True)])]
    shared, partly, own = shared_and_own(names)
    rows = [Row(f"{label} en commun", [parts(shared)] * len(metiers))] if shared else []
    rest = [text(NOTHING_MORE) if known else instead for known, instead in zip(names, told, strict=True)]
    for where, sets in (("chez plusieurs", partly), ("seulement chez", own)):
        if any(sets):
            cells = [parts(some) or none for some, none in zip(sets, rest, strict=True)]
            rows.append(Row(f"{label}\u00a0: {where}", cells))
    return rows


def parts(names):
    return [Part(name) for name in sorted(names)]


def formation_rows(metiers):
    """Return a row for each level at which a formation leads to one of the métiers, or to its sentences."""
    links = [link for metier in metiers for link in formations_of(metier)]
    levels = {}
    for link in sorted(links, key=by_level):
        names = levels.setdefault(link.formation.niveau, {})
        names[link.formation.niveau_label] = None
    rows = [formation_row(niveau, ", ".join(names)) for niveau, names in levels.items()]
    if any(metier.acces and not formations_of(metier) for metier in metiers):
        rows.append(RowSpec("Accès, en détail", lambda metier: told_at_length(metier, "acces", "acces")))
    return rows or [RowSpec("Formations", formations_of)]


def by_level(link):
    """Return the place of a formation: by level, those without one last, France's name of it first."""
    niveau = link.formation.niveau
    return (niveau is None, niveau, link.formation.pays != Pays.FRANCE)


def formation_row(niveau, names):
    def parts_of(metier):
        return [
            Part(link.formation.nom_court, url=link.formation.get_absolute_url())
            for link in formations_of(metier)
            if link.formation.niveau == niveau
        ]

    if niveau is None:
        return RowSpec("Autres voies", parts_of)
    return RowSpec(f"Formations de niveau {niveau} ({names})", parts_of, f"formations de niveau {niveau}")


class Comparison:
    """Métiers side by side, from `for_comparison()`, in the order of the columns.

    `relations` are those that touch one of them. A row in which every cell is empty stays: it says that the
    sources are silent.
    """

    def __init__(self, metiers, relations):
        self.metiers = metiers
        self.relations = [
            r for r in relations if r.depuis.is_published and (not r.vers or r.vers.is_published)
        ]

    def sections(self, reader, units):
        """Return the `Section`s of the table; `reader` reads the pay, `units` link to other units."""
        return [
            Section("L’essentiel", IDENTITY),
            Section("À ne pas confondre", trait_rows(self.metiers), self.confusions),
            pay_section(self.metiers, reader, units),
            Section("Le travail", WORK),
            Section("Compétences", skill_rows(self.metiers)),
            Section("Y arriver", [*formation_rows(self.metiers), RowSpec("Certifications", certifications)]),
            Section(
                "Et après",
                [
                    RowSpec("Évolutions et passerelles", self.evolutions),
                    RowSpec("Perspectives", perspectives),
                ],
            ),
            Section("Pour et contre", BALANCE),
            Section("Sources", [RowSpec("Sources", self.sources), CHECKED]),
        ]

    @property
    def confusions(self):
        """Return what tells apart each pair of the métiers that are mistaken for each other."""
        return [
            Part(f"{r.question} {r.critere}", source=r.source)
            for r in self.relations
            if r.type == Relation.Type.CONFUSION and {r.depuis, r.vers} <= set(self.metiers)
        ]

    def leading_on(self, metier):
        """Return the relations by which a métier leads to another, or to a post."""
        return [r for r in self.relations if r.depuis == metier and r.type in LEADS_TO]

    def evolutions(self, metier):
        ends = [(r.vers or r.libelle, r.vers) for r in self.leading_on(metier)]
        return [
            Part(str(name), url=end.get_absolute_url() if end else "") for name, end in dict.fromkeys(ends)
        ]

    def sources(self, metier):
        """Return the sources of all that the column says, each once, with its date."""
        found = cited(
            metier,
            metier.salaires.all(),
            metier.traits.all(),
            metier.statuts.all(),
            metier.points.all(),
            metier.competences.all(),
            formations_of(metier),
            metier.certifications.all(),
            metier.recruteurs.all(),
            self.leading_on(metier),
        )
        return source_parts(found)

    @property
    def suggestions(self):
        """Return the métiers closest to these and not among them: mistaken for them, then led to."""
        ways = sorted(
            (r for r in self.relations if r.type in CLOSENESS), key=lambda r: CLOSENESS.index(r.type)
        )
        found = dict.fromkeys(end for r in ways for end in self.other_ends(r))
        return [metier for metier in found if metier not in self.metiers and metier.is_comparable]

    def other_ends(self, relation):
        """Return where a relation leads; one that reads the same from both ends leads either way."""
        ends = [relation.vers, relation.depuis] if relation.type in Relation.SYMMETRICAL else [relation.vers]
        return [end for end in ends if end]
