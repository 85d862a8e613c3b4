"""Take pictures of the window for the README, and of every language, mode and scale for looking at.

    python packaging/screenshots.py                the README's pictures, into packaging/screenshots
    python packaging/screenshots.py --all FOLDER   each tab in three languages, light and dark, at 1x and 2x

No screen is needed: Qt draws off the screen. The sample workbook that comes with Listo is what is shown.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PICTURES = Path(__file__).resolve().parent / "screenshots"
SIZE = (1120, 740)
IN_README = ("find", "find-many", "spreadsheet", "settings")
MESSAGE = {
    "en": "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU "
    "specification in your VTEX catalog",
    "pt": "A especificação (Cor) preenchida na planilha de mapeamento não foi encontrada na especificação "
    "do produto ou do SKU no seu catálogo da VTEX",
    "es": "No se encontró la especificación (Cor) rellenada en la plantilla de mapeo en la especificación "
    "del producto o del SKU en tu catálogo VTEX",
}
_NAMES = ["Cor"] * 7 + ["Tamanho"] * 3 + ["Gênero", "Material"]
MANY = [f"SKU {101 + n}: {MESSAGE['pt'].replace('Cor', name)}" for n, name in enumerate(_NAMES)] + [
    f"SKU {n}: Value (Azul) from the mapping spreadsheet is not an attribute/specification value "
    "supported by Amazon"
    for n in range(201, 206)
]
FILLED_IN = {
    "seller_id": "A3TESTSELLER0",
    "seller_id_at_amazon": "A3TESTSELLERO",
    "shipping_type_name": "Modelo padrão ",
    "shipping_type_name_at_amazon": ("Modelo padrão",),
    "marketplace": "BR",
    "authorized_on": "2026-08-20",
}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        folder, language, mode, scale = arguments[1:]
        _take(Path(folder), language, mode, scale)
        return 0
    if arguments[:1] == ["--all"]:
        for language, mode, scale in product(("en", "pt", "es"), ("light", "dark"), ("1", "2")):
            _in_a_process(Path(arguments[1]), language, mode, scale)
        return 0
    for mode in ("light", "dark"):
        _in_a_process(PICTURES, "en", mode, "1")
    return 0


def _in_a_process(folder: Path, language: str, mode: str, scale: str) -> None:
    """Take the pictures in a process of its own: Qt reads the scale only when it starts."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "LISTO_SCHEME": mode}
        command = [sys.executable, __file__, "--one", str(folder), language, mode, scale]
        subprocess.run(command, check=True, env={**os.environ, **settings, "LISTO_HOME": home})


def _take(folder: Path, language: str, mode: str, scale: str) -> None:
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from listo.core.storage.store import Store
    from listo.ui import style
    from listo.ui.app import make_window
    from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET, TABS

    app = QApplication([])
    style.apply(app)
    store = Store()
    store.set_state("language", language)
    store.set_state("hints-read", [spec.key for spec in TABS])
    window = make_window(store)
    window.resize(*SIZE)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    tail = "" if scale == "1" else f"-{scale}x"

    def wait_until(done: Callable[[], bool]) -> None:
        loop, timer = QEventLoop(), QTimer(interval=20)
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        timer.start()
        loop.exec()
        timer.stop()
        QTimer.singleShot(200, loop.quit)
        loop.exec()

    def take(name: str) -> None:
        if folder == PICTURES and name not in IN_README:
            return
        wait_until(lambda: True)
        prefix = "" if folder == PICTURES else f"{language}-"
        _save(window.grab().toImage(), folder / f"{prefix}{name}-{mode}{tail}.png")

    lookup = window.show_tab(LOOKUP)
    take("find-empty")
    lookup.input.setPlainText(MESSAGE[language])
    take("find")
    lookup.input.setPlainText("\n".join(MANY))
    wait_until(lambda: any(result.count for result in lookup.panel.results()))
    take("find-many")
    spreadsheet = window.show_tab(SPREADSHEET)
    take("spreadsheet-empty")
    spreadsheet.load_sample()
    wait_until(lambda: spreadsheet.overview is not None)
    take("spreadsheet-files")
    spreadsheet.go_to("problems")
    take("spreadsheet")
    settings = window.show_tab(SETTINGS)
    settings.fill(FILLED_IN)
    take("settings")
    settings.show_field("authorized_on")
    take("settings-token")
    window.close()
    store.close()


def _save(image: QImage, path: Path) -> None:
    """Save a picture in the 256 colours that it has most of: a third of the size, and the same to the eye."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QImageWriter

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _times in counted.most_common(256)]
    flags = Qt.ImageConversionFlag.AvoidDither
    writer = QImageWriter(str(path))
    writer.setQuality(0)  # for PNG: as small as can be
    writer.write(image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
