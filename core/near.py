"""Names that are close to a mistyped one. Pure: the caller brings the candidates."""

from rapidfuzz import fuzz, process

from core.text import fold

# Under this likeness (0 to 100) a suggestion puzzles more than it helps; measured on the slugs of the guide.
LIKENESS = 72
# A longer word is no mistyped name; comparing it with every name would only cost time.
LONGEST_WORD = 120


def near(word, candidates, limit=3):
    """Return the items whose text is closest to `word`, the best first, at most `limit`.

    `candidates` is a list of (text, item); an item may stand under several texts (slug, name, usual
    name) and is returned once. Accents, case and hyphens do not count.
    """
    word = fold(word[:LONGEST_WORD])
    if not word:
        return []
    texts = [fold(text) for text, _ in candidates]
    found = process.extract(word, texts, scorer=likeness, score_cutoff=LIKENESS, limit=None)
    items = dict.fromkeys(candidates[index][1] for _, _, index in found)
    return list(items)[:limit]


def likeness(left, right, *, score_cutoff=0, **options):
    """Return how alike two folded texts are, 0 to 100, whatever the order of their words."""
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right))
