"""The admin of the guide: what all its pages share, and the pages of the ground floor."""

from django.contrib import admin

from core.admin.attentes import AttenteAdmin
from core.admin.ecarts import EcartAdmin, RapprochementAdmin
from core.admin.facts import DomaineAdmin, LieuAdmin, OrganisationAdmin, SourceAdmin
from core.admin.imports import ImportAdmin, LigneImportAdmin, OrigineAdmin
from core.admin.recherche import RechercheSansResultatAdmin, SynonymeAdmin

__all__ = [
    "AttenteAdmin",
    "DomaineAdmin",
    "EcartAdmin",
    "ImportAdmin",
    "LieuAdmin",
    "LigneImportAdmin",
    "OrganisationAdmin",
    "OrigineAdmin",
    "RapprochementAdmin",
    "RechercheSansResultatAdmin",
    "SourceAdmin",
    "SynonymeAdmin",
]

admin.site.site_header = "Guide des métiers — administration"
admin.site.site_title = "administration du Guide des métiers"
admin.site.index_title = "Que voulez-vous modifier ?"
admin.site.empty_value_display = "—"
