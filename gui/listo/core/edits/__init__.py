"""Changes to a mapping sheet: made, undone, made again, and known apart from what the file says."""

from typing import TYPE_CHECKING

from listo.core.lazy import from_parts

if TYPE_CHECKING:
    from listo.core.edits.differences import Differences, changed_cells
    from listo.core.edits.history import (
        CellEdit,
        Edit,
        FindingKey,
        History,
        IgnoreEdit,
        RowEdit,
        Step,
        StepSummary,
    )
    from listo.core.edits.operations import (
        apply_safe_fixes,
        apply_step,
        as_one,
        can_edit,
        free_row,
        prepare,
        prepare_removal,
        prepare_return,
        prepare_row,
        safe_edits,
        text_at,
        undo_step,
    )
    from listo.core.edits.rebase import RebasedHistory, RowFingerprints, rebase_history
else:
    __getattr__ = from_parts(
        __name__,
        differences=("Differences", "changed_cells"),
        history=(
            "CellEdit",
            "Edit",
            "FindingKey",
            "History",
            "IgnoreEdit",
            "RowEdit",
            "Step",
            "StepSummary",
        ),
        operations=(
            "apply_safe_fixes",
            "apply_step",
            "as_one",
            "can_edit",
            "free_row",
            "prepare",
            "prepare_removal",
            "prepare_return",
            "prepare_row",
            "safe_edits",
            "text_at",
            "undo_step",
        ),
        rebase=("RebasedHistory", "RowFingerprints", "rebase_history"),
    )

__all__ = [
    "CellEdit",
    "Differences",
    "Edit",
    "FindingKey",
    "History",
    "IgnoreEdit",
    "RebasedHistory",
    "RowEdit",
    "RowFingerprints",
    "Step",
    "StepSummary",
    "apply_safe_fixes",
    "apply_step",
    "as_one",
    "can_edit",
    "changed_cells",
    "free_row",
    "prepare",
    "prepare_removal",
    "prepare_return",
    "prepare_row",
    "rebase_history",
    "safe_edits",
    "text_at",
    "undo_step",
]
