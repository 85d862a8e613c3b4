"""The checks of the column CategoryID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listo.core.checks.knowledge import Knowledge
from listo.core.checks.model import Found, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import SheetView
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.sheets import Column
from listo.core.vocabulary import categories

DEFECTS = frozenset({166, 167, 169, 2668, 5181})
"""Global categories for which the connector had no browse node (a known issue of VTEX)."""

_WHOLE = re.compile(r"[0-9]{1,18}")
_NUMBERS = re.compile(r"[0-9]+")
_DECIMALS = re.compile(r"[.,]0+$")
_MAPPED: tuple[Column, ...] = ("CategoryID", "AmazonSpecification")


def number(text: str) -> int | None:
    """Return the category id that a text is, None where it is not a positive whole number."""
    return (int(text) or None) if _WHOLE.fullmatch(text) else None


def _missing(_: Knowledge, text: str) -> Verdict | None:
    return None if text else Verdict()


def _not_a_number(_: Knowledge, text: str) -> Verdict | None:
    return Verdict(suggestions=_number_meant(text)) if text and number(text) is None else None


def _number_meant(text: str) -> tuple[str, ...]:
    """Return the id in `212.0` or `212 - Camisas`; nothing where there could be two."""
    found = _NUMBERS.findall(_DECIMALS.sub("", text))
    return tuple(found) if len(found) == 1 and number(found[0]) and "-" + found[0] not in text else ()


def _unknown(_: Knowledge, text: str) -> Verdict | None:
    category = number(text)
    return Verdict() if category and category not in DEFECTS and not categories.is_known(category) else None


def _known_defect(_: Knowledge, text: str) -> Verdict | None:
    return Verdict() if number(text) in DEFECTS else None


def _mandatory_missing(view: SheetView, knowledge: Knowledge) -> Iterator[Found]:
    mapped = _mapped_families(view, knowledge)
    required = _required(knowledge)
    absent = {
        category: [one for one in required if one.key not in families]
        for category, families in mapped.items()
        if families is not None
    }
    if not any(absent.values()):
        return
    rows: dict[str, list[int]] = {category: [] for category, missing in absent.items() if missing}
    for position, text in enumerate(view.cleaned("CategoryID")):
        if text in rows:
            rows[text].append(view.number(position))
    for category, (first, *others) in rows.items():
        for attribute in absent[category]:
            verdict = _lacks(knowledge, attribute, category)
            yield Found(first, None, _name(knowledge, attribute), verdict, others)


def _mapped_families(view: SheetView, knowledge: Knowledge) -> dict[str, set[str] | None]:
    """Return by category the attributes that its rows are mapped to; None where one cannot be told."""
    mapped: dict[str, set[str] | None] = {}
    for category, name in view.distinct(_MAPPED):
        if number(category) is None:
            continue
        families = mapped.setdefault(category, set())
        attribute = knowledge.attribute(name)
        if attribute is None:
            mapped[category] = None  # a missing or unknown name is said of its own cell
        elif families is not None:
            families.add(attribute.key)
    return mapped


def _required(knowledge: Knowledge) -> list[Attribute]:
    """Return the attributes that must be mapped by hand in every category of the workbook."""
    return [one for one in knowledge.references.attributes if _level(one) and not one.is_sent_by_integration]


def _level(attribute: Attribute) -> str:
    """Return `required` or `may-be-required` as the workbook means it for all product types, else nothing."""
    levels = set(attribute.required.values())
    if levels == {"required"}:
        return "required"
    return "may-be-required" if levels & {"required", "may-be-required"} else ""


def _name(knowledge: Knowledge, attribute: Attribute) -> str:
    return knowledge.references.attribute_spelling(attribute.key)


def _lacks(knowledge: Knowledge, attribute: Attribute, category: str) -> Verdict:
    return Verdict(
        {"category": category},
        error_id=knowledge.mandatory_error(attribute.key),
        severity="error" if _level(attribute) == "required" else "warning",
    )


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
        find=_mandatory_missing,
        wrong=example(against=_WORKBOOK),
        right=example({}, {"AmazonSpecification": "Material"}, against=_WORKBOOK),
    ),
)
