"""What is kept of the work on one file, so that it can be taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from listo.core.edits.history import History
from listo.core.edits.rebase import RowFingerprints
from listo.core.errors import InputError
from listo.core.mapping.sheet import Column
from listo.core.skus.options import Options

SessionKind = Literal["mapping", "sample"]


@dataclass(frozen=True, slots=True)
class FileMark:
    """What tells that a file is as it was: its size in bytes and when it was changed, in nanoseconds."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> FileMark:
        """Return the mark of a file as it is now.

        Raises InputError (`file-not-found`, `file-not-readable`).
        """
        try:
            status = path.stat()
        except FileNotFoundError as error:
            raise InputError("file-not-found", file=path.name) from error
        except OSError as error:
            raise InputError("file-not-readable", file=path.name) from error
        return cls(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class SessionSubject:
    """The sheet that a session is about: its file as it was when read, and where in it the header stands."""

    kind: SessionKind
    path: Path
    mark: FileMark
    sheet: str
    header_row: int | None


@dataclass(frozen=True, slots=True)
class ChosenLayout:
    """How a person said that the sheet is laid out: its header row by Excel's number, each column's place.

    `header` are the texts of that row as they stood, by which it is found again in a file that changed;
    none where an earlier version kept the layout.
    """

    sheet: str
    header_row: int
    places: Mapping[Column, int]
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionProgress:
    """How far the work is: problems left, and cells that differ from the file."""

    problems: int
    changed_cells: int


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session as a list shows it; `created` and `changed` are UTC in ISO form."""

    session: int
    kind: SessionKind
    path: Path
    created: str
    changed: str
    progress: SessionProgress
    saved_to: Path | None


@dataclass(frozen=True, slots=True)
class StoredSession:
    """Everything that is kept of one session.

    `wizard_state` is where the person was, as plain JSON; `shop` whose sheet it is, `options` what the person
    said of the integration. `history` is as much as is whole: `lost_steps` are those that came after and
    cannot be read any more.
    """

    summary: SessionSummary
    subject: SessionSubject
    references: tuple[Path, ...]
    history: History
    fingerprints: RowFingerprints = RowFingerprints({})  # noqa: RUF009 - frozen
    layout: ChosenLayout | None = None
    wizard_state: Mapping[str, Any] = field(default_factory=dict)
    shop: str = ""
    options: Options = field(default_factory=Options)
    lost_steps: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person chose once for a text: proposed first where it stands again in a sheet of the same shop.

    `column` is where the text was chosen. For a column of values `attribute` says of which attribute, in
    small letters as the XML feed names it; `vtex_value` is what stood in VTEXValue, for AmazonValue alone.
    `said` is the text that was there before, perhaps empty.
    """

    shop: str
    column: Column
    attribute: str
    vtex_value: str
    said: str
    chosen: str
    id: int = 0
    changed: str = ""
