"""What the terminal that somebody looks at can show."""

from __future__ import annotations

import os
import shutil
import sys


def width() -> int | None:
    """Return how many letters a line holds; None where the answer goes to another program or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def takes_colour() -> bool:
    """Return whether escape codes become colours there, and the person has not asked for none (NO_COLOR)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows shows the codes themselves; those that do not say that they are new.
    return os.name != "nt" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM"))
