"""What CategoryID holds in a sheet, VTEX's global categories or the store's own, as the exports tell it.

VTEX's documentation says both, so it is decided for each sheet, by the SKUs that would be sent, and said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from listo.core.skus.index import Pair
from listo.core.skus.options import CategoryIds

IdReading = Literal["global", "store", "both", "unknown"]

_MINORITY = 20
"""Fewer than one SKU in so many by the other reading are taken for slips: five of a hundred, as specified."""


@dataclass(frozen=True, slots=True)
class CategoryReading:
    """What CategoryID holds, and how many SKUs that would be sent speak for it.

    `by_global` are SKUs whose global category alone is in the sheet, `by_store` those whose store category
    alone is, `by_either` those of which both are. `by` says who decided.
    """

    reading: IdReading
    by_global: int = 0
    by_store: int = 0
    by_either: int = 0
    by: Literal["exports", "person"] = "exports"

    @property
    def minority(self) -> int:
        """How many SKUs go by the other reading than the one that was taken."""
        return {"global": self.by_store, "store": self.by_global}.get(self.reading, 0)

    def category_of(self, pair: Pair, in_sheet: Collection[int]) -> int | None:
        """Return under which id the rows of such SKUs stand in a sheet that has these; None where nowhere."""
        wanted = self.wanted_of(pair)
        if self.reading == "both" and wanted not in in_sheet:
            wanted = pair.store_id
        return wanted if wanted in in_sheet else None

    def wanted_of(self, pair: Pair) -> int | None:
        """Return under which id the rows of such SKUs should stand; None where that is not known."""
        if self.reading == "unknown":
            return None
        return pair.store_id if self.reading == "store" else pair.global_id


def read_categories(
    sent: Mapping[Pair, int], in_sheet: Collection[int], told: CategoryIds | None = None
) -> CategoryReading:
    """Return what CategoryID holds, by how many SKUs that would be sent each pair of categories has.

    `told` is what the person says, which counts more.
    """
    by_global = by_store = by_either = 0
    for (global_id, store_id), count in sent.items():
        of_all, of_store = global_id in in_sheet, store_id in in_sheet
        by_either += count if of_all and of_store else 0
        by_global += count if of_all and not of_store else 0
        by_store += count if of_store and not of_all else 0
    if told:
        return CategoryReading(told, by_global, by_store, by_either, "person")
    return CategoryReading(_reading(by_global, by_store, by_either), by_global, by_store, by_either)


def _reading(by_global: int, by_store: int, by_either: int) -> IdReading:
    if not by_store:
        return "global" if by_global + by_either else "unknown"
    if not by_global:
        return "store"
    if min(by_global, by_store) * _MINORITY < max(by_global, by_store):
        return "global" if by_global > by_store else "store"
    return "both"
