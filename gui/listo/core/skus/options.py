"""What the person says of the integration: which SKUs are sent, what is asked of them, what files are for.

And what CategoryID holds by that, or by the exports: it comes to the window, which loads no more for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

CategoryIds = Literal["global", "store"]
"""What CategoryID holds: VTEX's global category, or the store's own."""

IdReading = Literal["global", "store", "both", "unknown"]
"""What CategoryID is taken to hold."""

Kits = Literal["sent", "not-sent"]
Ean = Literal["required", "exempt"]


@dataclass(frozen=True, slots=True)
class Options:
    """Each is None, or empty, where the person has not said.

    `trade_policy` is the one used for Amazon. `kits` are sent or not, `ean` is required or exempt (a GTIN
    exemption). `category_ids` is what CategoryID holds. `covers` are by an Amazon file, its path or its name,
    the categories that it is for, as they stand in CategoryID; `*` is all of them.
    """

    trade_policy: str | None = None
    kits: Kits | None = None
    ean: Ean | None = None
    category_ids: CategoryIds | None = None
    covers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.trade_policy or self.kits or self.ean or self.category_ids or self.covers)

    def to_json(self) -> dict[str, Any]:
        """Return this as plain JSON, without what is not said."""
        covers = {name: sorted(categories) for name, categories in self.covers.items()}
        said = {
            "trade_policy": self.trade_policy,
            "kits": self.kits,
            "ean": self.ean,
            "category_ids": self.category_ids,
            "covers": covers,
        }
        return {name: value for name, value in said.items() if value}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Options:
        """Return what was kept; what another version wrote and is not known here is left out."""
        kits: Kits | None = next((each for each in get_args(Kits) if each == kept.get("kits")), None)
        ean: Ean | None = next((each for each in get_args(Ean) if each == kept.get("ean")), None)
        told = kept.get("category_ids")
        ids: CategoryIds | None = next((each for each in get_args(CategoryIds) if each == told), None)
        covers = {name: frozenset(categories) for name, categories in kept.get("covers", {}).items()}
        return cls(kept.get("trade_policy") or None, kits, ean, ids, covers)


class Pair(NamedTuple):
    """The two categories of a SKU, each None where the export tells none."""

    global_id: int | None
    store_id: int | None


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
