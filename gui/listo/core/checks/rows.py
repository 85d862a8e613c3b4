"""The checks of the header, of rows each by itself and its cells, and of rows beside one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, compress

from listo.core.checks.context import CheckContext
from listo.core.checks.types import PlacedVerdict, SheetCheck, SheetExample, Verdict, example, with_safe_fix
from listo.core.checks.view import UNREADABLE, RowKey, SheetView, Source
from listo.core.mapping.cell_text import LOST, clean, lines_of, meant_by, repair
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.vocabulary import themes
from listo.core.vocabulary.glossary import accented_words


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


HEADER_CHECKS = (
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


_YEAR_FIRST = re.compile(r"\d{4}[-/.](?P<two>\d{1,2})[-/.](?P<one>\d{1,2})(?:\D.*)?")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})(?:[-/.]\d{2,4})?(?:\D.*)?")
_DAY_AND_NAME = re.compile(r"(?P<one>\d{1,2})\W+(?:de\W+)?(?P<two>[^\W\d_]{3,})\W*(?:\W.*)?")
_NAME_AND_YEAR = re.compile(r"(?P<one>[^\W\d_]{3,})\W+(?:de\W+)?(?:\d{2})?(?P<two>\d{2})")
_MONTH_AND_YEAR = re.compile(r"(?P<one>\d{1,2})[-/.](?:19|20)(?P<two>\d{2})")
_YEAR_AND_MONTH = re.compile(r"(?:19|20)(?P<two>\d{2})[-/.](?P<one>\d{1,2})")
_FIRST_OF_MONTH = re.compile(r"(?:19|20)(?P<year>\d{2})-(?P<month>\d{2})-01(?: 00:00:00)?")
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

_FORMULA_SIGNS = ("=", "+", "-", "@")
_NUMBER = re.compile(r"[-+][\d.,]+%?")

_MOST_BLANK_ROWS = 10_000
"""Blank rows that are told one by one, which takes 0.1 s: one text in Excel's last row makes a million."""

_FIRST_SIX = COLUMNS[:6]
_SENT: tuple[Column, ...] = ("CategoryID", "VariationTheme", "AmazonSpecification", "AmazonValue")
_OF_A_PARENT: tuple[Source, ...] = ("CategoryID", "VariationTheme", "Attribute", "AmazonValue")
_OF_A_CHILD: tuple[Column, ...] = (*_SENT, "VTEXValue")


def _whitespace(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for name in view.sheet.present():
        # Nothing but blanks in a column that must be filled is a missing text, and said as that.
        fixes = {t: after for t, after in view.untidy(name).items() if after or name == "VariationTheme"}
        verdicts = {text: _tidy(text, after) for text, after in fixes.items()}
        for position, text in view.where(name, fixes):
            if view.is_text(position, name):
                yield PlacedVerdict(view.number(position), name, text, verdicts[text])


def _tidy(text: str, after: str) -> Verdict:
    """Return what to make of an untidy text: of several lines each may be meant, or all of them."""
    mended = repair(text)
    lines = lines_of(mended.text if mended else text)
    if len(lines) > 1:
        return Verdict({"case": "lines"}, tuple(dict.fromkeys((*lines, after))))
    return Verdict(suggestions=(after,)) if _becomes_formula(text, after) else with_safe_fix(after)


def _becomes_formula(text: str, after: str) -> bool:
    """Return whether Excel would take a text of a text file for a formula that it took for text before."""
    return after.startswith(_FORMULA_SIGNS) and not text.startswith(after[0]) and not _NUMBER.fullmatch(after)


def _garbled(view: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for name in view.sheet.present():
        verdicts: dict[str, Verdict] = {}
        for position, text in view.where(name, view.garbled(name)):
            if view.is_text(position, name):
                if text not in verdicts:
                    verdicts[text] = _repaired(text, view, name, context)
                yield PlacedVerdict(view.number(position), name, text, verdicts[text])


def _repaired(text: str, view: SheetView, name: Column, context: CheckContext) -> Verdict:
    mended = view.garbled(name)[text]
    after = clean(mended.text)
    if mended.is_certain and len(lines_of(mended.text)) < 2:
        return with_safe_fix(after)
    if LOST not in after:
        return Verdict(suggestions=(after,))
    return Verdict({"case": "lost"}, meant_by(after, _known_texts(name, after, context)))


def _known_texts(name: Column, text: str, context: CheckContext) -> Iterator[str]:
    """Yield what may stand in a column: what the exports have, then words that we know, spelled alike."""
    fields = context.references.fields
    if name == "VTEXSpecification":
        yield from fields.names
    elif name == "VTEXValue":
        yield from chain.from_iterable(field.values for field in fields)
    spell = str.upper if text.isupper() else str.capitalize if text[:1].isupper() else str
    yield from map(spell, accented_words())


def _formula_error(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for position, name in view.errors():
        text = view.text(position, name)
        case = {"case": "unsaved"} if not text else {}
        yield PlacedVerdict(view.number(position), name, text, Verdict(case))


def _date(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    for position, name in view.dates():
        text = view.text(position, name)
        yield PlacedVerdict(view.number(position), name, text, Verdict(suggestions=typed_before(text)))


def typed_before(shown: str) -> tuple[str, ...]:
    """Return what a person may have typed that Excel turned into the date shown: `10/12`, `12/10` …

    A month with a year is what Excel makes of `12/18`; the first of a month may stand for one.
    """
    forms = (_YEAR_FIRST, _YEAR_LAST, _DAY_AND_NAME, _NAME_AND_YEAR, _MONTH_AND_YEAR, _YEAR_AND_MONTH)
    found = next((match for form in forms if (match := form.fullmatch(shown.strip()))), None)
    pair = (_number(found["one"]), _number(found["two"])) if found else ("", "")
    orders = dict.fromkeys((pair, pair[::-1])) if all(pair) else {}
    typed = tuple(sign.join(order) for sign in "/-" for order in orders)
    first = _FIRST_OF_MONTH.fullmatch(shown.strip())
    month = (_number(first["month"]), first["year"]) if first else ()
    return tuple(dict.fromkeys((*typed, *(sign.join(month) for sign in "/-" if month))))


def _number(text: str) -> str:
    """Return the number of a day, or of a month by its number or name; nothing for another word."""
    if text.isdecimal():
        return str(int(text))
    start = text.casefold()[:3]
    return next((str(number) for number, names in enumerate(_MONTHS, 1) if start in names.split()), "")


def _blank(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    told, others = view.blank_rows[:_MOST_BLANK_ROWS], view.blank_rows[_MOST_BLANK_ROWS:]
    yield from (PlacedVerdict(number, None, "") for number in told[:-1])
    yield from (PlacedVerdict(number, None, "", also_rows=others) for number in told[-1:])


def _duplicate(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    first: dict[RowKey, int] = {}
    for position, key in _alike(view):
        row = view.number(position)
        if first.setdefault(key, row) != row:
            yield PlacedVerdict(row, None, "", Verdict({"first": str(first[key])}))


def _conflict(view: SheetView, _: CheckContext) -> Iterator[PlacedVerdict]:
    seen: set[RowKey] = set()
    first: dict[RowKey, tuple[int, str]] = {}
    for position, key in _alike(view):
        row, value = view.number(position), key[6]
        if key in seen or not value:
            continue  # the very same row is a duplicate, an empty cell a missing value
        seen.add(key)
        earlier, other = first.setdefault(key[:6], (row, value))
        if earlier != row:
            arguments = {"first": str(earlier), "other": other, "amazon": value}
            yield PlacedVerdict(row, None, "", Verdict(arguments))


def _alike(view: SheetView) -> Iterator[tuple[int, RowKey]]:
    """Yield (position, seven texts) of the readable rows whose first six texts stand in another row too."""
    if len(view.distinct(_FIRST_SIX)) == len(view):
        return
    often = {key for key, count in Counter(view.keys(_FIRST_SIX)).items() if count > 1}
    for position, key in enumerate(view.keys(COLUMNS)):
        if key[:6] in often and UNREADABLE not in key:
            yield position, key


def _collision(view: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    if context.twins:
        return  # the exports tell whether a product has both values
    names = _other_names(view, context)
    if not names and len(view.distinct(_SENT)) == len(view):
        return
    themed = compress(_sent(view, names), view.cleaned("VariationTheme"))
    shared = {
        key
        for key, count in Counter(themed).items()
        if count > 1 and UNREADABLE not in key and key[3] and _varies(context, key[0], key[1], key[2])
    }
    if not shared:
        return
    first: dict[RowKey, tuple[int, str]] = {}
    said: set[tuple[RowKey, str]] = set()
    values = view.cleaned("VTEXValue")
    for position, key in enumerate(_sent(view, names)):
        if key not in shared or (key, values[position]) in said or values[position] in ("", UNREADABLE):
            continue
        vtex, row = values[position], view.number(position)
        said.add((key, vtex))
        earlier, other = first.setdefault(key, (row, vtex))
        if earlier != row:
            arguments = {"first": str(earlier), "other": other, "vtex": vtex}
            yield PlacedVerdict(row, "AmazonValue", view.text(position, "AmazonValue"), Verdict(arguments))


def _other_names(view: SheetView, context: CheckContext) -> dict[str, str]:
    """Return names of attributes that stand for one that goes by another name as well in this sheet."""
    first: dict[str, str] = {}
    pairs = ((name, context.feed_name(name)) for (name,) in view.distinct(("AmazonSpecification",)) if name)
    same = {name: first.setdefault(feed_name, name) for name, feed_name in pairs}
    return {name: other for name, other in same.items() if name != other}


def _sent(view: SheetView, names: Mapping[str, str]) -> Iterator[RowKey]:
    """Return the texts of every row, an attribute always by the same name."""
    if not names:
        return view.keys(_SENT)
    category, theme, attribute, *others = map(view.cleaned, _SENT)
    # Without a step of Python's for each row: a large sheet is gone through twice.
    return zip(category, theme, map(names.get, attribute, attribute), *others, strict=True)


def _varies(context: CheckContext, category: str, theme: str, attribute: str) -> bool:
    """Return whether a category's theme tells products apart by this attribute."""
    accepted = context.theme(theme, category) if theme else None
    return accepted is not None and context.feed_name(attribute) in themes.attributes(accepted)


_BLANK: dict[str, str] = dict.fromkeys(COLUMNS, "")
_OTHER = {"VTEXValue": "Masculino", "AmazonValue": "Male"}
_CHILD = {
    "VariationTheme": "Size",
    "Type": "Variation",
    "VTEXSpecification": "Tamanho",
    "AmazonSpecification": "Size",
}
_SMALL = {**_CHILD, "VTEXValue": "P", "AmazonValue": "S"}
_MEDIUM = {**_CHILD, "VTEXValue": "M", "AmazonValue": "M"}

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
    SheetCheck(
        code="row-duplicate",
        severity="warning",
        columns=COLUMNS,
        within=_FIRST_SIX,
        find=_duplicate,
        wrong=example(_SMALL, _MEDIUM, _SMALL),
        right=example(_SMALL, _MEDIUM),
    ),
    SheetCheck(
        code="row-conflict",
        severity="error",
        columns=COLUMNS,
        within=_FIRST_SIX,
        find=_conflict,
        wrong=example(_SMALL, {**_SMALL, "AmazonValue": "M"}),
        right=example(_SMALL, _MEDIUM),
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
        code="cell-garbled",
        severity="error",
        columns=(),
        also_reads=COLUMNS,
        within="row",
        find=_garbled,
        wrong=example(VTEXSpecification="GÃªnero"),
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

VARIATION_CHECKS = (
    SheetCheck(
        code="variation-collision",
        severity="info",
        columns=_OF_A_CHILD,
        within=_OF_A_PARENT,
        find=_collision,
        wrong=example(_SMALL, {**_MEDIUM, "AmazonValue": "S"}),
        right=example(_SMALL, _MEDIUM),
    ),
)
