"""Pay in the admin: its equivalent beside it, a warning under the legal minimum, never a refusal."""

from decimal import Decimal

import pytest

from metiers.models import Metier, ReferenceSalaire, Salaire
from tests.admin.editor import messages_of, plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def salaire():
    """23 000 to 27 000 € brut a year, from Externatic."""
    return Salaire.objects.get(metier__slug="technicien-cloud", source__slug="externatic-2024")


def test_a_statement_stands_beside_its_equivalent(editor):
    metier = Metier.objects.get(slug="ingenieur-cloud-computing")
    salaire = metier.salaires.get(source__slug="onisep-met-228")
    expected = "dès 36 960 € brut par an (Converti : 3 080 € × 12 = 36 960 €)"
    assert f'<div class="readonly">{expected}</div>' in plain(
        editor.client.get(editor.path(salaire)).content.decode()
    )
    assert f'<div class="readonly">{expected}</div>' in plain(
        editor.client.get(editor.path(metier)).content.decode()
    )


def test_the_list_tells_how_sure_each_equivalent_is(editor):
    page = plain(editor.client.get("/admin/metiers/salaire/").content.decode())
    assert '<td class="field-equivalent">23 000 à 27 000 € brut par an (Relevé)</td>' in page
    assert '<td class="field-equivalent">20 769 à 24 615 € brut par an (Estimé)</td>' in page


def test_a_statement_without_reference_says_so(editor, salaire):
    ReferenceSalaire.objects.all().delete()
    salaire.periode = "mois"
    salaire.save()
    page = plain(editor.client.get(editor.path(salaire)).content.decode())
    assert "Aucune valeur de référence ne permet la conversion pour ce pays." in page


WARNING = (
    "technicien cloud, débutant · Externatic, 2024 : 20 000 à 27 000 € brut par an, sous le minimum légal "
    "en vigueur, 22 404 € brut par an. Le fait est enregistré tel quel ; vérifiez-le dans sa source."
)


def test_a_pay_under_the_legal_minimum_is_kept_with_a_warning(editor, salaire):
    response = editor.save(salaire, montant_min="20000")
    assert messages_of(response)[0] == WARNING
    salaire.refresh_from_db()
    assert salaire.montant_min == Decimal(20000)


def test_the_warning_comes_in_the_form_of_the_fiche_too(editor, salaire):
    index = list(salaire.metier.salaires.all()).index(salaire)
    response = editor.save(salaire.metier, **{f"salaires-{index}-montant_min": "20000"})
    assert messages_of(response)[0] == WARNING


def test_a_pay_above_the_legal_minimum_brings_no_warning(editor, salaire):
    (message,) = messages_of(editor.save(salaire, montant_min="24000"))
    assert message.startswith("L’objet salaire")


def test_a_new_statement_has_no_equivalent_yet(editor):
    page = editor.client.get(editor.path(Salaire, "add")).content.decode()
    assert "Calculé à l’enregistrement." in page
