"""The installer for Windows: compiled over a stand-in for Listo, then installed, used and removed under wine.

Needs makensis and wine (Debian: `apt-get install nsis wine`); it is skipped, and says so, where they are not.
"""

from __future__ import annotations

import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeouts import wait_until

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")

STAND_IN = """\
Unicode true
Target amd64-unicode
OutFile "{program}"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
!include LogicLib.nsh
Section
  ${{GetParameters}} $0
  FileOpen $1 "$LOCALAPPDATA\\Temp\\opened.txt" w
  FileWriteUTF16LE $1 $0
  FileClose $1
  ${{While}} ${{FileExists}} "$LOCALAPPDATA\\Temp\\stay-open"
    Sleep 50
  ${{EndWhile}}
SectionEnd
"""
"""A program that notes what it is to open, and stays open as long as it shall."""

ANOTHER_PROGRAM = r"""REGEDIT4

[HKEY_CURRENT_USER\Software\Classes\.xlsx]
@="Excel.Sheet.12"

[HKEY_CURRENT_USER\Software\Classes\.xlsx\OpenWithProgids]
"Excel.Sheet.12"=""

[HKEY_CURRENT_USER\Software\Classes\.csv\OpenWithProgids]
"Notes"=""

[HKEY_CURRENT_USER\Software\Classes\Applications\Other.exe]
"FriendlyAppName"="Other"

[HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\App Paths\Other.exe]
@="Other.exe"

[HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\Other]
"DisplayName"="Other"
"""
"""What another program has written into the registry; it is there before and after."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed (Debian: nsis)"),
]
needs_wine = pytest.mark.skipif(not shutil.which("wine"), reason="wine is not installed")


@pytest.fixture
def compiling(monkeypatch):
    """Give the module that compiles, as the command sees it."""
    monkeypatch.syspath_prepend(PACKAGING)
    yield importlib.import_module("windows_installer")
    for name in ("windows_installer", "app_icon"):
        sys.modules.pop(name, None)


@pytest.fixture
def payload(tmp_path):
    """Give a folder like the one that PyInstaller leaves on Windows."""
    folder = tmp_path / "Listo"
    (folder / "_internal/listo/resources/licenses").mkdir(parents=True)
    (folder / "_internal/listo/resources/licenses/LICENSES.txt").write_text("MIT License", encoding="utf-8")
    script = tmp_path / "stand_in.nsi"
    script.write_text(STAND_IN.format(program=folder / "Listo.exe"), encoding="utf-8")
    subprocess.run(["makensis", "-V1", script], check=True)
    shutil.copyfile(folder / "Listo.exe", folder / "listo-terminal.exe")
    return folder


def wide(text: str) -> bytes:
    return text.encode("utf-16le")


# --- what is compiled


def test_the_installer_says_its_version_and_asks_for_no_administrator(compiling, payload, tmp_path):
    installer = compiling.compile_installer(payload, tmp_path / "listo-setup.exe", "1.2.3").read_bytes()
    for name, value in (("ProductName", "Listo"), ("ProductVersion", "1.2.3"), ("FileVersion", "1.2.3")):
        assert re.search(re.escape(wide(name)) + b"\0+" + re.escape(wide(value)) + b"\0\0", installer), name
    assert b'requestedExecutionLevel level="asInvoker"' in installer
    assert b"dpiAware" in installer


@pytest.mark.parametrize(("version", "numbers"), [("0.2.0", "0.2.0"), ("1.0rc1", "1.0.1"), ("2", "2.0.0")])
def test_a_version_resource_has_numbers_alone(compiling, version, numbers):
    assert compiling._numbers(version) == numbers


def test_listo_itself_says_its_version_too(compiling):
    told: dict[str, str] = {}

    def note(name, value):
        told.setdefault(name, value)

    def keep(*parts, **named):
        return parts or named

    names = ("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct", "FixedFileInfo")
    made = eval(compiling.version_resource("1.2.3rc1"), dict.fromkeys(names, keep) | {"StringStruct": note})
    assert made["ffi"]["filevers"] == (1, 2, 3, 0)
    assert (told["ProductName"], told["FileVersion"]) == ("Listo", "1.2.3rc1")
    spec = (PACKAGING / "listo.spec").read_text(encoding="utf-8")
    assert '{"version": str(about)} if sys.platform == "win32"' in spec


def test_every_program_is_signed_where_there_is_a_way_to(compiling, payload, tmp_path):
    noted = tmp_path / "signed.txt"
    signing = tmp_path / "sign.py"
    signing.write_text(
        f"import sys\nwith open({str(noted)!r}, 'a') as file:\n    print(sys.argv[-1], file=file)\n",
        encoding="utf-8",
    )
    command = shlex.join([sys.executable, str(signing)])
    compiling.compile_installer(payload, tmp_path / "listo-setup.exe", "1.2.3", sign=command)
    bundled, terminal, uninstaller, installer = map(Path, noted.read_text(encoding="utf-8").splitlines())
    assert (bundled.name, terminal.name, installer.name) == (
        "Listo.exe",
        "listo-terminal.exe",
        "listo-setup.exe",
    )
    assert uninstaller not in (bundled, terminal, installer)


def test_the_window_the_shortcut_and_the_bundles_have_one_id():
    from listo.ui.app import APP_ID

    for file in ("windows/listo.nsi", "listo.spec", "linux/listo.metainfo.xml"):
        assert set(re.findall(r"\bapp\.listo\.\w+", (PACKAGING / file).read_text(encoding="utf-8"))) == {
            APP_ID
        }


def test_its_own_words_are_there_in_three_languages():
    said = (PACKAGING / "windows/texts.nsh").read_text(encoding="utf-8")
    names = set(re.findall(r"\$\(([A-Z_]+)\)", (PACKAGING / "windows/listo.nsi").read_text(encoding="utf-8")))
    for language in ("ENGLISH", "PORTUGUESEBR", "SPANISHINTERNATIONAL"):
        assert set(re.findall(rf"(?m)^LangString (\w+) \${{LANG_{language}}} \"\S", said)) == names


# --- what it does


class Windows:
    """A Windows made by wine, in a folder of its own, for a person who uses it in one language."""

    def __init__(self, folder: Path) -> None:
        self._prefix = folder / "windows"
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "LANG")},
            "HOME": str(folder),
            "USER": "seller",
            "WINEPREFIX": str(self._prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",  # nothing of it on this desktop
        }
        self._prefix.mkdir()
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        self.profile = self._prefix / "drive_c/users/seller"
        self.local = self.profile / "AppData/Local"
        (self.local / "Temp").mkdir(exist_ok=True)

    def run(self, *command: str | Path, language: str = "C") -> int:
        """Run a program to its end, and return its exit status."""
        return self.start(*command, language=language).wait()

    def start(self, *command: str | Path, language: str = "C") -> subprocess.Popen[bytes]:
        """Start a program."""
        environment = self._environment | {"LC_ALL": f"{language}.UTF-8"}
        words = ["wine", *map(str, command)]
        return subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait_for_all(self) -> None:
        """Wait for what programs have started, as an uninstaller does a copy of itself."""
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True)

    def end(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False)
        self.wait_for_all()

    def registry(self) -> dict[str, dict[str, str]]:
        """Return what a person's part of the registry says about programs: values by key."""
        file = self._prefix / "exported.reg"
        assert self.run("regedit", "/E", file, "HKEY_CURRENT_USER\\Software") == 0
        keys = {}
        for block in file.read_text(encoding="utf-16").split("\n[HKEY_CURRENT_USER\\")[1:]:
            key, _, lines = block.partition("]\n")
            values = dict(re.findall(r'(?m)^(@|"[^"]*")=(.*)$', lines))
            keys[key] = {name.strip('"'): plain(value) for name, value in values.items()}
        ours = ("Software\\Classes", r"Software\Microsoft\Windows\CurrentVersion")
        return {
            key: keys[key]
            for key in keys
            if key.startswith(ours) and "Explorer" not in key  # which notes recent files
        }

    def files(self) -> set[Path]:
        """Return all that lies in the person's profile, what Windows itself keeps there aside."""
        found = {file.relative_to(self.profile) for file in self.profile.rglob("*")}
        return {file for file in found if not set(file.parts) & {"Temp", "Recent", "INetCache"}}


def plain(value: str) -> str:
    """Return a value of the registry as text, without the marks that it is kept with."""
    return re.sub(r"\\(.)", r"\1", value.removeprefix('"').removesuffix('"'))


@pytest.fixture
def windows() -> Iterator[Windows]:
    """Give a Windows, which takes 700 MB for as long as the test lasts."""
    with tempfile.TemporaryDirectory(prefix="listo-windows-", ignore_cleanup_errors=True) as folder:
        windows = Windows(Path(folder))
        try:
            yield windows
        finally:
            windows.end()


@needs_wine
def test_it_installs_opens_upgrades_and_leaves_nothing(compiling, payload, tmp_path, windows):
    first = compiling.compile_installer(payload, tmp_path / "first.exe", "1.2.3")
    (payload / "_internal/gone.dll").touch()
    before = compiling.compile_installer(payload, tmp_path / "before.exe", "1.2.2")
    another_program(windows, tmp_path)
    files, registry = windows.files(), windows.registry()

    assert windows.run(before, "/S") == 0
    its_files(windows, payload)
    its_registry(windows, registry, "1.2.2", "Spreadsheet")
    it_opens_what_it_is_given(windows)
    it_waits_until_listo_is_closed(windows, first)

    assert windows.run(first, "/S", language="pt_BR") == 0
    (payload / "_internal/gone.dll").unlink()
    its_files(windows, payload)
    its_registry(windows, registry, "1.2.3", "Planilha")
    assert windows.run(first, "/S", language="es_MX") == 0
    its_registry(windows, registry, "1.2.3", "Hoja de cálculo")

    kept = windows.local / "Listo/listo.sqlite"
    kept.parent.mkdir()
    kept.touch()
    remove(windows)
    assert kept.exists(), "without a word the person's work stays"
    assert windows.files() - {file.relative_to(windows.profile) for file in (kept, kept.parent)} == files
    assert windows.registry() == registry

    assert windows.run(first, "/S") == 0
    own = windows.local / "Programs/Listo/own.xlsx"
    own.touch()
    remove(windows, "/DATA=delete")
    assert own.exists(), "what a person put into the folder is not the program's"
    own.unlink()
    own.parent.rmdir()
    assert (windows.files(), windows.registry()) == (files, registry)


def another_program(windows: Windows, tmp_path: Path) -> None:
    """Install what opens spreadsheets already, and is not to notice anything of Listo."""
    (windows.profile / "AppData/Local/Programs").mkdir(exist_ok=True)
    file = tmp_path / "another.reg"
    file.write_text(ANOTHER_PROGRAM, encoding="utf-8")
    assert windows.run("regedit", "/S", file) == 0


def its_files(windows: Windows, payload: Path) -> None:
    """The program is there as it was packed, with its licenses and an entry to start it by."""
    installed = windows.local / "Programs/Listo"
    packed = {file.relative_to(payload) for file in payload.rglob("*")}
    assert {file.relative_to(installed) for file in installed.rglob("*")} == {*packed, Path("Uninstall.exe")}
    entry = windows.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Listo.lnk"
    assert rb"AppData\Local\Programs\Listo\Listo.exe" in entry.read_bytes()


def its_registry(windows: Windows, before: dict[str, dict[str, str]], version: str, kind: str) -> None:
    """Every suffix offers Listo beside what was offered before, and what opens it by default is as before."""
    now = windows.registry()
    program = r"C:\users\seller\AppData\Local\Programs\Listo\Listo.exe"
    for suffix in SUFFIXES:
        key = rf"Software\Classes\{suffix}"
        assert now[rf"{key}\OpenWithProgids"] == {
            **before.get(rf"{key}\OpenWithProgids", {}),
            "Listo.Spreadsheet": "",
        }
        assert now.get(key, {}) == before.get(key, {})
        assert suffix in now[r"Software\Classes\Applications\Listo.exe\SupportedTypes"]
    assert now[r"Software\Classes\Listo.Spreadsheet"] == {"@": kind, "AppUserModelID": "app.listo.Listo"}
    for name in (r"Listo.Spreadsheet", r"Applications\Listo.exe"):
        assert now[rf"Software\Classes\{name}\shell\open\command"]["@"] == f'"{program}" "%1"'
    uninstall = now[r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Listo"]
    assert (uninstall["DisplayName"], uninstall["DisplayVersion"]) == ("Listo", version)
    assert uninstall["UninstallString"] == f'"{program.replace("Listo.exe", "Uninstall.exe")}"'
    assert {key for key in before if key not in now} == set()
    for key, values in before.items():
        assert values.items() <= now[key].items()


def it_opens_what_it_is_given(windows: Windows) -> None:
    """The command of the registry starts Listo with the file, whatever its name holds."""
    given = r"C:\users\seller\My files\ação, 100 %.xlsx"
    command = windows.registry()[r"Software\Classes\Listo.Spreadsheet\shell\open\command"]["@"]
    assert (
        windows.run(*shlex.split(command.replace("\\", "\\\\").replace("%1", given.replace("\\", "\\\\"))))
        == 0
    )
    opened = (windows.local / "Temp/opened.txt").read_bytes().decode("utf-16le")
    assert opened.removeprefix("\ufeff") == f'"{given}"'


def it_waits_until_listo_is_closed(windows: Windows, installer: Path) -> None:
    """A program that is open is not replaced; without a window to ask in, the installer gives up."""
    stay, opened = (windows.local / "Temp" / name for name in ("stay-open", "opened.txt"))
    stay.touch()
    opened.unlink()
    program = windows.start(windows.local / "Programs/Listo/Listo.exe")
    wait_until(opened.exists, lambda: "the stand-in does not start")
    setup = windows.start(installer, "/S")
    assert setup.wait() == 2
    stay.unlink()
    assert program.wait() == 0
    versions = windows.registry()[r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Listo"]
    assert versions["DisplayVersion"] == "1.2.2"
    assert (windows.local / "Programs/Listo/_internal/gone.dll").exists()


def remove(windows: Windows, *options: str) -> None:
    """Remove it without a window, as the settings of Windows do."""
    assert windows.run(windows.local / "Programs/Listo/Uninstall.exe", "/S", *options) == 0
    windows.wait_for_all()
