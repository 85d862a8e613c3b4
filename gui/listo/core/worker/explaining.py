"""Many messages explained at once, with progress."""

from __future__ import annotations

from collections.abc import Sequence

from listo.core import catalogue
from listo.core.catalogue import Group, Line
from listo.core.references.messages import read_report_lines
from listo.core.workbooks import Workbook
from listo.core.worker.model import Progress


def lines_in(workbook: Workbook) -> list[Line]:
    """Return the messages in a file: the errors of a processing report of Amazon, else what reads so."""
    reported = read_report_lines(workbook)
    if not reported:
        return catalogue.lines_in(workbook)
    return [Line(f"error {one.code}: {one.message}", one.sku) for one in reported for _ in range(one.count)]


def explain(lines: Sequence[Line], progress: Progress) -> tuple[Group, ...]:
    """Return the lines by the error that they are; see `catalogue.grouped`."""
    return catalogue.grouped(lines, lambda done: progress("explaining", done, len(lines)))
