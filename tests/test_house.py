"""What the house rules say of the source, asked of every file of it."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from source import calls_of, name_of, nodes_of

ROOT = Path(__file__).resolve().parent.parent
LISTO = ROOT / "gui" / "listo"
MODULES = sorted(LISTO.rglob("*.py"))


def committed(*patterns: str) -> list[Path]:
    """Return the committed files; skip where this is no checkout, or nothing that could list it."""
    if not shutil.which("git"):
        pytest.skip("git is not here")
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def places(module: Path, nodes: Iterable[ast.AST]) -> list[str]:
    return [f"{module.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)[:80]}" for node in nodes]


def offences(nodes_of: Callable[[Path], Iterable[ast.AST]]) -> list[str]:
    """Return where any module of Listo does what `nodes_of` finds in it."""
    return [place for module in MODULES for place in places(module, nodes_of(module))]


def test_style_is_set_in_one_place():
    def outside(module: Path) -> Iterable[ast.AST]:
        return () if module == LISTO / "ui" / "style.py" else calls_of(module, "setStyleSheet")

    assert offences(outside) == []


def test_nobody_runs_the_event_loop_by_hand():
    assert offences(lambda module: calls_of(module, "processEvents")) == []


def test_every_choice_and_number_lets_the_wheel_scroll_the_page():
    """Those of `widgets/parts.py` do; what Qt has for it is changed by the wheel, unseen."""
    of_qt = ("QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit")
    assert offences(lambda module: calls_of(module, *of_qt, "QDateTimeEdit", "QSlider", "QDial")) == []


def test_words_to_translate_are_plain_literals():
    """lupdate reads the source: what is put together while running is never found, so never translated.

    Words may be marked for translation in a table of the same module, and looked up by their context.
    """
    assert offences(_unfindable) == []


def _unfindable(module: Path) -> Iterator[ast.Call]:
    marked = {ast.unparse(call.args[0]) for call in calls_of(module, "QT_TRANSLATE_NOOP")}
    for call in calls_of(module, "tr", "translate", "QT_TRANSLATE_NOOP"):
        name = name_of(call)
        if not call.args or (name == "translate" and len(call.args) == 1):  # of str, which takes a table
            continue
        words = call.args[0 if name == "tr" else 1]
        looked_up = name == "translate" and ast.unparse(call.args[0]) in marked
        if not isinstance(words, ast.Constant) and not looked_up:
            yield call


def test_only_the_last_line_of_defence_catches_everything():
    assert offences(_unmarked_wide_excepts) == []


def _unmarked_wide_excepts(module: Path) -> Iterator[ast.ExceptHandler]:
    """Yield what catches any error, and neither raises it again, nor logs it, nor says why (in a mark)."""
    lines = module.read_text(encoding="utf-8").splitlines()
    for node in nodes_of(module, "except"):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "BaseException"
            wide = {"Exception", "BaseException"} & set(caught.strip("()").split(", "))
            if wide and not _told(node) and "BLE001" not in lines[node.lineno - 1]:
                yield node


def _told(handler: ast.ExceptHandler) -> bool:
    again = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
    return again or "logger.exception(" in ast.unparse(handler)


def test_committed_files_name_no_machine_and_no_package_index():
    """Addresses are pip's business, and the path of somebody's disk is nobody's."""
    hosts = [
        "pypi" + ".org",
        "python" + "hosted.org",
        "npm" + "js.org",
        "npm" + "js.com",
        "deb.debian" + ".org",
    ]
    places = [str(place) + "/" for place in (ROOT, Path.home()) if len(place.parts) > 1]
    for file in committed():
        content = file.read_bytes()
        for words in (*hosts, *places):
            assert words.encode() not in content, f"{file.relative_to(ROOT)} names {words}"


def test_committed_files_are_sources():
    """What is built from sources is built on each machine."""
    assert [file.name for file in committed("*.qm", "*.pyc", "*.egg-info", "build", "dist")] == []


@pytest.mark.parametrize("folder", ["packaging", "tests"])
def test_a_folder_that_is_no_package_stays_none(folder):
    """An `__init__.py` in packaging/ would hide the package of that name, on which pytest stands."""
    assert [file for file in (ROOT / folder).rglob("__init__.py") if ".venv" not in file.parts] == []


def test_every_resource_in_json_is_sound():
    files = sorted((ROOT / "resources").rglob("*.json"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        json.loads(text, object_pairs_hook=lambda pairs, name=file.name: _distinct(pairs, name))


def _distinct(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), (
        f"{name} has a key twice: {sorted(key for key in keys if keys.count(key) > 1)}"
    )
    return dict(pairs)


def test_licence_and_changes_come_along():
    import listo

    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert f"## {listo.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


OWN_TEXTS = ("self.tr(", "translate(", "parts.literal(", "literal(")


def test_what_qt_may_take_for_markup_is_our_own_text_or_literal():
    """An image in a cell would have its file opened: see `literal` in widgets/parts.py."""
    shows = ("setToolTip", "setWhatsThis", "setLabelText", "setInformativeText")

    def obeying(module: Path) -> Iterable[ast.AST]:
        if module.name != "parts.py":
            yield from calls_of(module, "QLabel")
        yield from (call for call in calls_of(module, *shows) if not all(map(_is_ours, _ways(call.args[-1]))))

    assert offences(obeying) == []


def _ways(text: ast.expr) -> list[ast.expr]:
    return [text.body, text.orelse] if isinstance(text, ast.IfExp) else [text]


def _is_ours(text: ast.expr) -> bool:
    return isinstance(text, ast.Constant) or ast.unparse(text).startswith(OWN_TEXTS)
