"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
Need = Literal["amazon-values", "vtex-products", "vtex-specifications", "trade-policy"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, as data: the sentence is made at the edge, in the reader's language.

    `row` is Excel's number and `column` the canonical header, None where the finding is about the
    whole sheet. `value` is the text as it stands in the cell. `arguments` fill the check's message.
    `suggestions` come best first; `safe_fix` is set where exactly one right answer follows from the
    rule. `also_rows` (Excel's numbers, at most 1,000) are the other rows of a finding that stands
    for a category, a theme or a column.
    """

    code: str
    severity: Severity
    error_id: str | None
    row: int | None
    column: str | None
    value: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    safe_fix: str | None = None
    also_rows: tuple[int, ...] = ()
    also_rows_total: int = 0
