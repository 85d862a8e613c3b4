"""What the sub-commands share: how the command line is understood, and how an answer is delivered."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from listo.cli import streams


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


def as_json(document: dict[str, Any], listed: str = "") -> str:
    """Return a document as JSON that a person can read too; what the list `listed` holds comes one a line."""
    around = json.dumps(document | {listed: []} if listed else document, ensure_ascii=False, indent=2)
    items = [json.dumps(item, ensure_ascii=False) for item in document[listed]] if listed else []
    if items:
        lines = ",\n    ".join(items)
        around = around.replace(f'"{listed}": []', f'"{listed}": [\n    {lines}\n  ]', 1)
    return around + "\n"


def positive(text: str) -> int:
    """Return the whole number that a text is. Raises ValueError where it is none of 1 or more."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def deliver(shown: Iterable[str], output: Path | None, sources: Sequence[Path]) -> None:
    """Write an answer, in pieces, to standard output, or to a file that is none of the sources.

    Raises InputError where the file is a source or cannot be written.
    """
    if output is None:
        streams.show(shown)
        return
    from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically

    content = "".join(shown).encode("utf-8", errors="replace")
    write_atomically(output, lambda file: file.write(content), lambda: refuse_overwrite(output, sources))
