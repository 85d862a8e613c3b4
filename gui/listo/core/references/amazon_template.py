"""What an Amazon workbook accepts: category templates of three generations, whole or cut down.

The accepted values are gathered from all the sheets that hold some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal

from listo.core.references.mandatory_attributes import read_headed_values
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, Requirement, read_requirement
from listo.core.references.names import (
    amazon_words,
    family,
    fold_header,
    is_attribute_name,
    normalize_value,
    strip_selectors,
)
from listo.core.references.template_layout import (
    TemplateColumn,
    TemplateLayout,
    keys_of_definition,
    qualified_share,
    split_label,
)
from listo.core.workbooks.model import Table, Workbook

_PRODUCT_TYPE = ("feed_product_type", "product_type")
_SHIPPING = ("merchant_shipping_group_name", "merchant_shipping_group")

Levels = Mapping[str, Requirement]
"""By attribute: how required it is."""

Lists = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By attribute and product type: the comparable form of each value, and the value as in the file."""


def read_template(workbook: Workbook) -> AmazonValues:
    """Return what a category template says, or what is left of one."""
    layout = TemplateLayout(workbook)
    generation = _generation(layout)
    lists = read_lists(layout)
    applies = _applicability(layout.applicability) if layout.applicability else {}
    levels = _levels(layout, generation)
    machine = layout.settings.machine_values()
    attributes = tuple(
        _attribute(column, lists, levels, applies, machine.get(column.key, {}))
        for column in _all_columns(layout, lists)
    )
    offered, marked = _themes(attributes)
    return AmazonValues(
        generation=generation,
        attributes=attributes,
        themes=offered,
        deprecated_themes=marked,
        product_types=_accepted(attributes, _PRODUCT_TYPE)
        or _types_of(lists)
        or layout.settings.product_types,
        marketplace=layout.settings.marketplace,
        more_marketplaces=layout.settings.more_marketplaces,
        language=layout.settings["contentLanguageTag"] or layout.settings["headerLanguageTag"],
        timestamp=layout.settings.timestamp,
        account=layout.settings.account,
        shipping_templates=_accepted(attributes, _SHIPPING),
        offer_only=layout.settings["flavor"].endswith("add-offer"),
        kind=layout.settings["Category"],
    )


def _generation(layout: TemplateLayout) -> Literal[1, 2, 3]:
    if layout.settings.unified or any("#" in column.key for column in layout.columns[:3]):
        return 3
    return 1 if layout.vertical_values else 2


def _all_columns(layout: TemplateLayout, lists: Lists) -> list[TemplateColumn]:
    """Return the template's attributes, those that are defined only, and lists that belong to none."""
    known = {column.key: column for column in layout.columns}
    return [*known.values(), *(TemplateColumn(key, key) for key in lists if key not in known)]


def _attribute(
    column: TemplateColumn,
    lists: Lists,
    levels: Levels,
    applies: Mapping[str, tuple[str, ...]],
    machine: Mapping[str, str],
) -> Attribute:
    values, deprecated = _without_marks(lists.get(column.key, {}))
    types = applies.get(column.key, ())
    level = levels.get(column.key)
    return Attribute(
        key=column.key,
        label=column.label,
        names=tuple(dict.fromkeys((column.label, column.key, strip_selectors(column.key)))),
        values=values,
        deprecated=deprecated,
        required=dict.fromkeys(types or (ALL_TYPES,), level) if level else {},
        machine={strip_deprecated_mark(shown)[0]: code for shown, code in machine.items()},
        product_types=types,
    )


def _without_marks(
    lists: Mapping[str, Mapping[str, str]],
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return the values by product type without the mark, and those that have it wherever they are listed."""
    listed = {each: tuple(values.values()) for each, values in lists.items()}
    bracketed = [value for values in listed.values() for value in values if ")" in value]
    marked = {value: pair[0] for value in bracketed if (pair := strip_deprecated_mark(value))[1]}
    if not marked:
        return listed, frozenset()
    plain = {value for values in listed.values() for value in values if value not in marked}
    clean = {each: tuple(dict.fromkeys(marked.get(v, v) for v in listed[each])) for each in listed}
    return clean, frozenset(marked.values()) - plain


def _themes(attributes: tuple[Attribute, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the themes on offer, and those that are listed only as not to be used."""
    own = [one for one in attributes if one.is_theme]
    marked = {value for one in own for value in one.deprecated}
    listed = _normalized(one.accepted() for one in own)
    return tuple(v for v in listed if v not in marked), tuple(v for v in listed if v in marked)


def _accepted(attributes: tuple[Attribute, ...], families: tuple[str, ...]) -> tuple[str, ...]:
    return _normalized(one.accepted() for one in attributes if family(one.key) in families)


def _normalized(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalize_value(value) for values in lists for value in values))


def _types_of(lists: Lists) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for types in lists.values() for each in types if each != ALL_TYPES))


def _levels(layout: TemplateLayout, generation: int) -> dict[str, Requirement]:
    """Return how required each attribute is; before the third generation every condition counts as one."""
    if not layout.definitions:
        return {}
    table, header = layout.definitions
    place = max(column for column, cell in enumerate(table.rows[header]) if cell.strip())
    found: dict[str, Requirement] = {}
    for row in range(header + 1, len(table.rows)):
        level = read_requirement(table.text(row, place))
        if level == "required" and generation != 3:
            level = "may-be-required"
        if level:
            found |= dict.fromkeys(keys_of_definition(table.text(row, 1), is_line=True), level)
    return found


def _applicability(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the product types of each attribute; the header is repeated where the types change."""
    found: dict[str, dict[str, None]] = {}
    types: list[str] = []
    for row in table.rows:
        if row and row[0].strip():
            marked = (t for t, cell in zip(types, row[1:], strict=False) if t and cell.strip() == "1")
            found.setdefault(row[0].strip(), {}).update(dict.fromkeys(marked))
        elif any(cell.strip() for cell in row):
            types = [cell.strip() for cell in row[1:]]
    return {key: tuple(marked) for key, marked in found.items()}


def strip_deprecated_mark(value: str) -> tuple[str, bool]:
    """Return a value without the mark ` (Deprecated: Do Not Use)` of any language, and whether it had it."""
    if not value.rstrip().endswith(")"):
        return value, False
    start = value.rfind("(")
    mark = fold_header(value[start + 1 :].replace(")", " "))
    if start > 0 and mark.startswith(_deprecated()):
        return value[:start].rstrip(), True
    return value, False


@cache
def _deprecated() -> tuple[str, ...]:
    return tuple(amazon_words()["deprecated"])


class ValueCollector:
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
        form = self[value] = normalize_value(value)
        return form


def read_lists(layout: TemplateLayout) -> Lists:
    """Return the union of the sheet of values and of the drop-down lists."""
    found = ValueCollector()
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


def _read_vertical(table: Table, layout: TemplateLayout, found: ValueCollector) -> None:
    below = columns_below(table, 2)
    for column, key in enumerate(table.rows[1]):
        label, product_type = split_label(table.text(0, column))
        if key.strip():
            found.add([key.strip()], product_type, below.get(column, ()))
        elif label:
            found.add(_keys_by_label(layout.columns).get(label, [label]), product_type, below.get(column, ()))


def _read_horizontal(table: Table, layout: TemplateLayout, found: ValueCollector) -> None:
    place = max(range(3), key=lambda column: qualified_share(table, column))
    keys = _keys_by_label(layout.columns)
    for row in table.rows:
        if len(row) > place + 1 and row[place].strip():
            label, product_type = split_label(row[place])
            owners = _owners(keys.get(label, [label]), product_type, found)
            found.add(owners, product_type, row[place + 1 :])


def _read_labelled(table: Table, layout: TemplateLayout, found: ValueCollector) -> None:
    """Read a sheet of values that has labels alone, no product types: in a row or in a column."""
    keys = _keys_by_label(layout.columns)

    def known(text: str) -> bool:
        return split_label(text)[0] in keys or text.strip() in layout.keys or is_attribute_name(text)

    for name, values in read_headed_values(table, known).items():
        found.add(keys.get(name, [name]), ALL_TYPES, values)


def _keys_by_label(columns: Sequence[TemplateColumn]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for column in columns:
        keys.setdefault(column.label, []).append(column.key)
    return keys


def _owners(keys: list[str], product_type: str, found: ValueCollector) -> list[str]:
    """Return whose values a label's row lists.

    Where different attributes share the label, it says nothing about those whose own list is known;
    a label that no attribute has stands for itself.
    """
    if len({family(key) for key in keys}) < 2:
        return keys
    return [key for key in keys if product_type not in found.lists.get(key, {})]


def _read_dropdowns(table: Table, layout: TemplateLayout, found: ValueCollector) -> None:
    """Read the columns that belong to an attribute; the first ones may be a look-up of another kind.

    One attribute and product type may have several columns, one per condition.
    """
    below = columns_below(table, 3)
    for column, key in enumerate(table.rows[2]):
        if key.strip() in layout.keys:
            product_type = table.text(1, column).strip() or ALL_TYPES
            found.add([key.strip()], product_type, below.get(column, ()))
