"""Pages of one name, or nearly, are told apart wherever they stand."""

import pytest

from core.models import Source
from core.namesakes import likeness
from core.search.index import rebuild
from formations.models import Formation
from metiers.models import CodeRome, Metier
from tests.metiers.opendata.rome_tables import archive, run
from tests.page import Page

pytestmark = pytest.mark.django_db


def formation(slug, intitule="Licence mention lutherie", **fields):
    usual = {"type": "licence", "pays": "FR", "niveau": 6, "etat": "publie", "source": Source.objects.first()}
    return Formation.objects.create(slug=slug, intitule=intitule, **(usual | fields))


def metier(slug, nom, source="onisep-met-228", **fields):
    usual = {"etat": "publie", "pays": "FR", "source": Source.objects.get_or_create(slug=source)[0]}
    return Metier.objects.create(slug=slug, nom_masculin=nom, nom_feminin=nom, **(usual | fields))


def distinctions(model):
    return dict(model.objects.exclude(distinction="").values_list("slug", "distinction"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chargé de projets événementiels", "Chargé de projet événementiel"),
        ("Bachelor journalisme", "Bachelor en journalisme"),
        ("attaché de recherche clinique", "attaché de recherche clinique (ARC)"),
        ("directeur des systèmes d’information", "Directeur des systèmes d'information -DSI-"),
        ("Diplôme d’ingénieur du CESI", "Ingénieur diplômé du CESI"),
        ("assistant ressources humaines (RH)", "assistant en ressources humaines"),
    ],
)
def test_names_that_a_reader_takes_for_one_are_alike(one, other):
    assert likeness(one) == likeness(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("documentaliste", "documentariste"),
        ("Responsable de secteur (CREFO)", "Responsable de secteur (ESGV)"),
        ("Classe préparatoire MP, 1re année", "Classe préparatoire MP, 2e année"),
    ],
)
def test_names_that_differ_by_a_word_are_not(one, other):
    assert likeness(one) != likeness(other)


def test_nothing_is_added_to_a_name_that_one_page_bears():
    assert distinctions(Formation) == {}
    assert distinctions(Metier) == {}


def test_two_registrations_of_a_diploma_are_told_apart_by_their_codes():
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", "Licence mention Lutherie", code_rncp="RNCP90002")
    assert distinctions(Formation) == {"lutherie": "RNCP90001", "lutherie-2": "RNCP90002"}


def test_what_says_most_to_a_reader_comes_first():
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-5", niveau=7, code_rncp="RNCP90002")
    assert distinctions(Formation) == {"lutherie": "Bac + 3", "lutherie-5": "Bac + 5"}
    formation("lutherie-be", pays="BE")
    assert distinctions(Formation)["lutherie-be"] == "Bachelier"


def test_a_name_that_is_alone_again_loses_what_told_it_apart():
    formation("lutherie", code_rncp="RNCP90001")
    other = formation("lutherie-2", code_rncp="RNCP90002")
    other.etat = Formation.Etat.ARCHIVE
    other.save()
    assert distinctions(Formation) == {}
    other.etat = Formation.Etat.PUBLIE
    other.save()
    assert len(distinctions(Formation)) == 2
    other.delete()
    assert distinctions(Formation) == {}


def test_a_metier_that_two_publishers_describe_says_whose_page_it_is():
    metier("luthier", "luthier", onisep_id="MET.90001")
    rome = metier("luthier-rome", "Luthiers", source="rome")
    rome.codes_rome.add(CodeRome.objects.create(code="B1599", source=rome.source))
    rome.save()
    assert distinctions(Metier) == {"luthier": "fiche ONISEP", "luthier-rome": "fiche ROME B1599"}
    assert rome.marque == "fiche ROME"
    rome.refresh_from_db()
    assert (str(rome), rome.nom_complet, rome.marque) == (
        "Luthiers (fiche ROME B1599)",
        "Luthiers (fiche ROME B1599)",
        "",
    )


def test_an_import_tells_apart_what_no_signal_told(tmp_path):
    usual = {"type": "licence", "pays": "FR", "etat": "publie", "source": Source.objects.first()}
    Formation.objects.bulk_create(
        Formation(slug=f"lutherie-{level}", intitule="Lutherie", niveau=level, **usual) for level in (3, 4)
    )
    run(archive(tmp_path))
    assert distinctions(Formation) == {"lutherie-3": "CAP", "lutherie-4": "Bac"}


def lines(page, path):
    return [text for text in page.texts(path) if "utherie" in text]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/formations/?type=licence", ".//h3[@class='metier__nom']"),
        ("/formations/parcourir/lettre/l/", ".//li/a"),
        ("/formations/comparer/", ".//option"),
        ("/recherche/?q=lutherie", ".//main//h3"),
    ],
)
def test_no_list_shows_the_same_line_twice(client, address, path):
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", code_rncp="RNCP90002")
    rebuild()
    assert sorted(lines(Page(client.get(address)), path)) == [
        "Licence mention lutherie (RNCP90001)",
        "Licence mention lutherie (RNCP90002)",
    ]


def test_neither_does_a_suggestion(client):
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", code_rncp="RNCP90002")
    rebuild()
    found = client.get("/recherche/suggestions?q=lutherie").json()["suggestions"]
    assert sorted(one["titre"] for one in found) == [
        "Licence mention lutherie (RNCP90001)",
        "Licence mention lutherie (RNCP90002)",
    ]


def test_the_pages_themselves_have_titles_of_their_own(client):
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", code_rncp="RNCP90002")
    (title,) = Page(client.get("/formations/lutherie-2/")).texts(".//title")
    assert title == "Licence mention lutherie (RNCP90002) — Guide des métiers"


def test_the_page_of_a_formation_leads_to_those_of_its_name(client):
    formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", code_rncp="RNCP90002")
    formation("lutherie-3", etat="brouillon")
    assert Page(client.get("/formations/lutherie-2/")).links(".//ul[@class='liste-simple']") == [
        ("Licence mention lutherie (RNCP90001)", "/formations/lutherie/")
    ]
    assert "Du même nom" not in Page(client.get("/formations/bts-sio/")).text()


def test_the_history_of_a_page_is_silent_on_what_is_worked_out():
    first = formation("lutherie", code_rncp="RNCP90001")
    formation("lutherie-2", code_rncp="RNCP90002")
    assert first.history.count() == 1
