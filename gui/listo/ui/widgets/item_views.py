"""What lists and tables share that draw their lines themselves: the index of an item, and its background."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from listo.ui import style

ModelIndex = QModelIndex | QPersistentModelIndex
"""What Qt hands to a model or a delegate."""

_CORNER, _BAR = 6, 3
"""Pixels of the rounded corners, and of the bar beside the line that is chosen; by eye."""


def draw_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw what says that a line is chosen, pointed at, or has the keyboard."""
    state = option.state
    accent = style.colour("accent")
    area = option.rect.adjusted(0, 1, 0, -1)
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent-tint" if chosen else "hover"))
        painter.drawRoundedRect(area, _CORNER, _CORNER)
    if chosen:
        painter.setBrush(accent)
        bar = QRect(area.left(), area.top() + _CORNER, _BAR, area.height() - 2 * _CORNER)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(accent)
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), _CORNER, _CORNER)
