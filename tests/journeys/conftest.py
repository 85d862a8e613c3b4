"""What the whole stories share: starts of the program, one after the other, on the same data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from listo.ui import style
from program import Program
from qtbot import Bot


@pytest.fixture
def start(qtbot: Bot, qapp: QApplication) -> Iterator[Callable[[], Program]]:
    """Give what starts the program; each start is closed at the end."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    style.apply(qapp, dark=False)
    started: list[Program] = []

    def begin() -> Program:
        started.append(Program(qtbot))
        return started[-1]

    yield begin
    for program in started:
        program.close()
