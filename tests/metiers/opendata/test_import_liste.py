"""The import of ONISEP's list of métiers: three formats, two editions, and the fiches beside it."""

import pytest

from core.models import Domaine, Rapprochement
from core.readers import RefusedFile
from core.search.finder import find
from metiers.models import Metier
from tests.metiers.opendata import fiches
from tests.metiers.opendata.fiches import counts, told
from tests.metiers.opendata.listes import HEADER_2022, csv_list, json_list, row, run, xml_list
from tests.page import Page, plain

pytestmark = pytest.mark.django_db
HARPISTE = row("MET.9005", "facteur / factrice de harpes", "B1501 | A15")
AGAIN = row("MET.9005", "facteur / factrice de harpes", "B1501 | A15", publication="Le bois")
GARDE = row("MET.9006", "garde-chasse", "", "agriculture, animaux/soins aux animaux", "")


@pytest.mark.parametrize("written", [csv_list, json_list, xml_list])
def test_a_metier_of_the_list_is_one_mention_however_many_publications_name_it(tmp_path, written):
    report = run(written(tmp_path, HARPISTE, AGAIN, GARDE))
    metier = Metier.objects.get(onisep_id="MET.9005")
    assert (metier.nom_masculin, metier.nom_feminin) == ("facteur de harpes", "factrice de harpes")
    assert (metier.ampleur, metier.etat, metier.source.slug) == ("mention", "publie", "onisep-ideo-metiers")
    assert [code.code for code in metier.codes_rome.all()] == ["B1501"]
    assert [str(domaine) for domaine in metier.domaines.all()] == ["artisanat d’art"]
    assert counts(report)["métiers"] == {"ajoutés": 2}
    assert told(report, "refus") == ["MET.9005 code ROME « A15 » n’est pas un code ROME"]
    assert report.notes == [
        "non repris : groupes formation-emploi (3), les domaines de l’ONISEP classent déjà.",
        "non repris : libellés ROME (2), ce sont ceux de la version 3, dont les codes ont aujourd’hui "
        "d’autres libellés.",
        "non repris : publications (2), le guide ne tient pas de catalogue de livres.",
    ]
    assert counts(run(written(tmp_path, HARPISTE, AGAIN, GARDE)))["métiers"] == {"inchangés": 2}


def test_a_mention_of_the_list_says_its_codes_its_domain_and_its_licence_and_no_list_shows_it(
    client, tmp_path
):
    run(csv_list(tmp_path, HARPISTE))
    page = Page(client.get("/metiers/facteur-de-harpes/"))
    assert page.errors == []
    assert plain(page.text(".//section[@aria-labelledby='codes']")) == (
        "Codes et classement Code ROME B1501 Source : ONISEP, Idéo-Métiers Identifiant ONISEP MET.9005 "
        "Domaines artisanat d’art"
    )
    sources = plain(page.text(".//section[@aria-labelledby='sources']"))
    assert "février 2025 licence Open Database License (ODbL) 1.0" in sources
    # The mentions below the list are those that other fiches lead to.
    assert "facteur de harpes" not in plain(Page(client.get("/metiers/")).text())


def test_the_edition_of_2022_has_other_headings_and_writes_the_same_domains_with_dashes(tmp_path):
    old = row(
        "MET.9007", "harpiste", domains="arts - culture - artisanat/artisanat d'art", address="http://o.fr"
    )
    run(csv_list(tmp_path, HARPISTE))
    run(csv_list(tmp_path, old, header=HEADER_2022, name="ideo-metiers_onisep_2022-04"))
    metier = Metier.objects.get(onisep_id="MET.9007")
    assert list(metier.domaines.all()) == list(Domaine.objects.filter(metiers__onisep_id="MET.9005"))


def test_an_older_edition_says_first_of_all_that_it_goes_back(tmp_path):
    run(csv_list(tmp_path, HARPISTE, GARDE))
    trial = run(json_list(tmp_path, HARPISTE), commit=False)
    assert counts(trial)["métiers"] == {"inchangés": 1, "disparus": 1}
    assert trial.notes[0] == (
        "cette édition est plus ancienne que celle du 01/02/2025, déjà importée : elle remet ce qui se "
        "disait alors, et marque disparu ce qui est venu depuis."
    )


def test_a_domain_is_not_that_of_another_publisher_which_has_the_same_name(tmp_path):
    source = Metier.objects.first().source
    parent = Domaine.objects.create(slug="metiers-du-beau", nom="Métiers du beau", source=source)
    Domaine.objects.create(slug="artisanat-d-art", nom="Artisanat d’art", parent=parent, source=source)
    run(csv_list(tmp_path, HARPISTE))
    found = Domaine.objects.get(metiers__onisep_id="MET.9005")
    assert (found.slug, found.parent.nom) == ("artisanat-d-art-artisanat-d-art", "arts, culture, artisanat")


def test_a_mention_becomes_a_page_when_its_fiche_comes_and_none_stands_twice(tmp_path):
    run(csv_list(tmp_path, row("MET.9001", "luthier / luthière d'art")))
    before = Metier.objects.count()
    report = fiches.run(fiches.zipped(tmp_path, fiches.luthier()))
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert (metier.ampleur, metier.niveau_acces, Metier.objects.count()) == ("complete", 3, before)
    assert told(report, "difference") == []


@pytest.mark.parametrize("list_first", [True, False])
def test_the_newer_of_two_files_gives_the_name_and_the_codes_in_either_order(tmp_path, list_first):
    files = [
        lambda: fiches.run(fiches.zipped(tmp_path, fiches.luthier(codes=["B1501", "H2207"]))),
        lambda: run(csv_list(tmp_path, row("MET.9001", "luthier / luthière du quatuor", "B1501"))),
    ]
    files = files[::-1] if list_first else files
    for import_file in [*files, *files]:
        report = import_file()
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert (metier.nom_masculin, metier.nom_feminin) == ("luthier du quatuor", "luthière du quatuor")
    assert [code.code for code in metier.codes_rome.all()] == ["B1501"]
    assert (metier.ampleur, report.changes) == ("complete", 0)
    # The older name still finds it.
    assert [found.key for found in find("luthier d’art").by_kind()["metiers"]] == [metier.pk]


def test_an_older_list_does_not_take_back_what_the_fiches_say_since(tmp_path):
    fiches.run(fiches.zipped(tmp_path, fiches.luthier()))
    old = row("MET.9001", "luthier / luthière", "B1501 | H2207")
    run(csv_list(tmp_path, old, header=HEADER_2022, name="ideo-metiers_onisep_2022-04"))
    metier = Metier.objects.get(onisep_id="MET.9001")
    assert metier.nom_masculin == "luthier d’art"
    assert [code.code for code in metier.codes_rome.all()] == ["B1501"]


def test_a_label_that_is_not_two_genders_never_takes_the_place_of_both(tmp_path):
    fiches.run(fiches.zipped(tmp_path, fiches.fiche("MET.9008", "valet de chambre", "femme de chambre")))
    report = run(csv_list(tmp_path, row("MET.9008", "femme / valet de chambre")))
    metier = Metier.objects.get(onisep_id="MET.9008")
    assert (metier.nom_masculin, metier.nom_feminin) == ("valet de chambre", "femme de chambre")
    assert told(report, "difference") == []


def test_what_an_editor_wrote_stays_and_the_difference_is_told(tmp_path):
    run(csv_list(tmp_path, HARPISTE))
    Metier.objects.filter(onisep_id="MET.9005").update(nom_masculin="harpiste")
    report = run(csv_list(tmp_path, row("MET.9005", "luthier / luthière en harpes"), name="liste_2025-11"))
    assert Metier.objects.get(onisep_id="MET.9005").nom_masculin == "harpiste"
    assert told(report, "difference") == ["MET.9005 nom masculin"]


def test_two_identifiers_of_one_label_are_two_metiers(tmp_path):
    run(csv_list(tmp_path, HARPISTE, row("MET.9009", "facteur / factrice de harpes")))
    slugs = Metier.objects.filter(nom_masculin="facteur de harpes").values_list("slug", flat=True)
    assert sorted(slugs) == ["facteur-de-harpes", "facteur-de-harpes-met-9009"]


def test_an_answer_given_for_one_file_holds_for_the_others(tmp_path):
    run(csv_list(tmp_path, row("MET.665", "administrateur / administratrice de réseaux", "M1801")))
    doubt = Rapprochement.objects.get(cle="MET.665")
    doubt.decision = Rapprochement.Decision.MEME
    doubt.save()
    path = fiches.zipped(tmp_path, fiches.fiche("MET.665", "administrateur de réseaux", codes=["M1801"]))
    assert counts(fiches.run(path))["métiers"] == {"changés": 1}
    assert Metier.objects.get(onisep_id="MET.665").pk == doubt.objet


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (row("MET", "luthier"), "MET identifiant « https://www.onisep.fr/http/redirection/metier/slug/MET »"),
        (row("MET.9010", " "), "MET.9010 identifiant sans libellé"),
        (
            row("MET.9005", "harpiste"),
            "MET.9005 libellé métier « harpiste » ici, « facteur / factrice de harpes »",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_told_alone(tmp_path, cells, reason):
    report = run(csv_list(tmp_path, row("MET.9005", "facteur / factrice de harpes"), cells))
    assert told(report, "refus")[0].startswith(reason)
    assert Metier.objects.filter(onisep_id="MET.9005").exists()


def test_a_column_that_is_missing_is_named(tmp_path):
    header = HEADER_2022.replace('"libellé métier"', '"intitulé métier"')
    with pytest.raises(
        RefusedFile, match="il manque « libellé métier » \\(« intitulé métier » l’a-t-il remplacé"
    ):
        run(csv_list(tmp_path, HARPISTE, header=header))
