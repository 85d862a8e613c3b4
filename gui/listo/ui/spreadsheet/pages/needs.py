"""The files that checks need and a person can add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from listo.core.worker.model import Overview
from listo.ui.spreadsheet.pages.files_page import OFFERED


def needs_of_checks() -> Counter[str]:
    """Return how many of the checks that Listo has need each of the files that can be added."""
    from listo.core.checks import CHECKS

    return Counter(need for check in CHECKS for need in map(str, check.needs) if need in OFFERED)


def addable(overview: Overview | None, needs: Callable[[], Counter[str]]) -> int:
    """Return how many checks that did not run would, if the person gave what the files page asks for."""
    if overview is None or overview.mapping is None:
        return 0
    known = {*needs(), "trade-policy"}
    return sum(need in known for _code, need in overview.checks_skipped)
