"""Texts of cells as they are drawn: on one line, with the blanks that are wrong seen."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

_BLANKS = re.compile(r"^\s+|\s+$|\s{2,}|[\u00a0\u2007\u202f]")
_MOST_DRAWN = 2000
"""Letters of a line: more are never in sight, and a cell of 32,000 would take 10 ms to cut."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")


def with_blanks_seen(text: str) -> str:
    """Return a cell's text with the blanks that are wrong drawn (`␣`), and what has no width as `¦`."""
    drawn = _INVISIBLE.sub("¦", text)
    return _BLANKS.sub(lambda found: "␣" * len(found[0]), drawn)


def draw_line(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a text on one line, cut where there is no room for all of it."""
    line = text[:_MOST_DRAWN].replace("\n", " ⏎ ")
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
