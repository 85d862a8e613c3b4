"""The one way in: a sub-command that needs no display, or the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn


def main(arguments: list[str] | None = None) -> int:
    """Run Listo with those arguments (the command line's where none are given) and return the exit status."""
    if getattr(sys, "frozen", False):  # a bundle's worker comes in here too
        import multiprocessing

        multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    from listo import cli

    if cli.is_command(given):
        return cli.main(given)
    return _open_window([Path(name) for name in given])


def _open_window(files: list[Path]) -> int:
    """Open the window with those files, or say in one sentence why there can be none."""
    if not _has_display():
        return _refuse("window.no-display")
    try:
        from listo.ui.app import run
    except ImportError as missing:  # Qt is installed, but not what it needs of the system
        return _refuse("window.no-qt", detail=str(missing).partition(":")[0])
    return run(files, _on_fatal)


def _on_fatal(said: str) -> NoReturn:
    """Say why there can be no window in Qt's place, which tells it in six lines and dumps the process."""
    no_display = "connect to display" in said
    os._exit(_refuse("window.no-display") if no_display else _refuse("window.no-qt", detail=said))


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse(key: str, **fields: str) -> int:
    from listo.cli import streams
    from listo.core.texts import Texts, system_language

    streams.open_all()
    streams.complain(Texts(system_language()).say(key, **fields))
    return 2


if __name__ == "__main__":
    sys.exit(main())
