"""The command line as it is understood: the options, how a shell completes them, the files that are named."""

from __future__ import annotations

import argparse
import gc
import os
import re
import signal
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

from listo.core.errors import InputError
from listo.core.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from listo.core.file_kinds import FileKind, OpenedFile
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.references.files import References
    from listo.core.skus.options import Options
    from listo.core.workbooks.model import Workbook

COMMANDS = ("check", "skus", "draft", "compare", "explain", "settings", "help", "completion")
"""The sub-commands."""

SHELLS = ("bash", "zsh", "fish", "powershell")
"""The shells that can complete what is typed after `listo`."""

_FIRST = (*COMMANDS, "--self-check", "--version", "--help")
"""What may stand first, files aside."""

STATES = ("ready", "blocked", "at-risk", "not-sent", "unknown")
"""The states of a SKU, as `core.readiness.model` has them, which is not loaded for `--version`."""

PAGES = ("spreadsheet", "amazon-listing", "product-publication")
"""The pages of the Admin that send products, as `core.catalogue.entries` has them."""


class UsageError(Exception):
    """The command line itself cannot be understood; `key` and `fields` make the sentence."""

    def __init__(self, key: str, **fields: str) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields


class Parser(argparse.ArgumentParser):
    """argparse, with its complaints turned into our own sentences."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError for a complaint of argparse."""
        for key, pattern in _COMPLAINTS.items():
            if found := re.match(pattern, message):
                raise UsageError(key, **{k: v.replace("'", "") for k, v in found.groupdict().items()})
        raise UsageError("usage.unknown", what=message)


_COMPLAINTS = {
    "usage.choice": r"argument (?P<option>\S+): invalid choice: .* \(choose from (?P<choices>.+)\)",
    "usage.value": r"argument (?P<option>\S+): expected",
    "usage.number": r"argument (?P<option>\S+): invalid \w+ value: '(?P<given>.*)'",
    "usage.missing": r"the following arguments are required: (?P<what>.+)",
    "usage.unknown": r"unrecognized arguments: (?P<what>.+)",
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what a sub-command was given; its name is `command`. Raises UsageError."""
    return parser().parse_args(arguments)


def parser() -> Parser:
    """Return what understands every sub-command and its options."""
    parser = Parser(prog="listo", add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checking = commands.add_parser("check", add_help=False, allow_abbrev=False)
    checking.add_argument("mapping", metavar="MAPPING", type=Path, nargs="*")
    checking.add_argument("--sample", action="store_true")
    checking.add_argument("--sheet", metavar="NAME")
    _add_files_and_options(checking)
    checking.add_argument("--format", choices=("text", "json", "html", "xlsx"), default="text")
    checking.add_argument("--output", metavar="FILE", type=Path)
    checking.add_argument("--fix-to", metavar="FILE", type=Path)
    checking.add_argument("--force", action="store_true")
    judging = commands.add_parser("skus", add_help=False, allow_abbrev=False)
    judging.add_argument("mapping", metavar="MAPPING", type=Path)
    judging.add_argument("--sheet", metavar="NAME")
    _add_files_and_options(judging)
    judging.add_argument("--weights", metavar="FILE", type=Path)
    judging.add_argument("--sku", metavar="ID", action="append", default=[])
    judging.add_argument("--state", choices=STATES, action="append", default=[])
    judging.add_argument("--page", choices=PAGES)
    judging.add_argument("--format", choices=("text", "json", "csv", "xlsx"), default="text")
    judging.add_argument("--output", metavar="FILE", type=Path)
    drafting = commands.add_parser("draft", add_help=False, allow_abbrev=False)
    _add_files_and_options(drafting)
    drafting.add_argument("--from", metavar="OLD_MAPPING", type=Path, dest="old")
    drafting.add_argument("--answers", metavar="FILE.json", type=Path)
    drafting.add_argument("--output", metavar="FILE", type=Path, required=True)
    drafting.add_argument("--force", action="store_true")
    drafting.add_argument("--format", choices=("text", "json"), default="text")
    comparing = commands.add_parser("compare", add_help=False, allow_abbrev=False)
    comparing.add_argument("old", metavar="OLD", type=Path)
    comparing.add_argument("new", metavar="NEW", type=Path)
    _add_files_and_options(comparing)
    comparing.add_argument("--format", choices=("text", "json"), default="text")
    explaining = commands.add_parser("explain", add_help=False, allow_abbrev=False)
    explaining.add_argument("text", metavar="TEXT", nargs="?")
    explaining.add_argument("--file", metavar="FILE", type=Path)
    explaining.add_argument("--about", action="store_true")
    explaining.add_argument("--page", choices=PAGES)
    explaining.add_argument("--lang", choices=LANGUAGES)
    explaining.add_argument("--top", metavar="N", type=_positive, default=3)
    explaining.add_argument("--format", choices=("text", "json"), default="text")
    configuring = commands.add_parser("settings", add_help=False, allow_abbrev=False)
    configuring.add_argument("settings", metavar="FILE", nargs="?")
    configuring.add_argument("--today", metavar="YYYY-MM-DD")
    configuring.add_argument("--lang", choices=LANGUAGES)
    configuring.add_argument("--format", choices=("text", "json", "ics"), default="text")
    helping = commands.add_parser("help", add_help=False, allow_abbrev=False)
    helping.add_argument("about", metavar="COMMAND", nargs="?", default="")
    helping.add_argument("--lang", choices=LANGUAGES)
    completing = commands.add_parser("completion", add_help=False, allow_abbrev=False)
    completing.add_argument("shell", metavar="SHELL", nargs="?", default="")
    completing.add_argument("--lang", choices=LANGUAGES)
    return parser


def options_by_command() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each sub-command its options, and what each takes where that is one of a few words."""
    commands = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    return {
        name: {
            option: tuple(map(str, action.choices or ()))
            for action in command._actions
            for option in action.option_strings
        }
        for name, command in commands.items()
    }


def completion(shell: str) -> str:
    """Return the script by which one of the `SHELLS` completes commands, options and what they take."""
    known = options_by_command()
    known["help"] |= dict.fromkeys((name for name in COMMANDS if name != "help"), ())
    known["completion"] |= dict.fromkeys(SHELLS, ())
    makers = {"bash": _for_bash, "zsh": _for_zsh, "fish": _for_fish, "powershell": _for_powershell}
    return makers[shell](known)


_Known = Mapping[str, Mapping[str, tuple[str, ...]]]


def _for_bash(known: _Known) -> str:
    """Return what bash reads; where no word fits, it goes on with names of files."""
    taken = [
        f'        "{name} {option}") words="{" ".join(choices)}" ;;'
        for name, options in known.items()
        for option, choices in options.items()
        if choices
    ]
    offered = [f'        {name}) words="{" ".join(options)}" ;;' for name, options in known.items()]
    lines = [
        "_listo() {",
        '    local words="" current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '    case "${COMP_WORDS[1]}" in',
        *offered,
        "    esac",
        '    case "${COMP_WORDS[1]} $before" in',
        *taken,
        "    esac",
        f'    [ "$COMP_CWORD" -eq 1 ] && words="{" ".join(_FIRST)}"',
        '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "}",
        "complete -o default -F _listo listo",
    ]
    return "\n".join(lines) + "\n"


def _for_zsh(known: _Known) -> str:
    return f"#compdef listo\nautoload -U +X bashcompinit && bashcompinit\n{_for_bash(known)}"


def _for_fish(known: _Known) -> str:
    lines = [f"complete -c listo -n __fish_use_subcommand -a '{' '.join(COMMANDS)}'"]
    for name, options in known.items():
        begin = f"complete -c listo -n '__fish_seen_subcommand_from {name}'"
        for option, choices in options.items():
            word = f"-l {option.removeprefix('--')}" if option.startswith("-") else f"-a {option}"
            lines.append(f"{begin} {word}" + (f" -x -a '{' '.join(choices)}'" if choices else ""))
    return "\n".join(lines) + "\n"


def _for_powershell(known: _Known) -> str:
    def quoted(words: Iterable[str]) -> str:
        return "@(" + ", ".join(f"'{word}'" for word in words) + ")"

    offered = [f"        '{name}' = {quoted(options)}" for name, options in known.items()]
    taken = [
        f"        '{name} {option}' = {quoted(choices)}"
        for name, options in known.items()
        for option, choices in options.items()
        if choices
    ]
    lines = [
        "Register-ArgumentCompleter -Native -CommandName listo -ScriptBlock {",
        "    param($word, $line, $place)",
        '    $said = @($line.CommandElements | ForEach-Object { "$_" } | Where-Object { $_ -ne $word })',
        "    $known = @{",
        f"        '' = {quoted(_FIRST)}",
        *offered,
        *taken,
        "    }",
        "    $first = if ($said.Count -gt 1) { $said[1] } else { '' }",
        '    $words = $known["$first $($said[-1])"]',
        "    if (-not $words) { $words = $known[$first] }",
        '    $words | Where-Object { $_ -like "$word*" }',
        "}",
    ]
    return "\n".join(lines) + "\n"


def _positive(text: str) -> int:
    """Return the whole number that a text is. Raises ValueError where it is none of 1 or more."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _add_files_and_options(parser: argparse.ArgumentParser) -> None:
    """Add what a mapping sheet is held against, and what is said of it."""
    parser.add_argument("--against", metavar="FILE", type=Path, action="append", default=[])
    parser.add_argument("--covers", metavar="FILE=CATEGORY,…", action="append", default=[])
    parser.add_argument("--category-ids", choices=("global", "store"))
    parser.add_argument("--trade-policy", metavar="ID")
    parser.add_argument("--kits", choices=("sent", "not-sent"))
    parser.add_argument("--ean", choices=("required", "exempt"))
    parser.add_argument("--lang", choices=LANGUAGES)


# The files that are named, and what is said of them


@dataclass(frozen=True, slots=True)
class OpenedMapping:
    """A mapping sheet as read, and where from; the workbook has its rows where a copy is to be made."""

    path: Path
    workbook: Workbook
    sheet: MappingSheet


def read_mapping(path: Path, name: str | None, *, to_copy: bool = False) -> OpenedMapping:
    """Return the mapping sheet of a file, that of a name where one is given. Raises InputError."""
    from listo.core.mapping.layout import find_mapping
    from listo.core.workbooks.read import read_workbook

    workbook = read_workbook(path)
    sheet = find_mapping(workbook, name)
    if sheet is None:
        raise InputError("not-a-mapping", file=path.name)
    return OpenedMapping(path, workbook if to_copy else replace(workbook, tables=()), sheet)


def options_of(options: argparse.Namespace, opened: Sequence[OpenedFile]) -> Options:
    """Return what the person says of the integration and of the files. Raises UsageError."""
    from listo.core.skus.options import Options

    return Options(
        trade_policy=options.trade_policy,
        kits=options.kits,
        ean=options.ean,
        category_ids=options.category_ids,
        covers=_covers_of(options.covers, [one.path for one in opened if one.amazon_values is not None]),
    )


def _covers_of(given: Sequence[str], files: Sequence[Path]) -> dict[str, frozenset[str]]:
    """Return by the path of an Amazon file the categories that it is said to be for.

    `given` are the texts of `--covers`, `files` the Amazon files that were given. Raises UsageError.
    """
    found: dict[str, frozenset[str]] = {}
    for one in given:
        name, equals, listed = one.rpartition("=")
        told = frozenset(each.strip() for each in listed.split(","))
        if not equals or not name or not _are_categories(told):
            raise UsageError("usage.covers", given=one)
        named = [path for path in files if path == Path(name)] or [
            path for path in files if path.name == name
        ]
        if not named:
            raise UsageError("usage.covers-file", file=name)
        for path in named:
            found[str(path)] = found.get(str(path), frozenset()) | told
    return found


def _are_categories(told: frozenset[str]) -> bool:
    from listo.core.coverage.model import ALL_CATEGORIES
    from listo.core.vocabulary.categories import parse_id

    return told == {ALL_CATEGORIES} or all(map(parse_id, told))


def refuse_without_skus(references: References, opened: Sequence[OpenedFile], texts: Texts) -> None:
    """Raise InputError where the files that were given do not tell which SKUs there are."""
    if not references.knows_skus:
        without = next((one.path.name for one in opened if one.kind == "vtex-products"), "")
        need, case = texts.say("need.vtex-products"), "no-ids" if without else ""
        raise InputError("reference-missing", need=need, file=without, case=case)


# Reading the files to hold a sheet against, two at a time where that pays

_NO_REFERENCES: tuple[FileKind, ...] = ("mapping", "messages", "processing-report", "sku-weights")
"""What a sheet cannot be held against."""

_WORTH_A_PROCESS = 10 << 20
"""Bytes beside the largest file: they take a second, and to start a process a third of one, measured."""

_Waiting = deque[tuple[int, Path]]


def read_references(paths: Sequence[Path]) -> list[OpenedFile]:
    """Return files to hold a sheet against. Raises InputError where one cannot be used for that."""
    waiting = deque(enumerate(paths))
    found: dict[int, OpenedFile | InputError] = {}
    second = None
    if _pays(paths):
        with suppress(OSError):  # there is no room for one more process
            second = _SecondReader(waiting, found)
    try:
        while waiting or second:
            with suppress(IndexError):  # the other reader was quicker
                place, path = waiting.popleft()
                found[place] = read_reference(path)
            if not waiting and second:
                second.join()
                second = None
                waiting.extend(each for each in enumerate(paths) if each[0] not in found)
    finally:
        if second:
            second.stop()
    return [_without_error(found[place]) for place in range(len(paths))]


def _without_error(found: OpenedFile | InputError) -> OpenedFile:
    if isinstance(found, InputError):
        raise found
    return found


def read_reference(path: Path) -> OpenedFile:
    """Return a file to hold a sheet against. Raises InputError where it cannot be used for that."""
    from listo.core.file_kinds import open_file

    opened = open_file(path)
    if opened.amazon_values is None and opened.kind in _NO_REFERENCES:
        raise InputError("reference-not-recognised", file=path.name, case=opened.kind)
    is_export = opened.export is not None
    opened = opened.without_rows()
    if is_export:
        gc.collect()  # a cycle would keep a million rows: in a command the collector does not run by itself
    return opened


def _pays(paths: Sequence[Path]) -> bool:
    """Return whether there is so much to read that a second process is worth its start."""
    sizes = []
    for path in paths:
        with suppress(OSError, ValueError):  # reading it says what is the matter
            sizes.append(path.stat().st_size)
    return sum(sizes) - max(sizes, default=0) >= _WORTH_A_PROCESS and _cores() > 1


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _SecondReader:
    """A process that reads waiting files, the last one first, and the thread that hands them to it."""

    def __init__(self, waiting: _Waiting, found: dict[int, OpenedFile | InputError]) -> None:
        from multiprocessing import get_context

        self._waiting, self._found = waiting, found
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        with theirs:  # closed here, so that the pipe breaks when the process ends
            self._process = context.Process(target=serve, args=(theirs, Path.cwd()), daemon=True)
            self._process.start()
        self._thread = Thread(target=self._hand_out, daemon=True)
        self._thread.start()

    def _hand_out(self) -> None:
        with suppress(IndexError, EOFError, OSError):  # none is left, or the process is gone
            while True:
                place, path = self._waiting.pop()
                self._connection.send(path)
                self._found[place] = self._connection.recv()

    def join(self) -> None:
        """Wait until what it has in hand is read, and end it."""
        self._thread.join()
        self.stop()

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._thread.join()
        self._connection.close()
        self._process.join()


def serve(connection: Connection, folder: Path) -> None:
    """Read the files whose paths come over the connection; this is what the second process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the first one to answer
    os.chdir(folder)
    gc.disable()  # as in the first one: each file's objects are collected once it is read
    with suppress(EOFError, OSError):  # the first one needs no more, or is gone
        while True:
            path: Path = connection.recv()
            try:
                answer: OpenedFile | InputError = read_reference(path)
            except InputError as error:
                answer = error
            connection.send(answer)
