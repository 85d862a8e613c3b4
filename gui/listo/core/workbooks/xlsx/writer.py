"""A new Excel workbook of plain texts and whole numbers, written line by line in little memory.

The libraries for this take several times as long, keep drafts of the lines in files elsewhere, and take
some texts for formulas, links, errors or markup.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import IO, BinaryIO

from listo.core.workbooks.sheets_xml.escapes import LONGEST_TEXT, encoded, is_too_long
from listo.core.workbooks.sheets_xml.parts import (
    LOOKS,
    Layout,
    Style,
    Written,
    content_types,
    number_of,
    package_relations,
    properties,
    relations,
    sheet_end,
    sheet_start,
    workbook,
)
from listo.core.workbooks.xlsx.sheet_xml import MOST_ROWS, column_letters

Value = str | int | None

__all__ = ["MOST_ROWS", "Layout", "PlainSheet", "PlainWorkbook", "Value"]


class PlainSheet:
    """One sheet while it is written."""

    def __init__(self, file: IO[bytes], layout: Layout) -> None:
        self.rows = 0
        self._file = file
        self._texts = layout.texts
        self._letters = [column_letters(place) for place in range(len(layout.widths))]
        file.write(sheet_start(layout).encode())

    def add(self, values: Iterable[Value], style: Style | None = None, height: float | None = None) -> None:
        """Write the next row; `height` in points where the programs are not to choose it."""
        self.rows += 1
        cells = "".join(
            self._cell(letter, value, style)
            for letter, value in zip(self._letters, values, strict=False)
            if value is not None and value != ""
        )
        high = f' ht="{height}" customHeight="1"' if height else ""
        self._file.write(f'<row r="{self.rows}"{high}>{cells}</row>'.encode())

    def _cell(self, letter: str, value: str | int, style: Style | None) -> str:
        place = f"{letter}{self.rows}"
        if isinstance(value, int):
            return f'<c r="{place}" s="{number_of(style or "number")}"><v>{value}</v></c>'
        text = encoded(_shortened(value))
        return (
            f'<c r="{place}" s="{number_of(style or self._texts)}" t="inlineStr">'
            f'<is><t xml:space="preserve">{text}</t></is></c>'
        )


class PlainWorkbook:
    """A workbook while it is written to `target`; it is whole once its `with` block has ended."""

    def __init__(self, target: BinaryIO, title: str, author: str) -> None:
        self._archive = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=3)
        self._title, self._author = title, author
        self._sheets: list[Written] = []

    @contextmanager
    def sheet(self, name: str, layout: Layout) -> Iterator[PlainSheet]:
        """Give the next sheet, of that name (31 characters at most), to be filled. Raises OSError."""
        number = len(self._sheets) + 1
        with self._archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as file:
            sheet = PlainSheet(file, layout)
            yield sheet
            file.write(sheet_end(layout, sheet.rows).encode())
        self._sheets.append(Written(name, layout, sheet.rows))

    def __enter__(self) -> PlainWorkbook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        self._archive.close()

    def _finish(self) -> None:
        """Write what says which sheets there are. Raises OSError."""
        numbers = range(1, len(self._sheets) + 1)
        parts = {
            "[Content_Types].xml": content_types(numbers),
            "_rels/.rels": package_relations(),
            "docProps/core.xml": properties(self._title, self._author),
            "xl/workbook.xml": workbook(self._sheets),
            "xl/_rels/workbook.xml.rels": relations(numbers),
            "xl/styles.xml": LOOKS,
        }
        for name, text in parts.items():
            self._archive.writestr(name, text.encode())


def _shortened(text: str) -> str:
    if not is_too_long(text):
        return text
    units = text.encode("utf-16-le", errors="surrogatepass")
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", errors="ignore") + "…"
