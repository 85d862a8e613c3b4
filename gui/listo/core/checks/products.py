"""The checks of the products and SKUs themselves, as VTEX's export lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from listo.core.checks import barcodes
from listo.core.checks.categories import numbers_meant
from listo.core.checks.context import CheckContext
from listo.core.checks.types import Need, PlacedVerdict, SheetCheck, SheetExample, Verdict, example
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import Column
from listo.core.references.lookup import References
from listo.core.references.vtex_export import ExportColumn, category_number, normalize_number
from listo.core.references.vtex_products import VtexProducts

_CATEGORY: tuple[Column, ...] = ("CategoryID",)

MOST_ROWS_NAMED = 12
"""How many rows a sentence names before it says that there are more."""


def _inactive(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    for sku, active in zip(products.texts("sku-id"), products.active, strict=True):
        if active is False and sku:
            yield PlacedVerdict(None, None, sku)


def _ean_missing(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    yield from (PlacedVerdict(None, None, sku) for sku, _ in _with_fault(context, "missing"))


def _ean_placeholder(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text in _with_fault(context, "placeholder"):
        yield PlacedVerdict(None, None, sku, Verdict({"ean": text}))


def _ean_invalid(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text in _with_fault(context, "invalid"):
        short = len(barcodes.compact(text)) < barcodes.SHORTEST
        error = "ean-too-short" if short else "asin-missing-attributes"
        yield PlacedVerdict(None, None, sku, Verdict({"ean": text}, barcodes.mended(text), error_id=error))


def _with_fault(context: CheckContext, fault: barcodes.Fault) -> Iterator[tuple[str, str]]:
    """Yield each SKU whose barcode number has that fault, with the number."""
    products = context.products
    rows = zip(products.texts("sku-id"), products.texts("ean"), context.barcode_faults, strict=True)
    yield from ((sku, text or "") for sku, text, found in rows if found == fault and sku)


def _without_global_category(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    unset = {text for text in products.texts("global-category-id") if text is not None}
    unset = {text for text in unset if not category_number(text)}
    rows = zip(products.texts("sku-id"), products.texts("global-category-id"), products.active, strict=True)
    for sku, text, active in rows:
        if text in unset and active is not False and sku:
            yield PlacedVerdict(None, None, sku)


def _outside_policy(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products, policy = context.products, normalize_number((context.trade_policy or "").strip())
    rows = zip(products.texts("sku-id"), products.active, products.trade_policies, strict=True)
    for sku, active, policies in rows:
        if sku and active is not False and policies is not None and policy not in policies:
            yield PlacedVerdict(None, None, sku, Verdict({"policy": policy}))


def _unmapped(view: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    """Yield the global categories in use without a row; with the rows that have the store's own instead."""
    mapped = {number for (text,) in view.distinct(_CATEGORY) for number in numbers_meant(text)}
    in_use = context.products.categories_in_use if mapped else {}
    used_as_global = {of_all for of_all, _ in in_use}
    skus: Counter[int] = Counter()
    instead: dict[int, int] = {}
    for (of_all, of_store), count in in_use.items():
        if of_all and of_all not in mapped:
            skus[of_all] += count
            if of_store in mapped and of_store not in used_as_global:
                instead.setdefault(of_all, of_store or 0)
    for category, count in sorted(skus.items()):
        arguments = {"category": str(category), "skus": str(count)}
        if category in instead:
            arguments |= _instead(view, context.references, instead[category])
        yield PlacedVerdict(None, None, str(category), Verdict(arguments))


def _instead(view: SheetView, references: References, store: int) -> dict[str, str]:
    wanted = {key for key in view.distinct(_CATEGORY) if store in numbers_meant(key[0])}
    rows = [view.number(position) for position, _ in view.rows_of(_CATEGORY, wanted)]
    more = " …" if len(rows) > MOST_ROWS_NAMED else ""
    named = ", ".join(map(str, rows[:MOST_ROWS_NAMED])) + more
    name = references.store_categories.get(store) or str(store)
    return {"case": "store-category", "store": str(store), "name": name, "rows": named}


_SKU: Mapping[ExportColumn, tuple[str, ...]] = {
    "sku-id": ("5001",),
    "sku-active": ("yes",),
    "global-category-id": ("212",),
    "trade-policies": ("1,2",),
    "ean": ("7891000315507",),
}


def _export(column: ExportColumn | None = None, text: str = "") -> VtexProducts:
    """Return an export of one right SKU, in which one column says something else."""
    return VtexProducts({**_SKU, column: (text,)} if column else _SKU)


_RIGHT = example(against=_export())
_OF_ACTIVE: tuple[Need, ...] = ("vtex-products", "column-sku-id", "column-sku-active")
_OF_EAN: tuple[Need, ...] = ("vtex-products", "column-sku-id", "column-ean")

CATEGORY_CHECKS = (
    SheetCheck(
        code="category-unmapped",
        severity="error",
        error_id="map-global-category-id-not-found",
        needs=("vtex-products", "column-global-category-id", "column-sku-active"),
        columns=_CATEGORY,
        find=_unmapped,
        wrong=example(against=_export("global-category-id", "187")),
        right=_RIGHT,
    ),
)

SKU_CHECKS = (
    SheetCheck(
        code="sku-inactive",
        severity="warning",
        error_id="sku-inactive-warning",
        needs=_OF_ACTIVE,
        columns=(),
        within="references",
        find=_inactive,
        wrong=example(against=_export("sku-active", "não")),
        right=_RIGHT,
    ),
    SheetCheck(
        code="ean-missing",
        severity="error",
        error_id="missing-standard-product-id",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_missing,
        wrong=example(against=_export("ean", "")),
        right=_RIGHT,
    ),
    SheetCheck(
        code="ean-placeholder",
        severity="error",
        error_id="sem-gtin-not-valid-ean",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_placeholder,
        wrong=example(against=_export("ean", "SEM GTIN")),
        right=_RIGHT,
    ),
    SheetCheck(
        code="ean-invalid",
        severity="error",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_invalid,
        wrong=example(against=_export("ean", "7891000315508")),
        right=_RIGHT,
    ),
    SheetCheck(
        code="sku-without-global-category",
        severity="error",
        error_id="map-global-category-missing-or-wrong",
        needs=(*_OF_ACTIVE, "column-global-category-id"),
        columns=(),
        within="references",
        find=_without_global_category,
        wrong=example(against=_export("global-category-id", "")),
        right=_RIGHT,
    ),
    SheetCheck(
        code="sku-outside-trade-policy",
        severity="warning",
        error_id="order-sku-without-trade-policy",
        needs=(*_OF_ACTIVE, "column-trade-policies", "trade-policy"),
        columns=(),
        within="references",
        find=_outside_policy,
        wrong=SheetExample(against=_export(), trade_policy="7"),
        right=SheetExample(against=_export(), trade_policy="2"),
    ),
)
