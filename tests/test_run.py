"""The commands of `run.py`: how they are read, and what they answer when something is wrong."""

import os
import socket

import pytest

import run
from careerguide import bootstrap


def test_the_environment_of_the_user_wins_over_ours(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////tmp/other.sqlite3")
    monkeypatch.setenv("PYTHONUTF8", "0")
    environment = run.child_environment()
    assert environment["DATABASE_URL"] == "sqlite:////tmp/other.sqlite3"
    assert environment["PYTHONUTF8"] == "0"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ("serve", [])),
        (["--port", "8001"], ("serve", ["--port", "8001"])),
        (["serve", "--dev"], ("serve", ["--dev"])),
        (["load"], ("load", [])),
        (["test", "-k", "salaire", "--help"], ("test", ["-k", "salaire", "--help"])),
        (["manage", "migrate", "--help"], ("manage", ["migrate", "--help"])),
        (["--help"], ("help", [])),
        (["-h"], ("help", [])),
        (["serve", "--port", "8001", "--help"], ("help", [])),
    ],
)
def test_the_command_is_read_with_what_follows_it(arguments, expected):
    assert run.parse_command(arguments) == expected


def test_serving_has_defaults():
    assert vars(run.parse_serve([])) == {"port": 8000, "host": "127.0.0.1", "dev": False}


def test_serving_takes_a_port_a_host_and_the_development_mode():
    options = run.parse_serve(["--port=8001", "--host", "[::1]", "--dev"])
    assert vars(options) == {"port": 8001, "host": "::1", "dev": True}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--port"], "L’option --port attend un nombre de 1 à 65535.\n"),
        (["--port", "0"], "L’option --port attend un nombre de 1 à 65535.\n"),
        (["--port", "65536"], "L’option --port attend un nombre de 1 à 65535.\n"),
        (["--port", "huit"], "L’option --port attend un nombre de 1 à 65535.\n"),
        (["--host"], "L’option --host attend une adresse, par exemple 0.0.0.0.\n"),
        (["--dev=oui"], "L’option --dev ne prend pas de valeur.\n"),
        (["--prot", "1"], "Option inconnue : --prot 1. Voyez « python3 run.py --help ».\n"),
        (["servir"], "Commande inconnue : servir. Voyez « python3 run.py --help ».\n"),
        (["load", "x"], "« load » se passe de précision : x est de trop.\n"),
        (
            ["import", "onisep-metiers", "f.zip", "--comit"],
            "Option inconnue : --comit. Voyez « python3 run.py --help ».\n",
        ),
    ],
)
def test_a_misspelt_command_is_answered_by_a_sentence_and_exit_code_2(arguments, sentence, capsys):
    assert run.main(arguments) == 2
    assert capsys.readouterr().err == sentence


def test_the_help_names_every_import(capsys):
    assert run.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert [kind for kind in bootstrap.import_kinds(bootstrap.ROOT) if kind not in told] == []
    assert "{" not in told


def test_an_import_names_what_is_imported_and_a_file(capsys):
    for arguments in (["import"], ["import", "onisep-metiers"], ["import", "onisep", "f.zip"]):
        assert run.main(arguments) == 2
        assert "On importe : " in (said := capsys.readouterr().err)
        assert "onisep-metiers" in said


def test_the_file_of_an_import_is_named_from_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command = bootstrap.import_command(["onisep-metiers", "f.zip", "--commit"], bootstrap.ROOT)
    assert command == ["import_onisep_metiers", str(tmp_path / "f.zip"), "--commit"]


def test_the_help_names_every_command(capsys):
    assert run.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert [name for name in run.COMMANDS if name not in text] == []


def test_a_taken_port_stops_the_start_before_anything_is_installed(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "install", lambda *_: pytest.fail("installed"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert run.main(["--port", str(port)]) == 1
    assert capsys.readouterr().err.startswith(f"Le port {port} est déjà pris")


def test_a_refusal_of_the_system_is_said_without_a_traceback(monkeypatch, capsys):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", ".env")

    monkeypatch.setattr(bootstrap, "install", refuse)
    assert run.main(["load"]) == 1
    assert capsys.readouterr().err == "Le système refuse : [Errno 13] Permission denied: '.env'\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["-m", "gunicorn", "careerguide.wsgi", "--bind", "127.0.0.1:8000"]),
        (["--host", "::1"], ["-m", "gunicorn", "careerguide.wsgi", "--bind", "[::1]:8000"]),
        (["--dev", "--port", "8001"], ["manage.py", "runserver", "127.0.0.1:8001"]),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="gunicorn does not run on Windows")
def test_gunicorn_serves_and_the_development_server_develops(arguments, expected):
    assert run.server_command(run.parse_serve(arguments))[1:6] == expected


def test_windows_is_served_by_the_development_server_which_says_so(monkeypatch, capsys):
    options = run.parse_serve([])
    python = bootstrap.venv_python(run.VENV)
    monkeypatch.setattr(bootstrap, "venv_python", lambda venv: python)
    monkeypatch.setattr(run.os, "name", "nt")
    command = run.server_command(options)
    monkeypatch.undo()
    assert command[1:] == ["manage.py", "runserver", "--noreload", "127.0.0.1:8000"]
    assert capsys.readouterr().out == (
        "Serveur : celui de développement, car gunicorn ne fonctionne pas sous Windows\n"
    )
