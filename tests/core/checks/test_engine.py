"""How the checks are run: in what order, with what references, and whatever the cells hold."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core import paths
from listo.core.checks import engine
from listo.core.checks.engine import FAILED, run
from listo.core.checks.findings import CHECKS
from listo.core.checks.types import SheetCheck, example
from listo.core.errors import CancelledError
from listo.core.mapping.cell_text import repair
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.reports.texts import with_names

NOTHING = References()
GENDER = Attribute("target_gender", "TargetGender", ("target_gender",), {"": ("Male", "Female", "Unisex")})
VALUES = References((AmazonValues(generation=3, attributes=(GENDER,), themes=("SIZE", "SIZE/COLOR")),))


def codes(sheet: MappingSheet, references: References = NOTHING) -> list[str]:
    return [finding.code for finding in run(sheet, references).findings]


def test_findings_come_by_row_then_column_then_code() -> None:
    sheet = example(
        {"AmazonValue": "", "CategoryID": "x", "Type": " information"},
        {"VTEXValue": "", "VTEXSpecification": ""},
    ).sheet()
    found = [(one.row, one.column, one.code) for one in run(sheet, NOTHING).findings]
    assert found == [
        (2, "CategoryID", "category-not-a-number"),
        (2, "Type", "cell-whitespace"),
        (2, "Type", "type-case"),
        (2, "AmazonValue", "amazon-value-missing"),
        (3, "VTEXSpecification", "vtex-specification-missing"),
        (3, "VTEXValue", "vtex-value-missing"),
    ]


def test_what_lacks_a_reference_is_told_as_skipped_and_not_as_run() -> None:
    report = run(example().sheet(), NOTHING)
    assert ("amazon-value-not-accepted", "amazon-values") in report.checks_skipped
    assert ("sku-outside-trade-policy", "vtex-products") in report.checks_skipped
    assert "amazon-value-not-accepted" not in report.checks_run
    told = {*report.checks_run, *(code for code, _ in report.checks_skipped)}
    assert told == {check.code for check in CHECKS}


def test_a_reference_lets_its_checks_run() -> None:
    report = run(example().sheet(), VALUES)
    assert "amazon-value-not-accepted" in report.checks_run
    assert "amazon-values" not in {need for _, need in report.checks_skipped}


def test_a_missing_column_silences_its_checks() -> None:
    full = example({"AmazonValue": "", "Type": "x"})
    report = run(replace(full, header=COLUMNS[:6]).sheet(), NOTHING)
    assert [one.code for one in report.findings] == ["column-missing", "type-unknown"]
    assert "amazon-value-missing" not in report.checks_run


def test_an_error_or_a_date_is_said_once_and_no_more() -> None:
    kinds: Any = {(0, "CategoryID"): "error", (0, "AmazonValue"): "date", (0, "Type"): "error"}
    cells = {"CategoryID": "#REF!", "AmazonValue": "10/12/2026", "Type": "#N/A"}
    sheet = replace(example(cells), kinds=kinds).sheet()
    assert codes(sheet, VALUES) == ["cell-formula-error", "cell-formula-error", "cell-date"]


def test_the_error_text_of_a_text_file_is_an_error_too() -> None:
    assert codes(example(AmazonValue="#¿NOMBRE?").sheet(), VALUES) == ["cell-formula-error"]


def test_blanks_around_a_right_text_are_said_alone() -> None:
    cells = dict(
        zip(
            COLUMNS,
            (" 212", "", "Information ", "Gênero\u00a0", "Target\u200bGender", "a  b", " Male"),
            strict=True,
        )
    )
    assert set(codes(example(cells).sheet(), VALUES)) == {"cell-whitespace"}


def test_nothing_but_blanks_is_a_missing_text() -> None:
    assert codes(example(AmazonValue="\u00a0 ").sheet()) == ["amazon-value-missing"]
    assert codes(example(VariationTheme=" ").sheet()) == ["cell-whitespace"]


def test_blank_rows_belong_to_no_category() -> None:
    blank = dict.fromkeys(COLUMNS, " ")
    assert codes(example({}, {**blank}, {"VTEXValue": "x"}).sheet(), VALUES) == ["row-blank"]


def test_blank_rows_beyond_number_are_told_with_the_last_that_is_told_alone() -> None:
    sheet = example({}, *[dict.fromkeys(COLUMNS, "")] * 10_005, {"VTEXValue": "x"}).sheet()
    *alone, last = run(sheet, NOTHING).findings
    assert [(one.code, one.row) for one in alone] == [("row-blank", row) for row in range(3, 10_002)]
    assert not any(one.value for one in (*alone, last))
    assert (last.row, last.also_rows, last.also_rows_total) == (10_002, (*range(10_003, 10_008),), 5)
    assert not any(one.also_rows_total for one in alone)


def test_a_check_that_raises_is_told_and_the_others_run(monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    def broken(*_: object) -> list[Any]:
        raise ZeroDivisionError

    check = SheetCheck(code="row-blank", severity="warning", columns=(), find=broken, wrong=example())
    monkeypatch.setattr(engine, "CHECKS", (check, *(one for one in CHECKS if one.code != check.code)))
    with caplog.at_level(logging.CRITICAL):
        report = run(example(AmazonValue="").sheet(), NOTHING)
    assert [(one.code, dict(one.arguments)) for one in report.findings if one.row is None] == [
        (FAILED, {"check": "row-blank", "log": str(paths.log_folder())})
    ]
    failed = next(one for one in report.findings if one.code == FAILED)
    assert (failed.also_rows_total, failed.also_skus_total) == (0, 0)
    assert "amazon-value-missing" in {one.code for one in report.findings}


def test_progress_is_told_and_can_stop_the_run() -> None:
    told: list[tuple[int, int]] = []
    run(example().sheet(), NOTHING, progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]

    def stop(done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        run(example().sheet(), NOTHING, progress=stop)


texts = st.one_of(
    st.sampled_from(
        ["", " ", "212", "166", "0", "SizeColor", "sizecolor", "Variation", "Information", "Size", "Color",
         "TargetGender", "male", "Male", "#N/A", "MinimumManufacturerAgeRecommended", "3 anos", "90 days"],
    ),
    st.text(max_size=6),
)  # fmt: skip
kinds = st.dictionaries(
    st.tuples(st.integers(0, 5), st.sampled_from(COLUMNS)), st.sampled_from(["date", "error"]), max_size=4
)


@given(st.lists(st.tuples(*[texts] * 7), max_size=6), kinds, st.booleans())
def test_any_cells_are_checked_without_a_fault(
    rows: list[tuple[str, ...]], of: dict[Any, Any], against: bool
) -> None:
    header = Header(row=1, places={name: place for place, name in enumerate(COLUMNS)}, texts=COLUMNS)
    columns = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    inside = {cell: kind for cell, kind in of.items() if cell[0] < len(rows)}
    sheet = MappingSheet("P", header, list(range(2, len(rows) + 2)), columns, inside)
    report = run(sheet, VALUES if against else NOTHING)
    assert FAILED not in {finding.code for finding in report.findings}
    places = [(finding.code, finding.row, finding.column, finding.value) for finding in report.findings]
    assert len(set(places)) == len(places)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8).filter(
    lambda text: repair(text) is None
)
families = st.lists(
    st.tuples(
        st.sampled_from(["SizeColor", "ColorSize", "Size", "Color", ""]),
        st.lists(words, min_size=1, max_size=4, unique=True),
    ),
    min_size=1,
    max_size=3,
)


@given(families)
def test_a_clean_sheet_has_no_error_and_no_warning(generated: list[tuple[str, list[str]]]) -> None:
    rows = []
    for category, (theme, values) in enumerate(generated, 212):
        for name in ("Size", "Color") if len(theme) > 5 else (theme or "Style",):
            for value in values:
                type_ = "Variation" if theme else "Information"
                rows.append(
                    dict(zip(COLUMNS, (str(category), theme, type_, name, name, value, value), strict=True))
                )
    report = run(example(*rows).sheet(), NOTHING)
    assert [finding for finding in report.findings if finding.severity != "info"] == []


def test_a_message_of_vtex_gets_the_names_of_a_finding() -> None:
    sheet = example({"AmazonValue": ""}).sheet()
    finding = replace(run(sheet, NOTHING).findings[0], value="Azul", arguments={"attribute": "Color"})
    message = "{value}, {specification}, {attribute}, {feed}"
    named = with_names(message, finding, {"VTEXSpecification": "Cor "})
    assert named == "Azul, Cor, Color, …"
    assert with_names(message, None, {}) == "…, …, …, …"
