"""What the tab says above and beside its pages: how many SKUs are ready, what is being done, what failed.

What failed stands in a sentence above the page, with what can be done about it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QLocale, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QProgressBar, QPushButton, QWidget

from listo.core.errors import InputError
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import JobFacts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.readiness.model import StateCounts
    from listo.core.worker.results import Overview, SkuCounts

_PATIENCE_MS = 250
"""What takes less is over before one has read that it is going on."""

Action = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


SkuGroup = Literal["ready", "held-up", "not-sent", "unknown"]
"""What the strip counts: states, of which the two that hold a SKU up are one."""

GROUP_ICONS: Mapping[SkuGroup, tuple[str, style.ColourRole]] = {
    "ready": ("right-solid", "right"),
    "held-up": ("error-solid", "error"),
    "not-sent": ("minus", "quiet"),
    "unknown": ("help", "quiet"),
}
"""The shape and the colour's role of each."""

_PATTERNS: Mapping[SkuGroup, Qt.BrushStyle] = {
    "ready": Qt.BrushStyle.SolidPattern,
    "held-up": Qt.BrushStyle.SolidPattern,
    "not-sent": Qt.BrushStyle.Dense5Pattern,
    "unknown": Qt.BrushStyle.BDiagPattern,
}
"""How each part of the bar is filled, so that it is told by more than its colour."""

_BAR, _GAP, _LEAST = 6, 2, 3
"""Pixels: the height of the bar, the gap between its parts, and how wide a part is at least; by eye."""

_MARGIN, _AIR = 24, 4
"""Pixels: beside the strip, as beside the pages, and between its numbers."""


def counts_by_group(states: StateCounts | None) -> dict[SkuGroup, int]:
    """Return how many SKUs there are of each part of the strip; all 0 where they are not judged."""
    if states is None:
        return dict.fromkeys(get_args(SkuGroup), 0)
    return {
        "ready": states.ready,
        "held-up": states.held_up,
        "not-sent": states.not_sent,
        "unknown": states.unknown,
    }


class SkuBar(QWidget):
    """Parts of one bar, each as long as there are SKUs of its state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[SkuGroup, int] = {}
        self.setFixedHeight(_BAR)

    def show_counts(self, counts: Mapping[SkuGroup, int]) -> None:
        """Show that many of each."""
        self._counts = counts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shown = [(group, count) for group, count in self._counts.items() if count]
        room = self.width() - (_GAP + _LEAST) * len(shown)
        total, left = sum(count for _, count in shown), 0.0
        for group, count in shown:
            width = _LEAST + room * count / total
            painter.setBrush(QBrush(style.colour(GROUP_ICONS[group][1]), _PATTERNS[group]))
            painter.drawRoundedRect(QRectF(left, 0, width, _BAR), _BAR / 2, _BAR / 2)
            left += width + _GAP


class SkuStrip(Translated, QFrame):
    """How many SKUs are ready, over every step from the problems on; a press on a number shows these SKUs."""

    groupChosen = Signal(str)
    addRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._counts: SkuCounts | None = None
        self.numbers = {group: parts.button("count") for group in get_args(SkuGroup)}
        self.unchecked, self.without = parts.label("quiet", wraps=False), parts.label("quiet")
        self.add, self.bar = parts.button("link"), SkuBar()
        self._counted, self._uncounted = QWidget(), QWidget()
        self._build()
        self._retranslate()

    def _build(self) -> None:
        place = QWidget()
        flow = parts.FlowLayout(place, _AIR)
        for group, button in self.numbers.items():
            style.set_icon(button, *GROUP_ICONS[group])
            button.clicked.connect(lambda _checked, group=group: self.groupChosen.emit(group))
            flow.addWidget(button)
            if group == "ready":
                self.unchecked.setMinimumHeight(button.sizeHint().height())
                flow.addWidget(self.unchecked)
        self._counted.setLayout(parts.column(place, self.bar, gap=3))
        self._uncounted.setLayout(parts.row(parts.grow(self.without), self.add, gap=12))
        self.add.clicked.connect(self.addRequested)
        inside = parts.column(self._counted, self._uncounted)
        inside.setContentsMargins(_MARGIN, 4, _MARGIN, 5)
        self.setLayout(inside)

    def show_counts(self, counts: SkuCounts) -> None:
        """Show what becomes of the SKUs now, and have a screen reader speak it where that is new."""
        before, self._counts = self._states, counts
        self._retranslate()
        if self.isVisible() and counts.states not in (None, before):
            parts.announce(self, self.words())

    @property
    def _states(self) -> StateCounts | None:
        return self._counts.states if self._counts else None

    def words(self) -> str:
        """Return all that is said, as a screen reader speaks it."""
        if self._states is None:
            return self.without.text()
        said = [button.text() for group, button in self.numbers.items() if not button.isHidden()]
        said[1:1] = [self.unchecked.text()]
        return ", ".join(filter(None, said))

    def _fit(self) -> None:
        """Leave out of a narrow strip what would need a second line; the tip says it then."""
        shown = [
            button.sizeHint().width() + _AIR for button in self.numbers.values() if not button.isHidden()
        ]
        words = self.unchecked.sizeHint().width() + _AIR
        fits = sum(shown) + words <= self.width() - 2 * _MARGIN
        self.unchecked.setVisible(bool(self.unchecked.text()) and fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _retranslate(self) -> None:
        states, counts = self._states, counts_by_group(self._states)
        self._counted.setVisible(states is not None)
        self._uncounted.setVisible(states is None)
        self.numbers["ready"].setText(self.tr("%Ln ready", "", counts["ready"]))
        self.numbers["held-up"].setText(self.tr("%Ln held up", "", counts["held-up"]))
        self.numbers["not-sent"].setText(self.tr("%Ln not sent", "", counts["not-sent"]))
        self.numbers["unknown"].setText(self.tr("%Ln not known", "", counts["unknown"]))
        for group, button in self.numbers.items():
            button.setVisible(counts[group] > 0 or group in ("ready", "held-up"))
            button.setToolTip(self.tr("Show these SKUs"))
        unchecked = states.ready_unchecked if states else 0
        said = self.tr("%Ln of them without Amazon’s values", "", unchecked)
        self.unchecked.setText(said if unchecked else "")
        tip = said if unchecked else self.tr("Show these SKUs")
        self.numbers["ready"].setToolTip(parts.literal(tip))
        self._say_missing()
        self._fit()
        self.bar.show_counts(counts)
        self._say_without()
        self.setAccessibleName(self.words())

    def _say_missing(self) -> None:
        """Say in the tip of what is not known which exports would tell."""
        names = {
            "vtex-sku-specifications": self.tr("VTEX’s export of SKU specifications"),
            "vtex-product-specifications": self.tr("VTEX’s export of product specifications"),
        }
        missing = self._counts.missing if self._counts else ()
        lacking = QLocale().createSeparatedList([names[export] for export in missing])
        if lacking:
            told = self.tr("Missing to tell: {files}").format(files=lacking)
            self.numbers["unknown"].setToolTip(parts.literal(told))
            self.numbers["unknown"].setAccessibleDescription(told)

    def _say_without(self) -> None:
        is_due = self._counts is not None and self._counts.is_due
        self.add.setVisible(not is_due)
        self.add.setText(self.tr("Add the file…"))
        self.without.setText(
            self.tr("Counting your SKUs…")
            if is_due
            else self.tr("VTEX’s export of products and SKUs would show how many of your SKUs are ready.")
        )


class BusyPanel(Translated, QFrame):
    """Words, a bar and *Cancel*, `wide` beside each other; seen only when the work takes a while."""

    begun = Signal()
    """It is seen from now on."""
    ended = Signal()

    def __init__(self, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._done, self._total = "", 0, 0
        self.words = parts.label("quiet")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedHeight(6)
        self.cancel = parts.button("quiet", "close")
        self.words.setWordWrap(not wide)
        self._lay_out(wide=wide)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()
        self._retranslate()

    def _lay_out(self, *, wide: bool) -> None:
        if wide:
            self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance("M" * 18))
            line = parts.row(self.words, self._bar, self.cancel, gap=16)
            line.setStretch(1, 1)
            self.setLayout(line)
        else:
            self.setLayout(parts.column(self.words, self._bar, parts.row(None, self.cancel)))

    def _appear(self) -> None:
        self.show()
        self.begun.emit()

    def begin(self) -> None:
        """Say that work has begun."""
        self.progress("", 0, 0)
        self._timer.start()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 means unknown."""
        self._stage, self._done, self._total = stage, done, total
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(int(1000 * done / total) if total else 0)
        self._retranslate()

    def end(self) -> None:
        """Hide the panel."""
        self._timer.stop()
        self.hide()
        self.ended.emit()

    def _retranslate(self) -> None:
        self.words.setText(self._sentence())
        self._bar.setAccessibleName(self.words.text())
        self.cancel.setText(self.tr("Cancel"))

    def _sentence(self) -> str:
        stages = {
            "reading": self.tr("Reading…"),
            "checking": self.tr("Checking…"),
            "saving": self.tr("Saving…"),
            "waiting": self.tr("Another window of Listo still has this work. Waiting until it is closed…"),
        }
        words = stages.get(self._stage, self.tr("One moment…"))
        if not self._total:
            return words
        say = QLocale().toString
        numbers = self.tr("{done} of {total}").format(done=say(self._done), total=say(self._total))
        return f"{words} {numbers}"


class WorkProgress(QObject):
    """Shows what takes long in `files_panel` while the files are looked at, all else in `panel`."""

    def __init__(
        self, work: Work, panel: BusyPanel, files_panel: BusyPanel, on_files: Callable[[], bool]
    ) -> None:
        super().__init__(panel)
        self._work, self._panel, self._files_panel, self._on_files = work, panel, files_panel, on_files
        for busy in (panel, files_panel):
            busy.cancel.clicked.connect(work.cancel)
            work.progressed.connect(busy.progress)
        work.begun.connect(self._on_begun)
        work.ended.connect(self._on_ended)

    def _on_begun(self, job: JobFacts) -> None:
        if job.long and self._on_files():
            self._files_panel.begin()
        elif not job.quiet:
            self._panel.begin()

    def _on_ended(self) -> None:
        if not any(request.facts.long for request in self._work.pending):
            self._files_panel.end()
        if not self._work.pending:
            self._panel.end()


class Banner(Translated, QWidget):
    """Says what went wrong and what to do, until it is closed or the next thing works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = parts.frame("error-card")
        self._words = parts.label(selectable=True)
        self._picture = parts.picture("warning-solid", "warning")
        self._close = parts.button("quiet", "close")
        self._close.clicked.connect(self.hide)
        self._actions = parts.row()
        self._said = parts.row(parts.grow(self._words), self._actions, gap=12)
        inside = parts.row(self._picture, self._said, self._close, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 8, 8, 8)
        self._card.setLayout(inside)
        whole = parts.row(self._card)
        whole.setContentsMargins(24, 16, 24, 0)
        self.setLayout(whole)
        self.hide()
        self._retranslate()

    def say(self, sentence: str, *, severe: bool = True, actions: Sequence[Action] = ()) -> None:
        """Show a sentence, and have a screen reader speak it."""
        self._offer(actions)
        style.set_role(self._card, "error-card" if severe else "warning-card")
        style.set_icon(self._picture, *parts.SEVERITY_ICONS["error" if severe else "warning"])
        self._words.setText(sentence)
        self.show()
        parts.announce(self, sentence)

    def _offer(self, actions: Sequence[Action]) -> None:
        parts.empty(self._actions)
        for words, slot in actions:
            button = parts.button()
            button.setObjectName("action")
            button.setText(words)
            button.clicked.connect(slot)
            self._actions.addWidget(button)
        self._place_actions()

    def _place_actions(self) -> None:
        """Put the buttons below the sentence where they would leave it little room beside them."""
        is_narrow = self._actions.sizeHint().width() > self.width() // 2
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._said.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_actions()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that stand beside the sentence."""
        return self.findChildren(QPushButton, "action")

    def text(self) -> str:
        """Return the sentence that is shown, empty when none is."""
        return self._words.text() if not self.isHidden() else ""

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))


class FailureReporter(QObject):
    """Says what did not work and that nothing is lost; after a crash, has the work opened again.

    `texts` gives the core's sentences in the language of now.
    """

    recovered = Signal(object)
    """The Overview of the work that was opened again."""

    def __init__(self, work: Work, banner: Banner, texts: Callable[[], Texts]) -> None:
        super().__init__(banner)
        self._work, self._banner, self._texts = work, banner, texts
        self._recovering = False
        work.failed.connect(self._on_failed)

    def _on_failed(self, error: object) -> None:
        session = self._work.overview.session if self._work.overview else None
        if isinstance(error, InputError):
            self._banner.say(self._texts().input_error(error))
        elif self._recovering or session is None:
            self._recovering = False
            self._banner.say(
                self.tr("Something went wrong in Listo. Your work is stored; open it again from Recent.")
            )
        else:
            self._recover(session)

    def _recover(self, session: int) -> None:
        self._recovering = True
        self._banner.say(
            self.tr("Something went wrong in Listo. Your work is safe; it is being opened again…")
        )
        self._work.start(Jobs.resume, session).on_success(self._on_recovered)

    def _on_recovered(self, overview: Overview) -> None:
        self._recovering = False
        self.recovered.emit(overview)
        self._banner.say(self.tr("Something went wrong in Listo. Your work is back as it was."), severe=False)
