"""Where the project's study material lies, for the tests that can use it; they skip where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the study material is not on this machine")
