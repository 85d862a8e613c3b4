"""Standard input, output and error: in UTF-8, and there even where whoever started us closed them.

And how an answer is delivered: as the terminal that somebody looks at can show it, as JSON, or as a file.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, BinaryIO

from listo.core.errors import InputError
from listo.core.mapping.cell_text import on_one_line

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


def terminal_width() -> int | None:
    """Return how many letters a line holds; None where the answer goes to another program or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def takes_colour() -> bool:
    """Return whether escape codes become colours there, and the person has not asked for none (NO_COLOR)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows shows the codes themselves; those that do not say that they are new.
    return os.name != "nt" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM"))


def as_json(document: dict[str, Any], listed: str = "") -> str:
    """Return a document as JSON that a person can read too; what the list `listed` holds comes one a line."""
    if not listed:
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return "".join(json_parts(document, listed, document[listed]))


def json_parts(
    document: dict[str, Any], listed: str, items: Iterable[Any], indent: int | None = None
) -> Iterator[str]:
    """Yield a document as JSON in pieces: what the list `listed` holds comes as it is made.

    Each stands on a line, or with `indent` on several as the rest does.
    """
    around = json.dumps(document | {listed: []}, ensure_ascii=False, indent=2)
    before, _, after = around.partition(f'"{listed}": []')
    yield f'{before}"{listed}": ['
    is_empty, encode = True, json.JSONEncoder(ensure_ascii=False, indent=indent).encode
    for item in items:
        yield ("" if is_empty else ",") + "\n    " + encode(item).replace("\n", "\n    ")
        is_empty = False
    yield ("]" if is_empty else "\n  ]") + after + "\n"


def deliver(shown: Iterable[str], output: Path | None, sources: Sequence[Path]) -> None:
    """Write an answer, in pieces, to standard output, or to a file that is none of the sources.

    Raises InputError where the file is a source or cannot be written.
    """
    if output is None:
        show(shown)
        return
    from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically

    def write(file: BinaryIO) -> None:
        file.writelines(part.encode("utf-8", errors="replace") for part in shown)

    write_atomically(output, write, lambda: refuse_overwrite(output, sources))


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
