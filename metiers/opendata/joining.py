"""Which of our rows a public file may be speaking of, when no identifier says so."""

from core.importing.records import Join
from core.search.normalizer import keys
from core.text import fold
from metiers.models import Appellation, Metier

SAME_NAME, OTHER_CODES = "même nom", "même nom, mais d’autres codes ROME"
USUAL_NAME, NEAR_NAME = "l’un est une appellation de l’autre", "noms très proches"


class Candidates:
    """The métiers of the guide without an ONISEP identifier, by name and by usual name: 3 queries.

    Called with a record, whose hints are `noms`, `synonymes` and `codes`, returns its `Join`s. Only the very
    same name, with no ROME code against it, is certain: a code is shared by several métiers.
    """

    def __init__(self):
        ours = Metier.objects.filter(onisep_id=None)
        self._names = {row[0]: row[1:] for row in ours.values_list("pk", "nom_masculin", "nom_feminin")}
        self._by_name, self._by_key, self._by_usual, self._codes = {}, {}, {}, {}
        for pk, names in self._names.items():
            for name in names:
                self._by_name.setdefault(fold(name), set()).add(pk)
                self._by_key.setdefault(tuple(keys(name)), set()).add(pk)
        for row in Appellation.objects.filter(metier__in=ours):
            for name in filter(None, (row.masculin, row.feminin)):
                self._by_usual.setdefault(fold(name), set()).add(row.metier_id)
        for pk, code in ours.filter(codes_rome__isnull=False).values_list("pk", "codes_rome__code"):
            self._codes.setdefault(pk, set()).add(code)

    def __call__(self, record):
        names, codes = record.hints["noms"], set(record.hints["codes"])
        reasons = {pk: NEAR_NAME for name in names for pk in self._by_key.get(tuple(keys(name)), ())}
        synonyms = record.hints["synonymes"]
        usual = [*(self._by_usual.get(fold(name), ()) for name in names)]
        usual += [self._by_name.get(fold(name), ()) for name in synonyms]
        reasons |= {pk: USUAL_NAME for found in usual for pk in found}
        for pk in {pk for name in names for pk in self._by_name.get(fold(name), ())}:
            own = self._codes.get(pk, set())
            reasons[pk] = OTHER_CODES if own and codes and not own & codes else SAME_NAME
        return [
            Join(pk, self._names[pk][0], reason, reason == SAME_NAME)
            for pk, reason in sorted(reasons.items())
        ]


def by_label(model, field="libelle"):
    """Return what `Table.find` wants for a vocabulary: the same words are the same thing."""

    def find():
        known = {fold(label): (pk, label) for pk, label in model.objects.values_list("pk", field)}

        def joins(record):
            found = known.get(fold(record.label))
            return [Join(*found, "même libellé", True)] if found else []

        return joins

    return find
