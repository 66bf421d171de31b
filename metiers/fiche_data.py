"""What the page of a métier is made of: small records, and the queries that gather several kinds at once."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from core.citations import cited, only_source
from core.models import Attente, Origine
from core.niveaux import Pays
from core.text import NO_BREAK_SPACE
from metiers.models import (
    Appellation,
    FamilleProfessionnelle,
    Point,
    Question,
    Recruteur,
    StatutPossible,
    ZoneEmploi,
)

# How many skills of a category, or other names, stand unfolded.
SHOWN = 8
# The sections of the page in order: (anchor, label in the contents).
SECTIONS = [
    ("presentation", "Le métier"),
    ("missions", "Missions"),
    ("journee", "Une journée"),
    ("competences", "Compétences"),
    ("conditions", "Conditions"),
    ("salaire", "Salaire"),
    ("acces", "Accès au métier"),
    ("certifications", "Certifications"),
    ("feuille-de-route", "Feuille de route"),
    ("evolution", "Évolution"),
    ("confusions", "À ne pas confondre"),
    ("proches", "Métiers proches"),
    ("pour-contre", "Points forts, points de vigilance"),
    ("conseils", "Conseils"),
    ("faits-marquants", "Faits marquants"),
    ("temoignage", "Témoignage"),
    ("auto-evaluation", "Est-ce pour vous ?"),
    ("questions", "Questions"),
    ("codes", "Codes"),
    ("sources", "Sources"),
]


@dataclass
class Label:
    """A short label about a métier: a domain, a ROME code, a status, a zone, another name."""

    kind: str
    text: str
    detail: str
    key: str
    source_id: int | None
    source: object = None


@dataclass
class Item:
    """A point or a question: its title (or question), its text (or answer), its source."""

    titre: str
    texte: str
    source_id: int
    source: object = None

    @property
    def question(self):
        return self.titre

    @property
    def reponse(self):
        return self.texte


@dataclass
class Employer:
    """A kind of employer."""

    nom: str
    precision: str
    source_id: int
    source: object = None


@dataclass(frozen=True)
class Fact:
    """One of the six facts of « En bref »."""

    label: str
    texte: str
    niveau: int | None = None
    badge: str = ""
    source: object = None
    precision: str = ""


def told_under(section):
    """Return the words that send to a section, where a source tells at length what « En bref » cannot."""
    return f"à lire sous «{NO_BREAK_SPACE}{section}{NO_BREAK_SPACE}»"


def beginners_pay(metier, said, source):
    """Return what a beginner earns: an amount, else the words of the `source`, or where they stand."""
    if said:
        precision = ", ".join(filter(None, (said.pays, said.minimum_note)))
        return Fact("Salaire débutant", said.texte, badge=said.badge, source=said.source, precision=precision)
    if words := metier.salaire_en_mots:
        return Fact("Salaire débutant", words, source=source, precision="dans les mots de la source")
    return Fact("Salaire débutant", told_under("Salaire") if metier.salaire_texte else "", source=source)


def short_or_long(metier, sources, label, short, long, section):
    """Return the fact that `short` tells, else where the field `long` does, each with its own source."""
    if getattr(metier, long) and not getattr(metier, short):
        return Fact(label, told_under(section), source=sources[long])
    return Fact(label, getattr(metier, short), source=metier.source)


@dataclass(frozen=True)
class AccessLevel:
    """The formations of one level that lead to a métier."""

    niveau: int | None
    label: str
    links: list


@dataclass(frozen=True)
class TraitTable:
    """Métiers beside each other: rows of (criterion, [`Trait` or None per métier])."""

    metiers: list
    rows: list


@dataclass(frozen=True)
class Folded:
    """A list of which the first ones are shown, the others folded away: a public file gives a hundred."""

    all: list

    @property
    def shown(self):
        return self.all[:SHOWN] if self.folded else self.all

    @property
    def folded(self):
        return self.all[SHOWN:] if len(self.all) > SHOWN + 2 else []

    def __bool__(self):
        return bool(self.all)


@dataclass(frozen=True)
class SkillCategory(Folded):
    """Skills of one category, those at the heart of the métier first, with their sources, each once."""

    label: str
    sources: list


@dataclass(frozen=True)
class SkillGroup:
    """Skills of one kind: « Savoir-être », « Outils »; `source` is the one they all share, if they do."""

    label: str
    categories: list

    @property
    def source(self):
        return only_source([source for category in self.categories for source in category.sources])


def group_skills(kind, required):
    """Return the `SkillGroup` of `CompetenceRequise`s of one kind, by category in order of appearance."""
    categories = {}
    for row in required:
        categories.setdefault(row.competence.categorie, []).append(row)
    labels = {"savoir": "Savoirs", "outil": "Outils", "langue": "Langues"}
    return SkillGroup(
        labels.get(kind.value, kind.label.capitalize()),
        [SkillCategory(rows, label, cited(rows)) for label, rows in categories.items()],
    )


def labels_of(metier):
    """Return the `Label`s of a métier by kind: names, statuses, places, employers, domains, codes, interests.

    One union instead of seven queries; each part gives (kind, text, detail, key, source, order, pk). An
    employer has a label per organisation that the source names, by its short name, or one without.
    """
    empty = Value("", CharField())
    organisation = Coalesce(NullIf("organisations__sigle", Value("")), "organisations__nom", empty)

    def part(queryset, kind, text, detail=empty, key=empty, source="source", order="ordre"):
        columns = (Value(kind, CharField()), text, detail, key, source, order, "pk")
        return queryset.order_by().values_list(*(F(c) if isinstance(c, str) else c for c in columns))

    parts = [
        part(Appellation.objects.filter(metier=metier), "appellation", "masculin", "feminin", "type"),
        part(StatutPossible.objects.filter(metier=metier), "statut", "statut", "precision"),
        part(ZoneEmploi.objects.filter(metier=metier), "zone", "lieu__nom", "precision"),
        part(Recruteur.objects.filter(metier=metier), "recruteur", "nom", "precision", organisation),
        part(metier.domaines.all(), "domaine", "nom", key="slug", order="pk"),
        part(metier.codes_rome.all(), "rome", "code", "libelle", "version", order="pk"),
        part(
            metier.codes_rome.all(),
            "famille",
            Coalesce(Cast("familles", CharField()), empty),
            Coalesce(Cast("parent__familles", CharField()), empty),
            "code",
            order="pk",
        ),
        part(metier.centres_interet.all(), "interet", "libelle", order="pk"),
        part(metier.secteurs.all(), "secteur", "libelle", order="pk"),
        part(
            Origine.objects.filter(modele="metiers.metier", objet=metier.pk),
            "origine",
            "cle",
            Coalesce(Cast("disparue_le", CharField()), empty),
            Cast("valeurs", TextField()),
            order="pk",
        ),
        part(
            Attente.objects.filter(origine__modele="metiers.metier", origine__objet=metier.pk),
            "attente",
            "libelle",
            "lien",
            "cle",
            "origine__source",
            order="pk",
        ),
    ]
    first, *others = parts
    labels = {}
    for kind, text, detail, key, source, *_ in sorted(
        first.union(*others, all=True), key=itemgetter(5, 6, 3)
    ):
        labels.setdefault(kind, []).append(Label(kind, text, detail, key, source))
    return labels


def family_of(metier, labels):
    """Return the one `FamilleProfessionnelle` that every ROME code of a métier leads to, None otherwise.

    `labels` are those of kind « famille »: per code, its own family and that of its code of version 3. The
    families are those of France: a Belgian page is of another labour market. 1 query where there is one.
    """
    families = {label.text or label.detail for label in labels}
    if metier.pays == Pays.BELGIQUE or len(families) != 1 or "" in families:
        return None
    return FamilleProfessionnelle.objects.get(pk=families.pop())


def employers_of(labels):
    """Return [(`Employer`, [names of organisations])] of the labels of employers, in order."""
    grouped = groupby(labels, key=lambda label: (label.text, label.detail, label.source_id))
    return [
        (Employer(*employer), [label.key for label in organisations if label.key])
        for employer, organisations in grouped
    ]


def items_of(metier):
    """Return {type with underscores: `Item`s} of a métier's points and questions, in order. 1 query.

    The types of points and of questions never overlap, so that one dictionary holds both:
    `items.fait_marquant`, `items.faq`.
    """

    def part(queryset, title, text):
        columns = (
            F("type"),
            Cast(title, TextField()),
            Cast(text, TextField()),
            F("source"),
            F("ordre"),
            F("pk"),
        )
        return queryset.filter(metier=metier).order_by().values_list(*columns)

    rows = part(Point.objects, "titre", "texte").union(
        part(Question.objects, "question", "reponse"), all=True
    )
    items = {}
    for type_, title, text, source, _, _ in sorted(rows, key=lambda row: (row[0], row[4], row[5])):
        items.setdefault(type_.replace("-", "_"), []).append(Item(title, text, source))
    return items
