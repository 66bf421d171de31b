#!/usr/bin/env python3
"""Start careerguide on a machine that has nothing but Python: `python3 run.py --help` says how.

Only the standard library is used here; what needs Django runs under the Python of `.venv`.
"""

import argparse
import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time

from careerguide import bootstrap
from careerguide.bootstrap import ENV_FILE, ROOT, VENV, StartError, bracketed

HELP = """\
careerguide, le guide des métiers et des formations.

  python3 run.py [serve]    prépare ce qui manque, puis sert le site sur http://127.0.0.1:8000/
      --port NUMÉRO         sur un autre port que 8000
      --host ADRESSE        sur une autre adresse que 127.0.0.1 (0.0.0.0 : tout le réseau local)
      --dev                 pour développer : erreurs détaillées, rechargement automatique
  python3 run.py load       charge le contenu de fixtures/, dans une base vide seulement
  python3 run.py import QUOI FICHIER   dit ce qu’un fichier public changerait, sans rien écrire
      QUOI                  {sortes}
      --commit              l’écrit dans la base, tout ou rien
      --tout                montre le rapport en entier
  python3 run.py admin      crée un compte d’administration
  python3 run.py test …     lance tous les tests ; ce qui suit est passé à pytest
  python3 run.py manage …   passe tout ce qui suit à manage.py
  python3 run.py --help     affiche cette aide

Les réglages se lisent dans l’environnement, puis dans le fichier .env, créé au premier démarrage.
"""
OPTION_RULES = {
    "--port": "attend un nombre de 1 à 65535.",
    "--host": "attend une adresse, par exemple 0.0.0.0.",
    "--dev": "ne prend pas de valeur.",
}
MANIFEST = ROOT / "staticfiles" / "staticfiles.json"
STATIC_STAMP = VENV / "static.stamp"
SECONDS_TO_ANSWER = 60
# Each process loads the content for itself: worth it for the whole suite, not for a few tests.
SIDE_BY_SIDE = ["--numprocesses=auto", "--maxprocesses=4"]


def port_number(text):
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError(text)
    return port


def parse_serve(arguments):
    """Return the options of `serve` (host, port, dev); raise StartError for one not understood."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--port", type=port_number, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--dev", action="store_true")
    try:
        options, unknown = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        rule = OPTION_RULES[error.argument_name]
        raise StartError(f"L’option {error.argument_name} {rule}", code=2) from None
    if unknown:
        raise StartError(f"Option inconnue : {' '.join(unknown)}. Voyez « python3 run.py --help ».", 2)
    options.host = options.host.strip("[]")
    return options


def child_environment():
    """Return the user's environment, where Python writes at once and in UTF-8 unless told otherwise."""
    return {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", **os.environ}


def prepare_settings(requirements="requirements.txt"):
    """Bring libraries and settings to the state that every command needs."""
    bootstrap.install(ROOT / requirements, VENV)
    if bootstrap.write_env_file(ENV_FILE):
        print("Réglages : fichier .env créé")


def prepare_site(environment, *steps, output=None):
    """Do steps of `careerguide.prepare`; raise StartError when one of them refuses."""
    command = [bootstrap.venv_python(VENV), "-m", "careerguide.prepare", *steps]
    if subprocess.call(command, cwd=ROOT, env=environment, stdout=output):
        raise StartError("Le site n’est pas prêt : corrigez ce qui est dit ci-dessus, puis relancez.")


def server_command(options):
    """Return the command that serves the site: gunicorn, or Django's own server (see HELP)."""
    python, address = bootstrap.venv_python(VENV), f"{bracketed(options.host)}:{options.port}"
    if options.dev:
        return [python, "manage.py", "runserver", address]
    if os.name == "nt":
        print("Serveur : celui de développement, car gunicorn ne fonctionne pas sous Windows")
        return [python, "manage.py", "runserver", "--noreload", address]
    # Its settings are those of gunicorn.conf.py.
    return [python, "-m", "gunicorn", "careerguide.wsgi", "--bind", address]


def wait_for_answer(server, host, port):
    """Return once the site answers a request; raise StartError when the server ends or stays silent."""
    target = bootstrap.WILDCARDS.get(host, host)
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(target, port, timeout=SECONDS_TO_ANSWER)
        try:
            connection.request("GET", "/sante/")
            connection.getresponse()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            connection.close()
    raise StartError("Le serveur n’a pas démarré : les lignes ci-dessus disent pourquoi.")


def serve(arguments):
    """Prepare everything, serve until Ctrl-C, and return the exit code."""
    options = parse_serve(arguments)
    problem = bootstrap.port_problem(options.host, options.port)
    if problem:
        raise StartError(problem)
    prepare_settings()
    environment = child_environment()
    if options.host not in bootstrap.LOOPBACK:
        hosts = bootstrap.configured_hosts(os.environ, ENV_FILE)
        environment["ALLOWED_HOSTS"] = bootstrap.allowed_hosts(hosts, options.host)
    if options.dev:
        environment["DEBUG"] = "true"
        prepare_site(environment, "migrate", "load")
    else:
        prepare_with_static_files(environment)
    # Away from the terminal: a gunicorn worker that gets Ctrl-C twice, from the terminal and from its
    # master, can hang for ever. The development server stays near it, for the debugger.
    server = subprocess.Popen(
        server_command(options), cwd=ROOT, env=environment, start_new_session=not options.dev
    )
    try:
        wait_for_answer(server, options.host, options.port)
        announce(options)
        if server.wait():
            raise StartError("Le serveur s’est arrêté : les lignes ci-dessus disent pourquoi.")
    except KeyboardInterrupt:
        print("\nSite arrêté.")
    finally:
        stop(server)
    return 0


def prepare_with_static_files(environment):
    """Prepare the site; collect static files only when they changed since this last succeeded."""
    wanted = bootstrap.static_fingerprint(ROOT)
    if MANIFEST.exists() and bootstrap.read_or_empty(STATIC_STAMP) == wanted:
        prepare_site(environment, "migrate", "load")
        print("Fichiers statiques : à jour")
        return
    prepare_site(environment, "migrate", "load", "collect")
    STATIC_STAMP.write_text(wanted, encoding="utf-8")


def announce(options):
    hosts = [options.host]
    if options.host in bootstrap.WILDCARDS:
        hosts = ["127.0.0.1", *bootstrap.network_names()[1:]]
    addresses = " et ".join(f"http://{bracketed(host)}:{options.port}/" for host in hosts)
    print(f"Le site est ouvert : {addresses} (Ctrl-C pour l’arrêter)")


def stop(server):
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()


def hand_over(*command):
    """Let another program take this one's place: signals, terminal, exit code."""
    command, environment = [str(bootstrap.venv_python(VENV)), *command], child_environment()
    os.chdir(ROOT)
    if os.name == "posix":
        os.execve(command[0], command, environment)
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(command, env=environment)


def load(arguments):
    if arguments:
        raise StartError(f"« load » se passe de précision : {' '.join(arguments)} est de trop.", code=2)
    prepare_settings()
    prepare_site(child_environment(), "migrate", "load")
    return 0


def import_data(arguments):
    command = bootstrap.import_command(arguments, ROOT)
    with contextlib.redirect_stdout(sys.stderr):
        prepare_settings()
    prepare_site(child_environment(), "migrate", "load", output=sys.stderr)
    return hand_over("manage.py", *command)


def admin(arguments):
    if not sys.stdin.isatty() and "--noinput" not in arguments:
        raise StartError(
            "Créer un compte demande un terminal. Sans terminal : DJANGO_SUPERUSER_USERNAME, "
            "DJANGO_SUPERUSER_EMAIL et DJANGO_SUPERUSER_PASSWORD, puis « python3 run.py admin --noinput »."
        )
    prepare_settings()
    prepare_site(child_environment(), "migrate")
    print("Ce compte ouvrira http://127.0.0.1:8000/admin/ une fois le site démarré.")
    return hand_over("manage.py", "createsuperuser", *arguments)


def test(arguments):
    prepare_settings("requirements-dev.txt")
    if not bootstrap.find_browser():
        fate = "échoueront, car CI=true" if os.environ.get("CI") == "true" else "seront sautés"
        print(f"Chromium est introuvable : les tests du navigateur {fate}.")
        print("Sous Debian : « sudo apt install chromium ».")
    # -rs: the reason of each skipped test is printed, a browser that is missing among them.
    return hand_over("-m", "pytest", "-rs", *(arguments or SIDE_BY_SIDE))


def manage(arguments):
    # What manage.py prints may be read by another program: the steps go elsewhere.
    with contextlib.redirect_stdout(sys.stderr):
        prepare_settings()
    return hand_over("manage.py", *arguments)


def interrupt(*_):
    raise KeyboardInterrupt


def end_as_with_ctrl_c():
    """Let a service manager or a closed terminal end the site cleanly; what nohup ignores stays ignored."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, interrupt)


def parse_command(arguments):
    """Return the name of the command and what follows it; `serve` may be left unsaid."""
    if not arguments or arguments[0].startswith("-"):
        arguments = ["serve", *arguments]
    name, rest = arguments[0], arguments[1:]
    if name not in ("test", "manage") and ("--help" in rest or "-h" in rest):
        return "help", []
    if name not in COMMANDS:
        raise StartError(f"Commande inconnue : {name}. Voyez « python3 run.py --help ».", code=2)
    return name, rest


def show_help(arguments):
    print(HELP.replace("{sortes}", bootstrap.import_help(ROOT)), end="")
    return 0


COMMANDS = {
    "serve": serve,
    "load": load,
    "import": import_data,
    "admin": admin,
    "test": test,
    "manage": manage,
    "help": show_help,
}


def main(arguments):
    """Run the command and return its exit code: 1 for a failed step, 2 for a command misspelt."""
    if bootstrap.python_problem(sys.version_info):
        sys.exit(bootstrap.python_problem(sys.version_info))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True, errors="replace")
    try:
        name, rest = parse_command(arguments)
        return COMMANDS[name](rest)
    except StartError as failure:
        print(failure, file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"Le système refuse : {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    end_as_with_ctrl_c()
    sys.exit(main(sys.argv[1:]))
