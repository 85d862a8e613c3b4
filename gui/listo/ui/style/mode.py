"""Light or dark as the window is drawn just now, and the colours that go with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from listo.ui.style.tokens import DARK, LIGHT, Role


def is_dark() -> bool:
    """Return whether the window is drawn dark just now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours(dark: bool | None = None) -> Mapping[Role, str]:
    """Return every role's colour as `#RRGGBB`; None means as the window is drawn just now."""
    return DARK if (is_dark() if dark is None else dark) else LIGHT


def colour(role: Role) -> QColor:
    """Return the colour of a role as the window is drawn just now."""
    return QColor(colours()[role])
