"""Things side by side: what differs, what is left aside, and why."""

import pytest

from core.comparison import (
    Part,
    Row,
    RowSpec,
    Section,
    State,
    build_table,
    make_row,
    read_asked,
    shared_and_own,
)

KNOWN = {"a", "b", "c", "d", "e"}


def row(*cells):
    return Row("ligne", [[Part(text) for text in cell] for cell in cells])


@pytest.mark.parametrize(
    ("cells", "state", "said"),
    [
        ((["x"], ["x"]), State.SAME, 2),
        ((["x"], ["y"]), State.DIFFERS, 2),
        ((["x", "y"], ["y", "x"]), State.SAME, 2),
        ((["x"], []), State.PARTLY_SAID, 1),
        (([], []), State.UNSAID, 0),
        (([],), State.UNSAID, 0),
        ((["x"], [], ["x"]), State.PARTLY_SAID, 2),
        ((["x"], [], ["y"]), State.DIFFERS, 2),
        ((["x"], ["x"], ["x", "y"]), State.DIFFERS, 3),
    ],
)
def test_what_is_not_said_is_neither_the_same_nor_another_thing(cells, state, said):
    assert (row(*cells).state, row(*cells).said) == (state, said)


def test_the_same_amount_with_another_badge_differs():
    known, supposed = Part("34 000 €", badge="releve"), Part("34 000 €", badge="unite-supposee")
    assert Row("salaire", [[known], [supposed]]).differs


def test_the_same_words_from_another_source_do_not_differ():
    assert not Row("statut", [[Part("salarié", source="a")], [Part("salarié", source="b")]]).differs


def test_the_same_level_under_the_names_of_two_countries_does_not_differ():
    france, belgique = Part("Bac + 5", niveau=7, valeur=7), Part("Master", niveau=7, valeur=7)
    assert not Row("niveau", [[france], [belgique]]).differs


def test_the_same_thing_in_another_role_differs():
    assert Row("métiers", [[Part("a", precision="voie classique")], [Part("a", precision="minimum")]]).differs


def test_a_row_asks_each_column_for_its_parts():
    spec = RowSpec("nom", lambda column: [Part(column.upper())])
    assert make_row(spec, ["a", "b"]).cells == [[Part("A")], [Part("B")]]


def test_all_rows_stay_until_only_differences_are_asked_for():
    same, other, unsaid, partly = row(["x"], ["x"]), row(["x"], ["y"]), row([], []), row(["z"], [])
    sections = [Section("un", [same, other, partly]), Section("deux", [unsaid])]
    whole = build_table(["a", "b"], sections)
    assert [(section.titre, section.rows) for section in whole.sections] == [
        ("un", [same, other, partly]),
        ("deux", [unsaid]),
    ]
    assert whole.hidden == []
    differing = build_table(["a", "b"], sections, differences_only=True)
    assert [(section.titre, section.rows) for section in differing.sections] == [("un", [other, partly])]
    assert differing.hidden == [same, unsaid]


def test_what_differs_and_what_is_not_said_are_named_as_in_a_sentence():
    rows = [
        Row("Débutant", [[Part("x")], [Part("y")]], "salaire débutant"),
        Row("Durée des études", [[Part("x")], []]),
        Row("Pays", [[Part("x")], [Part("x")]]),
        Row("Outils", [[], []]),
    ]
    told = (["salaire débutant"], ["durée des études"], 4)
    whole = build_table(["a", "b"], [Section("un", rows)])
    assert (whole.differing, whole.partly_said, whole.total) == told
    assert (whole.hidden_same, whole.hidden_unsaid) == ([], [])
    table = build_table(["a", "b"], [Section("un", rows)], differences_only=True)
    assert (table.differing, table.partly_said, table.total) == told
    assert (table.hidden_same, table.hidden_unsaid) == (["pays"], ["outils"])


def test_a_section_that_has_a_note_stays_without_its_rows():
    section = Section("un", [row(["x"], ["x"])], notes=[Part("à ne pas confondre")])
    assert [s.rows for s in build_table(["a", "b"], [section], differences_only=True).sections] == [[]]


def test_a_single_column_has_nothing_to_differ_from():
    sections = [Section("un", [row(["x"])])]
    table = build_table(["a"], sections, differences_only=True)
    assert (len(table.sections[0].rows), table.hidden) == (1, [])


def test_what_all_share_is_told_from_what_each_has_beside():
    assert shared_and_own([{"git", "bash", "sql"}, {"git", "bash"}, {"git", "java"}]) == (
        {"git"},
        [{"bash"}, {"bash"}, set()],
        [{"sql"}, set(), {"java"}],
    )
    assert shared_and_own([{"git", "sql"}, {"git"}]) == ({"git"}, [set(), set()], [{"sql"}, set()])
    assert shared_and_own([]) == (set(), [], [])


def test_a_selection_keeps_the_order_asked_for_and_names_once_what_it_leaves_aside():
    asked = read_asked(["b", "zzz", "a", "b", "", "zzz", "b"], KNOWN)
    assert asked.slugs == ["b", "a"]
    assert asked.ignored == [
        "«\u00a0zzz\u00a0»\u00a0: inconnu",
        "«\u00a0b\u00a0»\u00a0: demandé plusieurs fois",
    ]


def test_at_most_four_are_compared_and_the_others_are_named():
    asked = read_asked(["e", "d", "c", "b", "a"], KNOWN)
    assert asked.slugs == ["e", "d", "c", "b"]
    assert asked.ignored == ["«\u00a0a\u00a0»\u00a0: 4 au plus"]


def test_ten_mistakes_are_named_and_the_others_counted():
    ignored = read_asked([f"x{number}" for number in range(900)], KNOWN).ignored
    assert (len(ignored), ignored[9], ignored[10]) == (
        11,
        "«\u00a0x9\u00a0»\u00a0: inconnu",
        "et 890 de plus",
    )


def test_an_endless_name_is_cut_when_it_is_named():
    (ignored,) = read_asked(["x" * 5000], KNOWN).ignored
    assert ignored == f"«\u00a0{'x' * 80}\u00a0»\u00a0: inconnu"
