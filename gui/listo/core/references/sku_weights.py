"""What SKUs are worth to the seller: a list of SKU numbers with sales or stock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from listo.core.references.names import fold_header, normalize_value
from listo.core.references.vtex_export import normalize_id
from listo.core.workbooks.model import Table, Workbook

_LAST_HEADER_ROW = 20
"""How far down the header is looked for, as in VTEX's exports: people put a title and notes above."""

_SKU = re.compile(r"\b(sku|skus|skuid|sku_id|idsku|seller_sku)\b")
_QUANTITY = re.compile(
    r"\b(sales?|sold|units?|quantity|qty|orders?|revenue|amount|total|stock|inventory|available|weight|"
    r"vendas?|vendid[ao]s?|unidades?|quantidade|qtde?|pedidos?|receita|faturamento|valor|estoque|saldo|peso|"
    r"ventas?|cantidad|cant|ingresos?|facturacion|existencias?|disponibles?)\b"
)
"""Words of headers for what was sold or is in stock, in three languages, without accents."""

_NUMBER = re.compile(r"[^\d.,+-]*([+-]?\d[\d.,]*)\s*\D{0,4}")
"""A number, with what a currency puts around it."""

_LEAST_SHARE = 0.9
"""Share of numbers among a column's cells: a total or a remark at the end is no reason to refuse a list."""

_CELLS_TO_JUDGE_BY = 300
"""Cells that a column is judged by: a share of them is right to 0.03."""


@dataclass(frozen=True, slots=True)
class SkuWeights:
    """What each SKU is worth, by SKU id; `column` is the header of the numbers, empty where there is none.

    Several rows of a SKU are added up: stock comes by warehouse, sales by day. `file` is the file's name.
    """

    file: str
    column: str
    weights: Mapping[str, float]


def find_sku_weights(workbook: Workbook, *, is_said: bool = False) -> SkuWeights | None:
    """Return the first list of SKU numbers and a quantity in a workbook, None where there is none.

    Two columns of numbers without a header may be anything: they are taken only where it `is_said`.
    """
    for table in workbook.tables:
        places = _find_columns(table.rows) or ((0, 0, 1) if is_said and _is_bare(table.rows) else None)
        if places is not None:
            return _read(workbook.path.name, table, *places)
    return None


def _find_columns(rows: Sequence[Sequence[str]]) -> tuple[int, int, int] | None:
    """Return the first row of the list, the column of the SKUs and that of the numbers, from 0."""
    for number, row in enumerate(islice(rows, _LAST_HEADER_ROW)):
        heads = [fold_header(text) for text in row]
        skus = [place for place, head in enumerate(heads) if _SKU.search(head)]
        for sku in (place for place in skus if _are_ids(rows, number + 1, place)):
            told = [place for place, head in enumerate(heads) if place != sku and _QUANTITY.search(head)]
            for place in told:
                if _are_numbers(rows, number + 1, place):
                    return number + 1, sku, place
    return None


def _is_bare(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether these are two columns of numbers without any header, the first different in each row."""
    some = [row for row in islice(rows, _CELLS_TO_JUDGE_BY) if any(row)]
    ids = [row[0].strip() for row in some if len(row) > 1 and not any(row[2:])]
    are_ids = all(each.isdecimal() for each in ids) and len(set(ids)) == len(ids)
    return len(ids) == len(some) > 1 and are_ids and _are_numbers(rows, 0, 1)


def _are_ids(rows: Sequence[Sequence[str]], first: int, place: int) -> bool:
    cells = list(_filled(rows, first, place))
    right = sum(normalize_id(text).isdecimal() for text in cells)
    return bool(cells) and right >= _LEAST_SHARE * len(cells)


def _are_numbers(rows: Sequence[Sequence[str]], first: int, place: int) -> bool:
    cells = list(_filled(rows, first, place))
    right = sum(parse_quantity(text) is not None for text in cells)
    return bool(cells) and right >= _LEAST_SHARE * len(cells)


def _filled(rows: Sequence[Sequence[str]], first: int, place: int) -> Iterator[str]:
    below = (normalize_value(row[place]) for row in islice(rows, first, None) if place < len(row))
    return islice(filter(None, below), _CELLS_TO_JUDGE_BY)


def _read(file: str, table: Table, first: int, sku: int, place: int) -> SkuWeights:
    weights: dict[str, float] = {}
    for row in islice(table.rows, first, None):
        if max(sku, place) < len(row):
            name, number = normalize_id(normalize_value(row[sku])), parse_quantity(row[place])
            if name and number is not None:
                weights[name] = weights.get(name, 0) + number
    return SkuWeights(file, table.text(first - 1, place) if first else "", weights)


def parse_quantity(text: str) -> float | None:
    """Return the number in `1.234,5`, `1,234.50`, `R$ 99,90` or `12 un`; None where there is none."""
    found = _NUMBER.fullmatch(normalize_value(text))
    if found is None:
        return None
    digits = found[1].rstrip(".,")
    mark = max(digits.rfind("."), digits.rfind(","))
    if mark < 0:
        return float(digits)
    whole, end = digits[:mark], digits[mark + 1 :]
    is_grouped = digits.count(digits[mark]) > 1 or (len(end) == _GROUP and whole.lstrip("+-") != "0")
    number = re.sub("[.,]", "", whole) + ("" if is_grouped else ".") + end
    try:
        return float(number)
    except ValueError:  # `1.-5`
        return None


_GROUP = 3
"""Digits after a mark that may part thousands: `1.234` and `1,234` are a thousand in such lists."""
