"""What `run.py` does before Django exists, without the network and without a real environment."""

import ast
import os
import re
import socket
import stat

import pytest

from careerguide import bootstrap
from careerguide.bootstrap import ROOT, StartError


@pytest.fixture
def requirements(tmp_path):
    file = tmp_path / "requirements.txt"
    file.write_text("Django==5.2.19 --hash=sha256:00\n")
    return file


@pytest.fixture
def installed(tmp_path, requirements, monkeypatch):
    """An environment whose stamp says that `requirements` are installed; returns the commands asked since."""
    venv, asked = tmp_path / ".venv", []
    venv.mkdir()
    stamp = venv / "requirements.txt.stamp"
    stamp.write_text(bootstrap.fingerprint(requirements, "3.11.7"))

    def answer(*command):
        asked.append([str(part) for part in command])
        return bootstrap.subprocess.CompletedProcess(command, 0, "3.11.7\n", "")

    monkeypatch.setattr(bootstrap, "ask", answer)
    return asked


def pip_calls(asked):
    return [command for command in asked if "pip" in command]


# --- Python ---


@pytest.mark.parametrize("version", [(3, 11), (3, 11, 0), (3, 12, 1), (4, 0)])
def test_a_recent_python_is_accepted(version):
    assert bootstrap.python_problem(version) == ""


def test_an_old_python_is_refused_by_a_sentence_that_names_both_versions():
    sentence = bootstrap.python_problem((3, 10, 13, "final", 0))
    assert sentence == "careerguide demande Python 3.11 ou plus récent ; celui-ci est Python 3.10.13."


@pytest.mark.parametrize("name", ["run.py", "careerguide/bootstrap.py", "careerguide/__init__.py"])
def test_an_old_python_can_read_the_files_that_refuse_it(name):
    source = (ROOT / name).read_text(encoding="utf-8")
    assert isinstance(ast.parse(source, feature_version=(3, 7)), ast.Module)


@pytest.mark.parametrize("name", ["run.py", "careerguide/bootstrap.py"])
def test_only_the_standard_library_is_imported_before_the_libraries_are_there(name):
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    first_names = {module.split(".")[0] for module in imported}
    assert first_names - set(bootstrap.sys.stdlib_module_names) <= {"careerguide"}


# --- Libraries ---


def test_a_stamped_environment_is_left_as_it_is(tmp_path, requirements, installed, capsys):
    bootstrap.install(requirements, tmp_path / ".venv")
    assert pip_calls(installed) == []
    assert capsys.readouterr().out == "Bibliothèques : déjà installées\n"


def test_changed_requirements_are_installed_with_their_hashes_and_stamped_anew(
    tmp_path, requirements, installed
):
    requirements.write_text("Django==5.2.20 --hash=sha256:11\n")
    bootstrap.install(requirements, tmp_path / ".venv")
    assert [command[-3:] for command in pip_calls(installed)] == [
        ["--require-hashes", "-r", str(requirements)]
    ]
    stamp = tmp_path / ".venv" / "requirements.txt.stamp"
    assert stamp.read_text() == bootstrap.fingerprint(requirements, "3.11.7")


def test_each_requirements_file_has_its_own_stamp(tmp_path, requirements, installed):
    development = requirements.with_name("requirements-dev.txt")
    development.write_text(requirements.read_text())
    bootstrap.install(development, tmp_path / ".venv")
    assert len(pip_calls(installed)) == 1
    assert sorted(path.name for path in (tmp_path / ".venv").iterdir()) == [
        "requirements-dev.txt.stamp",
        "requirements.txt.stamp",
    ]


def test_a_failed_installation_leaves_no_stamp(tmp_path, requirements, monkeypatch):
    (tmp_path / ".venv").mkdir()

    def answer(*command):
        failed = "pip" in command
        return bootstrap.subprocess.CompletedProcess(command, int(failed), "3.11.7", "ERROR: no such host")

    monkeypatch.setattr(bootstrap, "ask", answer)
    with pytest.raises(StartError, match=r"vérifiez la connexion à Internet(?s:.*)no such host"):
        bootstrap.install(requirements, tmp_path / ".venv")
    assert list((tmp_path / ".venv").iterdir()) == []


def test_the_fingerprint_follows_the_content_and_the_version_of_python(requirements):
    first = bootstrap.fingerprint(requirements, "3.11.7")
    assert bootstrap.fingerprint(requirements, "3.12.1") != first
    requirements.touch()
    assert bootstrap.fingerprint(requirements, "3.11.7") == first
    requirements.write_text("")
    assert bootstrap.fingerprint(requirements, "3.11.7") != first


def test_an_environment_without_python_is_seen_as_broken(tmp_path):
    assert bootstrap.probe(tmp_path / ".venv", "pip") == ""


def test_a_broken_environment_is_made_anew(tmp_path, requirements, monkeypatch, capsys):
    versions = iter(["", "3.11.7"])
    monkeypatch.setattr(bootstrap, "probe", lambda venv, *modules: next(versions))
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "remains").write_text("")

    def answer(*command):
        venv.mkdir(exist_ok=True)
        return bootstrap.subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(bootstrap, "ask", answer)
    bootstrap.install(requirements, venv)
    assert [path.name for path in venv.iterdir()] == ["requirements.txt.stamp"]
    assert capsys.readouterr().out.splitlines() == [
        "Environnement : .venv est incomplet, il est recréé",
        "Environnement : .venv créé",
        "Bibliothèques : installation, une minute environ…",
        "Bibliothèques : installées",
    ]


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "ne correspond pas à son empreinte"),
        ("OSError: [Errno 28] No space left on device", "Le disque est plein"),
        ("Temporary failure in name resolution", "vérifiez la connexion à Internet"),
    ],
)
def test_a_failure_of_pip_says_what_to_do_and_quotes_pip(output, advice):
    sentence = bootstrap.pip_problem(output)
    assert advice in sentence
    assert sentence.endswith(output)


def test_a_python_without_venv_is_told_which_package_to_install():
    assert "sudo apt install python3-venv" in bootstrap.venv_problem("ensurepip is not available")
    assert bootstrap.venv_problem("disk error").endswith("Python répond :\n  disk error")


# --- Local settings ---


def test_the_local_settings_are_readable_by_their_owner_alone(tmp_path):
    file = tmp_path / ".env"
    assert bootstrap.write_env_file(file) is True
    lines = file.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"SECRET_KEY=[\w-]{60,}", lines[0])
    assert lines[1:] == ["ALLOWED_HOSTS=127.0.0.1,localhost,[::1]", "TLS=false"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_two_sites_have_two_secret_keys(tmp_path):
    for name in ("one", "two"):
        bootstrap.write_env_file(tmp_path / name)
    assert (tmp_path / "one").read_text() != (tmp_path / "two").read_text()


def test_existing_settings_are_never_overwritten(tmp_path):
    file = tmp_path / ".env"
    file.write_text("SECRET_KEY=mine\n")
    assert bootstrap.write_env_file(file) is False
    assert file.read_text() == "SECRET_KEY=mine\n"


def test_the_hosts_are_read_from_the_environment_before_the_file(tmp_path):
    file = tmp_path / ".env"
    assert bootstrap.configured_hosts({}, file) == "127.0.0.1,localhost,[::1]"
    file.write_text("TLS=false\nALLOWED_HOSTS = 'a.example,b.example'\n")
    assert bootstrap.configured_hosts({}, file) == "a.example,b.example"
    assert bootstrap.configured_hosts({"ALLOWED_HOSTS": "c.example"}, file) == "c.example"


@pytest.mark.parametrize(
    ("current", "host", "expected"),
    [
        ("localhost", "192.0.2.7", "localhost,192.0.2.7"),
        ("localhost, 192.0.2.7", "192.0.2.7", "localhost,192.0.2.7"),
        ("localhost", "2001:db8::7", "localhost,[2001:db8::7]"),
        ("", "guide.example", "guide.example"),
    ],
)
def test_the_chosen_host_is_added_once_to_the_allowed_ones(current, host, expected):
    assert bootstrap.allowed_hosts(current, host) == expected


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_listening_everywhere_allows_the_names_of_this_machine_and_not_everything(host, monkeypatch):
    monkeypatch.setattr(bootstrap, "network_names", lambda: ["machine", "192.0.2.7"])
    assert bootstrap.allowed_hosts("localhost", host) == "localhost,machine,192.0.2.7"


# --- Static files ---


def test_static_files_are_collected_again_only_when_one_changed(tmp_path):
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "static" / "css").mkdir(parents=True)
    sheet = tmp_path / "static" / "css" / "base.css"
    sheet.write_text("a{}")
    first = bootstrap.static_fingerprint(tmp_path)
    assert bootstrap.static_fingerprint(tmp_path) == first
    sheet.write_text("a{color:red}")
    second = bootstrap.static_fingerprint(tmp_path)
    (tmp_path / "static" / "new.js").write_text("")
    third = bootstrap.static_fingerprint(tmp_path)
    (tmp_path / "requirements.txt").write_text("whitenoise")
    assert len({first, second, third, bootstrap.static_fingerprint(tmp_path)}) == 4


# --- Port ---


def test_a_free_port_has_no_problem():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert bootstrap.port_problem("127.0.0.1", port) == ""


def test_a_taken_port_is_said_with_another_one_to_try():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        sentence = bootstrap.port_problem("127.0.0.1", port)
    assert sentence.startswith(f"Le port {port} est déjà pris")
    assert sentence.endswith(f"par exemple --port {port + 1}.")


def test_an_address_of_another_machine_is_refused():
    assert bootstrap.port_problem("192.0.2.77", 8000) == (
        "192.0.2.77 n’est pas une adresse de cette machine : changez --host."
    )
