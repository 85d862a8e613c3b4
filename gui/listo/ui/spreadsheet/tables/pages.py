"""A long list of which only the pages that are looked at are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

PAGE_SIZE = 200
_PAGES_KEPT = 40

Item = TypeVar("Item")


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
