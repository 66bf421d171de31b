"""Which of our formations a public file may be speaking of, when no ONISEP identifier says so."""

from core.importing.records import Join
from core.models import Origine
from formations.models import Formation
from formations.opendata.labels import name_key

SAME_NAME, SAME_ID, SAME_CODE = "même nom", "même identifiant ONISEP", "même code RNCP"


class Candidates:
    """Formations by name, by ONISEP identifier and by RNCP code: 2 queries.

    Called with a record, whose hints are `nom`, `onisep_id` and `code`, returns its `Join`s. The identifier
    is certain. So is a code, for a row that an import brought under nothing but that code. A name is not:
    several diplomas bear one.
    """

    def __init__(self):
        imported = set(Origine.objects.filter(modele="formations.formation").values_list("objet", flat=True))
        self._by_name, self._by_id, self._by_code = {}, {}, {}
        for row in Formation.objects.values_list("pk", "intitule", "sigle", "onisep_id", "code_rncp"):
            pk, name, usual, onisep_id, code = row
            if onisep_id:
                self._by_id[onisep_id] = (pk, name)
            elif pk not in imported:
                for words in {name_key(name), name_key(usual)} - {""}:
                    self._by_name.setdefault(words, []).append((pk, name))
            if code and (pk in imported or onisep_id):
                self._by_code.setdefault(code, []).append((pk, name, onisep_id))

    def __call__(self, record):
        hints = record.hints
        if found := self._by_id.get(hints.get("onisep_id")):
            return [Join(*found, SAME_ID, True)]
        coded = self._by_code.get(hints.get("code"), [])
        if hints.get("onisep_id"):
            # Another formation that leads to the same certification is not this one.
            coded = [row for row in coded if not row[2]]
        if len(coded) == 1:
            pk, name, _ = coded[0]
            return [Join(pk, name, SAME_CODE, True)]
        return [
            Join(pk, name, SAME_NAME, False) for pk, name in self._by_name.get(name_key(hints["nom"]), [])
        ]
