"""What holds of rooms and names: no folder is crowded, and no import runs in a circle."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

GUI = Path(__file__).resolve().parent.parent / "gui"
MOST_IN_A_FOLDER = 25
"""Files: as many as one still reads through to find a name."""


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


def test_no_folder_is_crowded():
    count = Counter(str(file.parent.relative_to(GUI)) for file in FILES.values())
    assert {folder: files for folder, files in count.items() if files > MOST_IN_A_FOLDER} == {}


def test_a_new_language_is_heard_in_one_place():
    """Widgets with words are `Translated`; none listens for Qt's event by itself."""
    heard = [
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "LanguageChange"
    ]
    assert heard == ["listo.ui.language"]
