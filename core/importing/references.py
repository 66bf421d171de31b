"""From the names that a file gives to rows of ours: `Ref` → primary key, many at a time."""

from django.apps import apps

from core.importing.records import Ref
from core.importing.writing import batches
from core.models import Origine

AT_ONCE = 500


class Resolver:
    """Knows the rows of the run (`add`), and asks the database for the others, each once."""

    def __init__(self):
        self._known = {}
        self._run = {}

    def add(self, table, key, pk):
        """Remember a row of this run; `pk` None: it would be written."""
        # A trial writes nothing: a row to come is told from the others by a number that no row has.
        self._run[table.name, key] = -1 - len(self._run) if pk is None else pk

    def load(self, refs):
        """Ask the database for the refs not known yet, a query per 500 of a kind."""
        wanted = {}
        for ref in refs:
            if ref not in self._known and (ref.model, ref.key) not in self._run:
                wanted.setdefault((ref.model, ref.by), set()).add(ref.key)
        for (model, by), keys in wanted.items():
            found = {}
            for some in batches(sorted(keys), AT_ONCE):
                found.update(self._ask(model, by, some))
            for key in keys:
                self._known[Ref(model, key, by)] = found.get(key)

    @staticmethod
    def _ask(model, by, keys):
        if by:
            rows = apps.get_model(model)._default_manager.filter(**{f"{by}__in": keys})
            return rows.values_list(by, "pk")
        # An editor may have deleted the row since.
        standing = apps.get_model(model)._default_manager.values("pk")
        known = Origine.objects.filter(modele=model, cle__in=keys, objet__in=standing)
        return known.values_list("cle", "objet")

    def get(self, ref):
        """Return the primary key of the row, below zero in a trial, None if it has not been imported."""
        own = self._run.get((ref.model, ref.key))
        return own if own is not None else self._known.get(ref)
