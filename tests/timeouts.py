"""How long a test waits for what must come: the one limit of all tests, and the loop that keeps it.

A limit ends a test that waits in vain; it measures nothing, so it is far beyond what a slow machine takes. On
a fast one that has nothing else to do, `LISTO_TEST_TIMEOUT=5` lets a failing test say so after five seconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

TIMEOUT_S = float(os.environ.get("LISTO_TEST_TIMEOUT", "300"))
"""Seconds: sixty times the longest wait there is, LibreOffice's, which takes 5 s on two idle cores."""

TIMEOUT_MS = round(TIMEOUT_S * 1000)

_BETWEEN_LOOKS_S = 0.02
"""Seconds: not felt in a test of a second, and leaves the machine to what is waited for."""


def wait_until(look: Callable[[], T], what: Callable[[], str]) -> T:
    """Look until there is something, and return it. Raises AssertionError with `what` is missing."""
    give_up = time.monotonic() + TIMEOUT_S
    while not (found := look()):
        assert time.monotonic() < give_up, f"waited in vain: {what()}"
        time.sleep(_BETWEEN_LOOKS_S)
    return found
