"""What a test may wait for: an event, under the one limit of all tests; never a while."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from source import tree_of

TESTS = Path(__file__).resolve().parent
FILES = [file for file in sorted(TESTS.rglob("*.py")) if file.parent.name != "bench"]
CONTEXTS = ("waitExposed", "waitActive", "waitSignal", "assertNotEmitted", "captureExceptions")
"""Methods of pytest-qt's bot that wait where a `with` ends, and otherwise do nothing."""


def calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call with the last name of what is called."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(TESTS)}:{node.lineno}: {ast.unparse(node)}"


def is_limit(keyword: ast.keyword) -> bool:
    """Return whether a limit of so many seconds is set; 0 does not wait."""
    named = keyword.arg in ("timeout", "wait", "timeout_ms")
    return named and isinstance(keyword.value, ast.Constant) and keyword.value.value != 0


def test_every_limit_is_the_one_of_all_tests():
    found = [
        place(file, call) for file in FILES for call, _ in calls(file) if any(map(is_limit, call.keywords))
    ]
    assert found == []


def test_no_test_sleeps():
    """What is there after a while on this machine is not there yet on a slow one."""
    tests = [file for file in FILES if file.name.startswith("test_")]
    found = [
        place(file, call)
        for file in tests
        for call, name in calls(file)
        if name == "sleep" or (name == "wait" and ast.unparse(call.func).startswith("qtbot"))
    ]
    assert found == []


def test_what_waits_where_a_block_ends_has_a_block():
    found = [
        place(file, node)
        for file in FILES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and getattr(node.value.func, "attr", "") in CONTEXTS
    ]
    assert found == []
