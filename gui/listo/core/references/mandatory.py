"""VTEX's workbook of mandatory attributes: a tab per category that lists attributes, and one of values.

No copy of it was at hand when this was written, so nothing is taken for granted: the tab of values may
have an attribute per column or per row, or a line per value; a category's tab may list its attributes
in any column. Known names of attributes show which it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from listo.core.references.edges import cells_of, has_edge, read_edge
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.names import bare, comparable, family, feed_name_like, folded, is_known
from listo.core.references.words import is_name_of_values
from listo.core.workbooks import Table, Workbook

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,60}")
_LEAST_SHARE = 0.3


def is_mandatory_workbook(workbook: Workbook) -> bool:
    """Return whether there is a tab of values with attributes' names at its edge, or tabs that list some."""
    values = _values_tab(workbook)
    if values is None:
        return False
    return has_edge(values, is_known) or any(
        _listed(tab, is_known) for tab in _category_tabs(workbook, values)
    )


def read_mandatory(workbook: Workbook) -> AmazonValues:
    """Return the attributes that the categories' tabs list, as required there, with the values tab's lists.

    The product types are the names of the tabs; the lists of values count for all of them.
    """
    values = _values_tab(workbook)
    lists = read_edge(values, is_known) if values else {}
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


def _attribute(name: str, values: Sequence[str], tabs: Sequence[str]) -> Attribute:
    return Attribute(
        key=name,
        label=name,
        names=tuple(dict.fromkeys((name, feed_name_like(name) or name))),
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


def _listed(table: Table, known: Callable[[str], bool]) -> list[str]:
    """Return the attributes that a category's tab lists: of each line of cells that is mostly names, all."""
    found: dict[str, None] = {}
    width = max((len(row) for row in table.rows), default=0)
    for cells in (*(cells_of(table, column) for column in range(width)), *table.rows):
        found |= dict.fromkeys(_names_in(cells, known))
    return list(found)


def _names_in(cells: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    texts = [text for cell in cells if (text := comparable(cell))]
    named = [text for text in texts if known(text)]
    if len(named) >= 2 and len(named) >= _LEAST_SHARE * len(texts):
        first = texts.index(named[0])
        return [text for text in texts[first:] if known(text) or _NAME.fullmatch(text)]
    return named
