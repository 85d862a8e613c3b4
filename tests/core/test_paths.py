"""Where the program keeps its files, whatever the person's own setting says."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.paths import data_folder, expanded, log_folder


def test_a_home_of_somebody_whom_nobody_knows_is_a_folder_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LISTO_HOME", "~nobody-of-that-name/x")
    assert data_folder() == Path("~nobody-of-that-name/x")
    assert log_folder() == Path("~nobody-of-that-name/x/log")
    assert (tmp_path / "~nobody-of-that-name" / "x" / "log").is_dir()


@pytest.mark.parametrize("name", ["~nobody-of-that-name/a.xlsx", "a~b", "~"])
def test_a_path_is_expanded_or_stays_as_it_is(name):
    assert expanded(Path(name)) == (Path.home() if name == "~" else Path(name))
