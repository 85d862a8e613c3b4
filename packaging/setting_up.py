"""What a checkout is set up for: to open Listo, to pass its tests, to make packages of it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial

from environment import PYTHON, ROOT, Purpose, make_ready
from saying import SetUpError, say

COMMANDS = ("check", "compare", "completion", "draft", "explain", "help", "settings", "skus")
"""First words with which Listo opens no window, as with an option: it then needs nothing of a window's."""

QUICK = "--quick"
"""Asks for what is told within a minute: all but the tests marked as slow."""

_ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")
"""A process for each core; one that is done takes of another's share, as tests differ greatly in length."""

_PYTHON = (str(PYTHON), "-P")  # -P: a file beside the person's spreadsheets is never taken for a module
_PYTEST = (*_PYTHON, "-m", "pytest")


def open_program(arguments: Sequence[str]) -> int:
    """Open Listo with `arguments`; return its exit status, or 2 when it could not be set up."""
    program = [*_PYTHON, "-m", "listo", *arguments]
    purpose = _purpose(arguments)
    if purpose is Purpose.WINDOW and not _has_screen():  # before 240 MB of the system are fetched for one
        say("no-screen", command="python3 packaging/start.py")
        return 2
    return _do(purpose, lambda: _hand_over(program))


def _has_screen() -> bool:
    """Tell whether there is a place for a window; on other systems there always is."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


def pass_tests(arguments: Sequence[str]) -> int:
    """Check and test everything, all that is fast with `QUICK`, or run pytest with `arguments` alone.

    Return 0 if all is well.
    """
    return _do(Purpose.TESTS, lambda: _test(arguments))


def make_bundle() -> int:
    """Make the packages of this system for people who have no Python; return 0 if all went well."""
    return _do(Purpose.BUNDLE, lambda: _each(_bundle_steps()))


def _purpose(arguments: Sequence[str]) -> Purpose:
    first = arguments[0] if arguments else ""
    return Purpose.COMMAND if first in COMMANDS or first.startswith("-") else Purpose.WINDOW


def _do(purpose: Purpose, work: Callable[[], int]) -> int:
    """Set up what `purpose` needs, then do the work; return its status, 2 when it could not be set up."""
    try:
        make_ready(purpose)
        return work()
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        say("interrupted")
        return 130


def _hand_over(command: list[str]) -> int:
    """Become the program, so that its exit status, its signals and the terminal are its own."""
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


_Step = tuple[tuple[str, ...], dict[str, str]]
"""A command, and what it adds to the environment."""

_UNPACKED = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
"""Modules lie in a bundle as they are: to unpack them took 8 ms of each start, and pack.py packs it all."""


def _bundle_steps() -> list[_Step]:
    places = ("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build"))
    spec = str(ROOT / "packaging" / "listo.spec")
    return [
        ((*_PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, spec), _UNPACKED),
        ((str(PYTHON), str(ROOT / "packaging" / "pack.py")), {}),
    ]


def _test(arguments: Sequence[str]) -> int:
    if list(arguments) == [QUICK]:
        return _each(_lint_steps()) or _side_by_side(_test_steps("-m", "not slow"))
    if arguments:
        return _each([((*_PYTEST, *arguments), {})])
    return _each([*_lint_steps(), *_test_steps(*_ON_ALL_CORES)])


def _lint_steps() -> list[_Step]:
    return [
        ((*_PYTHON, "-m", "ruff", "check", "."), {}),
        ((*_PYTHON, "-m", "ruff", "format", "--check", "."), {}),
        ((*_PYTHON, "-m", "mypy"), {}),
        ((*_PYTHON, "-m", "mypy", *_scripts()), {}),
    ]


def _test_steps(*options: str) -> list[_Step]:
    """Return the steps in their order; pytest has the last word."""
    tests = (*_PYTEST, "-q", "-rs", *options)  # s: why a test was skipped
    return [
        ((*tests, "--ignore=tests/core"), {}),
        ((*tests, "-p", "no:pytest-qt", "tests/core"), {"LISTO_TESTS_WITHOUT_QT": "1"}),
    ]


def _scripts() -> list[str]:
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / "packaging").glob("*.py"))


def _each(steps: list[_Step]) -> int:
    """Run the steps up to the first that fails; return its status, or 0."""
    for step in steps:
        print(f"\n> {_shown(step)}", flush=True)
        if status := _run(step).returncode:
            say("command-failed", command=_shown(step))
            return status
    return 0


def _side_by_side(steps: list[_Step]) -> int:
    """Run the steps all at once, and show of each what it said; return the status of one that failed, or 0.

    For two cores this is faster than to share out each: most tests are shorter than the message about them.
    """
    from concurrent.futures import ThreadPoolExecutor  # not needed to open the program

    failed = 0
    with ThreadPoolExecutor() as threads:
        for step, done in zip(steps, threads.map(partial(_run, quietly=True), steps), strict=True):
            print(f"\n> {_shown(step)}\n{done.stdout}", end="", flush=True)
            if done.returncode:
                say("command-failed", command=_shown(step))
                failed = done.returncode
    return failed


def _shown(step: _Step) -> str:
    command, _ = step
    return shlex.join(command[1:]).removeprefix("-P ").removeprefix("-m ")


def _run(step: _Step, *, quietly: bool = False) -> subprocess.CompletedProcess[str]:
    command, settings = step
    return subprocess.run(
        command,
        cwd=ROOT,
        env=_plain_environment() | settings,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _plain_environment() -> dict[str, str]:
    """Return the environment without what the person set up for Qt: the tests set what they need."""
    return {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
