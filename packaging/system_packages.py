"""What Listo needs of the operating system on Linux, and how to get it there.

Elsewhere Python and Qt's own packages bring everything along.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from saying import SetUpError, say, text


@dataclass(frozen=True)
class Need:
    """One thing that must be there, and the package that holds it.

    `thing` is the file name of a shared library, else the name of a program or of a Python module. RPM knows
    libraries and programs by their own names, so it needs no package's. What may be `spared` keeps
    nobody from going on where it cannot be had; it is looked for with apt alone.
    """

    thing: str
    apt: str
    pacman: str = ""
    spared: bool = False

    @property
    def rpm(self) -> str:
        """Return the name under which every RPM package offers this library or program."""
        return f"{self.thing}()(64bit)" if self._is_library else f"/usr/bin/{self.thing}"

    @property
    def _is_library(self) -> bool:
        return ".so" in self.thing

    def is_met(self) -> bool:
        """Look for it the way that it will be used."""
        if self._is_library:
            return _loads(self.thing)
        return bool(shutil.which(self.thing)) or bool(importlib.util.find_spec(self.thing))


_PYTHON = f"python3.{sys.version_info.minor}"
ENVIRONMENT = (Need("ensurepip", apt=f"{_PYTHON}-venv"),)

WINDOW = (  # what Qt's libraries, its window system plug-in and its translation compiler are linked to
    Need("libGL.so.1", "libgl1", "libglvnd"),
    Need("libEGL.so.1", "libegl1", "libglvnd"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
)

_DEBIAN = Need("dpkg-shlibdeps", "dpkg-dev", spared=True)  # the Debian package

TESTS = (  # a screen that nobody sees, its windows' manager, a hand with a mouse, who else opens saved files
    Need("Xvfb", "xvfb", "xorg-server-xvfb"),
    Need("openbox", "openbox", "openbox"),
    Need("xdotool", "xdotool", "xdotool"),
    Need("soffice", "libreoffice-calc", "libreoffice-still"),
    Need("makensis", "nsis", spared=True),  # the installer for Windows, and a Windows to walk it on
    Need("wine", "wine", spared=True),
    Need("appstreamcli", "appstream", spared=True),  # who looks at what a Linux desktop is told of Listo
    Need("desktop-file-validate", "desktop-file-utils", spared=True),
    _DEBIAN,
)

BUNDLE = (
    Need("objdump", "binutils", "binutils"),  # PyInstaller looks into libraries with it
    Need(
        f"lib{_PYTHON}.so.1.0", f"lib{_PYTHON}", "python"
    ),  # it starts Python as a library: Debian's python3 has none
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),  # brought along, for desktops without X
    Need("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
    _DEBIAN,
)

_MANAGERS = {  # program: (the field of Need that names the package, how it installs)
    "apt-get": ("apt", ("apt-get", "install", "-y", "--no-install-recommends")),
    "dnf": ("rpm", ("dnf", "install")),
    "zypper": ("rpm", ("zypper", "install")),
    "pacman": ("pacman", ("pacman", "-S", "--needed")),
}


def provide(needs: Iterable[Need]) -> None:
    """See to it that all `needs` are met: installed where the person may, else told how to install them.

    Raises SetUpError when something is still missing that is not to be spared.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in needs if not need.is_met()]
    if required := [need for need in missing if not need.spared]:
        _provide_required(required)
    if spared := [need for need in missing if need.spared]:
        _provide_spared(spared)


def _provide_required(missing: list[Need]) -> None:
    manager = next(filter(shutil.which, _MANAGERS), "")
    packages = _packages(manager, missing)
    if not packages:
        raise SetUpError("system-things-missing", things=", ".join(need.thing for need in missing))
    command = (*_MANAGERS[manager][1], *packages)
    if manager != "apt-get" or not _may_install(packages):
        raise SetUpError("system-packages-by-hand", command=_by_hand(manager, command))
    _install_with_apt(command, packages)
    importlib.invalidate_caches()
    if not all(need.is_met() for need in missing):
        raise SetUpError("system-packages-failed", command=_by_hand(manager, command))


def _provide_spared(missing: list[Need]) -> None:
    """Install what can be had for root, who is asked nothing; what needs it is skipped, and says so."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        packages = _packages("apt-get", missing)
        _install_with_apt((*_MANAGERS["apt-get"][1], *packages), packages)


def _packages(manager: str, missing: list[Need]) -> list[str]:
    if not manager:
        return []
    names = {getattr(need, _MANAGERS[manager][0]) for need in missing}
    return sorted(names - {""})


def _may_install(packages: list[str]) -> bool:
    """Tell whether the person is root, or wants it done with sudo."""
    if os.geteuid() == 0:
        return True
    if not (shutil.which("sudo") and sys.stdin and sys.stdin.isatty()):
        return False
    print(text("system-packages-question", packages=" ".join(packages)), end=" ", file=sys.stderr, flush=True)
    return not sys.stdin.readline().strip().lower().startswith("n")


def _install_with_apt(command: tuple[str, ...], packages: list[str]) -> None:
    """Fetch the lists first: on a fresh machine there are none, and old ones name files that are gone."""
    say("system-packages-installing", packages=" ".join(packages))
    quietly = ("-q", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0")
    for words in (("apt-get", "update"), command):
        with_rights = (*_as_root(), "env", "DEBIAN_FRONTEND=noninteractive", *words, *quietly)
        subprocess.run(with_rights, stdout=sys.stderr, check=False)  # what is missing after it tells more


def _as_root() -> tuple[str, ...]:
    return () if os.geteuid() == 0 else ("sudo",)


def _by_hand(manager: str, command: tuple[str, ...]) -> str:
    """Return the line to type: apt knows of nothing before its lists are there."""
    lines = [("apt-get", "update"), command] if manager == "apt-get" else [command]
    return " && ".join(shlex.join((*_as_root(), *line)) for line in lines)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
