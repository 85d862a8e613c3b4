"""Every check that there is, by hand: a frozen program has no folder to scan."""

from __future__ import annotations

from listo.core.checks import attributes, categories, exports, products, rows, sku_twins, variations
from listo.core.checks.types import Check

CHECKS: tuple[Check, ...] = (
    *rows.HEADER_CHECKS,
    *rows.ROW_CHECKS,
    *rows.CELL_CHECKS,
    *categories.CHECKS,
    *products.CATEGORY_CHECKS,
    *variations.THEME_CHECKS,
    *variations.TYPE_CHECKS,
    *attributes.FIELD_CHECKS,
    *exports.FIELD_CHECKS,
    *attributes.ATTRIBUTE_CHECKS,
    *attributes.VTEX_VALUE_CHECKS,
    *exports.VALUE_CHECKS,
    *attributes.AMAZON_VALUE_CHECKS,
    *rows.VARIATION_CHECKS,
    *sku_twins.CHECKS,
    *attributes.AGE_CHECKS,
    *categories.MANDATORY_CHECKS,
    *exports.UNMAPPED_CHECKS,
    *products.SKU_CHECKS,
)
"""In the order in which findings of one cell are told."""
