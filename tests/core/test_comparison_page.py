"""The page of a comparison, whatever its kind: its files, and what its address may ask wrongly."""

import csv
import io
import json

import html5lib
import pytest
from django.template.loader import render_to_string

from core.comparison import Row, Section, build_table, text
from formations.models import Certification
from metiers.models import Metier
from tests.compared import address, cells, columns, ignored, rows
from tests.page import parse, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]
PATHS = [
    ("/metiers/comparer/", "m", ["technicien-cloud", "architecte-cloud"]),
    ("/formations/comparer/", "f", ["bts-sio", "cess"]),
    ("/certifications/comparer/", "c", ["cka", "rhcsa"]),
]
METIERS = PATHS[0]


def table_of(answer):
    """Return the rows of a CSV answer."""
    text = b"".join(answer).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=";"))


def written(path, param, slugs, **more):
    return address(path, param, *slugs, **more)


# --- Files


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
@pytest.mark.parametrize("differences", [0, 1])
def test_the_files_say_what_the_page_shows(client, path, param, slugs, differences):
    page = parse(client.get(written(path, param, slugs, differences=differences)))
    shown = [label.replace("\u00a0", " ") for label, _ in rows(page)]
    header, addresses, *lines = table_of(
        client.get(written(path, param, slugs, differences=differences, format="csv"))
    )
    assert header[:2] == ["Rubrique", "Critère"]
    assert [url.split("/")[4] for url in addresses[2:]] == slugs
    criteria = [line[1] for line in lines if not line[1].startswith("Note")]
    *criteria, told, own = criteria
    assert (told, own.split("\u00a0")[0]) == ("Sources et licences", "Licence de ce fichier")
    assert [label.replace("\u00a0", " ") for label in criteria] == shown
    data = json.loads(client.get(written(path, param, slugs, differences=differences, format="json")).content)
    assert [column["slug"] for column in data["colonnes"]] == slugs
    assert [row["critere"] for section in data["sections"] for row in section["lignes"]] == criteria
    assert set(data["lignes_masquees"]) == {"identiques", "non_renseignees"}
    assert any(data["lignes_masquees"].values()) == bool(differences)


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv; charset=utf-8"), ("json", "application/json")])
def test_a_file_has_the_name_of_what_it_compares(client, path, param, slugs, form, kind):
    answer = client.get(written(path, param, slugs, format=form))
    assert answer["Content-Type"] == kind
    name = f"comparaison-{'-'.join(slugs)}.{form}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_files_keep_the_unit_and_the_rows_of_the_page(client):
    page = parse(client.get(written(*METIERS, differences=1, unite="brut-mois")))
    links = {words(link): link.get("href") for link in page.findall(".//ul[@class='actions']//a")}
    here = "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud&differences=1"
    assert links == {
        "Toutes les lignes": f"{here.removesuffix('&differences=1')}&unite=brut-mois",
        "Télécharger en CSV": f"{here}&format=csv&unite=brut-mois",
        "JSON": f"{here}&format=json&unite=brut-mois",
    }
    data = json.loads(client.get(links["JSON"]).content)
    (section,) = [s for s in data["sections"] if s["titre"].startswith("Salaire, brut par mois")]
    (first,) = section["lignes"][0]["cellules"][0]
    assert first["montant"] == {"minimum": 1917, "maximum": 2250, "unite": "brut-mois"}
    assert first["source"]["url"] == "http://testserver/sources/#externatic-2024"


def test_one_thing_alone_makes_a_file(client):
    lines = table_of(client.get(written("/certifications/comparer/", "c", ["cka"], format="csv")))
    assert ["L’essentiel", "Coût de l’examen", "300\u00a0$"] in lines


def test_no_cell_of_the_file_is_run_as_a_formula(client):
    Metier.objects.filter(slug="technicien-cloud").update(
        accroche='=HYPERLINK("http://mal.example";"clic")', nom_masculin="@technicien"
    )
    header, _, first, *_ = table_of(client.get(written(*METIERS, format="csv")))
    assert header[2] == "'@technicien"
    assert first[2] == '\'=HYPERLINK("http://mal.example";"clic")'


@pytest.mark.parametrize("form", ["csv", "json"])
def test_head_has_no_body(client, form):
    answer = client.head(written(*METIERS, format=form))
    assert answer.status_code == 200
    assert b"".join(answer) == b""


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_without_anything_to_compare_the_page_says_that_there_is_no_file(client, path, param, slugs, form):
    answer = client.get(f"{path}?format={form}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert ignored(parse(answer)) == [f"Format\u00a0: «\u00a0{form}\u00a0», rien n’est encore choisi"]


# --- What differs, in words


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([["x", "x"]], ["1 ligne identique masquée\u00a0: a.", "Rien ne diffère."]),
        (
            [["", ""]],
            [
                "Aucune ligne n’est identique. 1 ligne masquée où rien n’est renseigné\u00a0: a.",
                "Rien ne diffère.",
            ],
        ),
        (
            [["x", ""], ["", "y"]],
            [
                "Aucune ligne n’est identique.",
                "Aucune ligne ne diffère (2 ne sont renseignées qu’en partie)",
                "Renseigné en partie\u00a0: a, b.",
            ],
        ),
        (
            [["x", "y"], ["", "y"]],
            [
                "Aucune ligne n’est identique.",
                "1 ligne sur 2 diffère, marquée «\u00a0≠\u00a0» (1 n’est renseignée qu’en partie)",
                "Ce qui diffère\u00a0: a.",
                "Renseigné en partie\u00a0: b.",
            ],
        ),
    ],
)
def test_what_differs_what_is_the_same_and_what_is_not_said_are_told_apart(cells, said):
    rows = [Row(label, [text(cell) for cell in row]) for label, row in zip("abcd", cells, strict=False)]
    table = build_table(["one", "other"], [Section("", rows)], differences_only=True)
    html = render_to_string("comparaison/differences.html", {"table": table, "seules": True})
    page = html5lib.parse(html, namespaceHTMLElements=False)
    assert [words(line) for line in page.iter() if line.tag in ("p", "summary")] == said


# --- Bad input


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_values_that_mean_nothing_are_named_and_the_page_shown(client, path, param, slugs):
    page = parse(client.get(written(path, param, slugs, format="xls", differences="oui")))
    assert columns(page) == slugs
    assert ignored(page)[:2] == [
        "Différences\u00a0: «\u00a0oui\u00a0»",
        "Format\u00a0: «\u00a0xls\u00a0»",
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("%22%3E%3Cscript%3E", '"><script>'),
        ("%F0%9F%A6%84", "🦄"),
        ("l%27%C3%A9t%C3%A9%20%26%20co", "l'été & co"),
        ("a%0D%0Ab", "a b"),
        ("%FF", "\ufffd"),
    ],
)
@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_a_strange_name_is_said_back_as_text(client, path, param, slugs, asked, said):
    page = parse(client.get(f"{path}?{param}={asked}&{param}={slugs[0]}"))
    assert columns(page) == slugs[:1]
    (mistake,) = ignored(page)
    assert " ".join(mistake.split()) == f"« {said} » : inconnu"


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_one_name_a_hundred_times_is_compared_once(client, path, param, slugs):
    page = parse(client.get(f"{path}?{f'{param}={slugs[0]}&' * 100}{param}={slugs[1]}"))
    assert columns(page) == slugs
    assert ignored(page) == [f"«\u00a0{slugs[0]}\u00a0»\u00a0: demandé plusieurs fois"]


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_hundreds_of_names_are_counted_and_the_known_ones_compared(client, path, param, slugs):
    many = "&".join(f"{param}=x{number}" for number in range(900))
    page = parse(client.get(f"{path}?{many}&{param}={slugs[0]}"))
    assert columns(page) == slugs[:1]
    assert ignored(page)[10:] == ["et 890 de plus"]


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
@pytest.mark.parametrize("query", ["{0}=%00", "{0}=" + "a" * 9000, "{0}=a&" * 10_000])
def test_what_no_page_could_mean_is_refused_in_french(client, path, param, slugs, query):
    answer = client.get(f"{path}?{query.format(param)}")
    assert answer.status_code == 400
    assert parse(answer).get("lang") == "fr"


@pytest.mark.parametrize(("path", "param", "slugs"), PATHS)
def test_only_reading_is_possible(client, path, param, slugs):
    assert client.post(path, {param: slugs[0]}).status_code == 405


def test_a_name_that_an_editor_wrote_is_never_html(client):
    Certification.objects.filter(slug="cka").update(sigle="<b>CKA</b>", nom="<script>alert(1)</script>")
    page = parse(client.get(written("/certifications/comparer/", "c", ["cka"])))
    assert cells(page, "Nom complet") == ["<script>alert(1)</script>"]
