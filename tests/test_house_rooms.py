"""What holds of rooms and names: few files, one name for one thing, no circles, no job named by a string."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import jobs_of

GUI = Path(__file__).resolve().parent.parent / "gui"
MOST_FILES = 220
"""Python files under gui/. There were 324 when each small thing had a room, and nobody found his way."""
MOST_IN_A_FOLDER = 25
"""Files: as many as one still reads through to find a name."""
SMALL = 60
"""Lines: what is smaller and used in one place reads better in that place, unless there is a reason."""


def module_name(file: Path) -> str:
    parts = file.relative_to(GUI).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(GUI.rglob("*.py"))}
TREES = {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in FILES.items()}


def imported_by(name: str) -> set[str]:
    """Return the modules of Listo that a module imports: also late, and for types alone."""
    found = set(_imported(TREES[name]))
    return {module for module in found if module in FILES and module != name}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (module if module in FILES else node.module for module in modules)


IMPORTS = {name: imported_by(name) for name in FILES}


def test_no_circle_of_imports():
    """Types count too: two modules that need each other to be understood are one."""
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as circle:
        raise AssertionError(" → ".join(circle.args[1])) from None


def test_few_files():
    assert len(FILES) <= MOST_FILES


def test_no_folder_is_crowded():
    count = Counter(str(file.parent.relative_to(GUI)) for file in FILES.values())
    assert {folder: files for folder, files in count.items() if files > MOST_IN_A_FOLDER} == {}


def test_a_name_means_one_thing():
    """Neither two public classes have one name, nor two aliases of types, nor one of each."""
    places: dict[str, list[str]] = defaultdict(list)
    for module, tree in TREES.items():
        for name in _types_of(tree):
            places[name].append(module)
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


def _types_of(tree: ast.Module) -> Iterator[str]:
    """Yield the public classes of a module, and the aliases: what is assigned to a name in CamelCase."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                variable = isinstance(node, ast.Assign) and "TypeVar(" in ast.unparse(node.value)
                if name[0].isupper() and not name.isupper() and not variable:
                    yield name


def test_a_small_module_for_one_other_says_why():
    """The reason is a paragraph of its own, after what the module is."""
    importers: dict[str, set[str]] = defaultdict(set)
    for name, modules in IMPORTS.items():
        for module in modules:
            importers[module].add(name)
    unreasoned = [
        f"{name}, for {', '.join(importers[name])}"
        for name, file in FILES.items()
        if file.name != "__init__.py"
        and len(file.read_text(encoding="utf-8").splitlines()) < SMALL
        and len(importers[name]) == 1
        and len((ast.get_docstring(TREES[name]) or "").split("\n\n")) < 2
    ]
    assert unreasoned == []


def test_no_job_is_asked_for_by_a_string():
    """A job is asked for by its method, so that mypy knows its arguments and its answer."""
    asked = [
        f"{FILES[name].relative_to(GUI)}:{node.lineno}: {ast.unparse(node)[:80]}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"start", "change", "look", "follow", "ask"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]
    assert asked == []


def test_no_list_of_jobs_is_kept():
    """What is true of a job stands on it; whoever needs to know asks the job."""
    jobs = jobs_of(Jobs)
    lists = [
        f"{FILES[name].relative_to(GUI)}:{node.lineno}: {ast.unparse(node)[:80]}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.List | ast.Tuple | ast.Set)
        and len(node.elts) > 1
        and all(isinstance(one, ast.Constant) and one.value in jobs for one in node.elts)
    ]
    assert lists == []


def test_a_new_language_is_heard_in_one_place():
    """Widgets with words are `Translated`; none listens for Qt's event by itself."""
    heard = [
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "LanguageChange"
    ]
    assert heard == ["listo.ui.language"]
