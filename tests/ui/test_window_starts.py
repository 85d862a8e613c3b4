"""How the window starts: its first picture waits for nothing else, and macOS gives files by an event."""

from __future__ import annotations

import enum
import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget

from listo.ui import app
from listo.ui.app import FirstPicture

pytestmark = pytest.mark.slow  # each test starts a process

_START = """
import sys
from PySide6.QtWidgets import QApplication
from listo.core.storage.database import Database
from listo.ui import style
from listo.ui.app import make_window
app = QApplication([])
style.apply(app)
store = Database()
store.set_state("tab", sys.argv[1])
window = make_window(store)
window.show()
window.grab()
print(*sorted(sys.modules))
window.close()
store.close()
"""
_FOR_FILES = (
    "openpyxl",
    "python_calamine",
    "xlsxwriter",
    "listo.core.workbooks.read",
    "listo.core.references",
)
_FOR_THE_WORKER = (
    "listo.core.edits.history",
    "listo.core.storage.store",
    "listo.core.worker.process",
    "listo.core.worker.results",
    "logging.handlers",
    "multiprocessing",
)
_FOR_CHECKS = ("listo.core.checks.engine", "listo.core.checks.findings", "listo.core.vocabulary.glossary")
_FOR_OTHER_TABS = {
    "lookup": ("listo.ui.spreadsheet.tab", "listo.ui.settings.tab"),
    "spreadsheet": (
        "listo.ui.lookup.tab",
        "listo.ui.settings.tab",
        "listo.core.catalogue",
        "listo.core.settings",
        "listo.ui.spreadsheet.pages.problems_page",
        "listo.ui.spreadsheet.pages.send_page",
        "listo.ui.spreadsheet.pages.skus_page",
    ),
    "settings": ("listo.ui.lookup.tab", "listo.ui.spreadsheet.tab"),
}


@pytest.mark.parametrize("tab", _FOR_OTHER_TABS)
def test_what_the_first_picture_does_not_need_is_not_loaded(tab, listo_home):
    environment = os.environ | {"LISTO_HOME": str(listo_home)}
    command = [sys.executable, "-c", _START, tab]
    done = subprocess.run(command, text=True, capture_output=True, check=True, env=environment)
    loaded = set(done.stdout.split())
    waiting = (*_FOR_FILES, *_FOR_CHECKS, *_FOR_THE_WORKER) if tab == "spreadsheet" else _FOR_CHECKS
    assert loaded.intersection((*waiting, *_FOR_OTHER_TABS[tab])) == set()


_AT_REST = """
from PySide6.QtCore import QTimer
from listo.__main__ import main
from listo.ui.main_window import MainWindow

def look(window):
    client = window.client
    is_idle = client._running is None and not client._queue and not window.expiry.soon.isActive()
    if is_idle and window.isVisible():
        tell(window)
        window.close()

def go_on(window, usual=MainWindow.go_on):
    usual(window)
    QTimer(window, interval=10, timeout=lambda: look(window)).start()

MainWindow.go_on = go_on
main([])
"""
_LOADED = """
import linecache, sys

def tell(window):
    print(*sys.modules, *linecache.cache)
"""
_PICTURES = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from listo.core.storage.database import Database
from listo.ui.app import FirstPicture

def seen(window):
    return window.screen().grabWindow(window.winId()).toImage()

def on_event(first, window, event, usual=FirstPicture.eventFilter):
    if event.type() == QEvent.Type.Paint and not pictures:
        QTimer.singleShot(0, window, lambda: pictures.append(seen(window)))
    return usual(first, window, event)

def tell(window):
    print(len(pictures), seen(window) == pictures[0])

pictures = []
FirstPicture.eventFilter = on_event
store = Database()
store.set_state("tab", sys.argv[1])
store.close()
"""


def _told_at_rest(code, home, *arguments):
    """Return what a program that defines `tell` says of the window once nothing is done any more."""
    environment = os.environ | {"LISTO_HOME": str(home)}
    command = [sys.executable, "-c", code + _AT_REST, *arguments]
    done = subprocess.run(command, text=True, capture_output=True, check=True, env=environment)
    return done.stdout.split()


@pytest.mark.parametrize("tab", _FOR_OTHER_TABS)
def test_nothing_moves_after_the_first_picture(tab, listo_home):
    assert _told_at_rest(_PICTURES, listo_home, tab) == ["1", "True"]


def test_what_is_at_rest_does_without_is_not_loaded(listo_home):
    held = set(_told_at_rest(_LOADED, listo_home))
    assert "listo.core.worker.process" in held, "the worker is there"
    needless = {"listo.core.worker.results", "listo.core.storage.tables", enum.__file__}
    assert held.isdisjoint({*needless, *_FOR_FILES, *_FOR_CHECKS})


def test_what_the_worker_tells_of_a_sheet_loads_neither_checks_nor_files():
    """It is unpickled by the window's own thread while a file opens."""
    names = ("worker.results", "checks.types", "skus.options")
    code = "".join(f"import listo.core.{name}\n" for name in names) + "import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=True)
    loaded = set(done.stdout.split())
    assert {f"listo.core.{name}" for name in names} <= loaded
    assert not loaded.intersection((*_FOR_FILES, *_FOR_CHECKS, "listo.core.checks.view", "xml.etree"))


def test_work_begins_once_the_window_is_drawn(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    first, seen = FirstPicture(window), list[bool]()
    first.seen.connect(lambda: seen.append(window.isVisible()))
    window.show()
    assert not seen
    qtbot.waitUntil(lambda: bool(seen))
    window.repaint()
    assert seen == [True]


def test_work_begins_though_the_window_begins_small_and_not_once_it_is_closed(qtbot, monkeypatch):
    monkeypatch.setattr(app, "_UNSEEN_MS", 1)
    first, closed = (FirstPicture(QWidget()) for _ in range(2))
    seen = list[str]()
    first.seen.connect(lambda: seen.append("first"))
    closed.seen.connect(lambda: seen.append("closed"))
    closed.stop()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["first"]


_OPENED_BY_EVENT = """
import sys
from pathlib import Path
from PySide6.QtGui import QFileOpenEvent
from listo.ui.app import Application, DesktopApplication
from listo.ui.main_window import MainWindow

MainWindow.open_files = lambda window, files: print("opened", *files)
MainWindow.come_forward = lambda window: print("in front")
app = DesktopApplication([])
application = Application([])
app.file_asked.connect(application.take)
app.sendEvent(app, QFileOpenEvent(sys.argv[1]))
print("no window yet")
application.begin()
app.sendEvent(app, QFileOpenEvent(sys.argv[2]))
application.window.close()
application.end()
"""


def test_a_file_that_macos_asks_to_open_is_opened(listo_home, tmp_path):
    """At a double-click the event comes before there is a window; later while one is open."""
    environment = os.environ | {"LISTO_HOME": str(listo_home)}
    files = [str(tmp_path / name) for name in ("calçados.xlsx", "camisetas.xlsx")]
    command = [sys.executable, "-c", _OPENED_BY_EVENT, *files]
    done = subprocess.run(command, text=True, capture_output=True, check=True, env=environment)
    told = ["no window yet", f"opened {files[0]}", "in front", f"opened {files[1]}"]
    assert done.stdout.splitlines() == told
