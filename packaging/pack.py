"""Pack dist/Listo, as PyInstaller left it: an archive, and a Debian package where one can be made."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUNDLE = DIST / "Listo"

_CONTROL = """\
Package: listo
Version: {version}
Architecture: {architecture}
Maintainer: The Listo founders <listo@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Section: misc
Priority: optional
Description: Explain and mend what keeps products from reaching Amazon
 For people who sell on Amazon through a VTEX store: error messages explained,
 mapping spreadsheets checked and mended, on one's own machine.
"""


def main() -> None:
    """Write the packages beside the folder and print where they are."""
    from listo import __version__

    print(_archive(__version__))
    if sys.platform.startswith("linux") and shutil.which("dpkg-deb"):
        print(_debian_package(__version__))


def _archive(version: str) -> str:
    """Return the archive of the folder, or of the application that macOS makes of it."""
    name = DIST / f"listo-{version}-{sys.platform}-{platform.machine().lower()}"
    packed = "Listo.app" if sys.platform == "darwin" else "Listo"
    kind = "gztar" if sys.platform.startswith("linux") else "zip"
    return shutil.make_archive(str(name), kind, DIST, packed)


def _debian_package(version: str) -> Path:
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    target = DIST / f"listo_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        _lay_out(tree)
        _write_control(tree, version, architecture)
        tree.chmod(0o755)
        subprocess.run(["dpkg-deb", "--build", "--root-owner-group", "-Zzstd", tree, target], check=True)
    return target


def _lay_out(tree: Path) -> None:
    """Put everything where a Debian system looks for it."""
    files = {
        ROOT / "packaging/linux/listo.desktop": "usr/share/applications/listo.desktop",
        ROOT / "packaging/linux/listo.metainfo.xml": "usr/share/metainfo/app.listo.Listo.metainfo.xml",
        ROOT / "resources/icons/listo.svg": "usr/share/icons/hicolor/scalable/apps/listo.svg",
        ROOT / "LICENSE": "usr/share/doc/listo/copyright",
    }
    for source, place in files.items():
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / place)
    shutil.copytree(BUNDLE, tree / "usr/lib/listo", symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/listo").symlink_to("../lib/listo/listo")


def _write_control(tree: Path, version: str, architecture: str) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*"))
    depends = ", ".join(sorted({need.apt for need in system_packages.WINDOW}))
    control = _CONTROL.format(
        version=version, architecture=architecture, kilobytes=size // 1024, depends=depends
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")


if __name__ == "__main__":
    main()
