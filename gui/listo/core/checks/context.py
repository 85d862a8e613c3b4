"""What the checks know: the references of this session and what Listo brings along, looked up once each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any
from weakref import WeakKeyDictionary

from listo.core.checks.barcodes import SkuBarcodes
from listo.core.checks.suggestions import Candidates, candidates_of
from listo.core.checks.view import UNREADABLE, Derivation, SheetReading, Source
from listo.core.coverage.model import Coverage
from listo.core.coverage.product_types import Lineage, lineage_of, lineage_of_name
from listo.core.coverage.requirements import AcceptedValues, FilePart, Requirements
from listo.core.mapping.cell_text import repair
from listo.core.mapping.sheet import Column
from listo.core.references.files import References
from listo.core.references.vtex_catalog import VtexField, VtexProducts
from listo.core.skus.index import SkuIndex, index_of
from listo.core.skus.options import CategoryReading, Options
from listo.core.skus.sheet_skus import SheetSkus, read_categories
from listo.core.skus.twins import TwinIndex
from listo.core.texts import Language
from listo.core.vocabulary import attributes
from listo.core.vocabulary.categories import is_known, parse_id
from listo.core.vocabulary.glossary import detect_language

TYPES = ("Variation", "Information")
_TYPES_BY_CASE = {one.casefold(): one for one in TYPES}

_VALUE_ERRORS: Mapping[str, str] = {
    "size": "map-size-not-accepted",
    "color": "map-color-not-accepted",
    "sizemap": "map-sizemap-not-accepted",
    "targetgender": "map-targetgender-not-accepted",
    "department": "map-material-or-department-not-accepted",
    "material": "map-material-or-department-not-accepted",
}
_MANDATORY_ERRORS: Mapping[str, str] = {
    "color": "attr-color-missing",
    "targetgender": "attr-targetgender-mandatory",
    "department": "attr-targetgender-mandatory",
    "author": "map-author-missing",
}


_FOUND: WeakKeyDictionary[References, dict[tuple[str | None, ...], dict[str, Any]]] = WeakKeyDictionary()
"""What checks found in references that are in use, by the options that count and the checks' codes."""


_MOST_SUGGESTED = 1 << 15
"""Values of which the suggestions are remembered: more than anybody corrects, and of more 300 bytes each."""


class KnownAttribute:
    """What is known of an attribute, by a name in any case, where the same files cover the category."""

    def __init__(self, requirements: Requirements, name: str, feed_name: str) -> None:
        self._requirements, self._name = requirements, name
        right = requirements.right_name(name) if name else None
        self.accepted = requirements.accepted(right) if right else None
        """The list against which a value counts, None where any text is taken or the name is strange."""
        self.is_strange = bool(requirements) and right is None
        """Whether the files have no attribute of that name."""
        self.is_age = attributes.is_minimum_age(right or name) or attributes.is_minimum_age(feed_name)
        self.error = _value_error(feed_name)
        """The error that VTEX shows for a wrong value."""

    @cached_property
    def spelling(self) -> str:
        """How to write it."""
        return self._requirements.spelling(self._name)

    @cached_property
    def own_type(self) -> str | None:
        """The product type whose list counts, None where all have the same."""
        return self._requirements.product_type if self._requirements.lists_differ(self._name) else None

    @cached_property
    def candidates(self) -> Candidates:
        """The values that it takes, to find the nearest ones to others."""
        return candidates_of(self.accepted.texts if self.accepted else (), self.spelling)


class CheckContext:
    """Look-ups for the checks of one run; every answer is remembered.

    `options` are what the person said of the integration, `words` texts of the sheet that tell in which
    language the person writes.
    """

    def __init__(
        self, references: References, options: Options | None = None, words: Sequence[str] = ()
    ) -> None:
        self.references = references
        self.options = options or Options()
        self._categories: Collection[int] = ()
        self._words = words
        self._fields: dict[str, VtexField | None] = {}
        self._in_use: dict[str, Mapping[str, int]] = {}
        self._feed_names: dict[str, str] = {}
        self._suggested: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._attributes: dict[tuple[str, str], KnownAttribute] = {}

    @property
    def categories(self) -> Collection[int]:
        """The categories of the sheet, known when its texts can be read; until then no check is asked."""
        return self._categories

    @categories.setter
    def categories(self, there: Collection[int]) -> None:
        self._categories = there
        if self.references.vtex_specifications:  # what rows count together is told by the categories
            of_category: Derivation = ("CategoryID", _number_told)
            self.derived["SkuGroup"] = of_category if self.value_skus else self.derived["Field"]

    def holds_for(self, categories: Collection[int]) -> bool:
        """Return whether all answers would be the same if the sheet had these categories."""
        if set(categories) == set(self.categories):
            return True
        reading = self.reading_of(categories).reading
        same_skus = reading == self.category_ids.reading and reading != "both"
        same_lone = not self._may_be_alone or lone_of(categories) == lone_of(self.categories)
        same_ids = self.has_own_ids(categories) == self.has_own_ids(self.categories)
        return same_skus and same_lone and same_ids

    def has_own_ids(self, categories: Collection[int]) -> bool:
        """Return whether a sheet of these categories goes by the store's own, of which no export tells.

        The person says so, or VTEX knows less than half of them: some are the same by chance.
        """
        if self.references.store_categories:
            return False
        if self.options.category_ids:
            return self.options.category_ids == "store"
        return 2 * sum(map(is_known, categories)) < len(categories)

    @cached_property
    def _may_be_alone(self) -> bool:
        """Whether a file could be for the only category of a sheet because it is the only one."""
        return any(len(values.product_types) == 1 for values in self.references.amazon_values)

    def meets(self, needs: Iterable[str]) -> bool:
        """Return whether everything is there that a check needs."""
        return set(needs) <= self.met

    @cached_property
    def met(self) -> frozenset[str]:
        """Return the needs that are met."""
        told = {"trade-policy": self.options.trade_policy, "kits": self.options.kits == "not-sent"}
        return self.references.needs() | {need for need, there in told.items() if there}

    @cached_property
    def language(self) -> Language | None:
        """Return the language that the sheet is written in, where it tells."""
        return detect_language(self._words)

    def once(self, code: str, find: Callable[[], Any]) -> Any:
        """Return what a check finds in the references alone: the same for every sheet, as options stand."""
        by_options = _FOUND.setdefault(self.references, {})
        if self._options_key not in by_options:
            by_options.clear()  # what other options told is not asked for again
            by_options[self._options_key] = {}
        found = by_options[self._options_key]
        if code not in found:
            found[code] = find()
        return found[code]

    @cached_property
    def _options_key(self) -> tuple[str | None, ...]:
        return self.options.trade_policy, self.options.kits, self.options.ean

    # The SKUs of the exports

    @cached_property
    def index(self) -> SkuIndex:
        """Return the SKUs of the exports, joined."""
        return index_of(self.references, self.options)

    @cached_property
    def category_ids(self) -> CategoryReading:
        """Return what CategoryID holds, as the exports or the person tell it."""
        return self.reading_of(self.categories)

    def reading_of(self, categories: Collection[int]) -> CategoryReading:
        """Return what CategoryID would hold if the sheet had these categories."""
        index = self.index if self.references.vtex_products else None
        sent = {index.pairs[pair]: count for pair, count in index.sent_by_pair.items()} if index else {}
        return read_categories(sent, categories, self.options.category_ids)

    @cached_property
    def skus(self) -> SheetSkus | None:
        """Return which SKUs go by the rows of which category; None where no export tells that."""
        if not self.references.vtex_products or self.category_ids.reading == "unknown":
            return None
        there = any(self.category_ids.wanted_of(self.index.pairs[pair]) for pair in self.index.sent_by_pair)
        return SheetSkus(self.index, self.category_ids, self.categories) if there else None

    @cached_property
    def value_skus(self) -> SheetSkus | None:
        """Return the same where the exports also tell the values of SKUs."""
        if self.skus is None:
            return None
        tells_values = self.index.has_sku_specifications or self.index.has_product_specifications
        return self.skus if tells_values else None

    @cached_property
    def twins(self) -> TwinIndex | None:
        """Return what finds SKUs of one product that end alike; None where the exports cannot tell."""
        told = self.value_skus and self.index.has_sku_specifications and "column-product-id" in self.met
        return self.index.once(TwinIndex) if told else None

    def skus_of_category(self, category: str) -> int | None:
        """Return how many SKUs go by the category that a text names; None where no export tells."""
        number = parse_id(category)
        return None if self.skus is None else self.skus.count(number) if number else 0

    def skus_of_row(self, category: str, field: str, value: str) -> int | None:
        """Return how many SKUs of its category have the value of a row; None where no export tells."""
        count = self.skus_of_category(category)
        if not count:
            return count
        known, number = self.field(field) if field != UNREADABLE else None, parse_id(category)
        if self.value_skus is None or known is None or number is None:
            return None
        return self.value_skus.using(number, known.name, value)

    def names_of_store(self, categories: Collection[int]) -> Mapping[int, str] | None:
        """Return the names of categories of the store; None where they may be VTEX's."""
        if self.reading_of(categories).reading != "store":
            return None
        known = self.references.store_categories
        return {each: known[each] for each in categories if known.get(each)}

    def name_of_category(self, category: str) -> str | None:
        """Return a category's name where it is known to be the store's own; None where it may be VTEX's."""
        number = parse_id(category)
        if self.category_ids.reading != "store" or not number:
            return None
        return self.references.store_categories.get(number, "")

    # What the Amazon files say

    @cached_property
    def coverage(self) -> Coverage:
        """Return for which categories each Amazon file speaks."""
        covers = self.options.covers
        return Coverage(self.references, lone=lone_of(self.categories), covers=covers, lineage=self._lineage)

    def _lineage(self, category: int) -> Lineage:
        """Return the names of a category and of those above it, by what CategoryID holds."""
        reading = self.category_ids.reading
        if reading == "store" or (reading == "both" and not is_known(category)):
            shared = self._global_categories.get(category, frozenset())
            if len(shared) != 1:
                return lineage_of_name(self.references.store_categories.get(category, ""))
            category = next(iter(shared))
        return lineage_of(category)

    @cached_property
    def _global_categories(self) -> Mapping[int | None, Collection[int]]:
        """By store category, the global ones that SKUs have which would be sent."""
        found: dict[int | None, set[int]] = {}
        for of_all, of_store in map(self.index.pairs.__getitem__, self.index.sent_by_pair):
            if of_all:
                found.setdefault(of_store, set()).add(of_all)
        return found

    def requirements(self, key: str) -> Requirements:
        """Return what the files ask of categories that are covered alike; see `Coverage.key`."""
        return self.coverage.requirements(key)

    def requirements_of(self, category: str) -> Requirements:
        """Return what the files ask of the category that a text of CategoryID names."""
        return self.requirements(self.coverage.key(category))

    def theme(self, text: str, category: str) -> str | None:
        """Return the theme that a text is, perhaps in another case, where it is accepted in a category."""
        return self.requirements_of(category).theme(text)

    @cached_property
    def _any_file(self) -> Requirements:
        """What any file says, whatever it covers: by this names are understood, and nothing is judged."""
        pairs = zip(self.references.amazon_values, self.references.attribute_names, strict=True)
        return Requirements([FilePart(values, names) for values, names in pairs])

    # Types

    def type(self, text: str) -> str | None:
        """Return which of the two types a text is, perhaps in another case; None if neither."""
        return _TYPES_BY_CASE.get(text.casefold())

    # What a text tells beyond itself

    @cached_property
    def reading(self) -> SheetReading:
        """Return how the texts of the sheet are to be understood."""
        return SheetReading(self.derived, frozenset(filter(repair, self._texts_of_references())))

    def _texts_of_references(self) -> Iterator[str]:
        for field in self.references.fields:
            yield from (field.name, *field.values)
        for values in self.references.amazon_values:
            for attribute in values.attributes:
                yield from chain.from_iterable(attribute.values.values())

    @cached_property
    def derived(self) -> dict[Source, Derivation]:
        """Return for each source that is no column from which one it follows, and how."""
        derived: dict[Source, Derivation] = {
            "Attribute": ("AmazonSpecification", self._attribute_told),
            "Field": ("VTEXSpecification", self._field_told),
        }
        if self.references.amazon_values:
            derived["Coverage"] = ("CategoryID", self._coverage_told)
        return derived

    def _coverage_told(self, category: str) -> str:
        return self.coverage.key(category)

    def _attribute_told(self, name: str) -> str:
        return self.feed_name(name) if name not in ("", UNREADABLE) else name

    def _field_told(self, name: str) -> str:
        field = self.field(name)
        return field.name if field else ""

    # VTEX's catalogue

    @cached_property
    def products(self) -> VtexProducts:
        """Return the products and SKUs of the exports; nothing where there is none."""
        products = self.references.products
        return VtexProducts({}) if products is None else products

    @cached_property
    def barcodes(self) -> SkuBarcodes:
        """Return what the barcode numbers of the SKUs are that would be sent."""
        return self.index.once(SkuBarcodes)

    def field(self, name: str) -> VtexField | None:
        """Return the field of that name, perhaps in other capitals or accents; None where there is none."""
        if name not in self._fields:
            fields = self.references.fields
            other = fields.in_other_spelling(name) if name else ()
            self._fields[name] = fields.get(name) or next(iter(other), None)
        return self._fields[name]

    def values_in_use(self, name: str) -> Mapping[str, int]:
        """Return as keys the values of a field that SKUs have anywhere, of lists their parts."""
        if name not in self._in_use:
            field = self.references.fields.get(name)
            texts = field.used if field else ()
            parts = (part for text in texts for part in (text, *(field.parts(text) if field else ())))
            self._in_use[name] = dict.fromkeys(parts, 0)
        return self._in_use[name]

    # Attributes and their values

    def attribute(self, name: str, key: str) -> KnownAttribute:
        """Return what is known of an attribute by a name where that is the coverage, see `Coverage.key`."""
        known = self._attributes.get((name, key))
        if known is None:
            known = KnownAttribute(self.requirements(key), name, self.feed_name(name))
            self._attributes[name, key] = known
        return known

    def suggest_values(self, name: str, value: str, key: str) -> tuple[str, ...]:
        """Return the values nearest to `value` that an attribute takes where that is the coverage."""
        wanted = (name, value, key)
        found = self._suggested.get(wanted)
        if found is None:
            found = self.attribute(name, key).candidates.nearest(value, self.language)
            if len(self._suggested) < _MOST_SUGGESTED:
                self._suggested[wanted] = found
        return found

    def feed_name(self, name: str) -> str:
        """Return an attribute's name in the XML feed in small letters: `color_name` gives `color`."""
        if name not in self._feed_names:
            right = self._any_file.right_name(name) if name else None
            meant = self._any_file.meant(right) if right else ()
            spelled = self._any_file.spelling(name)
            known = attributes.feed_name(spelled) or attributes.feed_name(
                meant[0].attribute.key if meant else name
            )
            self._feed_names[name] = (known or spelled).casefold()
        return self._feed_names[name]

    def attribute_meant(self, category: str, name: str) -> str:
        """Return what all names of an attribute have in common in a category; empty where there is none."""
        requirements = self.requirements_of(category)
        right = requirements.right_name(name) if requirements else name
        return self.feed_name(right) if right and right != UNREADABLE else ""

    def value_error(self, name: str) -> str:
        """Return the error that VTEX shows for a wrong value of the attribute."""
        return _value_error(self.feed_name(name))

    def mandatory_error(self, name: str) -> str:
        """Return the error that VTEX or Amazon shows where the attribute is not mapped at all."""
        return _MANDATORY_ERRORS.get(self.feed_name(name), "asin-missing-attributes")

    # What can stand in a cell

    def accepted_texts(self, column: Column, texts: Mapping[Column, str]) -> tuple[str, ...]:
        """Return the texts that a cell of that column may hold in a row of those cleaned texts.

        In the order of the references; none where anything may stand there, or nothing is known of it.
        """
        requirements = self.requirements_of(texts["CategoryID"])
        match column:
            case "VariationTheme":
                return requirements.preferred_themes
            case "Type":
                return TYPES
            case "AmazonSpecification":
                return requirements.spellings or attributes.names()
            case "AmazonValue":
                accepted = _list_of(requirements, texts["AmazonSpecification"])
                return accepted.current(accepted.texts) if accepted else ()
            case "VTEXSpecification":
                return self.references.fields.names
            case "VTEXValue":
                field = self.field(texts["VTEXSpecification"])
                return tuple(field.values) if field else ()
        return ()

    def is_accepted(self, column: Column, texts: Mapping[Column, str], text: str) -> bool:
        """Return whether nothing that is known speaks against a text in that column, by itself.

        `texts` are the cleaned ones of the row.
        """
        requirements = self.requirements_of(texts["CategoryID"])
        match column:
            case "VariationTheme":
                return requirements.is_theme(text)
            case "Type":
                return text in TYPES
            case "AmazonSpecification":
                return not requirements or requirements.right_name(text) is not None
            case "AmazonValue":
                accepted = _list_of(requirements, texts["AmazonSpecification"])
                return accepted is None or (accepted.has(text) and not accepted.is_deprecated(text))
        return True


def _value_error(feed_name: str) -> str:
    return _VALUE_ERRORS.get(feed_name, "map-value-not-accepted")


def _number_told(category: str) -> str:
    number = parse_id(category)
    return str(number) if number else ""


def _list_of(requirements: Requirements, name: str) -> AcceptedValues | None:
    """Return the list of the attribute that goes by this name, perhaps in another case."""
    return requirements.accepted(requirements.right_name(name) or name)


def lone_of(categories: Collection[int]) -> int | None:
    """Return the category of a sheet that has only one."""
    return next(iter(categories)) if len(categories) == 1 else None
