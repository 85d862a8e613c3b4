"""The bindings themselves: PySide6 6.12.0 on Python 3.11 lost a reference with every call, and died."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

_LOST = 100 if sys.version_info < (3, 12) else 5_100
"""References that 5,000 signals may lose: since 3.12 the constants are immortal (PEP 683), and their count
wanders by one a signal on 3.14, which would matter after 2**30 of them alone."""


class _Sender(QObject):
    sent = Signal(bool, object)


def test_many_signals_leave_the_constants_alone(qapp):
    sender, received = _Sender(), []
    sender.sent.connect(lambda yes, nothing: received.append((yes, nothing)))
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(5_000):
        sender.sent.emit(True, None)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert len(received) == 5_000
    assert after[0] > before[0] - _LOST
    assert after[1] > before[1] - _LOST


def test_many_texts_leave_the_constants_alone(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for number in range(10_000):
        field.setText(str(number))
    assert field.text() == "9999"
    assert sys.getrefcount(None) > before - 100
