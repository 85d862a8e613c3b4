"""What is done while Listo is built as a package of Python.

Each `.ts` of the window's translations becomes the `.qm` that Qt loads: for an editable install in the
checkout, where git ignores them; a wheel takes them along (`artifacts` in pyproject.toml). And the README's
pictures and pages get whole addresses, as it is read far from them there; while the project has no address,
their names alone are left.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


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


class ReadmeHook(MetadataHookInterface):
    """Called by hatchling for what pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Give the README as it is to be read from anywhere."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        source = metadata.get("urls", {}).get("Source")
        read = with_whole_addresses(text, source) if source else without_links(text)
        metadata["readme"] = {"content-type": "text/markdown", "text": read}


_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)]+)\)")
"""A picture or a link of Markdown that leads into the checkout."""


def with_whole_addresses(text: str, source: str) -> str:
    """Return a page of Markdown whose pictures and links into the checkout lead to `source`."""
    place = {"!": f"{source}/raw/HEAD/", "": f"{source}/blob/HEAD/"}
    return _LINK.sub(lambda found: f"{found[1]}[{found[2]}]({place[found[1]]}{found[3]})", text)


def without_links(text: str) -> str:
    """Return a page of Markdown with the words alone where a picture or a link leads into the checkout."""
    return _LINK.sub(lambda found: found[2], text)


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
