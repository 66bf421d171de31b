"""The words of a report agree with their numbers and with what they are of."""

import pytest

from core.importing.agreement import counted


@pytest.mark.parametrize(
    ("number", "what", "label", "words"),
    [
        (0, "changés", "métiers", "0 changé"),
        (1, "ajoutés", "métiers", "1 ajouté"),
        (2, "ajoutés", "métiers", "2 ajoutés"),
        (1, "ajoutés", "formations", "1 ajoutée"),
        (1584, "inchangés", "familles professionnelles", "1\u202f584 inchangées"),
        (1, "supprimés par la rédaction", "Compétences", "1 supprimée par la rédaction"),
        (2, "faits après attente", "formations", "2 faites après attente"),
        (1, "à rapprocher", "formations", "1 à rapprocher"),
        (1, "en attente de leur cible", "métiers proches", "1 en attente de sa cible"),
        (2, "en attente de leur cible", "métiers proches", "2 en attente de leur cible"),
    ],
)
def test_a_count_agrees_with_its_number_and_its_gender(number, what, label, words):
    assert counted(number, what, label) == words
