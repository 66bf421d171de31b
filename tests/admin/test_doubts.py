"""A doubtful amount is asked once more, in the form of a salary and in that of a fiche; nothing is lost."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from core.models import Lieu
from metiers.models import Metier, Salaire
from tests.admin.editor import errors_of, plain
from tests.page import Page

pytestmark = pytest.mark.django_db
QUESTION = (
    "36 960 € brut par mois font 443 520 € brut par an : c’est plus de 300 000 €, une paie hors du commun. "
    "Vouliez-vous dire « par an » ?"
)
LABEL = "Je confirme ce montant, la source le dit"


@pytest.fixture
def salaire():
    """From 3 080 € brut a month, from ONISEP."""
    return Salaire.objects.get(metier__slug="ingenieur-cloud-computing", source__slug="onisep-met-228")


def boxes(response):
    """Return (value, whether it is ticked) of the boxes that the page asks to tick."""
    tree = Page(response).tree
    found = [box for box in tree.findall(".//input[@type='checkbox']") if "confirmation" in box.get("name")]
    return [(box.get("value"), box.get("checked") is not None) for box in found]


def statement(source, **changes):
    return {
        "niveau_min": 1,
        "niveau_max": 1,
        "montant_min": "3080",
        "montant_max": "",
        "periode": "an",
        "nature": "brut",
        "statut": "",
        "devise": "EUR",
        "lieu": Lieu.objects.get(slug="france").pk,
        "annee": 2026,
        "type": "editorial",
        "ordre": 0,
        "source": source.pk,
        **changes,
    }


def test_a_doubtful_amount_comes_back_as_it_was_typed_with_the_question_and_a_box(editor, salaire):
    response = editor.save(salaire, montant_min="36960")
    assert errors_of(response) == [QUESTION]
    assert [(plain(value), ticked) for value, ticked in boxes(response)] == [
        ("à partir de 36 960 € brut par mois", False)
    ]
    page = Page(response)
    assert page.attributes(".//input[@name='montant_min']", "value") == ["36960"]
    assert page.texts(".//label[@for='id_confirmation']") == [LABEL]
    assert page.attributes(".//input[@id='id_confirmation']", "aria-describedby") == ["id_confirmation_error"]
    salaire.refresh_from_db()
    assert salaire.montant_min == Decimal(3080)


def test_the_box_lets_the_amount_pass(editor, salaire):
    ((amount, _),) = boxes(editor.save(salaire, montant_min="36960"))
    assert errors_of(editor.save(salaire, montant_min="36960", confirmation=amount)) == []
    salaire.refresh_from_db()
    assert salaire.montant_min == Decimal(36960)


def test_a_box_ticked_for_one_amount_says_nothing_of_another(editor, salaire):
    ((amount, _),) = boxes(editor.save(salaire, montant_min="36960"))
    response = editor.save(salaire, montant_min="369600", confirmation=amount)
    assert len(errors_of(response)) == 1
    assert [ticked for _, ticked in boxes(response)] == [False]


def test_a_box_stays_ticked_while_something_else_is_mended(editor, salaire):
    ((amount, _),) = boxes(editor.save(salaire, montant_min="36960"))
    response = editor.save(salaire, montant_min="36960", confirmation=amount, source="")
    assert [ticked for _, ticked in boxes(response)] == [True]
    assert errors_of(response) == [
        "Un salaire ne s’enregistre pas sans sa source : dites d’où vient ce montant."
    ]


def test_a_confirmed_amount_is_asked_again_only_when_it_changes(editor, salaire):
    Salaire.objects.filter(pk=salaire.pk).update(montant_min=36960)
    assert errors_of(editor.save(salaire, remarque="Relu.")) == []
    assert len(errors_of(editor.save(salaire, nature="net"))) == 1


def test_an_amount_that_is_believed_shows_no_box(editor, salaire):
    response = editor.save(salaire, montant_min="3200", _continue="1")
    assert errors_of(response) == []
    assert boxes(response) == []


def test_an_old_version_comes_back_without_a_question(editor, salaire):
    salaire.montant_min = 36960
    salaire.save()
    version = salaire.history.first()
    salaire.montant_min = 3080
    salaire.save()
    path = editor.path(salaire, "simple_history", version.pk)
    form = {**editor.form(salaire), "montant_min": "36960.00"}
    assert editor.client.post(path, form).status_code == 302
    salaire.refresh_from_db()
    assert salaire.montant_min == Decimal(36960)


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"montant_min": "3080"}, "Vouliez-vous dire « par mois » ?"),
        ({"montant_min": "36960", "periode": "heure"}, "Vouliez-vous dire « par an » ?"),
        ({"montant_min": "25000", "montant_max": "400000"}, "une paie hors du commun."),
        ({"montant_min": "20000", "montant_max": "120000"}, "ou est de trop dans l’autre."),
    ],
)
def test_a_new_statement_is_questioned(editor, source, changes, question):
    before = Salaire.objects.count()
    metier = Metier.objects.get(slug="technicien-cloud")
    response = editor.save(Salaire, metier=metier.pk, **statement(source, **changes))
    (error,) = errors_of(response)
    assert error.endswith(question)
    assert Salaire.objects.count() == before


def test_each_row_of_a_fiche_is_questioned_by_itself(editor, source):
    metier = Metier.objects.get(slug="ingenieur-cloud-computing")
    new = statement(source)
    response = editor.save(metier, rows={"salaires": [new]}, **{"salaires-0-montant_min": "36960"})
    assert errors_of(response) == [
        QUESTION,
        "3 080 € brut par an : c’est moins de 10 000 €, trop peu pour un temps plein. "
        "Vouliez-vous dire « par mois » ?",
    ]
    (first, _), (second, _) = boxes(response)
    new["confirmation"] = second
    rows = {"salaires-0-montant_min": "36960", "salaires-0-confirmation": first}
    assert errors_of(editor.save(metier, rows={"salaires": [new]}, **rows)) == []
    assert metier.salaires.filter(montant_min__in=[36960, 3080]).count() == 2


def test_a_doubt_leaves_the_amounts_of_the_row_to_be_judged_together(editor, salaire):
    salaire.montant_max = 3500
    salaire.save()
    response = editor.save(salaire, montant_min="36960", montant_max="36960")
    assert errors_of(response) == [QUESTION]


REFUSALS = [
    ({"montant_min": "-5"}, "montant_min", "Un salaire est un montant positif : au moins 1 €."),
    ({"montant_max": "0"}, "montant_max", "Un salaire est un montant positif : au moins 1 €."),
    ({"montant_max": "2000"}, "montant_max", "Le montant minimum dépasse le montant maximum."),
    ({"montant_min": ""}, "montant_min", "Ce champ est obligatoire."),
    ({"montant_min": "NaN"}, "montant_min", "Saisissez un nombre."),
    ({"niveau_min": "3"}, "niveau_max", "Le niveau d’expérience de départ dépasse celui d’arrivée."),
    (
        {"annee": "2999"},
        "annee",
        "2999 est dans l’avenir : donnez l’année du chiffre, au plus 2026.",
    ),
    ({"annee": "1989"}, "annee", "Le guide ne reprend aucun salaire d’avant 1990 : vérifiez l’année."),
    (
        {"source": ""},
        "source",
        "Un salaire ne s’enregistre pas sans sa source : dites d’où vient ce montant.",
    ),
]


@pytest.mark.parametrize(("changes", "field", "sentence"), REFUSALS)
@pytest.mark.usefixtures("a_day_of_november")
def test_a_refusal_stands_beside_its_field(editor, salaire, changes, field, sentence):
    page = Page(editor.save(salaire, **changes))
    assert [plain(error) for error in page.texts(f".//ul[@id='id_{field}_error']/li")] == [sentence]
    before = salaire.montant_min
    salaire.refresh_from_db()
    assert salaire.montant_min == before


@pytest.mark.parametrize(("changes", "field", "sentence"), REFUSALS)
@pytest.mark.usefixtures("a_day_of_november")
def test_a_refusal_stands_beside_its_field_in_the_fiche(editor, salaire, changes, field, sentence):
    rows = {f"salaires-0-{name}": value for name, value in changes.items()}
    page = Page(editor.save(salaire.metier, **rows))
    assert [plain(error) for error in page.texts(f".//ul[@id='id_salaires-0-{field}_error']/li")] == [
        sentence
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"source": None},
        {"montant_min": -5},
        {"montant_max": 2},
        {"niveau_min": 4},
        {"periode": "siècle"},
        {"nature": "fort"},
        {"devise": "USD"},
        {"devise": "SMIC", "periode": "an"},
        {"devise": "SMIC", "nature": ""},
    ],
)
def test_the_database_itself_refuses(salaire, changes):
    for name, value in changes.items():
        setattr(salaire, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        salaire.save()
