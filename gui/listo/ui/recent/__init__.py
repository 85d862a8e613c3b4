"""Earlier work: found again, gone on with, forgotten."""

from listo.ui.recent.dialog import RecentDialog

__all__ = ["RecentDialog"]
