"""`listo check` with several sheets or a folder: each on its own, and a sum of all."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from listo import cli
from listo.core import resources
from listo.core.mapping.sheet import COLUMNS

SAMPLES = resources.root() / "samples"
RIGHT = ["212", "", "Information", "Gênero", "TargetGender", "Feminino", "Female"]
WRONG = ["212", "", "information", "Gênero", "TargetGender", "Masculino", "Male "]


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "sheets"
    place.mkdir()
    for name, rows in (("right.xlsx", [RIGHT]), ("wrong.xlsx", [RIGHT, WRONG])):
        save(place / name, COLUMNS, *rows)
    save(place / "other.xlsx", ["Nome", "Telefone"], ["Ana", "11 5555"])
    (place / "picture.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (place / "notes.md").write_text("CategoryID", encoding="utf-8")
    (place / "~$wrong.xlsx").write_bytes(b"x")
    return place


def save(path: Path, *rows) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)


def run(capsys, *arguments):
    status = cli.main(["check", *[str(one) for one in arguments]])
    out = capsys.readouterr()
    return status, out.out, out.err


def as_json(capsys, *arguments):
    status, out, err = run(capsys, *arguments, "--format", "json", "--lang", "en")
    return status, json.loads(out), err


def test_two_sheets_are_two_documents_and_a_sum(capsys, folder):
    status, document, err = as_json(capsys, folder / "wrong.xlsx", folder / "right.xlsx")
    assert (status, err) == (1, "")
    assert [one["file"] for one in document["results"]] == ["wrong.xlsx", "right.xlsx"]
    assert document["counts"] == {"error": 2, "warning": 0, "info": 0}
    alone = as_json(capsys, folder / "wrong.xlsx")[1]
    assert {key: document["results"][0][key] for key in alone} == alone


def test_of_a_folder_every_mapping_sheet_is_checked(capsys, folder):
    save(folder / "below.csv", COLUMNS)
    (folder / "below.csv").write_text(",".join(COLUMNS) + "\n" + ",".join(RIGHT) + "\n", encoding="utf-8")
    status, document, _ = as_json(capsys, folder)
    assert status == 1
    assert [one["file"] for one in document["results"]] == ["below.csv", "right.xlsx", "wrong.xlsx"]


def test_of_folders_inside_a_folder_every_mapping_sheet_is_checked_too(capsys, folder):
    for name in ("Calçados/2026", ".hidden", "copies"):
        (folder / name).mkdir(parents=True)
        save(folder / name / "right.xlsx", COLUMNS, RIGHT)
    (folder / "Calçados" / "link").symlink_to(folder, target_is_directory=True)
    _, document, _ = as_json(capsys, folder, "--fix-to", folder / "copies", "--force")
    found = [Path(one["path"]).relative_to(folder).as_posix() for one in document["results"]]
    assert found == ["right.xlsx", "wrong.xlsx", "Calçados/2026/right.xlsx"]


def test_a_damaged_sheet_in_a_folder_inside_is_named_with_it(capsys, folder):
    (folder / "old").mkdir()
    (folder / "old" / "bad.xlsx").write_bytes((SAMPLES / "mapping.xlsx").read_bytes()[:3000])
    _, document, _ = as_json(capsys, folder)
    assert f"{folder.name}/old/bad.xlsx" in document["results"][-1]["message"]


def test_a_reference_in_the_folder_is_no_sheet_to_check(capsys, folder):
    values = folder / "values.xlsx"
    values.write_bytes((SAMPLES / "amazon-values.xlsx").read_bytes())
    _, document, _ = as_json(capsys, folder, "--against", values)
    assert [one["file"] for one in document["results"]] == ["right.xlsx", "wrong.xlsx"]
    assert all(one["references"][0]["file"] == "values.xlsx" for one in document["results"])


def test_a_sheet_that_cannot_be_used_is_one_entry(capsys, folder):
    (folder / "damaged.xlsx").write_bytes((SAMPLES / "mapping.xlsx").read_bytes()[:3000])
    status, document, err = as_json(
        capsys, folder / "damaged.xlsx", folder / "right.xlsx", folder / "gone.xlsx"
    )
    assert (status, err) == (1, "")
    damaged, right, gone = document["results"]
    assert (damaged["error"], gone["error"]) == ("file-damaged", "file-not-found")
    assert "gone.xlsx" in gone["message"]
    assert "error" not in right
    assert "damaged.xlsx" in [one["file"] for one in as_json(capsys, folder)[1]["results"]]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_where_none_can_be_used_it_ends_with_2_and_one_line(capsys, folder, format_):
    status, _, err = run(capsys, folder / "gone.xlsx", folder / "other.xlsx", "--format", format_)
    assert status == 2
    assert err.count("\n") == 1
    assert "gone.xlsx" in err


def test_a_folder_without_a_sheet_is_told_as_that(capsys, tmp_path):
    status, out, err = run(capsys, tmp_path, "--lang", "en")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "holds no mapping sheet" in err


def test_right_sheets_end_with_0_and_information_is_nothing_wrong(capsys, folder):
    save(folder / "more.xlsx", [*COLUMNS, "Obs"], [*RIGHT, "x"])
    assert run(capsys, folder / "more.xlsx")[0] == 0
    status, document, _ = as_json(capsys, folder / "more.xlsx", folder / "right.xlsx")
    assert (status, document["counts"]) == (0, {"error": 0, "warning": 0, "info": 1})


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 sheets checked."), ("pt", "2 planilhas verificadas."), ("es", "2 hojas revisadas.")],
)
def test_the_text_has_a_part_for_each_and_a_summary(capsys, folder, language, said):
    files = (folder / "right.xlsx", folder / "wrong.xlsx", folder / "gone.xlsx")
    status, out, err = run(capsys, *files, "--lang", language)
    assert (status, err) == (1, "")
    assert [out.count(path.name) > 0 for path in files] == [True, True, True]
    assert said in out.rpartition("gone.xlsx")[2]


def test_copies_go_into_a_folder_and_no_sheet_is_written_over(capsys, folder, tmp_path):
    again = tmp_path / "again"
    again.mkdir()
    save(again / "wrong.xlsx", COLUMNS, WRONG)
    before = (folder / "wrong.xlsx").read_bytes()
    copies = tmp_path / "copies"
    _, document, _ = as_json(capsys, folder, again, "--fix-to", copies)
    assert sorted(path.name for path in copies.iterdir()) == ["right.xlsx", "wrong (2).xlsx", "wrong.xlsx"]
    saved = [one["fixed"]["file"] for one in document["results"] if "fixed" in one]
    assert [Path(name).name for name in saved] == ["wrong.xlsx", "wrong (2).xlsx"]
    assert as_json(capsys, copies)[1]["counts"]["error"] == 0
    assert (folder / "wrong.xlsx").read_bytes() == before
    assert {one["error"] for one in as_json(capsys, folder, again, "--fix-to", copies)[1]["results"]} == {
        "file-exists"
    }
    results = as_json(capsys, folder, again, "--fix-to", folder, "--force")[1]["results"]
    assert [one.get("error") for one in results] == ["file-is-original", "file-is-original", None]
    assert (folder / "wrong.xlsx").read_bytes() == before


@pytest.mark.parametrize("format_", ["html", "xlsx"])
def test_reports_go_into_a_folder(capsys, folder, tmp_path, format_):
    reports = tmp_path / "reports"
    assert run(capsys, folder, "--format", format_)[0] == 2
    assert run(capsys, folder, "--format", format_, "--output", reports)[0] == 1
    assert sorted(path.name for path in reports.iterdir()) == [f"right.{format_}", f"wrong.{format_}"]


def test_a_name_given_twice_is_one_sheet(capsys, folder):
    _, document, _ = as_json(capsys, folder / "right.xlsx", folder / "right.xlsx")
    assert document["file"] == "right.xlsx"


@pytest.mark.parametrize(
    ("word", "near"),
    [("chekc", "check"), ("Check", "check"), ("explian", "explain"), ("setting", "settings")],
)
def test_a_command_that_is_none_is_told_with_the_nearest(capsys, monkeypatch, tmp_path, word, near):
    monkeypatch.chdir(tmp_path)
    assert cli.is_command([word, "mapping.xlsx"])
    assert cli.main([word, "mapping.xlsx", "--lang", "en"]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    assert f"“{word}”" in out.err
    assert f"“{near}”" in out.err


def test_a_word_that_is_like_no_command_names_them_all(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["xyz", "--lang", "en"]) == 2
    assert ", ".join(cli.COMMANDS) in capsys.readouterr().err


def test_names_of_files_open_the_window(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mapping").write_text("x", encoding="utf-8")
    for name in ("mapping", "gone.xlsx", "folder/gone", "mapping 2026"):
        assert not cli.is_command([name])
