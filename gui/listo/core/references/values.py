"""The lists of accepted values in an Amazon workbook, from all the sheets that hold some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from listo.core.references.edges import read_edge
from listo.core.references.layout import Column, Layout, label_and_type, qualified_in
from listo.core.references.model import ALL_TYPES
from listo.core.references.names import comparable, family, is_known
from listo.core.workbooks import Table

Lists = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By attribute and product type: the comparable form of each value, and the value as in the file."""


class Collector:
    """Gathers values by attribute and product type, once each, the spelling without stray blanks."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[str, dict[str, str]]] = {}
        self._forms = _Forms()

    def add(self, keys: Iterable[str], product_type: str, values: Iterable[str]) -> None:
        """Add values of one list to each of the attributes that it belongs to."""
        clean: dict[str, str] = {}
        for value in values:
            if (same := self._forms[value]) and (same not in clean or value == same):
                clean[same] = value
        for key in keys if clean else ():
            known = self.lists.setdefault(key, {}).setdefault(product_type, {})
            known |= {same: value for same, value in clean.items() if same not in known}


class _Forms(dict[str, str]):
    """The comparable form of every value met so far: most stand in many lists."""

    def __missing__(self, value: str) -> str:
        """Make the form of a value met for the first time."""
        form = self[value] = comparable(value)
        return form


def read_lists(layout: Layout) -> Lists:
    """Return the union of the sheet of values and of the drop-down lists."""
    found = Collector()
    if layout.dropdowns:
        _read_dropdowns(layout.dropdowns, layout, found)
    if layout.vertical_values:
        _read_vertical(layout.vertical_values, layout, found)
    elif layout.horizontal_values:
        _read_horizontal(layout.horizontal_values, layout, found)
    elif layout.named_values:
        _read_labelled(layout.named_values, layout, found)
    return found.lists


def columns_below(table: Table, first_row: int) -> dict[int, list[str]]:
    """Return the filled cells of every column from a row (from 0) on."""
    columns = zip_longest(*table.rows[first_row:], fillvalue="")
    filled = ((place, list(filter(None, cells))) for place, cells in enumerate(columns))
    return {place: cells for place, cells in filled if cells}


def _read_vertical(table: Table, layout: Layout, found: Collector) -> None:
    below = columns_below(table, 2)
    for column, key in enumerate(table.rows[1]):
        label, product_type = label_and_type(table.text(0, column))
        if key.strip():
            found.add([key.strip()], product_type, below.get(column, ()))
        elif label:
            found.add(_keys_by_label(layout.columns).get(label, [label]), product_type, below.get(column, ()))


def _read_horizontal(table: Table, layout: Layout, found: Collector) -> None:
    place = max(range(3), key=lambda column: qualified_in(table, column))
    keys = _keys_by_label(layout.columns)
    for row in table.rows:
        if len(row) > place + 1 and row[place].strip():
            label, product_type = label_and_type(row[place])
            owners = _owners(keys.get(label, [label]), product_type, found)
            found.add(owners, product_type, row[place + 1 :])


def _read_labelled(table: Table, layout: Layout, found: Collector) -> None:
    """Read a sheet of values that has labels alone, no product types: in a row or in a column."""
    keys = _keys_by_label(layout.columns)

    def known(text: str) -> bool:
        return label_and_type(text)[0] in keys or text.strip() in layout.keys or is_known(text)

    for name, values in read_edge(table, known).items():
        found.add(keys.get(name, [name]), ALL_TYPES, values)


def _keys_by_label(columns: Sequence[Column]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for column in columns:
        keys.setdefault(column.label, []).append(column.key)
    return keys


def _owners(keys: list[str], product_type: str, found: Collector) -> list[str]:
    """Return whose values a label's row lists.

    Where different attributes share the label, it says nothing about those whose own list is known;
    a label that no attribute has stands for itself.
    """
    if len({family(key) for key in keys}) < 2:
        return keys
    return [key for key in keys if product_type not in found.lists.get(key, {})]


def _read_dropdowns(table: Table, layout: Layout, found: Collector) -> None:
    """Read the columns that belong to an attribute; the first ones may be a look-up of another kind.

    One attribute and product type may have several columns, one per condition.
    """
    below = columns_below(table, 3)
    for column, key in enumerate(table.rows[2]):
        if key.strip() in layout.keys:
            product_type = table.text(1, column).strip() or ALL_TYPES
            found.add([key.strip()], product_type, below.get(column, ()))
