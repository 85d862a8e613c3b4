"""Starts the window, with the stored work that it shows."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from listo.core import paths
from listo.core.errors import InputError
from listo.core.storage.store import FILE_NAME, Store
from listo.core.worker.jobs import Jobs
from listo.ui import language as languages
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.main_window import MainWindow
from listo.ui.single_instance import SingleInstance
from listo.ui.widgets.dialogs import CrashHandler
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.lookups import Lookups
    from listo.core.storage.profiles import Profiles

_LOG_BYTES = 1_000_000
"""A log of so many bytes holds thousands of lines and can still be sent by mail; one older is kept."""

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
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Listo")
    app.setDesktopFileName("listo")
    app.setWindowIcon(style.app_icon())
    crashes = CrashHandler(_start_log())
    style.follow(app)
    application = Application(files, instance)
    QTimer.singleShot(0, application.begin)  # inside the loop, so that whatever goes wrong with it is said
    status = app.exec()
    crashes.stop()
    application.end()
    return status


class Application(QObject):
    """One run of the window: the stored work is opened, shown, and closed with it."""

    def __init__(self, files: Sequence[Path], instance: SingleInstance | None = None) -> None:
        super().__init__()
        self._files = files
        self._instance = instance
        self._store: Store | None = None
        self.window: MainWindow | None = None
        if instance is not None:
            instance.came.connect(self._take)

    def begin(self) -> None:
        """Open the window; where the stored work cannot be opened, say why and end with status 2."""
        try:
            self._store = Store()
            self.window = make_window(self._store)
        except InputError as error:
            _refuse(error)
            QApplication.exit(2)
            return
        if self._instance is not None:
            self.window.closing.connect(self._instance.close)
        self.window.show()
        QTimer.singleShot(0, self.window.client.warm_up)
        self.window.open_files(self._files) if self._files else self.window.go_on()

    def _take(self, files: Sequence[Path]) -> None:
        """Open what another start was given, in front of everything."""
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


def make_window(store: Store) -> MainWindow:
    """Return the window, not shown yet, in the language and with the state that the store kept.

    Raises InputError where the kept settings cannot be opened.
    """
    kept = languages.known_language(str(store.get_state("language", "")))
    spoken = WindowLanguage(kept or languages.desktop_language())
    window = MainWindow(store, _open_profiles, _open_lookups, WorkerClient(Jobs, resume=Jobs.resume), spoken)
    spoken.setParent(window)
    window.client.setParent(window)
    return window


def _instance() -> SingleInstance | None:
    """Return this start among others; None where there is no data folder that they could share."""
    with suppress(OSError):
        return SingleInstance(paths.data_folder() / FILE_NAME)
    return None


def _open_profiles() -> Profiles:
    from listo.core.storage.profiles import Profiles

    return Profiles()


def _open_lookups() -> Lookups:
    from listo.core.storage.lookups import Lookups

    return Lookups()


def _refuse(error: InputError) -> None:
    """Say why the stored work cannot be opened: a newer Listo wrote it, or the disk refuses."""
    from listo.core.texts import Texts

    QMessageBox.warning(None, "Listo", Texts(languages.desktop_language()).input_error(error))


def _start_log() -> Path:
    try:
        path = paths.log_folder() / "listo.log"
    except OSError:  # no log is no reason not to open; that nothing can be stored is said later
        return Path("listo.log")
    handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    return path


def _until_there_is_a_window(on_fatal: OnFatal) -> Callable[[QtMsgType, object, str], None]:
    said: list[str] = []

    def heard(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            on_fatal("\n".join(said or [message]))
        said.append(message)

    return heard
