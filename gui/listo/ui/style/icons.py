"""One family of line icons, drawn in the colour of a role and sharp on every screen."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from listo.core import resources
from listo.ui.style.tokens import ColourRole, colours, is_dark

ICON_SIZE = 20
"""Pixels a side, as the pictures in resources/icons are drawn."""
_RATIOS = (1.0, 1.5, 2.0, 3.0)
"""Pixels of the screen to one of Qt, on the screens that there are; Qt scales for what lies between."""


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


def refresh(app: QApplication) -> None:
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
    made = QIcon()
    values = colours(dark)
    for ratio in _RATIOS:
        for mode, used in _modes(role):
            made.addPixmap(_drawn(name, values[used], ICON_SIZE, ratio), mode)
    return made


def _modes(role: ColourRole) -> tuple[tuple[QIcon.Mode, ColourRole], ...]:
    return ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "disabled"))


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
