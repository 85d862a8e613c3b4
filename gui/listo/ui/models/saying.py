"""How models come by the core's sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listo.core.checks.model import Finding

Saying = Callable[["Finding"], str]
"""Gives the sentence that says what is wrong, in the language of the window."""
