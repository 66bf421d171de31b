"""What stops the start, and the sentence that says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "une clé de plus de cinquante caractères, pour les essais seulement"


def start(**settings):
    """Run a check of the project with these settings alone; return its exit code and what it says."""
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "",
        "ALLOWED_HOSTS": "",
        "DEBUG": "false",
        **settings,
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.strip()


def test_a_key_and_hosts_are_enough_to_start():
    assert start(SECRET_KEY=KEY, ALLOWED_HOSTS="guide.example.org") == (0, "")


def test_for_development_nothing_is_needed():
    assert start(DEBUG="true") == (0, "")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (
            {"ALLOWED_HOSTS": "guide.example.org"},
            "SECRET_KEY manque : donnez une clé secrète dans l’environnement ou dans le fichier .env "
            "(« python3 run.py » en crée une), ou DEBUG=true pour développer.",
        ),
        (
            {"SECRET_KEY": KEY},
            "ALLOWED_HOSTS manque : nommez les hôtes que le site sert, séparés par des virgules "
            "(par exemple ALLOWED_HOSTS=guide.example.org).",
        ),
        ({"DEBUG": "maybe"}, "Réglage refusé : DEBUG vaut « maybe » ; attendu : true ou false."),
        ({"TLS": "https"}, "Réglage refusé : TLS vaut « https » ; attendu : true ou false."),
        (
            {"DATABASE_URL": "foo://bar"},
            "Réglage refusé : DATABASE_URL vaut « foo://bar » ; attendu : sqlite:///CHEMIN ou "
            "postgres://NOM:MOT-DE-PASSE@HÔTE:5432/BASE.",
        ),
    ],
)
def test_a_missing_or_unknown_value_stops_the_start_with_a_sentence(settings, sentence):
    assert start(**settings) == (1, sentence)
