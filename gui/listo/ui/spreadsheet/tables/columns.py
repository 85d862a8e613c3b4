"""The columns that the problems and the whole sheet have in common: the row's number and the seven cells."""

from __future__ import annotations

from PySide6.QtCore import Qt

from listo.core.mapping import COLUMNS

ROW_COLUMN = 0
FIRST_CELL = 1
BREAK = "\u200b"
"""Where a heading may be broken; it has no width."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
"""How headings are drawn."""


def column_name(column: int) -> str:
    """Return the name of a column of the table, empty for that of the row numbers."""
    return "" if column < FIRST_CELL else COLUMNS[column - FIRST_CELL]


def breakable(name: str) -> str:
    """Return a header that may be broken before a capital that follows a small letter: `Amazon|Value`."""
    words = "".join(
        f"{BREAK}{c}" if c.isupper() and i and name[i - 1].islower() else c for i, c in enumerate(name)
    )
    return words.replace("VTEX", f"VTEX{BREAK}")
