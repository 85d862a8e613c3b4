"""A mapping drafted from the exports: offered among the files, asked question by question, looked through.

It belongs to the step *Files*: what is drafted is a sheet like any other, and goes the same path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from listo.core.errors import InputError
from listo.core.texts import Texts
from listo.core.wizard_state import FILES_TO_ADD
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.coverage_question import EVERY, CategoryLabels, CoverageQuestion
from listo.ui.spreadsheet.pages.draft_question import QuestionCard
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.dialogs import ask_to_replace, ask_where

if TYPE_CHECKING:
    from listo.core.drafting.model import CategoryToFind
    from listo.core.worker.results import AskedQuestion, CoverageView, DraftView, LookGroup, Overview

_SIDE_BY_SIDE = 1040
"""Pixels of the page from which what is asked and what is to be looked through stand beside each other."""

_MOST_PAIRS = 8
"""Pairs of values of a group that are seen before the rest is asked for: two or three lines."""

_MOST_LINES = 12
"""Things of one sort that are listed before the rest is counted: the page stays one that is read."""

_KIND_OF_NEED: Mapping[str, tuple[str, ...]] = {
    "amazon-values": ("amazon-values",),
    "vtex-products": ("vtex-products",),
    "vtex-specifications": ("vtex-sku-specifications", "vtex-product-specifications"),
}
"""Which kinds of file bring what a draft needs."""

_UNMAPPED = "category-unmapped"
"""What is found of a category in use that has no rows."""

DraftOffer = Literal["new", "go-on", "add"]
"""What can be drafted: a sheet where none has rows, more of what was begun, the categories without rows."""


def missing_needs(overview: Overview) -> list[str]:
    """Return what a draft needs and no open file brings."""
    kinds = {card.kind for card in overview.files if card.error is None}
    return [need for need in FILES_TO_ADD if kinds.isdisjoint(_KIND_OF_NEED[need])]


def offers_of(overview: Overview | None) -> tuple[DraftOffer, ...]:
    """Return what the open files let one draft; nothing where no export is there."""
    if overview is None or "vtex-products" in (missing := missing_needs(overview)):
        return ()
    begun: tuple[DraftOffer, ...] = ("go-on",) if overview.wizard.state.draft else ()
    if overview.mapping is None or not (overview.rows or begun):
        return ("new",)
    lacks = "vtex-specifications" not in missing and without_rows(overview)
    return (*begun, "add") if lacks else begun


def without_rows(overview: Overview) -> int:
    """Return how many categories in use have no rows."""
    return sum(group.count for group in overview.groups if group.code == _UNMAPPED)


def _no_draft() -> DraftView:
    """Return what is shown before anything was asked."""
    from listo.core.worker.results import DraftView

    return DraftView(-1)


class DraftCard(Translated, QFrame):
    """Offers among the files to draft a sheet, to go on with one, or to add the categories without rows."""

    begun = Signal()
    """A draft is wanted: of a sheet, or of the categories that lack."""
    resumed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._texts = texts
        self._overview: Overview | None = None
        self._title, self._hint = parts.label("strong"), parts.label("quiet")
        self.begin, self.go_on = parts.button("primary", "edit"), parts.button("", "arrow-right")
        self.begin.clicked.connect(self.begun)
        self.go_on.clicked.connect(self.resumed)
        buttons = parts.FlowLayout()
        for each in (self.begin, self.go_on):
            buttons.addWidget(each)
        picture = parts.picture("edit", "accent")
        inside = parts.row(picture, parts.column(self._title, self._hint, 4, buttons, gap=2), gap=12)
        inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setLayout(inside)
        self._retranslate()

    def update_to(self, overview: Overview | None, texts: Texts) -> None:
        """Take what the files are now."""
        self._overview, self._texts = overview, texts
        self._retranslate()

    def focus_first(self) -> bool:
        """Give the keyboard to what leads to the draft, and return whether there is anything."""
        usable = (one for one in (self.go_on, self.begin) if not one.isHidden() and one.isEnabled())
        leads = None if self.isHidden() else next(usable, None)
        if leads is not None:
            leads.setFocus()
        return leads is not None

    def _retranslate(self) -> None:
        offers, overview = offers_of(self._overview), self._overview
        self.setVisible(bool(offers))
        if overview is None or not offers:
            return
        missing = missing_needs(overview)
        self.begin.setVisible(offers != ("go-on",))
        is_uncovered = "add" in offers and not overview.draftable
        self.begin.setEnabled(not missing and not is_uncovered)
        is_first = offers == ("new",)  # else the way on is what stands out on the page
        style.set_role(self.begin, "primary" if is_first else "")
        style.set_icon(self.begin, "edit", "on-accent" if is_first else "text")
        self.go_on.setVisible("go-on" in offers)
        self.go_on.setText(self.tr("Continue with the draft"))
        if is_first:
            self._title.setText(self.tr("No mapping yet? Draft one from these files."))
            self.begin.setText(self.tr("Draft the mapping"))
        else:
            count = without_rows(overview)
            added = overview.draftable or count
            self.begin.setText(self.tr("Add the %Ln categor(y/ies) that has/have no rows", "", added))
            self._title.setText(
                self.tr("%Ln categor(y/ies) in use has/have no rows", "", count)
                if "add" in offers
                else self.tr("A draft is under way")
            )
        lacks = self.tr("Also needed: the Amazon file of these categories.") if is_uncovered else ""
        self._hint.setText(self._say_missing(missing) or lacks or self._say_how(offers))

    def _say_how(self, offers: Sequence[DraftOffer]) -> str:
        if offers == ("go-on",):
            return self.tr("Answer what is open, and look through what is likely.")
        return self.tr("Listo writes the rows from what you sell, and asks only what it cannot know.")

    def _say_missing(self, missing: Sequence[str]) -> str:
        named = QLocale().createSeparatedList([self._texts.say(f"need.{need}") for need in missing])
        return self.tr("Also needed: {files}.").format(files=named) if missing else ""


class LookList(QWidget):
    """What went in as likely, by field and attribute: each group is ticked off, each pair can be changed."""

    ticked = Signal(str, bool)
    questionWanted = Signal(str)
    """The id of a question about what was taken: another answer is to be given."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: tuple[LookGroup, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._unfolded: set[str] = set()
        self._box = parts.column(gap=8)
        self.setLayout(self._box)

    def show_groups(self, groups: tuple[LookGroup, ...]) -> None:
        """Show the groups; after one that was just ticked off the keyboard goes to the next."""
        ticked = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        self.groups = groups
        self.fill()
        if ticked is not None:
            keys = [group.key for group in groups if not group.is_done or group.key == ticked]
            place = keys.index(ticked) if ticked in keys else -1
            following = [*keys[place + 1 :], *keys[: place + 1]]
            if following:
                self.buttons[following[0]].setFocus()

    def fill(self) -> None:
        """Say all of it, in the language that is spoken now."""
        parts.empty(self._box)
        self.buttons = {}
        for group in self.groups:
            made = self._group(group)
            self._box.addWidget(made)
            made.show()

    def next_open(self) -> QPushButton | None:
        """Return the button of the first group that is not ticked off."""
        return next((self.buttons[group.key] for group in self.groups if not group.is_done), None)

    def _group(self, group: LookGroup) -> QWidget:
        made = parts.frame("well")
        title, grade = parts.label("strong"), parts.label("quiet", wraps=False)
        title.setText(f"{group.field} → {group.attribute}")
        grade.setText(self.tr("likely · %Ln row(s)", "", group.rows))
        tick = parts.button("", "check")
        tick.setCheckable(True)
        tick.setChecked(group.is_done)
        tick.setText(self.tr("Looked through") if group.is_done else self.tr("All right"))
        tick.setAccessibleName(f"{title.text()}: {tick.text()}")
        tick.clicked.connect(lambda checked: self.ticked.emit(group.key, checked))
        self.buttons[group.key] = tick
        head = parts.row(parts.grow(title), grade, tick, gap=12)
        inside = parts.column(head, gap=4)
        if not group.is_done:
            inside.addWidget(self._pairs(group))
        inside.setContentsMargins(12, 8, 12, 8)
        made.setLayout(inside)
        return made

    def _pairs(self, group: LookGroup) -> QWidget:
        place = QWidget()
        flow = parts.FlowLayout(place, 4)
        for value, sent in self._shown(group):
            pair = parts.button("link")
            said = parts.shortened(f"{value or '–'} → {sent}", 48)
            pair.setText(said.replace("&", "&&"))
            pair.setToolTip(self.tr("Change it"))
            asked = _question_id("value", group.field, group.attribute, value)
            pair.clicked.connect(partial(self.questionWanted.emit, asked))
            flow.addWidget(pair)
        if left := len(group.pairs) - len(self._shown(group)):
            more = parts.button("link")
            more.setText(self.tr("and %Ln more", "", left))
            more.clicked.connect(partial(self._unfold, group.key))
            flow.addWidget(more)
        other = parts.button("link")
        other.setText(self.tr("Another attribute…"))
        asked = _question_id("attribute", group.field)
        other.clicked.connect(partial(self.questionWanted.emit, asked))
        flow.addWidget(other)
        return place

    def _shown(self, group: LookGroup) -> tuple[tuple[str, str], ...]:
        return group.pairs if group.key in self._unfolded else group.pairs[:_MOST_PAIRS]

    def _unfold(self, key: str) -> None:
        self._unfolded.add(key)
        self.fill()
        self.buttons[key].setFocus()


def _question_id(kind: Literal["attribute", "value"], *about: str) -> str:
    from listo.core.drafting.model import question_id  # here: it brings what writes workbooks

    return question_id(kind, *about)


class DraftPage(Translated, QWidget):
    """What is asked before a draft, its questions, and what is to be looked through or created in VTEX."""

    shown = Signal()
    """There is something to be seen here."""
    begun = Signal(object)
    """The Overview of the sheet that was drafted."""
    filesWanted = Signal()
    problemsWanted = Signal()

    def __init__(self, work: Work, texts: Texts) -> None:
        super().__init__()
        self._work, self._texts = work, texts
        self._overview: Overview | None = None
        self._covers: dict[Path, list[str]] = {}
        self._coverage: CoverageView | None = None
        self.view = _no_draft()
        self._wanted, self._is_focus_due = "", False
        self.title, self.summary = parts.label("title"), parts.label("quiet")
        self.undo, self.go_on = parts.button("quiet", "undo"), parts.button("", "arrow-right")
        self.before, self.card = parts.column(gap=12), QuestionCard()
        self.ending, self._ended = parts.frame("right-card"), parts.label("strong")
        self._after, self.add = parts.label("quiet"), parts.button("primary", "plus")
        self._look_title, self.look = parts.label("section"), LookList()
        self.remarks = parts.column(gap=12)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        ended = parts.column(self._ended, self._after, 4, parts.row(self.add, None), gap=4)
        ended.setContentsMargins(16, 12, 16, 12)
        self.ending.setLayout(ended)
        head = parts.row(parts.column(self.title, self.summary, gap=4), 16, self.undo, self.go_on)
        head.setStretch(0, 1)
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(parts.column(self.before, self.card, self.ending, None, gap=12))
        self._right.setLayout(parts.column(self._look_title, self.look, self.remarks, None, gap=12))
        self._halves = parts.column(parts.readable(self._left), self._right, gap=24)
        box = parts.column(head, 8, self._halves, None)
        box.setContentsMargins(24, 24, 24, 24)
        self._area = parts.scrolled(box)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(parts.column(self._area))

    def _connect(self) -> None:
        self.card.answered.connect(self._answer)
        self.card.skipped.connect(self._skip)
        self.card.backWanted.connect(self.go_back)
        self.card.onWanted.connect(lambda: self.turn_to(""))
        self.look.ticked.connect(self._tick)
        self.look.questionWanted.connect(self.turn_to)
        self.undo.clicked.connect(self.take_back)
        self.go_on.clicked.connect(self.problemsWanted)
        self.add.clicked.connect(self.filesWanted)
        for over in (self._work.failed, self._work.cancelled):
            over.connect(self.card.stop_waiting)
        keys = [(str(place + 1), partial(self._choose, place)) for place in range(5)]
        parts.bind_keys(self, *keys)
        bind(self, "question-later", self._skip, self._is_asking)
        bind(self, "question-before", self.go_back, lambda: bool(self._earlier()))
        bind(self, "group-right", self._tick_next, lambda: self.look.next_open() is not None)

    # -- beginning --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Draft a sheet, or the categories that have no rows; first ask what must be known of the files."""
        self._covers = {}
        self._ask_coverage()

    def resume(self) -> None:
        """Show the draft that was begun, whatever was asked before another."""
        self._coverage = None
        self._fill_before()
        self.shown.emit()

    def _ask_coverage(self) -> None:
        self._work.start(Jobs.draft_coverage, self._covers).on_success(self._on_coverage)

    def _on_coverage(self, view: CoverageView) -> None:
        self._coverage = view
        asked = next((scope for scope in view.files if scope.is_doubtful), None)
        self._fill_before()
        if asked is None:
            self._draft()
        else:
            self.shown.emit()
            self.focus_first()

    def _draft(self) -> None:
        if self._overview is None:
            return
        if "new" in offers_of(self._overview):
            words = self.tr("Where the draft goes"), self.tr("Spreadsheet")
            name = self.tr("mapping-draft")  # not `mapping`: a seller may have a file of that name there
            target = self._overview.files[0].path.parent / f"{name}.xlsx"
            ask_where(self, *words, target, lambda where: self.write(where, overwrite=False))
            return
        for path, categories in self._covers.items():
            self._work.change(Jobs.set_covers, path, categories)
        self._work.start(Jobs.add_draft, self._texts.language).on_success(self._on_added)

    def _on_added(self, overview: Overview) -> None:
        self._coverage = None
        self._work.changed.emit(overview)
        self.shown.emit()

    def write(self, target: Path, *, overwrite: bool) -> None:
        """Draft into a file; one that is there is replaced only where the person said so."""
        language = self._texts.language
        request = self._work.start(Jobs.begin_draft, target, language, self._covers, overwrite)
        request.on_success(self._on_begun).on_failure(partial(self._on_refused, target))

    def _on_begun(self, overview: Overview) -> None:
        self._coverage = None
        self.view, self._wanted = _no_draft(), ""
        self.begun.emit(overview)

    def _on_refused(self, target: Path, error: object) -> bool:
        exists = isinstance(error, InputError) and error.code == "file-exists"
        if exists:
            question = self.tr("Replace it with the draft?")
            ask_to_replace(self, target, question, lambda: self.write(target, overwrite=True))
        return exists

    def _cover(self, path: Path, categories: list[str] | None) -> None:
        """Take for which categories a file is; what was said for others before still holds."""
        view = self._coverage
        scope = view.scope_of(path) if view else None
        said = scope.said if scope and scope.said and categories != [EVERY] else frozenset()
        known = {str(each) for each in view.categories} if view else set()
        self._covers[path] = [*(categories or ()), *sorted(said - known)]
        self._ask_coverage()

    # -- what the tab tells -------------------------------------------------------------------------

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the draft is asked for when the page is shown."""
        if self._overview is not None and overview.session != self._overview.session:
            self.view, self._wanted, self._coverage = _no_draft(), "", None
        self._overview = overview
        self._label_head()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask what is open where what is shown is out of date."""
        self._show_parts()
        if self._has_draft() and self._coverage is None:
            self._work.look(Jobs.draft_view, self.show_view)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        asked = self._asked_before()
        self._is_focus_due = asked is None and self.view.revision < 0
        if asked is not None:
            asked.focus_first()
        elif self._is_asking():
            self.card.focus_first()
        elif self._uncovered():
            self.add.setFocus()
        else:
            (self.look.next_open() or self.go_on).setFocus()

    def _has_draft(self) -> bool:
        overview = self._overview
        return overview is not None and overview.mapping is not None and bool(overview.wizard.state.draft)

    def _uncovered(self) -> int:
        """Return of how many categories nothing is drafted for want of a file; 0 where something was."""
        return 0 if self.view.rows else len(self.view.coverage.uncovered)

    def _is_asking(self) -> bool:
        return not self.card.isHidden()

    # -- questions ----------------------------------------------------------------------------------

    def show_view(self, view: DraftView) -> None:
        """Show what is open: what the person wanted to see, else what was just undone, else the first."""
        before, self.view = self.view, view
        undone = [each for each in before.answered if each not in view.answered]
        if undone and not self._wanted:
            self._wanted = undone[-1]
        if view.look != before.look:
            was_there = any(button.hasFocus() for button in self.look.buttons.values())
            self.look.show_groups(view.look)
            if was_there and not view.questions and self.look.next_open() is None:  # all is done: the way on
                self._area.ensureWidgetVisible(self.go_on)
                self.go_on.setFocus()
        self._fill_remarks()
        self._label_head()
        wanted = self._wanted or (view.questions[0].id if view.questions else "")
        is_same = (view.questions, view.more, view.answered) == (
            before.questions,
            before.more,
            before.answered,
        )
        if wanted and wanted == self.card.shown and is_same and self._is_asking():
            return
        if wanted:
            self._work.start(Jobs.draft_question, wanted).on_success(self._show_asked)
        else:
            self._show_question(None)

    def turn_to(self, question: str) -> None:
        """Ask that question, answered or not; the first that is open where empty."""
        self._wanted = question
        self.show_view(self.view)

    def _show_asked(self, asked: AskedQuestion | None) -> None:
        if asked is None and self._wanted:
            self.turn_to("")
        else:
            self._show_question(asked)

    def _show_question(self, asked: AskedQuestion | None) -> None:
        focused = self.window().focusWidget()
        had_keyboard = self._is_focus_due or focused is None or self._left.isAncestorOf(focused)
        if asked is not None:
            self.card.show_question(asked, CategoryLabels(self.view.coverage, self._texts.language))
            self.card.back.setEnabled(bool(self._earlier()))
        self.card.setVisible(asked is not None)
        self.ending.setVisible(asked is None and self._has_draft())
        self._say_ending()
        if asked is not None and self.isVisible():
            self._area.ensureWidgetVisible(self.card.title)
        if had_keyboard and self.isVisible():
            self.focus_first()

    def _choose(self, place: int) -> None:
        if self._is_asking() and self.card.has_guess:
            self.card.choose(place)

    def _answer(self, text: str | None) -> None:
        question, self._wanted = self.card.shown, ""
        self._work.change(Jobs.answer_question, question, text)

    def _skip(self) -> None:
        question, self._wanted = self.card.shown, ""
        self._work.look(Jobs.skip_question, self.show_view, question)

    def _earlier(self) -> str:
        """Return the question that was answered before the one that is shown; empty where there is none."""
        answered = self.view.answered
        place = answered.index(self.card.shown) if self.card.shown in answered else len(answered)
        return answered[place - 1] if place else ""

    def go_back(self) -> None:
        """Show the question that was answered before the one that is shown."""
        if earlier := self._earlier():
            self.turn_to(earlier)

    def take_back(self) -> None:
        """Undo the last answer, or the last change where that came later."""
        self._wanted = ""
        self._work.change(Jobs.undo_answer)

    def can_take_back(self) -> bool:
        """Return whether there is anything to undo."""
        return bool(self.view.answered or (self._overview is not None and self._overview.undo))

    def _tick(self, group: str, done: bool) -> None:
        self._work.look(Jobs.look_through, self.show_view, group, done)

    def _tick_next(self) -> None:
        if (button := self.look.next_open()) is not None:
            button.setFocus()
            button.click()

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Draft of your mapping"))
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last answer back (Ctrl+Z)"))
        self._look_title.setText(self.tr("Likely: look through these"))
        self._say_ending()
        self.look.fill()
        self._fill_before()
        self._fill_remarks()
        self._label_head()

    def _say_ending(self) -> None:
        """Say that all is answered, or what must come first where nothing could be drafted."""
        lacks = self._uncovered()
        style.set_role(self.ending, "well" if lacks else "right-card")
        self.add.setVisible(bool(lacks))
        self.add.setText(self.tr("Add an Amazon file"))
        if lacks:
            self._ended.setText(
                self.tr("%Ln categor(y/ies) has/have no Amazon file: nothing is drafted there", "", lacks)
            )
            names = CategoryLabels(self.view.coverage, self._texts.language)
            listed = self._listed([names.of(each) for each in self.view.coverage.uncovered])
            todo = self.tr("Add the Amazon file of these categories, then draft again.")
            self._after.setText(f"{listed}\n{todo}")
        else:
            self._ended.setText(self.tr("Every question is answered."))
            self._after.setText(
                self.tr("Next come the problems, then your SKUs. You can come back to this from Files.")
            )

    def _label_head(self) -> None:
        self.undo.setVisible(self._has_draft())
        self.undo.setEnabled(self.can_take_back())
        self.go_on.setVisible(self._has_draft())
        problems = sum(self._overview.counts.values()) if self._overview else 0
        self.go_on.setText(
            self.tr("See %Ln problem(s)", "", problems) if problems else self.tr("See the result")
        )
        is_over = self._has_draft() and self.view.revision >= 0 and not self.view.questions
        is_done = is_over and not self._uncovered()
        style.set_role(self.go_on, "primary" if is_done else "")
        style.set_icon(self.go_on, "arrow-right", "on-accent" if is_done else "text")
        self.summary.setText(self._summary())

    def _summary(self) -> str:
        view = self.view
        if self._coverage is not None or view.revision < 0:
            return self.tr("From what you sell and what Amazon takes.")
        likely = sum(group.rows for group in view.look)
        left, still_open = len(view.questions) + view.more, view.rows - view.sure - likely
        said = [
            self.tr("%Ln question(s) left", "", left) if left else "",
            self.tr("%Ln row(s)", "", view.rows),
            self.tr("%Ln certain", "", view.sure),
            self.tr("%Ln likely", "", likely) if likely else "",
            self.tr("%Ln open", "", still_open) if still_open else "",
        ]
        return " · ".join(filter(None, said))

    def _show_parts(self) -> None:
        """Show what is asked before a draft, or the draft."""
        is_before = self._coverage is not None
        self.card.setVisible(not is_before and bool(self.card.shown) and self._has_draft())
        self._right.setVisible(not is_before)
        self.ending.setVisible(False)

    def _asked_before(self) -> CoverageQuestion | None:
        return self._left.findChild(CoverageQuestion) if self._coverage is not None else None

    def _fill_before(self) -> None:
        """Ask for which categories a file is, one file after the other."""
        parts.empty(self.before)
        view = self._coverage
        self._show_parts()
        if view is None:
            return
        doubtful = [scope for scope in view.files if scope.is_doubtful]
        for scope in doubtful[:1]:
            hint, name = parts.label("quiet"), parts.label("strong")
            hint.setText(
                self.tr(
                    "Before the draft: %Ln Amazon file(s) do(es) not say which categories it is for.",
                    "",
                    len(doubtful),
                )
            )
            name.setText(scope.file.name)
            labels = CategoryLabels(view, self._texts.language)
            question = CoverageQuestion(scope, view, labels, None)
            question.answered.connect(partial(self._cover, scope.file))
            for each in (hint, name, question):
                self.before.addWidget(each)
                each.show()

    def _fill_remarks(self) -> None:
        """Say what the draft cannot do: what lacks in VTEX, in Amazon's files, and what it left out."""
        parts.empty(self.remarks)
        self._look_title.setVisible(bool(self.view.look))
        for title, lines, action in self._remarks():
            self.remarks.addWidget(self._remark(title, lines, action))

    def _remarks(self) -> Iterator[tuple[str, list[str], tuple[str, Callable[[], object]] | None]]:
        view = self.view
        names = CategoryLabels(view.coverage, self._texts.language)
        if view.advice:
            title = self.tr("Create in VTEX: Amazon requires it, and no specification of yours holds it")
            said = [
                self.tr("{attribute}: %Ln SKU(s)", "", one.skus).format(attribute=one.attribute)
                for one in view.advice
            ]
            yield title, said, None
        if (uncovered := view.coverage.uncovered) and not self._uncovered():  # said above, where that is all
            title = self.tr(
                "%Ln categor(y/ies) has/have no Amazon file: nothing is drafted there", "", len(uncovered)
            )
            yield (
                title,
                [names.of(each) for each in uncovered],
                (self.tr("Add a file…"), self.filesWanted.emit),
            )
        if view.to_find:
            skus = sum(one.skus for one in view.to_find)
            title = self.tr("%Ln SKU(s) has/have no global category: choose one in VTEX", "", skus)
            yield title, [self._to_find(one, names) for one in view.to_find], None
        if view.left_out:
            yield self.tr("Specifications that are not sent"), [" · ".join(view.left_out)], None

    def _to_find(self, one: CategoryToFind, names: CategoryLabels) -> str:
        guesses = [
            self.tr("{category}, by “{words}”").format(
                category=names.of(each.category), words=", ".join(each.words)
            )
            for each in one.guesses
        ]
        name = one.name or " · ".join(one.products[:1])
        told = self.tr("{name}: %Ln SKU(s)", "", one.skus).format(name=name)
        return f"{told} → {'; '.join(guesses)}" if guesses else told

    def _listed(self, lines: Sequence[str]) -> str:
        """Return the first of some lines, and how many more there are."""
        left = len(lines) - _MOST_LINES
        more = [self.tr("and %Ln more", "", left)] if left > 0 else []
        return "\n".join((*lines[:_MOST_LINES], *more))

    def _remark(
        self, title: str, lines: Sequence[str], action: tuple[str, Callable[[], object]] | None
    ) -> QWidget:
        head, said = parts.label("strong"), parts.label("quiet", selectable=True)
        head.setText(title)
        said.setText(self._listed(lines))
        inside = parts.column(head, said, gap=4)
        if action is not None:
            button = parts.button("link")
            button.setText(action[0])
            button.clicked.connect(lambda _checked: action[1]())
            inside.addLayout(parts.row(button, None))
        inside.setContentsMargins(12, 8, 12, 8)
        made = parts.frame("well")
        made.setLayout(inside)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        for place in range(self._halves.count()):
            self._halves.setStretch(place, 1 if beside else 0)
