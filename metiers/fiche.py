"""All that the page of a métier shows, gathered in at most 16 queries whatever its length."""

from itertools import groupby

from django.urls import reverse

from core import querystring
from core.comparison import MAX_COMPARED
from core.models import Source
from core.niveaux import Niveau
from core.pages import Action
from core.text import enumerate_words
from formations.models import Competence, Etape
from metiers.doors import Route
from metiers.fiche_data import (
    SECTIONS,
    AccessLevel,
    Fact,
    Folded,
    TraitTable,
    beginners_pay,
    employers_of,
    family_of,
    group_skills,
    items_of,
    labels_of,
    short_or_long,
)
from metiers.models import (
    Appellation,
    CertificationMetier,
    CompetenceRequise,
    FormationMetier,
    Metier,
    Relation,
    StatutPossible,
    Trait,
)
from metiers.origins import Origins
from metiers.pay import Pay
from metiers.salaires import Unit
from metiers.statements import Reader


class Fiche:
    """The page of a métier; every attribute is ready to show, in order, with its sources loaded."""

    def __init__(self, metier, unit=Unit.BRUT_AN, include_drafts=False, start=None):
        """Gather a page whose salaries are shown in `unit`; an editor also sees the drafts it leads to.

        `start` is the reader's own level, None if it is not said.
        """
        self.metier = metier
        self._start = start
        self._reader = Reader.today(unit)
        self._include_drafts = include_drafts
        self._load_lists()
        self._load_salaries()
        self._load_relations()
        self._load_links()
        self._attach_sources()

    def _load_lists(self):
        metier = self.metier
        self.labels = labels_of(metier)
        self.employers = employers_of(self.labels.pop("recruteur", []))
        self._origins, self._waiting = self.labels.pop("origine", []), self.labels.pop("attente", [])
        self.items = items_of(metier)
        self.creneaux = list(metier.creneaux.order_by("debut"))
        self.chiffres = list(metier.chiffres.select_related("lieu").order_by("ordre", "pk"))
        required = CompetenceRequise.objects.filter(metier=metier).select_related("competence")
        self.competences = [
            (Competence.Type(type_), list(group))
            for type_, group in groupby(
                sorted(
                    required.order_by("ordre", "pk"),
                    key=lambda row: list(Competence.Type).index(row.competence.type),
                ),
                key=lambda row: row.competence.type,
            )
        ]

    def _load_salaries(self):
        salaires = self.metier.salaires.select_related("lieu").order_by("niveau_min", "ordre", "pk")
        self._salaires = list(salaires)
        self._family = family_of(self.metier, self.labels.pop("famille", []))

    def _load_relations(self):
        relations = Relation.objects.touching(self.metier).order_by("ordre", "pk")
        self.relations = [r for r in relations if self._is_visible(r.other_end(self.metier))]

    def _is_visible(self, metier):
        return metier is None or self._include_drafts or metier.is_published

    def _load_links(self):
        links = FormationMetier.objects.filter(metier=self.metier).select_related("formation__remplacee_par")
        self._formations = [
            link
            for link in links.prefetch_related("formation__etablissements").order_by("ordre", "pk")
            if self._include_drafts or link.formation.is_published
        ]
        certifications = CertificationMetier.objects.filter(metier=self.metier)
        self.certifications = [
            link
            for link in certifications.select_related("certification__organisme").order_by("ordre", "pk")
            if self._include_drafts or link.certification.is_published
        ]
        self.etapes = list(
            Etape.objects.filter(
                parcours__metiers=self.metier, parent=None, parcours__etat=Metier.Etat.PUBLIE
            )
            .select_related("parcours")
            .order_by("parcours", "ordre")
        )
        related = [self.metier.pk, *(other.pk for other in self._others(Relation.Type.CONFUSION))]
        self._traits = list(
            Trait.objects.filter(metier__in=related)
            .select_related("critere")
            .order_by("critere__ordre", "pk")
        )

    def _attach_sources(self):
        """Load every source once, instead of once a row."""
        known = Source.objects.in_bulk()
        rows = [*self._salaires, *self.creneaux, *self.chiffres, *self.relations, *self._formations]
        rows += [*self.certifications, *self._traits]
        for group in (*self.items.values(), *self.labels.values(), *dict(self.competences).values()):
            rows += group
        rows += [*self._origins, *(employer for employer, _ in self.employers)]
        rows += [self._family] if self._family else []
        for row in rows:
            row.source = known[row.source_id]
        self.sources = [
            known[pk] for pk in dict.fromkeys([self.metier.source_id, *(r.source_id for r in rows)])
        ]
        self.pay = Pay(self._salaires, self._reader, self._family)
        self.origins = Origins(self.metier, self._origins, self._waiting)
        self.text_sources = self.origins.sources

    # What the template shows

    @property
    def actions(self):
        """Return the actions of the page's head that are links to other pages."""
        return [Action("Signaler une erreur", f"{reverse('a-propos')}#contact", "signaler")]

    @property
    def contents(self):
        """Return the (anchor, label) pairs of the sections that the page shows."""
        shown = {
            "presentation": self.metier.presentation,
            "journee": self.creneaux,
            "confusions": self.confusions,
            "feuille-de-route": self.etapes,
            "proches": self.close or self.origins.proches,
            "pour-contre": self.items.get("avantage") or self.items.get("inconvenient"),
            "conseils": self.items.get("conseil"),
            "faits-marquants": self.items.get("fait_marquant"),
            "temoignage": self.items.get("temoignage"),
            "auto-evaluation": self.items.get("auto_evaluation"),
            "questions": self.items.get("faq"),
        }
        return [(anchor, label) for anchor, label in SECTIONS if shown.get(anchor, True)]

    @property
    def skill_groups(self):
        """Return the `SkillGroup`s: kinds of skill, each with its categories."""
        return [group_skills(kind, required) for kind, required in self.competences]

    @property
    def names(self):
        """Return the other names that visitors are shown, `Folded` (masked ones serve the search alone)."""
        hidden = Appellation.Type.MASQUEE
        return Folded([label for label in self.labels.get("appellation", []) if label.key != hidden])

    @property
    def statuses(self):
        """Return the statuses in words, each once, with its precision and source."""
        names = dict(StatutPossible.Statut.choices)
        return [(names[label.text], label) for label in self.labels.get("statut", [])]

    @property
    def in_brief(self):
        """Return the six facts, always the same and in the same order."""
        metier, texts = self.metier, self.text_sources
        statuses = ", ".join(dict.fromkeys(name for name, _ in self.statuses))
        return [
            Fact(
                "Niveau d’accès minimum",
                metier.niveau_label,
                niveau=metier.niveau_acces,
                source=texts["niveau_acces"],
            ),
            Fact("Durée des études", metier.etudes, source=texts["annees_etudes_min"]),
            beginners_pay(metier, self.pay.beginner, texts["salaire_texte"]),
            Fact("Statuts", statuses, source=self.statuses[0][1].source if self.statuses else None),
            short_or_long(metier, texts, "Conditions", "conditions_bref", "conditions", "Conditions"),
            short_or_long(metier, texts, "Perspectives", "perspectives_bref", "marche", "Évolution"),
        ]

    @property
    def access(self):
        """Return the `AccessLevel`s, lowest first, formations without a level last; other ways apart."""
        usual = [link for link in self._formations if link.role != FormationMetier.Role.AUTRE_VOIE]
        ordered = sorted(usual, key=lambda link: (link.formation.niveau is None, link.formation.niveau or 0))
        return [
            AccessLevel(
                niveau,
                Niveau(niveau).label_in(self.metier.pays) if niveau is not None else "Sans niveau donné",
                list(links),
            )
            for niveau, links in groupby(ordered, key=lambda link: link.formation.niveau)
        ]

    @property
    def route(self):
        """Return the `Route` from the reader's level, None if it is not said."""
        return None if self._start is None else Route(self.metier, self._formations, self._start)

    @property
    def other_ways(self):
        """Return the other ways in: VAE, experience, former diplomas."""
        return [link for link in self._formations if link.role == FormationMetier.Role.AUTRE_VOIE]

    @property
    def roadmaps(self):
        """Return [(parcours, its top-level steps)]."""
        return [(parcours, list(steps)) for parcours, steps in groupby(self.etapes, key=lambda e: e.parcours)]

    def _of_type(self, *types):
        return [relation for relation in self.relations if relation.type in types]

    def _others(self, *types):
        return [r.other_end(self.metier) for r in self._of_type(*types) if r.other_end(self.metier)]

    @property
    def leads_to(self):
        """Return the evolutions and gateways that start here."""
        kinds = (Relation.Type.EVOLUTION, Relation.Type.PASSERELLE)
        return [r for r in self._of_type(*kinds) if r.depuis_id == self.metier.pk]

    @property
    def comes_from(self):
        """Return the evolutions and gateways that end here."""
        kinds = (Relation.Type.EVOLUTION, Relation.Type.PASSERELLE)
        return [r for r in self._of_type(*kinds) if r.vers_id == self.metier.pk]

    @property
    def confusions(self):
        """Return [(other métier, relation)] of « à ne pas confondre »."""
        return [(r.other_end(self.metier), r) for r in self._of_type(Relation.Type.CONFUSION)]

    @property
    def side_by_side(self):
        """Return (names, address of their comparison) of all the métiers mistaken for each other here.

        Empty for two, which their own line compares; a comparison holds four.
        """
        metiers = [self.metier, *self._others(Relation.Type.CONFUSION)]
        metiers = [metier for metier in metiers if metier.is_comparable][:MAX_COMPARED]
        if len(metiers) < 3 or not self.metier.is_comparable:
            return ()
        url = querystring.build(reverse("metiers:comparer"), [("m", metier.slug) for metier in metiers])
        return enumerate_words(map(str, metiers)), url

    @property
    def trait_table(self):
        """Return the `TraitTable` that sets this métier beside those mistaken for it."""
        metiers = [self.metier, *self._others(Relation.Type.CONFUSION)]
        values = {(trait.metier_id, trait.critere_id): trait for trait in self._traits}
        criteria = {
            trait.critere_id: trait.critere for trait in self._traits if trait.metier_id == self.metier.pk
        }
        rows = [
            (critere.nom, [values.get((metier.pk, pk)) for metier in metiers])
            for pk, critere in criteria.items()
        ]
        return TraitTable(metiers, rows)

    @property
    def close(self):
        """Return [(other métier, relation)] of similar métiers."""
        return [(r.other_end(self.metier), r) for r in self._of_type(Relation.Type.PROCHE)]

    @property
    def team(self):
        """Return [(sentence, other métier or None, relation)]: who leads, who works beside."""
        words = []
        for relation in self._of_type(Relation.Type.HIERARCHIE, Relation.Type.COLLABORATION):
            if relation.type == Relation.Type.COLLABORATION:
                sentence = "Travaille avec"
            else:
                sentence = "Rend compte à" if relation.depuis_id == self.metier.pk else "Encadre"
            words.append((sentence, relation.other_end(self.metier), relation))
        return words
