"""What is dropped on the window: the files in it, those of folders too, and where each kind goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from listo.core.file_kinds import FileKind

LOOKUP, SPREADSHEET, SETTINGS = range(3)
"""The tabs, in their order."""

_FOR_LOOKUP = ("messages", "processing-report")
_OF_A_STORE = (".toml", ".json")
_IN_FOLDERS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_MOST_OF_A_FOLDER = 50


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


def tab_for(kind: FileKind | None, shown: int) -> int:
    """Return which tab takes a file of that kind; `shown` is the one that is in front.

    An Amazon template is what the settings are compared with, where these are in front.
    """
    if kind in _FOR_LOOKUP:
        return LOOKUP
    return SETTINGS if kind == "amazon-values" and shown == SETTINGS else SPREADSHEET
