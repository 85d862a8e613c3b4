"""Where the person stands in each work, kept so that it is taken up at the same place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from listo.ui.state import State

_KEY = "spreadsheet-places"
_OPEN = "spreadsheet-open"
_MOST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """The step and the view, the kind of problem, and the cell that the keyboard is on.

    `row` is Excel's, `index` where the problem stands in the list of its kind; `ticks` are the steps in
    the Admin that are done.
    """

    step: str = "problems"
    view: str = "kinds"
    code: str = ""
    row: int = 0
    index: int = 0
    column: str = ""
    ticks: list[str] = field(default_factory=list)


class Places:
    """The places of the last works by the number of their session, in the window's state."""

    def __init__(self, state: State | None) -> None:
        self._state = state

    def of(self, session: int) -> Place | None:
        """Return where the person stood in that work, None where nothing is known."""
        found = self._all().get(str(session))
        return _place(found) if isinstance(found, Mapping) else None

    def keep(self, session: int, place: Place) -> None:
        """Keep where the person stands; the works of long ago are let go."""
        if self._state is None or self.of(session) == place:
            return
        kept = {key: value for key, value in self._all().items() if key != str(session)}
        kept[str(session)] = asdict(place)
        self._state.set_state(_KEY, dict(list(kept.items())[-_MOST:]))

    def open_session(self) -> int | None:
        """Return the work that was open last, None where there was none."""
        found = self._state.get_state(_OPEN) if self._state is not None else None
        return found if isinstance(found, int) else None

    def set_open_session(self, session: int | None) -> None:
        """Keep which work is open."""
        if self._state is not None and session != self.open_session():
            self._state.set_state(_OPEN, session)

    def _all(self) -> dict[str, Any]:
        found = self._state.get_state(_KEY, {}) if self._state is not None else {}
        return found if isinstance(found, dict) else {}


def _place(found: Mapping[str, Any]) -> Place:
    """Return a kept place, without what is of another type than now: an older Listo may have written it."""
    usual = Place()
    known = {
        part.name: found[part.name]
        for part in fields(Place)
        if isinstance(found.get(part.name), type(getattr(usual, part.name)))
    }
    return Place(**known)
