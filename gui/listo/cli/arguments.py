"""The command line as it is understood: the sub-commands' options, and what is wrong with them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from listo.core.texts import LANGUAGES

COMMANDS = ("check", "explain", "settings")
"""The sub-commands."""


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
    parser = Parser(prog="listo", add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checking = commands.add_parser("check", add_help=False, allow_abbrev=False)
    checking.add_argument("mapping", metavar="MAPPING", type=Path, nargs="*")
    checking.add_argument("--sample", action="store_true")
    checking.add_argument("--against", metavar="FILE", type=Path, action="append", default=[])
    checking.add_argument("--covers", metavar="FILE=CATEGORY,…", action="append", default=[])
    checking.add_argument("--sheet", metavar="NAME")
    checking.add_argument("--category-ids", choices=("global", "store"))
    checking.add_argument("--trade-policy", metavar="ID")
    checking.add_argument("--kits", choices=("sent", "not-sent"))
    checking.add_argument("--ean", choices=("required", "exempt"))
    checking.add_argument("--lang", choices=LANGUAGES)
    checking.add_argument("--format", choices=("text", "json", "html", "xlsx"), default="text")
    checking.add_argument("--output", metavar="FILE", type=Path)
    checking.add_argument("--fix-to", metavar="FILE", type=Path)
    checking.add_argument("--force", action="store_true")
    explaining = commands.add_parser("explain", add_help=False, allow_abbrev=False)
    explaining.add_argument("text", metavar="TEXT", nargs="?")
    explaining.add_argument("--file", metavar="FILE", type=Path)
    explaining.add_argument("--lang", choices=LANGUAGES)
    explaining.add_argument("--top", metavar="N", type=_positive, default=3)
    explaining.add_argument("--format", choices=("text", "json"), default="text")
    configuring = commands.add_parser("settings", add_help=False, allow_abbrev=False)
    configuring.add_argument("settings", metavar="FILE", nargs="?")
    configuring.add_argument("--today", metavar="YYYY-MM-DD")
    configuring.add_argument("--lang", choices=LANGUAGES)
    configuring.add_argument("--format", choices=("text", "json", "ics"), default="text")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    """Return the whole number that a text is. Raises ValueError where it is none of 1 or more."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
