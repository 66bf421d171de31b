"""The pages that belong to no one app."""

from django.conf import settings
from django.contrib.sitemaps.views import index, sitemap
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.generic import ListView, TemplateView, View

from careerguide.composants import EXEMPLES
from careerguide.home import examples, home
from careerguide.search import search, suggestions, with_picks
from careerguide.sitemaps import SITEMAPS
from core.kept import KeptPageMixin
from core.models import Source
from core.pages import PageMixin
from core.sources import fact_counts, last_imports
from metiers.selection import Selection
from metiers.units import UnitChoice


class HomeView(PageMixin, TemplateView):
    """`/`: search, the ladder, and the ways in."""

    template_name = "pages/accueil.html"

    def get_context_data(self, **kwargs):
        choice = UnitChoice(self.request)
        return super().get_context_data(
            unites=choice.links, ignores=choice.ignored, **home(choice.unit), **kwargs
        )


class SearchView(PageMixin, TemplateView):
    """`/recherche/?q=`: pages of every kind by their names."""

    template_name = "pages/recherche.html"

    def get_fil(self):
        return [("Recherche", "")]

    def get_context_data(self, **kwargs):
        results, selection = search(self.request), Selection(self.request)
        return super().get_context_data(
            q=results.query,
            resultats=results,
            groupes=with_picks(results.groups, selection),
            selection=selection,
            exemples=examples(),
            robots="noindex",
            **kwargs,
        )


class SuggestionView(View):
    """`/recherche/suggestions?q=`: a few pages whose names begin so, for the script of the search boxes."""

    def get(self, request):
        response = JsonResponse({"suggestions": suggestions(request)})
        response.headers["Cache-Control"] = "public, max-age=60"
        return response


class SourceListView(KeptPageMixin, PageMixin, ListView):
    """`/sources/`: every source, and how much of the guide rests on it."""

    queryset = Source.objects.select_related("citee_par").order_by("titre")
    template_name = "pages/sources.html"

    def get_fil(self):
        return [("Sources", "")]

    def get_context_data(self, **kwargs):
        counts, imports = fact_counts(), last_imports()
        rows = [(row, counts.get(row.pk, 0), imports.get(row.pk)) for row in self.object_list]
        imported = [(row, imports[row.pk]) for row in self.object_list if row.pk in imports]
        return super().get_context_data(lignes=rows, importees=imported, total=sum(counts.values()), **kwargs)


class AboutView(PageMixin, TemplateView):
    """`/a-propos/`."""

    template_name = "pages/a_propos.html"

    def get_fil(self):
        return [("À propos", "")]


class AccessibilityView(PageMixin, TemplateView):
    """`/accessibilite/`."""

    template_name = "pages/accessibilite.html"

    def get_fil(self):
        return [("Accessibilité", "")]


class HealthView(View):
    """`/sante/`: whether the site can read its database. For machines, hence plain text."""

    def get(self, request):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return HttpResponse("base de données injoignable\n", "text/plain; charset=utf-8", 503)
        return HttpResponse("ok\n", "text/plain; charset=utf-8")


class RobotsView(View):
    """`/robots.txt`."""

    def get(self, request):
        lines = [
            "User-agent: *",
            f"Disallow: {reverse('admin:index')}",
            f"Disallow: {reverse('recherche')}",
            f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        ]
        return HttpResponse("\n".join(lines) + "\n", "text/plain; charset=utf-8")


class SitemapIndexView(View):
    """`/sitemap.xml`: the sitemaps of each kind of page, beyond 50,000 addresses in numbered parts."""

    def get(self, request):
        return index(request, SITEMAPS, sitemap_url_name="sitemap-section")


class SitemapView(View):
    """`/sitemap-metiers.xml`: the addresses of one kind of page."""

    def get(self, request, section):
        return sitemap(request, SITEMAPS, section)


class ComponentsView(PageMixin, TemplateView):
    """`/composants/`: every component in all its states, for those who work on the site."""

    template_name = "pages/composants.html"

    def get_fil(self):
        return [("Composants", "")]

    def get_context_data(self, **kwargs):
        if not settings.DEBUG:
            raise Http404("Page de travail")
        return {**super().get_context_data(**kwargs), **EXEMPLES}
