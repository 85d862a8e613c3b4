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
    return Path(home).expanduser() / part if home else None


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
