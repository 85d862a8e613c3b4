"""What an answer is made of: its marked text, as labels or plain, its steps, and rows of a mapping sheet.

Plain it is to be pasted into a mail or a ticket. Steps are to be ticked off; what was ticked stays so over a
restart. The rows are those of an example, or of the person's own sheet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from listo.core.catalogue.entries import Answer, ExampleRows
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.core.worker.results import MessageRows, ToldMessage
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.parts import WindowState

_BOLD = re.compile(r"\*\*(.+?)\*\*")
"""What an answer marks as a name or a label."""

_KEY = "ticks"
_MOST = 300
"""Answers whose ticks are kept; a person works on a few at a time, and all are written at each tick."""
_BOX_TOP = 4
"""How much lower the words stand than the box to tick, so that both lie on one line."""
_BOX_WIDTH = 24
"""The box of 16 that the style sheet draws, with its border and the gap before the number."""


_CELL_LETTERS = 32
"""Letters of a cell that are shown of a row: longer ones would push the other columns out of the answer."""
_WORD_IN_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=VTEX)(?=[A-Z])")
"""Where the name of a column may be broken: between the words that it is made of."""
_COLUMNS_SHOWN = ("CategoryID", "VTEXSpecification", "AmazonSpecification", "VTEXValue", "AmazonValue")
"""Columns of the person's own rows that are shown; a theme or type only where the message is about it."""


def plain(marked: str) -> str:
    """Return a text without its marks."""
    return _BOLD.sub(r"\1", marked)


def as_text(answer: Answer, headings: Iterable[str]) -> str:
    """Return all that the answer says; `headings` stand over how, afterwards, why and what is good to know.

    The rows of an example are parted by tabs, so that they can be pasted into a spreadsheet.
    """
    how, afterwards, why, note = headings
    steps = [f"{number}. {step}" for number, step in enumerate(answer.steps, start=1)]
    links = [f"{link.title}: {link.url}" for link in answer.links]
    blocks = [
        [answer.title, answer.meaning],
        [how, *steps],
        _rows(answer.example) if answer.example else [],
        [afterwards, answer.afterwards] if answer.afterwards else [],
        [why, *(f"- {cause}" for cause in answer.causes)] if answer.causes else [],
        [note, answer.note] if answer.note else [],
        links,
    ]
    return "\n\n".join("\n".join(map(plain, block)) for block in blocks if block)


def _rows(example: ExampleRows) -> list[str]:
    return [example.intro, "\t".join(COLUMNS), *("\t".join(row) for row in example.rows)]


def heading_label(text: str = "") -> QLabel:
    """Return the label that stands over a part of an answer."""
    label = parts.label("strong", wraps=False)
    label.setText(text)
    label.setContentsMargins(0, style.SPACE, 0, 0)
    return label


class MarkedLabel(parts.KeptHeights):
    """A text of an answer: what stands between double asterisks is bold. It is hidden while it is empty."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._longest = ""

    def show_marked(self, marked: str) -> None:
        """Show another text."""
        is_marked = _BOLD.search(marked) is not None
        form = Qt.TextFormat.RichText if is_marked else Qt.TextFormat.PlainText
        if form is not self.textFormat():
            self.clear()  # else the old text would be laid out once more
            self.setTextFormat(form)
        if is_marked:
            self.setText(_BOLD.sub(r"<b>\1</b>", html.escape(marked, quote=False)))
        else:  # laid out in a fifth of the time
            self.setText(parts.shortened(marked, parts.LONGEST_SHOWN))
        self.setVisible(bool(marked))
        self._longest = max(plain(marked).split(), key=len, default="")

    def sizeHint(self) -> QSize:
        """Return the least: it grows as wide as it may, and to find a handsome width takes five layouts."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        around, metrics = self.contentsMargins(), self.fontMetrics()
        least = QSize(metrics.horizontalAdvance(self._longest), metrics.lineSpacing())
        return least.grownBy(around)


class ChecklistState:
    """Which steps are ticked, kept by error and name: who mended `Cor` has not mended `Tamanho` yet."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        self._kept = _kept_in(state)

    def of(self, error_id: str, subject: str) -> frozenset[int]:
        """Return the ticked steps, counted from 0."""
        return frozenset(self._kept.get(_key(error_id, subject), ()))

    def set(self, error_id: str, subject: str, step: int, *, done: bool) -> None:
        """Tick a step, or take its tick away; the answers ticked longest ago are forgotten at last."""
        self._kept = _kept_in(self._state)  # what was forgotten meanwhile is not to come back
        key = _key(error_id, subject)
        ticked = {*self._kept.pop(key, ())}
        (ticked.add if done else ticked.discard)(step)
        if ticked:
            self._kept[key] = sorted(ticked)
        self._kept = dict(list(self._kept.items())[-_MOST:])
        self._state.set_state(_KEY, self._kept)

    def clear(self, error_id: str, subject: str) -> None:
        """Take all ticks of an answer away."""
        self._kept = _kept_in(self._state)
        self._kept.pop(_key(error_id, subject), None)
        self._state.set_state(_KEY, self._kept)


def _kept_in(state: WindowState) -> dict[str, list[int]]:
    kept = state.get_state(_KEY, {})
    return {**kept} if isinstance(kept, dict) else {}


def _key(error_id: str, subject: str) -> str:
    return f"{error_id} {subject}" if subject else error_id


class ReadingColumn(QWidget):
    """Parts below each other, as wide as is good for reading: at that width their heights are kept."""

    def __init__(self, *inside: parts.Part) -> None:
        super().__init__()
        self.parts = parts.column(*inside)
        self.setLayout(self.parts)

    def sizeHint(self) -> QSize:
        return QSize(style.READING_WIDTH, self.heightForWidth(style.READING_WIDTH))


class Checklist(ReadingColumn):
    """The numbered steps below their title, each with a box."""

    def __init__(self, kept: ChecklistState) -> None:
        super().__init__()
        self._kept, self._key = kept, ("", "")
        self._title = heading_label()
        self.clear = parts.button("link")
        self.clear.clicked.connect(self._on_clear)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(style.SPACE // 2)
        self._grid.setVerticalSpacing(style.SPACE // 2)
        self._grid.setColumnStretch(2, 1)
        self._made: list[_Step] = []
        self.boxes: list[QCheckBox] = []
        self.parts.addLayout(parts.row(self._title, None, self.clear))
        self.parts.addLayout(self._grid)

    def make(self, count: int) -> None:
        """Have so many steps at least."""
        self._made += [self._add(place) for place in range(len(self._made), count)]

    def stops(self) -> list[QWidget]:
        """Return what the Tab key stops at, in its order."""
        return [self.clear, *(one.box for one in self._made)]

    def show_steps(self, title: str, steps: Sequence[str], error_id: str, subject: str) -> None:
        """Show other steps, with names and labels marked; the rest is what their ticks are kept by."""
        self._key = (error_id, subject)
        self._title.setText(title)
        self.clear.setText(self.tr("Uncheck all"))
        self.make(len(steps))
        self.boxes = [one.box for one in self._made[: len(steps)]]
        for place, one in enumerate(self._made):
            step = steps[place] if place < len(steps) else ""
            one.words.show_marked(step)
            one.box.setAccessibleName(f"{place + 1}. {plain(step)}")
            for part in (one.box, one.number):
                part.setVisible(bool(step))
        self._show_ticks()

    def ticked(self) -> tuple[int, ...]:
        """Return which steps are ticked, counted from 0."""
        return tuple(number for number, box in enumerate(self.boxes) if box.isChecked())

    def _add(self, place: int) -> _Step:
        box, number, words = QCheckBox(), parts.label(wraps=False), MarkedLabel()
        box.setFixedWidth(_BOX_WIDTH)
        box.toggled.connect(lambda done: self._on_toggled(place, done=done))
        number.setText(f"{place + 1}.")
        for one in (number, words):
            one.setContentsMargins(0, _BOX_TOP, 0, 0)
        self._grid.addWidget(box, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(number, place, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(
            words, place, 2
        )  # no alignment: it would lose the height that goes with the width
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        return _Step(box, number, words)

    def _show_ticks(self) -> None:
        ticked = self._kept.of(*self._key)
        for number, box in enumerate(self.boxes):
            with QSignalBlocker(box):
                box.setChecked(number in ticked)
        self.clear.setVisible(bool(ticked))

    def _on_toggled(self, number: int, *, done: bool) -> None:
        self._kept.set(*self._key, number, done=done)
        self.clear.setVisible(bool(self.ticked()))

    def _on_clear(self) -> None:
        self._kept.clear(*self._key)
        self._show_ticks()


class _Step(NamedTuple):
    """What a step is shown with."""

    box: QCheckBox
    number: QLabel
    words: MarkedLabel


def rows_table(headings: Sequence[str], rows: Sequence[Sequence[str]], marked: int = -1) -> QFrame:
    """Return rows below their headings, wrapped where they need it; one column may be marked."""
    table = parts.frame("well")
    grid = QGridLayout(table)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(style.SPACE // 2)
    for place in range(len(headings)):
        grid.setColumnStretch(place, 1 if headings[place] in COLUMNS else 0)
    for line, cells in enumerate((headings, *rows)):
        for place, text in enumerate(cells):
            role = ("strong" if place == marked else "") if line else "caption"
            cell = parts.label(role, selectable=bool(line))
            shown = parts.shortened(text, _CELL_LETTERS) if line else _WORD_IN_WORD.sub("\u200b", text)
            cell.setText(shown)
            cell.setToolTip(parts.literal(text) if len(text) > _CELL_LETTERS else "")
            cell.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, line, place)
    return table


class OwnRows(QFrame):
    """The rows of the person's own sheet that an answer is about, and what the check of them still needs."""

    rowsWanted = Signal()
    fileWanted = Signal()

    def __init__(self, rows: MessageRows, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self._rows, self._texts = rows, texts
        self.words = parts.label(selectable=True)
        self.words.setText(" ".join(filter(None, (self._what_is_there(), self._what_is_known()))))
        whole = parts.column(heading_label(self.tr("In your sheet")), self.words)
        if rows.rows:
            whole.addWidget(self._table())
        self.more, self.add = parts.button("link", "arrow-right"), parts.button("link", "plus")
        left = rows.total - len(rows.rows)
        self.more.setText(self.tr("Show all %Ln row(s)", "", rows.total))
        self.more.setVisible(left > 0)
        self.more.clicked.connect(self.rowsWanted)
        self.add.setText(self.tr("Add the file…"))
        self.add.setVisible(bool(self._files()))
        self.add.clicked.connect(self.fileWanted)
        whole.addLayout(parts.row(self.more, self.add, None, gap=16))
        self.setLayout(whole)
        self.setAccessibleName(self.words.text())

    def _what_is_there(self) -> str:
        rows, name = self._rows, self._rows.name
        if rows.total and name:
            return self.tr("%Ln row(s) say(s) “{name}”.", "", rows.total).format(name=name)
        if rows.total:
            return self.tr("%Ln row(s) can cause this error.", "", rows.total)
        if name:
            return self.tr("No row says “{name}”.").format(name=name)
        return self.tr("Nothing that was checked causes this error.")

    def _what_is_known(self) -> str:
        rows, files = self._rows, QLocale().createSeparatedList(self._files())
        if files and rows.total and not rows.at_fault:
            only = self.tr(
                "That is only where the name is. To tell whether it is wrong there, Listo needs {files}."
            )
            return only.format(files=files)
        if files:
            return self.tr("Not everything could be checked without {files}.").format(files=files)
        if not (rows.name and rows.total):
            return ""
        if not rows.at_fault:
            return self.tr("The checks for this error find nothing wrong there.")
        if rows.total == 1:
            return self.tr("A check finds something wrong there.")
        return self.tr("A check finds something wrong in %Ln of them.", "", rows.at_fault)

    def _files(self) -> list[str]:
        """Return what is missing and can be added as a file."""
        return [self._texts.say(f"need.{need}") for need in self._rows.missing_files]

    def _table(self) -> QFrame:
        rows = self._rows
        columns = [name for name in COLUMNS if name in _COLUMNS_SHOWN or name == rows.column]
        places = [COLUMNS.index(name) for name in columns]
        lines = [[QLocale().toString(row.row), *(row.cells[place] for place in places)] for row in rows.rows]
        marked = columns.index(rows.column) + 1 if rows.column in columns else -1
        return rows_table((self.tr("Row"), *columns), lines, marked)


class ToldView(Translated, QWidget):
    """Messages of a list one by one; Enter or a double click on one shows its SKU."""

    skuRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint, self.list = parts.label("section"), parts.label("quiet"), QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_activated)
        whole = parts.column(self.title, self.hint, self.list)
        whole.setContentsMargins(24, 20, 24, 24)
        self.setLayout(whole)
        self._retranslate()

    def show_messages(self, title: str, messages: Sequence[ToldMessage]) -> None:
        """Show messages below a title."""
        self.title.setText(title)
        self.list.clear()
        self.list.setAccessibleName(title)
        for told in messages:
            known = told.sku and f"SKU {told.sku}" not in told.text
            item = QListWidgetItem(f"SKU {told.sku}: {told.text}" if known else told.text)
            item.setData(Qt.ItemDataRole.UserRole, told.sku)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if sku := item.data(Qt.ItemDataRole.UserRole):
            self.skuRequested.emit(sku)

    def _retranslate(self) -> None:
        self.hint.setText(self.tr("Enter or a double click shows the SKU."))
