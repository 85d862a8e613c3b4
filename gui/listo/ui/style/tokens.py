"""The colours, distances and type sizes of the window; all that is drawn takes them from here, by role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtGui import QColor, QGuiApplication, QPalette

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


def is_dark() -> bool:
    """Return whether the window is drawn dark just now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def colours(dark: bool | None = None) -> Mapping[ColourRole, str]:
    """Return every role's colour as `#RRGGBB`; None means as the window is drawn just now."""
    return DARK if (is_dark() if dark is None else dark) else LIGHT


def colour(role: ColourRole) -> QColor:
    """Return the colour of a role as the window is drawn just now."""
    return QColor(colours()[role])
