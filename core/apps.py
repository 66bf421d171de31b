"""The ground floor: what every app of the guide stands on."""

from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "sources et lieux"

    def ready(self):
        """Keep the index of the search current; the apps above, ready before, have registered their pages."""
        import_module("core.search.index").watch()
