"""The form by which an editor deposits a public file: what it is, and the file as it was published."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from core.importing import deposits, registry
from core.importing.deposits import MOST_BYTES
from core.readers.refusals import size_in_words


def kind_choices():
    """Return (name, label) of every kind of import, each with what file it reads."""
    return [
        (kind.name, format_html("<strong>{}</strong> : {}", kind.title, kind.file_help))
        for kind in registry.kinds().values()
    ]


class DepositForm(forms.Form):
    """A file refused is kept: one may say that it is something else without sending it again."""

    famille = forms.ChoiceField(
        label="Ce que contient le fichier",
        choices=kind_choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Dites ce que contient le fichier."},
    )
    fichier = forms.FileField(
        label="Le fichier, tel qu’il a été publié",
        required=False,
        help_text="Zip, xz, gz ou tel quel, sans le renommer : son nom porte la date de l’édition. Un "
        f"dossier se dépose en un seul zip. {MOST_BYTES // 1_000_000} Mo au plus.",
        error_messages={
            "empty": "Ce fichier est vide.",
            "invalid": "Aucun fichier n’est arrivé : choisissez-le de nouveau.",
        },
    )
    depot = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_fichier(self):
        upload = self.cleaned_data["fichier"]
        if upload and upload.size > MOST_BYTES:
            raise ValidationError(
                f"Ce fichier pèse {size_in_words(upload.size)}, trop pour cette page. "
                "La commande « python3 run.py import » lit les plus grands."
            )
        return upload

    def clean(self):
        """Find the file that was kept, where no other is given."""
        data = super().clean()
        data["garde"] = deposits.find(data.get("depot") or "")
        if not (data.get("fichier") or data["garde"] or self.errors.get("fichier")):
            self.add_error("fichier", "Choisissez le fichier à importer.")
        return data

    def receive(self):
        """Return the `Deposit` of the file, as what it is said to be; raise OSError if the disk refuses."""
        kind, upload = self.cleaned_data["famille"], self.cleaned_data["fichier"]
        return deposits.receive(kind, upload) if upload else deposits.move(self.cleaned_data["garde"], kind)
