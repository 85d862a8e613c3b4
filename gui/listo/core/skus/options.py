"""What the person says of the integration: which SKUs are sent, what is asked of them, what files are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
