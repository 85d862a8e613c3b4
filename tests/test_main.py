"""The one way in, where there can be no window: one sentence, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from listo.__main__ import main


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
