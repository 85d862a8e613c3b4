"""The one way in, where there can be no window: one sentence, never a traceback."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from listo import __main__ as way_in
from listo.__main__ import main
from listo.core.texts import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent


def test_without_a_display_one_sentence_says_so(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "listo check" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("missing", ["listo.ui.app", "PySide6.QtWidgets"])
def test_without_qt_one_sentence_names_what_is_missing(monkeypatch, capsys, missing):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in [one for one in sys.modules if one.startswith("listo.ui")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert missing in said
    assert len(said.splitlines()) == 1


FROZEN = {"package": "/usr/lib/listo/listo", "bundle": "/home/ana/Listo/listo"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("checkout", "packaging/start.py"),
        ("package", "sudo apt-get install --fix-broken"),
        ("bundle", "sudo apt-get install fontconfig-config libegl1"),
        ("pip", "sudo apt-get install libdbus-1-3 libegl1"),
        ("other", ""),
    ],
)
def test_what_the_system_lacks_is_told_in_the_words_of_the_way_it_was_installed(
    monkeypatch, capsys, way, words, language
):
    monkeypatch.setenv("LC_ALL", language)
    if way in FROZEN:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", FROZEN[way])
        monkeypatch.setattr(sys, "platform", "linux")
    elif way != "checkout":
        monkeypatch.setattr(sys, "platform", "linux" if way == "pip" else "darwin")
        monkeypatch.setattr(way_in, "__file__", "/opt/listo/lib/python3.11/site-packages/listo/__main__.py")
    assert way_in._refuse_without_qt("libGL.so.1") == 2
    said = capsys.readouterr().err
    assert "libGL.so.1" in said
    assert words in said
    assert ("packaging/" in said) is (way == "checkout")
    assert ("apt-get" in said) is (way in FROZEN or way == "pip")


def test_the_packages_of_qt_are_the_same_wherever_they_are_named(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    wanted = {need.apt for need in importlib.import_module("system_packages").WINDOW}
    for name in ("system_packages", "saying", "python_version"):
        sys.modules.pop(name, None)
    assert set(way_in._PACKAGES["pip"].split()) == wanted
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.search(r"sudo apt install (lib[^`]+)`", readme)[1].split()) == wanted


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays that may be dead")
@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [("DISPLAY", ":7654", "listo check"), ("QT_QPA_PLATFORM", "nonsense", "nonsense")],
)
def test_where_qt_can_make_no_window_one_sentence_says_why(variable, value, said):
    environment = {name: text for name, text in os.environ.items() if name not in _DISPLAYS}
    ended = subprocess.run(
        [sys.executable, "-m", "listo"],
        env={**environment, variable: value, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
