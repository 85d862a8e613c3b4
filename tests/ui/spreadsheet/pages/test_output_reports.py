"""Making a report in the window: asked for, named, made or printed, and shown where it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from fake_worker import FakeClient, FakeJobs, FakeTexts, kinds
from listo.core.errors import InputError
from listo.core.texts import Language
from listo.core.worker.protocol import CrashError
from listo.core.worker.saving import ReportFormat
from listo.ui import style
from listo.ui.spreadsheet import SpreadsheetTab


@dataclass
class ReportingJobs(FakeJobs):
    folder: Path = Path()
    made: list[dict[str, Any]] = field(default_factory=list)

    def proposed_name(self, word: str = "corrected", suffix: str = "") -> Path:
        return self.folder / f"mapping-{word}{suffix}"

    def report(self, target: Path, form: ReportFormat, language: Language, overwrite: bool) -> Path:
        self.made.append({"target": target, "form": form, "language": language, "overwrite": overwrite})
        if form == "pdf":
            source = self.folder / f"{target.stem}.html"
            source.write_text("<html>")
            return source
        return target


class FakePrintJobs:
    def print_report(self, source: Path, target: Path) -> Path:
        assert source.exists()
        return target


class FakePrinter(FakeClient):
    def __init__(self, parent: QObject) -> None:
        super().__init__(FakePrintJobs())
        self.setParent(parent)
        self.closed = self.retired = False

    def close(self) -> None:
        self.closed = True

    def retire(self) -> None:
        self.retired = True


class Desk:
    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.jobs = ReportingJobs(kinds(3), folder=folder)
        self.client = FakeClient(self.jobs)
        self.printers: list[FakePrinter] = []
        self.failing: object = None
        self.held: set[str] = set()
        self.tab = SpreadsheetTab(
            self.client, FakeTexts("pt"), needs=lambda: Counter(), open_printer=self._open_printer
        )
        self.tab.resize(1120, 690)
        qtbot.show(self.tab)
        self.tab.open_files([Path("/x/mapping.xlsx")])
        self.settle()
        self.tab.go_to("send")
        self.panel = self.tab.send.report

    def _open_printer(self) -> FakePrinter:
        printer = FakePrinter(self.tab)
        printer.held = self.held
        if self.failing:
            printer.errors["print_report"] = self.failing
        self.printers.append(printer)
        return printer

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tab.work.jobs())

    def ask(self, form: str) -> QFileDialog:
        self.panel.buttons[form].click()
        self.settle()
        dialog = self.panel.findChild(QFileDialog)
        assert dialog is not None
        return dialog

    def make(self, form: str, name: str) -> None:
        dialog = self.ask(form)
        dialog.fileSelected.emit(str(self.jobs.folder / name))
        dialog.close()
        self.settle()


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    style.apply(qapp, dark=False)
    return Desk(qtbot, tmp_path)


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_gets_a_name_is_made_and_shown(desk, form):
    dialog = desk.ask(form)
    assert Path(dialog.selectedFiles()[0]).name == f"mapping-report.{form}"
    dialog.close()
    assert not desk.panel.made.isVisible()
    desk.make(form, f"mine.{form}")
    target = desk.jobs.folder / f"mine.{form}"
    assert desk.jobs.made == [{"target": target, "form": form, "language": "pt", "overwrite": False}]
    assert desk.panel.made.isVisible()
    assert f"mine.{form}" in desk.panel.made_words.text()


def test_a_pdf_is_printed_and_nothing_is_left_behind(desk):
    desk.make("pdf", "mine.pdf")
    assert "mine.pdf" in desk.panel.made_words.text()
    desk.qtbot.waitUntil(lambda: desk.printers[0].retired)
    assert list(desk.jobs.folder.iterdir()) == []


def test_a_print_that_fails_is_told_and_cleaned_up(desk):
    desk.failing = CrashError("died", "")
    desk.make("pdf", "mine.pdf")
    desk.qtbot.waitUntil(lambda: desk.printers[0].retired)
    assert "PDF" in desk.tab.banner.text()
    assert not desk.panel.made.isVisible()
    assert desk.client.asked("resume") == []
    assert list(desk.jobs.folder.iterdir()) == []


def test_a_print_goes_on_while_another_ends(desk):
    desk.held = {"print_report"}
    desk.panel.make(desk.jobs.folder / "long.pdf", "pdf", overwrite=False)
    desk.qtbot.waitUntil(lambda: len(desk.printers) == 1)
    desk.held = set()
    desk.panel.make(desk.jobs.folder / "short.pdf", "pdf", overwrite=False)
    desk.qtbot.waitUntil(lambda: len(desk.printers) == 2 and desk.printers[1].retired)
    long, _short = desk.printers
    assert not long.retired
    assert [path.name for path in desk.jobs.folder.iterdir()] == ["long.html"]
    long.tasks[0].succeeded.emit(desk.jobs.folder / "long.pdf")
    desk.qtbot.waitUntil(lambda: long.retired)
    assert "long.pdf" in desk.panel.made_words.text()
    assert list(desk.jobs.folder.iterdir()) == []


def test_another_file_is_replaced_only_after_asking(desk):
    desk.client.errors["report"] = InputError("file-exists", file="mine.xlsx")
    desk.make("xlsx", "mine.xlsx")
    assert desk.jobs.made == []
    box = desk.panel.findChild(QMessageBox)
    assert "mine.xlsx" in box.text()
    box.buttons()[0].click()
    desk.settle()
    assert [made["overwrite"] for made in desk.jobs.made] == [True]


def test_what_forbids_a_report_is_said(desk):
    desk.client.errors["report"] = InputError("file-is-original", file="mapping.xlsx")
    desk.make("html", "mapping.xlsx")
    assert "mapping.xlsx" in desk.tab.banner.text()


def test_the_line_goes_with_other_work(desk):
    desk.make("html", "mine.html")
    assert desk.panel.made.isVisible()
    desk.jobs.files = ()
    desk.tab.open_files([Path("/x/other.xlsx")])
    desk.settle()
    desk.tab.go_to("send")
    assert desk.panel.title.isVisible()
    assert not desk.panel.made.isVisible()


def test_every_button_has_its_words(desk):
    assert all(button.text() for button in desk.panel.buttons.values())
