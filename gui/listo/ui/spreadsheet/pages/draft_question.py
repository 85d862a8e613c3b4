"""One question of a draft: what it is about, the likeliest answers, and all others that are accepted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QPushButton, QWidget

from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.coverage_question import CategoryLabels
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.drafting.model import Question
    from listo.core.worker.results import AskedQuestion


class QuestionCard(Translated, QFrame):
    """One question with products that it is about, the likeliest answers, and all others accepted."""

    answered = Signal(object)
    """The text of the answer; None to leave out what it is about."""
    skipped = Signal()
    backWanted = Signal()
    onWanted = Signal()
    """The person looked at an earlier answer, and wants to go on with what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        from listo.core.worker.results import CoverageView

        self._asked: AskedQuestion | None = None
        self._labels = CategoryLabels(CoverageView(), "en")
        self._is_waiting = False
        self.weight, self.title, self.where = (
            parts.label("right"),
            parts.label("section"),
            parts.label("quiet"),
        )
        self.products, self.guess, self.given = parts.label(), parts.label("caption"), parts.label("strong")
        self.buttons: list[QPushButton] = []
        self._place = QWidget()
        self._options = parts.FlowLayout(self._place)
        self.other, self.use = parts.ComboBox(), parts.button()
        self.leave, self.skip = parts.button(), parts.button("", "chevron-right")
        self.back, self.go_on = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self._build()
        self._connect()

    def _build(self) -> None:
        line = parts.LineEdit(self.other)
        self.other.setEditable(True)
        self.other.setLineEdit(line)
        self.other.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(12)
        completer = self.other.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        for each in (self.skip, self.go_on):
            each.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._others = QWidget()  # as one, so that what is hidden takes no room
        self._others.setLayout(parts.row(parts.grow(self.other), self.use))
        foot = parts.row(self.back, None, self.leave, self.skip, self.go_on)
        asked = parts.column(self.weight, self.title, self.where, gap=4)
        options = parts.column(self.guess, self._place, self._others, gap=8)
        inside = parts.column(asked, self.products, self.given, options, 4, foot, gap=12)
        inside.setContentsMargins(20, 16, 20, 16)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.use.clicked.connect(self._use_other)
        self.other.editTextChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        line = self.other.lineEdit()
        if line is not None:
            line.returnPressed.connect(self._use_other)
        self.leave.clicked.connect(lambda: self._answer(None))
        self.skip.clicked.connect(self.skipped)
        self.back.clicked.connect(self.backWanted)
        self.go_on.clicked.connect(self.onWanted)

    # -- answering --------------------------------------------------------------------------------

    def choose(self, place: int) -> None:
        """Give the answer that stands at a place among the likeliest."""
        if self._asked is not None and place < len(self._asked.question.options):
            self._answer(self._asked.question.options[place])

    def _use_other(self) -> None:
        if text := self.other.currentText().strip():
            self._answer(text)

    def _answer(self, text: str | None) -> None:
        """Give an answer, once: a second press comes before the worker has answered."""
        if not self._is_waiting:
            self._is_waiting = True
            self.answered.emit(text)

    def stop_waiting(self) -> None:
        """Take another answer: the one before was not taken."""
        self._is_waiting = False

    def focus_first(self) -> None:
        """Give the keyboard to the likeliest answer; to the field for another where none is likely."""
        (self.buttons[0] if self.buttons and self.has_guess else self.other).setFocus()

    @property
    def has_guess(self) -> bool:
        """Whether what is offered resembles, so that a key may take it; else it must be chosen on purpose."""
        return self._asked is not None and self._asked.question.has_guess

    # -- words ------------------------------------------------------------------------------------

    def show_question(self, asked: AskedQuestion, labels: CategoryLabels) -> None:
        """Ask a question, or show how it was answered."""
        is_new = self._asked is None or self._asked.question.id != asked.question.id
        self._asked, self._labels, self._is_waiting = asked, labels, False
        self._retranslate()
        if is_new and self.isVisible():
            parts.announce(self, self.title.text())

    @property
    def shown(self) -> str:
        """The id of the question that is shown, empty without one."""
        return self._asked.question.id if self._asked else ""

    def _retranslate(self) -> None:
        asked = self._asked
        if asked is None:
            return
        one, had_keyboard = asked.question, self._has_keyboard()
        self.weight.setText(self.tr("%Ln SKU(s) wait for it", "", one.skus))
        self.title.setText(self._question(one))
        self.where.setText(self._where(one))
        self.where.setVisible(bool(self.where.text()))
        self.products.setText(self._products(one))
        self.products.setVisible(bool(one.products))
        self._say_given(asked)
        self._fill_options(asked)
        self._fill_others(asked)
        self.leave.setText(self._leaving(one))
        self.leave.setVisible(one.kind != "category-ids")
        self.use.setText(self.tr("Use this"))
        self.skip.setText(self.tr("Later"))
        self.skip.setToolTip(self.tr("Ask it after all others (Alt+Right)"))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("The answer before (Alt+Left)"))
        self.go_on.setText(self.tr("Back to the questions"))
        self.skip.setVisible(not asked.is_answered)
        self.go_on.setVisible(asked.is_answered)
        if had_keyboard and self.isVisible():
            self.focus_first()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _question(self, one: Question) -> str:
        match one.kind:
            case "attribute":
                asked = self.tr("Which Amazon attribute is your specification “{field}”?")
            case "theme":
                asked = self.tr("Your products vary by {attribute}. Which variation theme is that?")
            case "value":
                asked = self.tr(
                    "“{value}” of your specification “{field}”: which {attribute} is that at Amazon?"
                )
            case _:
                asked = self.tr("Which categories does CategoryID hold?")
        attribute = QLocale().createSeparatedList(one.attribute.split("+"))
        return asked.format(field=one.field, value=one.value, attribute=attribute)

    def _where(self, one: Question) -> str:
        if one.kind == "category-ids":
            return self.tr("Your exports do not tell. VTEX’s messages speak of the global category.")
        if len(one.categories) == 1:
            return self.tr("In {category}.").format(category=self._labels.of(one.categories[0]))
        return self.tr("One answer for all %Ln categor(y/ies) that it is about.", "", len(one.categories))

    def _products(self, one: Question) -> str:
        return "\n".join((self.tr("For example:"), *(f"·  {name}" for name in one.products)))

    def _leaving(self, one: Question) -> str:
        return {
            "attribute": self.tr("None: leave it out"),
            "theme": self.tr("None of them"),
        }.get(one.kind, self.tr("Leave it out"))

    def _say_given(self, asked: AskedQuestion) -> None:
        self.given.setVisible(asked.is_answered)
        said = self.tr("Your answer: {answer}").format(answer=self._option(asked.answer or ""))
        self.given.setText(said if asked.answer else self.tr("You left it out."))

    def _option(self, text: str) -> str:
        if self._asked is None or self._asked.question.kind != "category-ids":
            return text
        names = {
            "global": self.tr("VTEX’s global categories"),
            "store": self.tr("Your store’s categories"),
        }
        return names.get(text, text)

    def _fill_options(self, asked: AskedQuestion) -> None:
        parts.empty(self._options)
        self.buttons = []
        for place, text in enumerate(asked.question.options):
            button = parts.button()
            button.setCheckable(True)
            button.setChecked(asked.is_answered and asked.answer == text)
            said = parts.shortened(self._option(text), 40)
            numbered = f"{place + 1}  {said}" if self.has_guess else said
            button.setText(numbered.replace("&", "&&"))
            button.setAccessibleName(self._option(text))
            button.setAccessibleDescription(self.title.text())
            button.clicked.connect(partial(self.choose, place))
            self._options.addWidget(button)
            button.show()
            self.buttons.append(button)
        self._place.setVisible(bool(self.buttons))
        self.guess.setVisible(bool(self.buttons))
        self.guess.setText(
            self.tr("Guesses, the likeliest first (keys 1 to %Ln)", "", len(self.buttons))
            if self.has_guess
            else self.tr("No accepted value resembles it. The list begins with these:")
        )

    def _fill_others(self, asked: AskedQuestion) -> None:
        self._others.setVisible(asked.question.kind != "category-ids")
        self.other.clear()
        self.other.addItems(asked.accepted)
        self.other.setCurrentIndex(-1)
        self.other.clearEditText()
        self.use.setEnabled(False)
        told = self._told_others(asked.question.kind, len(asked.accepted))
        line = self.other.lineEdit()
        if line is not None:
            line.setPlaceholderText(told)
            line.setAccessibleName(told)
        self.other.setAccessibleName(told)

    def _told_others(self, kind: str, count: int) -> str:
        """Return what else can be answered."""
        if not count:
            return self.tr("Or any other text")
        if kind == "attribute":
            return self.tr("Or one of the %Ln attribute(s) of your categories", "", count)
        if kind == "theme":
            return self.tr("Or one of the %Ln theme(s)", "", count)
        return self.tr("Or one of the %Ln accepted value(s)", "", count)
