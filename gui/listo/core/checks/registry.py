"""Every check that there is, by hand: a frozen program has no folder to scan."""

from __future__ import annotations

from listo.core.checks import ages, categories, cells, headers, mappings, rows, variations
from listo.core.checks.model import Check, Planned

CHECKS: tuple[Check, ...] = (
    *headers.CHECKS,
    *cells.ROW_CHECKS,
    *rows.ROW_CHECKS,
    *cells.CELL_CHECKS,
    *categories.CHECKS,
    *variations.THEME_CHECKS,
    *variations.TYPE_CHECKS,
    *mappings.FIELD_CHECKS,
    *mappings.ATTRIBUTE_CHECKS,
    *mappings.VTEX_VALUE_CHECKS,
    *mappings.AMAZON_VALUE_CHECKS,
    *rows.VARIATION_CHECKS,
    *ages.CHECKS,
    *categories.MANDATORY_CHECKS,
)
"""In the order in which findings of one cell are told."""

_NO_FIELD = "map-specification-not-in-catalog"
_NO_VALUE = "map-specification-value-not-in-product"
_NO_CATEGORY = "map-global-category-missing-or-wrong"
_NO_POLICY = "order-sku-without-trade-policy"

PLANNED: tuple[Planned, ...] = (
    Planned("category-unmapped", "error", ("vtex-products",), "map-global-category-id-not-found"),
    Planned("vtex-specification-not-in-catalog", "error", ("vtex-specifications",), _NO_FIELD),
    Planned("vtex-specification-case", "error", ("vtex-specifications",), _NO_FIELD),
    Planned("vtex-value-not-in-catalog", "error", ("vtex-specifications",), _NO_VALUE),
    Planned("vtex-value-case", "error", ("vtex-specifications",), _NO_VALUE),
    Planned("value-unmapped", "warning", ("vtex-specifications",), _NO_VALUE),
    Planned("sku-inactive", "warning", ("vtex-products",), "sku-inactive-warning"),
    Planned("ean-missing", "error", ("vtex-products",), "missing-standard-product-id"),
    Planned("ean-placeholder", "error", ("vtex-products",), "sem-gtin-not-valid-ean"),
    Planned("ean-invalid", "error", ("vtex-products",), None),
    Planned("sku-without-global-category", "error", ("vtex-products",), _NO_CATEGORY),
    Planned("sku-outside-trade-policy", "warning", ("vtex-products", "trade-policy"), _NO_POLICY),
)
"""The checks of the contract whose references the program cannot read yet; always told as skipped."""
