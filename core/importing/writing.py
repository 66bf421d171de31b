"""Writing many rows at once, with their history where their model keeps one."""

from django.db import connection, models, reset_queries
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from core.models import FilingKey

AT_ONCE = 200
REASON_LENGTH = 100
MOST_REMEMBERED = 500


def batches(rows, size=AT_ONCE):
    """Yield lists of at most `size` of the rows."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


class Writer:
    """Bulk writes of one run: who does it and why stand in the history of each row."""

    def __init__(self, user, reason):
        self.user, self.reason = user, reason[:REASON_LENGTH]

    @property
    def _history(self):
        return {"default_user": self.user, "default_change_reason": self.reason, "batch_size": AT_ONCE}

    def create(self, model, rows):
        """Insert the rows, which then have their primary keys."""
        if rows and keeps_history(model):
            bulk_create_with_history(rows, model, **self._history)
        elif rows:
            model._default_manager.bulk_create(rows, batch_size=AT_ONCE)
        forget_queries()

    def update(self, model, rows, fields):
        """Write these fields of the rows, and what follows from them: date of change, key of filing."""
        if not rows:
            return
        names = set(fields)
        for field in model._meta.concrete_fields:
            is_dated = isinstance(field, models.DateTimeField) and field.auto_now
            if is_dated or (isinstance(field, FilingKey) and field.of in names):
                names.add(field.name)
                for row in rows:
                    field.pre_save(row, add=False)
        if keeps_history(model):
            bulk_update_with_history(rows, model, sorted(names), **self._history)
        else:
            model._default_manager.bulk_update(rows, sorted(names), batch_size=AT_ONCE)
        forget_queries()

    def delete(self, model, rows):
        """Delete the rows one signal at a time, so that their history keeps what they were."""
        for row in rows:
            if keeps_history(model):
                row._change_reason, row._history_user = self.reason, self.user
            row.delete()


def forget_queries():
    """Free what Django remembers in development: the last 9,000 queries, with all that they wrote."""
    if len(connection.queries_log) > MOST_REMEMBERED:
        reset_queries()


def keeps_history(model):
    return hasattr(model, "history")
