"""Every kind of page of the guide, by an address that shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of page: its name, an address, its status, and what it takes to see it."""

    name: str
    path: str
    status: int = 200
    needs_login: bool = False
    needs_debug: bool = False


FOUR = "?" + "&".join(
    f"m={slug}"
    for slug in (
        "technicien-cloud",
        "ingenieur-cloud-computing",
        "architecte-cloud",
        "technicien-de-maintenance-informatique",
    )
)

PUBLIC = [
    Kind("accueil", "/"),
    Kind("liste", "/metiers/"),
    Kind("liste-filtree", "/metiers/?niveau=bac-5&pays=belgique&tri=niveau"),
    Kind("liste-depuis-le-cap", "/metiers/?mon_niveau=cap"),
    Kind("liste-vide", "/metiers/?niveau=bac-5&palier=entree&pays=belgique&statut=independant"),
    Kind("liste-ignores", "/metiers/?niveau=bac-42&couleur=bleu&page=99"),
    Kind("fiche", "/metiers/architecte-cloud/"),
    Kind("fiche-maintenance", "/metiers/technicien-de-maintenance-informatique/"),
    Kind("fiche-net", "/metiers/ingenieur-cloud-computing/?unite=net-mois"),
    Kind("fiche-depuis-le-bac", "/metiers/technicien-de-maintenance-informatique/?mon_niveau=bac"),
    Kind("fiche-courte", "/metiers/ingenieur-devops/"),
    Kind("mention", "/metiers/directeur-technique/"),
    Kind("comparaison", f"/metiers/comparer/{FOUR}"),
    Kind("comparaison-differences", f"/metiers/comparer/{FOUR}&differences=1"),
    Kind("comparaison-un", "/metiers/comparer/?m=technicien-cloud&m=inconnu"),
    Kind("comparaison-vide", "/metiers/comparer/"),
    Kind("salaires", "/salaires/"),
    Kind("salaires-tries", "/salaires/?unite=net-mois&experience=debutant&tri=salaire&format=xls"),
    Kind("salaires-vide", "/salaires/?pays=belgique&fiabilite=estime"),
    Kind("methode", "/salaires/methode/"),
    Kind("parcourir", "/metiers/parcourir/"),
    Kind("rayon", "/formations/parcourir/lettre/b/"),
    Kind("formations", "/formations/"),
    Kind("formation", "/formations/bts-ciel/"),
    Kind("comparaison-formations", "/formations/comparer/?f=bts-sio&f=bts-systemes-numeriques&f=cess"),
    Kind("certifications", "/certifications/"),
    Kind("certification", "/certifications/cka/"),
    Kind("comparaison-certifications", "/certifications/comparer/?c=cka&c=rhcsa"),
    Kind("parcours-liste", "/parcours/"),
    Kind("parcours", "/parcours/carriere-dans-le-cloud/"),
    Kind("guides", "/guides/"),
    Kind("guide", "/guides/entretien/"),
    Kind("recherche", "/recherche/?q=cloud"),
    Kind("recherche-vide", "/recherche/?q=zzzz"),
    Kind("sources", "/sources/"),
    Kind("a-propos", "/a-propos/"),
    Kind("accessibilite", "/accessibilite/"),
    Kind("introuvable", "/metiers/architecte-clou/", status=404),
    Kind("adresse-inconnue", "/nulle/part/", status=404),
]
COMPONENTS = Kind("composants", "/composants/", needs_debug=True)
ADMIN = [
    Kind("admin-connexion", "/admin/login/"),
    Kind("admin-accueil", "/admin/", needs_login=True),
    Kind("admin-liste", "/admin/metiers/metier/", needs_login=True),
    Kind("admin-valeurs", "/admin/metiers/referencesalaire/", needs_login=True),
    # The first row that is loaded into an empty database, whichever it is.
    Kind("admin-fiche", "/admin/metiers/metier/1/change/", needs_login=True),
]
ALL = [*PUBLIC, COMPONENTS, *ADMIN]
