"""The roof: wiring, and the pages that belong to no one app."""

from django.apps import AppConfig


class CareerguideConfig(AppConfig):
    name = "careerguide"
    verbose_name = "guide"
