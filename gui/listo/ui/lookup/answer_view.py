"""The answer to one error, as a page: what it means, what to do, why, and the names that it can be about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue.entries import Answer, Link, get_text
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import Texts
from listo.core.worker.results import MessageRows
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.lookup.answer_parts import (
    Checklist,
    ChecklistState,
    MarkedLabel,
    OwnRows,
    ReadingColumn,
    as_text,
    heading_label,
    rows_table,
)
from listo.ui.lookup.results import Named
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout

_COPIED_MS = 2000
"""Time enough to read *Copied* before the button says again what it does."""
_ICON = 16
"""Pixels of the severity's shape, which stands in a line of small words."""
_TITLE_LETTERS = 60
"""Letters of another error's title that have room on one line in the narrowest window (900)."""
_NAMES_SHOWN = 8
"""Names that take about two lines; more of them would push the answer below out of sight."""


class NamesBar(Translated, QWidget):
    """Buttons of which one is down, the most frequent name first; the rare ones on demand."""

    nameChosen = Signal(int)

    def __init__(self, below: QWidget, parent: QWidget | None = None) -> None:
        """`below` is what the Tab key comes to after them."""
        super().__init__(parent)
        self._below = below
        self._names: Sequence[Named] = ()
        self._chosen, self._is_whole = 0, False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._caption = parts.label("caption")
        self._place = QWidget()
        self._flow = FlowLayout(self._place, 6)
        self.setLayout(parts.column(self._caption, self._place, gap=4))
        self.hide()

    def show_names(self, names: Sequence[Named], chosen: int = 0) -> None:
        """Offer those names, if there are several; `chosen` is the one that the answer is filled with.

        Of the same names the buttons stay, and with them the keyboard that is on one.
        """
        button = self._group.button(chosen) if names == self._names else None
        self._names, self._chosen = names, chosen
        if button is not None:
            button.setChecked(True)
            return
        self._is_whole = chosen >= _NAMES_SHOWN
        self.setVisible(len(names) > 1)
        self._draw()

    def _draw(self) -> None:
        names = self._names if self._is_whole else self._names[:_NAMES_SHOWN]
        for button in self._group.buttons():
            self._group.removeButton(button)
        parts.empty(self._flow)
        if len(self._names) < 2:
            return
        self._caption.setText(self.tr("%Ln different name(s) in these messages:", "", len(self._names)))
        made = [self._button(place, named) for place, named in enumerate(names)]
        if len(names) < len(self._names):
            more = parts.button("link")
            more.setText(self.tr("%Ln more…", "", len(self._names) - len(names)))
            more.clicked.connect(self._on_more)
            made.append(more)
        for button in made:
            self._flow.addWidget(button)
        parts.tab_before(self._below, made)

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
        self._is_whole = True
        self._draw()
        button = self._group.button(_NAMES_SHOWN)
        if button is not None:
            button.setFocus()

    def _retranslate(self) -> None:
        self._draw()


_WHOLE_WIDTH = Qt.AlignmentFlag(0)

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")


class _Section(Generic[W, T]):
    """Lines below a heading: those that a new answer has not are hidden, those that it lacks are made."""

    def __init__(
        self,
        whole: QVBoxLayout,
        make: Callable[[int], W],
        show: Callable[[W, T], None],
        alignment: Qt.AlignmentFlag = _WHOLE_WIDTH,
    ) -> None:
        self._heading, self._place = heading_label(), parts.column()
        self._make, self._show, self._alignment = make, show, alignment
        self.lines: list[W] = []
        whole.addWidget(self._heading)
        whole.addLayout(self._place)

    def make(self, count: int) -> None:
        """Have so many lines at least."""
        for place in range(len(self.lines), count):
            self.lines.append(self._make(place))
            self._place.addWidget(self.lines[-1], 0, self._alignment)

    def show(self, heading: str, contents: Sequence[T]) -> None:
        """Show a line for each of the contents, and nothing where there is none."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(contents))
        self.make(len(contents))
        for line, content in zip(self.lines, contents, strict=False):
            self._show(line, content)
            line.show()
        for line in self.lines[len(contents) :]:
            line.hide()
            if isinstance(line, QLabel):
                line.clear()


class _Page(QWidget):
    """What an answer is shown on: made once, since to make and take away its widgets took the most time."""

    def __init__(self, kept: ChecklistState, other: Callable[[int], QPushButton]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.picture = parts.picture("info-solid", "accent", _ICON)
        self.kind = parts.label("caption", wraps=False)
        self.guess = parts.label("quiet")
        self.title, self.meaning = MarkedLabel("section"), MarkedLabel()
        self.check, self.settings = parts.button("primary", "table"), parts.button("primary", "settings")
        self.copy = parts.button("quiet", "copy")
        self.rows, self.example = parts.column(), parts.column()
        self.checklist, self.intro = Checklist(kept), MarkedLabel()
        self.source = parts.label("caption")
        for below in (self.intro, self.source):
            below.setContentsMargins(0, style.SPACE, 0, 0)
        to_do = ReadingColumn(self.checklist, self.intro)
        columns = (self._what_it_means(), to_do, self._what_else(other))
        meaning, steps, others = map(parts.readable, columns)
        whole = style.margins(QVBoxLayout(self), horizontal=3, vertical=2.5, gap=1)
        for part in (meaning, self.rows, steps, self.example, others):
            whole.addLayout(part)
        whole.addStretch(1)
        self._layouts = (whole, self.checklist.parts, *(column.parts for column in columns))

    def stops(self) -> list[QWidget]:
        """Return what the Tab key stops at, in its order."""
        offers, steps = (self.check, self.settings, self.copy), self.checklist.stops()
        return [*offers, *steps, *self.links.lines, *self.others.lines]

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """Lay out once what is changed within: Qt does so for each part that is shown."""
        for layout in self._layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in reversed(self._layouts):
                layout.setEnabled(True)
                layout.activate()

    def _what_it_means(self) -> ReadingColumn:
        offers = QWidget()
        flow = FlowLayout(offers)
        for button in (self.check, self.settings, self.copy):
            flow.addWidget(button)
        kind = parts.row(self.picture, self.kind, None)
        return ReadingColumn(self.guess, kind, self.title, self.meaning, style.SPACE // 2, offers)

    def _what_else(self, other: Callable[[int], QPushButton]) -> ReadingColumn:
        column = ReadingColumn()
        whole = column.parts
        self.afterwards = _Section(whole, lambda _place: MarkedLabel(), MarkedLabel.show_marked)
        self.causes = _Section(whole, lambda _place: _bulleted(), MarkedLabel.show_marked)
        self.note = _Section(whole, lambda _place: MarkedLabel(), MarkedLabel.show_marked)
        self.links: _Section[QLabel, Link] = _Section(
            whole, lambda _place: parts.link(), lambda line, link: parts.set_link(line, link.title, link.url)
        )
        self.others: _Section[QPushButton, str] = _Section(
            whole, other, _name_other, Qt.AlignmentFlag.AlignLeft
        )
        whole.addWidget(self.source)
        return column


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
        self._subject, self._is_guess, self._by_sheet = "", False, True
        self._has_sheet = False
        self._rows: MessageRows | None = None
        self.own: OwnRows | None = None
        self.offers: list[QPushButton] = []
        self._stops = 0
        self._copied_end = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied_end.timeout.connect(self._name_copy)
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak another language from the next answer on."""
        self._texts = texts

    def show_answer(
        self, answer: Answer, subject: str, *, is_guess: bool = False, by_sheet: bool = True
    ) -> None:
        """Show an answer; `subject` is the captured name that it is about, empty where there is none.

        Where it `is_guess`, known by words alone, that is said above it. Where the products are not sent
        `by_sheet`, only a sheet that is open is offered to be looked into.
        """
        shown = self._answer, self._subject, self._is_guess, self._by_sheet
        if (answer, subject, is_guess, by_sheet) == shown:
            return
        at = self.page.focusWidget()
        is_other = self._answer is None or self._answer.error_id != answer.error_id
        if is_other and at is not None and at.hasFocus():
            self.setFocus()  # it is another thing now, or hidden
        self._answer, self._subject, self._is_guess, self._by_sheet = answer, subject, is_guess, by_sheet
        self._rows = None
        self._draw()

    def prepare(self, answer: Answer) -> None:
        """Draw an answer unseen, so that the key that brings the first one need not wait."""
        if self._answer is None:
            self.show_answer(answer, "")
            self.page.grab()
            self._answer, self.offers = None, []

    @cached_property
    def page(self) -> _Page:
        """What answers are shown on, one after the other."""
        page = _Page(self._kept, self._other)
        page.check.clicked.connect(self.checkRequested)
        page.settings.clicked.connect(self._on_settings)
        page.copy.clicked.connect(self._on_copy)
        self.setWidget(page)
        return page

    @property
    def checklist(self) -> Checklist:
        """The steps of the answer."""
        return self.page.checklist

    def show_rows(self, rows: MessageRows | None, *, has_sheet: bool) -> None:
        """Show the rows of the open sheet that the answer is about, where there is one and it has checks."""
        is_other, self._rows, self._has_sheet = has_sheet != self._has_sheet, rows, has_sheet
        self._draw_rows()
        if is_other and self._answer is not None:
            self._draw_offers(self._answer)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        if self.offers:
            self.offers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def as_text(self) -> str:
        """Return the answer as plain text, to be pasted elsewhere."""
        if self._answer is None:
            return ""
        text = as_text(self._answer, self._headings())
        return f"{self._probably()}\n{text}" if self._is_guess else text

    # -- drawing ---------------------------------------------------------------------------------

    def _probably(self) -> str:
        return self.tr("Judging by the words, this is probably it:")

    def _headings(self) -> tuple[str, str, str, str]:
        how, afterwards = self.tr("How to fix it"), self.tr("Afterwards")
        return how, afterwards, self.tr("Why it happens"), self.tr("Good to know")

    def _draw(self) -> None:
        answer = self._answer
        if answer is None:
            return
        with self.page.laid_out_once():
            self._draw_heading(answer)
            self._draw_offers(answer)
            self._draw_rows()
            self._draw_steps(answer)
            self._draw_what_else(answer)
        self._order_stops()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setValue(0)

    def _draw_heading(self, answer: Answer) -> None:
        page, (icon, role) = self.page, parts.SEVERITY_ICONS[answer.severity]
        page.guess.setText(self._probably() if self._is_guess else "")
        page.guess.setVisible(self._is_guess)
        style.set_icon(page.picture, icon, role, _ICON)
        page.kind.setText(f"{self._texts.say(f'severity.{answer.severity}')}  ·  {answer.area}")
        page.title.show_marked(answer.title)
        page.meaning.show_marked(answer.meaning)

    def _draw_offers(self, answer: Answer) -> None:
        page, can_check = self.page, bool(answer.checks) and (self._by_sheet or self._has_sheet)
        role = "" if can_check else "primary"
        style.set_icon(style.set_role(page.settings, role), "settings", "on-accent" if role else "text")
        page.settings.setText(self.tr("Check my settings for this"))
        page.settings.setVisible(bool(answer.settings))
        page.check.setToolTip(parts.literal(self._subject))
        page.check.setVisible(can_check)
        self.offers = [one for one in (page.check, page.settings, page.copy) if not one.isHidden()]
        self._name_copy()
        self._name_check()

    def _draw_rows(self) -> None:
        if self.own is not None:
            parts.empty(self.page.rows)
            self.own = None
        if self._rows is not None:
            self.own = OwnRows(self._rows, self._texts)
            self.own.rowsWanted.connect(self.checkRequested)
            self.own.fileWanted.connect(self.fileRequested)
            self.page.rows.addWidget(self.own)
            parts.tab_before(self.checklist.clear, parts.tab_stops(self.own))

    def _draw_steps(self, answer: Answer) -> None:
        page, (how, *_) = self.page, self._headings()
        self.checklist.show_steps(how, answer.steps, answer.error_id, self._subject)
        page.intro.show_marked(answer.example.intro if answer.example else "")
        parts.empty(page.example)
        if answer.example:
            page.example.addWidget(rows_table(COLUMNS, answer.example.rows))

    def _draw_what_else(self, answer: Answer) -> None:
        page, (_, afterwards, why, note) = self.page, self._headings()
        page.afterwards.show(afterwards, [answer.afterwards] if answer.afterwards else [])
        page.causes.show(why, answer.causes)
        page.note.show(note, [answer.note] if answer.note else [])
        page.links.show(self.tr("Read more"), answer.links)
        titles = [get_text(error_id, self._texts.language).title for error_id in answer.related]
        page.others.show(self.tr("Similar errors"), titles)
        page.source.setText(self.tr("Known from: {source}").format(source=answer.source))

    def _name_check(self) -> None:
        """Say on the button for the spreadsheet whether one is open in which to look."""
        if self._answer is None or not self._answer.checks:
            return
        if self._subject:
            find, check = self.tr("Find “{name}” in my sheet"), self.tr("Check my spreadsheet for “{name}”")
        else:
            find, check = self.tr("Find it in my sheet"), self.tr("Check my spreadsheet for this")
        said = (find if self._has_sheet else check).format(name=parts.shortened(self._subject))
        self.page.check.setText(said.replace("&", "&&"))

    def _other(self, place: int) -> QPushButton:
        other = parts.button("link")
        other.clicked.connect(lambda: self._on_other(place))
        return other

    def _order_stops(self) -> None:
        """Have the Tab key come to what was made later in its place: Qt puts it behind all of the window."""
        stops = self.page.stops()
        if len(stops) != self._stops:
            self._stops = len(stops)
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    # -- what is pressed -------------------------------------------------------------------------

    def _on_settings(self) -> None:
        if self._answer is not None:
            self.settingsRequested.emit(self._answer.settings[0])

    def _on_other(self, place: int) -> None:
        if self._answer is not None:
            self.errorRequested.emit(self._answer.related[place])

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
        self.page.copy.setText(self.tr("Copied"))
        style.set_icon(self.page.copy, "right")
        parts.announce(self, self.tr("Copied"))
        self._copied_end.start()

    def _name_copy(self) -> None:
        """Call the last of the offers what it does, after it said that it was done."""
        self._copied_end.stop()
        self.page.copy.setText(self.tr("Copy the answer"))
        style.set_icon(self.page.copy, "copy")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Answer"))


def _bulleted() -> MarkedLabel:
    line, bullet = MarkedLabel(), parts.label(wraps=False)
    line.setContentsMargins(style.SPACE + style.SPACE // 2, 0, 0, 0)
    bullet.setParent(line)
    bullet.setText("•")
    bullet.setAlignment(Qt.AlignmentFlag.AlignTop)
    return line


def _name_other(button: QPushButton, title: str) -> None:
    button.setText(parts.shortened(title, _TITLE_LETTERS))
    button.setToolTip(parts.literal(title))
    button.setAccessibleName(title)
