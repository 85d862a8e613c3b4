"""For which categories an Amazon file is: asked on its card, answered by mouse and keys, changed at will."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk import Desk, make_pages
from fake_worker import FakeJobs, FakeTexts, kinds
from listo.core.skus.options import CategoryReading
from listo.core.worker.results import CoverageView, FileScope
from listo.ui import style
from listo.ui.spreadsheet.pages.coverage_question import CoverageLine, CoverageQuestion, UncoveredCard
from listo.ui.spreadsheet.pages.file_card import FileCardView
from listo.ui.spreadsheet.pages.option_choices import TradePolicyChoice
from user_actions import files_held, hover

SHIRTS, KURTAS = Path("/x/shirt-values.xlsm"), Path("/x/kurta-values.xlsm")
CATEGORIES = (100, 178, 187, 188, 201, 212, 267, 328, 784, 1604, 5322)
SHIRT = FileScope(SHIRTS, ("SHIRT",), (212,), {"told": (212,)}, (1604, 5322), None, is_doubtful=True)
KURTA = FileScope(KURTAS, ("KURTA", "SARI"), (None, None), is_doubtful=True)


def coverage(*scopes: FileScope) -> CoverageView:
    covered = {number for scope in scopes for number in scope.categories}
    return CoverageView(CATEGORIES, scopes, tuple(each for each in CATEGORIES if each not in covered))


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot, FakeJobs(kinds(2), coverage=coverage(SHIRT, KURTA)))


@pytest.fixture
def asked(desk: Desk) -> Desk:
    desk.open(SHIRTS.name, KURTAS.name)
    return desk


def question(desk: Desk, path: Path = SHIRTS) -> CoverageQuestion:
    shown = desk.tab.files.coverage.shown[path]
    assert isinstance(shown, CoverageQuestion)
    return shown


def line(desk: Desk, path: Path = SHIRTS) -> CoverageLine:
    shown = desk.tab.files.coverage.shown[path]
    assert isinstance(shown, CoverageLine)
    return shown


def words(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if not label.isHidden())
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def card_of(desk: Desk, path: Path) -> FileCardView:
    return next(view for view in desk.tab.files.findChildren(FileCardView) if view.card.path == path)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def has_keyboard(widget: QWidget) -> bool:
    return widget.window().focusWidget() is widget


def answers(desk: Desk) -> list[tuple[Path, Any]]:
    return [(each["file"], each["categories"]) for each in desk.client.asked("set_covers")]


def test_the_likely_ones_are_ticked_and_come_first(asked: Desk) -> None:
    view = question(asked)
    assert "This file is for Shirts & Tops. Which of your 11 categor(y/ies) is it for?" in words(view)
    assert "It is for 212 (Shirts & Tops) in any case" in words(view)
    assert [view.list.item(place).text() for place in range(3)] == [
        "1604 (Clothing)",
        "5322 (Activewear)",
        "100 (Backpacks)",
    ]
    assert view.list.count() == len(CATEGORIES) - 1  # what the name tells needs no answer
    assert view.ticked() == [1604, 5322]
    assert "KURTA and SARI" in words(question(asked, KURTAS))
    assert not question(asked, KURTAS).use.isEnabled()


def test_a_click_on_the_words_ticks_and_one_on_the_button_answers(asked: Desk) -> None:
    view = question(asked)
    first = view.list.visualItemRect(view.list.item(0))
    click(view.list.viewport(), first.center())
    assert view.ticked() == [5322]
    click(view.list.viewport(), QPoint(first.left() + 20, first.center().y()))
    assert view.ticked() == [1604, 5322]
    click(view.list.viewport(), first.center())
    click(view.use)
    asked.settle()
    assert answers(asked) == [(SHIRTS, ["5322"])]
    assert "For 5322 (Activewear)." in words(line(asked))


def test_keys_alone_answer_one_question_after_the_other(asked: Desk) -> None:
    asked.tab.files.focus_first()
    view = question(asked)
    assert has_keyboard(view.list)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    asked.settle()
    assert answers(asked) == [(SHIRTS, ["5322", "100"])]
    other = question(asked, KURTAS)
    assert has_keyboard(other.list)
    QTest.keyClick(other.list, Qt.Key.Key_Return)  # nothing is ticked: no answer
    QTest.keyClick(other.none, Qt.Key.Key_Space)
    asked.settle()
    assert answers(asked)[1:] == [(KURTAS, [])]
    assert has_keyboard(line(asked, KURTAS).change)


def test_all_and_none_are_answers_and_a_card_says_what_it_allows(asked: Desk) -> None:
    assert "Makes 3 more check(s) possible" in words(card_of(asked, SHIRTS))
    assert "3 more check(s), once you say what it is for" in words(card_of(asked, KURTAS))
    click(question(asked, KURTAS).none)
    asked.settle()
    assert "For none of your categories: nothing is checked" in words(card_of(asked, KURTAS))
    assert "more check(s)" not in words(card_of(asked, KURTAS))
    click(question(asked).all)
    asked.settle()
    assert answers(asked) == [(KURTAS, []), (SHIRTS, ["*"])]
    assert "For all of your 11 categor(y/ies)." in words(line(asked))


def test_an_answer_is_changed_or_left(asked: Desk) -> None:
    click(question(asked).use)
    asked.settle()
    click(line(asked).change)
    view = question(asked)
    assert (view.ticked(), has_keyboard(view.list)) == ([1604, 5322], True)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert has_keyboard(line(asked).change)
    click(line(asked).change)
    view = question(asked)
    assert view.ticked() == [1604, 5322]
    view.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    click(view.use)
    asked.settle()
    assert answers(asked)[1:] == [(SHIRTS, ["5322"])]


def test_what_was_answered_comes_first_when_it_is_changed(qtbot: Any) -> None:
    covered = {"told": (212,), "confirmed": (784, 5322)}
    said = replace(SHIRT, covered=covered, likely=(), said=frozenset({"784", "5322"}), is_doubtful=False)
    desk = Desk(qtbot, FakeJobs(kinds(2), coverage=coverage(said)))
    desk.open(SHIRTS.name)
    click(line(desk).change)
    listed = question(desk).list
    assert [listed.item(place).text().split()[0] for place in range(3)] == ["784", "5322", "100"]


def test_files_dropped_on_a_line_to_type_in_are_the_window_s(asked: Desk) -> None:
    make_pages(asked.tab)
    held = files_held([Path("/x/products.xlsx")])
    lines = [each for each in asked.tab.findChildren(QLineEdit) if each.acceptDrops()]
    assert question(asked).search in lines
    assert not [each.objectName() for each in lines if hover(each, held, QPoint(1, 1))]
    text = QMimeData()
    text.setText("shoes")
    assert hover(question(asked).search, text, QPoint(1, 1))


def test_an_answer_is_taken_back(asked: Desk) -> None:
    assert question(asked).take_back.isHidden()
    click(question(asked).use)
    asked.settle()
    click(line(asked).change)
    click(question(asked).take_back)
    asked.settle()
    assert answers(asked)[-1] == (SHIRTS, None)
    assert question(asked).ticked() == [1604, 5322]
    assert question(asked).cancel.isHidden()


def test_the_end_of_the_problems_says_what_was_not_checked(qtbot: Any) -> None:
    desk = Desk(qtbot, FakeJobs([], coverage=coverage(SHIRT)))
    desk.open(SHIRTS.name)
    desk.tab.go_to("problems")
    ending = desk.tab.problems.ending
    assert "10 categor(y/ies) not checked for attributes and values" in words(ending)
    assert not ending.add_missing.isHidden()


def test_a_question_that_is_open_cannot_be_left_unanswered_by_cancel(asked: Desk) -> None:
    assert question(asked).cancel.isHidden()
    QTest.keyClick(question(asked).list, Qt.Key.Key_Escape)
    assert question(asked).isVisible()


def test_a_search_narrows_many_and_hides_no_tick(asked: Desk) -> None:
    view = question(asked)
    view.search.setFocus()
    QTest.keyClicks(view.search, "shoes")
    shown = [view.list.item(row) for row in range(view.list.count()) if not view.list.item(row).isHidden()]
    assert [item.text() for item in shown] == ["187 (Shoes)"]
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    assert view.ticked() == [1604, 5322, 187]
    view.search.clear()
    assert not any(view.list.item(row).isHidden() for row in range(view.list.count()))


def test_what_is_ticked_stays_while_other_files_come(asked: Desk) -> None:
    question(asked).list.item(2).setCheckState(Qt.CheckState.Checked)
    before = question(asked)
    asked.open("notes.pdf")
    assert question(asked) is not before
    assert question(asked).ticked() == [1604, 5322, 100]


def test_the_names_are_those_of_the_language_and_of_the_store(asked: Desk) -> None:
    asked.tab.files.set_texts(FakeTexts("pt"))
    assert question(asked).list.item(2).text() == "100 (Mochilas)"
    asked.jobs.coverage = replace(asked.jobs.coverage, names={100: "Malas do dia"})
    asked.open("notes.pdf")
    assert question(asked).list.item(2).text() == "100 (Malas do dia)"


def test_what_has_no_file_is_counted_unfolded_and_led_to_an_answer(asked: Desk) -> None:
    [card] = asked.tab.files.findChildren(UncoveredCard)
    assert "10 categor(y/ies) has/have no Amazon file" in words(card)
    assert "187 (Shoes)" not in words(card)
    click(card.unfold)
    assert "100 (Backpacks) · 178 (Sunglasses) · 187 (Shoes)" in words(card)
    click(question(asked).use)
    asked.settle()
    card = next(each for each in asked.tab.files.findChildren(UncoveredCard) if each.isVisible())
    assert "9 categor(y/ies)" in words(card)
    assert "187 (Shoes)" in words(card)  # it stays unfolded
    menu = card.say.menu()
    assert [action.text() for action in menu.actions()] == [SHIRTS.name, KURTAS.name]
    menu.actions()[0].trigger()
    assert question(asked).ticked() == [1604, 5322]


def test_of_a_single_file_one_button_leads_there(qtbot: Any) -> None:
    told = replace(SHIRT, likely=(), is_doubtful=False)
    desk = Desk(qtbot, FakeJobs(kinds(2), coverage=coverage(told)))
    desk.open(SHIRTS.name)
    assert "For 212 (Shirts & Tops)." in words(line(desk))
    [card] = desk.tab.files.findChildren(UncoveredCard)
    click(card.say)
    assert has_keyboard(question(desk).list)
    click(question(desk).cancel)
    assert has_keyboard(line(desk).change)


def test_where_every_category_has_a_file_no_card_says_anything(qtbot: Any) -> None:
    general = FileScope(SHIRTS, covered={"general": CATEGORIES})
    desk = Desk(qtbot, FakeJobs(kinds(2), coverage=coverage(general)))
    desk.open(SHIRTS.name)
    assert not desk.tab.files.findChildren(UncoveredCard)
    assert line(desk).change.isHidden()


# ---------------------------------------------------------------- what is sent, and what CategoryID holds


def test_choices_show_where_they_matter(qtbot: Any) -> None:
    desk = Desk(qtbot, FakeJobs(kinds(1)))
    desk.open()
    choices = desk.tab.files.choices
    shown = (choices.category_ids, choices.kits, choices.ean)
    assert all(each.isHidden() for each in shown)
    desk.jobs.kinds[0].code = "ean-missing"
    desk.jobs.has_kits = True
    desk.jobs.category_ids = CategoryReading("both", 24, 12)
    desk.open()
    assert all(each.isVisible() for each in shown)
    desk.jobs.category_ids = CategoryReading("global", 24)
    desk.open()
    assert choices.category_ids.isHidden()


def test_what_category_id_holds_is_said_with_its_numbers_and_the_other_choice(qtbot: Any) -> None:
    desk = Desk(qtbot, FakeJobs(kinds(1), category_ids=CategoryReading("store", 0, 24, 3)))
    desk.open()
    choice = desk.tab.files.choices.category_ids
    assert "By your exports, CategoryID holds the categories of your store." in words(choice)
    assert "whose store category alone is: 24; with both: 3" in words(choice)
    assert choice.choice.currentText() == "As the exports tell"
    choice.choice.setFocus()
    QTest.keyClick(choice.choice, Qt.Key.Key_Down)
    desk.settle()
    assert desk.client.asked("set_category_ids") == [{"ids": "global"}]
    assert choice.choice.currentText() == "VTEX’s global categories"
    assert "as you said" in words(choice)
    QTest.keyClick(choice.choice, Qt.Key.Key_Up)
    desk.settle()
    assert desk.client.asked("set_category_ids")[-1] == {"ids": None}


def test_kits_and_the_exemption_are_said_and_taken_back(qtbot: Any) -> None:
    desk = Desk(qtbot, FakeJobs(kinds(1), has_kits=True, ean="exempt"))
    desk.open()
    choices = desk.tab.files.choices
    QTest.keyClick(choices.kits.choice, Qt.Key.Key_End)
    desk.settle()
    assert desk.client.asked("set_kits") == [{"kits": "not-sent"}]
    assert "they will not reach Amazon" in words(choices.kits)
    assert "A missing EAN is no problem then." in words(choices.ean)
    QTest.keyClick(choices.ean.choice, Qt.Key.Key_Home)
    desk.settle()
    assert desk.client.asked("set_ean") == [{"ean": None}]


def test_kinds_of_product_with_a_name_come_before_those_that_only_amazon_names(qtbot: Any) -> None:
    kitchen = replace(KURTA, product_types=("KURTA", "SPOON", "SARI", "SHIRT"), kinds=(None, 3939, None, 212))
    desk = Desk(qtbot, FakeJobs(kinds(2), coverage=coverage(kitchen)))
    desk.open(KURTAS.name)
    assert "This file is for Spoons, Shirts & Tops, KURTA and 1 more" in words(question(desk, KURTAS))


def test_a_question_is_scrolled_to_where_it_is_when_all_is_laid_out(desk: Desk) -> None:
    desk.tab.resize(900, 552)
    desk.open(SHIRTS.name, KURTAS.name)
    desk.tab.files.coverage.ask(KURTAS)
    area, view = desk.tab.files._area.viewport(), question(desk, KURTAS)
    desk.qtbot.waitUntil(lambda: area.rect().contains(view.mapTo(area, view.rect().bottomLeft())))
    assert area.rect().contains(view.mapTo(area, view.rect().topLeft()))


def test_the_number_of_a_trade_policy_is_typed_within_the_frame_of_its_box(qtbot: Any, qapp: Any) -> None:
    style.apply(qapp, dark=False)
    question = TradePolicyChoice()
    qtbot.show(question)
    assert question.choice.rect().contains(question.choice.lineEdit().geometry())
