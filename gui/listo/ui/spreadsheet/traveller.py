"""Where the person is on the path, as the worker keeps it: told of every move, asked for nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from listo.core.wizard_state import AdminStep, Step, StepStatus, WizardState
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import WizardView
from listo.ui.spreadsheet.sidebar import WITHOUT_WORK
from listo.ui.spreadsheet.work import Work

_REST_MS = 150
"""How long the person may rest at a cell before it is kept."""


class Traveller(QObject):
    """The window goes at once and tells the worker, which keeps it."""

    moved = Signal()
    """The stations are others."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._way: WizardView | None = None
        self._cell: tuple[str | None, int | None, str | None] = (None, None, None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.keep)

    def take(self, way: WizardView) -> None:
        """Take what the worker knows now."""
        self._way = way
        self.moved.emit()

    @property
    def journey(self) -> WizardState:
        """Where the person is, as far as it is kept."""
        return self._way.state if self._way else WizardState()

    def station(self, step: Step) -> StepStatus:
        """Return how a step stands."""
        return next(station for station in self.stations() if station.step == step)

    def stations(self) -> tuple[StepStatus, ...]:
        """Return how all steps stand."""
        return self._way.steps if self._way else WITHOUT_WORK

    def is_open(self, step: Step) -> bool:
        """Return whether one can go to a step."""
        return self.station(step).condition != "closed"

    def go(self, step: Step) -> None:
        """Tell that the person went to a step."""
        if self._way is not None and self.journey.step != step:
            self._work.start(Jobs.go, step).on_success(self.take)

    def look_at(self, kind: str, row: int | None, column: str | None) -> None:
        """Tell at which kind and cell the person looks, once they rest there."""
        self._cell = (kind or None, row, column or None)
        self._rest.start()

    def keep(self) -> None:
        """Tell it now, where there is something new to tell."""
        self._rest.stop()
        known = (self.journey.issue_type, self.journey.row, self.journey.column)
        if self._way is not None and self._cell[0] is not None and self._cell != known:
            kind, row, column = self._cell
            self._work.start(Jobs.look_at, kind, row, column).on_success(self.take)

    def stop(self) -> None:
        """Stop telling where the person looks: the window closes or shows another tab."""
        self._rest.stop()

    def tick(self, step: AdminStep, *, done: bool) -> None:
        """Tell that a step in the Admin was ticked, or its tick taken away."""
        self._work.start(Jobs.tick, step, done).on_success(self.take)
