"""`listo compare`: how two versions of a mapping sheet differ by meaning, and which SKUs that changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from listo.cli import streams
from listo.cli.arguments import OpenedMapping, options_of, read_mapping, read_references, refuse_without_skus
from listo.core.gc_pause import gc_paused
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.mapping.compare import Comparison, RowDifference, RowDifferenceKind
    from listo.core.readiness.model import SkuChange
    from listo.core.readiness.readiness import Readiness
    from listo.core.reports.texts import ReportTexts

_MOST_SHOWN = 12
"""Rows and SKUs of each kind in a text: all five kinds are in sight on two screens."""


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Tell how two sheets differ; return 0 where both mean the same and no SKU changes, else 1."""
    with gc_paused():
        return _run(options, texts)


def _run(options: argparse.Namespace, texts: Texts) -> int:
    from listo.core.mapping.compare import compare_sheets

    old, new = read_mapping(options.old, None), read_mapping(options.new, None)
    judged = _judge(options, old, new, texts) if options.against else None
    found = compare_sheets(old.sheet, new.sheet)
    changes = judged[1].changes_since(judged[0]) if judged else []
    is_equal = found.is_equal and not changes
    if options.format == "json":
        document = {
            "old": _version(old),
            "new": _version(new),
            "equal": is_equal,
            "counts": found.counts,
            "columns": _columns(found),
            "skus": _skus(judged, changes),
            "rows": [],
        }
        streams.show(streams.json_parts(document, "rows", map(_row, found.rows)))
    else:
        streams.show(f"{line}\n" for line in _TextWriter(found, judged, changes, texts).lines(old, new))
    return 0 if is_equal else 1


_Judged = tuple["Readiness", "Readiness"]
"""What becomes of the SKUs by the old and by the new sheet."""


def _judge(options: argparse.Namespace, old: OpenedMapping, new: OpenedMapping, texts: Texts) -> _Judged:
    from listo.core.file_kinds import references_of
    from listo.core.readiness.readiness import Readiness

    opened = read_references(options.against)
    references, told = references_of(opened), options_of(options, opened)
    refuse_without_skus(references, opened, texts)
    return Readiness(old.sheet, references, told), Readiness(new.sheet, references, told)


# As JSON


def _version(opened: OpenedMapping) -> dict[str, Any]:
    sheet = opened.sheet
    return {
        "file": opened.path.name,
        "sheet": sheet.name,
        "header_row": sheet.header.row,
        "rows": len(sheet),
    }


def _columns(found: Comparison) -> dict[str, Any] | None:
    if found.old_columns == found.new_columns:
        return None
    return {"old": list(found.old_columns), "new": list(found.new_columns)}


def _skus(judged: _Judged | None, changes: Sequence[SkuChange]) -> dict[str, Any] | None:
    if judged is None:
        return None
    old, new = (asdict(each.numbers.skus) for each in judged)
    return {"old": old, "new": new, "changed": [each._asdict() for each in changes]}


def _row(row: RowDifference) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "old_row": row.old_row,
        "new_row": row.new_row,
        "moved": row.is_moved,
        "columns": list(row.columns),
        "before": list(row.before) or None,
        "after": list(row.after) or None,
    }


# As text


class _TextWriter:
    """Puts a comparison into lines."""

    def __init__(
        self, found: Comparison, judged: _Judged | None, changes: Sequence[SkuChange], texts: Texts
    ) -> None:
        from listo.core.reports.texts import ReportTexts

        self._found, self._judged, self._changes = found, judged, changes
        self._texts = texts
        self._report: ReportTexts = ReportTexts(texts.language)

    def lines(self, old: OpenedMapping, new: OpenedMapping) -> Iterator[str]:
        """Yield what is told of the two sheets."""
        yield f"{old.path.name} → {new.path.name}"
        if not self._found.rows and self._found.old_columns == self._found.new_columns:
            yield f"  {self._texts.say('compare.same')}"
        elif self._found.is_equal:
            yield f"  {self._texts.say('compare.same-meaning')}"
        if self._found.old_columns != self._found.new_columns:
            yield f"  {self._say('columns', columns=', '.join(self._found.new_columns))}"
        for kind, count in self._found.counts.items():
            yield from self._rows(kind, count)
        if self._judged:
            yield from self._skus(*self._judged)

    def _rows(self, kind: RowDifferenceKind, count: int) -> Iterator[str]:
        if not count:
            return
        yield ""
        yield self._say(kind, count=count)
        own = [row for row in self._found.rows if row.kind == kind]
        yield from (f"  {self._told(row)}" for row in own[:_MOST_SHOWN])
        yield from self._more(count)

    def _told(self, row: RowDifference) -> str:
        numbers = " → ".join(dict.fromkeys(str(each) for each in (row.old_row, row.new_row) if each))
        cells = [_cell(before, after) for before, after in _both(row)]
        return f"{self._say('row', row=numbers)}: {' · '.join(cells)}"

    def _skus(self, old: Readiness, new: Readiness) -> Iterator[str]:
        from listo.core.reports.texts import say_counts

        yield ""
        yield self._say("before", counts=say_counts(old.numbers.skus, self._report))
        yield self._say("after", counts=say_counts(new.numbers.skus, self._report))
        groups: dict[str, list[SkuChange]] = {"become-ready": [], "no-longer-ready": [], "other": []}
        for each in self._changes:
            kind = (
                "become-ready"
                if each.new == "ready"
                else "no-longer-ready"
                if each.old == "ready"
                else "other"
            )
            groups[kind].append(each)
        for kind, changes in groups.items():
            if changes:
                yield ""
                yield self._say(f"skus.{kind}", count=len(changes))
                yield from (f"  {self._sku(each)}" for each in changes[:_MOST_SHOWN])
                yield from self._more(len(changes))

    def _sku(self, change: SkuChange) -> str:
        from listo.core.reports.texts import say_change

        states = (self._texts.of("readiness", "states", state) for state in (change.old, change.new))
        why = say_change(self._texts, change)
        return f"{change.sku} {change.name}: {' → '.join(states)}" + (f" · {why}" if why else "")

    def _more(self, count: int) -> Iterator[str]:
        if count > _MOST_SHOWN:
            yield f"  … {self._texts.say('draft.more', count=self._report.number(count - _MOST_SHOWN))}"

    def _say(self, key: str, **fields: object) -> str:
        written = {
            name: self._report.number(each) if type(each) is int else each for name, each in fields.items()
        }
        return self._texts.say(f"compare.{key}", **written)


def _both(row: RowDifference) -> Iterator[tuple[str, str]]:
    return zip(row.before or row.after, row.after or row.before, strict=True)


def _cell(before: str, after: str) -> str:
    from listo.core.mapping.cell_text import draw_invisible, on_one_line

    if before == after:
        return on_one_line(after) or "–"
    return f"{draw_invisible(before) or '–'} → {draw_invisible(after) or '–'}"
