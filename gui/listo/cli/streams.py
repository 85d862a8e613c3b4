"""Standard input, output and error: in UTF-8, and there even where whoever started us closed them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import UnsupportedOperation
from pathlib import Path

from listo.core.errors import InputError
from listo.core.mapping.whitespace import on_one_line

_MOST_LETTERS = 64 * 1024 * 1024
"""How much is read of standard input; more than any list of messages or settings."""


def open_all() -> None:
    """Speak UTF-8 whatever the console is set to; it may show a wrong letter, never stop."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as we run
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def read() -> str:
    """Return what stands on standard input. Raises InputError where it is closed or has no end."""
    try:
        text: str = sys.stdin.read(_MOST_LETTERS)
        if sys.stdin.read(1):
            raise InputError(
                "file-too-large", file="stdin", size=f"{_MOST_LETTERS // 1024**2} MB", case="text"
            )
    except OSError as error:
        raise InputError("file-not-readable", file="stdin") from error
    return text


def show(parts: Iterable[str]) -> None:
    """Write an answer to standard output. Raises InputError where the disk behind it is full."""
    with _delivering():
        sys.stdout.writelines(parts)


def show_bytes(content: bytes) -> None:
    """Write what has line ends of its own, which text output would change on Windows."""
    with _delivering():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def complain(sentence: str) -> None:
    """Write one line to standard error, whatever stands in the names of files in it."""
    with suppress(OSError):
        sys.stderr.write(on_one_line(sentence) + "\n")
        sys.stderr.flush()


@contextmanager
def _delivering() -> Iterator[None]:
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our answer has seen enough of it
        _let_go()
    except OSError as error:
        _let_go()
        raise InputError("file-not-writable", file="stdout") from error


def _let_go() -> None:
    """Lead standard output nowhere, so that what waits in it is no trouble at the end of the program."""
    with suppress(UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
