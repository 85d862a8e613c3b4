"""Everything that the dropped references say, looked up by whatever name an attribute goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from listo.core.references.model import AmazonValues, Attribute, Requirement
from listo.core.references.names import (
    family,
    feed_name_of,
    feed_names,
    find_id_in_right_case,
    plain_names,
    strip_selectors,
    to_camel_case,
)
from listo.core.references.vtex_products import VtexProducts, merge_products
from listo.core.references.vtex_specifications import VtexFields, VtexSpecifications


class References:
    """The reference files of one session. Look-ups are cheap; build it anew when a file comes or goes."""

    def __init__(
        self,
        amazon_values: Iterable[AmazonValues] = (),
        vtex_products: Iterable[VtexProducts] = (),
        vtex_specifications: Iterable[VtexSpecifications] = (),
    ) -> None:
        self.amazon_values = tuple(amazon_values)
        self.vtex_products = tuple(vtex_products)
        self.vtex_specifications = tuple(vtex_specifications)
        self._merged: dict[str, Attribute | None] = {}

    def needs(self) -> frozenset[str]:
        """Return which of the checks' needs are met: kinds of reference, and `column-…` of the exports."""
        met = {
            "amazon-values": self.amazon_values,
            "vtex-products": self.vtex_products,
            "vtex-specifications": self.vtex_specifications,
            "column-field-name": any(each.names_fields for each in self.vtex_specifications),
        }
        columns = {f"column-{column}" for each in self.vtex_products for column in each.columns}
        return frozenset(columns | {need for need, there in met.items() if there})

    @cached_property
    def products(self) -> VtexProducts | None:
        """Return the exports of products and SKUs as one, None without any."""
        return merge_products(self.vtex_products)

    @cached_property
    def fields(self) -> VtexFields:
        """Return the fields of products and SKUs that the exports of specifications name."""
        return VtexFields(self.vtex_specifications, self.products)

    @cached_property
    def store_categories(self) -> Mapping[int, str]:
        """Return the categories of the store by id, with their names, as any VTEX export tells them."""
        found = [each.names_of_store_categories for each in self.vtex_specifications]
        found += [each.names_of_store_categories for each in self.vtex_products]
        return {number: name for names in found for number, name in names.items()}

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """Return the variation themes that the workbooks offer, in their spelling."""
        return tuple(dict.fromkeys(theme for one in self.amazon_values for theme in one.themes))

    @cached_property
    def deprecated_themes(self) -> tuple[str, ...]:
        """Return the themes that the workbooks list only as not to be used any more."""
        listed = dict.fromkeys(theme for one in self.amazon_values for theme in one.deprecated_themes)
        return tuple(theme for theme in listed if theme not in self.themes)

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """Return each attribute once, its numbered twins and its likes in other workbooks merged."""
        found = (self.attribute(spelling) for spelling in self.spellings)
        return tuple(attribute for attribute in found if attribute)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Return the spelling to suggest of every attribute, as candidates for a name that is unknown."""
        return tuple(dict.fromkeys(each for names in self._names for each in names.spellings))

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute that goes by exactly this name, whichever of its names it is.

        Where several workbooks know it, what any of them takes is taken.
        """
        if name not in self._merged:
            other = self.attribute_spelling(name)
            if other.casefold() == name.casefold():
                other = name  # the same name in another case is no other name
            found = [names.find(name) or names.find(other) for names in self._names]
            self._merged[name] = merge_attributes([one for one in found if one])
        return self._merged[name]

    def attribute_ignoring_case(self, name: str) -> tuple[Attribute, str] | None:
        """Return the attribute that goes by this name in some case, and the name as it is spelled right."""
        spelled = name if self.attribute(name) else self._in_right_case(name)
        found = self.attribute(spelled) if spelled else None
        return (found, spelled) if found and spelled else None

    def attribute_spelling(self, name: str) -> str:
        """Return how to write an attribute: as the XML feed does, else by its label; `name` if unknown."""
        known = (names.spelling(name) for names in self._names)
        return next((each for each in known if each), None) or feed_name_of(family(name)) or name

    def _in_right_case(self, name: str) -> str | None:
        known = (names.in_right_case(name) for names in self._names)
        return next((each for each in known if each), None) or find_id_in_right_case(name)

    @cached_property
    def _names(self) -> tuple[_Names, ...]:
        return tuple(_Names(values.attributes) for values in self.amazon_values)


class _Names:
    """The names of one workbook's attributes; numbered twins are one attribute here."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self._groups: dict[str, list[Attribute]] = {}
        for attribute in attributes:
            self._groups.setdefault(family(attribute.key), []).append(attribute)
        self._exact: dict[str, str] = {}
        self._by_case: dict[str, str] = {}
        for name, key in self._claims():
            self._exact.setdefault(name, key)
            self._by_case.setdefault(name.casefold(), name)
        for name, key in self._derived():
            if self._by_case.setdefault(name.casefold(), name) == name:
                self._exact.setdefault(name, key)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        return tuple(self._spelling(key) for key in self._groups)

    def find(self, name: str) -> Attribute | None:
        key = self._key(name)
        return merge_attributes(self._groups[key]) if key else None

    def spelling(self, name: str) -> str | None:
        key = self._key(name)
        return self._spelling(key) if key else None

    def in_right_case(self, name: str) -> str | None:
        return self._by_case.get(name.casefold()) or self._by_case.get(strip_selectors(name).casefold())

    def _key(self, name: str) -> str | None:
        return self._exact.get(name) or self._exact.get(strip_selectors(name))

    def _spelling(self, key: str) -> str:
        feed = feed_name_of(key)
        return feed if feed and self._exact[feed] == key else self._groups[key][0].label

    def _claims(self) -> Iterator[tuple[str, str]]:
        """Yield (name, family), the claims that win first where two families claim a name."""
        for feed, families in feed_names().items():
            yield from ((feed, key) for key in families if key in self._groups)
        for key, attributes in self._groups.items():
            yield from ((one.label, key) for one in attributes)
        for key, attributes in self._groups.items():
            for one in attributes:
                yield from ((name, key) for name in (one.key, strip_selectors(one.key), *one.names))

    def _derived(self) -> Iterator[tuple[str, str]]:
        """Yield names that stand nowhere in the workbook; `color` beside `Color` is no name but a slip."""
        for key in self._groups:
            yield from (
                (name, key) for word in (key, *plain_names(key)) for name in (word, to_camel_case(word))
            )


def merge_attributes(attributes: list[Attribute]) -> Attribute | None:
    """Return one attribute for several that are the same thing: what any of them takes is taken."""
    if len(attributes) < 2:
        return attributes[0] if attributes else None
    first = attributes[0]
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
