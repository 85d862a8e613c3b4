"""The left side of the tab: the steps, the issue types to go through, and what was not checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QLocale, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.core.wizard_state import STEPS, Step, StepStatus, WizardFacts, WizardState, step_statuses
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex, draw_background

if TYPE_CHECKING:
    from listo.core.worker.results import IssueGroup

ISSUE_TYPE_ROLE = int(Qt.ItemDataRole.UserRole)
UNLOCK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Gives in a word how many SKUs mending a type sets free, empty where that is not known."""

STEP_ROLE = int(Qt.ItemDataRole.UserRole)
WITHOUT_WORK = step_statuses(WizardState(), WizardFacts())
"""How the steps stand before there is any work: only the files can be gone to."""

SIDEBAR_WIDTH = 256
"""Pixels in which the titles of most issue types fit on two lines."""

_LINE = 36
_ISSUE_TYPE_HEIGHT = 48
"""Pixels that a step and an issue type are high at least, so that both are easily hit."""


@dataclass(frozen=True, slots=True)
class IssueType:
    """A line of the list: how the type stands, how many it had last, and its title with that number."""

    group: IssueGroup
    last_count: int
    title: str

    @property
    def code(self) -> str:
        """The code of the check that finds it."""
        return self.group.code

    @property
    def done(self) -> bool:
        """Whether no problem of this type is left."""
        return self.group.count == 0


class IssueTypesModel(QAbstractListModel):
    """The issue types in the order to work through them; one that is done stays in its row, ticked."""

    def __init__(self, title: Callable[[str, int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.items: list[IssueType] = []

    def begin(self, groups: Sequence[IssueGroup], met: Sequence[str] = ()) -> None:
        """Begin with these groups; issue types of `met` that are not among them are shown as done."""
        from listo.core.worker.results import IssueGroup

        remaining = {group.code for group in groups}
        done = [IssueGroup(code, "info", None, 0, 0, 0) for code in met if code not in remaining]
        self.beginResetModel()
        self.items = []
        self.items = [self._item(group) for group in (*groups, *done)]
        self.endResetModel()

    def update(self, groups: Sequence[IssueGroup]) -> None:
        """Take the groups as they are now; issue types that are gone are done."""
        merged = merge_groups([item.group for item in self.items], groups)
        if [group.code for group in merged] != [item.code for item in self.items]:
            self.beginResetModel()
            self.items = [self._item(group) for group in merged]
            self.endResetModel()
            return
        self.items = [self._item(group) for group in merged]
        if merged:
            self.dataChanged.emit(self.index(0), self.index(len(merged) - 1))

    def retranslate(self) -> None:
        """Make the titles again in the current language."""
        self.update([item.group for item in self.items if not item.done])

    def _item(self, group: IssueGroup) -> IssueType:
        row = self.row_of(group.code)
        count = group.count or (0 if row is None else self.items[row].last_count)
        return IssueType(group, count, self._title(group.code, count or 1))

    def row_of(self, code: str) -> int | None:
        """Return the row of an issue type, None where there is none of it."""
        return next((row for row, item in enumerate(self.items) if item.code == code), None)

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of an issue type, invalid where there is none of it."""
        row = self.row_of(code)
        return QModelIndex() if row is None else self.index(row)

    def title_of(self, code: str) -> str:
        """Return the title of an issue type, empty where there is none of it."""
        row = self.row_of(code)
        return "" if row is None else self.items[row].title

    def remaining(self) -> list[str]:
        """Return the issue types that are not done."""
        return [item.code for item in self.items if not item.done]

    def next_after(self, code: str) -> str | None:
        """Return the next issue type that is not done, None where there is none."""
        row = self.row_of(code)
        behind = () if row is None else self.items[row + 1 :]
        return next((item.code for item in behind if not item.done), None)

    def previous_before(self, code: str) -> str | None:
        """Return the last issue type before that one that is not done, None where there is none."""
        ahead = reversed(self.items[: self.row_of(code) or 0])
        return next((item.code for item in ahead if not item.done), None)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ISSUE_TYPE_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal("\n".join(filter(None, (item.title, self.unlock_hint(item.group)))))
        if role == UNLOCK_ROLE:
            return self.unlock_words(item.group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item)
        return None

    def _spoken(self, item: IssueType) -> str:
        if item.done:
            return self.tr("Done: {title}").format(title=item.title)
        return ", ".join(filter(None, (item.title, self.unlock_hint(item.group))))

    def unlock_words(self, group: IssueGroup) -> str:
        """Return in a word how many SKUs mending a type sets free; empty where none hangs on it."""
        unlock = group.unlock
        if unlock is None or not group.count:
            return ""
        if unlock.alone and not unlock.others:
            return self.tr("+%Ln SKU(s)", "", unlock.alone)
        return self.tr("%Ln SKU(s), with other kinds", "", unlock.skus)

    def unlock_hint(self, group: IssueGroup) -> str:
        """Return the same in sentences."""
        unlock = group.unlock
        if unlock is None or not group.count:
            return ""
        said = [self.tr("It holds up %Ln SKU(s).", "", unlock.skus)]
        if unlock.alone and not unlock.others:
            said.append(
                self.tr("Nothing else holds up %Ln of them, as far as is known now.", "", unlock.alone)
            )
        if unlock.then_free:
            said.append(
                self.tr(
                    "Fixed in the best order, it and those before it free %Ln SKU(s).", "", unlock.then_free
                )
            )
        return " ".join(said)


def merge_groups(before: Sequence[IssueGroup], now: Sequence[IssueGroup]) -> list[IssueGroup]:
    """Return the groups as they are now, in the order of before; what is gone stays, counting none.

    The worker orders groups by how much they hold up, which changes with every fix; a list that the
    person goes through must not. A group that is new, or is back after it was done, comes after the one it
    follows in `now`: what is done lies low, and what holds up SKUs would stay there unseen.
    """
    fresh = {group.code: group for group in now}
    back = {group.code for group in before if not group.count and group.code in fresh}
    merged = [fresh.get(group.code) or _emptied(group) for group in before if group.code not in back]
    codes = [group.code for group in merged]
    for row, group in enumerate(now):
        if group.code not in codes:
            at = codes.index(now[row - 1].code) + 1 if row else 0
            codes.insert(at, group.code)
            merged.insert(at, group)
    return merged


def _emptied(group: IssueGroup) -> IssueGroup:
    return replace(group, count=0, with_suggestion=0, with_safe_fix=0)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as the list shows it: `note` is a short word on it, `open` says whether one can go there."""

    step: Step
    done: bool
    open: bool
    note: str


class StepsModel(QAbstractListModel):
    """The steps in their order, each with how it stands; they are listed before there is any work too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._statuses: Sequence[StepStatus] = WITHOUT_WORK

    @property
    def rows(self) -> tuple[StepRow, ...]:
        """The steps in their order and in the current language."""
        return tuple(map(self._row, self._statuses))

    def set_steps(self, statuses: Sequence[StepStatus]) -> None:
        """Show how the steps stand now."""
        self._statuses = statuses
        self.say_again()

    def say_again(self) -> None:
        """Have each step drawn anew."""
        self.dataChanged.emit(self.index(0), self.index(len(self._statuses) - 1))

    def _row(self, status: StepStatus) -> StepRow:
        return StepRow(
            status.step,
            done=status.condition in ("done", "not-needed"),
            open=status.condition != "closed",
            note=self._note(status),
        )

    def _note(self, status: StepStatus) -> str:
        """Say how much of a step is done, or is there."""
        if not status.total:
            return ""
        say = QLocale().toString
        if status.step in ("files", "columns"):
            return say(status.total)
        return self.tr("{done} of {total}").format(done=say(status.done), total=say(status.total))

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._statuses)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self._row(self._statuses[index.row()]).open else Qt.ItemFlag.NoItemFlags

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._row(self._statuses[index.row()])
        if role == STEP_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row.step)
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def name(self, step: Step) -> str:
        """Return what a step is called."""
        return {
            "files": self.tr("Files"),
            "columns": self.tr("Columns"),
            "problems": self.tr("Problems"),
            "skus": self.tr("Your SKUs"),
            "send": self.tr("Send to VTEX"),
        }[step]

    def _spoken(self, row: StepRow) -> str:
        said = self.tr("Step {number}: {name}").format(
            number=STEPS.index(row.step) + 1, name=self.name(row.step)
        )
        done = self.tr("done") if row.done else ""
        return ", ".join(part for part in (said, row.note, done) if part)


class StepDelegate(QStyledItemDelegate):
    """Draws a step: its number or a tick, its name, and a note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(120, max(_LINE, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row: StepRow = index.data(STEP_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        area = option.rect.adjusted(14, 0, -10, 0)
        self._draw_mark(painter, QRect(area.left(), area.center().y() - 11, 22, 22), row, index.row() + 1)
        painter.setPen(style.colour("text" if row.open else "quiet"))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw_text(painter, option.font, area.adjusted(32, 0, 0, 0), index.data(), bold=chosen)
        painter.setPen(style.colour("quiet"))
        painter.setFont(option.font)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.note)
        painter.restore()

    def _draw_mark(self, painter: QPainter, area: QRect, row: StepRow, number: int) -> None:
        if row.done:
            style.icon("right-solid", "right").paint(painter, area)
            return
        painter.setPen(style.colour("quiet" if row.open else "line"))
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


class IssueTypeDelegate(QStyledItemDelegate):
    """Draws an issue type: its shape, its title on at most two lines, what it unlocks; a tick when done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        lines = 3 if index.data(UNLOCK_ROLE) else 2
        return QSize(120, max(_ISSUE_TYPE_HEIGHT, lines * option.fontMetrics.lineSpacing() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        issue_type: IssueType = index.data(ISSUE_TYPE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        area = option.rect.adjusted(14, 6, -8, -6)
        icon = (
            style.icon("right", "right")
            if issue_type.done
            else parts.severity_icon(issue_type.group.severity)
        )
        icon.paint(painter, QRect(area.left(), area.center().y() - 8, 16, 16))
        painter.setPen(style.colour("quiet" if issue_type.done else "text"))
        painter.setFont(option.font)
        self._draw_words(
            painter, area.adjusted(26, 0, 0, 0), option, issue_type.title, index.data(UNLOCK_ROLE)
        )
        painter.restore()

    def _draw_words(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, title: str, unlock: str
    ) -> None:
        first, rest = _two_lines(title, option, area.width())
        lines = [first, option.fontMetrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())]
        lines = [line for line in lines if line]
        spacing = option.fontMetrics.lineSpacing()
        height = spacing * (len(lines) + bool(unlock))
        top = area.center().y() - height // 2
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for place, line in enumerate(lines):
            painter.drawText(QRect(area.left(), top + place * spacing, area.width(), spacing), left, line)
        if unlock:
            painter.setPen(style.colour("right" if unlock.startswith("+") else "quiet"))
            below = QRect(area.left(), top + len(lines) * spacing, area.width(), spacing)
            _draw_text(painter, option.font, below, unlock, bold=True)


def _two_lines(title: str, option: QStyleOptionViewItem, width: int) -> tuple[str, str]:
    words = title.split(" ")
    first = words[0]
    for index, word in enumerate(words[1:], 1):
        longer = f"{first} {word}"
        if option.fontMetrics.horizontalAdvance(longer) > width:
            return first, " ".join(words[index:])
        first = longer
    return first, ""


class Sidebar(Translated, QFrame):
    """The steps above, the issue types below; at the foot what was not checked."""

    stepChosen = Signal(str)
    issueTypeChosen = Signal(str)

    def __init__(self, issue_types: IssueTypesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._addable = 0
        self._steps_model = StepsModel(self)
        self._issue_types_model = issue_types
        self.steps = _list(self._steps_model, StepDelegate(self))
        self.steps.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.issue_types = _list(issue_types, IssueTypeDelegate(self))
        self.issue_types.setUniformItemSizes(False)
        self._heading = parts.label("caption")
        self.unchecked = QWidget()
        self.unchecked_words, self.add_missing = parts.label("quiet"), parts.button("link")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        heading = parts.row(14, self._heading)
        self._inside = parts.column(self.steps, 8, heading, self.issue_types, None, self.unchecked, gap=4)
        unchecked = parts.column(self.unchecked_words, parts.row(self.add_missing, None), gap=2)
        unchecked.setContentsMargins(14, 8, 8, 0)
        self.unchecked.setLayout(unchecked)
        self.unchecked.hide()
        self._inside.setContentsMargins(8, 16, 8, 12)
        self._inside.setStretchFactor(self.issue_types, 1000)
        self.setLayout(self._inside)
        self._fit_steps()

    def _fit_steps(self) -> None:
        height = self.steps.sizeHintForRow(0) * len(STEPS) + 4
        self.steps.setFixedHeight(height)

    def _connect(self) -> None:
        self.steps.selectionModel().currentChanged.connect(self._on_step)
        self.steps.clicked.connect(self._on_step)
        self.issue_types.selectionModel().currentChanged.connect(self._on_issue_type)
        self.issue_types.clicked.connect(self._on_issue_type)

    def _on_step(self, index: QModelIndex) -> None:
        if index.isValid():
            self.stepChosen.emit(STEPS[index.row()])

    def _on_issue_type(self, index: QModelIndex) -> None:
        if index.isValid():
            self.issueTypeChosen.emit(index.data(ISSUE_TYPE_ROLE).code)

    def set_steps(self, statuses: Sequence[StepStatus]) -> None:
        """Show how the steps stand."""
        self._steps_model.set_steps(statuses)

    def show_step(self, step: Step) -> None:
        """Mark the step that the page shows."""
        self._choose(self.steps, self._steps_model.index(STEPS.index(step)))
        in_problems = step == "problems" and self._issue_types_model.rowCount() > 0
        self.issue_types.setVisible(in_problems)
        self._heading.setVisible(in_problems)

    def show_issue_type(self, code: str) -> None:
        """Mark the issue type that the page shows."""
        self._choose(self.issue_types, self._issue_types_model.index_of(code))

    def _choose(self, view: QListView, index: QModelIndex) -> None:
        before = view.currentIndex()
        view.selectionModel().blockSignals(True)
        view.setCurrentIndex(index)
        view.selectionModel().blockSignals(False)
        view.scrollTo(index)
        view.update(before)
        view.update(index)

    def add_footer(self, widget: QWidget) -> None:
        """Put something at the foot of the sidebar."""
        self._inside.addWidget(widget)

    def has_focus(self) -> bool:
        """Return whether the keyboard is on the steps or the issue types."""
        return self.steps.hasFocus() or self.issue_types.hasFocus()

    def set_addable(self, count: int) -> None:
        """Say how many checks would run if the person added a reference."""
        self._addable = count
        self.unchecked.setVisible(count > 0)
        self._retranslate()

    def _retranslate(self) -> None:
        self.steps.setAccessibleName(self.tr("Steps"))
        self.issue_types.setAccessibleName(self.tr("Kinds of problem"))
        self._heading.setText(self.tr("Kinds of problem"))
        self.unchecked_words.setText(self.tr("%Ln check(s) need another file or choice", "", self._addable))
        self.add_missing.setText(self.tr("Add what is missing…"))
        self._steps_model.say_again()

    def changeEvent(self, event: QEvent) -> None:
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
