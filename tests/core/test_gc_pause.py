"""The collector of cycles is put off for a while, and never left off."""

from __future__ import annotations

import gc

import pytest

from listo.core.gc_pause import gc_paused, heap_frozen_afterwards


def test_it_is_off_inside_and_on_again_after() -> None:
    with gc_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="damaged"), gc_paused():
        raise ValueError("damaged")
    assert gc.isenabled()


def test_a_pause_inside_a_pause_does_not_end_it() -> None:
    with gc_paused():
        with gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_there_at_the_end_is_settled_until_the_next_time() -> None:
    try:
        with heap_frozen_afterwards():
            assert gc.get_freeze_count() == 0
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
    finally:
        gc.unfreeze()
