"""The worlds of the readiness oracle as the files that Listo reads, and its answer in the oracle's words.

    python tests/readiness_program.py [worlds] [seed]

holds Listo against the oracle in that many random worlds, 100,000 if nothing is said, and prints the smallest
world in which they disagree.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from listo.core.checks.context import CheckContext
from listo.core.coverage.model import Coverage, Covering
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.readiness.model import SkuResult
from listo.core.readiness.readiness import Readiness
from listo.core.references.files import References
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.references.names import normalize_value
from listo.core.references.vtex_catalog import OwnerKind, VtexProducts, VtexSpecifications
from listo.core.references.vtex_export import normalize_id
from listo.core.skus.options import Options
from readiness_data import AmazonFile, Answer, ProductType, Specification, World
from readiness_oracle import judge
from readiness_worlds import worlds

_LEVELS = {"hard": "required", "soft": "may-be-required"}
_FEED_NAMES = {"StyleName": "Style"}
"""How Listo writes attributes where that is not the label: as the XML feed does."""


def renumbered(world: World) -> World:
    """Return a world whose rows have the numbers of a sheet: the order is that of the numbers."""
    return replace(world, rows=[replace(row, row=place) for place, row in enumerate(world.rows, 2)])


def sheet_of(world: World) -> MappingSheet:
    cells = [list(vars(row).values())[1:] for row in world.rows]
    columns = {name: [row[place] for row in cells] for place, name in enumerate(COLUMNS)}
    header = Header(1, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    return MappingSheet("World", header, [row.row for row in world.rows], columns)


def options_of(world: World) -> Options:
    return Options(
        trade_policy=world.trade_policy,
        kits="sent" if world.kits_sent else "not-sent",
        ean="exempt" if world.ean_exempt else "required",
        category_ids=world.category_ids,  # type: ignore[arg-type]
    )


class WorldContext(CheckContext):
    """What the checks know, with the coverage that a world tells."""

    def __init__(self, references: References, options: Options, world: World | None = None) -> None:
        super().__init__(references, options)
        self.world = world or World()

    @cached_property
    def coverage(self) -> Coverage:
        return _WorldCoverage(self.references, self.world)


class _WorldCoverage(Coverage):
    def __init__(self, references: References, world: World) -> None:
        super().__init__(references)
        self._files, self._covers = references.amazon_values, world.coverage

    def of(self, category: str) -> tuple[Covering, ...]:
        return tuple(
            Covering(place, cover.product_type or "", cover.how)  # type: ignore[arg-type]
            for place, values in enumerate(self._files)
            for cover in self._covers
            if cover.category == category
            and cover.file == values.file
            and (values.generation == 0 or cover.product_type in (None, *values.product_types))
        )


def readiness_of(world: World, sheet: MappingSheet | None = None) -> Readiness:
    def context_of(references: References, options: Options) -> CheckContext:
        return WorldContext(references, options, world)

    return Readiness(
        sheet_of(world) if sheet is None else sheet,
        references_of(world),
        options_of(world),
        world.weights,  # type: ignore[arg-type]
        context_of=context_of,
    )


# The files


def references_of(world: World) -> References:
    specifications: list[VtexSpecifications] = []
    for kind, rows in (("sku", world.sku_specifications), ("product", world.product_specifications)):
        if rows is not None:
            specifications.append(_specifications(kind, rows))  # type: ignore[arg-type]
    values = [one for file in world.amazon_files for one in amazon_values(file)]
    return References(values, [_products(world)], specifications)


def _products(world: World) -> VtexProducts:
    def column(texts: Iterable[str]) -> list[str]:
        return list(map(normalize_value, texts))

    return VtexProducts(
        {
            "product-id": [normalize_id(sku.product) for sku in world.skus],
            "product-active": ["yes" if sku.product_active else "no" for sku in world.skus],
            "sku-id": [normalize_id(sku.id) for sku in world.skus],
            "sku-name": column(sku.name for sku in world.skus),
            "sku-active": ["yes" if sku.active else "no" for sku in world.skus],
            "bundle": ["" if sku.kit is None else "yes" if sku.kit else "no" for sku in world.skus],
            "ean": column(sku.ean for sku in world.skus),
            "trade-policies": [",".join(sku.trade_policies) for sku in world.skus],
            "global-category-id": [sku.global_category for sku in world.skus],
            "category-id": [sku.store_category for sku in world.skus],
        }
    )


def _specifications(kind: OwnerKind, rows: list[Specification]) -> VtexSpecifications:
    return VtexSpecifications(
        kind,
        {
            "sku-id" if kind == "sku" else "product-id": [normalize_id(one.owner) for one in rows],
            "field-name": [normalize_value(one.field) for one in rows],
            "specification-value": [normalize_value(one.value) for one in rows],
        },
    )


def amazon_values(file: AmazonFile) -> list[AmazonValues]:
    """Return a file as Listo reads it; one whose types contradict each other as a file for each type."""
    kinds = file.product_types
    if file.general:
        return [_general(file)]
    if len(kinds) > 1 and all(_can_be_joined(*pair) for pair in combinations(kinds, 2)):
        return [_values(file.name, kinds)]
    return [_values(file.name, [kind]) for kind in kinds]


def _can_be_joined(one: ProductType, other: ProductType) -> bool:
    """Return whether a workbook can say both: its marks of what is deprecated are of no type."""
    if {*one.themes} & {*other.deprecated_themes} or {*other.themes} & {*one.deprecated_themes}:
        return False
    pairs = list(zip(one.attributes, other.attributes, strict=True))
    return all(_are_like(*pair) for pair in pairs)


def _are_like(one: Any, other: Any) -> bool:
    if (one.label, one.feed_name) != (other.label, other.feed_name):
        return False
    if one.values is None or other.values is None:
        return one.values is other.values
    plain = [{*each.values} - {*each.deprecated} for each in (one, other)]
    return not (plain[0] & {*other.deprecated} or plain[1] & {*one.deprecated})


def _general(file: AmazonFile) -> AmazonValues:
    attributes = [
        Attribute(
            one.feed_name,
            one.label,
            (one.feed_name,),
            {} if one.values is None else {ALL_TYPES: tuple(one.values)},
            required={
                kind.name: _LEVELS[kind.attributes[place].required]  # type: ignore[misc]
                for kind in file.product_types
                if kind.attributes[place].required
            },
        )
        for place, one in enumerate(file.product_types[0].attributes)
    ]
    types = tuple(kind.name for kind in file.product_types)
    return AmazonValues(0, tuple(attributes), product_types=types, file=file.name)


def _values(name: str, kinds: list[ProductType]) -> AmazonValues:
    attributes = []
    for same in zip(*(kind.attributes for kind in kinds), strict=True):
        values = {kind.name: one.values for kind, one in zip(kinds, same, strict=True)}
        required = {kind.name: one.required for kind, one in zip(kinds, same, strict=True) if one.required}
        attributes.append(
            Attribute(
                same[0].feed_name,
                same[0].label,
                (same[0].feed_name,),
                {each: tuple(listed) for each, listed in values.items() if listed is not None},
                frozenset(text for one in same for text in one.deprecated if text in (one.values or ())),
                {each: _LEVELS[level] for each, level in required.items()},  # type: ignore[misc]
            )
        )
    themes = {kind.name: (*kind.themes, *kind.deprecated_themes) for kind in kinds}
    old = frozenset(theme for kind in kinds for theme in kind.deprecated_themes)
    if any(themes.values()):
        attributes.append(Attribute("variation_theme", "Variation Theme", (), themes, old))
    types = tuple(kind.name for kind in kinds)
    return AmazonValues(3, tuple(attributes), product_types=types, file=name)


# The answer


def told_by_listo(readiness: Readiness) -> dict[str, Any]:
    """Return what Listo says of a world, in the form of `told_by_oracle`."""
    numbers = readiness.numbers
    ids = readiness.category_ids
    totals = {name: getattr(numbers.skus, name) for name in numbers.skus.__slots__}
    return {
        "category_ids": (ids.reading, ids.by_global, ids.by_store, ids.by_either, ids.by),
        "uncovered": sorted(map(str, readiness.uncovered_categories)),
        "skus": totals,
        "by_code": [tuple(count) for count in numbers.by_code],
        "not_sent": dict(numbers.not_sent_by_code),
        "results": {one.sku: _result(one) for one in readiness.results()},
    }


def _result(one: SkuResult) -> dict[str, Any]:
    sheet, store, of_all = one.category
    return {
        "product": one.product,
        "category": (_text(sheet), _text(store), _text(of_all)),
        "state": one.state,
        "unchecked": one.is_unchecked,
        "needs": sorted(one.needs),
        "reasons": _sorted(
            (each.code, each.state, each.row, each.specification, _label(each.attribute), each.value)
            for each in one.reasons
        ),
        "sends": _sorted(tuple(each) for each in one.sends),
    }


def _text(number: int | None) -> str:
    return str(number or "")


def _label(text: str | None) -> str | None:
    return _FEED_NAMES.get(text or "", text)


def _sorted(found: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(found, key=str)


def told_by_oracle(answer: Answer) -> dict[str, Any]:
    ids: Mapping[str, Any] = answer.category_ids
    return {
        "category_ids": tuple(ids.values()),
        "uncovered": sorted(answer.uncovered_categories),
        "skus": answer.skus,
        "by_code": [tuple(count) for count in answer.by_code],
        "not_sent": answer.not_sent_by_code,
        "results": {
            one.sku: {
                "product": one.product,
                "category": (one.sheet, one.store, one.global_),
                "state": one.state,
                "unchecked": bool(one.unchecked),
                "needs": sorted(one.needs),
                "reasons": _sorted(tuple(each) for each in one.reasons),
                "sends": _sorted(tuple(each) for each in one.sends),
            }
            for one in answer.results.values()
        },
    }


def compare(world: World) -> None:
    """Fail where Listo and the oracle say different things of a world."""
    world = renumbered(world)
    expected, found = told_by_oracle(judge(world)), told_by_listo(readiness_of(world))
    for sku, result in expected["results"].items():
        assert not (told := _differing(found["results"][sku], result)), f"SKU {sku}\n{told}"
    assert not (told := _differing(found, expected)), told


def _differing(found: Mapping[str, Any], expected: Mapping[str, Any]) -> str:
    names = [name for name in expected if found[name] != expected[name]]
    return "\n".join(f"{name}\n  Listo  {found[name]}\n  oracle {expected[name]}" for name in names)


def main(count: int = 100_000, number: int | None = None) -> None:
    os.nice(10)
    number = random.randrange(1 << 32) if number is None else number
    print(f"{count} worlds, seed {number}", flush=True)
    begun = time.monotonic()
    for done in range(0, count, _BATCH):
        agree_in(min(_BATCH, count - done), number + done // _BATCH)
        if (done + _BATCH) % _TOLD == 0:
            print(f"{done + _BATCH} worlds, {time.monotonic() - begun:.0f} s", flush=True)
    print(f"Listo and the oracle agree in {count} worlds")


_BATCH, _TOLD = 1_000, 5_000
"""Worlds of one seed, for hypothesis remembers all that it made, and after how many progress is told."""


def agree_in(count: int, number: int) -> None:
    """Fail with the smallest world of a seed in which Listo and the oracle disagree."""

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(worlds())
    def agree(world: World) -> None:
        compare(world)

    try:
        agree()
    except AssertionError:
        print(f"{count} worlds, seed {number}", flush=True)
        raise


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
