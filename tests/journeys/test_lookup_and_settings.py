"""Whole stories through the real window: from a list of errors to the very cell, to the settings and back."""

from __future__ import annotations

import csv

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from listo.core.catalogue.entries import get_text
from listo.ui.recent_dialog import RecentDialog
from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET
from user_actions import drop, samples

NOT_ACCEPTED = (
    "Value ({}) from the mapping spreadsheet is not an attribute/specification value supported by Amazon"
)
NOT_IN_CATALOGUE = (
    "A especificação ({}) preenchida na planilha de mapeamento não foi encontrada na especificação do "
    "produto ou do SKU no seu catálogo da VTEX"
)


def test_from_an_export_of_errors_to_the_cell_that_causes_one(start, tmp_path):
    export = tmp_path / "erros de outubro.csv"
    with export.open("w", newline="", encoding="utf-8-sig") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["SKU", "Erro"])
        rows.writerows([f"10{n}p", NOT_ACCEPTED.format("Azul")] for n in range(5))
        rows.writerows([f"20{n}p", NOT_IN_CATALOGUE.format("Cor")] for n in range(7))
        rows.writerow(["205p", NOT_ACCEPTED.format("Masculino")])
    program = start()
    assert drop(program.window, samples(tmp_path))
    program.until(lambda: program.window.tab(SPREADSHEET).overview is not None)
    program.settle()

    assert drop(program.window, [export])
    program.until(lambda: program.window.current() is LOOKUP)
    lookup = program.window.tab(LOOKUP)
    program.until(lambda: len(lookup.panel.results()) == 2)
    assert [(one.error_id, one.count, one.skus) for one in lookup.panel.results()] == [
        ("map-specification-not-in-catalog", 7, 7),
        ("map-value-not-accepted", 6, 6),
    ]
    lookup.panel.choose(1)
    lookup.names._group.button(1).click()
    lookup.answer.checklist.boxes[0].click()
    assert "Masculino" in lookup.answer.offers[0].text()
    lookup.answer.offers[0].click()
    assert program.window.current() is SPREADSHEET
    program.settle()
    tab = program.window.tab(SPREADSHEET)
    program.until(lambda: tab.sheet.table.current_row() is not None)
    assert (tab.step, tab.view) == ("problems", "sheet")
    shown = [tab.sheet.model.index(row, 0) for row in range(tab.sheet.model.rowCount())]
    cells = [tab.sheet.table.current_row().cells]
    assert len(shown) == 1
    assert all("Masculino" in row for row in cells)
    assert "amazon-value-not-accepted" in tab.sheet.table.current_row().codes["AmazonValue"]
    program.close()

    again = start()
    again.window.show_recent()
    dialog = again.window.findChild(RecentDialog)
    again.until(lambda: len(dialog.items()) == 2)
    assert {item.kind for item in dialog.items()} == {"spreadsheet", "lookup"}
    row = next(n for n, item in enumerate(dialog.items()) if item.kind == "lookup")
    assert dialog.items()[row].name == export.name
    dialog.list.setCurrentRow(row)
    dialog.open_button.click()
    again.until(lambda: len(again.window.tab(LOOKUP).panel.results()) == 2)
    again.window.tab(LOOKUP).panel.choose(1)
    assert again.window.tab(LOOKUP).answer.checklist.ticked() == ()
    again.window.tab(LOOKUP).names._group.button(1).click()
    assert again.window.tab(LOOKUP).answer.checklist.ticked() == (0,)


def test_pasted_lines_are_found_again(start):
    program = start()
    program.window.show_tab(LOOKUP)
    pasted = "\n".join(NOT_ACCEPTED.format(value) for value in ("Azul", "Azul", "Preto", "P", "M"))
    program.window.tab(LOOKUP).input.setPlainText(pasted)
    program.until(lambda: bool(program.window.lookups.recent()))
    program.close()
    again = start()
    again.window.show_recent()
    dialog = again.window.findChild(RecentDialog)
    again.until(lambda: len(dialog.items()) == 1)
    dialog.open_button.click()
    assert again.window.tab(LOOKUP).input.toPlainText() == pasted
    again.until(lambda: [one.count for one in again.window.tab(LOOKUP).panel.results()] == [5])
    first = again.window.tab(LOOKUP).panel.results()[0].names[0]
    assert (first.subject, first.count) == ("Azul", 2)
    again.until(lambda: len(again.window.lookups.recent()) == 1)


def test_from_an_error_to_the_setting_that_causes_it_and_back(start):
    program = start()
    program.window.show_tab(LOOKUP)
    program.window.tab(LOOKUP).input.setPlainText("token vencido")
    settings = next(one for one in program.window.tab(LOOKUP).answer.offers if "settings" in one.text())
    settings.click()
    assert program.window.current() is SETTINGS
    tab = program.window.tab(SETTINGS)
    tab.fill({"seller_id": "A3TESTSELLER0", "seller_id_at_amazon": "A3TESTSELLERO"})
    QTest.keyClicks(tab.form.editors()["authorized_on"], "14/01/2026")
    program.close()

    again = start()
    again.until(lambda: bool(again.window.notice.text()) or not again.window.expiry.soon.isActive())
    again.window.show_tab(SETTINGS)
    form = again.window.tab(SETTINGS).form
    assert form.settings().authorized_on == "2026-01-14"
    assert form.settings().seller_id == "A3TESTSELLER0"
    row = next(row for row in form.rows if "seller_id" in row.fields)
    title = get_text("inv-invalid-seller-id", "en").title
    next(link for link in row.findChildren(QPushButton) if link.toolTip() == title).click()
    assert again.window.current() is LOOKUP
    assert again.window.tab(LOOKUP).panel.results()[0].error_id == "inv-invalid-seller-id"


def test_the_sellers_own_template_is_dropped_on_the_settings(start, tmp_path):
    _mapping, values = samples(tmp_path)
    program = start()
    program.window.show_tab(SETTINGS)
    assert drop(program.window, [values])
    program.until(lambda: bool(program.window.tab(SETTINGS).notice.text()))
    assert values.name in program.window.tab(SETTINGS).notice.text()
    assert program.window.current() is SETTINGS


def test_closing_while_a_job_runs_leaves_nothing_behind(start, tmp_path):
    program = start()
    program.window.open_files(samples(tmp_path))
    program.window.show_tab(LOOKUP)
    program.window.tab(LOOKUP).input.setPlainText("\n".join(NOT_ACCEPTED.format(n) for n in range(3000)))
    with program.qtbot.waitSignal(program.window.tab(SPREADSHEET).work.progressed):
        pass
    program.close()
