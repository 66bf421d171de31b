"""What stands beside the name of a page: the key that it is filed by, what tells it from its namesakes."""

from django.db import models

from core.text import fold


class FilingKey(models.CharField):
    """The text of another field as it is filed, « Éducateur » under « educateur »: written with its row.

    Databases neither fold accents alike nor sort by them: `Lower` puts « éclairagiste » after « zoologiste ».
    `QuerySet.update` and `bulk_update` write no field but those that they are told.
    """

    def __init__(self, *args, of="", **options):
        self.of = of
        defaults = {"max_length": 300, "editable": False, "default": ""}
        super().__init__(*args, **defaults | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, instance, add):
        """Return the key of the present text, and leave it on the row."""
        key = fold(getattr(instance, self.of))[: self.max_length]
        setattr(instance, self.attname, key)
        return key


class Distinction(models.CharField):
    """What tells a page from those of the same name, "" where no other bears it: see `core.namesakes`."""

    def __init__(self, *args, **options):
        defaults = {"max_length": 80, "editable": False, "blank": True, "default": ""}
        super().__init__(*args, **defaults | options)
