"""Find and replace: which cells hold a text, and what they say with another in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.worker.results import FindQuery
from listo.core.worker.state import OpenMapping


def places(mapping: OpenMapping, wanted: FindQuery) -> Iterator[tuple[int, str]]:
    """Yield (row, column) of the cells that hold what is wanted, by column and row."""
    found = _pattern(wanted).search
    for name in _columns(mapping, wanted):
        rows = _rows(mapping, wanted, name)
        texts = mapping.sheet.column(name)
        if rows is None:
            yield from ((row, name) for row, text in _with_numbers(mapping, name) if found(text))
        else:
            yield from ((row, name) for row in rows if found(texts[mapping.sheet.index_of(row)]))


def replacements(mapping: OpenMapping, wanted: FindQuery, text: str) -> Iterator[Edit]:
    """Yield what those cells are to say with `text` in place of what is wanted."""
    pattern = _pattern(wanted)
    for row, column in places(mapping, wanted):
        name = next(each for each in COLUMNS if each == column)
        before = mapping.sheet.column(name)[mapping.sheet.index_of(row)]
        yield Edit(row, column, pattern.sub(lambda _: text, before))


def _pattern(wanted: FindQuery) -> re.Pattern[str]:
    plain = re.escape(wanted.text)
    whole = wanted.whole or not wanted.text
    return re.compile(rf"\A{plain}\Z" if whole else plain, 0 if wanted.match_case else re.IGNORECASE)


def _columns(mapping: OpenMapping, wanted: FindQuery) -> Iterator[Column]:
    return (name for name in mapping.sheet.present() if wanted.column in ("", name))


def _rows(mapping: OpenMapping, wanted: FindQuery, name: Column) -> list[int] | None:
    """Return the data rows to look at, None for all."""
    if wanted.code is None:
        return None
    found = (finding for finding in mapping.findings.of(wanted.code) if finding.column == name)
    rows = dict.fromkeys(row for each in found for row in (each.row, *each.also_rows))
    return sorted(row for row in rows if row is not None and mapping.sheet.has_row(row))


def _with_numbers(mapping: OpenMapping, name: Column) -> Iterator[tuple[int, str]]:
    return zip(mapping.sheet.row_numbers, mapping.sheet.column(name), strict=True)
