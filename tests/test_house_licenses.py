"""Nothing is handed out without its license: what the build collects, and that it stops where one lacks."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
FOUNDATIONS = {"Python", "Qt", "OpenSSL"}


@pytest.fixture
def licenses(monkeypatch):
    """Give the module as the build sees it; without PyInstaller, which only builders have."""
    monkeypatch.syspath_prepend(PACKAGING)
    module = importlib.import_module("licenses")
    monkeypatch.setattr(module, "_START", "openpyxl")
    yield module
    sys.modules.pop("licenses", None)


def listed(folder: Path) -> dict[str, dict[str, str]]:
    return {part["file"]: part for part in json.loads((folder / "index.json").read_text(encoding="utf-8"))}


def test_every_pinned_package_and_what_it_stands_on_has_its_text(licenses, tmp_path):
    parts = licenses.collect([], tmp_path / "licenses")
    names = {part.name.lower().replace("_", "-") for part in parts}
    assert {name.lower() for name in licenses.pinned()} | {name.lower() for name in FOUNDATIONS} <= names
    by_file = listed(tmp_path / "licenses")
    assert len(by_file) == len(parts)
    for file, part in by_file.items():
        assert len((tmp_path / "licenses" / file).read_text(encoding="utf-8")) > 500, part["name"]
        assert part["license"]
        assert part["version"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Qt.txt", ("GNU LESSER GENERAL PUBLIC LICENSE", "Version 3", "FreeType", "PCRE2")),
        ("PySide6-Essentials.txt", ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE")),
        ("shiboken6.txt", ("GNU LESSER GENERAL PUBLIC LICENSE",)),
        ("python-stdnum.txt", ("GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1")),
        ("OpenSSL.txt", ("Apache License",)),
        ("Python.txt", ("PYTHON SOFTWARE FOUNDATION LICENSE",)),
        ("python-calamine.txt", ("MIT", "calamine 0.", "quick-xml")),
    ],
)
def test_the_texts_are_the_right_ones(licenses, tmp_path, file, words):
    licenses.collect([], tmp_path / "licenses")
    text = (tmp_path / "licenses" / file).read_text(encoding="utf-8")
    for each in words:
        assert each in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt uses the system's ICU")
def test_on_linux_icu_comes_along(licenses, tmp_path):
    licenses.collect([], tmp_path / "licenses")
    assert "Unicode, Inc." in (tmp_path / "licenses/ICU.txt").read_text(encoding="utf-8")


def test_the_page_says_how_to_replace_what_is_under_the_lgpl_in_three_languages(licenses, tmp_path):
    parts = licenses.collect([], tmp_path / "licenses")
    page = (tmp_path / "licenses/LICENSES.txt").read_text(encoding="utf-8")
    assert "MIT License" in page
    for name in ("Qt", "PySide6", "shiboken6", "python-stdnum"):
        assert page.count(name) >= 4
    for language in ("English", "Português", "Español"):
        assert f"\n{language}\n" in page
    for part in parts:
        assert f"({part.file})" in page


def test_a_package_without_a_text_ends_the_build(licenses, monkeypatch, tmp_path):
    monkeypatch.setattr(licenses, "_WITHOUT_TEXT", {})
    with pytest.raises(licenses.MissingLicenseError, match=r"PySide6_Essentials|shiboken6"):
        licenses.collect([], tmp_path / "licenses")
    assert not (tmp_path / "licenses").exists()


def test_python_without_its_text_ends_the_build(licenses, monkeypatch, tmp_path):
    monkeypatch.setattr(licenses.Path, "is_file", lambda path: False)
    with pytest.raises(licenses.MissingLicenseError, match="Python"):
        licenses._text_of_python()


# What is taken from the system


@pytest.fixture
def debian(licenses, monkeypatch, tmp_path):
    """Pretend a Debian that has one library, of one package."""
    documents = tmp_path / "doc"
    (documents / "libz1").mkdir(parents=True)
    (documents / "libz1/copyright").write_text("License: Zlib\n\nZlib's words", encoding="utf-8")

    def query(command, **how):
        found = command[-1] == "/lib/libz.so.1"
        return SimpleNamespace(returncode=0 if found else 1, stdout="libz1:amd64: /lib/libz.so.1\n")

    place = SimpleNamespace(run=query, check_output=lambda command, **how: "1.2-3\n")
    monkeypatch.setattr(licenses, "subprocess", place)
    monkeypatch.setattr(licenses.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(licenses, "_text_of_debian", lambda name: _copyright(licenses, documents, name))
    return documents


def _copyright(licenses, documents: Path, name: str) -> str:
    file = documents / name / "copyright"
    if not file.is_file():
        raise licenses.MissingLicenseError(name)
    return file.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Debian")
def test_a_library_of_the_system_brings_its_packages_text(licenses, debian):
    (part,) = licenses._of_system(["/usr/lib/libz.so.1", "/lib/libz.so.1"])
    assert (part.name, part.version, part.license) == ("libz1", "1.2-3", "Zlib")
    assert "Zlib's words" in part.texts[0]


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Debian")
def test_a_library_that_nobody_knows_ends_the_build(licenses, debian):
    with pytest.raises(licenses.MissingLicenseError, match=r"libunknown\.so"):
        list(licenses._of_system(["/opt/libunknown.so"]))
    (debian / "libz1/copyright").unlink()
    with pytest.raises(licenses.MissingLicenseError, match="libz1"):
        list(licenses._of_system(["/lib/libz.so.1"]))


def test_what_comes_with_python_or_a_package_is_not_the_systems(licenses):
    of_package = Path(importlib.import_module("rapidfuzz").__file__)
    assert list(licenses._of_system([str(of_package)])) == []


def test_what_is_under_the_lgpl_lies_in_files_of_its_own():
    spec = (PACKAGING / "listo.spec").read_text(encoding="utf-8")
    assert '("PySide6", "shiboken6", "stdnum"), "pyc"' in spec
    assert "module_collection_mode=REPLACEABLE" in spec


# What the window shows of it


def test_about_lists_what_a_bundle_brings_and_opens_its_page(licenses, monkeypatch, tmp_path, qtbot):
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QPushButton

    from listo.core import resources
    from listo.core.texts import Texts
    from listo.ui.header import HelpDialog
    from listo.ui.tabs import FIRST_SHOWN

    copy = Path(shutil.copytree(resources.root(), tmp_path / "resources"))
    monkeypatch.setattr(resources, "root", lambda: copy)
    before = HelpDialog(FIRST_SHOWN, Texts("en"), page="about")
    qtbot.addWidget(before)
    assert "openpyxl" in before.words()
    assert not [button for button in before.findChildren(QPushButton) if button.text() == "Read the licenses"]
    licenses.collect([], copy / "licenses")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = HelpDialog(FIRST_SHOWN, Texts("en"), page="about")
    qtbot.addWidget(dialog)
    assert "OpenSSL" in dialog.words()
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Read the licenses"]
    button.click()
    assert [url.toLocalFile() for url in opened] == [str(copy / "licenses/LICENSES.txt")]
