"""The whole path in the real window with a real mouse and keyboard: from a dragged file to the next start.

With `LISTO_PICTURES=folder` a numbered picture of each step is written there; with
`LISTO_PICTURES_LANG=pt_BR.UTF-8` in another language, with `LISTO_SCHEME=dark` in the other scheme.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from openpyxl import load_workbook

import packages
import story_files
from listo.core.mapping.sheet import COLUMNS
from listo.core.wizard_state import STEPS
from listo.ui.spreadsheet.tables.review_tables import ChangesColumn
from story_files import FIRST_ROW, ROWS, SHEET
from x_screen import ListoWindow, needs_a_screen, open_screen, running

PICTURES = os.environ.get("LISTO_PICTURES")
FILE_LIST = Path(__file__).resolve().parent / "file_list_window.py"

CHOSEN = (
    (7, "AmazonValue", "Black"),
    (8, "AmazonValue", "Black"),
    (10, "AmazonValue", "Turquoise"),
    (12, "Type", "Variation"),
    (13, "Type", "Variation"),
)
"""Excel's row, the column and the text of each cell that is mended and not taken back."""
MAY_CHANGE = {"xl/worksheets/sheet1.xml"}
"""The parts of the copy that the changes are in."""

pytestmark = needs_a_screen


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    with open_screen() as environment:
        yield {**environment, "LANG": os.environ.get("LISTO_PICTURES_LANG", environment["LANG"])}


class Story:
    """One start of the window after the other, and what is done in it."""

    def __init__(self, screen: dict[str, str], folder: Path) -> None:
        self.screen, self.folder = screen, folder
        self.mapping = story_files.write_mapping(folder / "mapping.xlsx")
        self.template = story_files.write_template(folder / "template.xlsx")
        self.copy = folder / "corrected" / "copy.xlsx"
        self.copy.parent.mkdir()
        self._pictures = count(1)
        self.listo: ListoWindow

    def start(self) -> None:
        self.listo = ListoWindow(self.screen)

    def picture(self, name: str) -> None:
        if PICTURES:
            path = Path(PICTURES) / f"{next(self._pictures):02}-{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.listo.take_picture(path)

    def wait_for(self, **facts: object) -> None:
        """Wait until the work is so, and all that was asked for is there."""
        for name, value in facts.items():
            self.listo.wait(f"tab.overview.{name} == {value!r}")
        self.listo.wait_until_settled()

    # -- one step of the path after the other -----------------------------------------------------

    def drag_files(self) -> None:
        command = [sys.executable, str(FILE_LIST), str(self.mapping), str(self.template)]
        with running(command, env=self.screen, stdout=-1) as files:
            assert files.stdout is not None
            places = [tuple(map(int, files.stdout.readline().split())) for _ in range(2)]
            for number, start in enumerate(places, 1):
                middle = self.listo.where("at(tab)")
                self.listo.devices.drag((start[0], start[1]), middle)
                self.listo.wait("window.overlay.isVisible() and len(window.overlay._cards)")
                if number == 1:
                    self.picture("files-are-over-the-window")
                self.listo.devices.let_go()
                self.listo.wait(f"tab.overview and len(tab.overview.files) == {number}")
                self.listo.wait_until_settled()
        assert self.listo.see("[card.kind for card in tab.overview.files]") == ["mapping", "amazon-values"]
        self.picture("files")

    def look_at_columns(self) -> None:
        self.listo.wait("tab.step == 'columns' and tab.columns.sheet.currentData() == 'Mapa'")
        self.picture("columns")
        self.listo.press("at(tab.columns.use)")
        self.listo.wait("tab.step == 'problems'")
        self.wait_for(doubts=())

    def mend_values(self) -> None:
        listo = self.listo
        listo.wait("tab.problems.code == 'amazon-value-not-accepted' and tab.problems.table.hasFocus()")
        self.picture("problems")
        listo.press("use(0)")
        self.wait_for(changed_cells=1)
        self.wait_for_row(7)
        self.picture("a-suggestion-is-used")
        listo.key("ctrl+Return")
        self.wait_for(changed_cells=3)
        self.wait_for_row(10)
        self.picture("used-for-all-alike")
        listo.key("F2")
        listo.wait("editor.row == 10 and 'Turquoise' in editor.values()")
        listo.type("turq")
        listo.wait("popup")
        self.picture("completion")
        listo.key("Down", "Return")
        self.wait_for(changed_cells=4)
        self.wait_for_row(11)

    def wait_for_row(self, row: int) -> None:
        """Wait until the keyboard is on the problem of that row."""
        self.listo.wait(
            f"tab.problems.current_cell() == ({row}, 'AmazonValue') and tab.problems.table.hasFocus()"
        )

    def leave_one(self) -> None:
        listo = self.listo
        listo.key("ctrl+l")
        listo.wait("dialog and dialog.reason.hasFocus()")
        listo.type("sold out")
        self.picture("leave-as-it-is")
        listo.key("Return")
        self.wait_for(ignored=1)
        self.picture("nothing-of-this-kind-is-left")
        listo.key("ctrl+z")
        self.wait_for(ignored=0)
        listo.key("ctrl+shift+z")
        self.wait_for(ignored=1)

    def show_issue_type(self, code: str) -> None:
        self.listo.press(f"cell(tab.sidebar.issue_types, tab.issue_types.row_of({code!r}))")
        self.listo.wait(f"tab.problems.code == {code!r} and tab.problems.table.current_problem()")
        self.listo.wait_until_settled()

    def find_and_replace(self) -> None:
        listo = self.listo
        self.show_issue_type("type-case")
        listo.key("ctrl+h")
        listo.wait(
            "tab.find_panel.search_text.hasFocus() and tab.find_panel.search_text.text() == 'variation'"
        )
        listo.press("at(tab.find_panel.replacement)")
        listo.type("Variation")
        listo.wait("tab.find_panel.replacement.text() == 'Variation' and tab.find_panel.replace.isEnabled()")
        self.picture("find-and-replace")
        listo.key("Return")
        self.wait_for(changed_cells=6)
        listo.key("Escape")
        listo.wait("not tab.find_panel.isVisible()")

    def delete_a_row(self) -> None:
        self.show_issue_type("row-duplicate")
        self.picture("a-row-is-there-twice")
        self.listo.press("cell(tab.problems.table, 1)")
        self.listo.key("ctrl+minus")
        self.wait_for(rows_out=1, rows=len(ROWS) - 1)

    def work_in_the_whole_sheet(self) -> None:
        listo = self.listo
        self.show_issue_type("cell-whitespace")
        listo.key("F6")
        listo.wait("tab.view == 'sheet' and tab.sheet.current_cell() == (9, 'AmazonValue')")
        listo.wait("tab.sheet.table.hasFocus()")
        self.picture("whole-sheet")
        listo.key("shift+F8")
        listo.wait("tab.sheet.current_cell() == (8, 'AmazonValue')")
        listo.wait_until_settled()
        listo.press("at(tab.sheet.show_issue_type)")
        listo.wait("tab.view == 'issue-types' and tab.problems.code == 'variation-collision'")
        self.wait_for_row(8)
        self.picture("jumped-to-the-kind")
        listo.key("F6")
        listo.wait("tab.view == 'sheet' and tab.sheet.current_cell() == (8, 'AmazonValue')")
        listo.wait("tab.sheet.table.hasFocus()")

    def add_a_row(self) -> None:
        listo = self.listo
        listo.key("ctrl+End")  # the last row is out of sight
        listo.wait("tab.sheet.table.currentIndex().row() == 11")
        listo.press("cell(tab.sheet.table, 11, 6)")
        listo.wait("tab.sheet.current_cell() == (14, 'VTEXValue')")
        listo.key("ctrl+plus")
        self.wait_for(rows_in=1)
        listo.wait("tab.sheet.table.currentIndex().row() == 12 and tab.sheet.table.hasFocus()")
        for column, text in (("VTEXValue", "La"), ("AmazonValue", "Wool")):
            place = f"12, {COLUMNS.index(column) + 1}"
            listo.press(f"cell(tab.sheet.table, {place})")
            listo.wait(f"tab.sheet.table.current_column() == {column!r}")
            listo.key("F2")
            listo.wait(f"getattr(editor, 'column', '') == {column!r}")
            listo.type(text)
            listo.key("Return")
            listo.wait(f"tab.sheet.table.model().index({place}).data() == {text!r}")
            listo.wait_until_settled()
        self.picture("a-row-is-added")

    def review(self) -> None:
        listo = self.listo
        before = listo.see("tab.overview.changed_cells")
        listo.press(f"cell(tab.sidebar.steps, {STEPS.index('send')})")
        listo.wait("tab.step == 'send' and tab.send.changes.model.rowCount() == tab.overview.changed_cells")
        listo.wait_until_settled()
        self.picture("send")
        taken_back = next(place for place in range(before) if self.after(place) == "Blue")
        listo.press(f"cell(tab.send.changes.table, {taken_back}, {ChangesColumn.REVERT})")
        self.wait_for(changed_cells=before - 1)
        listo.wait(f"tab.send.changes.model.rowCount() == {before - 1}")
        self.picture("one-change-is-taken-back")

    def after(self, place: int) -> str:
        """Return what a change of the review puts there."""
        return str(self.listo.see(f"tab.send.changes.model.index({place}, {ChangesColumn.AFTER}).data()"))

    def save(self) -> None:
        listo = self.listo
        listo.do("tab.send.area.ensureWidgetVisible(tab.send.copy.save)")
        self.choose(self.copy, "at(tab.send.copy.save)", "where-to-save")
        listo.wait("tab.overview.saved_to and tab.send.copy.is_up_to_date()")
        listo.wait_until_settled()
        self.picture("saved")
        first = self.copy.read_bytes()
        self.copy.write_bytes(b"another file by now")
        listo.do("tab.send.area.ensureWidgetVisible(tab.send.copy.save)")
        self.choose(self.copy, "at(tab.send.copy.save)")
        listo.wait("dialog and dialog.inherits('QMessageBox')")
        self.picture("a-file-is-there-already")
        listo.press("at(dialog.buttons()[0])")
        listo.wait("not dialog and tab.send.copy.is_up_to_date()")
        listo.wait_until_settled()
        assert self.copy.read_bytes() == first

    def choose(self, target: Path, button: str, picture: str = "") -> None:
        """Press a button, and type where to save into the dialog that comes."""
        listo = self.listo
        listo.press(button)
        listo.wait("dialog and editor.objectName() == 'fileNameEdit' and dialog.isActiveWindow()")
        listo.key("ctrl+a")
        listo.type(str(target))
        listo.wait(f"editor.text() == {str(target)!r}")
        if picture:
            self.picture(picture)
        listo.key("Return")
        listo.wait("not dialog or not dialog.inherits('QFileDialog')")

    def report(self) -> None:
        report = self.folder / "report.html"
        self.listo.do("tab.send.area.ensureWidgetVisible(tab.send.report)")
        self.choose(report, "at(tab.send.report.buttons['html'])")
        self.listo.wait("tab.send.report.made.isVisible()")
        self.picture("a-report-is-made")
        assert "Turquoise" in report.read_text()

    def tick_off(self) -> None:
        listo = self.listo
        listo.do("tab.send.area.ensureWidgetVisible(tab.send.admin.card)")
        listo.do("tab.send.admin.focus_first()")
        listo.wait("tab.send.admin.steps['upload'].box.hasFocus()")
        listo.wait_until_settled()
        listo.key("space")
        self.wait_for_ticks("upload")
        listo.press("at(tab.send.admin.steps['reprocess'].words)")
        self.wait_for_ticks("upload", "reprocess")
        self.picture("ticked-off")

    def wait_for_ticks(self, *steps: str) -> None:
        self.listo.wait(f"tab.navigation.tracker.state.checklist == {steps!r}")
        self.listo.wait_until_settled()

    def close(self) -> None:
        self.listo.key("alt+F4")
        self.listo.end()
        assert self.listo.process.returncode == 0
        self.listo.wait_for_orphans()

    def go_on(self) -> None:
        self.start()
        self.listo.wait("tab.step == 'send'")
        self.listo.wait_until_settled()
        self.picture("the-next-start")
        boxes = "{name: line.box.isChecked() for name, line in tab.send.admin.steps.items()}"
        assert self.listo.see(boxes) == {"upload": True, "reprocess": True, "look-again": False}
        assert self.listo.see("(tab.overview.ignored, tab.overview.rows_out, tab.overview.rows_in)") == [
            1,
            1,
            1,
        ]
        assert self.listo.see("tab.send.copy.is_up_to_date()")


def rows_wanted() -> list[tuple[str, ...]]:
    """Return what the copy must say: what was chosen and not taken back, and all else as it was."""
    wanted = {number: list(row) for number, row in enumerate(ROWS, FIRST_ROW)}
    for number, column, text in CHOSEN:
        wanted[number][COLUMNS.index(column)] = text
    wanted[15] = [""] * len(COLUMNS)  # emptied, not taken out: formulas and a chart speak of the rows below
    added = [*ROWS[11][:5], "La", "Wool"]
    return [tuple(row) for row in (*wanted.values(), added)]


def rows_of(path: Path) -> list[tuple[str, ...]]:
    rows = load_workbook(path)[SHEET].iter_rows(min_row=FIRST_ROW, max_col=len(COLUMNS), values_only=True)
    return [tuple(text or "" for text in row) for row in rows]


def test_from_the_dragged_file_to_the_next_start(screen, tmp_path):
    story = Story(screen, tmp_path)
    original = story.mapping.read_bytes()
    story.start()
    try:
        story.drag_files()
        story.look_at_columns()
        story.mend_values()
        story.leave_one()
        story.find_and_replace()
        story.delete_a_row()
        story.work_in_the_whole_sheet()
        story.add_a_row()
        story.review()
        story.save()
        story.report()
        story.tick_off()
        story.close()
        story.go_on()
        story.close()
    finally:
        story.listo.kill()
    assert rows_of(story.copy) == rows_wanted()
    assert packages.changed(story.mapping, story.copy) <= MAY_CHANGE
    assert story.mapping.read_bytes() == original
