"""Every check that there is, by hand: a frozen program has no folder to scan."""

from __future__ import annotations

from listo.core.checks import ages, categories, cells, fields, headers, mappings, products, rows, variations
from listo.core.checks.types import Check

CHECKS: tuple[Check, ...] = (
    *headers.CHECKS,
    *cells.ROW_CHECKS,
    *rows.ROW_CHECKS,
    *cells.CELL_CHECKS,
    *categories.CHECKS,
    *products.CATEGORY_CHECKS,
    *variations.THEME_CHECKS,
    *variations.TYPE_CHECKS,
    *mappings.FIELD_CHECKS,
    *fields.FIELD_CHECKS,
    *mappings.ATTRIBUTE_CHECKS,
    *mappings.VTEX_VALUE_CHECKS,
    *fields.VALUE_CHECKS,
    *mappings.AMAZON_VALUE_CHECKS,
    *rows.VARIATION_CHECKS,
    *ages.CHECKS,
    *categories.MANDATORY_CHECKS,
    *fields.UNMAPPED_CHECKS,
    *products.SKU_CHECKS,
)
"""In the order in which findings of one cell are told."""
