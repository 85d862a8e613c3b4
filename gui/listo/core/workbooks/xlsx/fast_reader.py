"""Excel's sheets (XML) as nearly all programs write them, read by splitting bytes.

The same cells stand in such a sheet again and again: what each of them reads as is worked out once. What is
written in another way, or is not sound, is refused, for slower readers to tell. Source: ECMA-376 part 1,
18.3.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, compress, islice
from operator import itemgetter, methodcaller
from pathlib import Path
from typing import IO

from listo.core.workbooks.archive import unpacked_size
from listo.core.workbooks.model import (
    BYTES_IN_A_LIST,
    MOST_COLUMNS,
    ROWS_BETWEEN_REPORTS,
    ROWS_TO_CHOOSE_BY,
    Area,
    Cell,
    CellKind,
    ChooseColumns,
    CodedTexts,
    ColumnBuilder,
    ColumnChoice,
    Room,
    RowProgress,
    Table,
    TooLargeError,
    Workbook,
    checked_row,
    column_number,
    drop_empty_rows,
)
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS, Package, SheetPart
from listo.core.workbooks.xlsx.reader import (
    MOST_REMEMBERED,
    CellTexts,
    UnsupportedXmlError,
    demand_known_start,
)
from listo.core.workbooks.xlsx.sheet_xml import merged_areas

_PIECE = 131_072
"""How much is unpacked at a time: from 16 KB to 4 MB reading takes the same time, measured."""

_LONGEST_ROW = 32 << 20
"""All of Excel's columns at the usual 37 bytes a cell are 0.6 MB; texts as long as can be make it longer."""

_BYTES_AT_ONCE = 4 << 20
"""Rows that are taken together are no more than this: 2,000 rows of an export with 50 columns."""

_START, _END = b"<sheetData>", b"</sheetData>"
_MOST_LAYOUTS = 50
"""In how many ways cells are left out in rows that are taken together: of more, each is read for itself."""

_ROW_START, _CELL = b'<row r="', b'<c r="'
_EMPTY = b"<sheetData/>"
_REMARKS = (b"<!", b"<?")
"""What begins a part that is no cell, and may hold what looks like one."""

_EMPTY_ROWS = rb"(?:\s*+<row(?:\s[^<>]*)?/>)*+\s*+"
_ROW = re.compile(_EMPTY_ROWS + rb'<row r="(\d+)"[^<>]*(?<!/)>\s*')
_ROW_END = re.compile(rb"[^<>]*(?<!/)>\s*")
_LAST_ROWS = re.compile(_EMPTY_ROWS + _END)


# Rows


def read_fast(
    path: Path, progress: RowProgress | None = None, choose: ChooseColumns | None = None
) -> tuple[Table, ...] | None:
    """Return every sheet of cells, None where they are written in another way or are damaged.

    Of a single sheet `choose` may choose a part. Raises TooLargeError, and what `progress` raises.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            reader = _Reader(package, progress, Room(unpacked_size(archive)))
            sheets = [sheet for sheet in package.sheets() if sheet.has_cells]
            if len(sheets) == 1 and choose:
                return (reader.part(sheets[0], lambda table: choose(Workbook(path, "xlsx", (table,)))),)
            return tuple(map(reader.table, sheets)) or None  # others may find sheets where we see none
    except TooLargeError:
        raise
    except (UnsupportedXmlError, OSError, *PACKAGE_ERRORS):
        return None


class _Reader:
    """Reads one sheet after the other and tells how far it is."""

    def __init__(self, package: Package, progress: RowProgress | None, room: Room) -> None:
        self._package = package
        self._progress = progress
        self._room = room
        self._texts = CellTexts(package, room)
        self._done = 0

    def table(self, sheet: SheetPart) -> Table:
        """Return all that stands in a sheet."""
        return self.part(sheet, lambda _table: None)

    def part(self, sheet: SheetPart, choose: Callable[[Table], ColumnChoice | None]) -> Table:
        """Return of a sheet what is chosen by its first rows, all where nothing is."""
        member = self._package.member(sheet.part)
        if member is None:
            raise UnsupportedXmlError(sheet.part)
        size = self._package.archive.getinfo(member).file_size
        self._room.take_part(size)
        rows = _Rows(self._texts, self._room)
        after = bytearray()
        with self._package.archive.open(member) as file:
            batches = _batches(_rows_in(file, after))
            first, second = next(batches, []), next(batches, [])
            rows.add(first)
            is_enough = len(first) >= ROWS_TO_CHOOSE_BY or not second
            chosen = choose(Table(sheet.name, rows.texts)) if is_enough else None
            columns = _ChosenColumns(self._texts, chosen) if chosen else None
            taker = columns or rows
            told = 0
            for batch in chain([first if columns else [], second], batches):
                taker.add(batch)
                if taker.last_row >= told + ROWS_BETWEEN_REPORTS:
                    told = taker.last_row
                    self._tell(told, size / file.tell())
        self._tell(taker.last_row, 1)
        self._done += taker.last_row
        table = rows.table(sheet, merged_areas(bytes(after)))
        return replace(table, columns=columns.texts()) if columns else table

    def _tell(self, rows: int, share: float) -> None:
        """Tell how many rows are read, of how many if the rest of the sheet is like what is read of it."""
        if self._progress:
            self._progress(self._done + rows, self._done + max(rows, int(rows * share)))


def _batches(pieces: Iterator[list[bytes]]) -> Iterator[list[bytes]]:
    """Yield the rows of pieces, as many at once as are taken together; fewer where they are long."""
    waiting: list[bytes] = []
    size = 0
    for rows in pieces:
        waiting += rows
        size += sum(map(len, rows))
        while len(waiting) >= ROWS_BETWEEN_REPORTS or size >= _BYTES_AT_ONCE:
            yield waiting[:ROWS_BETWEEN_REPORTS]
            waiting = waiting[ROWS_BETWEEN_REPORTS:]
            size = sum(map(len, waiting))
    if waiting:
        yield waiting


def _rows_in(file: IO[bytes], after: bytearray) -> Iterator[list[bytes]]:
    """Yield the next rows of a sheet, each up to its closing tag; read on to the end, where the checksum is.

    What follows the rows goes to `after`, as much of it as is looked at.
    """
    rest = _after_start(file.read(_PIECE))
    while b"</row>" in rest or _END not in rest:
        if any(mark[1:] in rest and mark in rest for mark in _REMARKS):  # one letter is found far sooner
            raise UnsupportedXmlError("remark")
        *rows, rest = rest.split(b"</row>")
        yield rows
        # As much again as there is of a long row, so that its bytes are gone over twice at most.
        piece = b"" if _END in rest else file.read(max(_PIECE, len(rest)))
        if len(rest) > _LONGEST_ROW or not (piece or _END in rest):
            raise UnsupportedXmlError("row")
        rest += piece
    if not _LAST_ROWS.match(rest):
        raise UnsupportedXmlError("end")
    after += rest
    while piece := file.read(_PIECE):
        if len(after) < _LONGEST_ROW:
            after += piece


def _after_start(data: bytes) -> bytes:
    demand_known_start(data)
    _, start, rest = data.partition(_START)
    if start:
        return rest
    if _EMPTY not in data:
        raise UnsupportedXmlError("start")
    return _END


class _RowTags:
    """The numbers of rows, by the tags before their cells: most are like the one before."""

    def __init__(self) -> None:
        self.last = 0
        self._next = b'<row r="%d">'

    def number(self, tag: bytes) -> int:
        """Return the number of the next row. Raises UnsupportedXmlError where it is none."""
        self.last = self.last + 1 if tag == self._next % (self.last + 1) else self._number_in(tag)
        return self.last

    def numbers(self, tags: list[bytes]) -> Sequence[int]:
        """Return the numbers of the next rows."""
        following = range(self.last + 1, self.last + 1 + len(tags))
        if tags != [self._next % number for number in following]:
            return list(map(self.number, tags))
        self.last += len(tags)
        return following

    def _number_in(self, tag: bytes) -> int:
        """Return the number of a row, and expect the tags of the next ones to be like this one."""
        found = _ROW.fullmatch(tag)
        number = 1 + checked_row(int(found[1]) - 1) if found else 0
        if number <= self.last:
            raise UnsupportedXmlError(tag)
        if tag.startswith(b'<row r="%d"' % number) and b"%" not in tag:
            self._next = tag.replace(b'"%d"' % number, b'"%d"', 1)
        return number


class _Rows:
    """The rows of one sheet."""

    def __init__(self, cell_texts: CellTexts, room: Room) -> None:
        self.texts: list[list[str]] = []
        self._kinds: dict[Cell, CellKind] = {}
        self._new_kinds: list[tuple[Cell, CellKind]] = []
        self._waits = self._doubled = 0
        """For how many batches no rows are taken together: twice as many after each that was unusual."""
        self._cell_texts = cell_texts
        self._columns = _Columns()
        self._left_out = _LeftOut()
        self._tags = _RowTags()
        self._room = room

    @property
    def last_row(self) -> int:
        """The number of the last row."""
        return len(self.texts)

    def add(self, rows: Sequence[bytes]) -> None:
        """Add the next rows. Raises UnsupportedXmlError, and what reading a damaged package raises."""
        follows = rows and rows[-1].startswith(b'%s%d"' % (_ROW_START, self._tags.last + len(rows)))
        if not follows or self._waits:
            found = None
            self._waits -= 1 if follows else 0
        elif (found := self._together(rows)) is not None:
            self._doubled = 0
        else:
            self._waits, self._doubled = self._doubled, 2 * self._doubled + 1
        if found is None:
            for row in rows:
                self._add(row)
        else:
            self.texts += found
            self._kinds.update(sorted(self._new_kinds))
            self._tags.last += len(rows)

    def _together(self, rows: Sequence[bytes]) -> list[list[str]] | None:
        """Return the texts of rows that follow on each other, column by column; None of unusual ones.

        In a row its number and a quotation mark stand behind the letters of each cell, and nowhere else.
        """
        self._new_kinds = []
        every = [row.split(b'%d"' % number) for number, row in enumerate(rows, self._tags.last + 1)]
        alike: dict[int, list[int]] = {}
        for place, pieces in enumerate(every):
            alike.setdefault(len(pieces), []).append(place)
        found: list[list[str]] = [[]] * len(rows)
        waiting = list(alike.values())
        for _ in range(_MOST_LAYOUTS):
            places = waiting.pop()
            columns = self._columns_of(
                places, list(zip(*map(every.__getitem__, places), strict=True)), waiting
            )
            if columns is None:
                return None
            for place, texts in zip(places, zip(*columns, strict=True), strict=False):
                found[place] = list(texts)
            if not waiting:
                return found
        return None

    def _columns_of(
        self, places: Sequence[int], pieces: Sequence[Sequence[bytes]], waiting: list[list[int]]
    ) -> Sequence[Sequence[str]] | None:
        """Return the columns of rows with as many cells, by what stands between their numbers.

        Where they are not all of the same columns, there are none, and they wait in two parts.
        """
        ends = []
        for before in pieces[1:-1]:
            end = _CELL + before[0][-1:]
            others = {piece for piece in {*before} if not piece.endswith(end)}
            if before[0] in others:
                return None
            if others:
                waiting += (
                    [place for place, piece in zip(places, before, strict=True) if (piece in others) is apart]
                    for apart in (False, True)
                )
                return ()
            ends.append(end)
        letters = b"".join(end[-1:] for end in ends)
        left_out = self._left_out[letters] if letters else None
        if left_out is None or {*pieces[0]} != {_ROW_START}:
            return None
        if not all(_ROW_END.fullmatch(head.removesuffix(ends[0])) for head in {*pieces[1]}):
            return None
        texts = [
            self._column(letter - ord("A"), end, cells, places)
            for letter, end, cells in zip(letters, [*ends[1:], b""], pieces[2:], strict=True)
        ]
        for column in left_out:
            texts.insert(column, [""] * len(places))
        return texts

    def _column(self, column: int, end: bytes, cells: Sequence[bytes], places: Sequence[int]) -> list[str]:
        """Return what cells of a column read as that stand before the same end, and note their kinds."""
        cell_texts = self._cell_texts
        contents = {cell: cell.removesuffix(end) for cell in {*cells}}
        cell_texts.learn(contents.values())
        texts = {cell: cell_texts[content] for cell, content in contents.items()}
        if cell_texts.any_marked:
            cell_texts.any_marked = False
            marked = cell_texts.marked
            kinds = {cell: marked[content][1] for cell, content in contents.items() if content in marked}
            self._new_kinds += (
                (Cell(self._tags.last + place, column), kinds[cell])
                for place, cell in zip(places, cells, strict=True)
                if cell in kinds
            )
        return list(map(texts.__getitem__, cells))

    def _add(self, row: bytes) -> None:
        tag, *cells = row.split(b'<c r="')
        number = self._tags.number(tag)
        if left_out := number - 1 - len(self.texts):
            self._room.take(left_out, BYTES_IN_A_LIST)
            self.texts += [[]] * left_out  # the same one: nobody writes into rows
        self.texts.append(self._texts_of(cells, b"%d" % number))
        if self._cell_texts.any_marked:
            self._note_kinds(number - 1, cells)

    def _texts_of(self, cells: list[bytes], row: bytes) -> list[str]:
        after = row + b'"'
        width = 1 + len(after)
        letters = b"".join([cell[:width] for cell in cells]).replace(after, b"")
        left_out = self._left_out[letters] if len(letters) == len(cells) else None
        if left_out is None:
            return self._one_by_one(cells, row)
        cell_texts = self._cell_texts
        texts = [cell_texts[cell[width:]] for cell in cells]
        for column in left_out:
            texts.insert(column, "")
        return texts

    def _one_by_one(self, cells: list[bytes], row: bytes) -> list[str]:
        texts: list[str] = []
        letters = -len(row)
        for cell in cells:
            place, _, content = cell.partition(b'"')
            column = self._columns[place[:letters]]
            if column != len(texts):
                texts += self._nothing(column - len(texts))
            if place[letters:] != row:
                raise UnsupportedXmlError(place)
            texts.append(self._cell_texts[content])
        return texts

    def _nothing(self, cells: int) -> list[str]:
        """Return the texts of so many cells that are left out."""
        if cells < 0:
            raise UnsupportedXmlError(cells)
        self._room.take(cells, BYTES_IN_A_LIST)
        return [""] * cells

    def _note_kinds(self, number: int, cells: list[bytes]) -> None:
        self._cell_texts.any_marked = False
        for cell in cells:
            place, _, content = cell.partition(b'"')
            if content in self._cell_texts.marked:
                column = self._columns[place.rstrip(b"0123456789")]
                self._kinds[Cell(number, column)] = self._cell_texts.marked[content][1]

    def table(self, sheet: SheetPart, merged: Sequence[Area]) -> Table:
        """Return the rows as the sheet that they are."""
        drop_empty_rows(self.texts, self._kinds)
        return Table(sheet.name, self.texts, self._kinds, sheet.hidden, merged)


class _LeftOut(dict[bytes, Sequence[int] | None]):
    """The columns that a row leaves out, by the letters of those that it has; None unless each has one."""

    def __missing__(self, letters: bytes) -> Sequence[int] | None:
        """Work out what has not been met before."""
        if not (letters.isalpha() and letters.isupper()):
            return None  # and not kept: there may be as many such as rows
        columns = [letter - ord("A") for letter in letters]
        if columns != sorted(set(columns)):
            raise UnsupportedXmlError(letters)
        self[letters] = left_out = sorted({*range(columns[-1])} - {*columns})
        return left_out


class _Columns(dict[bytes, int]):
    """The columns by their letters."""

    def __missing__(self, letters: bytes) -> int:
        """Work out what has not been met before."""
        column = column_number(letters)
        if not (letters.isalpha() and letters.isupper() and column < MOST_COLUMNS):
            raise UnsupportedXmlError(letters)
        self[letters] = column
        return column


# Columns

_MOST_UNLIKE = 8
"""Batches of rows: where so many more are unlike each other than alike, no more patterns are tried."""

_NAME_OF_CELL = re.compile(rb'<c r="([A-Z]{1,2})\d')
_CONTENT = rb"[^<]*+(?:(?:<v>[^<]*+</v>|<is><t>[^<]*+</t></is>)</c>)?+"
"""What stands after the place of nearly every cell."""


class _RowPattern:
    """Rows that have no other columns than one row, and hold in each a value or nothing."""

    def __init__(self, row: bytes, chosen: Collection[int]) -> None:
        names = dict.fromkeys(_NAME_OF_CELL.findall(row))
        places = {column_number(name): name for name in names}
        if list(places) != sorted(places):
            raise UnsupportedXmlError(names)
        self.columns = [column for column in places if column in chosen]
        """The chosen columns that there are, in the order of their places."""
        cells = (
            rb'(?:<c r="%s\1"%s)?+' % (name, b"(%s)" % _CONTENT if column in chosen else _CONTENT)
            for column, name in places.items()
        )
        self._match = re.compile(rb'<row r="(\d++)"[^<>]*+(?<!/)>' + b"".join(cells)).fullmatch

    def contents(self, rows: Sequence[bytes], first: int) -> Sequence[Sequence[bytes]] | None:
        """Return for each of its columns what stands in it after the places; None where a row is unlike it.

        The rows follow on each other from the number `first` on.
        """
        found = []
        for match in map(self._match, rows):
            if match is None:
                return None
            found.append(match.groups(b""))
        numbers, *contents = zip(*found, strict=True)
        return (
            contents
            if list(numbers) == [b"%d" % number for number in range(first, first + len(rows))]
            else None
        )


_Places = tuple[Sequence[int], Sequence[int]]
"""Which cells of a row are chosen, of those with one letter and with two; -1 for one that is left out."""

_LETTERS = 26


class _ChosenColumns:
    """Some columns of a sheet, from a row on, without the rows that show nothing.

    What stands in the others is looked at only where these show nothing.
    """

    def __init__(self, cell_texts: CellTexts, chosen: ColumnChoice) -> None:
        self._tags = _RowTags()
        self._cell_texts = cell_texts
        self._first_row = chosen.first_row
        self._columns = {place: ColumnBuilder(cell_texts.several) for place in sorted(chosen.places)}
        self._places: dict[tuple[bytes, bytes], _Places] = {}
        self._pattern: _RowPattern | None = None
        self._tries = _MOST_UNLIKE  # left, before no more patterns are tried
        self._rows = self._filled = 0  # the latter are those in which the other columns alone show something

    @property
    def last_row(self) -> int:
        """The number of the last row."""
        return self._tags.last

    def add(self, rows: Sequence[bytes]) -> None:
        """Add the next rows. Raises UnsupportedXmlError, and what reading a damaged package raises.

        Those with as many cells are looked at together, since most of them have the same columns.
        """
        if rows and self._tags.last >= self._first_row and self._tries:
            is_alike = self._add_alike(rows)
            self._tries = min(self._tries + 1, _MOST_UNLIKE) if is_alike else self._tries - 1
            if is_alike:
                return
        every = list(map(methodcaller("split", b'<c r="'), rows))
        numbers = self._tags.numbers([cells[0] for cells in every])
        numbered = [pair for pair in zip(numbers, every, strict=True) if pair[0] > self._first_row]
        groups = [
            {number: cells for number, cells in numbered if len(cells) == count}
            for count in {len(cells) for _, cells in numbered} - {1}
        ]
        parts = [self._without_blank(group, self._chosen(group)) for group in groups]
        columns = [list(chain.from_iterable(cells)) for cells in zip(*parts, strict=True)]
        if len(groups) > 1:
            found = list(chain.from_iterable(groups))
            order = sorted(range(len(found)), key=found.__getitem__)
            columns = [list(map(cells.__getitem__, order)) for cells in columns]
        for column, cells in zip(self._columns.values(), columns, strict=False):
            column.take(cells)
        self._rows += sum(map(len, groups))

    def _add_alike(self, rows: Sequence[bytes]) -> bool:
        """Add rows if they have the columns of one pattern and show something; return whether they do."""
        first, pattern = self._tags.last + 1, self._pattern
        found = pattern.contents(rows, first) if pattern else None
        if pattern is None or found is None:
            pattern = self._pattern = _RowPattern(max(rows, key=len), self._columns)
            found = pattern.contents(rows, first)
        if not found or not any(b"" not in cells and b"/>" not in b"".join(cells) for cells in found):
            return False
        nothing = [b""] * len(rows)
        by_column = dict(zip(pattern.columns, found, strict=True))
        for column, builder in self._columns.items():
            builder.take(by_column.get(column, nothing))
        self._rows += len(rows)
        self._tags.last += len(rows)
        return True

    def _without_blank(
        self, rows: dict[int, list[bytes]], chosen: Sequence[Sequence[bytes]]
    ) -> Sequence[Sequence[bytes]]:
        """Return the chosen cells without the rows that show nothing, and take these out of `rows`."""
        if any(b"" not in contents and b"/>" not in b"".join(contents) for contents in chosen):
            return chosen
        shown: list[bool] = [any(map(_may_show, contents)) for contents in zip(*chosen, strict=True)]
        for place, (number, cells) in enumerate(list(rows.items())):
            if not shown[place]:
                shown[place] = any(self._cell_texts[cell.partition(b'"')[2]] for cell in cells[1:])
                if shown[place]:
                    self._filled += 1
                else:
                    del rows[number]
        return [list(compress(contents, shown)) for contents in chosen]

    def _chosen(self, rows: Mapping[int, list[bytes]]) -> Sequence[Sequence[bytes]]:
        """Return for each chosen column what stands in it after the places, in rows of as many cells."""
        after = [b'%d"' % number for number in rows]
        longer = bisect_left(after, True, key=lambda each: len(each) > len(after[0]))
        if longer < len(after):  # numbers of as many digits are looked at together
            parts = (dict(islice(rows.items(), longer)), dict(islice(rows.items(), longer, None)))
            return [[*one, *two] for one, two in zip(*map(self._chosen, parts), strict=True)]
        found = self._all_alike(list(zip(*rows.values(), strict=True))[1:], after)
        if found is None:
            found = list(zip(*map(self._in_one, rows.values(), after), strict=True))
        return found

    def _all_alike(
        self, columns: Sequence[Sequence[bytes]], after: Sequence[bytes]
    ) -> Sequence[Sequence[bytes]] | None:
        """Return the same for rows that have all the same columns, None where they have not."""
        width = len(after[0])
        numbers = b"".join(after)
        names: tuple[list[bytes], list[bytes]] = ([], [])
        for cells in columns:
            is_wide = _has_two_letters(cells[0])
            name = cells[0][: 1 + is_wide]
            places = b"".join(map(itemgetter(slice(1 + is_wide + width)), cells))
            if places.replace(name, b"") != numbers:
                return None
            names[is_wide].append(name)
        nothing = [b""] * len(after)
        found: list[Sequence[bytes]] = []
        for kind, places_in in enumerate(self._places_in(*map(b"".join, names))):
            content = itemgetter(slice(1 + kind + width, None))
            first = len(names[0]) if kind else 0
            found += [nothing if at < 0 else list(map(content, columns[first + at])) for at in places_in]
        return found

    def _in_one(self, cells: list[bytes], after: bytes) -> list[bytes]:
        """Return what stands in the chosen cells of one row after their places."""
        first = bisect_left(cells, True, lo=1, key=_has_two_letters)
        found: list[bytes] = []
        parts = (cells[1:first], cells[first:])
        widths = (1 + len(after), 2 + len(after))
        names = [
            b"".join([cell[:width] for cell in part]).replace(after, b"")
            for part, width in zip(parts, widths, strict=True)
        ]
        if list(map(len, names)) != [first - 1, 2 * len(parts[1])]:
            raise UnsupportedXmlError(names)
        for places, part, width in zip(self._places_in(*names), parts, widths, strict=True):
            found += [part[place][width:] if place >= 0 else b"" for place in places]
        return found

    def _places_in(self, letters: bytes, pairs: bytes) -> _Places:
        """Return which cells are chosen of a row that has those columns. Raises UnsupportedXmlError."""
        known = self._places.get((letters, pairs))
        if known is None:
            one = [letter - ord("A") for letter in letters]
            two = [column_number(pairs[place : place + 2]) for place in range(0, len(pairs), 2)]
            every = letters + pairs
            if not (every.isalpha() and every.isupper() and one + two == sorted({*one, *two})):
                raise UnsupportedXmlError(every)
            narrow = [_place_in(one, column) for column in self._columns if column < _LETTERS]
            wide = [_place_in(two, column) for column in self._columns if column >= _LETTERS]
            if len(self._places) >= MOST_REMEMBERED:  # a hostile file has other columns in each row
                self._places.clear()
            known = self._places[letters, pairs] = narrow, wide
        return known

    def texts(self) -> dict[int, CodedTexts]:
        """Return the columns by place. Raises what `add` raises."""
        found = {place: column.texts() for place, column in self._columns.items()}
        if self._count_blank(found.values()) > self._filled:
            raise UnsupportedXmlError("empty texts")  # others tell whether all of such a row shows nothing
        return found

    def _count_blank(self, columns: Collection[CodedTexts]) -> int:
        """Return in how many rows no column shows anything."""
        if not all("" in values for values, _ in columns):
            return 0
        blank = set(range(self._rows))
        for values, codes in columns:
            empty = {code for code, text in enumerate(values) if not text}
            blank = {row for row in blank if codes[row] in empty}
        return len(blank)


def _place_in(columns: list[int], column: int) -> int:
    return columns.index(column) if column in columns else -1


def _may_show(content: bytes) -> bool:
    """Return whether a cell may show something: none is left out, or closed by its own tag."""
    return bool(content) and not content.endswith(b"/>")


def _has_two_letters(cell: bytes) -> bool:
    return cell[1:2].isalpha()
