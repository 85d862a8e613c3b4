"""The problems seen in the whole sheet: every row, with marks, and keys from one mark to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.core.worker.results import CellPosition, Edit, Overview, SheetPage
from listo.ui import style
from listo.ui.spreadsheet.pages.problem_actions import HistoryBar, LeaveDialog, ViewSwitch
from listo.ui.spreadsheet.tables.findings import best_text, key_of, say
from listo.ui.spreadsheet.tables.issue_types_model import KindsModel
from listo.ui.spreadsheet.tables.paged_model import Pages
from listo.ui.spreadsheet.tables.sheet_table import SheetModel, SheetTable, findings_of
from listo.ui.spreadsheet.tables.table_layout import column_name
from listo.ui.widgets import parts, shortcuts

if TYPE_CHECKING:
    from listo.core.checks.types import Finding

_ALL, _ANY = None, ""
"""The filters that stand above the kinds: every row, and those with any problem."""


class WholeSheetPage(QWidget):
    """The sheet as it is, with what is wrong in it.

    `pageWanted(start, code)` asks for rows, `spotWanted(row, column, way, code)` for a place among them.
    """

    pageWanted = Signal(int, object)
    spotWanted = Signal(int, str, int, object)
    editsRequested = Signal(tuple)
    kindRequested = Signal(str, int, str)
    """The kind of problem to show one by one, and the cell (Excel's row, column) to show there."""
    leaveRequested = Signal(tuple, str)
    """The findings (FindingKey) to leave as they are, and the reason."""
    filterChanged = Signal()
    viewChosen = Signal(str)
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, kinds: KindsModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds, self._texts = kinds, texts
        self._overview: Overview | None = None
        self._aim: CellPosition | None = None
        self._sought: CellPosition | None = None
        self._end_of: int | None = None
        self.model = SheetModel(self._say, self)
        self.table = SheetTable(self.model)
        self.title, self.count = parts.label("title", wraps=False), parts.label("quiet", wraps=False)
        self.switch, self.history = ViewSwitch("sheet"), HistoryBar()
        self.filter = QComboBox()
        self.back, self.next = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self.message = parts.label(selectable=True)
        self.use, self.leave = parts.button(), parts.button("quiet", "minus")
        self.show_kind = parts.button("link")
        self._picture = parts.picture("error-solid", "error", 16)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.filter.setMinimumContentsLength(16)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.filter.setMaximumWidth(440)
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        top = parts.row(self.title, None, self.switch, gap=16)
        seeking = parts.row(self.filter, self.count, None, self.back, self.next)
        seeking.setStretch(0, 1)
        said = parts.row(self._picture, parts.grow(self.message), self.leave, self.use, gap=8)
        said.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        foot = parts.row(self.show_kind, None, self.history)
        inside = parts.column(top, seeking, self.table, said, foot, gap=12)
        inside.setStretch(2, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep room for what is said of a cell, so that nothing moves from one to the next."""
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.message.setFixedHeight(2 * self.message.fontMetrics().lineSpacing() + 4)
        for widget in (self.use, self.leave, self.show_kind, self._picture):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def _connect(self) -> None:
        self.model.pageWanted.connect(lambda start: self.pageWanted.emit(start, self.model.code))
        self.model.editRequested.connect(lambda edit: self.editsRequested.emit((edit,)))
        self.table.currentCellChanged.connect(self._on_current)
        self.table.emptyRequested.connect(self._on_empty)
        self.table.leaveRequested.connect(self.ask_to_leave)
        self.leave.clicked.connect(self.ask_to_leave)
        self.filter.activated.connect(self._on_filter)
        self.switch.chosen.connect(self.viewChosen)
        self.history.undoRequested.connect(self.undoRequested)
        self.history.redoRequested.connect(self.redoRequested)
        self.back.clicked.connect(lambda: self.seek(-1))
        self.next.clicked.connect(lambda: self.seek(1))
        self.use.clicked.connect(self._on_use)
        self.show_kind.clicked.connect(self._on_show_kind)
        ways = ("F8", lambda: self.seek(1)), ("Shift+F8", lambda: self.seek(-1))
        shortcuts.bind(self, *ways, ("Ctrl+L", self.ask_to_leave))

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files."""
        self.model.code = _ALL
        self.table.forget_widths()
        self.update_to(overview)

    def update_to(self, overview: Overview) -> None:
        """Follow the work; rows are asked for when the page is looked at."""
        self._overview = overview
        self.history.update_to(overview)
        self._fill_filter()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask for the rows where those shown are out of date."""
        if self._overview is not None and self.model.revision != self._overview.revision:
            self.pageWanted.emit(Pages.start_of(max(0, self.table.currentIndex().row())), self.model.code)

    def show_page(self, page: SheetPage, code: str | None) -> None:
        """Show these rows, with the keyboard where it was, or where it was to go."""
        if code != self.model.code or self.model.accept_page(page):
            self._on_current()
            return
        at, scrolled = self.table.currentIndex(), self.table.verticalScrollBar().value()
        row, column = at.row(), column_name(at.column()) if at.isValid() else ""
        self.model.show_page(page)
        self.table.verticalScrollBar().setValue(scrolled)
        if self._end_of is not None and page.revision > self._end_of and page.total:
            self._end_of = None
            self.table.go_to(page.total - 1, COLUMNS[0])
        elif self._aim is not None:
            self.go_to(self._aim)
        elif page.total:
            self.table.go_to(min(max(0, row), page.total - 1), column)
        self._say_count()
        self._on_current()

    def aim_at(self, row: int, column: str) -> None:
        """Show that cell, in the list of all rows."""
        if self.model.code is not _ALL:
            self._set_filter(_ALL)
        self.spotWanted.emit(row, column, 0, self.model.code)

    def go_to_end(self) -> None:
        """Show the last row, which is just being added, as soon as newer rows arrive."""
        self._end_of = self._overview.revision if self._overview else None
        if self.model.code is not _ALL:
            self._set_filter(_ALL)
        self.refresh()

    def go_to(self, spot: CellPosition | None) -> None:
        """Put the keyboard on a place that was sought; where its rows are not there yet, once they are."""
        if spot is None:
            return
        self._sought = spot
        fresh = spot.revision == self.model.revision and spot.index < self.model.rowCount()
        self._aim = None if fresh else spot
        if fresh:
            self.table.go_to(spot.index, spot.column)
            self.table.setFocus()

    def seek(self, way: int) -> None:
        """Go to the next problem (1) of those that the filter lets through, or to the one before (-1)."""
        row, column = self.place() or (0, "")
        self.spotWanted.emit(row, column, way, self.model.code)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to the sheet."""
        self.table.setFocus()

    def place(self) -> tuple[int, str] | None:
        """Return Excel's number of the row that the keyboard is on, and the column."""
        row, sought = self.table.current_row(), self._sought
        if row is not None:
            return row.row, self.table.current_column()
        on_its_way = sought is not None and sought.index == self.table.currentIndex().row()
        return (sought.row, sought.column) if sought is not None and on_its_way else None

    # -- the filter -------------------------------------------------------------------------------

    def _fill_filter(self) -> None:
        """List the kinds that are left; one that is done goes, and with it the filter by it."""
        wanted: list[tuple[str, str | None]] = [
            (self.tr("All rows"), _ALL),
            (self.tr("Rows with a problem"), _ANY),
        ]
        wanted += [(kind.title, kind.group.code) for kind in self._kinds.kinds if not kind.done]
        self.filter.clear()
        for title, code in wanted:
            self.filter.addItem(title, code)
        codes = [code for _title, code in wanted]
        if self.model.code not in codes:
            self._set_filter(_ALL)
        self.filter.setCurrentIndex(codes.index(self.model.code))

    def show_only(self, code: str) -> None:
        """Show only the rows with that kind of problem."""
        self._set_filter(code)
        self.refresh()

    def _on_filter(self, place: int) -> None:
        self._set_filter(self.filter.itemData(place))
        self.refresh()

    def _set_filter(self, code: str | None) -> None:
        self.model.code = code
        self.model.revision = -1
        self.filter.setCurrentIndex(max(0, self.filter.findData(code)))
        self.filterChanged.emit()

    # -- the cell at hand ---------------------------------------------------------------------------

    def _finding(self) -> Finding | None:
        """Return what is gravest in the current cell."""
        row = self.table.current_row()
        found = findings_of(row, self.table.currentIndex().column()) if row else ()
        return next(iter(found), None)

    def _on_current(self) -> None:
        row, finding = self.table.current_row(), self._finding()
        self.message.setText(self.model.words(row, self.table.currentIndex().column()) if row else "")
        for part in (self._picture, self.show_kind, self.leave):
            part.setVisible(finding is not None)
        best = best_text(finding) if finding else None
        self.use.setVisible(best is not None)
        if finding is not None:
            style.set_icon(self._picture, *parts.SEVERITY_ICONS[finding.severity], 16)
            words = self.tr("Use “{text}”").format(text=parts.shortened(best or ""))
            self.use.setText(words.replace("&", "&&"))

    def _on_use(self) -> None:
        finding = self._finding()
        best = best_text(finding) if finding else None
        if finding is not None and best is not None and finding.row and finding.column:
            self.editsRequested.emit((Edit(finding.row, finding.column, best),))

    def ask_to_leave(self) -> None:
        """Ask for a reason to leave what is wrong in the current cell as it is."""
        row = self.table.current_row()
        findings = findings_of(row, self.table.currentIndex().column()) if row else ()
        if findings:
            these = tuple(map(key_of, findings))
            dialog = LeaveDialog(len(these), len(these), parent=self)
            dialog.agreed.connect(lambda reason, _every: self.leaveRequested.emit(these, reason))
            dialog.open()

    def _on_empty(self, index: QModelIndex) -> None:
        if index.isValid() and column_name(index.column()):
            self.model.setData(index, "")

    def _on_show_kind(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.kindRequested.emit(finding.code, finding.row or 0, finding.column or "")

    def _say(self, finding: Finding) -> str:
        return say(self._texts, finding)

    # -- words ------------------------------------------------------------------------------------

    def _say_count(self) -> None:
        self.count.setText(self.tr("%Ln row(s)", "", self.model.rowCount()))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("The whole sheet"))
        self.filter.setAccessibleName(self.tr("Which rows"))
        self.filter.setToolTip(self.tr("Which rows"))
        self.back.setText(self.tr("Previous problem"))
        self.next.setText(self.tr("Next problem"))
        self.back.setToolTip("Shift+F8")
        self.next.setToolTip("F8")
        self.leave.setText(self.tr("Leave as it is…"))
        self.leave.setToolTip(self.tr("Set it aside, with a reason if you like (Ctrl+L)"))
        self.show_kind.setText(self.tr("All problems of this kind"))
        self.table.retranslate()
        self._say_count()
        self._fill_filter()
        self._on_current()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)
