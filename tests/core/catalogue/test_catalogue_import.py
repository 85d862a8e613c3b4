"""The catalogue is at hand at once: what it needs only for files waits until there is a file."""

from __future__ import annotations

import subprocess
import sys

SLOW = ("listo.core.workbooks", "rapidfuzz", "openpyxl", "python_calamine")


def test_nothing_slow_is_imported_with_it() -> None:
    program = (
        "import importlib, pkgutil, sys, listo.core.catalogue as package\n"
        "for module in pkgutil.iter_modules(package.__path__):\n"
        "    importlib.import_module(f'listo.core.catalogue.{module.name}')\n"
        f"print([name for name in {SLOW} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
