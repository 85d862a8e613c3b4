"""Take pictures of the window for the README, and of every page in each language, mode and size to look at.

    python packaging/screenshots.py                     the README's pictures, into packaging/screenshots
    python packaging/screenshots.py --all FOLDER        every page in three languages, light and dark, in
                                                        three sizes, and on a small screen at 2x
    python packaging/screenshots.py --all FOLDER pt es  the same in these languages alone

No screen is needed: Qt draws off the screen. What is shown is the sample workbook that comes with Listo, and
stores and files of the tests where there are SKUs and questions.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from listo.core.storage.store import Store
    from listo.ui.main_window import MainWindow

PICTURES = Path(__file__).resolve().parent / "screenshots"
TESTS = Path(__file__).resolve().parent.parent / "tests"
SIZE = (1120, 740)
SIZES = {"1": ((900, 600), SIZE, (1920, 1080)), "2": ((960, 540),)}
"""By scale; the last is what there is of 1920 x 1080 at twice the size."""
CATEGORIES = (212, 1604, 2271, 5598, 5322, 187, 784, 178, 3032, 2580, 188, 201, 100, 267, 328, 436, 443, 499)
"""Shirts and other clothes, shoes, books and more, so that a sheet has enough to ask about."""
IN_README = {
    "find": "find",
    "find-many": "find-many",
    "settings": "settings",
    "skus-unlocked": "spreadsheet",
    "skus": "skus",
}
"""Pictures that the README shows, and what they are called there."""
MESSAGE = {
    "en": "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU "
    "specification in your VTEX catalog",
    "pt": "A especificação (Cor) preenchida na planilha de mapeamento não foi encontrada na especificação "
    "do produto ou do SKU no seu catálogo da VTEX",
    "es": "No se encontró la especificación (Cor) rellenada en la plantilla de mapeo en la especificación "
    "del producto o del SKU en tu catálogo VTEX",
}
WORDS = {"en": "my token has expired", "pt": "meu token venceu", "es": "mi token venció"}
"""A seller's own, which lead to a likely answer."""
FOREIGN = {
    "en": "my neighbor's house has the number 18076 and a garden",
    "pt": "a casa do vizinho tem o número 18076 e um jardim",
    "es": "la casa del vecino tiene el número 18076 y un jardín",
}
"""What nothing fits, with a number of Amazon's."""
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
    asked = read_arguments(arguments)
    if asked.one:
        part, folder, language, mode, scale = asked.one
        PARTS[part](Camera(Path(folder), language, mode, scale))
        return 0
    if asked.all:
        for taken in product(PARTS, asked.languages or MESSAGE, ("light", "dark"), SIZES):
            _in_a_process(asked.all, *taken)
        return 0
    for part, mode in product(("tabs", "skus"), ("light", "dark")):
        _in_a_process(PICTURES, part, "en", mode, "1")
    return 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for; what is not known ends the program with a sentence and status 2."""
    parser = argparse.ArgumentParser(
        description="Take the README's pictures; with --all, those of every page.", allow_abbrev=False
    )
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="put pictures of every page there")
    parser.add_argument("--one", nargs=5, help=argparse.SUPPRESS)  # how this program calls itself
    words = f"only in these ({', '.join(MESSAGE)}), with --all"
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=words)
    asked = parser.parse_args(arguments)
    for language in asked.languages:
        if language not in MESSAGE:
            parser.error(f"no language of the window: {language} (there are {', '.join(MESSAGE)})")
    if asked.languages and not asked.all:
        parser.error("languages are chosen for --all FOLDER alone; the README's pictures are in English")
    return asked


def _in_a_process(folder: Path, part: str, language: str, mode: str, scale: str) -> None:
    """Take the pictures in a process of its own: Qt reads the scale only when it starts."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "LISTO_SCHEME": mode}
        command = [sys.executable, __file__, "--one", part, str(folder), language, mode, scale]
        subprocess.run(command, check=True, env={**os.environ, **settings, "LISTO_HOME": home})


def _wait_until(done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, timer = QEventLoop(), QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start()
    loop.exec()
    timer.stop()
    QTimer.singleShot(200, loop.quit)
    loop.exec()


class Camera:
    """A window that is open in a language, and pictures of it in all sizes of a scale.

    For the README it takes one size, and only what is shown there.
    """

    def __init__(self, folder: Path, language: str, mode: str, scale: str) -> None:
        self.folder, self.language, self.mode, self.scale = folder, language, mode, scale
        folder.mkdir(parents=True, exist_ok=True)
        self.window, self.store = _open_window(language)

    def take(self, name: str, settled: Callable[[], bool] = lambda: True) -> None:
        """Take a picture in each size, once the window rests."""
        if self.folder == PICTURES:
            if name in IN_README:
                _wait_until(settled)
                self._save(self.window, PICTURES / f"{IN_README[name]}-{self.mode}.png")
            return
        for width, height in SIZES[self.scale]:
            self.window.resize(width, height)
            _wait_until(settled)
            self._save(self.window, self._path(f"{name}-{width}"))

    def take_dialog(self, name: str, open_it: Callable[[], object]) -> None:
        """Open a dialog, take a picture of it alone, and close it."""
        from PySide6.QtWidgets import QApplication

        if self.folder == PICTURES:
            return
        open_it()
        _wait_until(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._save(dialog, self._path(name))
        dialog.close()
        _wait_until(lambda: True)

    def _path(self, name: str) -> Path:
        tail = "" if self.scale == "1" else f"-{self.scale}x"
        return self.folder / f"{self.language}-{name}-{self.mode}{tail}.png"

    def _save(self, widget: QWidget, path: Path) -> None:
        _save(widget.grab().toImage(), path)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.store.close()


def _open_window(language: str) -> tuple[MainWindow, Store]:
    from PySide6.QtWidgets import QApplication

    from listo.core.storage.store import Store
    from listo.ui import style
    from listo.ui.app import make_window
    from listo.ui.tabs import TABS

    app = QApplication([])
    style.apply(app)
    store = Store()
    store.set_state("language", language)
    store.set_state("hints-read", [spec.key for spec in TABS])
    window = make_window(store)
    window.resize(*SIZE)
    window.show()
    return window, store


def _take_tabs(camera: Camera) -> None:
    """Take the three tabs with the sample, and the dialogs."""
    from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET

    window, take = camera.window, camera.take
    lookup = window.show_tab(LOOKUP)
    take("find-empty")
    lookup.input.setPlainText(WORDS[camera.language])
    take("find-words")
    lookup.input.setPlainText(FOREIGN[camera.language])
    take("find-nothing")
    lookup.input.setPlainText(MESSAGE[camera.language])
    take("find")
    lookup.input.setPlainText("\n".join(MANY))
    _wait_until(lambda: any(result.count for result in lookup.panel.results()))
    take("find-many")
    spreadsheet = window.show_tab(SPREADSHEET)

    def settled() -> bool:
        return spreadsheet.overview is not None and not spreadsheet.work.jobs()

    take("spreadsheet-empty")
    spreadsheet.load_sample()
    _wait_until(settled)
    for step in ("files", "columns", "problems", "send"):
        spreadsheet.go_to(step)
        take(f"spreadsheet-{step}", settled)
    spreadsheet.go_to("problems")
    spreadsheet.find_and_replace()
    take("spreadsheet-replace", settled)
    spreadsheet.find_panel.close_panel()
    spreadsheet.navigation.show_in_sheet()
    take("spreadsheet-sheet", settled)
    settings = window.show_tab(SETTINGS)
    take("settings-empty")
    settings.fill(FILLED_IN)
    take("settings")
    settings.show_field("authorized_on")
    take("settings-token")
    camera.take_dialog("recent", window.show_recent)
    camera.take_dialog("help", window.show_help)
    camera.take_dialog("actions", window.show_actions)
    window.show_tab(SPREADSHEET)
    camera.take_dialog("choices", spreadsheet.show_decisions)
    camera.take_dialog("open-files", spreadsheet.files.choose)
    camera.close()


def _take_files(camera: Camera) -> None:
    """Take what is asked of the files: for which categories they are, what CategoryID holds, kits, EAN."""
    from PySide6.QtWidgets import QScrollArea

    from listo.ui.tabs import SPREADSHEET

    tab = camera.window.show_tab(SPREADSHEET)

    def settled() -> bool:
        return tab.overview is not None and not tab.work.jobs()

    def take(name: str) -> None:
        [area] = tab.files.findChildren(QScrollArea)[:1]
        camera.take(f"{name}-top", settled)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        camera.take(f"{name}-end", settled)
        area.verticalScrollBar().setValue(0)

    with tempfile.TemporaryDirectory() as place:
        sheet, shirts, kurtas, products = _write_files(Path(place))
        tab.open_files([sheet, shirts, kurtas])
        _wait_until(settled)
        take("asked")
        files: Any = tab.files  # what is on a card differs from one answer to the next
        files.coverage.shown[shirts].use.click()
        _wait_until(settled)
        files.coverage.shown[kurtas].none.click()
        _wait_until(settled)
        files.uncovered.itemAt(0).widget().unfold.click()
        take("answered")
        tab.open_files([products])
        _wait_until(settled)
        take("choices")
        camera.close()


def _take_skus(camera: Camera) -> None:
    """Take what kinds of problem unlock, the table of SKUs with one in full, sending, messages."""
    sku_files = _module_of_tests("sku_files")
    from listo.ui.tabs import LOOKUP, SPREADSHEET

    window, take = camera.window, camera.take
    tab = window.show_tab(SPREADSHEET)

    def settled() -> bool:
        return tab.overview is not None and not tab.work.jobs()

    with tempfile.TemporaryDirectory() as place:
        files = sku_files.write_store(Path(place), 900)
        tab.open_files(files[:2])
        _wait_until(settled)
        tab.go_to("skus")
        take("skus-without-exports", settled)
        tab.open_files(files[2:])
        _wait_until(settled)
        tab.go_to("problems")
        take("skus-unlocked", settled)
        tab.show_sku("13001")
        take("skus", settled)
        tab.go_to("send")
        take("skus-send", settled)
        lookup = window.show_tab(LOOKUP)
        lookup.input.setPlainText("\n".join(line.replace("SKU ", "SKU 13", 1) for line in MANY))
        _wait_until(lookup.own.isVisible)
        take("skus-messages")
        camera.close()


def _take_draft(camera: Camera) -> None:
    """Take a draft of a mapping, from files without one."""
    sku_files = _module_of_tests("sku_files")
    from PySide6.QtWidgets import QApplication, QFileDialog

    from listo.ui.tabs import SPREADSHEET

    tab = camera.window.show_tab(SPREADSHEET)

    def settled() -> bool:
        return tab.overview is not None and not tab.work.jobs()

    with tempfile.TemporaryDirectory() as place:
        tab.open_files(sku_files.write_store(Path(place), 900)[1:])
        _wait_until(settled)
        camera.take("draft-offered", settled)
        tab.draft()
        _wait_until(lambda: tab.pages.is_drafting or QApplication.activeModalWidget() is not None)
        if isinstance(asked := QApplication.activeModalWidget(), QFileDialog):  # where the draft goes
            asked.accept()
        _wait_until(lambda: tab.pages.is_drafting)
        camera.take("draft", settled)
        camera.close()


PARTS: dict[str, Callable[[Camera], None]] = {
    "tabs": _take_tabs,
    "files": _take_files,
    "skus": _take_skus,
    "draft": _take_draft,
}
"""What one process takes."""


def _module_of_tests(name: str) -> Any:
    """Return what the tests build files with; it is no part of the program, and of no known types here."""
    sys.path.insert(0, str(TESTS))
    return import_module(name)


def _write_files(folder: Path) -> tuple[Path, Path, Path, Path]:
    """Write a sheet, two category templates of Amazon's and an export, with the builders of the tests."""
    import openpyxl

    from listo.core.mapping.sheet import COLUMNS

    sheet, products = folder / "mapeamento.xlsx", folder / "produtos-e-skus.xlsx"
    book = openpyxl.Workbook()
    book.active.append(COLUMNS)
    for category in CATEGORIES:
        book.active.append([str(category), "", "Information", "Tecido", "Material", "Couro", "Couro"])
    book.save(sheet)
    export = openpyxl.Workbook()
    names = ("SkuId", "ProductId", "GlobalCategoryId", "CategoryId", "Kit", "SkuEan", "TradePolicies")
    export.active.append([f"_{name}" for name in names])
    for number, category in enumerate(CATEGORIES * 2):
        of_store = str(999 if number % 3 else CATEGORIES[-1])
        is_kit, ean = ("Sim" if number == 1 else "Não"), ("" if number % 4 else "7891000315507")
        ids = (str(number + 1), str(number + 1), str(category if number % 3 else 5555))
        export.active.append([*ids, of_store, is_kit, ean, "1,2"])
    export.save(products)
    builders_amazon, amazon = map(_module_of_tests, ("builders_amazon", "examination_files"))
    material = amazon.Listed("Material", "material_type", "material#1.value", ("Cotton", "Leather"))
    made = [
        builders_amazon.save(
            amazon.amazon_file(amazon.Amazon([material], ("Size",), types=types), "generation-3"),
            folder / name,
        )
        for name, types in (("SHIRT.xlsm", ("SHIRT",)), ("KURTA_SALWAR.xlsm", ("KURTA", "SALWAR_SUIT_SET")))
    ]
    return sheet, made[0], made[1], products


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
