"""What a search finds formations, certifications and roadmaps by."""

from core.models import Organisation
from core.niveaux import Niveau
from core.search.base import Document, Kind
from core.search.excerpts import plain
from core.search.rows import grouped, narrowed
from core.text import told_apart
from formations.models import Certification, Etape, Formation, Parcours


def formation_documents(keys=None):
    """Yield the `Document`s of published formations, all or those with these primary keys: 3 queries.

    A formation is found by its title and its usual name, by the diplomas that it replaces (« DUT » finds the
    BUT), by its type, its codes, and the schools that prepare for it.
    """
    former = grouped(Formation.objects, "remplacee_par", keys, "intitule", "sigle")
    schools = grouped(
        Formation.etablissements.through.objects,
        "formation",
        keys,
        "organisation__nom",
        "organisation__sigle",
    )
    rows = narrowed(Formation.objects.published(), "pk", keys).values_list(
        *(
            "pk",
            "slug",
            "intitule",
            "distinction",
            "sigle",
            "type",
            "niveau",
            "pays",
            "description",
            "code_rncp",
            "onisep_id",
        ),
        *("en_vigueur", "remplacee_par__etat", "remplacee_par__intitule", "remplacee_par__sigle"),
    )
    for pk, slug, intitule, distinction, sigle, kind, niveau, pays, description, rncp, onisep, *state in rows:
        yield Document(
            "formations",
            pk,
            "formations:formation",
            slug,
            told_apart(intitule, distinction),
            noms=told(intitule, sigle),
            autres_noms=told(*(name for names in former.get(pk, ()) for name in names)),
            masques=told(rncp, onisep),
            competences=told(*(name for names in schools.get(pk, ()) for name in names)),
            mots_cles=(Formation.Type(kind).label, slug.replace("-", " ")),
            textes=told(plain(description)),
            note=former_note(*state),
            niveau=niveau,
            niveau_label="" if niveau is None else Niveau(niveau).label_in(pays),
        )


def told(*names):
    """Return the names that are not empty, each once."""
    return tuple(dict.fromkeys(filter(None, names)))


def former_note(is_current, state, intitule, sigle):
    """Return what a reader has to know of a former diploma: « Ancien diplôme, remplacé par : BTS CIEL »."""
    if is_current:
        return ""
    if state != Formation.Etat.PUBLIE:
        return "Ancien diplôme"
    return f"Ancien diplôme, remplacé par : {sigle or intitule}"


def certification_documents(keys=None):
    """Yield the `Document`s of published certifications, all or those with these primary keys: 1 query."""
    rows = narrowed(Certification.objects.published(), "pk", keys).values_list(
        *("pk", "slug", "nom", "sigle", "autre_nom", "interet", "note", "organisme__nom", "organisme__sigle")
    )
    for pk, slug, nom, sigle, autre_nom, interet, note, *organisme in rows:
        yield Document(
            "certifications",
            pk,
            "formations:certification",
            slug,
            f"{nom} ({sigle})" if sigle else nom,
            noms=told(nom, sigle),
            autres_noms=told(autre_nom),
            competences=told(*organisme),
            mots_cles=(slug.replace("-", " "),),
            textes=told(plain(note)),
            resume=interet,
        )


def parcours_documents(keys=None):
    """Yield the `Document`s of published roadmaps, all or those with these primary keys: 2 queries."""
    etapes = grouped(Etape.objects, "parcours", keys, "titre", "objectif", "texte")
    rows = narrowed(Parcours.objects.published(), "pk", keys)
    for pk, slug, titre, accroche, introduction in rows.values_list(
        "pk", "slug", "titre", "accroche", "introduction"
    ):
        steps = etapes.get(pk, ())
        yield Document(
            "parcours",
            pk,
            "formations:parcours",
            slug,
            titre,
            noms=(titre,),
            competences=told(*(name for name, _, _ in steps)),
            mots_cles=(slug.replace("-", " "),),
            textes=told(plain(introduction), *(plain(f"{goal}\n{text}") for _, goal, text in steps)),
            resume=accroche,
        )


def of_row(row):
    return [row.pk]


KINDS = (
    Kind(
        "formations",
        "Formations",
        "formations:liste",
        2,
        Formation,
        formation_documents,
        {
            # What replaces it, and what it replaces, tell its name.
            Formation: lambda row: [row.pk, row.remplacee_par_id, *row.remplace.values_list("pk", flat=True)],
            Formation.etablissements.through: of_row,
            Organisation: lambda school: school.formations.values_list("pk", flat=True),
        },
        "Filtrer ces formations",
    ),
    Kind(
        "certifications",
        "Certifications",
        "formations:certifications",
        3,
        Certification,
        certification_documents,
        {Certification: of_row, Organisation: lambda body: body.certifications.values_list("pk", flat=True)},
        "Filtrer ces certifications",
    ),
    Kind(
        "parcours",
        "Parcours",
        "formations:parcours-liste",
        4,
        Parcours,
        parcours_documents,
        {Parcours: of_row, Etape: lambda etape: [etape.parcours_id]},
    ),
)
