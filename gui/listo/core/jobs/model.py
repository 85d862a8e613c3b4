"""What a worker tells the window: small, picklable answers; the sheet itself stays with the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from listo.core.checks.model import Finding, Severity
from listo.core.errors import InputError

FileKind = Literal[
    "mapping",
    "amazon-values",
    "vtex-products",
    "vtex-sku-specifications",
    "vtex-product-specifications",
    "processing-report",
    "messages",
]

Progress = Callable[[str, int, int], None]
"""Called with a stage (`reading`, `checking`, `saving`), what is done and what there is in all (0: unknown).

Raises CancelledError when the person asked to stop; the work must leave everything as it was.
"""


@dataclass(frozen=True, slots=True)
class FileCard:
    """A dropped file and what it was taken for; `error` says why it cannot be used.

    `details` are facts to show (`sheet`, `rows`, `marketplace`, `timestamp`, `attributes` …), as
    text or numbers in text; `adds` are the codes of the checks that this file made possible.
    """

    path: Path
    kind: FileKind | None
    details: Mapping[str, str] = field(default_factory=dict)
    adds: tuple[str, ...] = ()
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one check: how many, how many have a suggestion, how many one safe fix."""

    code: str
    severity: Severity
    error_id: str | None
    count: int
    with_suggestion: int
    with_safe_fix: int


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did, for "Undo: 12 cells to Blue": `value` is empty where the cells got different texts."""

    cells: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the work on one mapping sheet stands.

    `revision` grows with every change: a page of problems belongs to one revision. `undo` and
    `redo` are the steps that those would take, None where there is none. `changed_cells` counts the
    cells that differ from the file. `groups` come in the order to work through them.
    """

    session: int | None
    revision: int
    files: tuple[FileCard, ...]
    mapping: Path | None
    sheet: str
    header_row: int | None
    rows: int
    groups: tuple[Group, ...]
    counts: Mapping[Severity, int]
    checks_run: tuple[str, ...]
    checks_skipped: tuple[tuple[str, str], ...]
    undo: Change | None
    redo: Change | None
    changed_cells: int
    saved_to: Path | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding with the seven texts of its row, in the template's order (empty for a whole-sheet one)."""

    finding: Finding
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a group's problems, from `start` on, and how many there are in all."""

    revision: int
    code: str
    start: int
    total: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell to change: Excel's row number, the canonical column, the new text."""

    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs from the file: what the file says and what it will say."""

    row: int
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Some of the changed cells, by column in the template's order and then by row, from `start` on.

    Answer of the job `changes(start, limit)`; the job `revert(cells)` takes (row, column) pairs back
    to the file's texts, as one step of undo.
    """

    revision: int
    start: int
    total: int
    changes: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class RecentSession:
    """One line of Recent: the file's name, where it is, when it was last worked on (UTC), how far."""

    session: int
    name: str
    path: Path
    changed: str
    problems: int
    changed_cells: int
    file_exists: bool
