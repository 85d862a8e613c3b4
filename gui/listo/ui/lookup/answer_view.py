"""The answer to one error, as a page: what it means, why, what to do, and the names that it can be about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue.entries import Answer, ExampleRows, get_text
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.lookup.answer_parts import Checklist, ChecklistState, as_text, heading_label, marked_label
from listo.ui.lookup.results import Named
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout

_COPIED_MS = 2000
"""Time enough to read *Copied* before the button says again what it does."""
_TITLE_LETTERS = 60
"""Letters of another error's title that have room on one line in the narrowest window (900)."""
_NAMES_SHOWN = 8
"""Names that take about two lines; more of them would push the answer below out of sight."""


class NamesBar(Translated, QWidget):
    """Buttons of which one is down, the most frequent name first; the rare ones on demand."""

    nameChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[Named] = ()
        self._chosen = 0
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._caption = parts.label("caption")
        self._place = QWidget()
        self._flow = FlowLayout(self._place, 6)
        self.setLayout(parts.column(self._caption, self._place, gap=4))
        self.hide()

    def show_names(self, names: Sequence[Named], chosen: int = 0) -> None:
        """Offer those names, if there are several; `chosen` is the one that the answer is filled with."""
        self._names, self._chosen = names, chosen
        self.setVisible(len(names) > 1)
        self._draw(names if chosen >= _NAMES_SHOWN else names[:_NAMES_SHOWN])

    def _draw(self, names: Sequence[Named]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        parts.empty(self._flow)
        if len(self._names) < 2:
            return
        self._caption.setText(self.tr("%Ln different name(s) in these messages:", "", len(self._names)))
        for place, named in enumerate(names):
            self._flow.addWidget(self._button(place, named))
        if len(names) < len(self._names):
            more = parts.button("link")
            more.setText(self.tr("%Ln more…", "", len(self._names) - len(names)))
            more.clicked.connect(self._on_more)
            self._flow.addWidget(more)

    def _button(self, place: int, named: Named) -> QPushButton:
        button = parts.button("chip")
        button.setCheckable(True)
        button.setChecked(place == self._chosen)
        subject = named.subject or self.tr("no name")
        count = self.locale().toString(named.count)
        button.setText(f"{parts.shortened(subject, 32)}  {count}")
        button.setToolTip(parts.literal(subject))
        times = self.tr("%Ln message(s)", "", named.count)
        button.setAccessibleName(f"{subject}, {times}")
        self._group.addButton(button, place)
        return button

    def _on_clicked(self, place: int) -> None:
        self._chosen = place
        self.nameChosen.emit(place)

    def _on_more(self) -> None:
        self._draw(self._names)
        button = self._group.button(_NAMES_SHOWN)
        if button is not None:
            button.setFocus()

    def _retranslate(self) -> None:
        if self._names:
            self.show_names(self._names, self._chosen)


class AnswerView(Translated, QScrollArea):
    """Draws an Answer that was made with its names and labels marked."""

    checkRequested = Signal()
    settingsRequested = Signal(str)
    errorRequested = Signal(str)

    def __init__(self, texts: Texts, kept: ChecklistState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts, self._kept = texts, kept
        self._answer: Answer | None = None
        self._subject = ""
        self.checklist: Checklist | None = None
        self.offers: list[QPushButton] = []
        self._copied_end = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied_end.timeout.connect(self._name_copy)
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak another language from the next answer on."""
        self._texts = texts

    def show_answer(self, answer: Answer, subject: str) -> None:
        """Show an answer; `subject` is the captured name that it is about, empty where there is none."""
        if (answer, subject) != (self._answer, self._subject):
            self._answer, self._subject = answer, subject
            self._draw()

    def as_text(self) -> str:
        """Return the answer as plain text, to be pasted elsewhere."""
        return as_text(self._answer, self._headings()) if self._answer else ""

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
        _section(whole, why, (_bulleted(marked_label(cause)) for cause in answer.causes))
        self.checklist = Checklist(how, answer.steps, self._kept, answer.error_id, self._subject)
        whole.addWidget(self.checklist)
        if answer.example:
            whole.addSpacing(style.SPACE)
            whole.addWidget(marked_label(answer.example.intro))
        return column

    def _what_else(self, answer: Answer) -> QWidget:
        column, whole = _column()
        *_, afterwards, note = self._headings()
        _section(whole, afterwards, [marked_label(answer.afterwards)] if answer.afterwards else [])
        _section(whole, note, [marked_label(answer.note)] if answer.note else [])
        _section(whole, self.tr("Read more"), (parts.link(link.title, link.url) for link in answer.links))
        _section(whole, self.tr("Similar errors"), map(self._other, answer.related))
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
        title = marked_label(answer.title)
        title.setProperty("role", "section")
        whole.addWidget(title)
        whole.addWidget(marked_label(answer.meaning))
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
        check.setToolTip(parts.literal(self._subject))
        check.clicked.connect(self.checkRequested)
        return check

    def _settings_button(self, answer: Answer) -> QPushButton:
        settings = parts.button("" if answer.checks else "primary", "settings")
        settings.setText(self.tr("Check my settings for this"))
        settings.clicked.connect(lambda: self.settingsRequested.emit(answer.settings[0]))
        return settings

    def _other(self, error_id: str) -> QHBoxLayout:
        other, title = parts.button("link"), get_text(error_id, self._texts.language).title
        other.setText(parts.shortened(title, _TITLE_LETTERS))
        other.setToolTip(parts.literal(title))
        other.setAccessibleName(title)
        other.clicked.connect(lambda: self.errorRequested.emit(error_id))
        return parts.row(other, None)

    # -- what is pressed -------------------------------------------------------------------------

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
        if event.type() == QEvent.Type.PaletteChange:  # links keep the colour that they were laid out with
            self._draw()
        super().changeEvent(event)


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    whole = parts.column()
    column.setLayout(whole)
    return column, whole


def _table(example: ExampleRows) -> QFrame:
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
            whole.addWidget(heading_label(heading))
        if isinstance(line, QWidget):
            whole.addWidget(line)
        else:
            whole.addLayout(line)


def _bulleted(label: QLabel) -> QHBoxLayout:
    bullet = parts.label(wraps=False)
    bullet.setText("•")
    bullet.setFixedWidth(style.SPACE)
    line = parts.row(bullet, gap=style.SPACE // 2)
    line.addWidget(label, 1)
    line.setAlignment(bullet, Qt.AlignmentFlag.AlignTop)
    return line
