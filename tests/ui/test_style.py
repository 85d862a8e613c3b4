"""Everything that one must read stands out from what it stands on."""

from __future__ import annotations

import gc
from typing import get_args

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from listo.ui import style
from listo.ui.style import DARK, LIGHT, ColourRole
from listo.ui.widgets import parts

WORDS = ("text", "quiet", "accent", "error", "warning", "right")
GROUNDS = ("background", "surface", "hover", "accent-tint")
OWN_GROUNDS = [
    ("error", "error-tint"),
    ("warning", "warning-tint"),
    ("right", "right-tint"),
    ("text", "error-tint"),
    ("text", "warning-tint"),
    ("text", "right-tint"),
    ("text", "pressed"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("quiet", "line"),
]


def contrast(first: str, second: str) -> float:
    """Return the contrast of two `#RRGGBB` colours, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(colours):
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS] + OWN_GROUNDS
    low = [(pair, contrast(colours[pair[0]], colours[pair[1]])) for pair in pairs]
    assert [one for one in low if one[1] < 4.5] == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_the_outline_of_a_control_is_seen(colours, ground):
    assert contrast(colours["edge"], colours[ground]) >= 3


def test_both_modes_know_every_role():
    assert set(LIGHT) == set(DARK) == set(get_args(ColourRole))


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_list_of_choices_shows_the_last_one_whole(qtbot, qapp):
    style.apply(qapp, dark=False)
    choices = parts.ComboBox()
    qtbot.addWidget(choices)
    choices.addItems([f"Choice {number}" for number in range(5)])
    choices.show()
    choices.showPopup()
    view = choices.view()
    last = view.visualRect(view.model().index(4, 0))
    assert 0 < last.bottom() < view.viewport().height()
    assert view.window().height() == view.height(), "no arrows to scroll by, which cut the last line"
    choices.hidePopup()


def test_a_number_stands_as_far_from_its_border_as_a_text(qtbot, qapp):
    style.apply(qapp, dark=False)
    number, text = parts.SpinBox(), parts.LineEdit()
    for field in (number, text):
        qtbot.show(field)
    number.setValue(1)
    text.setText("1")
    before = [_first_ink(field) for field in (number, text)]
    assert abs(before[0] - before[1]) <= 1


def _first_ink(field: QWidget) -> int:
    """Return how far from the left the first dark pixel inside a field is, its border left out."""
    drawn = field.grab().toImage()
    middle = range(drawn.height() // 3, 2 * drawn.height() // 3)
    inside = range(4, drawn.width())
    return next(x for x in inside if any(drawn.pixelColor(x, y).lightness() < 140 for y in middle))


@pytest.mark.parametrize(("size", "drawn"), [((16, 16), 16), ((20, 12), 12), ((64, 64), style.ICON_SIZE)])
def test_an_icon_is_a_square_that_fits_and_no_larger_than_icons_are_drawn(qapp, size, drawn):
    assert style.icon("file").actualSize(QSize(*size)) == QSize(drawn, drawn)
    assert style.icon("file").pixmap(QSize(*size), 2.0).size() == QSize(drawn, drawn) * 2


def test_an_icon_of_what_is_disabled_has_the_colour_for_that(qapp):
    def colours(mode):
        picture = style.icon("file", "accent").pixmap(QSize(20, 20), 3.0, mode).toImage()
        points = (picture.pixelColor(x, y) for x in range(60) for y in range(60))
        return {point.name().upper() for point in points if point.alpha() == 255}

    assert colours(QIcon.Mode.Normal) == {style.colours()["accent"]}
    assert colours(QIcon.Mode.Disabled) == {style.colours()["disabled"]}


def test_a_changed_copy_of_an_icon_outlives_it(qapp):
    style._icon.cache_clear()
    copy = QIcon(style.icon("file"))
    copy.addPixmap(style.pixmap("check"))
    style._icon.cache_clear()
    gc.collect()
    assert copy.pixmap(QSize(20, 20), 1.0).toImage() == style.pixmap("file", ratio=1.0).toImage()
