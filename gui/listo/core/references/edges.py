"""Lists of values with their names at one edge of the sheet: in a row on top, or in a column at the left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from listo.core.references.names import comparable, folded
from listo.core.workbooks import Table

Known = Callable[[str], bool]
"""Says whether a text is the name of an attribute."""

_ROWS = 6
_COLUMNS = 4
_LEAST_SHARE = 0.3


def has_edge(table: Table, known: Known) -> bool:
    """Return whether names of attributes stand at an edge of the sheet."""
    return _edge(table, known) is not None


def read_edge(table: Table, known: Known) -> dict[str, tuple[str, ...]]:
    """Return name -> values of a sheet with the names in a row or a column; empty where none stand there.

    A name that comes again adds its values: a line per value is a column of names too.
    """
    edge = _edge(table, known)
    if edge is None:
        return {}
    along, place = edge
    found: dict[str, dict[str, str]] = {}
    for name, values in _columns(table, place) if along == "row" else _rows(table, place):
        known_values = found.setdefault(name, {})
        for value in values:
            if same := comparable(value):
                known_values.setdefault(same, value)
    return {name: tuple(values.values()) for name, values in found.items() if values or known(name)}


def cells_of(table: Table, column: int) -> list[str]:
    """Return the cells of a column, from the first row to the last."""
    return [table.text(row, column) for row in range(len(table.rows))]


def _edge(table: Table, known: Known) -> tuple[Literal["row", "column"], int] | None:
    """Return whether the names stand in a row or a column, and in which (from 0); None where none stand."""
    rows = [(_naming(row, known), "row", place) for place, row in enumerate(table.rows[:_ROWS])]
    columns = [(_naming(cells_of(table, place), known), "column", place) for place in range(_COLUMNS)]
    (names, share), along, place = max([*rows, *columns], key=lambda entry: entry[0])
    if names < 1 or share < _LEAST_SHARE:
        return None
    return ("row", place) if along == "row" else ("column", place)


def _naming(cells: Sequence[str], known: Known) -> tuple[int, float]:
    """Return how many different attributes the cells name, and what part of the cells does."""
    texts = [cell for cell in cells if cell.strip()]
    names = [folded(cell) for cell in texts if known(cell)]
    return (len(set(names)), len(names) / len(texts)) if texts else (0, 0.0)


def _columns(table: Table, header: int) -> Iterator[tuple[str, Sequence[str]]]:
    for column, cell in enumerate(table.rows[header]):
        if name := comparable(cell):
            yield name, cells_of(table, column)[header + 1 :]


def _rows(table: Table, column: int) -> Iterator[tuple[str, Sequence[str]]]:
    for row in table.rows:
        if len(row) > column and (name := comparable(row[column])):
            yield name, row[column + 1 :]
