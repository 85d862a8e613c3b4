"""The jobs on messages of VTEX and Amazon.

They need no session, so that they stand apart from it, and from the other jobs, since they alone load the
catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from listo.core.catalogue.message_groups import (
    ErrorGroup,
    MessageLine,
    group_lines,
    read_lines,
    reported_text,
    split_issues,
    split_lines,
)
from listo.core.references.messages import read_json, read_report_lines
from listo.core.workbooks.model import Workbook
from listo.core.workbooks.read import read_workbook
from listo.core.worker.protocol import Progress


def explain_text(text: str, progress: Progress) -> tuple[ErrorGroup, ...]:
    """Return the messages in a text by the error that they are, what holds up most SKUs first."""
    return _explained(split_lines(text), progress)


def explain_files(paths: Iterable[Path], progress: Progress) -> tuple[ErrorGroup, ...]:
    """Return the messages in files likewise. Raises InputError for a file that cannot be read."""
    return _explained(lines_of_files(paths, progress), progress)


def lines_of_files(paths: Iterable[Path], progress: Progress) -> list[MessageLine]:
    """Return the messages in files. Raises InputError for a file that cannot be read."""
    return [
        line
        for path in paths
        for line in lines_in(read_workbook(path, progress=partial(progress, "reading")))
    ]


def lines_in(workbook: Workbook) -> list[MessageLine]:
    """Return the messages in a file: the errors of a report or list of Amazon's, else what reads so."""
    reported = read_report_lines(workbook)
    if not reported:
        issues = read_json(workbook)
        return split_lines(issues) if split_issues(issues) else read_lines(workbook)
    return [
        MessageLine(reported_text(one.code, one.message), one.sku)
        for one in reported
        for _ in range(one.count)
    ]


def _explained(lines: Sequence[MessageLine], progress: Progress) -> tuple[ErrorGroup, ...]:
    return group_lines(lines, lambda done: progress("explaining", done, len(lines)))
