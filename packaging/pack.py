"""Pack dist/Listo, as PyInstaller left it: an archive, and a Debian package where one can be made."""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path

import debian_package

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUNDLE = DIST / "Listo"


def main() -> None:
    """Write the packages beside the folder and print where they are."""
    from listo import __version__

    print(_archive(__version__))
    if sys.platform.startswith("linux"):  # for packaging/linux/app.listo.Listo.yml
        (DIST / debian_package.METAINFO).write_text(debian_package.metainfo(), encoding="utf-8")
    if debian_package.can_be_made():
        print(debian_package.make(BUNDLE, DIST, __version__))


def _archive(version: str) -> str:
    """Return the archive of the folder, or of the application that macOS makes of it.

    That for Windows runs from any folder, with nothing installed.
    """
    system, packed, kind, more = {
        "win32": ("windows", "Listo", "zip", "-portable"),
        "darwin": ("macos", "Listo.app", "zip", ""),
    }.get(sys.platform, (sys.platform, "Listo", "gztar", ""))
    name = DIST / f"listo-{version}-{system}-{platform.machine().lower()}{more}"
    return shutil.make_archive(str(name), kind, DIST, packed)


if __name__ == "__main__":
    main()
