"""The first step: which files there are, what each was taken for, and what else would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from listo.core.jobs.model import FileCard, Overview
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.widgets import parts
from listo.ui.wizard.busy import BusyPanel

_KIND_ICONS = {"mapping": "table", "amazon-values": "cart", "messages": "list", "processing-report": "list"}
_AFTER_THE_FIRST_PICTURE_MS = 40
_PATTERNS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.txt *.tsv"
OFFERED = ("amazon-values", "vtex-products", "vtex-specifications")
"""What checks may need that a file can bring, in the order in which it is offered."""


class FileCardView(QFrame):
    """One dropped file: what it is, what it adds, and a way to take it out again."""

    removed = Signal(Path)

    def __init__(self, card: FileCard, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.setProperty("role", "error-card" if card.error else "card")
        name = parts.label("strong", selectable=True)
        name.setText(card.path.name)
        name.setToolTip(str(card.path))
        self._remove = parts.button("quiet", "close")
        self._remove.clicked.connect(lambda: self.removed.emit(card.path))
        words = parts.column(name, *self._lines(texts), gap=style.SPACE // 2)
        inside = parts.row(self._picture(), words, self._remove, gap=12)
        inside.setStretch(1, 1)
        inside.setAlignment(self._remove, Qt.AlignmentFlag.AlignTop)
        inside.setContentsMargins(16, 12, 8, 12)
        self.setLayout(inside)
        self._label_button()

    def _picture(self) -> QLabel:
        if self.card.error:
            return parts.picture(*parts.SEVERITY_ICONS["error"])
        return parts.picture(_KIND_ICONS.get(self.card.kind or "", "file"), "accent")

    def _lines(self, texts: Texts) -> list[QLabel]:
        if self.card.error:
            sentence = parts.label(selectable=True)
            sentence.setText(texts.input_error(self.card.error))
            return [sentence]
        facts, adds = parts.label("quiet"), parts.label("right")
        facts.setText(" · ".join(self._facts(texts)))
        adds.setText(self.tr("Makes %Ln more check(s) possible", "", len(self.card.adds)))
        return [facts, adds] if self.card.adds and self.card.kind != "mapping" else [facts]

    def _facts(self, texts: Texts) -> list[str]:
        details = self.card.details
        facts = [texts.say(f"kind.{self.card.kind}")] if self.card.kind else []
        if "sheet" in details:
            facts.append(self.tr("sheet “{name}”").format(name=details["sheet"]))
        facts += [self._counted(name, details[name]) for name in ("rows", "attributes") if name in details]
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
        return self.tr("%Ln attribute(s)", "", int(number))

    def _label_button(self) -> None:
        said = self.tr("Take “{name}” out").format(name=self.card.path.name)
        self._remove.setToolTip(said)
        self._remove.setAccessibleName(said)


def _day(timestamp: str) -> str:
    """Return an ISO date or time as the person writes days; as it stands where it is none."""
    day = QDate.fromString(timestamp[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else timestamp


class DropZone(QFrame):
    """Where files may be dropped, with the buttons for who would rather choose them."""

    chooseRequested = Signal()
    sampleRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dropzone")
        self._picture = parts.picture("drop", "accent", 40)
        self._title, self._hint = parts.label("section"), parts.label("quiet")
        self._choose = parts.button("primary", "folder")
        self._sample = parts.button("", "play")
        self.busy = BusyPanel(wide=True)
        self._choose.clicked.connect(self.chooseRequested)
        self._sample.clicked.connect(self.sampleRequested)
        self._more = False
        self._build()
        self.set_more(more=False)

    def _build(self) -> None:
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QWidget()
        self._buttons.setLayout(parts.row(None, self._choose, self._sample, None))
        self._foot = QStackedWidget()
        self._foot.addWidget(self._buttons)
        self._foot.addWidget(self.busy)
        self._foot.setFixedHeight(self._choose.sizeHint().height())
        self.busy.begun.connect(lambda: self._foot.setCurrentWidget(self.busy))
        picture = parts.row(None, self._picture, None)
        inside = parts.column(picture, self._title, self._hint, 8, self._foot)
        self.setLayout(inside)

    def set_more(self, *, more: bool) -> None:
        """Ask for the first file, or more quietly for further ones."""
        self._more = more
        self._picture.setVisible(not more)
        self._sample.setVisible(not more)
        style.set_role(self._choose, "" if more else "primary")
        style.set_icon(self._choose, "plus" if more else "folder", "text" if more else "on-accent")
        style.set_role(self._title, "strong" if more else "section")
        edge = 16 if more else 40
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(24, edge, 24, edge)
        self._retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Show how far the work is in place of the buttons, or the buttons again."""
        if busy:
            self.busy.begin()
        else:
            self.busy.end()
            self._foot.setCurrentWidget(self._buttons)

    def focus_choice(self) -> None:
        """Give the keyboard to the first button."""
        self._choose.setFocus()

    def _retranslate(self) -> None:
        more = self._more
        self._title.setText(
            self.tr("Drop more files here") if more else self.tr("Drop your mapping sheet here")
        )
        self._hint.setText(
            self.tr("Any order, several at once: Listo sees what each one is.")
            if more
            else self.tr(
                "The spreadsheet of categories and attributes that you upload to VTEX. It stays as it is."
            )
        )
        self._choose.setText(self.tr("Choose files…"))
        self._sample.setText(self.tr("Try the sample"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class FilesPage(QWidget):
    """The drop zone, the cards of what was dropped, and what else could be added."""

    filesChosen = Signal(list)
    sampleRequested = Signal()
    removeRequested = Signal(Path)
    goOn = Signal()

    def __init__(
        self, texts: Texts, needs: Callable[[], Counter[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._needs = needs
        self._overview: Overview | None = None
        self._seen = False
        self._first_picture = QTimer(self, singleShot=True, interval=_AFTER_THE_FIRST_PICTURE_MS)
        self._first_picture.timeout.connect(self._fill_offers)
        self._title, self._summary, self._more_title = (
            parts.label("title"),
            parts.label("quiet"),
            parts.label("section"),
        )
        self.zone = DropZone()
        self.cards = QVBoxLayout()
        self.offers = QVBoxLayout()
        self.go_on = parts.button("primary", "arrow-right")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for layout in (self.cards, self.offers):
            layout.setSpacing(style.SPACE)
        inside = QWidget()
        inside.setProperty("role", "page")
        head = parts.row(parts.column(self._title, self._summary, gap=4), 16, self.go_on)
        head.setStretch(0, 1)
        box = parts.column(head, 8, self.cards, self.zone, 16, self._more_title, self.offers, None)
        box.setContentsMargins(24, 24, 24, 24)
        inside.setLayout(box)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        self.setLayout(parts.column(scroll))

    def _connect(self) -> None:
        self.zone.chooseRequested.connect(self.choose)
        self.zone.sampleRequested.connect(self.sampleRequested)
        self.go_on.clicked.connect(self.goOn)

    def choose(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self, self.tr("Choose files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Spreadsheets ({patterns})").format(patterns=_PATTERNS), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: list[str]) -> None:
        self.filesChosen.emit([Path(name) for name in names])

    def set_overview(self, overview: Overview | None) -> None:
        """Show the files of the work, or the invitation where there is none."""
        self._overview = overview
        self._retranslate()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self.go_on.isHidden():
            self.zone.focus_choice()
        else:
            self.go_on.setFocus()

    def _retranslate(self) -> None:
        overview = self._overview
        self.zone.set_more(more=overview is not None and overview.mapping is not None)
        self._say_head(overview)
        self._fill_cards(overview.files if overview else ())
        self._fill_offers()

    def _say_head(self, overview: Overview | None) -> None:
        mapped = overview is not None and overview.mapping is not None
        self.go_on.setVisible(mapped)
        self._title.setText(
            self.tr("Your files") if overview and overview.files else self.tr("Check my spreadsheet")
        )
        self._summary.setText(self._sentence(overview))
        problems = sum(overview.counts.values()) if overview else 0
        self.go_on.setText(
            self.tr("See %Ln problem(s)", "", problems) if problems else self.tr("See the result")
        )

    def _sentence(self, overview: Overview | None) -> str:
        if overview is None or not overview.files:
            return self.tr(
                "Finds what keeps your products from reaching Amazon, and mends it with you, step by step."
            )
        if overview.mapping is None:
            return self.tr("The mapping sheet is still missing: drop it here too.")
        rows = self.tr("%Ln row(s)", "", overview.rows)
        checks = self.tr("%Ln check(s) ran", "", len(overview.checks_run))
        return f"{rows} · {checks}"

    def _fill_cards(self, files: tuple[FileCard, ...]) -> None:
        parts.empty(self.cards)
        for card in files:
            view = FileCardView(card, self._texts)
            view.removed.connect(self.removeRequested)
            self.cards.addWidget(view)

    def _fill_offers(self) -> None:
        """Say what else can be added; not before the page was seen, because counting loads all checks."""
        if not self._seen:
            return
        parts.empty(self.offers)
        counted = self._missing()
        offered = [(need, counted[need]) for need in OFFERED if counted[need]]
        self._more_title.setVisible(bool(offered))
        self._more_title.setText(self.tr("What else you can add"))
        for need, count in offered:
            self.offers.addWidget(self._offer(need, count))

    def _missing(self) -> Counter[str]:
        if self._overview is None or self._overview.mapping is None:
            return self._needs()
        known = self._needs()
        return Counter(need for _code, need in self._overview.checks_skipped if need in known)

    def _offer(self, need: str, count: int) -> QWidget:
        name, how = self._offer_words(need)
        title, hint, gain = parts.label("strong"), parts.label("quiet"), parts.label("quiet", wraps=False)
        title.setText(name)
        hint.setText(how)
        gain.setText(self.tr("%Ln more check(s)", "", count))
        words = parts.column(title, hint, gap=2)
        inside = parts.row(parts.picture("plus", "quiet"), words, gain, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 10, 16, 10)
        made = parts.frame("well")
        made.setLayout(inside)
        return made

    def _offer_words(self, need: str) -> tuple[str, str]:
        return {
            "amazon-values": (
                self.tr("Amazon's accepted values"),
                self.tr(
                    "The category template from Seller Central, or VTEX's workbook of mandatory attributes."
                ),
            ),
            "vtex-products": (
                self.tr("Your products and SKUs"),
                self.tr("The export of products and SKUs from your VTEX Admin."),
            ),
            "vtex-specifications": (
                self.tr("Your specifications"),
                self.tr("The export of product or SKU specifications from your VTEX Admin."),
            ),
        }[need]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self._first_picture.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
