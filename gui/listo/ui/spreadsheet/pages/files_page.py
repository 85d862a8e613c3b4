"""The first step: which files there are, what each was taken for, and what else would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from listo.core.texts import Texts
from listo.core.wizard_state import FILES_TO_ADD
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.coverage_question import (
    CategoryLabels,
    CoverageAnswers,
    UncoveredCard,
)
from listo.ui.spreadsheet.pages.draft_page import DraftCard
from listo.ui.spreadsheet.pages.file_card import KIND_ICONS, FileCardView, lacking, needs_a_look
from listo.ui.spreadsheet.pages.option_choices import OptionChoices
from listo.ui.spreadsheet.progress import BusyPanel
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.dialogs import ask_files

if TYPE_CHECKING:
    from listo.core.worker.results import Overview

_NEED = {"amazon-values": 8, "vtex-products": 13, "vtex-specifications": 10}
"""How many checks need each file that can be added: a test counts, for it takes 60 ms to load them all."""

_PATTERNS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.txt *.tsv"


def needs_of_checks() -> Counter[str]:
    """Return how many of the checks that Listo has need each of the files that can be added."""
    return Counter(_NEED)


def addable(overview: Overview | None, needs: Callable[[], Counter[str]]) -> int:
    """Return how many checks that did not run would, if the person gave what the files page asks for."""
    if overview is None or overview.mapping is None:
        return 0
    known = {*needs(), "trade-policy", *(("kits",) if overview.has_kits else ())}
    return sum(need in known for _code, need in overview.checks_skipped)


class DropZone(Translated, QFrame):
    """Where files may be dropped, with the buttons for who would rather choose them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dropzone")
        self._picture = parts.picture("drop", "accent", 40)
        self._title, self._hint = parts.label("section"), parts.label("quiet")
        self.choose = parts.button("primary", "folder")
        self.sample = parts.button("", "play")
        self.busy = BusyPanel(wide=True)
        self._more = False
        self._build()
        self.set_more(more=False)

    def _build(self) -> None:
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QWidget()
        self._buttons.setLayout(parts.row(None, self.choose, self.sample, None))
        self._foot = QStackedWidget()
        self._foot.addWidget(self._buttons)
        self._foot.addWidget(self.busy)
        self._foot.setFixedHeight(self.choose.sizeHint().height())
        self.busy.begun.connect(lambda: self._foot.setCurrentWidget(self.busy))
        self.busy.ended.connect(lambda: self._foot.setCurrentWidget(self._buttons))
        picture = parts.row(None, self._picture, None)
        inside = parts.column(picture, self._title, self._hint, 8, self._foot)
        self.setLayout(inside)

    def set_more(self, *, more: bool) -> None:
        """Ask for the first file, or more quietly for further ones."""
        self._more = more
        self._picture.setVisible(not more)
        self.sample.setVisible(not more)
        style.set_role(self.choose, "" if more else "primary")
        style.set_icon(self.choose, "plus" if more else "folder", "text" if more else "on-accent")
        style.set_role(self._title, "strong" if more else "section")
        edge = 16 if more else 40
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(24, edge, 24, edge)
        self._retranslate()

    def focus_choice(self) -> None:
        """Give the keyboard to the first button."""
        self.choose.setFocus()

    def _retranslate(self) -> None:
        more = self._more
        self._title.setText(
            self.tr("Drop more files here") if more else self.tr("Drop your mapping sheet here")
        )
        self._hint.setText(
            self.tr("In any order, several at once: Listo recognizes each one.")
            if more
            else self.tr(
                "The spreadsheet of categories and attributes that you "
                "upload to VTEX. Your file is not changed."
            )
        )
        if not more:
            drafts = self.tr("No mapping yet? Drop VTEX’s exports and an Amazon file: Listo drafts one.")
            self._hint.setText(f"{self._hint.text()}\n{drafts}")
        self.choose.setText(self.tr("Choose files…"))
        self.sample.setText(self.tr("Try the sample"))


class FilesPage(Translated, QWidget):
    """The drop zone, the cards of what was dropped, and what else could be added."""

    filesChosen = Signal(list)
    opened = Signal(object)
    """The Overview of the work, with the files that were opened."""
    removed = Signal(object)
    """The Overview of the work, after a file was taken out."""

    def __init__(
        self, work: Work, texts: Texts, needs: Callable[[], Counter[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._texts = texts
        self._needs = needs
        self._overview: Overview | None = None
        self._unfolded = False
        self.coverage = CoverageAnswers(work, self)
        self._title, self._summary, self._more_title = (
            parts.label("title"),
            parts.label("quiet"),
            parts.label("section"),
        )
        self.zone = DropZone()
        self.cards = QVBoxLayout()
        self.uncovered = QVBoxLayout()
        self.draft = DraftCard(texts)
        self.compare = parts.button("link")
        self.choices = OptionChoices(work)
        self.offers = QVBoxLayout()
        self.go_on = parts.button("primary", "arrow-right")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for layout in (self.cards, self.uncovered, self.offers):
            layout.setSpacing(style.SPACE)
        head = parts.row(parts.column(self._title, self._summary, gap=4), 16, self.go_on)
        head.setStretch(0, 1)
        box = parts.column(
            *(head, 8, self.cards, self.uncovered, self.draft, parts.row(self.compare, None), self.choices),
            *(self.zone, 16, self._more_title, self.offers, None),
        )
        box.setContentsMargins(24, 24, 24, 24)
        self._area = parts.scrolled(box)
        self.setLayout(parts.column(self._area))

    def _connect(self) -> None:
        self.zone.choose.clicked.connect(self.choose)
        self.coverage.changed.connect(lambda: self._fill_cards(self._overview))
        queued = Qt.ConnectionType.QueuedConnection  # once the cards that were made anew are shown
        self.coverage.focused.connect(self._bring_into_sight, queued)

    def _bring_into_sight(self, shown: QWidget) -> None:
        """Scroll to what was just made, when all above it has the height that its words need."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(shown)

    def choose(self) -> None:
        """Let the person choose files."""
        tables = self.tr("Spreadsheets ({patterns})").format(patterns=_PATTERNS)
        filters = tables, self.tr("All files (*)")
        self._work.get_ready()
        ask_files(self, self.tr("Choose files"), self.filesChosen.emit, filters)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Have files read; each is taken for what is in it."""
        self._work.start(Jobs.open, tuple(paths)).on_success(self.opened.emit)

    def open_sample(self) -> None:
        """Have the sample opened that comes with the program."""
        self._work.start(Jobs.sample).on_success(self.opened.emit)

    def remove(self, path: Path) -> None:
        """Have a file taken out again."""
        self._work.start(Jobs.remove, path).on_success(self.removed.emit)

    def set_overview(self, overview: Overview | None) -> None:
        """Show the files of the work, or the invitation where there is none."""
        before, self._overview = self._overview, overview
        self._say_head(overview)
        self.draft.update_to(overview, self._texts)
        self.choices.update_to(overview, self._texts)
        if _listed(overview) != _listed(before):  # else it would cost each change of a cell 10 ms
            self._fill_lists()
            self.coverage.focus_next()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self.coverage.focus_question():
            return
        if self.go_on.isHidden():
            if not self.draft.focus_first():
                self.zone.focus_choice()
        else:
            self.go_on.setFocus()
            self._area.verticalScrollBar().setValue(0)  # the keyboard led it down while files were read

    def _retranslate(self) -> None:
        self._say_head(self._overview)
        self.draft.update_to(self._overview, self._texts)
        self.choices.update_to(self._overview, self._texts)
        self._fill_lists()

    def _fill_lists(self) -> None:
        overview = self._overview
        self.zone.set_more(more=overview is not None and overview.mapping is not None)
        self._fill_cards(overview)
        self._fill_offers()

    def _say_head(self, overview: Overview | None) -> None:
        mapped = overview is not None and overview.mapping is not None
        self.go_on.setVisible(mapped)
        self.compare.setVisible(mapped)
        self.compare.setText(self.tr("Compare with another version of the sheet…"))
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
        checks = self.tr("%Ln check(s) ran", "", len(overview.checks_in_effect))
        return f"{rows} · {checks}"

    def _fill_cards(self, overview: Overview | None) -> None:
        parts.empty(self.cards)
        self.coverage.take(overview)
        for card in overview.files if overview else ():
            skipped = overview.checks_skipped if overview else ()
            covers = self.coverage.view_of(card.path, self._texts.language)
            view = FileCardView(card, self._texts, lacking(card, skipped), covers)
            view.removed.connect(self.remove)
            self.cards.addWidget(view)
            view.show()  # now, so that the keyboard can go there at once
        self._fill_uncovered(overview)

    def _fill_uncovered(self, overview: Overview | None) -> None:
        parts.empty(self.uncovered)
        if overview is None or not overview.coverage.uncovered:
            return
        names = CategoryLabels(overview.coverage, self._texts.language)
        card = UncoveredCard(overview.coverage, names, unfolded=self._unfolded)
        card.unfold.toggled.connect(self._keep_unfolded)
        card.fileWanted.connect(self.choose)
        card.scopeWanted.connect(self.coverage.ask)
        self.uncovered.addWidget(card)
        card.show()  # now, as the cards above it

    def _keep_unfolded(self, unfolded: bool) -> None:
        self._unfolded = unfolded

    def _fill_offers(self) -> None:
        """Say what else can be added."""
        parts.empty(self.offers)
        counted = self._missing()
        offered = [need for need in FILES_TO_ADD if counted[need]]
        has_mapping = self._overview is not None and self._overview.mapping is not None
        self._more_title.setVisible(bool(offered) or not has_mapping)
        self._more_title.setText(
            self.tr("What else you can add") if has_mapping else self.tr("Where to get the files")
        )
        if not has_mapping:
            self.offers.addWidget(self._offer("mapping", ""))
        for need in offered:
            self.offers.addWidget(self._offer(need, self.tr("%Ln more check(s)", "", counted[need])))

    def _missing(self) -> Counter[str]:
        if self._overview is None or self._overview.mapping is None:
            return self._needs()
        known = self._needs()
        return Counter(need for _code, need in self._overview.checks_skipped if need in known)

    def _offer(self, kind: str, gain: str) -> QWidget:
        title, hint = parts.label("strong"), parts.label("quiet", selectable=True)
        title.setText(self._offer_name(kind))
        hint.setText(self._texts.say(f"source.{kind}"))
        words = parts.column(title, hint, gap=2)
        gained = parts.label("quiet", wraps=False)
        gained.setText(gain)
        inside = parts.row(parts.picture(KIND_ICONS.get(kind, "tag"), "quiet"), words, gained, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 10, 16, 10)
        made = parts.frame("well")
        made.setLayout(inside)
        return made

    def _offer_name(self, kind: str) -> str:
        return {
            "mapping": self.tr("Your mapping sheet"),
            "amazon-values": self.tr("Amazon’s accepted values"),
            "vtex-products": self.tr("Your products and SKUs"),
            "vtex-specifications": self.tr("Your specifications"),
        }[kind]


def questions(overview: Overview | None) -> frozenset[object]:
    """Return what a person should look at among the files: each that is in doubt, or not usable as it is."""
    if overview is None or overview.mapping is None:
        return frozenset()
    asked: set[object] = {scope.file for scope in overview.coverage.files if scope.is_doubtful}
    asked.update(card.path for card in overview.files if needs_a_look(card))
    ids = overview.category_ids
    if ids is not None and ids.reading == "both" and ids.by != "person":
        asked.add(ids.reading)
    return frozenset(asked)


def _listed(overview: Overview | None) -> tuple[object, ...]:
    """Return that of the work which the cards and offers are made from."""
    if overview is None:
        return ()
    return (overview.mapping, overview.files, overview.checks_skipped, overview.coverage)
