"""The vocabulary of métiers."""

from django.apps import apps
from django.db import models
from django.db.models import Prefetch

from core.citations import OWED
from core.models import PublicationQuerySet, Source
from core.text import told_apart
from formations.models import Certification

# As in a dictionary: « DevOps » does not stand before « cloud », nor « éclairagiste » after « zoologiste ».
BY_NAME = "cle_nom"
# What a card never shows, and what a link never does: four hundred métiers may lead to one.
TEXTS_OFF_CARDS = ["essentiel", "presentation", "acces", "conditions", "marche", "competences_texte"]
LONG_TEXTS = [*TEXTS_OFF_CARDS, "salaire_texte"]


def rows(model):
    """Return all rows of a model of this app, named because it stands above métiers in its module."""
    return apps.get_model("metiers", model).objects


class MetierQuerySet(PublicationQuerySet):
    """Métiers, as the pages name them."""

    def with_page(self):
        """Leave out the mere mentions, which have no page worth listing."""
        return self.exclude(ampleur=self.model.Ampleur.MENTION)

    def mentions(self):
        return self.filter(ampleur=self.model.Ampleur.MENTION)

    def cited(self):
        """Return those that another métier leads to, or that lead to one."""
        relations = rows("Relation").filter(
            models.Q(vers=models.OuterRef("pk")) | models.Q(depuis=models.OuterRef("pk"))
        )
        return self.filter(models.Exists(relations))

    def for_list(self):
        """Return the métiers with what a card shows: 1 query more, whatever their number."""
        salaires = rows("Salaire").for_beginners().select_related("lieu", "source")
        cards = self.select_related("source").defer(*TEXTS_OFF_CARDS)
        return cards.prefetch_related(Prefetch("salaires", queryset=salaires, to_attr="salaires_debutant"))

    def for_file(self):
        """Return the métiers with what a row of a file holds beside a card: 5 queries more."""
        return self.for_list().prefetch_related(
            "domaines", "centres_interet", "codes_rome", "statuts", "certifications__certification"
        )

    def sources(self):
        """Return the sources that these métiers rest on first."""
        return Source.objects.filter(pk__in=self.order_by().values("source"))

    def certifications(self):
        """Return the published certifications that these métiers ask for."""
        links = rows("CertificationMetier").filter(metier__in=self.order_by())
        return Certification.objects.published().filter(pk__in=links.values("certification"))

    def with_ways(self):
        """Add to the métiers the formations that lead there: 1 query more, whatever their number."""
        links = rows("FormationMetier").for_ways()
        return self.prefetch_related(Prefetch("formations", queryset=links, to_attr="liens_formation"))

    def for_comparison(self):
        """Return the métiers with what a comparison shows of each: 8 queries more, whatever their number."""

        def facts(name, model, *related, order=("ordre", "pk")):
            queryset = rows(model).select_related("source", *related).order_by(*order)
            return Prefetch(name, queryset=queryset)

        return self.select_related("source").prefetch_related(
            facts("statuts", "StatutPossible"),
            facts("competences", "CompetenceRequise", "competence"),
            facts("points", "Point"),
            facts("salaires", "Salaire", "lieu", order=("niveau_min", "ordre", "pk")),
            facts("formations", "FormationMetier", "formation"),
            facts("certifications", "CertificationMetier", "certification"),
            facts("recruteurs", "Recruteur"),
            facts("traits", "Trait", "critere", order=("critere__ordre", "pk")),
        )

    def for_links(self):
        """Return what a link to each needs, by name."""
        return self.only("slug", "nom_masculin", "distinction").order_by(BY_NAME)

    def for_index(self):
        """Return what a line of an index says of each: its name, its level, its source."""
        names = ("slug", "nom_masculin", "nom_feminin", "distinction", "niveau_acces", "pays")
        return self.select_related("source").only(*names, *(f"source__{name}" for name in OWED))

    def names(self):
        """Return {slug: masculine name}, in the order of the names, each told from the others: 1 query."""
        rows = self.order_by(BY_NAME).values_list("slug", "nom_masculin", "distinction")
        return {slug: told_apart(*name) for slug, *name in rows}

    def ordered(self, order):
        """Return the métiers by « nom », « niveau », « salaire », « recent » or « annees ».

        What is unknown comes last. « recent » puts first what was checked last, « salaire » the beginners
        who are paid best, « annees » the least left to study; `MetierFacets` annotates the last two.
        """
        orders = {
            "nom": [],
            "niveau": [models.F("niveau_acces").asc(nulls_last=True)],
            "salaire": [models.F("brut_an_debutant").desc(nulls_last=True)],
            "recent": [models.F("verifie_le").desc(nulls_last=True)],
            "annees": [
                models.F("niveau_avant").asc(nulls_last=True),
                models.F("annees_a_etudier").asc(nulls_last=True),
            ],
        }
        return self.order_by(*orders[order], BY_NAME, "pk")

    def per_level(self, entry):
        """Return {level of entry: number of métiers}, by the expression `entry`: 1 query."""
        counted = self.order_by().values_list(entry).annotate(models.Count("pk"))
        return {niveau: count for niveau, count in counted if niveau is not None}
