"""The step *Your SKUs*: what becomes of each, searched, filtered and sorted; what would be sent of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from listo.core.errors import InputError
from listo.core.readiness.model import Export, Reason, SkuResult, SkuState
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview, SkuDetails, SkuNotes, SkuPage, SkuQuery
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.progress import SkuGroup, counts_by_group
from listo.ui.spreadsheet.tables.skus_table import (
    ORDERS,
    STATE_ICONS,
    SentTable,
    SkusColumn,
    SkusModel,
    SkusTable,
    state_name,
)
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, Pages
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.dialogs import ask_to_replace, ask_where

if TYPE_CHECKING:  # what writes files is loaded in the worker
    from listo.core.catalogue.entries import AdminPage
    from listo.core.worker.skus import SkuFormat

_PAUSE_MS = 150
"""Fast typing searches once and not with each letter, and the answer still seems to come at once."""

_SIDE_BY_SIDE = 1000
"""Pixels of the page from which the table and one SKU have room beside each other."""

_LOW = 36
"""Lines of text: a page that is lower says what Listo cannot foresee in the tip of its title alone."""

_TWO_COLUMNS = 520
"""Pixels of the place for one SKU from which what is said of it and what is sent stand beside each other."""

STATES_OF: dict[SkuGroup, tuple[SkuState, ...]] = {
    "ready": ("ready",),
    "held-up": ("blocked", "at-risk"),
    "not-sent": ("not-sent",),
    "unknown": ("unknown",),
}
"""Which states the strip counts together."""


class SkuPreview(Translated, QWidget):
    """One SKU in full: what becomes of it and why, what would be sent, and what lacks."""

    rowRequested = Signal(int, str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.result: SkuResult | None = None
        self._brand = ""
        self.title = parts.label("section", selectable=True)
        self._icon, self.state = parts.picture("help", "quiet"), parts.label("strong")
        self.meaning = parts.label("quiet")
        self.reasons, self.remark = parts.column(gap=4), parts.label("quiet", selectable=True)
        self.heading, self.copy = parts.label("strong"), parts.button("quiet", "copy")
        self.table = SentTable()
        self.nothing, self.typing = parts.label("quiet"), parts.label("caption")
        self._build()
        self.copy.clicked.connect(self.copy_lines)
        self.table.rowRequested.connect(self.rowRequested)
        self.show_result(None)

    def _build(self) -> None:
        said, sent = QWidget(), QWidget()
        state = parts.row(self._icon, parts.grow(self.state), gap=8)
        said.setLayout(parts.column(self.title, state, self.meaning, self.reasons, self.remark, None))
        head = parts.row(parts.grow(self.heading), self.copy)
        sent.setLayout(parts.column(head, self.table, self.nothing, self.typing, None))
        self._halves = parts.column(said, sent, gap=16)
        self._halves.setStretch(0, 1)
        self._halves.setStretch(1, 1)
        self._halves.setContentsMargins(16, 12, 16, 12)
        area = parts.scrolled(self._halves)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = parts.frame("card")
        card.setLayout(parts.column(area))
        self.setLayout(parts.column(card))
        self.setMinimumSize(320, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= max(_TWO_COLUMNS, self.height())
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        for place in range(self._halves.count()):
            self._halves.setStretch(place, 1 if beside else place)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def show_result(self, result: SkuResult | None, brand_not_first: str = "") -> None:
        """Show a SKU, or nothing; `brand_not_first` is what its title should begin with and does not."""
        self.result, self._brand = result, brand_not_first
        self._retranslate()

    def copy_lines(self) -> None:
        """Put what would be sent on the clipboard: attribute and value, a line each."""
        sends = self.result.sends if self.result else ()
        QGuiApplication.clipboard().setText("\n".join(f"{each.attribute}\t{each.value}" for each in sends))

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        result = self.result
        for part in (self._icon, self.state, self.heading, self.copy, self.typing):
            part.setVisible(result is not None)
        self.title.setText(" · ".join(filter(None, (result.sku, result.name))) if result else "")
        parts.empty(self.reasons)
        self.remark.setVisible(bool(result and self._brand))
        self.remark.setText(
            self.tr(
                "Product Publication wants the title to begin with the brand: "
                "put “{brand}” at its beginning there."
            ).format(brand=self._brand)
        )
        self.heading.setText(self.tr("What would be sent"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy every attribute with its value"))
        self.table.setAccessibleName(self.tr("What would be sent"))
        headings = (self.tr("Attribute"), self.tr("In VTEX"), self.tr("Sent"), self.tr("Row"))
        self.table.setHorizontalHeaderLabels(headings)
        self.nothing.setText(self.tr("Nothing of the mapping sheet is sent for it."))
        self.typing.setText(
            self.tr(
                "The Admin’s newer screens, Amazon Listing and Product Publication, "
                "take no sheet: enter these values there."
            )
        )
        if result is None:
            self.meaning.setText(self.tr("Choose a SKU to see what becomes of it."))
            self._show_sends((), ())
        else:
            self._say(result)

    def _say(self, result: SkuResult) -> None:
        style.set_icon(self._icon, *STATE_ICONS[result.state])
        self.state.setText(state_name(self._texts, result.state))
        self.meaning.setText(self._meaning(result))
        lines = [self._reason_line(reason) for reason in result.reasons]
        for line in lines:
            self.reasons.addWidget(line)
        parts.tab_before(self.copy, (stop for line in lines for stop in parts.tab_stops(line)))
        sent = {each.attribute for each in result.sends}
        lacking = [each for each in result.reasons if _lacks(each) and each.attribute not in sent]
        self._show_sends(
            [(each.attribute, each.vtex_value, each.value, each.row) for each in result.sends], lacking
        )

    def _show_sends(
        self, sends: Sequence[tuple[str, str, str, int | None]], lacking: Sequence[Reason]
    ) -> None:
        from listo.core.reports.texts import say_short

        gray = {
            (
                each.attribute or each.specification or "",
                each.value or "",
                say_short(self._texts, each.code),
            ): each.row
            for each in lacking
        }
        self.table.show_lines([*sends, *((*line, row) for line, row in gray.items())], len(gray))
        shown = self.result is not None and self.result.state != "unknown" and not sends
        self.nothing.setVisible(shown and not gray)
        self.typing.setVisible(bool(sends))
        self.copy.setEnabled(bool(sends))

    def _reason_line(self, reason: Reason) -> QWidget:
        from listo.core.reports.texts import say_reason

        line, words = QWidget(), parts.label(selectable=True)
        words.setText(say_reason(self._texts, reason))
        said = parts.column(words, gap=2)
        if reason.row is not None:
            go = parts.button("link")
            go.setText(self.tr("Go to row {row}").format(row=reason.row))
            go.clicked.connect(partial(self.rowRequested.emit, reason.row, reason.column or "AmazonValue"))
            said.addLayout(parts.row(go, None))
        picture = parts.picture(*STATE_ICONS[reason.state], size=16)
        inside = parts.row(picture, said, gap=8)
        inside.setStretch(1, 1)
        inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setLayout(inside)
        return line

    def _meaning(self, result: SkuResult) -> str:
        if result.is_unchecked:
            return self.tr(
                "VTEX sends it. Whether Amazon takes its values is not checked: "
                "no Amazon file is for its category."
            )
        if result.state == "unknown":
            lacking = QLocale().createSeparatedList([self._export_name(each) for each in result.needs])
            return self.tr("Not known without {files}.").format(files=lacking)
        return {
            "ready": self.tr("As far as your files tell, it goes through."),
            "blocked": self.tr("It does not go through until this is fixed:"),
            "at-risk": self.tr("It may go through, but this can stop it:"),
            "not-sent": self.tr("VTEX does not send it to Amazon:"),
        }[result.state]

    def _export_name(self, export: Export) -> str:
        if export == "vtex-sku-specifications":
            return self.tr("VTEX’s export of SKU specifications")
        return self.tr("VTEX’s export of product specifications")


def _lacks(reason: Reason) -> bool:
    """Return whether something is not sent because of a reason."""
    return bool(reason.attribute or reason.specification) and reason.code != "variation-field-unmapped"


class SkusPage(Translated, QWidget):
    """The table with what is searched and filtered above it, one SKU beside it."""

    rowRequested = Signal(int, str)
    """Excel's row and the column that a SKU hangs on."""
    said = Signal(str)
    """A sentence on what was done."""

    def __init__(
        self, work: Work, texts: Texts, state: parts.WindowState | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._texts, self._state = work, texts, state
        self._page: AdminPage | None = None
        self._overview: Overview | None = None
        self._order: int = SkusColumn.STATE
        self._descending, self._asked = False, SkuQuery()
        self.title, self.found = parts.label("title"), parts.label("quiet")
        self.search, self.filter = parts.LineEdit(clearButtonEnabled=True), parts.ComboBox()
        self.export, self._menu = parts.button("", "save"), QMenu(self)
        self._as_workbook, self._as_csv = QAction(self), QAction(self)
        self._menu.addActions((self._as_workbook, self._as_csv))
        self.model = SkusModel(texts, self)
        self.table, self.preview = SkusTable(self.model), SkuPreview(texts)
        self.limits = parts.label("caption")
        self.go_on, self.remarks = parts.button("", "chevron-right"), parts.button("link", "info")
        self._notes = SkuNotes(-1)
        self.lacking, self.add = parts.label(), parts.button("primary", "plus")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.export.setMenu(self._menu)
        top = parts.row(parts.grow(self.search), self.filter, self.export, gap=12)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.table)
        self.split.addWidget(self.preview)
        self.split.setHandleWidth(2 * style.SPACE)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        working = QWidget()
        inside = parts.column(top, self.split, self.limits, gap=8)
        inside.setStretch(1, 1)
        working.setLayout(inside)
        card = parts.frame("card")
        said = parts.column(self.lacking, parts.row(self.add, None), gap=16)
        said.setContentsMargins(16, 16, 16, 16)
        card.setLayout(said)
        without = QWidget()
        without.setLayout(parts.column(parts.readable(card), None))
        self.body = QStackedWidget()
        for each in (working, without):
            self.body.addWidget(each)
        self.title.setWordWrap(False)
        self.go_on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        head = parts.row(self.title, self.found, self.remarks, None, self.go_on, gap=16)
        whole = parts.column(head, self.body, gap=8)
        whole.setStretch(1, 1)
        whole.setContentsMargins(24, 16, 24, 12)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self.filter.currentIndexChanged.connect(lambda _index: self._ask_anew())
        self._pause.timeout.connect(self._ask_anew)
        self.model.pageWanted.connect(self._ask_for_lines)
        self.table.orderChosen.connect(self._on_order)
        self.table.skuChosen.connect(self._ask_for_details)
        self.table.activated.connect(lambda _index: self.go_to_first_row())
        self.preview.rowRequested.connect(self.rowRequested)
        self.remarks.clicked.connect(self.show_remarks)
        self._as_workbook.triggered.connect(lambda: self._ask_for_name("xlsx"))
        self._as_csv.triggered.connect(lambda: self._ask_for_name("csv"))
        bind(self, "sku-row", self.go_to_first_row, lambda: self.preview.result is not None)
        bind(self, "save-skus", lambda: self._ask_for_name("xlsx"), self._counted)

    # -- what the tab tells -------------------------------------------------------------------------

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the lines are asked for when the step is shown."""
        self._overview = overview
        ids = overview.category_ids
        self.model.set_categories(overview.coverage.names, is_global=ids is None or ids.reading != "store")
        self._retranslate()

    def refresh(self) -> None:
        """Ask for the lines where those shown are out of date."""
        page = parts.kept_page(self._state) if self._state else None
        is_new = self._overview is not None and self.model.revision != self._overview.revision
        if self._counted() and (is_new or page != self._page):
            self._page = page
            self._ask_for_lines(self.table.wanted_start())
            self._ask_for_details(self.table.current_sku())
            self._work.look(Jobs.sku_notes, self._show_notes, page)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self.model.set_texts(texts)
        self.preview.set_texts(texts)
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.table if self._counted() else self.add).setFocus()

    def show_group(self, group: SkuGroup | None) -> None:
        """Show the SKUs of one part of the strip, or all."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self.filter.setCurrentIndex(0 if group is None else 1 + list(STATES_OF).index(group))
        self._ask_anew()

    def show_sku(self, sku: str) -> None:
        """Show all SKUs, with the keyboard on that one."""
        with QSignalBlocker(self.search), QSignalBlocker(self.filter):
            self.search.clear()
            self.filter.setCurrentIndex(0)
        self._pause.stop()
        self._asked = self.query()
        self._work.start(Jobs.sku_index, sku, self._asked).on_success(self._on_index)

    def go_to_first_row(self) -> None:
        """Go to the row of the sheet that the SKU at hand hangs on first."""
        result = self.preview.result
        if result is None:
            return
        rows = [(each.row, each.column or "AmazonValue") for each in result.reasons if each.row is not None]
        rows += [(each.row, "AmazonValue") for each in result.sends]
        if rows:
            self.rowRequested.emit(*rows[0])

    def query(self) -> SkuQuery:
        """Return which SKUs are to be shown, and in what order."""
        group: SkuGroup | None = self.filter.currentData()
        return SkuQuery(
            states=STATES_OF[group] if group else (),
            text=self.search.text().strip(),
            order=ORDERS[self._order],
            descending=self._descending,
            language=self._texts.language,
        )

    # -- lines --------------------------------------------------------------------------------------

    def _counted(self) -> bool:
        return self._overview is not None and self._overview.skus.states is not None

    def _ask_anew(self) -> None:
        self._pause.stop()
        if self._counted():
            self._asked = self.query()
            self._work.look(Jobs.sku_page, partial(self._show_page, row=0), self._asked, 0, PAGE_SIZE)

    def _ask_for_lines(self, start: int) -> None:
        self._asked = self.query()
        self._work.look(Jobs.sku_page, self._show_page, self._asked, start, PAGE_SIZE)

    def _on_index(self, index: int | None) -> None:
        if index is not None:
            show = partial(self._show_page, row=index)
            self._work.look(Jobs.sku_page, show, self._asked, Pages.start_of(index), PAGE_SIZE)

    def _show_page(self, page: SkuPage, row: int | None = None) -> None:
        self.table.show_page(page, row)
        self.table.fit_columns()
        self._say_found()

    def _ask_for_details(self, sku: str) -> None:
        if sku:
            self._work.look(Jobs.sku_details, self._show_details, sku)
        else:
            self.preview.show_result(None)

    def _show_details(self, details: SkuDetails) -> None:
        if details.result is None or details.result.sku == self.table.current_sku():
            asks = self._page == "product-publication"
            self.preview.show_result(details.result, details.brand_not_first if asks else "")

    def _on_order(self, column: int, descending: bool) -> None:
        self._order, self._descending = column, descending
        self._ask_anew()

    def focus_search(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _show_notes(self, notes: SkuNotes) -> None:
        self._notes = notes
        self._say_found()

    def show_remarks(self) -> QMessageBox:
        """Show what is odd about the exports."""
        from listo.core.reports.texts import say_note

        said = [say_note(self._texts, note) for note in self._notes.notes]
        if more := self._notes.total - len(said):
            said.append(self.tr("and %Ln more", "", more))
        box = QMessageBox(QMessageBox.Icon.Information, "Listo", "\n\n".join(said), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    # -- as a file --------------------------------------------------------------------------------

    def _ask_for_name(self, form: SkuFormat) -> None:
        # The word goes into the name: mapping-skus.xlsx
        request = self._work.start(Jobs.proposed_name, self.tr("skus"), f".{form}")
        request.on_success(partial(self._ask_where, form))

    def _ask_where(self, form: SkuFormat, proposed: Path) -> None:
        words = self.tr("Save these SKUs"), self.tr("List of SKUs")
        ask_where(self, *words, proposed, lambda target: self.write(target, form, overwrite=False))

    def write(self, target: Path, form: SkuFormat, *, overwrite: bool) -> None:
        """Write the SKUs that are shown; a file that is there is replaced only where the person said so."""
        request = self._work.start(Jobs.export_skus, target, form, self.query(), overwrite)
        request.on_success(self._on_written).on_failure(partial(self._on_refused, target, form))

    def _on_refused(self, target: Path, form: SkuFormat, error: object) -> bool:
        exists = isinstance(error, InputError) and error.code == "file-exists"
        if exists:
            question = self.tr("Replace it with the list of SKUs?")
            ask_to_replace(self, target, question, lambda: self.write(target, form, overwrite=True))
        return exists

    def _on_written(self, path: Path | None) -> None:
        if path is not None:
            made = self.tr("The list is in “{folder}”, named “{name}”.")
            self.said.emit(made.format(folder=path.parent, name=path.name))

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.export.setText(self.tr("Save list"))
        self.export.setToolTip(self.tr("The SKUs shown, with reasons and what would be sent of each"))
        self._as_workbook.setText(self.tr("To work with (Excel)…"))
        self._as_csv.setText(self.tr("As plain table (CSV)…"))
        self.title.setText(self.tr("Your SKUs"))
        self.go_on.setText(self.tr("Send to VTEX"))
        self.search.setPlaceholderText(self.tr("Search by SKU, name or reason"))
        self.search.setAccessibleName(self.tr("Search your SKUs"))
        self.filter.setAccessibleName(self.tr("Which SKUs are shown"))
        self.table.setAccessibleName(self.tr("Your SKUs"))
        self.limits.setText(
            self.tr(
                "Listo goes by the documented rules. It cannot foresee how Amazon matches products (ASIN), "
                "brand approvals, images, or the state of your account."
            )
        )
        self.title.setToolTip(parts.literal(self.limits.text()))
        self._fill_filter()
        self._say_found()
        self._say_lacking()
        self.body.setCurrentIndex(0 if self._counted() else 1)

    def _fill_filter(self) -> None:
        chosen = max(0, self.filter.currentIndex())
        counts = counts_by_group(self._overview.skus.states if self._overview else None)
        names = {
            "ready": self.tr("Ready"),
            "held-up": self.tr("Held up"),
            "not-sent": self.tr("Not sent"),
            "unknown": self.tr("Not known"),
        }
        say = QLocale().toString
        with QSignalBlocker(self.filter):
            self.filter.clear()
            self.filter.addItem(self.tr("All ({count})").format(count=say(sum(counts.values()))), None)
            for group in get_args(SkuGroup):
                self.filter.addItem(f"{names[group]} ({say(counts[group])})", group)
            self.filter.setCurrentIndex(chosen)

    def _say_found(self) -> None:
        self.remarks.setVisible(self._counted() and self._notes.total > 0)
        self.remarks.setText(self.tr("%Ln remark(s)", "", self._notes.total))
        self.remarks.setToolTip(self.tr("What is odd about your exports"))
        self.found.setVisible(self._counted())
        found = self.model.rowCount()
        self.found.setText(self.tr("%Ln SKU(s)", "", found) if found else self.tr("No SKU fits this search."))

    def _say_lacking(self) -> None:
        is_due = self._overview is not None and self._overview.skus.is_due
        self.add.setVisible(not is_due)
        self.add.setText(self.tr("Add the export…"))
        self.lacking.setText(
            self.tr("Listo is working out what becomes of your SKUs…")
            if is_due
            else self.tr(
                "With VTEX’s export of products and SKUs, Listo shows which SKUs would go through, "
                "which are held up, and by what. The export of SKU specifications belongs to it."
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = Qt.Orientation.Horizontal if self.width() >= _SIDE_BY_SIDE else Qt.Orientation.Vertical
        if beside != self.split.orientation() or not event.oldSize().isValid():
            self.split.setOrientation(beside)
            room = self.width() if beside == Qt.Orientation.Horizontal else self.height()
            of_table = 0.6 if beside == Qt.Orientation.Horizontal else 0.5
            self.split.setSizes([round(room * of_table), round(room * (1 - of_table))])
        self.limits.setVisible(self.height() >= _LOW * self.fontMetrics().lineSpacing())
