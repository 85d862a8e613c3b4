"""The checks of the column CategoryID."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from listo.core.checks.context import CheckContext
from listo.core.checks.types import PlacedVerdict, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, KeyedView
from listo.core.coverage.requirements import RequiredAttribute
from listo.core.mapping.sheet import Column
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.vocabulary import categories

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity

DEFECTS = frozenset({166, 167, 169, 2668, 5181})
"""Global categories for which the connector had no browse node (a known issue of VTEX)."""

_NUMBERS = re.compile(r"[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_DECIMALS = re.compile(r"[.,]0+$")
_MAPPED: tuple[Column, ...] = ("CategoryID", "AmazonSpecification")
_OF_A_VALUE: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")


def _missing(_: CheckContext, text: str) -> Verdict | None:
    return None if text else Verdict()


def _not_a_number(_: CheckContext, text: str) -> Verdict | None:
    return Verdict(suggestions=_number_meant(text)) if text and categories.parse_id(text) is None else None


def _number_meant(text: str) -> tuple[str, ...]:
    """Return the id in `212.0`, `1.234` or `212 - Camisas`; nothing where there could be two."""
    plain = unicodedata.normalize("NFKC", text)
    if _THOUSANDS.fullmatch(plain):
        return (re.sub("[.,]", "", plain),)
    found = _NUMBERS.findall(_DECIMALS.sub("", plain))
    return (
        tuple(found)
        if len(found) == 1 and categories.parse_id(found[0]) and "-" + found[0] not in plain
        else ()
    )


def numbers_meant(text: str) -> tuple[int, ...]:
    """Return the category that a text names, perhaps not as it should; none where that is not certain."""
    right = categories.parse_id(text)
    return (right,) if right else tuple(map(int, _number_meant(text)))


def known_number(context: CheckContext, text: str) -> int | None:
    """Return the category that a text is: one of VTEX's global ones, or with an export of the store's own.

    A row whose category is unknown says so itself, and is no category of which more could be said.
    """
    category = categories.parse_id(text)
    if not category or categories.is_known(category) or category in DEFECTS:
        return category
    return category if category in context.references.store_categories else None


def judged_number(context: CheckContext, text: str) -> int | None:
    """Return the category that a text is; also one that nobody knows, in a sheet that goes by such ids."""
    known = known_number(context, text)
    return known or (categories.parse_id(text) if context.has_own_ids(context.categories) else None)


def _unknown(context: CheckContext, text: str) -> Verdict | None:
    if not categories.parse_id(text) or known_number(context, text):
        return None
    of_store = context.references.store_categories
    is_told = context.category_ids.reading in ("global", "store") and (
        of_store or context.options.category_ids == "global"
    )
    severity: Severity = "warning" if is_told else "info"  # it may be the store's own
    return Verdict({"case": "with-export"} if of_store else {}, severity=severity)


def _known_defect(context: CheckContext, text: str) -> Verdict | None:
    if categories.parse_id(text) not in DEFECTS or context.category_ids.reading == "store":
        return None
    return Verdict({"category": text})


def _mandatory_missing(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    mapped = _mapped(view, context)
    absent = {category: _absent(context, category, *names) for category, names in mapped.items()}
    lacking = [(category,) for category, required in absent.items() if required]
    rows: dict[str, list[int]] = {}
    for position, (category,) in view.rows_of(("CategoryID",), lacking):
        if category in rows or not _is_nobodys(position, view):
            rows.setdefault(category, []).append(view.number(position))
    for category, (first, *others) in rows.items():
        for one in absent[category]:
            yield PlacedVerdict(first, None, one.spelling, _lacks(context, category, one), others)


def _is_nobodys(position: int, view: KeyedView) -> bool:
    """Return whether a row does not say of which value it is: its category may not be in the sheet."""
    return any(view.cleaned_text(position, name) in ("", UNREADABLE) for name in _OF_A_VALUE)


def _lacks(context: CheckContext, category: str, one: RequiredAttribute) -> Verdict:
    arguments = {"category": category}
    if one.product_type:
        case = "one-type" if one.is_hard else "some-of-type"
        arguments |= {"case": case, "type": one.product_type}
    elif not one.is_hard:
        arguments |= {"case": "some"}
    severity: Severity = "error" if one.is_hard else "warning"
    return Verdict(arguments, error_id=context.mandatory_error(one.spelling), severity=severity)


def _mapped(view: KeyedView, context: CheckContext) -> dict[str, tuple[set[str], set[str]]]:
    """Return by category of which a file requires something what it is mapped to, and names that are none."""
    asking = {category: context.requirements_of(category) for (category,) in view.distinct(("CategoryID",))}
    asking = {each: it for each, it in asking.items() if it.required and judged_number(context, each)}
    mapped: dict[str, tuple[set[str], set[str]]] = {category: (set(), set()) for category in asking}
    for category, name in view.distinct(_MAPPED) if asking else ():
        if category in asking:
            (known, untold), requirements = mapped[category], asking[category]
            if right := requirements.right_name(name):
                known |= requirements.identities(right)
            else:
                untold.add(name)
    return mapped


def _absent(
    context: CheckContext, category: str, known: Set[str], untold: Set[str]
) -> Sequence[RequiredAttribute]:
    """Return what a category lacks; nothing where that may be what its missing and unknown names mean.

    Those are said of their own cells.
    """
    required = context.requirements_of(category).required
    absent = [one for one in required if not known & one.identities]
    return absent if len(absent) > len(untold) else ()


_WORKBOOK = AmazonValues(
    generation=3,
    attributes=(
        Attribute("target_gender", "TargetGender", ("target_gender",)),
        Attribute("material", "Material", ("material",), required={ALL_TYPES: "required"}),
    ),
    product_types=("SHIRT",),
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
        names_what_lacks=True,
        concerns="category",
        severity="error",
        needs=("amazon-values",),
        columns=_MAPPED,
        also_reads=_OF_A_VALUE,
        within=("CategoryID",),
        asks=(("CategoryID",), _MAPPED),
        find=_mandatory_missing,
        wrong=example(against=_WORKBOOK),
        right=example({}, {"AmazonSpecification": "Material"}, against=_WORKBOOK),
    ),
)
