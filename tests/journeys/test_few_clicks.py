"""How many clicks and keys it takes to mend a sheet, from the drop to the saved copy, beside typing."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from listo.core.mapping.sheet import COLUMNS
from program import Program
from user_actions import samples

CATEGORIES = ("212", "1604", "2271", "5598", "5322", "784", "178", "3032", "2580", "188", "201", "267")
VALUES = ("Azul", "Preto", "Branco", "Vermelho", "Verde", "Amarelo")


class Hands:
    """A person's hands: they press what is seen, strike keys where the keyboard is, and count."""

    def __init__(self, program: Program) -> None:
        self.program, self.count = program, 0

    def click(self, button: QWidget) -> None:
        """Press a button."""
        self.count += 1
        page = self.program.tab.problems.area
        page.ensureWidgetVisible(button)  # the wheel is neither a click nor a key
        self.program.until(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.program.settle()

    def key(self, key: Qt.Key) -> None:
        """Strike a key."""
        self.count += 1
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        self.program.settle()

    def type(self, text: str) -> None:
        """Type a text, which is not counted."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, text[0])
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, text[1:])

    def save(self, target: Path) -> None:
        """Save the copy where the keyboard is, and give it a name in the dialog."""
        tab = self.program.tab
        self.key(Qt.Key.Key_Space)
        self.program.until(lambda: bool(tab.findChildren(QFileDialog)))
        name = tab.findChild(QFileDialog).findChild(QLineEdit, "fileNameEdit")
        name.setText(str(target))
        self.count += 1
        QTest.keyClick(name, Qt.Key.Key_Return)
        self.program.until(lambda: tab.overview.saved_to == target)
        self.program.settle()

    def wait_for(self, code: str) -> None:
        """Wait until the keyboard is on a problem of that kind."""
        page = self.program.tab.problems
        self.program.until(lambda: page.code == code and page.section().has_focus())


def test_the_sample_takes_eight_clicks_and_keys(start, tmp_path):
    program = start()
    tab, hands = program.tab, Hands(program)
    program.drop(*samples(tmp_path))
    assert tab.step == "problems"
    page = tab.problems
    hands.click(page.corrections.likely.apply)
    hands.wait_for("cell-date")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for("category-not-a-number")
    hands.type("3230")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for("type-theme-mismatch")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for("theme-incomplete")
    program.until(lambda: page.section().offers_rows() and page.section().missing_rows.add.hasFocus())
    hands.key(Qt.Key.Key_Space)
    program.until(page.ending.go_on.hasFocus)
    assert program.found() == {}
    hands.key(Qt.Key.Key_Space)
    program.until(tab.send.copy.save.hasFocus)
    copy = tmp_path / "copy.xlsx"
    hands.save(copy)
    assert hands.count <= 8
    saved = [[cell.value for cell in row] for row in load_workbook(copy).worksheets[0].iter_rows()]
    assert ["187", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue"] in saved


def rows_of(category: str) -> list[tuple[str, ...]]:
    """Return the rows of a category, nearly all of them wrong in the way that people get them wrong."""
    color = (category, "SizeColor", "Variation", "Cor", "Color")
    size = (category, "SizeColor", "Variation", "Tamanho", "Size")
    return [
        *((*color, value, value) for value in VALUES),
        (*color, "Rosa", "pink"),
        (*size, "GG", "xl"),
        (*size, "P", "S "),
        (*color, "Cinza", " Grey"),
        (category, "sizecolor", "Variation", "Tamanho", "Size", "M", "M"),
        (category, "sizecolor", "Variation", "Tamanho", "Size", "G", "L"),
        (category, "SizeColor", "variation", "Tamanho", "Size", "PP", "XS"),
        (*color[:4], "Colour", "Marrom", "Brown"),
        (*color[:2], "Variação", "Tamanho", "Size", "XG", "XXL"),
    ]


def write_twelve_kinds(path: Path) -> Path:
    """Write a sheet with 12 kinds of problem and 200 problems."""
    leather = ("212", "", "Information", "Material", "Material", "Couro", "Leather")
    rows = [
        *(row for category in CATEGORIES for row in rows_of(category)),
        *((category, "", "Variation", *leather[3:]) for category in CATEGORIES[1:4]),
        *((category, "", "Information", "Material", "Material", "Linho", "") for category in CATEGORIES[:7]),
        *(leather for _ in range(9)),
        ("",) * 7,
        ("Brinquedos", *leather[1:]),
    ]
    book = Workbook()
    for row in (COLUMNS, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def test_a_sheet_of_twelve_kinds_and_two_hundred_problems_takes_twelve(start, tmp_path):
    mapping, values = samples(tmp_path)
    program = start()
    tab, hands = program.tab, Hands(program)
    program.drop(write_twelve_kinds(mapping), values)
    found = program.found()
    assert len(found) == 12
    assert sum(found.values()) >= 200
    assert tab.step == "problems"
    page = tab.problems
    hands.click(page.corrections.likely.apply)
    hands.wait_for("type-theme-mismatch")
    hands.click(page.section().use_all)
    hands.wait_for("category-not-a-number")
    hands.type("3230")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for("row-duplicate")
    hands.click(page.section().delete_all)
    hands.wait_for("row-blank")
    hands.key(Qt.Key.Key_Return)
    program.until(page.ending.go_on.hasFocus)
    assert program.found() == {}
    hands.key(Qt.Key.Key_Space)
    program.until(tab.send.copy.save.hasFocus)
    hands.save(tmp_path / "copy.xlsx")
    assert hands.count <= 12
