"""The answer to one error, as a page: what it means, why, what to do, and what Listo can do itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue import Answer, Example
from listo.core.sheets import COLUMNS
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.widgets import parts

_BOX_TOP = 4
"""How much lower the words stand than the box to tick, so that both lie on one line."""
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class AnswerView(QScrollArea):
    """Draws an Answer that was made with its names and labels marked."""

    checkRequested = Signal()
    settingsRequested = Signal(str)
    errorRequested = Signal(str)
    stepTicked = Signal(int, bool)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts = texts
        self._answer: Answer | None = None
        self._related: tuple[tuple[str, str], ...] = ()
        self._subject = ""
        self._ticked: frozenset[int] = frozenset()

    def set_texts(self, texts: Texts) -> None:
        """Speak another language from the next answer on."""
        self._texts = texts

    def show_answer(
        self, answer: Answer, subject: str, related: Iterable[tuple[str, str]], ticked: Iterable[int]
    ) -> None:
        """Show an answer; `subject` is the captured name, `related` pairs of error id and title."""
        self._answer, self._subject = answer, subject
        self._related, self._ticked = tuple(related), frozenset(ticked)
        self._draw()

    def as_text(self) -> str:
        """Return the answer as plain text, to be pasted elsewhere."""
        answer = self._answer
        if answer is None:
            return ""
        steps = [f"{number}. {step}" for number, step in enumerate(answer.steps, start=1)]
        links = [f"{link.title}: {link.url}" for link in answer.links]
        parts_of_it = [
            answer.title,
            answer.meaning,
            *answer.causes,
            *steps,
            answer.afterwards,
            answer.note,
            *links,
        ]
        return "\n".join(_BOLD.sub(r"\1", part) for part in parts_of_it if part)

    def _draw(self) -> None:
        answer = self._answer
        if answer is None:
            return
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=3, vertical=2.5, gap=1)
        self._draw_heading(whole, answer)
        self._draw_causes(whole, answer)
        self._draw_steps(whole, answer)
        if answer.example:
            self._draw_example(whole, answer.example)
        self._draw_rest(whole, answer)
        whole.addStretch(1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)

    def _draw_heading(self, whole: QVBoxLayout, answer: Answer) -> None:
        icon, role = parts.SEVERITY_ICONS[answer.severity]
        severity = QLabel(self._texts.say(f"severity.{answer.severity}"))
        severity.setProperty("role", "caption")
        area = QLabel(answer.area)
        area.setProperty("role", "caption")
        whole.addLayout(parts.row(parts.picture(icon, role, 16), severity, QLabel("·"), area, None))
        title = _words(answer.title)
        title.setProperty("role", "section")
        whole.addWidget(title)
        whole.addWidget(_words(answer.meaning))
        whole.addSpacing(style.SPACE // 2)
        whole.addLayout(self._actions(answer))

    def _actions(self, answer: Answer) -> QHBoxLayout:
        row = parts.row(gap=style.SPACE)
        if answer.checks:
            check = parts.button("primary", "table")
            named = self.tr("Check my spreadsheet for “{name}”").format(name=parts.shortened(self._subject))
            check.setText(named if self._subject else self.tr("Check my spreadsheet for this"))
            check.clicked.connect(self.checkRequested)
            row.addWidget(check)
        if answer.settings:
            settings = parts.button("" if answer.checks else "primary", "settings")
            settings.setText(self.tr("Check my settings for this"))
            settings.clicked.connect(lambda: self.settingsRequested.emit(answer.settings[0]))
            row.addWidget(settings)
        copy = parts.button("quiet", "copy")
        copy.setText(self.tr("Copy the answer"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.as_text()))
        row.addWidget(copy)
        row.addStretch(1)
        return row

    def _draw_causes(self, whole: QVBoxLayout, answer: Answer) -> None:
        if answer.causes:
            whole.addWidget(_heading(self.tr("Why it happens")))
        for cause in answer.causes:
            whole.addLayout(_bulleted(_words(cause)))

    def _draw_steps(self, whole: QVBoxLayout, answer: Answer) -> None:
        whole.addWidget(_heading(self.tr("How to fix it")))
        for number, step in enumerate(answer.steps):
            box = QCheckBox()
            box.setChecked(number in self._ticked)
            box.setAccessibleName(_BOLD.sub(r"\1", step))
            box.toggled.connect(lambda done, number=number: self.stepTicked.emit(number, done))
            place = QLabel(f"{number + 1}.")
            place.setContentsMargins(0, _BOX_TOP, 0, 0)
            words = _words(step)
            words.setContentsMargins(0, _BOX_TOP, 0, 0)
            line = parts.row(box, place, gap=style.SPACE // 2)
            line.addWidget(words, 1)
            for part in (box, place, words):
                line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
            whole.addLayout(line)

    def _draw_example(self, whole: QVBoxLayout, example: Example) -> None:
        whole.addWidget(_words(example.intro))
        table = QFrame()
        table.setProperty("role", "well")
        grid = QGridLayout(table)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(14)
        for place, name in enumerate(COLUMNS):
            header = QLabel(name)
            header.setProperty("role", "caption")
            grid.addWidget(header, 0, place)
        for line, cells in enumerate(example.rows, start=1):
            for place, text in enumerate(cells):
                cell = QLabel(text)
                cell.setMinimumHeight(cell.sizeHint().height() + 2)
                grid.addWidget(cell, line, place)
        whole.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)

    def _draw_rest(self, whole: QVBoxLayout, answer: Answer) -> None:
        if answer.afterwards:
            whole.addWidget(_heading(self.tr("Afterwards")))
            whole.addWidget(_words(answer.afterwards))
        if answer.note:
            whole.addWidget(_heading(self.tr("Good to know")))
            whole.addWidget(_words(answer.note))
        if answer.links:
            whole.addWidget(_heading(self.tr("Read on")))
            for link in answer.links:
                whole.addWidget(_link(link.title, link.url))
        if self._related:
            whole.addWidget(_heading(self.tr("Looks alike")))
            for error_id, title in self._related:
                other = parts.button("link")
                other.setText(title)
                other.clicked.connect(lambda _=False, error_id=error_id: self.errorRequested.emit(error_id))
                whole.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        source = QLabel(self.tr("Known from: {source}").format(source=answer.source), wordWrap=True)
        source.setProperty("role", "caption")
        whole.addSpacing(style.SPACE)
        whole.addWidget(source)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._draw()
        super().changeEvent(event)


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setProperty("role", "strong")
    heading.setContentsMargins(0, style.SPACE, 0, 0)
    return heading


def _words(marked: str) -> QLabel:
    """Return a text as a label of reading width; what stands between double asterisks is bold."""
    words = QLabel(_BOLD.sub(r"<b>\1</b>", html.escape(marked, quote=False)), wordWrap=True)
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setMaximumWidth(style.READING_WIDTH)
    return words


def _bulleted(words: QLabel) -> QHBoxLayout:
    bullet = QLabel("•")
    bullet.setFixedWidth(style.SPACE)
    line = parts.row(bullet, gap=style.SPACE)
    line.addWidget(words, 1)
    line.setAlignment(bullet, Qt.AlignmentFlag.AlignTop)
    return line


def _link(title: str, url: str) -> QLabel:
    link = QLabel(f'<a href="{html.escape(url)}">{html.escape(title)}</a> ↗', wordWrap=True)
    link.setOpenExternalLinks(True)
    link.setToolTip(url)
    link.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    link.setMaximumWidth(style.READING_WIDTH)
    return link
