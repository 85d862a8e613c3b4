"""Amazon's marketplaces, by the id that its templates carry."""

from __future__ import annotations

from functools import cache

from listo.core import resources


def domain(marketplace_id: str) -> str | None:
    """Return the address of a marketplace's store (`amazon.com.br`), the same in every language, or None."""
    return _domains().get(marketplace_id)


@cache
def _domains() -> dict[str, str]:
    domains: dict[str, str] = resources.read_json("vocabulary/marketplaces.json")["domains"]
    return domains
