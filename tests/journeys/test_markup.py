"""Markup in cells, headers, names of files, sheets and stores, and in messages: shown and never obeyed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

import story_files
from listo.core.edits.history import CellEdit, FindingKey
from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.types import Decision
from listo.core.worker.jobs import Jobs
from listo.ui.recent_dialog import RecentDialog
from listo.ui.spreadsheet.file_changes import DroppedEditsDialog
from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET
from listo.ui.widgets.dialogs import DecisionsDialog, ask_name, ask_to, ask_to_replace, crash_dialog
from listo.ui.widgets.parts import literal
from markup import BAIT, MARKUP, OpenedFiles, network_of_qt, obeyed, texts_of
from program import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="that a file is opened is heard by inotify")


@pytest.fixture
def bait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenedFiles]:
    """Lay a picture where each markup points to, and hear of its being opened."""
    from PySide6.QtGui import QPixmap

    picture = QPixmap(4, 4)
    picture.fill()
    assert picture.save(str(tmp_path / BAIT))
    monkeypatch.chdir(tmp_path)
    opened = OpenedFiles(tmp_path / BAIT)
    yield opened
    opened.close()


def write_mapping(folder: Path) -> Path:
    """Write a mapping sheet whose name, sheets, title, headers and every field hold markup."""
    path = folder / f"{MARKUP[0]}.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = MARKUP[0]
    sheet.append([MARKUP[1]])
    sheet.append([*COLUMNS, *MARKUP])
    for markup in MARKUP:
        sheet.append([markup] * len(COLUMNS))
        for place in range(len(COLUMNS)):
            row = list(story_files.ROWS[place])
            row[place] = markup
            sheet.append([*row, markup])
    draft = book.create_sheet("<a href=x>")
    draft.append(list(COLUMNS))
    draft.append(list(story_files.ROWS[0]))
    book.save(path)
    return path


def test_this_would_notice(qtbot, bait):
    """What Qt obeys is heard: else all that follows would pass whatever happens."""
    naive = QLabel(MARKUP[0])
    naive.setToolTip(MARKUP[0])
    qtbot.show(naive)
    naive.grab()
    assert bait.count() > 0
    assert len(obeyed(naive)) == 1
    assert bait.count() > 0
    assert obeyed(QLabel("plain")) == []


@pytest.mark.parametrize("text", MARKUP)
def test_literal_shows_each_letter_and_leaves_what_is_plain(qtbot, bait, text):
    shown = QLabel(literal(text))
    qtbot.show(shown)
    shown.grab()
    assert bait.count() == 0
    assert literal("a < b & c") == "a < b & c"


def scenes(program: Program, folder: Path) -> Iterator[str]:
    """Bring every page to the front with markup on it."""
    program.drop(write_mapping(folder))
    tab = program.tab
    yield "files"
    program.drop(story_files.write_template(folder / f"{MARKUP[0]} template.xlsx"))
    yield "two files"
    for step in ("columns", "problems", "send"):
        if tab.navigation.can_go_to(step):
            tab.go_to(step)
            program.settle()
            yield step
    tab.go_to("problems")
    for group in tab.overview.groups:
        tab.problems.show_issue_type(group.code)
        program.settle()
        yield group.code
    work = tab.work
    first = 3
    work.change(Jobs.apply_alike, first, "AmazonValue", MARKUP[1])
    work.change(Jobs.ignore, [FindingKey(*_key(program))], MARKUP[2])
    work.change(Jobs.delete_rows, [first + 1])
    work.change(Jobs.insert_row, None, dict.fromkeys(COLUMNS, MARKUP[3]))
    program.settle()
    for step in ("send", "problems"):
        tab.go_to(step)
        program.settle()
        yield f"{step} after changes"
    tab.send.copy.save_to(folder / f"{MARKUP[0]} copy.xlsx", overwrite=True)
    program.settle()
    yield "send after saving"
    tab.go_to("problems")
    program.settle()
    tab.problems.switch.sheet.click()
    program.settle()
    yield "the whole sheet"
    window = program.window
    lookup = window.show_tab(LOOKUP)
    for markup in MARKUP:
        lookup.input.setPlainText(f"Value ({markup}) from the mapping spreadsheet is not an attribute")
        yield "a message"
    lookup.input.setPlainText(
        "\n".join([*MARKUP, *(f"Specification ({one}) was not found" for one in MARKUP)])
    )
    program.until(lambda: bool(lookup.panel.results()))
    yield "messages"
    window.profiles.save(MARKUP[0], window.tab(SETTINGS).form.settings())
    settings = window.show_tab(SETTINGS)
    settings.fill(
        {
            "seller_id": MARKUP[0],
            "seller_id_at_amazon": MARKUP[1],
            "shipping_type_name": MARKUP[0],
            "shipping_type_name_at_amazon": (MARKUP[1], MARKUP[0]),
            "affiliate_email": MARKUP[0],
        }
    )
    for row in settings.form.rows:
        row._where.click()
    yield "settings"
    window.show_tab(SPREADSHEET)


def _key(program: Program) -> tuple[str, int, str, str]:
    finding = program.tab.problems.section().model.first().finding
    return finding.code, finding.row, finding.column, finding.value


def test_no_page_obeys_markup_in_anything_that_it_shows(start: Callable[[], Program], tmp_path, bait):
    program = start()
    seen = []
    for scene in scenes(program, tmp_path):
        program.window.grab()
        assert obeyed(program.window) == [], scene
        assert bait.count() == 0, scene
        seen += [scene] if "<img" in texts_of(program.window) else []
    assert {"files", "problems", "send after changes", "the whole sheet", "messages"} <= {*seen}
    assert network_of_qt() == []


def test_no_dialog_obeys_markup(start: Callable[[], Program], tmp_path, bait, qtbot):
    program = start()
    program.drop(write_mapping(tmp_path))
    window, markup = program.window, MARKUP[0]
    window.lookups.keep(None, MARKUP[1], [tmp_path / markup], 1, 1)
    program.store.decisions.keep([Decision("", "AmazonValue", *MARKUP[:4])])
    window.show_recent()
    recent = window.findChild(RecentDialog)
    program.until(lambda: len(recent.items()) == 2)
    decisions = DecisionsDialog(window.client, None, window)
    decisions.refresh()
    qtbot.show(decisions)
    program.until(lambda: decisions.table.rowCount() == 1)
    dropped = DroppedEditsDialog([CellEdit(2, "Type", MARKUP[0], MARKUP[1])], window)
    shown = [
        recent,
        decisions,
        dropped,
        ask_to(window, markup, markup, lambda: None),
        ask_name(window, markup, markup, markup, lambda _name: None),
        ask_to_replace(window, tmp_path / markup, markup, lambda: None),
        crash_dialog("", Path(markup), window),
    ]
    window.say(markup)
    program.tab.banner.say(markup)
    window.overlay.show_files([tmp_path / markup], SPREADSHEET)
    for dialog in (*shown, window):
        dialog.show()
        dialog.grab()
        assert obeyed(dialog) == []
    assert bait.count() == 0
    for dialog in shown:
        dialog.close()
