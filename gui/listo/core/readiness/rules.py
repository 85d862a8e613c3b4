"""The rules, as data: what each says, how sure it is, and what it makes of a SKU.

They stand in the connector's order, which is that in which VTEX and then Amazon would say them. Reasons are
counted by their places in it: how many SKUs are of each state, and in which order mending sets most free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from listo.core.checks.findings import CHECKS
from listo.core.mapping.sheet import Column
from listo.core.readiness.model import EXPORTS, CodeCount, Export, ReasonState, SkuState, StateCounts

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


Masks = Mapping[int, int]
"""How many SKUs have each mask of reasons."""


def count_states(masks: Masks) -> StateCounts:
    """Return how many SKUs there are of each state."""
    states: Counter[str] = Counter()
    unchecked = 0
    for mask, count in masks.items():
        state = state_of(mask)
        states[state] += count
        unchecked += count if state == "ready" and mask & UNCHECKED else 0
    return StateCounts(
        total=states.total(),
        ready=states["ready"],
        ready_unchecked=unchecked,
        blocked=states["blocked"],
        at_risk=states["at-risk"],
        not_sent=states["not-sent"],
        unknown=states["unknown"],
    )


def count_not_sent(masks: Masks) -> dict[str, int]:
    """Return how many SKUs bear each code of those that are not sent."""
    return {RULES[place].code: count for place, count in sorted(_bearers(masks, sent=False).items())}


def _bearers(masks: Masks, *, sent: bool) -> Counter[int]:
    """Return by a code's place how many SKUs bear it, of those that would be sent or of the others."""
    counted: Counter[int] = Counter()
    for mask, count in masks.items():
        if (state_of(mask) != "not-sent") == sent:
            for place in places_in(codes_of(mask)):
                counted[place] += count
    return counted


def best_order(masks: Masks, weights: Mapping[int, float] | None = None) -> list[CodeCount]:
    """Return the codes, each the one that sets most free together with those before it.

    `weights` are the sums of the weights of the SKUs of each mask. Ties: more SKUs, earlier rule, name.
    """
    skus = _bearers(masks, sent=True)
    held: Counter[int] = Counter()
    worth: dict[int, float] = {}
    for mask, count in masks.items():
        if state_of(mask) in ("blocked", "at-risk"):
            holding = holding_of(mask)
            held[holding] += count
            worth[holding] = worth.get(holding, 0) + (weights or {}).get(mask, 0)
    alone = {place: held[1 << place] for place in skus}
    order: list[CodeCount] = []
    free, weight = 0, 0.0
    left = set(skus)
    while left:
        gains, gained = _gains(held), _gains(worth)
        best = min(left, key=lambda place: _rank(place, gains if weights is None else gained, skus))
        left.remove(best)
        free, weight = free + int(gains.get(best, 0)), weight + gained.get(best, 0)
        told = None if weights is None else weight
        order.append(CodeCount(RULES[best].code, skus[best], alone[best], free, told))
        held, worth = Counter(_without(held, best)), _without(worth, best)
    return order


def _rank(place: int, gains: Mapping[int, float], skus: Mapping[int, int]) -> tuple[float, int, int, str]:
    return -gains.get(place, 0), -skus[place], RULES[place].number, RULES[place].code


def _gains(held: Mapping[int, float]) -> dict[int, float]:
    """Return by place what is held up by that code alone."""
    return {holding.bit_length() - 1: count for holding, count in held.items() if not holding & (holding - 1)}


def _without(held: Mapping[int, float], place: int) -> dict[int, float]:
    """Return what is still held up when a code is mended, by the codes that are left."""
    left: dict[int, float] = {}
    for holding, count in held.items():
        rest = holding & ~(1 << place)
        if rest:
            left[rest] = left.get(rest, 0) + count
    return left
