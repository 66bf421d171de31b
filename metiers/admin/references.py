"""The admin of the dated values that conversions and the legal minimum rest on: it says what each changes."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from core.admin.base import FactAdmin
from core.niveaux import Pays
from core.text import french_amount, french_number
from metiers.admin.effects import Finding, findings
from metiers.models import ReferenceSalaire, Salaire
from metiers.references import MissingReference
from metiers.statements import load_references

Type = ReferenceSalaire.Type
MEANINGS = {
    Type.MINIMUM_MENSUEL: "Le SMIC : ce qu’un temps plein est payé au moins en France, par mois et avant "
    "les cotisations. Il donne le repère des bandes de salaire et l’alerte « sous le minimum légal ».",
    Type.NET_SUR_BRUT: "Ce qui reste du brut après les cotisations salariales, par statut : 0,78 pour 78 %. "
    "Il fait passer du net au brut et du brut au net, avec la pastille « Estimé ».",
    Type.HEURES_SEMAINE: "La durée d’une semaine à temps plein. Elle convertit un montant par heure.",
    Type.MOIS_AN: "Ce que l’équivalent compte de mois dans une année. Il convertit un montant par mois.",
}
UNITS = {
    Type.MINIMUM_MENSUEL: "€ brut par mois",
    Type.HEURES_SEMAINE: "heures par semaine",
    Type.MOIS_AN: "mois",
}


class ReferenceForm(forms.ModelForm):
    """A reference value, whose status is chosen rather than typed: conversions ask for these very words."""

    class Meta:
        widgets = {"statut": forms.Select(choices=[("", "tous les statuts"), *Salaire.Statut.choices])}
        help_texts = {"statut": "Seul le rapport du net au brut dépend du statut."}


def number(type_, value):
    """Return « 1 867,02 », « 0,78 »."""
    return french_amount(value) if type_ == Type.MINIMUM_MENSUEL else french_number(value)


def readable(type_, value):
    """Return « 1 867,02 € brut par mois », « 0,78 »."""
    return " ".join(filter(None, (number(type_, value), UNITS.get(type_))))


def in_force(references, row, day):
    """Return the `Reference` that holds on a day for the type, country and status of a row, or None."""
    try:
        return references.at(row.type, row.pays, day, row.statut)
    except MissingReference:
        return None


@dataclass(frozen=True)
class Current:
    """The value in force today for a country, and a status if it has one; `row` is None without a value."""

    qui: str
    row: ReferenceSalaire | None

    @property
    def texte(self):
        return readable(self.row.type, self.row.valeur)

    @property
    def url(self):
        return reverse("admin:metiers_referencesalaire_change", args=[self.row.pk])


def current_values(type_, rows, day):
    """Return the `Current` values of a type on a day, one for each country and status that it depends on."""
    statuts = Salaire.Statut.values if type_ == Type.NET_SUR_BRUT else [""]
    countries = [Pays.FRANCE] if type_ == Type.MINIMUM_MENSUEL else Pays
    return [
        Current(
            ", ".join(filter(None, (pays.label, statut))),
            next(
                (
                    row
                    for row in rows
                    if (row.type, row.pays, row.statut) == (type_, pays, statut)
                    and row.en_vigueur_depuis <= day
                ),
                None,
            ),
        )
        for pays in countries
        for statut in statuts
    ]


def state_column():
    """Return a column for one list: it reads the reference values once, when its first row asks."""
    known = []

    @admin.display(description="aujourd’hui")
    def state(row):
        today = timezone.localdate()
        if row.en_vigueur_depuis > today:
            return "à venir"
        if not known:
            known.append(load_references())
        return "en vigueur" if in_force(known[0], row, today).depuis == row.en_vigueur_depuis else "remplacée"

    return state


@admin.register(ReferenceSalaire)
class ReferenceSalaireAdmin(FactAdmin):
    """Each value is added to those before it, and says at once what it changes."""

    form = ReferenceForm
    change_list_template = "admin/valeurs/liste.html"
    list_filter = ["type", "pays", "en_vigueur_depuis"]
    search_fields = ["statut", "remarque", "source__titre"]
    fieldsets = [
        (
            None,
            {
                "description": "Une nouvelle valeur ne remplace pas l’ancienne : elle s’ajoute, avec le jour "
                "où elle entre en vigueur. Tous les équivalents du site suivent d’eux-mêmes, et "
                "l’enregistrement dit ce qui change.",
                "fields": ["type", ("pays", "statut"), "valeur", "en_vigueur_depuis", "remarque", "source"],
            },
        )
    ]

    def get_list_display(self, request):
        return [
            "type",
            "pays",
            "statut",
            "valeur_lisible",
            state_column(),
            "en_vigueur_depuis",
            "source_courte",
        ]

    @admin.display(description="valeur", ordering="valeur")
    def valeur_lisible(self, row):
        return number(row.type, row.valeur)

    def changelist_view(self, request, extra_context=None):
        rows, today = list(ReferenceSalaire.objects.in_order()), timezone.localdate()
        types = [(type_.label, MEANINGS[type_], current_values(type_, rows, today)) for type_ in Type]
        return super().changelist_view(request, {"types": types, **(extra_context or {})})

    # --- What a change changes ------------------------------------------------------------------

    def save_model(self, request, obj, form, change):
        stored, before = type(obj).objects.filter(pk=obj.pk).first(), load_references()
        super().save_model(request, obj, form, change)
        if stored is None or rule_of(stored) != rule_of(obj):
            self.tell_effects(request, before, load_references(), [obj, *filter(None, [stored])])

    def get_deleted_objects(self, objs, request):
        """Tell what would change: both pages that ask for a confirmation come here, once before it."""
        rows = list(objs)
        if "post" not in request.POST:
            before = load_references()
            gone = [before.at(row.type, row.pays, row.en_vigueur_depuis, row.statut) for row in rows]
            self.tell_effects(request, before, before.without(gone), rows, "suppression")
        return super().get_deleted_objects(objs, request)

    def tell_effects(self, request, before, after, rows, what="valeur"):
        """Tell what reads otherwise from today on, and from the later days on which the rows begin.

        `what` is changing it: « la valeur », « la suppression ».
        """
        today = timezone.localdate()
        later = {row.en_vigueur_depuis for row in rows if row.en_vigueur_depuis > today}
        told = False
        for day in [today, *sorted(later)]:
            found = findings(before, after, day)
            if found:
                self.message_user(request, message(since(what, day, today, told), found), level(found))
            told = told or bool(found)
        if not told:
            self.message_user(
                request, message("", [Finding(no_effect(after, rows[0], today))]), messages.INFO
            )


def rule_of(row):
    """Return what conversions know of a row."""
    return row.type, row.pays, row.statut, row.valeur, row.en_vigueur_depuis


def since(what, day, today, told):
    """Return from when on `what` changes something; `told` says that it does before that day too."""
    if day == today:
        return f"Ce que change la {what}, dès maintenant :"
    then = date_format(day, "j F Y")
    if told:
        return f"Ce que change la {what}, à partir du {then} :"
    return f"Rien ne change avant le {then}. Ce que change la {what}, à partir de ce jour :"


def no_effect(references, row, day):
    """Return the sentence on a row that changes nothing, with the reason when a later one holds."""
    current = in_force(references, row, day)
    if current is None or current.depuis <= row.en_vigueur_depuis:
        return "Rien ne change sur le site : aucun énoncé ne se lit autrement."
    newer = f"{readable(current.type, current.valeur)}, depuis le {date_format(current.depuis, 'j F Y')}"
    return f"Rien ne change sur le site : une valeur plus récente l’emporte ({newer})."


def message(intro, found):
    return render_to_string("admin/valeurs/effets.html", {"intro": intro, "constats": found})


def level(found):
    return messages.WARNING if any(finding.grave for finding in found) else messages.INFO
