"""What métiers and roadmaps are tied to: the words of queries that formations and certifications share."""

from django.db import models

from core.models import PublicationQuerySet


class LinkedQuerySet(PublicationQuerySet):
    """Pages that métiers ask for and roadmaps go through; the métiers stand on the floor above."""

    def with_links(self):
        """Return the pages with the rows that tie them to métiers and to steps: 2 queries more."""
        metiers, etapes = self.model.metiers.rel.related_model, self.model.etapes.rel.related_model
        return self.prefetch_related(
            models.Prefetch("metiers", queryset=metiers.objects.select_related("metier", "source")),
            models.Prefetch(
                "etapes",
                queryset=etapes.objects.select_related("parcours", "source").order_by(
                    "parcours__titre", "ordre"
                ),
            ),
        )

    def metiers(self):
        """Return the published métiers that some page is tied to, whichever pages these are.

        Asking of each link whether its page is published would cost more than the whole list.
        """
        metier = self.model.metiers.rel.related_model._meta.get_field("metier")
        tied = {f"{metier.related_query_name()}__isnull": False}
        return metier.related_model.objects.published().filter(**tied)

    def closest_to(self, pages, *fields):
        """Return the other pages that share a published métier with one of these, or all these fields.

        `pages` come from `with_links()`. Those that share most métiers come first.
        """
        metiers = {row.metier_id for page in pages for row in page.metiers.all() if row.metier.is_published}
        shared = models.Count("metiers", filter=models.Q(metiers__metier__in=metiers), distinct=True)
        close = models.Q(shared__gt=0)
        for page in pages:
            values = {field: getattr(page, field) for field in fields}
            if None not in values.values():
                close |= models.Q(**values)
        others = self.exclude(pk__in=[page.pk for page in pages]).annotate(shared=shared)
        return others.filter(close).order_by("-shared", *self.model._meta.ordering)
