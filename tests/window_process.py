"""A window in a process of its own, watched from here: start it, ask it, wait for what it shows, kill it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from timeouts import TIMEOUT_S, wait_until

TESTS = Path(__file__).resolve().parent
_START = "import sys; from watched_window import main; sys.exit(main())"
# Given as words, not as a file: a worker that is spawned reads the file that its parent was started from.


class GoneError(Exception):
    """The window's process is gone."""


class WindowProcess:
    """One start of Listo; `watched_window.py` tells what can be asked."""

    def __init__(self, environment: Mapping[str, str] = os.environ, files: Iterable[Path] = ()) -> None:
        before = environment.get("PYTHONPATH")
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START, *map(str, files)],
            env={**environment, "PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, [before])])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._family: set[int] = set()

    def see(self, expression: str) -> Any:
        """Return the value of an expression in the window. Raises LookupError where it has none now."""
        return self._ask({"see": expression})

    def do(self, statement: str) -> None:
        """Have something done in the window's own thread."""
        self._ask({"do": statement})

    def _ask(self, question: Mapping[str, str]) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps(question) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except OSError as error:
            raise GoneError from error
        if not answer:
            raise GoneError
        told = json.loads(answer)
        if "error" in told:
            raise LookupError(f"{next(iter(question.values()))}: {told['error']}")
        return told["value"]

    def wait(self, expression: str) -> Any:
        """Wait until the window shows that something is so, and return it."""
        return wait_until(lambda: self._look(expression), lambda: self._words_on(expression))

    def _look(self, expression: str) -> Any:
        with suppress(LookupError):
            return self.see(expression)
        return None

    def _words_on(self, expression: str) -> str:
        try:
            return f"{expression} is {self.see(expression)!r}"
        except LookupError as error:
            return str(error)

    def wait_until_idle(self) -> None:
        """Wait until no answer is under way, which could move a button or take the keyboard elsewhere."""
        self.wait("tab and not tab.work.jobs()")

    def wait_until_settled(self) -> None:
        """Wait until everything that the spreadsheet tab asked for is there."""
        self.wait("tab and tab.overview and not tab.work.jobs()")

    def wait_until_shown(self) -> None:
        """Wait until the window is there with its worker, to be seen and pressed."""
        self.wait("window and window.isVisible() and window.client._worker is not None")

    def family(self) -> set[int]:
        """Return the numbers of all processes that this one has started, and those in turn."""
        self._family |= descendants(self.process.pid)
        return self._family

    def kill(self) -> None:
        """End the process at once, as a power cut does: it has no time for anything."""
        if self.process.poll() is None:
            self.family()
            self.process.kill()
        self._close()

    def end(self) -> None:
        """Wait for the process to end by itself, and see that nothing of it stays behind."""
        self.family()
        self._close()

    def _close(self) -> None:
        try:
            self.process.wait(TIMEOUT_S)
        finally:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                assert pipe is not None
                with suppress(BrokenPipeError):  # a question that was not sent any more
                    pipe.close()

    def wait_for_orphans(self) -> None:
        """Wait until every process that the window had started has ended by itself."""
        wait_until(lambda: not self._living(), lambda: f"still running without the window: {self._living()}")

    def _living(self) -> set[int]:
        return {number for number in self._family if is_alive(number)}


def descendants(process: int) -> set[int]:
    """Return the processes that a process has started, and those in turn; on Linux."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (fields := _fields(int(folder.name))):
            parents[int(folder.name)] = int(fields[1])
    found: set[int] = set()
    wanted = {process}
    while wanted := {child for child, parent in parents.items() if parent in wanted} - found:
        found |= wanted
    return found


def is_alive(process: int) -> bool:
    """Return whether a process runs; one that ended and is not yet taken note of does not."""
    fields = _fields(process)
    return bool(fields) and fields[0] != "Z"


def _fields(process: int) -> list[str]:
    """Return what Linux says of a process after its name: its state, its parent and so on."""
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
