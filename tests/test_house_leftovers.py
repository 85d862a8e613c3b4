"""The guards of conftest.py do see what they are for."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import leftovers

only_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lists children")


def test_a_thread_is_seen_and_forgotten_once_it_ended():
    before, may_end = leftovers.now(), threading.Event()
    thread = threading.Thread(target=may_end.wait, name="forgotten")
    thread.start()
    assert leftovers.since(before, timeout=0) == ["thread forgotten"]
    may_end.set()
    assert leftovers.since(before) == []


@only_linux
def test_a_process_is_seen():
    before = leftovers.now()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert len(leftovers.since(before, timeout=0)) == 1
        child.communicate(b"\n")
    assert leftovers.since(before) == []


def test_a_timer_and_a_window_are_seen(qtbot):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLabel

    before = leftovers.now()
    timer, window = QTimer(objectName="heartbeat"), QLabel("open")
    timer.start(50)
    timer_words, window_words = leftovers.since(before, timeout=0)
    assert timer_words == "timer heartbeat"
    assert "QLabel" in window_words
    timer.stop()
    window.deleteLater()
    assert leftovers.since(before) == []


def test_other_machines_are_out_of_reach():
    with socket.socket() as client, pytest.raises(AssertionError, match="reached for the network"):
        client.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="reached for the network"):
        socket.getaddrinfo("example.org", 443)


def test_this_machine_is_within_reach():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_each_test_has_a_home_of_its_own(listo_home: Path):
    assert list(listo_home.iterdir()) == []
