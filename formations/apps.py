"""Formations, certifications and the roadmaps that link them."""

from importlib import import_module

from django.apps import AppConfig

from core.importing import registry
from core.search.base import register


class FormationsConfig(AppConfig):
    name = "formations"
    verbose_name = "formations et certifications"

    def ready(self):
        """Let the search find formations, certifications and roadmaps, and open data be imported."""
        register(*import_module("formations.search").KINDS)
        import_module("core.namesakes").register(import_module("formations.namesakes").FORMATIONS)
        registry.register(*import_module("formations.opendata.kinds").KINDS)
