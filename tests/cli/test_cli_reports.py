"""`listo check --format html|xlsx`: files to hand on, and the terminal's own look."""

from __future__ import annotations

import os

import openpyxl
import pytest

from listo import cli
from listo.cli import streams
from listo.core import resources
from listo.core.texts import LANGUAGES, Texts

MAPPING = resources.root() / "samples" / "mapping.xlsx"


def check(capsys, *arguments):
    status = cli.main(["check", *map(str, arguments)])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_html_goes_to_standard_output_or_a_file(capsys, tmp_path):
    status, out, err = check(capsys, "--sample", "--format", "html", "--lang", "pt")
    assert (status, err) == (1, "")
    assert out.startswith('<!DOCTYPE html>\n<html lang="pt-BR">')
    assert out.endswith("</html>\n")
    target = tmp_path / "report.html"
    assert check(capsys, "--sample", "--format", "html", "--output", target) == (1, "", "")
    assert "</html>" in target.read_text(encoding="utf-8")


def test_a_report_file_is_replaced_by_the_next_one(capsys, tmp_path):
    target = tmp_path / "report.xlsx"
    for _ in range(2):
        assert check(capsys, "--sample", "--format", "xlsx", "--output", target)[0] == 1
    assert len(openpyxl.load_workbook(target).sheetnames) == 3
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("language", LANGUAGES)
def test_xlsx_needs_a_file(capsys, language):
    status, out, err = check(capsys, MAPPING, "--format", "xlsx", "--lang", language)
    assert (status, out) == (2, "")
    assert err == Texts(language).say("usage.output") + "\n"


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_no_report_is_written_over_the_sheet(capsys, tmp_path, form):
    source = tmp_path / "mapping.xlsx"
    source.write_bytes(MAPPING.read_bytes())
    status, _, err = check(capsys, source, "--format", form, "--output", source)
    assert (status, err.count("\n")) == (2, 1)
    assert source.read_bytes() == MAPPING.read_bytes()


def test_the_corrections_of_the_copy_are_in_the_report(capsys, tmp_path):
    target, copy = tmp_path / "report.html", tmp_path / "mended.xlsx"
    arguments = ("--sample", "--fix-to", copy, "--format", "html", "--output", target, "--lang", "en")
    assert check(capsys, *arguments)[0] == 1
    page = target.read_text(encoding="utf-8")
    assert "mended.xlsx" in page
    assert "before the corrections" in page
    assert check(capsys, "--sample", "--output", copy, "--fix-to", tmp_path / "other.xlsx")[0] == 1


class Screen:
    def isatty(self):
        return True


def test_a_terminal_is_wrapped_to_its_width_and_a_file_is_not(monkeypatch):
    assert streams.terminal_width() is None
    assert not streams.takes_colour()
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.setenv("COLUMNS", "72")
    assert streams.terminal_width() == 72


@pytest.mark.skipif(os.name == "nt", reason="Windows has consoles that know no colours")
def test_colours_are_for_terminals_that_want_them(monkeypatch):
    monkeypatch.setattr("sys.stdout", Screen())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert streams.takes_colour()
    monkeypatch.setenv("TERM", "dumb")
    assert not streams.takes_colour()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not streams.takes_colour()
