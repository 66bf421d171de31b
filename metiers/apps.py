"""Métiers and all that describes them."""

from django.apps import AppConfig


class MetiersConfig(AppConfig):
    name = "metiers"
    verbose_name = "métiers et salaires"
