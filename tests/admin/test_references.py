"""The reference values of pay: what is in force, what a change of them changes, what is refused."""

from datetime import date

import pytest

from core.models import Lieu
from metiers.models import Metier, ReferenceSalaire, Salaire
from tests.admin.editor import errors_of, messages_of, plain
from tests.page import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
NOW = "Ce que change la valeur, dès maintenant :"
MAINTENANCE = "technicien de maintenance informatique, {} · Sup de Vinci"


def add(editor, source, **changes):
    """Add a reference value through its form; return the page that follows."""
    row = {
        "type": "minimum-mensuel",
        "pays": "FR",
        "statut": "",
        "valeur": "2000",
        "en_vigueur_depuis": "2026-11-01",
        "remarque": "",
        "source": source.pk,
    }
    return editor.save(ReferenceSalaire, **(row | changes))


def effects(response):
    """Return what the first message of a page says, piece by piece: its heading, its sentences, its lines."""
    message = Page(response).tree.find(".//ul[@class='messagelist']/li")
    pieces = [
        piece for piece in message.iter() if piece.tag in ("strong", "p", "li") and piece is not message
    ]
    return [plain(" ".join("".join(piece.itertext()).split())) for piece in pieces]


def links(response):
    return Page(response).attributes(".//ul[@class='effets']/li/a", "href")


# --- What a value changes ---------------------------------------------------------------------------


def test_a_new_minimum_names_the_statements_that_fall_below_it(editor, source):
    response = add(editor, source, valeur="2000")
    assert effects(response) == [
        NOW,
        "Le minimum légal passe de 22 404 à 24 000 € brut par an.",
        "Énoncés qui passent sous le minimum légal : 1.",
        "technicien cloud, débutant · Externatic, 2024 : 23 000 à 27 000 € brut par an",
    ]
    salaire = Salaire.objects.get(metier__slug="technicien-cloud", source__slug="externatic-2024")
    assert links(response) == [editor.path(salaire)]


def test_all_the_statements_that_fall_are_named_with_what_they_make_in_a_year(editor, source):
    assert effects(add(editor, source, valeur="2600"))[2:] == [
        "Énoncés qui passent sous le minimum légal : 3.",
        "technicien cloud, débutant · Externatic, 2024 : 23 000 à 27 000 € brut par an",
        "technicien cloud, confirmé à senior · Article technicien cloud, 2026 : "
        "27 000 à 34 000 € brut par an",
        f"{MAINTENANCE.format('confirmé')} : 2 000 € net par mois (30 769 € brut par an)",
    ]


def test_a_minimum_that_nothing_falls_below_says_so(editor, source):
    assert effects(add(editor, source, valeur="1900")) == [
        NOW,
        "Le minimum légal passe de 22 404 à 22 800 € brut par an.",
        "Aucun énoncé de plus ne commence sous ce minimum.",
    ]


def test_a_lower_minimum_names_the_statements_that_rise_above_it(editor, source):
    assert effects(add(editor, source, valeur="1700"))[2:] == [
        "Aucun énoncé de plus ne commence sous ce minimum.",
        "Énoncés qui ne commencent plus sous le minimum légal : 2.",
        f"{MAINTENANCE.format('débutant')} : 1 350 à 1 600 € net par mois (20 769 à 24 615 € brut par an)",
        f"{MAINTENANCE.format('débutant à confirmé')} : "
        "1 350 à 2 000 € net par mois (20 769 à 30 769 € brut par an)",
    ]


def test_a_minimum_to_come_says_from_which_day(editor, source):
    response = add(editor, source, en_vigueur_depuis="2027-01-01")
    assert effects(response)[:2] == [
        "Rien ne change avant le 1 janvier 2027. Ce que change la valeur, à partir de ce jour :",
        "Le minimum légal passe de 22 404 à 24 000 € brut par an.",
    ]


def test_a_value_that_a_newer_one_replaces_says_that_nothing_changes(editor, source):
    response = add(editor, source, en_vigueur_depuis="2026-03-01")
    assert effects(response) == [
        "Rien ne change sur le site : une valeur plus récente l’emporte "
        "(1 867,02 € brut par mois, depuis le 1 juin 2026).",
    ]


def test_a_value_that_nobody_uses_says_that_nothing_changes(editor, source):
    hours = {"type": "heures-semaine", "pays": "BE", "valeur": "36"}
    assert effects(add(editor, source, **hours)) == [
        "Rien ne change sur le site : aucun énoncé ne se lit autrement.",
    ]


def test_a_value_put_off_to_next_year_tells_both_days(editor):
    june = ReferenceSalaire.objects.get(valeur="1867.02")
    response = editor.save(june, en_vigueur_depuis="2027-01-01", valeur="2000")
    told = [plain(text) for text in Page(response).texts(".//ul[@class='messagelist']/li/strong")]
    assert told == [NOW, "Ce que change la valeur, à partir du 1 janvier 2027 :"]
    assert effects(response)[1] == "Le minimum légal passe de 22 404 à 21 876 € brut par an."


def test_a_coefficient_tells_how_many_equivalents_change_with_an_example(editor):
    coefficient = ReferenceSalaire.objects.get(type="net-sur-brut", statut="non-cadre")
    assert effects(editor.save(coefficient, valeur="0.76")) == [
        NOW,
        "Équivalents qui changent : 3 en brut par an, 3 en brut par mois et 16 en net par mois. Par exemple, "
        "technicien de maintenance informatique, débutant · Sup de Vinci : 20 769 à 24 615 € brut par an "
        "devient 21 316 à 25 263 € brut par an.",
    ]


def test_months_tell_how_many_equivalents_change(editor):
    months = ReferenceSalaire.objects.get(type="mois-an", pays="BE")
    assert effects(editor.save(months, valeur="13.92")) == [
        NOW,
        "Équivalents qui changent : 2 en brut par an. Par exemple, architecte cloud, débutant · Guide belge, "
        "2025 : 45 600 à 57 600 € brut par an devient 52 896 à 66 816 € brut par an.",
    ]


def test_hours_tell_how_many_equivalents_change(editor, source):
    Salaire.objects.create(
        metier=Metier.objects.get(slug="technicien-cloud"),
        niveau_min=1,
        niveau_max=1,
        montant_min=14,
        periode="heure",
        nature="brut",
        lieu=Lieu.objects.get(slug="france"),
        source=source,
    )
    hours = ReferenceSalaire.objects.get(type="heures-semaine", pays="FR")
    assert effects(editor.save(hours, valeur="32"))[-1].startswith(
        "Équivalents qui changent : 1 en brut par an, 1 en brut par mois et 1 en net par mois. Par exemple, "
        "technicien cloud, débutant · Connaissance générale : dès 25 480 € brut par an devient dès 23 296 €"
    )


def test_a_remark_on_a_value_tells_nothing_of_pay(editor):
    (message,) = messages_of(editor.save(ReferenceSalaire.objects.first(), remarque="Relue."))
    assert message.startswith("L’objet valeur de référence")


# --- Before a deletion ------------------------------------------------------------------------------


LOST = [
    "Ce que change la suppression, dès maintenant :",
    "Énoncés qui perdent leur équivalent en brut par an : 3.",
    f"{MAINTENANCE.format('débutant')} : 1 350 à 1 600 € net par mois",
    f"{MAINTENANCE.format('débutant à confirmé')} : 1 350 à 2 000 € net par mois",
    f"{MAINTENANCE.format('confirmé')} : 2 000 € net par mois",
]


def test_a_deletion_tells_which_statements_lose_their_equivalent_before_it_is_confirmed(editor):
    coefficient = ReferenceSalaire.objects.get(type="net-sur-brut", statut="non-cadre")
    assert effects(editor.client.get(editor.path(coefficient, "delete")))[:5] == LOST
    assert effects(editor.act("delete_selected", coefficient))[:5] == LOST
    assert ReferenceSalaire.objects.filter(pk=coefficient.pk).exists()


def test_a_confirmed_deletion_tells_it_no_more(editor):
    coefficient = ReferenceSalaire.objects.get(type="net-sur-brut", statut="non-cadre")
    response = editor.client.post(editor.path(coefficient, "delete"), {"post": "yes"}, follow=True)
    (message,) = messages_of(response)
    assert message.endswith("a été supprimé avec succès.")


def test_several_values_are_deleted_with_what_they_change_together(editor):
    minimums = ReferenceSalaire.objects.filter(type="minimum-mensuel", pays="FR")
    assert effects(editor.act("delete_selected", *minimums)) == [
        "Ce que change la suppression, dès maintenant :",
        "Le guide ne connaît plus de minimum légal : plus aucun énoncé n’est signalé.",
    ]


# --- The list ---------------------------------------------------------------------------------------


def test_the_list_says_what_each_type_means_and_which_value_is_in_force(editor, source):
    add(editor, source, en_vigueur_depuis="2027-01-01")
    page = Page(editor.client.get("/admin/metiers/referencesalaire/"))
    panel = ".//section[@aria-labelledby='valeurs-titre']"
    assert page.texts(f"{panel}//dt") == [
        "Minimum légal, € brut par mois",
        "Rapport du net au brut",
        "Heures par semaine à temps plein",
        "Mois de salaire par an",
    ]
    assert [plain(text) for text in page.texts(f"{panel}//li")] == [
        "France : 1 867,02 € brut par mois, depuis le 1 juin 2026",
        "France, non-cadre : 0,78, depuis le 1 janvier 2024",
        "France, cadre : 0,75, depuis le 1 janvier 2024",
        "Belgique, non-cadre : aucune valeur",
        "Belgique, cadre : aucune valeur",
        "France : 35 heures par semaine, depuis le 1 janvier 2024",
        "Belgique : 38 heures par semaine, depuis le 1 janvier 2024",
        "France : 12 mois, depuis le 1 janvier 2024",
        "Belgique : 12 mois, depuis le 1 janvier 2024",
    ]


def test_each_row_of_the_list_says_whether_it_is_in_force(editor, source):
    add(editor, source, en_vigueur_depuis="2027-01-01")
    query = {"type__exact": "minimum-mensuel"}
    page = Page(editor.client.get("/admin/metiers/referencesalaire/", query))
    values, states = (page.texts(f".//td[@class='field-{name}']") for name in ("valeur_lisible", "state"))
    assert list(zip(map(plain, values), states, strict=True)) == [
        ("2 000", "à venir"),
        ("1 867,02", "en vigueur"),
        ("1 823,03", "remplacée"),
        ("1 801,80", "remplacée"),
    ]


# --- What is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"valeur": "18"}, "Un minimum légal va de 500 à 10 000 € brut par mois : vérifiez la virgule."),
        ({"valeur": "180000"}, "Un minimum légal va de 500 à 10 000 € brut par mois : vérifiez la virgule."),
        ({"valeur": "0"}, "Un minimum légal va de 500 à 10 000 € brut par mois : vérifiez la virgule."),
        ({"valeur": "-1"}, "Assurez-vous que cette valeur est supérieure ou égale à 0."),
        (
            {"type": "net-sur-brut", "statut": "cadre", "valeur": "1.2"},
            "Le net vaut de 0,4 à 1 fois le brut : écrivez 0,78 pour 78 %.",
        ),
        (
            {"type": "net-sur-brut", "statut": "cadre", "valeur": "0.3"},
            "Le net vaut de 0,4 à 1 fois le brut : écrivez 0,78 pour 78 %.",
        ),
        (
            {"type": "net-sur-brut", "statut": "", "valeur": "0.8"},
            "Dites pour quel statut vaut ce rapport : « non-cadre » ou « cadre ».",
        ),
        (
            {"pays": "BE", "valeur": "2111"},
            "Le guide ne compare les salaires qu’au minimum légal français : aucune page n’en montrerait un "
            "autre.",
        ),
        ({"statut": "cadre"}, "Cette valeur vaut pour tous les statuts : laissez celui-ci vide."),
        ({"type": "heures-semaine", "valeur": "70"}, "Un temps plein va de 20 à 60 heures par semaine."),
        ({"type": "mois-an", "valeur": "17"}, "Une année compte de 12 à 16 mois de salaire."),
        ({"type": "autre"}, "Sélectionnez un choix valide. autre n’en fait pas partie."),
        ({"valeur": ""}, "Ce champ est obligatoire."),
        ({"en_vigueur_depuis": "31/02/2026"}, "Saisissez une date valide."),
        *[
            (
                {"en_vigueur_depuis": slip},
                "Une valeur de référence commence entre 1990 et 2028 : vérifiez l’année.",
            )
            for slip in ["2926-01-01", "2029-01-01", "1989-12-31"]
        ],
    ],
)
def test_a_reference_value_refuses(editor, source, changes, sentence):
    before = ReferenceSalaire.objects.count()
    response = add(editor, source, **changes)
    assert errors_of(response) == [sentence]
    assert ReferenceSalaire.objects.count() == before


def test_the_day_of_a_value_is_the_one_that_was_typed(editor, source):
    add(editor, source, en_vigueur_depuis="01/12/2026")
    assert ReferenceSalaire.objects.get(valeur=2000).en_vigueur_depuis == date(2026, 12, 1)
