"""By which names the attributes of an Amazon file go: in the XML feed, by label, id and path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from listo.core.references.model import Attribute, Requirement
from listo.core.references.names import (
    family,
    feed_name_of,
    feed_names,
    plain_names,
    strip_selectors,
    to_camel_case,
)


class AttributeNames:
    """The names of one Amazon file's attributes, each by its family: numbered twins are one attribute."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self._groups: dict[str, list[Attribute]] = {}
        for attribute in attributes:
            self._groups.setdefault(family(attribute.key), []).append(attribute)
        self._merged: dict[str, Attribute] = {}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._by_case: dict[str, str] = {}
        for name, keys in self._claims().items():
            self._exact[name] = tuple(keys)
            self._by_case.setdefault(name.casefold(), name)
        for name, key in self._derived():
            if self._by_case.setdefault(name.casefold(), name) == name:
                self._exact.setdefault(name, (key,))

    @property
    def families(self) -> Iterable[str]:
        """The family of every attribute, in the file's order."""
        return self._groups

    def attribute(self, family_name: str) -> Attribute:
        """Return the attribute of a family; KeyError where the file has none."""
        if family_name not in self._merged:
            self._merged[family_name] = _merge_twins(self._groups[family_name])
        return self._merged[family_name]

    def find(self, name: str) -> tuple[str, ...]:
        """Return the families that go by exactly this name: several where they share a label, or none."""
        return self._exact.get(name) or self._exact.get(strip_selectors(name)) or ()

    def in_right_case(self, name: str) -> str | None:
        """Return the name that differs from this one in case alone, None where there is none."""
        return self._by_case.get(name.casefold()) or self._by_case.get(strip_selectors(name).casefold())

    def spelling(self, family_name: str) -> str:
        """Return how to write an attribute: as the XML feed does, else by its label."""
        feed = feed_name_of(family_name)
        first = self._exact[feed][:1] if feed else ()
        return feed if feed and first == (family_name,) else self._groups[family_name][0].label

    def _claims(self) -> dict[str, dict[str, None]]:
        """Return by name the families that go by it, the likeliest first.

        Families that share a label are all meant by it, beside the one whose name in the XML feed it is;
        an id or path is that of the first alone.
        """
        claims: dict[str, dict[str, None]] = {}
        for feed, families in feed_names().items():
            if own := [key for key in families if key in self._groups]:
                claims[feed] = {own[0]: None}
        for key, attributes in self._groups.items():
            for one in attributes:
                claims.setdefault(one.label, {})[key] = None
        for key, attributes in self._groups.items():
            for one in attributes:
                for name in (one.key, strip_selectors(one.key), *one.names):
                    claims.setdefault(name, {key: None})
        return claims

    def _derived(self) -> Iterator[tuple[str, str]]:
        """Yield names that stand nowhere in the workbook; `color` beside `Color` is no name but a slip."""
        for key in self._groups:
            yield from (
                (name, key) for word in (key, *plain_names(key)) for name in (word, to_camel_case(word))
            )


def _merge_twins(attributes: list[Attribute]) -> Attribute:
    """Return one attribute for several that are the same thing: what any of them takes is taken."""
    first = attributes[0]
    if len(attributes) == 1:
        return first
    return Attribute(
        key=first.key,
        label=first.label,
        names=tuple(dict.fromkeys(name for one in attributes for name in one.names)),
        values=_union([one.values for one in attributes]),
        deprecated=frozenset[str]().union(*(one.deprecated for one in attributes)),
        required=_strongest([one.required for one in attributes]),
        machine={value: code for one in reversed(attributes) for value, code in one.machine.items()},
        product_types=tuple(dict.fromkeys(each for one in attributes for each in one.product_types)),
    )


def _union(lists: list[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    types = dict.fromkeys(each for one in lists for each in one)
    return {each: tuple(dict.fromkeys(v for one in lists for v in one.get(each, ()))) for each in types}


_STRENGTH: tuple[Requirement, ...] = (
    "optional",
    "recommended",
    "conditional",
    "may-be-required",
    "required",
)


def _strongest(requirements: list[Mapping[str, Requirement]]) -> dict[str, Requirement]:
    found: dict[str, Requirement] = {}
    for one in requirements:
        for product_type, level in one.items():
            found[product_type] = max(found.get(product_type, "optional"), level, key=_STRENGTH.index)
    return found
