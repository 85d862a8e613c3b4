"""VTEX's workbook of mandatory attributes: a tab per category that lists attributes, and one of values.

No copy of it was at hand when this was written, so nothing is taken for granted: the tab of values may
have an attribute per column or per row, or a line per value; a category's tab may list its attributes
in any column. Known names of attributes show which it is. Sheets of values in Amazon's older workbooks
may be of the same form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Literal

from listo.core.references.model import AmazonValues, Attribute, Requirement, read_requirement
from listo.core.references.names import (
    amazon_words,
    find_feed_name,
    fold_header,
    is_attribute_name,
    is_name_of_values,
    normalize_value,
)
from listo.core.workbooks.model import Table, Workbook

IsName = Callable[[str], bool]
"""Says whether a text is the name of an attribute."""

_ROWS = 6
"""How far down a row of names is looked for: no copy was at hand, so room for a title, a note and blanks."""

_COLUMNS = 4
"""How far to the right a column of names is looked for: after a number and a category."""

_WORDS_OF_A_MARK = 3
"""`Não obrigatório`, `Opcional (*)`: longer texts are descriptions."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,60}")
_LEAST_SHARE = 0.3
"""Share of a line's cells that are known names: from 0 to 0.5 the tests tell the same."""


def is_mandatory_workbook(workbook: Workbook) -> bool:
    """Return whether there is a tab of values with attributes' names at its edge, or tabs that list some."""
    values = _values_tab(workbook)
    if values is None:
        return False
    return has_headed_values(values, is_attribute_name) or any(
        _listed(tab, is_attribute_name) for tab in _category_tabs(workbook, values)
    )


def read_mandatory(workbook: Workbook) -> AmazonValues:
    """Return the attributes that the categories' tabs list, with the values tab's lists.

    They are as required as the tab marks them; where it marks none, all that it lists are required.
    The product types are the names of the tabs; the lists of values count for all of them.
    """
    values = _values_tab(workbook)
    lists = read_headed_values(values, is_attribute_name) if values else {}
    known_here = {fold_header(name) for name in lists}

    def known(text: str) -> bool:
        return fold_header(text) in known_here or is_attribute_name(text)

    required: dict[str, dict[str, Requirement]] = {name: {} for name in lists}
    tabs = [tab for tab in _category_tabs(workbook, values) if _listed(tab, known)]
    for tab in tabs:
        for name, level in _levels(tab, _listed(tab, known)).items():
            same = next((each for each in required if fold_header(each) == fold_header(name)), name)
            required.setdefault(same, {})[tab.name.strip()] = level
    return AmazonValues(
        generation=0,
        attributes=tuple(_attribute(name, lists.get(name, ()), levels) for name, levels in required.items()),
        themes=next((lists[name] for name in lists if Attribute(name, name, ()).is_theme), ()),
        product_types=tuple(tab.name.strip() for tab in tabs),
    )


def _attribute(name: str, values: Sequence[str], levels: Mapping[str, Requirement]) -> Attribute:
    return Attribute(
        key=name,
        label=name,
        names=tuple(dict.fromkeys((name, find_feed_name(name) or name))),
        values={"": tuple(values)} if values else {},
        required=levels,
        product_types=tuple(levels),
    )


def _values_tab(workbook: Workbook) -> Table | None:
    return next((table for table in workbook.tables if is_name_of_values(table.name)), None)


def _category_tabs(workbook: Workbook, values: Table | None) -> Iterator[Table]:
    return (table for table in workbook.tables if table is not values and table.rows)


def _listed(table: Table, known: IsName) -> list[str]:
    """Return the attributes that a category's tab lists: of each line of cells that is mostly names, all."""
    found: dict[str, None] = {}
    width = max((len(row) for row in table.rows), default=0)
    for cells in (*(cells_of(table, column) for column in range(width)), *table.rows):
        found |= dict.fromkeys(_names_in(cells, known))
    return list(found)


def _names_in(cells: Sequence[str], known: IsName) -> list[str]:
    texts = [text for cell in cells if (text := normalize_value(cell)) and (known(text) or not _mark(text))]
    named = [text for text in texts if known(text)]
    if len(named) >= 2 and len(named) >= _LEAST_SHARE * len(texts):
        first = texts.index(named[0])
        return [text for text in texts[first:] if known(text) or _NAME.fullmatch(text)]
    return named


def _levels(table: Table, names: Collection[str]) -> dict[str, Requirement]:
    """Return how required a tab marks each of its attributes; all of them where it has no mark."""
    found: dict[str, Requirement] = {}
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            name = normalize_value(cell)
            if name in names and (level := _marked(table, row, column, names)):
                found.setdefault(name, level)
    return {name: found.get(name, "optional" if found else "required") for name in names}


def _marked(table: Table, row: int, column: int, names: Collection[str]) -> Requirement | None:
    """Return the mark of the name in a cell: under it or before the line where names stand in a row.

    Where they stand in a column: beside it, or at the head of the column.
    """
    along = [normalize_value(cell) in names for cell in table.rows[row]]
    in_row = sum(along) > 1
    above = next(
        (text for r in range(row - 1, -1, -1) if (text := table.text(r, column)) and text not in names), ""
    )
    before = next((cell for cell in table.rows[row] if cell.strip()), "")
    if in_row:
        return _mark(table.text(row + 1, column)) or _mark(before) or _mark(above)
    beside = (_mark_beside(table, row, column + step) for step in (1, 2, 3, -1) if column + step >= 0)
    return next(filter(None, beside), None) or _mark(above)


def _mark_beside(table: Table, row: int, column: int) -> Requirement | None:
    """Return the mark in a cell; `Sim` or `Não` is one in a column that is headed by one."""
    text = table.text(row, column)
    answer = fold_header(text) or text.strip()
    if answer in amazon_words()["yes"] or answer in amazon_words()["no"]:
        heads = (_mark(table.text(above, column)) for above in range(row))
        is_asked = any(head == "required" for head in heads)
        yes: Requirement = "required" if answer in amazon_words()["yes"] else "optional"
        return yes if is_asked else None
    return _mark(text)


def _mark(text: str) -> Requirement | None:
    """Return what a short text states that is nothing but a mark."""
    return read_requirement(text) if 0 < len(text.split()) <= _WORDS_OF_A_MARK else None


def has_headed_values(table: Table, known: IsName) -> bool:
    """Return whether names of attributes stand at an edge of the sheet."""
    return _find_header(table, known) is not None


def read_headed_values(table: Table, known: IsName) -> dict[str, tuple[str, ...]]:
    """Return name -> values of a sheet with the names in a row or a column; empty where none stand there.

    A name that comes again adds its values: a line per value is a column of names too.
    """
    header = _find_header(table, known)
    if header is None:
        return {}
    along, place = header
    found: dict[str, dict[str, str]] = {}
    for name, values in _columns(table, place) if along == "row" else _rows(table, place):
        known_values = found.setdefault(name, {})
        for value in values:
            if same := normalize_value(value):
                known_values.setdefault(same, value)
    return {name: tuple(values.values()) for name, values in found.items() if values or known(name)}


def cells_of(table: Table, column: int) -> list[str]:
    """Return the cells of a column, from the first row to the last."""
    return [table.text(row, column) for row in range(len(table.rows))]


def _find_header(table: Table, known: IsName) -> tuple[Literal["row", "column"], int] | None:
    """Return whether the names stand in a row or a column, and in which (from 0); None where none stand."""
    rows = [(_naming(row, known), "row", place) for place, row in enumerate(table.rows[:_ROWS])]
    columns = [(_naming(cells_of(table, place), known), "column", place) for place in range(_COLUMNS)]
    (names, share), along, place = max([*rows, *columns], key=lambda entry: entry[0])
    if names < 1 or share < _LEAST_SHARE:
        return None
    return ("row", place) if along == "row" else ("column", place)


def _naming(cells: Sequence[str], known: IsName) -> tuple[int, float]:
    """Return how many different attributes the cells name, and what part of the cells does."""
    texts = [cell for cell in cells if cell.strip()]
    names = [fold_header(cell) for cell in texts if known(cell)]
    return (len(set(names)), len(names) / len(texts)) if texts else (0, 0.0)


def _columns(table: Table, header: int) -> Iterator[tuple[str, Sequence[str]]]:
    for column, cell in enumerate(table.rows[header]):
        if name := normalize_value(cell):
            yield name, cells_of(table, column)[header + 1 :]


def _rows(table: Table, column: int) -> Iterator[tuple[str, Sequence[str]]]:
    for row in table.rows:
        if len(row) > column and (name := normalize_value(row[column])):
            yield name, row[column + 1 :]
