"""The checks of the shipping type name, and of the category template that lists the names at Amazon.

The name is letter by letter that of a shipping template at Amazon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from listo.core import resources
from listo.core.errors import InputError
from listo.core.references.files import detect_kind, read_amazon_values
from listo.core.references.model import AmazonValues
from listo.core.settings.differences import DIFFERENCE_KINDS, Difference, difference, is_unseen
from listo.core.settings.types import (
    NAMES_FIELD,
    Case,
    CategoryTemplate,
    FieldVerdict,
    SettingsCheck,
    example,
    parse_date,
)
from listo.core.vocabulary import marketplaces
from listo.core.workbooks.read import read_workbook

FRESH = timedelta(days=90)
"""How old a template may be before Listo says so. Chosen: a quarter of a year."""

_FIELD = "shipping_type_name"
_TEMPLATE = "amazon_template"
_ERROR = "config-shipping-type-name-mismatch"
_MOST = 5
"""How many names are offered. Chosen: as many as of accepted values."""


def is_placeholder(name: str) -> bool:
    """Return whether a name only stands for the names in a template that was made without an account."""
    return name.strip().casefold() in _known()["placeholders"]


def names_at_amazon(case: Case) -> tuple[str, ...]:
    """Return the names of the seller's shipping templates: typed, and in the category template."""
    listed = case.template.shipping_names if case.template else ()
    names = (*case.settings.shipping_type_name_at_amazon, *(n for n in listed if not is_placeholder(n)))
    return tuple(dict.fromkeys(name for name in names if not _is_empty(name)))


def nearest(name: str, names: Sequence[str]) -> tuple[Difference, ...]:
    """Return how a name differs from each of the names, that which it most likely means first."""
    from rapidfuzz import fuzz

    def distance(found: Difference) -> tuple[int, float]:
        return max(map(DIFFERENCE_KINDS.index, found.kinds), default=-1), -fuzz.ratio(name, found.right)

    return tuple(sorted((difference(name, each) for each in names), key=distance))


def _is_empty(name: str) -> bool:
    return all(letter.isspace() or is_unseen(letter) for letter in name)


def _missing(case: Case) -> Iterable[FieldVerdict]:
    if _is_empty(case.settings.shipping_type_name):
        yield FieldVerdict(_FIELD, "", suggestions=names_at_amazon(case)[:_MOST])


def _differs(case: Case) -> Iterable[FieldVerdict]:
    name, names = case.settings.shipping_type_name, names_at_amazon(case)
    if _is_empty(name) or not names or name in names:
        return
    differences = nearest(name, names)
    best = differences[0]
    offered = tuple(each.right for each in differences[:_MOST]) if best.kind == "text" else (best.right,)
    yield FieldVerdict(
        _FIELD, name, best.kind or "", {"there": best.right}, suggestions=offered, difference=best
    )


def _uncompared(case: Case) -> Iterable[FieldVerdict]:
    name = case.settings.shipping_type_name
    if not _is_empty(name) and not names_at_amazon(case) and NAMES_FIELD not in case.secret:
        yield FieldVerdict(_FIELD, name)


def _placeholder(case: Case) -> Iterable[FieldVerdict]:
    name = case.settings.shipping_type_name
    if is_placeholder(name) and not names_at_amazon(case):
        yield FieldVerdict(_FIELD, name)
    for there in case.settings.shipping_type_name_at_amazon:
        if is_placeholder(there):
            yield FieldVerdict(NAMES_FIELD, there)


def _default_name(case: Case) -> Iterable[FieldVerdict]:
    name = case.settings.shipping_type_name.strip()
    if names_at_amazon(case):
        return
    if name in _known()["headings"]:
        yield FieldVerdict(_FIELD, name, "heading")
        return
    country = marketplaces.country_code(case.settings.marketplace)
    language = _known()["default_names"].get(name)
    if country and language and language not in marketplaces.languages(country):
        words = {"country": f"country.{country}", "language": f"language.{language}"}
        yield FieldVerdict(_FIELD, name, "other-language", words=words)


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = resources.read_json("settings/shipping-names.json")
    return known


def _with(name: str, *names: str, marketplace: str = "BR") -> Case:
    return example(shipping_type_name=name, shipping_type_name_at_amazon=names, marketplace=marketplace)


NAME_CHECKS = (
    SettingsCheck(
        code="shipping-type-missing",
        severity="error",
        error_id=_ERROR,
        fields=(_FIELD,),
        judge=_missing,
        wrong=(_with("", "Modelo padrão"), _with(" ")),
    ),
    SettingsCheck(
        code="shipping-type-mismatch",
        severity="error",
        error_id=_ERROR,
        fields=(_FIELD,),
        judge=_differs,
        variants=DIFFERENCE_KINDS,
        wrong=(
            _with("Modelo padrão ", "Retirada", "Modelo padrão"),
            _with("Modelo\u200b padrão", "Modelo padrão"),
            _with("modelo padrão", "Modelo padrão"),
            _with("Modelo padrao", "Modelo padrão"),
            _with("M\u043edelo padrão", "Modelo padrão"),
            _with("Frete grátis", "Modelo padrão", "Retirada"),
        ),
        right=(
            _with("7.99=6.99+1.00", "Retirada", "7.99=6.99+1.00"),
            example(
                CategoryTemplate(("Frete 15$",)),
                shipping_type_name="Frete 15$",
                shipping_type_name_at_amazon=(),
            ),
        ),
    ),
    SettingsCheck(
        code="shipping-type-uncompared",
        severity="warning",
        fields=(_FIELD,),
        judge=_uncompared,
        wrong=(_with("Modelo padrão"), _with("Modelo padrão", "")),
    ),
    SettingsCheck(
        code="shipping-type-placeholder",
        severity="warning",
        fields=(_FIELD, NAMES_FIELD),
        judge=_placeholder,
        wrong=(_with("default"), _with("Frete", "Frete", "default")),
    ),
    SettingsCheck(
        code="shipping-type-default-name",
        severity="warning",
        fields=(_FIELD,),
        judge=_default_name,
        variants=("heading", "other-language"),
        wrong=(_with("Modelo padrão da Amazon"), _with("Plantilla de Amazon")),
        right=(
            _with("Plantilla de Amazon", "Plantilla de Amazon"),
            _with("Plantilla de Amazon", marketplace="MX"),
            _with("Migrated Template"),
        ),
    ),
)


def read_template(path: Path, progress: Callable[[int, int], None] | None = None) -> CategoryTemplate:
    """Return what a category template says of the account.

    Raises InputError: what reading a workbook raises, `reference-not-recognised` for another spreadsheet.
    """
    workbook = read_workbook(path, progress=progress)
    if detect_kind(workbook) != "amazon-values":
        raise InputError("reference-not-recognised", file=path.name, case="template")
    return template_of(read_amazon_values(workbook))


def template_of(values: AmazonValues) -> CategoryTemplate:
    """Return what a category template that was read already says of the account."""
    made_on = parse_date(values.timestamp)
    return CategoryTemplate(values.shipping_templates, values.account, values.marketplace, made_on)


def _old(case: Case) -> Iterable[FieldVerdict]:
    made_on = case.template and case.template.made_on
    if made_on and case.today - made_on > FRESH:
        arguments = {"date": str(made_on), "days": str((case.today - made_on).days)}
        yield FieldVerdict(_TEMPLATE, case.settings.amazon_template, arguments=arguments)


def _other_marketplace(case: Case) -> Iterable[FieldVerdict]:
    made_for = marketplaces.country(case.template.marketplace) if case.template else None
    country = marketplaces.country_code(case.settings.marketplace)
    if made_for and country and made_for != country:
        words = {"made_for": f"country.{made_for}", "country": f"country.{country}"}
        yield FieldVerdict(_TEMPLATE, case.settings.amazon_template, words=words)


def _other_account(case: Case) -> Iterable[FieldVerdict]:
    account = case.template.account if case.template else ""
    typed = case.settings.seller_id.strip()
    if account and typed and typed != account:
        arguments = {"account": account}
        yield FieldVerdict("seller_id", case.settings.seller_id, "", arguments, suggestions=(account,))


def _without_names(case: Case) -> Iterable[FieldVerdict]:
    if case.template is None or any(not is_placeholder(name) for name in case.template.shipping_names):
        return
    variant = "placeholder" if case.template.shipping_names else "none"
    yield FieldVerdict(_TEMPLATE, case.settings.amazon_template, variant)


_BRAZIL = "A2Q3Y263D00KWC"
_RIGHT = CategoryTemplate(("Entrega rápida 15$",), "A3TESTSELLERO", _BRAZIL, date(2026, 8, 23))

TEMPLATE_CHECKS = (
    SettingsCheck(
        code="template-old",
        severity="warning",
        fields=(_TEMPLATE,),
        judge=_old,
        wrong=(example(CategoryTemplate(_RIGHT.shipping_names, made_on=date(2026, 8, 22))),),
        right=(example(_RIGHT), example()),
    ),
    SettingsCheck(
        code="template-other-marketplace",
        severity="warning",
        fields=(_TEMPLATE,),
        judge=_other_marketplace,
        wrong=(example(CategoryTemplate(_RIGHT.shipping_names, marketplace="A1AM78C64UM0Y8")),),
        right=(example(_RIGHT),),
    ),
    SettingsCheck(
        code="template-other-account",
        severity="info",
        fields=("seller_id",),
        judge=_other_account,
        wrong=(example(CategoryTemplate(_RIGHT.shipping_names, "A3ANOTHERONE00")),),
        right=(example(_RIGHT), example(CategoryTemplate(_RIGHT.shipping_names))),
    ),
    SettingsCheck(
        code="template-without-names",
        severity="info",
        fields=(_TEMPLATE,),
        judge=_without_names,
        variants=("placeholder", "none"),
        wrong=(example(CategoryTemplate(("default",))), example(CategoryTemplate(()))),
        right=(example(_RIGHT),),
    ),
)
