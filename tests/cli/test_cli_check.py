"""`listo check`: the answer, the exit status, and what bad input gets."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from listo import cli
from listo.core import resources
from listo.core.workbooks.read import read_workbook

SAMPLES = resources.root() / "samples"
RIGHT = ["212", "", "Information", "Gênero", "TargetGender", "Feminino", "Female"]
HEADER = [
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
]


@pytest.fixture
def mapping(tmp_path):
    def make(*rows, name="mapping.xlsx", header=HEADER):
        book = openpyxl.Workbook()
        book.active.append(header)
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


def run(capsys, *arguments):
    status = cli.main([str(one) for one in arguments])
    out = capsys.readouterr()
    return status, out.out, out.err


def as_json(capsys, *arguments):
    status, out, err = run(capsys, "check", *arguments, "--format", "json", "--lang", "en")
    assert err == ""
    return status, json.loads(out)


def test_a_right_sheet_ends_with_0_and_says_what_was_not_checked(capsys, mapping):
    status, out, _ = run(capsys, "check", mapping(RIGHT), "--lang", "en")
    assert status == 0
    assert "No problem found" in out
    assert "did not run" in out


def test_json_has_the_keys_of_the_contract(capsys, mapping):
    wrong = [*RIGHT[:2], "information", *RIGHT[3:]]
    status, document = as_json(capsys, mapping(RIGHT, wrong))
    assert status == 1
    assert list(document)[:9] == [
        "file",
        "sheet",
        "header_row",
        "rows",
        "references",
        "findings",
        "counts",
        "checks_run",
        "checks_skipped",
    ]
    (finding,) = [one for one in document["findings"] if one["code"] == "type-case"]
    assert finding["row"] == 3
    assert finding["column"] == "Type"
    assert finding["value"] == "information"
    assert finding["safe_fix"] == "Information"
    assert finding["severity"] == "error"
    assert finding["error_id"] == "raw-requested-value-information-not-found"
    assert document["counts"]["error"] == sum(one["severity"] == "error" for one in document["findings"])


def test_the_sample_shows_the_program_at_work(capsys):
    status, document = as_json(capsys, "--sample")
    assert status == 1
    assert document["references"] == [{"file": "amazon-values.xlsx", "kind": "amazon-values"}]
    assert len({one["code"] for one in document["findings"]}) > 10


@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_the_report_speaks_the_language_asked_for(capsys, language):
    words = {"en": "rows", "pt": "linhas", "es": "filas"}
    _, out, _ = run(capsys, "check", "--sample", "--lang", language)
    assert words[language] in out


def test_safe_fixes_go_into_a_copy_and_the_original_stays(capsys, mapping, tmp_path):
    source = mapping([*RIGHT[:2], "information", *RIGHT[3:6], " Female "])
    before = source.read_bytes()
    status, document = as_json(capsys, source, "--fix-to", tmp_path / "mended.xlsx")
    assert status == 1
    fixed = {"file": str(tmp_path / "mended.xlsx"), "cells": 2, "damaged_parts": []}
    assert document["fixed"] == fixed
    assert source.read_bytes() == before
    rows = read_workbook(tmp_path / "mended.xlsx").tables[0].rows
    assert list(rows[1]) == RIGHT


def test_an_existing_copy_is_replaced_only_by_force(capsys, mapping, tmp_path):
    source, target = mapping([*RIGHT[:2], "information", *RIGHT[3:]]), tmp_path / "there.xlsx"
    target.write_bytes(b"somebody's")
    status, out, err = run(capsys, "check", source, "--fix-to", target, "--lang", "en")
    assert (status, out) == (2, "")
    assert "already there" in err
    assert target.read_bytes() == b"somebody's"
    assert run(capsys, "check", source, "--fix-to", target, "--force")[0] == 1
    assert target.read_bytes()[:2] == b"PK"


def test_not_even_force_writes_over_the_original(capsys, mapping):
    source = mapping([*RIGHT[:2], "information", *RIGHT[3:]])
    before = source.read_bytes()
    status, _, err = run(capsys, "check", source, "--fix-to", source, "--force", "--lang", "en")
    assert status == 2
    assert "never changes" in err
    assert source.read_bytes() == before


def test_the_report_can_go_to_a_file_but_not_over_the_sheet(capsys, mapping, tmp_path):
    source = mapping(RIGHT)
    before = source.read_bytes()
    assert run(capsys, "check", source, "--output", tmp_path / "report.txt")[0] == 0
    assert (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert run(capsys, "check", source, "--output", source)[0] == 2
    assert source.read_bytes() == before


def bad_files(folder: Path) -> dict[str, Path]:
    """One file for each way in which input can be unusable."""
    files = {
        "missing": folder / "missing.xlsx",
        "folder": folder,
        "damaged": folder / "damaged.xlsx",
        "picture": folder / "picture.xlsx",
        "other": folder / "other.xlsx",
    }
    files["damaged"].write_bytes((SAMPLES / "mapping.xlsx").read_bytes()[:3000])
    files["picture"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    book = openpyxl.Workbook()
    book.active.append(["Nome", "Telefone", "Cidade"])
    book.active.append(["Ana", "11 5555", "Recife"])
    book.save(files["other"])
    return files


@pytest.mark.parametrize("what", ["missing", "folder", "damaged", "picture", "other"])
@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_bad_input_gets_one_sentence_and_exit_2(capsys, tmp_path, what, language):
    path = bad_files(tmp_path)[what]
    status, out, err = run(capsys, "check", path, "--lang", language)
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert path.name in err
    assert "Traceback" not in err


def test_a_reference_that_is_none_is_refused(capsys, mapping, tmp_path):
    other = bad_files(tmp_path)["other"]
    status, _, err = run(capsys, "check", mapping(RIGHT), "--against", other, "--lang", "en")
    assert status == 2
    assert "does not recognize" in err


def test_an_unknown_sheet_names_those_that_are_there(capsys, mapping):
    status, _, err = run(capsys, "check", mapping(RIGHT), "--sheet", "Nope", "--lang", "en")
    assert status == 2
    assert "Sheet" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.xlsx", "--unknown"],
        ["check", "--lang", "de", "a.xlsx"],
        ["check", "a.xlsx", "--against"],
        ["--nonsense"],
        ["check", "--sample", "a.xlsx"],
    ],
)
def test_a_wrong_command_line_gets_one_sentence_and_exit_2(capsys, arguments):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "--" in err or "listo" in err.lower()


def test_version_and_help(capsys):
    assert run(capsys, "--version")[0] == 0
    status, out, _ = run(capsys, "--help", "--lang", "pt")
    assert status == 0
    assert "listo check" in out


@pytest.mark.parametrize(("language", "word"), [("en", "damaged"), ("pt", "danificada"), ("es", "dañada")])
def test_a_copy_says_which_parts_were_damaged_already(mapping, capsys, tmp_path, language, word):
    source = mapping([" 212", *RIGHT[1:]])
    with zipfile.ZipFile(source, "a") as archive:
        archive.writestr("docProps/broken.xml", "<a>")
    target = tmp_path / "mended.xlsx"
    status, document = as_json(capsys, source, "--fix-to", target)
    assert (status, document["fixed"]["damaged_parts"]) == (1, ["docProps/broken.xml"])
    _, out, _ = run(capsys, "check", source, "--fix-to", target, "--force", "--lang", language)
    (line,) = [line for line in out.splitlines() if "docProps/broken.xml" in line]
    assert word in line


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device here")
def test_a_copy_goes_neither_to_a_device_nor_beside_it(mapping, capsys):
    source, beside = mapping([" 212", *RIGHT[1:]]), sorted(Path("/dev").iterdir())
    status, _, err = run(capsys, "check", source, "--fix-to", "/dev/null", "--force", "--lang", "en")
    assert (status, err.count("\n")) == (2, 1)
    assert "could not be saved" in err
    assert sorted(Path("/dev").iterdir()) == beside


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+A1", "-A1"])
def test_no_cell_of_a_mended_text_file_becomes_a_formula(capsys, tmp_path, text):
    source, target = tmp_path / "mapping.csv", tmp_path / "mended.csv"
    lines = [HEADER, [*RIGHT[:5], f" {text}", " Female"], [*RIGHT[:5], " -5", "Female"]]
    source.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    status, document = as_json(capsys, source, "--fix-to", target)
    assert (status, document["fixed"]["cells"]) == (1, 2)
    (table,) = read_workbook(target).tables
    assert table.rows[1][5:] == [f" {text}", "Female"]
    assert table.rows[2][5:] == ["-5", "Female"]
    (finding,) = [one for one in document["findings"] if one["value"] == f" {text}"]
    assert (finding["suggestions"], finding["safe_fix"]) == ([text], None)


def test_texts_that_begin_as_formulas_are_texts_in_a_report(mapping, capsys, tmp_path):
    source, report = mapping([*RIGHT[:5], "' =1+1", "=2"]), tmp_path / "report.xlsx"
    book = openpyxl.load_workbook(source)
    for place, text in (("F2", " =1+1"), ("G2", " @A1")):
        book.active[place].value = text
        book.active[place].data_type = "s"
    book.save(source)
    run(capsys, "check", source, "--format", "xlsx", "--output", report)
    cells = [cell for sheet in openpyxl.load_workbook(report) for row in sheet.iter_rows() for cell in row]
    shown = [cell for cell in cells if "=1+1" in str(cell.value)]
    assert shown
    assert {cell.data_type for cell in cells if cell.value} <= {"s", "n"}


def test_nothing_of_a_file_commands_the_terminal(mapping, capsys, tmp_path):
    source = mapping(["\x7f212", *RIGHT[1:6], "Fem\u009b2Jale"], name="a\x1b[2Jb.xlsx")
    (tmp_path / "c\x1b[2Jd.xlsx").write_bytes(b"PK\3\4")
    status, out, err = run(capsys, "check", source, tmp_path / "c\x1b[2Jd.xlsx", "--lang", "en")
    assert status == 1
    assert not any(sign in out + err for sign in "\x1b\x7f\u009b")
