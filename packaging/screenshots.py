"""Take pictures of the window for the README, and of every language, mode and scale for looking at.

    python packaging/screenshots.py                the README's pictures, into packaging/screenshots
    python packaging/screenshots.py --all FOLDER   each tab in three languages, light and dark, at 1x and 2x
    python packaging/screenshots.py --files FOLDER   what is asked of the files, likewise, in three sizes
    python packaging/screenshots.py --skus FOLDER    what becomes of SKUs, likewise

No screen is needed: Qt draws off the screen. What is shown is the sample workbook that comes with Listo, and
a store of the tests where there are SKUs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from listo.core.storage.store import Store
    from listo.ui.main_window import MainWindow

PICTURES = Path(__file__).resolve().parent / "screenshots"
TESTS = Path(__file__).resolve().parent.parent / "tests"
SIZE = (1120, 740)
SIZES = ((900, 600), SIZE, (1920, 1080))
CATEGORIES = (212, 1604, 2271, 5598, 5322, 187, 784, 178, 3032, 2580, 188, 201, 100, 267, 328, 436, 443, 499)
"""Shirts and other clothes, shoes, books and more, so that a sheet has enough to ask about."""
IN_README = ("find", "find-many", "settings")
OF_SKUS_IN_README = {"skus-unlocked": "spreadsheet", "skus": "skus"}
"""Pictures of a store with SKUs, and what they are called there."""
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
    if arguments[:1] == ["--one-of-files"]:
        folder, language, mode = arguments[1:]
        _take_files(Path(folder), language, mode)
        return 0
    if arguments[:1] == ["--one-of-skus"]:
        folder, language, mode = arguments[1:]
        _take_skus(Path(folder), language, mode)
        return 0
    if arguments[:1] in (["--files"], ["--skus"]):
        what = arguments[0].replace("--", "--one-of-")
        for language, mode in product(("en", "pt", "es"), ("light", "dark")):
            _in_a_process(what, Path(arguments[1]), language, mode)
        return 0
    if arguments[:1] == ["--all"]:
        for language, mode, scale in product(("en", "pt", "es"), ("light", "dark"), ("1", "2")):
            _in_a_process("--one", Path(arguments[1]), language, mode, scale)
        return 0
    for mode in ("light", "dark"):
        _in_a_process("--one", PICTURES, "en", mode, "1")
        _in_a_process("--one-of-skus", PICTURES, "en", mode)
    return 0


def _in_a_process(what: str, folder: Path, language: str, mode: str, scale: str = "1") -> None:
    """Take the pictures in a process of its own: Qt reads the scale only when it starts."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "LISTO_SCHEME": mode}
        more = [scale] if what == "--one" else []
        command = [sys.executable, __file__, what, str(folder), language, mode, *more]
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


def _take(folder: Path, language: str, mode: str, scale: str) -> None:
    from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET

    window, store = _open_window(language)
    folder.mkdir(parents=True, exist_ok=True)
    tail = "" if scale == "1" else f"-{scale}x"

    def take(name: str) -> None:
        if folder == PICTURES and name not in IN_README:
            return
        _wait_until(lambda: True)
        prefix = "" if folder == PICTURES else f"{language}-"
        _save(window.grab().toImage(), folder / f"{prefix}{name}-{mode}{tail}.png")

    lookup = window.show_tab(LOOKUP)
    take("find-empty")
    lookup.input.setPlainText(MESSAGE[language])
    take("find")
    lookup.input.setPlainText("\n".join(MANY))
    _wait_until(lambda: any(result.count for result in lookup.panel.results()))
    take("find-many")
    spreadsheet = window.show_tab(SPREADSHEET)
    take("spreadsheet-empty")
    spreadsheet.load_sample()
    _wait_until(lambda: spreadsheet.overview is not None)
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


def _take_files(folder: Path, language: str, mode: str) -> None:
    """Take what is asked of the files: for which categories they are, what CategoryID holds, kits, EAN."""
    from PySide6.QtWidgets import QScrollArea

    from listo.ui.tabs import SPREADSHEET

    window, store = _open_window(language)
    tab = window.show_tab(SPREADSHEET)
    folder.mkdir(parents=True, exist_ok=True)

    def settled() -> bool:
        return tab.overview is not None and not tab.work.jobs()

    def take(name: str) -> None:
        for width, height in SIZES:
            window.resize(width, height)
            _wait_until(settled)
            [area] = tab.files.findChildren(QScrollArea)[:1]
            for part, place in (("top", 0), ("end", area.verticalScrollBar().maximum())):
                area.verticalScrollBar().setValue(place)
                _wait_until(settled)
                if part == "top" or place:
                    path = folder / f"{language}-{name}-{part}-{width}-{mode}.png"
                    _save(window.grab().toImage(), path)
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
        window.close()
    store.close()


def _take_skus(folder: Path, language: str, mode: str) -> None:
    """Take what kinds of problem unlock, the table of SKUs with one in full, and messages held against it."""
    sku_files = _module_of_tests("sku_files")
    from listo.ui.tabs import LOOKUP, SPREADSHEET

    window, store = _open_window(language)
    tab = window.show_tab(SPREADSHEET)
    folder.mkdir(parents=True, exist_ok=True)

    def settled() -> bool:
        return tab.overview is not None and not tab.work.jobs()

    def take(name: str) -> None:
        if folder == PICTURES:
            if name in OF_SKUS_IN_README:
                _wait_until(settled)
                _save(window.grab().toImage(), folder / f"{OF_SKUS_IN_README[name]}-{mode}.png")
            return
        for width, height in SIZES:
            window.resize(width, height)
            _wait_until(settled)
            _save(window.grab().toImage(), folder / f"{language}-{name}-{width}-{mode}.png")

    with tempfile.TemporaryDirectory() as place:
        files = sku_files.write_store(Path(place), 900)
        tab.open_files(files[:2])
        _wait_until(settled)
        tab.go_to("skus")
        take("skus-without-exports")
        tab.open_files(files[2:])
        _wait_until(settled)
        tab.go_to("problems")
        take("skus-unlocked")
        tab.show_sku("13001")
        _wait_until(settled)
        take("skus")
        lookup = window.show_tab(LOOKUP)
        lookup.input.setPlainText("\n".join(line.replace("SKU ", "SKU 13", 1) for line in MANY))
        _wait_until(lookup.own.isVisible)
        take("skus-messages")
        window.close()
    store.close()


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
