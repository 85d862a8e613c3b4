"""What the rows of a category ask of its SKUs, and what a SKU lacks of it.

A row maps one value of a field of VTEX's to a value of an attribute of Amazon's. So a SKU of the category
needs a value in every field that is mapped, and that value needs a row: for an attribute of the theme or one
that Amazon requires the SKU is held up otherwise, for another one nothing is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

RequirementStrength = Literal["hard", "soft"]
"""How surely Amazon requires an attribute: by a mark that means it, or by one that means too much."""

GapCode = Literal["field-not-in-category", "value-missing-in-catalog", "value-unmapped"]


class MappedRow(NamedTuple):
    """A row of the sheet with Excel's number.

    `attribute` is what all names of one attribute have in common, empty where it is missing or unknown;
    `sent` is the Amazon value, empty where the cell is or shows an error.
    """

    row: int
    field: str
    attribute: str
    value: str
    sent: str


@dataclass(frozen=True, slots=True)
class MappedField:
    """A field and an attribute to which a category maps it, with the rows of each value in order."""

    field: str
    attribute: str
    is_theme: bool
    requirement: RequirementStrength | None
    rows: Mapping[str, Sequence[MappedRow]]

    @property
    def blocks(self) -> bool:
        """Whether a SKU is held up that has nothing to send for the attribute."""
        return self.is_theme or self.requirement == "hard"

    def sends(self, value: str) -> bool:
        """Return whether something is sent for a value: by its first row, if that has a known attribute."""
        first = self.rows[value][0] if value in self.rows else None
        return first is not None and bool(first.attribute and first.sent)


class Gap(NamedTuple):
    """What a SKU lacks for a mapped field; `value` is the one that has no row, else empty."""

    code: GapCode
    mapped: MappedField
    value: str = ""


def demands_of(
    rows: Iterable[MappedRow],
    theme: Collection[str],
    requirements: Mapping[str, RequirementStrength],
) -> tuple[MappedField, ...]:
    """Return the fields that a category maps, each with each of its attributes, in the sheet's order.

    `theme` are the attributes by which the category's products vary, `requirements` those that Amazon
    requires. Rows without field or value ask for nothing. A row whose attribute is not known counts for the
    field's other attributes, and where there are none for one without a name.
    """
    by_field: dict[str, list[MappedRow]] = {}
    for row in rows:
        if row.field and row.value:
            by_field.setdefault(row.field, []).append(row)
    return tuple(
        _mapped(field, attribute, own, theme, requirements)
        for field, own in by_field.items()
        for attribute in dict.fromkeys(row.attribute for row in own if row.attribute) or ("",)
    )


def _mapped(
    field: str,
    attribute: str,
    rows: Sequence[MappedRow],
    theme: Collection[str],
    requirements: Mapping[str, RequirementStrength],
) -> MappedField:
    by_value: dict[str, list[MappedRow]] = {}
    counted = [row for row in rows if row.attribute in ("", attribute)]
    for row in counted:
        by_value.setdefault(row.value, []).append(row)
    return MappedField(field, attribute, attribute in theme, requirements.get(attribute), by_value)


def gaps_of(
    demands: Iterable[MappedField], values: Mapping[str, Sequence[str]], fields: Collection[str]
) -> Iterator[Gap]:
    """Yield what a SKU lacks; `values` are its values by field, `fields` those that its store category has.

    Where several fields are mapped to one attribute, what one lacks is no gap if another one sends it. An
    empty field is a gap only where the attribute is asked for.
    """
    by_attribute: dict[str, list[MappedField]] = {}
    for mapped in demands:
        by_attribute.setdefault(mapped.attribute or f"\0{mapped.field}", []).append(mapped)
    for group in by_attribute.values():
        sent = [any(map(each.sends, values.get(each.field, ()))) for each in group]
        for place, mapped in enumerate(group):
            if not any(sent[:place] + sent[place + 1 :]):
                yield from _gaps(mapped, values.get(mapped.field, ()), fields)


def _gaps(mapped: MappedField, values: Sequence[str], fields: Collection[str]) -> Iterator[Gap]:
    if values:
        yield from (Gap("value-unmapped", mapped, one) for one in values if one not in mapped.rows)
    elif mapped.field not in fields:
        yield Gap("field-not-in-category", mapped)
    elif mapped.is_theme or mapped.requirement:
        yield Gap("value-missing-in-catalog", mapped)
