"""The addresses that search engines should know: published pages, without the mere mentions."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from formations.browsing import FORMATIONS
from formations.models import Certification, Formation, Parcours
from metiers.browsing import METIERS
from metiers.models import Guide, Metier


class StaticSitemap(Sitemap):
    """The pages that stand for themselves."""

    def items(self):
        return [
            "accueil",
            "metiers:liste",
            "metiers:comparer",
            "metiers:salaires",
            "metiers:guides",
            "formations:liste",
            "formations:comparer",
            "formations:certifications",
            "formations:comparer-certifications",
            "formations:parcours-liste",
            "sources",
            "a-propos",
            "accessibilite",
        ]

    def location(self, item):
        return reverse(item)


class PublicationSitemap(Sitemap):
    """The published pages of a model, of which nothing is read but addresses and dates."""

    def __init__(self, queryset):
        self.queryset = queryset.only("slug", "modifie_le").order_by("slug")

    def items(self):
        return self.queryset.all()

    def lastmod(self, item):
        return item.modifie_le

    def get_latest_lastmod(self):
        """Return when the last of them changed, None where there is none: 1 query."""
        return self.queryset.order_by().aggregate(Max("modifie_le"))["modifie_le__max"]


class BrowseSitemap(Sitemap):
    """The ways through métiers and formations: each field, letter or level that holds something."""

    def items(self):
        ways = (METIERS, Metier.objects.published().with_page()), (FORMATIONS, Formation.objects.published())
        return [
            address
            for browsed, pages in ways
            for address in (reverse(browsed.parcourir), *browsed.addresses(pages))
        ]

    def location(self, item):
        return item


SITEMAPS = {
    "pages": StaticSitemap(),
    "parcourir": BrowseSitemap(),
    "metiers": PublicationSitemap(Metier.objects.published().with_page()),
    "formations": PublicationSitemap(Formation.objects.published()),
    "certifications": PublicationSitemap(Certification.objects.published()),
    "parcours": PublicationSitemap(Parcours.objects.published()),
    "guides": PublicationSitemap(Guide.objects.published()),
}
