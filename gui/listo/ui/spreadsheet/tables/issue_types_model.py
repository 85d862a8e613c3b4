"""The issue types to go through, with those that are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from listo.core.worker.results import IssueGroup
from listo.ui.widgets.item_views import ModelIndex

ISSUE_TYPE_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class IssueType:
    """A line of the list: how the type stands, how many it had last, and its title with that number."""

    group: IssueGroup
    last_count: int
    title: str

    @property
    def code(self) -> str:
        """The code of the check that finds it."""
        return self.group.code

    @property
    def done(self) -> bool:
        """Whether no problem of this type is left."""
        return self.group.count == 0


class IssueTypesModel(QAbstractListModel):
    """The issue types in the order to work through them; one that is done stays in its row, ticked."""

    def __init__(self, title: Callable[[str, int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.items: list[IssueType] = []

    def begin(self, groups: Sequence[IssueGroup], met: Sequence[str] = ()) -> None:
        """Begin with these groups; issue types of `met` that are not among them are shown as done."""
        remaining = {group.code for group in groups}
        done = [IssueGroup(code, "info", None, 0, 0, 0) for code in met if code not in remaining]
        self.beginResetModel()
        self.items = []
        self.items = [self._item(group) for group in (*groups, *done)]
        self.endResetModel()

    def update(self, groups: Sequence[IssueGroup]) -> None:
        """Take the groups as they are now; issue types that are gone are done."""
        merged = merge_groups([item.group for item in self.items], groups)
        if [group.code for group in merged] != [item.code for item in self.items]:
            self.beginResetModel()
            self.items = [self._item(group) for group in merged]
            self.endResetModel()
            return
        self.items = [self._item(group) for group in merged]
        if merged:
            self.dataChanged.emit(self.index(0), self.index(len(merged) - 1))

    def retranslate(self) -> None:
        """Make the titles again in the current language."""
        self.update([item.group for item in self.items if not item.done])

    def _item(self, group: IssueGroup) -> IssueType:
        row = self.row_of(group.code)
        count = group.count or (0 if row is None else self.items[row].last_count)
        return IssueType(group, count, self._title(group.code, count or 1))

    def row_of(self, code: str) -> int | None:
        """Return the row of an issue type, None where there is none of it."""
        return next((row for row, item in enumerate(self.items) if item.code == code), None)

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of an issue type, invalid where there is none of it."""
        row = self.row_of(code)
        return QModelIndex() if row is None else self.index(row)

    def title_of(self, code: str) -> str:
        """Return the title of an issue type, empty where there is none of it."""
        row = self.row_of(code)
        return "" if row is None else self.items[row].title

    def remaining(self) -> list[str]:
        """Return the issue types that are not done."""
        return [item.code for item in self.items if not item.done]

    def next_after(self, code: str) -> str | None:
        """Return the next issue type that is not done, None where there is none."""
        row = self.row_of(code)
        behind = () if row is None else self.items[row + 1 :]
        return next((item.code for item in behind if not item.done), None)

    def previous_before(self, code: str) -> str | None:
        """Return the last issue type before that one that is not done, None where there is none."""
        ahead = reversed(self.items[: self.row_of(code) or 0])
        return next((item.code for item in ahead if not item.done), None)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ISSUE_TYPE_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Done: {title}").format(title=item.title) if item.done else item.title
        return None


def merge_groups(before: Sequence[IssueGroup], now: Sequence[IssueGroup]) -> list[IssueGroup]:
    """Return the groups as they are now, in the order of before; what is gone stays, counting none.

    The worker orders groups by how much they hold up, which changes with every fix; a list that the
    person goes through must not. A group that is new comes after the one it follows in `now`.
    """
    fresh = {group.code: group for group in now}
    merged = [fresh.get(group.code) or _emptied(group) for group in before]
    codes = [group.code for group in merged]
    for row, group in enumerate(now):
        if group.code not in codes:
            at = codes.index(now[row - 1].code) + 1 if row else 0
            codes.insert(at, group.code)
            merged.insert(at, group)
    return merged


def _emptied(group: IssueGroup) -> IssueGroup:
    return replace(group, count=0, with_suggestion=0, with_safe_fix=0)
