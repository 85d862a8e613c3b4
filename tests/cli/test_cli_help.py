"""The pages of help, the completion of shells, and what `--self-check` notices."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from listo import cli
from listo.cli import arguments, self_check
from listo.core import resources
from listo.core.catalogue import entries
from listo.core.texts import LANGUAGES, Texts

OF_FILES = [name for name in cli.COMMANDS if name not in ("help", "completion")]


def run(capsys, *given):
    status = cli.main([str(one) for one in given])
    out = capsys.readouterr()
    return status, out.out, out.err


# The pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", OF_FILES)
def test_a_page_names_just_the_options_of_its_command_and_what_they_take(capsys, command, language):
    status, page, err = run(capsys, "help", command, "--lang", language)
    assert (status, err) == (0, "")
    options = arguments.options_by_command()[command]
    assert set(re.findall(r"(?m)^  (--[a-z-]+)", page)) | {"--sample", "--file", "--about"} & set(
        re.findall(r"--[a-z-]+", page)
    ) == set(options)
    for option, choices in options.items():
        assert not choices or re.search(rf"(?m)^  {option} {re.escape('|'.join(choices))}(?=\s)", page), (
            option
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", OF_FILES)
def test_a_page_shows_examples_that_are_understood(capsys, command, language):
    page = Texts(language).say(f"help.{command}", shared="")
    lines = [line.strip() for line in page.splitlines() if line.startswith(f"  listo {command}")]
    examples = [line for line in lines if re.search(r"\.xlsx|\.toml|\"|\d{4}", line)]
    assert examples
    for line in examples:
        given = re.sub(r" [<>] \S+", "", line).replace('"', "").removeprefix("listo ").split()
        if command == "explain" and "--file" not in given:
            given = [command, " ".join(given[1:])]
        assert arguments.parse(given).command == command


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chek", "check"),
        ("SKU", "skus"),
        ("set", "settings"),
        ("comapre", "compare"),
        ("explicar", "explain"),
    ],
)
def test_an_unknown_command_is_answered_by_the_one_that_it_resembles(capsys, typed, meant):
    status, out, err = run(capsys, typed, "--lang", "en")
    assert (status, out) == (2, "")
    assert f"Did you mean “{meant}”?" in err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["verificar", "planilha", "x"])
def test_an_unknown_command_that_resembles_none_is_answered_by_all_of_them(capsys, typed, language):
    status, _, err = run(capsys, typed, "--lang", language)
    assert status == 2
    assert set(cli.COMMANDS) <= set(re.findall(r"\w+", err))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_all_names_each_command_and_fits_a_terminal(capsys, language):
    for asked in (["--help"], ["-h"], ["help"], ["help", "help"]):
        status, page, _ = run(capsys, *asked, "--lang", language)
        assert status == 0
        for command in cli.COMMANDS:
            assert f"  listo {command} " in page
    assert max(map(len, page.splitlines())) <= 112


@pytest.mark.parametrize("command", OF_FILES)
def test_a_command_answers_to_help_itself(capsys, command):
    asked = run(capsys, command, "--help", "--lang", "en")
    assert asked == run(capsys, "help", command, "--lang", "en")
    assert asked == run(capsys, command, "nowhere.xlsx", "-h", "--lang", "en")


def test_help_on_what_is_no_command_is_one_line(capsys):
    status, out, err = run(capsys, "help", "chek", "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "chek" in err


def test_the_version_has_a_short_name(capsys):
    assert run(capsys, "-V") == run(capsys, "--version")


# Shells


def complete(tmp_path: Path, *words: str) -> list[str]:
    """Return what bash offers for the last of these words."""
    if not shutil.which("bash"):
        pytest.skip("bash is not here")
    script = tmp_path / "listo.bash"
    script.write_text(arguments.completion("bash"), encoding="utf-8")
    typed = " ".join(f"'{word}'" for word in words)
    command = (
        f". '{script}'; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _listo; echo \"${{COMPREPLY[@]}}\""
    )
    return subprocess.check_output(["bash", "-c", command], text=True).split()


def test_bash_completes_commands_options_and_what_they_take(tmp_path):
    assert set(cli.COMMANDS) <= set(complete(tmp_path, "listo", ""))
    assert complete(tmp_path, "listo", "sk") == ["skus"]
    assert complete(tmp_path, "listo", "check", "mapping.xlsx", "--ag") == ["--against"]
    assert complete(tmp_path, "listo", "skus", "m.xlsx", "--format", "") == ["text", "json", "csv", "xlsx"]
    assert complete(tmp_path, "listo", "completion", "p") == ["powershell"]


@pytest.mark.parametrize("shell", arguments.SHELLS)
def test_each_shell_is_told_each_command_and_option(capsys, shell):
    status, script, err = run(capsys, "completion", shell)
    assert (status, err) == (0, "")
    for command, options in arguments.options_by_command().items():
        assert command in script
        for option in options:
            assert (f"-l {option.removeprefix('--')}" if shell == "fish" else option) in script


def test_a_shell_that_is_not_known_is_one_line(capsys):
    for given in ((), ("tcsh",)):
        status, out, err = run(capsys, "completion", *given, "--lang", "en")
        assert (status, out, err) == (
            2,
            "",
            "Say for which shell: listo completion bash|zsh|fish|powershell.\n",
        )


# The check of itself


@pytest.fixture
def copy_of_resources(monkeypatch, tmp_path):
    """Give a copy of the resources as a bundle has them, that Listo takes for its own: it can be damaged."""
    copy = tmp_path / "resources"
    shutil.copytree(resources.root(), copy, ignore=shutil.ignore_patterns("*.ts"))
    for language in LANGUAGES:
        (copy / "translations" / f"listo_{language}.qm").touch()
    monkeypatch.setattr(resources, "root", lambda: copy)
    return copy


@pytest.mark.slow
def test_a_whole_copy_says_that_it_is_whole(capsys, copy_of_resources, listo_home):
    before = sorted(listo_home.rglob("*")) if listo_home.exists() else []
    assert run(capsys, "--self-check")[::2] == (0, "")
    assert (sorted(listo_home.rglob("*")) if listo_home.exists() else []) == before


@pytest.fixture
def without_worker(monkeypatch):
    """Leave the process out: it is looked at once, above."""
    monkeypatch.setattr(self_check, "_worker", lambda folder: None)


def bundled(root: Path, text: str | None) -> None:
    """Leave the word of the build, and the license of one part; None: its text is missing."""
    facts = {"checks": self_check._number_of_checks()}
    (root / "build.json").write_text(json.dumps(facts), encoding="utf-8")
    (root / "licenses").mkdir()
    (root / "licenses/index.json").write_text('[{"file": "Qt.txt"}]', encoding="utf-8")
    if text is not None:
        (root / "licenses/Qt.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("text", "status"), [("LGPL", 0), (None, 1)])
def test_a_bundle_is_whole_with_the_text_of_each_license(
    capsys, copy_of_resources, without_worker, text, status
):
    bundled(copy_of_resources, text)
    found, out, _ = run(capsys, "--self-check")
    assert (found, "Qt.txt" in out) == (status, bool(status))


DAMAGES = {
    "texts": lambda root: (root / "checks" / "es.json").write_text("{}", encoding="utf-8"),
    "translations": lambda root: (root / "translations" / "listo_pt.qm").unlink(),
    "checks": lambda root: (root / "build.json").write_text(json.dumps({"checks": 3}), encoding="utf-8"),
    "licenses": lambda root: bundled(root, text=" \n"),
    "reading": lambda root: (root / "samples" / "reading.xls").write_bytes(b"no workbook"),
    "saving": lambda root: (root / "samples" / "mapping.xlsx").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_named(capsys, copy_of_resources, without_worker, damage):
    DAMAGES[damage](copy_of_resources)
    status, out, err = run(capsys, "--self-check")
    assert (status, err) == (1, "")
    faults = [line for line in out.splitlines() if line.startswith("✗")]
    what = Texts("en").say(f"self-check.{damage}", count=self_check._number_of_checks())
    assert any(line.startswith(f"✗ {what}: ") for line in faults)


def test_a_checkout_that_was_set_up_for_commands_alone_is_whole(capsys, copy_of_resources, without_worker):
    for language in LANGUAGES:
        (copy_of_resources / "translations" / f"listo_{language}.qm").unlink()
        (copy_of_resources / "translations" / f"listo_{language}.ts").touch()
    assert run(capsys, "--self-check")[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_three_languages(capsys, copy_of_resources, without_worker, language):
    status, out, _ = run(capsys, "--self-check", "--lang", language)
    assert (status, out.count("✓")) == (0, 7)
    assert Texts(language).say("self-check.whole", version=cli.listo.__version__) in out


def test_a_worker_that_ends_is_a_fault(monkeypatch, tmp_path):
    from listo.core.worker import process

    monkeypatch.setattr(process, "serve", _end_at_once)
    with pytest.raises(self_check._FaultError):
        self_check._worker(tmp_path)


def _end_at_once(connection, jobs):
    connection.close()


def test_the_pages_that_can_be_said_are_those_of_the_answers():
    assert arguments.PAGES == entries.PAGES
