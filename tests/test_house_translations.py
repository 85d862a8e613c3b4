"""Every text of the window stands in the lists of each language, with its words."""

from __future__ import annotations

import importlib
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def translate(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    yield importlib.import_module("translate")
    del sys.modules["translate"]


def texts(folder: Path) -> dict[str, set[tuple[str | None, str | None]]]:
    """Return for each list its (context, text) pairs."""
    return {
        file.name: {
            (context.findtext("name"), message.findtext("source"))
            for context in ET.parse(file).getroot().iter("context")
            for message in context.iter("message")
        }
        for file in folder.glob("*.ts")
    }


def test_every_text_has_its_words(translate):
    assert list(translate.unfinished()) == []


def test_the_lists_hold_just_the_texts_of_the_code(translate, monkeypatch, tmp_path):
    """Else `python packaging/translate.py` was not run since the code changed."""
    committed = texts(translate.FOLDER)
    copies = shutil.copytree(translate.FOLDER, tmp_path / "translations")
    monkeypatch.setattr(translate, "FOLDER", copies)
    translate.main()
    assert texts(copies) == committed
