"""One line of Recent, whatever it stands for: a spreadsheet, a list of messages, or a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimeZone

from listo.core.storage import Lookup, Profile
from listo.core.worker.model import RecentSession

WorkKind = Literal["spreadsheet", "lookup", "store"]

ICONS: dict[WorkKind, str] = {"spreadsheet": "table", "lookup": "search", "store": "settings"}


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to go on with; `of` is what the store keeps of it, `changed` is UTC in ISO form.

    `missing` is the first file that is not where it was, if one is not.
    """

    kind: WorkKind
    name: str
    changed: str
    of: RecentSession | Lookup | Profile
    where: Path | None = None
    missing: Path | None = None


def of_session(session: RecentSession) -> Work:
    """Return a spreadsheet that was worked on."""
    missing = None if session.file_exists else session.path
    return Work("spreadsheet", session.name, session.changed, session, session.path, missing)


def of_lookup(lookup: Lookup) -> Work:
    """Return a list of messages that was looked up."""
    missing = next((file for file in lookup.files if not file.exists()), None)
    return Work("lookup", lookup.name, lookup.changed, lookup, next(iter(lookup.files), None), missing)


def of_store(store: Profile) -> Work:
    """Return a store whose settings are kept."""
    return Work("store", store.name, store.changed, store)


def in_order(works: Sequence[Work]) -> list[Work]:
    """Return the works, the last touched first."""
    return sorted(works, key=lambda work: work.changed, reverse=True)


def moment(changed: str) -> str:
    """Return a stored moment (UTC, ISO) as the person's clock and language write it."""
    at = QDateTime.fromString(changed[:19], Qt.DateFormat.ISODate)
    at.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return QLocale().toString(at.toLocalTime(), QLocale.FormatType.ShortFormat)
