"""For which categories an Amazon file is: asked and told on its card, and which categories are left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QWidget

from listo.core.texts import Language
from listo.core.vocabulary import categories
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.worker.results import CoverageView, FileScope, Overview

EVERY = "*"
"""Stands in an answer for all categories, whichever the sheet has."""

_SEARCHED_FROM = 9
"""With more categories than are seen at once there is a field to search them."""
_ROWS_SEEN = 6
"""Lines of the list, so that the question fits into the smallest window."""
_MOST_NAMED = 3
"""Categories or kinds of product that a line names before it counts the rest."""
_MOST_LISTED = 300
"""Categories that are listed where all are asked for: four pages of the window."""


class CategoryLabels:
    """What categories are called: by the store where they are its own, else in the reader's language."""

    def __init__(self, view: CoverageView, language: Language) -> None:
        self._of_store, self._language = view.names, language

    def of(self, number: int) -> str:
        """Return `212 (Shirts & Tops)`, or the number alone where it has no name."""
        name = self._of_store.get(number) or categories.name(number, self._language)
        return f"{number} ({name})" if name else str(number)

    def kind(self, product_type: str, category: int | None) -> str:
        """Return what a product type is in the reader's language, or as Amazon writes it."""
        name = categories.name(category, self._language) if category else None
        return name or product_type


class CoverageLine(QWidget):
    """For which categories a file is, in one line, and a way to say otherwise."""

    def __init__(self, scope: FileScope, view: CoverageView, names: CategoryLabels) -> None:
        super().__init__()
        self.scope, self._names = scope, names
        said = parts.label("quiet" if scope.categories else "warning", selectable=True)
        said.setText(self._sentence(scope, view))
        self.change = parts.button("link")
        self.change.setText(self.tr("Change"))
        spoken = self.tr("Change what “{name}” is for")
        self.change.setAccessibleName(spoken.format(name=scope.file.name))
        inside = parts.row(said, self.change)
        inside.setStretch(0, 1)
        inside.setAlignment(self.change, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)
        self.change.setVisible("general" not in scope.covered)

    def focus_first(self) -> None:
        """Give the keyboard to the way to change it."""
        self.change.setFocus()

    def _sentence(self, scope: FileScope, view: CoverageView) -> str:
        covered, all_of_them = scope.categories, len(view.categories)
        if not covered:
            return self.tr("For none of your categories: nothing is checked against this file.")
        if len(covered) == all_of_them and all_of_them > 1:
            return self.tr("For all of your %Ln categor(y/ies).", "", all_of_them)
        named = _listed([self._names.of(each) for each in covered[:_MOST_NAMED]])
        left = len(covered) - _MOST_NAMED
        if left > 0:
            return self.tr("For {categories} and %Ln more.", "", left).format(categories=named)
        return self.tr("For {categories}.").format(categories=named)


class CategoryList(QListWidget):
    """Categories to tick: by a click on the box or the words, or by the space bar."""

    confirmed = Signal()
    """The person pressed Return."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not by the list's own activation: on some desktops that is one click.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the words too; one on the box itself has ticked when the list has taken it."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(event)
        is_click = event.button() is Qt.MouseButton.LeftButton and item is self.currentItem()
        if item is not None and is_click and item.checkState() is before:
            ticked = before is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)


class CoverageQuestion(QFrame):
    """Which of the sheet's categories a file is for: the likely, or those said before, are ticked on top.

    `ticked` are those that the person ticked already; None where they have not seen the question.
    """

    answered = Signal(object)
    """The categories as they stand in CategoryID, or `*` alone; none where it is for no other. Or None."""
    cancelled = Signal()
    ticksChanged = Signal(object)
    """The numbers that are ticked now."""

    def __init__(
        self, scope: FileScope, view: CoverageView, names: CategoryLabels, ticked: Collection[int] | None
    ) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.scope, self._names = scope, names
        told = scope.covered.get("told", ())
        self._asked = [each for each in view.categories if each not in told]
        proposed = _proposed(scope, view)
        self._asked.sort(key=lambda number: (number not in proposed, number))
        self.search, self.list = parts.LineEdit(), CategoryList()
        self.use, self.all, self.none = parts.button("primary"), parts.button(), parts.button()
        self.take_back, self.cancel = parts.button("quiet"), parts.button("quiet")
        self._fill(proposed if ticked is None else ticked)
        self._build(view, told)
        self._connect()
        self._count()

    def _fill(self, ticked: Collection[int]) -> None:
        for number in self._asked:
            item = QListWidgetItem(self._names.of(number), self.list)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def _build(self, view: CoverageView, told: Sequence[int]) -> None:
        title, hint = parts.label("strong"), parts.label("quiet")
        title.setText(self._question(view))
        hint.setText(self._hint(told))
        self.search.setPlaceholderText(self.tr("Search by number or name"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list.setAccessibleName(title.text())
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(self._list_height())
        self.all.setText(self.tr("All of them"))
        self.none.setText(self.tr("None of them"))
        self.cancel.setText(self.tr("Cancel"))
        self.take_back.setText(self.tr("Take the answer back"))
        buttons = parts.FlowLayout()
        for each in (self.use, self.all, self.none, self.take_back, self.cancel):
            buttons.addWidget(each)
        inside = parts.column(parts.column(title, hint, gap=2), self.search, self.list, buttons)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setMaximumWidth(style.READING_WIDTH)
        self.setLayout(inside)  # before anything is shown, which would be a window of its own else
        self.search.setVisible(len(self._asked) >= _SEARCHED_FROM)
        self.cancel.setVisible(self.scope.said is not None or not self.scope.is_doubtful)
        self.take_back.setVisible(self.scope.said is not None)

    def _list_height(self) -> int:
        line = max(self.list.sizeHintForRow(0), 1)
        return line * min(max(len(self._asked), 1), _ROWS_SEEN) + 2 * (self.list.frameWidth() + 2)

    def _question(self, view: CoverageView) -> str:
        types, kinds = self.scope.product_types, self.scope.kinds
        known = kinds or (None,) * len(types)
        asked = self.tr("Which of your %Ln categor(y/ies) is it for?", "", len(view.categories))
        pairs = sorted(zip(types, known, strict=True), key=lambda pair: pair[1] is None)
        said = [self._names.kind(*each) for each in pairs]  # first those that have a name in the language
        left = len(said) - _MOST_NAMED
        if not said:
            what = self.tr("This file does not say what it is for.")
        elif left > 0:
            what = self.tr("This file is for {kinds} and %Ln more kind(s) of product.", "", left)
        else:
            what = self.tr("This file is for {kinds}.")
        named = ", ".join(said[:_MOST_NAMED]) if left > 0 else _listed(said)
        return f"{what.format(kinds=named)} {asked}"

    def _hint(self, told: Sequence[int]) -> str:
        sentences = [self.tr("Only those are checked against it.")]
        if told:
            named = _listed([self._names.of(each) for each in told[:_MOST_NAMED]])
            sentences = [
                self.tr("It is for {categories} in any case: the name says so.").format(categories=named)
            ]
        if self.scope.likely and self.scope.said is None:
            sentences.append(self.tr("The likely ones are checked."))
        return " ".join(sentences)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._on_ticked)
        self.use.clicked.connect(lambda: self.answered.emit([str(each) for each in self.ticked()]))
        self.all.clicked.connect(lambda: self.answered.emit([EVERY]))
        self.none.clicked.connect(lambda: self.answered.emit([]))
        self.take_back.clicked.connect(lambda: self.answered.emit(None))
        self.cancel.clicked.connect(self.cancelled)
        self.search.returnPressed.connect(self.focus_first)
        parts.bind_keys(self.search, ("Down", self.focus_first))
        self.list.confirmed.connect(self.use.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.cancel.isHidden():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def ticked(self) -> list[int]:
        """Return the categories that are ticked, in the order of the list."""
        return [
            number
            for place, number in enumerate(self._asked)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus()

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(not all(word in item.text().casefold() for word in words))
        here = self.list.currentItem()
        if here is None or here.isHidden():
            shown = (row for row in range(self.list.count()) if not self.list.item(row).isHidden())
            self.list.setCurrentRow(next(shown, -1))

    def _on_ticked(self) -> None:
        self._count()
        self.ticksChanged.emit(self.ticked())

    def _count(self) -> None:
        count = len(self.ticked())
        self.use.setEnabled(bool(count))
        self.use.setText(
            self.tr("Use it for %Ln categor(y/ies)", "", count)
            if count
            else self.tr("Use it for the checked ones")
        )


class UncoveredCard(QFrame):
    """How many categories have no Amazon file, which they are, and the two ways out."""

    fileWanted = Signal()
    scopeWanted = Signal(object)
    """The path of the file that is to be said to be for some of them too."""

    def __init__(self, view: CoverageView, names: CategoryLabels, *, unfolded: bool) -> None:
        super().__init__()
        self.setProperty("role", "warning-card")
        title, hint = parts.label("strong"), parts.label()
        self.categories = parts.label(selectable=True)
        count = len(view.uncovered)
        title.setText(self.tr("%Ln categor(y/ies) has/have no Amazon file", "", count))
        hint.setText(
            self.tr(
                "Attributes and values are not checked there. Add a file, or say that one of yours is for "
                "them too."
            )
        )
        self.categories.setText(self._list(view, names))
        self.unfold = parts.button("link")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._unfold)
        self.add, self.say = parts.button("", "plus"), parts.button()
        self.add.setText(self.tr("Add a file…"))
        self.add.clicked.connect(self.fileWanted)
        buttons = parts.FlowLayout()
        for each in (self.add, self.say):
            buttons.addWidget(each)
        head = parts.row(title, self.unfold)
        head.setStretch(0, 1)
        words = parts.column(head, hint, self.categories, 4, buttons, gap=4)
        picture = parts.picture("warning-solid", "warning")
        inside = parts.row(picture, words, gap=12)
        inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setLayout(inside)
        self._offer([scope for scope in view.files if "general" not in scope.covered])
        self.unfold.setChecked(unfolded)
        self._unfold(unfolded)

    def _offer(self, scopes: Sequence[FileScope]) -> None:
        """Offer to say that a file is for them too; of several, one is chosen from a menu."""
        self.say.setVisible(bool(scopes))
        if len(scopes) == 1:
            name = parts.shortened(scopes[0].file.name, 32).replace("&", "&&")
            self.say.setText(self.tr("Change what “{name}” is for").format(name=name))
            self.say.clicked.connect(lambda: self.scopeWanted.emit(scopes[0].file))
            return
        self.say.setText(self.tr("Change what a file is for"))
        menu = QMenu(self)
        for scope in scopes:
            action = menu.addAction(scope.file.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=scope.file: self.scopeWanted.emit(path))
        self.say.setMenu(menu)

    def _list(self, view: CoverageView, names: CategoryLabels) -> str:
        # A number and its name stay in one line.
        said = (names.of(each).replace(" (", "\u00a0(", 1) for each in view.uncovered[:_MOST_LISTED])
        named = "\u00a0· ".join(said)
        left = len(view.uncovered) - _MOST_LISTED
        return self.tr("{categories} and %Ln more", "", left).format(categories=named) if left > 0 else named

    def _unfold(self, unfolded: bool) -> None:
        self.categories.setVisible(unfolded)
        self.unfold.setText(self.tr("Hide them") if unfolded else self.tr("Show them"))


class CoverageAnswers(QObject):
    """What the cards of Amazon's files ask and say, which questions are open, and where the keyboard goes."""

    changed = Signal()
    """A question was opened or closed: the cards are to be made anew."""
    focused = Signal(QWidget)
    """The keyboard went to what a card says or asks."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._coverage: CoverageView | None = None
        self._session: int | None = None
        self.shown: dict[Path, CoverageLine | CoverageQuestion] = {}
        """By file what its card says or asks now."""
        self._ticked: dict[Path, list[int] | None] = {}
        """The questions that the person opened or ticked in, so that this stays when cards are made anew."""
        self._answered: Path | None = None

    def take(self, overview: Overview | None) -> None:
        """Take what is known of the files; in another session no question is open yet."""
        session = overview.session if overview else None
        if session != self._session:
            self._ticked.clear()
        self._session = session
        self._coverage = overview.coverage if overview and overview.mapping else None
        self.shown.clear()

    def view_of(self, path: Path, language: Language) -> CoverageLine | CoverageQuestion | None:
        """Return what the card of a file says or asks; None of files that are not Amazon's."""
        view = self._coverage
        scope = view.scope_of(path) if view else None
        if view is None or scope is None or not view.categories:
            return None
        names = CategoryLabels(view, language)
        if scope.is_doubtful or path in self._ticked:
            made = CoverageQuestion(scope, view, names, self._ticked.get(path))
            made.answered.connect(lambda categories: self._answer(path, categories))
            made.cancelled.connect(lambda: self._close(path))
            made.ticksChanged.connect(lambda ticked: self._ticked.update({path: ticked}))
            self.shown[path] = made
        else:
            line = self.shown[path] = CoverageLine(scope, view, names)
            line.change.clicked.connect(lambda: self.ask(path))
        return self.shown[path]

    def ask(self, path: Path) -> None:
        """Ask for which categories a file is, though that is known."""
        self._ticked.setdefault(path, None)
        self.changed.emit()
        self._focus(path)

    def _close(self, path: Path) -> None:
        self._ticked.pop(path, None)
        self.changed.emit()
        self._focus(path)

    def _answer(self, path: Path, categories: list[str] | None) -> None:
        self._ticked.pop(path, None)
        self._answered = path
        self._work.change(Jobs.set_covers, path, categories)

    def focus_question(self) -> bool:
        """Give the keyboard to the first question, where there is any."""
        asked = [path for path, view in self.shown.items() if isinstance(view, CoverageQuestion)]
        if asked:
            self._focus(asked[0])
        return bool(asked)

    def focus_next(self) -> None:
        """After an answer go to the next question; where there is none, stay at what was answered."""
        path, self._answered = self._answered, None
        if path is not None and not self.focus_question():
            self._focus(path)

    def _focus(self, path: Path) -> None:
        if path in self.shown:
            self.shown[path].focus_first()
            self.focused.emit(self.shown[path])


def _proposed(scope: FileScope, view: CoverageView) -> Collection[int]:
    """Return what is ticked at first: what was answered, else what is likely."""
    if scope.said is None:
        return (*scope.likely, *scope.covered.get("alone", ()))
    return view.categories if EVERY in scope.said else categories.parse_ids(scope.said)


def _listed(said: Iterable[str]) -> str:
    return QLocale().createSeparatedList(list(said))
