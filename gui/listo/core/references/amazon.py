"""Read what an Amazon workbook accepts: category templates of three generations, whole or cut down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from listo.core.references.layout import Column, Layout, keys_of_definition
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, Requirement
from listo.core.references.names import bare, comparable, family
from listo.core.references.values import Lists, read_lists
from listo.core.references.words import requirement, without_deprecated_mark
from listo.core.workbooks import Table, Workbook

_THEME = ("variation_theme", "variation_theme.name")
_PRODUCT_TYPE = ("feed_product_type", "product_type")
_SHIPPING = ("merchant_shipping_group_name", "merchant_shipping_group")

Levels = Mapping[str, Requirement]


def read_template(workbook: Workbook) -> AmazonValues:
    """Return what a category template says, or what is left of one."""
    layout = Layout(workbook)
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
    )


def _generation(layout: Layout) -> Literal[1, 2, 3]:
    if layout.settings.unified or any("#" in column.key for column in layout.columns[:3]):
        return 3
    return 1 if layout.vertical_values else 2


def _all_columns(layout: Layout, lists: Lists) -> list[Column]:
    """Return the template's attributes, those that are defined only, and lists that belong to none."""
    known = {column.key: column for column in layout.columns}
    return [*known.values(), *(Column(key, key) for key in lists if key not in known)]


def _attribute(
    column: Column,
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
        names=tuple(dict.fromkeys((column.label, column.key, bare(column.key)))),
        values=values,
        deprecated=deprecated,
        required=dict.fromkeys(types or (ALL_TYPES,), level) if level else {},
        machine={without_deprecated_mark(shown)[0]: code for shown, code in machine.items()},
        product_types=types,
    )


def _without_marks(
    lists: Mapping[str, Mapping[str, str]],
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return the values by product type without the mark, and those that have it wherever they are listed."""
    listed = {each: tuple(values.values()) for each, values in lists.items()}
    bracketed = [value for values in listed.values() for value in values if ")" in value]
    marked = {value: pair[0] for value in bracketed if (pair := without_deprecated_mark(value))[1]}
    if not marked:
        return listed, frozenset()
    plain = {value for values in listed.values() for value in values if value not in marked}
    clean = {each: tuple(dict.fromkeys(marked.get(v, v) for v in listed[each])) for each in listed}
    return clean, frozenset(marked.values()) - plain


def _themes(attributes: tuple[Attribute, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the themes on offer, and those that are listed only as not to be used."""
    marked = {value for one in attributes if family(one.key) in _THEME for value in one.deprecated}
    listed = _accepted(attributes, _THEME)
    return tuple(v for v in listed if v not in marked), tuple(v for v in listed if v in marked)


def _accepted(attributes: tuple[Attribute, ...], families: tuple[str, ...]) -> tuple[str, ...]:
    found = (one.accepted() for one in attributes if family(one.key) in families)
    return tuple(dict.fromkeys(comparable(value) for values in found for value in values))


def _types_of(lists: Lists) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for types in lists.values() for each in types if each != ALL_TYPES))


def _levels(layout: Layout, generation: int) -> dict[str, Requirement]:
    """Return how required each attribute is; before the third generation every condition counts as one."""
    if not layout.definitions:
        return {}
    table, header = layout.definitions
    place = max(column for column, cell in enumerate(table.rows[header]) if cell.strip())
    found: dict[str, Requirement] = {}
    for row in range(header + 1, len(table.rows)):
        level = requirement(table.text(row, place))
        if level == "required" and generation != 3:
            level = "may-be-required"
        if level:
            found |= dict.fromkeys(keys_of_definition(table.text(row, 1)), level)
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
