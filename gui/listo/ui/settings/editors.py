"""What a setting is typed or chosen with; each gives and takes the value as the core keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import date_text, parse_date, parse_typed_date
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts


class TextEditor(Translated, parts.LineEdit):
    """A text, kept exactly as typed. What looks like a token is taken out at once and never kept.

    `hint` gives the words that stand in it while it is empty.
    """

    changed = Signal()
    secretRefused = Signal()

    def __init__(self, hint: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._hint = hint
        self.textChanged.connect(self._on_text_changed)
        self._retranslate()

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        if self.text() != value:
            self.setText(str(value or ""))

    def _retranslate(self) -> None:
        if self._hint is not None:
            self.setPlaceholderText(self._hint())

    def _on_text_changed(self, text: str) -> None:
        if looks_secret(text):
            with QSignalBlocker(self):
                self.setText("")  # unlike clear(), this leaves nothing that undo could bring back
            self.secretRefused.emit()
        self.changed.emit()


_CALENDAR = QSize(300, 260)
"""Pixels: two digits in each of seven columns, with air; by eye."""


class DateEditor(TextEditor):
    """A day, typed in the order of the language or picked from a calendar; its value is as settings keep it.

    What is no day yet is its own value. On leaving, a day is written out as the language does.
    """

    _read: date | None = None
    """The day that the text means, as it was read when it was typed; another language reads it otherwise."""
    _pick: QAction | None = None

    def __init__(self) -> None:
        super().__init__(self._order_words)
        self._pick = self.addAction(
            style.icon("calendar", "quiet"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._pick.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._write_out)
        self._retranslate()

    def value(self) -> str:
        return date_text(self._read) if self._read else self.text()

    def _on_text_changed(self, text: str) -> None:
        self._read = parse_typed_date(text, month_first=_month_first())
        super()._on_text_changed(text)

    def set_value(self, value: Any) -> None:
        kept = str(value or "")
        day = parse_date(kept)  # as settings keep it, and kept it before days were read by language
        if kept != self.value():
            self.setText(date_text(day) if day else kept)
            self._write_out()

    def open_calendar(self) -> None:
        """Open a calendar below the field, at its day or today."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setLocale(QLocale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        plain = QTextCharFormat()
        plain.setForeground(style.colour("text"))
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red says that something is wrong
            calendar.setWeekdayTextFormat(day_of_week, plain)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            if (arrow := calendar.findChild(QToolButton, f"qt_calendar_{name}month")) is not None:
                style.set_icon(arrow, icon)
        calendar.resize(_CALENDAR)
        day = self._read
        calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(lambda found: self._on_picked(calendar, found))
        calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.show()
        calendar.setFocus()

    def _on_picked(self, calendar: QCalendarWidget, found: QDate) -> None:
        calendar.close()
        self.set_value(date(found.year(), found.month(), found.day()).isoformat())
        self.setFocus()

    def _write_out(self) -> None:
        """Write a day as the language does, where it is written in another way."""
        day = self._read
        shown = QLocale().toString(QDate(day.year, day.month, day.day), _written()) if day else self.text()
        if shown != self.text():
            with QSignalBlocker(self):
                self.setText(shown)

    def _order_words(self) -> str:
        return self.tr("month/day/year") if _month_first() else self.tr("day/month/year")

    def _retranslate(self) -> None:
        super()._retranslate()
        if self._pick is not None:
            self._pick.setToolTip(self.tr("Choose the day (Down)"))
            for button in self.findChildren(QToolButton):
                button.setAccessibleName(self.tr("Choose the day (Down)"))
            self._write_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return
        super().keyPressEvent(event)


def _month_first() -> bool:
    """Return whether the month is written before the day where the person lives."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return "M" in order and "d" in order and order.index("M") < order.index("d") and order[0] != "y"


def _written() -> str:
    """Return how a day is written out: with four digits of the year, in the order of the language."""
    return "MM/dd/yyyy" if _month_first() else "dd/MM/yyyy"


class ChoiceEditor(parts.ComboBox):
    """One of a few; the first means that nothing was said. `words` gives the name of each value."""

    changed = Signal()

    def __init__(self, values: Sequence[Any], words: Callable[[Any], str]) -> None:
        super().__init__()
        self._words = words
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

    def name_choices(self) -> None:
        """Name the choices, in the language that is spoken now."""
        for row in range(self.count()):
            self.setItemText(row, self._words(self.itemData(row)))


class NamesEditor(Translated, QWidget):
    """Any number of names, one a line; a line more is offered once the last one is filled."""

    changed = Signal()
    secretRefused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[TextEditor] = []
        self._name = self._hint = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._add()
        self.setFocusProxy(self._lines[0])

    def value(self) -> tuple[str, ...]:
        """Return the names that are filled in."""
        return tuple(line.text() for line in self._lines if line.text())

    def set_value(self, value: Any) -> None:
        """Show those names, or a single one in place of the first."""
        names = (value, *self.value()[1:]) if isinstance(value, str) else tuple(value or ())
        if names == self.value():
            return
        while len(self._lines) < len(names) + 1:
            self._add()
        for line, name in zip(self._lines, [*names, *[""] * len(self._lines)], strict=False):
            line.set_value(name)

    def set_name(self, name: str, hint: str) -> None:
        """Give every line the name and the description that a screen reader speaks."""
        self._name, self._hint = name, hint
        self._retranslate()

    def _retranslate(self) -> None:
        for place, line in enumerate(self._lines, start=1):
            line.setAccessibleName(f"{self._name} {place}" if place > 1 else self._name)
            line.setAccessibleDescription(self._hint)
            if place > 1:
                line.setPlaceholderText(self.tr("another, if there are several"))

    def _add(self) -> None:
        line = TextEditor()
        line.changed.connect(self._on_changed)
        line.secretRefused.connect(self.secretRefused)
        self._box.addWidget(line)
        if self._lines:
            QWidget.setTabOrder(self._lines[-1], line)
        self._lines.append(line)
        self._retranslate()

    def _on_changed(self) -> None:
        if self._lines[-1].text():
            self._add()
        self.changed.emit()


_MOST_OFFERED = 3
"""Files that are offered below the button, each with a line of its own; who has more open chooses."""

_OFFERED_NAME = 32
"""Letters of a file's name: with the words around it as wide as half of the form in a small window."""


class FileEditor(Translated, QWidget):
    """A file, dropped, asked for with `choose`, or offered since it is open; its value is its path."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._name = parts.label("quiet")
        self.choose, self.remove = parts.button("", "file"), parts.button("quiet", "close")
        self.remove.clicked.connect(lambda: self.set_value(""))
        self.offers: list[QPushButton] = []
        self._offered = parts.column(gap=2)
        chosen = parts.row(self.choose, parts.grow(self._name), self.remove)
        self.setLayout(parts.column(chosen, self._offered, gap=4))
        self.setFocusProxy(self.choose)
        self._retranslate()

    def value(self) -> str:
        """Return the path as text, empty where there is no file."""
        return self._path

    def set_value(self, value: Any) -> None:
        """Show a file by its path."""
        if str(value or "") != self._path:
            self._path = str(value or "")
            self._retranslate()
            self.changed.emit()

    def offer(self, files: Sequence[Path]) -> None:
        """Offer files that are open elsewhere in the window, while none is chosen here."""
        parts.empty(self._offered)
        self.offers = []
        for file in files[:_MOST_OFFERED]:
            use = parts.button("link", "file")
            use.setProperty("file", str(file))
            use.clicked.connect(lambda _=False, file=file: self._take(file))
            self._offered.addLayout(parts.row(use, None))
            self.offers.append(use)
        self._retranslate()

    def _take(self, file: Path) -> None:
        """Choose a file that was offered; its button goes, and the keyboard to the one beside."""
        self.choose.setFocus()
        self.set_value(str(file))

    def _retranslate(self) -> None:
        for use in self.offers:
            file = Path(str(use.property("file")))
            name = parts.shortened(file.name, _OFFERED_NAME)
            use.setText(self.tr("Use “{file}”").format(file=name))
            use.setToolTip(parts.literal(self.tr("Open in Check my spreadsheet: {path}").format(path=file)))
            use.setVisible(not self._path)
        self.choose.setText(self.tr("Choose…"))
        self._name.setText(Path(self._path).name or self.tr("none yet"))
        self._name.setToolTip(parts.literal(self._path))
        self.remove.setVisible(bool(self._path))
        self.remove.setToolTip(self.tr("Stop comparing with it"))
        self.remove.setAccessibleName(self.tr("Stop comparing with it"))


Editor = TextEditor | ChoiceEditor | NamesEditor | FileEditor
