"""The problems seen in the whole sheet: every row, with marks, and keys from one mark to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QLocale, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import ALL_ROWS, CellPosition, Overview, RowQuery, SheetPage
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.problem_actions import HistoryBar, IgnoreDialog, ViewSwitch
from listo.ui.spreadsheet.sidebar import IssueTypesModel
from listo.ui.spreadsheet.tables.sheet_table import ColumnFilterCard, SheetModel, SheetTable, findings_of
from listo.ui.spreadsheet.tables.table_parts import (
    FIRST_CELL,
    PAGE_SIZE,
    Pages,
    best_suggestion,
    column_name,
    fitting,
    key_of,
    message_of,
)
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.parts import WindowState

if TYPE_CHECKING:
    from listo.core.checks.types import Finding
    from listo.core.worker.queries import Direction

_TYPING_REST_MS = 150
"""How long typing rests before rows are searched: longer than between two letters of one word."""

_NARROW = 760
"""Pixels: from there on title, buttons and switch stand side by side in Portuguese, the longest."""

_ALL, _ANY = None, ""
"""The filters that stand above the issue types: every row, and those with any problem."""


_LINES, _LINES_NARROW = 2, 3
"""Lines of what is said of a cell, and in a narrow page: there the longest sentences take three."""


class _CellMessage(QLabel):
    """What is said of a cell, in as much room as it is given; cut with dots, and then whole in the tip."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._whole = ""

    def say(self, words: str) -> None:
        """Say this."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines of text."""
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)
        self._fit()

    def _fit(self) -> None:
        most = max(1, self.height() // self.fontMetrics().lineSpacing())
        lines = fitting(self._whole, self.font(), self.width(), most + 1)
        is_cut = len(lines) > most
        shown = "\n".join(fitting(self._whole, self.font(), self.width(), most)) if is_cut else self._whole
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(parts.literal(self._whole) if is_cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class WholeSheetPage(Translated, QWidget):
    """The sheet as it is, with what is wrong in it."""

    issueTypeRequested = Signal(str, int, str)
    """The issue type to show one by one, and the cell (Excel's row, column) to show there."""
    filterChanged = Signal()

    def __init__(
        self,
        work: Work,
        issue_types: IssueTypesModel,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._issue_types, self._texts = issue_types, texts
        self._overview: Overview | None = None
        self._found: CellPosition | None = None
        """The cell that was asked for last."""
        self._awaited: CellPosition | None = None
        """The same, until its rows are here."""
        self._asked = 0
        """How often rows were put in order."""
        self._grows_after: int | None = None
        """The revision after which the last row is to be shown."""
        self.model = SheetModel(self._message, self)
        self.table = SheetTable(work, self.model, state=state)
        self.title, self.count = parts.label("title"), parts.label("quiet", wraps=False)
        self.switch, self.history = ViewSwitch("sheet"), HistoryBar(work)
        self.filter = parts.ComboBox()
        self.search, self.clear = parts.LineEdit(clearButtonEnabled=True), parts.button("link")
        self._typing_rest = QTimer(self, singleShot=True, interval=_TYPING_REST_MS)
        self.back, self.next = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self.message = _CellMessage()
        self.use, self.ignore = parts.button(), parts.button("quiet", "minus")
        self.show_issue_type = parts.button("link")
        self._picture = parts.picture("error-solid", "error", 16)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.filter.setMinimumContentsLength(10)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.filter.setMaximumWidth(360)
        self.search.setMaximumWidth(360)
        self.search.setMinimumWidth(130)
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        steps = parts.row(self.back, self.next, gap=4)
        top = parts.row(parts.grow(self.title), steps, self.switch, gap=16)
        search = parts.row(self.search, self.filter, self.count, self.clear)
        search.setStretch(0, 1)
        search.setStretch(1, 1)
        search.addStretch(0)  # takes what is left; a stretch of its own would take from what is typed
        said = parts.row(self._picture, parts.grow(self.message), self.ignore, self.use, gap=8)
        said.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        foot = parts.row(self.show_issue_type, None, self.history)
        inside = parts.column(top, search, self.table, said, foot, gap=12)
        inside.setStretch(2, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep room for what is said of a cell, so that nothing moves from one to the next."""
        self.message.set_lines(_LINES_NARROW if self.width() < _NARROW else _LINES)
        for widget in (self.use, self.ignore, self.show_issue_type, self._picture):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def _connect(self) -> None:
        self.model.pageWanted.connect(self._ask_for_rows)
        self.model.editRequested.connect(self._on_edit)
        self.table.currentCellChanged.connect(self._on_current)
        self.table.emptyRequested.connect(self._on_empty)
        self.table.ignoreRequested.connect(self.ask_to_ignore)
        self.ignore.clicked.connect(self.ask_to_ignore)
        self.filter.activated.connect(self._on_filter)
        self.search.textChanged.connect(self._typing_rest.start)
        self._typing_rest.timeout.connect(self._on_search)
        self.clear.clicked.connect(self.show_all_rows)
        self.table.header.filterRequested.connect(self.open_filter)
        self.back.clicked.connect(lambda: self.find_next(-1))
        self.next.clicked.connect(lambda: self.find_next(1))
        self.use.clicked.connect(self._on_use)
        self.show_issue_type.clicked.connect(self._on_show_issue_type)
        bind(self, "next-problem", lambda: self.find_next(1))
        bind(self, "previous-problem", lambda: self.find_next(-1))
        bind(self, "ignore-cell", self.ask_to_ignore, lambda: self._finding() is not None)
        bind(self, "search-rows", self.search.setFocus)
        bind(self, "all-rows", self.show_all_rows, self._keeps_rows_back)
        bind(self, "fit-columns", self.table.fit_again)
        for name, slot in self._block_actions().items():
            bind(self.table, name, slot, lambda: self.table.block() is not None)

    def _block_actions(self) -> dict[str, Callable[[], None]]:
        return {
            "filter": lambda: self.open_filter(self.table.currentIndex().column()),
            "copy": self.copy,
            "cut": self.cut,
            "paste-block": self.paste,
            "fill-down": self.fill_down,
            "select-row": self.table.select_row,
            "select-column": self.table.select_column,
        }

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files."""
        self.model.code, self.model.rows = _ALL, ALL_ROWS
        self._show_query()
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
            self._ask_for_rows(Pages.start_of(max(0, self.table.currentIndex().row())))

    def _ask_for_rows(self, start: int) -> None:
        code, rows = self.model.code, self.model.rows
        self._work.look(Jobs.sheet_page, partial(self._show_page, code, rows), start, PAGE_SIZE, code, rows)

    def _show_page(self, code: str | None, rows: RowQuery, page: SheetPage) -> None:
        """Show these rows, with the keyboard where it was, or where it was to go."""
        if (code, rows) != (self.model.code, self.model.rows) or self.model.accept_page(page):
            self._on_current()
            return
        at, scrolled = self.table.currentIndex(), self.table.verticalScrollBar().value()
        row, column = at.row(), column_name(at.column()) if at.isValid() else ""
        chosen = self.table.selected() if page.total == self.model.rowCount() else ()
        self.model.show_page(page)
        self.table.verticalScrollBar().setValue(scrolled)
        if self._grows_after is not None and page.revision > self._grows_after and page.total:
            self._grows_after = None
            self.table.go_to(page.total - 1, COLUMNS[0])
        elif self._awaited is not None:
            self._show_cell(self._awaited)
        elif page.total:
            self.table.go_to(min(max(0, row), page.total - 1), column)
            self.table.select_again(chosen)
        self._say_count()
        self._on_current()

    def go_to_cell(self, row: int, column: str) -> None:
        """Show a cell, by Excel's number of its row, among all rows."""
        self.show_all_rows()
        self._ask_for_cell(row, column, 0)

    def go_to_end(self) -> None:
        """Show the last row, which is just being added, as soon as newer rows arrive."""
        self._grows_after = self._overview.revision if self._overview else None
        self.show_all_rows()
        self.refresh()

    def find_next(self, direction: Literal[-1, 1]) -> None:
        """Go to the next problem (1) of those that the filter lets through, or to the one before (-1)."""
        row, column = self.current_cell() or (0, "")
        self._ask_for_cell(row, column, direction)

    def _ask_for_cell(self, row: int, column: str, direction: Direction) -> None:
        code, rows = self.model.code, self.model.rows
        request = self._work.start(Jobs.find_next, row, column, direction, code, rows)
        request.on_success(self._show_cell if not direction else self._show_next)

    def _show_next(self, position: CellPosition | None) -> None:
        """Go to the problem that was found; where there is none, say where the others are."""
        self._show_cell(position)
        if position is None:
            self.message.say(
                self.tr("None of the problems is in these rows. “By kind” shows all that there are.")
            )

    def _show_cell(self, position: CellPosition | None) -> None:
        """Put the keyboard on a cell that was found; where its rows are not there yet, once they are."""
        if position is None:
            return
        self._found = position
        fresh = position.revision == self.model.revision and position.index < self.model.rowCount()
        self._awaited = None if fresh else position
        if fresh:
            self.table.go_to(position.index, position.column)
            self.table.setFocus()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to the sheet."""
        self.table.setFocus()

    def current_cell(self) -> tuple[int, str] | None:
        """Return Excel's number of the row that the keyboard is on, and the column."""
        row, found = self.table.current_row(), self._found
        if row is not None:
            return row.row, self.table.current_column()
        is_coming = found is not None and found.index == self.table.currentIndex().row()
        return (found.row, found.column) if found is not None and is_coming else None

    def current_text(self) -> tuple[str, str]:
        """Return what the cell says that the keyboard is on, and its column; empty for a row's number."""
        row, column = self.table.current_row(), self.table.current_column()
        return (str(self.table.currentIndex().data() or "") if row and column else "", column)

    # -- the filter -------------------------------------------------------------------------------

    def _fill_filter(self) -> None:
        """List the issue types that are left; one that is done goes, and with it the filter by it."""
        wanted: list[tuple[str, str | None]] = [
            (self.tr("All rows"), _ALL),
            (self.tr("Rows with a problem"), _ANY),
        ]
        wanted += [(item.title, item.code) for item in self._issue_types.items if not item.done]
        self.filter.clear()
        for title, code in wanted:
            self.filter.addItem(title, code)
        codes = [code for _title, code in wanted]
        if self.model.code not in codes:
            self._set_filter(_ALL)
        self.filter.setCurrentIndex(codes.index(self.model.code))

    def show_only(self, code: str) -> None:
        """Show only the rows with that issue type."""
        self._set_filter(code)
        self.refresh()

    def _on_filter(self, index: int) -> None:
        self._set_filter(self.filter.itemData(index))
        self.refresh()

    def _set_filter(self, code: str | None) -> None:
        self.model.code = code
        self.model.revision = -1
        self.filter.setCurrentIndex(max(0, self.filter.findData(code)))
        self.filterChanged.emit()

    # -- order, and filters by column ------------------------------------------------------------

    def show_rows(self, rows: RowQuery) -> None:
        """Show the rows that are let through, in that order; asked for again, they are put in order anew."""
        self._asked += 1
        plain = replace(rows, number=0) == ALL_ROWS
        self.model.rows = ALL_ROWS if plain else replace(rows, number=self._asked)
        self.model.revision = -1
        self._show_query()
        self.refresh()

    def show_only_rows(self, rows: RowQuery, row: int, column: str) -> None:
        """Show those rows, of all, and put the keyboard on a cell of them, by Excel's number of its row."""
        self._set_filter(_ALL)
        self.show_rows(rows)
        self._ask_for_cell(row, column, 0)

    def show_all_rows(self) -> None:
        """Take away every filter, and the order."""
        if self._keeps_rows_back():
            self._set_filter(_ALL)
            self.show_rows(ALL_ROWS)

    def open_filter(self, column: int) -> None:
        """Open what sorts and filters by a column, below its heading."""
        name = column_name(column)
        if name:
            card = ColumnFilterCard(self._work, name, self.model.rows, self)
            card.chosen.connect(self.show_rows)
            header = self.table.header
            left = header.sectionViewportPosition(column)
            card.open_at(header.viewport().mapToGlobal(QPoint(left, header.height())))

    def _keeps_rows_back(self) -> bool:
        return self.model.code is not _ALL or self.model.rows != ALL_ROWS

    def _on_search(self) -> None:
        text = self.search.text().strip()
        if text != self.model.rows.text:
            self.show_rows(replace(self.model.rows, text=text))

    def _show_query(self) -> None:
        """Show in the headings and above how the rows are shown."""
        rows = self.model.rows
        if self.search.text().strip() != rows.text:
            with QSignalBlocker(self.search):
                self.search.setText(rows.text)
        places = {name: place for place, name in enumerate(map(str, COLUMNS), FIRST_CELL)}
        filtered = frozenset(places[one.column] for one in rows.filters)
        column = places.get(rows.sorted_by, -1)
        self.table.header.show_order(column, descending=rows.descending, filtered=filtered)

    # -- blocks of cells -------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected block on the clipboard, as Excel and LibreOffice take it."""
        if (block := self.table.block()) is not None:
            self._work.start(Jobs.copy_block, block).on_success(QGuiApplication.clipboard().setText)

    def cut(self) -> None:
        """Put the selected block on the clipboard, and empty its cells."""
        self.copy()
        if (block := self.table.block()) is not None:
            self._work.change(Jobs.empty_blocks, (block,))

    def paste(self) -> None:
        """Put what Excel or LibreOffice copied into the sheet, from the selected block on."""
        block, text = self.table.block(), QGuiApplication.clipboard().text()
        if block is not None and text:
            self._work.change(Jobs.paste_block, block, text)

    def fill_down(self) -> None:
        """Repeat the first line of the selected block in the others; into a single one that above it."""
        if (block := self.table.block()) is not None:
            self._work.change(Jobs.fill_down, block)

    # -- the cell at hand ---------------------------------------------------------------------------

    def _finding(self) -> Finding | None:
        """Return what is gravest in the current cell."""
        row = self.table.current_row()
        found = findings_of(row, self.table.currentIndex().column()) if row else ()
        return next(iter(found), None)

    def _on_current(self) -> None:
        row, finding = self.table.current_row(), self._finding()
        self.message.say(self.model.words(row, self.table.currentIndex().column()) if row else "")
        for part in (self._picture, self.show_issue_type, self.ignore):
            part.setVisible(finding is not None)
        best = best_suggestion(finding) if finding else None
        self.use.setVisible(best is not None)
        if finding is not None:
            style.set_icon(self._picture, *parts.SEVERITY_ICONS[finding.severity], 16)
            words = self.tr("Use “{text}”").format(text=parts.shortened(best or ""))
            self.use.setText(words.replace("&", "&&"))

    def _on_edit(self, edit: Edit) -> None:
        self._work.change(Jobs.apply, (edit,))

    def _on_use(self) -> None:
        finding = self._finding()
        best = best_suggestion(finding) if finding else None
        if finding is not None and best is not None and finding.row and finding.column:
            self._on_edit(Edit(finding.row, finding.column, best))

    def ask_to_ignore(self) -> None:
        """Ask for a reason to ignore what is wrong in the current cell."""
        row = self.table.current_row()
        findings = findings_of(row, self.table.currentIndex().column()) if row else ()
        if findings:
            these = tuple(map(key_of, findings))
            dialog = IgnoreDialog(len(these), len(these), parent=self)
            dialog.agreed.connect(lambda reason, _whole_type: self._work.change(Jobs.ignore, these, reason))
            dialog.open()

    def _on_empty(self) -> None:
        """Empty what is selected; of a single cell, that it is to be empty is remembered."""
        blocks = self.table.blocks()
        if len(blocks) == 1 and (blocks[0].top, blocks[0].left) == (blocks[0].bottom, blocks[0].right):
            self.model.setData(self.table.currentIndex(), "")
        elif blocks:
            self._work.change(Jobs.empty_blocks, blocks)

    def _on_show_issue_type(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.issueTypeRequested.emit(finding.code, finding.row or 0, finding.column or "")

    def _message(self, finding: Finding) -> str:
        return message_of(self._texts, finding)

    # -- words ------------------------------------------------------------------------------------

    def _say_count(self) -> None:
        shown, every = self.model.rowCount(), self._overview.rows if self._overview else 0
        said = self.tr("%Ln row(s)", "", shown)
        if shown != every and self._keeps_rows_back():
            of = self.tr("{shown} of {rows}")
            said = of.format(shown=QLocale().toString(shown), rows=self.tr("%Ln row(s)", "", every))
        self.count.setText(said)
        self.clear.setVisible(self._keeps_rows_back())

    def _retranslate(self) -> None:
        self.title.setText(self.tr("The whole sheet"))
        self.filter.setAccessibleName(self.tr("Which rows"))
        self.filter.setToolTip(self.tr("Which rows"))
        self.search.setPlaceholderText(self.tr("Search all columns"))
        self.search.setAccessibleName(self.tr("Only rows that hold these words in any column"))
        self.clear.setText(self.tr("Show all rows"))
        self.back.setAccessibleName(self.tr("Previous problem"))
        self._fit()
        self.next.setAccessibleName(self.tr("Next problem"))
        self.back.setToolTip(self.tr("Previous problem (Shift+F8)"))
        self.next.setToolTip(self.tr("Next problem (F8)"))
        self.ignore.setText(self.tr("Leave as it is…"))
        self.ignore.setToolTip(self.tr("Set it aside, with a reason if you like (Ctrl+L)"))
        self.show_issue_type.setText(self.tr("All problems of this kind"))
        self.table.retranslate()
        self._say_count()
        self._fill_filter()
        self._on_current()

    def _fit(self) -> None:
        """Leave out the words of a button where the page is too narrow for them in every language."""
        self.next.setText("" if self.width() < _NARROW else self.tr("Next problem"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.message.set_lines(_LINES_NARROW if self.width() < _NARROW else _LINES)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)
