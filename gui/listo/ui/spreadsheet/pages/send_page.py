"""The step *Send to VTEX*: what still holds SKUs up, the changes, the copy, and what to do in the Admin."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QScrollArea, QStackedWidget, QWidget

from listo.core.texts import Language, Texts
from listo.core.wizard_state import ADMIN_STEPS, AdminStep
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import (
    CategoryToReprocess,
    CellChange,
    ChangesPage,
    IgnoredPage,
    IgnoredProblem,
    Overview,
    Reprocess,
)
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.output_files import CopySection, OpenPrinter, ReportPanel
from listo.ui.spreadsheet.tables.review_tables import (
    ChangesDelegate,
    ChangesModel,
    IgnoredModel,
    IgnoredTable,
    ReviewDelegate,
    ReviewTable,
)
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, key_of, message_of
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import PageChoice, WindowState

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.types import Finding

_MOST_LINES = 12
"""Categories that are listed: as many as stand in a small window; the others can be copied."""

_BESIDE = 1180
"""Pixels of the page from which changes and copy have room side by side: 540 for a table, 640 to read."""

_SHARE, _SHARE_BESIDE = 0.42, 0.7
"""Of the height of the page: the table of changes at most, so that the copy below it is in sight."""

_CARDS: Mapping[Severity, str] = {"error": "error-card", "warning": "warning-card", "info": "card"}
"""How the card is drawn, by the worst that is left."""

_BOLD = re.compile(r"\*\*(.+?)\*\*")
"""What the catalogue marks as a name or a label."""


class RemainingCard(Translated, QWidget):
    """What is left: kinds and problems, and how many SKUs are held up; then how to get there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self.frame = parts.frame("card")
        self._picture = parts.picture("info-solid", "accent")
        self.words, self.more = parts.label("strong"), parts.label()
        self.look, self.skus = parts.button("", "chevron-right"), parts.button("quiet", "table")
        self.add = parts.button("quiet", "plus")
        self._build()
        self._retranslate()

    def _build(self) -> None:
        self._buttons = place = QWidget()
        place.setLayout(parts.row(self.look, self.skus, self.add, None))
        inside = parts.row(self._picture, parts.column(self.words, self.more, place, gap=6), gap=12)
        inside.setStretch(1, 1)
        inside.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        inside.setContentsMargins(16, 12, 16, 12)
        self.frame.setLayout(inside)
        self.setLayout(parts.column(self.frame))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        self._overview = overview
        self._retranslate()

    def focus_first(self) -> bool:
        """Give the keyboard to what leads to what is left; return whether there is anything."""
        shown = [each for each in (self.look, self.skus, self.add) if not each.isHidden()]
        if shown:
            shown[0].setFocus()
        return bool(shown)

    def _held_up(self) -> int:
        states = self._overview.skus.states if self._overview else None
        return states.held_up if states else 0

    def _retranslate(self) -> None:
        overview, held_up = self._overview, self._held_up()
        kinds = len(overview.groups) if overview else 0
        self.words.setText(self._sentence(kinds, held_up))
        self.more.setText(self._further(overview))
        self.more.setVisible(bool(self.more.text()))
        self.look.setText(self.tr("Look at them"))
        self.skus.setText(self.tr("Show these SKUs"))
        self.add.setText(self.tr("Add what is missing…"))
        self.look.setVisible(kinds > 0)
        self.skus.setVisible(held_up > 0)
        self.add.setVisible(overview is not None and self._is_partial(overview))
        self._buttons.setVisible(bool(kinds or held_up or not self.add.isHidden()))
        self._draw(overview, held_up)

    def _draw(self, overview: Overview | None, held_up: int) -> None:
        """Draw the card in the colour of the worst that is left; green only where nothing at all is."""
        counts: Mapping[Severity, int] = overview.counts if overview else {}
        worst: Severity = "error" if counts.get("error") or held_up else "info"
        worst = "warning" if worst == "info" and counts.get("warning") else worst
        if overview is not None and overview.is_all_clear:
            style.set_role(self.frame, "right-card")
            style.set_icon(self._picture, "right-solid", "right")
        else:
            style.set_role(self.frame, _CARDS[worst])
            style.set_icon(self._picture, *parts.SEVERITY_ICONS[worst])

    def _sentence(self, kinds: int, held_up: int) -> str:
        held = self.tr("%Ln SKU(s) are held up", "", held_up)
        if not kinds:
            if held_up:
                return self.tr("No problem is left in the sheet, but {held}.").format(held=held)
            return self.tr("No problem is left.")
        overview = self._overview
        problems = sum(overview.counts.values()) if overview else 0
        told = self.tr("%Ln kind(s) with {problems} are left", "", kinds)
        left = told.format(problems=self.tr("%Ln problem(s)", "", problems))
        return f"{left}; {held}." if held_up else f"{left}."

    def _further(self, overview: Overview | None) -> str:
        """Say what else is known, or is not: what is ready, what was not checked."""
        if overview is None:
            return ""
        states, said = overview.skus.states, []
        if states is not None and not overview.groups and not states.held_up:
            said.append(self.tr("%Ln SKU(s) are ready.", "", states.ready))
        if self._is_partial(overview) and not overview.groups:
            said.append(self.tr("This is as far as your files tell: not everything could be checked."))
        return " ".join(said)

    def _is_partial(self, overview: Overview) -> bool:
        """Return whether something was not checked, which counts once no problem is left."""
        return not overview.groups and bool(overview.checks_skipped or overview.coverage.uncovered)


class ChangesSection(Translated, QWidget):
    """Every change and every problem that is left as it is, each with a way back."""

    def __init__(self, work: Work, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._texts = texts
        self._overview: Overview | None = None
        self._room = 0
        self.title, self.summary = parts.label("section"), parts.label("quiet")
        self.model, self.ignored_model = ChangesModel(self), IgnoredModel(self._message, self)
        self.table = ReviewTable(self.model, ChangesDelegate)
        self.ignored_table = IgnoredTable(self.ignored_model, ReviewDelegate)
        self.changed, self.ignored = parts.button("quiet", "edit"), parts.button("quiet", "minus")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self.changed, self.ignored):
            button.setCheckable(True)
            group.addButton(button)
        self.changed.setChecked(True)
        self.lists = QStackedWidget()
        for table in (self.table, self.ignored_table):
            self.lists.addWidget(table)
        self._switch = QWidget()
        self._switch.setLayout(parts.row(self.changed, self.ignored, None, gap=4))
        self._frame = parts.frame("card")
        inside = parts.column(self.lists)
        inside.setContentsMargins(4, 4, 4, 4)
        self._frame.setLayout(inside)
        head = parts.column(self.title, self.summary, gap=4)
        self.setLayout(parts.column(head, self._switch, self._frame, None, gap=8))

    def _connect(self) -> None:
        self.model.pageWanted.connect(self._ask_for_changes)
        self.ignored_model.pageWanted.connect(self._ask_for_ignored)
        self.table.revertRequested.connect(self._on_revert)
        self.ignored_table.revertRequested.connect(self._on_restore)
        self.changed.clicked.connect(lambda: self.show_ignored(shown=False))
        self.ignored.clicked.connect(lambda: self.show_ignored(shown=True))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the rows are asked for when they are out of date."""
        self._overview = overview
        if not overview.ignored:
            self.show_ignored(shown=False)
        elif not overview.changed_cells:
            self.show_ignored(shown=True)
        self._retranslate()

    def show_ignored(self, *, shown: bool) -> None:
        """Show the ignored problems, or the changes."""
        (self.ignored if shown else self.changed).setChecked(True)
        self.lists.setCurrentWidget(self.ignored_table if shown else self.table)
        self._retranslate()

    def refresh(self) -> None:
        """Ask for the current rows where those shown are out of date."""
        if self._overview is None:
            return
        if self.model.revision != self._overview.revision:
            self._ask_for_changes(self.table.wanted_start())
        if self.ignored_model.revision != self._overview.revision:
            self._ask_for_ignored(self.ignored_table.wanted_start())

    def forget_rows(self) -> None:
        """Treat all rows as out of date."""
        self.model.revision = self.ignored_model.revision = -1

    def set_room(self, room: int) -> None:
        """Let the lists be so many pixels high at most."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        """Make the list as high as its lines, as far as there is room; the rest scrolls."""
        overview = self._overview
        lines = (overview.changed_cells, overview.ignored) if overview else (0, 0)
        shown = self.lists.currentIndex()
        self.lists.setFixedHeight(self.table.height_for(lines[shown], self._room))

    def _ask_for_changes(self, start: int) -> None:
        self._work.look(Jobs.changes_page, self._show_changes, start, PAGE_SIZE)

    def _show_changes(self, page: ChangesPage) -> None:
        self.table.show_lines(page.revision, page.total, page.start, page.changes)

    def _ask_for_ignored(self, start: int) -> None:
        self._work.look(Jobs.ignored_page, self._show_ignored_problems, start, PAGE_SIZE)

    def _show_ignored_problems(self, page: IgnoredPage) -> None:
        self.ignored_table.show_lines(page.revision, page.total, page.start, page.problems)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def _on_revert(self, change: CellChange) -> None:
        self._work.change(Jobs.revert, ((change.row, change.column),))

    def _on_restore(self, problem: IgnoredProblem) -> None:
        self._work.change(Jobs.restore, (key_of(problem.finding),))

    def _message(self, finding: Finding) -> str:
        return message_of(self._texts, finding)

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        changes = self._overview.changed_cells if self._overview else 0
        ignored = self._overview.ignored if self._overview else 0
        shows_ignored = self.lists.currentWidget() is self.ignored_table
        self._switch.setVisible(changes > 0 and ignored > 0)
        self.changed.setText(self.tr("%Ln change(s)", "", changes))
        self.ignored.setText(self.tr("%Ln left as it is", "", ignored))
        self.title.setText(self.tr("Left as they are") if shows_ignored else self.tr("Your changes"))
        self.summary.setText(self._ignored_summary() if shows_ignored else self._summary(changes))
        self._frame.setVisible(changes > 0 or shows_ignored)
        self.table.setAccessibleName(self.tr("Changes"))
        self.ignored_table.setAccessibleName(self.tr("Left as they are"))
        for model, table in ((self.model, self.table), (self.ignored_model, self.ignored_table)):
            model.retranslate()
            table.fit_columns()
        self._fit()

    def _summary(self, changes: int) -> str:
        if changes:
            return self.tr("%Ln change(s), each with a way back.", "", changes)
        return self.tr("Nothing is changed yet. What you change under Problems is listed here.")

    def _ignored_summary(self) -> str:
        return self.tr("These are not counted anywhere else. You can put each one back on the list.")


class ChecklistItem(QWidget):
    """A step to tick off, with words that wrap; a click on the words ticks too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.words = parts.rich_label("")
        inside = parts.row(self.box, self.words, gap=8)
        inside.setStretch(1, 1)
        inside.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)
        self.box.toggled.connect(self._on_toggled)

    def say(self, marked: str) -> None:
        """Give the step its words; what stands between double asterisks is bold."""
        self.words.setText(_BOLD.sub(r"<b>\1</b>", html.escape(marked, quote=False)))
        self.box.setAccessibleName(_BOLD.sub(r"\1", marked))

    def _on_toggled(self, done: bool) -> None:
        style.set_role(self.words, "quiet" if done else "")

    def mouseReleaseEvent(self, event: object) -> None:
        if self.box.isEnabled():
            self.box.click()


class AdminSection(Translated, QWidget):
    """What to do in the Admin that the person has, ticked off and kept; which SKUs to send again there."""

    itemChecked = Signal(str, bool)
    """A step of the Admin, and whether it is done."""

    def __init__(
        self, work: Work, language: Language, state: WindowState | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._language = work, language
        self._overview: Overview | None = None
        self._reprocess = Reprocess((), None)
        self._is_said = False
        """Whether it has its words: only once the page is shown, since the catalogue of errors takes time."""
        self.title, self.sentence = parts.label("section"), parts.label("quiet")
        self.page = PageChoice(state, is_wide=False)
        self.steps = {name: ChecklistItem() for name in ADMIN_STEPS}
        self.card, self.which = parts.frame("card"), parts.frame("card")
        self.which_title, self.which_words = parts.label("strong"), parts.label()
        self.lines, self.more = parts.label(selectable=True), parts.label("quiet")
        self.held_up = parts.label("quiet")
        self.copy_list = parts.button("", "copy")
        self._build()
        self.page.changed.connect(self._say)
        for name, line in self.steps.items():
            line.box.clicked.connect(lambda done, name=name: self.itemChecked.emit(name, done))
        self.copy_list.clicked.connect(self._on_copy)

    def _build(self) -> None:
        said = (self.which_title, self.which_words, self.lines, self.more, self.held_up)
        which = parts.column(*said, parts.row(self.copy_list, None))
        which.setContentsMargins(16, 12, 16, 12)
        self.which.setLayout(which)
        steps = parts.column(*self.steps.values(), gap=12)
        steps.setContentsMargins(16, 12, 16, 12)
        self.card.setLayout(steps)
        head = parts.column(self.title, self.sentence, gap=4)
        self.setLayout(parts.column(head, self.page, self.card, self.which, gap=12))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        self._overview = overview
        self.set_checklist(overview.wizard.state.checklist)
        if self._is_said:
            self._say()

    def refresh(self) -> None:
        """Ask what must be sent again; the page is shown."""
        if not self._is_said and self._overview is not None:
            self._is_said = True
            self._retranslate()
        if self._overview is not None and self._overview.changed_cells:
            self._work.start(Jobs.to_reprocess).on_success(self._show_reprocess)
        else:
            self._show_reprocess(Reprocess((), None))

    def set_texts(self, texts: Texts) -> None:
        """Name the pages of the Admin in another language."""
        self._language = texts.language
        self._retranslate()

    def set_checklist(self, names: Iterable[str]) -> None:
        """Show these steps as done, and no others."""
        checked = set(names)
        for name, line in self.steps.items():
            line.box.setChecked(name in checked)

    def focus_first(self) -> None:
        """Give the keyboard to the first step that is open."""
        open_ones = (line.box for line in self.steps.values() if not line.box.isChecked())
        next(open_ones, self.steps[ADMIN_STEPS[0]].box).setFocus()

    @property
    def takes_sheet(self) -> bool:
        """Whether the person's Admin takes the sheet, so that a copy must be saved first."""
        return self.page.page() in (None, "spreadsheet")

    @property
    def is_ready(self) -> bool:
        """Whether the person can begin with the steps."""
        overview = self._overview
        return overview is not None and (overview.saved_to is not None or not self.takes_sheet)

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        if not self._is_said:
            return
        self.page.set_language(self._language, self.tr("not said; these steps are for the mapping sheet"))
        self.title.setText(self.tr("Then, in your VTEX Admin"))
        self._say()

    def _say(self) -> None:
        self.sentence.setText(
            self.tr("Check off each step as you do it. Listo remembers.")
            if self.is_ready
            else self.tr("Save the corrected copy first. Then follow these steps.")
        )
        self.card.setEnabled(self.is_ready)
        for name, words in self._words().items():
            self.steps[name].say(words)
        self._say_reprocess()

    def _words(self) -> Mapping[AdminStep, str]:
        from listo.core.catalogue.entries import get_common

        phrases = get_common(self._language, self.page.page()).phrases
        later = self.tr(
            "Look again after a while, at {products}. What Amazon still refuses is listed there, and Listo"
            " can explain it."
        )
        if self.takes_sheet:
            saved = self._overview.saved_to if self._overview else None
            upload = (
                self.tr("Upload “{name}”: {menu}.")
                if saved
                else self.tr("Upload the corrected copy: {menu}.")
            )
            again = (
                self.tr("Reprocess the SKUs listed below: {products}, filter by Amazon, then {reprocess}.")
                if self._lists_skus
                else self.tr(
                    "Reprocess the SKUs that use what you corrected: {products}, filter by Amazon, then"
                    " {reprocess}."
                )
            )
            return {
                "upload": upload.format(name=saved.name if saved else "", menu=phrases["menu-upload"]),
                "reprocess": again.format(
                    products=phrases["menu-products"], reprocess=phrases["menu-reprocess-sku"]
                ),
                "look-again": later.format(products=phrases["menu-products"]),
            }
        find = (
            self.tr("Open {menu} and find the SKUs listed below. No sheet is uploaded there.")
            if self._lists_skus
            else self.tr(
                "Open {menu} and find the SKUs that use what you corrected. No sheet is uploaded there."
            )
        )
        return {
            "upload": find.format(menu=phrases["page-menu"]),
            "reprocess": self.tr(
                "Enter the corrected values of each SKU, as the step Your SKUs shows them, then click"
                " **Save and send**."
            ),
            "look-again": later.format(products=phrases["page-menu"]),
        }

    # -- what to reprocess --------------------------------------------------------------------------

    def _show_reprocess(self, reprocess: Reprocess) -> None:
        """Say which categories the changes concern, and of which SKUs where an export tells."""
        self._reprocess = reprocess
        self._say()

    @property
    def _lists_skus(self) -> bool:
        """Whether the SKUs that must be sent again are listed below the steps."""
        return self._tells_which and bool(self._reprocess.skus)

    @property
    def _tells_which(self) -> bool:
        found, overview = self._reprocess, self._overview
        told = bool(found.categories or found.held_up or found.skus is not None)
        return told and overview is not None and overview.changed_cells > 0 and self.is_ready

    def _say_reprocess(self) -> None:
        found = self._reprocess
        self.which.setVisible(self._tells_which)
        self.which_title.setText(
            self.tr("What to reprocess") if self.takes_sheet else self.tr("What to send again")
        )
        self.which_words.setText(self._which_words(found))
        listed = () if _is_everything(found) else found.categories
        self.lines.setText("\n".join(self._line(one) for one in listed[:_MOST_LINES]))
        self.lines.setVisible(bool(listed))
        more = len(listed) - _MOST_LINES
        self.more.setVisible(more > 0)
        self.more.setText(self.tr("and %Ln more category(ies), in the list to copy", "", more))
        self.held_up.setVisible(bool(found.held_up and found.skus))
        self.held_up.setText(
            self.tr(
                "%Ln more SKU(s) use what you corrected and are still held up by something else: fix that"
                " first.",
                "",
                found.held_up,
            )
        )
        skus = sum(len(one.sku_ids) for one in found.categories)
        self.copy_list.setText(self.tr("Copy %Ln SKU ID(s)", "", skus) if skus else self.tr("Copy the list"))
        self.copy_list.setVisible(bool(found.categories))

    def _which_words(self, found: Reprocess) -> str:
        if found.skus:
            return self.tr("%Ln SKU(s) use what you corrected and can go through now:", "", found.skus)
        if found.skus is not None and found.held_up:
            return self.tr(
                "%Ln SKU(s) use what you corrected, and something else still holds them up: fix that first.",
                "",
                found.held_up,
            )
        if found.skus is not None:
            return self.tr("None of the SKUs in your export uses what you corrected.")
        if _is_everything(found):
            return self.tr(
                "Your changes concern every category of the sheet: all SKUs that go to Amazon. With VTEX’s"
                " export of products and SKUs, Listo says which ones."
            )
        return self.tr(
            "All SKUs of these categories. With VTEX’s export of products and SKUs, Listo says which ones."
        )

    def _line(self, one: CategoryToReprocess) -> str:
        count = (
            self.tr("%Ln row(s) changed", "", one.rows)
            if one.skus is None
            else self.tr("%Ln SKU(s)", "", one.skus)
        )
        return " · ".join((self._category(one.category), count))

    def _category(self, text: str) -> str:
        """Return a category with the name that it has in the store or among VTEX's global ones."""
        from listo.core.vocabulary import categories

        overview, number = self._overview, categories.parse_id(text)
        if overview is None or number is None:
            return text or self.tr("(no category)")
        ids = overview.category_ids
        is_global = ids is None or ids.reading != "store"
        name = overview.coverage.names.get(number) or (
            categories.name(number, self._language) if is_global else None
        )
        return f"{text} · {name}" if name else text

    def _on_copy(self) -> None:
        """Put the SKUs on the clipboard, one a line; without an export the categories."""
        found = self._reprocess.categories
        skus = [sku for one in found for sku in one.sku_ids]
        QGuiApplication.clipboard().setText("\n".join(skus or [one.category for one in found]))


def _is_everything(found: Reprocess) -> bool:
    """Return whether all that goes to Amazon is meant, which is sooner said than listed."""
    return found.skus is None and found.is_all and len(found.categories) > _MOST_LINES


class SendPage(Translated, QWidget):
    """All that sends the corrections: on a wide page the changes stand beside the copy."""

    def __init__(
        self,
        work: Work,
        texts: Texts,
        open_printer: OpenPrinter | None = None,
        state: WindowState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self.title = parts.label("title")
        self.remaining, self.changes = RemainingCard(), ChangesSection(work, texts)
        self.copy = CopySection(work)
        self.admin = AdminSection(work, texts.language, state)
        self.report = ReportPanel(work, texts.language, open_printer)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        self._sending = QWidget()
        self._sending.setLayout(parts.column(self.copy, self.admin, None, gap=24))
        self._places = (self.changes, QWidget(), QWidget())
        for place, part in zip(self._places[1:], (self._sending, self.report), strict=True):
            place.setLayout(parts.column(parts.readable(part), None))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(24)
        box = parts.column(self.title, self.remaining, self._grid, None, gap=16)
        box.setContentsMargins(24, 16, 24, 24)
        self.area: QScrollArea = parts.scrolled(box)
        self.setLayout(parts.column(self.area))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lay the parts below each other, or what is sent beside the others where there is room and any."""
        changes, sending, report = self._places
        is_sent = not self._sending.isHidden()
        beside = self.width() >= _BESIDE and is_sent
        for part in self._places:
            self._grid.removeWidget(part)
        self._grid.addWidget(changes, 0, 0)
        self._grid.addWidget(sending, *((0, 1, 2, 1) if beside else (1, 0)))
        self._grid.addWidget(report, *((1, 0) if beside else (2, 0)))
        sending.setVisible(is_sent)  # once it has a place: shown before, it would be a window of its own
        for column, stretch in enumerate((3, 2) if beside else (1, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(1, 1 if beside else 0)
        self.changes.set_room(round(self.height() * (_SHARE_BESIDE if beside else _SHARE)))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        before = self._overview
        if before is None or overview.mapping != before.mapping:
            self.report.forget()
            self.area.verticalScrollBar().setValue(0)
        self._overview = overview
        for part in (self.remaining, self.changes, self.copy, self.admin):
            part.update_to(overview)
        self._sending.setVisible(overview.changed_cells > 0 or overview.saved_to is not None)
        self._arrange()

    def refresh(self) -> None:
        """Ask for what is told on this page alone."""
        for part in (self.changes, self.copy, self.admin):
            part.refresh()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self.report.language = texts.language
        self.changes.set_texts(texts)
        self.admin.set_texts(texts)

    def show_saved(self) -> None:
        """Show where the copy is, and what to do with it."""
        page = self.area.widget()
        assert page is not None
        top = self.copy.save.mapTo(page, QPoint(0, 0)).y()
        self.area.verticalScrollBar().setValue(top - 2 * style.SPACE)
        self.admin.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self.copy.is_up_to_date() and not self._sending.isHidden():
            self.admin.focus_first()
        elif self.copy.save.isEnabled():
            self.copy.save.setFocus()
        elif not self.remaining.focus_first():
            self.report.buttons["pdf"].setFocus()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Send to VTEX"))
