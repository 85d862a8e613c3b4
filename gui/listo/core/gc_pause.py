"""Python's search for cycles of objects, put off where it would only cost time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused(*, ages: bool = True) -> Iterator[None]:
    """Look for no unreachable cycles of objects while very many are made that are in none: rows of texts.

    Otherwise all that was made so far is gone through again and again, and all of it twice more as soon as
    looking goes on: so at the end it counts as old, unless it is said not to age: where a heap is frozen, to
    ask for that takes 40 ms. Memory is given back as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if ages:
                _take_for_old()
            gc.enable()


def _take_for_old() -> None:
    """Have what is young be gone through with what is old, which takes no time; see `gc.unfreeze`."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def end_pause() -> None:
    """Look for cycles again after `gc.disable`; what is there by now stays, and is gone through no more."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def freeze_heap() -> None:
    """Have what is there be gone through no more when cycles are looked for: what was loaded to stay.

    The messages that are recognised are half a million objects: 0.1 s each time, in the middle of a key.
    """
    gc.freeze()


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
