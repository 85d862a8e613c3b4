"""The jobs of the step that asks which sheet, which header row and which column is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from listo.core.edits.rebase import RowFingerprints, rebase_history
from listo.core.errors import InputError
from listo.core.mapping.layout import (
    MappingLayout,
    apply_layout,
    find_layout,
    find_layouts,
    find_mapping,
    find_table,
)
from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.storage.types import ChosenLayout
from listo.core.workbooks.model import Table
from listo.core.worker.desk import Desk
from listo.core.worker.facts import Progress
from listo.core.worker.layouts import doubts_about, doubts_of
from listo.core.worker.results import LayoutView, Overview
from listo.core.worker.state import OpenMapping

_PREVIEW_ROWS = 20
_PREVIEW_COLUMNS = 40
_LONGEST = 200


class Shaping(Desk):
    """Jobs that show how the sheet is taken to be laid out, and change that."""

    def shape(
        self, _progress: Progress, sheet: str | None = None, header_row: int | None = None
    ) -> LayoutView:
        """Return how the sheet at work is laid out, and what in that is doubtful.

        With `sheet` or `header_row` (Excel's number) what another choice would be.
        """
        mapping = self._mapping()
        offered = find_layouts(mapping.workbook)
        table = find_table(mapping.workbook, sheet or mapping.sheet.name)
        chosen = sheet is None and header_row is None
        layout = _as_it_is(mapping, table) if chosen else find_layout(table, header_row)
        return LayoutView(
            revision=self._state.revision,
            sheets=offered,
            layout=layout,
            doubts=tuple(doubts_of(offered, layout)),
            preview=_preview(table),
            by_person=chosen and mapping.shape is not None,
        )

    def set_shape(
        self, progress: Progress, sheet: str, header_row: int, places: Mapping[Column, int]
    ) -> Overview:
        """Take the sheet as laid out so; the changes that still fit are kept.

        `places` gives each column's place, from 0. Raises InputError: `sheet-not-found`, `not-a-mapping`
        where that is no layout that the sheet can have.
        """
        mapping = self._mapping()
        table = find_table(mapping.workbook, sheet)
        original = apply_layout(mapping.workbook, sheet, header_row, places)
        if original is None:
            raise InputError("not-a-mapping", file=mapping.subject.path.name)
        shape = ChosenLayout(original.name, header_row, dict(places), tuple(table.rows[header_row - 1]))
        return self._lay_out(progress, mapping, original, shape)

    def reset_shape(self, progress: Progress) -> Overview:
        """Take the sheet as it is recognised."""
        mapping = self._mapping()
        original = find_mapping(mapping.workbook)
        assert original is not None  # it was opened as one
        return self._lay_out(progress, mapping, original, None)

    def _lay_out(
        self, progress: Progress, mapping: OpenMapping, original: MappingSheet, shape: ChosenLayout | None
    ) -> Overview:
        policy = mapping.work.trade_policy
        # The rows are where they were: only what stands in a column may be something else.
        again = rebase_history(original, mapping.history, RowFingerprints({}, mapping.original.header.row))
        changed = replace(
            mapping,
            subject=replace(mapping.subject, sheet=original.name, header_row=original.header.row),
            work=self._work_on(original, again.sheet, again.history, self._state.files, progress, policy),
            history=again.history,
            dropped=again.dropped,
            dropped_rows=again.dropped_rows,
            shape=shape,
            basis=None,
            doubts=doubts_about(mapping.workbook, original, shape),
        )
        return self._change(changed, partial(self._keep_layout, changed))

    def _keep_layout(self, mapping: OpenMapping, session: int) -> None:
        self._store.set_layout(session, mapping.shape)
        self._store.set_subject(session, mapping.subject, mapping.progress)
        self._store.set_history(session, mapping.history, mapping.progress, mapping.fingerprints)


def _as_it_is(mapping: OpenMapping, table: Table) -> MappingLayout:
    """Return the layout that is worked with."""
    header = mapping.original.header
    recognised = find_layout(table, header.row)
    if mapping.shape is None:
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
