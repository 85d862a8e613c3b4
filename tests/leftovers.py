"""What is running now: threads, processes, Qt's timers and windows; and what a test left of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

_OWN_PID = os.getpid()


def now() -> dict[object, str]:
    """Return what runs, each as (key, words for the person who reads the failure)."""
    return _threads() | _processes() | _qt()


def since(before: dict[object, str], patience: float = 3.0) -> list[str]:
    """Return words for what runs now and did not run before; what is ending gets `patience` seconds."""
    give_up = time.monotonic() + patience
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
    others = {pid: f"process {name}" for pid, name in _children() if pid != _resource_tracker()}
    return {("process", pid): words for pid, words in (others | workers).items()}


def _resource_tracker() -> int | None:
    """Return the id of the helper that `multiprocessing` keeps for as long as Python runs."""
    module: Any = sys.modules.get("multiprocessing.resource_tracker")
    return module._resource_tracker._pid if module else None


def _children() -> list[tuple[int, str]]:
    """Return the id and name of every child, where the system tells how (Linux)."""
    children: list[tuple[int, str]] = []
    if not sys.platform.startswith("linux") or not _any_child():
        return children
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            start, _, rest = file.read_text(errors="replace").rpartition(")")
        except OSError:  # ended while we were looking
            continue
        pid, _, name = start.partition(" (")
        if int(rest.split()[1]) == _OWN_PID:
            children.append((int(pid), name))
    return children


def _any_child() -> bool:
    """Ask the system at once, before every process of the machine is looked at."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


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
