"""One source for a whole list is said once, instead of on every line."""

from django import template

from core.citations import only_source

register = template.Library()


@register.filter
def source_commune(rows):
    """Return the source that all these rows share, None when they have several (or there are none)."""
    return only_source(rows)
