"""Which of our rows a public file may be speaking of, when no identifier says so."""

import re

from core.importing.records import Join
from core.models import Domaine, Origine
from core.search.normalizer import keys
from core.text import fold
from metiers.models import SOURCE_ROME, Appellation, Metier

SAME_NAME, OTHER_CODES = "même nom", "même nom, mais d’autres codes ROME"
USUAL_NAME, NEAR_NAME = "l’un est une appellation de l’autre", "noms très proches"
# « (MJPM) », « -DSI- »: what one publisher writes after a name, and another does not.
ACRONYM = re.compile(r"(?:\s*\([A-Z][A-Za-z0-9&./-]{0,9}[A-Z0-9]\)|\s+-[A-Z]{2,10}-)\s*$")
SEVERAL = "même nom et même code, mais d’autres fiches aussi"
NO_CODE = "même nom, sans code ROME qui le confirme"


def near(name):
    """Return what two spellings of nearly the same name share: an acronym that explains it says no more."""
    return tuple(keys(ACRONYM.sub("", name)))


class Candidates:
    """The métiers of the guide without an ONISEP identifier, by name and by usual name: 4 queries.

    Called with a record, whose hints are `noms`, `synonymes` and `codes`, returns its `Join`s. Only the very
    same name, with no ROME code against it, is certain: a code is shared by several métiers. A name that the
    ROME files under a code says nothing: it groups narrower jobs there, up to 121. A page of the ROME is told
    by its code too, as `RomeCandidates` would tell it had the fiche come first.
    """

    def __init__(self):
        ours = self.ours()
        self._names = {row[0]: row[1:] for row in ours.values_list("pk", "nom_masculin", "nom_feminin")}
        self._by_name, self._by_key, self._by_usual, self._codes = {}, {}, {}, {}
        for pk, names in self._names.items():
            for name in names:
                self._by_name.setdefault(fold(name), set()).add(pk)
                self._by_key.setdefault(near(name), set()).add(pk)
        for row in Appellation.objects.filter(metier__in=ours).exclude(source__slug=SOURCE_ROME):
            for name in filter(None, (row.masculin, row.feminin)):
                self._by_usual.setdefault(fold(name), set()).add(row.metier_id)
        self._rome = set(ours.filter(source__slug=SOURCE_ROME).values_list("pk", flat=True))
        codes = ours.filter(codes_rome__isnull=False)
        for pk, *both in codes.values_list("pk", "codes_rome__code", "codes_rome__parent__code"):
            self._codes.setdefault(pk, set()).update(filter(None, both))

    @staticmethod
    def ours():
        return Metier.objects.filter(onisep_id=None)

    def __call__(self, record):
        names, codes = record.hints["noms"], set(record.hints["codes"])
        reasons = {pk: NEAR_NAME for name in names for pk in self._by_key.get(near(name), ())}
        synonyms = record.hints["synonymes"]
        usual = [*(self._by_usual.get(fold(name), ()) for name in names)]
        usual += [self._by_name.get(fold(name), ()) for name in synonyms]
        of_other_codes = {pk for pk in self._rome if not self._codes.get(pk, set()) & codes}
        reasons |= {pk: USUAL_NAME for found in usual for pk in found if pk not in of_other_codes}
        for pk in {pk for name in names for pk in self._by_name.get(fold(name), ())}:
            own = self._codes.get(pk, set())
            reasons[pk] = OTHER_CODES if own and codes and not own & codes else SAME_NAME
            if pk in self._rome and not codes:
                reasons[pk] = NO_CODE
        return [
            Join(pk, self._names[pk][0], reason, reason == SAME_NAME)
            for pk, reason in sorted(reasons.items())
        ]


class RomeCandidates(Candidates):
    """The métiers that no code of the ROME has been joined to: 4 queries.

    Only one fiche of the very same name, which bears the code or that of version 3 it comes from, is certain.
    """

    @staticmethod
    def ours():
        joined = Origine.objects.filter(famille=SOURCE_ROME, modele=Metier._meta.label_lower)
        return Metier.objects.exclude(pk__in=joined.values("objet"))

    def __call__(self, record):
        names, codes = record.hints["noms"], set(record.hints["codes"])
        sharing = {pk for pk, own in self._codes.items() if own & codes}
        reasons = {pk: NEAR_NAME for name in names for pk in self._by_key.get(near(name), ())}
        usual = {pk for name in names for pk in self._by_usual.get(fold(name), ())}
        reasons |= dict.fromkeys(usual & sharing, USUAL_NAME)
        same = {pk for name in names for pk in self._by_name.get(fold(name), ())}
        reasons |= {pk: OTHER_CODES if self._codes.get(pk) else NO_CODE for pk in same - sharing}
        reasons |= dict.fromkeys(same & sharing, SAME_NAME if len(same & sharing) == 1 else SEVERAL)
        ordered = sorted(reasons.items(), key=lambda item: (item[1] != SAME_NAME, item[0]))
        return [Join(pk, self._names[pk][0], reason, reason == SAME_NAME) for pk, reason in ordered]


def by_label(model, field="libelle", kind=""):
    """Return what `Table.find` wants for a vocabulary: the same words (of the same `kind`) are one thing."""

    def find():
        columns = ("pk", field, kind) if kind else ("pk", field)
        known = {(fold(label), *of): (pk, label) for pk, label, *of in model.objects.values_list(*columns)}

        def joins(record):
            of = (record.fields[kind],) if kind else ()
            found = known.get((fold(record.label), *of))
            return [Join(*found, "même libellé", True)] if found else []

        return joins

    return find


def by_branch():
    """Return what `Table.find` wants for domains: one name under one parent is one domain.

    Publishers cut the world of work differently: what both call « banque » is not the same part of it.
    """
    rows = Domaine.objects.values_list("pk", "nom", "parent__nom")
    known = {(fold(name), fold(parent or "")): (pk, name) for pk, name, parent in rows}

    def joins(record):
        parent = record.fields.get("parent")
        found = known.get((fold(record.label), fold(parent.label) if parent else ""))
        return [Join(*found, "même domaine", True)] if found else []

    return joins
