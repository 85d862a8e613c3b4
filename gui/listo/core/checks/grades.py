"""How sure a suggestion is: the one place that says so, beside the findings and not in any check.

Below the command line and the window, which both show it; a check only names what it suggests.
"""

from __future__ import annotations

from typing import Literal

from listo.core.checks.suggestions import fold, likeness
from listo.core.checks.types import Finding
from listo.core.vocabulary import themes

Grade = Literal["sure", "likely", "guess"]

_LIKELY = 0.9
"""How much two texts must have in common in meaning: what remains are languages and forms of one word.

An assumption, until it is measured against pairs that people judged.
"""


def grades_of(finding: Finding) -> tuple[Grade, ...]:
    """Return for each suggestion of a finding how sure it is, in their order.

    `sure`: the only right answer by the rule, or the only one that differs in capitals, accents and signs
    alone. `likely`: the first of those that mean the same. `guess`: the others.
    """
    said = finding.value.strip() or finding.arguments.get("vtex", "")
    alike = [each for each in finding.suggestions if _is_same(finding, said, each)]
    return tuple(
        "sure" if each == finding.safe_fix or alike == [each] else _by_meaning(finding, said, each, place)
        for place, each in enumerate(finding.suggestions)
    )


def _is_same(finding: Finding, said: str, suggestion: str) -> bool:
    if not said:
        return False
    if finding.column == "VariationTheme":
        return themes.normal_form(said) == themes.normal_form(suggestion)
    return fold(said) == fold(suggestion)


def _by_meaning(finding: Finding, said: str, suggestion: str, place: int) -> Grade:
    if place or not said:
        return "guess"
    if finding.column == "VariationTheme":
        return "likely" if themes.same_attributes(said, suggestion) else "guess"
    is_value = finding.column in ("VTEXValue", "AmazonValue")
    attribute = finding.arguments.get("attribute", "") if is_value else None
    return "likely" if likeness(said, suggestion, attribute) >= _LIKELY else "guess"
