"""How long the window takes for a key: in *Understand an error* with list and answer, and in the settings.

    python tests/bench/bench_typing.py

Prints the median and the 95th percentile of processor time in milliseconds, with what is drawn. No test:
what a machine does today is not what is right or wrong.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from listo.core.storage.store import Store
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.tabs import LOOKUP, SETTINGS

MESSAGES = (
    "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification",
    "A especificacao (Tamanho) preenchida na planilha de mapeamento nao foi encontrada",
    "token vencido",
    "the quick brown fox jumps over the lazy dog",
)
IDS = ("A3TESTSELLER0", "A2Q3Y263D00KWC", "not a seller id")


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["LISTO_HOME"] = home
        app = QApplication([])
        style.apply(app)
        store = Store()
        window = make_window(store)
        window.show()
        field = window.show_tab(LOOKUP).input
        field.setPlainText(MESSAGES[0])  # loads the catalogue
        report("find an error", [took for text in MESSAGES for took in typed(field, text, field.clear)])
        settings = window.show_tab(SETTINGS)
        editor = settings.form.editors()["seller_id"]
        settings.fill({"seller_id_at_amazon": "A3TESTSELLERO", "authorized_on": "2026-06-01"})
        report("check my settings", [took for text in IDS for took in typed(editor, text, editor.clear)])
        window.close()
        store.close()


def typed(field: QWidget, text: str, clear: Callable[[], None]) -> list[float]:
    """Type a text key by key, and return the milliseconds of each."""
    clear()
    times = []
    for letter in text:
        start = time.process_time()
        QTest.keyClick(field, letter)
        QApplication.processEvents()
        times.append((time.process_time() - start) * 1000)
    return times


def report(what: str, times: list[float]) -> None:
    print(f"{what:20} {statistics.median(times):6.1f} ms {statistics.quantiles(times, n=20)[-1]:6.1f} ms")


if __name__ == "__main__":
    main()
