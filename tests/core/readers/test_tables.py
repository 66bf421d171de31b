"""Rows of CSV and JSON, elements of XML: named columns, places, and what each format can hide."""

import json

import pytest

from core.readers import Published, RefusedFile, read_csv, read_rows, read_xml, tabular, text_of, xml
from core.readers.tabular import read_json

NEEDED = ["code", "libellé"]


def member(folder, content):
    path = folder / "a.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Published(path).only("*")


def refusal(read, *arguments):
    with pytest.raises(RefusedFile) as refused:
        list(read(*arguments))
    return str(refused.value)


# --- CSV ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_header_says_the_delimiter(tmp_path, delimiter):
    content = "code;libellé;note\nA1;un;x\n".replace(";", delimiter)
    assert list(read_csv(member(tmp_path, content), NEEDED)) == [
        (2, {"code": "A1", "libellé": "un", "note": "x"})
    ]


def test_quotes_hold_delimiters_quotes_and_lines(tmp_path):
    content = '\ufeffcode;libellé\r\n"A;1";"machinisme agricole """""\r\n\r\nA2;"deux\nlignes"\r\n'
    assert list(read_csv(member(tmp_path, content), NEEDED)) == [
        (2, {"code": "A;1", "libellé": 'machinisme agricole ""'}),
        (5, {"code": "A2", "libellé": "deux\nlignes"}),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "code;libellés\nA1;un\n",
            "a.txt, ligne 1 : il manque « libellé » (« libellés » l’a-t-il remplacé ?). "
            "Trouvé en plus : « libellés ». Est-ce une autre édition, ou le fichier d’une autre commande ?",
        ),
        ("code;libellé\nA1;un;deux\n", "a.txt, ligne 2 : 3 colonnes au lieu de 2."),
        ("code;libellé\nA1\n", "a.txt, ligne 2 : 1 colonne au lieu de 2."),
        (
            'code;libellé\nA1;un\nA2;"deux\nA3;trois\n',
            "a.txt, ligne 3 : ce n’est pas du CSV lisible, un guillemet est mal placé.",
        ),
        ("code;libellé;code\nA1;un;A2\n", "a.txt, ligne 1 : la colonne « code » figure deux fois."),
        (
            "Code;libellé;CODE\nA1;un;A2\n",
            "a.txt, ligne 1 : les colonnes « Code », « CODE » ont le même nom, aux accents et majuscules "
            "près.",
        ),
        ("code;libellé\nA1;u\0n\n", "a.txt, ligne 2 : ce n’est pas du texte."),
    ],
)
def test_a_csv_of_another_shape_is_refused_where_it_differs(tmp_path, content, sentence):
    assert refusal(read_csv, member(tmp_path, content), NEEDED) == sentence


def test_a_header_that_goes_on_for_ever_is_quoted_in_a_sentence_that_does_not(tmp_path):
    content = ";".join(f"{number}\x1b[31m{'x' * 100}" for number in range(5000)) + "\n"
    sentence = refusal(read_csv, member(tmp_path, content), NEEDED)
    assert len(sentence) < 1200
    assert "\x1b" not in sentence


def test_a_table_without_end_is_not_read_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(tabular, "MOST_LINES", 3)
    content = "code;libellé\n" + "A1;un\n" * 3
    assert refusal(read_csv, member(tmp_path, content), NEEDED) == "a.txt : plus de 3 lignes."


def test_an_endless_line_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(tabular, "LONGEST_LINE", 100)
    content = "code;libellé\nA1;" + "x" * 1000
    assert refusal(read_csv, member(tmp_path, content), NEEDED) == (
        "a.txt, ligne 2 : une seule ligne de plus de 1 Ko."
    )


# --- JSON ---------------------------------------------------------------------------------------


def test_a_json_gives_its_objects_with_their_places(tmp_path):
    content = json.dumps([{"code": 1, "libellé": None}, {"code": 2}])
    assert list(read_json(member(tmp_path, content), NEEDED)) == [
        (1, {"code": 1, "libellé": None}),
        (2, {"code": 2}),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('[{"code": 1,\n', "a.txt, ligne 2, colonne 1 : ce n’est pas du JSON lisible."),
        ("[" * 100_000, "a.txt : ce n’est pas du JSON lisible."),
        ('[{"code": ' + "1" * 5000 + "}]", "a.txt : ce n’est pas du JSON lisible."),
        ('{"code": 1}', "a.txt : une liste d’objets JSON est attendue."),
        ('[{"code": 1, "libellé": ["un"]}]', "a.txt, objet 1 : « libellé » n’est ni texte ni nombre."),
        ("[]", "a.txt : une liste d’objets JSON est attendue."),
    ],
)
def test_a_json_of_another_shape_is_refused(tmp_path, content, sentence):
    assert refusal(read_json, member(tmp_path, content), NEEDED) == sentence


# --- One list in three formats --------------------------------------------------------------------

COLUMNS = {
    "code": ("code ROME (V.3)", "code ROME"),
    "label": ("libellé métier",),
    "link": ("lien onisep.fr",),
}


def rows(folder, content):
    return list(read_rows(member(folder, content), COLUMNS, {"year": ("année",)}))


@pytest.mark.parametrize(
    "header",
    [
        "code ROME;libellé métier;lien onisep.fr",
        "CODE ROME;LIBELLÉ MÉTIER;LIEN ONISEP.FR",
        "Code_ROME; Libelle metier ;Lien onisep fr",
        "code_rome_v3;libelle_metier;lien_onisepfr",
        "code\u00a0ROME (V.3);libelle\u0301 me\u0301tier;lien onisep.fr",
    ],
)
def test_a_column_is_known_whatever_the_case_the_accents_and_the_spaces_of_its_name(tmp_path, header):
    expected = [(2, {"code": "H1", "label": "un", "link": "x"})]
    assert rows(tmp_path, f"{header}\nH1; un ;x\n;;\n") == expected
    assert rows(tmp_path, f"\ufeff{header}\r\nH1;un;x\r\n".encode("utf-16")) == expected


def test_of_two_names_that_editions_give_a_column_the_later_is_followed(tmp_path):
    content = "code ROME;code ROME (V.3);libellé métier;lien onisep.fr;Année\nM1;H1;un;x;2026\n"
    row = {"code ROME": "M1", "code": "H1", "label": "un", "link": "x", "year": "2026"}
    assert rows(tmp_path, content) == [(2, row)]


@pytest.mark.parametrize(
    "content",
    [
        '[{"code_rome": "H1", "libelle_metier": " un", "lien_onisepfr": 7.0, "annee": null}]',
        '\ufeff [{"code ROME": "H1", "Libellé métier": "un", "lien onisep.fr": 7, "année": ""}]',
        '[{"code_rome": "H1", "libelle_metier": "un", "lien_onisepfr": "7", "annee": ""}]'.encode("utf-16"),
        "<root><item><annee/><code_rome>H1</code_rome><libelle_metier>un</libelle_metier>"
        "<lien_onisepfr>7</lien_onisepfr></item></root>",
        '<lignes><ligne ANNEE="" CODE_ROME="H1" LIBELLE_METIER="un" LIEN_ONISEPFR="7"/></lignes>',
    ],
)
def test_the_json_and_the_xml_of_a_list_give_what_its_csv_gives(tmp_path, content):
    assert rows(tmp_path, content) == [(1, {"year": "", "code": "H1", "label": "un", "link": "7"})]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "<items><item><code_rome/><libelle_metier/></item></items>",
            "a.txt, <item> n° 1 : il manque « lien onisep.fr ».",
        ),
        ("<root/>", "a.txt : aucun élément sous <root>."),
        ('{"total": 1, "results": []}', "a.txt : une liste d’objets JSON est attendue."),
        ('{"code": 1}\n{"code": 2}', "a.txt, ligne 2, colonne 1 : ce n’est pas du JSON lisible."),
        (
            "\n<!DOCTYPE html><html><body>404</body></html>",
            "a.txt : c’est une page web, et non le fichier : son adresse a sans doute changé.",
        ),
    ],
)
def test_a_list_of_another_shape_is_refused(tmp_path, content, sentence):
    assert sentence in refusal(rows, tmp_path, content)


# --- XML ----------------------------------------------------------------------------------------


def elements(folder, content, required=()):
    found = read_xml(member(folder, content), "liste", "item", required)
    return [(place, text_of(element, "nom")) for place, element in found]


def test_an_xml_gives_its_elements_one_at_a_time(tmp_path):
    content = "<liste><titre>x</titre><item><nom> un </nom></item><item><nom/></item></liste>"
    assert elements(tmp_path, content) == [(1, "un"), (2, "")]


def test_an_xml_says_its_own_encoding(tmp_path):
    content = '<?xml version="1.0" encoding="iso-8859-1"?><liste><item><nom>été</nom></item></liste>'
    assert elements(tmp_path, content.encode("iso-8859-1")) == [(1, "été")]


BOMB = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><liste><item><nom>&b;</nom></item></liste>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/hostname">]><liste><item><nom>&f;</nom></item></liste>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB, "déclare un type de document ou des entités ; par prudence, il n’est pas lu."),
        (OUTSIDE, "déclare un type de document ou des entités ; par prudence, il n’est pas lu."),
        ("<liste><item><nom>un</nom></item><item><nom>de", "le XML est abîmé ou incomplet, la fin manque."),
        (
            "<liste><item><nom>\xe9</nom></item></liste>".encode("latin-1"),
            "ligne 1, colonne 18 : le XML est abîmé ou incomplet, un caractère n’y est pas permis",
        ),
        ('<?xml version="1.0" encoding="klingon"?><liste/>', "ce XML"),
        ("<autre><item/></autre>", "la racine est <autre>, et non <liste>"),
        ("<liste><nom/></liste>", "aucun <item> sous <liste>."),
        (
            "<liste><item><nmo/></item></liste>",
            "premier <item> : il manque « nom » (« nmo » l’a-t-il remplacé ?)",
        ),
        ("bonjour", "a.txt : ce n’est pas du XML, son début est autre."),
        ("<liste><item><nom>&eacute;</nom></item></liste>", "(« &eacute; ») que le XML ne connaît pas."),
        ("<liste>" + "<item>" * 60, "a.txt : plus de 50 éléments l’un dans l’autre."),
        (f"<{'x' * 500}/>", f"la racine est <{'x' * 59}…>, et non <liste>"),
    ],
)
def test_an_xml_that_is_broken_or_hostile_is_refused(tmp_path, content, sentence):
    assert sentence in refusal(elements, tmp_path, content, ["nom"])


def test_an_element_out_of_measure_is_not_kept_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(xml, "LARGEST_RECORD", 200_000)
    content = f"<liste><item><nom>{'x' * 400_000}</nom></item></liste>"
    assert (
        refusal(elements, tmp_path, content) == "a.txt : un seul élément de plus de 200 Ko ; il n’est pas lu."
    )
