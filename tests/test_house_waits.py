"""What a test may wait for: an event, under the one limit of all tests; never a while."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from source import calls_of, name_of, nodes_of

TESTS = Path(__file__).resolve().parent
FILES = [file for file in sorted(TESTS.rglob("*.py")) if file.parent.name != "bench"]
LIMITS = ("timeout", "timeout_ms", "wait")
BLOCKS = ("waitExposed", "waitActive", "waitSignal", "assertNotEmitted", "captureExceptions")
"""Methods of pytest-qt's bot that wait where a `with` ends, and otherwise do nothing."""


def places(file: Path, nodes: Iterator[ast.AST]) -> list[str]:
    return [f"{file.relative_to(TESTS)}:{node.lineno}: {ast.unparse(node)}" for node in nodes]


def limits_of(file: Path) -> Iterator[ast.keyword]:
    """Yield where a call gets a limit of so much; one of 0 does not wait."""
    for node in nodes_of(file, *(f"{name}=" for name in LIMITS)):
        if isinstance(node, ast.keyword) and node.arg in LIMITS and _is_some(node.value):
            yield node


def _is_some(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value != 0


def test_every_limit_is_the_one_of_all_tests():
    assert [place for file in FILES for place in places(file, limits_of(file))] == []


def sleeps_of(file: Path) -> Iterator[ast.Call]:
    yield from calls_of(file, "sleep")
    yield from (call for call in calls_of(file, "wait") if ast.unparse(call.func).endswith("bot.wait"))


def test_no_test_sleeps():
    """What is there after a while on this machine is not there yet on a slow one."""
    tests = [file for file in FILES if file.name.startswith("test_")]
    assert [place for file in tests for place in places(file, sleeps_of(file))] == []


def blocks_left_out_of(file: Path) -> Iterator[ast.Expr]:
    for node in nodes_of(file, *BLOCKS):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and name_of(node.value) in BLOCKS:
            yield node


def test_what_waits_where_a_block_ends_has_a_block():
    assert [place for file in FILES for place in places(file, blocks_left_out_of(file))] == []


def test_these_rules_would_notice(tmp_path):
    bad = tmp_path / "test_bad.py"
    lines = ("qtbot.waitUntil(so, timeout=5)", "qtbot.waitExposed(tab)", "qtbot.wait(9)", "time.sleep(1)")
    bad.write_text("\n".join(lines))
    assert [limit.arg for limit in limits_of(bad)] == ["timeout"]
    assert len(list(sleeps_of(bad))) == 2
    assert len(list(blocks_left_out_of(bad))) == 1
