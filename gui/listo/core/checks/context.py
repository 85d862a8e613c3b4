"""What the checks know: the references of this session and what Listo brings along, looked up once each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from listo.core.checks import barcodes
from listo.core.checks.accepted_values import AcceptedValues, grouped_by_case
from listo.core.checks.suggestions import suggest, suggest_names
from listo.core.checks.view import UNREADABLE, Derivation, Reading, Source
from listo.core.mapping.mojibake import repair
from listo.core.mapping.sheet import Column
from listo.core.references.lookup import References
from listo.core.references.model import Attribute
from listo.core.references.vtex_products import VtexProducts
from listo.core.references.vtex_specifications import VtexField
from listo.core.skus.options import Options
from listo.core.texts import Language
from listo.core.vocabulary import attributes, product_types, themes
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
        self._words = words
        self._attributes: dict[str, Attribute | None] = {}
        self._values: dict[tuple[str, str], AcceptedValues | None] = {}
        self._types: dict[str, str] = {}
        self._fields: dict[str, VtexField | None] = {}
        self._feed_names: dict[str, str] = {}
        self._suggested: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def meets(self, needs: Iterable[str]) -> bool:
        """Return whether everything is there that a check needs."""
        return set(needs) <= self.met

    @cached_property
    def met(self) -> frozenset[str]:
        """Return the needs that are met."""
        policy = frozenset({"trade-policy"} if self.options.trade_policy else ())
        return self.references.needs() | policy

    @cached_property
    def language(self) -> Language | None:
        """Return the language that the sheet is written in, where it tells."""
        return detect_language(self._words)

    # Themes

    def theme(self, text: str) -> str | None:
        """Return the accepted theme that a text is, perhaps in another case; None if there is none."""
        if text in self._themes:
            return text
        return next(iter(self.themes_in_other_case(text)), None)

    def is_theme(self, text: str) -> bool:
        """Return whether a text is an accepted theme as it stands."""
        return text in self._themes

    def themes_in_other_case(self, text: str) -> tuple[str, ...]:
        """Return the accepted themes that differ from a text in case alone, the documented ones first."""
        return self._themes_by_case.get(text.casefold(), ())

    def suggest_themes(self, text: str, accepted: Iterable[str]) -> tuple[str, ...]:
        """Return the nearest themes: the same in another spelling, then in another order, then in letters."""
        choices = tuple(accepted)
        form = themes.normal_form(text)
        same = [one for one in choices if themes.normal_form(one) == form]
        turned = [one for one in choices if themes.same_attributes(one, text)]
        return tuple(dict.fromkeys([*same, *turned, *suggest_names(text, choices)]))[:5]

    @cached_property
    def preferred_themes(self) -> tuple[str, ...]:
        """Return every accepted theme: the workbook's first, then the four documented, then the others."""
        brought = (*themes.documented(), *sorted(themes.accepted()))
        return tuple(dict.fromkeys([*self.references.themes, *brought]))

    @cached_property
    def lists_themes(self) -> bool:
        """Return whether a workbook is there that says which themes Amazon offers."""
        return bool(self.references.themes or self.references.deprecated_themes)

    @cached_property
    def offered_forms(self) -> frozenset[str]:
        """Return the themes that the workbook offers, in the form that all spellings share."""
        return frozenset(map(themes.normal_form, self.references.themes))

    @cached_property
    def deprecated_forms(self) -> frozenset[str]:
        """Return the themes that the workbook lists only as deprecated, likewise."""
        return frozenset(map(themes.normal_form, self.references.deprecated_themes)) - self.offered_forms

    @cached_property
    def _themes(self) -> frozenset[str]:
        return themes.accepted() | {*self.references.themes, *self.references.deprecated_themes}

    @cached_property
    def _themes_by_case(self) -> dict[str, tuple[str, ...]]:
        return grouped_by_case([*self.preferred_themes, *self.references.deprecated_themes])

    # Types

    def type(self, text: str) -> str | None:
        """Return which of the two types a text is, perhaps in another case; None if neither."""
        return _TYPES_BY_CASE.get(text.casefold())

    # Product types

    @cached_property
    def product_types(self) -> tuple[str, ...]:
        """Return the product types of the workbooks; none where there is nothing to choose."""
        types = dict.fromkeys(
            each for values in self.references.amazon_values for each in values.product_types
        )
        return tuple(types) if len(types) > 1 else ()

    def product_type(self, category: str) -> str:
        """Return the product type that a text of CategoryID tells, empty where it is not certain."""
        if category not in self._types:
            known = (
                product_types.find_product_type(int(category), self.product_types)
                if category.isdecimal()
                else None
            )
            self._types[category] = known or ""
        return self._types[category]

    # What a text tells beyond itself

    @cached_property
    def reading(self) -> Reading:
        """Return how the texts of the sheet are to be understood."""
        return Reading(self.derived, frozenset(filter(repair, self._texts_of_references())))

    def _texts_of_references(self) -> Iterator[str]:
        for field in self.references.fields:
            yield from (field.name, *field.values)
        for attribute in self.references.attributes:
            yield from chain.from_iterable(attribute.values.values())

    @cached_property
    def derived(self) -> Mapping[Source, Derivation]:
        """Return for each source that is no column from which one it follows, and how."""
        derived: dict[Source, Derivation] = {
            "Attribute": ("AmazonSpecification", self._attribute_told),
            "Field": ("VTEXSpecification", self._field_told),
        }
        if self.product_types:
            derived["ProductType"] = ("CategoryID", self.product_type)
        return derived

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
    def barcode_faults(self) -> list[barcodes.Fault | None]:
        """Return what is wrong with the EAN/UPC of each row of the export of products and SKUs."""
        return [None if text is None else barcodes.fault(text) for text in self.products.texts("ean")]

    def field(self, name: str) -> VtexField | None:
        """Return the field of that name, perhaps in other capitals or accents; None where there is none."""
        if name not in self._fields:
            fields = self.references.fields
            other = fields.in_other_spelling(name) if name else ()
            self._fields[name] = fields.get(name) or next(iter(other), None)
        return self._fields[name]

    # Attributes and their values

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute that goes by this name, perhaps in another case; None without references."""
        if name not in self._attributes:
            found = self.references.attribute_ignoring_case(name) if name else None
            self._attributes[name] = found[0] if found else None
        return self._attributes[name]

    def accepted(self, name: str, product_type: str = "") -> AcceptedValues | None:
        """Return the list of the attribute that goes by this name, for a product type or for all; or None."""
        key = (name, product_type)
        if key not in self._values:
            attribute = self.attribute(name)
            found = AcceptedValues(attribute, product_type) if attribute else None
            self._values[key] = found if found and found.texts else None
        return self._values[key]

    def lists_differ(self, name: str) -> bool:
        """Return whether an attribute has lists of its own for several product types."""
        attribute = self.attribute(name)
        return attribute is not None and len(set(attribute.values.values())) > 1

    def suggest_values(self, name: str, value: str, product_type: str = "") -> tuple[str, ...]:
        """Return the accepted values nearest to `value`, found once per list and value."""
        key = (name, value, product_type)
        if key not in self._suggested:
            accepted = self.accepted(name, product_type)
            texts, spelled = accepted.texts if accepted else (), self.references.attribute_spelling(name)
            self._suggested[key] = suggest(value, texts, attribute=spelled, language=self.language)
        return self._suggested[key]

    def feed_name(self, name: str) -> str:
        """Return an attribute's name in the XML feed in small letters: `color_name` gives `color`."""
        if name not in self._feed_names:
            attribute = self.attribute(name)
            spelled = self.references.attribute_spelling(name)
            known = attributes.feed_name(spelled) or attributes.feed_name(
                attribute.key if attribute else name
            )
            self._feed_names[name] = (known or spelled).casefold()
        return self._feed_names[name]

    def value_error(self, name: str) -> str:
        """Return the error that VTEX shows for a wrong value of the attribute."""
        return _VALUE_ERRORS.get(self.feed_name(name), "map-value-not-accepted")

    def mandatory_error(self, name: str) -> str:
        """Return the error that VTEX or Amazon shows where the attribute is not mapped at all."""
        return _MANDATORY_ERRORS.get(self.feed_name(name), "asin-missing-attributes")

    # What can stand in a cell

    def accepted_texts(self, column: Column, texts: Mapping[Column, str]) -> tuple[str, ...]:
        """Return the texts that a cell of that column may hold in a row of those cleaned texts.

        In the order of the references; none where anything may stand there, or nothing is known of it.
        """
        match column:
            case "VariationTheme":
                return self.preferred_themes
            case "Type":
                return TYPES
            case "AmazonSpecification":
                return self.references.spellings or attributes.names()
            case "AmazonValue":
                return self._current_values(texts["AmazonSpecification"], texts["CategoryID"])
            case "VTEXSpecification":
                return self.references.fields.names
            case "VTEXValue":
                field = self.field(texts["VTEXSpecification"])
                return tuple(field.values) if field else ()
        return ()

    def _current_values(self, name: str, category: str) -> tuple[str, ...]:
        accepted = self.accepted(name, self.product_type(category)) if name else None
        return accepted.current(accepted.texts) if accepted else ()

    def is_accepted(self, column: Column, attribute: str, text: str) -> bool:
        """Return whether nothing that is known speaks against a text in that column, by itself.

        `attribute` is whose value it is, in a column of values.
        """
        match column:
            case "VariationTheme":
                return self.is_theme(text)
            case "Type":
                return text in TYPES
            case "AmazonSpecification":
                return not self.references.amazon_values or self.attribute(text) is not None
            case "AmazonValue":
                accepted = self.accepted(attribute)
                return accepted is None or (accepted.has(text) and not accepted.is_deprecated(text))
        return True
