"""What visitors and editors see after an import: licence, edition, what waits, what is gone, what to say."""

import pytest
from django.urls import reverse

from core.models import Import
from metiers.models import Metier
from tests.metiers.opendata.fiches import ARCHETIER, fiche, luthier, run, zipped
from tests.page import Page, download, plain

pytestmark = pytest.mark.django_db
TITLE = "ONISEP, Idéo-Fiches métiers"


def page_of(client, slug="luthier-d-art"):
    return Page(client.get(f"/metiers/{slug}/"))


def section(page, anchor):
    return plain(page.text(f".//section[@aria-labelledby='{anchor}']"))


def test_the_page_of_an_imported_fiche_bears_its_licence_and_its_edition(client, imported):
    page = page_of(client)
    assert page.errors == []
    assert section(page, "sources").startswith(
        f"Sources et licence {TITLE} ONISEP 25 juin 2024 licence Open Database License (ODbL) 1.0"
    )
    assert "Ce qui vient de données publiques garde leur licence" in section(page, "sources")


def test_the_words_of_the_source_stand_for_a_pay_that_is_not_sure(client, tmp_path):
    words = "<h3>Salaire</h3><h5>Salaire du débutant</h5><p>Variable selon les clients.</p>"
    run(zipped(tmp_path, luthier(vie_professionnelle=words)))
    assert section(page_of(client), "salaire") == (
        "Salaire Salaire du débutant Variable selon les clients. "
        "Dans les mots de la source. Source : ONISEP, Idéo-Fiches, 25 juin 2024"
    )


def test_the_smic_is_a_pay_that_follows_the_law_beside_its_prose(client, imported):
    pay = Metier.objects.get(onisep_id="MET.9001").salaires.get()
    assert (pay.montant, pay.niveau, pay.devise) == ("à partir du Smic", "débutant", "SMIC")
    told = section(page_of(client), "salaire")
    assert "1 Smic × 1 867,02 € × 12 = 22 404 €" in told
    assert "commence sous le SMIC" not in told
    assert "Salaire du débutant À partir du Smic." in told


def test_a_pay_that_is_sure_is_a_statement_beside_its_prose(client, tmp_path):
    words = "<h3>Salaire</h3><h5>Salaire du débutant</h5><p>2 000\u00a0 euros brut par mois.</p>"
    run(zipped(tmp_path, luthier(vie_professionnelle=words)))
    pay = Metier.objects.get(onisep_id="MET.9001").salaires.get()
    assert (plain(pay.montant), pay.niveau, pay.annee) == ("2 000 € brut par mois", "débutant", None)
    assert "2000 euros brut par mois." in section(page_of(client), "salaire").replace(
        "2 000 euros", "2000 euros"
    )


def test_the_page_names_what_has_no_page_yet(client, imported):
    page = page_of(client)
    assert section(page, "acces").endswith("Aussi citées, sans page ici pour l’instant CAP lutherie")
    assert section(page, "proches").endswith("Métier absent (sans page ici pour l’instant)")


def test_the_page_tells_its_sectors_and_that_it_is_practised_in_all(client, imported):
    assert "Secteurs d’activité Tous, et surtout : Marketing, publicité" in section(page_of(client), "codes")


def test_a_text_that_an_import_filled_in_a_fiche_of_the_editors_names_its_own_source(client, tmp_path):
    Metier.objects.filter(onisep_id="MET.228").update(marche="")
    words = "<h3>Intégrer le marché du travail</h3><p>Beaucoup d'offres.</p>"
    run(zipped(tmp_path, fiche("MET.228", "ingénieur cloud computing", vie_professionnelle=words)))
    page = page_of(client, "ingenieur-cloud-computing")
    assert section(page, "evolution").startswith(
        "Débouchés et évolution Beaucoup d’offres. Source : ONISEP, Idéo-Fiches"
    )
    assert "Source : ONISEP, Idéo-Fiches" not in section(page, "presentation")


def test_a_fiche_that_the_source_no_longer_gives_says_so(client, tmp_path, imported):
    run(zipped(tmp_path, ARCHETIER, name="Fiches_01092025"))
    assert "ONISEP ne donne plus cette fiche (MET.9001)" in section(page_of(client), "sources")


def test_an_imported_fiche_is_found_by_its_other_name(client, imported):
    assert "Luthier d’art" in Page(client.get("/recherche/", {"q": "facteur violon"})).text()


def test_an_imported_fiche_costs_no_query_more_than_the_others(client, imported, django_assert_num_queries):
    with django_assert_num_queries(15, exact=False):
        client.get("/metiers/luthier-d-art/")


def test_the_sources_say_what_was_imported_and_when(client, tmp_path, imported):
    run(zipped(tmp_path, ARCHETIER, name="Fiches_01092025"))
    text = plain(Page(client.get("/sources/")).text(".//article[@id='onisep-ideo-fiches-metiers']"))
    assert "Données importées 2 métiers, 1 secteur d’activité, 1 code ROME, 1 centre d’intérêt, le" in text
    assert "du fichier Fiches_01092025.zip ; 4 que l’édition ne donne plus" in text


def test_the_sources_begin_with_what_was_imported_its_edition_and_its_licence(client, imported):
    page = Page(client.get("/sources/"))
    table = ".//section[@aria-labelledby='donnees-publiques']//tbody/tr"
    (row,) = page.texts(table)
    assert plain(row).startswith(f"{TITLE} ONISEP 25 juin 2024 Open Database License (ODbL) 1.0 2 métiers, ")
    assert page.links(table) == [
        (TITLE, "#onisep-ideo-fiches-metiers"),
        ("Open Database License (ODbL) 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ]


def test_the_sources_without_any_import_have_no_such_table(client):
    assert Page(client.get("/sources/")).texts(".//section[@aria-labelledby='donnees-publiques']") == []


def test_every_file_says_the_licence_of_what_is_imported(client, imported):
    told = f"{TITLE}, 25 juin 2024, licence Open Database License (ODbL) 1.0"
    reused = "données publiques reprises (jeu de données, édition, licence)"
    found = {row["identifiant"]: row for row in download(client, "/metiers/?format=csv")}
    row = found["luthier-d-art"]
    assert (row["licence de la ligne"], row[reused]) == ("Open Database License (ODbL) 1.0", told)
    assert found["technicien-cloud"][reused] == ""
    address = "/metiers/comparer/?m=luthier-d-art&m=technicien-cloud&format="
    text = client.get(f"{address}csv").getvalue().decode()
    assert told in text.splitlines()[-2]
    luthier_, other = client.get(f"{address}json").json()["colonnes"]
    assert luthier_["sources"] == [
        {
            "titre": TITLE,
            "editeur": "ONISEP",
            "licence": "Open Database License (ODbL) 1.0",
            "date": "25 juin 2024",
            "url": "http://testserver/sources/#onisep-ideo-fiches-metiers",
        }
    ]
    assert TITLE not in [source["titre"] for source in other["sources"]]


# --- In the administration ----------------------------------------------------------------------


def test_the_report_is_kept_with_its_figures(admin_client, imported):
    text = plain(admin_client.get(reverse("admin:core_import_changelist")).content.decode())
    assert "métiers : 2 ajoutés" in text
    lines = admin_client.get(
        reverse("admin:core_ligneimport_changelist"), {"importation__id__exact": Import.objects.get().pk}
    )
    assert plain(lines.content.decode()).count("n’est pas un code ROME") == 1
