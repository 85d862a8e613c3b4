"""Listo against the oracle of readiness: what becomes of each SKU, by which reasons, and all in numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from readiness_data import World
from readiness_program import compare
from readiness_worlds import worlds


@pytest.mark.slow
@settings(max_examples=300)
@given(worlds())
def test_listo_and_the_oracle_agree(world: World):
    """`python tests/readiness_program.py` tries 100,000 worlds."""
    compare(world)
