"""One line of the form: a field's name, what stands in VTEX and at Amazon, and what there is to say of it.

Where the two differ they stand letter below letter: what differs is boxed, what nobody sees is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue import entries
from listo.core.settings.checks import errors_of
from listo.core.settings.differences import Difference, Segment
from listo.core.settings.messages import describe_character, say, say_field
from listo.core.settings.types import SettingsFinding, SettingsReport
from listo.core.texts import Language, Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.settings.editors import DateEditor, Editor, FileEditor, NamesEditor
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout

LABEL_WIDTH = 176
"""The longest word of a field's name in three languages fits (tests/ui/test_window_fits.py)."""
WHERE_WIDTH = 36
"""A square button of the height of the editors."""
_INDENT = 24
"""Icon and gap before the first words of a remark, so that what follows stands below them."""

TITLE_LETTERS = 70
"""Letters of an error's title on its link: the longest of these has 67, and all have room at 900 pixels."""

_SHOWN = {" ": "␣", "\u00a0": "⍽", "\t": "⇥", "\u200b": "∅"}
_PAD, _LINE_GAP, _CAPTION_GAP = 3, 6, 12
"""Pixels around a letter in its box, between the two texts, and between a caption and its text; by eye."""


class SettingRow(Translated, QFrame):
    """A field with an editor in one of the two columns, or in both; `fields` maps each field to its own.

    `show_error` is called with the id of an error that the field causes, where the person wants to see it.
    """

    def __init__(
        self,
        vtex: Mapping[str, Editor],
        amazon: Mapping[str, Editor],
        show_error: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._show_error = show_error
        self.fields: dict[str, Editor] = {**vtex, **amazon}
        self._main = next(iter(self.fields))
        self._label = parts.label("strong")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setContentsMargins(0, style.SPACE, 0, 0)
        self._where = QToolButton()
        self._where.setCheckable(True)
        self._where.setFixedWidth(WHERE_WIDTH)
        self._where.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus
        )  # with a key it is Ctrl+I, from the field itself
        style.set_icon(self._where, "help", "quiet")
        self._where.toggled.connect(self._on_where)
        self._explained = parts.label("quiet", selectable=True)
        self._explained.hide()
        self._room, self._whole = QWidget(), QWidget()
        self._short = parts.label("quiet")
        self._remarks = style.margins(QVBoxLayout(self._whole), gap=0.5)
        self._remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        room = parts.column(self._short, self._whole, gap=0)
        room.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room.setLayout(room)
        self._short.hide()
        self._is_typed_in = False
        self._said: tuple[list[SettingsFinding], Language] = ([], "en")
        self._lay_out(tuple(vtex.values()), tuple(amazon.values()))

    def _lay_out(self, vtex: Sequence[QWidget], amazon: Sequence[QWidget]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._label, 0, 0, top)
        grid.addWidget(self._where, 0, 1, top)
        for place, editors in ((2, vtex), (3, amazon)):
            for editor in editors:
                grid.addWidget(editor, 0, place, top)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self._explained, 1, 2, 1, 2)
        grid.addWidget(self._room, 2, 2, 1, 2)

    # -- words -----------------------------------------------------------------------------------

    def set_texts(self, texts: Texts, country: str) -> None:
        """Name the field and say where it is found, in a language."""
        said = {name: say_field(name, texts, country) for name in self.fields}
        main = said[self._main]
        self._label.setText(main.label)
        lines = [main.hint]
        for one in said.values():
            lines += [self.tr("In VTEX: {path}").format(path=one.in_vtex)] if one.in_vtex else []
            lines += [self.tr("At Amazon: {path}").format(path=one.at_amazon)] if one.at_amazon else []
        self._explained.setText("\n".join(lines))
        self._where.setAccessibleName(self.tr("Where do I find {field}?").format(field=main.label))
        self._retranslate()
        for name, editor in self.fields.items():
            if isinstance(editor, NamesEditor):
                editor.set_name(said[name].label, said[name].hint)
            if isinstance(editor, FileEditor):
                editor.choose.setAccessibleName(f"{said[name].label}: {editor.choose.text()}")
            editor.setAccessibleName(said[name].label)
            editor.setAccessibleDescription(said[name].hint)

    def _on_where(self, shown: bool) -> None:
        self._explained.setVisible(shown)

    def show_where(self) -> None:
        """Say where the field is found, or stop saying it."""
        self._where.toggle()

    # -- room ------------------------------------------------------------------------------------

    def has_field(self, widget: QWidget) -> bool:
        """Return whether a widget is one of the fields, or a part of one."""
        return any(field is widget or field.isAncestorOf(widget) for field in self.fields.values())

    def set_typed_in(self, typed_in: bool) -> None:
        """Say only what there is room for while a field is typed in, and all of it once that is left."""
        self._is_typed_in = False
        self._fit()
        if typed_in or self._room.minimumHeight():
            self._keep_room()
        self._is_typed_in = typed_in

    def _keep_room(self) -> None:
        """Keep from now on as much room for remarks as they took at most: nothing jumps while one types."""
        self._room.setMinimumHeight(max(self._room.minimumHeight(), self._needed(), self._least_room()))

    def _needed(self) -> int:
        """Return how high what there is to say would be, in pixels."""
        return self._remarks.totalHeightForWidth(self._room.width()) if self._remarks.count() else 0

    def _fit(self) -> None:
        """Show all remarks, or the first in short where they would push the next fields away."""
        room = self._room.minimumHeight()
        is_short = self._is_typed_in and self._needed() > room
        self._whole.setVisible(not is_short)
        self._short.setVisible(is_short and self._short.heightForWidth(self._room.width()) <= room)

    def _least_room(self) -> int:
        """Return the height of a remark and what to do about it, for a field of which something is said."""
        often = len(self.fields) > 1 or any(isinstance(one, DateEditor) for one in self.fields.values())
        return 2 * self.fontMetrics().lineSpacing() + style.SPACE if often else 0

    def release_room(self) -> None:
        """Take no more room than what is said."""
        self._room.setMinimumHeight(0)

    # -- what there is to say --------------------------------------------------------------------

    def show_report(self, report: SettingsReport, texts: Texts, *, quiet: bool) -> None:
        """Say what the checks found; while nothing was typed yet (`quiet`), nothing is missing either."""
        found = [one for name in self.fields for one in report.of(name)]
        if quiet:
            found = [one for one in found if one.value or one.code == "secret-in-field"]
        if (found, texts.language) == self._said:
            return  # what stands there is left alone, so that nothing flickers and no focus is lost
        self._said = (found, texts.language)
        parts.empty(self._remarks)
        self._whole.show()  # so that what is put there can be measured
        to_copy = next((one for one in found if len(one.suggestions) == 1), None)
        for finding in found:
            self._add_remark(self._remark(finding, texts, copies=finding is to_copy))
        errors = errors_of(self._main)
        if found and errors:
            self._add_remark(self._causes(errors, texts))
        for before, after in pairwise(parts.tab_stops(self)):  # else they come after the last field of all
            self.setTabOrder(before, after)
        self._short.setText(say(found[0], texts).message if found else "")
        if self._room.minimumHeight() and not self._is_typed_in:
            self._keep_room()
        self._fit()

    def _add_remark(self, remark: QWidget) -> None:
        self._remarks.addWidget(remark)
        remark.show()  # at once: what is not shown yet takes no room

    def _remark(self, finding: SettingsFinding, texts: Texts, *, copies: bool) -> QWidget:
        said = say(finding, texts)
        remark = QFrame()
        inside = parts.column(gap=style.SPACE // 2)
        icon, role = parts.SEVERITY_ICONS[finding.severity]
        words = parts.label(selectable=True)
        words.setText(" ".join((said.message, *said.places)))
        words.setToolTip(parts.literal(said.why))
        head = parts.row(parts.picture(icon, role, 16), parts.grow(words))
        head.setAlignment(head.itemAt(0).widget(), Qt.AlignmentFlag.AlignTop)  # type: ignore[union-attr, arg-type]
        inside.addLayout(head)
        if finding.difference and "there" in finding.arguments:
            view = DifferenceView()
            captions = (self.tr("in VTEX"), self.tr("at Amazon"))
            view.show_difference(finding.difference, captions, texts)
            view.setAccessibleName(" ".join(said.places) or said.message)
            inside.addLayout(parts.row(_INDENT, view, None, gap=0))
        fix = parts.label("quiet")
        fix.setText(said.fix)
        inside.addLayout(parts.row(_INDENT, parts.grow(fix), gap=0))
        if finding.suggestions:
            inside.addWidget(self._offers(finding, copies=copies))
        remark.setLayout(inside)
        return remark

    def _offers(self, finding: SettingsFinding, *, copies: bool) -> QWidget:
        """Return a button for each value that may be right, and where `copies` one that copies it."""
        place, line = _indented()
        for text in finding.suggestions[:3]:
            use = parts.button("link")
            use.setText(self.tr("Use “{text}”").format(text=parts.shortened(text, 40)))
            use.setToolTip(parts.literal(text))
            use.clicked.connect(lambda _=False, text=text: self._fix(finding.field, text))
            line.addWidget(use)
        if copies:
            copy = parts.button("link", "copy")
            copy.setText(self.tr("Copy the right value"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(finding.suggestions[0]))
            line.addWidget(copy)
        return place

    def _fix(self, field: str, text: str) -> None:
        """Fill the right value in; the button that was pressed goes with its remark, so the field is next."""
        self.fields[field].setFocus()
        self.fields[field].set_value(text)

    def _causes(self, errors: Sequence[str], texts: Texts) -> QWidget:
        place, line = _indented()
        said = parts.label("caption", wraps=False)
        said.setText(self.tr("Errors that this causes:"))
        said.setMinimumHeight(parts.button("link").sizeHint().height())
        line.addWidget(said)
        for error_id in errors[:2]:
            more = parts.button("link")
            title = entries.get_text(error_id, texts.language).title
            more.setText(parts.shortened(title, TITLE_LETTERS))
            more.setToolTip(parts.literal(title))
            more.clicked.connect(lambda _=False, error_id=error_id: self._show_error(error_id))
            line.addWidget(more)
        return place

    def _retranslate(self) -> None:
        self._where.setToolTip(self.tr("What is this, and where do I find it? (Ctrl+I)"))


def _indented() -> tuple[QWidget, FlowLayout]:
    """Return a place for links below a remark's words, and the layout to put them into."""
    place = QWidget()
    line = FlowLayout(place)
    line.setContentsMargins(_INDENT, 0, 0, 0)
    return place, line


class DifferenceView(QWidget):
    """Draws a Difference; the letters stand in columns, so that one that is missing leaves a gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self._texts = Texts("en")
        self._captions = ("", "")
        self._boxes: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_difference(self, difference: Difference, captions: tuple[str, str], texts: Texts) -> None:
        """Show how two texts differ; `captions` say where each of them stands."""
        self._difference, self._captions, self._texts = difference, captions, texts
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._difference is None:
            return QSize(0, 0)
        width = self._caption_width() + sum(self._width(one) for one in self._difference.segments) + 2
        return QSize(round(width), round(2 * self._height() + _LINE_GAP + 2))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(_fixed(self))

    def _height(self) -> float:
        return self._metrics().height() + 2 * _PAD

    def _caption_width(self) -> float:
        plain = QFontMetricsF(self.font())
        return max(plain.horizontalAdvance(text) for text in self._captions) + _CAPTION_GAP

    def _width(self, segment: Segment) -> float:
        metrics = self._metrics()
        widest = max(metrics.horizontalAdvance(_visible(segment, side)) for side in ("left", "right"))
        return widest if segment.kind == "same" else max(widest, metrics.averageCharWidth()) + 2 * _PAD

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._difference is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._boxes = []
        for line, side in enumerate(("left", "right")):
            self._paint_line(painter, 1 + line * (self._height() + _LINE_GAP), line, side)
        painter.end()

    def _paint_line(self, painter: QPainter, top: float, line: int, side: str) -> None:
        baseline = top + _PAD + self._metrics().ascent()
        painter.setFont(self.font())
        painter.setPen(style.colour("quiet"))
        painter.drawText(QPointF(0, baseline), self._captions[line])
        painter.setFont(_fixed(self))
        left = self._caption_width()
        assert self._difference is not None
        for segment in self._difference.segments:
            width = self._width(segment)
            self._paint_segment(painter, QRectF(left, top, width, self._height()), baseline, segment, side)
            left += width

    def _paint_segment(
        self, painter: QPainter, place: QRectF, baseline: float, segment: Segment, side: str
    ) -> None:
        shown = _visible(segment, side)
        if segment.kind == "same":
            painter.setPen(style.colour("text"))
            painter.drawText(QPointF(place.left(), baseline), shown)
            return
        box = place.adjusted(1, 0, -1, 0)
        painter.setPen(QPen(QColor(style.colour("error")), 1.4 if shown else 1, _line(shown)))
        painter.setBrush(style.colour("error-tint") if shown else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(style.colour("error"))
        offset = (place.width() - self._metrics().horizontalAdvance(shown)) / 2
        painter.drawText(QPointF(place.left() + offset, baseline), shown)
        self._boxes.append((place, getattr(segment, side)))

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            letters = next((text for box, text in self._boxes if box.contains(event.pos())), "")
            words = "\n".join(describe_character(letter, self._texts) for letter in letters)
            QToolTip.showText(event.globalPos(), parts.literal(words), self)
            return True
        return super().event(event)  # type: ignore[arg-type]


def _fixed(widget: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    return font


def _line(shown: str) -> Qt.PenStyle:
    return Qt.PenStyle.SolidLine if shown else Qt.PenStyle.DashLine


def _visible(segment: Segment, side: str) -> str:
    """Return what is drawn for one side of a segment; in what differs, also what nobody sees."""
    text: str = getattr(segment, side)
    if segment.kind == "same":
        return text
    return "".join(_SHOWN.get(letter, letter if letter.isprintable() else "∅") for letter in text)
