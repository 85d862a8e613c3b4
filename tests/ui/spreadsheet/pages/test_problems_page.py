"""The page of problems: what each kind says, its end, and the next."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    skipped = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))
    return Desk(qtbot, FakeJobs(kinds(3), skipped=skipped))


def test_the_page_says_what_where_and_what_vtex_would_answer(desk):
    desk.work()
    heading = desk.section.heading
    assert heading.title.text() == "12 cells: kind 0"
    assert desk.tab.problems.summary.text() == "36 problem(s) · 3 kind(s)"
    assert heading.badge.text() == "Stops the product"
    assert "VTEX said so of Azul in Cor" in heading.answer.text()
    assert not heading.why.isVisible()
    heading.why_button.click()
    assert heading.why.isVisible()


def test_all_alike_and_all_suggestions(desk):
    desk.work()
    assert desk.tab.problems.bar.use_alike.text() == "“Blue” for every “Azul”"
    desk.tab.problems.bar.use_alike.click()
    desk.settle()
    assert desk.count() == 0
    assert desk.tab.problems.code == "kind-1"
    desk.section.use_all.click()
    desk.settle()
    assert desk.client.asked("apply_suggestions") == [{"code": "kind-1"}]


def test_a_kind_that_is_done_folds_into_a_line_and_the_next_has_the_keyboard(desk):
    desk.work()
    done = desk.section
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done.is_done
    assert done.done_words.isVisible()
    assert done.done_words.text() == "Done: 12 cells: kind 0"
    assert not done.heading.isVisible()
    assert not desk.tab.problems.ending.isVisible()
    assert "kind-0" in [kind.group.code for kind in desk.tab.issue_types.items]
    assert desk.tab.problems.code == "kind-1"
    assert desk.table.hasFocus()
    assert desk.current_row() == 18


def test_a_kind_that_is_done_elsewhere_leads_to_the_first(desk):
    desk.work()
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.tab.go_to("files")
    desk.tab.work.change(Jobs.apply_suggestions, "kind-1")
    desk.settle()
    desk.tab.go_to("problems")
    assert desk.count("kind-1") == 0
    assert desk.tab.problems.code == "kind-0"


def test_kinds_are_walked_with_the_keyboard(desk):
    desk.work()
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.problems.code == "kind-1"
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.problems.code == "kind-0"


def test_the_end_says_what_ran_and_what_did_not(qtbot, qapp):
    skipped = (("a", "amazon-values"), ("c", "vtex-products"))
    desk = Desk(qtbot, FakeJobs([FakeKind("one", rows=(5,))], skipped=skipped))
    desk.work()
    desk.press(Qt.Key.Key_Return)
    ending = desk.tab.problems.ending
    assert "28" in ending.title.text()
    assert "2" in ending.words.text()
    assert ending.add_missing.isVisible()
    assert not desk.tab.problems.summary.isVisible()
    assert ending._picture.property("iconRole") == "accent", "2 checks cannot say that all is well"
    ending.add_missing.click()
    assert desk.tab.step == "files"


def test_where_nothing_is_wrong_the_keyboard_is_at_what_is_missing(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([], skipped=(("a", "amazon-values"),)))
    desk.open()
    desk.tab.go_to("problems")
    desk.settle()
    desk.tab.problems.focus_first()
    assert desk.tab.problems.ending.add_missing.hasFocus()


def test_where_all_was_checked_and_nothing_is_wrong_it_is_green(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([]))
    desk.open()
    desk.tab.go_to("problems")
    desk.settle()
    desk.tab.problems.focus_first()
    assert desk.tab.problems.ending._picture.property("iconRole") == "right"
    assert desk.tab.problems.switch.sheet.hasFocus()


def test_problems_of_the_whole_sheet_are_lines(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([FakeKind("whole", column=None, rows=(None, None))]))
    desk.work()
    assert desk.section.lines.isVisible()
    assert desk.table is None


@pytest.mark.parametrize("width", [900, 1600])
def test_lines_are_as_high_as_their_text_needs(qtbot, qapp, width):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs([FakeKind("whole", column=None, rows=(None,) * 18)]))
    desk.tab.resize(width, 600)
    desk.work()
    lines, model, line = desk.section.lines, desk.section.model, desk.section.fontMetrics().lineSpacing()
    heights = {lines.visualRect(model.index(row, 0)).height() for row in range(18)}
    assert heights == {line + 20}
    assert lines.height() >= 7 * (line + 20)
    long = "One of many words that a message has. " * 20
    model._message = lambda _problem: long
    assert lines.line_height() == 3 * line + 20
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == long
    model._message = lambda _problem: "x" * 2000
    assert lines.line_height() == 3 * line + 20


def test_the_line_at_hand_is_seen_among_the_lines(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs([FakeKind("whole", column=None, rows=(None, None))]))
    desk.work()
    lines, model = desk.section.lines, desk.section.model
    lines.setCurrentIndex(model.index(1, 0))
    places = [lines.visualRect(model.index(row, 0)).topRight() for row in range(2)]
    picture = lines.viewport().grab().toImage()
    ground = [picture.pixelColor(place.x() - 6, place.y() + 6) for place in places]
    assert ground[1] == style.colour("accent-tint") != ground[0]


def test_what_was_not_checked_counts_only_what_the_person_can_add(desk):
    desk.open()
    assert desk.tab.problems.addable == 2


def test_in_the_smallest_window_every_word_above_the_rows_is_seen(desk):
    desk.tab.resize(900, 506)
    desk.work()
    page, heading, viewport = desk.tab.problems, desk.section.heading, desk.tab.problems.area.viewport()
    heading.show_answer("What VTEX says of it, in two lines of such a window. " * 3)
    heading.show_unlock("36 SKUs, together with other kinds of problem", "")
    inside = page.area.widget()
    assert inside.minimumSizeHint().width() <= viewport.width()
    assert heading.layout().totalMinimumHeightForWidth(heading.width()) <= viewport.height()
    assert page.layout().totalMinimumHeightForWidth(page.width()) <= page.height()
    assert page.layout().totalMinimumSize().width() <= page.width()


def test_in_the_smallest_window_the_cell_concerned_and_its_button_are_whole(desk):
    desk.tab.resize(900, 506)
    desk.work()
    table, model = desk.table, desk.section.model
    concerned = table.visualRect(model.cell(0))
    suggestion = table.visualRect(model.index(0, SUGGESTION_COLUMN))
    assert suggestion.right() <= table.viewport().width()
    assert suggestion.left() == concerned.right() + 1
    assert concerned.width() >= table.fontMetrics().horizontalAdvance("Azul")
    assert not table.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("width", [900, 1120, 1920])
def test_the_columns_reach_the_edge_and_the_button_stays_beside_its_suggestion(desk, width):
    desk.tab.resize(width, 690)
    desk.work()
    table, model = desk.table, desk.section.model
    suggestion = table.visualRect(model.index(0, SUGGESTION_COLUMN))
    assert suggestion.right() == table.viewport().width() - 1
    button = table.delegate.use_area(suggestion, model.peek(0))
    words = table.fontMetrics().horizontalAdvance("Light Blue")
    assert button.right() - suggestion.left() < words + 300


def stops_below(desk: Desk) -> list[int]:
    """Return how far below the top of the page each stop of the Tab key among the kinds is, in its order."""
    page, first = desk.tab.problems, desk.tab.problems.corrections.certain.apply
    desk.qtbot.waitUntil(lambda: not page._chains.isActive() and not page._makes_more.isActive())
    sections = [page.section(item.code) for item in desk.tab.issue_types.items]
    chain, stop = [], first.nextInFocusChain()
    while stop is not first:
        chain.append(stop)
        stop = stop.nextInFocusChain()
    seen = (one for one in chain if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [
        one.mapTo(page._inside, one.rect().bottomLeft()).y()
        for one in seen
        if any(section.isAncestorOf(one) for section in sections)
    ]


def go_down(places: list[int]) -> bool:
    """Return whether each is below the one before, or beside it on one line."""
    return all(after >= before - 4 for before, after in pairwise(places))


def test_tab_goes_through_the_kinds_from_above_to_below(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([FakeKind(f"kind-{n}", rows=(n + 5,)) for n in range(9)]))
    desk.work()
    for item in desk.tab.issue_types.items:  # so that all of their rows are made, the last ones first
        desk.tab.problems.show_issue_type(item.code)
        desk.settle()
    places = stops_below(desk)
    assert len(places) > 9 * 3
    assert go_down(places)


def test_kinds_stand_in_the_order_of_the_list_also_after_other_files(qtbot, qapp):
    jobs = FakeJobs([FakeKind(f"kind-{n}", rows=(n + 5,)) for n in range(4)])
    desk = Desk(qtbot, jobs)
    desk.work()
    jobs.kinds.reverse()  # as exports tell which ones hold up most
    desk.open("products.xlsx")
    desk.tab.go_to("problems")
    desk.settle()
    page, codes = desk.tab.problems, [item.code for item in desk.tab.issue_types.items]
    assert codes == ["kind-3", "kind-2", "kind-1", "kind-0"]
    places = [page._place_of(page.section(code)) for code in codes]
    assert places == sorted(places)
    assert len(set(places)) == 4
    assert go_down(stops_below(desk))
