"""The steps of the path, and how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QObject, Qt

from listo.core.journey import STEPS, Facts, Journey, Station, Step, stations
from listo.ui.spreadsheet.tables.paged_model import Index

STEP_ROLE = int(Qt.ItemDataRole.UserRole)
WITHOUT_WORK = stations(Journey(), Facts())
"""How the steps stand before there is any work: only the files can be gone to."""


@dataclass(frozen=True, slots=True)
class StepState:
    """How a step stands: `note` is a short word on it, `open` whether one can go there."""

    step: Step
    done: bool
    open: bool
    note: str


class StepsModel(QAbstractListModel):
    """The steps in their order, each with how it stands; they are listed before there is any work too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stations: Sequence[Station] = WITHOUT_WORK

    @property
    def states(self) -> tuple[StepState, ...]:
        """How the steps stand, in their order and in the current language."""
        return tuple(map(self._state, self._stations))

    def set_stations(self, stations: Sequence[Station]) -> None:
        """Show how the steps stand now."""
        self._stations = stations
        self.dataChanged.emit(self.index(0), self.index(len(stations) - 1))

    def _state(self, station: Station) -> StepState:
        return StepState(
            station.step,
            done=station.state in ("done", "not-needed"),
            open=station.state != "closed",
            note=self._note(station),
        )

    def _note(self, station: Station) -> str:
        """Say how much of a step is done, or is there."""
        if not station.total:
            return ""
        say = QLocale().toString
        if station.step in ("columns", "review"):
            return say(station.total)
        return self.tr("{done} of {total}").format(done=say(station.done), total=say(station.total))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._stations)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self._state(self._stations[index.row()]).open else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        state = self._state(self._stations[index.row()])
        if role == STEP_ROLE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(state.step)
        return self._spoken(state) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def name(self, step: Step) -> str:
        """Return what a step is called."""
        return {
            "files": self.tr("Files"),
            "columns": self.tr("Columns"),
            "problems": self.tr("Problems"),
            "review": self.tr("Review"),
            "save": self.tr("Save"),
            "afterwards": self.tr("Afterwards"),
        }[step]

    def _spoken(self, state: StepState) -> str:
        said = self.tr("Step {number}: {name}").format(
            number=STEPS.index(state.step) + 1, name=self.name(state.step)
        )
        done = self.tr("done") if state.done else ""
        return ", ".join(part for part in (said, state.note, done) if part)
