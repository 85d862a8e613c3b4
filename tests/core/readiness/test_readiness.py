"""What must hold of readiness whatever the world: beside findings, after fixes and edits, in any order."""

from __future__ import annotations

import random
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listo.core.checks.engine import find, runnable_checks
from listo.core.checks.findings import CHECKS
from listo.core.checks.types import Finding
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.readiness.model import STATES, Note, Reason, SkuResult
from listo.core.readiness.readiness import Readiness
from listo.core.readiness.rules import FINDING_OF, RULES, best_order, holding_of, mask_of, state_of
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.skus import twins
from listo.core.skus.options import Options
from listo.core.vocabulary.categories import parse_ids
from readiness_data import Row, World
from readiness_program import (
    WorldContext,
    options_of,
    readiness_of,
    references_of,
    renumbered,
    sheet_of,
    told_by_listo,
)
from readiness_worlds import worlds

pytestmark = pytest.mark.slow

_FEW = settings(max_examples=60)
"""The oracle is agreed with in many more worlds, see `test_agreement`."""

_OWN_CELL = ("cell-formula-error",)
"""Findings that stand for whatever else is wrong in their cell."""


def findings_of(world: World, sheet: MappingSheet) -> list[Finding]:
    """Return what the checks find, with the coverage that the world tells."""
    context = WorldContext(references_of(world), options_of(world), world)
    view = SheetView(sheet, context.reading)
    context.categories = parse_ids(view.categories())
    return find(runnable_checks(sheet, context), view, context)


# Beside findings


@_FEW
@given(worlds())
def test_where_nothing_is_found_nothing_is_blocked(world: World):
    world = renumbered(world)
    found = {finding.severity for finding in findings_of(world, sheet_of(world))}
    if not found & {"error", "warning"}:
        assert readiness_of(world).numbers.skus.blocked == 0


@settings(max_examples=150)
@given(worlds())
def test_what_blocks_a_sku_is_among_the_findings(world: World):
    world = renumbered(world)
    findings = findings_of(world, sheet_of(world))
    after = {one.sku: one.reasons for one in readiness_of(_with_fields_mended(world)).results()}
    for result in readiness_of(world).results():
        for reason in result.reasons:
            if reason.state == "blocked":
                is_left = reason in after[result.sku]
                tells = any(_tells(finding, reason, result, world) for finding in findings)
                assert tells or (not is_left and _is_of_a_case(reason, findings, world)), reason


def _with_fields_mended(world: World) -> World:
    """Return the world with each field written as in VTEX.

    A text in another case "counts as the right one for the checks after it" (contract), while readiness goes
    by what stands in the cell: of such a field it says `field-not-in-category`, and the check so itself.
    """
    fields = references_of(world).fields
    rows = []
    for row in world.rows:
        name = row.vtex_specification.strip()
        other = () if fields.get(name) or not name else fields.in_other_spelling(name)
        rows.append(replace(row, vtex_specification=other[0].name) if other else row)
    return replace(world, rows=rows)


def _is_of_a_case(reason: Reason, findings: list[Finding], world: World) -> bool:
    """Return whether a field in another case is told in the category of a reason that it may have led to."""
    told = [each.row for each in findings if each.code == "vtex-specification-case"]
    return _category(reason.row, world) in {_category(row, world) for row in told}


def _tells(finding: Finding, reason: Reason, result: SkuResult, world: World) -> bool:
    if reason.code == "category-unmapped" and finding.code in _ROWS_OF_NOBODY:
        return finding.row is None or _category(finding.row, world) == reason.value
    if reason.row is None:
        named = {result.sku, str(result.category.global_id), str(result.category.store)}
        return finding.code == reason.code and bool({finding.value, *finding.also_skus} & named)
    rows = {finding.row, *finding.also_rows}
    if finding.code in FINDING_OF:
        fields = {row.vtex_specification.strip() for row in world.rows if row.row in rows}
        same = reason.specification in fields or reason.row in rows
        return FINDING_OF[finding.code] == reason.code and same
    is_nameless = reason.specification is not None and reason.attribute is None
    if (is_nameless or reason.code == "mandatory-attribute-missing") and finding.code in _MAY_MEAN_IT:
        return _category(finding.row, world) == _category(reason.row, world)
    if finding.code in _OWN_CELL or (finding.code, reason.code) in _SAID_OF_LISTS:
        return reason.row in rows
    return finding.code == reason.code and reason.row in rows


@settings(max_examples=150)
@given(worlds())
def test_a_finding_of_a_category_counts_the_skus_that_bear_its_reason(world: World):
    """At that very row, with fields as they are once mended: checks go on as if they were so."""
    world = renumbered(world)
    mended = readiness_of(_with_fields_mended(world)).results()
    bearing = [one.reasons for one in mended if one.state != "not-sent"]
    knows_all = None not in (world.sku_specifications, world.product_specifications)
    now = [one.reasons for one in readiness_of(world).results() if one.state != "not-sent"]
    for finding in findings_of(world, sheet_of(world)):
        if finding.code in _COUNTED and finding.skus is not None:  # None: no export tells
            count = sum(any(_is_told(finding, each) for each in reasons) for reasons in bearing)
            assert (finding.skus, finding.code) == (count, finding.code), finding
            held_up = sum(any(_is_led_to(finding, each) for each in reasons) for reasons in now)
            assert finding.skus <= held_up or not knows_all, finding


@_FEW
@given(worlds())
def test_findings_of_skus_concern_those_that_bear_their_reason(world: World):
    """Twins are told with fields as they are once mended, as above."""
    world = renumbered(world)
    findings = findings_of(world, sheet_of(world))
    results = list(readiness_of(_with_fields_mended(world)).results())
    for code in ("variation-twins", "variation-field-unmapped", "ean-duplicate", "ean-restricted"):
        bearing = {one.sku for one in results if code in {each.code for each in one.reasons}}
        told = [_skus_of(each) for each in findings if each.code == code]
        assert set().union(*told) == bearing, code
        assert [len(each) for each in told] == [each.skus for each in findings if each.code == code]


def _skus_of(finding: Finding) -> set[str]:
    return {*finding.also_skus} | ({finding.value} if finding.row is None else set())


_COUNTED = {
    "category-unmapped": ("value",),
    "value-unmapped": ("row", "value"),
    "field-not-in-category": ("row",),
    "value-missing-in-catalog": ("row",),
    "mandatory-attribute-missing": ("row", "attribute"),
}
"""The findings that stand for a category, and by what they and a reason are one."""


def _is_told(finding: Finding, reason: Reason) -> bool:
    """Return whether a finding is about a reason: by its code, and at the very row that the reason names."""
    told = {"row": finding.row, "value": finding.value, "attribute": finding.value}
    same = all(getattr(reason, name) == told[name] for name in _COUNTED[finding.code])
    return finding.code == reason.code and same


def _is_led_to(finding: Finding, reason: Reason) -> bool:
    """Return whether a SKU of that reason bears now what the finding tells, or the case of the field."""
    if finding.row is None:
        return _is_told(finding, reason)
    codes = {finding.code, "field-not-in-category"}
    return reason.code in codes and reason.row in {finding.row, *finding.also_rows}


_SAID_OF_LISTS = {
    ("amazon-value-not-accepted", "age-unit-not-accepted"),
    ("age-unit-not-accepted", "amazon-value-not-accepted"),
    ("age-unit-spelling", "amazon-value-not-accepted"),
}
"""Of an age that a list does not have one thing is said in its cell: that, or what is wrong with its unit."""


_ROWS_OF_NOBODY = ("sheet-empty", "vtex-specification-missing", "vtex-value-missing", *_OWN_CELL)
"""Where a sheet has rows of a category that are nobody's, or none at all, that is said."""

_MAY_MEAN_IT = (
    "amazon-specification-missing",
    "amazon-specification-unknown",
    "vtex-specification-missing",
    "vtex-value-missing",
    *_OWN_CELL,
)
"""What is wrong with a row that may be, or is, that of the attribute asked for: then only that is said."""


def _category(number: int | None, world: World) -> str | None:
    return next((row.category_id.strip() for row in world.rows if row.row == number), None)


@settings(max_examples=150)
@given(worlds())
def test_safe_fixes_worsen_nothing(world: World):
    world = renumbered(world)
    sheet = sheet_of(world)
    readiness = readiness_of(world, sheet)
    before = {one.sku: one for one in readiness.results()}
    ready = readiness.numbers.skus.ready
    fixes = [each for each in findings_of(world, sheet) if each.safe_fix is not None and each.row]
    for each in fixes:
        sheet.set_text(sheet.index_of(each.row or 0), each.column, each.safe_fix or "")  # type: ignore[arg-type]
    readiness.update(each.row for each in fixes if each.row)
    assert readiness.numbers.skus.ready >= ready
    for one in readiness.results():
        assert STATES.index(one.state) >= STATES.index(before[one.sku].state), one


# After edits

_COLUMN = st.sampled_from(COLUMNS)


@st.composite
def edits(draw: st.DrawFn, world: World) -> list[tuple[int, Column | None, str]]:
    """Return rows with a column and its new text, or with none: the row goes, or comes back."""
    texts = [list(vars(row).values())[1:] for row in world.rows]
    by_column: Mapping[Column, list[str]] = {
        name: sorted({row[place] for row in texts}) for place, name in enumerate(COLUMNS)
    }
    made: list[tuple[int, Column | None, str]] = []
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.sampled_from([row.row for row in world.rows]))
        name = draw(st.one_of(st.none(), _COLUMN))
        if name is None:
            made.append((number, None, ""))
        else:
            text = draw(st.sampled_from([*by_column[name], "", "Xadrez", "187", "30"]))
            changed = draw(st.sampled_from([str, str.lower, str.upper]))(text)  # type: ignore[operator]
            made.append((number, name, changed))
    return made


def change(sheet: MappingSheet, edit: tuple[int, Column | None, str], texts: list[str]) -> None:
    number, name, text = edit
    if name is None and sheet.has_row(number):
        sheet.remove_row(number)
    elif not sheet.has_row(number):
        sheet.insert_row(number, texts)
    elif name is not None:
        sheet.set_text(sheet.index_of(number), name, text)


@settings(max_examples=150)
@given(st.data())
@pytest.mark.parametrize(("part_moved", "part_changed"), [(0, 0), (0, 999), (4, 0), (4, 999)])
def test_after_edits_all_is_as_if_made_anew_and_undo_restores_it(
    part_moved: int, part_changed: int, data: st.DataObject
):
    world = renumbered(data.draw(worlds().filter(lambda world: bool(world.rows))))
    sheet = sheet_of(world)
    rows = {number: list(sheet.row(sheet.index_of(number))) for number in sheet.row_numbers}
    readiness = readiness_of(world, sheet)
    first = told_by_listo(readiness)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twins, "_PART_MOVED", part_moved)  # with 0 however many have a field that is moved
        patch.setattr(twins, "_PART_CHANGED", part_changed)  # by product, or all in order
        for edit in data.draw(edits(world)):
            change(sheet, edit, rows[edit[0]])
            readiness.update([edit[0]])
            assert told_by_listo(readiness) == told_by_listo(readiness_of(world, sheet))
        for number, texts in rows.items():
            if sheet.has_row(number):
                sheet.remove_row(number)
            sheet.insert_row(number, texts)
        readiness.update(rows)
        assert told_by_listo(readiness) == first


# In any order


@settings(max_examples=100)
@given(worlds(), st.integers(0, 1 << 30))
def test_orders_change_nothing(world: World, number: int):
    """Neither that of categories in the sheet, nor those of the exports' rows and of the files."""
    world, chance = renumbered(world), random.Random(number)
    other = deepcopy(world)
    categories = list({row.category_id.strip() for row in world.rows})
    chance.shuffle(categories)
    other.rows.sort(key=lambda row: categories.index(row.category_id.strip()))
    for several in (other.skus, other.sku_specifications, other.product_specifications, other.amazon_files):
        if several:
            chance.shuffle(several)
    was = {new: row.row for new, row in enumerate(other.rows, 2)}
    found, expected = (told_by_listo(readiness_of(each)) for each in (renumbered(other), world))
    for result in found["results"].values():
        result["reasons"] = sorted((_as_it_was(each, 2, was) for each in result["reasons"]), key=str)
        result["sends"] = sorted((_as_it_was(each, 3, was) for each in result["sends"]), key=str)
    assert found == expected


def _as_it_was(told: tuple[Any, ...], place: int, was: Mapping[int, int]) -> tuple[Any, ...]:
    return (*told[:place], was.get(told[place], told[place]), *told[place + 1 :])


# A table of SKUs


@_FEW
@given(worlds())
def test_lines_and_counts_say_what_the_results_say(world: World):
    readiness = readiness_of(renumbered(world))
    results = list(readiness.results())
    states = [one.state for one in results]
    for state in STATES:
        assert getattr(readiness.numbers.skus, state.replace("-", "_")) == states.count(state)
        assert [readiness.line_at(place).sku for place in readiness.places(states=[state])] == [
            one.sku for one in results if one.state == state
        ]
    for place, one in zip(readiness.places(), results, strict=True):
        line = readiness.line_at(place)
        assert (line.state, line.is_unchecked, line.category) == (one.state, one.is_unchecked, one.category)
        assert line.first == (one.reasons[0].code if one.reasons else "")
        assert readiness.result(f"{one.sku}p") == one
    by_category = readiness.numbers.by_category
    assert sum(each.total for each in by_category.values()) == len(results) - states.count("not-sent")
    _check_orders(readiness)


def _check_orders(readiness: Readiness) -> None:
    lines = list(map(readiness.line_at, readiness.places(order="sku", descending=True)))
    assert [line.sku for line in lines] == sorted((line.sku for line in lines), key=int, reverse=True)
    by_category = map(readiness.line_at, readiness.places(order="category"))
    numbers = [line.category.sheet or 0 for line in by_category]
    assert numbers == sorted(numbers)
    for code in {line.first for line in lines} - {""}:
        found = list(map(readiness.line_at, readiness.places(code=code, order="reason")))
        assert all(code in {each.code for each in readiness.result(one.sku).reasons} for one in found)  # type: ignore[union-attr]
    assert [readiness.line_at(each).sku for each in readiness.places(text=lines[0].sku, order="name")] == [
        lines[0].sku
    ]


# Odd files


def test_what_is_odd_about_files_is_told_and_changes_nothing_else():
    products = [
        VtexProducts(
            {
                "sku-id": ("1", "2", ""),
                "product-id": ("10", "10", "11"),
                "global-category-id": ("212", "212", "212"),
                "ean": ("7890000000000", "7890000000017", ""),
            },
            "first.csv",
        ),
        VtexProducts(
            {
                "sku-id": ("2",),
                "product-id": ("10",),
                "global-category-id": ("187",),
                "ean": ("7890000000017",),
            },
            "later.csv",
        ),
    ]
    specifications = [
        _specifications("a.csv", ("1", "Cor", "Azul"), ("3", "Cor", "Azul")),
        _specifications("b.csv", ("1", "Cor", "Verde")),
    ]
    sheet = sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Verde", "Green")]))
    readiness = Readiness(sheet, References((), products, specifications))
    assert set(readiness.notes) == {
        Note("sku-replaced", "2", file="later.csv"),
        Note("specification-replaced", "1 Cor", file="b.csv"),
        Note("specification-without-owner", "3"),
        Note("product-without-skus"),
    }
    assert readiness.numbers.skus.total == len(list(readiness.results())) == 2
    first, second = readiness.results()
    assert [each.value for each in first.sends] == ["Green"]
    assert second.category.global_id == 187


def _specifications(file: str, *rows: tuple[str, str, str]) -> VtexSpecifications:
    owners, names, values = zip(*rows, strict=True)
    return VtexSpecifications(
        "sku", {"sku-id": owners, "field-name": names, "specification-value": values}, file
    )


def test_exports_that_tell_nothing_are_named() -> None:
    columns = ("sku-id", "product-id", "global-category-id", "ean")
    products = [
        VtexProducts(dict.fromkeys(columns, ()), "empty.csv"),
        VtexProducts(dict(zip(columns, [("1",), ("10",), ("212",), ("7890000000000",)], strict=True))),
    ]
    nobodys = VtexSpecifications("sku", {"field-name": ("Cor",), "specification-value": ("Azul",)}, "b.csv")
    sheet = sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Azul", "Blue")]))
    readiness = Readiness(sheet, References((), products, [nobodys]))
    assert readiness.notes == (
        Note("export-empty", file="empty.csv"),
        Note("export-without-ids", file="b.csv"),
    )
    assert readiness.missing == ("vtex-product-specifications", "vtex-sku-specifications")
    assert readiness.numbers.skus.unknown == readiness.numbers.skus.total == 1


def test_the_error_of_a_reason_goes_by_the_attribute() -> None:
    attributes = (
        Attribute("color", "Color", ("color_name",), {"": ("Blue",)}, required={"": "required"}),
        Attribute("department", "Department", (), {"": ("Womens",)}, required={"": "required"}),
        Attribute("material", "Material", (), {}, required={"": "required"}),
    )
    columns = {
        "sku-id": ("1", "2"),
        "product-id": ("10", "11"),
        "global-category-id": ("212",) * 2,
        "ean": ("7891000315507", "7891000315514"),
    }
    references = References(
        [AmazonValues(generation=3, attributes=attributes, product_types=("SHIRT",))],
        [VtexProducts(columns)],
        [_specifications("a.csv", ("1", "Cor", "Azul"), ("2", "Cor", "")), _OF_PRODUCTS],
    )
    sheet = sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Azul", "Bleu")]))
    readiness = Readiness(sheet, references, Options(covers={"": frozenset({"*"})}))
    lacking = [
        ("mandatory-attribute-missing", "Department", "attr-targetgender-mandatory"),
        ("mandatory-attribute-missing", "Material", "asin-missing-attributes"),
    ]
    first, second = (
        [(each.code, each.attribute, each.error_id) for each in result.reasons]
        for result in readiness.results()
    )
    assert first == [("amazon-value-not-accepted", "Color", "map-color-not-accepted"), *lacking]
    assert second == [("value-missing-in-catalog", "Color", "attr-color-missing"), *lacking]


@pytest.mark.parametrize(
    ("ean", "code", "where_exempt"),
    [
        ("7891000315507", "", ""),
        ("", "ean-missing", ""),
        ("0000000000000", "ean-placeholder", ""),
        ("SEM GTIN", "ean-placeholder", ""),
        ("7891000315508", "ean-invalid", "ean-invalid"),
        ("239", "ean-invalid", "ean-invalid"),
        ("2000000000008", "ean-restricted", "ean-restricted"),
    ],
)
def test_a_barcode_may_lack_where_the_seller_is_exempt_and_not_be_wrong(ean, code, where_exempt) -> None:
    columns = {
        "sku-id": ("1", "2"),
        "product-id": ("10", "11"),
        "global-category-id": ("212",) * 2,
        "ean": (ean, "7891000315514"),
    }
    references = References((), [VtexProducts(columns)], [_specifications("a.csv", ("1", "Cor", "Azul"))])
    sheet = sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Azul", "Blue")]))
    for options, wanted in ((Options(), code), (Options(ean="exempt"), where_exempt)):
        result = Readiness(sheet, references, options).result("1")
        assert result is not None
        assert [each.code for each in result.reasons] == ([wanted] if wanted else [])


_OF_PRODUCTS = VtexSpecifications(
    "product", {"product-id": ("10",), "field-name": ("Marca",), "specification-value": ("A",)}
)


def test_without_specifications_of_skus_what_concerns_all_of_a_category_is_said() -> None:
    columns = {
        "sku-id": ("1",),
        "product-id": ("10",),
        "global-category-id": ("212",),
        "ean": ("7891000315507",),
    }
    sheet = sheet_of(World([Row(2, "212", "Sabor e cor", "Variation", "Cor", "Color", "Azul", "Blue")]))
    references = References((), [VtexProducts(columns)], [_OF_PRODUCTS])
    readiness = Readiness(sheet, references, Options(ean="exempt"))
    [result] = readiness.results()
    assert [each.code for each in result.reasons] == ["theme-unknown"]
    line = readiness.line_at(0)
    assert (line.state, line.first) == (result.state, "theme-unknown")


def test_twins_differ_from_one_another_and_not_from_other_twins() -> None:
    columns = {
        "sku-id": ("1", "2", "3", "4"),
        "product-id": ("10",) * 4,
        "global-category-id": ("212",) * 4,
        "ean": ("7891000315507", "7891000315514", "7891000315521", "7891000315538"),
    }
    said = [
        *((sku, "Tamanho", "P" if sku in "12" else "M") for sku in "1234"),
        *((sku, "Corte", "reto" if sku in "134" else "largo") for sku in "1234"),
        *((sku, "Gola", "alta" if sku in "123" else "baixa") for sku in "1234"),
    ]
    sheet = sheet_of(
        World(
            [
                Row(2, "212", "Size", "Variation", "Tamanho", "Size", "P", "S"),
                Row(3, "212", "Size", "Variation", "Tamanho", "Size", "M", "M"),
            ]
        )
    )
    references = References((), [VtexProducts(columns)], [_specifications("a.csv", *said), _OF_PRODUCTS])
    fields = {
        result.sku: [each.specification for each in result.reasons if each.code == "variation-field-unmapped"]
        for result in Readiness(sheet, references).results()
    }
    assert fields == {"1": ["Corte"], "2": ["Corte"], "3": ["Gola"], "4": ["Gola"]}


def test_each_finding_of_another_name_leads_to_a_reason_that_there_is() -> None:
    reasons = {rule.code for rule in RULES}
    assert FINDING_OF.keys() <= {check.code for check in CHECKS} - reasons
    assert set(FINDING_OF.values()) == {"field-not-in-category", "value-unmapped"} <= reasons


# The order of mending


def test_skus_of_the_same_reasons_are_worth_what_they_are_together() -> None:
    columns = {
        "sku-id": ("1", "2", "3"),
        "product-id": ("10", "10", "11"),
        "global-category-id": ("212",) * 3,
        "ean": ("7890000000001", "7890000000002", "7890000000000"),
    }
    owned = _specifications("a.csv", *((sku, "Cor", "Azul") for sku in "123"))
    sheet = sheet_of(World([Row(2, "212", "", "Information", "Cor", "Color", "Azul", "Blue")]))
    readiness = Readiness(sheet, References((), [VtexProducts(columns)], [owned]))
    assert [(one.code, one.weight) for one in readiness.numbers.by_code] == [("ean-invalid", None)]
    readiness.weights = {"1": 2.5, "2p": 4.0, "3": 8.0, "77": 16.0}
    assert [(one.code, one.weight) for one in readiness.numbers.by_code] == [("ean-invalid", 6.5)]
    readiness.weights = {"1": 2.5}
    assert [(one.code, one.weight) for one in readiness.numbers.by_code] == [("ean-invalid", 2.5)]


def test_a_rule_that_names_a_cell_to_look_at_names_one_of_its_check() -> None:
    columns = {check.code: (*check.columns, *check.also_reads) for check in CHECKS}
    named = [rule for rule in RULES if rule.column]
    assert named
    assert not [rule.code for rule in named if rule.column not in columns[rule.code]]


_PLACES = st.integers(4, len(RULES) - 1)  # the codes of SKUs that would be sent
_STATE = st.sampled_from(["blocked", "at-risk"])


@st.composite
def masks(draw: st.DrawFn) -> dict[int, int]:
    """Return some different sets of reasons of up to seven codes, and how many SKUs have each."""
    places = draw(st.lists(_PLACES, min_size=1, max_size=7, unique=True))
    found: dict[int, int] = {}
    for _ in range(draw(st.integers(1, 8))):
        mask = 0
        for place in draw(st.lists(st.sampled_from(places), max_size=4, unique=True)):
            mask |= mask_of(RULES[place].code, draw(_STATE))
        found[mask] = found.get(mask, 0) + draw(st.integers(1, 5))
    return found


@settings(max_examples=200)
@given(masks(), st.booleans())
def test_the_order_against_every_set_of_codes(counts: dict[int, int], is_weighed: bool):
    weights = {mask: (mask * 7 % 5) * 1.5 for mask in counts} if is_weighed else None
    held = {mask: holding_of(mask) for mask in counts if state_of(mask) in ("blocked", "at-risk")}

    def freed(codes: int) -> list[int]:
        return [mask for mask, holding in held.items() if not holding & ~codes]

    def worth(codes: int) -> float:
        return sum(counts[mask] if weights is None else weights[mask] for mask in freed(codes))

    order = best_order(counts, weights)
    bits = [1 << next(i for i, rule in enumerate(RULES) if rule.code == each.code) for each in order]
    assert len(set(bits)) == len(bits)
    done = 0
    for place, (bit, each) in enumerate(zip(bits, order, strict=True)):
        assert worth(done | bit) == pytest.approx(max(worth(done | other) for other in bits[place:]))
        done |= bit
        assert each.then_free == sum(counts[mask] for mask in freed(done))
        assert each.alone == sum(counts[mask] for mask in freed(bit))
        assert each.weight == (None if weights is None else pytest.approx(worth(done)))
        best = max(worth(sum(some)) for some in combinations(bits, place + 1))
        assert worth(done) <= best + 1e-9
        assert place not in (0, len(bits) - 1) or worth(done) == pytest.approx(best)
    assert sum(each.alone for each in order) == sum(
        counts[mask] for mask, holding in held.items() if not holding & (holding - 1)
    )
