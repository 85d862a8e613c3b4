"""The checks against VTEX's export of products and SKUs: which are sent, and what stops them.

A SKU that is not sent says so itself, and of it nothing more is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import and_
from typing import TYPE_CHECKING

from listo.core.checks import barcodes
from listo.core.checks.categories import numbers_meant
from listo.core.checks.context import CheckContext
from listo.core.checks.types import (
    MOST_ALSO_SKUS,
    Need,
    PlacedVerdict,
    SheetCheck,
    SheetExample,
    Verdict,
    example,
)
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import Column
from listo.core.references.columns import CodedColumn
from listo.core.references.vtex_catalog import VtexProducts
from listo.core.references.vtex_export import ExportColumn, normalize_number, parse_category_number
from listo.core.skus.options import Options

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity

_CATEGORY: tuple[Column, ...] = ("CategoryID",)


# Which SKUs are sent


def _inactive(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    for sku in _where(products, products.active.map(lambda active: active is False)):
        yield PlacedVerdict(None, None, sku, skus=1)


def _where(products: VtexProducts, wanted: CodedColumn[bool]) -> Iterator[str]:
    """Yield the SKUs of the rows that are wanted."""
    if any(wanted.values):
        yield from filter(None, compress(products.filled_texts("sku-id"), wanted))


def _product_inactive(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    if False not in products.products_active.values:
        return
    owners = zip(products.texts("sku-id"), products.texts("product-id"), strict=True)
    rows = zip(owners, products.active, products.products_active, strict=True)
    for (sku, product), active, product_active in rows:
        if sku and active is not False and product_active is False:
            yield PlacedVerdict(None, None, sku, Verdict({"product": product or ""}), skus=1)


def _outside_policy(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products, policy = context.products, normalize_number((context.options.trade_policy or "").strip())
    if all(policies is None or policy in policies for policies in products.trade_policies.values):
        return
    rows = zip(products.texts("sku-id"), products.active, products.trade_policies, strict=True)
    for sku, active, policies in rows:
        if sku and active is not False and policies is not None and policy not in policies:
            yield PlacedVerdict(None, None, sku, Verdict({"policy": policy}), skus=1)


def _kit(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    for sku in _where(products, products.kits.map(bool)):
        yield PlacedVerdict(None, None, sku, skus=1)


# What is asked of those that are sent


def _without_global_category(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products, sent = context.products, context.index.sent
    unset = products.texts("global-category-id").map(
        lambda text: text is not None and not parse_category_number(text)
    )
    if any(unset.values):
        for sku in compress(products.filled_texts("sku-id"), map(and_, unset, sent)):
            yield PlacedVerdict(None, None, sku, skus=1)


def _ean_missing(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    yield from (PlacedVerdict(None, None, sku, skus=1) for sku, _, _ in _with_fault(context, "missing"))


def _ean_placeholder(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text, _kind in _with_fault(context, "placeholder"):
        yield PlacedVerdict(None, None, sku, Verdict({"ean": text}), skus=1)


def _ean_invalid(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text, _kind in _with_fault(context, "invalid"):
        verdict = Verdict({"ean": text}, barcodes.repair(text), error_id=barcodes.error_of(text))
        yield PlacedVerdict(None, None, sku, verdict, skus=1)


_Sent = tuple[str, str, barcodes.Barcode]
"""A SKU that would be sent, its barcode number, and what that is."""


def _with_fault(context: CheckContext, fault: barcodes.Fault) -> Iterator[_Sent]:
    """Yield each SKU that would be sent whose barcode number has that fault.

    With a GTIN exemption none need have one.
    """
    if context.options.ean != "exempt" or fault == "invalid":
        yield from _with_barcode(context, lambda found: found.fault == fault)


def _with_barcode(context: CheckContext, wanted: Callable[[barcodes.Barcode], object]) -> Iterator[_Sent]:
    """Yield the SKUs that would be sent whose barcode number is wanted."""
    found, products = context.barcodes, context.products
    if any(places := found.places(wanted)):
        rows = zip(products.filled_texts("sku-id"), products.filled_texts("ean"), found.kinds, strict=True)
        for sku, text, kind in compress(rows, places):
            if kind:
                yield sku, text, kind


def _ean_duplicate(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    if repeated := context.barcodes.repeated:
        products = context.products
        skus, texts = list(products.filled_texts("sku-id")), list(products.filled_texts("ean"))
        for first, *others in repeated:
            named = [skus[place] for place in others]
            verdict = Verdict({"ean": texts[first], "others": _named(named)})
            also, count = named[:MOST_ALSO_SKUS], len(others)
            yield PlacedVerdict(
                None, None, skus[first], verdict, skus=1 + count, also_skus=also, also_skus_total=count
            )


_NAMED = 5
"""How many SKUs a sentence names: with six digits each, half a line."""


def _named(skus: Sequence[str]) -> str:
    return ", ".join(skus[:_NAMED]) + (" …" if len(skus) > _NAMED else "")


def _ean_restricted(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text, kind in _with_barcode(context, lambda found: found.use):
        if kind.use:
            yield PlacedVerdict(None, None, sku, Verdict({"case": kind.use, "ean": text}), skus=1)


# Categories in use


def _category_unmapped(view: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    """Yield the categories, by the sheet's reading, of SKUs that would be sent for which there is no row."""
    mapped = {number for (text,) in view.distinct(_CATEGORY) for number in numbers_meant(text)}
    reading, index = context.category_ids, context.index
    lacking: Counter[int] = Counter()
    for pair, count in index.sent_by_pair.items() if mapped or reading.by == "person" else ():
        of_all, of_store = index.pairs[pair]
        says_itself = of_all is None and "column-global-category-id" in context.met
        wanted = of_store if reading.reading == "store" else of_all
        either = reading.reading in ("both", "unknown")  # of rows that are nobody's nothing is read
        has_rows = wanted in mapped or (either and of_store in mapped)
        if wanted and not (says_itself or has_rows):
            lacking[wanted] += count
    severity: Severity = "error" if reading.reading in ("global", "store") else "warning"
    for category, count in sorted(lacking.items()):
        arguments = {"case": reading.reading, "category": str(category), "skus": str(count)}
        yield PlacedVerdict(None, None, str(category), Verdict(arguments, severity=severity), skus=count)


_SKU: Mapping[ExportColumn, tuple[str, ...]] = {
    "product-id": ("501",),
    "product-active": ("yes",),
    "sku-id": ("5001",),
    "sku-active": ("yes",),
    "bundle": ("no",),
    "global-category-id": ("212",),
    "trade-policies": ("1,2",),
    "ean": ("7891000315507",),
}


def _export(column: ExportColumn | None = None, text: str = "") -> VtexProducts:
    """Return an export of one right SKU, in which one column says something else."""
    return VtexProducts({**_SKU, column: (text,)} if column else _SKU)


def _two(global_id: str, ean: str = "7891000315514") -> VtexProducts:
    """Return an export of two SKUs that are right but for what is said of the second."""
    other = {**_SKU, "sku-id": ("5002",), "global-category-id": (global_id,), "ean": (ean,)}
    return VtexProducts({name: (*texts, *other[name]) for name, texts in _SKU.items()})


_SKU_RIGHT = example(against=_export())
_OF_SKUS: tuple[Need, ...] = ("vtex-products", "column-sku-id")
_OF_ACTIVE: tuple[Need, ...] = (*_OF_SKUS, "column-sku-active")
_OF_EAN: tuple[Need, ...] = (*_OF_SKUS, "column-ean")
_NO_KITS = Options(kits="not-sent")

_Find = Callable[[SheetView, CheckContext], Iterable[PlacedVerdict]]


def _of_skus(
    code: str,
    severity: Severity,
    find: _Find,
    wrong: VtexProducts,
    needs: tuple[Need, ...],
    error_id: str | None = None,
) -> SheetCheck:
    """Return a check of the export alone, whatever the sheet holds."""
    return SheetCheck(
        code=code,
        severity=severity,
        error_id=error_id,
        needs=needs,
        columns=(),
        within="references",
        find=find,
        wrong=example(against=wrong),
        right=_SKU_RIGHT,
    )


CATEGORY_CHECKS = (
    SheetCheck(
        code="category-unmapped",
        names_what_lacks=True,
        severity="error",
        error_id="map-global-category-id-not-found",
        needs=("vtex-products",),
        columns=_CATEGORY,
        find=_category_unmapped,
        wrong=example(against=_two("187")),
        right=example(against=_two("212")),
    ),
)

SKU_CHECKS = (
    _of_skus(
        "sku-inactive",
        "warning",
        _inactive,
        _export("sku-active", "não"),
        _OF_ACTIVE,
        "sku-inactive-warning",
    ),
    _of_skus(
        "product-inactive",
        "warning",
        _product_inactive,
        _export("product-active", "no"),
        (*_OF_SKUS, "column-product-active"),
        "sku-inactive-warning",
    ),
    SheetCheck(
        code="sku-outside-trade-policy",
        severity="warning",
        error_id="order-sku-without-trade-policy",
        needs=(*_OF_ACTIVE, "column-trade-policies", "trade-policy"),
        columns=(),
        within="references",
        find=_outside_policy,
        wrong=SheetExample(against=_export(), options=Options(trade_policy="7")),
        right=SheetExample(against=_export(), options=Options(trade_policy="2")),
    ),
    SheetCheck(
        code="sku-kit",
        severity="warning",
        error_id="config-kit-not-sent",
        needs=(*_OF_SKUS, "column-bundle", "kits"),
        columns=(),
        within="references",
        find=_kit,
        wrong=SheetExample(against=_export("bundle", "yes"), options=_NO_KITS),
        right=SheetExample(against=_export(), options=_NO_KITS),
    ),
    _of_skus(
        "sku-without-global-category",
        "error",
        _without_global_category,
        _export("global-category-id", ""),
        (*_OF_ACTIVE, "column-global-category-id"),
        "map-global-category-missing-or-wrong",
    ),
    _of_skus(
        "ean-missing", "error", _ean_missing, _export("ean", ""), _OF_EAN, "missing-standard-product-id"
    ),
    _of_skus(
        "ean-placeholder",
        "error",
        _ean_placeholder,
        _export("ean", "SEM GTIN"),
        _OF_EAN,
        "sem-gtin-not-valid-ean",
    ),
    _of_skus("ean-invalid", "error", _ean_invalid, _export("ean", "7891000315508"), _OF_EAN),
    _of_skus("ean-duplicate", "warning", _ean_duplicate, _two("212", "7891000315507"), _OF_EAN),
    _of_skus("ean-restricted", "warning", _ean_restricted, _export("ean", "2000000000008"), _OF_EAN),
)
