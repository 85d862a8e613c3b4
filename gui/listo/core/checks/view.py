"""The mapping sheet as the checks see it: rows that are not blank, texts made clean, by column."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import compress
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from listo.core.mapping.cell_text import Repair, clean, is_clean, lines_of, repair
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.workbooks.number_formats import ERROR_TEXTS

UNREADABLE = "\0"
"""Stands for a cell of which it is not known what it should say.

It shows an error, became a date, holds several lines, or lost its accents.
"""

_DATE_COLUMNS: tuple[Column, ...] = ("VTEXValue", "AmazonValue")

_OF_A_VALUE: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")
_SAYING_NOTHING = frozenset({"", UNREADABLE})

Source = Column | Literal["Coverage", "Attribute", "Field", "SkuGroup"]
"""What can be read of a row: a column; or what covers its category (see `Coverage.key`), the attribute that
its AmazonSpecification is by whatever name, the VTEX field that its VTEXSpecification is, and what rows have
in common that count together for SKUs: the category's number, or the field where no export tells that."""

RowKey = tuple[str, ...]
"""The cleaned texts of a row in some sources."""

Derivation = tuple[Column, Callable[[str], str]]
"""What a text of a column tells beyond itself: the column, and what makes the one of the other."""


class SheetReading(NamedTuple):
    """How a sheet's texts are to be understood.

    `derived` tells of each source that is no column how it follows from one. `own_texts` are texts that
    look garbled and are right: the catalogue or Amazon spells them so.
    """

    derived: Mapping[Source, Derivation] = {}
    own_texts: Set[str] = frozenset()


_AS_IT_STANDS = SheetReading()
_Value = TypeVar("_Value")


class RowChange(NamedTuple):
    """A row that other rows count for, by Excel's number, with its texts in what is followed of it.

    `before` is None where it was none of those rows, `after` where it is none of them now.
    """

    row: int
    before: Mapping[tuple[Source, ...], RowKey] | None
    after: Mapping[tuple[Source, ...], RowKey] | None


class Remembered(Protocol):
    """What checks make of rows and keep, so that after a change only what it concerns is made anew."""

    pending: list[RowChange]
    """What changed and was not yet taken up."""

    def part(self, within: tuple[Source, ...], key: RowKey) -> Remembered | None:
        """Return what was made of the rows that have those texts; None where that is not kept."""


class KeyedView(Protocol):
    """As much of a view as a check needs that works on different texts and the rows that have them."""

    def number(self, position: int) -> int:
        """Return Excel's number of a row."""

    def text(self, position: int, column: Column) -> str:
        """Return the text of a cell as it stands."""

    def cleaned_text(self, position: int, column: Column) -> str:
        """Return the cleaned text of a cell."""

    def distinct(self, columns: tuple[Source, ...]) -> Collection[RowKey]:
        """Return every combination of cleaned texts once, in order of first occurrence."""

    def rows_of(
        self, columns: tuple[Source, ...], wanted: Collection[RowKey]
    ) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row whose combination is among the `wanted`."""

    def every_row(self, columns: tuple[Source, ...]) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row, in order."""

    def dates(self) -> Iterator[tuple[int, Column]]:
        """Yield the cells whose text became a date, by position."""

    def row_texts(self, row: int, columns: tuple[Source, ...]) -> RowKey | None:
        """Return the cleaned texts of a row by Excel's number; None where it is none of the rows."""

    remembered: dict[str, Remembered]
    placed: dict[str, Mapping[int, tuple[Any, Any]]]


class SheetView:
    """Columns of cleaned text without the blank rows; each distinct text is cleaned once, when asked for.

    Positions count the rows that are not blank, from 0; `number(position)` is Excel's row number.
    """

    def __init__(self, sheet: MappingSheet, reading: SheetReading = _AS_IT_STANDS) -> None:
        """See a sheet so."""
        self.sheet = sheet
        self._reading = reading
        self._distinct: dict[tuple[Source, ...], Collection[RowKey]] = {}
        self._tidied: dict[Column, _Tidied] = {}
        self._columns: dict[Source, Sequence[str]] = {}
        self.remembered: dict[str, Remembered] = {}
        """What several checks make of the rows, made once."""
        self.placed: dict[str, Mapping[int, tuple[Any, Any]]] = {}
        """By code the verdicts of a check, each by its identity, and what was found by it."""

    def __len__(self) -> int:
        """Return how many rows are not blank."""
        return len(self.numbers)

    def number(self, position: int) -> int:
        """Return Excel's number of a row."""
        return self.numbers[position]

    @cached_property
    def numbers(self) -> Sequence[int]:
        """Excel's numbers of the rows, by position."""
        return self._without_blanks(self.sheet.row_numbers)

    @cached_property
    def blank_rows(self) -> Sequence[int]:
        """Excel's numbers of the blank rows."""
        return [self.sheet.row_numbers[index] for index in self._blank]

    def text(self, position: int, column: Column) -> str:
        """Return the text of a cell as it stands."""
        return self.sheet.column(column)[self._index(position)]

    def cleaned_text(self, position: int, column: Column) -> str:
        """Return the cleaned text of a cell."""
        return self.cleaned(column)[position]

    def row_texts(self, row: int, columns: tuple[Source, ...]) -> RowKey | None:
        """Return the cleaned texts of a row by Excel's number; None where it is none of the rows."""
        position = bisect_left(self.numbers, row)
        if position == len(self.numbers) or self.numbers[position] != row:
            return None
        return tuple(self.cleaned(name)[position] for name in columns)

    def is_text(self, position: int, column: Column) -> bool:
        """Return whether the cell holds a text, and neither an error nor a text that became a date."""
        index, tidied = self._index(position), self._tidy(column)
        return index not in tidied.errors and index not in tidied.dates

    def cleaned(self, source: Source) -> Sequence[str]:
        """Return a column's cleaned texts, or what follows from them; `UNREADABLE` for errors and dates."""
        if source not in self._columns:
            self._columns[source] = self._read(source)
        return self._columns[source]

    def categories(self) -> Counter[str]:
        """Return each text of CategoryID with its number of rows, of those that say of which value they are.

        Rows without a field or a value are nobody's.
        """
        texts, *others = (self.cleaned(name) for name in ("CategoryID", *_OF_A_VALUE))
        if self._has_no_rows_of_nobody:
            return Counter(texts)
        rows = zip(texts, *others, strict=True)
        return Counter(text for text, *rest in rows if not _SAYING_NOTHING.intersection(rest))

    @cached_property
    def _has_no_rows_of_nobody(self) -> bool:
        """Whether each row says of which field and value it is."""
        texts = ((text,) in self.distinct((name,)) for name in _OF_A_VALUE for text in _SAYING_NOTHING)
        return not any(texts)

    def told_categories(self) -> Collection[str]:
        """Return each of these texts once."""
        if self._has_no_rows_of_nobody:
            return [text for (text,) in self.distinct(("CategoryID",))]
        return self.categories().keys()

    def untidy(self, column: Column) -> Mapping[str, str]:
        """Return the texts of a column, as they stand, that cleaning changes, with what it makes of them."""
        return self._tidy(column).untidy

    def garbled(self, column: Column) -> Mapping[str, Repair]:
        """Return the texts of a column, as they stand, whose accents were read in a wrong encoding."""
        return self._tidy(column).garbled

    def merged(self, column: Column) -> Iterator[int]:
        """Yield the rows, by position, whose cell is empty and shows the one above it is merged with."""
        yield from map(self._position, self._tidy(column).merged if self.sheet.merged else ())

    def errors(self) -> Iterator[tuple[int, Column]]:
        """Yield the cells that show an error, by position."""
        yield from ((self._position(index), name) for name in COLUMNS for index in self._tidy(name).errors)

    def dates(self) -> Iterator[tuple[int, Column]]:
        """Yield the cells whose text became a date, by position."""
        yield from ((self._position(index), name) for name in COLUMNS for index in self._tidy(name).dates)

    def distinct(self, columns: tuple[Source, ...]) -> Collection[RowKey]:
        """Return every combination of cleaned texts in those columns once, in order of first occurrence."""
        if columns not in self._distinct:
            only = _OfOneColumn(self._texts_of(columns[0])) if len(columns) == 1 else None
            self._distinct[columns] = dict.fromkeys(self.keys(columns)) if only is None else only
        return self._distinct[columns]

    def among(self, columns: tuple[Source, ...], first: Collection[str]) -> Collection[RowKey]:
        """Return those of the combinations that begin with one of some texts."""
        if not first:
            return ()
        begins = map(first.__contains__, self.cleaned(columns[0]))
        return dict.fromkeys(compress(self.keys(columns), begins)).keys()

    def forget_combinations(self) -> None:
        """Let go what is remembered of several columns: of a sheet of all different rows as much as it is."""
        self._distinct = {columns: keys for columns, keys in self._distinct.items() if len(columns) == 1}

    def _texts_of(self, source: Source) -> Collection[str]:
        """Return each text of a source once, in order; what follows from a column's is told by them alone."""
        if source not in self._reading.derived:
            told = self._tidy(source).distinct if source in COLUMNS and not self._blank else None
            return dict.fromkeys(self.cleaned(source)) if told is None else told
        column, derive = self._reading.derived[source]
        return dict.fromkeys(derive(text) for (text,) in self.distinct((column,)))

    def keys(self, columns: tuple[Source, ...]) -> Iterator[RowKey]:
        """Return the combination of cleaned texts of every row."""
        return zip(*(self.cleaned(name) for name in columns), strict=True)

    @cached_property
    def coverage_of_all(self) -> str | None:
        """What covers the category of every row, where it is the same for all; else None."""
        found = self.distinct(("Coverage",))
        return next(iter(found))[0] if len(found) == 1 else None

    def rows_of(
        self, columns: tuple[Source, ...], wanted: Collection[RowKey]
    ) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row whose combination is among the `wanted`."""
        if not wanted:
            return
        if len(columns) == 1:
            texts = {text for (text,) in wanted}
            yield from ((i, (text,)) for i, text in enumerate(self.cleaned(columns[0])) if text in texts)
        else:
            yield from ((i, key) for i, key in enumerate(self.keys(columns)) if key in wanted)

    def every_row(self, columns: tuple[Source, ...]) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row, in order."""
        return enumerate(self.keys(columns))

    def where(self, column: Column, wanted: Collection[str]) -> Iterator[tuple[int, str]]:
        """Yield (position, text as it stands) of every row whose text in a column is among the `wanted`."""
        if wanted:
            texts = self._without_blanks(self.sheet.column(column))
            yield from ((i, text) for i, text in enumerate(texts) if text in wanted)

    def _read(self, source: Source) -> Sequence[str]:
        if source in self._reading.derived:
            column, derive = self._reading.derived[source]
            told = {text: derive(text) for (text,) in self.distinct((column,))}
            return [told[text] for text in self.cleaned(column)]
        if source in COLUMNS:
            return self._without_blanks(self._tidy(source).texts)
        return [""] * len(self)

    def _tidy(self, column: Column) -> _Tidied:
        if column not in self._tidied:
            self._tidied[column] = _tidied(self.sheet, column, self._reading.own_texts)
        return self._tidied[column]

    # Blank rows: which they are, and what is left without them

    @cached_property
    def _blank(self) -> Sequence[int]:
        """The blank rows, by index into the data rows."""
        rows: Sequence[int] = range(len(self.sheet))
        # AmazonValue first: it is hardly ever empty.
        for name in reversed(COLUMNS):
            if len(rows) < len(self.sheet):  # few are left: what they plainly say saves cleaning all others
                as_it_stands = self.sheet.column(name)
                rows = [row for row in rows if not (as_it_stands[row] and is_clean(as_it_stands[row]))]
            if not rows:
                break
            texts = self._tidy(name).texts
            rows = [row for row in rows if not texts[row]]
        return rows

    @cached_property
    def _kept(self) -> Sequence[bool]:
        kept = [True] * len(self.sheet)
        for index in self._blank:
            kept[index] = False
        return kept

    def _without_blanks(self, values: Sequence[_Value]) -> Sequence[_Value]:
        return list(compress(values, self._kept)) if self._blank else values

    def _position(self, index: int) -> int:
        return index - bisect_left(self._blank, index)

    def _index(self, position: int) -> int:
        return self._indices[position] if self._blank else position

    @cached_property
    def _indices(self) -> Sequence[int]:
        return list(compress(range(len(self.sheet)), self._kept))


class _OfOneColumn(Collection[RowKey]):
    """Different texts as combinations of one column: as many keys of their own would be hashed anew."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = texts

    def __contains__(self, key: object) -> bool:
        """Return whether the column has that text."""
        return isinstance(key, tuple) and len(key) == 1 and key[0] in self._texts

    def __iter__(self) -> Iterator[RowKey]:
        """Yield them in order."""
        return zip(self._texts, strict=False)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._texts)


class _Tidied(NamedTuple):
    """A column of all rows made clean, and what had to be done to it."""

    texts: Sequence[str]
    untidy: Mapping[str, str]
    garbled: Mapping[str, Repair]
    errors: Collection[int]
    dates: Collection[int]
    merged: Sequence[int]
    distinct: Collection[str] | None = None
    """Each text once, where none had to be changed."""


def _tidied(sheet: MappingSheet, name: Column, own_texts: Set[str]) -> _Tidied:
    texts = sheet.column(name)
    distinct = dict.fromkeys(texts)
    together = "|".join(("", *distinct, ""))  # most often there is nothing in all of them, told in no time
    odd = () if together.isascii() else distinct
    garbled = {text: one for text in odd if (one := repair(text)) and text not in own_texts}
    read = {text: mended.text for text, mended in garbled.items()}
    has_edges = "| " in together or " |" in together
    rough = distinct if has_edges or not is_clean(together) else read
    untidy = {text: clean(read.get(text, text)) for text in rough if text in read or not is_clean(text)}
    failed = {text for text in ERROR_TEXTS if text in distinct}
    failed |= {text for text, after in untidy.items() if after in ERROR_TEXTS}
    kinds = [(index, kind) for (index, column), kind in sheet.kinds.items() if column == name]
    shown = _merged(sheet, name) if sheet.merged else ()
    if not (untidy or failed or kinds or shown):
        return _Tidied(texts, {}, {}, (), (), (), distinct)
    errors = {index for index, kind in kinds if kind in ("error", "formula")}
    errors.update(index for index, text in enumerate(texts) if text in failed)
    dates = {index for index, kind in kinds if kind == "date" and name in _DATE_COLUMNS} - errors
    unread = {text for text, mended in garbled.items() if not mended.is_certain}
    unread |= {text for text in untidy if len(lines_of(read.get(text, text))) > 1}
    cleaned = [UNREADABLE if text in unread else untidy.get(text, text) for text in texts]
    for index in shown:
        cleaned[index] = clean(sheet.merged[sheet.row_numbers[index], name])
    for index in errors | dates:
        cleaned[index] = UNREADABLE
    rest = {text: mended.rest for text, mended in garbled.items()}
    changed = {t: after for t, after in untidy.items() if not is_clean(rest.get(t, t)) and after != t}
    return _Tidied(cleaned, changed, garbled, errors, dates, shown)


def _merged(sheet: MappingSheet, name: Column) -> Sequence[int]:
    """Return the rows, by index, whose cell is empty and shows what one above says that it is merged with.

    Where nothing else stands in a row, it is an empty one.
    """
    texts = sheet.column(name)
    rows = (index for index, row in enumerate(sheet.row_numbers) if (row, name) in sheet.merged)
    return [index for index in rows if not clean(texts[index]) and any(map(clean, sheet.row(index)))]
