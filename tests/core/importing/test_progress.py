"""The bar of progress: rows, rate, time left, on a terminal alone."""

import io

from core.importing.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self):
        return self.now


def test_a_bar_tells_rows_rate_and_time_left():
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    progress.step("Lecture")
    clock.now = 2.0
    progress(400, 1000)
    progress.close()
    assert stream.getvalue().split("\r") == [
        "Lecture…",
        "Lecture [#########---------------] 400/1000, 200 lignes/s, reste 3 s\n",
    ]


def test_a_bar_is_no_wider_than_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    stream = Terminal()
    progress = Progress(stream, Clock())
    progress.step("Comparaison, centres d’intérêt")
    progress(10, 10)
    assert max(len(line) for line in stream.getvalue().split("\r")) <= 30


def test_the_time_left_is_seen_on_a_narrow_terminal_and_the_bar_gives_way(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    progress.step("Comparaison, compétences")
    progress(0, 29978)
    clock.now = 8.0
    progress(15200, 29978)
    assert stream.getvalue().split("\r")[-1] == (
        "Comparaison, compétences [#######-------] 15200/29978, 1900 lignes/s, reste 8 s"
    )


def test_parts_of_an_archive_and_rows_of_an_instant_tell_no_rate():
    progress = Progress(Terminal(), Clock())
    progress.step("Lecture")
    assert progress.line(2, 6, 5.0) == "Lecture [########----------------] 2/6, reste 10 s"
    assert progress.line(200, 1584, 0.001) == "Lecture [###---------------------] 200/1584"


def test_without_a_total_the_bar_tells_rows_and_rate():
    clock = Clock()
    progress = Progress(Terminal(), clock)
    progress.step("Lecture")
    assert progress.line(400, None, 2.0) == "Lecture 400, 200 lignes/s"


def test_nothing_is_written_to_a_file():
    stream = io.StringIO()
    progress = Progress(stream)
    progress.step("Lecture")
    progress(1000, 1000)
    progress.close()
    assert stream.getvalue() == ""
