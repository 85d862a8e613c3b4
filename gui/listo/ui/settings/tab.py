"""The tab itself: checked with each key, kept by store, compared with the seller's own template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from listo.core.errors import InputError
from listo.core.settings.checks import CHECKS, check
from listo.core.settings.files import ParsedSettings, as_toml, is_store, read_settings
from listo.core.settings.messages import reminder
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import CategoryTemplate, Settings, SettingsReport
from listo.core.texts import Texts
from listo.core.vocabulary import marketplaces
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.settings.form import SettingsForm, StoresBar
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.dialogs import ask_file, ask_to
from listo.ui.widgets.notices import NoticeLine
from listo.ui.widgets.parts import Tab
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.tables import Profiles

_KEEP_MS = 400
"""After a pause in typing; closing the window keeps at once."""


class SettingsTab(Translated, Tab):
    """*Check my settings*. No token is ever taken: what looks like one leaves the field at once.

    `open_templates` tells which files of Amazon's are open beside it; these are offered for comparing.
    """

    lookupRequested = Signal(str)

    def __init__(
        self,
        texts: Texts,
        client: WorkerClient[Jobs],
        profiles: Profiles,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        open_templates: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._texts, self._client, self._profiles, self._today = texts, client, profiles, today
        self._open_templates = open_templates
        self._template: CategoryTemplate | None = None
        self._template_path = ""
        self._secret: tuple[str, ...] = ()
        self._store, self._kept = "", Settings()
        self._filling = self._finished = False
        self._follow: Callable[[], None] | None = None
        self._title, self._hint = parts.label("title", wraps=False), parts.label("quiet")
        self.stores = StoresBar()
        self.notice = NoticeLine()
        self.form = SettingsForm(texts, self.lookupRequested.emit)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._open_stores()

    def _lay_out(self) -> None:
        whole = style.margins(QVBoxLayout(self), horizontal=3, vertical=2.5, gap=1.5)
        whole.addWidget(self._title)
        whole.addWidget(self._hint)
        whole.addWidget(self.stores)
        whole.addWidget(self.notice)
        whole.addWidget(self.form, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.secretRefused.connect(self._on_secret)
        self.form.template.choose.clicked.connect(self._on_choose_template)
        self.form.token.remind.clicked.connect(self._on_reminder)
        self._keep_soon.timeout.connect(self.keep)
        self.notice.button.clicked.connect(self._on_followed)
        self.stores.storeChosen.connect(self.choose_store)
        self.stores.storeAdded.connect(self._on_store_added)
        self.stores.storeRenamed.connect(self._on_store_renamed)
        self.stores.storeDeleted.connect(self.forget_store)
        self.stores.importing.triggered.connect(self._on_import)
        self.stores.exporting.triggered.connect(self._on_export)
        bind(self, "where", self.form.show_where)
        bind(self, "new-store", self.stores.add.click, anywhere=True)
        bind(self, "import-settings", self._on_import, anywhere=True)
        bind(self, "export-settings", self._on_export, anywhere=True)
        bind(self, "template", self._on_choose_template, anywhere=True)

    # -- what the window asks --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.template.offer(self._open_templates())

    def set_texts(self, texts: Texts) -> None:
        """Speak another language, at once."""
        self._texts = texts
        self.notice.hide()
        self.form.set_texts(texts)
        self._check()

    def show_field(self, code: str) -> None:
        """Bring the field into sight that a check's code, or a field's own name, is about."""
        fields = next((one.fields for one in CHECKS if one.code == code), (code,))
        self.form.show_field(fields[0])

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill in some fields, as if they had been typed."""
        for name, value in values.items():
            self.form.set_value(name, value)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take the settings of a store from a file of Listo's own; compare with any other."""
        for path in paths:
            self.import_file(path) if is_store(path) else self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Compare the form with what the seller's own category template says, if the file is one."""
        self.form.set_value("amazon_template", str(path))

    def choose_store(self, name: str) -> None:
        """Show the settings of a store; the one that was shown is kept."""
        self.keep()
        kept = next((one.settings for one in self._profiles.all() if one.name == name), Settings())
        self._store = name
        self._fill(kept)
        self._show_stores()

    def forget_store(self, name: str) -> None:
        """Delete what is kept of a store, and show another one if it was shown."""
        self._keep_soon.stop()
        if self._tried(lambda: self._profiles.forget(name)) and name == self._store:
            self._open_stores()
        self._show_stores()

    def keep(self) -> None:
        """Keep what is filled in, now, if it changed; a form that was never touched makes no store."""
        self._keep_soon.stop()
        settings = self.form.settings()
        if settings != self._kept and self._tried(lambda: self._profiles.save(self._store, settings)):
            self._kept = settings

    def finish(self) -> None:
        """Keep what is filled in, for the last time: the window closes."""
        if not self._finished:
            self._finished = True
            self.keep()

    # -- checking --------------------------------------------------------------------------------

    def report(self) -> SettingsReport:
        """Return all that there is to say of what is filled in."""
        settings = self.form.settings()
        if self._template is not None:
            typed = settings.shipping_type_name_at_amazon
            names = tuple(dict.fromkeys((*typed, *self._template.shipping_names)))
            settings = replace(settings, shipping_type_name_at_amazon=names)
        return check(settings, today=self._today(), template=self._template, secret_keys=self._secret)

    def _check(self) -> None:
        empty = self.form.settings() == Settings()
        self.form.show_report(self.report(), quiet=empty)

    def _on_changed(self) -> None:
        if not self._filling:
            self._secret = ()
            self._follow_template()
            self._check()
            self._keep_soon.start()

    def _on_secret(self) -> None:
        """Say that a token was taken out; the clipboard may still hold it."""
        said = self.tr(
            "That looked like a token or a key. Listo removed it from the field and did not keep it. "
            "It may still be in the clipboard."
        )
        self._ask(said, self.tr("Empty the clipboard"), self._empty_clipboard, role="error")

    def _empty_clipboard(self) -> None:
        QGuiApplication.clipboard().clear()
        self.notice.say(self.tr("The clipboard is empty."), role="right")

    def _ask(
        self, sentence: str, agree: str, then: Callable[[], None], role: style.ColourRole = "accent"
    ) -> None:
        """Say a sentence with a button that does something about it."""
        self._follow = then
        self.notice.say(sentence, role=role, button=agree)

    def _on_followed(self) -> None:
        then, self._follow = self._follow, None
        self.notice.hide()
        if then is not None:
            then()

    # -- stores ----------------------------------------------------------------------------------

    def _open_stores(self) -> None:
        known = self._profiles.all()
        self._store = known[0].name if known else self.tr("My store")
        self._fill(known[0].settings if known else Settings())
        self._show_stores()

    def _show_stores(self) -> None:
        names = sorted({self._store, *(one.name for one in self._profiles.all())}, key=str.casefold)
        self.stores.show_stores(names, self._store)

    def _fill(self, settings: Settings) -> None:
        self.notice.hide()
        self._filling = True
        self.form.set_settings(settings)
        self._filling = False
        self._secret, self._kept = (), settings
        self._follow_template()
        self._check()

    def _on_store_added(self, name: str) -> None:
        self.keep()
        known = any(one.name == name for one in self._profiles.all())
        if known or self._tried(lambda: self._profiles.save(name, Settings())):
            self.choose_store(name)

    def _on_store_renamed(self, old: str, new: str) -> None:
        self._keep_soon.stop()
        settings = self.form.settings()
        if self._tried(lambda: self._profiles.save(old, settings)):
            self._kept = settings
            if self._tried(lambda: self._profiles.rename(old, new)):
                self._store = new
        self._show_stores()

    def _tried(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except InputError as error:
            self.notice.say(self._texts.input_error(error), role="error")
            return False
        return True

    # -- the seller's own template ----------------------------------------------------------------

    def _on_choose_template(self) -> None:
        ask_file(self, self.tr("Choose your Amazon category template"), self.compare_with)

    def _follow_template(self) -> None:
        """Read the template that the form names, if it names another one than before."""
        path = self.form.settings().amazon_template
        if path == self._template_path:
            return
        self._template, self._template_path = None, path
        if path:
            task = self._client.start(Jobs.amazon_template, Path(path))
            task.on_success(lambda template: self._on_template(path, template))
            task.on_failure(lambda error: self._on_failed(path, error))

    def _on_template(self, path: str, template: CategoryTemplate) -> None:
        if path != self._template_path:
            return  # another one was chosen meanwhile
        self._template = template
        self._check()
        settings = self.form.settings()
        self._take_marketplace(template)
        if template.account and not settings.seller_id_at_amazon:
            question = self.tr(
                "{file} seems to have been made for the account {account}. Is this your Seller ID?"
            )
            said = question.format(file=Path(path).name, account=template.account)
            self._ask(said, self.tr("Yes, fill it in"), lambda: self._take_from(template))
        else:
            self.notice.say(self._words_of(Path(path), template))

    def _take_from(self, template: CategoryTemplate) -> None:
        """Fill in the account that the person took for their own."""
        self.form.set_value("seller_id_at_amazon", template.account)

    def _take_marketplace(self, template: CategoryTemplate) -> None:
        """Fill in the marketplace that a template is for, where none stands yet."""
        country = marketplaces.country(template.marketplace)
        if country and not self.form.settings().marketplace:
            self.form.set_value("marketplace", country)

    def _words_of(self, path: Path, template: CategoryTemplate) -> str:
        if not template.shipping_names:
            return self.tr("{file} names no shipping template.").format(file=path.name)
        names = ", ".join(f"“{name}”" for name in template.shipping_names)
        return self.tr("{file} names these shipping templates: {names}").format(file=path.name, names=names)

    def _on_failed(self, path: str, error: object) -> None:
        if path != self._template_path:
            return
        sentence = self.tr("Something went wrong in Listo. Nothing was changed.")
        said = self._texts.input_error(error) if isinstance(error, InputError) else sentence
        self.form.set_value("amazon_template", "")
        self.notice.say(said, role="error")

    # -- files -----------------------------------------------------------------------------------

    def _on_reminder(self) -> None:
        ask_file(
            self,
            self.tr("Save the reminder"),
            self.save_reminder,
            filters="*.ics",
            save_as="listo-amazon.ics",
        )

    def save_reminder(self, path: Path) -> None:
        """Write the calendar's reminder of the authorisation's end, if its day is known."""
        token, country = self.report().token, self.form.settings().marketplace
        if token.expires_on:
            content = reminder(token, self._store, self._texts, country=country)
            if self._written(path, content):
                self.notice.say(self.tr("Saved. Open the file to add it to your calendar."), role="right")

    def _on_export(self) -> None:
        name = f"{parts.file_name(self._store)}.toml"
        ask_file(self, self.tr("Export"), self.export_file, filters="*.toml", save_as=name)

    def export_file(self, path: Path) -> None:
        """Write the settings of the store that is shown as TOML."""
        if self._written(path, as_toml(self.form.settings()).encode()):
            self.notice.say(self.tr("Saved as {path}").format(path=path), role="right")

    def _written(self, path: Path, content: bytes) -> bool:
        try:
            path.write_bytes(content)
        except OSError:
            error = InputError("file-not-writable", file=path.name)
            self.notice.say(self._texts.input_error(error), role="error")
            return False
        return True

    def _on_import(self) -> None:
        ask_file(self, self.tr("Import"), self.import_file, filters="*.toml *.json")

    def import_file(self, path: Path) -> None:
        """Take settings from a TOML or JSON file into the form; asks before it replaces what is there."""
        try:
            parsed = read_settings(path)
        except InputError as error:
            self.notice.say(self._texts.input_error(error), role="error")
            return
        if self.form.settings() == Settings():
            self._take(parsed)
        else:
            question = self.tr("Replace what is filled in for {name}?").format(name=self._store)
            ask_to(self, question, self.tr("Replace"), lambda: self._take(parsed))

    def _take(self, parsed: ParsedSettings) -> None:
        """Fill the form in from a file, but for what looks secret, and say what was left out."""
        settings = parsed.settings
        secret = [name for name, texts in settings.texts().items() if any(map(looks_secret, texts))]
        before = self._kept
        self._fill(settings.without(secret))
        self._kept = before
        self.keep()
        self._secret = (*secret, *parsed.secret_keys)
        self._check()
        left_out = [*parsed.unknown_keys, *parsed.mistaken]
        if left_out and not self._secret:
            said = self._texts.say("settings.unknown", count=len(left_out), names=", ".join(left_out))
            self.notice.say(said, role="warning")

    # -- words -----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Check my settings"))
        self._hint.setText(
            self.tr(
                "Compare what VTEX has with what Amazon has. Drop your own Amazon category template here "
                "to use the names in it. Never type a token here."
            )
        )
