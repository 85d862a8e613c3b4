"""`listo skus`: what becomes of each SKU, told in each form, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

import builders_amazon as build
from listo import cli
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import LANGUAGES

COLOUR = ["212", "", "Information", "Cor", "Color", "Azul", "Blue"]
PRODUCTS = [
    "Product ID", "Product name", "Active product", "Category ID", "Global category ID", "SKU ID", "SKU name",
    "Active SKU", "EAN/UPC",
]  # fmt: skip
SKUS = [
    ["1", "Camisa", "yes", "12", "212", "7", "Azul", "yes", "7891000315507"],
    ["1", "Camisa", "yes", "12", "212", "8", "-Vinho", "yes", "7891000315514"],
    ["2", "Calça", "yes", "12", "212", "9", "Preta", "yes", ""],
    ["3", "Bota", "yes", "12", "5", "10", "Bota", "yes", "7891000315521"],
    ["4", "Meia", "yes", "12", "212", "11", "Meia", "no", ""],
]
FIELDS = ["ID SKU", "Nome Campo", "Valor Especificação"]
VALUES = [["7", "Cor", "Azul"], ["8", "Cor", "Vinho"], ["9", "Cor", "Azul"], ["77", "Cor", "Azul"]]


def save(place: Path, *rows: Sequence[str]) -> Path:
    return build.save(build.workbook(build.table("Sheet", rows)), place)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Return a sheet and its exports: one SKU ready, three held up, one not sent."""
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, COLOUR)
    exports = [
        save(tmp_path / "products.xlsx", PRODUCTS, *SKUS),
        save(tmp_path / "skus.xlsx", FIELDS, *VALUES),
        save(tmp_path / "more.xlsx", ["ID Produto", *FIELDS[1:]], ["1", "Marca", "Listo"]),
    ]
    return [str(mapping), *(part for one in exports for part in ("--against", str(one)))]


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 1) -> str:
    assert cli.main(["skus", *arguments]) == status
    out = capsys.readouterr()
    assert (out.err == "") == (status != 2)
    return out.out if status != 2 else out.err


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    told: dict = json.loads(run(capsys, *arguments, "--lang", "en", "--format", "json"))
    return told


def test_json_has_states_numbers_and_each_sku(files, capsys):
    told = document(capsys, *files)
    assert told["skus"] == {
        "total": 5, "ready": 1, "ready_unchecked": 1, "blocked": 2, "at_risk": 1, "not_sent": 1, "unknown": 0,
    }  # fmt: skip
    assert [(one["code"], one["skus"], one["alone"], one["weight"]) for one in told["by_code"]] == [
        ("category-unmapped", 1, 1, None),
        ("value-unmapped", 1, 1, None),
        ("ean-missing", 1, 1, None),
    ]
    assert [one["then_free"] for one in told["by_code"]] == [1, 2, 3]
    assert told["not_sent_by_code"] == [{"code": "sku-inactive", "skus": 1}]
    assert told["category_ids"]["reading"] == "global"
    states = {one["sku"]: one["state"] for one in told["results"]}
    assert states == {"7": "ready", "8": "at-risk", "9": "blocked", "10": "blocked", "11": "not-sent"}
    ready, unmapped = told["results"][:2]
    assert ready["category"] == {"sheet": 212, "store": 12, "global": 212}
    assert (ready["unchecked"], ready["reasons"]) == (["amazon-values"], [])
    assert ready["sends"] == [{"attribute": "Color", "vtex_value": "Azul", "value": "Blue", "row": 2}]
    (reason,) = unmapped["reasons"]
    assert (reason["code"], reason["specification"], reason["value"]) == ("value-unmapped", "Cor", "Vinho")
    assert "Vinho" in reason["message"]
    assert [note["code"] for note in told["notes"]] == ["specification-without-owner"]


def test_filters_shorten_the_results_alone(files, capsys):
    whole = document(capsys, *files)
    some = document(capsys, *files, "--state", "blocked", "--state", "at-risk")
    assert [one["sku"] for one in some.pop("results")] == ["8", "9", "10"]
    named = document(capsys, *files, "--sku", "8p", "--sku", "11")
    assert [one["sku"] for one in named.pop("results")] == ["8", "11"]
    both = document(capsys, *files, "--sku", "8", "--sku", "11", "--state", "not-sent")
    assert [one["sku"] for one in both["results"]] == ["11"]
    del whole["results"]
    assert some == named == whole


def test_weights_put_first_what_is_worth_most(files, tmp_path, capsys):
    weights = save(tmp_path / "sales.xlsx", ["SKU", "Units sold"], ["9", "500"], ["8", "20"], ["8", "5"])
    told = document(capsys, *files, "--weights", str(weights))
    assert [(one["code"], one["weight"]) for one in told["by_code"]] == [
        ("ean-missing", 500),
        ("value-unmapped", 525),
        ("category-unmapped", 525),
    ]
    assert "Units sold" in run(capsys, *files, "--weights", str(weights), "--lang", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_says_the_numbers_and_the_first_skus(files, language, capsys):
    told = run(capsys, *files, "--lang", language)
    assert "{" not in told
    for word in ("SKU 8", "SKU 9", "SKU 10"):
        assert word in told
    assert "SKU 7 " not in told  # nothing holds it up
    asked = run(capsys, *files, "--lang", language, "--sku", "7")
    assert "Blue" in asked


def test_nothing_held_up_ends_with_nothing_wrong(tmp_path, capsys):
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, COLOUR)
    products = save(tmp_path / "products.xlsx", PRODUCTS, SKUS[0])
    skus = save(tmp_path / "skus.xlsx", FIELDS, VALUES[1])
    against = ["--against", str(products), "--against", str(skus)]
    told = run(capsys, str(mapping), *against, "--lang", "en", status=0)
    assert "1 not known" in told
    assert "VTEX’s export of product specifications" in run(
        capsys, str(mapping), *against, "--lang", "en", "--sku", "7", status=0
    )


def test_csv_is_a_line_a_sku_and_no_formula(files, tmp_path, capsys):
    lines = list(csv.reader(io.StringIO(run(capsys, *files, "--format", "csv", "--lang", "en"))))
    assert lines[0][0] == "SKU"
    assert [line[0] for line in lines[1:]] == ["7", "8", "9", "10", "11"]
    assert lines[2][2] == "'-Vinho"
    assert lines[2][6] == "At risk"
    target = tmp_path / "skus.csv"
    assert run(capsys, *files, "--format", "csv", "--output", str(target)) == ""
    assert target.read_bytes().startswith("\ufeff".encode())


def test_xlsx_holds_the_order_the_skus_and_what_is_sent(files, tmp_path, capsys):
    target = tmp_path / "out.xlsx"
    run(capsys, *files, "--format", "xlsx", "--output", str(target), "--lang", "en")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Summary", "SKUs", "Sent"]
    assert [row[0].value for row in book["SKUs"].iter_rows(min_row=2)] == ["7", "8", "9", "10", "11"]
    assert [cell.value for cell in book["Sent"][2]][2:] == ["Color", "Azul", "Blue", 2]
    shown = {row[0].value: row[1].value for row in book["Summary"].iter_rows(min_row=6)}
    assert shown["No barcode"] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--sku", "999"], "999"),
        (["--format", "xlsx"], "--output"),
        (["--state", "lost"], "--state"),
        (["--weights", "{mapping}"], "mapping.xlsx"),
        (["--weights", "nowhere.csv"], "nowhere.csv"),
        (["--covers", "a.xlsx=212"], "a.xlsx"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(files, arguments, says, capsys):
    told = [one.format(mapping=files[0]) for one in arguments]
    error = run(capsys, *files, *told, "--lang", "en", status=2)
    assert says in error
    assert error.count("\n") == 1


def test_without_the_export_of_products_it_says_which_is_missing(files, capsys):
    skus = files[files.index("--against") + 3]
    for against in ([], ["--against", skus]):
        error = run(capsys, files[0], *against, "--lang", "en", status=2)
        assert "products and SKUs" in error


def test_a_list_of_weights_is_nothing_to_check_against(files, tmp_path, capsys):
    weights = save(tmp_path / "sales.xlsx", ["SKU", "Units sold"], ["9", "500"])
    assert cli.main(["check", files[0], "--against", str(weights), "--lang", "en"]) == 2
    assert "--weights" in capsys.readouterr().err


def test_check_counts_the_states_too(files, capsys):
    whole = document(capsys, *files)
    cli.main(["check", *files, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["skus"] == whole["skus"]
    cli.main(["check", files[0], "--format", "json"])
    assert json.loads(capsys.readouterr().out)["skus"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_exports_that_tell_nothing_are_named_with_what_to_do(files, tmp_path, capsys, language) -> None:
    without = save(tmp_path / "no-ids.xlsx", PRODUCTS[:5], *(sku[:5] for sku in SKUS))
    error = run(capsys, files[0], "--against", str(without), "--lang", language, status=2)
    assert "no-ids.xlsx" in error
    empty = save(tmp_path / "empty.xlsx", PRODUCTS)
    told = run(capsys, files[0], "--against", str(empty), "--lang", language, status=0)
    assert "– empty.xlsx" in told
    assert "No SKU is held up" not in told
    told = run(capsys, files[0], *files[1:3], "--lang", language)
    assert told.count("--against") == 1  # where to learn of SKUs that are not known


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_without_their_brand_are_noted_for_product_publication_alone(tmp_path, capsys, language):
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, COLOUR)
    rows = [[*SKUS[0], "Camisa"], [*SKUS[2], "Listo"], [*SKUS[4], "Listo"]]
    products = save(tmp_path / "products.xlsx", [*PRODUCTS, "Brand"], *rows)
    given = [str(mapping), "--against", str(products), "--lang", language]
    told = json.loads(run(capsys, *given, "--page", "product-publication", "--format", "json"))
    note = told["notes"][-1]
    assert (note["code"], note["key"], note["times"]) == ("title-without-brand", "9", 1)
    assert note["message"] in " ".join(run(capsys, *given, "--page", "product-publication").split())
    others = json.loads(run(capsys, *given, "--page", "amazon-listing", "--format", "json"))
    assert told["notes"][:-1] == others["notes"]
    assert told["results"] == others["results"]
