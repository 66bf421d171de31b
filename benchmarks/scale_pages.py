"""The pages that `scale.py` asks of both databases, each the same in both unless its note says why not."""

from dataclasses import dataclass

COMPARED = ("technicien-cloud", "ingenieur-cloud-computing", "ingenieur-devops", "architecte-cloud")
IMPORTED = ("infirmier", "boulanger", "avocat", "plombier")


@dataclass(frozen=True)
class Page:
    """A kind of page: its address in the small database, and in the large one where that is another.

    `anew` asks it each time as if for the first time: nothing is kept in memory of what was found or made.
    """

    name: str
    small: str
    elsewhere: str = ""
    note: str = ""
    anew: bool = False

    @property
    def large(self):
        return self.elsewhere or self.small


def comparison(slugs):
    return "/metiers/comparer/?" + "&".join(f"m={slug}" for slug in slugs)


THREE_FACETS = "/metiers/?niveau=bac-2&pays=france&statut=salarie"
TWO_FACETS = "/formations/?niveau=bac-2&type=bts"

PAGES = [
    Page("home", "/"),
    Page("métiers", "/metiers/"),
    Page("métiers, last page", "/metiers/?page=9999"),
    Page(
        "métiers, three facets, one found",
        THREE_FACETS,
        "/metiers/?niveau=bac-3&pays=france&statut=saisonnier",
        "other facets",
    ),
    Page("métiers, three facets", THREE_FACETS),
    Page("métiers, from a level", "/metiers/?mon_niveau=bac"),
    Page("métiers, from a level, by years of study", "/metiers/?mon_niveau=bac&tri=annees"),
    Page("métiers, by pay", "/metiers/?tri=salaire"),
    Page("métiers, pay from 30,000 €", "/metiers/?salaire=30000"),
    Page(
        "métiers, six facets",
        "/metiers/?mon_niveau=bac-5&niveau=bac-2&niveau=bac-5&statut=salarie&pays=france&salaire=20000&palier=entree",
    ),
    Page("métiers, by words", "/metiers/?q=technicien"),
    Page("fiche, edited", "/metiers/technicien-cloud/"),
    Page("fiche, imported", "/metiers/technicien-cloud/", "/metiers/infirmier/", "another métier"),
    Page("comparison of 4, edited", comparison(COMPARED)),
    Page("comparison of 4, imported", comparison(COMPARED), comparison(IMPORTED), "other métiers"),
    Page("formations", "/formations/"),
    Page("formations, last page", "/formations/?page=9999"),
    Page("formations, two facets", TWO_FACETS),
    Page("formations, by words", "/formations/?q=informatique"),
    Page("formation, edited", "/formations/bts-sio/"),
    Page("certifications", "/certifications/"),
    Page("salaries", "/salaires/"),
    Page("salaries, two facets, by pay", "/salaires/?pays=france&experience=debutant&tri=salaire"),
    Page("roadmaps", "/parcours/"),
    Page("guides", "/guides/"),
    *(
        Page(f"{name}{', the first time' if anew else ''}", address, anew=anew)
        for name, address in {
            "search": "/recherche/?q=technicien+informatique",
            "search, with a mistake": "/recherche/?q=tecnicien",
            "suggestions": "/recherche/suggestions?q=tech",
            "sources": "/sources/",
            "browsing métiers": "/metiers/parcourir/",
            "métiers of a letter": "/metiers/parcourir/lettre/t/",
            "browsing formations": "/formations/parcourir/",
        }.items()
        for anew in (False, True)
    ),
]
