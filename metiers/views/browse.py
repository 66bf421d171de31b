"""The ways through all the métiers, and the names on each shelf."""

from core.browse_page import BrowseView, ShelfView
from metiers.browsing import METIERS
from metiers.models import Metier


class MetierBrowseView(BrowseView):
    """`/metiers/parcourir/`."""

    browsed = METIERS
    rubrique = "metiers"

    def get_pages(self):
        return Metier.objects.published().with_page()


class MetierShelfView(ShelfView):
    """`/metiers/parcourir/domaine/sante/`."""

    browsed = METIERS
    rubrique = "metiers"

    def get_pages(self):
        return Metier.objects.published().with_page().for_index()
