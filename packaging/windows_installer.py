"""Compile the installer for Windows, with NSIS (Debian: `apt-get install nsis`), on any system.

Usage: python3 packaging/windows_installer.py [the folder that PyInstaller left on Windows: dist/Listo]

Where the environment variable LISTO_SIGN holds a command, it is given each program as its last word, to put a
signature into: those of the bundle, the uninstaller, the installer.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
SCRIPT = ROOT / "packaging" / "windows" / "listo.nsi"

_SIDE = 164, 314
"""Pixels. Source: NSIS, "Modern User Interface 2", MUI_WELCOMEFINISHPAGE_BITMAP."""


def compile_installer(payload: Path, target: Path, version: str, *, sign: str = "") -> Path:
    """Make the installer of a bundle's folder and return it; its programs are signed first where one can.

    Raises CalledProcessError where NSIS or the signing program gives up.
    """
    if sign:
        for program in sorted(payload.glob("*.exe")):
            subprocess.run([*shlex.split(sign), str(program)], check=True)
    defined = {"VERSION": _numbers(version), "PAYLOAD": payload.resolve(), "OUTPUT": target.resolve()}
    if sign:
        defined["SIGN"] = sign
    with tempfile.TemporaryDirectory() as folder:
        defined |= _pictures(Path(folder))
        words = [f"-D{name}={value}" for name, value in defined.items()]
        subprocess.run(["makensis", "-V2", "-WX", *words, str(SCRIPT)], check=True)
    return target


def _numbers(version: str) -> str:
    """Return the three numbers of a version, as the resource of a Windows program has no letters."""
    numbers = [*re.findall(r"\d+", version), "0", "0"]
    return ".".join(numbers[:3])


def version_resource(version: str) -> str:
    """Return what Windows shows among the properties of Listo's programs, as PyInstaller reads it."""
    numbers = (*map(int, _numbers(version).split(".")), 0)
    said = {
        "ProductName": "Listo",
        "ProductVersion": version,
        "FileDescription": "Listo",  # what the task manager calls it
        "FileVersion": version,
        "CompanyName": "The Listo founders",
        "LegalCopyright": "MIT license",
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in said.items())
    fixed = f"FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=1)"
    return (
        f"VSVersionInfo(ffi={fixed}, kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "  # English (US), Unicode
        "VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )


def _pictures(folder: Path) -> dict[str, Path]:
    """Draw what the installer shows of Listo, as NSIS wants it: the icon, and the side of its last page."""
    from app_icon import ico, panel

    icon, side = folder / "listo.ico", folder / "listo-side.bmp"
    icon.write_bytes(ico())
    side.write_bytes(panel(*_SIDE))
    return {"ICON": icon.resolve(), "SIDE": side.resolve()}


def main() -> None:
    """Compile the installer of the bundle that is named, and print where it is."""
    sys.path[:0] = [str(ROOT / "gui")]
    from listo import __version__

    payload = Path(sys.argv[1]) if len(sys.argv) > 1 else DIST / "Listo"
    target = DIST / f"listo-{__version__}-windows-setup.exe"
    print(compile_installer(payload, target, __version__, sign=os.environ.get("LISTO_SIGN", "")))


if __name__ == "__main__":
    main()
