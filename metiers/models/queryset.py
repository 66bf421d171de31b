"""The vocabulary of métiers."""

from django.apps import apps
from django.db import models
from django.db.models import Prefetch
from django.db.models.functions import Lower

from core.models import PublicationQuerySet

# As in a dictionary: « DevOps » does not stand before « cloud ».
BY_NAME = Lower("nom_masculin")


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

    def for_list(self):
        """Return the métiers with what a card shows: 1 query more, whatever their number."""
        salaires = rows("Salaire").for_beginners().select_related("lieu", "source")
        return self.select_related("source").prefetch_related(
            Prefetch("salaires", queryset=salaires, to_attr="salaires_debutant")
        )

    def for_comparison(self):
        """Return the métiers with what a comparison shows: 9 queries more, whatever their number."""
        return self.select_related("source").prefetch_related(
            "statuts",
            Prefetch("competences", queryset=rows("CompetenceRequise").select_related("competence")),
            Prefetch("points", queryset=rows("Point").select_related("source")),
            Prefetch(
                "salaires",
                queryset=rows("Salaire")
                .select_related("lieu", "source")
                .order_by("niveau_min", "ordre", "pk"),
            ),
            Prefetch("formations", queryset=rows("FormationMetier").select_related("formation")),
            Prefetch("certifications", queryset=rows("CertificationMetier").select_related("certification")),
            Prefetch("relations_sortantes", queryset=rows("Relation").select_related("vers")),
            "recruteurs",
            Prefetch("traits", queryset=rows("Trait").select_related("critere").order_by("critere__ordre")),
        )

    def for_links(self):
        """Return what a link to each needs, by name."""
        return self.only("slug", "nom_masculin").order_by(BY_NAME)

    def names(self):
        """Return {slug: masculine name}, in the order of the names: 1 query."""
        return dict(self.order_by(BY_NAME).values_list("slug", "nom_masculin"))

    def ordered(self, order):
        """Return the métiers by « nom », « niveau » (unknown last) or « recent » (checked last, first)."""
        orders = {
            "nom": [],
            "niveau": [models.F("niveau_acces").asc(nulls_last=True)],
            "recent": [models.F("verifie_le").desc(nulls_last=True)],
        }
        return self.order_by(*orders[order], BY_NAME, "pk")

    def in_order_of(self, slugs):
        """Return a list of the métiers with these slugs, in the order given."""
        found = {metier.slug: metier for metier in self.filter(slug__in=slugs)}
        return [found[slug] for slug in slugs if slug in found]

    def per_level(self):
        """Return {level: number of métiers}: 1 query."""
        counted = self.order_by().values_list("niveau_acces").annotate(models.Count("pk"))
        return {niveau: count for niveau, count in counted if niveau is not None}
