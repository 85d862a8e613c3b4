"""The bindings themselves: PySide6 6.12.0 on Python 3.11 lost a reference with every call, and died."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

_CONSTANTS_DIE = sys.version_info < (3, 12)
"""Since 3.12 True, False and None are immortal (PEP 683), and how often they are counted means nothing."""

_OF_OTHERS = 100
"""References to a constant that may come and go beside the 5,000 or 10,000 that a test watches."""


class _Sender(QObject):
    sent = Signal(bool, object)


def test_many_signals_leave_as_many_references_as_were_there(qapp):
    sender, received, thing = _Sender(), [], object()
    sender.sent.connect(lambda yes, given: received.append((yes, given)))
    gc.collect()  # else what other tests have left lets go of constants in between
    before = [sys.getrefcount(each) for each in (thing, True, None)]
    for given in (thing, None):
        for _ in range(5_000):
            sender.sent.emit(True, given)
    assert received == [(True, thing)] * 5_000 + [(True, None)] * 5_000
    received.clear()
    after = [sys.getrefcount(each) for each in (thing, True, None)]
    assert after[0] == before[0]
    if _CONSTANTS_DIE:
        assert after[1] > before[1] - _OF_OTHERS
        assert after[2] > before[2] - _OF_OTHERS


def test_many_texts_leave_the_constants_alone(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    gc.collect()
    before = sys.getrefcount(None)
    for number in range(10_000):
        field.setText(str(number))
    assert field.text() == "9999"
    assert sys.getrefcount(None) > before - _OF_OTHERS


@pytest.mark.skipif(_CONSTANTS_DIE, reason="constants die on this Python: the tests above count them")
def test_a_constant_that_has_lost_all_its_references_lives_on():
    """So that bindings which lose them, as they do on some Pythons from 3.12 on, do no harm there."""
    program = (
        "import ctypes\n"
        "lose = ctypes.pythonapi.Py_DecRef\n"
        "lose.argtypes, lose.restype = [ctypes.c_void_p], None\n"
        "for address in map(id, (True, False, None)):\n"
        "    count = ctypes.c_uint32.from_address(address)\n"  # an object begins with it
        "    count.value = 1\n"
        "    lose(address)\n"
        "    assert count.value > 1 << 30, count\n"
        "print([True, False, None])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[True, False, None]\n", "")
