"""The numbers of the readiness oracle: the totals and the order in which to work."""

from __future__ import annotations

from readiness_data import RULE, Answer, Count, Result


def totals(results: dict[str, Result]) -> dict[str, int]:
    states = [result.state for result in results.values()]
    names = ("ready", "blocked", "at-risk", "not-sent", "unknown")
    by_state = {name.replace("-", "_"): states.count(name) for name in names}
    unchecked = sum(bool(result.unchecked) for result in results.values())
    return {"total": len(states), "ready_unchecked": unchecked, **by_state}


def bearers(results: dict[str, Result], *, sent: bool) -> dict[str, int]:
    """Return how many SKUs bear each code: of those that would be sent, or of those that would not."""
    counts: dict[str, int] = {}
    for result in results.values():
        if (result.state != "not-sent") == sent:
            for code in {reason.code for reason in result.reasons}:
                counts[code] = counts.get(code, 0) + 1
    return counts


def holding_sets(results: dict[str, Result]) -> dict[str, set[str]]:
    """Return what holds each SKU up: its blocking codes if it is blocked, its codes if it is at risk."""
    held = {sku: result for sku, result in results.items() if result.state in ("blocked", "at-risk")}
    return {
        sku: {reason.code for reason in result.reasons if reason.state == result.state}
        for sku, result in held.items()
    }


def best_order(results: dict[str, Result], weights: dict[str, int] | None) -> list[Count]:
    """Return the codes, each the one that sets most free together with those before it."""
    skus, held = bearers(results, sent=True), holding_sets(results)
    order: list[Count] = []
    while len(order) < len(skus):
        done = {count.code for count in order}
        ranked = []
        for code in skus.keys() - done:
            freed = [sku for sku, holding in held.items() if holding <= done | {code}]
            weight = None if weights is None else sum(weights.get(sku, 0) for sku in freed)
            gain = len(freed) if weight is None else weight
            ranked.append((-gain, -skus[code], RULE[code], code, len(freed), weight))
        *_, code, free, weight = min(ranked, key=lambda rank: rank[:4])
        alone = sum(holding == {code} for holding in held.values())
        order.append(Count(code, skus[code], alone, free, weight))
    return order


def answer(
    results: dict[str, Result],
    category_ids: dict[str, str | int],
    uncovered: list[str],
    weights: dict[str, int] | None,
) -> Answer:
    by_code, not_sent = best_order(results, weights), bearers(results, sent=False)
    return Answer(category_ids, uncovered, totals(results), by_code, not_sent, results)
