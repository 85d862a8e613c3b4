"""What stands above the problems: what is certain or likely, put right at once or looked at first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Correction, CorrectionsPage, IssueGroup
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, PagedModel, visible_whitespace
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout, ModelIndex

if TYPE_CHECKING:
    from listo.core.checks.findings import Grade

_ROWS = 10
"""Lines of the list in sight at once, so that the problems below it are not out of reach."""

_CHECK, _COLUMN, _BEFORE, _AFTER = range(4)


class CorrectionsModel(PagedModel[Correction]):
    """Cells that would be changed, each with a tick: taken away, the cell is left out."""

    leftOutChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left_out: set[tuple[int, str]] = set()

    def take(self, page: CorrectionsPage) -> None:
        """Show these, the first of their revision or further ones."""
        if page.revision == self.revision:
            self.accept(page.revision, page.start, page.corrections)
        else:
            self.left_out.clear()
            self.show(page.revision, page.total, page.start, page.corrections)
            self.leftOutChanged.emit()

    def chosen_count(self) -> int:
        """Return how many are ticked."""
        return self.rowCount() - len(self.left_out)

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _AFTER + 1

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _CHECK else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.item(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _CHECK:
            left_out = (found.row, found.column) in self.left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        text = self._texts(found)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self._headings()[index.column()]
            return self.tr("{heading}: {text}").format(heading=heading, text=text)
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def _texts(self, one: Correction) -> tuple[str, ...]:
        before = visible_whitespace(one.before) or self.tr("(empty)")
        return str(one.row), one.column, before, visible_whitespace(one.after)

    def _headings(self) -> tuple[str, ...]:
        return self.tr("Row"), self.tr("Column"), self.tr("Now"), self.tr("Then")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        is_words = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings()[section] if is_words else None

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        found = self.peek(index.row())
        if found is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        place = found.row, str(found.column)
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.left_out.discard(place)
        else:
            self.left_out.add(place)
        self.dataChanged.emit(index, index)
        self.leftOutChanged.emit()
        return True

    def turn(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        index = self.index(row, _CHECK)
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        self.setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _AFTER)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, _AFTER))


class CorrectionsTable(QTableView):
    """The list of them; Space or a click leaves one out or takes it in again."""

    def __init__(self, model: CorrectionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = model
        self.setModel(model)
        table_parts.set_up(self, air=12)
        table_parts.follow_no_selection(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        rows = min(_ROWS, self._corrections.rowCount())
        row_height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row_height + 4)
        self._share_out()

    def _share_out(self) -> None:
        metrics = table_parts.bold_metrics(self)
        widths = {_CHECK: metrics.horizontalAdvance("0" * 7) + 50}
        widths[_COLUMN] = metrics.horizontalAdvance("AmazonSpecification") + 24
        room = self.viewport().width() - sum(widths.values())
        for column in (_BEFORE, _AFTER):
            widths[column] = max(80, room // 2)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._corrections.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class _Offer(QWidget):
    """How many corrections are that sure, with *Apply all* and *Look at them first*."""

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self.grade = grade
        self.count = 0
        certain = grade == "sure"
        self.words = parts.label("strong", wraps=False)
        self.apply = parts.button("primary" if certain else "")
        self.look = parts.button("quiet", "chevron-right")
        self.look.setCheckable(True)
        line = FlowLayout(gap=10)
        picture = parts.picture(
            "right-solid" if certain else "info-solid", "right" if certain else "accent", 20
        )
        said = QWidget()
        said.setLayout(parts.row(picture, self.words, gap=8))
        for part in (said, self.apply, self.look):
            line.addWidget(part)
        self.setLayout(line)


class CorrectionsCard(Translated, QFrame):
    """Offers the certain corrections of all kinds, below them the likely ones; each as one step of undo."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._revision = -1
        self.setProperty("role", "card")
        self.certain, self.likely = _Offer("sure"), _Offer("likely")
        self._offers = (self.certain, self.likely)
        self.hint = parts.label("quiet")
        self.model = CorrectionsModel(self)
        self.table = CorrectionsTable(self.model)
        inside = parts.column(self.certain, self.likely, self.hint, self.table, gap=6)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setLayout(inside)
        for part in (self.hint, self.table):
            part.hide()
        self.model.pageWanted.connect(self._ask)
        self.model.leftOutChanged.connect(self._retranslate)
        for offer in self._offers:
            offer.apply.clicked.connect(partial(self._on_apply, offer))
            offer.look.toggled.connect(partial(self._on_look, offer))
        self.hide()
        self._retranslate()

    def update_to(self, groups: Iterable[IssueGroup], revision: int) -> None:
        """Say how many there are now."""
        if revision != self._revision:
            self._close()
        self._revision = revision
        known = tuple(groups)
        self.certain.count = sum(group.certain for group in known)
        self.likely.count = sum(group.likely for group in known)
        for offer in self._offers:
            offer.setVisible(offer.count > 0)
        self.setVisible(any(offer.count for offer in self._offers))
        self._retranslate()

    def _close(self) -> None:
        for offer in self._offers:
            offer.look.setChecked(False)

    def opened(self) -> _Offer | None:
        """Return the offer whose corrections are looked at."""
        return next((offer for offer in self._offers if offer.look.isChecked()), None)

    def _on_look(self, offer: _Offer, shown: bool) -> None:
        style.set_icon(offer.look, "chevron-down" if shown else "chevron-right")
        for other in self._offers:
            if shown and other is not offer:
                other.look.setChecked(False)
        self.model.clear()
        self.model.left_out.clear()
        self.table.setVisible(False)
        if shown:
            self._ask(0)
        self._retranslate()

    def _ask(self, start: int) -> None:
        offer = self.opened()
        if offer is not None:
            given = offer.grade, start, PAGE_SIZE, self._revision
            self._work.look(Jobs.corrections_page, self._show, *given)

    def _show(self, page: CorrectionsPage) -> None:
        offer = self.opened()
        if offer is None or page.grade != offer.grade:
            return
        self.model.take(page)
        self.table.show()
        self._retranslate()
        if offer.look.hasFocus():
            self.table.setCurrentIndex(self.model.index(0, _CHECK))
            self.table.setFocus()

    def _on_apply(self, offer: _Offer) -> None:
        is_open = offer.look.isChecked()
        without = tuple(self.model.left_out) if is_open else ()
        self._work.change(Jobs.apply_corrections, offer.grade, without, revision=self._revision)

    def _retranslate(self) -> None:
        said = self.tr("%Ln correction(s) are certain.", "", self.certain.count)
        self.certain.words.setText(said)
        also = self.tr("%Ln more are likely.", "", self.likely.count)
        alone = self.tr("%Ln correction(s) are likely.", "", self.likely.count)
        self.likely.words.setText(also if self.certain.count else alone)
        for offer in self._offers:
            is_open = offer.look.isChecked() and not self.table.isHidden()
            chosen = self.model.chosen_count() if is_open else offer.count
            some, every = self.tr("Apply %Ln", "", chosen), self.tr("Apply all %Ln", "", chosen)
            offer.apply.setText(some if is_open and self.model.left_out else every)
            offer.apply.setEnabled(chosen > 0)
            offer.look.setText(
                self.tr("Hide them") if offer.look.isChecked() else self.tr("Look at them first")
            )
        self.hint.setText(self.tr("Clear the box (Space) of what is to stay as it is."))
        self.hint.setVisible(not self.table.isHidden())
        self.table.setAccessibleName(self.tr("Corrections, now and then"))
        self.model.retranslate()
