"""The rules, as data: what each says, how sure it is, and what it makes of a SKU.

They stand in the connector's order, which is that in which VTEX and then Amazon would say them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from listo.core.checks.registry import CHECKS
from listo.core.mapping.sheet import Column
from listo.core.readiness.model import EXPORTS, Export, ReasonState, SkuState

RuleGrade = Literal["D", "I", "A"]
"""How a rule is known: documented by VTEX or Amazon, inferred from messages and examples, assumed."""

RuleSource = Literal["VTEX", "Amazon", "GS1", "Listo"]


class Rule(NamedTuple):
    """One thing that a SKU can be held up by.

    `number` is the step of the connector, `source` whose rule it is, `state` what it makes of a SKU, None
    where that hangs on what is required. An assumed rule never blocks. `column` is the cell to look at.
    """

    code: str
    number: int
    grade: RuleGrade
    source: RuleSource
    state: ReasonState | None
    column: Column | None = None


RULES: tuple[Rule, ...] = (
    Rule("sku-inactive", 1, "D", "VTEX", "not-sent"),
    Rule("product-inactive", 1, "D", "VTEX", "not-sent"),
    Rule("sku-outside-trade-policy", 1, "D", "VTEX", "not-sent"),
    Rule("sku-kit", 1, "D", "VTEX", "not-sent"),
    Rule("sku-without-global-category", 2, "D", "VTEX", "blocked"),
    Rule("category-unmapped", 2, "D", "VTEX", None),  # assumed where the reading is unclear
    Rule("theme-unknown", 3, "D", "VTEX", "blocked", "VariationTheme"),
    Rule("theme-case", 3, "D", "VTEX", "blocked", "VariationTheme"),
    Rule("theme-not-offered", 3, "I", "Amazon", "at-risk", "VariationTheme"),
    Rule("theme-deprecated", 3, "I", "Amazon", "at-risk", "VariationTheme"),
    Rule("field-not-in-category", 4, "D", "VTEX", None),
    Rule("value-missing-in-catalog", 5, "D", "VTEX", None),
    Rule("value-unmapped", 6, "D", "VTEX", None),
    Rule("row-conflict", 6, "A", "Listo", "at-risk"),
    Rule("type-missing", 7, "D", "VTEX", "blocked", "Type"),
    Rule("type-unknown", 7, "D", "VTEX", "blocked", "Type"),
    Rule("type-case", 7, "D", "VTEX", "blocked", "Type"),
    Rule("type-theme-mismatch", 7, "A", "Listo", "at-risk", "Type"),
    Rule("amazon-specification-missing", 7, "D", "VTEX", "blocked", "AmazonSpecification"),
    Rule("amazon-specification-unknown", 7, "D", "Amazon", "blocked", "AmazonSpecification"),
    Rule("amazon-specification-case", 7, "D", "Amazon", "blocked", "AmazonSpecification"),
    Rule("amazon-value-missing", 7, "D", "VTEX", "blocked", "AmazonValue"),
    Rule("amazon-value-not-accepted", 7, "D", "Amazon", "blocked", "AmazonValue"),
    Rule("amazon-value-case", 7, "D", "Amazon", "blocked", "AmazonValue"),
    Rule("amazon-value-deprecated", 7, "I", "Amazon", "at-risk", "AmazonValue"),
    Rule("age-unit-not-accepted", 7, "D", "Amazon", "blocked", "AmazonValue"),
    Rule("age-unit-missing", 7, "I", "Amazon", "at-risk", "AmazonValue"),
    Rule("mandatory-attribute-missing", 8, "D", "Amazon", None),
    Rule("theme-incomplete", 8, "I", "VTEX", "at-risk", "VariationTheme"),
    Rule("ean-missing", 9, "D", "VTEX", "blocked"),
    Rule("ean-placeholder", 9, "D", "VTEX", "blocked"),
    Rule("ean-invalid", 9, "D", "Amazon", "blocked"),
    Rule("ean-duplicate", 9, "I", "Amazon", "at-risk"),
    Rule("ean-restricted", 9, "I", "GS1", "at-risk"),
    Rule("variation-twins", 10, "I", "Amazon", "at-risk"),
    Rule("variation-field-unmapped", 10, "I", "Amazon", "at-risk"),
)

PLACE = {rule.code: place for place, rule in enumerate(RULES)}
"""Where each code stands in the connector's order."""

ERRORS = {check.code: check.error_id for check in CHECKS}
"""The error that VTEX or Amazon shows for each code, None where that hangs on the attribute."""

FINDING_OF = {
    "vtex-specification-not-in-catalog": "field-not-in-category",
    "vtex-specification-case": "field-not-in-category",
    "vtex-value-case": "value-unmapped",
    "vtex-value-not-in-catalog": "value-unmapped",
}
"""The findings that go by another name than the reason that they lead to."""


# Reasons of one SKU as the bits of one number: by code not sent or at risk, then by code blocked.

_BLOCKED = len(RULES)
NEEDS_SHIFT = 2 * _BLOCKED
"""Where the bits of the exports stand that lack, in the order of `EXPORTS`."""

UNCHECKED = 1 << NEEDS_SHIFT + 2
"""The bit of a SKU whose category no Amazon file covers."""

_CODES = (1 << _BLOCKED) - 1
_NOT_SENT = sum(1 << place for place, rule in enumerate(RULES) if rule.state == "not-sent")


def mask_of(code: str, state: ReasonState | None = None) -> int:
    """Return the bit of a code in a state; in that which the rule says where none is given."""
    place = PLACE[code]
    return 1 << (place + _BLOCKED if (state or RULES[place].state) == "blocked" else place)


def state_of(mask: int) -> SkuState:
    """Return what becomes of a SKU of those reasons."""
    if mask & _NOT_SENT:
        return "not-sent"
    if mask >> _BLOCKED & _CODES:
        return "blocked"
    if mask & _CODES:
        return "at-risk"
    return "unknown" if needs_of(mask) else "ready"


def codes_of(mask: int) -> int:
    """Return all codes of a SKU, a bit each by place."""
    return (mask | mask >> _BLOCKED) & _CODES


def holding_of(mask: int) -> int:
    """Return the codes that hold a SKU up: those that block it if any does, else all; likewise."""
    return mask >> _BLOCKED & _CODES or mask & _CODES


def places_in(codes: int) -> Iterator[int]:
    """Yield the places of codes."""
    while codes:
        lowest = codes & -codes
        yield lowest.bit_length() - 1
        codes ^= lowest


def needs_of(mask: int) -> tuple[Export, ...]:
    """Return the exports without which it is not known what becomes of a SKU."""
    bits = mask >> NEEDS_SHIFT & 3
    return tuple(export for place, export in enumerate(EXPORTS) if bits >> place & 1) if bits else ()
