"""The last line of defence: whatever nothing else caught is logged and said, once at a time."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton, QTreeView, QWidget

from listo.ui import app, style
from listo.ui.widgets.dialogs import _FILE_ICONS, CrashHandler, ask_file, ask_where


@pytest.fixture
def crashes(qtbot, tmp_path, caplog):
    before = sys.excepthook, threading.excepthook
    caplog.set_level(logging.INFO)
    made = CrashHandler(tmp_path / "listo.log")
    yield made
    made.stop()
    sys.excepthook, threading.excepthook = before
    made.deleteLater()


def boxes() -> list[QMessageBox]:
    found = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox))
    return [box for box in found if box.isVisible()]


def raised(words: str) -> tuple:
    try:
        raise RuntimeError(words)
    except RuntimeError:
        return sys.exc_info()


def test_an_exception_in_a_slot_is_logged_and_said(crashes, qtbot, caplog, tmp_path):
    QTimer.singleShot(0, lambda: crashes._on_exception(*raised("a fault of ours")))
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "Your work is stored" in box.text()
    assert str(tmp_path / "listo.log") in box.informativeText()
    assert "RuntimeError: a fault of ours" in caplog.text
    assert "Traceback" in caplog.text
    next(one for one in box.buttons() if "Copy" in one.text()).click()
    assert "RuntimeError: a fault of ours" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    box.close()
    QCoreApplication.processEvents()


def test_many_at_once_show_one_dialog_and_the_next_shows_another(crashes, qtbot, caplog):
    for number in range(5):
        crashes._on_exception(*raised(f"fault {number}"))
    qtbot.waitUntil(lambda: bool(boxes()))
    assert len(boxes()) == 1
    assert "fault 4" in caplog.text
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())
    crashes._on_exception(*raised("fault 6"))
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()


def test_one_in_a_thread_is_said_too(crashes, qtbot, caplog):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
    assert "ZeroDivisionError" in caplog.text


def test_ctrl_c_in_the_terminal_ends_the_program_quietly(crashes, monkeypatch):
    asked = []
    monkeypatch.setattr(QApplication, "quit", lambda: asked.append("quit"))
    crashes._on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert asked == ["quit"]
    assert boxes() == []


def test_what_qt_says_goes_to_the_log(crashes, caplog, qtlog):
    with qtlog.disabled():
        crashes.stop()
        again = CrashHandler(Path("listo.log"))
        qWarning("something of Qt's")
        again.stop()
        again.deleteLater()
    assert "something of Qt's" in caplog.text


def test_a_window_that_cannot_be_made_is_said(crashes, qtbot, monkeypatch, caplog):
    """Else the program would end without a word."""

    def fail(_store):
        raise RuntimeError("no window")

    monkeypatch.setattr(app, "make_window", fail)
    application = app.Application(())
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, application.begin)
        qtbot.waitUntil(lambda: bool(caught))
    crashes._on_exception(*caught[0])
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
    application.end()
    application.deleteLater()
    assert "no window" in caplog.text


def test_where_qt_has_no_word_for_it_the_kind_of_a_file_is_not_shown(qtbot, tmp_path):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = QWidget()
    qtbot.show(window)
    dialog = ask_where(window, "Where", "Spreadsheet", tmp_path / "copy.xlsx", lambda path: None)
    qtbot.waitUntil(dialog.isVisible)
    header = dialog.findChild(QTreeView).header()
    assert [header.isSectionHidden(column) for column in range(4)] == [False, False, True, False]
    dialog.close()


@pytest.mark.parametrize("dark", [False, True])
def test_in_qts_own_dialog_nothing_is_cut_and_every_icon_is_seen(qtbot, qapp, tmp_path, dark):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    style.apply(qapp, dark=dark)
    (tmp_path / "a-sheet-with-a-long-name-as-browsers-give-it (12).xlsx").write_bytes(b"x" * 123_456)
    window = QWidget()
    qtbot.show(window)
    dialog = ask_where(window, "Where", "Spreadsheet", tmp_path / "copy.xlsx", lambda path: None)
    dialog.resize(480, 320)
    files = dialog.findChild(QTreeView)
    qtbot.waitUntil(lambda: dialog.isVisible() and files.model().rowCount(files.rootIndex()) > 0)
    header, first = files.header(), files.model().index(0, 0, files.rootIndex())
    for column in (1, 3):
        needed = (
            header.sectionSizeHint(column),
            files.sizeHintForIndex(first.siblingAtColumn(column)).width(),
        )
        qtbot.waitUntil(lambda column=column, needed=needed: header.sectionSize(column) >= max(needed))
    assert header.length() <= files.viewport().width()
    for name in _FILE_ICONS:
        button = dialog.findChild(QToolButton, name)
        drawn = button.icon().pixmap(16).toImage()
        seen = max(_brightness(drawn, x, y) for x in range(16) for y in range(16))
        assert (seen > 100) is dark, name
    dialog.close()


def _brightness(drawn, x, y):
    colour = drawn.pixelColor(x, y)
    return colour.lightness() * colour.alpha() // 255


@pytest.mark.parametrize("is_there", [True, False])
def test_the_first_file_is_looked_for_among_downloads(qtbot, tmp_path, monkeypatch, is_there):
    home, elsewhere, downloads = tmp_path / "home", tmp_path / "elsewhere", tmp_path / "home" / "Downloads"
    for folder in (home, elsewhere, *([downloads] if is_there else [])):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(downloads))
    parent = QWidget()
    qtbot.addWidget(parent)
    QFileDialog(parent).setDirectory(str(tmp_path))  # whatever other tests have left
    monkeypatch.chdir(tmp_path)
    first = ask_file(parent, "one", lambda _path: None)
    assert Path(first.directory().absolutePath()) == (downloads if is_there else Path(QDir.homePath()))
    first.setDirectory(str(elsewhere))
    first.close()
    second = ask_file(parent, "two", lambda _path: None)
    assert Path(second.directory().absolutePath()) == elsewhere
    second.close()
