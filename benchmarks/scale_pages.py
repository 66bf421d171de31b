"""The pages that `scale.py` asks of both databases, each the same in both unless its note says why not."""

from dataclasses import dataclass

COMPARED = ("technicien-cloud", "ingenieur-cloud-computing", "ingenieur-devops", "architecte-cloud")
IMPORTED = ("infirmier", "boulanger", "avocat", "plombier")
# What a question finds is put in order whole: the words of these are in hundreds of pages instead of ten.
FINDS_MORE = "finds a hundred times as many pages"


@dataclass(frozen=True)
class Page:
    """A kind of page: its address in the small database, and in the large one where that is another."""

    name: str
    small: str
    elsewhere: str = ""
    note: str = ""

    @property
    def large(self):
        return self.elsewhere or self.small


def comparison(slugs):
    return "/metiers/comparer/?" + "&".join(f"m={slug}" for slug in slugs)


PAGES = [
    Page("home", "/"),
    Page("métiers", "/metiers/"),
    Page("métiers, last page", "/metiers/?page=9999"),
    Page("métiers, three facets", "/metiers/?niveau=bac-2&pays=france&statut=salarie"),
    Page("métiers, from a level", "/metiers/?mon_niveau=bac"),
    Page("métiers, from a level, by years of study", "/metiers/?mon_niveau=bac&tri=annees"),
    Page("métiers, by pay", "/metiers/?tri=salaire"),
    Page("métiers, pay from 30,000 €", "/metiers/?salaire=30000"),
    Page(
        "métiers, six facets",
        "/metiers/?mon_niveau=bac-5&niveau=bac-2&niveau=bac-5&statut=salarie&pays=france&salaire=20000&palier=entree",
    ),
    Page("métiers, by words", "/metiers/?q=technicien", note=FINDS_MORE),
    Page("fiche, edited", "/metiers/technicien-cloud/"),
    Page("fiche, imported", "/metiers/technicien-cloud/", "/metiers/infirmier/", "another métier"),
    Page("comparison of 4, edited", comparison(COMPARED)),
    Page("comparison of 4, imported", comparison(COMPARED), comparison(IMPORTED), "other métiers"),
    Page("formations", "/formations/"),
    Page("formations, last page", "/formations/?page=9999"),
    Page("formations, two facets", "/formations/?niveau=bac-2&type=bts"),
    Page("formations, by words", "/formations/?q=informatique", note=FINDS_MORE),
    Page("formation, edited", "/formations/bts-sio/"),
    Page("certifications", "/certifications/"),
    Page("salaries", "/salaires/"),
    Page("salaries, two facets, by pay", "/salaires/?pays=france&experience=debutant&tri=salaire"),
    Page("search, few pages found", "/recherche/?q=kubernetes"),
    Page("search", "/recherche/?q=technicien+informatique", note=FINDS_MORE),
    Page("search, with a mistake", "/recherche/?q=tecnicien", note=FINDS_MORE),
    Page("suggestions, few pages found", "/recherche/suggestions?q=kuber"),
    Page("suggestions", "/recherche/suggestions?q=tech", note=FINDS_MORE),
    Page("sources", "/sources/", note="counts the facts of each source"),
    Page("browsing métiers", "/metiers/parcourir/", note="more fields and interests to choose from"),
    Page("métiers of a letter", "/metiers/parcourir/lettre/t/", note="more métiers than three"),
    Page("browsing formations", "/formations/parcourir/", note="more types to choose from"),
    Page("roadmaps", "/parcours/"),
    Page("guides", "/guides/"),
]
