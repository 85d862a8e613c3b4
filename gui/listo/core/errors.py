"""What can go wrong: the world is at fault (say so and go on), or we are (report it)."""

from __future__ import annotations

from typing import Literal

InputCode = Literal[
    "file-not-found",
    "file-not-readable",
    "file-not-a-spreadsheet",
    "file-damaged",
    "file-encrypted",
    "file-too-large",
    "file-changed-while-reading",
    "sheet-not-found",
    "reference-not-recognised",
    "reference-missing",
    "not-a-mapping",
    "no-mapping-in-folder",
    "file-exists",
    "file-is-original",
    "file-not-writable",
    "text-too-long",
    "too-many-rows",
    "table-header",
    "quote-not-closed",
    "session-newer",
    "session-not-found",
    "session-changed",
    "session-damaged",
    "store-damaged",
    "settings-not-readable",
    "secret-refused",
    "answers-not-readable",
    "answer-not-accepted",
    "profile-not-found",
    "profile-exists",
    "decision-not-found",
    "decisions-not-readable",
    "nothing-to-draft",
]
"""Every way in which what the person gave cannot be used; the sentences are in resources/texts."""


class ListoError(Exception):
    """The world is at fault: something outside the program cannot be used as it is."""


class InputError(ListoError):
    """What the person gave cannot be used.

    `code` names the sentence under resources/texts; `arguments` fill it (always `file`, the name
    without its folder, and whatever else the sentence of that code needs). Picklable.
    """

    def __init__(self, code: InputCode, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code: InputCode = code
        self.arguments = arguments

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.code, self.arguments))

    def __str__(self) -> str:
        return f"{self.code}: {self.arguments}"


def _rebuild(code: InputCode, arguments: dict[str, str]) -> InputError:
    return InputError(code, **arguments)


class CancelledError(Exception):
    """The person asked to stop; whoever started the work has left everything as it was."""
