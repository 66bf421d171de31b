"""The vocabulary of métiers."""

from django.apps import apps
from django.db import models

from core.models import PublicationQuerySet


class MetierQuerySet(PublicationQuerySet):
    """Métiers, as the pages name them."""

    def with_page(self):
        """Leave out the mere mentions, which have no page worth listing."""
        return self.exclude(ampleur=self.model.Ampleur.MENTION)

    def mentions(self):
        return self.filter(ampleur=self.model.Ampleur.MENTION)

    def for_list(self):
        """Return the métiers with what a card shows: 2 queries more, whatever their number."""
        salaires = (
            apps.get_model("metiers", "Salaire").objects.for_beginners().select_related("lieu", "source")
        )
        return self.select_related("source").prefetch_related(
            models.Prefetch("salaires", queryset=salaires, to_attr="salaires_debutant"), "statuts"
        )
