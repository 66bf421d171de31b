"""The medians of professional families: which métiers they are shown on, and what they never pass for."""

from decimal import Decimal

import pytest

from core.models import Attente
from core.readers import RefusedFile
from metiers.models import CodeRome, FamilleProfessionnelle, Metier, Salaire
from tests.metiers.opendata.dares_tables import MEDIANS, PASSAGE, folder, run
from tests.metiers.opendata.fiches import counts, fiche, told, zipped
from tests.metiers.opendata.fiches import run as run_fiches
from tests.page import Page, plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacher(tmp_path):
    """Import a métier of the code A1407, whose prose gives no amount."""
    run_fiches(zipped(tmp_path, fiche("MET.9020", "vacher", "vachère", codes=["A1407"])))
    return Metier.objects.get(onisep_id="MET.9020")


def salary(client, slug, unit=""):
    page = Page(client.get(f"/metiers/{slug}/{unit}"))
    assert page.errors == []
    return plain(page.text(".//section[@aria-labelledby='salaire']"))


def test_a_family_keeps_the_codes_that_lead_to_it_alone_and_tells_all_that_it_gathers(tmp_path, vacher):
    report = run(folder(tmp_path))
    family = FamilleProfessionnelle.objects.get()
    assert (family.code, family.nom, family.mediane) == ("A0Z41", "Éleveurs salariés", Decimal(1394))
    assert (family.periode, family.groupes) == (
        "de 2017 à 2019",
        ["Aide d’élevage", "Élevage bovin ou équin…"],
    )
    assert [code.code for code in family.codes_rome.all()] == ["A1407"]
    assert (report.encodage, report.edition) == ("utf-8 ; cp1252", None)
    assert report.notes == [
        "non repris : codes ROME (1), ils mènent à plusieurs familles : aucune n’est sûre.",
        "non repris : familles (2), aucun code ROME n’y mène avec certitude.",
        "non repris : familles (1), le fichier des médianes n’en dit rien.",
        "non repris : lignes du passage (1), sans famille ou sans code ROME.",
        "non repris : médianes (1), le fichier n’en donne pas le montant (NA).",
        "non repris : médianes de familles plus larges (4), une seule par métier, la plus fine.",
        "non repris : médianes de périodes plus anciennes (1), la dernière seule est montrée.",
    ]
    again = run(folder(tmp_path))
    assert (counts(again), again.changes) == ({"familles professionnelles": {"inchangés": 1}}, 0)


def test_the_page_says_whose_median_it_is_and_that_it_is_not_the_pay_of_the_metier(client, tmp_path, vacher):
    run(folder(tmp_path))
    assert salary(client, vacher.slug) == (
        "Salaire Dans toute sa famille professionnelle De 2017 à 2019, la moitié des salariés à temps "
        "complet de la famille professionnelle « Éleveurs salariés » (A0Z41) gagnaient moins de "
        "1 394 € net par mois, l’autre moitié davantage, hors apprentis et stagiaires. "
        "Source : Dares À revérifier "
        "Cette médiane est celle de tous les métiers de la famille, à tout âge et à toute expérience : ni le "
        "salaire de ce métier, ni celui d’un débutant. Le rattachement passe par le code ROME, version 3. "
        "En brut par an : 1 394 € ÷ 0,78 × 12 = 21 446 € Estimé "
        "Les métiers que cette famille réunit, en tout ou en partie Aide d’élevageÉlevage bovin ou équin…"
    )
    assert "÷" not in salary(client, vacher.slug, "?unite=net-mois")
    sources = Page(client.get(f"/metiers/{vacher.slug}/")).text(".//section[@aria-labelledby='sources']")
    assert "licence non précisée avec ces fichiers" in plain(sources)


def test_the_median_of_a_family_is_no_statement_of_pay(client, tmp_path, vacher):
    before = Salaire.objects.count()
    run(folder(tmp_path))
    assert Salaire.objects.count() == before
    page = client.get(f"/metiers/{vacher.slug}/")
    assert "Salaire débutant Non renseigné" in plain(Page(page).text(".//section[@class='en-bref']"))
    listed = Page(client.get("/metiers/?q=vacher&tri=salaire"))
    assert "vacher / vachère" in plain(listed.text()).lower()
    assert "1 394" not in plain(listed.text())


def test_a_code_of_version_4_is_of_the_family_of_the_code_it_comes_from(client, tmp_path, vacher):
    parent = CodeRome.objects.get(code="A1407")
    child = CodeRome.objects.create(code="A1455", parent=parent, source=parent.source)
    vacher.codes_rome.set([child])
    run(folder(tmp_path))
    assert "Éleveurs salariés" in salary(client, vacher.slug)


@pytest.mark.parametrize("codes", [["F1703"], ["A1407", "F1703"], ["A1407", "H1207"], []])
def test_a_metier_whose_codes_do_not_all_lead_to_one_family_has_none(client, tmp_path, vacher, codes):
    source = vacher.source
    vacher.codes_rome.set(
        [CodeRome.objects.get_or_create(code=c, defaults={"source": source})[0] for c in codes]
    )
    run(folder(tmp_path))
    assert salary(client, vacher.slug) == "Salaire Non renseigné par nos sources"


def test_a_belgian_page_is_told_nothing_of_french_families(client, tmp_path, vacher):
    run(folder(tmp_path))
    Metier.objects.filter(pk=vacher.pk).update(pays="BE")
    assert salary(client, vacher.slug) == "Salaire Non renseigné par nos sources"


def test_a_code_that_comes_later_finds_its_family(client, tmp_path):
    run(folder(tmp_path))
    assert list(Attente.objects.values_list("cle", "libelle")) == [
        ("A1403", "A1403 Aide d’élevage"),
        ("A1407", "A1407 Élevage bovin ou équin…"),
    ]
    run_fiches(zipped(tmp_path, fiche("MET.9020", "vacher", "vachère", codes=["A1407"])))
    assert "Éleveurs salariés" in salary(client, "vacher")
    # « A14 » is the field of the ROME that the fiche waits for.
    assert list(Attente.objects.order_by("cle").values_list("cle", flat=True)) == ["A14", "A1403"]


def test_a_family_without_the_dictionary_is_called_by_its_code(client, tmp_path, vacher):
    run(folder(tmp_path, names={}))
    assert "de la famille professionnelle A0Z41 gagnaient" in salary(client, vacher.slug)


def test_a_median_that_an_editor_corrected_stays(tmp_path, vacher):
    run(folder(tmp_path))
    FamilleProfessionnelle.objects.update(mediane=1400)
    report = run(folder(tmp_path, medians=MEDIANS.replace("1394", "1450")))
    assert FamilleProfessionnelle.objects.get().mediane == 1400
    assert told(report, "difference") == ["A0Z41 médiane, en € net par mois"]


def test_a_fiche_with_a_family_costs_one_query_more(client, tmp_path, vacher, django_assert_num_queries):
    client.get("/metiers/")
    with django_assert_num_queries(14):
        client.get(f"/metiers/{vacher.slug}/")
    run(folder(tmp_path))
    with django_assert_num_queries(15):
        client.get(f"/metiers/{vacher.slug}/")


@pytest.mark.parametrize(
    ("wrong", "told_"),
    [
        ('"A0Z41","2017-2019",beaucoup', "A0Z41 Salaire_median « beaucoup » n’est pas un montant"),
        ('"A0Z41","2017-2019",-5', "A0Z41 Salaire_median « -5 » n’est pas un montant"),
        ('"A0Z41","naguère",1394', "A0Z41 Annee « naguère » n’est pas une période (« 2017-2019 »)"),
        ('"a0-41","2017-2019",1394', "A0-41 Fap3 « a0-41 » n’est pas le code d’une famille (« M2Z90 »)"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_alone(tmp_path, vacher, wrong, told_):
    medians = MEDIANS.replace('"A0Z41","2017-2019",1394', wrong).replace('"C2Z70"', '"A1Z41"')
    passage = f"{PASSAGE}A1Z41;A1203;Jardins\n"
    report = run(folder(tmp_path, medians=medians, passage=passage))
    assert told(report, "refus") == [told_]
    assert FamilleProfessionnelle.objects.filter(code="A1Z41").exists()


def test_what_is_missing_from_the_folder_is_named(tmp_path):
    path = folder(tmp_path, names={})
    with pytest.raises(RefusedFile, match="il manque « Salaire_median »"):
        run(folder(tmp_path, medians=MEDIANS.replace("Salaire_median", "Mediane")))
    with pytest.raises(RefusedFile, match="A0Z41 figure deux fois pour 2017-2019"):
        run(folder(tmp_path, medians=f'{MEDIANS}"A0Z41","2017-2019",1400\n'))
    (folder(tmp_path) / "fap225_rome.csv").unlink()
    with pytest.raises(RefusedFile, match="il manque le passage des familles aux codes ROME"):
        run(path)
    assert FamilleProfessionnelle.objects.count() == 0
