"""What is found after a change by looking at little is what is found by looking at everything."""

from __future__ import annotations

import logging
from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.checks import engine, incremental, row_groups
from listo.core.checks.category_demands import Demands
from listo.core.checks.context import CheckContext
from listo.core.checks.engine import FAILED, run
from listo.core.checks.exports import _FieldFaults
from listo.core.checks.findings import Tally, finding_key
from listo.core.checks.incremental import IncrementalChecker
from listo.core.checks.types import Check, Finding, SheetCheck, example
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import COLUMNS, Column, Header, MappingSheet
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications

NOTHING = References()
AMAZON = AmazonValues(
    generation=3,
    attributes=(
        Attribute("color", "Color", ("color_name",), {"": ("Blue", "Black", "Red")}, frozenset({"Red"})),
        Attribute("size", "Size", ("size_name",), {"": ("S", "M")}, required={"": "required"}),
        Attribute("material", "Material", (), {"SHIRT": ("Wool",), "SHOES": ("Leather",)}),
        Attribute("brand", "Brand", (), {}, required={"": "required"}),
        Attribute("style", "Style", (), {}, required={"SHIRT": "required"}, product_types=("SHIRT",)),
    ),
    themes=("SIZE/COLOR", "Size"),
    deprecated_themes=("Color",),
    product_types=("SHIRT", "SHOES"),
)
PRODUCTS = VtexProducts(
    {
        "product-id": ("10", "20", "30", "10", "10", "40"),
        "sku-id": ("1", "2", "3", "4", "5", "6"),
        "sku-active": ("yes", "yes", "no", "yes", "yes", "yes"),
        "global-category-id": ("212", "166", "300", "212", "212", "187"),
        "category-id": ("7", "8", "9", "7", "7", "7"),
        "ean": ("7891000315507", "", "SEM GTIN", "7891000315507", "2000000000008", "7891000315514"),
    }
)
FIELDS = VtexSpecifications(
    "sku",
    {
        "sku-id": ("1", "2", "1", "4", "4", "5", "5", "6", "6"),
        "field-name": ("Cor", "Cor", "Tamanho", "Cor", "Tamanho", "Cor", "Tamanho", "Cor", "Tono"),
        "specification-value": ("Azul", "Preto", "10/12", "Preto", "M", "Azul", "P", "Verde", ""),
    },
)
OF_PRODUCTS = VtexSpecifications(
    "product", {"product-id": ("10",), "field-name": ("Tono",), "specification-value": ("Azul",)}
)
KURTA = AmazonValues(
    generation=3,
    attributes=(Attribute("color", "Color", ("color_name",), {"": ("Blue", "Saffron")}),),
    product_types=("TUNIC_SET",),
)
"""It covers a category only where the sheet has no other, and its name says nothing else."""

EVERYTHING = References([AMAZON, KURTA], [PRODUCTS], [FIELDS, OF_PRODUCTS])
OF_FIELDS = References([AMAZON], [], [FIELDS, OF_PRODUCTS])
"""Without the export of products nothing says which SKUs are of which category."""

TEXTS: dict[Column, list[str]] = {
    "CategoryID": ["212", "187", "166", "7", "99000001", "212.0", " 212", "x", ""],
    "VariationTheme": ["", "SizeColor", "sizecolor", "Size", "Color", "Sise", "Style", " "],
    "Type": ["Variation", "Information", "variation", "", "Tipo"],
    "VTEXSpecification": ["Cor", "COR", "Tamanho", "Tono", "", "#N/A"],
    "AmazonSpecification": [
        "Color",
        "color_name",
        "Size",
        "size",
        "Material",
        "mfg_minimum",
        "Sabor",
        "",
        "#REF!",
    ],
    "VTEXValue": ["Azul", "azul", "Preto", "Verde", "10/12/2026", "", " Azul"],
    "AmazonValue": [
        "Blue",
        "blue",
        "Black",
        "Red",
        "S",
        "M",
        "Wool",
        "3 anos",
        "90 days",
        "Bleu",
        "",
        "\u00a0",
        "#N/A",
    ],
}
places = st.integers(0, 9)
columns = st.sampled_from(COLUMNS)
any_row = st.tuples(*(st.sampled_from(TEXTS[name]) for name in COLUMNS))
likely_row = st.tuples(*(st.sampled_from(TEXTS[name][:2]) for name in COLUMNS))
child = st.builds(
    lambda value, amazon: ("212", "Size", "Variation", "Tamanho", "Size", value, amazon),
    st.sampled_from(["P", "M", ""]),
    st.sampled_from(["S", "M"]),
)
rows = st.one_of(any_row, likely_row, child)
kinds = st.sampled_from([None, None, None, "date", "error"])
blank = st.just(("",) * 7)

Change = tuple[str, Any]
changes: st.SearchStrategy[Change] = st.one_of(
    columns.flatmap(
        lambda name: st.tuples(
            st.just("cell"), st.tuples(places, st.just(name), st.sampled_from(TEXTS[name]), kinds)
        )
    ),
    st.tuples(st.just("row"), st.tuples(places, rows | blank)),
    st.tuples(st.just("gone"), places),
    st.tuples(st.just("new"), rows | blank),
    st.tuples(st.just("header"), st.tuples(columns, st.sampled_from(["VTEX Category", "AmazonValue"]))),
)


def sheet_of(texts: Iterable[tuple[str, ...]], header: tuple[Column, ...] = COLUMNS) -> MappingSheet:
    held = list(texts)
    found = Header(row=1, places={name: place for place, name in enumerate(header)}, texts=header)
    by_column = {
        name: [row[place] if name in header else "" for row in held] for place, name in enumerate(COLUMNS)
    }
    return MappingSheet("P", found, list(range(2, len(held) + 2)), by_column)


def make(sheet: MappingSheet, change: Change) -> list[int]:
    """Make a change as far as the sheet allows, and return the rows that it concerns."""
    kind, what = change
    if kind == "header":
        name, text = what
        if sheet.has(name):
            sheet.set_header(name, text)
        return []
    if kind == "new":
        row = sheet.row_numbers[-1] + 1 if sheet.row_numbers else 2
        sheet.insert_row(row, what)
        return [row]
    index = what if kind == "gone" else what[0]
    if index >= len(sheet):
        return []
    row = sheet.row_numbers[index]
    _CHANGES[kind](sheet, index, what)
    return [row]


def _set_cell(sheet: MappingSheet, index: int, what: Any) -> None:
    _, name, text, kind = what
    if sheet.has(name):
        sheet.set_text(index, name, text, kind)


def _set_row(sheet: MappingSheet, index: int, what: Any) -> None:
    for name, text in zip(COLUMNS, what[1], strict=True):
        if sheet.has(name):
            sheet.set_text(index, name, text)


_CHANGES: dict[str, Callable[[MappingSheet, int, Any], None]] = {
    "cell": _set_cell,
    "row": _set_row,
    "gone": lambda sheet, index, _: sheet.remove_row(sheet.row_numbers[index]),
}


def tallies(findings: Iterable[Finding]) -> dict[str, Tally]:
    sums: dict[str, Tally] = {}
    for finding in findings:
        sums.setdefault(finding.code, Tally()).add(finding)
    return sums


def is_as_if_looked_at_anew(worked_on: IncrementalChecker, references: References) -> None:
    anew = run(worked_on.sheet, references)
    assert worked_on.report == anew
    found = worked_on.findings
    assert len(found) == len(anew.findings)
    assert {code: found.tally(code) for code in found.codes()} == tallies(anew.findings)
    assert +found.severities() == Counter(finding.severity for finding in anew.findings)
    for row in {finding.row for finding in anew.findings}:
        assert list(found.in_row(row)) == [finding for finding in anew.findings if finding.row == row]


@given(
    st.lists(rows | blank, max_size=8),
    st.lists(st.lists(changes, min_size=1, max_size=3), max_size=6),
    st.sampled_from([NOTHING, EVERYTHING, OF_FIELDS]),
    st.sampled_from([COLUMNS, COLUMNS, COLUMNS[:6], COLUMNS[1:]]),
    st.sampled_from([0, 2, row_groups.MANY]),
)
def test_after_any_changes_the_findings_are_those_of_a_fresh_look(
    texts: list[tuple[str, ...]],
    steps: list[list[Change]],
    references: References,
    header: tuple[Column, ...],
    many: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_groups, "MANY", many)
        patch.setattr(incremental, "_MOST_MOVED", many)
        worked_on = IncrementalChecker(sheet_of(texts, header), references)
        is_as_if_looked_at_anew(worked_on, references)
        for step in steps:
            worked_on.recheck([row for change in step for row in make(worked_on.sheet, change)])
            is_as_if_looked_at_anew(worked_on, references)
            assert not worked_on.findings.of(FAILED)


OF_SKUS: dict[Column, list[str]] = {
    "CategoryID": ["212", "212", "0212", "187", "7"],
    "VariationTheme": ["SizeColor", "Size", "", "sizecolor", "Sise"],
    "Type": ["Variation", "Information", "variation", ""],
    "VTEXSpecification": ["Cor", "Tamanho", "Tono", "TAMANHO", "Sexo"],
    "AmazonSpecification": ["Color", "Size", "Brand", "Sabor", ""],
    "VTEXValue": ["P", "M", "Azul", "Azul escuro", "azul", "Azul esuro", "10/12/2026", ""],
    "AmazonValue": ["S", "M", "Blue", "blue", "", "#N/A"],
}
"""Texts of rows by which the SKUs of random exports go, in different ways."""

row_of_skus = st.tuples(*(st.sampled_from(OF_SKUS[name]) for name in COLUMNS))
change_of_skus = columns.flatmap(
    lambda name: st.tuples(
        st.just("cell"), st.tuples(places, st.just(name), st.sampled_from(OF_SKUS[name]), kinds)
    )
) | st.one_of(
    st.tuples(st.just("row"), st.tuples(places, row_of_skus)),
    st.tuples(st.just("gone"), places),
    st.tuples(st.just("new"), row_of_skus),
)


@st.composite
def exports(draw: st.DrawFn) -> References:
    """Draw exports of SKUs of few products in few categories, with some values of few fields."""
    skus = [str(number) for number in range(1, 1 + draw(st.integers(1, 7)))]

    def column(*texts: str) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(texts), min_size=len(skus), max_size=len(skus))))

    products = {
        "product-id": column("10", "10", "20"),
        "sku-id": tuple(skus),
        "sku-active": column("yes", "yes", "yes", "no"),
        "global-category-id": column("212", "212", "187"),
        "category-id": column("7", "8"),
    }
    fields, values = (st.sampled_from(OF_SKUS[name][:3]) for name in ("VTEXSpecification", "VTEXValue"))
    told = draw(st.lists(st.tuples(st.sampled_from(skus), fields, values | st.just("10/12")), max_size=16))
    named = ("sku-id", "field-name", "specification-value")
    of_skus = {name: tuple(row[place] for row in told) for place, name in enumerate(named)}
    return References([AMAZON], [VtexProducts(products)], [VtexSpecifications("sku", of_skus), OF_PRODUCTS])


@given(
    exports(),
    st.lists(row_of_skus, max_size=9),
    st.lists(st.lists(change_of_skus, min_size=1, max_size=2), min_size=1, max_size=8),
    st.sampled_from([0, 0, 3]),
)
def test_in_any_world_of_skus_what_follows_an_edit_is_what_a_fresh_look_finds(
    references: References, texts: list[tuple[str, ...]], steps: list[list[Change]], many: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_groups, "MANY", many)
        patch.setattr(engine.logger, "exception", pytest.fail)  # where a check fails, all is looked at anew
        worked_on = IncrementalChecker(sheet_of(texts), references)
        for step in steps:
            worked_on.recheck([row for change in step for row in make(worked_on.sheet, change)])
            is_as_if_looked_at_anew(worked_on, references)
            assert not worked_on.findings.of(FAILED)


@given(st.lists(rows, min_size=1, max_size=6), st.lists(changes, min_size=1, max_size=4))
def test_what_is_taken_back_is_as_it_was(texts: list[tuple[str, ...]], made: list[Change]) -> None:
    worked_on = IncrementalChecker(sheet_of(texts), EVERYTHING)
    before, as_it_was = worked_on.report, worked_on.sheet.copy()
    rows = [row for change in made for row in make(worked_on.sheet, change)]
    worked_on.recheck(rows)
    worked_on.sheet = as_it_was
    worked_on.recheck(rows)
    assert worked_on.report == before


@given(
    st.lists(rows | blank, min_size=1, max_size=6),
    st.lists(st.lists(changes, min_size=1, max_size=2) | st.just("back"), min_size=2, max_size=10),
    st.sampled_from([NOTHING, EVERYTHING, OF_FIELDS]),
    st.sampled_from([0, 0, 1]),
)
def test_many_rows_at_once_and_their_undo_are_as_a_fresh_look(
    texts: list[tuple[str, ...]],
    steps: list[list[Change] | Literal["back"]],
    references: References,
    followed: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incremental, "_MOST_FOLLOWED", followed)
        worked_on = IncrementalChecker(sheet_of(texts), references)
        stood: list[MappingSheet] = []
        for step in steps:
            before = worked_on.sheet.copy()
            if step != "back":
                stood.append(before)
                changed = [row for change in step for row in make(worked_on.sheet, change)]
            elif stood:
                worked_on.sheet = stood.pop()
                changed = differing(before, worked_on.sheet)
            else:
                continue
            worked_on.recheck(changed)
            is_as_if_looked_at_anew(worked_on, references)
            assert not worked_on.findings.of(FAILED)


def differing(one: MappingSheet, other: MappingSheet) -> list[int]:
    """Return the rows that two states of a sheet do not have alike."""
    told = [
        {row: (each.row(index), each.kinds_of(index)) for index, row in enumerate(each.row_numbers)}
        for each in (one, other)
    ]
    return [row for row in {**told[0], **told[1]} if told[0].get(row) != told[1].get(row)]


@given(
    exports(),
    st.lists(row_of_skus, min_size=1, max_size=6),
    st.lists(st.lists(change_of_skus, min_size=1, max_size=2), min_size=1, max_size=5),
    st.sampled_from([0, 0, 1]),
)
def test_many_rows_at_once_in_any_world_of_skus_are_as_a_fresh_look(
    references: References, texts: list[tuple[str, ...]], steps: list[list[Change]], followed: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incremental, "_MOST_FOLLOWED", followed)
        worked_on = IncrementalChecker(sheet_of(texts), references)
        stood = [worked_on.sheet.copy()]
        for step in steps:
            worked_on.recheck([row for change in step for row in make(worked_on.sheet, change)])
            is_as_if_looked_at_anew(worked_on, references)
            stood.append(worked_on.sheet.copy())
        for before, now in zip(stood[:0:-1], stood[-2::-1], strict=True):
            worked_on.sheet = now.copy()
            worked_on.recheck(differing(before, now))
            is_as_if_looked_at_anew(worked_on, references)


def test_what_was_ignored_meanwhile_stays_so_after_undo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "_MOST_FOLLOWED", 0)
    worked_on = IncrementalChecker(
        sheet_of([("212", "", "information", "Cor", "Color", "Azul", "")]), NOTHING
    )
    as_it_was = worked_on.sheet.copy()
    worked_on.sheet.set_text(0, "Type", "Information")
    worked_on.recheck([2])
    (empty,) = worked_on.findings.of("amazon-value-missing")
    worked_on.ignore(finding_key(empty), "later")
    worked_on.sheet = as_it_was
    worked_on.recheck([2])
    assert [each.code for each in worked_on.ignored] == ["amazon-value-missing"]
    assert worked_on.findings.of("type-case")
    assert not worked_on.findings.of("amazon-value-missing")


@given(st.lists(rows, min_size=1, max_size=6), st.lists(changes, max_size=4), st.data())
def test_what_is_left_is_counted_apart_whatever_changes(
    texts: list[tuple[str, ...]], made: list[Change], data: st.DataObject
) -> None:
    worked_on = IncrementalChecker(sheet_of(texts), EVERYTHING)
    found = sorted({finding_key(each) for each in worked_on.findings}, key=str)
    ignored = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    for key in ignored:
        worked_on.ignore(key, "because")
    worked_on.recheck([row for change in made for row in make(worked_on.sheet, change)])
    anew = run(worked_on.sheet, EVERYTHING).findings
    assert in_order(worked_on.findings) == in_order(each for each in anew if finding_key(each) not in ignored)
    assert in_order(worked_on.ignored) == in_order(each for each in anew if finding_key(each) in ignored)
    for key in ignored:
        worked_on.ignore(key, None)
    assert in_order(worked_on.findings) == in_order(anew)
    assert not len(worked_on.ignored)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings so that those of one place, which come back behind one another, can be compared."""
    return sorted(findings, key=lambda each: (each.row or 0, each.code, str(each.column), each.value))


def test_nothing_told_nothing_done(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_on = IncrementalChecker(
        sheet_of([("212", "", "Information", "Cor", "Color", "Azul", "Blue")]), EVERYTHING
    )
    monkeypatch.setattr(incremental, "find", None)
    worked_on.recheck([2])


def test_whatever_becomes_of_the_header_is_followed() -> None:
    row = ("", "", "Information", "Cor", "Color", "", "Blue")  # of no category, whose coming changes more
    worked_on = IncrementalChecker(sheet_of([row]), NOTHING)
    for name in COLUMNS:
        for text in ("Something else", name):
            worked_on.sheet.set_header(name, text)
            worked_on.recheck([])
            is_as_if_looked_at_anew(worked_on, NOTHING)
    worked_on.sheet.remove_row(2)
    worked_on.recheck([2])
    is_as_if_looked_at_anew(worked_on, NOTHING)


@pytest.mark.parametrize(("name", "text"), [("AmazonValue", "Black"), ("VTEXValue", "Preto")])
def test_a_change_has_no_check_look_further_than_it_reaches(
    monkeypatch: pytest.MonkeyPatch, name: Column, text: str
) -> None:
    rows = [
        (number, "", "Information", "Cor", "Color", value, "Blue")
        for number in ("212", "166")
        for value in ("Azul", "Preto")
    ]
    worked_on = IncrementalChecker(sheet_of(rows * 10), EVERYTHING)
    looked_at: set[tuple[object, int]] = set()

    def noting(checks: Sequence[Check], view: SheetView, context: CheckContext) -> list[Finding]:
        reach = [check.within if isinstance(check, SheetCheck) else "row" for check in checks]
        looked_at.update((each, len(view)) for each in reach)
        return engine.find(checks, view, context)

    monkeypatch.setattr(incremental, "find", noting)
    worked_on.sheet.set_text(4, name, text)
    worked_on.recheck([6])
    assert {count for reach, count in looked_at if reach == "row"} == {1}
    assert max(count for reach, count in looked_at if isinstance(reach, tuple)) == 20, "of its category"
    assert "header" not in dict(looked_at), "which is as it was"


def test_a_second_category_takes_from_a_file_what_it_was_for_alone() -> None:
    row = ("99000001", "", "Information", "Cor", "Color", "Azul", "Safron")
    worked_on = IncrementalChecker(sheet_of([row, row]), EVERYTHING)
    assert [each.row for each in worked_on.findings.of("amazon-value-not-accepted")] == [2, 3]
    for category, still in (("784", 0), ("99000001", 2)):
        worked_on.sheet.set_text(1, "CategoryID", category)
        worked_on.recheck([3])
        assert len(worked_on.findings.of("amazon-value-not-accepted")) == still
        is_as_if_looked_at_anew(worked_on, EVERYTHING)
    worked_on.sheet.set_text(1, "CategoryID", "784")
    worked_on.sheet.set_text(1, "VTEXValue", "")  # a row of no value is nobody's, nor is its category
    worked_on.recheck([3])
    assert len(worked_on.findings.of("amazon-value-not-accepted")) == 1
    is_as_if_looked_at_anew(worked_on, EVERYTHING)


def test_a_row_of_very_many_whose_value_cannot_be_read_comes_and_goes(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(row_groups, "MANY", 0)
    rows = [("212", "", "Information", "Cor", "Color", value, "#N/A") for value in ("Azul", "Preto", "#N/A")]
    worked_on = IncrementalChecker(sheet_of(rows), EVERYTHING)
    for name, text in (
        ("VTEXValue", "Verde"),
        ("AmazonValue", "Blue"),
        ("AmazonValue", "#N/A"),
        ("VTEXSpecification", "Tamanho"),
        ("VTEXSpecification", "#N/A"),
        ("CategoryID", "187"),
    ):
        for index in range(3):
            worked_on.sheet.set_text(index, cast(Column, name), text)
            worked_on.recheck([2 + index])
            is_as_if_looked_at_anew(worked_on, EVERYTHING)
            assert not worked_on.findings.of(FAILED)
    worked_on.sheet.remove_row(3)
    worked_on.recheck([3])
    is_as_if_looked_at_anew(worked_on, EVERYTHING)
    assert not caplog.records, "what fails is looked at anew, and says so in the log"


def test_dates_of_very_many_rows_count_for_what_may_have_been_typed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [("212", "", "Information", "Tamanho", "Size", "10/12/2026", "S"), *[("",) * 7] * 2]
    lacking = []
    for many in (row_groups.MANY, 0):
        monkeypatch.setattr(row_groups, "MANY", many)
        worked_on = IncrementalChecker(sheet_of(rows), OF_FIELDS)
        for kind in ("date", None, "date"):
            worked_on.sheet.set_text(0, "VTEXValue", "10/12/2026", cast(Any, kind))
            worked_on.recheck([2])
            is_as_if_looked_at_anew(worked_on, OF_FIELDS)
            lacking.append({one.value for one in worked_on.findings.of("value-unmapped")})
    assert lacking[:3] == lacking[3:]
    assert ["10/12" in each for each in lacking[:3]] == [False, True, False]
    assert not caplog.records


def test_of_very_many_rows_only_those_that_changed_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_groups, "MANY", 0)
    rows = [("212", "", "Information", "Cor", "Color", value, "Blue") for value in ("Azul", "Preto", "Rosa")]
    worked_on = IncrementalChecker(sheet_of(rows), EVERYTHING)
    read, add = [], Demands._add
    monkeypatch.setattr(Demands, "_add", lambda of, row, *more: (read.append(row), add(of, row, *more))[1])
    worked_on.sheet.set_text(0, "VTEXValue", "Verde")
    worked_on.recheck([2])
    assert read == [2]
    is_as_if_looked_at_anew(worked_on, EVERYTHING)


def test_of_many_large_groups_each_is_kept_what_was_made_of_its_own_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(row_groups, "MANY", 0)
    copied, copy = [], _FieldFaults.copy
    monkeypatch.setattr(_FieldFaults, "copy", lambda of: (copied.append(of), copy(of))[1])
    rows = [(number, "", "Information", "Cor", "Color", "Verde", "Blue") for number in ("212", "166", "187")]
    worked_on = IncrementalChecker(sheet_of(rows), OF_FIELDS)
    assert len(copied) == len(set(map(id, copied))) == 3
    is_as_if_looked_at_anew(worked_on, OF_FIELDS)


def test_many_rows_at_once_are_looked_at_with_all_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "_MOST_FOLLOWED", 2)
    worked_on = IncrementalChecker(
        sheet_of([("212", "", "", "Cor", "Color", "Azul", "Blue")] * 4), EVERYTHING
    )
    for index in range(4):
        worked_on.sheet.set_text(index, "Type", "Information")
    worked_on.recheck(range(2, 6))
    is_as_if_looked_at_anew(worked_on, EVERYTHING)


def test_another_language_changes_the_suggestions_of_all_rows() -> None:
    english = ("212", "", "Information", "Size", "Size", "Large", "G")
    worked_on = IncrementalChecker(sheet_of([english, english, english]), EVERYTHING)
    for index in (0, 1):
        worked_on.sheet.set_text(index, "VTEXSpecification", "Tamanho")
        worked_on.sheet.set_text(index, "VTEXValue", "Grande")
        worked_on.recheck([index + 2])
        is_as_if_looked_at_anew(worked_on, EVERYTHING)


def test_a_check_that_fails_for_one_text_only_fails_for_all(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks_at_x(view: Any, _: Any) -> list[Any]:
        return [1 / 0 for text in view.cleaned("Type") if text == "x"]

    one = SheetCheck(
        code="theme-mixed", severity="warning", columns=("Type",), within=("CategoryID",),
        find=cast(Any, breaks_at_x), wrong=example(),
    )  # fmt: skip
    monkeypatch.setattr(engine, "CHECKS", (one,))
    worked_on = IncrementalChecker(sheet_of([("212", "", "", "", "", "", "")] * 2), NOTHING)
    with caplog.at_level(logging.CRITICAL):
        for text in ("x", "y"):
            worked_on.sheet.set_text(0, "Type", text)
            worked_on.recheck([2])
            is_as_if_looked_at_anew(worked_on, NOTHING)
            assert bool(worked_on.findings.of(FAILED)) is (text == "x")


def test_for_a_missing_value_the_one_that_the_store_s_own_means_is_suggested() -> None:
    rows = [("212", "", "Information", "Cor", "Color", value, "") for value in ("Azul", "", "#N/A")]
    found = IncrementalChecker(sheet_of(rows), EVERYTHING).findings.of("amazon-value-missing")
    assert [each.suggestions for each in found] == [("Blue",), (), ()]


def test_very_many_ignored_at_once_are_as_if_ignored_one_by_one() -> None:
    many = 2_500  # more than are put in order one by one
    sheet = example(*({"AmazonValue": f" Value{n}", "VTEXValue": f"Valor{n}"} for n in range(many))).sheet()
    together, apart = IncrementalChecker(sheet, References()), IncrementalChecker(sheet, References())
    keys = [finding_key(finding) for finding in together.findings if finding.code == "cell-whitespace"]
    assert len(keys) == many
    some = keys[::-1][: many - 100]
    together.ignore_all(dict.fromkeys(some, "why"))
    for key in some:
        apart.ignore(key, "why")
    assert tuple(together.findings) == tuple(apart.findings)
    assert tuple(together.ignored) == tuple(apart.ignored)
    assert together.reasons == apart.reasons
    together.ignore_all(dict.fromkeys(some))
    assert len(together.findings.of("cell-whitespace")) == many
    assert (len(together.ignored), together.reasons) == (0, {})


def test_which_checks_ran_is_told_as_by_looking_at_everything() -> None:
    sheet = example({}).sheet()
    for references in (NOTHING, EVERYTHING):
        checker, report = IncrementalChecker(sheet, references), run(sheet, references)
        assert (checker.checks_run, checker.checks_skipped) == (report.checks_run, report.checks_skipped)


@given(st.lists(st.text("a| ã\t\u200b\u00a0Ã£", max_size=5), min_size=1, max_size=5))
def test_texts_that_are_looked_at_together_are_as_clean_as_each_alone(texts: list[str]) -> None:
    def told(some: list[str]) -> tuple[dict[str, str], dict[str, object], list[str]]:
        view = SheetView(
            sheet_of([("212", "", "Information", "Cor", "Color", "Azul", text) for text in some])
        )
        return (
            dict(view.untidy("AmazonValue")),
            dict(view.garbled("AmazonValue")),
            [*view.cleaned("AmazonValue")],
        )

    untidy, garbled, cleaned = zip(*(told([text]) for text in texts), strict=True)
    together = ChainMap(*untidy), ChainMap(*garbled), [text for each in cleaned for text in each]
    assert told(texts) == together
