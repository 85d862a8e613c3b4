"""The guided path with the real worker, whole: columns, each way to mend, the sheet, the review, the copy."""

from __future__ import annotations

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from listo.core.mapping.sheet import COLUMNS
from listo.ui.spreadsheet.file_changes import DroppedEditsDialog
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog
from listo.ui.spreadsheet.tables.table_edits import CellEditor
from user_actions import choose_name, samples

HEADER = ["CategoryID", "VariationTheme", "Tipo", "VTEXSpecification", "AmazonSpecification", "VTEXValue"]
ROWS = [
    ["212", "SizeColor", "Variation", "Cor", "Color", "Azul", "azul"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Preto", "Pretto"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Branco", "Branco"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Verde", "Verdee"],
    ["212", "SizeColor", "Variation", "Tamanho", "Size", "P", " S"],
    ["212", "SizeColor", "variation", "Tamanho", "Size", "M", "M"],
    ["212", "", "Information", "Marca", "Brand", "Una", "Una"],
    ["212", "", "Information", "Marca", "Brand", "Una", "Una"],
]


@pytest.fixture
def mapping(tmp_path):
    book = Workbook()
    book.active.title = "Mapa"
    for row in (["Mapeamento"], [*HEADER, "Valor Amazon"], *ROWS):
        book.active.append(row)
    book.create_sheet("Outra").append(list(COLUMNS))
    book["Outra"].append(ROWS[0])
    book.save(tmp_path / "mapping.xlsx")
    return tmp_path / "mapping.xlsx"


def test_the_whole_path_by_every_way(start, mapping, tmp_path, qtbot):
    _, values = samples(tmp_path)
    program = start()
    tab = program.tab
    program.drop(mapping, values)

    # Files lead to the columns, because two sheets could be it.
    assert "several-sheets" in tab.overview.doubts
    tab.files.go_on.click()
    program.settle()
    assert tab.step == "columns"
    assert tab.columns.sheet.currentData() == "Mapa"
    assert tab.columns.header_row.value() == 2
    tab.columns.use.click()
    program.settle()
    assert tab.step == "problems"
    assert tab.overview.doubts == ()
    assert (tab.overview.sheet, tab.overview.header_row) == ("Mapa", 2)

    # One by hand, with what Amazon takes to choose from.
    program.show_issue_type("amazon-value-not-accepted")
    before = program.found()["amazon-value-not-accepted"]
    QTest.keyClick(tab.problems.table, Qt.Key.Key_F2)
    editor = tab.problems.table.findChild(CellEditor)
    program.settle()
    qtbot.waitUntil(lambda: "Blue" in editor.values())
    editor.setText("Blue")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.found()["amazon-value-not-accepted"] == before - 1)
    program.settle()

    # A selection gets its suggestions, undone again with words.
    QTest.keyClick(tab.problems.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = tab.problems.table.chosen_count()
    assert chosen == 2
    QTest.keyClick(tab.problems.table, Qt.Key.Key_Return)
    program.settle()
    assert program.found().get("amazon-value-not-accepted", 0) <= before - 1 - 1
    assert "2" in tab.problems.bar.history.undo.text()
    tab.work.undo()
    program.settle()
    assert program.found()["amazon-value-not-accepted"] == before - 1

    # One is left as it is, with a reason.
    program.show_issue_type("amazon-value-not-accepted")
    tab.problems.ask_to_ignore()
    dialog = tab.findChild(IgnoreDialog)
    dialog.reason.setText("sold out")
    dialog.ignore.click()
    program.settle()
    assert tab.overview.ignored == 1

    # Find and replace over a column.
    tab.find_and_replace()
    tab.find_panel.search_text.setText("variation")
    tab.find_panel.column.setCurrentIndex(tab.find_panel.column.findData("Type"))
    qtbot.waitUntil(lambda: tab.find_panel.go.isEnabled())
    assert "1" in tab.find_panel.count.text()
    tab.find_panel.replacement.setText("Variation")
    tab.find_panel.replace.click()
    program.settle()
    assert "type-case" not in program.found()
    tab.find_panel.close_panel()

    # The whole sheet: go from problem to problem, edit in place, delete the row that is there twice.
    tab.navigation.show_in_sheet()
    program.settle()
    sheet = tab.sheet
    sheet.table.go_to(0, "CategoryID")
    seen = set()
    for _ in range(sum(program.found().values()) + 2):
        sheet.find_next(1)
        program.settle()
        seen.add(sheet.current_cell())
    assert (7, "AmazonValue") in seen
    sheet.go_to_cell(7, "AmazonValue")
    program.settle()
    assert sheet.current_cell() == (7, "AmazonValue")
    program.type_into_the_cell(sheet.table, "S")
    assert "cell-whitespace" not in program.found()
    sheet.go_to_cell(10, "CategoryID")
    program.settle()
    qtbot.activate(program.window)
    qtbot.waitUntil(sheet.table.hasFocus)
    QTest.keyClick(sheet.table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    program.settle()
    assert (tab.overview.rows, tab.overview.rows_out) == (7, 1)

    # Review: the list says all of it; one is taken back.
    tab.go_to("send")
    program.settle()
    total = tab.send.changes.model.rowCount()
    assert total == tab.overview.changed_cells == 4
    tab.send.changes.table.selectRow(0)
    QTest.keyClick(tab.send.changes.table, Qt.Key.Key_Delete)
    program.settle()
    assert tab.overview.rows_out == 0
    tab.work.undo()
    program.settle()

    # Save, then what to do with it.
    tab.go_to("send")
    copy = tmp_path / "copy.xlsx"
    choose_name(qtbot, tab, copy)
    program.settle()
    saved = load_workbook(copy)["Mapa"]
    assert [saved.cell(row, 7).value for row in (3, 7)] == ["Blue", "S"]
    assert saved.cell(8, 3).value == "Variation"
    program.settle()
    assert tab.step == "send"
    assert tab.send.admin.lines.text().startswith("212")
    tab.send.admin.steps["upload"].box.click()
    program.settle()
    program.close()

    # The next start is where this one ended, with everything.
    again = start()
    again.window.go_on()
    qtbot.waitUntil(lambda: again.tab.overview is not None)
    again.settle()
    assert again.tab.step == "send"
    assert again.tab.view == "sheet"
    assert again.tab.send.admin.steps["upload"].box.isChecked()
    assert again.tab.overview.ignored == 1
    assert again.tab.overview.saved_to == copy
    assert again.tab.send.copy.is_up_to_date()


def test_the_file_changes_and_what_still_fits_is_kept(start, mapping, tmp_path, qtbot):
    _, values = samples(tmp_path)
    program = start()
    tab = program.tab
    program.drop(mapping, values)
    tab.go_to("problems")
    program.show_issue_type("amazon-value-not-accepted")
    tab.problems.section().use_all.click()
    program.settle()
    changed = tab.overview.changed_cells
    assert changed >= 2

    book = load_workbook(mapping)
    book["Mapa"].cell(4, 7).value = "Something else"
    new = tmp_path / "new.xlsx"
    book.save(new)
    new.replace(mapping)
    qtbot.waitUntil(lambda: bool(tab.banner.buttons()) and tab.banner.isVisible())
    tab.banner.buttons()[0].click()
    program.settle()
    assert tab.overview.changed_cells == changed - 1
    assert len(tab.overview.dropped) == 1
    tab.banner.buttons()[0].click()
    dialog = tab.findChild(DroppedEditsDialog)
    assert dialog.table.item(0, 1).text() == "AmazonValue"
    dialog.close_button.click()


def test_what_was_chosen_is_proposed_on_the_next_sheet(start, tmp_path, qtbot):
    _, values = samples(tmp_path)
    book = Workbook()
    for row in (list(COLUMNS), ["212", "SizeColor", "Variation", "Cor", "Color", "Petróleo", "Petroleo"]):
        book.active.append(row)
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    book.save(first)
    book.save(second)
    program = start()
    tab = program.tab
    program.drop(first, values)
    tab.go_to("problems")
    program.show_issue_type("amazon-value-not-accepted")
    program.type_into_the_cell(tab.problems.table, "Blue")
    program.drop(second)
    tab.go_to("problems")
    program.settle()
    program.show_issue_type("amazon-value-not-accepted")
    problem = tab.problems.table.current_problem()
    assert problem.remembered == "Blue"
    tab.problems.section().use_all.click()
    program.settle()
    assert tab.overview.undo.value == "Blue"
