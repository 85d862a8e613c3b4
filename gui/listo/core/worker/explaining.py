"""Many messages explained at once, with progress."""

from __future__ import annotations

from collections.abc import Sequence

from listo.core.catalogue.message_groups import ErrorGroup, MessageLine, group_lines, read_lines
from listo.core.references.messages import read_report_lines
from listo.core.workbooks.model import Workbook
from listo.core.worker.facts import Progress


def lines_in(workbook: Workbook) -> list[MessageLine]:
    """Return the messages in a file: the errors of a processing report of Amazon, else what reads so."""
    reported = read_report_lines(workbook)
    if not reported:
        return read_lines(workbook)
    return [
        MessageLine(f"error {one.code}: {one.message}", one.sku) for one in reported for _ in range(one.count)
    ]


def explain(lines: Sequence[MessageLine], progress: Progress) -> tuple[ErrorGroup, ...]:
    """Return the lines by the error that they are; see `catalogue.grouped`."""
    return group_lines(lines, lambda done: progress("explaining", done, len(lines)))
