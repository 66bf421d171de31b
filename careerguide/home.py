"""What the home page shows: the ladder, métiers often mistaken for each other, a roadmap, the ways in."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from core.querystring import build
from core.text import capitalised
from formations.models import Certification, Parcours
from formations.roadmap import Roadmap
from metiers.bandes import Strip, strip
from metiers.ladder import steps_to_list
from metiers.models import Guide, Metier, Relation
from metiers.statements import Reader

MOST_CARDS = 3
EXAMPLES = ["ingénieure cloud", "BTS SIO", "technicien de proximité", "Kubernetes"]


@dataclass(frozen=True)
class Confusion:
    """Two métiers often mistaken for each other, and what tells them apart."""

    relation: Relation
    bandes: Strip

    @property
    def titre(self):
        """Return « Technicien cloud ou ingénieur cloud computing ? » as a title."""
        left, right = str(self.relation.depuis), str(self.relation.vers)
        return f"{capitalised(left)} ou {right} ?"

    @property
    def url(self):
        return self.relation.comparison_url


def examples():
    """Return (words, address) of questions that find something."""
    return [(words, build(reverse("recherche"), [("q", words)])) for words in EXAMPLES]


def apart(relations):
    """Return at most three of the relations, no métier twice, so that each card asks something new."""
    chosen, seen = [], set()
    for relation in relations:
        ends = {relation.depuis_id, relation.vers_id}
        if not ends & seen:
            chosen.append(relation)
            seen |= ends
    # Full pages first: they have more to compare.
    return sorted(chosen[:MOST_CARDS], key=lambda relation: -full_pages(relation))


def full_pages(relation):
    """Return how many of the two métiers have a full page."""
    return [relation.depuis.ampleur, relation.vers.ampleur].count(Metier.Ampleur.COMPLETE)


def confusions(reader):
    """Return the `Confusion`s of the home page: 3 queries."""
    relations = apart(
        relation
        for relation in Relation.objects.confusions()
        if relation.comparison_url
    )
    slugs = [metier.slug for relation in relations for metier in (relation.depuis, relation.vers)]
    metiers = {m.slug: m for m in Metier.objects.published().for_list().in_order_of(slugs)}
    return [Confusion(relation, strip_of(relation, metiers, reader)) for relation in relations]


def strip_of(relation, metiers, reader):
    """Return the strip of what beginners earn in both métiers of a relation."""
    pair = (metiers[relation.depuis.slug], metiers[relation.vers.slug])
    reader = reader.on_one_axis([salaire for metier in pair for salaire in metier.salaires_debutant])
    entries = []
    for metier in pair:
        statement = reader.beginner(metier.salaires_debutant)
        pays = statement.pays if statement else metier.get_pays_display()
        entries.append((str(metier), statement and statement.equivalent, pays, ""))
    titre = f"Salaire de début, {reader.unit.label}"
    return strip(titre, entries, reader.french_minimum, reader.french_minimum_label, reader.unit)


def domaines():
    """Return (name, address of the filtered list, number of métiers), the largest field first: 1 query."""
    rows = (
        Metier.objects.published()
        .with_page()
        .filter(domaines__isnull=False)
        .order_by()
        .values_list("domaines__nom", "domaines__slug")
        .annotate(metiers=Count("pk"))
    )
    return [
        (nom, build(reverse("metiers:liste"), [("domaine", slug)]), count)
        for nom, slug, count in sorted(rows, key=lambda row: (-row[2], row[0]))
    ]


def roadmaps():
    """Return the published `Roadmap`s, one that teaches a field first: 2 queries."""
    rows = sorted(
        Parcours.objects.published().for_list(), key=lambda p: p.type != Parcours.Type.APPRENTISSAGE
    )
    return [Roadmap(parcours) for parcours in rows]


def home():
    """Return the context of the home page: at most 12 queries."""
    reader = Reader.today()
    metiers = Metier.objects.published().with_page()
    per_level = metiers.per_level()
    total = metiers.count()
    return {
        "exemples": examples(),
        "marches": steps_to_list(per_level),
        "total": total,
        "sans_niveau": total - sum(per_level.values()),
        "confusions": confusions(reader),
        "smic": reader.french_minimum,
        "feuilles": roadmaps(),
        "domaines": domaines(),
        "guides": Guide.objects.published().for_list(),
        "certifications": Certification.objects.published().for_list(),
    }
