"""Which of the documents found answers best, and the name that says so. Pure.

The engine of a database finds documents and orders them roughly; this orders the first of them, in the same
way whatever the database: exact name > other exact name > name > other name > skill or tool > text. A page
that says little then goes back a step (`finder.MINOR`), unless its name is the very one.
"""

from dataclasses import dataclass

from core.search.entry import NAME, OTHER_NAME, SKILL

# For a name that holds all words: what it is worth with other words around, how much more as they get fewer,
# and when there are none.
WORTH = {NAME: (60, 30, 100), OTHER_NAME: (45, 30, 92), SKILL: (25, 10, 38)}
# For words spread over several names or found in the text: at most this, by what holds each.
SPREAD = 36
HELD = {NAME: 1.0, OTHER_NAME: 0.75, SKILL: 0.55}
IN_TEXT = 0.2
# Small change, between documents that answer as well.
FIRST_WORD = 2
IN_ORDER = 1
WISH = 3
# No skill is worth more.
MOST_OF_A_SKILL = WORTH[SKILL][2] + FIRST_WORD + IN_ORDER


@dataclass(frozen=True)
class Rank:
    """How well a document answers (0 to about 100), and the `Name`s that hold what was asked."""

    score: float
    names: tuple = ()


@dataclass(frozen=True)
class Held:
    """What one name holds of a question: per group, the worth of the best reading and its keys."""

    name: object
    groups: tuple

    @property
    def is_whole(self):
        return all(worth for worth, _ in self.groups)

    @property
    def keys(self):
        return {key for _, keys in self.groups for key in keys}


def held_by(name, groups):
    """Return what a `Name` holds of the groups, as a `Held`."""
    own = set(name.keys)
    return Held(name, tuple(group.best_among(own) for group in groups))


def score_of(held, wished):
    """Return what a name that holds every group is worth; `wished` holds the soft words that it has too."""
    base, more, exact = WORTH[held.name.weight]
    keys = held.keys
    covered = len(keys | {key for _, found in wished for key in found}) / len(held.name.keys)
    worth = sum(worth for worth, _ in held.groups) / len(held.groups)
    score = (exact if covered >= 1 else base + more * covered) * (0.5 + worth / 2)
    order = [held.name.keys.index(found[0]) for _, found in held.groups]
    score += FIRST_WORD * (order[0] == 0) + IN_ORDER * (order == sorted(order))
    return score - WISH * sum(not worth for worth, _ in wished)


def rank(names, groups, wishes, rarity, skills=list):
    """Return the `Rank` of a document by its `Name`s, for groups that it holds somewhere.

    `rarity` tells how telling a key is: in a document that holds the words here and there, the rare ones
    count for more. `skills` is asked for more `Name`s, where these could still say more.
    """
    held = [held_by(name, groups) for name in names]
    best = best_of(held, wishes)
    if best is None or best.score <= MOST_OF_A_SKILL:
        held += [held_by(skill, groups) for skill in skills()]
        best = best_of(held, wishes)
    return best or spread(held, groups, rarity)


def best_of(held, wishes):
    """Return the `Rank` by the best of the names that hold every group, None if none does."""
    best = None
    for found in held:
        if found.is_whole:
            own = set(found.name.keys)
            score = score_of(found, [group.best_among(own) for group in wishes])
            if best is None or score > best.score:
                best = Rank(score, (found.name,))
    return best


def spread(held, groups, rarity):
    """Return the `Rank` of a document whose names hold the groups together, or not all of them."""
    total, reached, chosen = 0, 0, []
    for position, group in enumerate(groups):
        weight = max((rarity(key) for reading in group.readings for key in reading.keys), default=0)
        total += weight
        value, name = IN_TEXT, None
        for found in held:
            worth = found.groups[position][0] * HELD[found.name.weight]
            if worth > value:
                value, name = worth, found.name
        reached += weight * value
        if name is not None and name not in chosen:
            chosen.append(name)
    return Rank(SPREAD * reached / total if total else 0, tuple(chosen))


def held_groups(names, groups):
    """Return how many of the groups the names hold together."""
    return sum(any(group.best_among(set(name.keys))[0] for name in names) for group in groups)
