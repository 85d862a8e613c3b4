"""Compiles the window's translations while Listo is built: each `.ts` becomes the `.qm` that Qt loads.

For an editable install they are written into the checkout, where git ignores them; a wheel takes them along
(`artifacts` in pyproject.toml).
"""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Called by hatchling before it collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 hatchling's signature
        """Compile whatever is older than its source.

        An editable install goes on without: the command line needs no library that Qt's tools need.
        """
        try:
            compile_translations(Path(self.root) / "resources" / "translations")
        except (OSError, subprocess.CalledProcessError) as error:
            if version != "editable":
                raise
            self.app.display_warning(f"The window's translations were not compiled: {error}")


def compile_translations(folder: Path) -> None:
    """Write beside each `.ts` its `.qm`, unless a newer one is there."""
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            command = [str(_lrelease()), "-silent", str(source), "-qm", str(target)]
            subprocess.run(command, check=True, capture_output=True)


def _lrelease() -> Path:
    """Return Qt's compiler of translations, found without loading Qt."""
    found = importlib.util.find_spec("PySide6")
    for place in (found and found.submodule_search_locations) or ():
        for name in ("lrelease", "lrelease.exe"):
            if (tool := Path(place) / name).is_file():
                return tool
    raise FileNotFoundError("PySide6 is not installed, so there is no lrelease")
