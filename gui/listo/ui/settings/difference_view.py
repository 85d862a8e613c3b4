"""Two texts one above the other, letter below letter: what differs is boxed, what nobody sees is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from listo.core.settings.differences import Difference, Segment
from listo.core.settings.messages import describe_character
from listo.core.texts import Texts
from listo.ui import style

_SHOWN = {" ": "␣", "\u00a0": "⍽", "\t": "⇥", "\u200b": "∅"}
_PAD, _LINE_GAP, _CAPTION_GAP = 3, 6, 12
"""Pixels around a letter in its box, between the two texts, and between a caption and its text; by eye."""


class DifferenceView(QWidget):
    """Draws a Difference; the letters stand in columns, so that one that is missing leaves a gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self._texts = Texts("en")
        self._captions = ("", "")
        self._boxes: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_difference(self, difference: Difference, captions: tuple[str, str], texts: Texts) -> None:
        """Show how two texts differ; `captions` say where each of them stands."""
        self._difference, self._captions, self._texts = difference, captions, texts
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._difference is None:
            return QSize(0, 0)
        width = self._caption_width() + sum(self._width(one) for one in self._difference.segments) + 2
        return QSize(round(width), round(2 * self._height() + _LINE_GAP + 2))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(_fixed(self))

    def _height(self) -> float:
        return self._metrics().height() + 2 * _PAD

    def _caption_width(self) -> float:
        plain = QFontMetricsF(self.font())
        return max(plain.horizontalAdvance(text) for text in self._captions) + _CAPTION_GAP

    def _width(self, segment: Segment) -> float:
        metrics = self._metrics()
        widest = max(metrics.horizontalAdvance(_visible(segment, side)) for side in ("left", "right"))
        return widest if segment.kind == "same" else max(widest, metrics.averageCharWidth()) + 2 * _PAD

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._difference is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._boxes = []
        for line, side in enumerate(("left", "right")):
            self._paint_line(painter, 1 + line * (self._height() + _LINE_GAP), line, side)
        painter.end()

    def _paint_line(self, painter: QPainter, top: float, line: int, side: str) -> None:
        baseline = top + _PAD + self._metrics().ascent()
        painter.setFont(self.font())
        painter.setPen(style.colour("quiet"))
        painter.drawText(QPointF(0, baseline), self._captions[line])
        painter.setFont(_fixed(self))
        left = self._caption_width()
        assert self._difference is not None
        for segment in self._difference.segments:
            width = self._width(segment)
            self._paint_segment(painter, QRectF(left, top, width, self._height()), baseline, segment, side)
            left += width

    def _paint_segment(
        self, painter: QPainter, place: QRectF, baseline: float, segment: Segment, side: str
    ) -> None:
        shown = _visible(segment, side)
        if segment.kind == "same":
            painter.setPen(style.colour("text"))
            painter.drawText(QPointF(place.left(), baseline), shown)
            return
        box = place.adjusted(1, 0, -1, 0)
        painter.setPen(QPen(QColor(style.colour("error")), 1.4 if shown else 1, _line(shown)))
        painter.setBrush(style.colour("error-tint") if shown else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(style.colour("error"))
        offset = (place.width() - self._metrics().horizontalAdvance(shown)) / 2
        painter.drawText(QPointF(place.left() + offset, baseline), shown)
        self._boxes.append((place, getattr(segment, side)))

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            letters = next((text for box, text in self._boxes if box.contains(event.pos())), "")
            words = "\n".join(describe_character(letter, self._texts) for letter in letters)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)  # type: ignore[arg-type]


def _fixed(widget: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    return font


def _line(shown: str) -> Qt.PenStyle:
    return Qt.PenStyle.SolidLine if shown else Qt.PenStyle.DashLine


def _visible(segment: Segment, side: str) -> str:
    """Return what is drawn for one side of a segment; in what differs, also what nobody sees."""
    text: str = getattr(segment, side)
    if segment.kind == "same":
        return text
    return "".join(_SHOWN.get(letter, letter if letter.isprintable() else "∅") for letter in text)
