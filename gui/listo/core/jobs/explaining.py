"""Many messages explained at once, with progress."""

from __future__ import annotations

from collections.abc import Sequence

from listo.core import catalogue
from listo.core.catalogue import Group, Line
from listo.core.jobs.model import Progress


def explain(lines: Sequence[Line], progress: Progress) -> tuple[Group, ...]:
    """Return the lines by the error that they are; see `catalogue.grouped`."""
    return catalogue.grouped(lines, lambda done: progress("explaining", done, len(lines)))
