"""*Check my settings* alone: checked while somebody types, kept by store, compared with a template."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)

from fake_stores import FakeProfiles, Templates
from fake_worker import FakeClient
from listo.core.errors import InputError
from listo.core.settings.checks import CHECKS, errors_of
from listo.core.settings.files import read_settings
from listo.core.settings.types import FIELDS, CategoryTemplate, Settings
from listo.core.storage.tables import Profiles
from listo.core.texts import LANGUAGES, Texts
from listo.ui import style
from listo.ui.settings import SettingsTab, editors
from listo.ui.settings.setting_row import DifferenceView

TODAY = date(2026, 11, 21)
SECRET = "Atzr|IwEBIExampleOfARefreshTokenThatNobodyMaySee"
RIGHT = Settings(
    seller_id="A3TESTSELLERO",
    seller_id_at_amazon="A3TESTSELLERO",
    marketplace="BR",
    authorized_on="2026-06-01",
)
TEMPLATE = CategoryTemplate(
    ("Entrega rápida", "Retirada"), "A3TESTSELLERO", "A2Q3Y263D00KWC", date(2026, 10, 1)
)


class Desk:
    """The tab and the hands of a person."""

    def __init__(self, qtbot, stores=None, template=TEMPLATE, language="en", open_files=()) -> None:
        self.profiles = stores if stores is not None else FakeProfiles()
        self.client = FakeClient(Templates(template))
        self.tab = SettingsTab(
            Texts(language),
            self.client,
            self.profiles,
            today=lambda: TODAY,
            open_templates=lambda: open_files,
        )
        self.tab.resize(1120, 690)
        qtbot.show(self.tab)
        self.qtbot = qtbot

    def editor(self, name):
        return self.tab.form.editors()[name]

    def type(self, name: str, text: str) -> None:
        self.editor(name).setFocus()
        QTest.keyClicks(self.editor(name), text)

    def row(self, name):
        return next(row for row in self.tab.form.rows if name in row.fields)

    def said(self, name: str) -> str:
        remarks = self.row(name)._remarks
        found = [remarks.itemAt(place).widget() for place in range(remarks.count())]
        return "\n".join(label.text() for one in found for label in one.findChildren(QLabel))

    def press(self, name: str, words: str) -> None:
        next(one for one in self.row(name).findChildren(QPushButton) if words in one.text()).click()

    def answer(self, words: str) -> None:
        """Press a button of the question that is asked."""
        box = self.tab.findChild(QMessageBox)
        next(button for button in box.buttons() if words in button.text()).click()
        QCoreApplication.processEvents()


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return Desk(qtbot)


# ---------------------------------------------------------------- while typing


def test_a_difference_is_said_drawn_and_mended(desk):
    desk.type("seller_id", "A3TESTSELLER0")
    desk.type("seller_id_at_amazon", "A3TESTSELLERO")
    assert "zero" in desk.said("seller_id")
    assert desk.row("seller_id").findChildren(DifferenceView)
    desk.press("seller_id", "Use “A3TESTSELLERO”")
    assert desk.editor("seller_id").text() == "A3TESTSELLERO"
    assert desk.editor("seller_id").hasFocus()
    assert desk.said("seller_id") == ""


def test_the_right_value_can_be_copied(desk):
    desk.tab.fill({"seller_id": "A3TESTSELLER0", "seller_id_at_amazon": "A3TESTSELLERO"})
    desk.press("seller_id", "Copy the right value")
    assert QGuiApplication.clipboard().text() == "A3TESTSELLERO"


def test_the_focus_stays_and_rows_that_do_not_change_are_left_alone(desk):
    desk.tab.fill({"shipping_type_name": "Modelo ", "shipping_type_name_at_amazon": ("Modelo",)})
    remarks = desk.row("shipping_type_name")._remarks
    before = [remarks.itemAt(place).widget() for place in range(remarks.count())]
    assert before
    for letter in "A3TEST":
        desk.type("seller_id", letter)
        assert desk.editor("seller_id").hasFocus()
    assert [remarks.itemAt(place).widget() for place in range(remarks.count())] == before


def test_nothing_is_missing_before_something_was_typed(desk):
    assert all(desk.said(name) == "" for name in ("seller_id", "shipping_type_name", "authorized_on"))


@pytest.mark.parametrize("day", ["2026-06-01", "01/06/2026", "1.6.2026"])
def test_a_day_is_typed_in_any_form(desk, day, monkeypatch):
    monkeypatch.setattr(editors, "_month_first", lambda: False)
    desk.type("authorized_on", day)
    assert desk.tab.report().token.expires_on == date(2027, 6, 1)
    assert desk.tab.form.token.bar.value() == 192
    assert desk.tab.form.token.remind.isEnabled()


@pytest.mark.parametrize(
    ("place", "typed", "day", "written"),
    [
        ("en_US", "10/12/25", "2025-10-12", "10/12/2025"),
        ("en_US", "13/10/2025", "2025-10-13", "10/13/2025"),
        ("pt_BR", "10/12/25", "2025-12-10", "10/12/2025"),
        ("es_MX", "1-6-2026", "2026-06-01", "01/06/2026"),
        ("es_MX", "2026-06-01", "2026-06-01", "01/06/2026"),
        ("pt_BR", "em junho", "em junho", "em junho"),
    ],
)
def test_a_day_is_read_and_written_out_in_the_order_of_the_language(desk, place, typed, day, written):
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    try:
        desk.type("authorized_on", typed)
        assert desk.tab.form.settings().authorized_on == day
        desk.editor("seller_id").setFocus()
        assert desk.editor("authorized_on").text() == written
        assert desk.tab.form.settings().authorized_on == day
    finally:
        QLocale.setDefault(before)


def test_a_day_that_an_older_listo_kept_is_read_as_it_was_then(desk, monkeypatch):
    monkeypatch.setattr(editors, "_month_first", lambda: True)
    desk.tab.fill({"authorized_on": "05/06/2026"})
    assert desk.tab.form.settings().authorized_on == "2026-06-05"


def test_a_day_is_picked_from_a_calendar(desk):
    desk.type("expires_on", "2026-06-01")
    QTest.keyClick(desk.editor("expires_on"), Qt.Key.Key_Down)
    calendar = desk.editor("expires_on").findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 6, 1)
    calendar.clicked.emit(QDate(2026, 6, 2))
    assert desk.tab.form.settings().expires_on == "2026-06-02"
    assert not calendar.isVisible()


def test_no_row_moves_twice_while_one_types(desk):
    """Whatever room was needed once is kept: the same keys again move nothing."""
    desk.tab.fill({"seller_id_at_amazon": "A3TESTSELLERO", "shipping_type_name_at_amazon": ("Modelo",)})
    desk.type("seller_id", "A3TESTSELLER0")
    desk.type("shipping_type_name", "modelo ")
    heights = set()
    for _twice in range(2):
        heights.clear()
        for name, typed in (("seller_id", "A3TESTSELLERO"), ("shipping_type_name", "Modelo")):
            desk.editor(name).setText("")
            for letter in typed:
                desk.type(name, letter)
                QCoreApplication.processEvents()
                heights.add((name, desk.row(name)._room.minimumHeight()))
    assert len(heights) == 2


def tops(desk: Desk) -> list[int]:
    """Return how far down each row begins, as a person sees it."""
    QCoreApplication.processEvents()
    return [row.mapTo(desk.tab, QPoint()).y() for row in desk.tab.form.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_difference_moves_no_field_while_one_types_nor_under_a_click(qtbot, qapp, language):
    """It is said in short while there is no room for it, and all of it once the field is left."""
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, language=language)
    desk.tab.resize(900, 600)
    desk.tab.fill({"seller_id_at_amazon": "A3TESTSELLERO", "shipping_type_name_at_amazon": ("Modelo",)})
    for name, typed, following in (
        ("seller_id", "A3TESTSELLER0", "shipping_type_name"),
        ("shipping_type_name", "modelo ", "authorized_on"),
    ):
        desk.editor(name).clear()
        desk.editor(name).setFocus()
        until = desk.tab.form.rows.index(desk.row(following)) + 1
        before = tops(desk)[:until]
        for letter in typed:
            desk.type(name, letter)
            assert tops(desk)[:until] == before
        drawn = desk.row(name).findChildren(DifferenceView)
        clicked = desk.editor(following)
        where = clicked.mapTo(desk.tab, QPoint())
        clicked.setFocus(Qt.FocusReason.MouseFocusReason)
        QCoreApplication.processEvents()
        assert clicked.mapTo(desk.tab, QPoint()) == where
        assert any(each.isVisible() for each in drawn)


def is_copy(button: QPushButton) -> bool:
    return "Copy" in button.text() and button.isVisible()


def test_there_is_one_right_value_to_copy(desk):
    desk.tab.fill({"shipping_type_name": "Frete grátis", "shipping_type_name_at_amazon": ("Uno", "Dos")})
    copies = [one for one in desk.row("shipping_type_name").findChildren(QPushButton) if is_copy(one)]
    assert copies == []
    desk.tab.fill({"shipping_type_name": "uno", "shipping_type_name_at_amazon": ("Uno",)})
    QCoreApplication.processEvents()
    copies = [one for one in desk.row("shipping_type_name").findChildren(QPushButton) if is_copy(one)]
    assert len(copies) == 1


def test_where_a_field_is_found_is_a_key_away_and_no_stop_of_its_own(desk):
    desk.editor("seller_id").setFocus()
    row = desk.row("seller_id")
    assert row._where.focusPolicy() == Qt.FocusPolicy.ClickFocus
    for shown in (True, False):
        QTest.keyClick(desk.editor("seller_id"), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        assert row._explained.isVisible() is shown


def test_several_names_each_get_a_line(desk):
    lines = desk.editor("shipping_type_name_at_amazon")._lines
    QTest.keyClicks(lines[0], "Entrega")
    QTest.keyClicks(lines[1], "Retirada")
    assert desk.editor("shipping_type_name_at_amazon").value() == ("Entrega", "Retirada")
    assert len(lines) == 3
    assert len({line.accessibleName() for line in lines}) == 3


# ---------------------------------------------------------------- secrets


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_secret_leaves_every_field_at_once_and_undo_does_not_bring_it_back(qtbot, qapp, language):
    desk = Desk(qtbot, language=language)
    QGuiApplication.clipboard().setText(SECRET)
    fields = [field for row in desk.tab.form.rows for field in row.findChildren(QLineEdit)]
    assert len(fields) >= 10
    for field in fields:
        field.insert("before ")
        field.paste()
        assert field.text() == ""
        field.undo()
        assert SECRET not in field.text()
        field.redo()
        assert SECRET not in field.text()
        field.clear()
    assert desk.tab.notice.text()
    desk.tab.notice.button.click()
    assert QGuiApplication.clipboard().text() == ""


def test_no_secret_reaches_the_disk(qtbot, qapp, listo_home, caplog):
    with closing(Profiles()) as profiles:
        desk = Desk(qtbot, stores=profiles)
        QGuiApplication.clipboard().setText(SECRET)
        for row in desk.tab.form.rows:
            for field in row.findChildren(QLineEdit):
                field.paste()
        desk.type("seller_id", "A3TESTSELLERO")
        desk.tab._on_store_added(SECRET)
        desk.tab._on_store_renamed(desk.tab._store, SECRET)
        file = listo_home / "import.toml"
        file.write_text(f'affiliate_email = "{SECRET}"\nminimum_stock = "3"\n')
        desk.tab._take(read_settings(file))
        file.unlink()
        desk.tab.finish()
        assert profiles.all()[0].settings.minimum_stock == "3"
        written = [one.read_bytes() for one in listo_home.rglob("*") if one.is_file()]
    assert written
    assert all(SECRET.encode() not in content for content in written)
    assert SECRET not in caplog.text
    QGuiApplication.clipboard().clear()


# ---------------------------------------------------------------- stores


def test_what_is_typed_is_kept_and_an_untouched_form_makes_no_store(desk):
    desk.tab.finish()
    assert desk.profiles.saved == []
    desk.type("seller_id", "A3")
    desk.tab._finished = False
    desk.tab.finish()
    assert desk.profiles.saved[-1][1].seller_id == "A3"


def test_looking_at_a_store_does_not_change_it(qtbot, qapp):
    desk = Desk(qtbot, FakeProfiles(Ana=RIGHT, Eva=Settings(minimum_stock="2")))
    desk.tab.choose_store("Eva")
    desk.tab.choose_store("Ana")
    desk.tab.finish()
    assert desk.profiles.saved == []


def test_stores_are_chosen_added_renamed_and_deleted(qtbot, qapp):
    desk = Desk(qtbot, FakeProfiles(Ana=RIGHT))
    assert desk.editor("seller_id").text() == "A3TESTSELLERO"
    desk.tab.stores.add.click()
    name(desk, "Eva")
    assert desk.tab.stores.box.currentText() == "Eva"
    assert desk.editor("seller_id").text() == ""
    desk.type("minimum_stock", "5")
    desk.tab.stores._on_rename()
    name(desk, "Lia")
    assert [one.name for one in desk.profiles.all()] == ["Lia", "Ana"]
    desk.tab.stores._on_rename()
    name(desk, "Ana")
    assert "Ana" in desk.tab.notice.text()
    assert desk.tab.stores.box.currentText() == "Lia"
    desk.tab.stores.storeChosen.emit("Ana")
    assert desk.profiles.kept[0].settings.minimum_stock == "5"
    desk.tab.stores._on_delete()
    desk.answer("Delete")
    assert [one.name for one in desk.profiles.all()] == ["Lia"]
    assert desk.editor("minimum_stock").text() == "5"


def name(desk, text: str) -> None:
    """Type a name into the dialog that asks for one."""
    dialog = desk.tab.stores.findChildren(QInputDialog)[-1]
    dialog.setTextValue(text)
    dialog.accept()
    QCoreApplication.processEvents()


def test_a_store_that_is_there_is_not_emptied_by_adding_it_again(qtbot, qapp):
    desk = Desk(qtbot, FakeProfiles(Ana=RIGHT, Eva=Settings()))
    desk.tab._on_store_added("Ana")
    assert desk.profiles.all()[0].settings == RIGHT


# ---------------------------------------------------------------- the template


def test_a_template_compares_names_and_asks_for_the_account(desk):
    desk.tab.fill({"shipping_type_name": "Entrega rapida"})
    desk.tab.compare_with(Path("/x/Flat.File.Shoes.xlsm"))
    desk.qtbot.waitUntil(lambda: bool(desk.tab.notice.text()))
    assert "A3TESTSELLERO. Is this your Seller ID?" in desk.tab.notice.text()
    assert "accent" in desk.said("shipping_type_name").lower()
    assert desk.editor("seller_id_at_amazon").text() == ""
    desk.tab.notice.button.click()
    assert desk.editor("seller_id_at_amazon").text() == "A3TESTSELLERO"
    assert desk.editor("marketplace").value() == "BR"
    desk.editor("amazon_template").remove.click()
    assert desk.tab._template is None
    assert desk.said("shipping_type_name") == "" or "accent" not in desk.said("shipping_type_name").lower()


def test_a_template_without_an_account_fills_the_marketplace_and_proposes_its_names(qtbot, qapp):
    desk = Desk(qtbot, template=CategoryTemplate(("Entrega", "Retirada"), marketplace=TEMPLATE.marketplace))
    desk.tab.compare_with(Path("/x/a.xlsm"))
    desk.qtbot.waitUntil(lambda: bool(desk.tab.notice.text()))
    assert desk.editor("marketplace").value() == "BR"
    assert "a.xlsm" in desk.tab.notice.text()
    desk.press("shipping_type_name", "Use “Entrega”")
    assert desk.editor("shipping_type_name").text() == "Entrega"


def test_files_that_are_open_to_check_a_sheet_are_one_button_away(qtbot, qapp):
    names = CategoryTemplate(("Entrega", "Retirada"), marketplace=TEMPLATE.marketplace)
    desk = Desk(qtbot, template=names, open_files=[Path("/x/shirts.xlsm"), Path("/x/<b>shoes.xlsm")])
    editor = desk.editor("amazon_template")
    assert [use.text() for use in editor.offers] == ["Use “shirts.xlsm”", "Use “<b>shoes.xlsm”"]
    assert all(use.isVisible() for use in editor.offers)
    editor.offers[0].setFocus()
    editor.offers[0].click()
    desk.qtbot.waitUntil(lambda: desk.tab._template is not None)
    assert editor.value() == "/x/shirts.xlsm"
    assert editor.choose.hasFocus()
    assert desk.editor("marketplace").value() == "BR"
    desk.press("shipping_type_name", "Use “Entrega”")
    assert desk.editor("shipping_type_name").text() == "Entrega"
    assert not any(use.isVisible() for use in editor.offers)
    editor.remove.click()
    assert all(use.isVisible() for use in editor.offers)


def test_what_is_offered_is_what_is_open_when_the_tab_is_shown(qtbot, qapp):
    opened: list[Path] = []
    desk = Desk(qtbot, open_files=opened)
    assert desk.editor("amazon_template").offers == []
    opened.append(Path("/x/shirts.xlsm"))
    desk.tab.hide()
    desk.tab.show()
    assert [use.text() for use in desk.editor("amazon_template").offers] == ["Use “shirts.xlsm”"]


def test_an_old_template_is_pointed_out_at_its_own_field(qtbot, qapp):
    desk = Desk(qtbot, template=CategoryTemplate(("Entrega",), made_on=date(2026, 1, 1)))
    desk.tab.compare_with(Path("/x/old.xlsm"))
    desk.qtbot.waitUntil(lambda: desk.said("amazon_template") != "")
    assert "324" in desk.said("amazon_template")


def test_a_file_that_is_no_template_is_said_and_let_go(qtbot, qapp):
    error = InputError("reference-not-recognised", file="mapping.xlsx")
    desk = Desk(qtbot, template=error)
    desk.tab.compare_with(Path("/x/mapping.xlsx"))
    desk.qtbot.waitUntil(lambda: "mapping.xlsx" in desk.tab.notice.text())
    assert desk.editor("amazon_template").value() == ""


def test_the_template_of_a_store_is_read_again_with_it(qtbot, qapp):
    desk = Desk(qtbot, FakeProfiles(Ana=Settings(amazon_template="/x/a.xlsm", seller_id_at_amazon="A3")))
    desk.qtbot.waitUntil(lambda: desk.tab._template is not None)
    assert desk.client.asked("amazon_template") == [{"path": Path("/x/a.xlsm")}]


# ---------------------------------------------------------------- files


def test_settings_go_out_and_come_in_again(desk, tmp_path):
    desk.tab.fill({"seller_id": "A3TESTSELLERO", "authorized_on": "2026-06-01"})
    desk.tab.export_file(tmp_path / "store.toml")
    desk.tab.save_reminder(tmp_path / "end.ics")
    assert b"BEGIN:VCALENDAR" in (tmp_path / "end.ics").read_bytes()
    desk.tab.fill({"seller_id": "other", "minimum_stock": "2"})
    desk.tab.import_file(tmp_path / "store.toml")
    desk.answer("Replace")
    assert desk.editor("seller_id").text() == "A3TESTSELLERO"
    assert desk.editor("minimum_stock").text() == ""


def test_a_key_that_listo_does_not_know_is_said(desk, tmp_path):
    (tmp_path / "store.toml").write_text('colour = "red"\nseller_id = "A3"\n')
    desk.tab.import_file(tmp_path / "store.toml")
    assert "colour" in desk.tab.notice.text()
    assert desk.editor("seller_id").text() == "A3"


@pytest.mark.parametrize("content", [None, "this is no = = settings file"])
def test_a_file_that_cannot_be_used_is_said(desk, tmp_path, content):
    if content:
        (tmp_path / "store.toml").write_text(content)
    desk.tab.import_file(tmp_path / "store.toml")
    assert "store.toml" in desk.tab.notice.text()


def test_a_place_that_takes_no_file_is_said(desk, tmp_path):
    desk.tab.export_file(tmp_path / "no such folder" / "store.toml")
    assert "store.toml" in desk.tab.notice.text()


def test_the_dialogs_propose_a_name(desk):
    desk.tab.stores.exporting.trigger()
    desk.tab.form.token.remind.clicked.emit()
    first, second = desk.tab.findChildren(QFileDialog)
    assert first.selectedFiles()[0].endswith(".toml")
    assert second.selectedFiles()[0].endswith(".ics")
    for dialog in (first, second):
        dialog.close()


# ---------------------------------------------------------------- from an error, to an error


def test_the_form_has_every_field(desk):
    lacking = set(FIELDS) ^ set(desk.tab.form.editors())
    assert not lacking, f"ui/settings/form.py shows no {lacking}, so what was kept in it would be lost"


def test_every_check_and_every_field_leads_to_a_field(desk):
    for code in (*(check.code for check in CHECKS), *FIELDS):
        desk.tab.show_field(code)
        QCoreApplication.processEvents()
        row = next(row for row in desk.tab.form.rows if row.isAncestorOf(desk.tab.focusWidget()))
        visible = desk.tab.form._scroll.viewport().rect()
        top = row.mapTo(desk.tab.form._scroll.viewport(), row.rect().topLeft()).y()
        assert visible.top() - row.height() <= top <= visible.bottom()


def test_a_field_leads_to_the_errors_that_it_causes(desk):
    desk.tab.fill({"seller_id": "A3TESTSELLER0", "seller_id_at_amazon": "A3TESTSELLERO"})
    asked = []
    desk.tab.lookupRequested.connect(asked.append)
    desk.press("seller_id", "The Seller ID is not")
    assert asked == [errors_of("seller_id")[0]]


# ---------------------------------------------------------------- keyboard


def test_every_field_is_reached_by_tab(desk):
    desk.editor("amazon_template").choose.setFocus()
    reached = []
    for _step in range(200):
        widget = desk.tab.focusWidget()
        if widget in reached:
            break
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for field_name, editor in desk.tab.form.editors().items():
        target = editor.focusProxy() or editor
        assert target in reached, field_name


def test_tab_comes_to_what_is_offered_for_a_field_before_the_next_field(desk):
    desk.tab.fill({"seller_id": "A3TESTSELLER0", "seller_id_at_amazon": "A3TESTSELLERO"})
    stop, came = desk.editor("seller_id"), []
    while stop is not desk.editor("shipping_type_name"):
        stop = stop.nextInFocusChain()
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            came.append(stop)
    assert came[0] is desk.editor("seller_id_at_amazon")
    assert "Use “A3TESTSELLERO”" in [one.text() for one in came[1:-1] if isinstance(one, QPushButton)]
