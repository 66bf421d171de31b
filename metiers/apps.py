"""Métiers and all that describes them."""

import re
from importlib import import_module

from django.apps import AppConfig

from core import carried
from core.comparison import MAX_COMPARED
from core.importing import registry
from core.niveaux import Niveau
from core.search.base import register
from metiers.salaires import Unit

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")


class MetiersConfig(AppConfig):
    name = "metiers"
    verbose_name = "métiers et salaires"

    def ready(self):
        """Keep from page to page what the reader chose; let pages be found and open data be imported."""
        _default, *others = Unit
        carried.register("unite", {unit.code for unit in others}.__contains__)
        carried.register("mon_niveau", {niveau.slug for niveau in Niveau}.__contains__)
        carried.register("m", SLUG.fullmatch, most=MAX_COMPARED)
        register(*import_module("metiers.search").KINDS)
        import_module("core.namesakes").register(import_module("metiers.namesakes").METIERS)
        registry.register(*import_module("metiers.opendata.kinds").KINDS)
