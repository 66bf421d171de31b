"""The forms of pay: what is refused has its reason beside it, what is hard to believe is asked once more."""

from django import forms
from django.utils import timezone

from core.admin.forms import InlineForm
from core.rendering import typographie
from metiers.plausibility import doubt
from metiers.statements import load_references, to_statement

POSITIVE = "Un salaire est un montant positif : au moins 1 €."
NO_SOURCE = "Un salaire ne s’enregistre pas sans sa source : dites d’où vient ce montant."


class Confirmation(forms.CheckboxInput):
    """A box that carries the amount it confirms: ticked for one amount, it says nothing of another."""

    def __init__(self, amount):
        super().__init__({"value": amount}, check_test=lambda value: value == amount)

    def value_from_datadict(self, data, files, name):
        return data.get(name, "")

    def format_value(self, value):
        return None


class SalaireForm(forms.ModelForm):
    """A statement; a doubtful amount comes back with the reason and a box that lets it pass.

    Nothing of it is stored: a confirmed amount is asked for again when the amount changes, and only then.
    """

    JUDGED = {"montant_min", "montant_max", "periode", "nature", "statut", "devise", "lieu"}

    confirmation = forms.CharField(
        label="Je confirme ce montant, la source le dit", required=False, widget=forms.HiddenInput
    )

    class Meta:
        error_messages = {
            "montant_min": {"min_value": POSITIVE},
            "montant_max": {"min_value": POSITIVE},
            "source": {"required": NO_SOURCE},
        }

    def _post_clean(self):
        # Here and not in clean(): an amount taken out of `cleaned_data` would leave the row its old one,
        # and the order of both would be judged on amounts that nobody typed together.
        super()._post_clean()
        if self.JUDGED & set(self.errors) or not self.JUDGED & set(self.changed_data):
            return
        question = doubt(to_statement(self.instance), load_references(), timezone.localdate())
        if question:
            self.ask(typographie(question))

    def ask(self, question):
        """Show the box under the amount, and refuse the form until it is ticked for this very amount."""
        amount = self.instance.montant
        self.fields["confirmation"].widget = Confirmation(amount)
        if self.cleaned_data["confirmation"] != amount:
            self.add_error("confirmation", question)


class SalaireRowForm(SalaireForm, InlineForm):
    """A statement in the page of its métier."""
