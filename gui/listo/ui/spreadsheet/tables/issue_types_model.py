"""The kinds of problem to go through, with those that are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from listo.core.worker.results import IssueGroup
from listo.ui.spreadsheet.tables.paged_model import Index

KIND_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its group, how many it had when there were any, and its title with that number."""

    group: IssueGroup
    seen: int
    title: str

    @property
    def done(self) -> bool:
        """Whether nothing of this kind is left."""
        return self.group.count == 0


class KindsModel(QAbstractListModel):
    """The kinds in the order to work through them; one that is done stays in its place, ticked."""

    def __init__(self, title: Callable[[str, int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.kinds: list[Kind] = []

    def begin(self, groups: Sequence[IssueGroup], met: Sequence[str] = ()) -> None:
        """Begin with these kinds; those of `met` that are not among them are shown as done."""
        left = {group.code for group in groups}
        done = [IssueGroup(code, "info", None, 0, 0, 0) for code in met if code not in left]
        self.beginResetModel()
        self.kinds = []
        self.kinds = [self._kind(group) for group in (*groups, *done)]
        self.endResetModel()

    def update(self, groups: Sequence[IssueGroup]) -> None:
        """Take the groups as they are now; kinds that are gone are done."""
        merged = merge([kind.group for kind in self.kinds], groups)
        if [group.code for group in merged] != [kind.group.code for kind in self.kinds]:
            self.beginResetModel()
            self.kinds = [self._kind(group) for group in merged]
            self.endResetModel()
            return
        self.kinds = [self._kind(group) for group in merged]
        if merged:
            self.dataChanged.emit(self.index(0), self.index(len(merged) - 1))

    def retranslate(self) -> None:
        """Make the titles again in the current language."""
        self.update([kind.group for kind in self.kinds if not kind.done])

    def _kind(self, group: IssueGroup) -> Kind:
        place = self.place_of(group.code)
        seen = group.count or (0 if place is None else self.kinds[place].seen)
        return Kind(group, seen, self._title(group.code, seen or 1))

    def place_of(self, code: str) -> int | None:
        """Return where that kind stands, or None where there is none of it."""
        return next((i for i, kind in enumerate(self.kinds) if kind.group.code == code), None)

    def title_of(self, code: str) -> str:
        """Return the title of that kind, empty where there is none of it."""
        place = self.place_of(code)
        return "" if place is None else self.kinds[place].title

    def left(self) -> list[str]:
        """Return the kinds that are not done."""
        return [kind.group.code for kind in self.kinds if not kind.done]

    def after(self, code: str) -> str | None:
        """Return the next kind that is not done, None where there is none."""
        place = self.place_of(code)
        behind = () if place is None else self.kinds[place + 1 :]
        return next((kind.group.code for kind in behind if not kind.done), None)

    def before(self, code: str) -> str | None:
        """Return the last kind before that one that is not done, None where there is none."""
        ahead = reversed(self.kinds[: self.place_of(code) or 0])
        return next((kind.group.code for kind in ahead if not kind.done), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.kinds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kind = self.kinds[index.row()]
        if role == KIND_ROLE:
            return kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return kind.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Done: {title}").format(title=kind.title) if kind.done else kind.title
        return None

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of that kind, invalid where there is none of it."""
        place = self.place_of(code)
        return QModelIndex() if place is None else self.index(place)


def merge(before: Sequence[IssueGroup], now: Sequence[IssueGroup]) -> list[IssueGroup]:
    """Return the groups as they are now, in the order of before; what is gone stays, counting none.

    The worker orders groups by how much they hold up, which changes with every fix; a list that the
    person goes through must not. A group that is new comes after the one it follows in `now`.
    """
    fresh = {group.code: group for group in now}
    merged = [fresh.get(group.code) or _emptied(group) for group in before]
    places = [group.code for group in merged]
    for place, group in enumerate(now):
        if group.code not in places:
            at = places.index(now[place - 1].code) + 1 if place else 0
            places.insert(at, group.code)
            merged.insert(at, group)
    return merged


def _emptied(group: IssueGroup) -> IssueGroup:
    return replace(group, count=0, with_suggestion=0, with_safe_fix=0)
