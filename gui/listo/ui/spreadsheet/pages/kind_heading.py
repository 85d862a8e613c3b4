"""What is said of a kind of problem above its rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from listo.core.texts import Texts
from listo.core.worker.model import Group
from listo.ui import style
from listo.ui.widgets import parts

_LONGEST_ANSWER = 220
"""Letters, so that the rows below keep their room also in a small window."""


class KindHeading(QWidget):
    """What is wrong, why, and what VTEX would answer; in the line above which kind of how many it is."""

    lookupRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error_id: str | None = None
        self._brief = False
        self.badge = parts.label("caption", wraps=False)
        self._badge_picture = parts.picture("error-solid", "error", 16)
        self.position = parts.label("quiet", wraps=False)
        self.left = parts.button("link")
        self.title = parts.label("title")
        self.fix, self.why = parts.label(selectable=True), parts.label(selectable=True)
        self.answer = parts.label("quiet", selectable=True)
        self.why_button = parts.button("link", "chevron-right")
        self.why_button.setCheckable(True)
        self._lookup = parts.button("link")
        self.decisions = parts.button("link")
        self._build()

    def _build(self) -> None:
        self.above = QWidget()
        """The line above the title, for the page to put beside its switch."""
        self.above.setLayout(
            parts.row(self._badge_picture, self.badge, 10, self.position, 10, self.left, gap=6)
        )
        self._links = QWidget()
        self._links.setLayout(parts.row(self.why_button, self._lookup, None, self.decisions, gap=16))
        self.setLayout(parts.column(self.title, self.fix, self.answer, self._links, self.why, gap=6))
        self.why_button.toggled.connect(self._on_why)
        self._lookup.clicked.connect(lambda: self.lookupRequested.emit(self._error_id))
        self.why.hide()

    def _on_why(self, shown: bool) -> None:
        self.why.setVisible(shown and bool(self.why.text()) and not self._brief)
        style.set_icon(self.why_button, "chevron-down" if shown else "chevron-right", "accent")

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide it, with the line above."""
        for part in (self, self.above):
            part.setVisible(shown)

    def set_brief(self, brief: bool) -> None:
        """Say only what is wrong and what to do, while something else needs the room."""
        self._brief = brief
        self._links.setVisible(not brief)
        self.answer.setVisible(bool(self.answer.text()) and not brief)
        self._on_why(self.why_button.isChecked())

    def show_kind(self, group: Group, texts: Texts) -> None:
        """Say everything about that kind."""
        style.set_icon(self._badge_picture, *parts.SEVERITY_ICONS[group.severity], 16)
        self.badge.setText(texts.say(f"severity.{group.severity}"))
        self.title.setText(texts.check(group.code, "title", count=group.count))
        self.fix.setText(texts.check(group.code, "fix", count=group.count))
        self.why.setText(texts.check(group.code, "why", count=group.count))
        self._error_id = group.error_id
        self._lookup.setVisible(group.error_id is not None)
        self.set_brief(self._brief)
        self.retranslate()

    def show_answer(self, message: str) -> None:
        """Say what VTEX would answer; what is very long is cut, and whole in the tip."""
        said = parts.shortened(message, _LONGEST_ANSWER)
        self.answer.setText(self.tr("VTEX would answer: “{message}”").format(message=said) if said else "")
        self.answer.setToolTip(message if len(message) > _LONGEST_ANSWER else "")
        self.answer.setVisible(bool(message) and not self._brief)

    def show_position(self, number: int, kinds: int, left: int) -> None:
        """Say which kind of how many it is, and how many problems of all kinds were set aside."""
        self.position.setText(self.tr("{place} of {all}").format(place=number, all=kinds))
        self.left.setVisible(left > 0)
        self.left.setText(self.tr("%Ln set aside", "", left))

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.why_button.setText(self.tr("Why?"))
        self._lookup.setText(self.tr("About this error"))
        self.decisions.setText(self.tr("Remembered choices…"))
        self._on_why(self.why_button.isChecked())
