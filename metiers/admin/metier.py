"""The admin of a métier: its page from top to bottom."""

from django.contrib import admin

from core.admin.facts import BY_SOURCE
from core.admin.publication import PUBLICATION_FIELDSET, PublicationAdmin
from metiers.admin.inlines import IN_PAGE_ORDER
from metiers.admin.salaires import warn_below_minimum
from metiers.models import Metier, Salaire

TEXTS = ["presentation", "competences_texte", "conditions", "salaire_texte", "acces", "marche"]


@admin.register(Metier)
class MetierAdmin(PublicationAdmin):
    """A fiche with all that describes it, in the order of the public page."""

    list_display = [
        "nom_masculin",
        "etat",
        "ampleur",
        "niveau_acces",
        "pays",
        "source_courte",
        "verifie_le",
    ]
    list_filter = [
        "etat",
        "ampleur",
        "niveau_acces",
        "pays",
        "palier",
        ("domaines", admin.RelatedOnlyFieldListFilter),
        BY_SOURCE,
        "verifie_le",
    ]
    search_fields = ["nom_masculin", "nom_feminin", "slug", "appellations__masculin", "onisep_id"]
    prepopulated_fields = {"slug": ["nom_masculin"]}
    inlines = IN_PAGE_ORDER
    fieldsets = [
        (
            None,
            {
                "description": "Une fiche complète a tous ses chapitres ; une fiche courte, l’essentiel ; "
                "une simple mention est un métier que d’autres fiches nomment sans qu’il ait encore la "
                "sienne.",
                "fields": [("nom_masculin", "nom_feminin"), "slug", "ampleur", "source"],
            },
        ),
        PUBLICATION_FIELDSET,
        (
            "Tête de la fiche",
            {
                "description": "Ce qu’un élève lit en une minute. Vouvoyez, ou restez impersonnel.",
                "fields": ["accroche", "essentiel"],
            },
        ),
        (
            "En bref",
            {
                "description": "Toujours les six mêmes repères. Vide si aucune source ne le dit : le site "
                "affiche alors « Non renseigné par nos sources ». Le salaire et les statuts se remplissent "
                "plus bas.",
                "fields": [
                    ("niveau_acces", "pays", "palier"),
                    ("annees_etudes_min", "annees_etudes_max"),
                    ("experience_min", "experience_max"),
                    "experience_bref",
                    "conditions_bref",
                    "perspectives_bref",
                ],
            },
        ),
        ("Textes de la fiche", {"fields": TEXTS}),
        (
            "Classement et codes",
            {
                "description": "Ce qui range la fiche dans les listes et la relie aux données nationales. "
                "Un code ne s’invente pas : vide si inconnu.",
                "fields": [
                    "domaines",
                    "centres_interet",
                    ("secteurs", "tous_secteurs"),
                    "riasec",
                    "codes_rome",
                    "onisep_id",
                    "parcours",
                ],
            },
        ),
    ]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Salaire:
            warn_below_minimum(
                self, request, [*formset.new_objects, *(obj for obj, _ in formset.changed_objects)]
            )
