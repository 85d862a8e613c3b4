"""The answer to one error, as a page: what it means, why, what to do, and what Listo can do itself."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue.answers import Answer
from listo.core.catalogue.entries import SheetExample
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.lookup.answer_text import BOLD, as_text, plain
from listo.ui.widgets import parts
from listo.ui.widgets.flow_layout import FlowLayout

_BOX_TOP = 4
"""How much lower the words stand than the box to tick, so that both lie on one line."""
_BOX_WIDTH = 24
_COPIED_MS = 2000


class AnswerView(QScrollArea):
    """Draws an Answer that was made with its names and labels marked."""

    checkRequested = Signal()
    settingsRequested = Signal(str)
    errorRequested = Signal(str)
    stepTicked = Signal(int, bool)
    ticksCleared = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts = texts
        self._answer: Answer | None = None
        self._related: tuple[tuple[str, str], ...] = ()
        self._subject = ""
        self.boxes: list[QCheckBox] = []
        self.offers: list[QPushButton] = []
        self._copied_end = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied_end.timeout.connect(self._name_copy)
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak another language from the next answer on."""
        self._texts = texts

    def show_answer(
        self, answer: Answer, subject: str, related: Iterable[tuple[str, str]], ticked: Iterable[int]
    ) -> None:
        """Show an answer; `subject` is the captured name, `related` pairs of error id and title."""
        wanted = (answer, subject, tuple(related))
        if wanted != (self._answer, self._subject, self._related):
            self._answer, self._subject, self._related = wanted
            self._draw()
        self._tick(frozenset(ticked))

    def as_text(self) -> str:
        """Return the answer as plain text, to be pasted elsewhere."""
        return as_text(self._answer, self._headings()) if self._answer else ""

    def ticked(self) -> tuple[int, ...]:
        """Return which steps are ticked, counted from 0."""
        return tuple(number for number, box in enumerate(self.boxes) if box.isChecked())

    # -- drawing ---------------------------------------------------------------------------------

    def _headings(self) -> tuple[str, str, str, str]:
        why, how = self.tr("Why it happens"), self.tr("How to fix it")
        return why, how, self.tr("Afterwards"), self.tr("Good to know")

    def _draw(self) -> None:
        answer = self._answer
        if answer is None:
            return
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=3, vertical=2.5, gap=1)
        whole.addLayout(parts.readable(self._what_to_do(answer)))
        if answer.example:
            whole.addWidget(_table(answer.example), 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(parts.readable(self._what_else(answer)))
        whole.addStretch(1)
        self._show_page(page)

    def _what_to_do(self, answer: Answer) -> QWidget:
        column, whole = _column()
        why, how, *_ = self._headings()
        self._draw_heading(whole, answer)
        _section(whole, why, (_bulleted(_words(cause)) for cause in answer.causes))
        self._draw_steps(whole, how, answer)
        if answer.example:
            whole.addSpacing(style.SPACE)
            whole.addWidget(_words(answer.example.intro))
        return column

    def _what_else(self, answer: Answer) -> QWidget:
        column, whole = _column()
        *_, afterwards, note = self._headings()
        _section(whole, afterwards, [_words(answer.afterwards)] if answer.afterwards else [])
        _section(whole, note, [_words(answer.note)] if answer.note else [])
        _section(whole, self.tr("Read more"), (_link(link.title, link.url) for link in answer.links))
        _section(whole, self.tr("Similar errors"), (self._other(*pair) for pair in self._related))
        source = parts.label("caption")
        source.setText(self.tr("Known from: {source}").format(source=answer.source))
        whole.addSpacing(style.SPACE)
        whole.addWidget(source)
        return column

    def _show_page(self, page: QWidget) -> None:
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)

    def _draw_heading(self, whole: QVBoxLayout, answer: Answer) -> None:
        icon, role = parts.SEVERITY_ICONS[answer.severity]
        severity, area = parts.label("caption", wraps=False), parts.label("caption", wraps=False)
        severity.setText(self._texts.say(f"severity.{answer.severity}"))
        area.setText(f"·  {answer.area}")
        whole.addLayout(parts.row(parts.picture(icon, role, 16), severity, area, None))
        title = _words(answer.title)
        title.setProperty("role", "section")
        whole.addWidget(title)
        whole.addWidget(_words(answer.meaning))
        whole.addSpacing(style.SPACE // 2)
        whole.addWidget(self._draw_offers(answer))

    def _draw_offers(self, answer: Answer) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place)
        self.offers = []
        if answer.checks:
            self.offers.append(self._check_button())
        if answer.settings:
            self.offers.append(self._settings_button(answer))
        copy = parts.button("quiet", "copy")
        copy.clicked.connect(lambda: self._on_copy(copy))
        self.offers.append(copy)
        self._name_copy()
        for button in self.offers:
            flow.addWidget(button)
        return place

    def _check_button(self) -> QPushButton:
        check = parts.button("primary", "table")
        named = self.tr("Check my spreadsheet for “{name}”").format(name=parts.shortened(self._subject))
        check.setText(named if self._subject else self.tr("Check my spreadsheet for this"))
        check.setToolTip(self._subject)
        check.clicked.connect(self.checkRequested)
        return check

    def _settings_button(self, answer: Answer) -> QPushButton:
        settings = parts.button("" if answer.checks else "primary", "settings")
        settings.setText(self.tr("Check my settings for this"))
        settings.clicked.connect(lambda: self.settingsRequested.emit(answer.settings[0]))
        return settings

    def _draw_steps(self, whole: QVBoxLayout, heading: str, answer: Answer) -> None:
        again = self.untick = parts.button("link")
        again.setText(self.tr("Untick all"))
        again.clicked.connect(self.ticksCleared)
        again.hide()
        whole.addLayout(parts.row(_heading(heading), None, again))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.SPACE // 2)
        grid.setVerticalSpacing(style.SPACE // 2)
        grid.setColumnStretch(2, 1)
        self.boxes = [self._draw_step(grid, number, step) for number, step in enumerate(answer.steps)]
        whole.addLayout(grid)

    def _draw_step(self, grid: QGridLayout, number: int, step: str) -> QCheckBox:
        box = QCheckBox()
        box.setFixedWidth(_BOX_WIDTH)
        box.setAccessibleName(f"{number + 1}. {plain(step)}")
        box.toggled.connect(lambda done: self._on_ticked(number, done=done))
        place, words = QLabel(f"{number + 1}."), _words(step)
        for label in (place, words):
            label.setContentsMargins(0, _BOX_TOP, 0, 0)
        grid.addWidget(box, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(place, number, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, number, 2)  # no alignment: it would lose the height that goes with the width
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        return box

    def _other(self, error_id: str, title: str) -> QHBoxLayout:
        other = parts.button("link")
        other.setText(title)
        other.clicked.connect(lambda: self.errorRequested.emit(error_id))
        return parts.row(other, None)

    # -- what is pressed -------------------------------------------------------------------------

    def _tick(self, ticked: frozenset[int]) -> None:
        if self._answer is None:
            return
        for number, box in enumerate(self.boxes):
            with QSignalBlocker(box):
                box.setChecked(number in ticked)
        self.untick.setVisible(bool(ticked))

    def _on_ticked(self, number: int, *, done: bool) -> None:
        self.untick.setVisible(bool(self.ticked()))
        self.stepTicked.emit(number, done)

    def _on_copy(self, copy: QPushButton) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
        copy.setText(self.tr("Copied"))
        style.set_icon(copy, "right")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tr("Copied")))
        self._copied_end.start()

    def _name_copy(self) -> None:
        """Call the last of the offers what it does, after it said that it was done."""
        self._copied_end.stop()
        self.offers[-1].setText(self.tr("Copy the answer"))
        style.set_icon(self.offers[-1], "copy")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Answer"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:  # links keep the colour that they were laid out with
            ticked = frozenset(self.ticked())
            self._draw()
            self._tick(ticked)
        super().changeEvent(event)


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    whole = parts.column()
    column.setLayout(whole)
    return column, whole


def _table(example: SheetExample) -> QFrame:
    table = parts.frame("well")
    grid = QGridLayout(table)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(14)
    for line, cells in enumerate((COLUMNS, *example.rows)):
        for place, text in enumerate(cells):
            cell = parts.label("" if line else "caption", wraps=False, selectable=bool(line))
            cell.setText(text)
            grid.addWidget(cell, line, place)
    return table


def _section(whole: QVBoxLayout, heading: str, lines: Iterable[QWidget | QHBoxLayout]) -> None:
    """Draw lines below a heading, if there are any."""
    for place, line in enumerate(lines):
        if not place:
            whole.addWidget(_heading(heading))
        if isinstance(line, QWidget):
            whole.addWidget(line)
        else:
            whole.addLayout(line)


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setProperty("role", "strong")
    heading.setContentsMargins(0, style.SPACE, 0, 0)
    return heading


def _words(marked: str) -> QLabel:
    """Return a text as a label; what stands between double asterisks is bold."""
    words = QLabel(BOLD.sub(r"<b>\1</b>", html.escape(marked, quote=False)), wordWrap=True)
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words


def _bulleted(words: QLabel) -> QHBoxLayout:
    bullet = QLabel("•")
    bullet.setFixedWidth(style.SPACE)
    line = parts.row(bullet, gap=style.SPACE // 2)
    line.addWidget(words, 1)
    line.setAlignment(bullet, Qt.AlignmentFlag.AlignTop)
    return line


def _link(title: str, url: str) -> QLabel:
    link = QLabel(f'<a href="{html.escape(url)}">{html.escape(title)}</a> ↗', wordWrap=True)
    link.setOpenExternalLinks(True)
    link.setToolTip(url)
    link.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return link
