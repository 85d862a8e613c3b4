"""What is running now: threads, processes, Qt's timers and windows; and what a test left of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeouts import TIMEOUT_S

_OWN_PID = os.getpid()


def now() -> dict[object, str]:
    """Return what runs, each as (key, words for the person who reads the failure)."""
    return _threads() | _processes() | _qt()


def since(before: dict[object, str], timeout: float = TIMEOUT_S) -> list[str]:
    """Return words for what runs now and did not run before; what is ending gets `timeout` seconds."""
    give_up = time.monotonic() + timeout
    left = _new(before)
    while left and time.monotonic() < give_up:
        _let_end()
        left = _new(before)
    return left


def _new(before: dict[object, str]) -> list[str]:
    return [words for key, words in now().items() if key not in before]


def _let_end() -> None:
    gc.collect()  # a window that only a cycle still holds is nobody's
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()
    time.sleep(0.01)


def _threads() -> dict[object, str]:
    return {("thread", thread.ident): f"thread {thread.name}" for thread in threading.enumerate()}


def _processes() -> dict[object, str]:
    workers = {child.pid: f"process {child.name}" for child in multiprocessing.active_children()}
    others = {pid: f"process {name}" for pid, name in _children.now()}
    return {("process", pid): words for pid, words in (others | workers).items()}


def _resource_tracker() -> int | None:
    """Return the id of the helper that `multiprocessing` keeps for as long as Python runs."""
    module: Any = sys.modules.get("multiprocessing.resource_tracker")
    return module._resource_tracker._pid if module else None


class _Children:
    """The children that are no workers of `multiprocessing`, which lists its own.

    To find them, every process of the machine must be looked at, so this is done only after one was started.
    """

    def __init__(self) -> None:
        self._known: list[tuple[int, str]] = []
        self._started = False
        sys.addaudithook(self._notice)

    def _notice(self, event: str, _arguments: tuple[object, ...]) -> None:
        if event in {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"}:
            self._started = True

    def now(self) -> list[tuple[int, str]]:
        """Return the id and name of every child, where the system tells how (Linux)."""
        if self._started or self._known:
            self._known = list(_listed_children())
            self._started = False
        return self._known


_children = _Children()


def _listed_children() -> Iterator[tuple[int, str]]:
    if not sys.platform.startswith("linux"):
        return
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            start, _, rest = file.read_text(errors="replace").rpartition(")")
        except OSError:  # ended while we were looking
            continue
        pid, _, name = start.partition(" (")
        if int(rest.split()[1]) == _OWN_PID and int(pid) != _resource_tracker():
            yield int(pid), name


def _qt() -> dict[object, str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication

    return (_timers_and_threads() | _windows()) if QApplication.instance() else {}


def _timers_and_threads() -> dict[object, str]:
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import Shiboken

    running: dict[object, str] = {}
    for thing in Shiboken.getAllValidWrappers():
        if isinstance(thing, QTimer) and thing.isActive():
            running[_key(thing)] = f"timer {thing.objectName() or repr(thing.parent())}"
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            running[_key(thing)] = f"thread {thing.objectName() or repr(thing)}"
    return running


def _windows() -> dict[object, str]:
    from PySide6.QtWidgets import QApplication

    return {_key(window): f"window {window!r}" for window in QApplication.topLevelWidgets()}


def _key(thing: Any) -> object:
    from shiboken6 import Shiboken

    return ("qt", Shiboken.getCppPointer(thing)[0])
