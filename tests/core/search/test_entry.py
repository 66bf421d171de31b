"""What the index keeps of a page."""

import pytest

from core.search.base import Document
from core.search.entry import NAME, OTHER_NAME, SKILL, TEXT, entry_of, pack_names, unpack_names
from core.search.normalizer import pieces, words
from tests.core.search.made_up import ENTRIES

CLOUD, DEVELOPER, *_ = ENTRIES


def test_both_genders_are_one_name_shown_in_two_ways():
    assert [(name.weight, name.keys, name.shown) for name in CLOUD.names[:2]] == [
        (
            NAME,
            ("ingenieur", "cloud", "computing"),
            ("ingénieur cloud computing", "ingénieure cloud computing"),
        ),
        (
            OTHER_NAME,
            ("chef", "projet", "virtualisation"),
            ("chef de projet virtualisation", "cheffe de projet virtualisation"),
        ),
    ]


def test_a_masked_name_is_found_and_never_shown():
    (masked,) = [name for name in CLOUD.names if "engineer" in name.keys]
    assert (masked.weight, masked.shown) == (OTHER_NAME, ())


def test_words_are_kept_by_weight_without_those_that_say_nothing():
    assert CLOUD.columns == {
        NAME: "ingenieur cloud computing",
        OTHER_NAME: "chef projet virtualisation cloud engineer",
        SKILL: "kubernet base donnee",
        TEXT: "deplac informatic cloud concoit migr serveur nuag",
    }


def test_a_word_is_remembered_as_it_is_written():
    written = {form: vocable.written for entry in ENTRIES for (form, _), vocable in entry.vocables.items()}
    assert (written["ingenieur"], written["sio"]) == ("ingénieur", "SIO")


def test_a_word_of_a_text_alone_is_told_apart():
    named = {form: vocable.named for (form, _), vocable in CLOUD.vocables.items()}
    assert (named["cloud"], named["nuage"]) == (True, False)


def test_a_compound_is_known_in_one_word_too():
    assert DEVELOPER.vocables["backend", "back end"].written == "back-end"


def test_of_the_names_that_are_stored_those_that_matter_are_read_and_the_titles():
    called, skills = pack_names(CLOUD.names).split("\n")
    every_key = {key for name in CLOUD.names for key in name.keys}
    assert unpack_names(called, every_key) + unpack_names(skills, every_key) == CLOUD.names
    assert [name.keys for name in unpack_names(called, {"kubernet"})] == [("ingenieur", "cloud", "computing")]
    assert [name.keys for name in unpack_names(skills, {"kubernet"})] == [("kubernet",)]


def test_what_a_result_shows_is_kept_beside():
    assert CLOUD.shown["nom"] == "ingénieur cloud computing"
    assert CLOUD.shown["titre"] == "ingénieur cloud computing / ingénieure cloud computing"


def test_a_name_of_stop_words_alone_is_known_by_them():
    entry = entry_of(Document("guides", 1, "metiers:guide", "pour-qui", "Pour qui ?", noms=("Pour qui ?",)))
    assert (entry.names[0].keys, entry.columns["N"]) == (("pour", "qui"), "pour qui")
    assert sorted(form for form, _ in entry.vocables) == ["pour", "qui"]


@pytest.mark.parametrize(
    "text",
    [
        "L’ingénieur·e « réseaux » conduit back-end et front-end, S.R.E. ou C++",
        "bac + 5 en R & D",
        "ouvrier (ère) du livre, technicien / ne",
        "Agent/agente d'accueil (h/f)",
        "pas à pas",
        "",
    ],
)
def test_a_text_read_by_pieces_holds_the_words_that_it_holds_whole(text):
    read = [word.key for piece in pieces(text) for word in words(piece)]
    assert read == [word.key for word in words(text)]
