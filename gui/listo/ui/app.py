"""Starts the window, with the stored work that it shows."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from listo.core import paths
from listo.core.errors import InputError
from listo.core.gc_pause import end_pause
from listo.core.storage.database import FILE_NAME, MEMORY, Database, copy_readable
from listo.core.worker.jobs import Jobs
from listo.ui import language as languages
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.main_window import MainWindow
from listo.ui.single_instance import SingleInstance
from listo.ui.widgets.dialogs import CrashHandler, ask_to
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.tables import Lookups, Profiles

APP_ID = "app.listo.Listo"
"""What the desktop knows the program by: the installer for Windows and the bundle for macOS say the same."""

_LOG_BYTES = 1_000_000
"""A log of so many bytes holds thousands of lines and can still be sent by mail; one older is kept."""

_ISO_DAY = len("2026-11-28")
"""How many letters of a backup's name say of which day it is."""

_DRAWN_MS = 20
"""Milliseconds from the window's own drawing until all on it is drawn and on the display: it takes 10."""

_UNSEEN_MS = 1000
"""Milliseconds after which a window that is not drawn is one that began small: else it takes 100."""

OnFatal = Callable[[str], object]
"""Ends the process, with what Qt said last: asked where Qt can make no window, and would dump it."""


def run(files: Sequence[Path], on_fatal: OnFatal) -> int:
    """Open the window with those files and return the exit status when it is closed.

    Where there is a window on the same data folder, that one takes the files and comes to the front.
    """
    qInstallMessageHandler(_until_there_is_a_window(on_fatal))
    instance = _instance()
    if instance is not None and not instance.begin(files):
        return 0
    _name_for_the_task_bar()
    app = DesktopApplication(sys.argv[:1])
    app.setApplicationName("Listo")
    app.setDesktopFileName("listo")
    app.setWindowIcon(style.app_icon())
    crashes = CrashHandler(_start_log())
    style.follow(app)
    application = Application(files, instance)
    app.file_asked.connect(application.take)
    QTimer.singleShot(0, application.begin)  # inside the loop, so that whatever goes wrong with it is said
    status = app.exec()
    crashes.stop()
    application.end()
    return status


def _name_for_the_task_bar() -> None:
    """Have Windows show the window under Listo's entry, also where it was started by way of Python."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)


class DesktopApplication(QApplication):
    """Qt's application, which hears when macOS is to open a file: it sends an event and no argument.

    By *Open with*, a double-click or a drop on the Dock, at the start too.
    """

    file_asked = Signal(object)
    """The file, in a tuple of Path."""

    def event(self, event: QEvent) -> bool:
        """Take the event of a file to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit((Path(event.file()),))
            return True
        return super().event(event)


class Application(QObject):
    """One run of the window: the stored work is opened, shown, and closed with it."""

    def __init__(self, files: Sequence[Path], instance: SingleInstance | None = None) -> None:
        super().__init__()
        self._files = files
        self._instance = instance
        self._store: Database | None = None
        self._for_this_run = False
        self.window: MainWindow | None = None
        if instance is not None:
            instance.came.connect(self.take)

    def begin(self) -> None:
        """Open the window; where the stored work cannot be opened, with a store for this run alone."""
        self._store, trouble = _open_store()
        self._for_this_run = trouble is not None and self._store.path != MEMORY
        self.window = make_window(self._store)
        if self._instance is not None:
            self.window.closing.connect(self._instance.close)
        if self._files:
            self.window.open_files(self._files)
        first = FirstPicture(self.window)
        first.seen.connect(partial(self._go_on, is_sound=trouble is None))
        self.window.closing.connect(first.stop)
        self.window.show()
        if trouble is not None:
            self.window.notice.say(self._words_on(trouble), role="warning")
        elif self._store.damaged is not None:
            self._say_damaged(self.window, self._store, self._store.damaged)

    def _go_on(self, *, is_sound: bool) -> None:
        """Do what the first picture need not wait for: hear other starts, start the worker, take up work."""
        end_pause()
        assert self.window is not None
        assert self._store is not None
        if self._instance is not None:
            self._instance.listen()
        self.window.client.warm_up()
        if not self._files:
            self.window.go_on()
        if is_sound and self._store.damaged is None:
            self.window.client.start(Jobs.back_up)

    def _words_on(self, trouble: InputError) -> str:
        if trouble.code == "session-newer":
            return self.tr(
                "Your stored work was written by a newer Listo and is left as it is. Install the newest "
                "version; what you do in this one is gone when you close it."
            )
        return self.tr(
            "Listo cannot write to its data folder, which is full, read-only or in use by another program. "
            "What you do now is gone when you close Listo: save your copies."
        )

    def _say_damaged(self, window: MainWindow, store: Database, aside: Path) -> None:
        """Say where the damaged work is, and offer the backup of the last day that has one."""
        said = self.tr("Your stored work was damaged. It was put aside as “{file}”, and Listo begins anew.")
        window.notice.say(said.format(file=aside.name), role="warning")
        backup = next(iter(store.backups()), None)
        if backup is not None:
            day = QDate.fromString(backup.stem[-_ISO_DAY:], Qt.DateFormat.ISODate)
            question = self.tr("Your stored work was damaged. Bring back the copy of {day}?")
            asked = question.format(day=QLocale().toString(day, QLocale.FormatType.ShortFormat))
            ask_to(window, asked, self.tr("Bring it back"), lambda: self._restore(window, store, backup))

    def _restore(self, window: MainWindow, store: Database, backup: Path) -> None:
        try:
            store.restore(backup)
        except InputError as error:
            window.notice.say(window.texts.input_error(error), role="error")
            return
        window.say(self.tr("Your work is back as it was that day."))
        window.go_on()

    def take(self, files: Sequence[Path]) -> None:
        """Open what another start or the desktop gave, in front of everything; once there is a window."""
        if self.window is None:
            self._files = (*self._files, *files)
        else:
            self.window.come_forward()
            self.window.open_files(files)

    def end(self) -> None:
        """Close what was opened."""
        if self._instance is not None:
            self._instance.close()
        if self._store is not None:
            self._store.close()
            if self._for_this_run:
                shutil.rmtree(self._store.path.parent, ignore_errors=True)


class FirstPicture(QObject):
    """Tells when a window, not shown yet, was seen; where it is not, since it began small, after a while.

    The display has drawn it by then: nothing takes the processor from it before.
    """

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rest = QTimer(self, singleShot=True, interval=_UNSEEN_MS)
        self._rest.timeout.connect(self._on_rest)
        self._rest.start()
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Wait no longer once the window is drawn."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            self._rest.start(_DRAWN_MS)
        return False

    def stop(self) -> None:
        """Tell nothing any more."""
        self._rest.stop()
        self._window.removeEventFilter(self)

    def _on_rest(self) -> None:
        self.stop()
        self.seen.emit()


class _StateOfWindow:
    """The state of the window in a store that may come to refuse: nobody's work is lost with it."""

    def __init__(self, store: Database) -> None:
        self._store = store

    def get_state(self, key: str, default: Any = None) -> Any:
        with suppress(InputError):
            return self._store.get_state(key, default)
        return default

    def set_state(self, key: str, value: Any) -> None:
        with suppress(InputError):
            self._store.set_state(key, value)

    def has_profiles(self) -> bool:
        with suppress(InputError):
            return self._store.has_profiles()
        return False


def make_window(store: Database) -> MainWindow:
    """Return the window, not shown yet, in the language and with the state that the store kept."""
    state = _StateOfWindow(store)
    kept = languages.known_language(str(state.get_state("language", "")))
    spoken = WindowLanguage(kept or languages.desktop_language())
    profiles, lookups = partial(_open_profiles, store.path), partial(_open_lookups, store.path)
    client = WorkerClient(Jobs, resume=Jobs.resume)
    window = MainWindow(state, profiles, lookups, client, spoken, state.has_profiles)
    spoken.setParent(window)
    client.setParent(window)
    return window


def _instance() -> SingleInstance | None:
    """Return this start among others; None where there is no data folder that they could share."""
    with suppress(OSError):
        return SingleInstance(paths.data_folder() / FILE_NAME)
    return None


def _open_profiles(database: Path) -> Profiles:
    from listo.core.storage.tables import Profiles

    return Profiles(database)


def _open_lookups(database: Path) -> Lookups:
    from listo.core.storage.tables import Lookups

    return Lookups(database)


def _open_store() -> tuple[Database, InputError | None]:
    """Return the person's store, or one for this run alone and why: a newer Listo's, or the disk refuses."""
    store = None
    try:
        store = Database()
        store.set_state("opened", date.today().isoformat())  # a disk that is full says so here
    except InputError as error:
        if store is not None:
            store.close()
        return _store_for_this_run(error), error
    return store, None


def _store_for_this_run(trouble: InputError) -> Database:
    """Return a store in a temporary folder, with what could be read of the person's own; else in memory."""
    own = None
    with suppress(OSError):
        own = paths.data_folder() / FILE_NAME
    home = paths.move_home_to_temporary()
    if home is not None:
        if own is not None and trouble.code != "session-newer":
            copy_readable(own, home)
        with suppress(InputError):
            return Database()
    return Database(MEMORY)


def _start_log() -> Path:
    try:
        path = paths.log_folder() / "listo.log"
        logging.basicConfig(level=logging.INFO, handlers=[_Log()])
    except OSError:  # no log is no reason not to open; that nothing can be stored is said later
        return Path("listo.log")
    return path


class _Log(logging.Handler):
    """Opens the log at the first line: what writes it takes 5 ms to load, and most runs say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._writes: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._writes is None:
            from listo.core.worker.process import log_handler

            with suppress(OSError):  # the folder went meanwhile
                self._writes = log_handler("listo.log", _LOG_BYTES)
        if self._writes is not None:
            self._writes.handle(record)


def _until_there_is_a_window(on_fatal: OnFatal) -> Callable[[QtMsgType, object, str], None]:
    said: list[str] = []

    def heard(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            on_fatal("\n".join(said or [message]))
        said.append(message)

    return heard
