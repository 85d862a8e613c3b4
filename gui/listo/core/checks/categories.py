"""The checks of the column CategoryID."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set

from listo.core.catalogue.entries import Severity
from listo.core.checks.context import CheckContext
from listo.core.checks.types import PlacedVerdict, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import KeyedView
from listo.core.mapping.sheet import Column
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.vocabulary import categories

DEFECTS = frozenset({166, 167, 169, 2668, 5181})
"""Global categories for which the connector had no browse node (a known issue of VTEX)."""

_WHOLE = re.compile(r"[0-9]{1,18}")
"""Eighteen digits always fit into the 64 bits of VTEX's ids; nineteen may not."""

_NUMBERS = re.compile(r"[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_DECIMALS = re.compile(r"[.,]0+$")
_MAPPED: tuple[Column, ...] = ("CategoryID", "AmazonSpecification")


def number(text: str) -> int | None:
    """Return the category id that a text is, None where it is not a positive whole number."""
    return (int(text) or None) if _WHOLE.fullmatch(text) else None


def _missing(_: CheckContext, text: str) -> Verdict | None:
    return None if text else Verdict()


def _not_a_number(_: CheckContext, text: str) -> Verdict | None:
    return Verdict(suggestions=_number_meant(text)) if text and number(text) is None else None


def _number_meant(text: str) -> tuple[str, ...]:
    """Return the id in `212.0`, `1.234` or `212 - Camisas`; nothing where there could be two."""
    plain = unicodedata.normalize("NFKC", text)
    if _THOUSANDS.fullmatch(plain):
        return (re.sub("[.,]", "", plain),)
    found = _NUMBERS.findall(_DECIMALS.sub("", plain))
    return tuple(found) if len(found) == 1 and number(found[0]) and "-" + found[0] not in plain else ()


def numbers_meant(text: str) -> tuple[int, ...]:
    """Return the category that a text names, perhaps not as it should; none where that is not certain."""
    right = number(text)
    return (right,) if right else tuple(map(int, _number_meant(text)))


def known_number(context: CheckContext, text: str) -> int | None:
    """Return the category that a text is: one of VTEX's global ones, or with an export of the store's own.

    A row whose category is unknown says so itself, and is no category of which more could be said.
    """
    category = number(text)
    if not category or categories.is_known(category) or category in DEFECTS:
        return category
    return category if category in context.references.store_categories else None


def _unknown(context: CheckContext, text: str) -> Verdict | None:
    if not number(text) or known_number(context, text):
        return None
    return Verdict({"case": "with-export"} if context.references.store_categories else {})


def _known_defect(_: CheckContext, text: str) -> Verdict | None:
    return Verdict({"category": text}) if number(text) in DEFECTS else None


def _mandatory_missing(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    required = {each: _required(context, each) for each in ("", *context.product_types)}
    mapped = _mapped(view, context) if any(required.values()) else {}
    wanted = {category: required[context.product_type(category)] for category in mapped}
    absent = {category: _absent(wanted[category], *names) for category, names in mapped.items()}
    rows: dict[str, list[int]] = {category: [] for category, keys in absent.items() if keys}
    for position, (category,) in view.rows_of(("CategoryID",), [(category,) for category in rows]):
        rows[category].append(view.number(position))
    for category, (first, *others) in rows.items():
        for attribute, severity in (wanted[category][key] for key in absent[category]):
            name = context.references.attribute_spelling(attribute.key)
            yield PlacedVerdict(first, None, name, _lacks(context, attribute, severity, category), others)


def _lacks(context: CheckContext, attribute: Attribute, severity: Severity, category: str) -> Verdict:
    arguments, product_type = {"category": category}, context.product_type(category)
    if product_type:
        arguments |= {"case": "one-type", "type": product_type}
    elif severity == "warning":
        arguments |= {"case": "some"}
    return Verdict(arguments, error_id=context.mandatory_error(attribute.key), severity=severity)


def _mapped(view: KeyedView, context: CheckContext) -> dict[str, tuple[set[str], set[str]]]:
    """Return by category the attributes that its rows are mapped to, and the names that are none."""
    mapped: dict[str, tuple[set[str], set[str]]] = {}
    for category, name in view.distinct(_MAPPED):
        if known_number(context, category):
            known, untold = mapped.setdefault(category, (set(), set()))
            attribute = context.attribute(name)
            if attribute:
                known.add(attribute.key)
            else:
                untold.add(name)
    return mapped


def _absent(required: Iterable[str], known: Set[str], untold: Set[str]) -> list[str]:
    """Return what a category lacks; nothing where that may be what its missing and unknown names mean.

    Those are said of their own cells.
    """
    absent = [key for key in required if key not in known]
    return absent if len(absent) > len(untold) else []


def _required(context: CheckContext, product_type: str) -> dict[str, tuple[Attribute, Severity]]:
    """Return by key the attributes that must be mapped by hand, and how sure that is.

    They are those of one product type, or where it is not known, of any.
    """
    references = context.references
    types = {each for values in references.amazon_values for each in values.product_types}
    levels = (
        (one, _severity_for(one, product_type) if product_type else _severity(one, types))
        for one in references.attributes
        if not one.is_sent_by_integration
    )
    return {one.key: (one, severity) for one, severity in levels if severity}


def _severity_for(attribute: Attribute, product_type: str) -> Severity | None:
    """Return `error` where the workbook requires the attribute of that product type, `warning` if perhaps."""
    if attribute.product_types and product_type not in attribute.product_types:
        return None
    level = attribute.required.get(product_type) or attribute.required.get(ALL_TYPES)
    return "error" if level == "required" else "warning" if level == "may-be-required" else None


def _severity(attribute: Attribute, product_types: Set[str]) -> Severity | None:
    """Return `error` where the workbook requires the attribute for every product, `warning` for some."""
    levels = set(attribute.required.values())
    if not levels & {"required", "may-be-required"}:
        return None
    of_all = not attribute.product_types or product_types <= set(attribute.product_types)
    return "error" if levels == {"required"} and of_all else "warning"


_WORKBOOK = AmazonValues(
    generation=3,
    attributes=(
        Attribute("target_gender", "TargetGender", ("target_gender",)),
        Attribute("material", "Material", ("material",), required={ALL_TYPES: "required"}),
    ),
)

CHECKS = (
    TextCheck(
        code="category-missing",
        severity="error",
        error_id="map-global-category-missing-or-wrong",
        columns=("CategoryID",),
        marks="CategoryID",
        judge=_missing,
        wrong=example(CategoryID=""),
    ),
    TextCheck(
        code="category-not-a-number",
        severity="error",
        error_id="map-global-category-missing-or-wrong",
        columns=("CategoryID",),
        marks="CategoryID",
        judge=_not_a_number,
        wrong=example(CategoryID="3.5"),
    ),
    TextCheck(
        code="category-unknown",
        severity="warning",
        error_id="map-global-category-id-not-found",
        columns=("CategoryID",),
        marks="CategoryID",
        judge=_unknown,
        wrong=example(CategoryID="99000001"),
    ),
    TextCheck(
        code="category-known-defect",
        severity="info",
        error_id="ki-category-not-in-browse-node",
        columns=("CategoryID",),
        marks="CategoryID",
        judge=_known_defect,
        wrong=example(CategoryID="166"),
    ),
)

MANDATORY_CHECKS = (
    SheetCheck(
        code="mandatory-attribute-missing",
        severity="error",
        needs=("amazon-values",),
        columns=_MAPPED,
        within=("CategoryID",),
        asks=(("CategoryID",), _MAPPED),
        find=_mandatory_missing,
        wrong=example(against=_WORKBOOK),
        right=example({}, {"AmazonSpecification": "Material"}, against=_WORKBOOK),
    ),
)
