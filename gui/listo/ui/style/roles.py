"""Telling a widget what it is, so that the style sheet can draw it so."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLayout, QWidget

from listo.ui.style.tokens import SPACE

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLayout)


def set_role(widget: W, role: str) -> W:
    """Give the widget a role of the style sheet, now or later, and return it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


def margins(layout: L, horizontal: float = 0, vertical: float | None = None, gap: float = 1) -> L:
    """Set a layout's outer margins and its gap, in steps of the grid, and return it."""
    x = round(horizontal * SPACE)
    y = x if vertical is None else round(vertical * SPACE)
    layout.setContentsMargins(x, y, x, y)
    layout.setSpacing(round(gap * SPACE))
    return layout
