"""Prints a report to PDF, in a process of its own: thousands of lines take longer than a window may stall."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextTable,
)

import listo
from listo.core import resources
from listo.core.errors import InputError
from listo.core.reports.html import CHAPTER, PART
from listo.core.workbooks.atomic_write import flush_folder, put_in_place, temporary_beside
from listo.core.worker.protocol import Progress, job
from listo.ui.style import LIGHT

_FAMILIES = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Roboto", "DejaVu Sans")
_POINTS = 9.5
_DOTS_PER_INCH = 300
_DOTS_PER_PIXEL = _DOTS_PER_INCH / 96
_GAP = 16 * _DOTS_PER_PIXEL
"""Above a part that does not belong to the one before."""
_CELL_PADDING = 4
"""Pixels above the text of a cell, as in print.css."""
_MARGINS_MM = QMarginsF(15, 14, 15, 12)
_ROOM_BELOW_A_HEADING = 0.12
"""Of the page's height: with less, the heading goes to the next page, to stay with its table."""

_FOLDS = re.compile(r"</?details>|<summary>.*?</summary>")


class PrintJobs:
    """The jobs of the printing process; see `ui.worker_client`."""

    def __init__(self) -> None:
        self._application = QGuiApplication.instance() or _application()

    def close(self) -> None:
        """Nothing is kept."""

    @job(needs_session=False)
    def print_report(self, progress: Progress, source: Path, target: Path) -> Path:
        """Print the HTML report in `source` to `target`, its title and a number below each page.

        Whether `target` may be replaced has been asked before. Raises InputError `file-not-writable`.
        """
        title, parts = _read(source)
        try:
            with temporary_beside(target) as draft:
                draft.touch()  # says why where it cannot; Qt would only warn
                _print(progress, parts, _Book(draft, title))
                put_in_place(draft, target)
            flush_folder(target.parent)
        except OSError as error:
            raise InputError("file-not-writable", file=target.name) from error
        return target


def _application() -> QGuiApplication:
    """Return what Qt needs to know fonts; it opens no window and shows in no dock."""
    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
    # On the other systems this platform does not know the system's fonts.
    quiet = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    QGuiApplication.setAttribute(Qt.ApplicationAttribute.AA_Use96Dpi)  # the same page on every system
    return QGuiApplication(["listo", *quiet])


def _read(source: Path) -> tuple[str, Sequence[str]]:
    """Return the title of a report and the parts of its body, nothing of them folded."""
    head, *parts = source.read_text(encoding="utf-8").split(PART)
    title = head.partition("<title>")[2].partition("</title>")[0]
    return unescape(title), [_FOLDS.sub("", part) for part in parts[:-1]]


def _print(progress: Progress, parts: Sequence[str], book: _Book) -> None:
    try:
        for number, part in enumerate(parts):
            progress("saving", number, len(parts))
            if CHAPTER in part:
                book.begin_page()
            book.put(part, keeps_with_next='class="kind' in part)
    finally:
        book.close()


class _Sheet:
    """A part of the report set as one long sheet: where it may be cut, and which strip heads its pages."""

    def __init__(self, html: str, style: str, font: QFont, writer: QPdfWriter) -> None:
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font)
        self._document.setDefaultStyleSheet(style)
        self._layout = self._document.documentLayout()
        self._layout.setPaintDevice(writer)
        self._document.setHtml(html)
        self._document.setTextWidth(writer.width())
        self.height = self._layout.documentSize().height()
        self.head = (0.0, 0.0)
        self.cuts: list[float] = []
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._learn_rows(frame)
        self.cuts.append(self.height)

    def _learn_rows(self, table: QTextTable) -> None:
        """Note where the rows begin; no page ends before the first, which stays with header and heading."""
        tops = [self._top(table, row) for row in range(table.rows())]
        self.head = (tops[0], tops[1] if len(tops) > 1 else tops[0])
        self.cuts += tops[2:]

    def _top(self, table: QTextTable, row: int) -> float:
        block = table.cellAt(row, 0).firstCursorPosition().block()
        return self._layout.blockBoundingRect(block).top() - _CELL_PADDING * _DOTS_PER_PIXEL

    def draw(self, painter: QPainter, top: float, bottom: float, at: float) -> None:
        """Draw the strip from `top` to `bottom` so that it begins at the height `at` of the page."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT["text"]))
        context.palette = palette
        context.clip = QRectF(0, top, self._document.textWidth(), bottom - top)
        painter.save()
        painter.translate(QPointF(0, at - top))
        painter.setClipRect(context.clip)
        self._layout.draw(painter, context)
        painter.restore()


class _Book:
    """The pages: each part goes on where the last one ended."""

    def __init__(self, path: Path, title: str) -> None:
        self._writer = _writer(path, title)
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise OSError(f"cannot write {path}")
        self._font = QFont(_FAMILIES)
        self._font.setPointSizeF(_POINTS)
        self._style = (resources.root() / "reports" / "print.css").read_text(encoding="utf-8")
        self._foot = f"{title} · Listo"
        self._number = 1
        self._used = 0.0
        self._foot_height = _DOTS_PER_INCH * 0.35
        self._height = self._writer.height() - self._foot_height

    def begin_page(self) -> None:
        """Go to the next page, unless this one is empty."""
        if self._used:
            self._turn()

    def put(self, html: str, *, keeps_with_next: bool) -> None:
        """Print a part; one that keeps with the next begins a page where there would be little room left."""
        sheet = _Sheet(html, self._style, self._font, self._writer)
        if self._used and not html.startswith("<table"):
            self._used += _GAP
        if keeps_with_next and self._used + sheet.height > self._height * (1 - _ROOM_BELOW_A_HEADING):
            self._turn()
        start = 0.0
        while start < sheet.height:
            start = self._put_strip(sheet, start)

    def _put_strip(self, sheet: _Sheet, start: float) -> float:
        """Print as much as fits on the page, under the table's header again if need be; return how far."""
        top, below = sheet.head
        if start > below > top and not self._used:
            sheet.draw(self._painter, top, below, 0)
            self._used = below - top
        end = self._end(sheet, start)
        if end == start:
            self._turn()
            return start
        sheet.draw(self._painter, start, end, self._used)
        self._used += end - start
        return end

    def _end(self, sheet: _Sheet, start: float) -> float:
        """Return the last place to cut that fits; a row higher than a page is cut where the page ends."""
        lowest = start + self._height - self._used
        fitting = [cut for cut in sheet.cuts if start < cut <= lowest]
        if fitting:
            return fitting[-1]
        is_fresh = self._used <= sheet.head[1] - sheet.head[0]
        return lowest if is_fresh else start

    def close(self) -> None:
        """Finish the last page and the file."""
        self._draw_foot()
        self._painter.end()

    def _turn(self) -> None:
        if not self._used:
            return
        self._draw_foot()
        self._writer.newPage()
        self._number += 1
        self._used = 0.0

    def _draw_foot(self) -> None:
        area = QRectF(0, self._height, self._writer.width(), self._foot_height)
        self._painter.setFont(self._font)
        self._painter.setPen(QColor(LIGHT["quiet"]))
        bottom = Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(area, bottom | Qt.AlignmentFlag.AlignLeft, self._foot)
        self._painter.drawText(area, bottom | Qt.AlignmentFlag.AlignRight, str(self._number))


def _writer(path: Path, title: str) -> QPdfWriter:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator(f"Listo {listo.__version__}")
    return writer
