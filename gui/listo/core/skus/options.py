"""What the person says of the integration: which SKUs are sent, what is asked of them, what files are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

CategoryIds = Literal["global", "store"]
"""What CategoryID holds: VTEX's global category, or the store's own."""

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
