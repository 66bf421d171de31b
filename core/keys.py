"""Rows by their keys, however many these are."""

import json

from django.db.models import BooleanField, F, Func


class Among(Func):
    """Whether the primary key of a row is among others, which the database gets as one value.

    A query of counts says so once for each of its facets: thousands of parameters would cost more than the
    counting does, and SQLite takes 32,766 in all.
    """

    def __init__(self, keys):
        super().__init__(F("pk"), keys=list(keys), output_field=BooleanField())

    def as_sqlite(self, compiler, connection):
        return self._told(compiler, "SELECT value FROM json_each(%s)", json.dumps(self.extra["keys"]))

    def as_postgresql(self, compiler, connection):
        return self._told(compiler, "SELECT unnest(%s::bigint[])", self.extra["keys"])

    def _told(self, compiler, others, value):
        column, params = compiler.compile(self.get_source_expressions()[0])
        return f"{column} IN ({others})", [*params, value]
