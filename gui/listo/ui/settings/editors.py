"""What a setting is typed or chosen with; each gives and takes the value as the core keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from listo.core.configuration import looks_secret


class TextEditor(QLineEdit):
    """A text, kept exactly as typed. What looks like a token is taken out at once and never kept."""

    changed = Signal()
    secretRefused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        if self.text() != value:
            self.setText(str(value or ""))

    def _on_text_changed(self, text: str) -> None:
        if looks_secret(text):
            self.setText("")
            self.clear()  # nor can it be brought back with undo
            self.setModified(False)
            self.secretRefused.emit()
        self.changed.emit()


class ChoiceEditor(QComboBox):
    """One of a few; the first means that nothing was said."""

    changed = Signal()

    def __init__(self, values: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value in values:
            self.addItem("", value)
        self.currentIndexChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Any:
        """Return what is chosen."""
        return self.currentData()

    def set_value(self, value: Any) -> None:
        """Choose a value; one that is not offered chooses nothing."""
        found = next((row for row in range(self.count()) if self.itemData(row) == value), 0)
        self.setCurrentIndex(found)

    def set_words(self, words: Sequence[str]) -> None:
        """Name the choices, in their order."""
        for row, word in enumerate(words):
            self.setItemText(row, word)


class NamesEditor(QWidget):
    """Any number of names, one a line; a line more is offered once the last one is filled."""

    changed = Signal()
    secretRefused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[TextEditor] = []
        self._name = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._add()
        self.setFocusProxy(self._lines[0])

    def value(self) -> tuple[str, ...]:
        """Return the names that are filled in."""
        return tuple(line.text() for line in self._lines if line.text())

    def set_value(self, value: Any) -> None:
        """Show those names."""
        names = tuple(value or ())
        if names == self.value():
            return
        while len(self._lines) < len(names) + 1:
            self._add()
        for line, name in zip(self._lines, [*names, *[""] * len(self._lines)], strict=False):
            line.set_value(name)

    def set_name(self, name: str) -> None:
        """Give every line the name that a screen reader speaks."""
        self._name = name
        for line in self._lines:
            line.setAccessibleName(name)

    def _add(self) -> None:
        line = TextEditor()
        line.setAccessibleName(self._name)
        if self._lines:
            line.setPlaceholderText(self.tr("another name, if there are several"))
        line.changed.connect(self._on_changed)
        line.secretRefused.connect(self.secretRefused)
        self._lines.append(line)
        self._box.addWidget(line)

    def _on_changed(self) -> None:
        if self._lines[-1].text():
            self._add()
        self.changed.emit()
