"""Which sheet of the file it is, which row is its header, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from listo.core.mapping.layout import MappingLayout
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Doubt, LayoutView
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

_PREVIEW_WIDTH = 120
"""Pixels of a column of the preview: some words of each text, and several columns in sight."""

_NOT_THERE = -1


class PreviewTable(QTableWidget):
    """Read only; a column that is one of the seven has its name above its letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        table_parts.keep_two_lines(self.horizontalHeader())
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_rows(
        self, rows: Sequence[Sequence[str]], header_row: int, indexes: Mapping[Column, int]
    ) -> None:
        """Show rows from Excel's row 1 on; `indexes` says which column is which, from 0."""
        names = {index: name for name, index in indexes.items()}
        width = max((len(row) for row in rows), default=0)
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([_heading(index, names.get(index)) for index in range(width)])
        for index in range(width):
            self.setColumnWidth(index, max(_PREVIEW_WIDTH, table_parts.heading_width(self, index)))
        for number, row in enumerate(rows, 1):
            for index in range(width):
                item = QTableWidgetItem(row[index] if index < len(row) else "")
                self._draw(item, number == header_row, number > header_row and index in names)
                self.setItem(number - 1, index, item)

    def _draw(self, item: QTableWidgetItem, is_header: bool, is_known: bool) -> None:
        if is_header:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
            item.setBackground(style.colour("accent-tint"))
        elif not is_known:
            item.setForeground(style.colour("quiet"))
            item.setBackground(style.colour("background"))

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("The first rows of the sheet"))


def column_letters(index: int) -> str:
    """Return what spreadsheets call the column of an index from 0: `A`, `Z`, `AA`."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _heading(index: int, name: Column | None) -> str:
    return f"{column_letters(index)}\n{name}" if name else column_letters(index)


class _ColumnChoice(QObject):
    """One of the seven columns: its name, where it is in the sheet, and a mark where that is doubtful."""

    changed = Signal()

    def __init__(self, name: Column, parent: QObject) -> None:
        super().__init__(parent)
        self.name: Column = name
        self.title, self.combo = parts.label(wraps=False), parts.ComboBox()
        self.title.setText(name)
        self.mark = parts.picture("warning-solid", "warning", 16)
        self.mark.hide()
        self.title.setBuddy(self.combo)
        self.combo.setAccessibleName(name)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self.combo.activated.connect(self.changed)

    def offer(self, texts: tuple[str, ...], nowhere: str) -> None:
        """Offer every column of the sheet by its letter and header."""
        self.combo.clear()
        self.combo.addItem(nowhere, _NOT_THERE)
        for index, text in enumerate(texts):
            self.combo.addItem(f"{column_letters(index)} · {text}" if text else column_letters(index), index)

    def choose(self, index: int | None) -> None:
        """Say where the column is, None for nowhere."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(_NOT_THERE if index is None else index)))

    def chosen(self) -> int | None:
        """Return where the column is, None for nowhere."""
        index = self.combo.currentData()
        return None if index in (None, _NOT_THERE) else int(index)


class ColumnsPage(Translated, QWidget):
    """The proposal, with what is doubtful marked, beside the first rows as they stand in the file."""

    layoutTaken = Signal(object)
    """The Overview of the work in the new layout."""
    goOn = Signal()

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._view: LayoutView | None = None
        self._as_it_is: tuple[str, int | None, Mapping[Column, int]] | None = None
        self.title, self.sentence = parts.label("title"), parts.label("quiet")
        self.sheet, self.header_row = parts.ComboBox(), parts.SpinBox()
        self._sheet_name, self._row_name = parts.label(wraps=False), parts.label(wraps=False)
        self.choices = {name: _ColumnChoice(name, self) for name in COLUMNS}
        self.preview = PreviewTable()
        self.warning = parts.label("warning")
        self.reset, self.use = parts.button("quiet"), parts.button("primary", "arrow-right")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.setMaximumWidth(320)
        self.header_row.setRange(1, 1)
        for label, field in ((self._sheet_name, self.sheet), (self._row_name, self.header_row)):
            label.setBuddy(field)
        above = parts.row(self._sheet_name, self.sheet, 8, self._row_name, self.header_row, None)
        middle = parts.row(self._form(), self.preview, gap=16)
        middle.setStretch(1, 1)
        foot = parts.row(self.reset, None, self.use)
        head = parts.column(self.title, self.sentence, gap=4)
        inside = parts.column(head, above, middle, self.warning, foot, gap=12)
        inside.setStretch(2, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)

    def _form(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(style.SPACE)
        grid.setVerticalSpacing(style.SPACE // 2)
        for row, choice in enumerate(self.choices.values()):
            policy = choice.mark.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            choice.mark.setSizePolicy(policy)
            grid.addWidget(choice.title, 2 * row, 0)
            grid.addWidget(choice.combo, 2 * row + 1, 0)
            grid.addWidget(choice.mark, 2 * row + 1, 1)
        grid.setRowStretch(2 * len(self.choices), 1)
        scroll = parts.scrolled(grid)
        scroll.setFixedWidth(256)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _connect(self) -> None:
        self.sheet.activated.connect(lambda _index: self._ask_for_layout(self.sheet.currentData(), None))
        self.header_row.valueChanged.connect(self._on_header_row)
        for choice in self.choices.values():
            choice.changed.connect(self._on_choice)
        self.reset.clicked.connect(self._on_reset)
        self.use.clicked.connect(self._on_use)

    # -- what the tab tells ------------------------------------------------------------------------

    def _ask_for_layout(self, sheet: str | None, header_row: int | None) -> None:
        """Ask how the sheet is laid out, or would be with that choice."""
        self._work.start(Jobs.layout, sheet, header_row).on_success(self._show_layout)

    def _show_layout(self, view: LayoutView) -> None:
        """Show how the sheet is laid out, or would be."""
        asked_anew = self._view is None or view.revision != self._view.revision
        self._view = view
        if asked_anew:
            self._as_it_is = view.layout.sheet, view.layout.header_row, dict(view.layout.places)
        self._fill_sheets(view)
        with QSignalBlocker(self.header_row):
            self.header_row.setRange(1, max(1, len(view.preview)))
            self.header_row.setValue(view.layout.header_row or 1)
        self._fill_choices(view.layout)
        self._on_choice()
        self._retranslate()
        if asked_anew and self.use.hasFocus():  # what is doubtful was not known when the page came
            self.focus_first()

    def refresh(self) -> None:
        """Ask for how the sheet is laid out."""
        self._ask_for_layout(None, None)

    def forget(self) -> None:
        """Show nothing of what was; the next layout is how the sheet is laid out now."""
        self._view = None

    def focus_first(self) -> None:
        """Give the keyboard to what is doubtful first, or to going on."""
        doubtful = next((c for c in self.choices.values() if not c.mark.isHidden()), None)
        (doubtful.combo if doubtful else self.use).setFocus()

    def _fill_sheets(self, view: LayoutView) -> None:
        self.sheet.clear()
        for layout in view.sheets:
            self.sheet.addItem(self._sheet_words(layout), layout.sheet)
        self.sheet.setCurrentIndex(self.sheet.findData(view.layout.sheet))

    def _sheet_words(self, layout: MappingLayout) -> str:
        rows = self.tr("%Ln row(s)", "", layout.rows)
        hidden = [self.tr("hidden")] if layout.hidden else []
        return " · ".join([layout.sheet, *([rows] if layout.rows else []), *hidden])

    def _fill_choices(self, layout: MappingLayout) -> None:
        texts = self._header_texts(layout)
        for name, choice in self.choices.items():
            choice.offer(texts, self.tr("(not in the sheet)"))
            choice.choose(layout.places.get(name))

    def _header_texts(self, layout: MappingLayout) -> tuple[str, ...]:
        rows = self._view.preview if self._view else ()
        width = max((len(row) for row in rows), default=0)
        header = rows[layout.header_row - 1] if layout.header_row and layout.header_row <= len(rows) else ()
        return tuple(header) + ("",) * (width - len(header))

    # -- what the person does -----------------------------------------------------------------------

    def indexes(self) -> dict[Column, int]:
        """Return the columns' indexes that are chosen, from 0."""
        chosen = ((name, choice.chosen()) for name, choice in self.choices.items())
        return {name: index for name, index in chosen if index is not None}

    def _on_header_row(self, row: int) -> None:
        if self._view is not None:
            self._ask_for_layout(self.sheet.currentData(), row)

    def _on_choice(self) -> None:
        if self._view is None:
            return
        indexes = self.indexes()
        self.preview.show_rows(self._view.preview, self.header_row.value(), indexes)
        self._mark_doubts(self._view.layout, indexes)
        self._say_warning(indexes)

    def _mark_doubts(self, layout: MappingLayout, indexes: Mapping[Column, int]) -> None:
        for name, choice in self.choices.items():
            same = indexes.get(name) == layout.places.get(name)
            doubtful = name not in indexes or (same and name in (*layout.doubtful, *layout.twice))
            choice.mark.setVisible(doubtful)
            choice.mark.setToolTip(self.tr("Please check that this is right."))

    def _say_warning(self, indexes: Mapping[Column, int]) -> None:
        twice = len(set(indexes.values())) < len(indexes)
        self.use.setEnabled(bool(indexes) and not twice)
        missing = [name for name in COLUMNS if name not in indexes]
        words = self.tr("Without {columns}, some checks cannot run.").format(columns=", ".join(missing))
        if twice:
            words = self.tr("One column of the sheet is chosen twice.")
        elif not indexes:
            words = self.tr("Choose at least one column.")
        self.warning.setText(words if twice or missing else "")

    def _on_use(self) -> None:
        chosen = self.sheet.currentData(), self.header_row.value(), self.indexes()
        needs_none = self._view is not None and not self._view.doubts
        if chosen == self._as_it_is and needs_none:
            self.goOn.emit()
        else:
            self._work.start(Jobs.set_layout, *chosen).on_success(self.layoutTaken.emit)

    def _on_reset(self) -> None:
        self._work.start(Jobs.reset_layout).on_success(self.layoutTaken.emit)

    # -- words ------------------------------------------------------------------------------------

    def _doubt_words(self, doubt: Doubt) -> str:
        return {
            "several-sheets": self.tr("The file has several sheets that could be it."),
            "columns-missing": self.tr("Not all seven columns were found."),
            "columns-doubtful": self.tr("Some columns were recognized by what is in them."),
            "columns-twice": self.tr("Some columns appear twice."),
        }[doubt]

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Sheet and columns"))
        self.sentence.setText(self._sentence())
        self._sheet_name.setText(self.tr("Sheet"))
        self._row_name.setText(self.tr("Header in row"))
        self.reset.setText(self.tr("As Listo sees it"))
        self.reset.setToolTip(self.tr("Go back to what Listo recognized"))
        self.reset.setVisible(self._view is not None and self._view.by_person)
        self.use.setText(self.tr("Continue with this"))
        self.preview.retranslate()
        if self._view is not None:
            self._say_warning(self.indexes())

    def _sentence(self) -> str:
        doubts = self._view.doubts if self._view else ()
        if not doubts:
            return self.tr("Nothing to decide here. If Listo got something wrong, change it.")
        said = " ".join(self._doubt_words(doubt) for doubt in doubts)
        return self.tr("{doubts} Please check that this is right.").format(doubts=said)
