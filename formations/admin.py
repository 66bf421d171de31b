"""The admin of formations, certifications, roadmaps, and of what they are made of."""

from django.contrib import admin

from core.admin.base import FactAdmin
from core.admin.facts import BY_SOURCE
from core.admin.inlines import FactStack
from core.admin.publication import PUBLICATION_FIELDSET, PublicationAdmin
from formations.models import (
    Certification,
    Competence,
    DomaineEtudes,
    Etape,
    Formation,
    Modalite,
    Parcours,
    Ressource,
)

NOTE = (
    "Note de la rédaction",
    {
        "description": "Elle s’affiche à part, avec sa propre source : rien ne se glisse dans ce que dit "
        "la source de la fiche.",
        "fields": ["note", "source_note"],
    },
)


@admin.register(Formation)
class FormationAdmin(PublicationAdmin):
    """Diplomas and training."""

    list_display = ["intitule", "etat", "type", "niveau", "pays", "en_vigueur", "source_courte", "verifie_le"]
    list_filter = ["etat", "type", "niveau", "pays", "en_vigueur", "modalites", BY_SOURCE, "verifie_le"]
    search_fields = ["intitule", "sigle", "slug", "onisep_id", "code_rncp"]
    prepopulated_fields = {"slug": ["intitule"]}
    fieldsets = [
        (None, {"fields": ["intitule", "sigle", "slug", "type", "source"]}),
        PUBLICATION_FIELDSET,
        (
            "Niveau et durée",
            {
                "description": "Le niveau suit l’échelle européenne : 3 pour un CAP, 4 pour le bac ou le "
                "CESS, 5 pour bac + 2, 6 pour bac + 3, 7 pour bac + 5, 8 pour un doctorat. Un « bac + 6 » "
                "est une durée : son niveau reste 7.",
                "fields": [("niveau", "annees_apres_bac", "duree_annees"), "source_niveau", "pays"],
            },
        ),
        (
            "Toujours délivrée ?",
            {
                "description": "Un ancien diplôme reste dans le guide, car des gens le portent : décochez "
                "« en vigueur » et dites par quoi il est remplacé, et d’après qui.",
                "fields": ["en_vigueur", "remplacee_par", "source_remplacement"],
            },
        ),
        (
            "Description",
            {"fields": ["description", "acces", "poursuites", "domaines", "modalites", "etablissements"]},
        ),
        NOTE,
        (
            "Identifiants",
            {
                "description": "Ils relient la fiche aux données nationales. Ne rien inventer : "
                "vide si inconnu.",
                "fields": ["onisep_id", "code_rncp"],
            },
        ),
    ]


@admin.register(DomaineEtudes)
class DomaineEtudesAdmin(FactAdmin):
    """Fields of studies, in ONISEP's words."""

    list_display = ["libelle", "parent", "source_courte"]
    list_filter = [BY_SOURCE]
    list_select_related = ["parent", "source"]
    search_fields = ["libelle", "slug"]
    prepopulated_fields = {"slug": ["libelle"]}
    fieldsets = [
        (
            None,
            {
                "description": "Ce que l’on étudie : « informatique, Internet » › « systèmes et réseaux ».",
                "fields": ["libelle", "slug", "parent", "source"],
            },
        )
    ]


@admin.register(Certification)
class CertificationAdmin(PublicationAdmin):
    """Professional certifications."""

    list_display = [
        "nom",
        "sigle",
        "etat",
        "organisme",
        "palier",
        "cout",
        "devise",
        "source_courte",
        "verifie_le",
    ]
    list_filter = ["etat", "palier", "devise", ("organisme", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    search_fields = ["nom", "sigle", "autre_nom", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (None, {"fields": ["nom", "sigle", "autre_nom", "slug", "organisme", "palier", "source"]}),
        PUBLICATION_FIELDSET,
        (
            "Ce qu’elle demande",
            {
                "description": "Le coût reste dans la monnaie de la source : rien n’est converti. Les durées "
                "sont en mois (3 ans : 36).",
                "fields": [("cout", "devise"), ("preparation_min", "preparation_max"), "validite"],
            },
        ),
        ("Ce qu’elle apporte", {"fields": ["interet"]}),
        NOTE,
    ]


class EtapeInline(FactStack):
    """The steps of a roadmap."""

    model = Etape
    fields = [
        "titre",
        "slug",
        ("ordre", "facultative", "parent"),
        "objectif",
        ("repere", "duree_min", "duree_max", "unite"),
        "texte",
        "competences",
        "formations",
        "certifications",
        "ressources",
        "source",
    ]


@admin.register(Parcours)
class ParcoursAdmin(PublicationAdmin):
    """Roadmaps with their steps."""

    list_display = ["titre", "etat", "type", "pays", "source_courte", "verifie_le"]
    list_filter = ["etat", "type", "pays", BY_SOURCE, "verifie_le"]
    search_fields = ["titre", "slug"]
    prepopulated_fields = {"slug": ["titre"]}
    inlines = [EtapeInline]
    fieldsets = [
        (
            None,
            {
                "description": "Une feuille de route : des étapes dans l’ordre, avec leur durée. Une étape "
                "placée sous une autre est une filière au choix.",
                "fields": ["titre", "slug", ("type", "pays"), "source"],
            },
        ),
        PUBLICATION_FIELDSET,
        ("Textes", {"fields": ["accroche", "introduction"]}),
    ]


@admin.register(Etape)
class EtapeAdmin(FactAdmin):
    """Steps, across roadmaps."""

    list_display = ["titre", "parcours", "parent", "ordre", "duree", "facultative", "source_courte"]
    list_filter = ["parcours", "facultative", BY_SOURCE]
    search_fields = ["titre", "objectif", "slug", "parcours__titre"]
    prepopulated_fields = {"slug": ["titre"]}
    fieldsets = [
        (None, {"fields": ["parcours", "parent", "titre", "slug", "ordre", "facultative", "source"]}),
        (
            "Durée",
            {
                "description": "Deux bornes et leur unité, ou un repère quand ce n’est pas une durée.",
                "fields": [("duree_min", "duree_max", "unite"), "repere"],
            },
        ),
        (
            "Contenu",
            {"fields": ["objectif", "texte", "competences", "formations", "certifications", "ressources"]},
        ),
    ]

    @admin.display(description="durée")
    def duree(self, etape):
        return etape.duree


@admin.register(Competence)
class CompetenceAdmin(FactAdmin):
    """Skills, qualities, tools and languages."""

    list_display = ["nom", "type", "categorie", "langue", "organisation", "source_courte"]
    list_filter = ["type", "categorie", "langue", BY_SOURCE]
    search_fields = ["nom", "categorie", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Une compétence sert à tous les métiers qui la demandent : c’est ce qui "
                "permet de dire ce que deux métiers ont en commun. Cherchez avant d’ajouter.",
                "fields": ["nom", "slug", "type", "categorie", "langue", "organisation", "source"],
            },
        )
    ]


@admin.register(Modalite)
class ModaliteAdmin(FactAdmin):
    """Ways to follow a training."""

    list_display = ["nom", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["nom", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Une façon de suivre une formation : en alternance, à distance.",
                "fields": ["nom", "slug", "source"],
            },
        )
    ]


@admin.register(Ressource)
class RessourceAdmin(FactAdmin):
    """Courses, books, communities, events, sites."""

    list_display = ["nom", "type", "url", "a_verifier", "ordre", "source_courte"]
    list_filter = ["type", "a_verifier", "langue", BY_SOURCE]
    search_fields = ["nom", "description", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Ce qui aide à apprendre ou à trouver un emploi. Les étapes des parcours et "
                "les guides y renvoient.",
                "fields": ["nom", "slug", "type", "description", "url", "langue", "lieux", "ordre", "source"],
            },
        ),
        ("Fiabilité", {"fields": ["a_verifier"]}),
    ]
