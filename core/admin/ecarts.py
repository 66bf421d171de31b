"""The admin of what imports leave to the editors: values that differ, rows that may be ours already."""

import json

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import Truncator

from core.admin.decisions import Decision, DecisionAdmin, OpenFilter
from core.admin.reading import row_link, row_url
from core.admin.sides import sides_of, theirs_of
from core.importing.decisions import keep, name_of, offer_again, take
from core.importing.prints import excerpt
from core.importing.registry import title_of
from core.models import Ecart, Rapprochement
from core.rendering import typographie

LONGEST_NAME = 70
SAME, DISTINCT = Rapprochement.Decision.MEME, Rapprochement.Decision.DISTINCT


# --- Values that differ -------------------------------------------------------------------------


def take_and_log(ecart, user):
    """Write the value of the edition; keep in the admin's log a list, which no history holds."""
    origine = ecart.origine
    model = apps.get_model(origine.modele)
    row = model._default_manager.filter(pk=origine.objet).first()
    lists = {field.name: field for field in model._meta.many_to_many}
    is_list = row is not None and ecart.champ in lists
    before = names_of(row, ecart.champ) if is_list else []
    name = name_of(ecart)
    take(ecart, user)
    if is_list:
        log_list(user, row, lists[ecart.champ], before)
    told = typographie(f"{name} : la valeur de l’édition est reprise ; celle d’avant reste dans l’historique")
    url = row_url(origine.modele, origine.objet).replace("/change/", "/history/")
    return format_html('{} (<a href="{}">le voir</a>).', told, url) if url else f"{told}."


def names_of(row, name):
    return [str(one) for one in getattr(row, name).all()]


def log_list(user, row, field, before):
    """Tell the admin's log what a list was and is, as the form of the row would."""
    link = {
        "model": row._meta.label_lower,
        "pk": str(row.pk),
        "object": str(row),
        "field": str(field.verbose_name),
        "before": before,
        "after": names_of(row, field.name),
    }
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(type(row)),
        object_id=str(row.pk),
        object_repr=str(row)[:200],
        action_flag=CHANGE,
        change_message=json.dumps([{"changed": {"fields": [link["field"]]}, "links": [link]}]),
    )


def keep_ours(ecart, user):
    keep(ecart)
    return f"{name_of(ecart)} : la valeur du guide est gardée. Ce choix se retrouve sous « Déjà tranchés »."


def offer(ecart, user):
    offer_again(ecart)
    return f"{name_of(ecart)} : cet écart est de nouveau à trancher."


class EcartFilter(OpenFilter):
    """Those that no editor has settled come first."""

    is_open = Q(garde=False)


class FieldFilter(admin.SimpleListFilter):
    """The fields and the lists that differ, by the names that editors know."""

    title = "champ"
    parameter_name = "champ"

    def lookups(self, request, model_admin):
        rows = Ecart.objects.select_related("origine").order_by("champ", "origine__modele")
        names = {}
        for ecart in rows.only("champ", "entree", "origine__famille", "origine__modele"):
            names.setdefault(ecart.champ, name_of(ecart).split(" : ")[0])
        return sorted(names.items(), key=lambda item: item[1])

    def queryset(self, request, queryset):
        return queryset.filter(champ=self.value()) if self.value() else queryset


@admin.register(Ecart)
class EcartAdmin(DecisionAdmin):
    """Values that an editor has changed and that the source says otherwise."""

    explication = (
        "La rédaction a écrit ces valeurs, et un fichier public en donne d’autres. La nôtre reste tant que "
        "personne n’en décide. Ouvrez un écart pour lire les deux et choisir."
    )
    list_display = ["nom_du_champ", "fiche", "notre", "celle_de_l_edition", "source"]
    list_filter = [EcartFilter, FieldFilter, "origine__famille"]
    list_select_related = ["origine__source"]
    search_fields = ["origine__cle", "origine__libelle"]
    decisions = (
        Decision(
            "reprendre",
            "Reprendre la valeur de l’édition",
            lambda ecart: (
                "Elle remplace la nôtre sur la fiche, et suivra de nouveau la source aux prochains "
                "imports. Celle d’aujourd’hui reste dans l’historique de la fiche."
            ),
            take_and_log,
            "Chaque valeur de l’édition remplace la nôtre. Celles d’aujourd’hui restent dans l’historique de "
            "leurs fiches.",
        ),
        Decision(
            "garder",
            "Garder la nôtre",
            lambda ecart: (
                "Rien ne change sur la fiche. Cette valeur de l’édition ne sera plus proposée ; une "
                "autre le serait."
            ),
            keep_ours,
            "Rien ne change sur les fiches. Ces valeurs ne seront plus proposées ; d’autres le seraient.",
            lambda ecart: not ecart.garde,
        ),
        Decision(
            "proposer",
            "Ne plus garder, trancher plus tard",
            lambda ecart: "Rien ne change sur la fiche. L’écart revient parmi ceux qui sont à trancher.",
            offer,
            "Rien ne change sur les fiches. Les écarts reviennent parmi ceux qui sont à trancher.",
            lambda ecart: ecart.garde,
        ),
    )

    def heading(self, ecart):
        return f"{name_of(ecart)} : {ecart.origine.libelle}"

    def sides(self, ecart):
        origine = ecart.origine
        ours, theirs = sides_of(ecart) or ("(la fiche n’existe plus)", excerpt(ecart.valeur))
        source = f"{origine.source.titre}, {origine.source.date_lisible} : {origine.cle}"
        return [
            ("Dans le guide, aujourd’hui", ours, row_url(origine.modele, origine.objet)),
            (source, theirs, ""),
        ]

    @admin.display(description="champ", ordering="champ")
    def nom_du_champ(self, ecart):
        return name_of(ecart)

    @admin.display(description="fiche", ordering="origine")
    def fiche(self, ecart):
        name = Truncator(ecart.origine).chars(LONGEST_NAME)
        return row_link(ecart.origine.modele, ecart.origine.objet, name)

    @admin.display(description="celle de l’édition")
    def celle_de_l_edition(self, ecart):
        return excerpt(theirs_of(ecart))

    @admin.display(description="selon", ordering="origine__source__libelle_court")
    def source(self, ecart):
        """Return which file says so: two may say the same of one page."""
        return ecart.origine.source.libelle_court


# --- Rows that may be ours ----------------------------------------------------------------------


def answer(value, told):
    """Return what gives a `Rapprochement` this answer."""

    def do(row, user):
        row.decision = value
        row.save(update_fields=["decision"])
        return f"« {row.libelle} » et « {row.nom} » : {told}"

    return do


class RapprochementFilter(OpenFilter):
    """Those without an answer come first."""

    is_open = Q(decision="")


@admin.register(Rapprochement)
class RapprochementAdmin(DecisionAdmin):
    """Rows of a source that may be ours already."""

    explication = (
        "Un fichier public décrit ce qui est peut-être déjà dans le guide. Tant que personne ne répond, "
        "rien n’en est repris. La réponse est suivie au prochain import du même fichier ; d’ici là, elle se "
        "change."
    )
    list_display = ["libelle", "cle", "notre", "raison", "decision"]
    list_filter = [RapprochementFilter, "famille", "modele"]
    search_fields = ["cle", "libelle", "nom"]
    decisions = (
        Decision(
            "meme",
            "C’est la même chose",
            lambda row: (
                f"Au prochain import, cette ligne rejoint la page « {row.nom} » : ce qui y est vide se "
                "remplit, ce que la rédaction a écrit reste."
            ),
            answer(SAME, "une seule page, au prochain import."),
            "Au prochain import, chaque ligne rejoint la page du guide qui est en face d’elle.",
            lambda row: row.decision != SAME,
        ),
        Decision(
            "distinct",
            "Ce sont deux choses",
            lambda row: (
                f"Au prochain import, « {row.libelle} » reçoit une page à part, si rien d’autre n’est à "
                f"rapprocher d’elle. « {row.nom} » ne change pas."
            ),
            answer(DISTINCT, "une page chacun, au prochain import."),
            "Au prochain import, chaque ligne reçoit une page à part ; celles du guide ne changent pas.",
            lambda row: row.decision != DISTINCT,
        ),
        Decision(
            "attendre",
            "Ne pas décider encore",
            lambda row: "La réponse donnée est oubliée, et rien n’est repris de cette ligne.",
            answer("", "la question reste ouverte."),
            "Les réponses données sont oubliées, et rien n’est repris de ces lignes.",
            lambda row: bool(row.decision),
        ),
    )

    def heading(self, row):
        return f"{row.libelle} ({row.cle}) et {row.nom}"

    def sides(self, row):
        return [
            ("Dans le guide", row.nom, row_url(row.modele, row.objet)),
            (f"Dans le fichier : {title_of(row.famille)}", f"{row.libelle}\n{row.cle}\n{row.raison}", ""),
        ]

    @admin.display(description="dans le guide", ordering="nom")
    def notre(self, row):
        return row_link(row.modele, row.objet, row.nom)
