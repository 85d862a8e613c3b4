"""The one way in: a sub-command that needs no display, or the window."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

_DEBIAN = "/usr/lib/listo"
"""Where the Debian package puts the bundle."""

_PACKAGES = {
    "bundle": "fontconfig-config libegl1 libgl1 libwayland-cursor0 libwayland-egl1 libx11-data libxcb1"
    " xkb-data",
    "pip": "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2 libxcb-cursor0"
    " libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libxkbcommon0",
}
"""What Debian calls what a bundle takes from the system, as the Debian package computes it, and what Qt's own
packages do, as packaging/system_packages.py has it."""


HELPER_ARGUMENTS = frozenset(("--multiprocessing-fork", "-c"))
"""What a bundle is started with to be a process that multiprocessing makes: a worker, or what tracks it."""


def main(arguments: list[str] | None = None) -> int:
    """Run Listo with those arguments (the command line's where none are given) and return the exit status."""
    if getattr(sys, "frozen", False) and not HELPER_ARGUMENTS.isdisjoint(sys.argv):
        import multiprocessing

        multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    if given:  # else the window opens without the 8 ms that it takes to load this
        from listo import cli

        if cli.is_command(given):
            status = cli.main(given)
            if arguments is None:  # the process ends, and Python would look for cycles in all that there is
                gc.freeze()
            return status
    return _open_window([Path(name) for name in given])


def _open_window(files: list[Path]) -> int:
    """Open the window with those files, or say in one sentence why there can be none."""
    if not _has_display():
        return _refuse("window.no-display")
    gc.disable()  # until the first picture all that is made stays: to look for cycles in it takes 10 ms
    try:
        from listo.ui.app import run
    except ImportError as missing:  # Qt is installed, but not what it needs of the system
        return _refuse_without_qt(str(missing).partition(":")[0])
    return run(files, _on_fatal)


def _on_fatal(said: str) -> NoReturn:
    """Say why there can be no window in Qt's place, which tells it in six lines and dumps the process."""
    no_display = "connect to display" in said
    os._exit(_refuse("window.no-display") if no_display else _refuse_without_qt(said))


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse_without_qt(missing: str) -> int:
    way = _installed_as()
    case = "bundle" if way in _PACKAGES else way
    return _refuse("window.no-qt", detail=missing, case=case, packages=_PACKAGES.get(way, ""))


def _installed_as() -> str:
    """Return how this copy came here, which says what is to be done about what it lacks."""
    if not getattr(sys, "frozen", False):
        if (Path(__file__).resolve().parents[2] / "packaging" / "start.py").is_file():
            return "checkout"
        return "pip" if sys.platform.startswith("linux") else "other"
    if not sys.platform.startswith("linux"):
        return "other"
    return "package" if Path(sys.executable).resolve().is_relative_to(_DEBIAN) else "bundle"


def _refuse(key: str, **fields: str) -> int:
    from listo.cli import streams
    from listo.core.texts import Texts, system_language

    streams.open_all()
    streams.complain(Texts(system_language()).say(key, **fields))
    return 2


if __name__ == "__main__":
    sys.exit(main())
