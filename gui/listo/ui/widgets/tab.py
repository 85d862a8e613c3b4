"""What the window asks of each of its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

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
