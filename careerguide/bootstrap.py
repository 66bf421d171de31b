"""What `run.py` needs before Django exists: the libraries, the local settings, the port.

Only the standard library is used here, in a syntax that Python 3.6 can still read: an older Python
must get as far as the sentence that asks for a newer one.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
ENV_FILE = ROOT / ".env"
OLDEST_PYTHON = (3, 11)
LOCAL_HOSTS = "127.0.0.1,localhost,[::1]"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Each with the loopback address that reaches it.
WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (listened on only when asked for)
IMPORT_OPTIONS = ("--commit", "--tout")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class StartError(Exception):
    """A foreseen failure: its text says in French what happened and what to do about it."""

    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code


def python_problem(version):
    """Return the sentence that refuses the Python of this version tuple, or "" when it will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return ""
    needed, found = (".".join(map(str, parts)) for parts in (OLDEST_PYTHON, version[:3]))
    return f"careerguide demande Python {needed} ou plus récent ; celui-ci est Python {found}."


def last_lines(text, count=4):
    return "\n".join("  " + line.strip() for line in text.strip().splitlines()[-count:])


# --- Libraries ----------------------------------------------------------------------------------


def venv_python(venv):
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ask(*command):
    """Run a command of ours and return what it answered, as subprocess.run does."""
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


def probe(venv, *modules):
    """Return the version of the environment's Python, "" when too old, broken or incomplete."""
    code = f"import sys, {', '.join(modules)}; print('%d.%d.%d' % sys.version_info[:3])"
    try:
        answer = ask(venv_python(venv), "-c", code)
    except OSError:
        return ""
    version = answer.stdout.strip()
    if answer.returncode or python_problem([int(part) for part in version.split(".")]):
        return ""
    return version


def create_venv(venv):
    """Make the environment anew; raise StartError in a read-only folder or without the venv module."""
    if not os.access(venv.parent, os.W_OK):
        raise StartError("Ce dossier est en lecture seule : copiez careerguide là où vous pouvez écrire.")
    if venv.exists():
        print("Environnement : .venv est incomplet, il est recréé")
        shutil.rmtree(venv)
    # In an activated environment, sys.executable is the file that has just been deleted.
    base = getattr(sys, "_base_executable", None) or sys.executable
    answer = ask(base, "-m", "venv", venv)
    if answer.returncode:
        shutil.rmtree(venv, ignore_errors=True)
        raise StartError(venv_problem(answer.stdout + answer.stderr))
    print("Environnement : .venv créé")


def venv_problem(output):
    """Return what to do about a failure that `python -m venv` told in `output`."""
    if "ensurepip" in output or "No module named venv" in output:
        return (
            "Python est installé ici sans son module venv. "
            "Sous Debian ou Ubuntu : « sudo apt install python3-venv », puis relancez."
        )
    return f"L’environnement .venv n’a pas pu être créé. Python répond :\n{last_lines(output)}"


def pip_problem(output):
    """Return what to do about a failure that pip told in `output`."""
    if "DO NOT MATCH THE HASHES" in output:
        advice = "Un paquet reçu ne correspond pas à son empreinte : il n’a pas été installé."
    elif "No space left" in output:
        advice = "Le disque est plein : libérez de la place, puis relancez."
    else:
        advice = (
            "Les bibliothèques n’ont pas pu être installées : "
            "vérifiez la connexion à Internet, puis relancez."
        )
    return f"{advice} pip répond :\n{last_lines(output)}"


def fingerprint(requirements, version):
    """Return what a stamp holds: the digest of the requirements file and Python's version."""
    return f"{hashlib.sha256(requirements.read_bytes()).hexdigest()} {version}"


def read_or_empty(path):
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def install(requirements, venv):
    """Install a hash-locked requirements file, unless its stamp says that this is done."""
    stamp = venv / f"{requirements.name}.stamp"
    recorded = read_or_empty(stamp)
    version = probe(venv, "pip", "django") if recorded else probe(venv, "pip")
    if not version:
        create_venv(venv)
        recorded, version = "", probe(venv, "pip")
    wanted = fingerprint(requirements, version)
    if recorded == wanted:
        print("Bibliothèques : déjà installées")
        return
    print("Bibliothèques : installation, une minute environ…")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes"]
    answer = ask(venv_python(venv), "-m", "pip", "install", *options, "-r", requirements)
    if answer.returncode:
        raise StartError(pip_problem(answer.stderr))
    stamp.write_text(wanted, encoding="utf-8")
    print("Bibliothèques : installées")


def static_fingerprint(root):
    """Return a digest that changes with the static files, the settings and the libraries."""
    digest = hashlib.sha256((root / "requirements.txt").read_bytes())
    for path in sorted([root / "careerguide" / "settings.py", *(root / "static").rglob("*")]):
        if path.is_file():
            facts, name = path.stat(), path.relative_to(root).as_posix()
            digest.update(f"{name} {facts.st_mtime_ns} {facts.st_size}\n".encode())
    return digest.hexdigest()


def find_browser():
    """Return the path of the Chromium that the browser tests can use, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


# --- Imports ------------------------------------------------------------------------------------


def import_kinds(root):
    """Return what can be imported: the names of the commands of the apps, « onisep-metiers »."""
    commands = root.glob("*/management/commands/import_*.py")
    return sorted(path.stem[len("import_") :].replace("_", "-") for path in commands)


def import_help(root):
    """Return what can be imported, as the help of run.py shows it beside its other options."""
    lines = textwrap.wrap(", ".join(import_kinds(root)), width=70, break_on_hyphens=False)
    return ("\n" + " " * 28).join(lines)


def import_command(arguments, root):
    """Return the command of manage.py for what follows `import`, its file named from wherever one stands.

    Raises StartError, code 2, for anything but a known import, one file and known options.
    """
    names = [argument for argument in arguments if not argument.startswith("--")]
    options = [argument for argument in arguments if argument.startswith("--")]
    known = f"On importe : {', '.join(import_kinds(root))}."
    if len(names) != 2:
        raise StartError(f"« import » attend ce qui est importé, puis un fichier. {known}", 2)
    if names[0] not in import_kinds(root):
        raise StartError(f"Import inconnu : {names[0]}. {known}", 2)
    unknown = [option for option in options if option not in IMPORT_OPTIONS]
    if unknown:
        raise StartError(f"Option inconnue : {' '.join(unknown)}. Voyez « python3 run.py --help ».", 2)
    return [f"import_{names[0].replace('-', '_')}", os.path.abspath(names[1]), *options]


# --- Settings and network -----------------------------------------------------------------------


def write_env_file(path):
    """Write the settings of a site on one's own machine, readable by its owner alone.

    Returns whether it was written: a file that exists is never touched.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"SECRET_KEY={secrets.token_urlsafe(50)}\n")
        file.write(f"ALLOWED_HOSTS={LOCAL_HOSTS}\nTLS=false\n")
    return True


def configured_hosts(environment, env_file):
    """Return ALLOWED_HOSTS as the site would read it: the environment first, then the file."""
    if "ALLOWED_HOSTS" in environment:
        return environment["ALLOWED_HOSTS"]
    for line in read_or_empty(env_file).splitlines():
        name, _, value = line.partition("=")
        if name.strip() == "ALLOWED_HOSTS":
            return value.strip().strip("\"'")
    return LOCAL_HOSTS


def network_names():
    """Return the name and the address of this machine on its network."""
    names = [socket.gethostname().lower()]
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as chosen:
        # Connecting a UDP socket sends nothing: it only picks the address packets would leave from.
        chosen.connect(("192.0.2.1", 9))
        names.append(chosen.getsockname()[0])
    return names


def bracketed(host):
    """Return the host as URLs, ALLOWED_HOSTS and servers write it: IPv6 stands in brackets."""
    return f"[{host}]" if ":" in host else host


def allowed_hosts(current, host):
    """Return the list `current` with the names under which visitors reach `host`, added once."""
    known = [name.strip() for name in current.split(",") if name.strip()]
    added = [bracketed(name) for name in (network_names() if host in WILDCARDS else [host])]
    return ",".join([*known, *(name for name in added if name not in known)])


def port_problem(host, port):
    """Return the sentence that says why nothing can listen on this address, or ""."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            if os.name == "posix":
                # As servers do: a port that was left a minute ago is free again.
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
    except socket.gaierror:
        return f"L’adresse {host} est inconnue ici : choisissez-en une autre avec --host."
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            return f"{host} n’est pas une adresse de cette machine : changez --host."
        if error.errno == errno.EACCES:
            return f"Le port {port} est réservé au système : choisissez-en un avec --port 8001."
        return (
            f"Le port {port} est déjà pris, peut-être par careerguide lui-même : "
            f"arrêtez l’autre programme ou choisissez un port libre, par exemple --port {port + 1}."
        )
    return ""
