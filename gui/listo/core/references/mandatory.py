"""VTEX's workbook of mandatory attributes: a tab per category that lists attributes, and one of values.

No copy of it was at hand when this was written, so nothing is taken for granted: the tab of values may
have an attribute per column or per row, or a line per value; a category's tab may list its attributes
in any column. Known names of attributes show which it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.names import bare, comparable, family, feed_names, folded, known_ids
from listo.core.references.values import Collector
from listo.core.references.words import is_name_of_values
from listo.core.workbooks import Table, Workbook

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,60}")
_ROWS = 6
_COLUMNS = 4
_LEAST_SHARE = 0.3


def is_mandatory_workbook(workbook: Workbook) -> bool:
    """Return whether there is a tab of values with attributes' names at its edge, or tabs that list some."""
    values = _values_tab(workbook)
    if values is None:
        return False
    return _edge(values) is not None or any(
        _listed(tab, is_known) for tab in _category_tabs(workbook, values)
    )


def read_mandatory(workbook: Workbook) -> AmazonValues:
    """Return the attributes that the categories' tabs list, as required there, with the values tab's lists.

    The product types are the names of the tabs; the lists of values count for all of them.
    """
    values = _values_tab(workbook)
    lists = read_edge(values) if values else {}
    known_here = {folded(name) for name in lists}

    def known(text: str) -> bool:
        return folded(text) in known_here or is_known(text)

    required: dict[str, dict[str, None]] = {name: {} for name in lists}
    tabs = [tab for tab in _category_tabs(workbook, values) if _listed(tab, known)]
    for tab in tabs:
        for name in _listed(tab, known):
            same = next((each for each in required if folded(each) == folded(name)), name)
            required.setdefault(same, {})[tab.name.strip()] = None
    return AmazonValues(
        generation=0,
        attributes=tuple(
            _attribute(name, lists.get(name, ()), tuple(tabs)) for name, tabs in required.items()
        ),
        themes=next((lists[name] for name in lists if _is_theme(name)), ()),
        product_types=tuple(tab.name.strip() for tab in tabs),
    )


def read_edge(table: Table) -> dict[str, tuple[str, ...]]:
    """Return attribute -> values of a tab that has the attributes' names in one row or in one column."""
    edge = _edge(table)
    found = Collector()
    if edge is None:
        return {}
    along, place = edge
    lines = _columns(table, place) if along == "row" else _rows(table, place)
    for name, values in lines:
        found.add([name], "", values)
    return {name: tuple(types[""].values()) for name, types in found.lists.items()}


def is_known(text: str) -> bool:
    """Return whether a text is the name of an attribute in the XML feed or in a template, in any case."""
    return folded(text).replace(" ", "") in _known_names()


def _known_names() -> frozenset[str]:
    return frozenset(name.replace("_", "").casefold() for name in (*feed_names(), *known_ids()))


def _attribute(name: str, values: Sequence[str], tabs: Sequence[str]) -> Attribute:
    return Attribute(
        key=name,
        label=name,
        names=(name,),
        values={"": tuple(values)} if values else {},
        required=dict.fromkeys(tabs, "required"),
        product_types=tuple(tabs),
    )


def _is_theme(name: str) -> bool:
    return family(bare(name)).replace("_", "").casefold() == "variationtheme"


def _values_tab(workbook: Workbook) -> Table | None:
    return next((table for table in workbook.tables if is_name_of_values(table.name)), None)


def _category_tabs(workbook: Workbook, values: Table | None) -> Iterator[Table]:
    return (table for table in workbook.tables if table is not values and table.rows)


def _edge(table: Table) -> tuple[str, int] | None:
    """Return whether the names stand in a row or a column, and in which (from 0); None where none stand."""
    places = [
        *((_share(row), "row", place) for place, row in enumerate(table.rows[:_ROWS])),
        *((_share(_cells(table, place)), "column", place) for place in range(_COLUMNS)),
    ]
    share, along, place = max(places, key=lambda entry: entry[0], default=((0, 0.0), "", 0))
    return (along, place) if share[0] >= 1 and share[1] >= _LEAST_SHARE else None


def _share(cells: Sequence[str]) -> tuple[int, float]:
    """Return how many different attributes the cells name, and which part of them do; a tie goes to many."""
    texts = [cell for cell in cells if cell.strip()]
    known = {folded(cell) for cell in texts if is_known(cell)}
    named = sum(folded(cell) in known for cell in texts)
    return (len(known), named / len(texts)) if texts else (0, 0.0)


def _cells(table: Table, column: int) -> list[str]:
    return [table.text(row, column) for row in range(len(table.rows))]


def _columns(table: Table, header: int) -> Iterator[tuple[str, list[str]]]:
    for column, cell in enumerate(table.rows[header]):
        if name := comparable(cell):
            yield name, _cells(table, column)[header + 1 :]


def _rows(table: Table, column: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield a list per row; a row of a name with one value is a list of one, and lists of a name add up."""
    for row in table.rows:
        if len(row) > column and (name := comparable(row[column])):
            yield name, row[column + 1 :]


def _listed(table: Table, known: Callable[[str], bool]) -> list[str]:
    """Return the attributes that a category's tab lists: of each line of cells that is mostly names, all."""
    found: dict[str, None] = {}
    width = max((len(row) for row in table.rows), default=0)
    for cells in (*(_cells(table, column) for column in range(width)), *table.rows):
        found |= dict.fromkeys(_names_in(cells, known))
    return list(found)


def _names_in(cells: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    texts = [text for cell in cells if (text := comparable(cell))]
    named = [text for text in texts if known(text)]
    if len(named) >= 2 and len(named) >= _LEAST_SHARE * len(texts):
        first = texts.index(named[0])
        return [text for text in texts[first:] if known(text) or _NAME.fullmatch(text)]
    return named
