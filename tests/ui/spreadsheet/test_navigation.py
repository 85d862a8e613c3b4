"""Where the person is: kept, and gone to again in the next window."""

from __future__ import annotations

from typing import Any

import pytest

from desk import Desk
from fake_worker import FakeJobs, kinds, replace
from listo.ui import style


class Kept(dict[str, Any]):
    """What a window keeps."""

    def get_state(self, key: str, default: Any = None) -> Any:
        return self.get(key, default)

    def set_state(self, key: str, value: Any) -> None:
        self[key] = value


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    return Desk(qtbot, FakeJobs(kinds(3)), state=Kept())


def test_the_place_is_told_and_gone_to_again(desk):
    desk.work()
    desk.tab.problems.show_issue_type("kind-1")
    desk.settle()
    desk.table.go_to(4)
    desk.tab.navigation.tracker.flush()
    desk.settle()
    assert desk.jobs.journey.step == "problems"
    assert (desk.jobs.journey.issue_type, desk.jobs.journey.row) == ("kind-1", 22)
    again = Desk(desk.qtbot, replace(desk.jobs, files=()), state=desk.state)
    again.tab.go_on()
    again.settle()
    assert again.client.asked("resume") == [{"session": 1, "path": None}]
    assert (again.tab.step, again.tab.problems.code, again.current_row()) == ("problems", "kind-1", 22)


def test_the_whole_sheet_and_a_later_step_are_gone_to_again(desk):
    desk.work()
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.table.go_to(40, "Type")
    desk.tab.navigation.tracker.flush()
    desk.tab.go_to("send")
    desk.settle()
    again = Desk(desk.qtbot, replace(desk.jobs, files=()), state=desk.state)
    again.tab.go_on()
    again.settle()
    assert (again.tab.step, again.tab.view) == ("send", "sheet")
    again.tab.go_to("problems")
    again.settle()
    again.qtbot.waitUntil(lambda: again.tab.sheet.current_cell() == (42, "Type"))


def test_nothing_is_gone_on_with_where_nothing_was_open(desk):
    desk.tab.go_on()
    assert desk.client.started == []
