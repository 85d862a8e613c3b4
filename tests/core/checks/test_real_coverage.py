"""A sheet of thirty categories against each real template, which is for one or two of them."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import pytest

from examination_files import mapping_file
from listo.core.checks.engine import run
from listo.core.checks.types import Report
from listo.core.coverage.product_types import lineage_of, told_type
from listo.core.file_kinds import identify
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS
from listo.core.references.files import References, read_amazon_values
from listo.core.references.model import AmazonValues, AttributeNames
from listo.core.references.names import family
from listo.core.vocabulary import categories
from listo.core.vocabulary.attributes import is_minimum_age
from listo.core.workbooks.read import read_workbook
from study_material import SHARED, needs_shared

FOLDER = SHARED / "data" / "amazon-templates"
OWN = {
    "gen1-ae-autoaccessory.xlsm": (3044, 899),
    "gen2-de-spoon.xlsm": (3939, 2363),
    "gen2-us-eyewear.xlsx": (178,),
    "gen3-de-food-storage.xlsm": (667,),
    "gen3-us-shirt.xlsm": (212,),
}
"""Of each template the categories that it is for."""

LISTED = 12
"""Attributes of the template that the rows of its categories map."""

Rows = list[list[str]]
each_template = pytest.mark.parametrize("name", OWN)


@cache
def values_of(name: str) -> AmazonValues:
    return read_amazon_values(read_workbook(FOLDER / name))


def right_sheet(name: str) -> Rows:
    """Return rows of thirty categories: of its own what the template lists, of others what it has not."""
    chance, own = random.Random(name), OWN[name]
    free = [each for each in categories.all_ids() if told_type(lineage_of(each), types_of(name)) is None]
    others = [each for each in chance.sample(free, 40) if each not in own and is_elsewhere(each, name)]
    rows: Rows = []
    for category in own:
        rows += rows_of_the_template(name, category)
    for category in others[: 30 - len(own)]:
        rows += [
            row(category, "Cor", "Tonalidade", f"Cor {n}", f"Kleiner Wert {n}", "SizeColor") for n in (1, 2)
        ]
        rows.append(row(category, "Material", "Matéria-prima", "Algodão", "Nicht gelistet"))
    return rows


def types_of(name: str) -> tuple[str, ...]:
    return values_of(name).product_types


def is_elsewhere(category: int, name: str) -> bool:
    """Return whether a category lies in another part of the tree than those of the template."""
    tops = {tuple(categories.ancestors(each))[-1] for each in OWN[name]}
    return tuple(categories.ancestors(category))[-1] not in tops


def row(category: int, field: str, attribute: str, vtex: str, value: str, theme: str = "") -> list[str]:
    return [str(category), theme, "Variation" if theme else "Information", field, attribute, vtex, value]


def rows_of_the_template(name: str, category: int) -> Rows:
    values = values_of(name)
    names = AttributeNames(values.attributes)
    told = told_type(lineage_of(category), values.product_types)
    types = (told,) if told else ()
    rows: Rows = []
    for each in names.families:
        attribute, spelled = names.attribute(each), names.spelling(each)
        listed = [text for text in attribute.accepted(types) if text not in attribute.deprecated]
        is_required = "required" in attribute.required.values()
        plain = clean(spelled) == spelled and names.find(spelled) == (family(attribute.key),)
        if attribute.is_sent_by_integration or is_minimum_age(spelled) or not plain:
            continue
        if is_required or (len(listed) > 1 and len({one[4] for one in rows}) < LISTED):
            accepted = [clean(text) for text in listed[:3]] or ["any text"]
            rows += [
                row(category, f"Campo {each}", spelled, f"Valor {place}", text)
                for place, text in enumerate(accepted)
            ]
    return rows


def check(rows: Rows, name: str) -> Report:
    mapping = identify(mapping_file(rows, {})).mapping
    assert mapping is not None
    return run(mapping, References([values_of(name)]))


@pytest.mark.slow
@needs_shared
@each_template
def test_a_right_sheet_of_thirty_categories_gives_no_error(name: str) -> None:
    rows = right_sheet(name)
    assert len({one[0] for one in rows}) == 30
    report = check(rows, name)
    assert [one for one in report.findings if one.severity == "error"] == []
    covered = sorted(each for one in report.coverage for each in one.categories)
    assert covered == sorted(OWN[name])
    assert len(report.uncovered_categories) == 30 - len(OWN[name])


@pytest.mark.slow
@needs_shared
@each_template
def test_planted_faults_are_found_and_nothing_else(name: str) -> None:
    rows = right_sheet(name)
    expected: dict[tuple[str, int], int] = {}
    for category in OWN[name]:
        places = second_rows(rows, category)
        for column, text, code in (
            ("AmazonValue", "Nicht gelistet", "amazon-value-not-accepted"),
            ("AmazonSpecification", "Fabricolor XYZ", "amazon-specification-unknown"),
            ("Type", "information", "type-case"),
        ):
            place = places.pop()
            rows[place][COLUMNS.index(column)] = text
            expected[code, place + 2] = 1
        place, other = next((place, other) for place in places if (other := in_other_case(rows[place], name)))
        rows[place][6] = other
        expected["amazon-value-case", place + 2] = 1
    elsewhere = next(one for one in rows if one[0] not in map(str, OWN[name]))
    elsewhere[4], elsewhere[6] = "Fabricolor XYZ", "Nicht gelistet"
    errors = [(one.code, one.row) for one in check(rows, name).findings if one.severity == "error"]
    assert Counter(errors) == expected


def second_rows(rows: Rows, category: int) -> list[int]:
    """Return of each attribute of a category the place of its second row, so that a first one stays right."""
    seen: Counter[str] = Counter()
    places = []
    for place, one in enumerate(rows):
        if one[0] == str(category):
            seen[one[4]] += 1
            places += [place] if seen[one[4]] == 2 else []
    return places


def in_other_case(one: list[str], name: str) -> str:
    """Return the value of a row in a case in which the template does not have it; nothing if it has all."""
    values = values_of(name)
    names = AttributeNames(values.attributes)
    spellings = names.attribute(names.find(one[4])[0]).spellings()
    forms = (one[6].upper(), one[6].lower(), one[6].swapcase())
    return next((form for form in forms if form not in spellings), "")
