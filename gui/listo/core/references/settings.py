"""The settings that an Amazon template carries in its first row, cut over many cells."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

_PART = re.compile(r"settings(\d*)=(.*)", re.DOTALL)
_PAIR = re.compile(r"(TemplateType|Version|Category|TemplateSignature)=(.*)", re.DOTALL)
_MARKETPLACE = "amzn1.mp.o."
_ACCOUNT = "amzn1.cr.o."


class Settings:
    """What the first row says; every answer is empty where it does not say it."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def __getitem__(self, key: str) -> str:
        """Return a setting as it stands."""
        return self._values.get(key, "")

    def number(self, key: str, otherwise: int) -> int:
        """Return a whole number, `otherwise` where none is stated."""
        return int(self[key]) if self[key].isascii() and self[key].isdigit() else otherwise

    @property
    def unified(self) -> bool:
        """Whether the template is of the third generation."""
        return self["TemplateType"] == "unified"

    @property
    def marketplace(self) -> str:
        """The id of the marketplace that the template was made for."""
        return self["primaryMarketplaceId"].removeprefix(_MARKETPLACE)

    @property
    def more_marketplaces(self) -> tuple[str, ...]:
        """The ids of further marketplaces that offers can be filled in for."""
        listed = _json_in(self["additionalMarketplaces"])
        return tuple(str(each).removeprefix(_MARKETPLACE) for each in listed)

    @property
    def account(self) -> str:
        """The account that the template was made for, as several projects read it; Amazon does not say."""
        return self["contributorId"].removeprefix(_ACCOUNT)

    @property
    def timestamp(self) -> str:
        """When the template was made, an ISO date, from the version where no time is stated."""
        if self["timestamp"]:
            return self["timestamp"][:10]
        version = re.fullmatch(r"(\d{4})\.(\d\d)(\d\d)", self["Version"])
        return "-".join(version.groups()) if version else ""

    @property
    def product_types(self) -> tuple[str, ...]:
        """The product types of the template, as Amazon's interfaces call them."""
        listed = _decoded(self["ptds"] or self["TemplateSignature"])
        return tuple(each for each in listed.split(",") if each)

    def machine_values(self) -> dict[str, dict[str, str]]:
        """Return by attribute what machines call the values that the template shows under another name."""
        found: dict[str, dict[str, str]] = {}
        for entry in _json_in(self["attributeSettings"]):
            if isinstance(entry, dict) and isinstance(entry.get("aliases"), dict):
                pairs = {k: v for k, v in entry["aliases"].items() if isinstance(v, str) and k != v}
                found.setdefault(str(entry.get("attribute")), {}).update(pairs)
        return found


def read_settings(first_row: Iterable[str]) -> Settings | None:
    """Return the settings in the first row of a Template sheet, None where the row holds none."""
    pairs: dict[str, str] = {}
    parts: list[tuple[int, str]] = []
    for cell in first_row:
        if part := _PART.fullmatch(cell):
            parts.append((int(part[1] or 1), part[2]))
        elif pair := _PAIR.fullmatch(cell):
            pairs[pair[1]] = pair[2].strip()
    text = "".join(part for _, part in sorted(parts, key=lambda numbered: numbered[0]))
    pairs |= _query(text)
    return Settings(pairs) if parts or "TemplateType" in pairs else None


def _query(text: str) -> dict[str, str]:
    """Return the fields of a query string; `+` stands for itself, for it is part of base64."""
    split = (field.partition("=") for field in text.split("&") if field)
    return {name: unquote(value) for name, _, value in split}


def _decoded(text: str) -> str:
    """Return what a base64 text says, empty where it is damaged."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""


def _json_in(text: str) -> list[object]:
    try:
        value = json.loads(_decoded(text) or "[]")
    except ValueError:
        return []
    return value if isinstance(value, list) else []
