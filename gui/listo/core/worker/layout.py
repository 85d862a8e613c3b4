"""The jobs of the step that asks which sheet, which header row and which column is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from listo.core.edits.rebase import RowFingerprints, rebase_history
from listo.core.errors import InputError
from listo.core.mapping.cell_text import is_blank
from listo.core.mapping.layout import (
    LAST_HEADER_ROW,
    MappingLayout,
    apply_layout,
    find_layout,
    find_layouts,
    find_mapping,
    find_table,
)
from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.storage.types import ChosenLayout
from listo.core.workbooks.model import Table, Workbook
from listo.core.worker.protocol import Progress
from listo.core.worker.results import Doubt, LayoutView, Overview
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping

_PREVIEW_ROWS = 20
"""Rows that are shown, among which the header is chosen: titles above it are fewer in any file we know."""
_PREVIEW_COLUMNS = 40
_LONGEST = 200
"""Columns, and letters of a cell: enough to know a sheet by; all of it is at most 160 kB to hand over."""


class LayoutJobs:
    """Jobs that show how the sheet is taken to be laid out, and change that; see `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def layout(self, sheet: str | None, header_row: int | None) -> LayoutView:
        """Return how the sheet at work is laid out, and what in that is doubtful.

        With `sheet` or `header_row` (Excel's number) what another choice would be.
        """
        mapping = self._session.mapping
        offered = find_layouts(mapping.workbook)
        table = find_table(mapping.workbook, sheet or mapping.sheet.name)
        chosen = sheet is None and header_row is None
        layout = _as_it_is(mapping, table) if chosen else find_layout(table, header_row)
        return LayoutView(
            revision=self._session.state.revision,
            sheets=offered,
            layout=layout,
            doubts=tuple(doubts_of(offered, layout)),
            preview=_preview(table),
            by_person=chosen and mapping.layout is not None,
        )

    def set_layout(
        self, progress: Progress, sheet: str, header_row: int, places: Mapping[Column, int]
    ) -> Overview:
        """Take the sheet as laid out so; the changes that still fit are kept.

        `places` gives each column's place, from 0. Raises InputError: `sheet-not-found`, `not-a-mapping`
        where that is no layout that the sheet can have.
        """
        mapping = self._session.mapping
        table = find_table(mapping.workbook, sheet)
        original = apply_layout(mapping.workbook, sheet, header_row, places)
        if original is None:
            raise InputError("not-a-mapping", file=mapping.subject.path.name)
        chosen = ChosenLayout(original.name, header_row, dict(places), tuple(table.rows[header_row - 1]))
        return self._lay_out(progress, mapping, original, chosen)

    def reset_layout(self, progress: Progress) -> Overview:
        """Take the sheet as it is recognised."""
        mapping = self._session.mapping
        original = find_mapping(mapping.workbook)
        assert original is not None  # it was opened as one
        return self._lay_out(progress, mapping, original, None)

    def _lay_out(
        self, progress: Progress, mapping: OpenMapping, original: MappingSheet, chosen: ChosenLayout | None
    ) -> Overview:
        # The rows are where they were: only what stands in a column may be something else.
        again = rebase_history(original, mapping.history, RowFingerprints({}, mapping.original.header.row))
        work = self._session.check(original, again.sheet, again.history, progress)
        changed = replace(
            mapping,
            subject=replace(mapping.subject, sheet=original.name, header_row=original.header.row),
            work=work,
            history=again.history,
            dropped=again.dropped,
            dropped_rows=again.dropped_rows,
            layout=chosen,
            rebased_from=None,
            doubts=doubts_about(mapping.workbook, original, chosen),
        )
        return self._session.commit(changed, partial(self._keep, changed))

    def _keep(self, mapping: OpenMapping, session: int) -> None:
        self._session.store.set_layout(session, mapping.layout)
        self._session.store.set_subject(session, mapping.subject, mapping.progress)
        self._session.store.set_history(session, mapping.history, mapping.progress, mapping.fingerprints)


def _as_it_is(mapping: OpenMapping, table: Table) -> MappingLayout:
    """Return the layout that is worked with."""
    header = mapping.original.header
    recognised = find_layout(table, header.row)
    if mapping.layout is None:
        return recognised
    return replace(
        recognised,
        header_row=header.row,
        places=header.places,
        doubtful=(),
        twice=(),
        rows=len(mapping.original),
    )


def _preview(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the first rows of a sheet as they stand in the file; long texts are cut."""
    rows = table.rows[:_PREVIEW_ROWS]
    return tuple(tuple(text[:_LONGEST] for text in row[:_PREVIEW_COLUMNS]) for row in rows)


def doubts_about(workbook: Workbook, sheet: MappingSheet, chosen: ChosenLayout | None) -> tuple[Doubt, ...]:
    """Return what about the layout of the sheet at work needs a decision; nothing once there is one."""
    if chosen is not None or sheet.header.row is None:
        return ()
    offered = find_layouts(workbook)
    return tuple(doubts_of(offered, next(each for each in offered if each.sheet == sheet.name)))


def doubts_of(offered: Sequence[MappingLayout], layout: MappingLayout) -> Iterator[Doubt]:
    """Yield what is doubtful about a layout, among those that the sheets of a workbook offer."""
    if sum(bool(each.rows and not each.hidden) for each in offered) > 1:
        yield "several-sheets"
    if layout.missing:
        yield "columns-missing"
    if layout.doubtful:
        yield "columns-doubtful"
    if layout.twice:
        yield "columns-twice"


def find_again(workbook: Workbook, chosen: ChosenLayout) -> ChosenLayout | None:
    """Return the layout that a person gave, as far as it stands elsewhere in the file as it is now.

    The columns are found by their headers. None where those are not all there, each once, and of a sheet
    that is gone where the headers were not kept.
    """
    there = workbook.table(chosen.sheet)
    if not chosen.header:
        return chosen if there else None
    found = (_moved(table, chosen) for table in ((there,) if there else workbook.tables))
    return next((each for each in found if each), None)


def _moved(table: Table, chosen: ChosenLayout) -> ChosenLayout | None:
    rows = table.rows[:LAST_HEADER_ROW]
    if _reads(rows, chosen):
        return replace(chosen, sheet=table.name)
    for number, texts in enumerate(rows, 1):
        if places := _places(texts, chosen):
            return ChosenLayout(table.name, number, places, tuple(texts))
    return None


def _reads(rows: Sequence[Sequence[str]], chosen: ChosenLayout) -> bool:
    """Return whether the header stands where it stood."""
    return any(tuple(texts) == chosen.header for texts in rows[chosen.header_row - 1 : chosen.header_row])


def _places(texts: Sequence[str], chosen: ChosenLayout) -> Mapping[Column, int] | None:
    """Return where in that row the headers of the columns stand; None where it is not that header."""
    wanted = {
        name: chosen.header[place] for name, place in chosen.places.items() if place < len(chosen.header)
    }
    known = len(wanted) == len(chosen.places)
    if known and all(not is_blank(text) and list(texts).count(text) == 1 for text in wanted.values()):
        return {name: list(texts).index(text) for name, text in wanted.items()}
    return None
