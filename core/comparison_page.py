"""The page that puts things of one kind side by side: up to four, named by their slugs in the address."""

from dataclasses import dataclass

from django.urls import reverse
from django.views.generic import TemplateView

from core import querystring
from core.addresses import address_of
from core.comparison import MAX_COMPARED, Column, build_table, read_asked
from core.comparison_export import csv_header, csv_rows, json_data
from core.export import csv_response, json_response
from core.ignored import IgnoredValue
from core.pages import Action, PageMixin
from core.sorting import Choice
from core.sources import sources_of
from core.text import capitalised

# A menu of more would be neither light nor easy to choose from: the list of the kind, with its filters, is.
MAX_OPTIONS = 200
# How many of the closest things are offered at once.
MAX_SUGGESTIONS = 6
# Beyond it a name of file is cut.
MAX_FILE_NAME = 100
FORMATS = {"html": "Page", "csv": "Télécharger en CSV", "json": "JSON"}
ROWS = {"0": "Toutes les lignes", "1": "Différences seulement"}


@dataclass(frozen=True)
class Kind:
    """What is compared: its GET parameter, the routes of its comparison and of its list, how French names it.

    `un` is « un métier », `ceux` the pronoun (« ceux », « celles »), `criteres` what the page compares.
    """

    param: str
    comparer: str
    liste: str
    un: str
    pluriel: str
    ceux: str
    criteres: str

    @property
    def nom(self):
        """Return « métier »."""
        return self.un.split()[-1]

    def url(self, *slugs):
        """Return the address of the comparison of these slugs."""
        return querystring.build(address_of(self.comparer), [(self.param, slug) for slug in slugs])

    def url_with(self, request, slug):
        """Return the address of the comparison of a thing of a list with those that its address keeps."""
        kept = request.GET.getlist(self.param)[: MAX_COMPARED - 1]
        return self.url(*dict.fromkeys([*kept, slug]))


@dataclass(frozen=True)
class Link:
    """A comparison that is proposed: its name and its address."""

    nom: str
    url: str


class ComparisonView(PageMixin, TemplateView):
    """`?m=a&m=b`: up to four things of a `Kind`; whatever the address asks wrongly is named.

    `?differences=1` shows the rows that differ, `?format=csv` or `json` makes a file of what is shown.
    A kind says how its things are found, named and compared by the methods that raise here. Every link
    of the page to itself keeps the other parameters of the address.
    """

    template_name = "comparaison/page.html"
    kind: Kind

    def get_names(self):
        """Return {slug: name} of all that can be compared, in the order of the menu."""
        raise NotImplementedError

    def get_things(self, slugs):
        """Return the things with these slugs, in that order."""
        raise NotImplementedError

    def name_of(self, thing):
        """Return the name at the head of a column."""
        raise NotImplementedError

    def label_of(self, thing):
        """Return what the head of a column has to say beside the name, "" for nothing."""
        return ""

    def get_sections(self, things):
        """Return the `Section`s of the table."""
        raise NotImplementedError

    def get_suggestions(self, things):
        """Return what is closest to the things, the closest first."""
        raise NotImplementedError

    def get_ignored(self):
        """Return what the address asks beside the things and the page could not use."""
        return []

    def get_fil(self):
        return [(capitalised(self.kind.pluriel), reverse(self.kind.liste)), ("Comparer", "")]

    def get(self, request, *args, **kwargs):
        """Answer with the page, or with the file that is asked for; without anything to compare, the page."""
        self.format = Choice(request, "format", "Format", FORMATS)
        context = self.get_context_data(**kwargs)
        if self.format.key == "html" or not context["colonnes"]:
            return self.render_to_response(context)
        found = sources_of(self.things)
        sources = {thing.slug: found[thing.pk] for thing in self.things}
        shown = context["colonnes"], context["table"], request.build_absolute_uri, sources
        name = "-".join(["comparaison", *self.slugs])[:MAX_FILE_NAME].rstrip("-")
        if self.format.key == "csv":
            return csv_response(f"{name}.csv", csv_header(context["colonnes"]), csv_rows(*shown))
        return json_response(f"{name}.json", json_data(*shown))

    def get_context_data(self, **kwargs):
        names = self.get_names()
        asked = read_asked(self.request.GET.getlist(self.kind.param), names)
        rows = Choice(self.request, "differences", "Différences", ROWS)
        self.slugs, self.differences = asked.slugs, rows.key
        self.things = things = self.get_things(asked.slugs)
        sections = self.get_sections(things) if things else []
        return super().get_context_data(
            kind=self.kind,
            colonnes=[self.column_of(thing) for thing in things],
            table=build_table(things, sections, rows.key == "1"),
            differences=rows.key == "1",
            ignores=[*asked.ignored, *rows.ignored, *self.format_ignored(), *self.get_ignored()],
            actions=self.actions(rows),
            **self.additions(things, names),
            **kwargs,
        )

    def column_of(self, thing):
        others = [slug for slug in self.slugs if slug != thing.slug]
        return Column(
            thing.slug, self.name_of(thing), thing.get_absolute_url(), self.label_of(thing), self.url(others)
        )

    def additions(self, things, names):
        """Return what the form that adds another shows: the menu, the closest, the fields that it keeps."""
        others = [pair for pair in names.items() if pair[0] not in self.slugs]
        return {
            "complet": len(self.slugs) >= MAX_COMPARED,
            "a_ajouter": others if len(others) <= MAX_OPTIONS else [],
            "champs": self.pairs(self.slugs),
            "liste_url": querystring.build(reverse(self.kind.liste), self.pairs(self.slugs, differences="0")),
            "pistes": [
                Link(self.name_of(thing), self.url([*self.slugs, thing.slug]))
                for thing in self.get_suggestions(things)[:MAX_SUGGESTIONS]
            ],
        }

    def format_ignored(self):
        """Return the format that means nothing, or that there is nothing yet to make a file of."""
        if self.slugs or self.format.key == "html":
            return self.format.ignored
        return [f"{IgnoredValue('Format', self.format.key)}, rien n’est encore choisi"]

    def actions(self, rows):
        """Return the buttons of the page's head."""
        other = next(key for key in ROWS if key != rows.key)
        switch = Action(ROWS[other], self.url(self.slugs, differences=other), "comparer")
        files = [
            Action(label, self.url(self.slugs, format=key), "telecharger", telecharger=True)
            for key, label in FORMATS.items()
            if key != "html"
        ]
        return [switch, *files] if len(self.slugs) > 1 else files

    def pairs(self, slugs, **changed):
        """Return the parameters of the comparison of these slugs, in the unit and with the rows now shown."""
        kept = querystring.without(
            querystring.pairs_of(self.request.GET), self.kind.param, "differences", "format"
        )
        chosen = {"differences": self.differences, **changed}
        own = [(name, value) for name, value in chosen.items() if value != "0"]
        return [*((self.kind.param, slug) for slug in slugs), *own, *kept]

    def url(self, slugs, **changed):
        """Return the address of the comparison of these slugs."""
        return querystring.build(self.request.path, self.pairs(slugs, **changed))
