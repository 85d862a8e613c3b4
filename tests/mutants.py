"""Mutants of the core, each held against the tests that run what was changed; prints those that none catches.

    python tests/mutants.py [N] [SEED] [--only checks/engine] [--numbers 3,17] [--anew] [--again]

A mutant is one small change (`mutations.py`) in the rooms of the core that Listo exists for, chosen by the
seed: the same ones after a change elsewhere. All happens on a copy of the tree in a temporary folder, where
no file is changed either. Which tests call which function is found out once, by running all fast ones, and
kept in the file of `--map`; tests that it does not know are run then (what new code is called by, `--again`
finds out). Each outcome is kept in the file of `--kept`, so that a run that was stopped goes on, and one
after new tests tries only what was not caught; `--again` tries all, and asks all tests what they call. Each
mutant is tried in a fork of a process that has collected the tests: there one function gets the changed code.
What is changed outside of functions is tried in a fork that loads all anew, with `--anew` also what no test
caught so. A mutant is caught when a test that calls what it changed fails, when it cannot be imported, or
when a test takes ten times its time of the processor and five seconds. At the end all tests that caught one
must pass on the original. Those of `data/equivalent_mutants.tsv` do the same as the original, each with its
reason, and are not counted; all others that pass have survived.

It needs POSIX. It is not mutmut or cosmic-ray: these start pytest anew for each mutant, seconds that are most
of what 500 mutants take, and change files in place or want the tests in a folder beside.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import difflib
import functools
import gc
import hashlib
import importlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property, partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing import Pipe
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "gui" / "listo" / "core"
ROOMS = ("checks", "mapping", "readiness", "workbooks/xlsx/splice.py")
"""What decides what is said of a sheet, and what is written into a copy of it."""
COPIED = ("gui", "tests", "resources", "packaging", "pyproject.toml", "README.md")
TESTS = (
    *(
        f"tests/core/{room}"
        for room in ("checks", "mapping", "readiness", "workbooks", "edits", "reports", "worker")
    ),
    *("tests/cli", "tests/test_readiness_oracle.py"),
)
"""Where what those rooms do is tested. Other tests run them too, and would catch no fewer."""
SLOW_TOO = ("tests/core/readiness", "tests/test_readiness_oracle.py")
"""Tests that are run though they are marked slow: there are no others of that room."""
EQUIVALENTS = ROOT / "tests" / "data" / "equivalent_mutants.tsv"

_OPTIONS = (
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "-p",
    "no:pytest-qt",
    "-p",
    "no:xdist",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
_LONGEST_WARM_UP_S = 1.5
"""What a test may take that is run for what it loads: the longest of each room load all that there is."""
_MOST_BYTES = 4 << 30
"""What a process of tests may take: the suite takes 1 GB, and a mutant without bounds all that there is."""

# What is tried


@dataclass(frozen=True)
class Mutant:
    """One change of one file of the core."""

    path: Path
    source: bytes
    change: Mutation
    repeated: int = 0
    """How many above it in the file read the same."""

    @property
    def name(self) -> str:
        """The file below the core."""
        return self.path.relative_to(CORE).as_posix()

    def lines(self) -> tuple[str, str]:
        """Return what stood in the lines that are changed, and what stands there now."""
        first = self.source.rfind(b"\n", 0, self.change.start) + 1
        last = self.source.find(b"\n", self.change.end)
        after = self.change.applied(self.source)
        end = last + len(after) - len(self.source)
        return self.source[first:last].decode(), after[first:end].decode()

    def diff(self) -> str:
        """Return the change as people read it."""
        before, after = (text.splitlines() for text in self.lines())
        marked = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
        return "\n".join(f"    {line}" for line in marked)

    @property
    def key(self) -> tuple[str, str, str]:
        """What is kept of it where it is equivalent: it stays the same when lines move."""
        before, after = (" ".join(text.split()) for text in self.lines())
        return self.name, before, after

    @property
    def place(self) -> str:
        """The function as well, and which of several that read the same: no two have the same place."""
        again = [str(self.repeated)] if self.repeated else []
        return "\t".join((*self.key, self.change.owner or self.change.subject, self.change.kind, *again))


def all_mutants(only: str) -> list[Mutant]:
    """Return every mutant of the files whose names have the words."""
    files = sorted(
        path for room in ROOMS for path in [CORE / room, *(CORE / room).rglob("*.py")] if path.is_file()
    )
    sources = {path: path.read_bytes() for path in files if only in path.relative_to(CORE).as_posix()}
    all_of_them = (
        Mutant(path, source, each) for path, source in sources.items() for each in mutations(source)
    )
    seen: Counter[str] = Counter()
    found = []
    for mutant in all_of_them:
        found.append(replace(mutant, repeated=seen[mutant.place]))
        seen[mutant.place] += 1
    return found


def chosen(mutants: Sequence[Mutant], count: int, seed: int) -> Iterator[tuple[int, Mutant]]:
    """Yield so many of them, that can be compiled, each with its number; a change elsewhere changes few."""
    number = 0
    for mutant in sorted(mutants, key=lambda one: hashlib.sha256(f"{seed} {one.place}".encode()).digest()):
        if number == count:
            return
        with suppress(SyntaxError):
            compile(mutant.change.applied(mutant.source), mutant.name, "exec")
            number += 1
            yield number, mutant


def equivalents() -> dict[tuple[str, str, str], str]:
    """Return the reason of each mutant that does the same as the original."""
    lines = EQUIVALENTS.read_text("utf-8").splitlines()[1:] if EQUIVALENTS.exists() else []
    fields = [line.split("\t") for line in lines]
    return {(path, before, after): reason for path, before, after, reason in fields}


# Which tests call what


_RAN: set[str] = set()
"""The functions of the rooms that were called since this was emptied last, as `_name` calls them."""


class _Noting(SourceFileLoader):
    """Loads a module of the rooms so that each of its functions says when it is called."""

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(Path(self.path).read_bytes())
        file = Path(self.path).relative_to(CORE).as_posix()
        for function, owner in _functions(tree.body, ""):
            note = ast.parse(f"_RAN.add({f'{file}:{owner}'!r})").body[0]
            for node in ast.walk(note):
                ast.copy_location(node, function.body[0])
            function.body.insert(1 if ast.get_docstring(function) is not None else 0, note)
        return compile(tree, self.path, "exec", dont_inherit=True)


def _functions(body: Iterable[ast.stmt], prefix: str) -> Iterator[tuple[ast.FunctionDef, str]]:
    """Yield the functions and methods that are in no other one, with their qualified names."""
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield node, f"{prefix}{node.name}"
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{prefix}{node.name}.")


class _NotingFinder:
    """Finds the modules of the rooms before anybody else does."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        file = CORE.parent.parent.joinpath(*name.split(".")).with_suffix(".py")
        if not name.startswith("listo.core.") or not file.is_file() or not _is_in_rooms(file):
            return None
        return spec_from_file_location(name, loader=_Noting(name, str(file)))


def _is_in_rooms(file: Path) -> bool:
    return any(file.is_relative_to(CORE / room) for room in ROOMS)


def _gather(items: Sequence[pytest.Item]) -> dict[str, dict[str, Any]]:
    """Run all tests, and return what each calls and how long it takes, of those that pass."""
    results = _Results()
    facts: dict[str, dict[str, Any]] = {}
    for item in items:
        item.config.pluginmanager.unregister(name="results")
        item.config.pluginmanager.register(results, "results")
        _RAN.clear()
        started = time.process_time()
        _run(item)
        facts[item.nodeid] = {"calls": sorted(_RAN), "seconds": time.process_time() - started}
    return {name: fact for name, fact in facts.items() if name not in results.failed}


def _is_quick(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is None or item.nodeid.startswith(SLOW_TOO)


class _Results:
    """A plugin that knows which tests did not pass."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.failed.append(report.nodeid)


def _run(item: pytest.Item) -> None:
    """Run one test, with all that it needs made for it alone."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def _is_library(module: object) -> bool:
    file = getattr(module, "__file__", None) or ""
    return not file.startswith(f"{ROOT}{os.sep}") or "site-packages" in file


class Covering:
    """Which tests run what a mutant changes, those first that are likely to tell and quick."""

    def __init__(self, tests: dict[str, dict[str, Any]], most: float) -> None:
        self.seconds = {name: facts["seconds"] for name, facts in tests.items()}
        self._most = most
        self.kills: Counter[str] = Counter()
        self._by_function: dict[str, set[str]] = {}
        self._by_module: dict[str, set[str]] = {}
        self._calling_nothing = {name for name, facts in tests.items() if not facts["calls"]}
        for name, facts in tests.items():
            for function in facts["calls"]:
                self._by_function.setdefault(function, set()).add(name)
                self._by_module.setdefault(function.partition(":")[0], set()).add(name)

    def of(self, mutant: Mutant) -> list[list[str]]:
        """Return the tests in two parts: those of the module's own room, and all others within the time."""
        found = self._calling(mutant)
        room, stem = mutant.path.parent.relative_to(CORE).as_posix(), mutant.path.stem.lstrip("_")
        near = {name for name in found if name.startswith(f"tests/core/{room}/")}
        own = {name for name in near if stem in name.partition("::")[0].rpartition("/")[2]}
        first = sorted(near, key=lambda name: (name not in own, self.seconds[name]))
        rest = sorted(found - near, key=self.seconds.__getitem__)
        parts = (
            sorted(self._within(part), key=lambda name: self._telling(name) / (10 if name in own else 1))
            for part in (first, rest)
        )
        return [part for part in parts if part]

    def _telling(self, name: str) -> float:
        """Return how long a test takes for each mutant that it caught so far."""
        return (0.01 + self.seconds[name]) / (1 + self.kills[name])

    def is_called(self, mutant: Mutant) -> bool:
        """Return whether it is in a function that a test calls; some are called when a module is loaded."""
        return f"{mutant.name}:{mutant.change.owner}" in self._by_function

    def _calling(self, mutant: Mutant) -> set[str]:
        if self.is_called(mutant):
            return self._by_function[f"{mutant.name}:{mutant.change.owner}"]
        modules = _mentioning(mutant.change.subject) if mutant.change.subject else {mutant.name}
        calling = (self._by_module.get(name, set()) for name in modules | {mutant.name})
        room = f"tests/core/{mutant.path.parent.relative_to(CORE).as_posix()}/"
        looking = {name for name in self._calling_nothing if name.startswith(room)}
        return looking.union(*calling)  # those that call nothing may look at what stands at a module's top

    def _within(self, names: Iterable[str]) -> list[str]:
        kept, spent = [], 0.0
        for name in names:
            spent += self.seconds[name]
            if spent > self._most and kept:
                break
            kept.append(name)
        return kept


@cache
def _mentioning(name: str) -> set[str]:
    word = re.compile(rf"\b{re.escape(name)}\b")
    return {
        path.relative_to(CORE).as_posix()
        for path in CORE.rglob("*.py")
        if word.search(path.read_text("utf-8"))
    }


# One mutant


class _Mutated(SourceFileLoader):
    """Loads one module of the core from a changed source."""

    loaded = False

    def __init__(self, name: str, path: str, source: bytes) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        _Mutated.loaded = True
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Finder:
    """Finds that module before anybody else does."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.path.relative_to(CORE.parent.parent).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._mutant = mutant

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        changed = self._mutant.change.applied(self._mutant.source)
        return spec_from_file_location(name, loader=_Mutated(name, str(self._mutant.path), changed))


class _Fast:
    """A plugin that has Hypothesis say no more than that a test fails."""

    def pytest_collection(self) -> None:
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutants", settings(), phases=[Phase.explicit, Phase.generate], database=None, derandomize=True
        )
        settings.load_profile("mutants")


class _Chosen:
    """A plugin that runs some tests in their order, each within its time, and knows what became of them."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self._order = {name: place for place, name in enumerate(seconds)}
        self._seconds = seconds
        self.failed: list[str] = []
        self.missing: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Iterator[None]:
        yield
        there = {item.nodeid for item in items}
        self.missing = self._order.keys() - there
        renamed = {name.partition("[")[0] for name in self.missing}  # a test's name may hold what was changed
        kept = [
            item for item in items if item.nodeid in self._order or item.nodeid.partition("[")[0] in renamed
        ]
        self.missing = {
            name
            for name in self.missing
            if not any(item.nodeid.startswith(name.partition("[")[0]) for item in kept)
        }
        items[:] = sorted(kept, key=lambda item: self._order.get(item.nodeid, len(self._order)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        _allow(self._seconds.get(item.nodeid, 1))
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def _allow(seconds: float) -> None:
    """Have the system end this process where it takes far more than it did when nothing was changed."""
    signal.setitimer(signal.ITIMER_PROF, 5 + 10 * seconds)
    signal.alarm(round(120 + 40 * seconds))  # where it waits: on a machine that has other work too


@dataclass(frozen=True)
class Told:
    """What became of tests: which failed, or by what the process ended; and what makes that worthless."""

    failed: tuple[str, ...] = ()
    ended: str = ""
    fault: str = ""
    tried: bool = True


def attempt(mutant: Mutant | None, seconds: Mapping[str, float], *, all_of_them: bool = False) -> Told:
    """Load everything anew, and run tests, which take so many seconds by themselves, until one fails."""
    return _forked(partial(_loaded_anew, mutant, seconds, all_of_them=all_of_them))


def _folder(process: int) -> Path:
    return Path(tempfile.gettempdir()) / f"listo-mutant-{process}"


def _loaded_anew(mutant: Mutant | None, seconds: Mapping[str, float], *, all_of_them: bool) -> Told:
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    folder = _folder(os.getpid())
    folder.mkdir()
    failed: list[str] = []
    for file in dict.fromkeys(name.partition("::")[0] for name in seconds):  # the most telling one first
        plugin = _Chosen({name: each for name, each in seconds.items() if name.partition("::")[0] == file})
        _allow(3)  # to load what it needs
        first = () if all_of_them else ("-x",)
        command = [file, *_OPTIONS, *first, "--basetemp", f"{folder}/t"]
        status = pytest.main(command, plugins=[plugin, _Fast()])
        if (status in (0, 1) and plugin.missing) or status == 5:
            return Told(fault=f"tests are not found any more: {sorted(plugin.missing)[:3]}")
        failed += plugin.failed
        if status not in (0, 1):
            return Told(tuple(failed), f"pytest's {status!r}")
        if failed and not all_of_them:
            break
    if mutant and not failed and not _Mutated.loaded:
        return Told(fault="never loaded")
    return Told(tuple(failed))


# Many mutants, quickly


class _Server:
    """A plugin that collects the tests once, finds out what each calls, and tries mutants in forks.

    Only the code of one function is exchanged there; what survives is tried again with all loaded anew.
    """

    def __init__(
        self, file: Path, mutants: Sequence[tuple[int, Mutant]], most: float, connection: Any
    ) -> None:
        self._file, self._mutants, self._most, self._connection = file, mutants, most, connection

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if _is_quick(item)]
        gc.freeze()  # each test collects garbage, and forks would copy all that there is
        before = json.loads(self._file.read_text())["tests"] if self._file.exists() else {}
        by_name = {item.nodeid: item for item in items}
        there = {name: before[name] for name in by_name if name in before}
        _in_fork(lambda: self._file.write_text(json.dumps(self._with(there, items))))
        covering = Covering(json.loads(self._file.read_text())["tests"], self._most)
        _warm_up(items, covering.seconds)
        loaded = _Loaded()
        gc.freeze()
        for number, mutant in self._mutants:
            names = [name for part in covering.of(mutant) for name in part if name in by_name]
            tests = {by_name[name]: covering.seconds[name] for name in names}
            is_called = covering.is_called(mutant)
            told = _forked(partial(_try, mutant, tests, loaded)) if is_called else Told(tried=False)
            covering.kills.update(told.failed)
            self._connection.send((number, told))
        self._connection.send(None)
        return True

    def _with(self, known: dict[str, dict[str, Any]], items: Sequence[pytest.Item]) -> dict[str, Any]:
        ours = ("listo", "_pytest", "pytest", "tests", "test_", "conftest")
        modules = [
            name for name, one in sys.modules.items() if not name.startswith(ours) and _is_library(one)
        ]
        new = [item for item in items if item.nodeid not in known]
        return {"modules": modules, "tests": known | _gather(new)}


def _warm_up(items: Sequence[pytest.Item], seconds: Mapping[str, float]) -> None:
    """Run a test of each file, so that what all mutants need is loaded and known once."""
    longest: dict[str, pytest.Item] = {}
    for item in sorted(items, key=lambda one: seconds.get(one.nodeid, 0)):
        if 0 < seconds.get(item.nodeid, 0) < _LONGEST_WARM_UP_S:
            longest[item.nodeid.partition("::")[0]] = item
    for file, item in longest.items():
        if any(file.startswith(f"tests/core/{room}/") for room in ROOMS):
            _run(item)


def _try(mutant: Mutant, tests: Mapping[pytest.Item, float], loaded: _Loaded) -> Told:
    if not loaded.exchange(mutant):
        return Told(tried=False)
    results = _Results()
    for item, seconds in tests.items():
        item.config.pluginmanager.unregister(name="results")
        item.config.pluginmanager.register(results, "results")
        _allow(seconds)
        _run(item)
        if results.failed:
            break
    return Told(tuple(results.failed))


class _Loaded:
    """The functions and the memories of results that there are."""

    def __init__(self) -> None:
        self._functions: dict[tuple[str, str], list[FunctionType]] = {}
        self._memories = []
        gc.unfreeze()  # what is frozen is not among the objects
        for one in gc.get_objects():
            if isinstance(one, functools._lru_cache_wrapper):
                self._memories.append((getattr(one.__wrapped__, "__module__", None) or "", one))
            elif isinstance(one, FunctionType):
                code = one.__code__
                self._functions.setdefault((code.co_filename, code.co_qualname), []).append(one)

    def exchange(self, mutant: Mutant) -> bool:
        """Give each function that a mutant changes its code; return whether there is one that takes it."""
        functions = self._functions.get((str(mutant.path), mutant.change.owner), [])
        changed = _code_of(compile(mutant.change.applied(mutant.source), str(mutant.path), "exec"), mutant)
        if changed is None or any(one.__code__.co_freevars != changed.co_freevars for one in functions):
            return False
        stale = _importing(mutant.path)
        for module, memory in self._memories:
            if module in stale or not module.startswith("listo."):
                memory.cache_clear()
        for one in functions:
            one.__code__ = changed
        return bool(functions)


@cache
def _importing(path: Path) -> set[str]:
    """Return the modules of Listo that load that one, by themselves or through others, and it."""
    found, more = set[str](), {_module_of(path)}
    while more:
        found |= more
        more = {name for name, loads in _loads().items() if not found.isdisjoint(loads)} - found
    return found


def _module_of(path: Path) -> str:
    return ".".join(path.relative_to(CORE.parent.parent).with_suffix("").parts).removesuffix(".__init__")


@cache
def _loads() -> dict[str, set[str]]:
    """Return for each module of Listo what its imports name."""
    loads: dict[str, set[str]] = {}
    for path in CORE.parent.rglob("*.py"):
        nodes = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.ImportFrom)]
        loads[_module_of(path)] = {
            name
            for node in nodes
            for each in node.names
            for name in (node.module, f"{node.module}.{each.name}")
        }
    return loads


def _is_of(code: CodeType, mutant: Mutant) -> bool:
    return code.co_qualname == mutant.change.owner and code.co_filename == str(mutant.path)


def _code_of(code: CodeType, mutant: Mutant) -> CodeType | None:
    """Return the code of the function that the mutant changes."""
    if _is_of(code, mutant):
        return code
    inner = (const for const in code.co_consts if isinstance(const, CodeType))
    return next((found for each in inner if (found := _code_of(each, mutant))), None)


def _forked(work: Callable[[], Told]) -> Told:
    """Return what some work told in a process of its own, or by what that ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        _silence()
        try:
            said = work()
        except BaseException:  # noqa: BLE001 - what is wrong here is told, and not taken for the mutant's
            said = Told(fault=traceback.format_exc()[-2_000:])
        os.write(writing, json.dumps(asdict(said)).encode())
        os._exit(0)
    with suppress(OSError):
        os.setpgid(child, child)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what its tests started and did not come to end
    with os.fdopen(reading, "rb") as told:
        said_ = told.read().decode(errors="replace")
    shutil.rmtree(_folder(child), ignore_errors=True)
    if not said_:
        return Told(ended=f"ended by {status}")
    fields = json.loads(said_)
    return Told(**{**fields, "failed": tuple(fields["failed"])})


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)


def quickly(file: Path, mutants: Sequence[tuple[int, Mutant]], most: float) -> Iterator[tuple[int, Told]]:
    """Yield what became of each mutant where one function's code was exchanged, with its number."""
    reading, writing = Pipe(duplex=False)
    child = os.fork()
    if not child:
        reading.close()
        sys.meta_path.insert(0, _NotingFinder())
        builtins._RAN = _RAN  # type: ignore[attr-defined]
        _silence()
        folder = _folder(os.getpid())
        folder.mkdir()
        server = _Server(file, mutants, most, writing)
        pytest.main([*TESTS, *_OPTIONS, "--basetemp", f"{folder}/t"], plugins=[server, _Fast()])
        os._exit(0)
    writing.close()
    with suppress(EOFError):
        while (told := reading.recv()) is not None:
            yield told
    os.waitpid(child, 0)
    shutil.rmtree(_folder(child), ignore_errors=True)


# All of them


def main(arguments: Sequence[str] | None = None) -> int:
    """Try so many mutants and print the survivors; return 1 where there are any that are not equivalent."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--map", type=Path, default=Path(tempfile.gettempdir()) / "listo-mutants.json")
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "listo-mutants-kept.jsonl")
    parser.add_argument("--most", type=float, default=30)
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--numbers", type=lambda text: {int(part) for part in text.split(",")})
    options = parser.parse_args(arguments)
    if os.environ.get("LISTO_MUTANTS") != str(ROOT):
        return _in_copy()
    os.chdir(ROOT)
    if options.again:
        options.map.unlink(missing_ok=True)
        options.kept.unlink(missing_ok=True)
    all_of_them = chosen(all_mutants(options.only), options.count, options.seed)
    mutants = {number: one for number, one in all_of_them if not options.numbers or number in options.numbers}
    trial = Trial(options.map, options.kept, options.most, anew=options.anew)
    later = {number: one for number, one in mutants.items() if not trial.knows(one)}
    in_functions = [(number, one) for number, one in later.items() if one.change.owner]
    if in_functions or not options.map.exists():
        for number, told in quickly(options.map, in_functions, options.most):
            if told.tried:
                trial.run(number, later.pop(number), told)
    trial.load_libraries()
    for number, mutant in later.items():
        trial.run(number, mutant, Told(tried=False))
    return trial.told()


def _in_copy() -> int:
    """Do the same on a copy of the tree, and return what it returned."""
    with tempfile.TemporaryDirectory(prefix="listo-mutants-") as name:
        folder = Path(name).resolve()
        for part in COPIED:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, folder / part)
        paths = os.pathsep.join([str(folder / "gui"), os.environ.get("PYTHONPATH", "")])
        changes = {
            "LISTO_MUTANTS": str(folder),
            "LISTO_TESTS_WITHOUT_QT": "1",
            "LISTO_TEST_TIMEOUT": "60",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": paths,
        }
        program = [sys.executable, str(folder / "tests" / "mutants.py"), *sys.argv[1:]]
        return subprocess.run(program, env=os.environ | changes, check=False).returncode


def _in_fork(work: Callable[[], object]) -> None:
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    os.waitpid(child, 0)


class Trial:
    """Tries one mutant after the other, and counts what became of them."""

    def __init__(self, file: Path, kept: Path, most: float, *, anew: bool) -> None:
        self._file, self._kept, self._most, self._anew = file, kept, most, anew
        self._equivalents = equivalents()
        lines = kept.read_text("utf-8").splitlines() if kept.exists() else []
        self._before = {each["mutant"]: each for each in map(json.loads, lines)}
        self._outcomes: Counter[str] = Counter()
        self._killers: set[str] = set()
        self._survivors: list[int] = []

    @cached_property
    def _known(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads(self._file.read_text())
        return known

    @cached_property
    def _covering(self) -> Covering:
        return Covering(self._known["tests"], self._most)

    def load_libraries(self) -> None:
        """Load what tests load beside Listo, so that each fork has it."""
        for name in self._known["modules"]:
            with suppress(ImportError):
                importlib.import_module(name)

    def knows(self, mutant: Mutant) -> bool:
        """Return whether a mutant is equivalent, or was caught in an earlier run, and count it then."""
        if mutant.key in self._equivalents:
            self._outcomes["equivalent"] += 1
        elif before := self._before.get(mutant.place):
            self._outcomes[before["outcome"]] += 1
            self._killers.update(before["by"])
        else:
            return False
        return True

    def run(self, number: int, mutant: Mutant, told: Told) -> None:
        """Count what became of a mutant, as was told; try it where that did not; what survives is printed."""
        outcome, words, by = self._outcome(mutant, told)
        self._outcomes[outcome] += 1
        self._killers.update(by)
        if outcome in ("caught", "out of time"):
            with self._kept.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps({'mutant': mutant.place, 'outcome': outcome, 'by': by})}\n")
        if outcome == "caught":
            return
        sys.stdout.write(
            f"{number} {mutant.name}:{mutant.change.line} {mutant.change.kind}: {outcome}{words}\n"
        )
        sys.stdout.write(f"{mutant.diff()}\n")
        sys.stdout.flush()
        if outcome != "out of time":
            self._survivors.append(number)

    def _outcome(self, mutant: Mutant, told: Told) -> tuple[str, str, tuple[str, ...]]:
        parts = self._covering.of(mutant)
        if not told.tried or (self._anew and not told.failed and not told.ended):
            for names in parts:
                told = attempt(mutant, {name: self._covering.seconds[name] for name in names})
                if told != Told():
                    break
        self._covering.kills.update(told.failed)
        if told.fault:
            return "not tried", f", {told.fault}", ()
        if told.failed or told.ended.startswith("pytest"):
            return "caught", "", told.failed
        if told.ended:
            return "out of time", f", {told.ended}", ()
        return ("survived" if parts else "run by no test"), f", {sum(map(len, parts))} tests", ()

    def told(self) -> int:
        """Say what became of all; return 1 where some survived, or a test catches the original too."""
        outcomes = self._outcomes
        tried = outcomes.total() - outcomes["equivalent"]
        caught = outcomes["caught"] + outcomes["out of time"]
        sys.stdout.write(
            f"{dict(outcomes)}: {caught} of {tried} caught, {100 * caught / max(1, tried):.1f} %\n"
        )
        sys.stdout.write(f"left: {','.join(map(str, self._survivors))}\n")
        seconds = self._covering.seconds
        killers = {name: seconds[name] for name in sorted(self._killers & seconds.keys())}
        wrong = attempt(None, killers, all_of_them=True) if killers else Told()
        sys.stdout.write(f"{len(killers)} tests caught them; on the original: {wrong}\n")
        return caught != tried or wrong != Told()


if __name__ == "__main__":
    sys.exit(main())
