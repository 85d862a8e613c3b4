"""Rows taken out of a copy: those below move up with all that points to them, or nothing is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from listo.core.workbooks.xlsx.remove_rows import Obstacle, obstacles

HEADER = ["CategoryID", "Type", "AmazonValue"]
ROWS = [[f"{number}", "Variation", f"Value {number}"] for number in range(2, 12)]


def book(path: Path, change: Callable[[Any, Any], None] = lambda book, sheet: None) -> Path:
    made = Workbook()
    sheet = made.active
    sheet.title = "Plan 1"
    for row in (HEADER, *ROWS):
        sheet.append(row)
    change(made, sheet)
    made.save(path)
    return path


def column(path: Path) -> list[Any]:
    return [row[0] for row in load_workbook(path)["Plan 1"].iter_rows(values_only=True)]


def without(source: Path, target: Path, rows: set[int], edits: dict[Cell, str] | None = None) -> Path:
    return write_copy(read_workbook(source), target, {"Plan 1": edits or {}}, without={"Plan 1": rows})


def in_the_way(path: Path, rows: set[int]) -> tuple[Obstacle, ...]:
    return obstacles(read_workbook(path), "Plan 1", rows)


def test_rows_go_and_those_below_move_up_with_their_edits(tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx")
    assert in_the_way(source, {2, 5}) == ()
    edits = {Cell(1, 2): "above", Cell(6, 2): "below", Cell(11, 0): "new"}
    copy = without(source, tmp_path / "out.xlsx", {2, 5}, edits)
    sheet = load_workbook(copy)["Plan 1"]
    assert column(copy) == ["CategoryID", "2", "4", "5", "7", "8", "9", "10", "11", "new"]
    assert (sheet["C2"].value, sheet["C5"].value) == ("above", "below")
    assert sheet.dimensions == "A1:C10"


def test_the_last_rows_go(tmp_path: Path) -> None:
    copy = without(book(tmp_path / "in.xlsx"), tmp_path / "out.xlsx", set(range(1, 11)))
    assert column(copy) == ["CategoryID"]


def rich(made: Any, sheet: Any) -> None:
    """Put into a sheet what moves with its rows."""
    for row in range(2, 12):
        sheet.cell(row, 1).font = Font(bold=row % 2 == 0)
        sheet.row_dimensions[row].height = 10 + row
    sheet.auto_filter.ref = "A1:C11"
    sheet.freeze_panes = "A2"
    sheet.sheet_view.selection[0].activeCell = "B6"
    sheet.sheet_view.selection[0].sqref = "B6"
    sheet.merge_cells("E9:F10")
    sheet.print_area = "A1:C11"
    sheet["H10"].hyperlink = "https://example.com/"
    rule = FormulaRule(formula=['$B2="x"'], fill=PatternFill(bgColor="FF0000"))
    sheet.conditional_formatting.add("A2:C11", rule)
    choice = DataValidation(type="list", formula1='"Variation,Information"')
    choice.add("B2:B11")
    sheet.add_data_validation(choice)
    sheet["A1"].comment = Comment("stays", "me")
    made.defined_names["Heads"] = DefinedName("Heads", attr_text="'Plan 1'!$A$1:$C$1")
    made.create_sheet("Other").append(["=1+1"])


def test_what_points_to_rows_moves_with_them(tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx", rich)
    assert in_the_way(source, {3, 4}) == ()
    copy = load_workbook(without(source, tmp_path / "out.xlsx", {3, 4}))
    sheet = copy["Plan 1"]
    assert [sheet.cell(row, 1).font.bold for row in range(2, 6)] == [True, False, True, False]
    assert [sheet.row_dimensions[row].height for row in (3, 4, 9)] == [13, 16, 21]
    assert (sheet.auto_filter.ref, sheet.print_area) == ("A1:C9", "'Plan 1'!$A$1:$C$9")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["E7:F8"]
    assert sheet["H8"].hyperlink.target == "https://example.com/"
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["A2:C9"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B2:B9"
    assert sheet.sheet_view.selection[0].activeCell in ("B4", "A2")
    assert sheet["A1"].comment.text == "stays"


def test_a_table_shrinks_and_grows(tmp_path: Path) -> None:
    source = book(
        tmp_path / "in.xlsx", lambda _, sheet: sheet.add_table(Table(displayName="T", ref="A1:C11"))
    )
    assert in_the_way(source, {4}) == ()
    shorter = without(source, tmp_path / "out.xlsx", {4})
    assert load_workbook(shorter)["Plan 1"].tables["T"].ref == "A1:C10"
    longer = write_copy(
        read_workbook(source), tmp_path / "longer.xlsx",
        {"Plan 1": {Cell(11, 0): "x", Cell(12, 2): "y", Cell(14, 0): "apart"}},
    )  # fmt: skip
    assert load_workbook(longer)["Plan 1"].tables["T"].ref == "A1:C13"
    assert load_workbook(longer)["Plan 1"].tables["T"].autoFilter.ref == "A1:C13"


def _formula(made: Any, sheet: Any) -> None:
    sheet["D3"] = "=C3"


def _elsewhere(made: Any, sheet: Any) -> None:
    made.create_sheet("Sum")["A1"] = "=COUNTA('Plan 1'!A:A)"


def _comment(made: Any, sheet: Any) -> None:
    sheet["A7"].comment = Comment("look", "me")


def _named(made: Any, sheet: Any) -> None:
    made.defined_names["Data"] = DefinedName("Data", attr_text="'Plan 1'!$A$2:$C$11")


def _whole_table(made: Any, sheet: Any) -> None:
    sheet.add_table(Table(displayName="T", ref="A1:C11"))


def _rule(made: Any, sheet: Any) -> None:
    rule = FormulaRule(formula=["$B2=$B$9"], fill=PatternFill(bgColor="FF0000"))
    sheet.conditional_formatting.add("A2:C11", rule)


def _chart(made: Any, sheet: Any) -> None:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=2, max_row=11))
    made.create_sheet("Chart").add_chart(chart, "B2")


def _chart_below(made: Any, sheet: Any) -> None:
    from openpyxl.chart import BarChart

    sheet.add_chart(BarChart(), "H20")


def _whole_rows(made: Any, sheet: Any) -> None:
    made.defined_names["Data"] = DefinedName("Data", attr_text="'Plan 1'!$3:$9")


def _break(made: Any, sheet: Any) -> None:
    from openpyxl.worksheet.pagebreak import Break

    sheet.row_breaks.append(Break(id=7))


def _link(ref: str, location: str, elsewhere: bool = True) -> Callable[[Any, Any], None]:
    from openpyxl.worksheet.hyperlink import Hyperlink

    def plant(made: Any, sheet: Any) -> None:
        other = made.create_sheet("Other") if elsewhere else sheet
        other[ref] = "go"
        other[ref].hyperlink = Hyperlink(ref=ref, location=location)

    return plant


@pytest.mark.parametrize(
    ("plant", "rows", "found"),
    [
        (_whole_rows, {4}, "names"),
        (_break, {4}, "other"),
        (_link("A1", "'Plan 1'!A9"), {4}, "links"),
        (_link("E1", "A9", elsewhere=False), {4}, "links"),
        (_formula, {4}, "formulas"),
        (_elsewhere, {4}, "formulas"),
        (_comment, {4}, "comments"),
        (_named, {4}, "names"),
        (_whole_table, set(range(1, 11)), "tables"),
        (_rule, {4}, "formulas"),
        (_chart, {4}, "charts"),
        (_chart_below, {4}, "drawings"),
        (lambda _, sheet: sheet.merge_cells("E4:E6"), {4}, "merged"),
        (lambda _, sheet: setattr(sheet["H5"], "hyperlink", "https://example.com/"), {4}, "links"),
    ],
)
def test_what_would_point_to_wrong_rows_is_told_and_stands_in_the_way(
    tmp_path: Path, plant: Any, rows: set[int], found: Obstacle
) -> None:
    source = book(tmp_path / "in.xlsx", plant)
    assert found in in_the_way(source, rows)
    with pytest.raises(ValueError, match="Plan 1"):
        without(source, tmp_path / "out.xlsx", rows)
    assert {file.name for file in tmp_path.iterdir()} == {"in.xlsx"}


def test_what_stands_above_does_not(tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx", _comment)
    assert in_the_way(source, {8}) == ()
    assert load_workbook(without(source, tmp_path / "out.xlsx", {8}))["Plan 1"]["A7"].comment.text == "look"


@pytest.mark.parametrize(
    "plant",
    [_whole_rows, _break, _link("A1", "'Plan 1'!A9"), _link("A1", "Other!A19")],
    ids=["whole rows", "a break", "a link in the sheet", "a link to another sheet"],
)
def test_what_leads_above_the_first_row_that_goes_does_not(tmp_path: Path, plant: Any) -> None:
    assert in_the_way(book(tmp_path / "in.xlsx", plant), {10}) == ()


def test_a_button_of_the_oldest_kind_stands_in_the_way(tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx")
    shapes = (
        '<xml xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ClientData ObjectType="{}">'
        "<x:Anchor>1, 15, 6, 2, 3, 15, 8, 4</x:Anchor></x:ClientData></xml>"
    )
    for kind, rows, found in (("Button", {4}, ("drawings",)), ("Button", {9}, ()), ("Note", {4}, ())):
        with_drawing(source, tmp_path / "drawn.xlsx", shapes.format(kind))
        assert in_the_way(tmp_path / "drawn.xlsx", rows) == found


def with_drawing(source: Path, target: Path, shapes: str) -> None:
    import zipfile

    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="../drawings/vmlDrawing1.vml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"/></Relationships>'
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/drawings/vmlDrawing1.vml", shapes)
        new.writestr("xl/worksheets/_rels/sheet1.xml.rels", relations)


@pytest.mark.parametrize(("end", "delimiter"), [("\r\n", ";"), ("\n", ",")])
def test_lines_of_a_text_file_go(tmp_path: Path, end: str, delimiter: str) -> None:
    source = tmp_path / "in.csv"
    lines = [delimiter.join(row) for row in (HEADER, *ROWS[:4])]
    source.write_bytes(end.join(lines).encode())
    workbook = read_workbook(source)
    name = workbook.tables[0].name
    assert obstacles(workbook, name, {2}) == ()
    copy = write_copy(workbook, tmp_path / "out.csv", {name: {Cell(3, 2): "changed"}}, without={name: {2}})
    changed = [lines[0], lines[1], lines[3].replace("Value 4", "changed"), lines[4]]
    assert copy.read_bytes() == end.join(changed).encode()


def test_nothing_else_of_the_package_changes(tmp_path: Path) -> None:
    import zipfile

    source = book(tmp_path / "in.xlsx", rich)
    copy = without(source, tmp_path / "out.xlsx", {3})
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy) as new:
        assert old.namelist() == new.namelist()
        differ = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert differ == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


# ---------------------------------------------------------------- drafts of processes that were killed


def draft_of_a_killed_process(folder: Path, *, noted: bool = True) -> Path:
    """Have a process end in the middle of a save; not `noted`, it stays a zombie until the tests end."""
    left = "from pathlib import Path; import os, sys\n"
    left += "from listo.core.workbooks.atomic_write import temporary_beside\n"
    left += "with temporary_beside(Path(sys.argv[1])) as d: d.write_text('half'); os._exit(9)"
    process = subprocess.Popen([sys.executable, "-c", left, str(folder / "out.xlsx")])
    if noted:
        process.wait()
    else:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        ZOMBIES.append(process)
    (draft,) = folder.iterdir()
    return draft


ZOMBIES: list[subprocess.Popen[bytes]] = []


@pytest.fixture
def zombies() -> Iterator[None]:
    yield
    while ZOMBIES:
        ZOMBIES.pop().wait()


def test_drafts_that_a_killed_process_left_are_swept_and_others_stay(tmp_path: Path) -> None:
    from listo.core.workbooks.atomic_write import temporary_beside

    draft_of_a_killed_process(tmp_path)
    other = tmp_path / ".~listo-00000000-1-abcd.xlsx"
    with temporary_beside(tmp_path / "other.xlsx") as mine:
        of_a_version_before = mine.with_name(f"{'-'.join(mine.name.split('-')[:3])}-ab12cd34.xlsx")
        for file in (mine, of_a_version_before, other, tmp_path / "in.xlsx"):
            file.write_text("theirs")
        book(tmp_path / "in.xlsx")
        copy = without(tmp_path / "in.xlsx", tmp_path / "out.xlsx", {3})
        kept = {mine, of_a_version_before, other}
        assert set(tmp_path.iterdir()) == {tmp_path / "in.xlsx", copy, *kept}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says when a process started")
def test_a_draft_is_swept_though_the_number_of_its_process_is_anothers_by_now(tmp_path: Path) -> None:
    draft = draft_of_a_killed_process(tmp_path)
    beginning, machine, _, rest = draft.name.split("-", 3)
    draft.rename(draft.with_name(f"{beginning}-{machine}-{os.getppid()}-{rest}"))
    book(tmp_path / "in.xlsx")
    copy = without(tmp_path / "in.xlsx", tmp_path / "out.xlsx", {3})
    assert set(tmp_path.iterdir()) == {tmp_path / "in.xlsx", copy}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says that a process is a zombie")
def test_a_draft_is_swept_before_its_process_is_taken_note_of(tmp_path: Path, zombies: None) -> None:
    draft_of_a_killed_process(tmp_path, noted=False)
    book(tmp_path / "in.xlsx")
    copy = without(tmp_path / "in.xlsx", tmp_path / "out.xlsx", {3})
    assert set(tmp_path.iterdir()) == {tmp_path / "in.xlsx", copy}


def test_a_copy_that_does_not_hold_what_is_left_never_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from listo.core.workbooks import write

    monkeypatch.setattr(write, "_holds_what_is_left", lambda *_: False)
    source = book(tmp_path / "in.xlsx")
    with pytest.raises(InputError) as caught:
        without(source, tmp_path / "out.xlsx", {3})
    assert caught.value.code == "file-not-writable"
    assert list(tmp_path.iterdir()) == [source]
