"""The answer to one error, as a page: what it means, what to do, why, and the names that it can be about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue.entries import Answer, get_text
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.core.worker.results import MessageRows
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.lookup.answer_parts import (
    Checklist,
    ChecklistState,
    OwnRows,
    as_text,
    heading_label,
    marked_label,
    rows_table,
)
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
    fileRequested = Signal()
    """A file is missing for the check that the answer asks for."""

    def __init__(self, texts: Texts, kept: ChecklistState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts, self._kept = texts, kept
        self._answer: Answer | None = None
        self._subject = ""
        self._has_sheet = False
        self._rows: MessageRows | None = None
        self._rows_place = parts.column()
        self.own: OwnRows | None = None
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
            self._rows = None
            self._draw()

    def show_rows(self, rows: MessageRows | None, *, has_sheet: bool) -> None:
        """Show the rows of the open sheet that the answer is about, where there is one and it has checks."""
        self._rows, self._has_sheet = rows, has_sheet
        self._draw_rows()
        self._name_check()

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        if self.offers:
            self.offers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def as_text(self) -> str:
        """Return the answer as plain text, to be pasted elsewhere."""
        return as_text(self._answer, self._headings()) if self._answer else ""

    # -- drawing ---------------------------------------------------------------------------------

    def _headings(self) -> tuple[str, str, str, str]:
        how, afterwards = self.tr("How to fix it"), self.tr("Afterwards")
        return how, afterwards, self.tr("Why it happens"), self.tr("Good to know")

    def _draw(self) -> None:
        answer = self._answer
        if answer is None:
            return
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=3, vertical=2.5, gap=1)
        whole.addLayout(parts.readable(self._what_it_means(answer)))
        self._rows_place = parts.column()
        whole.addLayout(self._rows_place)
        whole.addLayout(parts.readable(self._what_to_do(answer)))
        if answer.example:
            whole.addWidget(rows_table(COLUMNS, answer.example.rows))
        whole.addLayout(parts.readable(self._what_else(answer)))
        whole.addStretch(1)
        self._draw_rows()
        self._show_page(page)

    def _what_it_means(self, answer: Answer) -> QWidget:
        column, whole = _column()
        self._draw_heading(whole, answer)
        return column

    def _draw_rows(self) -> None:
        parts.empty(self._rows_place)
        self.own = None
        if self._rows is not None:
            self.own = OwnRows(self._rows, self._texts)
            self.own.rowsWanted.connect(self.checkRequested)
            self.own.fileWanted.connect(self.fileRequested)
            self._rows_place.addWidget(self.own)

    def _what_to_do(self, answer: Answer) -> QWidget:
        column, whole = _column()
        how, *_ = self._headings()
        self.checklist = Checklist(how, answer.steps, self._kept, answer.error_id, self._subject)
        whole.addWidget(self.checklist)
        if answer.example:
            whole.addSpacing(style.SPACE)
            whole.addWidget(marked_label(answer.example.intro))
        return column

    def _what_else(self, answer: Answer) -> QWidget:
        column, whole = _column()
        _, afterwards, why, note = self._headings()
        _section(whole, afterwards, [marked_label(answer.afterwards)] if answer.afterwards else [])
        _section(whole, why, (_bulleted(marked_label(cause)) for cause in answer.causes))
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
        self._name_check()
        for button in self.offers:
            flow.addWidget(button)
        return place

    def _check_button(self) -> QPushButton:
        check = parts.button("primary", "table")
        check.setToolTip(parts.literal(self._subject))
        check.clicked.connect(self.checkRequested)
        return check

    def _name_check(self) -> None:
        """Say on the button for the spreadsheet whether one is open in which to look."""
        if self._answer is None or not self._answer.checks:
            return
        if self._subject:
            find, check = self.tr("Find “{name}” in my sheet"), self.tr("Check my spreadsheet for “{name}”")
        else:
            find, check = self.tr("Find it in my sheet"), self.tr("Check my spreadsheet for this")
        said = (find if self._has_sheet else check).format(name=parts.shortened(self._subject))
        self.offers[0].setText(said.replace("&", "&&"))

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
        parts.announce(self, self.tr("Copied"))
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
