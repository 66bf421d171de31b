"""The vocabulary of formations."""

from django.db import models

from core.citations import OWED
from core.models import Organisation
from core.text import told_apart
from formations.models.linked import LinkedQuerySet

# What a link or a line of a list never shows.
LONG_TEXTS = ["description", "acces", "poursuites", "note"]


class FormationQuerySet(LinkedQuerySet):
    """Formations, as the pages name them."""

    def for_list(self):
        """Return the formations with all that a list shows: 2 queries more, whatever their number."""
        shown = [f"metier__{name}" for name in ("slug", "nom_masculin", "distinction", "etat")]
        links = self.model.metiers.rel.related_model.objects.select_related("metier").only(
            "formation", *shown
        )
        texts = [*LONG_TEXTS, *(f"remplacee_par__{name}" for name in LONG_TEXTS)]
        return (
            self.select_related("remplacee_par", "source")
            .defer(*texts)
            .prefetch_related("etablissements", models.Prefetch("metiers", queryset=links))
        )

    def for_file(self):
        """Return the formations with what a row of a file holds beside a line: 1 query more."""
        return self.for_list().prefetch_related("modalites")

    def ordered(self, order):
        """Return the formations by « niveau », « nom », « duree » or « recent », what is unknown last.

        « recent » puts first what was checked last.
        """
        orders = {
            "niveau": [models.F("niveau").asc(nulls_last=True)],
            "nom": [],
            "duree": [models.F("duree_annees").asc(nulls_last=True)],
            "recent": [models.F("verifie_le").desc(nulls_last=True)],
        }
        return self.order_by(*orders[order], "cle_nom", "pk")

    def with_sources(self):
        """Return the formations with their sources and their successor."""
        return self.select_related(
            "source", "source_niveau", "source_note", "source_remplacement", "remplacee_par"
        )

    def for_page(self):
        """Return the formations with all that their page shows."""
        return self.with_sources().prefetch_related(
            "etablissements__lieux", "modalites", "remplace", "domaines"
        )

    def for_comparison(self):
        """Return the formations with what a comparison shows: 5 queries more, whatever their number."""
        schools = models.Prefetch("etablissements", queryset=Organisation.objects.select_related("source"))
        return (
            self.with_sources().with_links().prefetch_related(schools, "etablissements__lieux", "modalites")
        )

    def namesakes_of(self, formation):
        """Return the others of the very same name: 1 query, none for a name that no other bears."""
        if not formation.distinction:
            return []
        return list(
            self.filter(cle_nom=formation.cle_nom).exclude(pk=formation.pk).for_index().order_by("pk")
        )

    def for_index(self):
        """Return what a line of an index says of each: its name, level, source, and whether it is former."""
        names = ("slug", "intitule", "distinction", "niveau", "pays", "en_vigueur")
        return self.select_related("source").only(*names, *(f"source__{name}" for name in OWED))

    def names(self):
        """Return {slug: name}, in the order of the names, each told from the others: 1 query."""
        rows = self.order_by("cle_nom", "pk").values_list("slug", "intitule", "distinction")
        return {slug: told_apart(*name) for slug, *name in rows}
