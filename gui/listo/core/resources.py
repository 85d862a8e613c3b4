"""Where the program's own files are: in a checkout, an editable install, a wheel or a bundle."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def root() -> Path:
    """Return the folder `resources`: inside the package once installed, beside `gui` in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "resources"


def read_json(name: str) -> Any:
    """Return what the JSON file `name` (relative to `root()`) holds.

    Raises FileNotFoundError and json.JSONDecodeError: these files are ours, so that is our fault.
    """
    return json.loads((root() / name).read_text(encoding="utf-8"))
