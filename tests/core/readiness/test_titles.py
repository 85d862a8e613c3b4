"""Names that do not begin with their brand: told where the Admin has Product Publication, never a reason."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from listo.core.mapping.sheet import MappingSheet
from listo.core.readiness.model import Note
from listo.core.readiness.readiness import Readiness
from listo.core.references.files import References
from listo.core.references.vtex_catalog import VtexProducts
from listo.core.references.vtex_export import ExportColumn
from readiness_data import Row, World
from readiness_program import sheet_of

COLUMNS: tuple[ExportColumn, ...] = ("sku-id", "sku-active", "global-category-id", "brand", "product-name")


def sheet() -> MappingSheet:
    return sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Azul", "Blue")]))


def judged(*rows: Sequence[str], columns: Sequence[ExportColumn] = (*COLUMNS, "sku-name")) -> Readiness:
    products = VtexProducts(dict(zip(columns, zip(*rows, strict=True), strict=True)))
    return Readiness(sheet(), References((), [products]))


@pytest.mark.parametrize(
    ("brand", "product", "sku", "lacking"),
    [
        ("Nike", "Nike Air", "Azul 42", ""),
        ("Nike", "Tênis Air", "NIKE Air 42", ""),
        ("Nike", "Tênis Nike", "Azul 42", "Nike"),
        ("Lego", "Legolas", "", "Lego"),
        ("L'Oréal Paris", "Loreal-Paris Shampoo", "", ""),
        ("L’Oréal", "L OREAL shampoo", "", ""),
        ("Black & Decker", "black+decker furadeira", "", ""),
        ("São Braz", "Café Sao Braz", "", "São Braz"),
        ("", "Camisa", "Azul", ""),
        ("--", "Camisa", "Azul", ""),
        ("Nike", "", "", ""),
        ("Nike", "Ni", "", "Nike"),
    ],
)
def test_a_name_begins_with_its_brand_whatever_the_marks(
    brand: str, product: str, sku: str, lacking: str
) -> None:
    assert judged(("1", "yes", "212", brand, product, sku)).brand_not_first("1") == lacking


def test_they_are_counted_for_one_page_alone_and_change_nothing_else() -> None:
    rows = [
        ("1", "yes", "212", "Nike", "Nike Air", "Azul"),
        ("2", "yes", "212", "Nike", "Tênis", "Azul"),
        ("3", "yes", "212", "Nike", "Meia", "Preta"),
        ("4", "no", "212", "Nike", "Boné", "Preto"),
    ]
    readiness = judged(*rows)
    assert Note("title-without-brand", "2", 2) in readiness.notes_for("product-publication")
    assert readiness.notes_for("product-publication")[:-1] == readiness.notes
    assert readiness.notes_for("amazon-listing") == readiness.notes_for(None) == readiness.notes
    assert readiness.brand_not_first("4") == readiness.brand_not_first("5") == ""
    others = [(*row[:3], "", *row[4:]) for row in rows]
    assert list(judged(*others).results()) == list(readiness.results())


def test_without_a_column_of_brands_nothing_is_said() -> None:
    columns: tuple[ExportColumn, ...] = ("sku-id", "sku-active", "global-category-id", "product-name")
    readiness = judged(("1", "yes", "212", "Camisa"), columns=columns)
    assert readiness.notes_for("product-publication") == readiness.notes
    assert readiness.brand_not_first("1") == ""
