"""Notices that the file that is worked on is another one on disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_CALM_MS = 600
"""How long nothing may happen before the file is looked at: programs save in several strokes."""


class FileWatch(QObject):
    """Watches one file, by name: one that is put in its place is noticed too.

    The folder is watched as well, because a file that was replaced is not watched any more.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._mark: tuple[int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._watcher.fileChanged.connect(self._calm.start)
        self._watcher.directoryChanged.connect(self._calm.start)
        self._calm.timeout.connect(self._look)

    def watch(self, path: Path | None) -> None:
        """Watch that file as it is now, in place of what was watched."""
        self._calm.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path, self._mark = path, _mark_of(path)
        self._add()

    def _add(self) -> None:
        """Watch the file, again where it was replaced, and its folder."""
        if self._path is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(place) for place in (self._path, self._path.parent) if place.exists()]
        if new := [place for place in wanted if place not in known]:
            self._watcher.addPaths(new)

    def _look(self) -> None:
        self._add()
        now = _mark_of(self._path)
        if now is not None and now != self._mark:
            self._mark = now
            self.changed.emit()


def _mark_of(path: Path | None) -> tuple[int, int] | None:
    """Return what tells one state of the file from another, None where it is not there."""
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return status and (status.st_size, status.st_mtime_ns)
