"""One source for a whole list is said once, instead of on every line."""

from django import template

register = template.Library()


@register.filter
def source_commune(rows):
    """Return the source that all these rows share, None when they have several (or there are none)."""
    sources = {row.source.pk: row.source for row in rows}
    return next(iter(sources.values())) if len(sources) == 1 else None
