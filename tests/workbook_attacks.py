"""Hostile and mutated workbooks, each read, checked and saved: refused with its code, or read aright.

    python tests/workbook_attacks.py [--mutants 10000] [--seed 1] [--hostile] [--command 300] [--window 50]

`--hostile` makes each file of `hostile_workbooks`, `--only WORD` those with the word in their names. A file
is worked on in a process of its own (on POSIX), which must not end by a signal, raise anything but an
InputError, take over 10 s of processor time to open and check it or to save it, or 1 GB, or change it. The
same mutant comes from the same seed and number: `--from 1234 --mutants 1` makes that one again. `--command`
and `--window` put files, the hostile ones first, through `listo check --fix-to` and through the window.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import handmade
import hostile_workbooks
import rich_workbook
from listo.core import resources
from listo.core.checks import engine
from listo.core.edits.operations import apply_safe_fixes, changed_cells
from listo.core.errors import InputError
from listo.core.file_kinds import OpenedFile, identify, open_file, references_of
from listo.core.mapping.sheet import edits_for_file
from listo.core.references.files import References
from listo.core.skus.options import Options
from listo.core.workbooks.model import Cell, Workbook
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from window_process import WindowProcess

MOST_SECONDS = 10.0
MOST_MEGABYTES = 1_000
_PATIENCE = 120
"""Seconds by the clock after which a file is given up: twelve times the processor time that it may take."""

_CARDS = "__import__('json').dumps([(str(c.path), c.error and c.error.code) for c in tab.overview.files])"
_EXTREMES = (
    b"0",
    b"-1",
    b"1048577",
    b"99999",
    b"2147483648",
    b"4294967295",
    b"18446744073709551616",
    b"1e309",
)
_NUMBER = re.compile(rb"\d+")
_ELEMENT = re.compile(rb"<(\w[\w:.-]*)(?:\s[^<>]*)?(?:/>|>[^<]*</\1>)")
_PLACE = re.compile(rb'(?<=r=")[A-Z]+\d+')


@dataclass(frozen=True)
class Outcome:
    """What became of one file; `ended` is an input error's code, `right`, or what went wrong."""

    name: str
    ended: str
    seconds: float
    megabytes: int

    @property
    def fault(self) -> str:
        """What must not be, empty where all is well."""
        if self.ended.startswith("!"):
            return self.ended
        if self.seconds > MOST_SECONDS:
            return f"!{self.seconds:.0f} s"
        return f"!{self.megabytes} MB" if self.megabytes > MOST_MEGABYTES else ""


# Mutants


def sound_files(folder: Path) -> list[Path]:
    """Write one or more sound workbooks of every kind."""
    samples = resources.root() / "samples"
    files = [Path(shutil.copy(samples / name, folder)) for name in ("mapping.xlsx", "amazon-values.xlsx")]
    files.append(folder / "rich.xlsx")
    rich_workbook.write_rich(files[-1])
    files.append(
        handmade.xlsx(folder / "plain.xlsx", {"A": hostile_workbooks.MAPPING}, styles=["0.00", "d/m/yyyy"])
    )
    files += [folder / name for name in ("dates.xls", "dates.xlsb", "repeats.ods")]
    hostile_workbooks.long_format(files[-3], code="months", letters=9, kind="xls")
    hostile_workbooks.long_format(files[-2], code="months", letters=9, kind="xlsb")
    hostile_workbooks.ods_repeats(files[-1], rows="2", columns="2", filled=True)
    files.append(folder / "mapping.csv")
    rows = [hostile_workbooks.HEADER, *([hostile_workbooks.ROW] * 20)]
    files[-1].write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return files


def mutate(source: Path, target: Path, chance: random.Random) -> Path:
    """Write a damaged copy of a workbook."""
    if zipfile.is_zipfile(source) and chance.random() < 0.8:
        return _mutate_package(source, target, chance)
    target.write_bytes(_mutated(source.read_bytes(), chance))
    return target


def _mutate_package(source: Path, target: Path, chance: random.Random) -> Path:
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        name, other = chance.choice(sorted(members)), chance.choice(sorted(members))
        what = chance.random()
        if what < 0.05:
            del members[name]
        elif what < 0.1:
            members[name] = members[other]
        else:
            members[name] = _mutated(members[name], chance)
        if not members:
            break
    return handmade.package(target, members)


def _mutated(content: bytes, chance: random.Random) -> bytes:
    return chance.choice(_MUTATIONS)(content, chance) if content else chance.randbytes(9)


def _with_bytes_changed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 64))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def _repeated(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.choice((1, 8, 100, 1_000))]
    return content[:start] + piece * chance.choice((2, 50, 5_000)) + content[start:]


def _with_extreme(content: bytes, chance: random.Random) -> bytes:
    return _replaced(content, _NUMBER, chance, lambda _: chance.choice(_EXTREMES))


def _with_far_place(content: bytes, chance: random.Random) -> bytes:
    far = (b"XFD1048576", b"A1048576", b"XFD1", b"ZZZ9", b"A0", b"A99999999")
    return _replaced(content, _PLACE, chance, lambda _: chance.choice(far))


def _with_element_again(content: bytes, chance: random.Random) -> bytes:
    times = chance.choice((0, 2, 300))
    return _replaced(content, _ELEMENT, chance, lambda found: found[0] * times)


def _replaced(
    content: bytes,
    pattern: re.Pattern[bytes],
    chance: random.Random,
    by: Callable[[re.Match[bytes]], bytes],
) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return _with_bytes_changed(content, chance)
    one = chance.choice(found)
    return content[: one.start()] + by(one) + content[one.end() :]


_MUTATIONS = (_with_bytes_changed, _cut, _repeated, _with_extreme, _with_far_place, _with_element_again)


# One file


class Attack:
    """The work on one file after the other, and what became of each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        values = resources.root() / "samples" / "amazon-values.xlsx"
        self._references = references_of([open_file(values)])
        self._times: list[float] = []
        self.outcomes: list[Outcome] = []

    def run(self, name: str, make: Callable[[Path], Path]) -> None:
        """Make a file, work on it in a process of its own, and note what became of it."""
        path = make(self._folder / f"a{Path(name).suffix}")
        outcome = self._watched(name, path)
        self.outcomes.append(outcome)
        if outcome.fault:
            sys.stdout.write(f"{name}: {outcome.fault}\n")
            sys.stdout.flush()
        for file in self._folder.iterdir():
            file.unlink()

    def _watched(self, name: str, path: Path) -> Outcome:
        reading, writing = os.pipe()
        started = time.monotonic()
        child = os.fork()
        if not child:
            signal.alarm(_PATIENCE)
            ended = self._ended(path)
            os.write(writing, f"{max(self._steps(), default=0.0)} {ended}".encode()[:60_000])
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            longest, _, ended = told.read().decode(errors="replace").partition(" ")
        _, status, used = os.wait4(child, 0)
        seconds = float(longest or used.ru_utime + used.ru_stime)
        if status:  # a signal: an abort, or the alarm
            ended = f"!ended by {status} after {time.monotonic() - started:.0f} s"
        return Outcome(name, ended, seconds, used.ru_maxrss // 1024)

    def _ended(self, path: Path) -> str:
        before = _digest(path)
        self._times = [time.process_time()]
        try:
            ended = self._worked_on(path)
        except InputError as error:
            ended = error.code
        except BaseException:  # noqa: BLE001 - whatever it is, it must not be
            ended = "!" + traceback.format_exc()
        self._times.append(time.process_time())
        return ended if _digest(path) == before else "!the original changed"

    def _worked_on(self, path: Path) -> str:
        """Read, check and save a file; say whether the copy reads as it must."""
        workbook = read_workbook(path)
        fixes: dict[str, dict[Cell, str]] = {}
        with suppress(InputError):  # which is that nothing is recognised in it
            fixes = _safe_fixes(identify(workbook), self._references)
        self._times.append(time.process_time())
        return _copied(workbook, fixes)

    def _steps(self) -> list[float]:
        """Return the seconds of processor time that opening with checking, and saving took."""
        return [after - before for before, after in pairwise(self._times)]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _safe_fixes(opened: OpenedFile, references: References) -> dict[str, dict[Cell, str]]:
    sheet = opened.mapping
    if sheet is None:
        return {}
    report = engine.run(sheet, references, options=Options())
    mended, _, _ = apply_safe_fixes(sheet, report, lambda one: engine.run(one, references, options=Options()))
    return {sheet.name: dict(edits_for_file(sheet, changed_cells(sheet, mended)))}


def _copied(workbook: Workbook, edits: dict[str, dict[Cell, str]]) -> str:
    """Save a copy with one cell changed too; return `right` where each text in it is what it must be."""
    if not workbook.tables:
        return "right"
    table = workbook.tables[0]
    wanted = {**edits, table.name: {**edits.get(table.name, {}), Cell(2, 1): "changed"}}
    copy = read_workbook(write_copy(workbook, workbook.path.with_name("copy"), wanted))
    for cell, text in wanted[table.name].items():
        if copy.tables[0].text(*cell) != text:
            return f"!{cell} is not {text[:50]!r}"
    return "right"


# The command line and the window


def through_command(path: Path, name: str) -> Outcome:
    """Check a file and save a copy of it by the command line."""
    before, copy = _digest(path), path.with_name("copy")
    command = [sys.executable, "-m", "listo", "check", str(path), "--format", "json", "--fix-to", str(copy)]
    values = resources.root() / "samples" / "amazon-values.xlsx"
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([*command, "--against", str(values)], stdout=out, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    right = process.returncode in (0, 1) or (process.returncode == 2 and said.count("\n") == 1)
    if not right or "Traceback" in said or "inside Listo" in said or _digest(path) != before:
        return Outcome(name, f"!{process.returncode}: {said[:500]}", 0, 0)
    ended = f"exit {process.returncode}"
    return Outcome(name, ended, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


class Window:
    """One window without a screen, into which one file after the other is dropped."""

    def __init__(self, home: Path) -> None:
        self._window = WindowProcess(
            {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LISTO_HOME": str(home), "LC_ALL": "C.UTF-8"}
        )
        self._window.wait_until_shown()

    def drop(self, path: Path, name: str) -> Outcome:
        """Have the window open a file; its process beside must be the same one afterwards."""
        see, before = self._window.see, _digest(path)
        (worker,) = [see("window.client._worker._process.pid")]
        Path(f"/proc/{worker}/clear_refs").write_text("5")  # from here on the most memory is counted anew
        used = self._used(worker)
        self._window.do(f"tab.open_files([Path({str(path)!r})])")
        self._window.wait_until_idle()
        seconds, status = self._used(worker) - used, Path(f"/proc/{worker}/status").read_text()
        peak = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024
        same = see("window.client._worker._process.pid") == worker and _digest(path) == before
        cards = [tuple(card) for card in json.loads(see(_CARDS))]
        ended = next((code or "opened" for file, code in cards if file == str(path)), "!no card")
        return Outcome(name, ended if same else "!the process was lost", seconds, peak)

    def _used(self, worker: int) -> float:
        """Return the seconds of processor time that the window and its process beside took so far."""
        return _used(worker) + _used(self._window.process.pid)

    def close(self) -> None:
        """Close the window."""
        self._window.do("window.close()")
        self._window.end()


def _used(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# All of them


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for, and say what became of it; return 1 where anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mutants", type=int, default=0)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--command", type=int, default=0)
    parser.add_argument("--window", type=int, default=0)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        outcomes = list(_all(options, Path(name)))
    return _told(outcomes)


def _all(options: argparse.Namespace, folder: Path) -> Iterator[Outcome]:
    for part in ("sound", "work", "home"):
        (folder / part).mkdir()
    sound = sound_files(folder / "sound")
    hostile = {n: make for n, make in hostile_workbooks.makers().items() if options.only in n}
    attack = Attack(folder / "work")
    for name, make in hostile.items() if options.hostile else ():
        attack.run(name, make)
    for number in range(options.first, options.first + options.mutants):
        source = sound[number % len(sound)]
        chance = random.Random(f"{options.seed} {number}")
        attack.run(f"{number} {source.name}", lambda path, s=source, c=chance: mutate(s, path, c))
    yield from attack.outcomes
    yield from _through(options, folder, [*hostile.items()], sound)


def _through(
    options: argparse.Namespace,
    folder: Path,
    hostile: Sequence[tuple[str, Callable[[Path], Path]]],
    sound: Sequence[Path],
) -> Iterator[Outcome]:
    """Put files through the command line and through the window, the hostile ones first."""
    made = list(hostile)
    for number in range(max(options.command, options.window) - len(made)):
        chance, source = random.Random(f"{options.seed} {number}"), sound[number % len(sound)]
        made.append((f"{number} {source.name}", lambda path, s=source, c=chance: mutate(s, path, c)))
    for name, make in made[: options.command]:
        path = make(folder / "work" / f"a{Path(name).suffix}")
        yield _noted(through_command(path, f"command: {name}"))
        for file in (folder / "work").iterdir():
            file.unlink()
    if options.window:
        window = Window(folder / "home")
        step = max(1, len(made) // options.window)
        for number, (name, make) in enumerate(made[::step][: options.window]):
            path = make(folder / "work" / f"w{number}{Path(name).suffix}")
            yield _noted(window.drop(path, f"window: {name}"))
        window.close()


def _noted(outcome: Outcome) -> Outcome:
    if outcome.fault:
        sys.stdout.write(f"{outcome.name}: {outcome.fault}\n")
        sys.stdout.flush()
    return outcome


def _told(outcomes: Sequence[Outcome]) -> int:
    faults = [outcome for outcome in outcomes if outcome.fault]
    for ended, count in Counter(outcome.ended[:60] for outcome in outcomes).most_common():
        sys.stdout.write(f"{count:6} {ended}\n")
    for kind, order in (("s", lambda one: one.seconds), ("MB", lambda one: one.megabytes)):
        for one in sorted(outcomes, key=order, reverse=True)[:8]:
            sys.stdout.write(f"{order(one):8.1f} {kind}  {one.ended[:30]:24} {one.name}\n")
    sys.stdout.write(f"{len(outcomes)} files, {len(faults)} wrong\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
