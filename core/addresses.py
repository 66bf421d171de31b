"""The address of a page by the name of its route, remembered: a list leads to hundreds of pages."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse


def address_of(route, *arguments):
    """Return the address of a route with these arguments, below the prefix where the site stands.

    Raise `NoReverseMatch` for a route or arguments that no page has.
    """
    return _address(get_script_prefix(), route, arguments)


@lru_cache(maxsize=16384)
def _address(prefix, route, arguments):
    return reverse(route, args=arguments)
