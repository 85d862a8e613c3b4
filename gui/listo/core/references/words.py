"""What words of Amazon's templates mean, in the languages that templates come in."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from listo.core import resources
from listo.core.references.model import Requirement
from listo.core.references.names import folded


@cache
def requirement(text: str) -> Requirement | None:
    """Return the level that a cell of the column `Required?` states, None where it states none we know."""
    words = folded(text).split()
    for level, beginnings in _table()["required"].items():
        if any(word.startswith(tuple(beginnings)) for word in words):
            return cast(Requirement, level)
    return None


def without_deprecated_mark(value: str) -> tuple[str, bool]:
    """Return a value without the mark ` (Deprecated: Do Not Use)` of any language, and whether it had it."""
    if not value.rstrip().endswith(")"):
        return value, False
    start = value.rfind("(")
    mark = folded(value[start + 1 :].replace(")", " "))
    if start > 0 and mark.startswith(_deprecated()):
        return value[:start].rstrip(), True
    return value, False


def is_name_of_values(sheet: str) -> bool:
    """Return whether a sheet is called `Valid Values` in some language."""
    return folded(sheet) in _table()["valid-values"]


@cache
def _deprecated() -> tuple[str, ...]:
    return tuple(_table()["deprecated"])


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/amazon-words.json")
    return table
