"""Bring the window's texts into the files that are translated, and say which still lack their words.

    python packaging/translate.py

It runs Qt's lupdate over gui/listo/ui. Write the words into resources/translations/*.ts, by hand or with Qt
Linguist, and run it again: it also makes the `.qm` files that the window loads, as setting up Listo does.
`listo_en.ts` holds plural forms only: the other English words stand in the code.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from build_hook import compile_translations

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": "en_US", "pt": "pt_BR", "es": "es_ES"}


def main() -> int:
    for language, target in LANGUAGES.items():
        _extract(FOLDER / f"listo_{language}.ts", target, plurals_only=language == "en")
    compile_translations(FOLDER)
    open_ones = list(unfinished())
    for place in open_ones:
        print(place)
    return 1 if open_ones else 0


def unfinished() -> Iterator[str]:
    """Yield every text that lacks its translation, as `file: context: text`."""
    for path in sorted(FOLDER.glob("*.ts")):
        for context in ET.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                if not _is_finished(message):
                    yield f"{path.name}: {context.findtext('name')}: {message.findtext('source')}"


def _is_finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return all(texts)


def _extract(path: Path, target: str, *, plurals_only: bool) -> None:
    """Run lupdate: texts that are gone from the code go from the file too."""
    sources = [str(file) for file in sorted((ROOT / "gui" / "listo" / "ui").rglob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-no-ui-lines", "-silent"]
    options += ["-source-language", "en_US", "-target-language", target]
    options += ["-pluralonly"] if plurals_only else []
    subprocess.run([str(_lupdate()), *options, *sources, "-ts", str(path)], check=True)


def _lupdate() -> Path:
    """Return Qt's collector of texts, found without loading Qt."""
    found = importlib.util.find_spec("PySide6")
    for place in (found and found.submodule_search_locations) or ():
        for name in ("lupdate", "lupdate.exe"):
            if (tool := Path(place) / name).is_file():
                return tool
    raise FileNotFoundError("PySide6 is not installed, so there is no lupdate")


if __name__ == "__main__":
    sys.exit(main())
