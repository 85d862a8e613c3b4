"""The checks of single cells whatever their column: blanks, error values, dates, and rows left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listo.core.checks.context import CheckContext
from listo.core.checks.types import PlacedVerdict, SheetCheck, SheetExample, Verdict, example, with_safe_fix
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import COLUMNS

_YEAR_FIRST = re.compile(r"\d{4}[-/.](?P<two>\d{1,2})[-/.](?P<one>\d{1,2})(?:\D.*)?")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})(?:[-/.]\d{2,4})?(?:\D.*)?")
_DAY_AND_NAME = re.compile(r"(?P<one>\d{1,2})\W+(?:de\W+)?(?P<two>[^\W\d_]{3,})\W*(?:\W.*)?")
_NAME_AND_YEAR = re.compile(r"(?P<one>[^\W\d_]{3,})\W+(?P<two>\d{2})")
_MONTHS = (
    "jan ene",
    "feb fev",
    "mar",
    "apr abr",
    "may mai",
    "jun",
    "jul",
    "aug ago",
    "sep set",
    "oct out",
    "nov",
    "dec dez dic",
)
"""How the months' names begin in the three languages; those of one month stand together."""


def _whitespace(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for name in view.sheet.present():
        # Nothing but blanks in a column that must be filled is a missing text, and said as that.
        fixes = {t: after for t, after in view.untidy(name).items() if after or name == "VariationTheme"}
        for position, text in view.where(name, fixes):
            if view.is_readable(position, name):
                yield PlacedVerdict(view.number(position), name, text, with_safe_fix(fixes[text]))


def _formula_error(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for position, name in view.errors():
        yield PlacedVerdict(view.number(position), name, view.text(position, name))


def _date(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for position, name in view.dates():
        text = view.text(position, name)
        yield PlacedVerdict(view.number(position), name, text, Verdict(suggestions=typed_before(text)))


def typed_before(shown: str) -> tuple[str, ...]:
    """Return what a person may have typed that Excel turned into the date shown: `10/12`, `12/10` …"""
    forms = (_YEAR_FIRST, _YEAR_LAST, _DAY_AND_NAME, _NAME_AND_YEAR)
    found = next((match for form in forms if (match := form.fullmatch(shown.strip()))), None)
    pair = (_number(found["one"]), _number(found["two"])) if found else ("", "")
    orders = dict.fromkeys((pair, pair[::-1])) if all(pair) else ()
    return tuple(sign.join(order) for sign in "/-" for order in orders)


def _number(text: str) -> str:
    """Return the number of a day, or of a month by its number or name; nothing for another word."""
    if text.isdecimal():
        return str(int(text))
    start = text.casefold()[:3]
    return next((str(number) for number, names in enumerate(_MONTHS, 1) if start in names.split()), "")


def _blank(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    yield from (PlacedVerdict(number, None, "") for number in view.blank_rows)


_BLANK: dict[str, str] = dict.fromkeys(COLUMNS, "")
_OTHER = {"VTEXValue": "Masculino", "AmazonValue": "Male"}

ROW_CHECKS = (
    SheetCheck(
        code="row-blank",
        severity="warning",
        columns=(),
        also_reads=COLUMNS,
        within="row",
        find=_blank,
        wrong=example({}, _BLANK, _OTHER),
    ),
)

CELL_CHECKS = (
    SheetCheck(
        code="cell-whitespace",
        severity="error",
        columns=(),
        also_reads=COLUMNS,
        within="row",
        find=_whitespace,
        wrong=example(AmazonValue=" Female"),
    ),
    SheetCheck(
        code="cell-formula-error",
        severity="error",
        columns=(),
        also_reads=COLUMNS,
        within="row",
        find=_formula_error,
        wrong=example(AmazonValue="#N/A"),
    ),
    SheetCheck(
        code="cell-date",
        severity="error",
        columns=(),
        also_reads=("VTEXValue", "AmazonValue"),
        within="row",
        find=_date,
        wrong=SheetExample(rows=({"VTEXValue": "10/12/2026"},), kinds={(0, "VTEXValue"): "date"}),
        right=example(VTEXValue="10/12"),
    ),
)
