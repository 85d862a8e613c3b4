"""The palette and style sheet, light and dark, and what tells a widget how these are to draw it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from listo.core import resources
from listo.ui.style import icons
from listo.ui.style.tokens import SPACE, TYPE_SCALE, ColourRole, colours, is_dark

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLayout)

_PALETTE: dict[QPalette.ColorRole, ColourRole] = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
}
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def apply(app: QApplication, dark: bool | None = None) -> None:
    """Draw the whole program light or dark; None takes what the person's desktop asks for.

    `LISTO_SCHEME` (`light` or `dark`) is asked before the desktop, so that pictures can be made of both.
    """
    wanted = _wanted(app) if dark is None else dark
    app.setStyle("Fusion")
    app.setPalette(_palette(colours(wanted)))
    app.setStyleSheet(style_sheet(wanted, app.font()))
    icons.refresh(app)


def follow(app: QApplication) -> None:
    """Draw the program as the desktop asks for, and again each time that it changes its mind."""
    apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(app))


def style_sheet(dark: bool, font: QFont) -> str:
    """Return the one style sheet, its roles replaced by colours and its sizes by those that suit `font`."""
    sheet = (resources.root() / "style" / "listo.qss").read_text(encoding="utf-8")
    controls = resources.root() / "icons" / "controls" / ("dark" if dark else "light")
    values: dict[str, str] = dict(colours(dark).items())
    values |= {f"size-{name}": _size(font, factor) for name, factor in TYPE_SCALE.items()}
    values["controls"] = controls.as_posix()
    return re.sub(r"@([a-z-]+)", lambda found: values[found[1]], sheet)


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


def _size(font: QFont, factor: float) -> str:
    if font.pointSizeF() > 0:
        return f"{font.pointSizeF() * factor:.2f}pt"
    return f"{round(font.pixelSize() * factor)}px"


def _wanted(app: QApplication) -> bool:
    forced = os.environ.get("LISTO_SCHEME", "")
    if forced in ("light", "dark"):
        return forced == "dark"
    scheme = app.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return is_dark()
    return scheme is Qt.ColorScheme.Dark


def _palette(values: Mapping[ColourRole, str]) -> QPalette:
    palette = QPalette()
    for place, role in _PALETTE.items():
        palette.setColor(place, QColor(values[role]))
    for place in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(values["disabled"]))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(values["line"]))
    return palette
