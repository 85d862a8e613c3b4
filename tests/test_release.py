"""What is claimed of systems and Pythons, and what the workflows do about it; they cannot be run here."""

from __future__ import annotations

import importlib
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def claimed(monkeypatch):
    """Give the versions of Python that the set-up goes on with."""
    monkeypatch.syspath_prepend(PACKAGING)
    version = importlib.import_module("python_version")
    sys.modules.pop("python_version")
    return [f"3.{minor}" for minor in range(version.OLDEST[1], version.NEWEST[1] + 1)]


def test_one_range_of_pythons_is_claimed_everywhere(claimed):
    named = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if ":: Python :: 3." in line]
    assert named == claimed
    assert PROJECT["requires-python"] == f">={claimed[0]}"
    assert f"Python {claimed[0]} to {claimed[-1]}" in (ROOT / "README.md").read_text(encoding="utf-8")
    tests = (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    assert re.search(r"(?m)^ +python: \[(.*)\]$", tests)[1] == ", ".join(f'"{one}"' for one in claimed)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_says_that_it_is_unrun_and_names_only_what_is_there(workflow):
    text = workflow.read_text(encoding="utf-8")
    assert text.startswith("# Not run yet")
    for name in re.findall(r"packaging/[\w/.]+\w", text):
        assert (ROOT / name).exists(), name
    assert "permissions:" in text
    assert "\t" not in text


@pytest.fixture
def screenshots(monkeypatch) -> Any:
    """Give what takes pictures."""
    monkeypatch.syspath_prepend(PACKAGING)
    yield importlib.import_module("screenshots")
    sys.modules.pop("screenshots")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["--folder", "there"], "--folder"),
        (["--al", "there"], "--al"),
        (["--all"], "--all"),
        (["--all", "there", "fr"], "fr"),
        (["pt"], "--all"),
    ],
)
def test_pictures_are_not_taken_where_what_is_asked_is_not_known(
    screenshots, monkeypatch, capsys, given, named
):
    monkeypatch.setattr(screenshots, "_in_a_process", lambda *_: pytest.fail("a picture was taken"))
    with pytest.raises(SystemExit) as ended:
        screenshots.main(given)
    assert ended.value.code == 2
    assert named in capsys.readouterr().err


def test_pictures_of_every_page_are_taken_in_the_languages_asked_for(screenshots, monkeypatch):
    taken = []
    monkeypatch.setattr(screenshots, "_in_a_process", lambda *given: taken.append(given))
    screenshots.main(["--all", "there", "pt", "es"])
    wanted = {(Path("there"), "pt"), (Path("there"), "es")}
    assert {(folder, language) for folder, _part, language, *_ in taken} == wanted


def test_what_is_handed_out_has_checked_itself():
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    jobs = dict(re.findall(r"(?ms)^  (\w+):\n(.*?)(?=^  \w+:\n|\Z)", text.partition("\njobs:\n")[2]))
    for name in ("linux", "windows", "macos", "wheel"):
        assert "--self-check" in jobs[name], name
        assert "needs: version" in jobs[name], name
    assert "__version__" in jobs["version"]
    assert "sha256sum" in jobs["draft"]
    assert "--draft" in jobs["draft"]
    assert set(re.findall(r"\w+", re.search(r"needs: \[(.*)\]", jobs["draft"])[1])) == {
        "linux",
        "installer",
        "macos",
        "wheel",
    }


@pytest.mark.skipif(os.name == "nt", reason="a script there is no program")
def test_the_scripts_can_be_run():
    scripts = sorted(PACKAGING.rglob("*.sh"))
    assert len(scripts) == 3
    for script in scripts:
        assert os.access(script, os.X_OK), script
        assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")


# --- the README, read where the package is offered


README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def hook(monkeypatch) -> Any:
    """Give what the build does."""
    pytest.importorskip("hatchling")
    monkeypatch.syspath_prepend(PACKAGING)
    yield importlib.import_module("build_hook")
    sys.modules.pop("build_hook")


def test_the_readme_of_the_package_leads_to_the_project_from_anywhere(hook):
    source = "https://forge.example/founders/listo"
    text = hook.with_whole_addresses(README, source)
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert len(pictures) == 10
    for picture in pictures:
        assert (ROOT / picture.removeprefix(f"{source}/raw/HEAD/")).is_file()
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text):
        assert target.startswith(("https://", "#")), target
        assert (ROOT / target.partition("/blob/HEAD/")[2]).exists()


def test_the_readme_of_the_package_leads_nowhere_while_the_project_has_no_address(hook):
    text = hook.without_links(README)
    assert "![" not in text
    for target in re.findall(r"\[[^\]]*\]\(([^)]+)\)", text):
        assert target.startswith(("https://", "#")), target
    assert "CONTRIBUTING.md how to change it" in text


@pytest.mark.parametrize("urls", [{}, {"urls": {"Source": "https://forge.example/listo"}}])
def test_the_package_says_of_the_project_what_pyproject_says(hook, urls):
    said = dict(urls)
    hook.ReadmeHook(str(ROOT), {}).update(said)
    assert ("https://forge.example/listo/raw/HEAD/" in said["readme"]["text"]) == bool(urls)


def test_no_address_is_a_made_up_one():
    """An address that leads nowhere is worse than none."""
    for address in PROJECT.get("urls", {}).values():
        assert not re.search(r"\.(example|invalid|test)(/|$)|//localhost", address), address
