"""The passage that answers, its words marked."""

from core.search.excerpts import LONGEST_EXCERPT, excerpt, marked, plain

TEXTS = ["Il conçoit des réseaux.\nElle protège les données et le réseau.", "Rien de plus."]


def test_words_of_the_question_are_marked_whatever_their_form():
    assert marked("L’ingénieure des réseaux", {"ingenieur", "reseau"}) == (
        ("L’", False),
        ("ingénieure", True),
        (" des ", False),
        ("réseaux", True),
    )


def test_a_text_without_them_stays_in_one_piece():
    assert marked("Rien de plus.", {"reseau"}) == (("Rien de plus.", False),)
    assert marked("", {"reseau"}) == ()


def test_the_passage_with_the_most_words_is_shown():
    assert "".join(text for text, _ in excerpt(TEXTS, {"reseau", "donnee"})) == (
        "Elle protège les données et le réseau."
    )
    assert excerpt(TEXTS, {"cloud"}) == ()


def test_a_long_passage_is_cut_around_its_first_word():
    long = "avant " * 100 + "le réseau " + "après " * 100
    shown = "".join(text for text, _ in excerpt([long], {"reseau"}))
    assert shown.startswith("… avant")
    assert shown.endswith("après …")
    assert "le réseau après" in shown
    assert len(shown) <= LONGEST_EXCERPT + 4


def test_a_word_without_end_is_cut_too():
    shown = "".join(text for text, _ in excerpt(["x" * 500 + " réseau " + "y" * 500], {"reseau"}))
    assert "réseau" in shown
    assert len(shown) <= LONGEST_EXCERPT + 4


def test_markdown_is_read_as_plain_words():
    assert plain(
        "## Titre\n\n- **gras** et [lien](https://example.org)\n1. un\n\n| a | b |\n|---|---|\n"
    ) == ("Titre\ngras et lien\nun\na b")
