"""Packages that load their parts later offer all of them, and load none before."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

LAZY = ("workbooks",)


@pytest.mark.parametrize("name", LAZY)
def test_every_name_is_there(name: str) -> None:
    package = import_module(f"listo.core.{name}")
    for part in package.__all__:
        assert getattr(package, part) is getattr(package, part)
    with pytest.raises(AttributeError, match="nothing_of_that_name"):
        _ = package.nothing_of_that_name


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    load = "; ".join(f"import listo.core.{name}" for name in LAZY)
    listing = f"import sys; {load}; print(*(m for m in sys.modules if m.startswith('listo.core.')))"
    loaded = subprocess.run([sys.executable, "-c", listing], text=True, capture_output=True, check=True)
    assert set(loaded.stdout.split()) == {"listo.core.lazy", *(f"listo.core.{name}" for name in LAZY)}
