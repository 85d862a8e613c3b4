"""Python's search for cycles of objects, put off where it would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Look for no unreachable cycles of objects while very many are made that are in none: rows of texts.

    Otherwise all that was made so far is gone through again and again. Memory is given back as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def heap_frozen_afterwards() -> Iterator[None]:
    """Have what is there at the end be gone through no more when cycles are looked for, until the next time.

    A sheet that is worked on is millions of objects that stay: to go through them takes most of a second.
    """
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
