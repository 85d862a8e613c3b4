"""What of the work the window itself keeps: which one was open last, and in which view."""

from __future__ import annotations

from listo.ui.spreadsheet.pages.problem_actions import View
from listo.ui.window_state import WindowState

_OPEN, _VIEW = "spreadsheet-open", "spreadsheet-view"


class Places:
    """The window's state; where there is none, nothing is kept."""

    def __init__(self, state: WindowState | None) -> None:
        self._state = state

    def open_session(self) -> int | None:
        """Return the work that was open last, None where there was none."""
        found = self._state.get_state(_OPEN) if self._state is not None else None
        return found if isinstance(found, int) else None

    def set_open_session(self, session: int | None) -> None:
        """Keep which work is open."""
        if self._state is not None and session != self.open_session():
            self._state.set_state(_OPEN, session)

    def view(self) -> View:
        """Return how the problems were looked at last."""
        found = self._state.get_state(_VIEW) if self._state is not None else None
        return "sheet" if found == "sheet" else "kinds"

    def set_view(self, view: View) -> None:
        """Keep how the problems are looked at."""
        if self._state is not None and view != self.view():
            self._state.set_state(_VIEW, view)
