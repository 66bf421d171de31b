"""The pages of formations, certifications and roadmaps."""

from django.views.generic import DetailView, ListView

from core.browse_page import BrowseView, ShelfView
from core.citations import cited
from core.comparison_page import ComparisonView, Kind
from core.list_page import FacetedListMixin
from core.niveaux import Pays
from core.pages import Action, PageMixin
from core.preview import FormerSlugMixin, PreviewMixin
from formations import comparison, glance, links, lists, origins, roadmap
from formations.browsing import FORMATIONS as FORMATIONS_BROWSED
from formations.filters import (
    CERTIFICATION_ORDERS,
    FORMATION_ORDERS,
    CertificationFacets,
    FormationFacets,
)
from formations.models import Certification, Formation, Parcours

FORMATIONS = Kind(
    param="f",
    comparer="formations:comparer",
    liste="formations:liste",
    un="une formation",
    pluriel="formations",
    ceux="celles",
    criteres="niveau, durée, établissements, métiers auxquels elles mènent",
)
CERTIFICATIONS = Kind(
    param="c",
    comparer="formations:comparer-certifications",
    liste="formations:certifications",
    un="une certification",
    pluriel="certifications",
    ceux="celles",
    criteres="organisme, coût, préparation, validité, métiers qui les demandent",
)


def compare_actions(kind, page):
    """Return the buttons at the head of the page of a formation or a certification."""
    return [Action("Comparer", kind.url(page.slug), "comparer", principale=True)]


class FormationListView(FacetedListMixin, PreviewMixin, ListView):
    """`/formations/`: facets, order, 24 a page, every state an address."""

    model = Formation
    template_name = "formations/liste.html"
    rubrique = "formations"
    file_name = "formations.csv"
    columns = lists.FORMATION_COLUMNS
    reuses_data = True

    def get_fil(self):
        return [("Formations", "")]

    def get_facets(self, queryset):
        return FormationFacets(self.request, queryset)

    def get_orders(self):
        return FORMATION_ORDERS

    def get_shown(self, rows):
        return rows.for_file() if self.format.key == "csv" else rows.for_list()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "lignes": [
                (row, links.published_metiers(row), FORMATIONS.url_with(self.request, row.slug))
                for row in context["object_list"]
            ],
            "choisies": self.request.GET.getlist(FORMATIONS.param),
        }


class FormationDetailView(FormerSlugMixin, PageMixin, PreviewMixin, DetailView):
    """`/formations/<slug>/`: level, schools, and the métiers that a formation leads to."""

    queryset = Formation.objects.for_page().prefetch_related(
        "etablissements__source", "remplace__source_remplacement"
    )
    template_name = "formations/formation.html"
    rubrique = "formations"

    def get_fil(self):
        return [("Formations", "/formations/"), (self.object.nom_court, "")]

    def get_context_data(self, **kwargs):
        formation = self.object
        metiers = links.metiers_of(formation)
        etapes = links.etapes_of(formation)
        replaced = links.published(formation.remplace.all())
        files = origins.origins_of(formation)
        told_by = origins.sources_of(formation, files)
        return super().get_context_data(
            actions=compare_actions(FORMATIONS, formation),
            faits=glance.formation_glance(formation, told_by),
            manques=glance.missing(formation, metiers),
            source_de=told_by,
            disparitions=[row for row in files if row.disparue_le],
            metiers=metiers,
            etapes=etapes,
            remplace=replaced,
            homonymes=Formation.objects.published().namesakes_of(formation),
            sources=cited(
                formation,
                formation.source_niveau,
                formation.source_remplacement,
                formation.source_note,
                metiers,
                etapes,
                [former.source_remplacement for former in replaced],
                files,
            ),
            **kwargs,
        )


class CertificationListView(FacetedListMixin, PreviewMixin, ListView):
    """`/certifications/`: facets, and what they find in one table, with cost, preparation and validity."""

    model = Certification
    template_name = "formations/certifications.html"
    rubrique = "certifications"
    file_name = "certifications.csv"
    columns = lists.CERTIFICATION_COLUMNS

    def get_fil(self):
        return [("Certifications", "")]

    def get_facets(self, queryset):
        return CertificationFacets(self.request, queryset)

    def get_orders(self):
        return CERTIFICATION_ORDERS

    def get_shown(self, rows):
        return rows.for_list()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        return context | {
            "lignes": [
                (row, glance.cost(row), CERTIFICATIONS.url_with(self.request, row.slug)) for row in rows
            ],
            "choisies": self.request.GET.getlist(CERTIFICATIONS.param),
            "sources": cited(rows),
        }


class CertificationDetailView(FormerSlugMixin, PageMixin, PreviewMixin, DetailView):
    """`/certifications/<slug>/`: what it asks for, and which métiers ask for it."""

    queryset = Certification.objects.for_page()
    template_name = "formations/certification.html"
    rubrique = "certifications"

    def get_fil(self):
        return [("Certifications", "/certifications/"), (self.object.sigle or self.object.nom, "")]

    def get_context_data(self, **kwargs):
        metiers = links.metiers_of(self.object)
        etapes = links.etapes_of(self.object)
        return super().get_context_data(
            actions=compare_actions(CERTIFICATIONS, self.object),
            faits=glance.certification_glance(self.object),
            metiers=metiers,
            etapes=etapes,
            sources=cited(self.object, self.object.source_note, metiers, etapes),
            **kwargs,
        )


class FormationComparisonView(ComparisonView):
    """`/formations/comparer/?f=a&f=b`."""

    kind = FORMATIONS
    rubrique = "formations"

    def get_names(self):
        return Formation.objects.published().names()

    def get_things(self, slugs):
        return Formation.objects.published().for_comparison().in_order_of(slugs)

    def name_of(self, thing):
        return thing.nom_court

    def label_of(self, thing):
        return thing.get_pays_display() if thing.pays == Pays.BELGIQUE else ""

    def get_sections(self, things):
        return comparison.FORMATIONS

    def get_suggestions(self, things):
        return Formation.objects.published().closest_to(things, "niveau", "type")


class CertificationComparisonView(ComparisonView):
    """`/certifications/comparer/?c=a&c=b`."""

    kind = CERTIFICATIONS
    rubrique = "certifications"

    def get_names(self):
        return Certification.objects.published().names()

    def get_things(self, slugs):
        return Certification.objects.published().for_comparison().in_order_of(slugs)

    def name_of(self, thing):
        return thing.sigle or thing.nom

    def get_sections(self, things):
        return comparison.CERTIFICATIONS

    def get_suggestions(self, things):
        return Certification.objects.published().closest_to(things, "organisme_id")


class ParcoursListView(PageMixin, PreviewMixin, ListView):
    """`/parcours/`: the roadmaps, each with its steps and how long it takes."""

    queryset = Parcours.objects.for_list()
    template_name = "formations/parcours_liste.html"
    rubrique = "parcours"

    def get_fil(self):
        return [("Parcours", "")]

    def get_context_data(self, **kwargs):
        roadmaps = [roadmap.Roadmap(parcours) for parcours in self.object_list]
        return super().get_context_data(feuilles=roadmaps, sources=cited(self.object_list), **kwargs)


class ParcoursDetailView(FormerSlugMixin, PageMixin, PreviewMixin, DetailView):
    """`/parcours/<slug>/`: the steps in order, their tracks, skills, formations and resources."""

    queryset = Parcours.objects.for_page().prefetch_related("etapes__ressources__source")
    template_name = "formations/parcours.html"
    context_object_name = "parcours"
    rubrique = "parcours"

    def get_fil(self):
        return [("Parcours", "/parcours/"), (self.object.titre, "")]

    def get_context_data(self, **kwargs):
        feuille = roadmap.Roadmap(self.object)
        return super().get_context_data(
            feuille=feuille,
            metiers=links.published(self.object.metiers.all()),
            guides=links.published(self.object.guides.all()),
            sources=cited(self.object, self.object.etapes.all(), feuille.ressources),
            **kwargs,
        )


class FormationBrowseView(BrowseView):
    """`/formations/parcourir/`: every way through the formations."""

    browsed = FORMATIONS_BROWSED
    rubrique = "formations"

    def get_pages(self):
        return Formation.objects.published()


class FormationShelfView(ShelfView):
    """`/formations/parcourir/lettre/a/`: the names on a shelf."""

    browsed = FORMATIONS_BROWSED
    rubrique = "formations"

    def get_pages(self):
        return Formation.objects.published().for_index()
