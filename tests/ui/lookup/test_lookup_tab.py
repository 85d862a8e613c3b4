"""*Understand an error* alone: what is typed or pasted, what is listed, what is answered."""

from __future__ import annotations

import gc
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QWidget,
)

from fake_stores import Explaining, FakeLookups, FakeState
from fake_worker import FakeClient
from listo.core.catalogue import entries
from listo.core.catalogue.entries import make_answer
from listo.core.catalogue.recognition import recognise
from listo.core.errors import InputError
from listo.core.texts import LANGUAGES, Texts
from listo.core.worker.results import MessageRows, SheetRow
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.lookup import LookupTab
from listo.ui.lookup.tab import LOADING

COR = (
    "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification "
    "in your VTEX catalog"
)
VALUE = (
    "Value (Azul) from the mapping spreadsheet is not an attribute/specification value supported by Amazon"
)
NOT_KNOWN = "the quick brown fox jumps over the lazy dog today"


def many() -> str:
    """Return twelve lines: seven SKUs lack Cor, two Tamanho; two times one value; one is not known."""
    names = ["Cor"] * 7 + ["Tamanho"] * 2
    lines = [f"SKU {1000 + n}: {COR.replace('Cor', name)}" for n, name in enumerate(names)]
    return "\n".join([*lines, VALUE, VALUE, NOT_KNOWN])


class Desk:
    """The tab and the hands of a person."""

    def __init__(self, qtbot, language="en") -> None:
        self.qtbot = qtbot
        self.jobs = Explaining()
        self.client = FakeClient(self.jobs)
        self.has_sheet = False
        self.state, self.lookups = FakeState(), FakeLookups()
        self.begin(language)

    def begin(self, language="en") -> None:
        has_sheet = lambda: self.has_sheet  # noqa: E731
        self.tab = LookupTab(Texts(language), self.client, self.state, self.lookups, has_sheet=has_sheet)
        self.tab.resize(1120, 690)
        self.qtbot.show(self.tab)

    def paste(self, text: str) -> None:
        self.tab.input.setPlainText(text)
        self.settle()

    def settle(self) -> None:
        tab = self.tab
        self.qtbot.waitUntil(lambda: not tab._later.isActive() and not tab.request.is_open())

    def titles(self) -> list[str]:
        return [self.tab.panel.list.item(row).text() for row in range(self.tab.panel.list.count())]

    def ids(self) -> list[str | None]:
        return [result.error_id for result in self.tab.panel.results()]

    def words(self) -> str:
        return "\n".join(label.text() for label in self.tab.answer.widget().findChildren(QLabel))


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    return Desk(qtbot)


# ---------------------------------------------------------------- one message


def test_results_follow_each_key_without_waiting(desk):
    for length in range(10, len(COR) + 1):
        desk.tab.input.setPlainText(COR[:length])
    assert desk.ids()[0] == "map-specification-not-in-catalog"
    assert desk.client.started == []
    assert "<b>Cor</b>" in desk.words()
    assert desk.tab.answer.offers[0].text() == "Check my spreadsheet for “Cor”"


def test_typing_on_leaves_what_is_shown_alone(desk):
    desk.paste(COR)
    page = desk.tab.answer.widget()
    desk.paste(COR + ".")
    assert desk.tab.answer.widget() is page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_answered_in_the_windows_language(qtbot, qapp, language):
    desk = Desk(qtbot, language)
    desk.paste(COR)
    assert desk.titles()[0] == entries.get_text("map-specification-not-in-catalog", language).title


def test_nothing_fits_is_said_and_nothing_opens_by_itself(desk):
    desk.paste("my lazy dog has no valid color of his own and no size")
    assert 0 < len(desk.ids()) <= 3
    assert "does not know" in desk.tab.panel.heading.text()
    assert desk.tab.panel.current() == -1
    assert desk.tab.card.currentIndex() == 0
    desk.tab.panel.choose(1)
    assert desk.tab.card.currentIndex() == 1


def test_where_one_alone_comes_nearest_it_is_said_of_one(desk):
    desk.paste("La casa del vecino tiene el número 18076 y un jardín")
    assert len(desk.ids()) == 1
    assert "This is the closest" in desk.tab.panel.heading.text()
    assert desk.tab._hint.text().startswith("If it says the same")


def test_what_the_words_alone_lead_to_is_told_as_a_guess(desk):
    guess = "Judging by the words, this is probably it:"
    desk.paste("my token has expired")
    assert desk.tab.answer.page.guess.isVisible()
    assert desk.words().startswith(guess)
    assert desk.tab.answer.as_text().startswith(f"{guess}\n")
    for sure in (COR, "8541"):
        desk.paste(sure)
        assert not desk.tab.answer.page.guess.isVisible()
        assert guess not in desk.words() + desk.tab.answer.as_text()


def test_a_name_that_a_message_gave_too_is_no_guess(desk):
    words = "meu token venceu"
    message = entries.get_entry("token-expired-or-no-permission").messages["en"][0]
    desk.paste("\n".join([words] * 4))
    assert desk.tab.answer.page.guess.isVisible()
    desk.paste("\n".join([words] * 4 + [message]))
    assert desk.ids() == ["token-expired-or-no-permission"]
    assert not desk.tab.answer.page.guess.isVisible()


def test_words_that_resemble_nothing_leave_the_areas_in_sight(desk):
    desk.paste("zzzz qqqq")
    assert desk.tab.pages.currentIndex() == 0
    assert "does not know" in desk.tab._says.text()


def test_clearing_the_field_brings_the_areas_back(desk):
    desk.paste(COR)
    desk.paste("")
    assert desk.tab.pages.currentIndex() == 0


# ---------------------------------------------------------------- the person's own rows


@pytest.fixture
def spoken(desk):
    """Speak English with its plurals, as the window does."""
    return WindowLanguage("en", desk.tab)


ROW = SheetRow(17, ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue"), {}, ())


def own_words(desk) -> str:
    desk.qtbot.waitUntil(lambda: desk.tab.answer.own is not None)
    return desk.tab.answer.own.words.text()


def test_the_answer_has_the_rows_of_the_open_sheet_and_names_the_missing_file(desk, spoken):
    desk.has_sheet = True
    desk.jobs.rows = MessageRows(
        "Cor", "VTEXSpecification", ("Cor",), 9, 0, (ROW,), ("vtex-specifications", "column-field-name")
    )
    desk.paste(COR)
    assert own_words(desk).startswith("9 rows say “Cor”. That is only where the name is.")
    assert "VTEX’s export of specifications" in own_words(desk)
    assert desk.client.asked("message_rows")[0]["captured"] == {"specification": "Cor"}
    said = [label.text() for label in desk.tab.answer.own.findChildren(QLabel)]
    assert said[-6:] == ["17", "212", "Cor", "Color", "Azul", "Blue"]
    assert desk.tab.answer.offers[0].text() == "Find “Cor” in my sheet"
    QApplication.sendPostedEvents()
    stops = [words for kind, words, *_ in said_by(desk.tab.answer) if kind == "QPushButton"]
    assert stops.index("Copy the answer") < stops.index("Show all 9 rows") < stops.index("Add the file…")
    asked = []
    desk.tab.fileRequested.connect(lambda: asked.append("file"))
    desk.tab.checkRequested.connect(lambda _codes, captured: asked.append(captured))
    desk.tab.answer.own.add.click()
    desk.tab.answer.own.more.click()
    assert asked == ["file", {"specification": "Cor"}]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (MessageRows("Cor", "VTEXSpecification", ("Cor",), 1, 1, (ROW,)), "finds something wrong there"),
        (MessageRows("Cor", "VTEXSpecification", ("Cor",), 2, 1, (ROW,)), "wrong in one of them"),
        (MessageRows("Cor", "VTEXSpecification", ("Cor",), 2, 0, (ROW,)), "find nothing wrong"),
        (MessageRows("Cor", "", (), 0, 0, ()), "No row says “Cor”."),
        (MessageRows("", "", (), 0, 0, (), ("amazon-values",)), "Not everything could be checked"),
        (MessageRows("", "", (), 3, 3, (ROW,)), "3 rows can cause this error."),
    ],
)
def test_it_says_what_is_known_of_the_rows(desk, spoken, rows, said):
    desk.has_sheet = True
    desk.jobs.rows = rows
    desk.paste(COR)
    assert said in own_words(desk)


def test_rows_of_another_answer_are_not_shown(desk):
    desk.has_sheet = True
    desk.jobs.rows = MessageRows("Cor", "VTEXSpecification", ("Cor",), 1, 1, (ROW,))
    desk.paste(COR)
    own_words(desk)
    desk.tab.show_error("order-amount-divergence")
    assert desk.tab.answer.own is None


def test_without_a_sheet_nothing_is_asked(desk):
    desk.paste(COR)
    assert desk.client.asked("message_rows") == []
    assert desk.tab.answer.own is None


# ---------------------------------------------------------------- one answer, and where to begin


def test_what_to_do_comes_before_why(desk):
    desk.paste(COR)
    headings = [word for word in desk.words().split("\n") if word in ("How to fix it", "Why it happens")]
    assert headings == ["How to fix it", "Why it happens"]
    copied = desk.tab.answer.as_text()
    assert copied.index("How to fix it") < copied.index("Why it happens")


def test_no_list_stands_beside_a_single_answer(desk):
    desk.paste(COR)
    assert desk.tab.panel.isHidden()
    QTest.keyClick(desk.tab.input, Qt.Key.Key_Down)
    assert desk.tab.focusWidget() is desk.tab.answer.offers[0]
    desk.paste(f"{COR}\n{VALUE}")
    assert not desk.tab.panel.isHidden()


def test_the_start_page_has_recent_lists_common_errors_and_areas(desk, spoken):
    desk.paste(many())
    desk.tab.leave()
    tiles = desk.tab.start.findChildren(QPushButton)
    names = [tile.accessibleName() for tile in tiles]
    assert "12 messages · 2 different errors" in next(name for name in names if name.startswith("SKU 1000"))
    recent = next(tile for tile in tiles if tile.accessibleName().startswith("SKU 1000"))
    common = next(tile for tile in tiles if tile.accessibleName().startswith("The EAN was not sent"))
    common.click()
    assert desk.ids() == ["missing-standard-product-id"]
    desk.tab.leave()
    recent.click()
    desk.settle()
    assert len(desk.tab.panel.results()) == 3


# ---------------------------------------------------------------- many messages


def test_many_lines_go_to_the_worker_and_come_back_grouped(desk):
    desk.paste(many())
    assert len(desk.client.asked("explain_text")) == 1
    first, second, unknown = desk.tab.panel.results()
    assert (first.error_id, first.count, first.skus) == ("map-specification-not-in-catalog", 9, 9)
    assert (second.error_id, second.count, second.skus) == ("map-value-not-accepted", 2, 0)
    assert (unknown.error_id, unknown.unknown) == (None, ((NOT_KNOWN, 1),))
    assert "12" in desk.tab.panel.heading.text()


def test_a_few_lines_are_explained_at_once(desk):
    desk.tab.input.setPlainText(f"{COR}\n{VALUE}")
    assert desk.ids() == ["map-specification-not-in-catalog", "map-value-not-accepted"]
    assert desk.client.started == []


def test_a_group_offers_its_names_and_the_answer_is_filled_with_the_chosen_one(desk):
    desk.paste(many())
    buttons = desk.tab.names._group.buttons()
    assert [button.text().split() for button in buttons] == [["Cor", "7"], ["Tamanho", "2"]]
    assert "<b>Cor</b>" in desk.words()
    buttons[1].click()
    assert "<b>Tamanho</b>" in desk.words()
    asked = []
    desk.tab.checkRequested.connect(lambda codes, captured: asked.append((codes, captured)))
    desk.tab.answer.offers[0].click()
    assert asked == [
        (
            entries.get_entry("map-specification-not-in-catalog").checks,
            {"specification": "Tamanho"},
        )
    ]


def test_rare_names_are_shown_on_demand(desk):
    lines = [COR.replace("Cor", f"Campo {letter}") for letter in "ABCDEFGHIJKL"]
    desk.paste("\n".join(lines))
    assert len(desk.tab.names._group.buttons()) == 8
    desk.tab.names._on_more()
    assert len(desk.tab.names._group.buttons()) == 12
    second = desk.tab.names._group.button(1)
    desk.qtbot.waitUntil(second.isVisible)
    second.setFocus()
    second.click()
    assert "<b>Campo B</b>" in desk.words()
    assert second.hasFocus()
    spoken = WindowLanguage("en", desk.tab)
    spoken.changed.connect(desk.tab.set_texts)
    spoken.set_language("pt")
    assert len(desk.tab.names._group.buttons()) == 12
    assert desk.tab.names._group.checkedId() == 1
    spoken.set_language("en")
    desk.paste("\n".join(lines[:9]))
    assert len(desk.tab.names._group.buttons()) == 8


def shown_in(bar: QWidget) -> list[QPushButton]:
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def test_the_tab_key_comes_to_the_names_before_the_answer(desk):
    desk.paste("\n".join(COR.replace("Cor", f"Campo {letter}") for letter in "ABCDEFGHIJKL"))
    desk.qtbot.waitUntil(lambda: len(shown_in(desk.tab.names)) == 9)
    first, *_, more = shown_in(desk.tab.names)
    desk.tab.panel.list.setFocus()
    for one in (first, more, desk.tab.answer):  # from one name to the other lead the arrows
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert one.hasFocus()
    more.click()
    desk.qtbot.waitUntil(lambda: len(shown_in(desk.tab.names)) == 12)
    ninth = shown_in(desk.tab.names)[8]
    assert ninth.hasFocus()
    QTest.keyClick(ninth, Qt.Key.Key_Tab)
    assert desk.tab.answer.hasFocus()


def test_what_is_not_known_can_be_read(desk):
    desk.paste(many())
    desk.tab.panel.choose(2)
    assert desk.tab.card.currentIndex() == 2
    assert desk.tab.unknown._list.toPlainText() == NOT_KNOWN


def test_only_the_last_question_counts(desk):
    desk.client.held.add("explain_text")
    desk.tab.input.setPlainText(many())
    desk.qtbot.waitUntil(lambda: desk.tab.request.is_open())
    asked = desk.client.tasks[-1]
    desk.tab.input.setPlainText(VALUE)
    assert asked.was_cancelled
    asked.succeeded.emit(())
    assert desk.ids()[0] == "map-value-not-accepted"


def test_a_list_is_kept_and_goes_on_as_one(desk):
    desk.paste(many())
    desk.paste(many() + "\n" + VALUE)
    (kept,) = desk.lookups.kept
    assert (kept.messages, kept.kinds, kept.text) == (13, 2, many() + "\n" + VALUE)
    desk.paste(COR)
    assert len(desk.lookups.kept) == 1


def test_a_disk_that_refuses_loses_no_answer(desk):
    desk.lookups.error = InputError("file-not-writable", file="listo.sqlite3")
    desk.paste(many())
    assert len(desk.ids()) == 3
    assert "listo.sqlite3" in desk.tab._says.text()


# ---------------------------------------------------------------- files


def test_files_are_named_over_their_list_and_the_field_is_empty(desk):
    desk.paste(COR)
    file = Path("/x") / f"{VALUE.replace('/', ' ')}.csv"
    desk.tab.open_files([file])
    desk.settle()
    assert desk.tab.input.toPlainText() == ""
    assert file.name in desk.tab.panel.heading.text()
    assert desk.ids() == ["map-value-not-accepted"]
    assert desk.lookups.kept[0].files == (file,)


def test_a_file_that_is_gone_is_said(desk):
    desk.tab.open_files([Path("/x/missing.csv")])
    desk.settle()
    assert "missing.csv" in desk.tab._says.text()


def test_a_file_can_be_chosen(desk):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    desk.tab.start.filesRequested.emit()
    dialog = desk.tab.findChild(QFileDialog)
    dialog.filesSelected.emit([f"/x/{COR}.txt"])
    dialog.close()
    desk.settle()
    assert desk.ids() == ["map-specification-not-in-catalog"]


# ---------------------------------------------------------------- areas


def test_an_area_lists_its_errors_under_its_name(desk):
    desk.tab.start.areaChosen.emit("orders")
    expected = [entry.id for entry in entries.all_entries() if entry.area == "orders"]
    assert desk.ids() == expected
    assert desk.tab.panel.heading.text().startswith("Orders")
    assert desk.tab.panel.current() == -1
    desk.tab.panel.back.click()
    assert desk.tab.pages.currentIndex() == 0


@pytest.mark.slow
def test_every_error_can_be_answered_and_copied(desk):
    for entry in entries.all_entries():
        desk.tab.show_error(entry.id)
        copied = desk.tab.answer.as_text()
        answer = make_answer(entry, {}, "en")
        assert answer.title in copied
        assert "**" not in copied
        for part in (answer.meaning, answer.afterwards, answer.note, *answer.causes):
            assert part in copied
        if answer.example:
            assert all("\t".join(row) in copied for row in answer.example.rows)


@pytest.mark.parametrize("width", [240, 420])
def test_the_lines_of_the_list_follow_each_other_at_any_width(desk, width):
    desk.paste("8541 or 8560")
    listed = desk.tab.panel.list
    between = desk.tab.findChild(QSplitter)

    def lines() -> list[QRect]:
        return [listed.visualItemRect(listed.item(row)) for row in range(listed.count())]

    before = [line.height() for line in lines()]
    between.setSizes([width, between.width() - width])
    assert [line.height() for line in lines()] != before
    assert all(line.bottom() + 1 == below.top() for line, below in pairwise(lines()))


def test_an_error_that_looks_alike_joins_the_list(desk):
    entry = next(entry for entry in entries.all_entries() if entry.related)
    desk.tab.show_error(entry.id)
    desk.tab.answer.errorRequested.emit(entry.related[0])
    assert desk.ids() == [entry.id, entry.related[0]]
    assert desk.tab.panel.current() == 1
    desk.tab.answer.errorRequested.emit(entry.id)
    assert desk.ids() == [entry.id, entry.related[0]]


# ---------------------------------------------------------------- the answer


def test_steps_stay_ticked_by_error_and_name_over_a_restart(desk):
    desk.paste(COR)
    desk.tab.answer.checklist.boxes[0].click()
    desk.tab.answer.checklist.boxes[2].click()
    desk.tab.answer.checklist.boxes[2].click()
    desk.paste(VALUE)
    assert desk.tab.answer.checklist.ticked() == ()
    desk.paste(COR.replace("Cor", "Tamanho"))
    assert desk.tab.answer.checklist.ticked() == ()
    desk.begin()
    desk.paste(COR)
    assert desk.tab.answer.checklist.ticked() == (0,)
    desk.tab.answer.checklist.clear.click()
    assert desk.tab.answer.checklist.ticked() == ()
    desk.begin()
    desk.paste(COR)
    assert desk.tab.answer.checklist.ticked() == ()


def test_the_answer_is_copied_whole(desk):
    desk.paste(COR)
    desk.tab.answer.offers[-1].click()
    copied = QGuiApplication.clipboard().text()
    assert copied == desk.tab.answer.as_text()
    assert "Cor" in copied
    assert desk.tab.answer.offers[-1].text() == "Copied"
    desk.tab.answer._name_copy()


def said_by(view) -> list[tuple[str, str, str, str]]:
    """Return what is seen of an answer from top to bottom, then what the Tab key stops at."""
    page = view.widget()
    seen = [
        one for one in (*page.findChildren(QLabel), *page.findChildren(QAbstractButton)) if one.isVisible()
    ]
    seen.sort(key=lambda one: one.mapTo(page, QPoint()).toTuple()[::-1])
    stops, one = [], view.nextInFocusChain()
    while one is not view:
        if page.isAncestorOf(one) and one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(one)
        one = one.nextInFocusChain()
    return [(type(one).__name__, one.text(), one.accessibleName(), one.toolTip()) for one in [*seen, *stops]]


def test_an_answer_is_the_same_whatever_was_answered_before(desk, qtbot):
    several = entries.all_entries()[::23]
    for one in (*several, *reversed(several)):
        desk.tab.show_error(one.id)
        fresh = LookupTab(Texts("en"), desk.client, desk.state, FakeLookups())
        fresh.resize(desk.tab.size())
        fresh.show()
        fresh.show_error(one.id)
        views = desk.tab.answer, fresh.answer
        qtbot.waitUntil(lambda views=views: said_by(views[0]) == said_by(views[1]))
        qtbot.waitUntil(lambda views=views: views[0].widget().size() == views[1].widget().size())
        fresh.deleteLater()


def test_what_is_typed_is_seen_before_what_it_leads_to(desk):
    class Painted(QObject):
        def eventFilter(self, _one: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                seen.append((desk.tab.input.toPlainText(), desk.tab.pages.currentIndex()))
            return False

    seen: list[tuple[str, int]] = []
    painted = Painted()
    desk.tab.input.viewport().installEventFilter(painted)
    desk.tab.input.setPlainText("8541")
    assert seen == [("8541", 0)]
    assert desk.tab.pages.currentIndex() == 1


class FirstPicture(QObject):
    """Where the parts of an answer lay when the next one was first painted."""

    def __init__(self, view) -> None:
        self.view, self.page, self.places = view, view.widget(), []
        super().__init__(self.page)
        self.before = view.as_text()
        self.page.installEventFilter(self)

    def now(self) -> list[QRect]:
        return [one.geometry() for one in self.page.findChildren(QWidget) if one.isVisible()]

    def eventFilter(self, one: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_next = event.type() == QEvent.Type.Paint and self.view.as_text() != self.before
        if is_next and not self.places:
            self.places = self.now()
        return False


def test_another_answer_is_painted_when_all_has_its_place(desk):
    desk.paste(COR)
    for text in ("my token has expired", VALUE, "8541", COR):
        picture = FirstPicture(desk.tab.answer)
        desk.paste(text)
        desk.qtbot.waitUntil(lambda picture=picture: bool(picture.places))
        for _ in range(9):  # each lays out what the last one left
            QApplication.sendPostedEvents()
        assert picture.places == picture.now(), text


def test_an_answer_is_told_with_what_told_the_one_before(desk):
    desk.paste(COR)
    desk.paste(VALUE)
    made = desk.tab.answer.widget().findChildren(QWidget)
    desk.paste(COR)
    assert desk.tab.answer.widget().findChildren(QWidget) == made


def test_the_keyboard_stays_in_the_answer_when_another_one_comes(desk):
    desk.paste(COR)
    page = desk.tab.answer.widget()
    other = page.findChildren(QPushButton)[-1]
    other.setFocus()
    other.click()
    assert desk.tab.answer.hasFocus()
    desk.tab.answer.checklist.boxes[0].setFocus()
    desk.tab.page.choice.setCurrentIndex(3)
    assert desk.tab.answer.checklist.boxes[0].hasFocus()


def test_a_sheet_is_offered_only_where_one_is_sent_or_open(desk):
    desk.paste("8541")  # its settings can be looked at too
    desk.tab.page.choice.setCurrentIndex(desk.tab.page.choice.findData("amazon-listing"))
    page = desk.tab.answer.page
    assert desk.tab.answer.offers[0] is not page.check
    assert page.check.isHidden()
    desk.tab.hide()
    desk.has_sheet = True
    desk.tab.show()
    own_words(desk)
    assert desk.tab.answer.offers[0] is page.check
    assert page.check.isVisible()
    desk.has_sheet = False
    desk.paste(COR)
    assert page.check.isHidden()
    desk.tab.page.choice.setCurrentIndex(0)
    assert page.check.isVisible()
    assert page.check.text() == "Check my spreadsheet for “Cor”"


def test_another_answer_is_shown_from_its_beginning(desk):
    desk.paste(COR)
    bars = desk.tab.answer.verticalScrollBar(), desk.tab.answer.horizontalScrollBar()
    for bar in bars:
        bar.setRange(0, 100)  # as with a long answer, and an example that is wider than a narrow window
        bar.setValue(60)
    desk.paste(VALUE)
    assert [bar.value() for bar in bars] == [0, 0]


def test_links_take_the_colour_of_a_window_that_turns_dark(desk, qapp):
    desk.paste(COR)
    link = next(one for one in desk.tab.answer.widget().findChildren(QLabel) if "href" in one.text())
    for dark in (True, False):
        style.apply(qapp, dark=dark)
        picture = link.grab().toImage()
        colours = {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert style.colours(dark)["accent"] in colours


def test_a_setting_can_be_looked_at(desk):
    entry = next(entry for entry in entries.all_entries() if entry.settings)
    asked = []
    desk.tab.settingsRequested.connect(asked.append)
    desk.tab.show_error(entry.id)
    next(one for one in desk.tab.answer.offers if "settings" in one.text()).click()
    assert asked == [entry.settings[0]]


def test_no_link_opens_by_itself(desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for entry in entries.all_entries()[::9]:
        desk.tab.show_error(entry.id)
    links = [label for label in desk.tab.answer.widget().findChildren(QLabel) if "href" in label.text()]
    assert all(link.focusPolicy() & Qt.FocusPolicy.TabFocus for link in links)
    assert opened == []


# ---------------------------------------------------------------- keyboard and screen reader


@pytest.mark.parametrize("back", [False, True])
def test_a_link_is_come_to_and_left_by_one_key(desk, back):
    desk.paste(COR)
    links = [link for link in desk.tab.answer.page.links.lines if not link.isHidden()]
    if back:
        links.reverse()
    desk.tab.answer.checklist.boxes[-1].setFocus()
    if back:
        desk.tab.answer.page.others.lines[0].setFocus()
    for link in links:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        assert link.hasFocus()
        assert link.text().endswith(f">{link.selectedText()}</a> ↗")  # Enter opens what is selected
    assert len(links) > 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_field_to_the_list(desk, key):
    desk.tab.input.setFocus()
    desk.paste("expired token")
    assert len(desk.ids()) > 1
    QTest.keyClick(desk.tab.input, key)
    assert desk.tab.panel.list.hasFocus()


def test_the_first_of_those_that_come_nearest_opens_with_enter(desk):
    desk.paste("my lazy dog has no valid color of his own and no size")
    desk.tab.panel.take_focus()
    assert desk.tab.panel.current() == -1
    QTest.keyClick(desk.tab.panel.list, Qt.Key.Key_Space)
    assert desk.tab.panel.current() == 0


def test_alt_and_a_number_chooses(desk):
    desk.paste(many())
    QTest.keyClick(desk.tab.input, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.panel.current() == 1


def test_escape_clears_the_field_and_find_selects_it(desk):
    desk.paste(COR)
    desk.tab.answer.focus_first()
    QTest.keyClick(desk.tab.answer.offers[0], Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.input.textCursor().selectedText() == COR
    QTest.keyClick(desk.tab.input, Qt.Key.Key_Escape)
    assert desk.tab.input.toPlainText() == ""
    assert desk.tab.pages.currentIndex() == 0


def test_a_screen_reader_hears_counts_and_severity(desk):
    desk.paste(many())
    said = desk.tab.panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "9" in said
    assert "Stops the product" in said
    box = QAccessible.queryAccessibleInterface(desk.tab.answer.checklist.boxes[0])
    assert box.text(QAccessible.Text.Name).startswith("1. ")


# ---------------------------------------------------------------- language


def test_the_choice_stays_when_the_language_changes(desk, qapp):
    desk.paste(many())
    desk.tab.panel.choose(0)
    desk.tab.names._group.buttons()[1].click()
    spoken = WindowLanguage("en", desk.tab)
    spoken.changed.connect(desk.tab.set_texts)
    spoken.set_language("pt")
    assert desk.tab.panel.current() == 0
    assert "<b>Tamanho</b>" in desk.words()
    assert desk.titles()[0] == entries.get_text("map-specification-not-in-catalog", "pt").title
    assert len(desk.client.asked("explain_text")) == 1
    spoken.set_language("en")
    assert desk.titles()[0] == entries.get_text("map-specification-not-in-catalog", "en").title


def test_many_that_are_read_stay_in_sight_when_the_language_changes(desk, qapp):
    spoken = WindowLanguage("en", desk.tab)
    spoken.changed.connect(desk.tab.set_texts)
    desk.tab.input.setPlainText(many())
    spoken.set_language("pt")
    assert desk.tab.pages.currentIndex() == 1
    assert desk.tab._says.text() == "Lendo…"
    assert desk.tab.panel.heading.text() == ""  # it is said once
    desk.settle()
    assert desk.tab._says.text() == ""
    assert desk.titles()[0] == entries.get_text("map-specification-not-in-catalog", "pt").title
    spoken.set_language("en")


def test_an_error_that_joined_the_list_stays_when_the_language_changes(desk, qapp):
    desk.paste(COR)
    similar = entries.get_entry("map-specification-not-in-catalog").related
    for error_id in similar[:2]:
        desk.tab.answer.errorRequested.emit(error_id)
    listed = desk.ids()
    spoken = WindowLanguage("en", desk.tab)
    spoken.changed.connect(desk.tab.set_texts)
    spoken.set_language("pt")
    assert desk.ids() == listed
    assert desk.tab.panel.current() == 2
    assert entries.get_text(similar[1], "pt").title in desk.words()
    spoken.set_language("en")
    desk.tab.input.clear()
    spoken.set_language("pt")
    assert desk.tab.pages.currentIndex() == 0
    spoken.set_language("en")


# ---------------------------------------------------------------- the page that the Admin has


def test_the_page_is_said_once_and_answers_follow(desk):
    desk.paste(COR)
    assert "mapping sheet" in desk.words()
    desk.tab.page.choice.setCurrentIndex(3)
    assert "Save and send" in desk.words()
    assert "Upload mapping template" not in desk.words()
    desk.begin("pt")
    assert desk.tab.page.choice.currentIndex() == 3
    desk.paste(COR)
    assert "Publicação de produtos" in desk.words()
    assert "Upload de mapeamento" not in desk.words()


def test_what_was_loaded_stops_no_key_to_be_gone_through_for_cycles(desk):
    desk.qtbot.waitUntil(lambda: recognise.cache_info().currsize >= len(LOADING))
    first = entries.all_entries()[0]
    desk.qtbot.waitUntil(lambda: all(one is not first for one in gc.get_objects()))
