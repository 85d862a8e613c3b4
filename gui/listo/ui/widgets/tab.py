"""What the window asks of each of its tabs, and where both keep what they remember."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from listo.core.texts import Texts


class Tab(QWidget):
    """One thing that Listo does; `listo.ui.tabs` says what is true of it beside this."""

    def set_texts(self, texts: Texts) -> None:
        """Say from now on in that language what the core has to say."""
        raise NotImplementedError

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped on the window, or opened with it, and that are this tab's."""
        raise NotImplementedError

    def finish(self) -> None:
        """Keep what is not kept yet: the window closes. Most keep each change when it is made."""


class WindowState(Protocol):
    """Where it is kept: geometry, tab and language, steps that were ticked off, hints that were read."""

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return what was kept under a key."""

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (of JSON's kinds) under a key."""
