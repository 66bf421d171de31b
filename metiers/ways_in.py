"""The ways in to a métier from a reader's own level: years still to study, doors, stages. Pure.

A way speaks of time and of doors. Levels are those of the European scale (0 for no diploma, 3 for the CAP,
4 for the bac or the CESS, up to 8). Years are years of study after the bac: a formation's own where its
source gives them, else those of `USUAL_YEARS`. Nothing is counted below the bac, whose length depends on
where one comes from: the way says « le bac, puis 2 ans ». Experience, VAE and continuing education are
other routes, without years.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import groupby

CAP, BAC = 3, 4
# Years after the bac at which a level is usually reached, in France (BTS, licence, master, doctorat) as in
# Belgium (brevet, bachelier, master, doctorat). General knowledge, as the pages that count by them say.
USUAL_YEARS = {5: 2, 6: 3, 7: 5, 8: 8}


class Role(Enum):
    """What a formation is on the way to a métier, the barest door first, as `FormationMetier` says."""

    MINIMUM = "minimum"
    USUAL = "classique"
    FURTHER = "complement"
    OTHER = "autre-voie"


@dataclass(frozen=True)
class Step:
    """A formation that leads to a métier, as a source says.

    `formation` is what tells it from others, `said` the words of the source; the page shows both. `years`
    are those after the bac once it ends, `duration` its own length, None where unknown. `former` is for a
    diploma that nobody can prepare any more.
    """

    formation: Hashable
    role: Role
    niveau: int | None
    pays: str = ""
    years: int | None = None
    duration: Decimal | None = None
    former: bool = False
    said: object = None

    @property
    def end(self):
        """Return the place where it ends: its level, and the years after the bac."""
        return self.niveau, usual_years(self.niveau) if self.years is None else self.years

    @property
    def is_on_a_way(self):
        """Say whether one gets there by studying, rather than by another route."""
        return self.role is not Role.OTHER and self.niveau is not None and not self.former


@dataclass(frozen=True)
class Stage:
    """Formations that end at one place, any of which brings there; none where no source names one.

    `years` are those of study after the bac from the reader's level to that place.
    """

    niveau: int
    years_after_bac: int
    years: int
    optional: bool
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Track:
    """The way of one country: diplomas that open the métier at the reader's level, then stages, rising."""

    pays: str
    doors: tuple[Step, ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Way:
    """How far a métier is from a level.

    `years` are those of study after the bac that remain, None where no source says which level it takes;
    `first` is the level to reach before they count (CAP or bac), 0 where there is none.
    """

    start: int
    access: int | None
    years: int | None
    first: int
    tracks: tuple[Track, ...]
    others: tuple[Step, ...]

    @property
    def is_open(self):
        """Say whether the reader's level is enough."""
        return self.access is not None and self.access <= self.start

    @property
    def is_open_otherwise(self):
        """Say whether another route asks for no more than the reader's level, the usual one for more."""
        levels = [step.niveau for step in self.others if step.niveau is not None and not step.former]
        return not self.is_open and min(levels, default=self.start + 1) <= self.start


def way_in(start, access, steps, pays="", years=None):
    """Return the `Way` from the level `start` to a métier that begins at the level `access`.

    `access` None stands for what no source says: then the lowest formation that is a minimum tells it, if
    there is one. `pays` is the country that the métier is described in; formations of another one make a
    track of their own and count for nothing here. `years` are those after the bac that the métier itself
    asks for, None where no source gives them.
    """
    steps = distinct(steps)
    walked = [step for step in steps if step.is_on_a_way]
    own = [step for step in walked if pays in ("", step.pays)]
    if access is None:
        access = min((step.niveau for step in own if step.role is Role.MINIMUM), default=None)
    entry = None if access is None else (access, years_at(access, own) if years is None else years)
    countries = dict.fromkeys([*filter(None, [pays]), *(step.pays for step in walked)]) or [pays]
    tracks = [track_of(country, start, entry, walked, pays in ("", country)) for country in countries]
    return Way(
        start=start,
        access=access,
        years=None if entry is None else years_to(entry, start) if access > start else 0,
        first=min(access, BAC) if access is not None and access > start < BAC else 0,
        tracks=tuple(track for track in tracks if track.doors or track.stages),
        others=tuple(step for step in steps if not step.is_on_a_way),
    )


def usual_years(niveau):
    """Return the years after the bac at which a level is usually reached, 0 up to the bac."""
    return USUAL_YEARS.get(niveau, 0)


def years_to(place, start):
    """Return the years of study from a level to a place beyond it: none up to the bac, then one at least."""
    niveau, years = place
    return max(1, years - usual_years(start)) if niveau > BAC else 0


def years_at(niveau, steps):
    """Return the fewest years after the bac at which the usual formations of a level end."""
    ends = [step.end[1] for step in steps if step.niveau == niveau and step.role is not Role.FURTHER]
    return min(ends, default=usual_years(niveau))


def distinct(steps):
    """Return each formation once, in its barest role: a former diploma may have become one that is there."""
    best = {}
    for step in sorted(steps, key=lambda step: list(Role).index(step.role)):
        best.setdefault(step.formation, step)
    return list(best.values())


def track_of(pays, start, entry, walked, is_own):
    """Return the `Track` of a country; what no source names is filled in on the métier's own only."""
    steps = [step for step in walked if step.pays == pays]
    usual = [step for step in steps if step.role is not Role.FURTHER]
    ahead = [step for step in usual if step.niveau > start]
    beyond = max((start, usual_years(start)), entry or (0, 0))
    ahead += [step for step in steps if step.role is Role.FURTHER and step.end > beyond]
    ahead.sort(key=lambda step: step.end)
    places = {place: tuple(group) for place, group in groupby(ahead, key=lambda step: step.end)}
    if is_own and entry and entry[0] > start:
        named = {step.niveau for step in usual}
        needed = [entry, (BAC, 0)] if start < BAC < entry[0] else [entry]
        places |= {place: () for place in needed if place[0] not in named}
    return Track(
        pays=pays,
        doors=tuple(step for step in usual if entry and entry[0] <= step.niveau <= start),
        stages=tuple(
            Stage(*place, years_to(place, start), is_optional(place, start, entry, places), places[place])
            for place in sorted(places)
        ),
    )


def is_optional(place, start, entry, places):
    """Say whether the way to the entry can do without what ends at a place.

    It can if the entry is reached already, or earlier, or sooner at the same level; if the place is below
    the bac, which asks for no diploma; or if what comes next begins, by its length, at the reader's level.
    """
    niveau, steps = place[0], places[place]
    if entry is None:
        return all(step.role is Role.FURTHER for step in steps)
    if entry[0] <= start or niveau > entry[0]:
        return True
    if any(other < place for other in places if other[0] == niveau):
        return True
    if niveau in (BAC, entry[0]):
        return False
    later = [step for end, group in places.items() if niveau < end[0] <= entry[0] for step in group]
    usual = [step for step in later if step.role is not Role.FURTHER]
    return niveau < BAC or any(begins_by(step, usual_years(start)) for step in usual)


def begins_by(step, years):
    """Say whether a formation is known to begin so many years after the bac at the latest."""
    known = step.years is not None and step.duration is not None
    return known and step.years - step.duration <= years
