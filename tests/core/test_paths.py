"""Where the program keeps its files, whatever the person's own setting says."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from listo.core.paths import data_folder, expanded, log_folder, private_opener


def test_a_home_of_somebody_whom_nobody_knows_is_a_folder_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LISTO_HOME", "~nobody-of-that-name/x")
    assert data_folder() == Path("~nobody-of-that-name/x")
    assert log_folder() == Path("~nobody-of-that-name/x/log")
    assert (tmp_path / "~nobody-of-that-name" / "x" / "log").is_dir()


@pytest.mark.parametrize("name", ["~nobody-of-that-name/a.xlsx", "a~b", "~"])
def test_a_path_is_expanded_or_stays_as_it_is(name):
    assert expanded(Path(name)) == (Path.home() if name == "~" else Path(name))


@pytest.mark.skipif(sys.platform == "win32", reason="a profile of Windows is private by itself")
def test_a_file_is_the_persons_alone_from_the_first_moment(tmp_path):
    before = os.umask(0)
    try:
        with open(tmp_path / "a", "xb", opener=private_opener) as file:
            assert os.fstat(file.fileno()).st_mode & 0o777 == 0o600
    finally:
        os.umask(before)
