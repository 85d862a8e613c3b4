"""The guided path over real files: rows, findings left as they are, find and replace, layouts, memory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import sku_files
from listo.core import resources
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit, FindingKey, StepSummary
from listo.core.errors import CancelledError, InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.edits import MissingRowFinder
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import CellChange, FindQuery, Overview
from listo.core.worker.state import DecisionMemory

ROWS = [
    ["212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"],  # row 2
    ["212", "SizeColor", "Variation", "Cor", "Color", "Preto", "black"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Pretto", "Blak"],
    ["212", "sizecolor", "Variation", "Cor", "Color", "Azul", "Bluee"],
    ["212", "SizeColor", "variation", "Tamanho", "Size", "PP", "XS"],
    ["212", "", "Information", "Marca", "Brand", "Una", " Una "],
]
VALUES = resources.root() / "samples" / "amazon-values.xlsx"


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def write(path: Path, rows: Sequence[Sequence[object]] = ROWS, header: Sequence[str] = COLUMNS) -> Path:
    book = Workbook()
    book.active.title = "Planilha1"
    for row in (header, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def changed_later(path: Path) -> None:
    """Make sure that the file's time is another one, whatever the clock's grain."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 5_000_000_000))


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    return write(tmp_path / "mapping.xlsx")


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def opened(jobs: Jobs, mapping: Path) -> Jobs:
    jobs.open(quiet, [mapping])
    return jobs


def counts(overview: Overview) -> dict[str, int]:
    return {group.code: group.count for group in overview.groups}


def column(jobs: Jobs, name: str) -> list[tuple[int, str]]:
    page = jobs.sheet_page(quiet, 0, 1000)
    return [(row.row, row.cells[list(COLUMNS).index(name)]) for row in page.rows]


def again(jobs: Jobs) -> Jobs:
    """Return another jobs in which the work of this one is taken up."""
    session = jobs.overview(quiet).session
    assert session is not None
    jobs.close()
    fresh = Jobs()
    fresh.resume(quiet, session)
    return fresh


# ---------------------------------------------------------------- rows


def test_a_deleted_row_is_gone_and_the_others_keep_their_numbers(opened: Jobs) -> None:
    before = opened.overview(quiet)
    overview = opened.delete_rows(quiet, [5, 3, 99])
    assert [row for row, _ in column(opened, "VTEXValue")] == [2, 4, 6, 7]
    assert (overview.rows, overview.rows_out, overview.changed_cells) == (4, 2, 2)
    assert overview.undo == StepSummary(0, "", "", rows_out=2)
    assert "theme-case" not in counts(overview)
    assert counts(opened.undo(quiet)) == counts(before)
    assert counts(opened.redo(quiet)) == counts(overview)


def test_an_inserted_row_is_the_last_one_and_a_copy_if_wished(opened: Jobs) -> None:
    opened.insert_row(quiet, like=4)
    overview = opened.insert_row(quiet)
    assert column(opened, "VTEXValue")[-2:] == [(8, "Pretto"), (9, "")]
    assert (overview.rows_in, overview.undo) == (2, StepSummary(0, "", "", rows_in=1))
    assert counts(overview)["row-duplicate"] == 1
    opened.apply(quiet, [Edit(8, "VTEXValue", "Cinza"), Edit(8, "AmazonValue", "Grey")])
    assert "row-duplicate" not in counts(opened.overview(quiet))


def test_an_inserted_row_says_what_is_known_of_it(opened: Jobs) -> None:
    opened.insert_row(quiet, texts={"CategoryID": "212", "Type": "Information"})
    opened.insert_row(quiet, like=4, texts={"VTEXValue": "Cinza"})
    rows = [row.cells for row in opened.sheet_page(quiet, 6, 9).rows]
    assert rows[0] == ("212", "", "Information", "", "", "", "")
    assert (rows[1][5], rows[1][3]) == ("Cinza", ROWS[2][3])


def test_what_was_left_in_a_row_that_went_is_not_left_in_the_next_new_one(opened: Jobs) -> None:
    opened.insert_row(quiet, like=6)
    opened.ignore(quiet, [FindingKey("type-case", 8, "Type", "variation")])
    assert opened.ignored_page(quiet, 0, 9).total == 1
    opened.delete_rows(quiet, [8])
    opened.insert_row(quiet, like=6)
    assert opened.ignored_page(quiet, 0, 9).total == 0
    assert column(opened, "Type")[-1] == (9, "variation")


def test_rows_are_listed_among_the_changes_and_taken_back_from_there(opened: Jobs) -> None:
    opened.delete_rows(quiet, [3])
    opened.insert_row(quiet, like=2)
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black"), Edit(8, "AmazonValue", "M")])
    page = opened.changes_page(quiet, 0, 10)
    assert page.total == 3
    assert page.changes == (
        CellChange(3, "", "", "", "row-out", tuple(ROWS[1])),
        CellChange(8, "", "", "", "row-in", (*ROWS[0][:6], "M")),
        CellChange(4, "AmazonValue", "Blak", "Black"),
    )
    overview = opened.revert(quiet, [(3, ""), (8, "")])
    assert (overview.rows_in, overview.rows_out, overview.changed_cells) == (0, 0, 1)
    assert [row for row, _ in column(opened, "Type")] == [2, 3, 4, 5, 6, 7]


def test_rows_are_saved_and_those_below_move_up(opened: Jobs, tmp_path: Path) -> None:
    opened.delete_rows(quiet, [3, 7])
    opened.insert_row(quiet, like=2)
    opened.apply(quiet, [Edit(8, "AmazonValue", "M"), Edit(5, "AmazonValue", "Blue")])
    opened.insert_row(quiet)
    assert opened.deletion(quiet).obstacles == ()
    saved = opened.save(quiet, tmp_path / "out.xlsx", False).saved_to
    assert saved is not None
    found = [list(row) for row in load_workbook(saved).active.iter_rows(values_only=True)]
    wanted = [ROWS[0], ROWS[2], [*ROWS[3][:6], "Blue"], ROWS[4], [*ROWS[0][:6], "M"]]
    assert found[1:] == [[None if text == "" else text for text in row] for row in wanted]


def test_rows_that_cannot_move_are_emptied_and_that_is_said_before(jobs: Jobs, tmp_path: Path) -> None:
    path = write(tmp_path / "mapping.xlsx")
    book = load_workbook(path)
    book.active["I9"] = "=COUNTA(A2:A7)"
    book.save(path)
    jobs.open(quiet, [path])
    assert jobs.deletion(quiet, [4]).obstacles == ("formulas",)
    jobs.delete_rows(quiet, [4])
    saved = jobs.save(quiet, tmp_path / "out.xlsx", False).saved_to
    assert saved is not None
    sheet = load_workbook(saved).active
    assert [cell.value for cell in sheet[4]][:7] == [None] * 7
    assert (sheet["F5"].value, sheet["I9"].value) == ("Azul", "=COUNTA(A2:A7)")


def test_rows_come_back_after_a_restart(opened: Jobs) -> None:
    opened.delete_rows(quiet, [3])
    opened.insert_row(quiet, like=2)
    opened.apply(quiet, [Edit(8, "AmazonValue", "M")])
    left = opened.overview(quiet), opened.sheet_page(quiet, 0, 99).rows
    with closing(again(opened)) as fresh:
        now = fresh.overview(quiet)
        assert (now.groups, now.undo, now.rows_in, now.rows_out) == (
            left[0].groups, left[0].undo, 1, 1,
        )  # fmt: skip
        assert fresh.sheet_page(quiet, 0, 99).rows == left[1]


# ---------------------------------------------------------------- findings left as they are


def key(jobs: Jobs, code: str, place: int = 0) -> FindingKey:
    finding = jobs.problem_page(quiet, code, place, 1).problems[0].finding
    return FindingKey(finding.code, finding.row, finding.column, finding.value)


def test_a_finding_is_left_counted_apart_and_taken_up_again(opened: Jobs) -> None:
    before = opened.overview(quiet)
    wanted = key(opened, "theme-case")
    overview = opened.ignore(quiet, [wanted], "the store wants it so")
    assert "theme-case" not in counts(overview)
    assert (overview.ignored, overview.changed_cells, overview.undo) == (
        1,
        0,
        StepSummary(0, "", "", ignored=1),
    )
    (problem,) = opened.ignored_page(quiet, 0, 10).problems
    assert (problem.finding.code, problem.reason) == ("theme-case", "the store wants it so")
    assert problem.cells == tuple(ROWS[3])
    assert counts(opened.restore(quiet, [wanted])) == counts(before)
    assert opened.overview(quiet).ignored == 0
    assert opened.undo(quiet).ignored == 1
    assert opened.undo(quiet).ignored == 0


def test_what_is_left_stays_so_over_edits_elsewhere_other_references_and_a_restart(
    opened: Jobs, tmp_path: Path
) -> None:
    opened.ignore_type(quiet, "type-case")
    opened.apply(quiet, [Edit(6, "VTEXValue", "XP")])
    opened.open(quiet, [Path(shutil.copy(VALUES, tmp_path))])
    assert "type-case" not in counts(opened.overview(quiet))
    with closing(again(opened)) as fresh:
        assert fresh.overview(quiet).ignored == 1
        assert "type-case" not in counts(fresh.overview(quiet))


def test_another_text_is_another_finding(opened: Jobs) -> None:
    opened.ignore(quiet, [key(opened, "type-case")])
    assert counts(opened.apply(quiet, [Edit(6, "Type", "VARIATION")]))["type-case"] == 1


# ---------------------------------------------------------------- find and replace


def test_a_part_is_found_and_replaced_in_a_column(opened: Jobs) -> None:
    wanted = FindQuery("Pret", "VTEXValue")
    found = opened.find(quiet, wanted)
    assert (found.total, found.cells) == (2, ((3, "VTEXValue"), (4, "VTEXValue")))
    overview = opened.replace(quiet, wanted, "Negr")
    assert [text for _, text in column(opened, "VTEXValue")][1:3] == ["Negro", "Negrto"]
    assert overview.undo == StepSummary(2, "VTEXValue", "")


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (FindQuery("P", "VTEXValue", whole=True), [2]),
        (FindQuery("p", "VTEXValue", whole=True), []),
        (FindQuery("p", "VTEXValue", whole=True, match_case=False), [2]),
        (FindQuery("", "VariationTheme"), [7]),
        (FindQuery("SizeColor", "VariationTheme", match_case=False, code="theme-case"), [5]),
        (FindQuery(".", "VTEXValue"), []),
    ],
)
def test_what_is_wanted_is_found(opened: Jobs, wanted: FindQuery, rows: list[int]) -> None:
    assert [row for row, _ in opened.find(quiet, wanted).cells] == rows


def test_all_columns_are_looked_through(opened: Jobs) -> None:
    assert {name for _, name in opened.find(quiet, FindQuery("ariation")).cells} == {"Type"}
    assert opened.find(quiet, FindQuery("Una")).total == 2


# ---------------------------------------------------------------- what may stand in a cell


def test_accepted_texts_are_told_for_each_column(opened: Jobs, tmp_path: Path) -> None:
    assert opened.accepted_values(quiet, 3, "Type") == ("Variation", "Information")
    assert "SizeColor" in opened.accepted_values(quiet, 3, "VariationTheme")
    assert "Color" in opened.accepted_values(quiet, 3, "AmazonSpecification")
    assert opened.accepted_values(quiet, 3, "AmazonValue") == ()
    opened.open(quiet, [Path(shutil.copy(VALUES, tmp_path))])
    assert "Black" in opened.accepted_values(quiet, 3, "AmazonValue")
    assert "Black" not in opened.accepted_values(quiet, 2, "AmazonValue")
    assert opened.accepted_values(quiet, 3, "CategoryID") == ()
    assert opened.accepted_values(quiet, 99, "Type") == opened.accepted_values(quiet, 3, "Other") == ()


# ---------------------------------------------------------------- the layout


def test_a_plain_sheet_needs_no_decision(opened: Jobs) -> None:
    assert opened.overview(quiet).doubts == ()
    view = opened.layout(quiet)
    assert (view.layout.header_row, view.layout.missing, view.doubts, view.by_person) == (1, (), (), False)
    assert view.preview[:2] == (COLUMNS, tuple(ROWS[0]))


@pytest.mark.parametrize(
    ("header", "doubts"),
    [
        ([*COLUMNS[:6], "Valor"], ("columns-missing",)),
        ([*COLUMNS[:4], "AmazonSpecfication", *COLUMNS[5:]], ("columns-doubtful",)),
        ([*COLUMNS, "Amazon Value"], ("columns-twice",)),
        (["VTEX Category Id", *COLUMNS[1:]], ()),
    ],
)
def test_what_is_doubtful_is_told(
    jobs: Jobs, tmp_path: Path, header: list[str], doubts: tuple[str, ...]
) -> None:
    overview = jobs.open(quiet, [write(tmp_path / "mapping.xlsx", header=header)])
    assert overview.doubts == doubts == jobs.layout(quiet).doubts


def test_columns_can_be_told_and_the_fixes_that_fit_are_kept(jobs: Jobs, tmp_path: Path) -> None:
    path = write(tmp_path / "mapping.xlsx", header=[*COLUMNS[:6], "Valor na loja"])
    jobs.open(quiet, [path])
    jobs.apply(quiet, [Edit(6, "Type", "Variation"), Edit(3, "VTEXValue", "Negro")])
    places = {name: place for place, name in enumerate(COLUMNS)}
    overview = jobs.set_layout(quiet, "Planilha1", 1, places)
    assert (overview.doubts, overview.changed_cells, overview.dropped) == ((), 2, ())
    assert "column-missing" not in counts(overview)
    assert jobs.layout(quiet).by_person
    jobs.apply(quiet, [Edit(4, "AmazonValue", "Black")])
    with closing(again(jobs)) as fresh:
        assert dict(column(fresh, "AmazonValue"))[4] == "Black"
        saved = fresh.save(quiet, tmp_path / "out.xlsx", False).saved_to
        assert saved is not None
        assert load_workbook(saved).active["G4"].value == "Black"
        reset = fresh.reset_layout(quiet)
        assert [edit.column for edit in reset.dropped] == ["AmazonValue"]
        assert reset.doubts == ("columns-missing",)


def test_another_sheet_can_be_chosen(jobs: Jobs, tmp_path: Path) -> None:
    path = write(tmp_path / "mapping.xlsx")
    book = load_workbook(path)
    copy = book.copy_worksheet(book.active)
    copy.title = "Velha"
    copy.delete_rows(4, 9)
    book.save(path)
    assert jobs.open(quiet, [path]).doubts == ("several-sheets",)
    assert jobs.layout(quiet, "Velha").layout.rows == 2
    layout = jobs.layout(quiet, "Velha", 1).layout
    overview = jobs.set_layout(quiet, "Velha", 1, layout.places)
    assert (overview.sheet, overview.rows, overview.doubts) == ("Velha", 2, ())


@pytest.mark.parametrize(
    ("sheet", "row", "places", "code"),
    [
        ("Nada", 1, {"Type": 0}, "sheet-not-found"),
        ("Planilha1", 99, {"Type": 0}, "not-a-mapping"),
        ("Planilha1", 1, {"Type": 0, "VTEXValue": 0}, "not-a-mapping"),
        ("Planilha1", 1, {"Type": 70}, "not-a-mapping"),
        ("Planilha1", 1, {}, "not-a-mapping"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(
    opened: Jobs, sheet: str, row: int, places: dict[str, int], code: str
) -> None:
    before = opened.overview(quiet)
    with pytest.raises(InputError) as caught:
        opened.set_layout(quiet, sheet, row, places)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert opened.overview(quiet) == before


# ---------------------------------------------------------------- the file changed meanwhile


def test_a_changed_file_is_noticed(opened: Jobs, mapping: Path) -> None:
    assert opened.file_state(quiet) == "same"
    changed_later(mapping)
    assert opened.file_state(quiet) == "changed"
    mapping.unlink()
    assert opened.file_state(quiet) == "gone"


def test_rows_that_moved_are_found_again(opened: Jobs, mapping: Path) -> None:
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black"), Edit(5, "AmazonValue", "Blue")])
    opened.delete_rows(quiet, [7])
    opened.ignore(quiet, [key(opened, "type-case")])
    opened.insert_row(quiet, like=2)
    top = ["300", "", "Information", "Nova", "Brand", "X", "X"]
    write(mapping, [top, *ROWS[:3], [*ROWS[3][:5], "Azul claro", "Bluee"], *ROWS[4:]])
    changed_later(mapping)
    overview = opened.reload_file(quiet)
    assert (overview.file_changed, overview.dropped, overview.dropped_rows) == (True, (), ())
    values = dict(column(opened, "AmazonValue"))
    assert values == {2: "X", 3: "S", 4: "black", 5: "Black", 6: "Blue", 7: "XS", 9: "S"}
    assert opened.ignored_page(quiet, 0, 9).problems[0].finding.row == 7
    opened.apply(quiet, [Edit(3, "AmazonValue", "M")])
    with closing(again(opened)) as fresh:
        assert dict(column(fresh, "AmazonValue")) == {**values, 3: "M"}
        assert fresh.overview(quiet).file_changed is False
        for _ in range(5):
            fresh.undo(quiet)
        assert fresh.overview(quiet).undo is None
        assert fresh.overview(quiet).changed_cells == 0


def test_what_does_not_fit_any_more_is_listed(opened: Jobs, mapping: Path) -> None:
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black"), Edit(5, "AmazonValue", "Blue")])
    opened.delete_rows(quiet, [7])
    write(mapping, [*ROWS[:2], [*ROWS[2][:6], "Grey"], *ROWS[3:5], [*ROWS[5][:6], "Other"]])
    changed_later(mapping)
    overview = opened.reload_file(quiet)
    assert [(edit.row, edit.before, edit.after) for edit in overview.dropped] == [(4, "Blak", "Black")]
    assert [(edit.row, edit.texts[6]) for edit in overview.dropped_rows] == [(7, " Una ")]
    assert dict(column(opened, "AmazonValue"))[5] == "Blue"


def test_a_file_that_cannot_be_taken_up_changes_nothing(opened: Jobs, mapping: Path) -> None:
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black")])
    before = opened.overview(quiet)
    mapping.write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(InputError):
        opened.reload_file(quiet)
    assert opened.overview(quiet) == before


# ---------------------------------------------------------------- what goes wrong in the middle


def test_a_step_that_cannot_be_kept_is_not_made(opened: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.apply(quiet, [Edit(4, "AmazonValue", "Black")])
    before = opened.overview(quiet), opened.sheet_page(quiet, 0, 99), opened.changes_page(quiet, 0, 99)

    def full(*_: object, **__: object) -> None:
        raise InputError("file-not-writable", file="listo.sqlite3")

    for name in ("record", "move", "set_history"):
        monkeypatch.setattr(opened.session.store, name, full)
    tries = (
        lambda: opened.apply(quiet, [Edit(2, "Type", "x")]),
        lambda: opened.delete_rows(quiet, [3]),
        lambda: opened.insert_row(quiet, 2),
        lambda: opened.ignore_type(quiet, "type-case", "no"),
        lambda: opened.undo(quiet),
        lambda: opened.apply_safe(quiet),
    )
    for attempt in tries:
        with pytest.raises(InputError):
            attempt()
        now = opened.overview(quiet), opened.sheet_page(quiet, 0, 99), opened.changes_page(quiet, 0, 99)
        assert now == before


def test_a_look_at_everything_that_is_stopped_leaves_all_as_it_was(
    opened: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    from listo.core.checks import incremental

    def stop(stage: str, done: int, total: int) -> None:
        if total:
            raise CancelledError

    monkeypatch.setattr(incremental, "_MOST_FOLLOWED", 1)
    before = opened.overview(quiet), opened.sheet_page(quiet, 0, 99)
    with pytest.raises(CancelledError):
        opened.apply(stop, [Edit(2, "Type", "x"), Edit(3, "Type", "x")])
    assert (opened.overview(quiet), opened.sheet_page(quiet, 0, 99)) == before
    assert opened.apply(quiet, [Edit(2, "Type", "x"), Edit(3, "Type", "x")]).changed_cells == 2


def lacking_rows(tmp_path: Path) -> list[Path]:
    """Return a sheet of two categories, of which one lacks values and an attribute, with its files."""
    mapping, values, *exports = sku_files.write_store(tmp_path, 60)
    sku_files.write_mapping(
        mapping,
        [
            ("212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"),
            ("212", "SizeColor", "Variation", "Tamanho", "Size", "M", "M"),
            ("212", "SizeColor", "Variation", "Cor", "Color", "Preto", "Black"),
            ("187", "", "Information", "Material", "Material", "Couro", "Leather"),
            ("187", "Color", "Variation", "Cor", "Color", "Azul", "Navy"),
        ],
    )
    return [mapping, values, *exports]


def test_rows_that_are_missing_come_with_what_is_known_and_proposed(jobs: Jobs, tmp_path: Path) -> None:
    overview = jobs.open(quiet, lacking_rows(tmp_path))
    group = next(group for group in overview.groups if group.code == "value-unmapped")
    found = jobs.missing_rows(quiet, "value-unmapped")
    assert found.revision == overview.revision
    assert len(found.rows) == group.count
    assert found.places == tuple(range(group.count))
    rows = {(row.texts[0], row.texts[5]): row for row in found.rows}
    white, large = rows["212", "Branco"], rows["212", "G"]
    assert white.texts == ("212", "SizeColor", "Variation", "Cor", "Color", "Branco", "White")
    assert (white.open, white.grade) == (("AmazonValue",), "likely")
    assert large.texts[:6] == ("212", "SizeColor", "Variation", "Tamanho", "Size", "G")
    assert large.proposed[0] == "L"


def test_all_rows_that_are_missing_are_one_step_of_undo(jobs: Jobs, tmp_path: Path) -> None:
    before = jobs.open(quiet, lacking_rows(tmp_path))
    found = jobs.missing_rows(quiet, "value-unmapped")
    answered = [(*row.texts[:6], row.texts[6] or "Burgundy") for row in found.rows]
    overview = jobs.add_rows(quiet, answered, revision=before.revision)
    assert overview.rows_in == len(answered)
    assert "value-unmapped" not in counts(overview)
    assert jobs.add_rows(quiet, answered, revision=before.revision).rows_in == len(answered)
    assert counts(jobs.undo(quiet)) == counts(before)


def test_an_attribute_that_a_category_lacks_is_mapped_as_another_maps_it(opened: Jobs) -> None:
    finder = MissingRowFinder(opened._edits._session.mapping, DecisionMemory())
    about = {"category": "187", "theme": "SizeColor", "missing": "Color"}
    incomplete = Finding("theme-incomplete", "warning", None, 7, "VariationTheme", "SizeColor", about)
    found = list(finder.of(incomplete))
    assert [row.texts[:6] for row in found] == [
        ("187", "SizeColor", "Variation", "Cor", "Color", value) for value in ("Preto", "Pretto", "Azul")
    ]
    lacks = {"category": "187"}
    [row] = finder.of(Finding("mandatory-attribute-missing", "error", None, 7, None, "Material", lacks))
    assert row.texts == ("187", "", "Information", "", "Material", "", "")
    assert row.open == ("VTEXSpecification", "VTEXValue", "AmazonValue")
