"""The addresses of the guide."""

from django.contrib import admin
from django.urls import include, path

from careerguide import views

handler400 = "careerguide.errors.bad_request"
handler403 = "careerguide.errors.permission_denied"
handler404 = "careerguide.errors.page_not_found"
handler500 = "careerguide.errors.server_error"

urlpatterns = [
    path("", views.HomeView.as_view(), name="accueil"),
    path("recherche/", views.SearchView.as_view(), name="recherche"),
    path("recherche/suggestions", views.SuggestionView.as_view(), name="suggestions"),
    path("sources/", views.SourceListView.as_view(), name="sources"),
    path("a-propos/", views.AboutView.as_view(), name="a-propos"),
    path("accessibilite/", views.AccessibilityView.as_view(), name="accessibilite"),
    path("sante/", views.HealthView.as_view(), name="sante"),
    path("composants/", views.ComponentsView.as_view(), name="composants"),
    path("robots.txt", views.RobotsView.as_view(), name="robots"),
    path("sitemap.xml", views.SitemapIndexView.as_view(), name="sitemap"),
    path("sitemap-<slug:section>.xml", views.SitemapView.as_view(), name="sitemap-section"),
    path("admin/", admin.site.urls),
    path("", include("metiers.urls")),
    path("", include("formations.urls")),
]
