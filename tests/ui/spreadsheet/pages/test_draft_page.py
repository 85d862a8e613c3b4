"""A draft in the window: begun from exports, asked by mouse and keys, looked through, and gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

import builders_amazon as build
from desk import Desk
from drafting_stores import Store as MadeStore
from drafting_stores import make_store
from fake_worker import RealClient
from job_examples import QUESTION, exports, prepare
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages import draft_page
from listo.ui.spreadsheet.pages.coverage_question import CoverageQuestion
from listo.ui.spreadsheet.pages.draft_page import DraftPage
from sku_files import write_mapping

NAMES = ("amazon", "products", "skus", "product_fields")


@pytest.fixture(scope="module")
def store() -> MadeStore:
    return make_store(10, products=12)


@pytest.fixture(scope="module")
def files(store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder: Path = tmp_path_factory.mktemp("store")
    paths = [folder / f"{name}.xlsx" for name in NAMES]
    for name, path in zip(NAMES, paths, strict=True):
        build.save(getattr(store, name), path)
    return paths


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def desk(qtbot: Any, jobs: Jobs) -> Desk:
    return Desk(qtbot, RealClient(jobs))


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def page_of(desk: Desk) -> DraftPage:
    return desk.tab.pages.draft


def open_files(desk: Desk, files: list[Path]) -> None:
    desk.tab.open_files(files)
    desk.settle()


def begin(desk: Desk, files: list[Path], target: Path) -> DraftPage:
    """Drop the exports, say for which categories the Amazon file is, and have the draft written."""
    open_files(desk, files)
    click(desk.tab.files.draft.begin)
    desk.settle()
    page = page_of(desk)
    question = page.findChild(CoverageQuestion)
    assert desk.tab.pages.is_drafting
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draft_page, "ask_where", lambda *given: given[-1](target))
        click(question.all)
        desk.settle()
    desk.settle()
    return page


@pytest.fixture
def drafted(desk: Desk, files: list[Path], tmp_path: Path) -> Desk:
    begin(desk, files, tmp_path / "draft.xlsx")
    return desk


def test_with_a_blank_template_a_draft_is_offered_as_without_any(desk, files, tmp_path):
    blank = tmp_path / "blank.xlsx"
    write_mapping(blank, ())
    begin(desk, [blank, *files], tmp_path / "draft.xlsx")
    overview = desk.tab.overview
    assert overview.mapping == tmp_path / "draft.xlsx"
    assert overview.rows > 0
    assert blank not in [card.path for card in overview.files]


def test_exports_without_a_mapping_offer_a_draft(desk, files):
    card = desk.tab.files.draft
    assert not card.isVisible()
    open_files(desk, files[1:])
    assert card.isVisible()
    assert not card.begin.isEnabled()
    assert "Also needed: an Amazon category template" in words(card)
    open_files(desk, files[:1])
    assert card.begin.isEnabled()
    assert "No mapping yet?" in words(card)


def test_coverage_is_asked_first_then_the_draft_asks(drafted, tmp_path):
    page, overview = page_of(drafted), drafted.tab.overview
    assert overview.mapping == tmp_path / "draft.xlsx"
    assert page.isVisible()
    assert drafted.tab.strip.isVisible()
    first = page.view.questions[0]
    assert page.card.shown == first.id
    shown = words(page.card)
    assert first.value in shown
    assert all(name in shown for name in first.products)
    assert len(first.products) == 3
    assert [button.accessibleName() for button in page.card.buttons] == list(first.options)
    assert page.card.has_guess
    assert f"{len(first.options)})" in page.card.guess.text()  # the keys that there are, and no more


def test_answers_by_mouse_and_keys_move_the_strip(drafted):
    page = page_of(drafted)
    before = drafted.tab.overview.skus.states.ready
    first = page.view.questions[0].id
    click(page.card.buttons[0])
    drafted.settle()
    assert page.view.answered == (first,)
    assert first not in [one.id for one in page.view.questions]
    assert page.card.buttons[0].hasFocus()
    for _ in range(9):
        if not page.card.isVisible():
            break
        if page.card.has_guess:
            QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
        else:
            click(page.card.buttons[0])
        drafted.settle()
    assert drafted.tab.overview.skus.states.ready > before
    assert page.ending.isVisible()
    assert not page.card.isVisible()


def test_an_answer_can_be_undone_and_is_asked_again(drafted):
    page = page_of(drafted)
    first, second = (one.id for one in page.view.questions[:2])
    page.card.choose(0)
    drafted.settle()
    assert page.card.shown == second
    QTest.keyClick(page.card.buttons[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    drafted.settle()
    assert page.card.shown == first
    assert page.view.answered == ()
    assert not page.undo.isEnabled()


def test_later_back_and_on(drafted):
    page = page_of(drafted)
    first, second = (one.id for one in page.view.questions[:2])
    click(page.card.skip)
    drafted.settle()
    assert (page.card.shown, page.view.questions[-1].id) == (second, first)
    page.card.choose(1)
    drafted.settle()
    click(page.card.back)
    drafted.settle()
    assert page.card.shown == second
    assert page.card.buttons[1].isChecked()
    assert page.card.buttons[1].accessibleName() in page.card.given.text()
    click(page.card.go_on)
    drafted.settle()
    assert page.card.shown != second
    assert not page.card.given.isVisible()


def test_another_accepted_value_and_one_that_is_not(drafted):
    page = page_of(drafted)
    one = page.view.questions[0]
    page.card.other.setEditText("surely not this")
    click(page.card.use)
    drafted.settle()
    assert "surely not this" in drafted.tab.banner.text()
    assert page.card.shown == one.id
    offered = [page.card.other.itemText(place) for place in range(page.card.other.count())]
    other = next(text for text in offered if text not in one.options)
    page.card.other.setEditText(other)
    click(page.card.use)
    drafted.settle()
    assert one.id in page.view.answered
    page.go_back()
    drafted.settle()
    assert other in page.card.given.text()


def test_what_is_left_out_has_no_rows(drafted):
    page = page_of(drafted)
    page.turn_to(next(one.id for one in page.view.questions if one.kind == "value"))
    drafted.settle()
    rows = drafted.tab.overview.rows
    click(page.card.leave)
    drafted.settle()
    assert drafted.tab.overview.rows < rows


def test_groups_are_looked_through_and_changed(drafted):
    page = page_of(drafted)
    group = page.view.look[0]
    button = page.look.next_open()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    drafted.settle()
    assert page.view.look[0].is_done
    assert page.look.next_open().hasFocus()
    QTest.keyClick(page.look.next_open(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    drafted.settle()
    assert sum(each.is_done for each in page.view.look) == 2
    click(page.look.buttons[group.key])
    drafted.settle()
    assert not page.view.look[0].is_done
    value, sent = group.pairs[0]
    page.look.questionWanted.emit(f"value/{group.field}/{group.attribute}/{value}")
    drafted.settle()
    assert value in page.card.title.text()
    assert sent in [each.accessibleName() for each in page.card.buttons]


def test_after_the_last_group_the_keyboard_is_at_the_way_on(drafted):
    page = page_of(drafted)
    while page.view.questions:
        click(page.card.buttons[0])
        drafted.settle()
    while (button := page.look.next_open()) is not None:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        drafted.settle()
    assert page.go_on.hasFocus()
    assert not page.go_on.visibleRegion().isEmpty()


def test_the_keyboard_goes_to_the_draft_where_there_is_no_mapping_to_go_on_with(desk, files):
    open_files(desk, files[1:])
    assert desk.tab.files.zone.choose.hasFocus()
    open_files(desk, files)
    assert desk.tab.files.draft.begin.hasFocus()
    desk.tab.focus_first()
    assert desk.tab.files.draft.begin.hasFocus()


def test_the_same_path_follows_and_leads_back(drafted):
    page = page_of(drafted)
    click(page.go_on)
    drafted.settle()
    assert drafted.tab.step == "problems"
    drafted.tab.go_to("files")
    click(drafted.tab.files.draft.go_on)
    drafted.settle()
    assert drafted.tab.pages.is_drafting
    assert drafted.tab.step == "files"


def test_what_is_asked_before_a_draft_can_be_left(desk, files, tmp_path):
    open_files(desk, files)
    click(desk.tab.files.draft.begin)
    desk.settle()
    page = page_of(desk)
    assert page.findChild(CoverageQuestion).isVisible()
    desk.tab.go_to("files")
    assert not desk.tab.pages.is_drafting
    assert desk.tab.files.draft.begin.isVisible()
    begin(desk, files, tmp_path / "draft.xlsx")
    page.begin()  # another, which asks again, and is left
    desk.settle()
    desk.tab.go_to("files")
    desk.tab.draft()
    desk.settle()
    assert page.card.isVisible()
    assert page.findChild(CoverageQuestion) is None or not page.findChild(CoverageQuestion).isVisible()


def test_a_file_that_is_there_is_replaced_only_when_asked(desk, files, tmp_path):
    target = tmp_path / "there.xlsx"
    target.write_bytes(b"mine")
    page = begin(desk, files, target)
    (box,) = page.findChildren(QMessageBox)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert target.read_bytes() == b"mine"
    click(next(each for each in box.buttons() if each.text() == "Replace"))
    desk.settle()
    assert target.read_bytes() != b"mine"
    assert page.view.questions


def test_it_comes_back_where_it_was(drafted, qtbot, jobs):
    page = page_of(drafted)
    page.card.choose(0)
    drafted.settle()
    session, answered = drafted.tab.overview.session, page.view.answered
    other = Desk(qtbot, RealClient(jobs))
    other.tab.resume(session)
    other.settle()
    assert other.tab.pages.is_drafting
    assert page_of(other).view.answered == answered


# Categories without rows of a sheet that is there


@pytest.fixture
def at_work(qtbot: Any, listo_home: Path, tmp_path: Path) -> Iterator[Desk]:
    session = prepare(tmp_path, listo_home)
    with closing(Jobs(Store(listo_home / FILE_NAME))) as jobs:
        desk = Desk(qtbot, RealClient(jobs))
        desk.tab.resume(session)
        desk.settle()
        open_files(desk, exports(tmp_path))
        yield desk


def test_categories_without_rows_are_added(at_work):
    card, page = at_work.tab.files.draft, page_of(at_work)
    assert card.isVisible()
    rows = at_work.tab.overview.rows
    click(card.begin)
    at_work.settle()
    if question := page.findChild(CoverageQuestion):
        click(question.all)
        at_work.settle()
    assert at_work.tab.pages.is_drafting
    assert at_work.tab.overview.rows == rows + 2
    assert page.card.shown == QUESTION
    page.card.choose(0)
    at_work.settle()
    assert page.ending.isVisible()
    assert not card.begin.isVisible()


def test_categories_without_rows_are_added_from_among_the_problems(at_work):
    at_work.tab.go_to("problems")
    at_work.settle()
    at_work.tab.problems.show_issue_type("category-unmapped")
    at_work.settle()
    section = at_work.tab.problems.section("category-unmapped")
    rows = at_work.tab.overview.rows
    section.draft_all.click()
    at_work.settle()
    if question := page_of(at_work).findChild(CoverageQuestion):
        click(question.all)
        at_work.settle()
    assert at_work.tab.pages.is_drafting
    assert at_work.tab.overview.rows == rows + 2


def test_where_nothing_resembles_no_value_is_at_hand(at_work):
    click(at_work.tab.files.draft.begin)
    at_work.settle()
    page = page_of(at_work)
    if (question := page.findChild(CoverageQuestion)) is not None and question.isVisible():
        click(question.all)
        at_work.settle()
    page.turn_to(QUESTION)
    at_work.settle()
    assert page.card.shown == QUESTION
    assert page.card.guess.text() == "No accepted value resembles it. The list begins with these:"
    assert not any(button.text()[0].isdigit() for button in page.card.buttons)
    page.focus_first()
    assert page.card.other.hasFocus()
    QTest.keyClick(page.card.other, Qt.Key.Key_Return)
    page.card.skip.setFocus()
    QTest.keyClick(page.card.skip, Qt.Key.Key_1)
    at_work.settle()
    assert page.view.answered == ()
    click(page.card.buttons[0])
    at_work.settle()
    assert page.view.answered == (QUESTION,), "what is pressed on purpose is taken"


@pytest.fixture
def uncovered(at_work: Desk, tmp_path: Path) -> Desk:
    """With an Amazon file that is for another category in use than the one without rows."""
    values = next(card.path for card in at_work.tab.overview.files if card.kind == "amazon-values")
    at_work.client.start(Jobs.remove, values).on_success(at_work.tab.work.changed.emit)
    at_work.settle()
    of_shirts = [("_SkuId", "_ProductId", "_ActiveSku", "_GlobalCategoryId", "_SkuEan")]
    of_shirts += [("3", "3", "YES", "212", "7891000315507")]
    products = build.workbook(build.table("Sheet1", of_shirts))
    shirts = build.save(build.generation_3(), tmp_path / "shirts.xlsx")
    open_files(at_work, [build.save(products, tmp_path / "more-products.xlsx"), shirts])
    at_work.client.start(Jobs.set_covers, shirts, ["212"]).on_success(at_work.tab.work.changed.emit)
    at_work.settle()
    return at_work


def test_among_the_files_nothing_is_offered_that_no_amazon_file_lets_one_draft(uncovered):
    card = uncovered.tab.files.draft
    assert uncovered.tab.overview.draftable == 0
    assert card.isVisible()
    assert not card.begin.isEnabled()
    assert "Also needed: the Amazon file of these categories." in words(card)


def test_without_a_file_for_them_an_amazon_file_is_to_be_added_first(uncovered):
    at_work = uncovered
    at_work.tab.go_to("problems")
    at_work.settle()
    at_work.tab.problems.show_issue_type("category-unmapped")
    at_work.settle()
    section = at_work.tab.problems.section("category-unmapped")
    assert at_work.tab.overview.draftable == 0
    assert section.draft_all.text() == "Add an Amazon file"
    click(section.draft_all)
    at_work.settle()
    assert (at_work.tab.step, at_work.tab.pages.is_drafting) == ("files", False)
    page = page_of(at_work)
    page.begin()  # as from the problems, where the file may be for them
    at_work.settle()
    if (question := page.findChild(CoverageQuestion)) is not None:
        click(question.none)
        at_work.settle()
    assert "Add the Amazon file of these categories, then draft again." in words(page.ending)
    assert "171" in words(page.ending)
    assert not words(page.remarks.parentWidget()).count("Add a file")
    assert at_work.tab.overview.draftable == 0
    assert page.ending.property("role") == "well"
    assert page.add.hasFocus()
    click(page.add)
    at_work.settle()
    assert not at_work.tab.pages.is_drafting
