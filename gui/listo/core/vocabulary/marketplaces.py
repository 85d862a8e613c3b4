"""Amazon's marketplaces, by the id that its templates carry and by country."""

from __future__ import annotations

from functools import cache
from typing import Any

from listo.core import resources

_SAME_COUNTRY = {"GB": "UK"}
"""What ISO calls a country that Amazon calls otherwise."""


def domain(marketplace_id: str) -> str | None:
    """Return the address of a marketplace's store (`amazon.com.br`), the same in every language, or None."""
    found: str | None = _known()["domains"].get(marketplace_id)
    return found


def country(marketplace_id: str) -> str | None:
    """Return the country code of any marketplace id, also of one without a store; None for another text."""
    found: str | None = _known()["countries"].get(marketplace_id)
    return found


def own_seller_country(seller_id: str) -> str | None:
    """Return the country in which Amazon itself sells under that id, None where it does not."""
    found: str | None = _known()["own_sellers"].get(seller_id)
    return found


@cache
def countries() -> tuple[str, ...]:
    """Return the codes of the countries that have a store, as Amazon writes them (`BR`, `UK`)."""
    return tuple(_known()["languages"])


def country_code(text: str) -> str | None:
    """Return a country's code as Amazon writes it, for that code in any case or ISO's; None for another."""
    code = text.strip().upper()
    code = _SAME_COUNTRY.get(code, code)
    return code if code in countries() else None


def marketplace_id(country_code: str) -> str:
    """Return the id of a country's store; KeyError where there is none."""
    return _stores()[country_code]


def seller_central(country_code: str) -> str:
    """Return the address of a country's Seller Central, that of amazon.com where it is not known."""
    addresses: dict[str, str] = _known()["seller_central"]
    return addresses.get(country_code, addresses["US"])


def languages(country_code: str) -> tuple[str, ...]:
    """Return the languages of a country's store."""
    return tuple(_known()["languages"][country_code])


@cache
def _stores() -> dict[str, str]:
    return {_known()["countries"][store]: store for store in _known()["domains"]}


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = resources.read_json("vocabulary/marketplaces.json")
    return known
