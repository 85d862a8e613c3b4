"""Where the person is on the path, as the worker keeps it: told of every move, asked for nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from listo.core.journey.path import AdminStep, Journey, Step
from listo.core.journey.signposts import Station
from listo.core.worker.model import WayView
from listo.ui.spreadsheet.sidebar import WITHOUT_WORK

_REST_MS = 150
"""How long the person may rest at a cell before it is kept."""


class Traveller(QObject):
    """The window goes at once and tells the worker, which keeps it; `start` begins a job."""

    moved = Signal()
    """The stations are others."""

    def __init__(self, start: Callable[..., Any], parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self._way: WayView | None = None
        self._cell: tuple[str | None, int | None, str | None] = (None, None, None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.keep)

    def take(self, way: WayView) -> None:
        """Take what the worker knows now."""
        self._way = way
        self.moved.emit()

    @property
    def journey(self) -> Journey:
        """Where the person is, as far as it is kept."""
        return self._way.journey if self._way else Journey()

    def station(self, step: Step) -> Station:
        """Return how a step stands."""
        return next(station for station in self.stations() if station.step == step)

    def stations(self) -> tuple[Station, ...]:
        """Return how all steps stand."""
        return self._way.stations if self._way else WITHOUT_WORK

    def is_open(self, step: Step) -> bool:
        """Return whether one can go to a step."""
        return self.station(step).state != "closed"

    def go(self, step: Step) -> None:
        """Tell that the person went to a step."""
        if self._way is not None and self.journey.step != step:
            self._start("go", self.take, to=step)

    def look_at(self, kind: str, row: int | None, column: str | None) -> None:
        """Tell at which kind and cell the person looks, once they rest there."""
        self._cell = (kind or None, row, column or None)
        self._rest.start()

    def keep(self) -> None:
        """Tell it now, where there is something new to tell."""
        self._rest.stop()
        known = (self.journey.kind, self.journey.row, self.journey.column)
        if self._way is not None and self._cell[0] is not None and self._cell != known:
            kind, row, column = self._cell
            self._start("look_at", self.take, kind=kind, row=row, column=column)

    def stop(self) -> None:
        """Stop telling where the person looks: the window closes or shows another tab."""
        self._rest.stop()

    def tick(self, step: AdminStep, *, done: bool) -> None:
        """Tell that a step in the Admin was ticked, or its tick taken away."""
        self._start("tick", self.take, step=step, done=done)
