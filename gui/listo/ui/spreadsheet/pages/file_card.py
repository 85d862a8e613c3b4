"""One dropped file: as a card on the first step's page, and as a chip above the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.coverage_question import CoverageLine, CoverageQuestion
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.worker.results import FileCard

KIND_ICONS = {
    "mapping": "table",
    "amazon-values": "cart",
    "vtex-products": "box",
    "vtex-sku-specifications": "tag",
    "vtex-product-specifications": "tag",
    "sku-weights": "list",
    "messages": "list",
    "processing-report": "list",
}
"""The picture of each kind of file."""
_COLUMN = "column-"
_CHIP_LETTERS = 28
"""Letters of a file's name on a chip, so that three have room in the narrowest window."""
_LOOK = ("instead", "elsewhere")
"""Facts about a file that a person should know before going on."""


class FileCardView(QFrame):
    """One dropped file: what it is, what it adds or lacks, and a way to take it out again.

    `lacking` counts the checks that did not run by the column of this export that they need; `covers` says or
    asks for which categories a file of Amazon's is.
    """

    removed = Signal(Path)

    def __init__(
        self,
        card: FileCard,
        texts: Texts,
        lacking: Counter[str] | None = None,
        covers: CoverageLine | CoverageQuestion | None = None,
    ) -> None:
        super().__init__()
        self.card = card
        self._texts, self._lacking = texts, lacking or Counter[str]()
        self._covers = covers
        self.setProperty("role", "error-card" if card.error else "card")
        name = parts.label("strong", selectable=True)
        name.setText(card.path.name)
        name.setToolTip(parts.literal(str(card.path)))
        self._remove = parts.button("quiet", "close")
        self._remove.clicked.connect(lambda: self.removed.emit(card.path))
        below = () if covers is None else (4, parts.readable(covers))
        words = parts.column(name, *self._lines(), *below, gap=style.SPACE // 2)
        picture = self._picture()
        inside = parts.row(picture, words, self._remove, gap=12)
        inside.setStretch(1, 1)
        if below:
            inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        inside.setAlignment(self._remove, Qt.AlignmentFlag.AlignTop)
        inside.setContentsMargins(16, 12, 8, 12)
        self.setLayout(inside)
        self._label_button()

    def _picture(self) -> QLabel:
        if self.card.error:
            return parts.picture(*parts.SEVERITY_ICONS["error"])
        return parts.picture(KIND_ICONS.get(self.card.kind or "", "file"), "accent")

    def _lines(self) -> Iterator[QLabel]:
        if self.card.error:
            yield _said("", self._texts.input_error(self.card.error))
            return
        yield _said("quiet", " · ".join(self._facts()))
        if self.card.adds and (self._covers is None or self._covers.scope.categories):
            yield _said("right", self.tr("Makes %Ln more check(s) possible", "", len(self.card.adds)))
        elif self.card.adds and self._covers is not None and self._covers.scope.is_doubtful:
            count = len(self.card.adds)
            yield _said("quiet", self.tr("%Ln more check(s), once you say what it is for", "", count))
        yield from (_said("warning", note) for note in self._notes())

    def _facts(self) -> list[str]:
        details = self.card.details
        facts = [self._texts.say(f"kind.{self.card.kind}")] if self.card.kind else []
        if "sheet" in details:
            facts.append(self.tr("sheet “{name}”").format(name=details["sheet"]))
        counted = ("rows", "attributes", "messages")
        facts += [self._counted(name, details[name]) for name in counted if name in details]
        if details.get("marketplace"):
            facts.append(details["marketplace"])
        if details.get("timestamp"):
            facts.append(self.tr("from {date}").format(date=_day(details["timestamp"])))
        return facts

    def _counted(self, name: str, number: str) -> str:
        if not number.isdecimal():
            return number
        if name == "rows":
            return self.tr("%Ln row(s)", "", int(number))
        if name == "messages":
            return self.tr("%Ln message(s)", "", int(number))
        return self.tr("%Ln attribute(s)", "", int(number))

    def _notes(self) -> Iterator[str]:
        """Yield what the person should know before trusting the file."""
        details = self.card.details
        if "instead" in details:
            sentence = self.tr("Not checked: Listo is working on “{name}”, one mapping sheet at a time.")
            yield sentence.format(name=details["instead"])
        if _has_no_rows(self.card):
            yield self.tr("There are no rows in it. Fill them in, save the file, and drop it here again.")
        if "elsewhere" in details:
            sentence = self.tr("This file is for another marketplace than {expected}. Its values may differ.")
            yield sentence.format(expected=details["elsewhere"])
        if "days" in details:
            yield self.tr(
                "It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.",
                "",
                int(details["days"]),
            )
        if self._lacking:
            sentence = self.tr(
                "%Ln check(s) cannot run, because this export does not have: {columns}",
                "",
                self._lacking.total(),
            )
            yield sentence.format(columns=QLocale().createSeparatedList(self._columns()))

    def _columns(self) -> list[str]:
        return [f"“{self._texts.say(f'need.{need}')}”" for need in self._lacking]

    def _label_button(self) -> None:
        said = self.tr("Remove “{name}”").format(name=self.card.path.name)
        self._remove.setToolTip(parts.literal(said))
        self._remove.setAccessibleName(said)


class FileChips(Translated, QFrame):
    """The files as chips above a step, and a way to add more; those that find no room are counted."""

    filesWanted = Signal()
    """The person wants to see what is known of the files."""
    addRequested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._texts = texts
        self._cards: tuple[FileCard, ...] = ()
        self._left = 0
        self.chips: list[QPushButton] = []
        self.more, self.add = parts.button("chip"), parts.button("chip", "plus")
        self._row = parts.row(gap=style.SPACE)
        self._row.setContentsMargins(24, 6, 24, 6)
        self.setLayout(self._row)
        self.more.clicked.connect(self.filesWanted)
        self.add.clicked.connect(self.addRequested)
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._draw()

    def show_files(self, cards: Iterable[FileCard]) -> None:
        """Show these files, the mapping sheet first."""
        shown = tuple(sorted(cards, key=lambda card: card.kind != "mapping" or "instead" in card.details))
        if shown != self._cards:
            self._cards = shown
            self._draw()

    def _draw(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(card) for card in self._cards]
        for button in (*self.chips, self.more, self.add):
            self._row.addWidget(button)
        parts.tab_before(self.more, self.chips)
        self._row.addStretch(1)
        self._fit()

    def _chip(self, card: FileCard) -> QPushButton:
        chip = parts.button("chip", KIND_ICONS.get(card.kind or "", "file"))
        if needs_a_look(card) or "days" in card.details:
            style.set_icon(chip, *parts.SEVERITY_ICONS["error" if card.error else "warning"])
        chip.setText(parts.shortened(card.path.name, _CHIP_LETTERS).replace("&", "&&"))
        said = self._texts.say(f"kind.{card.kind}") if card.kind else self.tr("Not used")
        chip.setToolTip(parts.literal(f"{said}\n{card.path}"))
        chip.setAccessibleName(f"{said}: {card.path.name}")
        chip.clicked.connect(self.filesWanted)
        return chip

    def _fit(self) -> None:
        """Show as many as have room in one line."""
        around = self._row.contentsMargins()
        room = self.width() - around.left() - around.right() - self.add.sizeHint().width()
        self._left, used = len(self.chips), 0
        self._name_more()
        for place, chip in enumerate(self.chips):
            used += chip.sizeHint().width() + self._row.spacing()
            last = place == len(self.chips) - 1
            fits = used + (0 if last else self.more.sizeHint().width() + self._row.spacing()) <= room
            chip.setVisible(fits or not place)
            self._left -= 1 if fits or not place else 0
            if not fits:
                used = room + 1
        self._name_more()
        self.more.setVisible(self._left > 0)

    def _name_more(self) -> None:
        self.more.setText(self.tr("%Ln more file(s)", "", self._left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Your files"))
        self.add.setText(self.tr("Add files…"))
        self.add.setToolTip(self.tr("Add a sheet, a template or an export (Ctrl+O)"))
        self._draw()


def needs_a_look(card: FileCard) -> bool:
    """Return whether a file cannot be used as it is, or is perhaps not the right one."""
    return card.error is not None or _has_no_rows(card) or any(fact in card.details for fact in _LOOK)


def _has_no_rows(card: FileCard) -> bool:
    return card.kind == "mapping" and card.details.get("rows") == "0"


def lacking(card: FileCard, skipped: Iterable[tuple[str, str]]) -> Counter[str]:
    """Return by column how many checks did not run because that kind of export has no such column."""
    missing = Counter(need for _code, need in skipped if need.startswith(_COLUMN))
    of_specifications = {"column-field-name"}
    if card.kind == "vtex-products":
        return Counter({need: count for need, count in missing.items() if need not in of_specifications})
    if (card.kind or "").endswith("-specifications"):
        return Counter({need: count for need, count in missing.items() if need in of_specifications})
    return Counter()


def _said(role: str, sentence: str) -> QLabel:
    label = parts.label(role, selectable=True)
    label.setText(sentence)
    return label


def _day(timestamp: str) -> str:
    """Return an ISO date or time as the person writes days; as it stands where it is none."""
    day = QDate.fromString(timestamp[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else timestamp
