"""What the reference files say, in a form that checks can look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from listo.core.references.names import (
    amazon_words,
    family,
    fold_header,
    normalize_value,
    sent_families,
)

ReferenceKind = Literal[
    "amazon-values",
    "vtex-products",
    "vtex-sku-specifications",
    "vtex-product-specifications",
    "processing-report",
    "messages",
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
