"""The checks of the shipping type name: letter by letter the name of a shipping template at Amazon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from listo.core import resources
from listo.core.settings.characters import is_unseen
from listo.core.settings.comparing import DIFFERENCE_KINDS, Difference, difference
from listo.core.settings.model import NAMES_FIELD, Case, Check, Found, Template, example
from listo.core.vocabulary import marketplaces

_FIELD = "shipping_type_name"
_ERROR = "config-shipping-type-name-mismatch"
_MOST = 5


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

    def distance(way: Difference) -> tuple[int, float]:
        return max(map(DIFFERENCE_KINDS.index, way.kinds), default=-1), -fuzz.ratio(name, way.right)

    return tuple(sorted((difference(name, each) for each in names), key=distance))


def _is_empty(name: str) -> bool:
    return all(letter.isspace() or is_unseen(letter) for letter in name)


def _missing(case: Case) -> Iterable[Found]:
    if _is_empty(case.settings.shipping_type_name):
        yield Found(_FIELD, "", suggestions=names_at_amazon(case)[:_MOST])


def _differs(case: Case) -> Iterable[Found]:
    name, names = case.settings.shipping_type_name, names_at_amazon(case)
    if _is_empty(name) or not names or name in names:
        return
    ways = nearest(name, names)
    best = ways[0]
    offered = tuple(way.right for way in ways[:_MOST]) if best.kind == "text" else (best.right,)
    yield Found(_FIELD, name, best.kind or "", {"there": best.right}, suggestions=offered, difference=best)


def _uncompared(case: Case) -> Iterable[Found]:
    name = case.settings.shipping_type_name
    if not _is_empty(name) and not names_at_amazon(case) and NAMES_FIELD not in case.secret:
        yield Found(_FIELD, name)


def _placeholder(case: Case) -> Iterable[Found]:
    name = case.settings.shipping_type_name
    if is_placeholder(name) and not names_at_amazon(case):
        yield Found(_FIELD, name)
    for there in case.settings.shipping_type_name_at_amazon:
        if is_placeholder(there):
            yield Found(NAMES_FIELD, there)


def _default_name(case: Case) -> Iterable[Found]:
    name = case.settings.shipping_type_name.strip()
    if names_at_amazon(case):
        return
    if name in _known()["headings"]:
        yield Found(_FIELD, name, "heading")
        return
    country = marketplaces.country_code(case.settings.marketplace)
    language = _known()["default_names"].get(name)
    if country and language and language not in marketplaces.languages(country):
        words = {"country": f"country.{country}", "language": f"language.{language}"}
        yield Found(_FIELD, name, "other-language", words=words)


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = resources.read_json("settings/shipping-names.json")
    return known


def _with(name: str, *names: str, marketplace: str = "BR") -> Case:
    return example(shipping_type_name=name, shipping_type_name_at_amazon=names, marketplace=marketplace)


CHECKS = (
    Check(
        code="shipping-type-missing",
        severity="error",
        error_id=_ERROR,
        fields=(_FIELD,),
        judge=_missing,
        wrong=(_with("", "Modelo padrão"), _with(" ")),
    ),
    Check(
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
                Template(("Frete 15$",)), shipping_type_name="Frete 15$", shipping_type_name_at_amazon=()
            ),
        ),
    ),
    Check(
        code="shipping-type-uncompared",
        severity="warning",
        fields=(_FIELD,),
        judge=_uncompared,
        wrong=(_with("Modelo padrão"), _with("Modelo padrão", "")),
    ),
    Check(
        code="shipping-type-placeholder",
        severity="warning",
        fields=(_FIELD, NAMES_FIELD),
        judge=_placeholder,
        wrong=(_with("default"), _with("Frete", "Frete", "default")),
    ),
    Check(
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
