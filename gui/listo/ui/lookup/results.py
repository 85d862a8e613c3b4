"""The errors to choose from: those found, whatever they were found by, what none fits, and the start page.

Those found stand one below the other. The start page has recent lists, the commonest errors, and all by area.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QLocale,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue import entries
from listo.core.catalogue.message_groups import ErrorGroup
from listo.core.catalogue.recognition import Match, Recognition
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex, draw_background

_NOT_NAMES = frozenset({"sku", "code", "feed", "line", "column", "date", "count"})
"""Fields of messages that tell one message from another, but not one cause from another."""
_RESULT = Qt.ItemDataRole.UserRole
_FACTS = Qt.ItemDataRole.UserRole + 1
_LEFT, _RIGHT, _EDGE, _ICON, _GAP, _BAR = 14, 10, 8, 16, 4, 4
"""Pixels: the margins of a line, its icon, the gap above the facts and the bar that compares; by eye."""
_WORDS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_TALL = 10_000
"""Higher than any title: the room that text is measured in."""

_COLUMNS = 3
"""As many tiles as have room side by side in the narrowest window (860)."""
_NAME_LETTERS = 60
"""Letters of a list's first message that fit on two lines of a tile."""
_COMMONEST = (
    "map-specification-not-in-catalog",
    "map-value-not-accepted",
    "global-category-not-configured",
    "missing-standard-product-id",
    "brand-must-be-approved",
    "token-expired-or-no-permission",
)
"""The first of each group in VTEX's list of product errors, and the EAN and the brand, which Amazon adds."""
_ICONS = {
    "products-mapping": "table",
    "products-attributes": "list",
    "products-category": "tag",
    "products-matching": "search",
    "products-ean-brand": "tag",
    "products-sku": "box",
    "products-token": "key",
    "products-settings": "settings",
    "inventory": "box",
    "orders": "cart",
    "orders-delivery": "truck",
    "orders-stock": "box",
    "amazon-values": "edit",
    "amazon-variations": "copy",
    "amazon-identifiers": "tag",
    "amazon-offers": "truck",
    "amazon-approval": "right",
    "amazon-policy": "info",
    "amazon-images": "image",
    "amazon-feed": "file",
    "amazon-authorization": "key",
    "known-issues": "warning",
}
"""The picture of each area; one that is not named has a list's."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names that messages of one error gave, and how many messages gave them.

    `is_guess` says that all of these were known by their words alone.
    """

    captured: Mapping[str, str]
    count: int = 1
    is_guess: bool = False

    @property
    def subject(self) -> str:
        """What the error is about, such as `Cor`; empty where the message does not say."""
        return " · ".join(value for field, value in self.captured.items() if field not in _NOT_NAMES)


@dataclass(frozen=True, slots=True)
class Result:
    """An error, or None for messages that nothing fits, with what the messages said.

    `names` come with the most frequent first and are never empty. `count` is the number of messages, 0 where
    the error was not found in a list; `share` compares what it holds up with the worst of the list, 0 to 1.
    `unknown` are messages that nothing fits, each with how often it came.
    """

    error_id: str | None
    names: tuple[Named, ...] = (Named({}),)
    count: int = 0
    skus: int = 0
    share: float = 0.0
    unknown: tuple[tuple[str, int], ...] = ()


def of_error(error_id: str) -> tuple[Result, ...]:
    """Return one error that no message was given for."""
    return (Result(error_id),)


def of_area(area: str) -> tuple[Result, ...]:
    """Return every error of an area."""
    return tuple(Result(entry.id) for entry in entries.all_entries() if entry.area == area)


def of_recognition(found: Recognition) -> tuple[Result, ...]:
    """Return what one message may be: what fits, else what comes nearest."""
    if not found.matches:
        return tuple(Result(match.error_id, (Named(match.captured),)) for match in found.nearest)
    return tuple(Result(match.error_id, (_named(match, 1),)) for match in found.matches)


def _named(match: Match, count: int) -> Named:
    return Named(match.captured, count, match.how == "words")


def of_groups(groups: Sequence[ErrorGroup]) -> tuple[Result, ...]:
    """Return many messages by error, in the order of the groups."""
    most = max(map(_weight, groups), default=1)
    return tuple(_of_group(group, _weight(group) / most) for group in groups)


def _weight(group: ErrorGroup) -> int:
    return group.skus or group.count


def _of_group(group: ErrorGroup, share: float) -> Result:
    if group.error_id is None:
        unknown = tuple((found.text, count) for found, count in group.recognitions)
        return Result(None, count=group.count, unknown=unknown)
    return Result(group.error_id, _names(group), group.count, group.skus, share)


def _names(group: ErrorGroup) -> tuple[Named, ...]:
    """Return the different names in a group; messages that differ in nothing else are counted together."""
    by_subject: dict[str, Named] = {}
    for found, count in group.recognitions:
        named = _named(found.matches[0], count)
        if before := by_subject.get(named.subject):
            is_guess = before.is_guess and named.is_guess
            named = Named(before.captured, before.count + count, is_guess)
        by_subject[named.subject] = named
    return tuple(sorted(by_subject.values(), key=lambda one: -one.count))


class ResultsPanel(Translated, QWidget):
    """The list; `back` and `heading` go above it and the answer. `chosen` tells which Result is looked at."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.back = parts.button("link", "chevron-left")
        self.heading = parts.label("quiet", selectable=False)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setItemDelegate(_ResultDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setWordWrap(True)  # else Qt leaves each line where it was when only the width changes
        self.list.setMouseTracking(True)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.list.itemActivated.connect(lambda item: self.choose(self.list.row(item)))
        self.setLayout(parts.column(self.list))
        self.setMinimumWidth(240)
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak another language from the next list on."""
        self._texts = texts

    def show_results(self, results: Sequence[Result], heading: str) -> None:
        """Show a list, with none of it chosen."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        with QSignalBlocker(self.list):  # a list that empties would choose one line after the other
            self.list.clear()
        for result in results:
            self.list.addItem(self._item(result))

    def results(self) -> tuple[Result, ...]:
        """Return what is listed."""
        return tuple(self.list.item(row).data(_RESULT) for row in range(self.list.count()))

    def current(self) -> int:
        """Return which line is chosen, -1 where none is."""
        chosen = self.list.selectedIndexes()
        return chosen[0].row() if chosen else -1

    def choose(self, row: int) -> None:
        """Choose a line, if there are that many."""
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def insert(self, row: int, result: Result) -> None:
        """Put one more error into the list."""
        self.list.insertItem(row, self._item(result))

    def take_focus(self) -> None:
        """Give the keyboard to the list: to its first line, not chosen yet, where nothing is chosen."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.current() < 0 and self.list.count():
            model = self.list.selectionModel()
            model.setCurrentIndex(self.list.model().index(0, 0), model.SelectionFlag.NoUpdate)

    def _item(self, result: Result) -> QListWidgetItem:
        severity = None
        if result.error_id is None:
            title = self.tr("Not known to Listo")
        else:
            title = entries.get_text(result.error_id, self._texts.language).title
            severity = entries.get_entry(result.error_id).severity
        item = QListWidgetItem(title)
        icon = style.icon("help", "quiet") if severity is None else parts.severity_icon(severity)
        facts = self._facts(result)
        meant = self._texts.say(f"severity.{severity}") if severity else ""
        item.setIcon(icon)
        item.setData(_RESULT, result)
        item.setData(_FACTS, facts)
        spoken = ", ".join(part for part in (title, facts, meant) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _facts(self, result: Result) -> str:
        if not result.count:
            code = result.names[0].captured.get("code")
            return entries.name_of_code(code) if code else ""  # the title need not have the number
        times = self.tr("%Ln message(s)", "", result.count)
        skus = self.tr("%Ln SKU(s)", "", result.skus)
        return f"{times} · {skus}" if result.skus else times

    def _on_selected(self) -> None:
        row = self.current()
        if row >= 0:
            self.chosen.emit(self.list.item(row).data(_RESULT))

    def _retranslate(self) -> None:
        self.back.setText(self.tr("All errors by area"))
        self.back.setToolTip(self.tr("Clear the field and see all errors (Esc)"))
        self.list.setAccessibleName(self.tr("Errors found"))


class UnknownView(Translated, QWidget):
    """Each different message with how often it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = parts.label("section"), parts.label("quiet")
        self._list = QPlainTextEdit(readOnly=True)
        self._list.setTabChangesFocus(True)
        whole = parts.column(self._title, self._hint, self._list)
        whole.setContentsMargins(24, 20, 24, 24)
        self.setLayout(whole)
        self._retranslate()

    def show_messages(self, messages: Sequence[tuple[str, int]]) -> None:
        """Show messages, each with its count."""
        number = QLocale().toString
        lines = (text if count == 1 else f"{number(count)} × {text}" for text, count in messages)
        self._list.setPlainText("\n".join(lines))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Not known to Listo"))
        self._hint.setText(
            self.tr("No known error clearly matches these. Paste one on its own to see the closest ones.")
        )
        self._list.setAccessibleName(self.tr("Messages that Listo does not know"))


class _ResultDelegate(QStyledItemDelegate):
    """Draws the shape of the severity, the whole title, how many there are, and a bar that compares."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListWidget)
        width = view.width() - view.verticalScrollBar().sizeHint().width()  # it may come with the next line
        area = self._area(QRect(0, 0, width, _TALL))
        height = self._title_height(option, area, index) + 2 * _EDGE
        if index.data(_FACTS):
            height += _GAP + option.fontMetrics.height()
        if index.data(_RESULT).share:
            height += _GAP + _BAR
        return QSize(width, max(height, _ICON + 2 * _EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        area = self._area(option.rect)
        icon_top = area.top() + (option.fontMetrics.height() - _ICON) // 2
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter, QRect(option.rect.left() + _LEFT, icon_top, _ICON, _ICON)
        )
        painter.setFont(option.font)
        painter.setPen(style.colour("text"))
        painter.drawText(area, _WORDS, index.data())
        if index.data(_FACTS):
            top = area.top() + self._title_height(option, area, index) + _GAP
            self._draw_facts(painter, option.font, QRect(area.left(), top, area.width(), _TALL), index)
        painter.restore()

    def _draw_facts(self, painter: QPainter, font: QFont, area: QRect, index: ModelIndex) -> None:
        painter.setPen(style.colour("quiet"))
        painter.drawText(area, _WORDS, index.data(_FACTS))
        result: Result = index.data(_RESULT)
        top = area.top() + painter.fontMetrics().height() + _GAP
        width = max(_BAR, round(area.width() * result.share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent"))
        if result.share:
            painter.drawRoundedRect(QRect(area.left(), top, width, _BAR), _BAR / 2, _BAR / 2)

    @staticmethod
    def _area(line: QRect) -> QRect:
        return line.adjusted(_LEFT + _ICON + 10, _EDGE, -_RIGHT, -_EDGE)

    @staticmethod
    def _title_height(option: QStyleOptionViewItem, area: QRect, index: ModelIndex) -> int:
        room = QRect(0, 0, area.width(), _TALL)
        return option.fontMetrics.boundingRect(room, _WORDS, index.data()).height()


class Tile(QPushButton):
    """A card to press: a picture, a name, and a caption below it."""

    def __init__(self, icon: str, role: style.ColourRole = "quiet") -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name, self._caption = parts.label("strong"), parts.label("caption")
        words = parts.column(self._name, self._caption, gap=2)
        row = parts.row(parts.picture(icon, role), words, gap=12)
        row.setStretch(1, 1)
        row.setContentsMargins(16, 12, 12, 12)
        self.setLayout(row)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, name: str, caption: str) -> None:
        """Show those words."""
        self._name.setText(name)
        self._caption.setText(caption)
        self.setAccessibleName(f"{name}, {caption}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(200, layout.totalHeightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # a long name may need another line, or no longer


@dataclass(frozen=True, slots=True)
class RecentList:
    """A list of messages to look at again: its name, and in a few words what it holds."""

    number: int
    name: str
    facts: str


class StartView(Translated, QScrollArea):
    """What one may begin with: recent lists, the commonest errors, and all errors by area."""

    areaChosen = Signal(str)
    errorChosen = Signal(str)
    recentChosen = Signal(int)
    filesRequested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts = texts
        self._recent: tuple[RecentList, ...] = ()
        self._draw()

    def set_texts(self, texts: Texts) -> None:
        """Name everything in another language."""
        self._texts = texts
        self._draw()

    def show_recent(self, recent: Sequence[RecentList]) -> None:
        """Offer those lists to be looked at again."""
        if tuple(recent) != self._recent:
            self._recent = tuple(recent)
            self._draw()

    def _draw(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=0, vertical=0.5, gap=1)
        hint = parts.button("link", "drop")
        hint.setText(self.tr("or drop an export or an Amazon report here"))
        hint.clicked.connect(self.filesRequested)
        sections = (
            (self.tr("Continue with a list"), map(self._of_recent, self._recent)),
            (self.tr("Common errors"), map(self._of_error, _COMMONEST)),
            (self.tr("All errors by area"), self._of_areas()),
        )
        for title, tiles in sections:
            self._add_section(whole, title, list(tiles), hint)
        whole.addStretch(1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()

    def _add_section(
        self, whole: QVBoxLayout, title: str, tiles: Sequence[QPushButton], hint: QWidget
    ) -> None:
        """Add tiles below their title; the hint stands at the right of the first."""
        if not tiles:
            return
        heading = parts.label("strong", wraps=False)
        heading.setText(title)
        if whole.count():
            whole.addSpacing(style.SPACE)
        whole.addLayout(parts.row(heading, None, *(() if whole.count() else (hint,))))
        grid = QGridLayout()
        grid.setSpacing(style.SPACE + style.SPACE // 2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for place, tile in enumerate(tiles):
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        whole.addLayout(grid)

    def _of_recent(self, one: RecentList) -> QPushButton:
        tile = Tile("clock")
        tile.show_words(parts.shortened(one.name, _NAME_LETTERS), one.facts)
        tile.clicked.connect(lambda: self.recentChosen.emit(one.number))
        return tile

    def _of_error(self, error_id: str) -> QPushButton:
        entry = entries.get_entry(error_id)
        tile = Tile(*parts.SEVERITY_ICONS[entry.severity])
        common = entries.get_common(self._texts.language)
        tile.show_words(
            entries.get_text(error_id, self._texts.language).title,
            f"{self._texts.say(f'severity.{entry.severity}')} · {common.areas[entry.area]}",
        )
        tile.clicked.connect(lambda: self.errorChosen.emit(error_id))
        return tile

    def _of_areas(self) -> Iterator[QPushButton]:
        counts = Counter(entry.area for entry in entries.all_entries())
        for area in entries.all_areas():
            tile = Tile(_ICONS.get(area, "list"))
            name = entries.get_common(self._texts.language).areas[area]
            tile.show_words(name, self.tr("%Ln error(s)", "", counts[area]))
            tile.clicked.connect(lambda _checked=False, area=area: self.areaChosen.emit(area))
            yield tile

    def _retranslate(self) -> None:
        self._draw()
