"""`listo --self-check`: whether this copy of Listo is whole and works on this machine.

It is a file of its own because it asks of every floor one thing, and is loaded for nothing else. The person's
data folder is not touched: all happens in a temporary one.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import listo
from listo.cli import streams
from listo.core import resources
from listo.core.errors import InputError
from listo.core.texts import LANGUAGES, Texts

_ANSWER_S = 120.0
"""Seconds for one answer of the process: it takes one, and many where a scanner looks at a new program."""

_SAMPLES = ("mapping.xlsx", "reading.xls", "reading.xlsb", "reading.ods")
"""One file of each kind among the samples; a text file is written."""


class _FaultError(Exception):
    """What was looked at is not as it should be; says what it is instead."""


def run(texts: Texts) -> int:
    """Look at everything, say a line of each, and return 0 where all is well, else 1."""
    steps: dict[str, Callable[[Path], None]] = {
        "texts": _texts,
        "translations": _translations,
        "checks": _checks,
        "licenses": _licenses,
        "reading": _reading,
        "saving": _saving,
        "worker": _worker,
    }
    with _temporary_home() as folder:
        faults = [key for key, look in steps.items() if not _is_well(key, look, folder, texts)]
    whole = "self-check.broken" if faults else "self-check.whole"
    streams.show([texts.say(whole, version=listo.__version__) + "\n"])
    return 1 if faults else 0


def _is_well(key: str, look: Callable[[Path], None], folder: Path, texts: Texts) -> bool:
    what = texts.say(f"self-check.{key}", count=_number_of_checks())
    try:
        look(folder)
    except (_FaultError, InputError, OSError, ValueError, LookupError, ImportError) as fault:
        detail = f"{type(fault).__name__} {fault}" if not isinstance(fault, _FaultError) else str(fault)
        streams.show([texts.say("self-check.failed", what=what, detail=detail) + "\n"])
        return False
    streams.show([texts.say("self-check.ok", what=what) + "\n"])
    return True


@contextmanager
def _temporary_home() -> Iterator[Path]:
    """Give a folder, which is the data folder too for this process and those that it starts."""
    before = os.environ.get("LISTO_HOME")
    with tempfile.TemporaryDirectory(prefix="listo-") as name:
        os.environ["LISTO_HOME"] = str(Path(name) / "home")
        try:
            yield Path(name)
        finally:
            os.environ.pop("LISTO_HOME")
            if before is not None:
                os.environ["LISTO_HOME"] = before


# What is looked at


def _texts(_folder: Path) -> None:
    """Each book of texts has the same keys in each language."""
    books = sorted({file.parent for file in resources.root().rglob("en.json")})
    if not books:
        raise _FaultError(str(resources.root()))
    for book in books:
        name = book.relative_to(resources.root())
        keys = [set(resources.read_json(f"{name}/{language}.json")) for language in LANGUAGES]
        if any(each != keys[0] for each in keys):
            raise _FaultError(str(name))


def _translations(_folder: Path) -> None:
    """They are there; in a checkout they are made of their sources once something needs them."""
    for language in LANGUAGES:
        file = resources.root() / "translations" / f"listo_{language}.qm"
        if not file.is_file() and not file.with_suffix(".ts").is_file():
            raise _FaultError(file.name)


def _number_of_checks() -> int:
    from listo.core.checks.findings import CHECKS

    return len(CHECKS)


def _checks(_folder: Path) -> None:
    """There are as many as when the bundle was made: a frozen program may lack a module unnoticed."""
    made = resources.root() / "build.json"
    facts = resources.read_json(made.name) if made.is_file() else {"checks": _number_of_checks()}
    if facts["checks"] != _number_of_checks():
        raise _FaultError(str(facts["checks"]))


def _licenses(_folder: Path) -> None:
    """A bundle, which is one where the build left a word, holds the text that grants each of its parts."""
    if not (resources.root() / "build.json").is_file():
        return
    folder = resources.root() / "licenses"
    for part in resources.read_json(f"{folder.name}/index.json"):
        if not (folder / part["file"]).read_text(encoding="utf-8").strip():
            raise _FaultError(part["file"])


def _reading(folder: Path) -> None:
    from listo.core.workbooks.read import read_workbook

    text_file = folder / "reading.csv"
    text_file.write_text("CategoryID,Ação\n", encoding="utf-8")
    for file in (*(resources.root() / "samples" / name for name in _SAMPLES), text_file):
        first = read_workbook(file).tables[0].rows[0][0]
        if first != "CategoryID":
            raise _FaultError(f"{file.name}: {first}")


def _saving(folder: Path) -> None:
    """One cell is changed in a copy; the original stays, and nothing else differs."""
    from listo.core.workbooks.model import Cell
    from listo.core.workbooks.read import read_workbook
    from listo.core.workbooks.write import write_copy

    original = folder / "mapping.xlsx"
    original.write_bytes((resources.root() / "samples" / original.name).read_bytes())
    before = read_workbook(original)
    sheet, place = before.tables[0], Cell(1, 0)
    copy = write_copy(before, folder / "copy.xlsx", {sheet.name: {place: "Ação"}})
    wanted = [list(row) for row in sheet.rows]
    wanted[place.row][place.column] = "Ação"
    if [list(row) for row in read_workbook(copy).tables[0].rows] != wanted:
        raise _FaultError(copy.name)
    if original.read_bytes() != (resources.root() / "samples" / original.name).read_bytes():
        raise _FaultError(original.name)


def _worker(_folder: Path) -> None:
    """The process that works beside the window is started, opens the sample, answers and ends."""
    from multiprocessing import get_context

    from listo.core.worker.jobs import Jobs
    from listo.core.worker.process import serve
    from listo.core.worker.protocol import Finish, Progressed, Request, Succeeded

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, Jobs), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send(Request(1, Jobs.sample.__name__, {}))
        answer: object = Progressed(1, "", 0, 0)
        while isinstance(answer, Progressed):
            answer = ours.recv() if ours.poll(_ANSWER_S) else None
        if not isinstance(answer, Succeeded):
            raise _FaultError(str(answer))
        ours.send(Finish())
        process.join(_ANSWER_S)
    except (EOFError, OSError) as error:  # it ended
        process.join(_ANSWER_S)
        raise _FaultError(f"exit status {process.exitcode}") from error
    finally:
        process.kill()
        process.join()
        ours.close()
