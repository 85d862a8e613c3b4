"""The workbook: every text is a text, and the list can be worked with."""

from __future__ import annotations

from listo.core.edits.history import CellEdit
from listo.core.reports.model import Corrections
from listo.core.workbooks.xlsx.sheet_xml import excel_encoded
from report_documents import NASTY, document, workbook_of


def test_every_text_in_the_workbook_is_a_text():
    corrections = Corrections(tuple(CellEdit(2, "AmazonValue", value, value) for value in NASTY))
    workbook = workbook_of(document(corrections=corrections))
    numbers = {"Row", "SKUs", "Held up by it alone"}
    for sheet in workbook:
        heads = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                assert cell.hyperlink is None
                if cell.data_type == "n":
                    assert heads[cell.column] in numbers
                else:
                    assert cell.data_type in ("s", "inlineStr")
                    heads[cell.column] = cell.value if cell.value in numbers else heads.get(cell.column)


def test_values_are_in_the_workbook_as_they_stand():
    sheet = workbook_of(document())["Problems"]
    heads = [cell.value for cell in sheet[1]]
    at = heads.index("What is there")
    values = [row[at].value for row in sheet.iter_rows(min_row=2)]
    for value, found in zip(NASTY, values, strict=True):
        if len(value) > 30_000:
            assert found.endswith("…")
            assert value.startswith(found[:-1])
        elif value.isprintable() or value == "a\u00a0b\u200bc\nd\te":
            assert found in (value, excel_encoded(value))  # Excel decodes what openpyxl leaves


def test_the_list_can_be_filtered_and_scrolled_under_its_header():
    sheet = workbook_of(document())["Problems"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.endswith(str(1 + len(NASTY)))
    assert sheet["C2"].value == 2


def test_what_is_wrong_is_printed_and_what_stands_beside_the_row_is_not():
    sheet = workbook_of(document())["Problems"]
    first, last = sheet.print_area.replace("$", "").rpartition("!")[2].split(":")
    printed = [cell.value for cell in sheet[first : last.rstrip("0123456789") + "1"][0]]
    assert printed[-1] == "What is wrong"
