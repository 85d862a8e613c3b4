"""What is kept of the work on one file, so that it can be taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from listo.core.errors import InputError
from listo.core.fixes import History

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
class Subject:
    """The sheet that a session is about: its file as it was when read, and where in it the header stands."""

    kind: SessionKind
    path: Path
    mark: FileMark
    sheet: str
    header_row: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the work is: problems left, and cells that differ from the file."""

    problems: int
    changed_cells: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session as a list shows it; `created` and `changed` are UTC in ISO form."""

    session: int
    kind: SessionKind
    path: Path
    created: str
    changed: str
    standing: Standing
    saved_to: Path | None
    finished: bool


@dataclass(frozen=True, slots=True)
class StoredSession:
    """Everything that is kept of one session."""

    line: SessionLine
    subject: Subject
    references: tuple[Path, ...]
    history: History
