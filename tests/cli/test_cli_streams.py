"""What scripts do to a command: close its streams, fill its disk, stop it, and name files as they like."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from listo import cli
from listo.cli import streams
from listo.core import resources
from listo.core.checks import engine

SAMPLES = resources.root() / "samples"
GUI = Path(cli.__file__).parents[2]
NEEDS_POSIX = pytest.mark.skipif(os.name != "posix", reason="a shell, pipes and devices of POSIX")
NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")


@pytest.fixture
def mapping(tmp_path):
    header = [cell.value for cell in openpyxl.load_workbook(SAMPLES / "mapping.xlsx").active[1]]
    book = openpyxl.Workbook()
    book.active.append(header)
    book.active.append([212, None, "information", "Gênero", "TargetGender", "Feminino", "Female"])
    book.save(tmp_path / "mapping.xlsx")
    return tmp_path / "mapping.xlsx"


@pytest.fixture
def values(tmp_path):
    target = tmp_path / "values.xlsx"
    target.write_bytes((SAMPLES / "amazon-values.xlsx").read_bytes())
    return target


def run(capsys, *arguments):
    status = cli.main([str(one) for one in arguments])
    out = capsys.readouterr()
    return status, out.out, out.err


def shell(command, **files):
    """Run a command line in which `listo` is ours; return its exit status and its standard error."""
    ours = f'listo() {{ "{sys.executable}" -m listo "$@"; }}\n'
    environment = {
        **os.environ,
        "PYTHONPATH": str(GUI),
        "LANG": "en",
        **{k: str(v) for k, v in files.items()},
    }
    done = subprocess.run(
        ["bash", "-c", ours + command], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


# Streams


@pytest.mark.slow
@NEEDS_POSIX
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("listo check --sample >&-", 1),
        ("listo --help >&-", 0),
        ("listo explain - <&-", 0),
        ("listo settings - <&-", 1),
        ("listo check nowhere.xlsx 2>&-", 2),
        ("listo check --sample | true; exit ${PIPESTATUS[0]}", 1),
        ("listo check --sample --format json | true; exit ${PIPESTATUS[0]}", 1),
    ],
)
def test_a_closed_stream_is_no_trouble(command, expected):
    assert shell(command) == (expected, "")


@NEEDS_FULL
@pytest.mark.slow
@pytest.mark.parametrize("command", ["--help", "check --sample", "check --sample --format html", "explain x"])
def test_a_full_disk_behind_standard_output_is_said(command):
    status, err = shell(f"listo {command} >/dev/full")
    assert status == 2
    assert err.count("\n") == 1
    assert "room" in err


def test_standard_input_without_an_end_is_refused(capsys, monkeypatch):
    monkeypatch.setattr(streams, "_MOST_LETTERS", 10)
    monkeypatch.setattr("sys.stdin", io.StringIO("x" * 11))
    status, out, err = run(capsys, "explain", "-", "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_being_stopped_is_one_line(capsys, monkeypatch, mapping):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "run", stop)
    assert run(capsys, "check", mapping, "--lang", "en") == (130, "", "Stopped before it was finished.\n")


def test_a_fault_of_listo_is_one_line_and_a_log_without_what_was_worked_on(
    capsys, monkeypatch, mapping, tmp_path
):
    class PanicError(BaseException):
        pass

    def panic(*_, **__):
        raise PanicError("".join(["words", " of the sheet"]))

    monkeypatch.setattr(engine, "run", panic)
    monkeypatch.setenv("LISTO_HOME", str(tmp_path / "home"))
    status, out, err = run(capsys, "check", mapping, "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)
    (log,) = (tmp_path / "home").rglob("*.log")
    assert str(log) in err
    assert "PanicError" in log.read_text(encoding="utf-8")
    assert "words of" not in log.read_text(encoding="utf-8")


# Names


@NEEDS_POSIX
def test_no_name_of_a_file_makes_two_lines_or_commands_the_terminal(capsys):
    status, _, err = run(capsys, "check", "two\nlines\x1b[31m.xlsx", "--lang", "en")
    assert status == 2
    assert err.count("\n") == 1
    assert "\x1b" not in err


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no text")
@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_a_name_that_is_no_text_can_be_reported(capsys, mapping, form):
    named = mapping.with_name(os.fsdecode(b"no\xfftext.xlsx"))
    mapping.rename(named)
    output = named.with_name(f"report.{form}")
    assert run(capsys, "check", named, "--format", form, "--output", output)[::2] == (1, "")
    assert output.stat().st_size


# What is written over


@pytest.mark.parametrize("link", ["itself", "symbolic", "hard"])
def test_a_copy_never_takes_the_place_of_a_reference(capsys, mapping, values, link):
    target = values
    if link != "itself":
        target = values.with_name("other.xlsx")
        (target.symlink_to if link == "symbolic" else target.hardlink_to)(values)
    before = values.read_bytes()
    status, _, err = run(capsys, "check", mapping, "--against", values, "--fix-to", target, "--force")
    assert (status, err.count("\n")) == (2, 1)
    assert values.read_bytes() == before


@pytest.mark.parametrize("name", [".", "..", "folder", "folder/"])
def test_a_folder_is_no_name_for_a_copy(capsys, monkeypatch, mapping, name):
    monkeypatch.chdir(mapping.parent)
    (mapping.parent / "folder").mkdir()
    status, _, err = run(capsys, "check", mapping, "--fix-to", name, "--force")
    assert (status, err.count("\n")) == (2, 1)
    assert sorted(path.name for path in mapping.parent.iterdir()) == ["folder", "mapping.xlsx"]


@NEEDS_POSIX
def test_a_pipe_is_not_replaced_by_a_copy(capsys, mapping):
    pipe = mapping.with_name("pipe.xlsx")
    os.mkfifo(pipe)
    assert run(capsys, "check", mapping, "--fix-to", pipe, "--force")[0] == 2
    assert pipe.is_fifo()


@NEEDS_POSIX
@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_a_report_goes_through_a_pipe(mapping, form):
    pipe, taken = mapping.with_name("pipe"), mapping.with_name("taken")
    os.mkfifo(pipe)
    checking = 'listo check "$MAPPING" --format "$FORM" --output "$PIPE"'
    command = f'cat "$PIPE" >"$TAKEN" & {checking}; s=$?; wait; exit $s'
    status, err = shell(command, PIPE=pipe, TAKEN=taken, MAPPING=mapping, FORM=form)
    assert (status, err) == (1, "")
    assert taken.stat().st_size
    assert pipe.is_fifo()


def test_a_link_stays_one_when_a_report_takes_the_place_of_what_it_leads_to(capsys, mapping):
    old, link = mapping.with_name("old.html"), mapping.with_name("link.html")
    old.write_text("old", encoding="utf-8")
    link.symlink_to(old)
    assert run(capsys, "check", mapping, "--format", "html", "--output", link)[0] == 1
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8").startswith("<!")


def test_links_in_a_circle_are_no_place_to_write(capsys, mapping):
    one, other = mapping.with_name("one.xlsx"), mapping.with_name("other.xlsx")
    one.symlink_to(other)
    other.symlink_to(one)
    for arguments in (["--fix-to", one], ["--format", "html", "--output", one], ["--output", one]):
        status, _, err = run(capsys, "check", mapping, *arguments, "--force")
        assert err.count("\n") <= 1, arguments
        assert status in (1, 2)


def test_a_report_that_cannot_be_written_leaves_the_last_one(capsys, monkeypatch, mapping):
    report = mapping.with_name("report.json")
    report.write_text("the last one", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", _no_room)
    assert run(capsys, "check", mapping, "--format", "json", "--output", report)[0] == 2
    assert report.read_text(encoding="utf-8") == "the last one"
    assert len(list(mapping.parent.iterdir())) == 2


def _no_room(_):
    raise OSError(28, "No space left on device")


# Usage


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bogus"], "--bogus"),
        (["-x.xlsx"], "-x.xlsx"),
        (["--lang", "pt"], "--lang"),
        (["explain"], "explicar"),
        (["explain", "--top", "0", "x"], "“0”"),
        (["explain", "--top", "many", "x"], "“many”"),
    ],
)
def test_bad_usage_is_said_in_one_line_of_ones_language(capsys, monkeypatch, arguments, said):
    monkeypatch.setenv("LC_ALL", "pt_BR.UTF-8")
    status, out, err = run(capsys, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert "invalid" not in err


def test_what_comes_after_two_dashes_is_no_option(capsys):
    status, out, _ = run(capsys, "explain", "--format", "json", "--", "--help")
    assert status == 1
    assert json.loads(out)["results"][0]["text"] == "--help"


def test_a_mapping_sheet_to_check_against_is_called_one(capsys, mapping):
    status, _, err = run(capsys, "check", mapping, "--against", mapping, "--lang", "en")
    assert status == 2
    assert "is a mapping sheet itself" in err
