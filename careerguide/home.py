"""What the home page shows: the ladder, métiers often mistaken for each other, a roadmap, the ways in."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.urls import reverse

from core.querystring import build
from formations.models import Certification, Parcours
from formations.roadmap import Roadmap
from metiers.bandes import Strip, strip
from metiers.doors import access_level
from metiers.ladder import steps_from_level
from metiers.models import Guide, Metier, Relation
from metiers.salaires import Unit
from metiers.statements import Reader

MOST_CARDS = 3
# Beyond, the fields of work are shown by the large ones that hold them.
MOST_FIELDS = 12
EXAMPLES = ["ingénieure cloud", "BTS SIO", "technicien de proximité", "Kubernetes"]


@dataclass(frozen=True)
class Confusion:
    """Two métiers often mistaken for each other, what tells them apart, what beginners earn in both.

    `refus` says why the strip is not in the unit that was asked for, "" when it is.
    """

    relation: Relation
    bandes: Strip
    refus: str = ""


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
    """Return (the `Confusion`s of the cards, the other relations of this kind): 3 queries."""
    comparable = [relation for relation in Relation.objects.confusions() if relation.comparison_url]
    relations = apart(comparable)
    slugs = [metier.slug for relation in relations for metier in (relation.depuis, relation.vers)]
    metiers = {m.slug: m for m in Metier.objects.published().for_list().in_order_of(slugs)}
    cards = [confusion(relation, metiers, reader) for relation in relations]
    return cards, [relation for relation in comparable if relation not in relations]


def confusion(relation, metiers, reader):
    """Return the `Confusion` of a relation, with the strip of what beginners earn in both métiers."""
    pair = (metiers[relation.depuis.slug], metiers[relation.vers.slug])
    reader = reader.on_one_axis([salaire for metier in pair for salaire in metier.salaires_debutant])
    entries = []
    for metier in pair:
        statement = reader.beginner(metier.salaires_debutant)
        pays = statement.pays if statement else metier.get_pays_display()
        entries.append((str(metier), statement and statement.equivalent, pays, ""))
    titre = f"Salaire de début, {reader.unit.label}"
    bandes = strip(titre, entries, reader.french_minimum, reader.french_minimum_label, reader.unit)
    return Confusion(relation, bandes, reader.refusal)


def domaines():
    """Return (name, address of its métiers, their number), the largest field first: 2 queries.

    Beyond a dozen fields, those that hold them, in the words of one publisher: the one who files most
    métiers. « Santé » and « Santé, social, sport » side by side would be a riddle.
    """
    filed = Metier.objects.published().with_page().filter(domaines__isnull=False).order_by()
    # Thousands of métiers are not counted to know that their fields are many.
    some = Metier.domaines.through.objects.values("domaine").distinct()[: MOST_FIELDS + 1]
    if len(some) <= MOST_FIELDS:
        fine = filed.values_list("domaines__nom", "domaines__slug").annotate(metiers=Count("pk"))
        return largest(
            (nom, build(reverse("metiers:liste"), [("domaine", slug)]), n) for nom, slug, n in fine
        )
    large = filed.values_list(whole("source"), whole("nom"), whole("slug"))
    publishers = {}
    for source, nom, slug, count in large.annotate(metiers=Count("pk", distinct=True)):
        url = reverse("metiers:rayon", args=["domaine", slug])
        publishers.setdefault(source, []).append((nom, url, count))
    return largest(max(publishers.values(), key=lambda fields: sum(count for *_, count in fields)))


def whole(name):
    """Return the expression of a field of the large field of work that a métier is filed below."""
    return Coalesce(f"domaines__parent__{name}", f"domaines__{name}")


def largest(rows):
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def roadmaps():
    """Return the published `Roadmap`s, one that teaches a field first: 2 queries."""
    rows = sorted(
        Parcours.objects.published().for_list(), key=lambda p: p.type != Parcours.Type.APPRENTISSAGE
    )
    return [Roadmap(parcours) for parcours in rows]


def home(unit=Unit.BRUT_AN):
    """Return the context of the home page, whose salaries are shown in `unit`: 12 queries."""
    reader = Reader.today(unit)
    cards, questions = confusions(reader)
    metiers = Metier.objects.published().with_page()
    per_level = metiers.per_level(access_level())
    total = metiers.count()
    return {
        "exemples": examples(),
        "marches": steps_from_level(per_level),
        "total": total,
        "sans_niveau": total - sum(per_level.values()),
        "confusions": cards,
        "autres_questions": questions,
        "smic": reader.french_minimum_label,
        "feuilles": roadmaps(),
        "domaines": domaines(),
        "guides": Guide.objects.published().for_list(),
        "certifications": Certification.objects.published().for_list(),
    }
