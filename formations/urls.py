"""The addresses of formations, certifications and roadmaps."""

from django.urls import path

from formations import views

app_name = "formations"

urlpatterns = [
    path("formations/", views.FormationListView.as_view(), name="liste"),
    path("formations/comparer/", views.FormationComparisonView.as_view(), name="comparer"),
    path("formations/parcourir/", views.FormationBrowseView.as_view(), name="parcourir"),
    path("formations/parcourir/<slug:axe>/<slug:rayon>/", views.FormationShelfView.as_view(), name="rayon"),
    path("formations/<slug:slug>/", views.FormationDetailView.as_view(), name="formation"),
    path("certifications/", views.CertificationListView.as_view(), name="certifications"),
    path(
        "certifications/comparer/",
        views.CertificationComparisonView.as_view(),
        name="comparer-certifications",
    ),
    path("certifications/<slug:slug>/", views.CertificationDetailView.as_view(), name="certification"),
    path("parcours/", views.ParcoursListView.as_view(), name="parcours-liste"),
    path("parcours/<slug:slug>/", views.ParcoursDetailView.as_view(), name="parcours"),
]
