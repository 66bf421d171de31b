"""The guides: CV, portfolio, interview, network, negotiation, career."""

from dataclasses import dataclass

from django.views.generic import DetailView, ListView

from core.citations import cited, only_source
from core.pages import PageMixin
from core.preview import FormerSlugMixin, PreviewMixin
from core.text import capitalised
from formations.models import Ressource
from metiers.models import Guide, Point, Question

# The types whose items follow one another; the others are mere lists.
ORDERED = {Point.Type.RUBRIQUE, Point.Type.ETAPE}
HEADINGS = {
    Point.Type.RUBRIQUE: "Les rubriques, dans l’ordre",
    Point.Type.ETAPE: "Les étapes",
    Point.Type.PROJET: "Des projets à réaliser",
    Point.Type.RECHERCHE: "Avant : se renseigner",
    Point.Type.NEGOCIATION: "Pendant : négocier",
    Point.Type.CONTRIBUTION: "Contribuer à des projets libres",
    Point.Type.CONSEIL: "Conseils",
    Question.Type.ENTRETIEN_TECHNIQUE: "Questions techniques",
    Question.Type.ENTRETIEN_COMPORTEMENTAL: "Questions sur votre manière de travailler",
    Question.Type.AUTO_EVALUATION: "S’auto-évaluer",
    Question.Type.FAQ: "Questions fréquentes",
    Ressource.Type.COURS: "Cours",
    Ressource.Type.VIDEO: "Chaînes vidéo",
    Ressource.Type.LIVRE: "Livres",
    Ressource.Type.LECTURE: "Lectures en ligne",
    Ressource.Type.COMMUNAUTE: "Communautés",
    Ressource.Type.EVENEMENT: "Évènements",
    Ressource.Type.SITE_EMPLOI: "Sites d’offres",
    Ressource.Type.SITE_SALAIRES: "Sites de salaires",
    Ressource.Type.LABORATOIRE: "Laboratoires d’essai",
}


@dataclass(frozen=True)
class Group:
    """Items of one type under their heading."""

    type: str
    titre: str
    elements: list
    is_ordered: bool = False

    @property
    def source(self):
        """Return the source of the whole group, None where each item has to name its own."""
        return only_source(self.elements)


def grouped(items):
    """Return the items as `Group`s by their `type`, in the order of HEADINGS, other types after."""
    by_type = {}
    for item in items:
        by_type.setdefault(item.type, []).append(item)
    order = list(HEADINGS)
    return [
        Group(kind, HEADINGS.get(kind) or capitalised(found[0].get_type_display()), found, kind in ORDERED)
        for kind, found in sorted(
            by_type.items(), key=lambda pair: order.index(pair[0]) if pair[0] in HEADINGS else len(order)
        )
    ]


class GuideListView(PageMixin, PreviewMixin, ListView):
    """`/guides/`: a card per guide."""

    queryset = Guide.objects.for_list()
    template_name = "metiers/guides.html"
    context_object_name = "guides"
    rubrique = "guides"

    def get_fil(self):
        return [("Guides", "")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(sources=cited(self.object_list), **kwargs)


class GuideDetailView(FormerSlugMixin, PageMixin, PreviewMixin, DetailView):
    """`/guides/<slug>/`: points and questions by type, then resources, organisations and roadmaps."""

    queryset = Guide.objects.for_page().prefetch_related("ressources__source", "organisations__source")
    template_name = "metiers/guide.html"
    context_object_name = "guide"
    rubrique = "guides"

    def get_fil(self):
        return [("Guides", "/guides/"), (self.object.titre, "")]

    def get_context_data(self, **kwargs):
        guide = self.object
        points, questions = guide.points.all(), guide.questions.all()
        ressources, organisations = guide.ressources.all(), guide.organisations.all()
        return super().get_context_data(
            points=grouped(points),
            questions=grouped(questions),
            ressources=grouped(ressources),
            organisations=Group("", "Organisations", organisations),
            parcours=[parcours for parcours in guide.parcours.all() if parcours.is_published],
            sources=cited(guide, points, questions, ressources, organisations),
            **kwargs,
        )
