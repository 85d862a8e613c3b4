"""What stands in the place of a kind's rows when none is left: where to go from there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from listo.core.worker.model import Overview
from listo.ui.widgets import parts


class KindEnding(QFrame):
    """Says that a kind is done, or all of them and how many checks that means."""

    pressed = Signal()
    filesWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title, self.words = parts.label("section"), parts.label("quiet")
        self.go_on = parts.button("primary", "arrow-right")
        self.add = parts.button("link")
        for made in (self.title, self.words):
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go_on.clicked.connect(self.pressed)
        self.add.clicked.connect(self.filesWanted)
        self._build()

    def _build(self) -> None:
        picture = parts.row(None, parts.picture("right-solid", "right", 40), None)
        add, go_on = parts.row(None, self.add, None), parts.row(None, self.go_on, None)
        inside = parts.column(None, picture, self.title, self.words, add, 8, go_on, None)
        inside.setContentsMargins(32, 32, 32, 32)
        self.setLayout(inside)

    def show_kind_done(self, left: int) -> None:
        """Say that the kind is done, and how many others are left."""
        self.add.hide()
        self.title.setText(self.tr("Nothing of this kind is left"))
        self.words.setText(self.tr("%Ln kind(s) of problem left", "", left))
        self.go_on.setText(self.tr("Next kind"))
        self.go_on.show()

    def show_all_done(self, overview: Overview, addable: int) -> None:
        """Say that all kinds are done; `addable` checks would run if a reference were added."""
        self.add.setVisible(addable > 0)
        self.add.setText(self.tr("Add what is missing…"))
        ran = len(overview.checks_run)
        self.title.setText(self.tr("No problem found by the %Ln check(s) that ran", "", ran))
        self.words.setText(self._unchecked_sentence(len(overview.checks_skipped)))
        self.go_on.setText(self.tr("Review %Ln change(s)", "", overview.changed_cells))
        self.go_on.setVisible(overview.changed_cells > 0)

    def _unchecked_sentence(self, skipped: int) -> str:
        if not skipped:
            return self.tr("Every check had what it needed.")
        return self.tr(
            "%Ln check(s) did not run because a file, a column or a choice is missing", "", skipped
        )
