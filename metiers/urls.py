"""The addresses of métiers, salaries and guides."""

from django.urls import path

from metiers.views.browse import MetierBrowseView, MetierShelfView
from metiers.views.comparison import MetierComparisonView
from metiers.views.guides import GuideDetailView, GuideListView
from metiers.views.metiers import MetierDetailView, MetierListView
from metiers.views.salaries import SalaryListView, SalaryMethodView

app_name = "metiers"
urlpatterns = [
    path("metiers/", MetierListView.as_view(), name="liste"),
    path("metiers/comparer/", MetierComparisonView.as_view(), name="comparer"),
    path("metiers/parcourir/", MetierBrowseView.as_view(), name="parcourir"),
    path("metiers/parcourir/<slug:axe>/<slug:rayon>/", MetierShelfView.as_view(), name="rayon"),
    path("metiers/<slug:slug>/", MetierDetailView.as_view(), name="metier"),
    path("salaires/", SalaryListView.as_view(), name="salaires"),
    path("salaires/methode/", SalaryMethodView.as_view(), name="methode"),
    path("guides/", GuideListView.as_view(), name="guides"),
    path("guides/<slug:slug>/", GuideDetailView.as_view(), name="guide"),
]
