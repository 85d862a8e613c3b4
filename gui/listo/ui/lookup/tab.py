"""The tab itself: what is pasted is recognised with each key, and what is chosen is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from listo.core.catalogue import entries
from listo.core.catalogue.entries import Answer, make_answer
from listo.core.catalogue.message_groups import ErrorGroup, group_lines, split_lines
from listo.core.catalogue.recognition import LETTERS_AT_LEAST, recognise
from listo.core.errors import InputError
from listo.core.gc_pause import freeze_heap
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import MessageRows, ToldMessage
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.lookup import results
from listo.ui.lookup.answer_parts import ChecklistState, ToldView
from listo.ui.lookup.answer_view import AnswerView, NamesBar
from listo.ui.lookup.message_input import ExplainRequest, MessageInput, OwnSheetBar
from listo.ui.lookup.results import Named, RecentList, Result, ResultsPanel, StartView, UnknownView
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.dialogs import ask_files
from listo.ui.widgets.parts import PageChoice, Tab, WindowState
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.tables import Lookup, Lookups

_HERE_AT_MOST = 3
"""Up to so many lines are recognised here, as they are typed; more go to the worker."""
_PAUSE_MS = 120
"""Fast typing asks the worker once and not with each letter, and the answer still seems to come at once."""
_KEYS = 9
"""Alt and a digit choose a line of the list, and there are nine digits to count from one."""
_RECENT = 3
"""Lists on the start page: one line of it; all are in Recent."""
_ROWS = 4
"""Rows of the person's sheet in an answer: enough to know them again, and the steps below stay in sight."""

_DRAWN_BEFORE = "map-global-category-missing-or-wrong"
"""An error whose answer has as many lines as any; it is drawn unseen, so that the first takes no longer."""

LOADING = (
    "error",
    "specification cor was",
    "my tokem expired",
    "Amazon did not accept an attribute of the product.",
)
"""Texts that need all that messages are recognised with; each takes 6 to 170 ms to load."""


class LookupTab(Translated, Tab):
    """*Understand an error*: one message or a thousand, plain words, a number, or browsing by area."""

    checkRequested = Signal(object, object)
    """The codes of the checks that can find the cause, and the captured names."""
    skuRequested = Signal(str)
    """A SKU of the open export, to be shown."""
    fileRequested = Signal()
    """The person wants to add the file that a check lacks."""

    def __init__(
        self,
        texts: Texts,
        client: WorkerClient[Jobs],
        state: WindowState,
        lookups: Lookups,
        parent: QWidget | None = None,
        *,
        has_skus: Callable[[], bool] = lambda: False,
        has_sheet: Callable[[], bool] = lambda: False,
        country: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._texts, self._lookups, self._country = texts, lookups, country
        self._client, self._has_sheet = client, has_sheet
        self._asked_rows = 0
        self._shown: Callable[[], None] = self._show_start
        self._files: tuple[Path, ...] = ()
        self._kept: int | None = None
        self._result: Result | None = None
        self._named = 0
        self.request = ExplainRequest(client, self)
        self._title, self._says = parts.label("title", wraps=False), parts.label("quiet")
        self.page = PageChoice(state)
        self.page.set_language(texts.language)
        self.input = MessageInput()
        self.start = StartView(texts)
        self.panel = ResultsPanel(texts)
        self.answer = AnswerView(texts, ChecklistState(state))
        self.names = NamesBar(self.answer)
        self.settingsRequested = self.answer.settingsRequested
        self.unknown, self.told = UnknownView(), ToldView()
        self.own = OwnSheetBar(client, texts, has_skus)
        self._hint = parts.label("quiet")
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._look = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._to_load = list(LOADING)
        self._loads = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._loads.timeout.connect(self._load_next)
        self._lay_out()
        self._connect()
        self._make_keys()
        self._retranslate()
        self._say("")

    # -- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self._lay_out_found())
        whole = style.margins(QVBoxLayout(self), horizontal=3, vertical=2.5, gap=1.5)
        heading = parts.row(self._title, self.page)
        heading.setStretch(0, 1)
        whole.addLayout(heading)
        whole.addWidget(self.input)
        whole.addWidget(self._says)
        whole.addWidget(self.own)
        whole.addWidget(self.pages, 1)

    def _lay_out_found(self) -> QWidget:
        self._names_place = parts.frame("")
        around = parts.row(self.names)
        around.setContentsMargins(24, 16, 24, 0)
        self._names_place.setLayout(around)
        answered = QWidget()
        answered.setLayout(parts.column(self._names_place, self.answer, gap=0))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMargin(40)
        self.card = QStackedWidget()
        for page in (self._hint, answered, self.unknown, self.told):
            self.card.addWidget(page)
        framed = parts.frame("card")
        framed.setLayout(parts.row(self.card))
        found = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.panel, framed):
            found.addWidget(part)
        found.setStretchFactor(1, 1)
        found.setSizes([300, 740])
        found.setHandleWidth(2 * style.SPACE)
        found.setChildrenCollapsible(False)
        whole = parts.column(parts.row(self.panel.back, parts.grow(self.panel.heading), gap=16), found)
        whole.setStretch(1, 1)
        page = QWidget()
        page.setLayout(whole)
        return page

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_text_changed)
        self.input.left.connect(self._focus_found)
        self._later.timeout.connect(self._ask_worker)
        self._look.timeout.connect(self._ask_for_sku)
        for part in (self.own, self.told):
            part.skuRequested.connect(self.skuRequested)
        self.own.skuFound.connect(self._on_sku_found)
        self.own.messagesRequested.connect(self._show_told)
        self.request.answered.connect(self._on_groups)
        self.request.progressed.connect(self._on_progressed)
        self.request.failed.connect(self._on_failed)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.back.clicked.connect(self.leave)
        self.names.nameChosen.connect(self._show_named)
        self.start.areaChosen.connect(self.show_area)
        self.start.errorChosen.connect(self.show_error)
        self.start.recentChosen.connect(self._on_recent_chosen)
        self.start.filesRequested.connect(self._on_files_requested)
        self.answer.fileRequested.connect(self.fileRequested)
        self.answer.checkRequested.connect(self._on_check_requested)
        self.answer.errorRequested.connect(self._on_other_requested)
        self.page.changed.connect(self._on_page_changed)

    def _make_keys(self) -> None:
        bind(self, "to-field", self._on_find)
        bind(self, "all-errors", self.leave)
        parts.bind_keys(self, *((f"Alt+{n + 1}", partial(self.panel.choose, n)) for n in range(_KEYS)))

    # -- what the window asks ---------------------------------------------------------------------

    def set_texts(self, texts: Texts) -> None:
        """Speak another language, at once, about what is shown; what is chosen stays chosen."""
        self._texts = texts
        self.page.set_language(texts.language)
        for part in (self.answer, self.start, self.panel, self.own):
            part.set_texts(texts)
        row, named, listed = self.panel.current(), self._named, self.panel.results()
        self._result = None
        self.panel.heading.clear()
        self._shown()
        if self.pages.currentIndex():
            self._join(listed)
        if row >= 0 and self.panel.list.count():
            self.panel.choose(row)
            self._show_named(named)

    def show_error(self, error_id: str) -> None:
        """Show the answer to an error that was chosen elsewhere."""
        self._begin()
        self._shown = partial(self._show, results.of_error(error_id), "")
        self._shown()

    def show_area(self, area: str) -> None:
        """Show all errors of an area."""
        self._begin()
        self._shown = partial(self._show_area, area)
        self._shown()
        self.panel.take_focus()

    def open_files(self, paths: Sequence[Path], kept: int | None = None) -> None:
        """Explain all messages in files: lists of messages, exports, Amazon's reports.

        `kept` is the number under which they are kept already, if they are.
        """
        self._begin()
        self._files, self._kept = tuple(paths), kept
        self._say(self.tr("Reading…"))
        self.request.ask_files(self._files)

    def open_text(self, text: str, kept: int | None = None) -> None:
        """Explain pasted messages once more; `kept` is the number under which they are kept."""
        self._begin()
        self._kept = kept
        self.input.setPlainText(text)

    def leave(self) -> None:
        """Clear the field and show all errors by area."""
        self._begin()
        self._shown = self._show_start
        self._shown()
        self.input.setFocus()

    def _begin(self) -> None:
        """Let go of what was asked before, and of the text that asked it."""
        self._stop_asking()
        self._files, self._kept = (), None
        with QSignalBlocker(self.input):
            self.input.clear()
        self.input.fit()

    # -- recognising --------------------------------------------------------------------------------

    def _on_text_changed(self) -> None:
        text = self.input.toPlainText().strip()
        self._stop_asking()
        self._files = ()
        if not text:
            self._kept = None
            self._shown = self._show_start
            self._shown()
        elif text.count("\n") < _HERE_AT_MOST:
            self._kept = None
            self._shown = partial(self._show_text, text)
            self._shown()
            self._look.start()
        else:
            self._await_many()

    def _stop_asking(self) -> None:
        """Ask the worker nothing that was to be asked of what stood in the field."""
        self._later.stop()
        self._look.stop()
        self.request.drop()
        self.own.clear()

    def _ask_for_sku(self) -> None:
        """See whether the SKU of the message is in the open export; several messages are held against it."""
        text = self.input.toPlainText().strip()
        if len(split_lines(text)) > 1:
            self.own.ask_messages(text, ())
        else:
            self.own.ask_sku(text)

    def _on_sku_found(self, sku: str) -> None:
        """Let errors go that only resemble the number of a SKU: it is no message, and what it is was said."""
        text = self.input.toPlainText().strip()
        number = text.casefold().removeprefix("sku").strip(" :#")
        if number == sku.casefold() and not recognise(text).matches:
            self._shown = self._show_start
            self._shown()

    def _show_told(self, title: str, messages: Sequence[ToldMessage]) -> None:
        """List some of the messages in the place of the answer, to which the list of errors leads back."""
        self.told.show_messages(title, messages)
        self.panel.show()
        self.panel.list.clearSelection()
        self.card.setCurrentWidget(self.told)
        self.told.list.setFocus()

    def focus_first(self) -> None:
        self.input.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.input.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.own.ask_again()
        self._ask_for_rows()
        self._show_recent()
        if self._to_load:
            self._loads.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._loads.stop()  # what is seen instead is not to wait for it, nor is a window that closes

    def _load_next(self) -> None:
        """Load a part of what recognises and answers, once the tab is drawn and before a key waits."""
        if len(self._to_load) == len(LOADING):
            self.answer.prepare(self._make_answer(_DRAWN_BEFORE, {}))
        recognise(self._to_load.pop(0))
        if self._to_load:
            self._loads.start()
        else:
            freeze_heap()

    def _await_many(self) -> None:
        """Have many lines explained after a pause; until then a list of many stays, any other goes."""
        if not any(result.count for result in self.panel.results()):
            self._shown = self._show_reading
            self._shown()
        self._later.start()

    def _ask_worker(self) -> None:
        self.request.ask_text(self.input.toPlainText())

    def _on_progressed(self, done: int, total: int) -> None:
        count, reading = self.locale().toString, self.tr("Reading…")
        numbers = self.tr("{done} of {total}").format(done=count(done), total=count(total))
        self._say(f"{reading} {numbers}" if total else reading)

    def _on_groups(self, groups: Sequence[ErrorGroup]) -> None:
        self._shown = partial(self._show_groups, groups)
        self._shown()
        self.own.ask_messages(self.input.toPlainText(), self._files)
        messages = sum(group.count for group in groups)
        text = "" if self._files else self.input.toPlainText()
        try:
            self._kept = self._lookups.keep(self._kept, text, self._files, messages, _kinds(groups))
        except InputError as error:  # the disk refuses; what was found is there all the same
            self._say(self._texts.input_error(error))

    def _on_failed(self, error: object) -> None:
        sentence = self.tr("Something went wrong in Listo. Your work is stored.")
        self._say(self._texts.input_error(error) if isinstance(error, InputError) else sentence)

    # -- showing ----------------------------------------------------------------------------------

    def _show_start(self) -> None:
        self._say("")
        self._result = None
        self._show_recent()
        self.pages.setCurrentIndex(0)

    def _show_recent(self) -> None:
        """Offer the lists that were looked at last."""
        try:
            kept = self._lookups.recent()[:_RECENT]
        except InputError:  # all that was looked up stays in Recent, which says what is wrong
            kept = ()
        self.start.show_recent([RecentList(one.number, one.name, self._facts(one)) for one in kept])

    def _facts(self, kept: Lookup) -> str:
        messages = self.tr("%Ln message(s)", "", kept.messages)
        return f"{messages} · {self.tr('%Ln different error(s)', '', kept.kinds)}"

    def _on_recent_chosen(self, number: int) -> None:
        kept = next((one for one in self._lookups.recent() if one.number == number), None)
        if kept is not None and kept.files:
            self.open_files(kept.files, number)
        elif kept is not None:
            self.open_text(kept.text, number)

    def _focus_found(self) -> None:
        """Give the keyboard to what was found: to the list, or to the answer where it stands alone."""
        if not self.panel.isHidden():
            self.panel.take_focus()
        elif self.pages.currentIndex():
            self.answer.focus_first()

    def _show_reading(self) -> None:
        self._hint.clear()
        self._show((), "", opened=False)
        self._say(self.tr("Reading…"))

    def _show_text(self, text: str) -> None:
        lines = split_lines(text)
        if len(lines) > 1:
            self._show_groups(group_lines(lines))
            return
        found = recognise(lines[0].text if lines else text)
        listed = results.of_recognition(found)
        if found.matches:
            several = self.tr("These match; the first is the most likely.") if len(listed) > 1 else ""
            self._show(listed, several)
        else:
            self._show_unknown(found.text, listed)

    def _show_unknown(self, text: str, nearest: Sequence[Result]) -> None:
        """Say that nothing fits, and show what comes nearest, if there is anything."""
        if not nearest:
            self._show_start()
            if sum(map(str.isalnum, text)) >= LETTERS_AT_LEAST:  # before, nobody can know: it is being typed
                self._say(
                    self.tr("Listo does not know this message. Try other words, or browse the errors below.")
                )
            return
        if len(nearest) == 1:
            choose = self.tr("If it says the same, choose it. Or try other words from the message.")
            closest = self.tr(
                "Listo does not know this message. This is the closest, but may be something else:"
            )
        else:
            choose = self.tr("If one says the same, choose it. Or try other words from the message.")
            closest = self.tr(
                "Listo does not know this message. These are the closest, but may be something else:"
            )
        self._hint.setText(choose)
        self._show(nearest, closest, opened=False)

    def _show_groups(self, groups: Sequence[ErrorGroup]) -> None:
        listed = results.of_groups(groups)
        said = [self.tr("%Ln message(s)", "", sum(group.count for group in groups))]
        said.append(self.tr("%Ln different error(s)", "", _kinds(groups)))
        if self._files:
            said.insert(0, ", ".join(path.name for path in self._files))
        self._show(listed, " · ".join(said))
        if not listed:
            self._hint.setText(self.tr("There is no error message in it."))

    def _show_area(self, area: str) -> None:
        listed = results.of_area(area)
        count = self.tr("%Ln error(s)", "", len(listed))
        self._hint.setText(self.tr("Choose an error to see what it means and what to do."))
        self._show(
            listed,
            f"{entries.get_common(self._texts.language).areas[area]} · {count}",
            opened=False,
        )

    def _show(self, listed: Sequence[Result], heading: str, *, opened: bool = True) -> None:
        """Show a list; what is shown already stays as it is, so that typing on moves nothing."""
        self._say("")
        self.pages.setCurrentIndex(1)
        rests = not opened and self.panel.current() < 0 and self.card.currentIndex() == 0
        same = (self._result is not None or rests) and tuple(listed) == self.panel.results()
        if same and self.panel.heading.text() == heading:
            return
        self.panel.show_results(listed, heading)
        self.panel.setHidden(opened and len(listed) == 1 and listed[0].error_id is not None)
        self._result = None
        if opened and listed:
            self.panel.choose(0)
        else:
            self.card.setCurrentIndex(0)

    def _on_chosen(self, result: Result) -> None:
        self._result = result
        if result.error_id is None:
            self.unknown.show_messages(result.unknown)
            self.card.setCurrentIndex(2)
            return
        self.card.setCurrentIndex(1)  # what is shown before it is filled is laid out once
        self._show_named(0)

    def _show_named(self, place: int) -> None:
        """Fill the answer with one of the names that its messages gave."""
        result = self._result
        if result is None or result.error_id is None:
            return
        self._named = place
        named = result.names[place]
        self.names.show_names(result.names, place)
        self._names_place.setVisible(len(result.names) > 1)
        answer = self._make_answer(result.error_id, named.captured)
        by_sheet = self.page.page() in (None, "spreadsheet")
        self.answer.show_answer(answer, named.subject, is_guess=named.is_guess, by_sheet=by_sheet)
        self._ask_for_rows()

    def _make_answer(self, error_id: str, captured: Mapping[str, str]) -> Answer:
        entry, language, page = entries.get_entry(error_id), self._texts.language, self.page.page()
        return make_answer(entry, captured, language, page=page, country=self._country(), marked=True)

    def _ask_for_rows(self) -> None:
        """Ask for the rows of the open sheet that the answer is about; it may be corrected meanwhile."""
        self._asked_rows += 1
        current = self._current()
        checks = entries.get_entry(current[0]).checks if current else ()
        has_sheet = self._has_sheet()
        if current is None or not (checks and has_sheet):
            self.answer.show_rows(None, has_sheet=has_sheet)
            return
        asked, captured = self._asked_rows, dict(current[1].captured)

        def show(rows: MessageRows) -> None:
            if asked == self._asked_rows:
                self.answer.show_rows(rows, has_sheet=True)

        self._client.start(Jobs.message_rows, checks, captured, _ROWS).on_success(show)

    def _current(self) -> tuple[str, Named] | None:
        """Return the error that is answered, and the name that it is answered with."""
        result = self._result
        if result is None or result.error_id is None:
            return None
        return result.error_id, result.names[self._named]

    def _say(self, sentence: str) -> None:
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    # -- what is pressed ------------------------------------------------------------------------------

    def _on_find(self) -> None:
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.input.selectAll()

    def _on_page_changed(self) -> None:
        """Answer once more, for the page that was chosen."""
        self._show_named(self._named)

    def _on_files_requested(self) -> None:
        ask_files(self, self.tr("Open a list of error messages"), self.open_files)

    def _on_check_requested(self) -> None:
        current = self._current()
        if current is not None:
            self.checkRequested.emit(entries.get_entry(current[0]).checks, current[1].captured)

    def _on_other_requested(self, error_id: str) -> None:
        """Look at an error that resembles the one shown: it joins the list, if it is not there."""
        listed = list(self.panel.results())
        if error_id not in [result.error_id for result in listed]:
            listed.insert(self.panel.current() + 1, Result(error_id))
            self._join(listed)
        self.panel.choose([result.error_id for result in listed].index(error_id))

    def _join(self, listed: Sequence[Result]) -> None:
        """Put those errors into the list that are not in it, each in its place."""
        there = [result.error_id for result in self.panel.results()]
        for row, result in enumerate(listed):
            if result.error_id not in there:
                self.panel.insert(row, result)
                self.panel.show()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Understand an error"))


def _kinds(groups: Sequence[ErrorGroup]) -> int:
    return sum(group.error_id is not None for group in groups)
