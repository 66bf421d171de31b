"""The ways in to a métier, as pages say them and as SQL sorts by them: see `metiers.ways_in` for the rule."""

from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Least

from core.citations import cited
from core.niveaux import Niveau, Pays, depart_choices
from core.sorting import Choice
from core.text import capitalised, french_range
from metiers.models import FormationMetier
from metiers.ways_in import BAC, CAP, USUAL_YEARS, Role, Stage, Step, usual_years, way_in

PARAMETER = "mon_niveau"
UNKNOWN = "Nos sources ne disent pas quel niveau il faut"
# Formations of one stage that a card names; the page of the métier names them all.
MOST_NAMED = 3


class LevelChoice(Choice):
    """The reader's own level, `?mon_niveau=bac`; none by default."""

    def __init__(self, request):
        labels = {slug: label for slug, _, label in depart_choices()}
        super().__init__(request, PARAMETER, "Mon niveau", {"": "Sans préciser"} | labels)

    @property
    def niveau(self):
        """Return the `Niveau`, None if the reader has not said it."""
        return next((niveau for niveau in Niveau if niveau.slug == self.key), None)


# --- In SQL: what lists count and sort by. `niveau_entree` is the alias of `access_level()` ---------


def own_links():
    """Return, for a subquery of `Metier`, what stands on its way in the country that it is described in."""
    # Of the métier itself, known already: joined once more, it would be looked up for each of thousands.
    country = ExpressionWrapper(OuterRef("pays"), CharField())
    links = FormationMetier.objects.on_a_way().alias(pays_du_metier=country)
    own = Q(pays_du_metier="") | Q(formation__pays=F("pays_du_metier"))
    return links.filter(own, metier=OuterRef("pk"))


def usual(niveau):
    """Return the usual years after the bac of the level in a column."""
    return Case(*(When(**{niveau: n}, then=years) for n, years in USUAL_YEARS.items()), default=0)


def access_level():
    """Return the level at which a `Metier` begins: its own, that of its lowest minimum formation, or NULL."""
    minimum = own_links().filter(role=FormationMetier.Role.MINIMUM).order_by("niveau_atteint")
    return Coalesce("niveau_acces", Subquery(minimum.values(niveau=F("niveau_atteint"))[:1]))


def level_before(start):
    """Return `Way.first` of a `Metier`, NULL where no source says its level."""
    ahead = [When(niveau_entree__gt=start, then=Least("niveau_entree", BAC))] if start < BAC else []
    return Case(When(niveau_entree=None, then=None), *ahead, default=0, output_field=IntegerField())


def study_left(start):
    """Return `Way.years` of a `Metier`, NULL where no source says its level."""
    ends = Coalesce("annees_atteintes", usual("niveau_atteint"))
    reached = own_links().exclude(role=FormationMetier.Role.COMPLEMENT).alias(fin=ends)
    soonest = (
        reached.filter(niveau_atteint=OuterRef("niveau_entree")).order_by("fin").values(annees=F("fin"))[:1]
    )
    entry = Coalesce("annees_etudes_min", Subquery(soonest), usual("niveau_entree"))
    return Case(
        When(niveau_entree__lte=max(start, BAC), then=0),
        When(niveau_entree__gt=BAC, then=Greatest(Value(1), entry - usual_years(start))),
        output_field=IntegerField(),
    )


# --- In words: what a card and a page show -------------------------------------------------------


@dataclass(frozen=True)
class Door:
    """A formation as a way names it: its usual name, its address, what the source adds."""

    nom: str
    url: str
    precision: str
    ancienne: bool


@dataclass(frozen=True)
class StageShown:
    """A stage in words: `duree` is what it takes from the reader's level, `reste` how many are not named."""

    stage: Stage
    pays: str
    duree: str
    formations: list
    reste: int

    @property
    def label(self):
        return Niveau(self.stage.niveau).label_in(self.pays)

    @property
    def precision(self):
        """Return the length after the bac where the level does not say it: « (bac + 6) »."""
        years = self.stage.years_after_bac
        return "" if years == usual_years(self.stage.niveau) else f"(bac + {years})"


@dataclass(frozen=True)
class TrackShown:
    """The way of one country; `pays` is empty where the métier has but one."""

    pays: str
    portes: list
    etapes: list


class Route:
    """The way to a métier from the reader's level, ready to show.

    `links` are its `FormationMetier`s, as `for_ways` returns them; at most `most` formations of a stage
    are named.
    """

    def __init__(self, metier, links, start, most=None):
        self.metier, self._most, self._start = metier, most, Niveau(start)
        steps = [step_of(link) for link in links]
        self.way = way_in(start, metier.niveau_acces, steps, metier.pays, metier.annees_etudes_min)

    @property
    def depart(self):
        return capitalised(self._start.depuis)

    @property
    def resume(self):
        """Return « Accessible maintenant », « + 2 ans d’études », « le bac, puis 2 ans d’études »…"""
        if self.way.years is None:
            return UNKNOWN
        asked = french_range(self.metier.experience_min, self.metier.experience_max, "ans")
        if self.way.is_open:
            return "accessible maintenant" + (f", avec {asked} d’expérience" if asked else "")
        otherwise = ", ou dès maintenant par une autre voie" if self.way.is_open_otherwise else ""
        return self._study + (f", puis {asked} d’expérience" if asked else "") + otherwise

    @property
    def _study(self):
        years = f"{in_years(self.way.years)} d’études"
        if not self.way.first:
            return f"+ {years}"
        before = diploma(self.way.first, self.metier.pays)
        return f"{before}, puis {years}" if self.way.years else f"{before} d’abord"

    @property
    def pistes(self):
        """Return a `TrackShown` per country."""
        several = len(self.way.tracks) > 1
        return [
            TrackShown(
                Pays(track.pays).label if several or track.pays != self.metier.pays else "",
                [door(step) for step in track.doors],
                [self._stage(stage, track.pays) for stage in track.stages],
            )
            for track in self.way.tracks
        ]

    def _stage(self, stage, pays):
        named = [door(step) for step in stage.steps[: self._most]]
        years = in_years(stage.years)
        after = f"{years} après {diploma(BAC, pays)}" if self._start < BAC else f"en {years}"
        return StageShown(stage, pays, after if stage.years else "", named, len(stage.steps) - len(named))

    @property
    def autres(self):
        """Return the other routes, without years."""
        return [door(step) for step in self.way.others]

    @property
    def experience(self):
        """Return what a source says of experience without a number of years."""
        known = self.metier.experience_min is not None or self.metier.experience_max is not None
        return "" if known else self.metier.experience_bref

    @property
    def sources(self):
        """Return the sources of what is shown, each once, that of the level first."""
        stages = [stage for track in self.way.tracks for stage in track.stages]
        doors = [step for track in self.way.tracks for step in track.doors]
        steps = [*doors, *(step for stage in stages for step in stage.steps), *self.way.others]
        level = [] if self.way.years is None and not self.experience else [self.metier]
        return cited(level, [step.said for step in steps])


def step_of(link):
    """Return a `FormationMetier` as a `Step`, a former diploma by the one that has replaced it."""
    formation = link.formation_today
    return Step(
        formation=formation,
        role=Role(link.role),
        niveau=formation.niveau,
        pays=link.formation.pays,
        years=formation.annees_apres_bac,
        duration=formation.duree_annees,
        former=not formation.en_vigueur,
        said=link,
    )


def door(step):
    """Return the `Door` of a `Step`."""
    formation = step.formation
    return Door(formation.nom_court, formation.get_absolute_url(), step.said.precision, step.former)


def in_years(number):
    return french_range(number, number, "ans")


def diploma(niveau, pays):
    """Return « un CAP », « le bac », « le CESS », or both where the country is not said."""
    if niveau == CAP:
        return "un CAP"
    names = {Pays.FRANCE: "le bac", Pays.BELGIQUE: "le CESS"}
    return names.get(pays, "le bac ou le CESS")
