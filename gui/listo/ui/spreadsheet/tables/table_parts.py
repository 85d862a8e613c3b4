"""What the tables have in common: a model that asks for pages, how columns and texts look, their findings.

The model asks for the pages which the view looks at, and for no others. Of a finding, tables and pages ask
its message, what to put in its cell, and what tells it apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.widgets.parts import ModelIndex, shortened

if TYPE_CHECKING:
    from listo.core.checks.types import Finding
    from listo.core.edits.history import FindingKey
    from listo.core.worker.results import Problem

Item = TypeVar("Item")

PAGE_SIZE = 200
"""Rows of a page: several screens full, so that little scrolling needs only one."""

_PAGES_KEPT = 40
"""8,000 rows: enough to scroll back and forth, and little memory however long the list is."""

_PATIENCE_MS = 20
"""How long scrolling rests before what is in sight is asked for: little more than one picture takes."""

_ASKED_AT_ONCE = 3
"""What is in sight lies on two pages at most; one more for what was just passed."""

ROW_COLUMN = 0
FIRST_CELL = 1
"""The columns of the problems and of the whole sheet: the row's number, then the seven cells."""

LACKING_ROWS = ("value-unmapped", "mandatory-attribute-missing", "theme-incomplete")
"""Checks that say which rows are missing, so that these can be added."""

BREAK = "\u200b"
"""Where a heading may be broken; it has no width."""

WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
"""How headings are drawn."""

_BESIDE_HEADING = 20
"""Pixels at the left and right of a heading's words, the line after it included."""

_SAMPLED = 60
"""How many of the first rows are measured."""

_MEASURED = 200
"""Letters of a text: with more, a column is as wide as it may be anyway."""

_BLANKS = re.compile(r"^\s+|\s+$|\s{2,}|[\u00a0\u2007\u202f]")

_MOST_DRAWN = 2000
"""Letters of a line: more are never in sight, and a cell of 32,000 would take 10 ms to cut."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")

Widths = dict[int, int]
"""The width of each column, in pixels."""


class Pages(Generic[Item]):
    """`total` items in pages of `PAGE_SIZE`, filled as they arrive; the page unused longest goes first."""

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self._pages: OrderedDict[int, Sequence[Item]] = OrderedDict()

    @staticmethod
    def start_of(index: int) -> int:
        """Return the start of the page that holds the item `index`."""
        return index - index % PAGE_SIZE

    def put(self, start: int, items: Sequence[Item]) -> None:
        """Keep a page; `start` is a multiple of `PAGE_SIZE`."""
        self._pages[start] = items
        self._pages.move_to_end(start)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def get(self, index: int) -> Item | None:
        """Return the item `index`, or None where its page is not here."""
        start = self.start_of(index)
        items = self._pages.get(start)
        if items is None or index - start >= len(items):
            return None
        self._pages.move_to_end(start)
        return items[index - start]

    def known(self) -> Iterator[tuple[int, Item]]:
        """Yield every item that is here, with its index, in the list's order."""
        for start in sorted(self._pages):
            yield from enumerate(self._pages[start], start)


class PagedModel(QAbstractTableModel, Generic[Item]):
    """Rows of which only some are here; what a view looks at and is missing is asked for.

    Scrolling past thousands of rows asks only for the pages where it comes to rest.
    """

    pageWanted = Signal(int)
    """The start of a page that is looked at and not here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.revision = -1
        self._pages: Pages[Item] = Pages()
        self._asked: set[int] = set()
        self._missing: list[int] = []
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    def show(self, revision: int, total: int, start: int, items: Sequence[Item]) -> None:
        """Start again with a list of `total` rows, of which one page is here."""
        self.beginResetModel()
        self.revision = revision
        self._pages = Pages(total)
        self._pages.put(start, items)
        self._asked = {start}
        self._missing.clear()
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.show(-1, 0, 0, ())

    def accept(self, revision: int, start: int, items: Sequence[Item]) -> bool:
        """Take a further page; one of another revision is not taken, and False returned."""
        if revision != self.revision:
            return False
        self._pages.put(start, items)
        self._asked.add(start)
        if items:
            last = self.index(start + len(items) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(start, 0), last)
        return True

    def item(self, row: int) -> Item | None:
        """Return what the row shows, or None where it is not here yet; then it is asked for."""
        found = self._pages.get(row)
        if found is None and 0 <= row < self._pages.total:
            self._miss(self._pages.start_of(row))
        return found

    def peek(self, row: int) -> Item | None:
        """Return what the row shows, or None where it is not here; nothing is asked for."""
        return self._pages.get(row)

    def _miss(self, start: int) -> None:
        if start in self._missing:
            self._missing.remove(start)
        self._missing.append(start)
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        wanted = self._missing[-_ASKED_AT_ONCE:]
        self._missing.clear()
        for start in wanted:
            self.pageWanted.emit(start)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._pages.total

    def match(
        self,
        start: ModelIndex,
        role: int,
        value: object,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Return nothing: Qt asks so for each letter typed in a cell that takes none.

        It would ask all of 100,000 rows one by one, for two seconds, and most are not here. Ctrl+F finds.
        """
        return []

    def data(self, index: ModelIndex, role: int = 0) -> Any:
        raise NotImplementedError


class OpaqueTable(QTableView):
    """A table that paints all of its ground, so that what is drawn is moved where it scrolls.

    With a border or a background in the style sheet, Qt takes it for transparent and draws every cell anew: a
    row further in the whole sheet took 9 ms of processor on a screen of 1920 x 1080, and takes 1.4.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # the style sheet may take it off
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), style.colour("surface"))
        painter.end()
        super().paintEvent(event)


def column_name(column: int) -> str:
    """Return the name of a column of the table, empty for that of the row numbers."""
    return "" if column < FIRST_CELL else COLUMNS[column - FIRST_CELL]


def breakable(name: str) -> str:
    """Return a header that may be broken before a capital that follows a small letter: `Amazon|Value`."""
    words = "".join(
        f"{BREAK}{c}" if c.isupper() and i and name[i - 1].islower() else c for i, c in enumerate(name)
    )
    return words.replace("VTEX", f"VTEX{BREAK}")


def visible_whitespace(text: str) -> str:
    """Return a cell's text with the blanks that are wrong drawn (`␣`), and what has no width as `¦`.

    Of more letters than are ever in sight it is the beginning.
    """
    drawn = _INVISIBLE.sub("¦", shortened(text, _MOST_DRAWN))
    return _BLANKS.sub(lambda found: "␣" * len(found[0]), drawn)


def draw_line(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a text on one line, cut where there is no room for all of it."""
    line = text[:_MOST_DRAWN].replace("\n", " ⏎ ")
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines that a text takes in that width; a word that is longer is broken anywhere."""
    return [line for each in text[:_MOST_DRAWN].splitlines() for line in _wrapped(each, font, width)]


def _wrapped(said: str, font: QFont, width: int) -> list[str]:
    layout, lines = QTextLayout(said, font), list[str]()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(said[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


def fitting(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return at most so many lines of a text, with … at the end of the last one where it is cut."""
    lines = wrapped(text, font, width)
    if len(lines) > most:
        rest = "".join(lines[most - 1 :])
        lines[most - 1 :] = [QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return [line.rstrip() for line in lines]


def draw_lines(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a text on as many lines as there is room for, in the middle of the height."""
    most = max(1, area.height() // painter.fontMetrics().lineSpacing())
    lines = fitting(text, painter.font(), area.width(), most)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


def set_up(table: QTableView, *, air: int = 18) -> None:
    """Take away frame, grid and line numbers, and make rows as high as a line of text with `air` pixels."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setHighlightSections(False)
    vertical = table.verticalHeader()
    vertical.setVisible(False)
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setDefaultSectionSize(max(18, table.fontMetrics().height()) + air)


def keep_two_lines(header: QHeaderView) -> None:
    """Make a header high enough for headings on two lines, however wide its columns are."""
    header.setFixedHeight(2 * header.fontMetrics().lineSpacing() + 14)


def follow_no_selection(table: QTableView) -> None:
    """Keep the headers of a table from following what is selected in it, which they do not show.

    Otherwise they ask every single row, each time they are drawn, whether all of a column is selected.
    """
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setSelectionModel(QItemSelectionModel(table.model(), header))


def bold_metrics(table: QTableView) -> QFontMetrics:
    """Return the measures of the font of a table's headings and of its marked cells."""
    bold = QFont(table.font())
    bold.setWeight(QFont.Weight.Bold)
    return QFontMetrics(bold)


def heading_width(table: QTableView, column: int) -> int:
    """Return how wide a column has to be for the widest line of its heading, in pixels."""
    advance = bold_metrics(table).horizontalAdvance
    role = Qt.ItemDataRole.DisplayRole
    heading = str(table.model().headerData(column, Qt.Orientation.Horizontal, role))
    return max(advance(word) for word in re.split(f"[\n{BREAK}]", heading)) + _BESIDE_HEADING


def wanted_width(
    table: QTableView, model: PagedModel[Any], column: int, *, beside: int, most: int, empty: str = ""
) -> int:
    """Return how wide a column is for its heading and the widest of its first texts, in pixels.

    `beside` is what is drawn beside a text, `empty` in place of none; a text gets no more than `most`.
    """
    advance = bold_metrics(table).horizontalAdvance
    here = (row for row in range(_SAMPLED) if model.peek(row) is not None)
    texts = (str(model.index(row, column).data() or empty)[:_MEASURED] for row in here)
    widest = max((advance(visible_whitespace(text)) + beside for text in texts), default=0)
    return max(heading_width(table, column), min(most, widest))


def fit_columns(table: QTableView, share_out: Callable[[int], None]) -> None:
    """Have the width of a table shared out, and once more where a scroll bar came or went with that."""
    width = table.viewport().width()
    share_out(width)
    if table.viewport().width() != width:
        share_out(table.viewport().width())


def fill_room(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fill `room`: all columns get more alike, or the widest give way.

    So what is short is read whole beside one long text. None gets narrower than its `least`.
    """
    more = (room - sum(wanted.values())) // len(wanted)
    if more >= 0:
        return {column: width + more for column, width in wanted.items()}

    def cut(most: int) -> Widths:
        return {column: max(least[column], min(width, most)) for column, width in wanted.items()}

    widths = range(max(wanted.values()))
    most = bisect_right(widths, room, key=lambda most: sum(cut(most).values())) - 1
    return cut(max(most, 0))


def shrink(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fit in `room`: each column gives of what it wants over its `least`, all alike."""
    excess = sum(wanted.values()) - room
    slack = sum(wanted.values()) - sum(least[column] for column in wanted)
    if excess <= 0 or not slack:
        return dict(wanted)
    kept = max(0.0, 1 - excess / slack)
    return {column: int(least[column] + kept * (width - least[column])) for column, width in wanted.items()}


_LONGEST_IN_A_SENTENCE = 500
"""Letters of a cell that a sentence repeats: as much as anybody reads to know which one is meant."""

FindingMessage = Callable[["Finding"], str]
"""Gives the sentence that says what is wrong, in the language of the window."""


def message_of(texts: Texts, finding: Finding) -> str:
    """Return the sentence that says what is wrong, with the beginnings of texts that would fill a page."""
    from listo.core.reports.texts import say

    return say(texts, _in_a_sentence(finding))


def fill_names(message: str, problem: Problem | None) -> str:
    """Return a message of VTEX with the names of a problem in its blanks."""
    from listo.core.reports.texts import with_names

    finding = _in_a_sentence(problem.finding) if problem else None
    texts = (shortened(text, _LONGEST_IN_A_SENTENCE) for text in (problem.cells if problem else ()))
    return with_names(message, finding, dict(zip(COLUMNS, texts, strict=False)))


def _in_a_sentence(finding: Finding) -> Finding:
    """Return a finding with the beginnings of texts that would fill a page."""
    said = {name: shortened(text, _LONGEST_IN_A_SENTENCE) for name, text in finding.arguments.items()}
    return replace(finding, value=shortened(finding.value, _LONGEST_IN_A_SENTENCE), arguments=said)


def best_suggestion(finding: Finding) -> str | None:
    """Return what to put in the cell unless the person knows better, or None where nothing is proposed."""
    if finding.column is None or finding.row is None:
        return None
    return next(iter(finding.suggestions), finding.safe_fix)


def all_suggestions(finding: Finding) -> tuple[str, ...]:
    """Return everything that is proposed for the cell, the best first, each once."""
    best = best_suggestion(finding)
    return () if best is None else tuple(dict.fromkeys((best, *finding.suggestions)))


def key_of(finding: Finding) -> FindingKey:
    """Return what tells this finding from all others."""
    from listo.core.edits.history import FindingKey

    return FindingKey(finding.code, finding.row, finding.column, finding.value)


def lacks_row(finding: Finding | None) -> bool:
    """Return whether a finding says that a row is missing, which can be added."""
    return finding is not None and finding.code in LACKING_ROWS
