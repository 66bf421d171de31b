"""The ground floor: what every app of the guide stands on."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "sources et lieux"
