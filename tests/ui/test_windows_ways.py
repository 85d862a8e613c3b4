"""Windows' ways with what the window is given and gives: shares, names of devices, colors, scales."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QSize, Qt, QUrl

from listo.ui import style
from listo.ui.drop_overlay import files_in
from listo.ui.widgets.parts import file_name


def test_a_file_on_a_share_of_the_network_is_taken():
    data = QMimeData()
    data.setUrls([QUrl("file://server/Planilhas/ação 1.xlsx"), QUrl("https://server/a.xlsx")])
    assert files_in(data) == [Path("//server/Planilhas/ação 1.xlsx")]


@pytest.mark.parametrize(
    ("store", "name"),
    [
        ("Loja da Ana", "Loja da Ana"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("con", "-con"),
        ("Aux.loja", "-Aux.loja"),
        ("COM1", "-COM1"),
        ("LPT9 ", "-LPT9"),
        ("Contas", "Contas"),
        ("COM10", "COM10"),
    ],
)
def test_no_store_gives_a_file_a_name_that_windows_keeps_for_a_device(store, name):
    assert file_name(store) == name


@pytest.mark.parametrize(
    ("scheme", "dark"), [(Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)], ids=["dark", "light"]
)
def test_the_window_is_dark_where_windows_is(qapp, monkeypatch, scheme, dark):
    monkeypatch.delenv("LISTO_SCHEME", raising=False)
    drawn = []
    monkeypatch.setattr(style, "apply", lambda app: drawn.append(app))
    style.follow(qapp)
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert drawn[-1] is qapp
    desktop = SimpleNamespace(styleHints=lambda: SimpleNamespace(colorScheme=lambda: scheme))
    assert style._wanted(desktop) is dark


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_icons_are_drawn_in_the_points_of_the_screen_at_every_scale_that_windows_offers(qapp, scale):
    drawn = style.icon("file", "text").pixmap(QSize(16, 16), scale)
    assert drawn.devicePixelRatio() == scale
    assert drawn.width() == round(16 * scale)
