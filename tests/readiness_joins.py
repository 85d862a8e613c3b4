"""The two joins of the readiness oracle: which rows are a SKU's, and which requirements hold for them."""

from __future__ import annotations

from collections.abc import Collection

from readiness_data import FILLED, Row, Sku, World

UNDER = 20  # the smaller count is under 5 % of the larger


def read_ids(sent: list[Sku], sheet: Collection[str], told: str | None) -> dict[str, str | int]:
    """Return what CategoryID holds, and how many SKUs say so."""
    found = [(sku.global_category in sheet, sku.store_category in sheet) for sku in sent]
    g, s, e = found.count((True, False)), found.count((False, True)), found.count((True, True))
    if g and s:
        larger = "global" if g > s else "store"
        reading = larger if min(g, s) * UNDER < max(g, s) else "both"
    elif s:
        reading = "store"
    else:
        reading = "global" if g + e else "unknown"
    by = "person" if told else "exports"
    return {"reading": told or reading, "by_global": g, "by_store": s, "by_either": e, "by": by}


class Requirements:
    """What the Amazon files that cover a category of the sheet say of it."""

    def __init__(self, world: World, category: str) -> None:
        covers = [one for one in world.coverage if one.category == category]
        kinds = [
            (kind, not file.general or kind.name == cover.product_type)
            for cover in covers
            for file in world.amazon_files
            for kind in file.product_types
            if file.name == cover.file and (file.general or cover.product_type in (None, kind.name))
        ]
        self.covered = bool(covers)
        self.attributes = [one for kind, _ in kinds for one in kind.attributes]
        self.offered = {theme for kind, _ in kinds for theme in kind.themes}
        self.deprecated = {theme for kind, _ in kinds for theme in kind.deprecated_themes}
        self.required: dict[str, str] = {}
        marks = [(one.feed_name, one.required) for kind, means in kinds if means for one in kind.attributes]
        for name, mark in marks:
            if mark and name not in FILLED and self.required.get(name) != "hard":
                self.required[name] = mark

    def resolve(self, row: Row) -> tuple[str, str]:
        """Return the attribute that a row names ("" if there is none), and what is wrong with the name."""
        name = row.amazon_specification
        if not name or not self.covered:
            return name, "" if name else "missing"
        for wrong, alike in (("", str), ("case", str.lower)):
            for one in self.attributes:
                if alike(name) in (alike(one.label), alike(one.feed_name)):
                    return one.feed_name, wrong
        return "", "unknown"

    def label(self, attribute: str) -> str:
        return next((one.label for one in self.attributes if one.feed_name == attribute), attribute)
