"""Changes to a mapping sheet: made, taken back, made again, and known apart from what the file says."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.fixes.editing import (
        apply_step,
        can_edit,
        copy_of,
        count_differences,
        differences,
        prepare,
        prepare_return,
        take_back,
        text_at,
    )
    from listo.core.fixes.history import History, Replayed, replay
    from listo.core.fixes.model import CellEdit, Change, Edit, Step
    from listo.core.fixes.safe import mend_safely, safe_edits
else:
    __getattr__ = from_parts(
        __name__,
        editing=(
            "apply_step",
            "can_edit",
            "copy_of",
            "count_differences",
            "differences",
            "prepare",
            "prepare_return",
            "take_back",
            "text_at",
        ),
        history=("History", "Replayed", "replay"),
        model=("CellEdit", "Change", "Edit", "Step"),
        safe=("mend_safely", "safe_edits"),
    )

__all__ = [
    "CellEdit",
    "Change",
    "Edit",
    "History",
    "Replayed",
    "Step",
    "apply_step",
    "can_edit",
    "copy_of",
    "count_differences",
    "differences",
    "mend_safely",
    "prepare",
    "prepare_return",
    "replay",
    "safe_edits",
    "take_back",
    "text_at",
]
