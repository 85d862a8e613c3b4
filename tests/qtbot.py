"""pytest-qt's bot with the one limit of all tests, and showing a window that is there afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeouts import TIMEOUT_MS


class Bot(QtBot):
    """What the fixture `qtbot` gives."""

    def show(self, window: QWidget) -> None:
        """Show a window, wait until it is in front, and have it closed at the end of the test."""
        self.addWidget(window)
        with self.waitExposed(window, timeout=TIMEOUT_MS):
            window.show()
        self.activate(window)

    def activate(self, window: QWidget) -> None:
        """Bring a window to the front, and wait until the keyboard is its own."""
        with self.waitActive(window, timeout=TIMEOUT_MS):
            window.activateWindow()

    def waitUntil(  # noqa: N802 - these are pytest-qt's names
        self, callback: Callable[[], bool | None], *, timeout: int = TIMEOUT_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = TIMEOUT_MS, **options: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)
