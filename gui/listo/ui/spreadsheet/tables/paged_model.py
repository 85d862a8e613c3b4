"""A table model that asks for the pages which the view looks at, and for no others."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, QTimer, Signal

from listo.ui.widgets.item_views import ModelIndex

Item = TypeVar("Item")

PAGE_SIZE = 200
"""Rows of a page: several screens full, so that little scrolling needs only one."""

_PAGES_KEPT = 40
"""8,000 rows: enough to scroll back and forth, and little memory however long the list is."""

_PATIENCE_MS = 20
"""How long scrolling rests before what is in sight is asked for: little more than one picture takes."""

_ASKED_AT_ONCE = 3
"""What is in sight lies on two pages at most; one more for what was just passed."""


class Pages(Generic[Item]):
    """`total` items in pages of `PAGE_SIZE`, filled as they arrive; the page unused longest goes first."""

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self._pages: OrderedDict[int, Sequence[Item]] = OrderedDict()

    @staticmethod
    def start_of(index: int) -> int:
        """Return the start of the page that holds the item `index`."""
        return index - index % PAGE_SIZE

    def put(self, start: int, items: Sequence[Item]) -> None:
        """Keep a page; `start` is a multiple of `PAGE_SIZE`."""
        self._pages[start] = items
        self._pages.move_to_end(start)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def get(self, index: int) -> Item | None:
        """Return the item `index`, or None where its page is not here."""
        start = self.start_of(index)
        items = self._pages.get(start)
        if items is None or index - start >= len(items):
            return None
        self._pages.move_to_end(start)
        return items[index - start]

    def known(self) -> Iterator[tuple[int, Item]]:
        """Yield every item that is here, with its index, in the list's order."""
        for start in sorted(self._pages):
            yield from enumerate(self._pages[start], start)


class PagedModel(QAbstractTableModel, Generic[Item]):
    """Rows of which only some are here; what a view looks at and is missing is asked for.

    Scrolling past thousands of rows asks only for the pages where it comes to rest.
    """

    pageWanted = Signal(int)
    """The start of a page that is looked at and not here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.revision = -1
        self._pages: Pages[Item] = Pages()
        self._asked: set[int] = set()
        self._missing: list[int] = []
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    def show(self, revision: int, total: int, start: int, items: Sequence[Item]) -> None:
        """Start again with a list of `total` rows, of which one page is here."""
        self.beginResetModel()
        self.revision = revision
        self._pages = Pages(total)
        self._pages.put(start, items)
        self._asked = {start}
        self._missing.clear()
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.show(-1, 0, 0, ())

    def accept(self, revision: int, start: int, items: Sequence[Item]) -> bool:
        """Take a further page; one of another revision is not taken, and False returned."""
        if revision != self.revision:
            return False
        self._pages.put(start, items)
        self._asked.add(start)
        if items:
            last = self.index(start + len(items) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(start, 0), last)
        return True

    def item(self, row: int) -> Item | None:
        """Return what the row shows, or None where it is not here yet; then it is asked for."""
        found = self._pages.get(row)
        if found is None and 0 <= row < self._pages.total:
            self._miss(self._pages.start_of(row))
        return found

    def peek(self, row: int) -> Item | None:
        """Return what the row shows, or None where it is not here; nothing is asked for."""
        return self._pages.get(row)

    def _miss(self, start: int) -> None:
        if start in self._missing:
            self._missing.remove(start)
        self._missing.append(start)
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        wanted = self._missing[-_ASKED_AT_ONCE:]
        self._missing.clear()
        for start in wanted:
            self.pageWanted.emit(start)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._pages.total

    def data(self, index: ModelIndex, role: int = 0) -> Any:
        raise NotImplementedError
