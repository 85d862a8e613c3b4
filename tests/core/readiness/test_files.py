"""Readiness by files as they come: their format and the language of their headers change nothing."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings

from listo.core import resources
from listo.core.file_kinds import open_file, references_of
from listo.core.mapping.sheet import COLUMNS
from listo.core.readiness.readiness import Readiness
from listo.core.references.files import References
from readiness_data import Specification, World
from readiness_program import WorldContext, amazon_values, options_of, readiness_of, renumbered, told_by_listo
from readiness_worlds import worlds

Rows = list[list[str]]

_WORDS = [("yes", "no"), ("sim", "não"), ("sí", "no")]
"""Yes and no in the languages of the headers: English, Portuguese, Spanish."""


@pytest.mark.slow
@settings(max_examples=15)
@given(worlds().filter(lambda world: bool(world.cleaned().rows)))
def test_format_and_language_of_files_change_nothing(world: World):
    world = renumbered(world)
    expected = told_by_listo(readiness_of(world))
    for language, suffix in enumerate((".csv", ".xlsx", ".csv")):
        with tempfile.TemporaryDirectory() as folder:
            assert told_by_listo(_read(world, Path(folder), language, suffix)) == expected


def _read(world: World, folder: Path, language: int, suffix: str) -> Readiness:
    mapping = folder / f"mapping{suffix}"
    _write(mapping, [list(COLUMNS), *(list(vars(row).values())[1:] for row in world.rows)])
    paths = [folder / f"{name}{suffix}" for name in ("products", "own", "shared")]
    _write(paths[0], _products(world, language))
    for path, owner, rows in (
        (paths[1], "sku-id", world.sku_specifications),
        (paths[2], "product-id", world.product_specifications),
    ):
        if rows is not None:
            _write(path, _specifications(owner, rows, language))
    opened = [open_file(path).without_rows() for path in paths if path.exists()]
    told = references_of(opened)
    values = [one for file in world.amazon_files for one in amazon_values(file)]
    references = References(values, told.vtex_products, told.vtex_specifications)
    sheet = open_file(mapping).mapping
    assert sheet is not None
    return Readiness(
        sheet,
        references,
        options_of(world),
        world.weights,  # type: ignore[arg-type]
        context_of=lambda references, options: WorldContext(references, options, world),
    )


def _headers(language: int, *columns: str) -> list[str]:
    table = resources.read_json("vocabulary/vtex-headers.json")["columns"]
    return [table[name][min(language, len(table[name]) - 1)] for name in columns]


def _products(world: World, language: int) -> Rows:
    yes, no = _WORDS[language]
    names = (
        "product-id",
        "product-active",
        "sku-id",
        "sku-active",
        "bundle",
        "ean",
        "trade-policies",
        "global-category-id",
        "category-id",
    )
    rows = [
        [
            sku.product,
            yes if sku.product_active else no,
            sku.id,
            yes if sku.active else no,
            "" if sku.kit is None else yes if sku.kit else no,
            sku.ean,
            ",".join(sku.trade_policies),
            sku.global_category,
            sku.store_category,
        ]
        for sku in world.skus
    ]
    return [_headers(language, *names), *rows]


def _specifications(owner: str, rows: Sequence[Specification], language: int) -> Rows:
    header = _headers(language, owner, "field-name", "field-type", "specification-value")
    return [header, *([one.owner, one.field, "Combo", one.value] for one in rows)]


def _write(path: Path, rows: Rows) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                page.write_string(place, column, text)
