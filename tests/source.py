"""The source as Python reads it, for the rules that every file keeps."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def nodes_of(file: Path, *words: str) -> Iterator[ast.AST]:
    """Yield all that is in a file, where one of these words is in it at all.

    To read the file for them is a hundred times cheaper than to parse it, and most files have none.
    """
    text = file.read_text(encoding="utf-8")
    if any(word in text for word in words):
        yield from ast.walk(ast.parse(text, filename=str(file)))


def calls_of(file: Path, *names: str) -> Iterator[ast.Call]:
    """Yield the calls of methods or functions that have one of these names."""
    for node in nodes_of(file, *(f"{name}(" for name in names)):
        if isinstance(node, ast.Call) and name_of(node) in names:
            yield node


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
