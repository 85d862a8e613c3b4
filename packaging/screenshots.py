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
from collections.abc import Callable
from itertools import product
from pathlib import Path

PICTURES = Path(__file__).resolve().parent / "screenshots"
SIZE = (1120, 740)
MESSAGE = {
    "en": "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU "
    "specification in your VTEX catalog",
    "pt": "A especificação (Cor) preenchida na planilha de mapeamento não foi encontrada na especificação "
    "do produto ou do SKU no seu catálogo da VTEX",
    "es": "No se encontró la especificación (Cor) rellenada en la plantilla de mapeo en la especificación "
    "del producto o del SKU en tu catálogo VTEX",
}
SETTINGS = {
    "seller_id": "A3TESTSELLER0",
    "seller_id_at_amazon": "A3TESTSELLERO",
    "shipping_type_name": "Modelo padrão ",
    "shipping_type_name_at_amazon": "Modelo padrão",
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

    from listo.core.sessions import Store
    from listo.ui import style
    from listo.ui.app import make_window

    app = QApplication([])
    style.apply(app)
    store = Store()
    store.set_state("language", language)
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
        wait_until(lambda: True)
        prefix = "" if folder == PICTURES else f"{language}-"
        window.grab().save(str(folder / f"{prefix}{name}-{mode}{tail}.png"))

    window.show_tab(0)
    take("find-empty")
    window.lookup.input.setPlainText(MESSAGE[language])
    take("find")
    window.show_tab(1)
    take("spreadsheet-empty")
    window.spreadsheet.load_sample()
    wait_until(lambda: window.spreadsheet.overview is not None)
    take("spreadsheet-files")
    window.spreadsheet.go_to("problems")
    take("spreadsheet")
    window.show_tab(2)
    window.settings.fill(SETTINGS)
    take("settings")
    window.close()
    store.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
