"""The Python environment `.venv` of this checkout: made, filled with the pinned packages, kept up to date.

What was done is written into a stamp, so that the next start finds in a few milliseconds that nothing is left
to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntFlag
from pathlib import Path
from typing import Any

import python_version
import system_packages
from saying import SetUpError, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_STAMP = VENV / "listo-is-set-up.json"


class Purpose(IntFlag):
    """What Listo is wanted for; each has the bits of those that it takes in."""

    COMMAND = 0b0001
    WINDOW = 0b0011
    TESTS = 0b0111
    BUNDLE = 0b1011  # without the tests: they would bring an office and a Windows along


@dataclass(frozen=True)
class _Kit:
    """What a purpose takes: pinned packages, things of the system, megabytes to fetch and on the disk."""

    constraints: tuple[str, ...]
    needs: tuple[system_packages.Need, ...]
    fetched: int
    installed: int


_RUN, _TEST, _BUNDLE = "constraints.txt", "constraints-test.txt", "constraints-bundle.txt"
_KITS = {
    Purpose.COMMAND: _Kit((_RUN,), (), 90, 350),
    Purpose.WINDOW: _Kit((_RUN,), system_packages.WINDOW, 90, 350),
    Purpose.TESTS: _Kit((_RUN, _TEST), system_packages.WINDOW + system_packages.TESTS, 205, 780),
    Purpose.BUNDLE: _Kit((_RUN, _BUNDLE), system_packages.WINDOW + system_packages.BUNDLE, 95, 700),
}


def _kit(purposes: Purpose) -> _Kit:
    """Return what all those purposes take together; in megabytes, as much as the largest of them."""
    kits = [kit for purpose, kit in _KITS.items() if purpose in purposes]
    return _Kit(
        tuple(dict.fromkeys(file for kit in kits for file in kit.constraints)),
        tuple(dict.fromkeys(need for kit in kits for need in kit.needs)),
        max(kit.fetched for kit in kits),
        max(kit.installed for kit in kits),
    )


def make_ready(purpose: Purpose) -> None:
    """Do whatever is still to do before Listo can serve `purpose`; raises SetUpError where that cannot be."""
    done = _read_stamp()
    if _is_done(done, purpose):
        return
    try:
        _set_up(purpose, done)
    except OSError as error:
        raise _failure(str(error)) from error


def _set_up(purpose: Purpose, done: dict[str, Any]) -> None:
    purpose |= Purpose(done.get("purpose", Purpose.COMMAND))  # an update keeps what was there
    kit = _kit(purpose)
    if done:
        say("setting-up-again")
    else:
        say("setting-up", folder=VENV, megabytes=kit.fetched)
    _STAMP.unlink(missing_ok=True)
    works = _environment_works()
    system_packages.provide(kit.needs if works else (*system_packages.ENVIRONMENT, *kit.needs))
    if not works:
        _make_environment(kit)
    _install_packages(kit)
    _install_listo()
    _write_stamp(purpose)
    if not done:
        say("ready", command=_as_typed(PYTHON.with_name("listo")))


def _as_typed(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


# --- the stamp


def _is_done(done: dict[str, Any], purpose: Purpose) -> bool:
    there = Purpose(done.get("purpose", 0))
    if purpose not in there or done["is"] != _state(there):
        return False
    return all((VENV / record).is_file() for record in done["records"])


def _state(purpose: Purpose) -> dict[str, str]:
    """Return all that the environment depends on: another value means that there is something to do."""
    here = Path(__file__).parent
    files = [
        ROOT / "pyproject.toml",
        ROOT / "gui/listo/__init__.py",  # the version
        *(here / name for name in ("environment.py", "build_hook.py", *_kit(purpose).constraints)),
        *sorted((ROOT / "resources/translations").glob("*.ts")),
    ]
    return {"folder": str(ROOT), "python": _interpreter(), "files": _digest(files)}


def _interpreter() -> str:
    """Return the file of the Python that the environment stands on; empty when that is gone."""
    if os.name != "nt":
        return os.path.realpath(PYTHON) if _is_there(PYTHON) else ""
    file = VENV / "pyvenv.cfg"
    settings = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    home = next((line.partition("=")[2].strip() for line in settings if line.startswith("home")), "")
    python = Path(home) / "python.exe"
    return str(python) if _is_there(python) else ""


def _is_there(file: Path) -> bool:
    """Tell whether this person can reach the file: it may be in somebody else's home."""
    return os.path.exists(file)  # noqa: PTH110 Path.exists raises where this says no


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _read_stamp() -> dict[str, Any]:
    try:
        stamp: dict[str, Any] = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none yet, or cut off: the set-up is then gone through again
        return {}
    return stamp


def _write_stamp(purpose: Purpose) -> None:
    records = [str(file.relative_to(VENV)) for file in _site_packages().glob("*.dist-info/RECORD")]
    stamp = {"purpose": purpose, "is": _state(purpose), "records": sorted(records)}
    _STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


# --- the steps


def _make_environment(kit: _Kit) -> None:
    if VENV.exists():
        say("environment-damaged", folder=VENV)
    if shutil.disk_usage(ROOT).free < kit.installed * 1_000_000:
        raise SetUpError("disk-full", folder=ROOT, megabytes=kit.installed)
    if not os.access(ROOT, os.W_OK):
        raise SetUpError("folder-not-writable", folder=ROOT)
    _run([_base_python(), "-I", "-m", "venv", "--clear", str(VENV)])


def _environment_works() -> bool:
    """Tell whether an environment is there, in this place, with pip, on a Python that Listo runs on."""
    if not _is_there(PYTHON):
        return False
    question = "import sys, pip; print(sys.version_info[1], sys.prefix)"
    answer = subprocess.run([PYTHON, "-I", "-c", question], capture_output=True, text=True, check=False)
    minor, _, prefix = answer.stdout.strip().partition(" ")
    fits = minor.isdecimal() and python_version.OLDEST[1] <= int(minor) <= python_version.NEWEST[1]
    return fits and Path(prefix).resolve() == VENV.resolve() and _scripts_point_here()


def _scripts_point_here() -> bool:
    """Tell whether the commands in the environment start its own Python: those of a moved folder do not."""
    pip = PYTHON.with_name("pip.exe" if os.name == "nt" else "pip")
    return pip.is_file() and os.fsencode(VENV) in pip.read_bytes()


def _base_python() -> str:
    """Return the Python that was installed on this machine, also when another environment's runs this."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _install_packages(kit: _Kit) -> None:
    """Fetch exactly what is pinned: nothing that has another hash, nothing that must be compiled first."""
    files = [str(Path(__file__).with_name(name)) for name in kit.constraints]
    pinned = [word for file in files for word in ("--requirement", file)]
    _pip("install", "--require-hashes", "--only-binary", ":all:", "--no-deps", *pinned)


def _install_listo() -> None:
    _pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    # A whole path would be read in the system's encoding by a Python before 3.13, which stumbles over José
    here = _site_packages()
    (here / "_listo.pth").write_text(os.path.relpath(ROOT / "gui", here), encoding="ascii")


def _site_packages() -> Path:
    return next(VENV.glob("Lib/site-packages" if os.name == "nt" else "lib/python3.*/site-packages"))


def _pip(*words: str) -> None:
    quiet = () if sys.stderr.isatty() else ("--quiet",)
    fixed = ("--disable-pip-version-check", "--no-input", *quiet)
    _run([str(PYTHON), "-I", "-X", "utf8", "-m", "pip", *words, *fixed])


def _run(command: Sequence[str]) -> None:
    """Run a step; raises SetUpError with one sentence for what is known to go wrong."""
    shown = sys.stderr if sys.stderr.isatty() else subprocess.PIPE  # pip draws its progress there
    environment = os.environ | {"PIP_USER": "0"}  # a person's own habit, of no use in an environment
    done = subprocess.run(
        command,
        stdout=shown,
        stderr=subprocess.PIPE,
        env=environment,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise _failure((done.stdout or "") + done.stderr)


_SIGNS = (  # what pip and venv say, in the order in which a sign outweighs the next
    ("No space left on device", "disk-full"),
    ("not enough space on the disk", "disk-full"),
    ("Windows Long Path", "folder-path-too-long"),
    ("DO NOT MATCH THE HASHES", "package-altered"),
    ("NewConnectionError", "no-network"),
    ("NameResolutionError", "no-network"),
    ("ConnectTimeout", "no-network"),
    ("Read timed out", "no-network"),
    ("ProxyError", "no-network"),
    ("SSLError", "no-network"),
    ("Connection aborted", "no-network"),
    ("Temporary failure in name resolution", "no-network"),
    ("No matching distribution found", "no-package-for-system"),
    ("Permission denied", "folder-not-writable"),
    ("Access is denied", "folder-not-writable"),
)


def _failure(output: str) -> SetUpError:
    name = next((name for sign, name in _SIGNS if sign in output), "step-failed")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return SetUpError(
        name,
        folder=ROOT if name != "step-failed" else VENV,
        megabytes=_KITS[Purpose.TESTS].installed,
        system=platform.platform(terse=True),
        python=platform.python_version(),
        package=lines[-1].rpartition(" ")[2] if lines else "",
        lines="\n".join(lines[-6:]),
        log=_logged(output) if name == "step-failed" else "",
    )


def _logged(output: str) -> Path:
    log = Path(tempfile.gettempdir()) / "listo-set-up.log"
    log.write_text(output, encoding="utf-8")
    return log
