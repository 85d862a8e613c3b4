"""The jobs that only show: pages of problems, rows and changes, and what may stand in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from listo.core.mapping.sheet import COLUMNS
from listo.core.mapping.whitespace import clean
from listo.core.worker.answers import changes_page_of, left_page_of, page_of, sheet_page_of
from listo.core.worker.desk import Desk
from listo.core.worker.facts import Progress
from listo.core.worker.results import CellPosition, ChangesPage, IgnoredPage, ProblemPage, SheetPage
from listo.core.worker.seeking import Direction, place_of, sought, spot


class Showing(Desk):
    """Jobs that change nothing."""

    def page(self, _progress: Progress, code: str, start: int, limit: int) -> ProblemPage:
        """Return the problems of one kind from `start` (from 0) on, at most `limit`."""
        return page_of(self._state, self._memory, code, start, limit)

    def left(self, _progress: Progress, start: int, limit: int) -> IgnoredPage:
        """Return the problems that were left as they are from `start` on, at most `limit`."""
        return left_page_of(self._state, start, limit)

    def sheet_page(self, _progress: Progress, start: int, limit: int, code: str | None = None) -> SheetPage:
        """Return the sheet's data rows from the one of index `start` on, at most `limit`.

        With a `code`, of those rows only that have such a problem; any problem where it is empty.
        """
        return sheet_page_of(self._state, start, limit, code)

    def spot(
        self, _progress: Progress, row: int, column: str, way: Direction, code: str | None = None
    ) -> CellPosition | None:
        """Return where the next problem is in the rows that `sheet_page` shows, or the one before."""
        found = spot(self._mapping(), row, column, way, code)
        return found and CellPosition(self._state.revision, *found)

    def place(self, _progress: Progress, code: str, row: int, column: str) -> int:
        """Return where in the list that `page` shows the problem of that cell stands."""
        return place_of(self._mapping(), code, row, column)

    def sought(
        self, _progress: Progress, codes: Sequence[str], texts: Sequence[str]
    ) -> tuple[str, int, int] | None:
        """Return (code, row, place in its list) of the problem that an error's message is about."""
        return sought(self._mapping(), codes, texts)

    def changes(self, _progress: Progress, start: int, limit: int) -> ChangesPage:
        """Return in what the sheet differs from the file from `start` on, at most `limit`."""
        return changes_page_of(self._state, start, limit)

    def accepted_values(self, _progress: Progress, row: int, column: str) -> tuple[str, ...]:
        """Return what may stand in a cell, in the order of the references; empty where that is not known.

        Themes, types, attributes, the values of the row's attribute, fields and the values of its field.
        """
        sheet = self._mapping().sheet
        name = next((each for each in COLUMNS if each == column), None)
        if name is None or not sheet.has_row(row):
            return ()
        texts = zip(COLUMNS, map(clean, sheet.row(sheet.index_of(row))), strict=True)
        return self._mapping().work.checked.context.accepted_texts(name, dict(texts))
