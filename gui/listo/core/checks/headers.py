"""The checks of the header and of the sheet as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from listo.core.checks.context import CheckContext
from listo.core.checks.types import PlacedVerdict, SheetCheck, SheetExample, Verdict, with_safe_fix
from listo.core.checks.view import SheetView
from listo.core.mapping.sheet import COLUMNS


def _empty(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    if not len(view.sheet):
        yield PlacedVerdict(None, None, "")


def _not_checked(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    yield from (PlacedVerdict(None, None, name) for name in view.sheet.others)


def _missing(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    header = view.sheet.header
    if header.row is not None:
        yield from (PlacedVerdict(header.row, name, "") for name in COLUMNS if name not in header.places)


def _renamed(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    sheet = view.sheet
    for name in sheet.present():
        text = sheet.header_text(name)
        if text != name:
            yield PlacedVerdict(sheet.header.row, name, text, with_safe_fix(name))


def _duplicated(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    header = view.sheet.header
    for place, name in header.duplicated.items():
        letters = {"letter": column_letter(place), "first": column_letter(header.places[name])}
        yield PlacedVerdict(header.row, name, header.texts[place], Verdict(letters))


def _order(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    places = view.sheet.header.places
    in_sheet = sorted(places, key=places.__getitem__)
    right = list(view.sheet.present())
    if in_sheet != right:
        yield PlacedVerdict(
            None, None, "", Verdict({"order": ", ".join(in_sheet), "right": ", ".join(right)})
        )


def _extra(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    header = view.sheet.header
    for place in header.extra:
        yield PlacedVerdict(header.row, None, header.texts[place], Verdict({"letter": column_letter(place)}))


def column_letter(place: int) -> str:
    """Return Excel's name of a column counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


CHECKS = (
    SheetCheck(
        code="sheet-empty",
        severity="error",
        error_id="map-spreadsheet-not-uploaded",
        columns=(),
        within="header",
        find=_empty,
        wrong=SheetExample(rows=()),
    ),
    SheetCheck(
        code="sheet-not-checked",
        severity="warning",
        columns=(),
        within="header",
        find=_not_checked,
        wrong=SheetExample(other_sheet="Sapatos"),
    ),
    SheetCheck(
        code="column-missing",
        severity="error",
        columns=(),
        within="header",
        find=_missing,
        wrong=SheetExample(header=COLUMNS[:6]),
    ),
    SheetCheck(
        code="column-renamed",
        severity="warning",
        columns=(),
        within="header",
        find=_renamed,
        wrong=SheetExample(header=("VTEX Category Id", *COLUMNS[1:])),
    ),
    SheetCheck(
        code="column-duplicated",
        severity="error",
        columns=(),
        within="header",
        find=_duplicated,
        wrong=SheetExample(header=(*COLUMNS, "AmazonValue")),
    ),
    SheetCheck(
        code="column-order",
        severity="warning",
        columns=(),
        within="header",
        find=_order,
        wrong=SheetExample(header=("VariationTheme", "CategoryID", *COLUMNS[2:])),
    ),
    SheetCheck(
        code="column-extra",
        severity="info",
        columns=(),
        within="header",
        find=_extra,
        wrong=SheetExample(header=(*COLUMNS, "Obs")),
    ),
)
