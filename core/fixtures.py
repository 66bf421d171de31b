"""The content of an empty guide, read from YAML files: all of it, or none with the bad row named."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer
from django.db import IntegrityError, transaction

# libyaml reads ten times faster; PyYAML is sometimes installed without it.
SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The rows of a fixture are told apart by the first of these that they have.
TELLING_FIELDS = (
    "slug",
    "code",
    "nom",
    "titre",
    "masculin",
    "question",
    "texte",
    "libelle",
    "activite",
    "valeur",
    "metier",
    "depuis",
)


class FixtureError(Exception):
    """A fixture that cannot be loaded; the message names the file, the row and the field."""


@dataclass(frozen=True)
class Row:
    """One object of a fixture: the file that holds it, its position there, and its raw content."""

    file: Path
    position: int
    content: dict

    def __str__(self):
        fields = self.content.get("fields") or {}
        telling = next((fields[name] for name in TELLING_FIELDS if fields.get(name)), "sans nom")
        telling = " ".join(map(str, telling)) if isinstance(telling, list) else str(telling)[:60]
        return f"{self.file.name}, ligne d’objet {self.position} ({self.content.get('model')}, « {telling} »)"


def read_rows(directory):
    """Yield the rows of `directory`'s YAML files, in the order of the file names.

    Raises `FixtureError` for a missing directory, a file that is not YAML, or not a list of objects.
    """
    files = sorted(Path(directory).glob("*.yaml"))
    if not files:
        raise FixtureError(f"Aucun fichier .yaml dans {directory}.")
    for file in files:
        try:
            objects = yaml.load(file.read_text(encoding="utf-8"), Loader=SafeLoader)  # noqa: S506 (a safe loader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise FixtureError(f"{file.name} n’est pas du YAML lisible : {error}") from error
        if not isinstance(objects, list | None):
            raise FixtureError(f"{file.name} n’est pas une liste d’objets.")
        for position, content in enumerate(objects or [], start=1):
            if (
                not isinstance(content, dict)
                or not isinstance(content.get("model"), str)
                or not isinstance(content.get("fields"), dict)
            ):
                raise FixtureError(f"{file.name}, objet {position} : il manque « model » ou « fields ».")
            yield Row(file, position, content)


def unreadable_field(row):
    """Return the name of the first field that cannot be read, since Django's error tells only its value."""
    for name, value in row.content["fields"].items():
        try:
            list(Deserializer([{**row.content, "fields": {name: value}}]))
        except DeserializationError:
            return name
    return "model"


def save_row(row):
    """Validate and save one row, its links included; raise `FixtureError` naming the row and the field."""
    try:
        (built,) = Deserializer([row.content])
        built.object.full_clean()
        built.object.save()
        for name, values in built.m2m_data.items():
            getattr(built.object, name).set(values)
    except ValidationError as error:
        reasons = " ; ".join(
            f"{field} : {' '.join(messages)}" for field, messages in error.message_dict.items()
        )
        raise FixtureError(f"{row} : {reasons}") from error
    except DeserializationError as error:
        raise FixtureError(
            f"{row} : {unreadable_field(row)} : référence ou valeur inconnue ({error})"
        ) from error
    except FieldDoesNotExist as error:
        raise FixtureError(f"{row} : champ inconnu ({error})") from error
    except IntegrityError as error:
        raise FixtureError(f"{row} : refusé par la base ({error})") from error


@transaction.atomic
def load_directory(directory):
    """Load every fixture of a directory in one transaction; return the number of rows per model label.

    Rows go through validation and `save()`, unlike `loaddata`, so that a constraint is explained and the
    history of each entry begins with what was loaded. Raises `FixtureError`, and then nothing is loaded.
    """
    counts = {}
    for row in read_rows(directory):
        save_row(row)
        model = row.content["model"]
        counts[model] = counts.get(model, 0) + 1
    return counts
