"""Where the person's data lives on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """Return the folder for sessions and settings, made if need be; `LISTO_HOME` moves it."""
    return _made(_home("") or Path(platformdirs.user_data_dir("Listo", appauthor=False)))


def log_folder() -> Path:
    """Return the folder for the log, made if need be; `LISTO_HOME` moves it."""
    return _made(_home("log") or Path(platformdirs.user_log_dir("Listo", appauthor=False)))


def _home(part: str) -> Path | None:
    home = os.environ.get("LISTO_HOME")
    return expanded(Path(home)) / part if home else None


def expanded(path: Path) -> Path:
    """Return a path with `~` as the home folder; as it is where it names somebody whom nobody knows."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
