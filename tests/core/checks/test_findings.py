"""How sure a suggestion is."""

from __future__ import annotations

import pytest

from listo.core.checks.findings import grades_of
from listo.core.checks.types import Finding


def finding(column: str, value: str, *suggestions: str, safe: str | None = None, **arguments: str) -> Finding:
    return Finding("code", "error", None, 2, column, value, arguments, suggestions, safe)


def of_signs(value: str, suggestion: str, safe: str | None) -> Finding:
    return Finding("cell-whitespace", "error", None, 2, "AmazonValue", value, {}, (suggestion,), safe)


@pytest.mark.parametrize(
    ("one", "grades"),
    [
        (finding("AmazonValue", "blue", "Blue", safe="Blue"), ("sure",)),
        (finding("VTEXSpecification", "GENERO", "Gênero"), ("sure",)),
        (finding("VTEXSpecification", "GENERO", "Gênero", "Genero"), ("likely", "guess")),
        (finding("VariationTheme", "Size Color", "SizeColor", "ColorSize"), ("sure", "guess")),
        (finding("VariationTheme", "COLOR/SIZE", "SizeColor", "ColorSize"), ("likely", "sure")),
        (finding("VariationTheme", "Sise", "Size"), ("guess",)),
        (finding("AmazonValue", "Azul", "Blue", "Navy", attribute="Color"), ("likely", "guess")),
        (finding("AmazonValue", "", "Blue", attribute="Color", vtex="Azul"), ("likely",)),
        (finding("AmazonValue", "", "Blue"), ("guess",)),
        (finding("AmazonValue", "Bleu", "Blue", attribute="Size"), ("guess",)),
        (finding("CategoryID", "abc"), ()),
        (of_signs(" Blue", "Blue", safe="Blue"), ("sure",)),
        (of_signs(" =1+1", "=1+1", safe=None), ("likely",)),
    ],
)
def test_grades(one: Finding, grades: tuple[str, ...]) -> None:
    assert grades_of(one) == grades
