"""Filters for text and numbers."""

from django import template

from core.rendering import render_markdown, typographie
from core.text import capitalised, fold, french_number

register = template.Library()


@register.filter
def markdown(text):
    """Return the safe HTML of a Markdown text; empty for an empty text."""
    return render_markdown(text) if text else ""


@register.filter
def typo(text):
    """Return the text with French no-break spaces and apostrophes."""
    return typographie(str(text)) if text else ""


@register.filter
def nombre(value):
    """Return a number as written in French: `36 960`."""
    return "" if value is None else french_number(value)


@register.filter
def capitale(text):
    """Return the text with its first letter in upper case, the rest untouched."""
    return capitalised(str(text)) if text else ""


@register.filter
def minuscule(text):
    """Return the text with its first letter in lower case, the rest untouched: it goes on a sentence."""
    return f"{text[:1].lower()}{text[1:]}" if text else ""


@register.filter
def ancre(text):
    """Return an anchor for a heading: « Points forts » → `points-forts`."""
    return fold(str(text)).replace(" ", "-")


@register.filter
def pluriel(number):
    """Return the « s » of a plural, from two on: in French nothing is singular, as one is."""
    return "s" if number >= 2 else ""
