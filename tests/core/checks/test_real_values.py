"""Fifty attributes of every template of the study material: right values pass, wrong ones are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.checks.engine import run
from listo.core.checks.types import example
from listo.core.mapping.cell_text import clean
from listo.core.references.files import References, read_amazon_values
from listo.core.references.model import AmazonValues, Attribute, AttributeNames
from listo.core.references.names import family
from listo.core.skus.options import Options
from listo.core.vocabulary.attributes import is_minimum_age
from listo.core.workbooks.read import read_workbook
from study_material import SHARED, needs_shared

FOLDER = SHARED / "data" / "amazon-templates"
MOST = 50


def templates() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.suffix in (".xlsx", ".xlsm"))


def listed(values: AmazonValues) -> list[tuple[str, Attribute]]:
    """Return attributes with a list, by a name that leads back to them alone."""
    names = AttributeNames(values.attributes)
    pairs = ((names.spelling(each), names.attribute(each)) for each in names.families)
    pairs = ((name, one) for name, one in pairs if names.find(name) == (family(one.key),))
    return [
        (name, one)
        for name, one in pairs
        if len(one.accepted()) > 1 and not is_minimum_age(name) and name == clean(name)
    ][:MOST]


def told(name: str, value: str, references: References) -> list[str]:
    cells = {"CategoryID": "499", "AmazonSpecification": name, "AmazonValue": value}
    covers = {Path(each.file).name: frozenset({"*"}) for each in references.amazon_values}
    found = run(example(cells).sheet(), references, options=Options(covers=covers)).findings
    return [one.code for one in found if one.column in ("AmazonSpecification", "AmazonValue")]


@pytest.mark.slow
@needs_shared
@pytest.mark.parametrize("path", templates(), ids=lambda path: path.stem)
def test_right_and_wrong_values_of_a_real_template(path: Path) -> None:
    values = read_amazon_values(read_workbook(path))
    references, attributes = References([values]), listed(values)
    assert attributes
    for name, attribute in attributes:
        accepted = [clean(value) for value in attribute.accepted()]
        right = accepted[len(accepted) // 2]
        deprecated = right in map(clean, attribute.deprecated)
        assert told(name, right, references) == (["amazon-value-deprecated"] if deprecated else [])
        assert told(name, f"{right} zzyx", references) == ["amazon-value-not-accepted"]
        folded = {value.casefold() for value in accepted}
        other = next(
            (text for text in (right.upper(), right.lower()) if text not in attribute.spellings()), None
        )
        if other and other.casefold() in folded and not deprecated:
            assert told(name, other, references) == ["amazon-value-case"]
