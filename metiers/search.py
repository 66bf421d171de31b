"""What a search finds métiers and guides by."""

from core.models import Origine
from core.niveaux import Niveau
from core.search.base import Document, Kind
from core.search.excerpts import plain
from core.search.rows import grouped, narrowed
from core.text import both_genders, told_apart
from formations.models import Competence
from metiers.models import Appellation, CodeRome, CompetenceRequise, Guide, Metier, Point, Question


def metier_documents(keys=None):
    """Yield the `Document`s of published métiers, all or those with these primary keys: 6 queries.

    A métier is found by either gender, by its other names whatever their type, by those that public files
    give it, older ones too, by its ROME codes, by its skills and tools, by its presentation and its missions;
    after those that bear a code of version 3, by that code where its own comes from it.
    """
    names = grouped(Appellation.objects, "metier", keys, "masculin", "feminin", "type")
    codes = grouped(
        Metier.codes_rome.through.objects, "metier", keys, "coderome__code", "coderome__parent__code"
    )
    files = grouped(Origine.objects.filter(modele=Metier._meta.label_lower), "objet", keys, "libelle")
    skills = grouped(CompetenceRequise.objects, "metier", keys, "competence__nom")
    missions = grouped(Point.objects.filter(type=Point.Type.MISSION), "metier", keys, "titre", "texte")
    rows = narrowed(Metier.objects.published(), "pk", keys).values_list(
        *("pk", "slug", "nom_masculin", "nom_feminin", "distinction", "accroche", "niveau_acces"),
        *("pays", "ampleur", "essentiel", "presentation"),
    )
    for pk, slug, masculin, feminin, distinction, accroche, niveau, pays, ampleur, *texts in rows:
        shown, masked = split_names(names.get(pk, ()))
        own = {code for code, _ in codes.get(pk, ())}
        former = {parent for _, parent in codes.get(pk, ()) if parent} - own
        yield Document(
            "metiers",
            pk,
            "metiers:metier",
            slug,
            told_apart(both_genders(masculin, feminin), distinction),
            noms=(masculin, feminin),
            autres_noms=shown,
            masques=(*masked, *sorted(own), *(label for (label,) in files.get(pk, ()))),
            competences=tuple(nom for (nom,) in skills.get(pk, ())),
            mots_cles=(slug.replace("-", " "), *sorted(former)),
            textes=passages(*texts, *(f"{titre} {texte}" for titre, texte in missions.get(pk, ()))),
            resume=accroche,
            niveau=niveau,
            niveau_label="" if niveau is None else Niveau(niveau).label_in(pays),
            is_minor=ampleur == Metier.Ampleur.MENTION,
        )


def split_names(names):
    """Return (names that may be shown, names that may not) of rows of (masculine, feminine, type)."""
    shown, masked = [], []
    for masculin, feminin, kind in names:
        (masked if kind == Appellation.Type.MASQUEE else shown).extend(filter(None, (masculin, feminin)))
    return tuple(shown), tuple(masked)


def passages(*texts):
    """Return Markdown texts in plain words, without the empty ones."""
    return tuple(plain(text) for text in texts if text.strip())


def guide_documents(keys=None):
    """Yield the `Document`s of published guides, all or those with these primary keys: 3 queries."""
    points = grouped(Point.objects, "guide", keys, "titre", "texte")
    questions = grouped(Question.objects, "guide", keys, "question", "reponse")
    rows = narrowed(Guide.objects.published(), "pk", keys)
    for pk, slug, titre, theme, accroche, introduction in rows.values_list(
        "pk", "slug", "titre", "theme", "accroche", "introduction"
    ):
        parts = (*points.get(pk, ()), *questions.get(pk, ()))
        yield Document(
            "guides",
            pk,
            "metiers:guide",
            slug,
            titre,
            noms=(titre,),
            mots_cles=(Guide.Theme(theme).label, slug.replace("-", " ")),
            textes=passages(introduction, *(f"{first} {second}" for first, second in parts)),
            resume=accroche,
        )


def of_row(row):
    return [row.pk]


def of_metier(row):
    return [row.metier_id]


def of_guide(row):
    return [row.guide_id]


KINDS = (
    Kind(
        "metiers",
        "Métiers",
        "metiers:liste",
        1,
        Metier,
        metier_documents,
        {
            Metier: of_row,
            Appellation: of_metier,
            CompetenceRequise: of_metier,
            Point: of_metier,
            Metier.codes_rome.through: of_row,
            CodeRome: lambda code: code.metiers.values_list("pk", flat=True),
            Competence: lambda competence: competence.requises.values_list("metier", flat=True),
        },
        "Filtrer ces métiers",
    ),
    Kind(
        "guides",
        "Guides",
        "metiers:guides",
        5,
        Guide,
        guide_documents,
        {Guide: of_row, Point: of_guide, Question: of_guide},
    ),
)
