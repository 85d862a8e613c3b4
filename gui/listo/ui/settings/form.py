"""The form itself, its rows in groups, with the authorisation's card; above it, which store it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from listo.core.settings.messages import renewal, say_token
from listo.core.settings.types import FLAG_FIELDS, Settings, SettingsReport, Token
from listo.core.texts import Texts
from listo.core.vocabulary import marketplaces
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.settings.editors import ChoiceEditor, DateEditor, Editor, FileEditor, NamesEditor, TextEditor
from listo.ui.settings.setting_row import LABEL_WIDTH, WHERE_WIDTH, SettingRow
from listo.ui.widgets import parts
from listo.ui.widgets.dialogs import ask_name, ask_to

_TOKEN_KINDS = {"": "", "sp-api": "SP-API", "mws": "MWS"}
"""What Amazon's two ways to authorise an application are called, by their values in the settings."""
_ONE_COLUMN = ("affiliate_id", "affiliate_email", "trade_policy", "minimum_stock", "default_zip", "dock_id")
_BOOK = "settings"
_YEAR = 365
"""Days that an authorisation holds, as Amazon documents (resources/settings names the page)."""
_TONES = {"valid": "right", "soon": "warning", "expired": "error", "unknown": ""}
_ICONS: dict[str, tuple[str, style.ColourRole]] = {
    "valid": ("right-solid", "right"),
    "soon": ("warning-solid", "warning"),
    "expired": ("error-solid", "error"),
    "unknown": ("info-solid", "accent"),
}


class TokenCard(Translated, QFrame):
    """Drawn from a Token; the days left of the year that Amazon documents are the bar.

    `remind` is pressed for a reminder in the calendar.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts, self._token, self._country = texts, Token(None, None, "unknown"), ""
        self._picture = parts.picture("info-solid", "accent", 16)
        self._words = parts.label("strong")
        self.bar = QProgressBar(maximum=_YEAR, textVisible=False)
        self.remind = parts.button("", "calendar")
        self._how = parts.button("quiet", "chevron-right")
        self._how.setCheckable(True)
        self._how.toggled.connect(self._on_how)
        self._steps = QWidget()
        self._steps.setLayout(QVBoxLayout())
        self._steps.hide()
        whole = parts.column(
            parts.row(self._picture, parts.grow(self._words), self.remind),
            self.bar,
            parts.row(self._how, None),
            self._steps,
        )
        whole.setContentsMargins(16, 12, 16, 12)
        self.setLayout(whole)
        self._retranslate()

    def show_token(self, token: Token, texts: Texts, country: str) -> None:
        """Show how the authorisation stands."""
        renamed = texts is not self._texts or country != self._country
        if token == self._token and not renamed and self._words.text():
            return
        self._token, self._texts, self._country = token, texts, country
        said = say_token(token, texts)
        self._words.setText(said[:1].upper() + said[1:])
        style.set_icon(self._picture, *_ICONS[token.state], 16)
        self.bar.setValue(max(0, min(_YEAR, token.days_left or 0)))
        self.bar.setProperty("tone", _TONES[token.state])
        self.bar.style().unpolish(self.bar)
        self.bar.style().polish(self.bar)
        self.bar.setAccessibleName(self._words.text())
        self.remind.setEnabled(token.expires_on is not None)
        if renamed and not self._steps.isHidden():
            self._draw_steps()

    def _on_how(self, shown: bool) -> None:
        style.set_icon(self._how, "chevron-down" if shown else "chevron-right")
        if shown:
            self._draw_steps()
        self._steps.setVisible(shown)

    def _draw_steps(self) -> None:
        inside = self._steps.layout()
        assert isinstance(inside, QVBoxLayout)
        parts.empty(inside)
        said = renewal(self._texts, self._country)
        for heading, steps in (
            (self.tr("What VTEX documents"), said.by_vtex),
            (self.tr("What Amazon documents"), said.by_amazon),
            (self.tr("From the time of MWS"), said.older),
        ):
            title = parts.label("strong", wraps=False)
            title.setText(heading)
            inside.addWidget(title)
            for number, step in enumerate(steps, start=1):
                line = parts.label(selectable=True)
                line.setText(f"{number}. {step}")
                inside.addWidget(line)
        inference = parts.label("quiet")
        inference.setText(said.inference)
        inside.addWidget(inference)
        for link in said.links:
            inside.addWidget(parts.link(link.title, link.url))

    def _retranslate(self) -> None:
        self.remind.setText(self.tr("Add to my calendar…"))
        self._how.setText(self.tr("How to renew it"))
        if not self._steps.isHidden():
            self._draw_steps()


class SettingsForm(Translated, QWidget):
    """Rows by subject, below the names of the two columns.

    `changed` tells of every key; `secretRefused` of a token that was taken out. `show_error` is called with
    the id of an error that a field causes, where the person wants to see it.
    """

    changed = Signal()
    secretRefused = Signal()

    def __init__(self, texts: Texts, show_error: Callable[[str], object]) -> None:
        super().__init__()
        self._texts, self._show_error = texts, show_error
        self.template = FileEditor()
        self.token = TokenCard(texts)
        self.rows: list[SettingRow] = []
        self._headings: list[tuple[QLabel, Callable[[], str]]] = []
        page = QWidget()
        page.setProperty("role", "page")
        self._whole = style.margins(QVBoxLayout(page), horizontal=0, vertical=0, gap=1)
        self._build()
        self._whole.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(page)
        self.setLayout(parts.column(self._columns(), self._scroll, gap=4))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.set_texts(texts)

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._group(lambda: self.tr("Account"))
        self._row({}, {"amazon_template": self.template})
        self._row({}, {"marketplace": ChoiceEditor(("", *marketplaces.countries()), self._country)})
        self._row({"seller_id": TextEditor()}, {"seller_id_at_amazon": TextEditor()})
        self._group(lambda: self.tr("Shipping"))
        self._row({"shipping_type_name": TextEditor()}, {"shipping_type_name_at_amazon": NamesEditor()})
        self._group(lambda: self.tr("Authorization"), self.token)
        self._row({}, {"authorized_on": DateEditor()})
        self._row({}, {"expires_on": DateEditor()})
        self._row({"token_kind": ChoiceEditor(tuple(_TOKEN_KINDS), self._token_kind)}, {})
        self._group(lambda: self.tr("The rest of VTEX’s form"))
        for name in _ONE_COLUMN:
            self._row({name: TextEditor()}, {})
        for name in FLAG_FIELDS:
            self._row({name: ChoiceEditor((None, True, False), self._flag)}, {})
        self._row({"notify_email": TextEditor()}, {})

    def _columns(self) -> QFrame:
        heads = QFrame()
        grid = QGridLayout(heads)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        grid.setContentsMargins(17, 0, 17 + bar, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH + 12)  # Qt leaves the gap out beside an empty column
        grid.setColumnMinimumWidth(1, WHERE_WIDTH + 12)
        for place, words in ((2, lambda: self.tr("in VTEX")), (3, lambda: self.tr("at Amazon"))):
            head = parts.label("strong", wraps=False)
            grid.addWidget(head, 0, place)
            grid.setColumnStretch(place, 1)
            self._headings.append((head, words))
        return heads

    def _group(self, words: Callable[[], str], first: QWidget | None = None) -> None:
        heading = parts.label("section", wraps=False)
        heading.setContentsMargins(0, style.SPACE, 0, 0)
        self._headings.append((heading, words))
        self._whole.addWidget(heading)
        card = parts.frame("card")
        self._rows_of_group = QVBoxLayout(card)
        self._rows_of_group.setContentsMargins(0, 4, 0, 4)
        self._rows_of_group.setSpacing(0)
        if first is not None:
            self._rows_of_group.addWidget(first)
        self._whole.addWidget(card)

    def _row(self, vtex: Mapping[str, Editor], amazon: Mapping[str, Editor]) -> None:
        row = SettingRow(vtex, amazon, self._show_error)
        for editor in row.fields.values():
            editor.changed.connect(self.changed)
            if isinstance(editor, TextEditor | NamesEditor):
                editor.secretRefused.connect(self.secretRefused)
        self.rows.append(row)
        self._rows_of_group.addWidget(row)

    def _row_with(self, widget: QWidget | None) -> SettingRow | None:
        """Return the row that a widget is part of."""
        return next((row for row in self.rows if widget is not None and row.isAncestorOf(widget)), None)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep room below the field typed in, and say all at the one left; nothing moves under a click."""
        if now is None:  # another window; here one goes on where one was
            return
        row = self._row_with(now)
        before = row.mapTo(self, QPoint()).y() if row else 0
        for each in self.rows:
            each.set_typed_in(each.has_field(now))
        if row is not None:  # a row above may be higher now
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + row.mapTo(self, QPoint()).y() - before)

    def show_where(self) -> None:
        """Say where the field is found that the keyboard is in, or stop saying it."""
        if (row := self._row_with(self.focusWidget())) is not None:
            row.show_where()

    # -- values ----------------------------------------------------------------------------------

    def editors(self) -> dict[str, Editor]:
        """Return every field's editor."""
        return {name: editor for row in self.rows for name, editor in row.fields.items()}

    def settings(self) -> Settings:
        """Return what is filled in."""
        values: dict[str, Any] = {name: editor.value() for name, editor in self.editors().items()}
        return Settings(**values)

    def set_settings(self, settings: Settings) -> None:
        """Fill the form in, with room for what is said of these settings alone."""
        for row in self.rows:
            row.release_room()
        for name, editor in self.editors().items():
            editor.set_value(getattr(settings, name))

    def set_value(self, name: str, value: Any) -> None:
        """Put a value into a field, if the form has it."""
        editor = self.editors().get(name)
        if editor is not None:
            editor.set_value(value)

    # -- showing ---------------------------------------------------------------------------------

    def show_report(self, report: SettingsReport, *, quiet: bool) -> None:
        """Say at each field what there is to say of it."""
        country = self.settings().marketplace
        for row in self.rows:
            row.show_report(report, self._texts, quiet=quiet)
        self.token.show_token(report.token, self._texts, country)

    def show_field(self, name: str) -> None:
        """Bring a field into sight and give it the focus."""
        row = next((row for row in self.rows if name in row.fields), None)
        if row is not None:
            row.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(row, 0, 3 * style.SPACE))

    def set_texts(self, texts: Texts) -> None:
        """Speak another language."""
        self._texts = texts
        country = self.settings().marketplace
        for row in self.rows:
            row.set_texts(texts, country)
        for editor in self.editors().values():
            if isinstance(editor, ChoiceEditor):
                editor.name_choices()
        self._retranslate()

    def _retranslate(self) -> None:
        for label, words in self._headings:
            label.setText(words())

    def _country(self, code: str) -> str:
        return self._texts.of(_BOOK, "words", f"country.{code}") if code else self.tr("not given")

    def _token_kind(self, kind: str) -> str:
        return _TOKEN_KINDS[kind] or self.tr("not given")

    def _flag(self, value: bool | None) -> str:
        if value is None:
            return self.tr("not given")
        return self.tr("Yes") if value else self.tr("No")


class StoresBar(Translated, QWidget):
    """Chooses, makes, renames and deletes stores; `importing` and `exporting` are actions too."""

    storeChosen = Signal(str)
    storeAdded = Signal(str)
    storeRenamed = Signal(str, str)
    storeDeleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._label = parts.label("quiet", wraps=False)
        self.box = parts.ComboBox()
        self.box.setMinimumWidth(200)
        self.box.activated.connect(lambda _: self.storeChosen.emit(self.box.currentText()))
        self.add = parts.button("quiet", "plus")
        self.add.clicked.connect(self._on_add)
        self.more = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        style.set_icon(self.more, "more")
        self._menu = QMenu(self)
        self._rename = self._menu.addAction("", self._on_rename)
        self._delete = self._menu.addAction("", self._on_delete)
        self._menu.addSeparator()
        self.importing = self._menu.addAction("")
        self.exporting = self._menu.addAction("")
        self.more.setMenu(self._menu)
        self.setLayout(parts.row(self._label, self.box, self.add, self.more, None))
        self._retranslate()

    def show_stores(self, names: Sequence[str], chosen: str) -> None:
        """Offer those stores, and show which one the form is about."""
        self.box.clear()
        self.box.addItems(list(names))
        self.box.setCurrentText(chosen)

    def _on_add(self) -> None:
        ask_name(self, self.tr("New store"), self.tr("Name of the store"), "", self.storeAdded.emit)

    def _on_rename(self) -> None:
        old = self.box.currentText()
        title = self.tr("Rename {name}").format(name=old)
        ask_name(self, title, self.tr("Name of the store"), old, lambda new: self._on_renamed(old, new))

    def _on_renamed(self, old: str, new: str) -> None:
        if new != old:
            self.storeRenamed.emit(old, new)

    def _on_delete(self) -> None:
        name = self.box.currentText()
        question = self.tr("Delete what Listo has stored about {name}? This cannot be undone.").format(
            name=name
        )
        ask_to(self, question, self.tr("Delete"), lambda: self.storeDeleted.emit(name))

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Store"))
        self.box.setAccessibleName(self.tr("Store"))
        self.add.setText(self.tr("New store"))
        self.more.setToolTip(self.tr("More about this store"))
        self.more.setAccessibleName(self.tr("More about this store"))
        self._rename.setText(self.tr("Rename…"))
        self._delete.setText(self.tr("Delete…"))
        self.importing.setText(self.tr("Import from a file…"))
        self.exporting.setText(self.tr("Export to a file…"))
