"""The Debian package: its manual, changelog, licenses and dependencies, over a stand-in for the bundle."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from listo.core.texts import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging/linux"
METAINFO = LINUX / "listo.metainfo.xml"
URLS = {
    "Homepage": "https://forge.example/founders/listo/",
    "Source": "https://forge.example/founders/listo/source",
    "Issues": "https://forge.example/founders/listo/issues",
}
"""As pyproject.toml names them from the day that the project has an address."""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="made on Linux")


@pytest.fixture
def debian(monkeypatch):
    """Give the module that makes the package, as the build sees it."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    yield importlib.import_module("debian_package")
    for name in ("debian_package", "manual"):
        sys.modules.pop(name, None)


@pytest.fixture
def bundle(tmp_path):
    """Give a folder like the one that PyInstaller leaves: a program, and a library that it brings."""
    folder = tmp_path / "Listo"
    licenses = folder / "_internal/listo/resources/licenses"
    licenses.mkdir(parents=True)
    (licenses / "LICENSES.txt").write_text("MIT License\n\nQt 6: LGPL-3.0-only (Qt.txt)\n", encoding="utf-8")
    shutil.copyfile(Path("/bin/true").resolve(), folder / "listo")  # needs the C library and no other
    return folder


def test_the_manual_has_each_option_in_each_language(debian):
    from listo.cli.arguments import options_by_command

    pages = debian.manual.pages("1.2.3")
    assert len(pages) == len(LANGUAGES)
    for page in pages.values():
        assert '.TH LISTO 1 "" "Listo 1.2.3"' in page
        for options in options_by_command().values():
            for option in options:
                assert option.replace("-", "\\-") in page


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_man_finds_no_fault_with_the_manual(debian, tmp_path):
    for folder, page in debian.manual.pages("1.2.3").items():
        file = tmp_path / folder.replace("/", "-")
        file.write_text(page, encoding="utf-8")
        command = ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", file]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), folder


def test_whoever_answers_for_it_has_an_address_where_the_project_is(debian, monkeypatch):
    monkeypatch.setattr(debian, "urls", lambda: URLS)
    assert debian.maintainer() == "The Listo founders <listo@forge.example>"
    monkeypatch.setattr(debian, "urls", dict)
    assert debian.maintainer() == "The Listo founders <listo@listo.invalid>"


def test_the_changelog_has_each_version_with_its_day_and_what_is_new(debian):
    said = debian.changelog()
    assert re.search(r"(?m)^listo \(0\.1\.0\) unstable; urgency=medium\n\n  \* \S", said)
    assert re.search(r"(?m)^ -- .+ <\S+@\S+>  Sat, 21 Nov 2026 00:00:00 \+0000$", said)
    assert max(map(len, said.splitlines())) <= 80
    assert "Unreleased" not in said


@pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "dpkg-shlibdeps", "objdump"))), reason="dpkg-dev is not installed"
)
@pytest.mark.parametrize("urls", [{}, URLS])
def test_the_package_holds_what_a_desktop_looks_for_and_asks_for_the_c_library(
    debian, bundle, tmp_path, monkeypatch, urls
):
    monkeypatch.setattr(debian, "urls", lambda: urls)
    package = debian.make(bundle, tmp_path, "1.2.3")
    listed = subprocess.check_output(["dpkg-deb", "--contents", package], text=True)
    files = {line.split()[5].removeprefix("./"): line for line in listed.splitlines()}
    for place in (
        "usr/share/applications/listo.desktop",
        "usr/share/metainfo/app.listo.Listo.metainfo.xml",
        "usr/share/icons/hicolor/scalable/apps/listo.svg",
        "usr/share/man/man1/listo.1.gz",
        "usr/share/man/pt_BR/man1/listo.1.gz",
        "usr/share/man/es/man1/listo.1.gz",
        "usr/share/doc/listo/changelog.gz",
        "usr/share/bash-completion/completions/listo",
    ):
        assert files[place].startswith("-rw-r--r-- root/root"), place
    assert files["usr/lib/listo/listo"].startswith("-rwxr-xr-x root/root")
    assert files["usr/bin/listo"].endswith("-> ../lib/listo/listo")
    fields = subprocess.check_output(["dpkg-deb", "--field", package], text=True)
    assert re.search(r"(?m)^Depends: .*\blibc6 \(>= [\d.]+\)", fields)
    assert re.findall(r"(?m)^Homepage: (.*)$", fields) == list(urls.values())[:1]
    assert "\nPriority: optional\n" in fields
    assert "\nVersion: 1.2.3\n" in fields
    text = subprocess.check_output(["dpkg-deb", "--fsys-tarfile", package])
    assert b"MIT License" in text
    assert b"/usr/lib/listo/_internal/listo/resources/licenses" in text


def test_a_library_that_the_bundle_brings_is_not_asked_of_the_system(debian, bundle, monkeypatch):
    (bundle / "_internal/libown.so.1").write_bytes(b"\x7fELF")
    needed = {"listo": ["libown.so.1", "libc.so.6"], "libown.so.1": ["libGL.so.1"]}
    monkeypatch.setattr(debian, "_needed", lambda program: needed[program.name])
    monkeypatch.setattr(debian, "_owners", lambda name: {f"of-{name}"})
    computed = ["of-libown.so.1 (>= 1)", "of-libc.so.6 (>= 2)", "of-libGL.so.1", "of-another"]
    monkeypatch.setattr(debian, "_computed", lambda programs, places: computed)
    depends = debian.dependencies(bundle)
    assert {one for one in depends if one.startswith("of-")} == {"of-libc.so.6 (>= 2)", "of-libGL.so.1"}


# --- what a shop for programs and a desktop read


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not installed")
@pytest.mark.parametrize("urls", [{}, URLS])
def test_appstream_finds_no_fault_with_the_description(debian, tmp_path, monkeypatch, urls):
    monkeypatch.setattr(debian, "urls", lambda: urls)
    file = tmp_path / debian.METAINFO
    file.write_text(debian.metainfo(), encoding="utf-8")
    command = ["appstreamcli", "validate", "--no-net", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not re.search(r"(?m)^[EW]:", done.stdout)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_entry_of_the_desktop_is_right():
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "listo.desktop"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_address_is_of_the_project_and_every_picture_there(debian, monkeypatch):
    monkeypatch.setattr(debian, "urls", lambda: URLS)
    text = debian.metainfo()
    addresses = re.findall(r"https?://[^<\s]+", text)
    pictures = [one.removeprefix(f"{URLS['Source']}/raw/HEAD/") for one in addresses if one.endswith(".png")]
    assert len(pictures) == 4
    for picture in pictures:
        assert (ROOT / picture).is_file()
    others = {one for one in addresses if not one.endswith(".png")}
    assert others == set(URLS.values())


def test_what_leads_nowhere_is_left_out_while_the_project_has_no_address(debian, monkeypatch):
    monkeypatch.setattr(debian, "urls", dict)
    text = debian.metainfo()
    assert not re.search(r"@\w+@|https?://|<url|<screenshot|<image", text)
    assert text.count("<description>") == text.count("<launchable ") == text.count("<releases>") == 1


def test_the_address_of_the_project_stands_in_one_place(debian):
    """The day that it has one of its own, pyproject.toml alone is changed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    hosts = {urlsplit(address).hostname.encode() for address in project.get("urls", {}).values()}
    assert debian.urls() == project.get("urls", {})
    places = [ROOT, *(ROOT / name for name in ("gui", "resources", "packaging", ".github", "tests"))]
    files = [file for place in places for file in place.glob("*" if place == ROOT else "**/*")]
    texts = {file.name: file.read_bytes() for file in files if file.is_file()}
    assert {name for name, text in texts.items() if any(host in text for host in hosts)} <= {"pyproject.toml"}


def test_what_the_desktop_offers_listo_for_is_what_it_reads():
    kinds = re.search(r"(?m)^MimeType=(.*)$", (LINUX / "listo.desktop").read_text(encoding="utf-8"))[1]
    assert len(kinds.strip(";").split(";")) == 7


def test_the_newest_version_is_in_all_that_names_one():
    newest = re.search(r"(?m)^## (\d\S*) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    version, day = newest.groups()
    assert f'<release version="{version}" date="{day}"/>' in METAINFO.read_text(encoding="utf-8")
    from listo import __version__

    assert __version__ == version
