"""A comparison with a fiche that tells in sentences what the others list, or that lists a hundred things."""

import pytest

from formations.models import Competence
from metiers.models import CompetenceRequise, Metier
from tests.compared import cells, labels, rows
from tests.page import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
CLOUD = "technicien-cloud"
TOLD = "raconté sur la fiche"
SECTIONS = {
    "Missions": "presentation",
    "Conditions, en détail": "conditions",
    "Compétences\u00a0: seulement chez": "competences",
    "À savoir": "salaire",
    "Accès, en détail": "acces",
    "Perspectives": "evolution",
}


def make_metier(**texts):
    source = Metier.objects.get(slug=CLOUD).source
    return Metier.objects.create(
        slug="luthier", nom_masculin="luthier", nom_feminin="luthière", etat="publie", source=source, **texts
    )


def test_what_a_fiche_tells_in_sentences_is_led_to_and_not_called_missing(compared):
    names = ["presentation", "conditions", "competences_texte", "salaire_texte", "acces", "marche"]
    make_metier(**dict.fromkeys(names, "Des phrases."))
    found = {label: row[2] for label, row in rows(compared(CLOUD, "luthier")) if label in SECTIONS}
    assert {label: (words(cell), cell.find("a").get("href")) for label, cell in found.items()} == {
        label: (TOLD, f"/metiers/luthier/?m={CLOUD}&m=luthier#{section}")
        for label, section in SECTIONS.items()
    }


def test_what_a_fiche_does_not_tell_at_all_stays_missing(compared):
    make_metier()
    page = compared(CLOUD, "luthier")
    assert {cells(page, label)[1] for label in SECTIONS if label in labels(page)} == {"Non renseigné"}
    assert "Accès, en détail" not in labels(page)


def test_of_a_long_list_the_first_stand_and_the_others_are_folded(compared):
    metier = make_metier()
    skills = [
        Competence(
            slug=f"outil-{rank:02}", nom=f"outil {rank:02}", type=Competence.Type.OUTIL, source=metier.source
        )
        for rank in range(30)
    ]
    Competence.objects.bulk_create(skills)
    CompetenceRequise.objects.bulk_create(
        CompetenceRequise(metier=metier, competence=skill, source=metier.source) for skill in skills
    )
    (cell,) = [
        row[2] for label, row in rows(compared(CLOUD, "luthier")) if label == "Outils\u00a0: seulement chez"
    ]
    assert [words(item) for item in cell.findall("ul/li")] == [f"outil {rank:02}" for rank in range(8)]
    assert words(cell.find("details/summary")) == "22 autres"
    assert len(cell.findall("details/ul/li")) == 22
