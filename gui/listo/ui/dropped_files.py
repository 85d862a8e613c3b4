"""What is dropped on the window: the files in it, those of folders too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData

_OF_A_STORE = (".toml", ".json")
_IN_FOLDERS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_MOST_OF_A_FOLDER = 50
"""Files taken of a folder: each is opened to see what it is, and one with more is hardly meant whole."""


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files that are dragged; text and web addresses are none.

    Of a folder these are the tables directly in it. One without any stands for itself, so that it is said.
    """
    dragged = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return list(dict.fromkeys(file for path in dragged for file in _opened(path)))


def _opened(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return (path,)
    return sorted(_tables_in(path))[:_MOST_OF_A_FOLDER] or (path,)


def _tables_in(folder: Path) -> Iterator[Path]:
    try:
        found = list(folder.iterdir())
    except OSError:  # not ours to read: the folder itself is shown as what cannot be used
        return
    yield from (
        file
        for file in found
        if file.suffix.lower() in _IN_FOLDERS and not file.name.startswith(("~$", ".")) and file.is_file()
    )


def is_store(path: Path) -> bool:
    """Return whether a file holds the settings of a store, as Listo exports them."""
    return path.suffix.lower() in _OF_A_STORE
