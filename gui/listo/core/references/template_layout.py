"""What an Amazon workbook is made of: which sheet is which, and the settings in the Template sheet.

Told by what stands in the sheets: their names are translated and so are labels; ids of attributes are not.
A workbook cut down to some of its sheets is read as far as they go.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from listo.core.references.names import (
    MOST_HEADER_LETTERS,
    family,
    is_name_of_values,
    known_ids,
    normalize_value,
)
from listo.core.workbooks.model import Table, Workbook

QUALIFIED = re.compile(r"(.*\S)\s+-\s+\[(.*)\]", re.DOTALL)
"""A label with its product type: `Color - [ SHIRT ]`; an empty qualifier means every type."""

_ID = re.compile(r"(::)?[a-z][a-z0-9_]*\d*(\.[a-z0-9_.]+|\[.*|#\d.*)?")
_ROWS_OF_A_HEADER = 8
"""How far down the header of the definitions is looked for: row 2 in the five templates that were studied."""

_ROWS_TO_LOOK_AT = 80
"""Rows to judge the definitions by: of the first 80, 95 % are ids or more in the templates studied."""

_CELLS_OF_A_HEADER = range(3, 10)
"""How many cells that header may have: 6 or 7 in the templates studied."""

_ROWS_OF_VALUES = 2_000
"""Rows to judge a sheet of values by: 662 are the most in the templates studied, other files have 100,000."""

_LEAST_QUALIFIED = 0.2
"""Share of labels with a product type: 0.89 or more in the templates studied, 0 in their other sheets."""

_LEAST_IDS = 0.6
"""Share of cells that are ids: 0.95 or more in the templates studied, at most 0.5 in their other sheets."""

_LEAST_LABELLED = 0.9
"""Share of ids with a label above: all of them in the template studied that has such a sheet."""

_LEAST_KNOWN = 0.5
"""Share of ids that the template has too: 0.93 or more where drop-downs and product types are listed."""

_IDS_OF_AMAZON = """
    feed_product_type item_sku external_product_id_type update_delete relationship_type parent_child
    recommended_browse_nodes fulfillment_center_id merchant_shipping_group merchant_shipping_group_name
    standard_price product_tax_code contribution_sku product_id_type target_audience_keywords
"""
_OF_AMAZON_ALONE = frozenset(_IDS_OF_AMAZON.split())
"""Ids that each template studied has some of, and no other marketplace is known to use."""

_UNIT = "_unit_of_measure"
"""How the ids of units end in older templates."""

_ROWS_TO_A_FLAG = 10
"""How far down a 0 or 1 is looked for beside the ids: row 2 in the templates studied."""

_MOST_NUMBERED = 99
"""Attributes that a line such as `size1 - size3` can stand for at most: a slip must not fill the memory."""

_ROWS_OF_NAMES = {False: (2, 3), True: (4, 5)}
"""The rows of labels and of ids where the settings do not say: of older templates, and of unified ones."""


_PART = re.compile(r"settings(\d*)=(.*)", re.DOTALL)
_PAIR = re.compile(r"(TemplateType|Version|Category|TemplateSignature)=(.*)", re.DOTALL)
_MARKETPLACE = "amzn1.mp.o."
_ACCOUNT = "amzn1.cr.o."


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column of the Template sheet: the attribute's id or path, and its label."""

    key: str
    label: str


def looks_like_id(text: str) -> bool:
    """Return whether a text could be an attribute's id or path: `item_sku`, `color[…]#1.value`."""
    return bool(_ID.fullmatch(text)) and ("_" in text or "#" in text or family(text) in known_ids())


class TemplateLayout:
    """The sheets of an Amazon workbook, each None where the workbook has none such."""

    def __init__(self, workbook: Workbook) -> None:
        self._tables = workbook.tables

    @cached_property
    def template(self) -> Table | None:
        """The sheet to fill in: its first row carries the settings."""
        return next((table for table in self._tables if table.rows and read_settings(table.rows[0])), None)

    @cached_property
    def settings(self) -> TemplateSettings:
        """The settings of the template, empty without one."""
        return (read_settings(self.template.rows[0]) if self.template else None) or TemplateSettings({})

    @cached_property
    def columns(self) -> tuple[TemplateColumn, ...]:
        """The attributes of the template in its order, else those of the definitions, else of the values."""
        return self._template_columns or self._defined_columns or self._value_columns

    @cached_property
    def keys(self) -> frozenset[str]:
        """The ids and paths of the attributes."""
        return frozenset(column.key for column in self.columns)

    @cached_property
    def is_of_amazon(self) -> bool:
        """Whether the ids are Amazon's: other marketplaces have sheets of labels, ids and values as well."""
        if self.settings.unified or self.settings.marketplace:
            return True
        families = {family(key) for key in self.keys}
        own = any(one in _OF_AMAZON_ALONE or one.endswith(_UNIT) for one in families)
        known = sum(one in known_ids() for one in families)
        return own or known >= _LEAST_KNOWN * len(families)

    @cached_property
    def definitions(self) -> tuple[Table, int] | None:
        """The sheet that says which attributes are required, and its header row (from 0)."""
        for table in self._others(self.template):
            for row in range(min(_ROWS_OF_A_HEADER, len(table.rows))):
                if _is_header_of_definitions(table, row):
                    return table, row
        return None

    @cached_property
    def vertical_values(self) -> Table | None:
        """The sheet of values, one column each: label in row 1, id in row 2, values below."""
        others = self._others(self.template, self.definitions and self.definitions[0])
        return next((table for table in others if _is_vertical(table)), None)

    @cached_property
    def horizontal_values(self) -> Table | None:
        """The sheet of values, one row each: label and product type in a column, values after it."""
        others = self._others(self.template, self.definitions and self.definitions[0])
        return next((table for table in others if _qualified_share(table) >= _LEAST_QUALIFIED), None)

    @cached_property
    def named_values(self) -> Table | None:
        """The sheet that is called `Valid Values` in some language, whatever stands in it."""
        return next((table for table in self._tables if is_name_of_values(table.name)), None)

    @cached_property
    def dropdowns(self) -> Table | None:
        """The sheet of drop-down lists: product type in row 2, id in row 3, values below."""
        others = self._others(self.template, self.definitions and self.definitions[0])
        return next(
            (table for table in others if _share(table, 2, self._template_keys) >= _LEAST_KNOWN), None
        )

    @cached_property
    def applicability(self) -> Table | None:
        """The sheet that says which attribute applies to which product type: ids in column A."""
        keys = self._template_keys
        others = self._others(self.template, self.definitions and self.definitions[0], self.dropdowns)
        return next((table for table in others if _is_applicability(table, keys)), None)

    @cached_property
    def _template_keys(self) -> frozenset[str]:
        return frozenset(column.key for column in self._template_columns)

    @cached_property
    def _template_columns(self) -> tuple[TemplateColumn, ...]:
        if not self.template:
            return ()
        defaults = _ROWS_OF_NAMES[self.settings.unified]
        labels, keys = (
            self.settings.number(name, otherwise) - 1
            for name, otherwise in zip(("labelRow", "attributeRow"), defaults, strict=True)
        )
        width = len(self.template.rows[keys]) if keys < len(self.template.rows) else 0
        texts = ((self.template.text(keys, c).strip(), self.template.text(labels, c)) for c in range(width))
        return tuple(TemplateColumn(key, normalize_value(label) or key) for key, label in texts if key)

    @cached_property
    def _defined_columns(self) -> tuple[TemplateColumn, ...]:
        if not self.definitions:
            return ()
        table, header = self.definitions
        rows = ((table.text(row, 1), table.text(row, 2)) for row in range(header + 1, len(table.rows)))
        return tuple(
            TemplateColumn(key, normalize_value(label) or key)
            for cell, label in rows
            for key in keys_of_definition(cell, is_line=True)
        )

    @cached_property
    def _value_columns(self) -> tuple[TemplateColumn, ...]:
        table = self.vertical_values
        if not table:
            return ()
        pairs = ((table.text(1, c).strip(), table.text(0, c)) for c in range(len(table.rows[1])))
        found = {key: TemplateColumn(key, split_label(label)[0]) for key, label in pairs if key}
        return tuple(found.values())

    def _others(self, *known: Table | None) -> list[Table]:
        return [table for table in self._tables if not any(table is each for each in known)]


def split_label(text: str) -> tuple[str, str]:
    """Return the label and the product type of a header of values; no type is the empty one."""
    qualified = QUALIFIED.fullmatch(text.strip())
    return (normalize_value(qualified[1]), qualified[2].strip()) if qualified else (normalize_value(text), "")


def keys_of_definition(cell: str, *, is_line: bool = False) -> list[str]:
    """Return the ids that one line of the definitions is about: `size1 - size3` are three.

    Where it is known to be such a line, a word alone is an id too: `quantity`.
    """
    if len(cell) > MOST_HEADER_LETTERS:
        return []
    ends = [end.strip() for end in re.split(r"\s-\s", cell.strip())]
    numbered = [re.fullmatch(r"(.*?)(\d+)", end) for end in ends]
    if len(numbered) == 2 and numbered[0] and numbered[1] and numbered[0][1] == numbered[1][1]:
        first, last = int(numbered[0][2]), int(numbered[1][2])
        return [f"{numbered[0][1]}{number}" for number in range(first, min(last, first + _MOST_NUMBERED) + 1)]
    text = cell.strip()
    return [text] if looks_like_id(text) or (is_line and _ID.fullmatch(text)) else []


def _is_header_of_definitions(table: Table, row: int) -> bool:
    header = [cell for cell in table.rows[row] if cell.strip()]
    if len(header) not in _CELLS_OF_A_HEADER or not (
        table.text(row, 1).strip() and table.text(row, 2).strip()
    ):
        return False
    below = [table.text(r, 1).strip() for r in range(row + 1, min(row + _ROWS_TO_LOOK_AT, len(table.rows)))]
    return not keys_of_definition(table.text(row, 1)) and _most([cell for cell in below if cell])


def _most(cells: Sequence[str]) -> bool:
    """Return whether most of the cells are ids of attributes."""
    return bool(cells) and sum(bool(keys_of_definition(cell)) for cell in cells) >= _LEAST_IDS * len(cells)


def _is_vertical(table: Table) -> bool:
    if len(table.rows) < 2:
        return False
    ids = [(column, cell.strip()) for column, cell in enumerate(table.rows[1]) if cell.strip()]
    labelled = sum(bool(table.text(0, column).strip()) for column, _ in ids)
    return _most([cell for _, cell in ids]) and labelled >= _LEAST_LABELLED * len(ids)


def _qualified_share(table: Table) -> float:
    return max((qualified_share(table, column) for column in range(3)), default=0)


def qualified_share(table: Table, column: int) -> float:
    """Return how many of a column's cells with something after them name a product type, as a share of 1."""
    rows = [row for row in table.rows[:_ROWS_OF_VALUES] if len(row) > column + 1 and row[column].strip()]
    cells = [row[column].strip() for row in rows if row[column + 1].strip()]
    return sum(bool(QUALIFIED.fullmatch(cell)) for cell in cells) / len(cells) if cells else 0.0


def _share(table: Table, row: int, keys: Collection[str]) -> float:
    cells = [c.strip() for c in table.rows[row] if c.strip()] if row < len(table.rows) else []
    return sum(cell in keys for cell in cells) / len(cells) if cells else 0.0


def _is_applicability(table: Table, keys: Collection[str]) -> bool:
    ids = [cell for row in range(len(table.rows)) if (cell := table.text(row, 0).strip())]
    if not ids or sum(cell in keys for cell in ids) < _LEAST_KNOWN * len(ids):
        return False
    return any(
        table.text(row, 1).strip() in ("0", "1") for row in range(1, min(_ROWS_TO_A_FLAG, len(table.rows)))
    )


class TemplateSettings:
    """What the first row says; every answer is empty where it does not say it."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def __getitem__(self, key: str) -> str:
        """Return a setting as it stands."""
        return self._values.get(key, "")

    def number(self, key: str, otherwise: int) -> int:
        """Return a whole number, `otherwise` where none is stated."""
        return int(self[key]) if self[key].isascii() and self[key].isdigit() else otherwise

    @property
    def unified(self) -> bool:
        """Whether the template is of the third generation."""
        return self["TemplateType"] == "unified"

    @property
    def marketplace(self) -> str:
        """The id of the marketplace that the template was made for."""
        return self["primaryMarketplaceId"].removeprefix(_MARKETPLACE)

    @property
    def more_marketplaces(self) -> tuple[str, ...]:
        """The ids of further marketplaces that offers can be filled in for."""
        listed = _json_in(self["additionalMarketplaces"])
        return tuple(str(each).removeprefix(_MARKETPLACE) for each in listed)

    @property
    def account(self) -> str:
        """The account that the template was made for, as several projects read it; Amazon does not say."""
        return self["contributorId"].removeprefix(_ACCOUNT)

    @property
    def timestamp(self) -> str:
        """When the template was made, an ISO date, from the version where no time is stated."""
        if self["timestamp"]:
            return self["timestamp"][:10]
        version = re.fullmatch(r"(\d{4})\.(\d\d)(\d\d)", self["Version"])
        return "-".join(version.groups()) if version else ""

    @property
    def product_types(self) -> tuple[str, ...]:
        """The product types of the template, as Amazon's interfaces call them."""
        listed = _decoded(self["ptds"] or self["TemplateSignature"])
        return tuple(each for each in listed.split(",") if each)

    def machine_values(self) -> dict[str, dict[str, str]]:
        """Return by attribute what machines call the values that the template shows under another name."""
        found: dict[str, dict[str, str]] = {}
        for entry in _json_in(self["attributeSettings"]):
            if isinstance(entry, dict) and isinstance(entry.get("aliases"), dict):
                pairs = {k: v for k, v in entry["aliases"].items() if isinstance(v, str) and k != v}
                found.setdefault(str(entry.get("attribute")), {}).update(pairs)
        return found


def read_settings(first_row: Iterable[str]) -> TemplateSettings | None:
    """Return the settings in the first row of a Template sheet, None where the row holds none."""
    pairs: dict[str, str] = {}
    parts: list[tuple[int, str]] = []
    for cell in first_row:
        if part := _PART.fullmatch(cell):
            parts.append((int(part[1] or 1), part[2]))
        elif pair := _PAIR.fullmatch(cell):
            pairs[pair[1]] = pair[2].strip()
    text = "".join(part for _, part in sorted(parts, key=lambda numbered: numbered[0]))
    pairs |= _query(text)
    return TemplateSettings(pairs) if parts or "TemplateType" in pairs else None


def _query(text: str) -> dict[str, str]:
    """Return the fields of a query string; `+` stands for itself, for it is part of base64."""
    split = (field.partition("=") for field in text.split("&") if field)
    return {name: unquote(value) for name, _, value in split}


def _decoded(text: str) -> str:
    """Return what a base64 text says, empty where it is damaged."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""


def _json_in(text: str) -> list[object]:
    try:
        value = json.loads(_decoded(text) or "[]")
    except ValueError:
        return []
    return value if isinstance(value, list) else []
