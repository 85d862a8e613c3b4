"""The left side of the tab: the steps, the kinds of problem, and what was not checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QLocale, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.core.wizard_state import STEPS, Step, StepStatus, WizardFacts, WizardState, step_statuses
from listo.ui import style
from listo.ui.spreadsheet.tables.issue_types_model import KIND_ROLE, Kind, KindsModel
from listo.ui.spreadsheet.tables.paged_model import Index
from listo.ui.widgets import parts
from listo.ui.widgets.item_background import draw_background

STEP_ROLE = int(Qt.ItemDataRole.UserRole)
WITHOUT_WORK = step_statuses(WizardState(), WizardFacts())
"""How the steps stand before there is any work: only the files can be gone to."""

RAIL_WIDTH = 256
"""Pixels in which the titles of most issue types fit on two lines."""

_LINE = 36
_KIND_HEIGHT = 48
"""Pixels that a step and an issue type are high at least, so that both are easily hit."""


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
        self._stations: Sequence[StepStatus] = WITHOUT_WORK

    @property
    def states(self) -> tuple[StepState, ...]:
        """How the steps stand, in their order and in the current language."""
        return tuple(map(self._state, self._stations))

    def set_stations(self, stations: Sequence[StepStatus]) -> None:
        """Show how the steps stand now."""
        self._stations = stations
        self.dataChanged.emit(self.index(0), self.index(len(stations) - 1))

    def _state(self, station: StepStatus) -> StepState:
        return StepState(
            station.step,
            done=station.condition in ("done", "not-needed"),
            open=station.condition != "closed",
            note=self._note(station),
        )

    def _note(self, station: StepStatus) -> str:
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


class StepDelegate(QStyledItemDelegate):
    """Draws a step: its number or a tick, its name, and a note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, max(_LINE, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: StepState = index.data(STEP_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        area = option.rect.adjusted(14, 0, -10, 0)
        self._draw_mark(painter, QRect(area.left(), area.center().y() - 11, 22, 22), state, index.row() + 1)
        painter.setPen(style.colour("text" if state.open else "quiet"))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw_text(painter, option.font, area.adjusted(32, 0, 0, 0), index.data(), bold=chosen)
        painter.setPen(style.colour("quiet"))
        painter.setFont(option.font)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, state.note)
        painter.restore()

    def _draw_mark(self, painter: QPainter, area: QRect, state: StepState, number: int) -> None:
        if state.done:
            style.icon("right-solid", "right").paint(painter, area)
            return
        painter.setPen(style.colour("quiet" if state.open else "line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(1, 1, -2, -2))
        painter.setPen(style.colour("quiet"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))


def _draw_text(painter: QPainter, font: QFont, area: QRect, text: str, *, bold: bool) -> None:
    wanted = QFont(font)
    if bold:
        wanted.setWeight(QFont.Weight.DemiBold)
    painter.setFont(wanted)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class KindDelegate(QStyledItemDelegate):
    """Draws a kind of problem: its shape and its title on at most two lines; a tick when done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, max(_KIND_HEIGHT, 2 * option.fontMetrics.lineSpacing() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        kind: Kind = index.data(KIND_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        area = option.rect.adjusted(14, 6, -8, -6)
        icon = style.icon("right", "right") if kind.done else parts.severity_icon(kind.group.severity)
        icon.paint(painter, QRect(area.left(), area.center().y() - 8, 16, 16))
        painter.setPen(style.colour("quiet" if kind.done else "text"))
        painter.setFont(option.font)
        self._draw_title(painter, area.adjusted(26, 0, 0, 0), option, kind.title)
        painter.restore()

    def _draw_title(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, title: str) -> None:
        first, rest = _two_lines(title, option, area.width())
        lines = [first, option.fontMetrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())]
        text = "\n".join(line for line in lines if line)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _two_lines(title: str, option: QStyleOptionViewItem, width: int) -> tuple[str, str]:
    words = title.split(" ")
    first = words[0]
    for place, word in enumerate(words[1:], 1):
        longer = f"{first} {word}"
        if option.fontMetrics.horizontalAdvance(longer) > width:
            return first, " ".join(words[place:])
        first = longer
    return first, ""


class Rail(QFrame):
    """The steps above, the kinds of problem below; at the foot what was not checked."""

    stepChosen = Signal(str)
    kindChosen = Signal(str)
    referencesWanted = Signal()

    def __init__(self, kinds: KindsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self._addable = 0
        self._steps_model = StepsModel(self)
        self._kinds_model = kinds
        self.steps = _list(self._steps_model, StepDelegate(self))
        self.steps.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds = _list(kinds, KindDelegate(self))
        self._heading = parts.label("caption")
        self.unchecked = QWidget()
        self.unchecked_words, self._add = parts.label("quiet"), parts.button("link")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        heading = parts.row(14, self._heading)
        self._inside = parts.column(self.steps, 8, heading, self.kinds, None, self.unchecked, gap=4)
        unchecked = parts.column(self.unchecked_words, parts.row(self._add, None), gap=2)
        unchecked.setContentsMargins(14, 8, 8, 0)
        self.unchecked.setLayout(unchecked)
        self.unchecked.hide()
        self._inside.setContentsMargins(8, 16, 8, 12)
        self._inside.setStretchFactor(self.kinds, 1000)
        self.setLayout(self._inside)
        self._fit_steps()

    def _fit_steps(self) -> None:
        height = self.steps.sizeHintForRow(0) * len(STEPS) + 4
        self.steps.setFixedHeight(height)

    def _connect(self) -> None:
        self.steps.selectionModel().currentChanged.connect(self._on_step)
        self.steps.clicked.connect(self._on_step)
        self.kinds.selectionModel().currentChanged.connect(self._on_kind)
        self.kinds.clicked.connect(self._on_kind)
        self._add.clicked.connect(self.referencesWanted)

    def _on_step(self, index: QModelIndex) -> None:
        if index.isValid():
            self.stepChosen.emit(STEPS[index.row()])

    def _on_kind(self, index: QModelIndex) -> None:
        if index.isValid():
            self.kindChosen.emit(index.data(KIND_ROLE).group.code)

    def set_stations(self, stations: Sequence[StepStatus]) -> None:
        """Show how the steps stand."""
        self._steps_model.set_stations(stations)

    def show_step(self, step: Step) -> None:
        """Mark the step that the page shows."""
        self._choose(self.steps, self._steps_model.index(STEPS.index(step)))
        in_problems = step == "problems" and self._kinds_model.rowCount() > 0
        self.kinds.setVisible(in_problems)
        self._heading.setVisible(in_problems)

    def show_kind(self, code: str) -> None:
        """Mark the kind that the page shows."""
        self._choose(self.kinds, self._kinds_model.index_of(code))

    def _choose(self, view: QListView, index: QModelIndex) -> None:
        view.selectionModel().blockSignals(True)
        view.setCurrentIndex(index)
        view.selectionModel().blockSignals(False)
        view.scrollTo(index)
        view.viewport().update()

    def add_foot(self, widget: QWidget) -> None:
        """Put something at the foot of the rail."""
        self._inside.addWidget(widget)

    def has_focus(self) -> bool:
        """Return whether the keyboard is on the steps or the kinds."""
        return self.steps.hasFocus() or self.kinds.hasFocus()

    def set_addable(self, count: int) -> None:
        """Say how many checks would run if the person added a reference."""
        self._addable = count
        self.unchecked.setVisible(count > 0)
        self._retranslate()

    def _retranslate(self) -> None:
        self.steps.setAccessibleName(self.tr("Steps"))
        self.kinds.setAccessibleName(self.tr("Kinds of problem"))
        self._heading.setText(self.tr("Kinds of problem"))
        self.unchecked_words.setText(self.tr("%Ln check(s) need another file or choice", "", self._addable))
        self._add.setText(self.tr("Add what is missing…"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.steps.viewport().update()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_steps()
        super().changeEvent(event)


def _list(model: QAbstractListModel, delegate: QStyledItemDelegate) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setProperty("role", "bare")
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return view
