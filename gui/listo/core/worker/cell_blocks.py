"""Blocks of cells: copied as spreadsheet programs copy them, pasted from these, filled down, emptied.

On the clipboard a block is lines of cells with tabs between them; Excel and LibreOffice put a cell with a
line break or a tab into quotation marks, which are doubled inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from listo.core.edits.history import Edit, RowEdit, UndoStep
from listo.core.edits.operations import free_row, prepare, prepare_row
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.worker.results import CellBlock
from listo.core.worker.state import OpenMapping

_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\t|\r\n|\n|\r|\Z")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')


def read_block(text: str) -> list[list[str]]:
    """Return the cells of a block from a spreadsheet program; each line may have a length of its own.

    Quotation marks around a cell are its own where nothing in it needs any: `"Azul"` is six letters.
    """
    lines: list[list[str]] = [[]]
    place = 0
    while text:
        cell, place = _cell_at(text, place)
        lines[-1].append(cell)
        end = _found(_END, text, place)[0]
        place += len(end)
        if not end or (end != "\t" and place == len(text)):  # a last line break begins no line
            return lines
        if end != "\t":
            lines.append([])
    return []


def _cell_at(text: str, place: int) -> tuple[str, int]:
    """Return the cell that begins there, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted and ('""' in quoted[1] or _NEEDS_QUOTES.search(quoted[1])):
        return quoted[1].replace('""', '"').replace("\r\n", "\n"), quoted.end()
    plain = _found(_PLAIN, text, place)
    return plain[0], plain.end()


def _found(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str]:
    """Return what a pattern finds that fits everywhere."""
    found = pattern.match(text, place)
    assert found is not None
    return found


def write_block(lines: Iterable[Sequence[str]]) -> str:
    """Return a block as spreadsheet programs take it from the clipboard."""
    return "".join("\t".join(map(_field, line)) + "\n" for line in lines)


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def texts_of(sheet: MappingSheet, rows: Sequence[int], block: CellBlock) -> Iterator[tuple[str, ...]]:
    """Yield the texts of a block line by line; `rows` are Excel's numbers of those that are shown."""
    for row in rows[block.top : block.bottom + 1]:
        yield sheet.row(sheet.index_of(row))[block.left : block.right + 1]


def paste_step(
    mapping: OpenMapping, rows: Sequence[int], block: CellBlock, texts: Sequence[Sequence[str]]
) -> UndoStep:
    """Return the step that puts texts into a block, and below the last row into rows that it adds.

    Where the block is so many times as high or wide, they are repeated; else they begin at its first cell.
    What would come to stand beside the last column is left out.
    """
    width = max(map(len, texts), default=0)
    if not width:
        return UndoStep()
    lines = _repeated(len(texts), block.bottom - block.top + 1)
    places = range(block.left, min(block.left + _repeated(width, block.right - block.left + 1), len(COLUMNS)))
    edits: list[Edit] = []
    new: list[dict[int, str]] = []
    for line in range(lines):
        pasted = _pasted(texts[line % len(texts)], places, width)
        if block.top + line < len(rows):
            edits += _edits(mapping.sheet, rows[block.top + line], pasted)
        elif any(pasted.values()):
            new.append(pasted)
    return UndoStep(prepare(mapping.sheet, edits).edits, _new_rows(mapping, new))


def _repeated(count: int, room: int) -> int:
    """Return how many lines or columns are filled: all of the room where it is so many times as large."""
    return room if room % count == 0 else count


def _pasted(texts: Sequence[str], places: Iterable[int], width: int) -> dict[int, str]:
    """Return what one line of the block puts into each column, by its place."""
    at = ((place, number % width) for number, place in enumerate(places))
    return {place: texts[number] for place, number in at if number < len(texts)}


def _edits(sheet: MappingSheet, row: int, texts: dict[int, str]) -> Iterator[Edit]:
    """Yield the edits of one row, in the columns that the sheet has."""
    for place, text in texts.items():
        if sheet.has(COLUMNS[place]):
            yield Edit(row, COLUMNS[place], text)


def _new_rows(mapping: OpenMapping, rows: Sequence[dict[int, str]]) -> tuple[RowEdit, ...]:
    first = free_row(mapping.original, mapping.sheet, mapping.history.moved_rows())
    filled = (tuple(texts.get(place, "") for place in range(len(COLUMNS))) for texts in rows)
    return tuple(edit for number, line in enumerate(filled, first) for edit in prepare_row(number, line).rows)


def fill_step(sheet: MappingSheet, rows: Sequence[int], block: CellBlock) -> UndoStep:
    """Return the step that repeats the first line of a block in the others; in a single one the row above."""
    first = block.top if block.bottom > block.top else block.top - 1
    if not 0 <= first < len(rows):
        return UndoStep()
    source = sheet.row(sheet.index_of(rows[first]))
    texts = {place: source[place] for place in range(block.left, block.right + 1)}
    below = rows[first + 1 : block.bottom + 1]
    return prepare(sheet, (edit for row in below for edit in _edits(sheet, row, texts)))


def empty_step(sheet: MappingSheet, rows: Sequence[int], blocks: Iterable[CellBlock]) -> UndoStep:
    """Return the step that empties all cells of some blocks."""
    some = ((block, dict.fromkeys(range(block.left, block.right + 1), "")) for block in blocks)
    lines = ((row, texts) for block, texts in some for row in rows[block.top : block.bottom + 1])
    return prepare(sheet, (edit for row, texts in lines for edit in _edits(sheet, row, texts)))
