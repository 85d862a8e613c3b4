"""The tab itself: checked with each key, kept by store, compared with the seller's own template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QVBoxLayout, QWidget

from listo.core import configuration
from listo.core.configuration import Report, Settings, Template
from listo.core.errors import InputError
from listo.core.sessions import Profile
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.settings.form import SettingsForm
from listo.ui.settings.stores_bar import StoresBar
from listo.ui.widgets import parts
from listo.ui.widgets.notice import NoticeLine

_KEEP_MS = 400


class Stores(Protocol):
    """Where the settings of several stores are kept."""

    def all(self) -> tuple[Profile, ...]:
        """Return every store, the last changed first."""

    def save(self, name: str, settings: Settings) -> None:
        """Keep a store's settings."""

    def rename(self, name: str, new_name: str) -> None:
        """Give a store another name."""

    def forget(self, name: str | None) -> None:
        """Delete a store for good."""

    def close(self) -> None:
        """Let go of the place; it is of no use afterwards."""


class Starter(Protocol):
    """What the tab needs of the runner."""

    def start(self, job: str, /, **arguments: Any) -> Any:
        """Begin a job and return its task."""


class SettingsTab(QWidget):
    """*Check my settings*. No token is ever taken: what looks like one leaves the field at once."""

    lookupRequested = Signal(str)

    def __init__(
        self,
        texts: Texts,
        runner: Starter,
        stores: Stores,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._texts, self._runner, self._stores, self._today = texts, runner, stores, today
        self._template: Template | None = None
        self._secret: set[str] = set()
        self._store = ""
        self._filling = self._closed = False
        self._title, self._hint = QLabel(), parts.label("quiet")
        self._title.setProperty("role", "title")
        self.stores = StoresBar()
        self.template = parts.button("", "file")
        self.notice = NoticeLine()
        self.form = SettingsForm(texts)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._open_stores()

    def _lay_out(self) -> None:
        whole = style.margins(QVBoxLayout(self), horizontal=3, vertical=2.5, gap=1.5)
        whole.addWidget(self._title)
        whole.addWidget(self._hint)
        whole.addLayout(parts.row(parts.grow(self.stores), self.template))
        whole.addWidget(self.notice)
        whole.addWidget(self.form, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.secretRefused.connect(self._on_secret)
        self.form.lookupRequested.connect(self.lookupRequested)
        self.form.token.reminderRequested.connect(self._on_reminder)
        self._keep_soon.timeout.connect(self.keep)
        self.template.clicked.connect(self._on_choose_template)
        self.stores.storeChosen.connect(self._on_store_chosen)
        self.stores.storeAdded.connect(self._on_store_added)
        self.stores.storeRenamed.connect(self._on_store_renamed)
        self.stores.storeDeleted.connect(self._on_store_deleted)
        self.stores.importRequested.connect(self._on_import)
        self.stores.exportRequested.connect(self._on_export)

    # -- what the window asks --------------------------------------------------------------------

    def set_texts(self, texts: Texts) -> None:
        """Speak another language, at once."""
        self._texts = texts
        self.form.set_texts(texts)
        self._check()

    def show_field(self, code: str) -> None:
        """Bring the field into sight that a check's code, or a field's own name, is about."""
        fields = next((check.fields for check in configuration.CHECKS if check.code == code), (code,))
        self.form.show_field(fields[0])

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill in some fields, as if they had been typed."""
        for name, value in values.items():
            self.form.set_value(name, value)

    def due(self) -> str | None:
        """Return the sentence about the authorisation that ends first, if one ends soon or has ended."""
        tokens = [(configuration.token_state(one.settings, self._today()), one) for one in self._stores.all()]
        ending = [(token, one) for token, one in tokens if token.state in ("soon", "expired")]
        if not ending:
            return None
        token, store = min(ending, key=lambda pair: pair[0].days_left or 0)
        return configuration.say_notice(token, store.name, self._texts)

    def compare_with(self, path: Path) -> None:
        """Compare the form with what the seller's own category template says, if the file is one."""
        task = self._runner.start("amazon_template", path=path)
        task.succeeded.connect(lambda template: self._on_template(path, template))
        task.failed.connect(self._on_failed)

    def keep(self) -> None:
        """Keep what is filled in, now; a form that was never touched makes no store."""
        self._keep_soon.stop()
        if self.form.settings() == Settings() and not self._stores.all():
            return
        try:
            self._stores.save(self._store, self.form.settings())
        except InputError as error:
            self.notice.say(self._texts.input_error(error), role="error")

    def close_stores(self) -> None:
        """Keep what is filled in and let go of the stores: the window closes."""
        if not self._closed:
            self._closed = True
            self.keep()
            self._stores.close()

    # -- checking --------------------------------------------------------------------------------

    def report(self) -> Report:
        """Return all that there is to say of what is filled in."""
        settings = replace(self.form.settings(), **self._from_template())
        return configuration.check(
            settings, today=self._today(), template=self._template, secret_keys=sorted(self._secret)
        )

    def _from_template(self) -> dict[str, Any]:
        """Return the names that the template adds to those typed in."""
        if self._template is None:
            return {}
        typed = self.form.settings().shipping_type_name_at_amazon
        return {configuration.NAMES_FIELD: tuple(dict.fromkeys((*typed, *self._template.shipping_names)))}

    def _check(self) -> None:
        empty = self.form.settings() == Settings()
        self.form.show_report(self.report(), quiet=empty)

    def _on_changed(self) -> None:
        if not self._filling:
            self._check()
            self._keep_soon.start()

    def _on_secret(self, _field: str) -> None:
        """Say that a token was taken out; the clipboard may still hold it."""
        said = self.tr(
            "That looked like a token or a key. It was taken out of the field and kept nowhere; "
            "it may still be in the clipboard."
        )
        self.notice.say(said, role="error", button=self.tr("Empty the clipboard"))
        self.notice.followed.connect(self._empty_clipboard)

    def _empty_clipboard(self) -> None:
        QGuiApplication.clipboard().clear()
        self.notice.followed.disconnect(self._empty_clipboard)
        self.notice.say(self.tr("The clipboard is empty."), role="right")

    # -- stores ----------------------------------------------------------------------------------

    def _open_stores(self) -> None:
        known = self._stores.all()
        self._store = known[0].name if known else self.tr("My store")
        self._fill(known[0].settings if known else Settings())
        self._show_stores()

    def _show_stores(self) -> None:
        names = sorted({self._store, *(one.name for one in self._stores.all())}, key=str.casefold)
        self.stores.show_stores(names, self._store)

    def _fill(self, settings: Settings) -> None:
        self._filling = True
        self._secret.clear()
        self.form.set_settings(settings)
        self._filling = False
        self._check()

    def _on_store_chosen(self, name: str) -> None:
        self.keep()
        kept = next((one.settings for one in self._stores.all() if one.name == name), Settings())
        self._store, self._template = name, None
        self._fill(kept)

    def _on_store_added(self, name: str) -> None:
        self.keep()
        self._store, self._template = name, None
        self._fill(Settings())
        self.keep()
        self._show_stores()

    def _on_store_renamed(self, old: str, new: str) -> None:
        self.keep()
        if self._tried(lambda: self._stores.rename(old, new)):
            self._store = new
        self._show_stores()

    def _on_store_deleted(self, name: str) -> None:
        self._keep_soon.stop()
        if self._tried(lambda: self._stores.forget(name)):
            self._open_stores()

    def _tried(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except InputError as error:
            self.notice.say(self._texts.input_error(error), role="error")
            return False
        return True

    # -- files -----------------------------------------------------------------------------------

    def _on_choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose your Amazon category template"))
        if name:
            self.compare_with(Path(name))

    def _on_template(self, path: Path, template: Template) -> None:
        self._template = template
        self.form.set_value("amazon_template", str(path))
        self.notice.say(self._words_of(path, template))
        self._check()

    def _words_of(self, path: Path, template: Template) -> str:
        if not template.shipping_names:
            return self.tr("{file} names no shipping template.").format(file=path.name)
        names = ", ".join(f"“{name}”" for name in template.shipping_names)
        return self.tr("{file} names these shipping templates: {names}").format(file=path.name, names=names)

    def _on_failed(self, error: object) -> None:
        sentence = self.tr("Something went wrong in Listo. Nothing was changed.")
        said = self._texts.input_error(error) if isinstance(error, InputError) else sentence
        self.notice.say(said, role="error")

    def _on_reminder(self) -> None:
        token = self.report().token
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the reminder"), "listo-amazon.ics", "*.ics")
        if name and token.expires_on:
            country = self.form.settings().marketplace
            content = configuration.reminder(token, self._store, self._texts, country=country)
            if self._written(Path(name), content):
                self.notice.say(self.tr("Saved. Open the file to add it to your calendar."), role="right")

    def _on_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{self._store}.toml", "*.toml")
        if name:
            content = configuration.as_toml(self.form.settings()).encode()
            if self._written(Path(name), content):
                self.notice.say(self.tr("Saved as {path}").format(path=name), role="right")

    def _written(self, path: Path, content: bytes) -> bool:
        try:
            path.write_bytes(content)
        except OSError:
            error = InputError("file-not-writable", file=path.name)
            self.notice.say(self._texts.input_error(error), role="error")
            return False
        return True

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), "", "*.toml *.json")
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Take settings from a TOML or JSON file into the form; asks before it replaces what is there."""
        try:
            parsed = configuration.read_settings(path)
        except InputError as error:
            self.notice.say(self._texts.input_error(error), role="error")
            return
        question = self.tr("Replace what is filled in for {name}?").format(name=self._store)
        filled = self.form.settings() != Settings()
        if filled and QMessageBox.question(self, "Listo", question) != QMessageBox.StandardButton.Yes:
            return
        self._fill(parsed.settings.without(self._refused(parsed.settings)))
        self.keep()

    def _refused(self, settings: Settings) -> list[str]:
        return [
            name
            for name, texts in settings.texts().items()
            if any(configuration.looks_secret(text) for text in texts)
        ]

    # -- words -----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Check my settings"))
        self._hint.setText(
            self.tr("What stands in VTEX's form beside what stands at Amazon. Never write a token here.")
        )
        self.template.setText(self.tr("Compare with my Amazon template…"))
        self.template.setToolTip(
            self.tr(
                "Your own category template holds the names of your shipping templates and your marketplace."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
