"""The tab itself: what is pasted is recognised with each key, and what is chosen is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listo.core import catalogue
from listo.core.catalogue import Group, Recognition
from listo.core.errors import InputError
from listo.core.texts import Language, Texts
from listo.ui import style
from listo.ui.lookup.answer_view import AnswerView
from listo.ui.lookup.areas_view import AreasView
from listo.ui.lookup.input import MessageInput
from listo.ui.widgets import parts

_HERE_AT_MOST = 3
"""Up to so many lines are recognised here, as they are typed; more go to the worker."""
_PAUSE_MS = 120
_CHOICE = Qt.ItemDataRole.UserRole


class Starter(Protocol):
    """What the tab needs of the runner."""

    def start(self, job: str, /, **arguments: Any) -> Any:
        """Begin a job and return its task."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list: an error, and the names that the message gave."""

    error_id: str
    captured: Mapping[str, str] = field(default_factory=dict)


class LookupTab(QWidget):
    """*Find an error*: one message or a thousand, plain words, a number, or browsing by area."""

    checkRequested = Signal(object, object)
    """The codes of the checks that can find the cause, and the captured names."""
    settingsRequested = Signal(str)

    def __init__(self, texts: Texts, runner: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._runner = texts, runner
        self._ticked: dict[str, set[int]] = {}
        self.input = MessageInput()
        self._says = parts.label("quiet")
        self.choices = QListWidget()
        self.choices.setWordWrap(True)
        self.choices.setIconSize(QSize(16, 16))
        self.answer = AnswerView(texts)
        self.areas = AreasView(texts)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._card = parts.frame("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.answer)
        self._found = QSplitter(Qt.Orientation.Horizontal)
        self._found.addWidget(self.choices)
        self._found.addWidget(self._card)
        self._found.setStretchFactor(1, 1)
        self._found.setSizes([300, 740])
        self._found.setHandleWidth(2 * style.SPACE)
        self._found.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.areas)
        self.pages.addWidget(self._found)
        whole = style.margins(QVBoxLayout(self), horizontal=3, vertical=2.5, gap=1.5)
        whole.addWidget(self._title)
        whole.addWidget(self.input)
        whole.addWidget(self._says)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_text_changed)
        self.input.left.connect(self.choices.setFocus)
        self._later.timeout.connect(self._ask_worker)
        self.choices.currentItemChanged.connect(lambda item, _: self._on_chosen(item))
        self.areas.areaChosen.connect(self._on_area_chosen)
        self.areas.filesRequested.connect(self._on_files_requested)
        self.answer.checkRequested.connect(self._on_check_requested)
        self.answer.settingsRequested.connect(self.settingsRequested)
        self.answer.errorRequested.connect(self.show_error)
        self.answer.stepTicked.connect(self._on_step_ticked)

    # -- what the window asks ---------------------------------------------------------------------

    def set_texts(self, texts: Texts) -> None:
        """Speak another language, at once, about what is shown."""
        self._texts = texts
        self.answer.set_texts(texts)
        self.areas.set_texts(texts)
        row = self.choices.currentRow()
        self._on_text_changed()
        self.choices.setCurrentRow(row)

    def show_error(self, error_id: str) -> None:
        """Show the answer to an error that was chosen elsewhere."""
        self._say("")
        self._list([Choice(error_id)])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Explain all messages in files: lists of messages, exports, Amazon's reports."""
        task = self._runner.start("explain_files", paths=tuple(paths))
        task.succeeded.connect(self._on_groups)
        task.failed.connect(self._on_failed)
        self._say(self.tr("Reading…"))

    def message_of(self, error_id: str, language: Language) -> str | None:
        """Return what VTEX's screen says for an error, in that language where it does."""
        try:
            messages = catalogue.entry(error_id).messages
        except KeyError:
            return None
        known = messages.get(language) or messages.get("en") or next(iter(messages.values()), ())
        return known[0] if known else None

    # -- recognising --------------------------------------------------------------------------------

    def _on_text_changed(self) -> None:
        text = self.input.toPlainText().strip()
        self._later.stop()
        if not text:
            self._say("")
            self.choices.clear()
            self.pages.setCurrentWidget(self.areas)
        elif text.count("\n") < _HERE_AT_MOST:
            lines = catalogue.lines_of(text)
            if len(lines) == 1:
                self._show_one(catalogue.recognise(lines[0].text))
            else:
                self._on_groups(catalogue.grouped(lines))
        else:
            self._later.start()

    def _ask_worker(self) -> None:
        task = self._runner.start("explain_text", text=self.input.toPlainText())
        task.succeeded.connect(self._on_groups)
        task.failed.connect(self._on_failed)

    def _show_one(self, found: Recognition) -> None:
        if found.matches:
            several = len(found.matches) > 1
            self._say(self.tr("These fit; the first fits best.") if several else "")
        elif found.nearest:
            self._say(
                self.tr("Listo does not know this message. These come nearest, and may be something else:")
            )
        else:
            self._say(
                self.tr("Listo does not know this message. Try other words, or browse the errors below.")
            )
        known = found.matches or found.nearest
        self._list([Choice(match.error_id, match.captured) for match in known], chosen=bool(found.matches))

    def _on_groups(self, groups: Sequence[Group]) -> None:
        known = [group for group in groups if group.error_id]
        unknown = sum(group.count for group in groups if group.error_id is None)
        self._say(self._words_of_many(sum(group.count for group in groups), len(known), unknown))
        self.choices.clear()
        for group in known:
            best = group.recognitions[0][0].matches[0]
            item = self._item(Choice(best.error_id, best.captured))
            item.setText(f"{self._count(group)}\n{item.text()}")
            self.choices.addItem(item)
        self._show_list(chosen=True)

    def _count(self, group: Group) -> str:
        times = self.tr("%Ln message(s)", "", group.count)
        return f"{times} · {self.tr('%Ln SKU(s)', '', group.skus)}" if group.skus else times

    def _words_of_many(self, lines: int, kinds: int, unknown: int) -> str:
        words = self.tr("%Ln message(s)", "", lines) + " · " + self.tr("%Ln different error(s)", "", kinds)
        if unknown:
            words += " · " + self.tr("%Ln that Listo does not know", "", unknown)
        return words

    def _on_failed(self, error: object) -> None:
        sentence = self.tr("Something went wrong in Listo. Your work is stored.")
        self._say(self._texts.input_error(error) if isinstance(error, InputError) else sentence)

    def _say(self, sentence: str) -> None:
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    # -- the list -----------------------------------------------------------------------------------

    def _list(self, choices: Sequence[Choice], *, chosen: bool = True) -> None:
        self.choices.clear()
        for choice in choices:
            self.choices.addItem(self._item(choice))
        self._show_list(chosen=chosen)

    def _show_list(self, *, chosen: bool) -> None:
        filled = self.choices.count() > 0
        self.pages.setCurrentWidget(self._found if filled else self.areas)
        self._card.setVisible(chosen)
        if filled and chosen:
            self.choices.setCurrentRow(0)

    def _item(self, choice: Choice) -> QListWidgetItem:
        entry = catalogue.entry(choice.error_id)
        item = QListWidgetItem(catalogue.text(choice.error_id, self._texts.language).title)
        item.setIcon(parts.severity_icon(entry.severity))
        item.setData(_CHOICE, choice)
        return item

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        choice: Choice = item.data(_CHOICE)
        entry = catalogue.entry(choice.error_id)
        answer = catalogue.answer(entry, choice.captured, self._texts.language, marked=True)
        titles = [(one, catalogue.text(one, self._texts.language).title) for one in entry.related]
        subject = next(iter(choice.captured.values()), "") if entry.checks else ""
        self.answer.show_answer(answer, subject, titles, self._ticked.get(choice.error_id, ()))
        self._card.show()

    def _current(self) -> Choice | None:
        item = self.choices.currentItem()
        return item.data(_CHOICE) if item else None

    # -- what is pressed ------------------------------------------------------------------------------

    def _on_area_chosen(self, area: str) -> None:
        self._say(self.tr("All errors of this area. Clear the field above to see the areas again."))
        self._list([Choice(entry.id) for entry in catalogue.entries() if entry.area == area])

    def _on_files_requested(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open a list of error messages"))
        if names:
            self.open_files([Path(name) for name in names])

    def _on_check_requested(self) -> None:
        choice = self._current()
        if choice is not None:
            self.checkRequested.emit(catalogue.entry(choice.error_id).checks, choice.captured)

    def _on_step_ticked(self, number: int, done: bool) -> None:
        choice = self._current()
        if choice is not None:
            ticked = self._ticked.setdefault(choice.error_id, set())
            (ticked.add if done else ticked.discard)(number)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Find an error"))
        self.choices.setAccessibleName(self.tr("Errors found"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
