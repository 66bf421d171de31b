"""Formations, certifications and the roadmaps that link them."""

from django.apps import AppConfig


class FormationsConfig(AppConfig):
    name = "formations"
    verbose_name = "formations et certifications"
