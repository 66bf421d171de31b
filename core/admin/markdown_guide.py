"""The short guide that stands beside Markdown fields: each example with what it gives on the page."""

EXAMPLES = (
    ("Un paragraphe", "Une ligne vide sépare\n\ndeux paragraphes."),
    ("Une liste", "- premier point\n- deuxième point"),
    ("Une liste numérotée", "1. d’abord\n2. ensuite"),
    ("Un mot important", "Ce diplôme est **obligatoire**."),
    ("Un terme étranger", "Le *reporting* occupe une heure par jour."),
    ("Un lien", "Voir le [site de l’ONISEP](https://www.onisep.fr/)."),
    ("Un intertitre", "### Après le bac\n\nTrois voies existent."),
    ("Un tableau", "| Année | Lieu |\n|---|---|\n| 1 | école |\n| 2 | entreprise |"),
)
