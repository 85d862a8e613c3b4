"""The checks as a collection: complete, explained in three languages, their examples true."""

from __future__ import annotations

import json
import pickle
import re
import string

import pytest

from listo.core import resources
from listo.core.checks.engine import FAILED, run
from listo.core.checks.findings import CHECKS
from listo.core.checks.types import Check, Finding, SheetExample
from listo.core.reports.texts import say
from listo.core.texts import LANGUAGES, Texts

CONTRACT = {
    "sheet-not-checked": "W", "cell-garbled": "E",
    "sheet-empty": "E", "column-missing": "E", "column-renamed": "W", "column-duplicated": "E",
    "column-order": "W", "column-extra": "I", "row-blank": "W", "row-duplicate": "W", "row-conflict": "E",
    "cell-whitespace": "E", "cell-formula-error": "E", "cell-date": "E", "category-missing": "E",
    "category-not-a-number": "E", "category-unknown": "W", "category-known-defect": "I",
    "category-unmapped": "E", "theme-unknown": "E", "theme-not-offered": "W", "theme-deprecated": "W",
    "theme-case": "E", "theme-mixed": "W", "theme-incomplete": "W", "type-missing": "E", "type-unknown": "E",
    "type-case": "E", "type-theme-mismatch": "E", "vtex-specification-missing": "E",
    "vtex-specification-not-in-catalog": "E", "vtex-specification-case": "E",
    "amazon-specification-missing": "E", "amazon-specification-unknown": "E",
    "amazon-specification-case": "E", "vtex-value-missing": "E", "vtex-value-not-in-catalog": "E",
    "vtex-value-case": "E", "amazon-value-missing": "E", "amazon-value-not-accepted": "E",
    "amazon-value-case": "E", "amazon-value-deprecated": "W", "variation-collision": "I",
    "age-unit-not-accepted": "E", "age-unit-missing": "W", "age-unit-spelling": "W",
    "mandatory-attribute-missing": "E",
    "value-unmapped": "E", "field-not-in-category": "E", "value-missing-in-catalog": "E",
    "row-spare": "I", "variation-twins": "W", "variation-field-unmapped": "W", "product-inactive": "W",
    "sku-kit": "W", "ean-duplicate": "W", "ean-restricted": "W", "sku-inactive": "W", "ean-missing": "E",
    "ean-placeholder": "E",
    "ean-invalid": "E", "sku-without-global-category": "E", "sku-outside-trade-policy": "W",
}  # fmt: skip
SEVERITIES = {"E": "error", "W": "warning", "I": "info"}

COMPANIONS = {"variation-field-unmapped": ("variation-twins",)}
"""Codes whose fault is part of another one: SKUs that differ elsewhere are said to be alike first."""

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
each_code = pytest.mark.parametrize("code", [*CONTRACT, FAILED])


def findings(example: SheetExample) -> tuple[Finding, ...]:
    return run(example.sheet(), example.references(), options=example.options).findings


_ERRORS = {
    "map-spreadsheet-not-uploaded": ["sheet-empty"],
    "map-global-category-missing-or-wrong": [
        "category-missing",
        "category-not-a-number",
        "sku-without-global-category",
    ],
    "map-global-category-id-not-found": ["category-unknown", "category-unmapped"],
    "ki-category-not-in-browse-node": ["category-known-defect"],
    "map-variation-not-accepted": ["theme-unknown", "theme-not-offered", "theme-deprecated", "theme-case"],
    "map-color-and-size-not-found": ["theme-incomplete"],
    "raw-requested-value-information-not-found": ["type-missing", "type-unknown", "type-case"],
    "map-specification-not-in-catalog": [
        "vtex-specification-missing",
        "vtex-specification-not-in-catalog",
        "vtex-specification-case",
        "field-not-in-category",
    ],
    "map-value-not-accepted": [
        "amazon-specification-missing",
        "amazon-specification-unknown",
        "amazon-specification-case",
    ],
    "map-specification-value-not-in-product": [
        "vtex-value-missing",
        "vtex-value-not-in-catalog",
        "vtex-value-case",
        "value-unmapped",
    ],
    "map-minimum-age-unit": ["age-unit-not-accepted", "age-unit-missing", "age-unit-spelling"],
    "sku-inactive-warning": ["sku-inactive", "product-inactive"],
    "order-sku-without-trade-policy": ["sku-outside-trade-policy"],
    "config-kit-not-sent": ["sku-kit"],
    "missing-standard-product-id": ["ean-missing"],
    "sem-gtin-not-valid-ean": ["ean-placeholder"],
}
"""The error of the catalogue that each check foretells, where that does not hang on the attribute."""


def test_every_code_of_the_contract_is_there_once() -> None:
    listed = [check.code for check in CHECKS]
    assert sorted(listed) == sorted(CONTRACT), "a new check stands in CONTRACT too, with its severity"


def test_errors_are_those_of_the_contract() -> None:
    told = {code: error for error, codes in _ERRORS.items() for code in codes}
    assert {check.code: check.error_id for check in CHECKS if check.error_id} == told


def test_severities_are_those_of_the_contract() -> None:
    listed = {check.code: check.severity for check in CHECKS}
    assert listed == {code: SEVERITIES[letter] for code, letter in CONTRACT.items()}


def test_whose_skus_a_finding_of_a_row_concerns_is_contract() -> None:
    of_all = {check.code for check in CHECKS if check.concerns == "category"}
    assert of_all == {
        *("theme-unknown", "theme-not-offered", "theme-deprecated", "theme-case", "theme-mixed"),
        *("theme-incomplete", "mandatory-attribute-missing"),
        *("vtex-specification-not-in-catalog", "vtex-specification-case"),
    }
    assert {check.concerns for check in CHECKS} == {"row", "category"}


def test_where_a_value_names_what_lacks_is_contract() -> None:
    assert {check.code for check in CHECKS if check.names_what_lacks} == {
        "category-unmapped",
        "mandatory-attribute-missing",
        "value-unmapped",
        "variation-field-unmapped",
    }


@each_check
def test_the_wrong_example_gives_exactly_this_finding(check: Check) -> None:
    codes = [finding.code for finding in findings(check.wrong)]
    assert sorted(codes) == sorted([*COMPANIONS.get(check.code, ()), check.code])


@each_check
def test_the_value_of_a_finding_stands_in_its_cell_or_names_what_has_none(check: Check) -> None:
    sheet = check.wrong.sheet()
    of_nothing = {
        *("sheet-empty", "column-missing", "column-order", "row-blank", "row-duplicate", "row-conflict"),
        "field-not-in-category",
    }
    for finding in (one for one in findings(check.wrong) if one.code == check.code):
        if finding.column and finding.row not in (None, sheet.header.row):
            assert finding.value == sheet.column(finding.column)[sheet.index_of(finding.row)]
        else:
            assert (finding.value == "") is (check.code in of_nothing)


@each_check
def test_the_right_example_gives_nothing(check: Check) -> None:
    assert findings(check.right) == ()


@each_check
def test_findings_survive_the_way_between_processes(check: Check) -> None:
    for finding in findings(check.wrong):
        assert pickle.loads(pickle.dumps(finding)) == finding


@each_check
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wrong_example_can_be_said(check: Check, language: str) -> None:
    texts = Texts(language)  # type: ignore[arg-type]
    for finding in findings(check.wrong):
        assert "{" not in say(texts, finding)


@each_check
def test_the_best_suggestion_mends_the_wrong_example(check: Check) -> None:
    for finding in findings(check.wrong):
        if finding.suggestions and finding.row and finding.row > 1:
            references = check.wrong.references()
            sheet = check.wrong.sheet()
            sheet.set_text(sheet.index_of(finding.row), finding.column, finding.suggestions[0])  # type: ignore[arg-type]
            assert check.code not in {left.code for left in run(sheet, references).findings}


def test_a_safe_fix_is_the_only_suggestion() -> None:
    for check in CHECKS:
        for finding in findings(check.wrong):
            assert finding.safe_fix is None or finding.suggestions == (finding.safe_fix,)


def texts_of(code: str, language: str) -> dict[str, object]:
    texts: dict[str, object] = resources.read_json(f"checks/{language}.json")[code]
    return texts


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@each_code
def test_every_code_is_said_in_three_languages(code: str) -> None:
    for language in LANGUAGES:
        texts = texts_of(code, language)
        assert list(texts) == ["title", "message", "why", "fix"]
        assert list(texts["title"]) == ["one", "other"]  # type: ignore[call-overload]
        assert all(json.dumps(part).strip('"').strip() for part in texts.values())


def messages_of(code: str, language: str) -> dict[str, str]:
    message = texts_of(code, language)["message"]
    return message if isinstance(message, dict) else {"other": str(message)}


@each_code
def test_the_three_languages_name_the_same_things(code: str) -> None:
    messages = [
        {case: fields(text) for case, text in messages_of(code, language).items()} for language in LANGUAGES
    ]
    assert messages[0] == messages[1] == messages[2]
    for language in LANGUAGES:
        texts = texts_of(code, language)
        titles: dict[str, str] = texts["title"]  # type: ignore[assignment]
        assert all(fields(title) <= {"count"} for title in titles.values())
        assert not fields(str(texts["why"])) | fields(str(texts["fix"]))


@each_code
def test_sentences_are_whole_and_headings_are_not(code: str) -> None:
    for language in LANGUAGES:
        texts = texts_of(code, language)
        titles: dict[str, str] = texts["title"]  # type: ignore[assignment]
        assert not any(title.endswith(".") for title in titles.values())
        messages = messages_of(code, language).values()
        assert all(str(text).endswith(".") for text in (*messages, texts["why"], texts["fix"]))
        assert not re.search(r"  |\s$|\"", " ".join([*titles.values(), *messages]))


def test_no_language_says_more_codes_than_there_are() -> None:
    for language in LANGUAGES:
        said = set(resources.read_json(f"checks/{language}.json"))
        assert said == {*CONTRACT, FAILED}, f"resources/checks/{language}.json, or CONTRACT"
