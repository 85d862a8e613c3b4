"""Changes to a mapping sheet: made, taken back, made again, and known apart from what the file says."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.edits.differing import (
        Differences,
        differences,
    )
    from listo.core.edits.editing import (
        apply_step,
        can_edit,
        copy_of,
        free_row,
        prepare,
        prepare_removal,
        prepare_return,
        prepare_row,
        take_back,
        text_at,
    )
    from listo.core.edits.history import (
        History,
    )
    from listo.core.edits.model import (
        CellEdit,
        Change,
        Edit,
        FindingKey,
        Leave,
        RowEdit,
        Step,
    )
    from listo.core.edits.replaying import (
        Anchors,
        Replayed,
        replay,
    )
    from listo.core.edits.safe import (
        as_one,
        mend_safely,
        safe_edits,
    )
else:
    __getattr__ = from_parts(
        __name__,
        differing=("Differences", "differences"),
        editing=(
            "apply_step",
            "can_edit",
            "copy_of",
            "free_row",
            "prepare",
            "prepare_removal",
            "prepare_return",
            "prepare_row",
            "take_back",
            "text_at",
        ),
        history=("History",),
        model=("CellEdit", "Change", "Edit", "FindingKey", "Leave", "RowEdit", "Step"),
        replaying=("Anchors", "Replayed", "replay"),
        safe=("as_one", "mend_safely", "safe_edits"),
    )

__all__ = [
    "Anchors",
    "CellEdit",
    "Change",
    "Differences",
    "Edit",
    "FindingKey",
    "History",
    "Leave",
    "Replayed",
    "RowEdit",
    "Step",
    "apply_step",
    "as_one",
    "can_edit",
    "copy_of",
    "differences",
    "free_row",
    "mend_safely",
    "prepare",
    "prepare_removal",
    "prepare_return",
    "prepare_row",
    "replay",
    "safe_edits",
    "take_back",
    "text_at",
]
