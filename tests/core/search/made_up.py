"""A few made-up pages and what is known of their words, for tests without a database."""

from core.search.base import Document
from core.search.entry import entry_of
from core.search.index import count
from core.search.question import Reader
from core.search.vocabulary import IndexWord, Vocabulary

DOCUMENTS = [
    Document(
        "metiers",
        1,
        "metiers:metier",
        "ingenieur-cloud",
        "ingénieur cloud computing / ingénieure cloud computing",
        noms=("ingénieur cloud computing", "ingénieure cloud computing"),
        autres_noms=("chef de projet virtualisation", "cheffe de projet virtualisation"),
        masques=("cloud engineer",),
        competences=("Kubernetes", "bases de données"),
        textes=("Il conçoit.\nIl migre des serveurs vers le nuage.",),
        resume="Déplace l’informatique vers le cloud.",
    ),
    Document(
        "metiers",
        2,
        "metiers:metier",
        "developpeur",
        "développeur back-end",
        noms=("développeur back-end", "développeuse back-end"),
        competences=("cybersécurité",),
    ),
    Document("metiers", 3, "metiers:metier", "dsi", "directeur", noms=("directeur",), autres_noms=("DSI",)),
    Document("formations", 1, "formations:formation", "bts", "BTS SIO", noms=("BTS SIO",)),
]
ENTRIES = [entry_of(document) for document in DOCUMENTS]


def vocabulary():
    """Return the vocabulary of the made-up pages."""
    counted = count(entry.vocables for entry in ENTRIES)
    rows = [IndexWord(form, tuple(keys.split()), *numbers) for (form, keys), numbers in counted.items()]
    return Vocabulary(rows, len(ENTRIES))


def reader():
    """Return a reader of questions that knows some synonyms and one word for a kind of page."""
    synonyms = {
        ("sysadmin",): [(("administrateur", "system"), "administrateur systèmes")],
        ("admin", "bdd"): [(("base", "donnee"), "bases de données")],
        ("ku",): [(("base", "donnee"), "bases de données")],
        ("proj",): [(("virtualisation",), "virtualisation")],
        ("form",): [(("formation",), "formation")],
    }
    return Reader(vocabulary(), synonyms, {"formation": "formations"})
