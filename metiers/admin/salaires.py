"""The admin of pay: statements as published, their equivalent, the legal minimum."""

from django.contrib import admin, messages

from core.admin.base import FactAdmin
from core.admin.facts import BY_SOURCE
from core.rendering import typographie
from core.text import french_number
from metiers.admin.salary_forms import SalaireForm
from metiers.models import Salaire
from metiers.statements import Reader


def equivalent_of(statement):
    """Return « 36 960 € brut par an (Converti : 3 080 € × 12 = 36 960 €) », or why there is none."""
    if statement.equivalent is None:
        return "Aucune valeur de référence ne permet la conversion pour ce pays."
    how = " : ".join(filter(None, (statement.badge_label, statement.equivalent.formula)))
    return f"{statement.texte} ({typographie(how)})"


def annual_column():
    """Return a column for one list: it reads the reference values once, when its first row asks."""
    readers = []

    @admin.display(description="équivalent brut par an")
    def equivalent(salaire):
        if not readers:
            readers.append(Reader.today())
        statement = readers[0].read(salaire)
        return f"{statement.texte} ({statement.badge_label})" if statement.equivalent else "—"

    return equivalent


def minimum_warning(statement):
    """Return the sentence that warns of a pay under the legal minimum in force, "" when it is not."""
    if not statement.is_below_minimum:
        return ""
    legal = french_number(statement.minimum_wage)
    return (
        f"{statement.salaire.metier}, {statement.label} : {statement.texte}, sous le minimum légal en "
        f"vigueur, {legal}\u00a0€ brut par an. Le fait est enregistré tel quel ; vérifiez-le dans sa source."
    )


def warn_below_minimum(model_admin, request, salaires):
    """Tell the editor, without refusing anything, which of the saved statements fall under the minimum."""
    if not salaires:
        return
    reader = Reader.today()
    for salaire in salaires:
        if warning := minimum_warning(reader.read(salaire)):
            model_admin.message_user(request, warning, messages.WARNING)


@admin.register(Salaire)
class SalaireAdmin(FactAdmin):
    """All the statements, across métiers."""

    form = SalaireForm
    list_filter = ["type", "nature", "periode", "niveau_min", "annee", "lieu__pays", BY_SOURCE]
    list_select_related = ["metier", "lieu", "source"]
    search_fields = ["metier__nom_masculin", "metier__nom_feminin", "metier__slug", "remarque"]
    search_help_text = "Un métier, ou un mot d’une remarque."
    readonly_fields = ["equivalent"]
    fieldsets = [
        (
            None,
            {
                "description": "Recopiez ce que dit la source, dans son unité à elle : rien n’est converti "
                "ici. Deux sources qui se contredisent font deux lignes.",
                "fields": ["metier", ("niveau_min", "niveau_max"), "source", ("lieu", "annee"), "type"],
            },
        ),
        (
            "Montant",
            {
                "description": "Laissez le maximum vide pour « à partir de », et la nature vide si la source "
                "ne dit pas brut ou net : l’équivalent le signalera.",
                "fields": [
                    ("montant_min", "montant_max", "devise"),
                    ("periode", "nature", "statut"),
                    "confirmation",
                    "equivalent",
                ],
            },
        ),
        ("À savoir", {"fields": ["remarque", "ordre"]}),
    ]

    def get_list_display(self, request):
        return ["metier", "niveau", "montant", annual_column(), "lieu", "annee", "source_courte"]

    @admin.display(description="expérience", ordering="niveau_min")
    def niveau(self, salaire):
        return salaire.niveau

    @admin.display(description="montant", ordering="montant_min")
    def montant(self, salaire):
        return salaire.montant

    @admin.display(description="équivalent brut par an")
    def equivalent(self, salaire):
        if salaire.pk is None:
            return "Calculé à l’enregistrement."
        return equivalent_of(Reader.today().read(salaire))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        warn_below_minimum(self, request, [obj])
