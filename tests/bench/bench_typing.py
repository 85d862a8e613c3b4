"""How long the window takes for a key: in *Understand an error* with list and answer, and in the settings.

    python tests/bench/bench_typing.py

Tells the 95th percentile and the worst of processor time, with all that is drawn and all widgets that are
taken away, beside a bare line of Qt's.
No test: what a machine does today is not what is right or wrong.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Cost, tell
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from listo.core.catalogue.recognition import recognise
from listo.core.storage.store import Store
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.lookup.tab import LOADING
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
        window.resize(1120, 740)
        window.show()
        field = window.show_tab(LOOKUP).input
        while recognise.cache_info().currsize < len(LOADING):
            QTest.qWait(50)
        times = [took for text in MESSAGES for took in typed(field, text, field.clear)]
        bare = QPlainTextEdit()
        bare.show()
        beside = [took for text in MESSAGES for took in typed(bare, text, bare.clear)]
        bare.close()
        report("a key typed in *Understand an error*, with drawing", times, beside, 0.012)
        settings = window.show_tab(SETTINGS)
        editor = settings.form.editors()["seller_id"]
        settings.fill({"seller_id_at_amazon": "A3TESTSELLERO", "authorized_on": "2026-06-01"})
        times = [took for text in IDS for took in typed(editor, text, editor.clear)]
        report("a key typed in the settings, with drawing", times, beside)
        window.close()
        store.close()


def typed(field: QWidget, text: str, clear: Callable[[], None]) -> list[float]:
    """Type a text key by key, and return the seconds of each."""
    clear()
    QApplication.processEvents()  # what clearing draws is not the first key's
    times = []
    for letter in text:
        start = time.process_time()
        QTest.keyClick(field, letter)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as Qt's own loop does
        times.append(time.process_time() - start)
    return times


def report(work: str, times: list[float], beside: list[float], worst: float | None = None) -> None:
    """Tell what a key takes, beside a bare one; `worst` is the goal for the worst of all, in seconds."""
    ours, theirs = (Cost(processor=statistics.quantiles(each, n=20)[-1]) for each in (times, beside))
    tell(f"{work}, 95th percentile", ours, "a bare line of Qt's", theirs)
    goals = {} if worst is None else {"processor": worst}
    tell(f"{work}, the worst", Cost(processor=max(times)), "", None, **goals)


if __name__ == "__main__":
    main()
