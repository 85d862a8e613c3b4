"""How the program looks: the only place that knows colours, sizes, icons and the style sheet.

Widgets say what they are through the dynamic property `role` (`set_role`) and never call setStyleSheet:
labels `title`, `section`, `quiet`, `caption`, `error`, `warning`, `right`, `link`; frames `card`, `dropzone`,
`sidebar`, `header`, `notice`, `badge`; buttons `primary`, `quiet`, `link`, `danger`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import ClassVar, Literal, Protocol, TypeVar

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget

from listo.core import resources

ColourRole = Literal[
    "background",
    "surface",
    "line",
    "edge",
    "text",
    "quiet",
    "disabled",
    "accent",
    "accent-strong",
    "on-accent",
    "accent-tint",
    "hover",
    "pressed",
    "error",
    "error-tint",
    "warning",
    "warning-tint",
    "right",
    "right-tint",
]
"""What a colour is for: `line` parts surfaces, `edge` outlines controls, a tint lies under its own colour."""


LIGHT: Mapping[ColourRole, str] = {
    "background": "#F7F8FA",
    "surface": "#FFFFFF",
    "line": "#DFE3E8",
    "edge": "#858E99",
    "text": "#1B1F24",
    "quiet": "#57606A",
    "disabled": "#8B949E",
    "accent": "#0B6BCB",
    "accent-strong": "#0858A8",
    "on-accent": "#FFFFFF",
    "accent-tint": "#E6F0FB",
    "hover": "#EEF1F5",
    "pressed": "#E2E7ED",
    "error": "#B42318",
    "error-tint": "#FDEDEB",
    "warning": "#8A5A00",
    "warning-tint": "#FFF5DD",
    "right": "#19793A",
    "right-tint": "#EAF7EE",
}

DARK: Mapping[ColourRole, str] = {
    "background": "#16181C",
    "surface": "#1E2126",
    "line": "#31363D",
    "edge": "#747E8A",
    "text": "#E8EAED",
    "quiet": "#9BA3AD",
    "disabled": "#6A727C",
    "accent": "#6CB2FF",
    "accent-strong": "#93C7FF",
    "on-accent": "#0B1B2B",
    "accent-tint": "#1D3147",
    "hover": "#282C33",
    "pressed": "#30353D",
    "error": "#FF8A80",
    "error-tint": "#3A2123",
    "warning": "#F2B84B",
    "warning-tint": "#362B16",
    "right": "#5DD27A",
    "right-tint": "#183020",
}

_MIDDLE = 128
"""Lightness from 0 to 255: what lies below is a dark window."""

SPACE = 8
"""The grid, in pixels that do not depend on the screen; half of it for pairs that belong together."""

READING_WIDTH = 640
"""The widest that a paragraph may run, in the same pixels."""

TYPE_SCALE: Mapping[str, float] = {"caption": 0.9, "body": 1.0, "section": 1.25, "title": 1.6}
"""Sizes relative to the system's own font."""

ICON_SIZE = 20
"""Pixels a side, as the pictures in resources/icons are drawn."""

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


def is_dark() -> bool:
    """Return whether the window is drawn dark just now."""
    return _is_dark(QGuiApplication.palette().cacheKey())


@lru_cache(maxsize=4)
def _is_dark(_palette: int) -> bool:
    """Return whether the palette of that key is dark, which is that of the program: each cell drawn asks."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def colours(dark: bool | None = None) -> Mapping[ColourRole, str]:
    """Return every role's colour as `#RRGGBB`; None means as the window is drawn just now."""
    return DARK if (is_dark() if dark is None else dark) else LIGHT


def colour(role: ColourRole) -> QColor:
    """Return the colour of a role as the window is drawn just now."""
    return _colour(colours()[role])


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


def apply(app: QApplication, dark: bool | None = None) -> None:
    """Draw the whole program light or dark; None takes what the person's desktop asks for.

    `LISTO_SCHEME` (`light` or `dark`) is asked before the desktop, so that pictures can be made of both.
    """
    wanted = _wanted(app) if dark is None else dark
    QIcon.setThemeSearchPaths([":/icons"])  # to look through a desktop's for the few of Qt's own took 65 ms
    app.setStyle("Fusion")
    app.setPalette(_palette(colours(wanted)))
    app.setStyleSheet(style_sheet(wanted, app.font()))
    _refresh_icons(app)


def follow(app: QApplication) -> None:
    """Draw the program as the desktop asks for, and again each time that it changes its mind."""
    apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(app))
    for screen in app.screens():
        screen.geometryChanged.connect(lambda _size: _refresh_icons(app))
    app.screenAdded.connect(lambda _screen: _refresh_icons(app))


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


class _TakesIcon(Protocol):
    def setIcon(self, icon: QIcon) -> None: ...
    def setProperty(self, name: str, value: object) -> bool: ...


def icon(name: str, role: ColourRole = "text") -> QIcon:
    """Return the icon `name` (a file of resources/icons) in the colour of `role` as the window is drawn now.

    Use `set_icon` where the icon stays on a widget: it is drawn anew when the desktop changes to dark.
    """
    return _icon(name, role, is_dark())


def pixmap(
    name: str, size: int = ICON_SIZE, role: ColourRole = "text", ratio: float | None = None
) -> QPixmap:
    """Return the icon as a picture of `size` pixels a side at the screen's (or the given) pixel ratio."""
    return _drawn(name, colours()[role], size, ratio or _screen_ratio())


def set_icon(target: QAction | QWidget, name: str, role: ColourRole = "text", size: int = ICON_SIZE) -> None:
    """Put the icon on a button, an action or a label, and keep its colour right from then on.

    On a label it is a picture of `size` pixels; buttons keep their own icon size.
    """
    target.setProperty("iconName", name)
    target.setProperty("iconRole", role)
    target.setProperty("iconPixels", size)
    _put(target)


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resources.root() / "icons" / "listo.svg"))


def _refresh_icons(app: QApplication) -> None:
    """Draw anew every icon that `set_icon` put somewhere."""
    for widget in app.allWidgets():
        _put(widget)
        for action in widget.actions():
            _put(action)


def _put(target: QObject) -> None:
    name = target.property("iconName")
    if not name:
        return
    role: ColourRole = target.property("iconRole")
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, target.property("iconPixels"), role))
    else:
        taker: _TakesIcon = target  # type: ignore[assignment]
        taker.setIcon(icon(name, role))


@cache
def _icon(name: str, role: ColourRole, dark: bool) -> QIcon:
    values = colours(dark)
    return QIcon(_IconEngine(name, values[role], values["disabled"]))


class _IconEngine(QIconEngine):
    """Draws an icon when it is first shown, for the screen that it is on: most of a start's are not seen."""

    _clones: ClassVar[list[_IconEngine]] = []
    """Qt has them, which PySide does not know: it would end them."""

    def __init__(self, name: str, usual: str, disabled: str) -> None:
        super().__init__()
        self._drawn_as = name, usual, disabled

    def clone(self) -> _IconEngine:
        """Return another, for a copy of the icon that is changed."""
        self._clones.append(_IconEngine(*self._drawn_as))
        return self._clones[-1]

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Return a square that fits, at most as large as the pictures are drawn."""
        side = min(size.width(), size.height(), ICON_SIZE)
        return QSize(side, side)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        name, usual, disabled = self._drawn_as
        side = self.actualSize(size, mode, state).width()
        return _drawn(name, disabled if mode is QIcon.Mode.Disabled else usual, side, scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))


@lru_cache(maxsize=64)  # each severity and state of an answer, in both sizes and schemes
def _drawn(name: str, hex_colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", hex_colour).encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return (resources.root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
