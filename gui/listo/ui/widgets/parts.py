"""Small building blocks of pages and lists, and the keys that work on these."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6 import QtGui
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from listo.core.texts import Language, Texts
from listo.ui import style

if TYPE_CHECKING:
    from listo.core.catalogue.entries import AdminPage, Severity

SEVERITY_ICONS: dict[Severity, tuple[str, style.ColourRole]] = {
    "error": ("error-solid", "error"),
    "warning": ("warning-solid", "warning"),
    "info": ("info-solid", "accent"),
}
"""The shape and the colour's role of each severity."""

SEVERITY_TINTS: dict[Severity, style.ColourRole] = {
    "error": "error-tint",
    "warning": "warning-tint",
    "info": "accent-tint",
}
"""The role of the ground of a cell with a problem of that severity."""

_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[1-9¹²³]", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows a full stop.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

Key = str | QKeySequence.StandardKey


class LineEdit(QLineEdit):
    """A line to type in that leaves dropped files to its window; Qt's own takes their addresses as text."""

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class ComboBox(QComboBox):
    """A choice that the wheel does not change: it scrolls the page, and another choice would go unnoticed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()


_BEFORE_NUMBER = 9
"""Pixels: the style sheet's padding of fields, which Qt leaves out on this side of a number."""


class SpinBox(QSpinBox):
    """A number that the wheel does not change, for the same reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()


def severity_icon(severity: Severity) -> QIcon:
    """Return the filled shape of that severity in its colour, as the window is drawn now."""
    return style.icon(*SEVERITY_ICONS[severity])


def literal(text: str) -> str:
    """Return a text so that Qt shows it letter for letter also where it obeys markup, as in a tip.

    What begins like HTML would be read as such there: an image in a cell would have its file opened, or a
    connection made to another machine. Any text that is not our own and goes to such a place comes through
    here; labels are of plain text, and what a screen reader speaks is never markup.
    """
    text = shortened(text, LONGEST_SHOWN)
    if not QtGui.Qt.mightBeRichText(text):
        return text
    import html

    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


LONGEST_SHOWN = 4_000
"""Letters: two screens full. Qt lays all of a text out, for minutes where a cell of it takes 9 MB."""


class KeptHeights(QLabel):
    """A label that lays its text out once for each width: layouts ask five times what height it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def setWordWrap(self, on: bool) -> None:
        self._heights.clear()
        super().setWordWrap(on)

    def setContentsMargins(self, *margins: Any) -> None:  # each of the four, or all in one
        self._heights.clear()
        super().setContentsMargins(*margins)

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)


class _BoundedLabel(KeptHeights):
    """A label that begins to show a text of any length."""

    def setText(self, text: str) -> None:
        super().setText(shortened(text, LONGEST_SHOWN))


class _Link(KeptHeights):
    """A label that leads to a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:  # it keeps the colour that it was laid out with
            said = self.text()
            self.clear()
            self.setText(said)
        super().changeEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            super().focusNextPrevChild(True)  # to the link, which Enter opens: the label alone shows nothing

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave: a label's own way to the link before never leaves the one that it is on."""
        return QFrame.focusNextPrevChild(self, forward)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader speak what is new on a widget."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, sentence))


def label(role: str = "", *, wraps: bool = True, selectable: bool = False) -> QLabel:
    """Return an empty label of that role; plain text, so that a cell's `<b>` is shown and not obeyed."""
    made = _BoundedLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def rich_label(markup: str) -> QLabel:
    """Return a label of markup: our own, with whatever else is in it escaped."""
    made = KeptHeights()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setText(markup)
    return made


def link(title: str = "", url: str = "") -> QLabel:
    """Return a label that opens a page of ours."""
    made = _Link()
    made.setOpenExternalLinks(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_link(made, title, url)
    return made


def set_link(label: QLabel, title: str, url: str) -> None:
    """Have a link lead to another page."""
    import html

    label.setText(f'<a href="{html.escape(url)}">{html.escape(title)}</a> ↗')
    label.setToolTip(literal(url))


def button(role: str = "", icon: str = "") -> QPushButton:
    """Return a button with no words yet."""
    made = QPushButton()
    made.setAutoDefault(True)
    if role:
        made.setProperty("role", role)
    if icon:
        style.set_icon(made, icon, "on-accent" if role == "primary" else "text")
        made.setIconSize(QSize(16, 16))
    return made


def frame(role: str) -> QFrame:
    """Return a frame of that role."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def picture(name: str, role: style.ColourRole = "text", size: int = style.ICON_SIZE) -> QLabel:
    """Return an icon as a label of a fixed size."""
    made = QLabel()
    made.setFixedSize(size, size)
    style.set_icon(made, name, role, size)
    return made


Box = TypeVar("Box", bound=QBoxLayout)

Part = QWidget | QLayout | int | None
"""What a row or a column is made of: a widget, a layout, a gap in pixels, or None for what stretches."""


def row(*parts: Part, gap: int = style.SPACE) -> QHBoxLayout:
    """Return the parts side by side."""
    return _filled(QHBoxLayout(), parts, gap)


def column(*parts: Part, gap: int = style.SPACE) -> QVBoxLayout:
    """Return the parts below each other."""
    return _filled(QVBoxLayout(), parts, gap)


def _filled(box: Box, parts: Iterable[Part], gap: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


class _TallPage(QWidget):
    """A page as high as its words need at its width: a scroll area asks for less, and squeezes them."""

    def _keep_height(self) -> None:
        box = self.layout()
        if box is not None and box.hasHeightForWidth():
            self.setMinimumHeight(box.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # Not at once: what is in the page tells one after the other how much room it needs.
            QTimer.singleShot(0, self, self._keep_height)
        return done


def scrolled(box: QLayout) -> QScrollArea:
    """Return a page that scrolls where it is higher than its room."""
    inside = _TallPage()
    inside.setProperty("role", "page")
    inside.setLayout(box)
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return what of a part of a page the Tab key stops at, in the order in which it was laid out.

    Not by way of its layouts: PySide 6.11 crashed now and then after it was asked for their items.
    """
    here = (one for one in part.findChildren(QWidget) if one.window() is part.window())  # no popup of its own
    return [one for one in here if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def tab_before(stop: QWidget, fresh: Iterable[QWidget]) -> None:
    """Have the Tab key come to what was made after `stop` before it: Qt puts it behind all of the window."""
    before = stop.previousInFocusChain()
    while before and before is not stop and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    for one, other in pairwise((before or stop, *fresh)):
        QWidget.setTabOrder(one, other)


def readable(widget: QWidget) -> QHBoxLayout:
    """Return a place in which a widget full of prose grows no wider than is good for reading."""
    widget.setMaximumWidth(style.READING_WIDTH)
    line = row()
    line.addWidget(widget, 1)
    line.addStretch(0)  # takes what is left; a stretch of its own would take from the widget
    return line


def grow(widget: QWidget) -> QWidget:
    """Let a widget take what room there is in a row."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def shortened(text: str, length: int = 24) -> str:
    """Return a text that fits on a button."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def file_name(text: str) -> str:
    """Return a text as a file's name before its suffix, without what some system does not take there."""
    name = "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in text).strip()
    return f"-{name}" if _DEVICES.fullmatch(name.partition(".")[0].strip()) else name


def let_go(widget: QWidget) -> None:
    """Take the keyboard from what is about to be hidden: Qt would move it on as if by the Tab key."""
    focus = widget.focusWidget()
    if focus is not None and focus.hasFocus():
        focus.clearFocus()


class FlowLayout(QLayout):
    """Lays its widgets out as a paragraph lays out words; `last_right` puts the last at the right edge."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = style.SPACE, *, last_right: bool = False
    ) -> None:
        super().__init__(parent)
        self._last_right = last_right
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: it is asked hundreds of times as a page is laid out
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        found = self._heights.get(width)
        if found is None:
            around = self.contentsMargins()
            room = QRect(0, 0, width, 0).marginsRemoved(around)
            found = self._lay_out(room, place=False) + around.top() + around.bottom()
            self._heights[width] = found
        return found

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = QSize()
        for item in self._items:
            widest = widest.expandedTo(item.minimumSize())
        return widest.grownBy(self.contentsMargins())

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._lay_out(area.marginsRemoved(self.contentsMargins()), place=True)

    def _lay_out(self, area: QRect, *, place: bool) -> int:
        """Go through the widgets line by line, moving them if asked to; return the height they take."""
        y, height = area.y(), 0
        for line in self._lines(area):
            y += self.spacing() if height else 0
            height = max(place_in_line.height() for _item, place_in_line in line)
            for item, place_in_line in line if place else ():
                item.setGeometry(place_in_line.translated(0, y + (height - place_in_line.height()) // 2))
            y += height
        return y - area.y()

    def _lines(self, area: QRect) -> list[list[tuple[QLayoutItem, QRect]]]:
        """Return what stands in each line, and where as if each were at the top."""
        lines: list[list[tuple[QLayoutItem, QRect]]] = []
        x = area.x()
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 10_000))
            if not lines or x + size.width() > area.right() + 1:
                lines.append([])
                x = area.x()
            if self._last_right and item is self._items[-1]:
                x = max(x, area.right() + 1 - size.width())
            lines[-1].append((item, QRect(QPoint(x, 0), size)))
            x += size.width() + self.spacing()
        return lines


def bind_keys(page: QWidget, *keys: tuple[Key, Callable[[], object]]) -> None:
    """Have each key do its work while the keyboard is in the page or in anything on it."""
    for key, slot in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)


def key_text(key: str) -> str:
    """Return a key as this system writes it: with Ctrl and Esc in every language, on a Mac with its signs."""
    if sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    *held, struck = QKeySequence(key).toString().rsplit("+", 1) if not key.endswith("+") else (key[:-2], "+")
    names = {
        "Down": QCoreApplication.translate("Keys", "Down"),
        "Left": QCoreApplication.translate("Keys", "Left"),
        "Right": QCoreApplication.translate("Keys", "Right"),
        "Space": QCoreApplication.translate("Keys", "Space"),
        "Return": "Enter",
    }
    return "+".join((*held, names.get(struck, struck)))


ModelIndex = QModelIndex | QPersistentModelIndex
"""What Qt hands to a model or a delegate."""

_CORNER, _BAR = 6, 3
"""Pixels of the rounded corners, and of the bar beside the line that is chosen; by eye."""


def draw_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw what says that a line is chosen, pointed at, or has the keyboard."""
    state = option.state
    accent = style.colour("accent")
    area = option.rect.adjusted(0, 1, 0, -1)
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent-tint" if chosen else "hover"))
        painter.drawRoundedRect(area, _CORNER, _CORNER)
    if chosen:
        painter.setBrush(accent)
        bar = QRect(area.left(), area.top() + _CORNER, _BAR, area.height() - 2 * _CORNER)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(accent)
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), _CORNER, _CORNER)


class Tab(QWidget):
    """One thing that Listo does; `listo.ui.tabs` says what is true of it beside this."""

    def set_texts(self, texts: Texts) -> None:
        """Say from now on in that language what the core has to say."""
        raise NotImplementedError

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped on the window, or opened with it, and that are this tab's."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to what had it here last, else to what one begins with."""
        last = self.focusWidget()
        if last is not None and last.isVisibleTo(self):
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.setFocus()
            self.focusNextChild()

    def finish(self) -> None:
        """Keep what is not kept yet: the window closes. Most keep each change when it is made."""


class WindowState(Protocol):
    """Where it is kept: geometry, tab and language, steps that were ticked off, hints that were read."""

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return what was kept under a key."""

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (of JSON's kinds) under a key."""


_PAGE_KEPT = "admin-page"
"""Under which key it is kept which page of the Admin the person has."""


def kept_page(state: WindowState) -> AdminPage | None:
    """Return the page of the Admin that was said to send the products, None where none was."""
    from listo.core.catalogue.entries import PAGES

    kept = state.get_state(_PAGE_KEPT)
    return next((page for page in PAGES if page == kept), None)


class PageChoice(QWidget):
    """Which page of the Admin sends the products: said once, kept, and followed by all that is answered.

    A short question with four answers, of which *not said* is the first, beside it or (not `is_wide`) below.
    What is said in one place is seen in all others. Without a state nothing is kept. It says nothing before
    it has a language.
    """

    changed = Signal()

    def __init__(
        self,
        state: WindowState | None,
        *,
        is_wide: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._page: AdminPage | None = None
        self._was_asked = False
        self._question, self.choice = label("quiet", wraps=False), ComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._question.setBuddy(self.choice)
        choice = row(self.choice, None)
        self.setLayout((row if is_wide else column)(self._question, choice, gap=8 if is_wide else 4))
        self.choice.currentIndexChanged.connect(self._on_chosen)

    def page(self) -> AdminPage | None:
        """Return the page that was chosen, now or in an earlier session."""
        return self._page

    def _kept(self) -> AdminPage | None:
        return kept_page(self._state) if self._state else self._page

    def set_language(self, language: Language, unsaid: str = "") -> None:
        """Ask in a language; what is chosen stays chosen. `unsaid` are other words for *not said*."""
        from listo.core.catalogue.entries import PAGES, get_common

        if not self._was_asked:
            # Asked for at first and when it is shown only: its language also changes once the window is
            # closed, and with it what keeps the state; an error within an event of Qt's can end Python.
            self._page, self._was_asked = self._kept(), True
        phrases = get_common(language).phrases
        self._question.setText(phrases["page-question"])
        self.choice.setAccessibleName(phrases["page-question"])
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(unsaid or phrases["page-not-said"], None)
            for page in PAGES:
                self.choice.addItem(phrases[f"page-{page}"], page)
            self._show()

    def _show(self) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._page)) if self._page else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (kept := self._kept()) != self._page:  # it was said elsewhere meanwhile
            self._page = kept
            with QSignalBlocker(self.choice):
                self._show()
            self.changed.emit()

    def _on_chosen(self) -> None:
        self._page = self.choice.currentData()
        if self._state:
            self._state.set_state(_PAGE_KEPT, self._page)
        self.changed.emit()
