"""The imports of métiers in every order that a region may run them: the pages come out the same."""

from itertools import permutations

import pytest

from core.models import Attente, Rapprochement
from metiers.models import Metier
from tests.metiers.opendata import dares_tables, fiches, listes, rome_tables
from tests.metiers.opendata.fiches import told

pytestmark = pytest.mark.django_db
VIELLEUR = {
    "nom": "facteur/trice de vielles",
    "codes": ["L1901"],
    "nature_travail": "<p>Il tourne la roue.</p>",
    "accroche": "<p>Il fait des vielles.</p>",
}
DARES = {
    "medians": '"Fap3","Annee","Salaire_median"\n"U1Z80","2017-2019",2200\n',
    "passage": "Fap;Rome;intitule_rome\nU1Z80;L1901;Facture d'instruments\n",
    "names": {"U1Z80": "Professionnels des spectacles"},
}
SAID = "accroche", "presentation", "acces", "ampleur", "niveau_acces", "nom_masculin", "nom_feminin"


def imports(folder):
    """Return {name: what runs that import} of four files that speak of one métier."""
    fiche = fiches.fiche("MET.9100", "facteur de vielles", "factrice de vielles", **VIELLEUR)
    return {
        "fiches": lambda: fiches.run(fiches.zipped(folder, fiche)),
        "liste": lambda: listes.run(
            listes.csv_list(folder, listes.row("MET.9100", "facteur / factrice de vielles", "L1901"))
        ),
        "rome": lambda: rome_tables.run(rome_tables.archive(folder)),
        "dares": lambda: dares_tables.run(dares_tables.folder(folder, **DARES)),
    }


@pytest.mark.parametrize("order", list(permutations(["fiches", "liste", "rome", "dares"])), ids="-".join)
def test_one_metier_comes_out_the_same_in_every_order_and_a_second_run_changes_nothing(tmp_path, order):
    known = imports(tmp_path)
    for name in order:
        assert told(known[name](), "difference") == []
    metier = Metier.objects.get(onisep_id="MET.9100")
    assert Metier.objects.filter(nom_masculin__iexact="facteur de vielles").count() == 1
    assert [getattr(metier, name) for name in SAID] == [
        "Il fait des vielles.",
        "Il tourne la roue.",
        # The fiche says nothing of the way in: the ROME fills it.
        "Cet emploi est accessible avec un CAP.",
        "complete",
        7,
        "facteur de vielles",
        "factrice de vielles",
    ]
    assert metier.source.slug in ("onisep-ideo-fiches-metiers", "onisep-ideo-metiers", "rome")
    assert metier.competences.count() == 4
    assert {str(domaine) for domaine in metier.domaines.all()} == {"artisanat d’art", "Facture d’essai"}
    assert [code.familles.get().code for code in metier.codes_rome.all()] == ["U1Z80"]
    assert not Attente.objects.filter(modele="metiers.coderome").exists()
    assert [known[name]().changes for name in order] == [0, 0, 0, 0]


def test_the_rome_before_the_fiches_says_that_it_had_better_come_after(tmp_path):
    known = imports(tmp_path)
    said = "l’import onisep-metiers n’a pas encore été fait"
    assert [note for note in known["rome"]().notes if said in note] != []
    known["fiches"]()
    assert [note for note in known["rome"]().notes if said in note] == []


def test_what_one_file_asks_keeps_another_waiting_though_it_be_certain(tmp_path):
    known = imports(tmp_path)
    asking = fiches.zipped(tmp_path, fiches.fiche("MET.9100", "facteur de vielles", codes=["K1101"]))
    known["rome"]()
    first = [fiches.run(asking).counts["métiers"], known["liste"]().counts["métiers"]]
    assert [counts["à rapprocher"] for counts in first] == [1, 1]
    assert Rapprochement.objects.get().raison == "même nom, mais d’autres codes ROME"
    assert [fiches.run(asking).changes, known["liste"]().changes] == [0, 0]
