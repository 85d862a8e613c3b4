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
    assert "does not recognise" in err


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
