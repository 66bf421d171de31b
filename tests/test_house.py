"""The house itself: who may import whom, how long things are, how they are named, what the documents say."""

import ast
import gzip
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command

import run
from core.models import Publication
from formations.filters import CertificationFacets, FormationFacets
from formations.models import Formation
from metiers.filters import MetierFacets, SalaireFacets
from metiers.models import Appellation, Metier, Relation, StatutPossible
from metiers.salaires import Badge
from tests.house import APPS, ROOT, STATIC, files, lines_with

PYTHON = files(".py")
OURS = [path for path in PYTHON if "tests" not in path.parts]
VIEWS = [path for path in OURS if path.stem == "views" or path.parent.name == "views"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(*parts):
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def place(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def nodes(paths, *kinds):
    """Yield (path, node) for every node of these kinds in the files."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                yield path, node


def models():
    """Return the models of the guide, without those that keep their history."""
    every = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    return [model for model in every if not model.__name__.startswith("Historical")]


# --- Layers and lengths -------------------------------------------------------------------------


def test_every_import_goes_downwards():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert ", 0 broken" in checked.stdout


def test_no_file_reaches_three_hundred_lines():
    counted = {
        path: len(path.read_text("utf-8").splitlines()) for path in files(".py", ".html", ".css", ".js")
    }
    assert len(counted) > 100
    assert {str(path.relative_to(ROOT)): count for path, count in counted.items() if count >= 300} == {}


def test_no_function_of_a_view_reaches_thirty_lines():
    assert len(VIEWS) >= 6
    long = [
        place(path, node)
        for path, node in nodes(VIEWS, ast.FunctionDef)
        if node.end_lineno - node.lineno + 1 >= 30
    ]
    assert long == []


def test_views_leave_the_words_of_queries_to_the_querysets():
    assert lines_with(r"\.(filter|exclude|annotate|aggregate|raw|extra)\(", VIEWS) == []


def test_what_starts_before_the_libraries_needs_none_of_them():
    found = set()
    for _, node in nodes(
        [ROOT / "run.py", ROOT / "careerguide" / "bootstrap.py"], ast.Import, ast.ImportFrom
    ):
        names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        found |= {name.split(".")[0] for name in names}
    assert found - sys.stdlib_module_names == {"careerguide"}


# --- Habits of the code -------------------------------------------------------------------------


def test_no_error_is_caught_without_being_named():
    broad = [
        place(path, node)
        for path, node in nodes(PYTHON, ast.ExceptHandler)
        if node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
    ]
    assert broad == []


def test_nothing_is_left_for_later_in_the_text():
    paths = [*files(".py", ".html", ".css", ".js", ".md", ".yaml", ".toml"), ROOT / ".ci" / "run"]
    assert lines_with(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b", paths) == []


def test_text_is_declared_safe_only_with_a_reason():
    assert lines_with(r"\b(mark_safe|SafeString)\((?!.*#.*\()", OURS) == []


def test_no_path_of_a_machine_is_written_down():
    paths = [*files(".py", ".html", ".css", ".js", ".md", ".yaml", ".toml", ".txt"), ROOT / ".ci" / "run"]
    assert lines_with(r"(?<![\w.])/(?:home|root|Users|work)/", paths) == []


def test_modules_and_classes_say_what_they_are():
    paths = [path for path in OURS if path.stat().st_size and path.name != "apps.py"]
    silent = [str(path.relative_to(ROOT)) for path in paths if not documented(path)]
    assert silent == []


def documented(path):
    """Say whether a module and its own public classes have a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    return all(ast.get_docstring(node) for node in [tree, *classes])


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


# --- Names --------------------------------------------------------------------------------------


def is_lower(name):
    """Say whether a name begins in lower case, or with an acronym (« ROME », « CV »)."""
    return not re.match(r"[A-ZÀ-Þ](?![A-Z0-9])", str(name))


def test_names_of_things_are_in_lower_case():
    named = {f"{model.__name__}: {model._meta.verbose_name}": model._meta.verbose_name for model in models()}
    named |= {f"{model.__name__}s": model._meta.verbose_name_plural for model in models()}
    for model in models():
        fields = [field for field in model._meta.get_fields() if hasattr(field, "verbose_name")]
        named |= {f"{model.__name__}.{field.name}": field.verbose_name for field in fields}
    for model_admin in admin.site._registry.values():
        for inline in model_admin.inlines:
            for name in (inline.verbose_name, inline.verbose_name_plural):
                named[f"{inline.__name__}: {name}"] = name or ""
    assert len(named) > 250
    assert {where: str(name) for where, name in named.items() if not is_lower(name)} == {}


# --- Documents ----------------------------------------------------------------------------------


def test_every_model_is_in_the_glossary():
    glossary = read("docs", "glossary.md")
    assert [model.__name__ for model in models() if f"`{model.__name__}`" not in glossary] == []


def test_every_word_that_visitors_read_is_in_the_glossary():
    words = [str(model._meta.verbose_name) for model in models()]
    facet_sets = (MetierFacets, SalaireFacets, FormationFacets, CertificationFacets)
    words += [facet.label for facets in facet_sets for facet in facets.facets]
    words += [badge.label for badge in Badge]
    for choices in (
        Publication.Etat,
        Metier.Ampleur,
        Metier.Palier,
        Appellation.Type,
        Relation.Type,
        StatutPossible.Statut,
        Formation.Type,
    ):
        words += choices.labels
    glossary = read("docs", "glossary.md").casefold()
    assert [word for word in words if word.casefold() not in glossary] == []


def test_every_setting_is_in_the_operations_guide():
    names = re.findall(r'(?:env\.\w+|read)\(\s*"([A-Z_]+)"', read("careerguide", "settings.py"))
    operations = read("docs", "operations.md")
    assert len(names) >= 6
    assert [name for name in names if f"`{name}`" not in operations] == []


def test_every_command_is_in_the_operations_guide():
    operations = read("docs", "operations.md")
    commands = [path.stem for path in OURS if path.parent.name == "commands" and path.stem != "__init__"]
    assert "load_fixtures" in commands
    assert [name for name in commands if f"`{name}" not in operations] == []
    assert [name for name in run.COMMANDS if name != "help" and f"run.py {name}" not in operations] == []


def test_every_decision_has_its_number_its_context_its_choice_and_its_cost():
    names = [path.name for path in files(".md", under=ROOT / "docs" / "decisions")]
    assert [name[:5] for name in names] == [f"{number:04}-" for number in range(1, len(names) + 1)]
    assert [name for name in names if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name)] == []
    for name in names:
        parts = re.findall(r"^\*\*(.+?)\.\*\*", read("docs", "decisions", name), re.MULTILINE)
        assert parts == ["Context", "Choice", "What it costs"], name


def test_every_library_has_its_reason_and_its_hashes():
    runtime, dev = PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["dev"]
    reasons = read("docs", "decisions", "0001-libraries.md")
    for requirements, listed in (("requirements.txt", runtime), ("requirements-dev.txt", [*runtime, *dev])):
        pinned = dict(
            re.findall(r"^([a-z0-9-]+)\S*==\S+ \\\n(.*(?:\n    .*)*)", read(requirements).lower(), re.M)
        )
        for library in listed:
            name = re.match(r"[A-Za-z0-9-]+", library)[0]
            assert f"| {name} |" in reasons
            assert "--hash=sha256:" in pinned[name.lower()], name


def test_links_of_the_documents_lead_to_files_that_exist():
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in files(".md")
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_each_part_bears_its_licence():
    assert "MIT License" in read("LICENSE")
    assert PROJECT["project"]["license"] == "MIT"
    assert "CC BY 4.0" in read("fixtures", "LICENSE")
    fonts = sorted(path.name for path in (STATIC / "fonts").glob("OFL-*.txt"))
    assert fonts == ["OFL-AtkinsonHyperlegibleNext.txt", "OFL-BricolageGrotesque.txt"]
    assert all("SIL OPEN FONT LICENSE" in read("static", "fonts", name).upper() for name in fonts)
    assert "ISC License" in read("static", "img", "LICENSE-Lucide.txt")


# --- Weights ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "limit"), [("css", 15 * 1024), ("js", 4 * 1024), ("fonts", 80 * 1024)])
def test_what_a_page_brings_along_stays_light(kind, limit):
    linked = set(re.findall(rf'{{% static "({kind}/[^"]+)" %}}', read("templates", "base.html")))
    assert linked
    contents = [(STATIC / name).read_bytes() for name in linked]
    assert sum(len(part if kind == "fonts" else gzip.compress(part)) for part in contents) <= limit


def test_a_page_asks_for_eight_files_at_most():
    linked = set(re.findall(r'{% static "([^"]+)" %}', read("templates", "base.html")))
    page_and_sprite = 2
    assert len(linked) + page_and_sprite <= 8
