"""The catalogue is at hand at once: what it needs only for files waits until there is a file."""

from __future__ import annotations

import subprocess
import sys

SLOW = ("listo.core.workbooks", "rapidfuzz", "openpyxl", "python_calamine")


def test_nothing_slow_is_imported_with_it() -> None:
    program = f"import listo.core.catalogue, sys; print([name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
