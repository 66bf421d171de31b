"""What a question asks for, once its words are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.entry import Name
from core.search.question import LONGEST_QUERY, MOST_WORDS, Reader
from core.search.vocabulary import IndexWord, Vocabulary
from tests.core.search.made_up import reader

READER = reader()
MIXTURE = ["ingénieur", "claud", "cyber", "sécurité", "sysadmin", "admin", "bdd", "de", "formation", "dev"]
MIXTURE += ["'", '"', "AND", "*", "c++"]


def asked(text, **options):
    """Return the keys of the readings of each group that an answer must hold."""
    return [[reading.keys for reading in group.readings] for group in READER.read(text, **options).asked]


def test_each_word_is_a_group():
    assert asked("cloud ingénieure de cybersécurité") == [
        [("cloud",)],
        [("ingenieur",)],
        [("cybersecurit",)],
    ]


def test_a_repeated_word_is_asked_once():
    assert asked("ingénieur / ingénieure cloud") == [[("ingenieur",)], [("cloud",)]]


def test_the_last_word_may_be_unfinished():
    assert asked("cloud dev") == [[("cloud",)], [("developpeur",)]]
    assert asked("dev cloud")[0] == [("cloud",)]


def test_a_word_that_is_cut_is_understood_wherever_it_stands():
    assert asked("virtu cloud") == [[("virtualisation",)], [("cloud",)]]
    assert asked("virtualisation cloud", as_typed=True) == [[("virtualisation",)], [("cloud",)]]


def test_a_verb_is_asked_as_what_it_is_to_do_it_too_and_told():
    question = READER.read("virtualiser cloud")
    assert asked("virtualiser cloud") == [[("virtualisation",)], [("cloud",)]]
    assert question.also == [("virtualiser", ["virtualisation"])]
    assert READER.read("virtualiser cloud", as_typed=True).also == []


def test_a_word_just_begun_says_nothing_yet():
    question = READER.read("ingénieur de x")
    assert (question.missing, question.is_hopeless) == ([], False)
    assert READER.read("x").is_hopeless


def test_a_term_of_two_letters_begins_nothing_and_a_longer_one_less_than_it_says():
    assert asked("ku") == [[("base", "donnee")]]
    (group,) = READER.read("proj").asked
    assert [reading.keys for reading in group.readings] == [("virtualisation",), ("projet",)]
    said, begun = (reading.worth for reading in group.readings)
    assert begun < said / 2
    assert begun < READER.read("proje").asked[0].readings[0].worth


def test_a_correction_is_told_in_the_words_of_the_guide():
    question = READER.read("inginieur de claud")
    assert question.corrected == "ingénieur de cloud"
    assert READER.read("ingénieur de cloud").corrected == ""


def test_as_typed_nothing_is_corrected_and_no_synonym_is_used():
    question = READER.read("inginieur claud", as_typed=True)
    assert (question.asked, question.words_of(question.missing)) == ([], ["inginieur", "claud"])
    assert asked("sysadmin", as_typed=True) == []


def test_a_synonym_is_asked_too_and_told():
    question = READER.read("admin bdd cloud")
    assert asked("admin bdd cloud") == [[("admin", "bdd"), ("base", "donnee")], [("cloud",)]]
    assert question.also == [("admin bdd", ["bases de données"])]
    assert question.corrected == ""


def test_two_words_that_the_guide_writes_as_one_are_one():
    assert asked("cyber sécurité") == [[("cyber", "securit"), ("cybersecurit",)]]
    assert asked("backend") == [[("back", "end")]]


def test_words_of_someone_who_asks_exclude_nothing():
    question = READER.read("je voudrais devenir ingénieur cloud")
    assert [group.readings[0].keys for group in question.asked] == [("ingenieur",), ("cloud",)]
    assert question.missing == []


def test_the_name_of_a_kind_of_page_is_a_wish():
    question = READER.read("formation cloud")
    assert (question.kinds, [group.readings[0].keys for group in question.asked]) == (
        {"formations"},
        [("cloud",)],
    )


def test_a_synonym_of_the_name_of_a_kind_names_it_too():
    question = READER.read("form cloud")
    assert (question.kinds, question.words_of(question.asked)) == ({"formations"}, ["cloud"])


@pytest.mark.parametrize(
    ("text", "is_hopeless"),
    [
        ("cloud", False),
        ("licorne cloud", True),
        ("licorne ingénieur cloud", False),
        ("licorne volante", True),
        ("de la", True),
        ("", True),
    ],
)
def test_a_question_mostly_unknown_is_hopeless(text, is_hopeless):
    assert READER.read(text).is_hopeless == is_hopeless


def test_a_mistake_that_may_mean_several_words_is_settled_by_the_best_answer():
    bridges = Vocabulary([IndexWord(form, (form,), form, 1, 1) for form in ("pont", "port", "pilote")], 3)
    question = Reader(bridges).read("pomt pilote")
    assert question.is_ambiguous
    settled = question.settled([Name("N", ("port",), ("port",))])
    assert (settled.is_ambiguous, settled.corrected) == (False, "port pilote")


@given(st.text(max_size=2 * LONGEST_QUERY))
def test_any_text_is_read(text):
    question = READER.read(text)
    assert len(question.text) <= LONGEST_QUERY
    assert len(question.groups) <= MOST_WORDS
    assert isinstance(question.corrected, str)


@given(st.lists(st.sampled_from(MIXTURE)))
def test_any_mixture_of_words_is_read(words):
    question = READER.read(" ".join(words))
    assert all(0 <= group.start < group.end <= len(question.text) for group in question.groups)
    starts = [group.start for group in question.groups]
    assert starts == sorted(starts)
