"""The first step: which files there are, what each was taken for, and what else would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from listo.core.texts import Texts
from listo.core.worker.model import Overview
from listo.ui import style
from listo.ui.spreadsheet.pages.drop_zone import DropZone
from listo.ui.spreadsheet.pages.file_card import FileCardView, lacking
from listo.ui.spreadsheet.pages.trade_policy import TradePolicyChoice
from listo.ui.widgets import parts

_AFTER_THE_FIRST_PICTURE_MS = 40
_PATTERNS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.txt *.tsv"
OFFERED = ("amazon-values", "vtex-products", "vtex-specifications")
"""What checks may need that a file can bring, in the order in which it is offered."""


class FilesPage(QWidget):
    """The drop zone, the cards of what was dropped, and what else could be added."""

    filesChosen = Signal(list)
    sampleRequested = Signal()
    removeRequested = Signal(Path)
    tradePolicyChosen = Signal(str)
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
        self.trade_policy = TradePolicyChoice()
        self.offers = QVBoxLayout()
        self.go_on = parts.button("primary", "arrow-right")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for layout in (self.cards, self.offers):
            layout.setSpacing(style.SPACE)
        head = parts.row(parts.column(self._title, self._summary, gap=4), 16, self.go_on)
        head.setStretch(0, 1)
        box = parts.column(
            head, 8, self.cards, self.trade_policy, self.zone, 16, self._more_title, self.offers, None
        )
        box.setContentsMargins(24, 24, 24, 24)
        self.setLayout(parts.column(parts.scrolled(box)))

    def _connect(self) -> None:
        self.zone.chooseRequested.connect(self.choose)
        self.zone.sampleRequested.connect(self.sampleRequested)
        self.go_on.clicked.connect(self.goOn)
        self.trade_policy.chosen.connect(self.tradePolicyChosen)

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
        before, self._overview = self._overview, overview
        self._say_head(overview)
        self.trade_policy.update_to(overview)
        if _listed(overview) != _listed(before):  # else it would cost each change of a cell 10 ms
            self._fill_lists()

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
        self._say_head(self._overview)
        self.trade_policy.update_to(self._overview)
        self._fill_lists()

    def _fill_lists(self) -> None:
        overview = self._overview
        self.zone.set_more(more=overview is not None and overview.mapping is not None)
        self._fill_cards(overview)
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
                "Finds what keeps your products from reaching Amazon, and helps you fix it, step by step."
            )
        if overview.mapping is None:
            return self.tr("The mapping sheet is still missing: drop it here too.")
        rows = self.tr("%Ln row(s)", "", overview.rows)
        checks = self.tr("%Ln check(s) ran", "", len(overview.checks_run))
        return f"{rows} · {checks}"

    def _fill_cards(self, overview: Overview | None) -> None:
        parts.empty(self.cards)
        for card in overview.files if overview else ():
            view = FileCardView(card, self._texts, lacking(card, overview.checks_skipped if overview else ()))
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
                self.tr("Amazon’s accepted values"),
                self.tr(
                    "The category template from Seller Central, or VTEX’s mandatory-attribute spreadsheet."
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


def _listed(overview: Overview | None) -> tuple[object, ...]:
    """Return that of the work which the cards and offers are made from."""
    return (overview.mapping, overview.files, overview.checks_skipped) if overview else ()
