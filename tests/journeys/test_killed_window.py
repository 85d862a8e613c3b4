"""What a window that is killed or closed showed is not lost; `tests/window_kills.py` kills more of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import builders_amazon as build
import story_files
from examination_files import Amazon, Listed, amazon_file
from listo.core.mapping.sheet import COLUMNS
from window_kills import WindowRounds, start_window
from window_process import WindowProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process's children are told by /proc")


class Sittings:
    """One start of the window after the other, on the same work."""

    def __init__(self, files: list[Path]) -> None:
        self.window = self.start(files)

    def start(self, files: Iterable[Path] = ()) -> WindowProcess:
        self.window = start_window(files)
        self.window.wait_until_settled()
        self.window.family()
        return self.window

    def end(self) -> None:
        self.window.kill()
        self.window.wait_for_orphans()


@pytest.fixture
def sittings(tmp_path) -> Iterator[Sittings]:
    mapping = story_files.write_mapping(tmp_path / "mapping.xlsx")
    made = Sittings([mapping, story_files.write_template(tmp_path / "template.xlsx")])
    yield made
    made.end()


def test_nothing_that_was_shown_is_lost_and_no_process_stays_behind(listo_home, tmp_path):
    rounds = WindowRounds(tmp_path, seed=3)
    rounds.begin()
    for _ in range(3):
        rounds.round()
    assert rounds.underway.total() == 3


@pytest.mark.parametrize("step", ["files", "send"])
def test_the_next_start_is_at_the_same_step(sittings, step):
    sittings.window.do("tab.go_to('problems')")
    sittings.window.wait_until_settled()
    sittings.window.do("tab.work.change(Jobs.apply_safe)")
    sittings.window.wait_until_settled()
    sittings.window.do(f"tab.go_to({step!r})")
    sittings.window.wait(f"tab.navigation.tracker.state.step == {step!r}")
    sittings.end()
    sittings.start()
    assert sittings.window.see("tab.step") == step
    assert sittings.window.see("tab.overview.changed_cells") > 0


def test_the_cell_looked_at_just_before_closing_is_the_one_of_the_next_start(sittings):
    window = sittings.window
    window.do("tab.go_to('problems')")
    window.wait("tab.problems.current_cell() == (6, 'AmazonValue')")
    window.wait_until_settled()
    window.do("tab.problems.table.go_to(3); window.close()")
    window.end()
    assert window.process.returncode == 0
    assert sittings.start().wait("tab.problems.current_cell()") == [10, "AmazonValue"]


def test_an_edit_made_just_before_closing_is_kept(sittings):
    window = sittings.window
    window.do("tab.go_to('problems')")
    window.wait("tab.problems.current_cell() == (6, 'AmazonValue')")
    window.wait_until_settled()
    window.do("tab.problems.table.use(0); window.close()")
    window.end()
    assert sittings.start().see("tab.overview.undo.value") == "Blue"


def test_a_trade_policy_and_a_layout_chosen_just_before_closing_are_kept(sittings):
    window = sittings.window
    exchanged = {name: place for place, name in enumerate((*COLUMNS[:5], COLUMNS[6], COLUMNS[5]))}
    window.do(
        "tab.work.change(Jobs.set_trade_policy, '2')"
        f"; tab.work.start(Jobs.set_layout, tab.overview.sheet, tab.overview.header_row, {exchanged!r})"
        "; window.close()"
    )
    window.end()
    again = sittings.start()
    assert again.see("tab.overview.trade_policy") == "2"
    again.do("tab.work.start(Jobs.layout).on_success(lambda view: kept.update(view=view))")
    again.wait("'view' in kept")
    assert again.see("kept['view'].by_person")
    assert again.see("dict(kept['view'].layout.places)")["VTEXValue"] == 6


def test_for_which_categories_a_file_is_stays_answered_after_a_kill(sittings, tmp_path):
    material = Listed("Material", "material_type", "material#1.value", ("Cotton",))
    kurtas = amazon_file(Amazon([material], ("Size",), types=("KURTA",)), "generation-3")
    other = build.save(kurtas, tmp_path / "other.xlsx")
    window = sittings.window
    window.do(f"tab.open_files([Path({str(other)!r})])")
    window.wait("len(tab.overview.coverage.files) == 2")
    asked = "list(tab.files.coverage.shown.values())[1]"
    assert window.see("tab.overview.coverage.files[1].is_doubtful")
    window.do(f"{asked}.all.click()")
    window.wait("tab.overview.coverage.files[1].said is not None")
    sittings.end()
    again = sittings.start()
    assert again.see("sorted(tab.overview.coverage.files[1].said)") == ["*"]
    assert not again.see("tab.overview.coverage.files[1].is_doubtful")
    again.do(f"{asked}.change.click(); {asked}.none.click()")
    again.wait("tab.overview.coverage.files[1].said == frozenset()")
    sittings.end()
    assert sittings.start().see("sorted(tab.overview.coverage.files[1].said)") == []
