"""All findings of a sheet, in order, while single ones come and go, and how sure their suggestions are.

A check only names what it suggests. How sure that is, which command line and window show, is said here.
"""

from __future__ import annotations

from bisect import bisect_left, insort_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeVar

from listo.core.checks import attributes, categories, exports, products, rows, sku_twins, variations
from listo.core.checks.row_groups import is_in
from listo.core.checks.suggestions import fold, likeness
from listo.core.checks.types import Check, Finding
from listo.core.mapping.sheet import COLUMNS
from listo.core.vocabulary import themes

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity

CHECKS: tuple[Check, ...] = (
    *rows.HEADER_CHECKS,
    *rows.ROW_CHECKS,
    *rows.CELL_CHECKS,
    *categories.CHECKS,
    *products.CATEGORY_CHECKS,
    *variations.THEME_CHECKS,
    *variations.TYPE_CHECKS,
    *attributes.FIELD_CHECKS,
    *exports.FIELD_CHECKS,
    *attributes.ATTRIBUTE_CHECKS,
    *attributes.VTEX_VALUE_CHECKS,
    *exports.VALUE_CHECKS,
    *attributes.AMAZON_VALUE_CHECKS,
    *rows.VARIATION_CHECKS,
    *sku_twins.CHECKS,
    *attributes.AGE_CHECKS,
    *categories.MANDATORY_CHECKS,
    *exports.UNMAPPED_CHECKS,
    *products.SKU_CHECKS,
)
"""Every check, in the order in which findings of one cell are told; by hand: a frozen program has no folder
to scan."""

_CODES = {check.code: index for index, check in enumerate(CHECKS)}
Grade = Literal["sure", "likely", "guess"]
_Key = TypeVar("_Key")
_COLUMNS: dict[str, int] = {name: index for index, name in enumerate(COLUMNS)}

KeyTuple = tuple[str, int | None, str | None, str]
"""What tells a finding from all others: its code, its row and column, and the text that it is about."""


def finding_key(finding: Finding) -> KeyTuple:
    """Return what tells a finding from all others."""
    return (finding.code, finding.row, finding.column, finding.value)


def sort_key(finding: Finding) -> tuple[int, int, int]:
    """Return what sorts a finding among the others: by row, then column, then the order of the checks."""
    column = -1 if finding.column is None else _COLUMNS.get(finding.column, -1)
    return (finding.row or 0, column, _CODES.get(finding.code, len(_CODES)))


@dataclass(slots=True)
class Tally:
    """How many findings of one check there are, how many can be mended, how severe, and to what they lead.

    A suggestion counts where there is a row to take it; `proposals` are the best ones by how sure they are.
    """

    count: int = 0
    with_suggestion: int = 0
    with_safe_fix: int = 0
    proposals: Counter[Grade] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    error_ids: Counter[str] = field(default_factory=Counter)

    def add(self, finding: Finding, by: int = 1) -> None:
        """Count a finding in, or with -1 out."""
        self.count += by
        self.with_suggestion += by * bool(finding.suggestions and finding.row is not None)
        self.with_safe_fix += by * (finding.safe_fix is not None)
        if grade := grade_of(finding):
            self.proposals[grade] += by
        self.severities[finding.severity] += by
        if finding.error_id:
            self.error_ids[finding.error_id] += by


def _sums(findings: Sequence[Finding]) -> Tally:
    return Tally(
        len(findings),
        sum(1 for each in findings if each.suggestions and each.row is not None),
        sum(1 for each in findings if each.safe_fix is not None),
        Counter(filter(None, map(grade_of, findings))),
        Counter(each.severity for each in findings),
        Counter(each.error_id for each in findings if each.error_id),
    )


class Findings:
    """The findings of each check and of each row, each in order; those of one place stay as they came."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._by_code: dict[str, list[Finding]] = {}
        self._by_row: dict[int | None, list[Finding]] = {}
        self._tallies: dict[str, Tally] = {}
        self.rows: list[int] = []
        """Excel's numbers of the rows with a finding, ascending; not to be changed."""
        for finding in sorted(findings, key=sort_key):
            self._by_code.setdefault(finding.code, []).append(finding)
            self._by_row.setdefault(finding.row, []).append(finding)
        self._tallies = {code: _sums(found) for code, found in self._by_code.items()}
        self.rows += (row for row in self._by_row if row is not None)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(tally.count for tally in self._tallies.values())

    def __iter__(self) -> Iterator[Finding]:
        """Yield them all in order."""
        return iter(sorted(chain.from_iterable(self._by_code.values()), key=sort_key))

    def codes(self) -> Iterable[str]:
        """Return the codes of the checks that found something."""
        return self._by_code.keys()

    def of(self, code: str) -> Sequence[Finding]:
        """Return the findings of one check; not to be changed, and right until the next change."""
        return self._by_code.get(code, ())

    def in_row(self, row: int | None) -> Sequence[Finding]:
        """Return the findings of one row by Excel's number, likewise; of None, those of the whole sheet."""
        return self._by_row.get(row, ())

    def at(self, code: str, rows: Collection[int]) -> list[Finding]:
        """Return the findings of one check in those rows, in no certain order."""
        found = self.of(code)
        if len(found) < len(rows):
            return [finding for finding in found if finding.row in rows]
        return [finding for row in rows for finding in self.in_row(row) if finding.code == code]

    def among(self, code: str, rows: Sequence[int]) -> list[Finding]:
        """Return the findings of one check in rows that stand in order, which may be very many."""
        found = self.of(code)
        if len(rows) < len(found):
            return self.at(code, rows)
        return [finding for finding in found if finding.row is not None and is_in(finding.row, rows)]

    def tally(self, code: str) -> Tally:
        """Return the sums of one check."""
        return self._tallies.get(code) or Tally()

    def severities(self) -> Counter[Severity]:
        """Return how many there are of each severity."""
        sums: Counter[Severity] = Counter()
        for tally in self._tallies.values():
            sums.update(tally.severities)
        return sums

    def add(self, finding: Finding) -> None:
        """Put a finding in its place, behind those of the same place."""
        insort_right(self._by_code.setdefault(finding.code, []), finding, key=sort_key)
        if finding.row is not None and finding.row not in self._by_row:
            insort_right(self.rows, finding.row)
        insort_right(self._by_row.setdefault(finding.row, []), finding, key=sort_key)
        self._tally(finding, 1)

    def remove(self, finding: Finding) -> None:
        """Take a finding out. ValueError where it is not there."""
        _remove(self._by_code, finding.code, finding)
        _remove(self._by_row, finding.row, finding)
        if finding.row is not None and finding.row not in self._by_row:
            del self.rows[bisect_left(self.rows, finding.row)]
        self._tally(finding, -1)

    def _tally(self, finding: Finding, by: int) -> None:
        tally = self._tallies.setdefault(finding.code, Tally())
        tally.add(finding, by)
        if not tally.count:
            del self._tallies[finding.code]


def _remove(groups: dict[_Key, list[Finding]], key: _Key, finding: Finding) -> None:
    found = groups.get(key, [])
    first = bisect_left(found, sort_key(finding), key=sort_key)
    del found[found.index(finding, first)]
    if not found:
        groups.pop(key, None)


_LIKELY = 0.9
"""How much two texts must have in common in meaning: what remains are languages and forms of one word.

An assumption, until it is measured against pairs that people judged.
"""

_BY_SIGNS_ALONE = frozenset({"cell-whitespace"})
"""Checks about signs alone: where their rule does not settle it, that letters are the same tells nothing."""

_BY_RULE = frozenset({"age-unit-not-accepted"})
"""Checks whose rule works out the answer: days in months. Not Type by VariationTheme: that is assumed."""

_GRADES_REMEMBERED = 50_000
"""Texts with their suggestions: a sheet of 100,000 rows has some thousands, the same after each change."""


def grades_of(finding: Finding) -> tuple[Grade, ...]:
    """Return for each suggestion of a finding how sure it is, in their order.

    `sure`: the only right answer by the rule, or the only one that differs in capitals, accents and signs
    alone. `likely`: the first of those that mean the same, or the only one that the rule leaves. `guess`: the
    others.
    """
    if not finding.suggestions:
        return ()
    said = finding.value.strip() or finding.arguments.get("vtex", "")
    may_differ = finding.code in _BY_SIGNS_ALONE and finding.safe_fix is None
    alike = [] if may_differ else [each for each in finding.suggestions if _is_same(finding, said, each)]
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


def grade_of(finding: Finding) -> Grade | None:
    """Return how sure the best suggestion of a finding is; None where there is no cell or nothing for it."""
    if finding.row is None or finding.column is None or not finding.suggestions:
        return None
    if finding.safe_fix == finding.suggestions[0]:
        return "sure"
    about = finding.arguments
    return _grade(
        *(finding.code, finding.column, finding.value, finding.suggestions, finding.safe_fix),
        *(about.get("attribute", ""), about.get("vtex", "")),
    )


@lru_cache(maxsize=_GRADES_REMEMBERED)
def _grade(
    code: str,
    column: str,
    value: str,
    suggestions: tuple[str, ...],
    safe_fix: str | None,
    attribute: str,
    vtex: str,
) -> Grade:
    about = {"attribute": attribute, "vtex": vtex}
    return grades_of(Finding(code, "error", None, 0, column, value, about, suggestions, safe_fix))[0]


def _by_meaning(finding: Finding, said: str, suggestion: str, place: int) -> Grade:
    if finding.code in _BY_RULE and len(finding.suggestions) == 1:
        return "likely"
    if place or not said:
        return "guess"
    if finding.column == "VariationTheme":
        return "likely" if themes.same_attributes(said, suggestion) else "guess"
    is_value = finding.column in ("VTEXValue", "AmazonValue")
    attribute = finding.arguments.get("attribute", "") if is_value else None
    return "likely" if likeness(said, suggestion, attribute) >= _LIKELY else "guess"
