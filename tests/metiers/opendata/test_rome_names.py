"""The labels of the ROME as names of the guide."""

import pytest

from metiers.opendata.rome_names import gendered, settled, undoubled


@pytest.mark.parametrize(
    ("label", "masculine", "feminine"),
    [
        ("Agent / Agente d’entretien", "agent d’entretien", "agente d’entretien"),
        ("Chef de rang / Cheffe de rang", "chef de rang", "cheffe de rang"),
        ("Analyste concepteur / Conceptrice web", "analyste concepteur web", "analyste conceptrice web"),
        ("Homme / Femme de pied", "homme de pied", "femme de pied"),
        ("Valet / Femme de chambre", "valet", "femme de chambre"),
        ("Homme sage-femme / Sage-femme", "homme sage-femme", "sage-femme"),
        ("Garde de parc", "garde de parc", "garde de parc"),
        ("Responsable carton/papier", "responsable carton/papier", "responsable carton/papier"),
        ("UX designer", "UX designer", "UX designer"),
        ("DJ", "DJ", "DJ"),
    ],
)
def test_a_label_gives_both_genders_in_full(label, masculine, feminine):
    assert gendered(label) == (masculine, feminine)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Educateur", "éducateur"),
        ("Ecrivain", "écrivain"),
        ("Echafaudeur", "échafaudeur"),
        ("Ebéniste", "ébéniste"),
        ("Employé", "employé"),
        ("Expert", "expert"),
        ("Esthéticien", "esthéticien"),
        ("Ethnologue", "ethnologue"),
        ("Event manager", "event manager"),
        ("E-commercial", "e-commercial"),
    ],
)
def test_a_first_capital_loses_its_place_and_finds_its_accent(label, name):
    assert gendered(label)[0] == name


def test_two_exports_of_one_text_give_the_same():
    assert (
        settled("L’atelier – d'essai…\u200b") == settled("L'atelier - d’essai...") == "L’atelier - d’essai…"
    )


def test_a_sentence_has_single_apostrophes_and_a_full_stop():
    assert undoubled("l''entretien s''il") == "l’entretien s’il."
    assert undoubled("Fini !") == "Fini !"
