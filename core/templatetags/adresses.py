"""Addresses that keep what the reader has chosen: see `core/carried.py`."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join

from core import carried, querystring

register = template.Library()


def carried_pairs(context):
    """Return the pairs that the present request carries on; none on a page built without a request."""
    request = getattr(context, "request", None)
    if request is None:
        return []
    # Each link of a page asks.
    if not hasattr(request, "carried_pairs"):
        request.carried_pairs = carried.pairs_of(request.GET)
    return request.carried_pairs


@register.simple_tag(takes_context=True)
def adresse(context, url, ancre=""):
    """Return the address of a page with what the reader has chosen; `ancre` is a place of that page.

    The administration keeps its addresses as they are.
    """
    url, pairs = f"{url}#{ancre}" if ancre else url, carried_pairs(context)
    return url if not pairs or url.startswith(reverse("admin:index")) else carried.carry(url, pairs)


@register.simple_tag(takes_context=True)
def adresse_de(context, route, ancre="", **parametres):
    """Return the same by the name of a route; further arguments are parameters of the address."""
    return adresse(context, querystring.build(reverse(route), parametres.items()), ancre)


@register.simple_tag
@cache
def adresse_des_icones():
    """Return the address of the sprite, which stands on every line of a list."""
    return static("img/icones.svg")


@register.simple_tag(takes_context=True)
def champs_gardes(context, *champs):
    """Return the hidden fields by which a GET form keeps what the reader has chosen.

    `champs` are the names of the fields that the form has of its own.
    """
    pairs = [pair for pair in carried_pairs(context) if pair[0] not in champs]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)
