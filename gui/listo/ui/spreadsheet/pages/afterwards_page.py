"""The last step: what is left to do in the Admin, to tick off, and what to reprocess there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from listo.core.wizard_state import ADMIN_STEPS, AdminStep
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import CategoryToReprocess, Overview, Reprocess
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

_MOST_LINES = 12
"""Categories that are listed: as many as stand in a small window; the others can be copied."""


class ChecklistItem(QWidget):
    """A step to tick off, with words that wrap; a click on the words ticks too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.words = parts.label()
        inside = parts.row(self.box, self.words, gap=8)
        inside.setStretch(1, 1)
        inside.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)
        self.box.toggled.connect(self._on_toggled)

    def say(self, text: str) -> None:
        """Give the step its words."""
        self.words.setText(text)
        self.box.setAccessibleName(text)

    def _on_toggled(self, done: bool) -> None:
        style.set_role(self.words, "quiet" if done else "")

    def mouseReleaseEvent(self, event: object) -> None:
        self.box.click()


class AfterwardsPage(Translated, QWidget):
    """Where to upload the copy, what to reprocess, and to look again."""

    itemChecked = Signal(str, bool)
    """A step of the Admin, and whether it is done."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._overview: Overview | None = None
        self.title, self.sentence = parts.label("title"), parts.label("quiet")
        self.save = parts.button("primary", "save")
        self.steps = {name: ChecklistItem() for name in ADMIN_STEPS}
        self.card, self.which = parts.frame("card"), parts.frame("card")
        self._reprocess = Reprocess((), None)
        self.which_title, self.which_words = parts.label("strong"), parts.label("quiet")
        self.lines, self.more = parts.label(selectable=True), parts.label("quiet")
        self.copy_list = parts.button("", "copy")
        self._build()
        for name, line in self.steps.items():
            line.box.clicked.connect(lambda done, name=name: self.itemChecked.emit(name, done))
        self.copy_list.clicked.connect(self._on_copy)
        self._retranslate()

    def _build(self) -> None:
        which = parts.column(
            self.which_title, self.which_words, self.lines, self.more, parts.row(self.copy_list, None)
        )
        which.setContentsMargins(16, 16, 16, 16)
        self.which.setLayout(which)
        for label in (self.sentence, self.card, self.which):
            label.setMaximumWidth(style.READING_WIDTH)
        steps = parts.column(*self.steps.values(), gap=16)
        steps.setContentsMargins(16, 16, 16, 16)
        self.card.setLayout(steps)
        head = parts.column(self.title, self.sentence, gap=4)
        box = parts.column(head, parts.row(self.save, None), self.card, self.which, None, gap=16)
        box.setContentsMargins(24, 20, 24, 24)
        self.setLayout(parts.column(parts.scrolled(box)))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        self._overview = overview
        self._set_checklist(overview.wizard.state.checklist)
        self._retranslate()

    def _set_checklist(self, names: Iterable[str]) -> None:
        """Show these steps as done, and no others."""
        checked = set(names)
        for name, line in self.steps.items():
            line.box.setChecked(name in checked)

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self._saved() is None:
            self.save.setFocus()
        else:
            open_ones = (line.box for line in self.steps.values() if not line.box.isChecked())
            next(open_ones, self.steps[ADMIN_STEPS[0]].box).setFocus()

    def _saved(self) -> Path | None:
        return self._overview.saved_to if self._overview else None

    def _retranslate(self) -> None:
        saved = self._saved()
        self.title.setText(self.tr("Then, in your VTEX Admin"))
        self.sentence.setText(
            self.tr("Check off each step as you do it. Listo remembers.")
            if saved
            else self.tr("Save the corrected copy first. Then follow these steps.")
        )
        self.save.setVisible(saved is None)
        self.save.setText(self.tr("Go to saving"))
        self.card.setEnabled(saved is not None)
        self._say_reprocess()
        for name, text in self._words(saved.name if saved else "…").items():
            self.steps[name].say(text)

    def _words(self, file: str) -> dict[AdminStep, str]:
        return {
            "upload": self.tr(
                "Open Marketplace > Integrations > Settings, click the gear on the Amazon card, "
                "choose Upload mapping template, then Upload file, and choose “{name}”."
            ).format(name=file),
            "reprocess": self.tr(
                "Open Marketplace > Connections > Products, filter by Amazon, and choose Actions > Reprocess."
            ),
            "look-again": self.tr(
                "Look again after a while. What Amazon still refuses is "
                "listed there, and Listo can explain it."
            ),
        }

    # -- what to reprocess --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask what must be reprocessed."""
        self._work.start(Jobs.to_reprocess).on_success(self._show_reprocess)

    def _show_reprocess(self, reprocess: Reprocess) -> None:
        """Say which categories the changes concern, and of which SKUs where an export tells."""
        self._reprocess = reprocess
        self._retranslate()

    def _say_reprocess(self) -> None:
        reprocess = self._reprocess
        shown = bool(reprocess.categories) and self._saved() is not None
        self.which.setVisible(shown)
        self.which_title.setText(self.tr("What to reprocess"))
        self.which_words.setText(self._which_words(reprocess))
        self.copy_list.setText(self.tr("Copy the list"))
        self.lines.setText("\n".join(self._line(one) for one in reprocess.categories[:_MOST_LINES]))
        more = len(reprocess.categories) - _MOST_LINES
        self.more.setVisible(more > 0)
        self.more.setText(self.tr("and %Ln more category(ies), in the list to copy", "", more))

    def _which_words(self, reprocess: Reprocess) -> str:
        if reprocess.skus is None:
            return self.tr(
                "Your changes concern these categories. With an export of your products, "
                "Listo says which SKUs."
            )
        return self.tr("Your changes concern %Ln SKU(s) that are active, in:", "", reprocess.skus)

    def _line(self, one: CategoryToReprocess) -> str:
        rows = self.tr("%Ln row(s)", "", one.rows)
        skus = [self.tr("%Ln SKU(s)", "", one.skus)] if one.skus is not None else []
        return " · ".join([one.category, *skus, rows])

    def _on_copy(self) -> None:
        """Put the SKUs on the clipboard, one a line; without an export the categories."""
        found = self._reprocess.categories
        skus = [sku for one in found for sku in one.sku_ids]
        QGuiApplication.clipboard().setText("\n".join(skus or [one.category for one in found]))
