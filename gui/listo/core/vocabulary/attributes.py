"""What Amazon's attributes are called, whatever the workbook at hand.

One attribute has a name in the XML feed (`Color`), a field id in category templates of 2019 to 2026
(`color_name`) and another in unified ones (`color`). A workbook adds labels of its own; for those
see `references`. Beside the other vocabularies, for its table is one that people add words to.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from listo.core import resources


def feed_name(field: str) -> str | None:
    """Return the XML feed's name of a field id, or the name itself where it is one; None if there is none."""
    return _by_field().get(field)


def names() -> tuple[str, ...]:
    """Return the XML feed's names of all attributes."""
    return tuple(_table()["feed"])


def fields(feed: str) -> tuple[str, ...]:
    """Return the field ids that go by a name of the XML feed, the likeliest first; empty if unknown."""
    return tuple(_table()["feed"].get(feed, ()))


@cache
def _by_field() -> Mapping[str, str]:
    """Return field id -> feed name; where several share a field, the first in the table is the usual one."""
    names = {feed: feed for feed in _table()["feed"]}
    for feed, ids in _table()["feed"].items():
        for field in ids:
            names.setdefault(field, feed)
    return names


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/attributes.json")
    return table
