"""What was decided once is proposed first; the path, the ticks and what to send again survive a restart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

import sku_files
from listo.core import resources
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.readiness.model import SkuResult
from listo.core.storage.types import Decision
from listo.core.wizard_state import ADMIN_STEPS
from listo.core.worker.decisions import _as_toml, _decisions_in
from listo.core.worker.jobs import Jobs
from listo.core.worker.queries import QueryJobs
from listo.core.worker.results import CategoryToReprocess, Overview, Reprocess
from listo.core.worker.session import Session
from listo.core.worker.sheet_view import ProblemLine

ROWS = [
    ["212", "SizeColor", "Variation", "Cor", "Color", "Preto", "Blak"],  # row 2
    ["212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"],
    ["300", "SizeColour", "Variation", "Cor", "Color", "Pretto", "Preto!"],
    ["300", "SizeColor", "Variation", "Tamanho", "Size", "Preto", "Blak"],
]
OTHER = [
    ["400", "SizeColour", "Variation", "Cor", "color_name", "Preto", "Schwarz"],
    ["400", "SizeColor", "Variation", "Cor", "Color", "Preta", "Blak"],
    ["400", "SizeColor", "Variation", "Tamanho", "Size", "P", "Blak"],
]
VALUES = resources.root() / "samples" / "amazon-values.xlsx"


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def write(path: Path, rows: list[list[str]]) -> Path:
    book = Workbook()
    for row in (COLUMNS, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def values(tmp_path: Path) -> Path:
    return Path(shutil.copy(VALUES, tmp_path / "values.xlsx"))


@pytest.fixture
def opened(jobs: Jobs, values: Path, tmp_path: Path) -> Jobs:
    jobs.open(quiet, [write(tmp_path / "first.xlsx", ROWS), values])
    jobs.set_shop(quiet, " Norte ")
    return jobs


def remembered(jobs: Jobs) -> dict[tuple[int, str], str]:
    overview = jobs.overview(quiet)
    problems = [p for group in overview.groups for p in jobs.problem_page(quiet, group.code, 0, 99).problems]
    found = {(p.finding.row or 0, p.finding.column or ""): p for p in problems if p.remembered}
    assert all(p.finding.suggestions[0] == p.remembered for p in found.values())
    return {place: str(p.remembered) for place, p in found.items()}


def decide(jobs: Jobs) -> Overview:
    jobs.apply_alike(quiet, 2, "AmazonValue", "Black")
    return jobs.apply(quiet, [Edit(4, "VariationTheme", "SizeColor")])


def test_what_was_decided_is_proposed_first_on_the_next_sheet_of_the_shop(
    opened: Jobs, values: Path, tmp_path: Path
) -> None:
    decide(opened)
    assert opened.overview(quiet).shop == "Norte"
    opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER)])
    assert opened.overview(quiet).shop == "Norte"
    # Row 2 by its VTEX value whatever the attribute is called, row 3 by the wrong text; S is no colour.
    assert remembered(opened) == {
        (2, "VariationTheme"): "SizeColor",
        (2, "AmazonValue"): "Black",
        (3, "AmazonValue"): "Black",
    }
    opened.set_shop(quiet, "Sul")
    assert remembered(opened) == {}
    opened.set_shop(quiet, "Norte")
    code = "amazon-value-not-accepted"
    opened.apply_suggestions(quiet, code)
    texts = [row.cells[6] for row in opened.sheet_page(quiet, 0, 9).rows]
    assert texts[:2] == ["Black", "Black"]


def test_what_is_not_accepted_here_is_not_proposed(opened: Jobs, tmp_path: Path) -> None:
    opened.apply(quiet, [Edit(2, "AmazonValue", "Blackish")])
    opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER)])
    assert remembered(opened) == {}


def test_a_right_text_that_is_changed_is_no_decision(opened: Jobs) -> None:
    opened.apply(quiet, [Edit(3, "VTEXValue", "M"), Edit(2, "AmazonValue", "")])
    assert opened.decisions(quiet) == ()


def test_a_decision_goes_with_the_step_that_made_it(opened: Jobs) -> None:
    decide(opened)
    assert {one.chosen for one in opened.decisions(quiet)} == {"Black", "SizeColor"}
    opened.undo(quiet)
    opened.undo(quiet)
    assert opened.decisions(quiet) == ()
    opened.redo(quiet)
    (decision,) = opened.decisions(quiet)
    assert (decision.attribute, decision.vtex_value, decision.said) == ("color", "Preto", "Blak")


def test_a_decision_is_proposed_for_texts_alike_in_case_and_accents(opened: Jobs, tmp_path: Path) -> None:
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black")])  # Pretto, and Preto! in the cell
    rows = [
        ["1", "SizeColor", "Variation", "Cor", "Color", "PRETTÓ", "x"],
        ["1", "SizeColor", "Variation", "Cor", "Color", "Other", "preto!"],
        ["1", "SizeColor", "Variation", "Cor", "Color", "Another", "preto"],
    ]
    opened.open(quiet, [write(tmp_path / "second.xlsx", rows)])
    assert remembered(opened) == {(2, "AmazonValue"): "Black", (3, "AmazonValue"): "Black"}


def test_undo_leaves_what_was_decided_before_and_elsewhere(opened: Jobs, tmp_path: Path) -> None:
    opened.apply_alike(quiet, 2, "AmazonValue", "Black")
    before = opened.decisions(quiet)
    opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER[1:])])
    opened.apply_suggestions(quiet, "amazon-value-not-accepted")  # decides nothing
    opened.undo(quiet)
    opened.redo(quiet)
    opened.undo(quiet)
    assert opened.decisions(quiet) == before
    again = [["1", "SizeColor", "Variation", "Cor", "Color", "Preto", "Blak"]]
    opened.open(quiet, [write(tmp_path / "third.xlsx", again)])
    opened.apply(quiet, [Edit(2, "AmazonValue", "White")])
    assert [one.chosen for one in opened.decisions(quiet)] == ["White"]
    opened.undo(quiet)
    assert [one.chosen for one in opened.decisions(quiet)] == ["Black"]
    assert remembered(opened) == {(2, "AmazonValue"): "Black"}


def test_undo_brings_nothing_back_that_was_forgotten_meanwhile(opened: Jobs, tmp_path: Path) -> None:
    opened.apply(quiet, [Edit(2, "AmazonValue", "Black")])
    again = [["1", "SizeColor", "Variation", "Cor", "Color", "Preto", "Blak"]]
    opened.open(quiet, [write(tmp_path / "second.xlsx", again)])
    opened.apply(quiet, [Edit(2, "AmazonValue", "White")])
    opened.undo(quiet)
    opened.forget_decision(quiet, None)
    opened.redo(quiet)
    assert [one.chosen for one in opened.decisions(quiet)] == ["White"]
    opened.undo(quiet)
    assert opened.decisions(quiet) == ()


def test_decisions_are_seen_edited_and_forgotten(opened: Jobs, tmp_path: Path) -> None:
    decide(opened)
    (one,) = opened.decisions(quiet, "blak prêto")
    assert opened.decisions(quiet, shop="Sul") == opened.decisions(quiet, "nothing of it") == ()
    opened.edit_decision(quiet, one.id, "White")
    opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER)])
    assert remembered(opened)[2, "AmazonValue"] == "White"
    left = opened.forget_decision(quiet, one.id)
    assert [each.chosen for each in left] == ["SizeColor"]
    assert (2, "AmazonValue") not in remembered(opened)
    with pytest.raises(InputError) as caught:
        opened.edit_decision(quiet, one.id, "x")
    assert caught.value.code == "decision-not-found"
    assert opened.forget_decision(quiet, None) == ()
    assert remembered(opened) == {}


def test_the_sample_teaches_nothing(jobs: Jobs) -> None:
    jobs.sample(quiet)
    jobs.apply_safe(quiet)
    group = jobs.overview(quiet).groups[0]
    finding = jobs.problem_page(quiet, group.code, 0, 1).problems[0].finding
    jobs.apply(quiet, [Edit(finding.row or 0, finding.column or "", "Black")])
    assert jobs.decisions(quiet) == ()


# ---------------------------------------------------------------- the path


def states(overview: Overview) -> list[str]:
    assert overview.wizard is not None
    return [station.condition for station in overview.wizard.steps]


def test_the_path_goes_along_with_the_work(jobs: Jobs, tmp_path: Path) -> None:
    assert states(jobs.overview(quiet)) == ["to-do", *["closed"] * 4]
    overview = jobs.open(quiet, [write(tmp_path / "first.xlsx", ROWS)])
    assert states(overview) == ["done", "not-needed", "to-do", "to-do", "to-do"]
    assert overview.wizard is not None
    assert overview.wizard.state.step == "files"
    way = jobs.go(quiet, "on")
    assert (way.state.step, way.state.issue_type) == ("problems", overview.groups[0].code)
    assert jobs.overview(quiet).revision == overview.revision
    jobs.apply(quiet, [Edit(4, "VariationTheme", "SizeColor")])
    saved = jobs.save(quiet, tmp_path / "out.xlsx", False)
    assert (states(saved)[4], saved.is_copy_current) == ("to-do", True)
    for step in ADMIN_STEPS:
        jobs.tick(quiet, step)
    assert states(jobs.overview(quiet))[4] == "done"
    undone = jobs.undo(quiet)
    assert (states(undone)[4], undone.is_copy_current) == ("to-do", False)
    redone = jobs.redo(quiet)
    assert (states(redone)[4], redone.is_copy_current) == ("done", True)


def test_one_comes_back_to_the_same_step_kind_and_cell(opened: Jobs) -> None:
    opened.go(quiet, "problems")
    opened.next_issue_type(quiet)
    kind = opened.overview(quiet).groups[1].code
    opened.look_at(quiet, kind, 4, "Type")
    opened.apply(quiet, [Edit(4, "VariationTheme", "SizeColor")])
    left = opened.overview(quiet)
    opened.close()
    with closing(Jobs()) as fresh:
        assert left.session is not None
        resumed = fresh.resume(quiet, left.session)
        assert resumed.wizard == left.wizard
        assert resumed.wizard is not None
        assert resumed.wizard.state.issue_type == kind
        assert resumed.shop == "Norte"


def test_ticks_are_kept_and_another_file_begins_anew(opened: Jobs, tmp_path: Path) -> None:
    decide(opened)
    session = opened.save(quiet, tmp_path / "out.xlsx", False).session
    opened.go(quiet, "on")
    opened.go(quiet, "send")
    assert opened.tick(quiet, "upload").steps[-1].done == 1
    fresh = opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER)])
    assert fresh.wizard is not None
    assert (fresh.wizard.state.step, fresh.wizard.state.checklist) == ("files", ())
    assert session is not None
    again = opened.resume(quiet, session)
    assert again.wizard is not None
    assert (again.wizard.state.step, again.wizard.state.checklist) == ("send", ("upload",))
    assert again.is_copy_current


@pytest.mark.parametrize("left_on", ["review", "save", "afterwards"])
def test_a_session_that_an_earlier_version_left_on_a_step_of_its_own_resumes(
    opened: Jobs, tmp_path: Path, left_on: str
) -> None:
    decide(opened)
    saved = opened.save(quiet, tmp_path / "out.xlsx", False)
    assert saved.session is not None
    kept = {**saved.wizard.state.tick("upload").to_json(), "step": left_on}
    opened.session.store.set_wizard_state(saved.session, kept)
    opened.close()
    with closing(Jobs()) as fresh:
        again = fresh.resume(quiet, saved.session)
        assert (again.wizard.state.step, again.wizard.state.checklist) == ("send", ("upload",))
        assert (again.is_copy_current, again.changed_cells) == (True, saved.changed_cells)


# ---------------------------------------------------------------- decisions as a file


def test_a_file_of_decisions_gives_them_to_another_computer(opened: Jobs, tmp_path: Path) -> None:
    decide(opened)
    target = tmp_path / "choices.toml"
    assert opened.export_decisions(quiet, target, "Norte", overwrite=False) == 2
    before = [replace(one, id=0, changed="") for one in opened.decisions(quiet)]
    opened.forget_decision(quiet, None)
    read = opened.read_decisions(quiet, target, None)
    assert (read.same, read.conflicts) == (0, ())
    left = opened.take_decisions(quiet, read.new)
    assert {replace(one, id=0, changed="") for one in left} == set(before)
    opened.open(quiet, [write(tmp_path / "second.xlsx", OTHER)])
    assert remembered(opened)[2, "AmazonValue"] == "Black"


def test_conflicts_of_a_file_are_shown_and_kept_only_where_they_are_taken(
    opened: Jobs, tmp_path: Path
) -> None:
    decide(opened)
    target = tmp_path / "choices.toml"
    opened.export_decisions(quiet, target, None, overwrite=False)
    black = next(one for one in opened.decisions(quiet) if one.chosen == "Black")
    opened.edit_decision(quiet, black.id, "White")
    read = opened.read_decisions(quiet, target, None)
    assert (read.new, read.same) == ((), 1)
    ((kept, told),) = read.conflicts
    assert (kept.chosen, told.chosen) == ("White", "Black")
    assert {one.chosen for one in opened.take_decisions(quiet, read.new)} == {"White", "SizeColor"}
    assert {one.chosen for one in opened.take_decisions(quiet, [told])} == {"Black", "SizeColor"}


def test_a_file_of_one_shop_is_taken_for_the_shop_at_hand(opened: Jobs, tmp_path: Path) -> None:
    decide(opened)
    target = tmp_path / "choices.toml"
    opened.export_decisions(quiet, target, "Norte", overwrite=False)
    assert {one.shop for one in opened.read_decisions(quiet, target, "Sul").new} == {"Sul"}
    opened.take_decisions(quiet, [Decision("Leste", "Type", "", "", "Var", "Variation")])
    opened.export_decisions(quiet, target, None, overwrite=True)
    read = opened.read_decisions(quiet, target, "Sul")
    assert (read.new, read.same) == ((), 3)


@pytest.mark.parametrize(
    "content",
    [
        "", "x", "format = 3", 'format = "listo-choices"', 'format = "listo-choices"\nchoices = 3',
        'format = "listo-choices"\nchoices = [3]',
        'format = "listo-choices"\n[[choices]]\ncolumn = "Nothing"\nchosen = "x"',
        'format = "listo-choices"\n[[choices]]\ncolumn = "Type"\nchosen = ""',
        'format = "listo-choices"\n[[choices]]\ncolumn = "Type"\nchosen = 3',
        'format = "listo-choices"\n[[choices]]\ncolumn = ["Type"]\nchosen = "x"',
        "a = " + "[" * 100_000, "\ud800", "seller_id = 'A1'",
    ],
)  # fmt: skip
def test_a_file_that_holds_no_decisions_is_refused(jobs: Jobs, tmp_path: Path, content: str) -> None:
    target = tmp_path / "choices.toml"
    target.write_bytes(content.encode(errors="surrogatepass"))
    with pytest.raises(InputError) as caught:
        jobs.read_decisions(quiet, target, None)
    assert caught.value.code == "decisions-not-readable"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(Decision, texts, st.sampled_from(COLUMNS), *[texts] * 3, texts.filter(bool))))
def test_whatever_was_decided_is_read_as_it_was(decisions: list[Decision]) -> None:
    """Also quotes, line ends, signs that command a terminal, and what looks like TOML."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "choices.toml"
        target.write_bytes(_as_toml(decisions).encode())
        assert _decisions_in(target) == decisions


# ---------------------------------------------------------------- what to send again


def products(path: Path) -> Path:
    header = ["_SkuId", "_ProductId", "_ActiveSku", "_GlobalCategoryId", "_SkuEan", "_CategoryId"]
    rows = [
        ["1", "10", "YES", "212", "7891000315507", "7"],
        ["2", "10", "YES", "300", "7891000315507", "7"],
        ["3", "11", "NO", "300", "7891000315507", "7"],
        ["4", "12", "YES", "300", "7891000315507", "7"],
        ["5", "12", "YES", "999", "7891000315507", "7"],
    ]
    book = Workbook()
    for row in (header, *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_without_an_export_the_categories_of_the_changes_are_to_be_sent_again(opened: Jobs) -> None:
    assert opened.to_reprocess(quiet) == Reprocess((), None)
    opened.apply(quiet, [Edit(3, "AmazonValue", "M")])
    assert opened.to_reprocess(quiet) == Reprocess((CategoryToReprocess("212", 1),), None)
    decide(opened)
    found = opened.to_reprocess(quiet)
    assert found.categories == (CategoryToReprocess("212", 2), CategoryToReprocess("300", 1))
    assert found.is_all, "they are all categories that the sheet has"


def test_without_specifications_any_sku_of_a_category_may_use_its_rows(opened: Jobs, tmp_path: Path) -> None:
    opened.open(quiet, [products(tmp_path / "products.xlsx")])
    assert opened.to_reprocess(quiet) == Reprocess((), 0)
    decide(opened)
    found = opened.to_reprocess(quiet)
    assert [(one.category, one.sku_ids) for one in found.categories] == [("300", ("2", "4")), ("212", ("1",))]
    assert found.skus == 3
    opened.apply(quiet, [Edit(3, "CategoryID", "999")])
    assert ("999", ("5",)) in [(one.category, one.sku_ids) for one in opened.to_reprocess(quiet).categories]


def skus_of(jobs: Jobs) -> dict[str, SkuResult]:
    readiness = jobs.session.mapping.work.judge_skus()
    assert readiness is not None
    return {result.sku: result for result in readiness.results() if result.state != "not-sent"}


def served(result: SkuResult) -> object:
    """Return what the sheet makes of a SKU, wherever its rows stand."""
    sent = {(one.attribute, one.vtex_value, one.value) for one in result.sends}
    return result.category, result.state, sent, {(one.code, one.value) for one in result.reasons}


def test_the_skus_that_use_what_was_corrected_are_told_by_whether_they_can_go_through(
    jobs: Jobs, tmp_path: Path
) -> None:
    jobs.open(quiet, sku_files.write_store(tmp_path, 300))
    assert jobs.to_reprocess(quiet) == Reprocess((), 0)
    before = skus_of(jobs)
    jobs.apply(quiet, [Edit(sku_files.M, "AmazonValue", "M")])
    now = skus_of(jobs)
    differ = {sku for sku in now if served(now[sku]) != served(before[sku])}
    uses = {
        sku for sku in now if any((one.attribute, one.vtex_value) == ("Size", "M") for one in now[sku].sends)
    }
    found = jobs.to_reprocess(quiet)
    told = {sku for one in found.categories for sku in one.sku_ids}
    assert differ <= uses
    assert told == {sku for sku in uses if now[sku].state != "blocked"} != set()
    assert (found.skus, found.held_up) == (len(told), len(uses) - len(told))
    assert found.held_up > 0
    assert [one.category for one in found.categories] == [sku_files.SHIRTS], "no line without a SKU"


def test_what_is_corrected_for_skus_that_stay_held_up_lists_none(jobs: Jobs, tmp_path: Path) -> None:
    jobs.open(quiet, sku_files.write_store(tmp_path, 60))
    held_up = [sku for sku, one in skus_of(jobs).items() if one.state == "blocked"]
    jobs.apply(quiet, [Edit(sku_files.AZUL, "AmazonValue", "Azul claro")])
    found = jobs.to_reprocess(quiet)
    assert (found.categories, found.skus) == ((), 0)
    assert 0 < found.held_up <= len(held_up)


def test_rows_that_went_and_came_count_too(opened: Jobs) -> None:
    opened.delete_rows(quiet, [3])
    opened.insert_row(quiet, like=4)
    assert [one.category for one in opened.to_reprocess(quiet).categories] == ["212", "300"]


def test_what_has_no_cell_to_decide_is_one_stop() -> None:
    """A list of SKUs that the sheet cannot mend is gone past at once, not line by line."""
    lines = [ProblemLine(Finding("sku-without-ean", "warning", None, None, None, str(n))) for n in range(18)]
    queries = QueryJobs(cast("Session", SimpleNamespace(problem_lines=lambda _code: lines)))
    assert queries.next_decision("sku-without-ean", 0, 1) is None
    assert queries.next_decision("sku-without-ean", 17, -1) is None
