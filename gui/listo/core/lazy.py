"""Packages whose parts are loaded when they are first asked for, so that the window is there at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module


def from_parts(package: str, **parts: tuple[str, ...]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package that offers names of its modules (`module=(name, …)`).

    A name's module is loaded when the name is first asked for. What checks types, and what packs bundles,
    is told of the same names by imports under TYPE_CHECKING.
    """
    homes = {name: module for module, names in parts.items() for name in names}

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return find
