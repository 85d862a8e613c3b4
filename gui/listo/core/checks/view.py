"""The mapping sheet as the checks see it: rows that are not blank, texts made clean, by column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import compress

from listo.core.checks.model import Source
from listo.core.sheets import COLUMNS, Column, MappingSheet, clean
from listo.core.sheets.cleaning import is_clean
from listo.core.workbooks import CellKind

UNREADABLE = "\0"
"""Stands for a cell that shows an error or became a date: what it should say is not known."""

_ERROR_TEXTS = frozenset(
    f"#{name}"
    for names in (
        ("N/A", "REF!", "NAME?", "VALUE!", "DIV/0!", "NULL!", "NUM!"),
        ("SPILL!", "CALC!", "FIELD!", "BLOCKED!", "CONNECT!", "UNKNOWN!", "GETTING_DATA"),
        ("N/D", "NOME?", "VALOR!", "NULO!", "NÚM!"),
        ("¡REF!", "¿NOMBRE?", "¡VALOR!", "¡DIV/0!", "¡NULO!", "¡NUM!"),
    )
    for name in names
)
"""What spreadsheets show in the three languages where a formula fails; text files keep just the text."""

_DATE_COLUMNS: tuple[Column, ...] = ("VTEXValue", "AmazonValue")

Key = tuple[str, ...]


class SheetView:
    """Columns of cleaned text without the blank rows; each distinct text is cleaned once.

    Positions count the rows that are not blank, from 0; `number(position)` is Excel's row number.
    """

    def __init__(self, sheet: MappingSheet, product_type: Callable[[str], str] | None = None) -> None:
        """See a sheet so; `product_type` tells what a text of CategoryID is about, empty if not certain."""
        self.sheet = sheet
        self.untidy: dict[Column, dict[str, str]] = {}
        """By column the texts as they stand that cleaning changes, with what it makes of them."""
        self.errors: list[tuple[int, Column]] = []
        """The cells that show an error, by index into the data rows; `dates` likewise."""
        self.dates: list[tuple[int, Column]] = []
        self._distinct: dict[tuple[Source, ...], dict[Key, None]] = {}
        self._raw: dict[Column, Sequence[str]] = {name: sheet.column(name) for name in COLUMNS}
        self._columns: dict[Source, Sequence[str]] = {name: self._cleaned(name) for name in COLUMNS}
        self._numbers: Sequence[int] = sheet.row_numbers
        blank = _blank_rows(self._columns, len(sheet))
        self.blank_rows = [sheet.row_numbers[index] for index in blank]
        if blank:
            self._leave_out(blank)
        self._columns["ProductType"] = self._product_types(product_type)

    def __len__(self) -> int:
        """Return how many rows are not blank."""
        return len(self._numbers)

    def number(self, position: int) -> int:
        """Return Excel's number of a row."""
        return self._numbers[position]

    def text(self, position: int, column: Column) -> str:
        """Return the text of a cell as it stands."""
        return self._raw[column][position]

    def is_readable(self, position: int, column: Column) -> bool:
        """Return whether the cell holds a text, and neither an error nor a text that became a date."""
        return self._columns[column][position] != UNREADABLE

    def cleaned(self, column: Column) -> Sequence[str]:
        """Return the cleaned texts of a column; `UNREADABLE` for errors and dates."""
        return self._columns[column]

    def distinct(self, columns: tuple[Source, ...]) -> Collection[Key]:
        """Return every combination of cleaned texts in those columns once, in order of first occurrence."""
        if columns not in self._distinct:
            self._distinct[columns] = dict.fromkeys(self.keys(columns))
        return self._distinct[columns].keys()

    def keys(self, columns: tuple[Source, ...]) -> Iterator[Key]:
        """Return the combination of cleaned texts of every row."""
        return zip(*(self._columns[name] for name in columns), strict=True)

    def rows_of(self, columns: tuple[Source, ...], wanted: Collection[Key]) -> Iterator[tuple[int, Key]]:
        """Yield (position, combination) of every row whose combination is among the `wanted`."""
        if not wanted:
            return
        if len(columns) == 1:
            texts = {text for (text,) in wanted}
            yield from ((i, (text,)) for i, text in enumerate(self._columns[columns[0]]) if text in texts)
        else:
            yield from ((i, key) for i, key in enumerate(self.keys(columns)) if key in wanted)

    def where(self, column: Column, wanted: Collection[str]) -> Iterator[tuple[int, str]]:
        """Yield (position, text as it stands) of every row whose text in a column is among the `wanted`."""
        if wanted:
            yield from ((i, text) for i, text in enumerate(self._raw[column]) if text in wanted)

    def _product_types(self, product_type: Callable[[str], str] | None) -> Sequence[str]:
        if product_type is None:
            return [""] * len(self)
        told = {text: product_type(text) for (text,) in self.distinct(("CategoryID",))}
        return [told[text] for text in self._columns["CategoryID"]]

    def _cleaned(self, name: Column) -> Sequence[str]:
        texts = self.sheet.column(name)
        distinct = dict.fromkeys(texts)
        untidy = {text: clean(text) for text in distinct if not is_clean(text)}
        failed = {text for text in _ERROR_TEXTS if text in distinct}
        failed |= {text for text, after in untidy.items() if after in _ERROR_TEXTS}
        kinds = [(index, kind) for (index, column), kind in self.sheet.kinds.items() if column == name]
        self.untidy[name] = {text: after for text, after in untidy.items() if after != text}
        if not (untidy or failed or kinds):
            self._distinct[name,] = dict.fromkeys(zip(distinct, strict=True))
            return texts
        cleaned = [untidy.get(text, text) for text in texts]
        self._set_unreadable(name, cleaned, failed, kinds)
        return cleaned

    def _set_unreadable(
        self, name: Column, cleaned: list[str], failed: Collection[str], kinds: list[tuple[int, CellKind]]
    ) -> None:
        errors = {index for index, kind in kinds if kind == "error"}
        errors.update(index for index, _ in self.where(name, failed))
        dates = {index for index, kind in kinds if kind == "date" and name in _DATE_COLUMNS} - errors
        self.errors += ((index, name) for index in errors)
        self.dates += ((index, name) for index in dates)
        for index in errors | dates:
            cleaned[index] = UNREADABLE

    def _leave_out(self, blank: Collection[int]) -> None:
        kept = [True] * len(self._numbers)
        for index in blank:
            kept[index] = False
        self._distinct.clear()
        self._numbers = list(compress(self._numbers, kept))
        self._raw = {name: list(compress(texts, kept)) for name, texts in self._raw.items()}
        self._columns = {name: list(compress(texts, kept)) for name, texts in self._columns.items()}


def _blank_rows(columns: Mapping[Source, Sequence[str]], count: int) -> Collection[int]:
    """Return the rows in which nothing stands."""
    rows: Collection[int] = range(count)
    # AmazonValue first: it is hardly ever empty.
    for name in reversed(COLUMNS):
        texts = columns[name]
        rows = [row for row in rows if not texts[row]]
        if not rows:
            break
    return rows
