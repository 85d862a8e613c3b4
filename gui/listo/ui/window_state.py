"""What the window remembers of itself from one start to the next."""

from __future__ import annotations

from typing import Any, Protocol


class WindowState(Protocol):
    """Where it is kept: geometry, tab and language, steps that were ticked off, hints that were read."""

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return what was kept under a key."""

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (of JSON's kinds) under a key."""
