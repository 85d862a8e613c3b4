"""What becomes of all SKUs, counted, and the order in which mending sets most of them free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from listo.core.readiness.model import CodeCount, StateCounts
from listo.core.readiness.rules import RULES, UNCHECKED, codes_of, holding_of, places_in, state_of

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
