"""What the path needs to know of the work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """How the work stands.

    `has_mapping` says that there is a sheet to work on, `doubts` how many things about its layout need a
    decision. `kinds` are the codes with problems left, in the order to work through them, `problems` how many
    problems that are; `changes` is in how much the sheet differs from the file. `saved` tells what state of
    the work was saved last and `now` which it is in; both are marks that are only compared.
    """

    has_mapping: bool = False
    doubts: int = 0
    kinds: tuple[str, ...] = ()
    problems: int = 0
    changes: int = 0
    saved: str | None = None
    now: str = ""

    @property
    def is_saved(self) -> bool:
        """Whether a copy was saved, of this state or an earlier one."""
        return self.saved is not None

    @property
    def is_up_to_date(self) -> bool:
        """Whether the copy that was saved last holds all that was done."""
        return self.saved == self.now
