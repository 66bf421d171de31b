"""The addresses that search engines should know: published pages, without the mere mentions."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from formations.models import Certification, Formation, Parcours
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
    """The published pages of a model."""

    def __init__(self, queryset):
        self.queryset = queryset

    def items(self):
        return self.queryset.all()

    def lastmod(self, item):
        return item.modifie_le


SITEMAPS = {
    "pages": StaticSitemap(),
    "metiers": PublicationSitemap(Metier.objects.published().with_page().order_by("slug")),
    "formations": PublicationSitemap(Formation.objects.published().order_by("slug")),
    "certifications": PublicationSitemap(Certification.objects.published().order_by("slug")),
    "parcours": PublicationSitemap(Parcours.objects.published().order_by("slug")),
    "guides": PublicationSitemap(Guide.objects.published().order_by("slug")),
}
