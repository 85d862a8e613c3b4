"""A job of a worker is asked for by its method, and nobody keeps a list of the names of jobs."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from listo.core.worker.facts import jobs_of
from listo.core.worker.jobs import Jobs

LISTO = Path(__file__).resolve().parent.parent / "gui" / "listo"
ASKING = ("start", "change", "look", "follow")


def found(is_wrong: Callable[[ast.AST], bool]) -> Iterator[str]:
    for module in sorted(LISTO.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if is_wrong(node):
                yield f"{module.relative_to(LISTO)}: {ast.unparse(node)}"


def asks_by_name(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return False
    first = node.args[0]
    return node.func.attr in ASKING and isinstance(first, ast.Constant) and isinstance(first.value, str)


def lists_jobs(node: ast.AST) -> bool:
    if not isinstance(node, ast.List | ast.Tuple | ast.Set) or len(node.elts) < 2:
        return False
    return all(isinstance(one, ast.Constant) and one.value in jobs_of(Jobs) for one in node.elts)


def test_no_job_is_asked_for_by_a_name():
    assert list(found(asks_by_name)) == []


def test_no_list_of_jobs_is_kept():
    assert list(found(lists_jobs)) == []


def test_both_would_be_seen():
    assert asks_by_name(ast.parse('client.start("undo")').body[0].value)
    assert lists_jobs(ast.parse('("undo", "redo")').body[0].value)
