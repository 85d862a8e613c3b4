"""The last step: what is left to do in the Admin, to tick off, and what to reprocess there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from listo.core.jobs.model import Overview
from listo.ui import style
from listo.ui.widgets import parts
from listo.ui.wizard.tick_line import TickLine

STEPS = ("open", "upload", "reprocess", "look-again")
"""What a step of the Admin is kept by when it is ticked."""


class AfterwardsPage(QWidget):
    """Where to upload the copy, what to reprocess, and to look again."""

    ticksChanged = Signal()
    saveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self.title, self.sentence = parts.label("title"), parts.label("quiet")
        self.save = parts.button("primary", "save")
        self.steps = {name: TickLine() for name in STEPS}
        self.card = parts.frame("card")
        self._build()
        for line in self.steps.values():
            line.ticked.connect(self.ticksChanged)
        self.save.clicked.connect(self.saveRequested)
        self._retranslate()

    def _build(self) -> None:
        for label in (self.sentence, self.card):
            label.setMaximumWidth(style.READING_WIDTH)
        steps = parts.column(*self.steps.values(), gap=16)
        steps.setContentsMargins(16, 16, 16, 16)
        self.card.setLayout(steps)
        head = parts.column(self.title, self.sentence, gap=4)
        box = parts.column(head, parts.row(self.save, None), self.card, None, gap=16)
        box.setContentsMargins(24, 20, 24, 24)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setLayout(box)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        self.setLayout(parts.column(scroll))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        if self._overview is None or overview.session != self._overview.session:
            self.set_ticks(())
        self._overview = overview
        self._retranslate()

    def ticks(self) -> tuple[str, ...]:
        """Return the steps that are ticked."""
        return tuple(name for name, line in self.steps.items() if line.box.isChecked())

    def set_ticks(self, names: Iterable[str]) -> None:
        """Show these steps as ticked, and no others."""
        ticked = set(names)
        for name, line in self.steps.items():
            line.box.setChecked(name in ticked)

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self._saved() is None:
            self.save.setFocus()
        else:
            open_ones = (line.box for line in self.steps.values() if not line.box.isChecked())
            next(open_ones, self.steps[STEPS[0]].box).setFocus()

    def _saved(self) -> Path | None:
        return self._overview.saved_to if self._overview else None

    def _retranslate(self) -> None:
        saved = self._saved()
        self.title.setText(self.tr("Then, in your VTEX Admin"))
        self.sentence.setText(
            self.tr("Tick off what you have done; Listo keeps it.")
            if saved
            else self.tr("Save the corrected copy first. Then this is what to do with it.")
        )
        self.save.setVisible(saved is None)
        self.save.setText(self.tr("On to saving"))
        self.card.setEnabled(saved is not None)
        for name, text in self._words(saved.name if saved else "…").items():
            self.steps[name].say(text)

    def _words(self, file: str) -> dict[str, str]:
        return {
            "open": self.tr(
                "Open Marketplace > Integrations > Settings and click the gear on the Amazon card."
            ),
            "upload": self.tr(
                "Choose Upload mapping template, then Upload file, and choose “{name}”."
            ).format(name=file),
            "reprocess": self.tr(
                "Open Marketplace > Connections > Products, filter by Amazon, and choose Actions > Reprocess."
            ),
            "look-again": self.tr(
                "Look again after a while. What Amazon still refuses shows there, and Listo explains it."
            ),
        }

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
