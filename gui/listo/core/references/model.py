"""What the reference files say, in a form that checks can look things up in.

An Amazon file's attributes go by several names: in the XML feed, by label, id and path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from listo.core.references.names import (
    amazon_words,
    family,
    feed_name_of,
    feed_names,
    fold_header,
    normalize_value,
    plain_names,
    sent_families,
    strip_selectors,
    to_camel_case,
)

ReferenceKind = Literal[
    "amazon-values",
    "vtex-products",
    "vtex-sku-specifications",
    "vtex-product-specifications",
    "processing-report",
    "messages",
    "sku-weights",
]
Requirement = Literal["required", "may-be-required", "conditional", "recommended", "optional"]

ALL_TYPES = ""
"""The product type under which values stand that count for every product type."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of Amazon as the seller's workbook defines it.

    `key` identifies it inside the workbook (`color_name`, `color#1.value`, the label where the
    workbook gives no id); `names` are all the names that it goes by there; `label` is the one to
    show. `values` are the accepted values by product type (`ALL_TYPES` where the list is
    unqualified), each list in the workbook's order and spelling without the deprecated mark; an
    attribute with no list has none. `deprecated` are the values marked as not to be used. `machine`
    gives for values that the workbook shows under another name the one that machines use, and
    Amazon takes both (`7X-Large`: `7x_l`). `required` is by product type, `product_types` are those
    that it applies to (none: all).
    """

    key: str
    label: str
    names: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deprecated: frozenset[str] = frozenset()
    required: Mapping[str, Requirement] = field(default_factory=dict)
    machine: Mapping[str, str] = field(default_factory=dict)
    product_types: tuple[str, ...] = ()

    @property
    def is_sent_by_integration(self) -> bool:
        """Whether VTEX fills it from the product itself (SKU, title, brand …), so that no row need map it."""
        return family(self.key) in sent_families()

    @property
    def is_theme(self) -> bool:
        """Whether its values are the variation themes."""
        return family(self.key).removesuffix(".name").replace("_", "").casefold() == "variationtheme"

    def accepted(self, product_types: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the accepted values: of those product types, or of all where none is given."""
        wanted = {*product_types, ALL_TYPES}
        chosen = [v for t, v in self.values.items() if wanted == {ALL_TYPES} or t in wanted]
        return tuple(dict.fromkeys(value for values in chosen for value in values))

    def spellings(self, product_types: Iterable[str] = ()) -> dict[str, str]:
        """Return every text that Amazon takes, made comparable, with the accepted value that it stands for.

        Compare with `normalize_value(text)`; the names for machines are among the keys.
        """
        values = self.accepted(product_types)
        found = {normalize_value(value): value for value in reversed(values)}
        for value in values:
            if value in self.machine:
                found.setdefault(normalize_value(self.machine[value]), value)
        return found


@dataclass(frozen=True, slots=True)
class AmazonValues:
    """What one Amazon workbook says: attributes, variation themes, and where and when it is from.

    `generation` is 1, 2 or 3 for a category template of Amazon and 0 for VTEX's workbook of
    mandatory attributes. `themes` and `deprecated_themes` are the exact spellings of the workbook.
    `marketplace` is an Amazon marketplace id, `timestamp` an ISO date, `account` the account id that
    the template was made for (an inference), each empty where the workbook does not say. `file` is the path
    of the workbook, `kind` what the older flat files call themselves (`autoaccessory`). `offer_only` tells of
    a template that holds an offer's fields alone.
    """

    generation: Literal[0, 1, 2, 3]
    attributes: tuple[Attribute, ...]
    themes: tuple[str, ...] = ()
    deprecated_themes: tuple[str, ...] = ()
    product_types: tuple[str, ...] = ()
    marketplace: str = ""
    more_marketplaces: tuple[str, ...] = ()
    language: str = ""
    timestamp: str = ""
    account: str = ""
    shipping_templates: tuple[str, ...] = ()
    offer_only: bool = False
    file: str = field(default="", compare=False)
    kind: str = ""


@cache
def read_requirement(text: str) -> Requirement | None:
    """Return the level that a mark such as `Required` or `Opcional` states, None where it is none we know."""
    words = fold_header(text).split()
    for level, beginnings in amazon_words()["required"].items():
        if any(word.startswith(tuple(beginnings)) for word in words):
            is_denied = level == "required" and words[0] in amazon_words()["not"]
            return "optional" if is_denied else cast(Requirement, level)
    return None


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
