"""The tabs of the window: all that is true of each stands here, and the window goes by it.

A new tab is a package with its `Tab`, and one `TabSpec` in `TABS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QTimer

from listo.core.texts import Language, Texts
from listo.core.worker.jobs import Jobs
from listo.ui.widgets.actions import ActionSpec, Page
from listo.ui.widgets.parts import Tab, WindowState, key_text
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:  # what a tab is made of is loaded when the tab is first shown
    from listo.core.file_kinds import FileKind
    from listo.core.storage.tables import Lookups, Profiles
    from listo.ui.lookup import LookupTab
    from listo.ui.settings import SettingsTab
    from listo.ui.spreadsheet import SpreadsheetTab

translate = QCoreApplication.translate

T = TypeVar("T", bound=Tab)

KeyHelp = tuple[str, str]
"""A key as this system writes it, and what it does."""


class TabHost(Protocol):
    """What a tab may ask of the window that it is made for."""

    client: WorkerClient[Jobs]
    state: WindowState
    goes_on: bool
    """The work that was open last is taken up again."""

    @property
    def texts(self) -> Texts:
        """What the core says, in the language that is spoken now."""

    @property
    def lookups(self) -> Lookups:
        """The lists of messages that were looked up."""

    @property
    def profiles(self) -> Profiles:
        """The settings of the stores."""

    def show_tab(self, spec: TabSpec[T]) -> T:
        """Bring a tab to the front, made if it is not yet, and return it."""

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window for a while."""

    def put_hint_away(self, spec: TabSpec[Any]) -> None:
        """Show the hint of a tab no more: the person has begun."""

    def has_sheet(self) -> bool:
        """Return whether a mapping sheet is open."""

    def has_skus(self) -> bool:
        """Return whether a sheet is open of whose SKUs is known what becomes of them."""

    def open_templates(self) -> Sequence[Path]:
        """Return the files of Amazon's that are open to check a sheet with."""


@dataclass(frozen=True, eq=False, slots=True)
class TabSpec(Generic[T]):
    """A tab: the `key` that it is kept by, its words, and how it is made.

    `title`, `hint` and `help` (a sentence each) are asked anew for each language. `pages` are those of its
    actions. `takes` are the kinds of files that are opened on it, `takes_in_front` those that are only while
    it is in front.
    """

    key: str
    icon: str
    title: Callable[[], str]
    hint: Callable[[], str]
    help: Callable[[], tuple[str, ...]]
    make: Callable[[TabHost], T]
    pages: tuple[Page, ...] = ()
    takes: tuple[FileKind, ...] = ()
    takes_in_front: tuple[FileKind, ...] = ()


def _make_lookup(host: TabHost) -> LookupTab:
    from listo.ui.lookup import LookupTab

    def country() -> str:
        return next((one.settings.marketplace for one in host.profiles.all()), "")

    tab = LookupTab(
        host.texts,
        host.client,
        host.state,
        host.lookups,
        has_skus=host.has_skus,
        has_sheet=host.has_sheet,
        country=country,
    )
    tab.skuRequested.connect(lambda sku: host.show_tab(SPREADSHEET).show_sku(sku))
    tab.checkRequested.connect(
        lambda codes, captured: host.show_tab(SPREADSHEET).show_checks(tuple(codes), dict(captured))
    )
    tab.fileRequested.connect(lambda: host.show_tab(SPREADSHEET).ask_for_files())
    tab.settingsRequested.connect(lambda code: host.show_tab(SETTINGS).show_field(code))
    return tab


def _make_spreadsheet(host: TabHost) -> SpreadsheetTab:
    from listo.ui.spreadsheet import SpreadsheetTab

    tab = SpreadsheetTab(host.client, host.texts, answer=_message_of, state=host.state)
    tab.noticeRequested.connect(host.say)
    tab.lookupRequested.connect(lambda error_id: host.show_tab(LOOKUP).show_error(error_id))
    tab.opened.connect(lambda: host.put_hint_away(SPREADSHEET))
    if host.goes_on:
        QTimer.singleShot(0, tab.go_on)
    return tab


def _message_of(error_id: str, language: Language) -> str | None:
    """Return what VTEX's screen says for an error; the catalogue is loaded when it is first asked."""
    from listo.core.catalogue import entries

    return entries.get_screen_message(error_id, language)


def _make_settings(host: TabHost) -> SettingsTab:
    from listo.ui.settings import SettingsTab

    tab = SettingsTab(host.texts, host.client, host.profiles, open_templates=host.open_templates)
    tab.lookupRequested.connect(lambda error_id: host.show_tab(LOOKUP).show_error(error_id))
    return tab


LOOKUP: TabSpec[LookupTab] = TabSpec(
    key="lookup",
    icon="search",
    title=lambda: translate("Tabs", "Understand an error"),
    hint=lambda: translate("Tabs", "Paste what VTEX or Amazon shows: one message, or a whole list of them."),
    help=lambda: (
        translate(
            "Tabs",
            "Paste all or part of the message that VTEX or Amazon shows, in English, Portuguese or Spanish.",
        ),
        translate("Tabs", "A number such as 8560 or a few words such as “expired token” work too."),
        translate("Tabs", "Paste many lines, or drop an export, to see which errors hold up the most SKUs."),
    ),
    make=_make_lookup,
    pages=("lookup",),
    takes=("messages", "processing-report"),
)

SPREADSHEET: TabSpec[SpreadsheetTab] = TabSpec(
    key="spreadsheet",
    icon="table",
    title=lambda: translate("Tabs", "Check my spreadsheet"),
    hint=lambda: translate(
        "Tabs", "Drop your mapping sheet. Your file is never changed: you save a corrected copy."
    ),
    help=lambda: (
        translate("Tabs", "Drop the mapping sheet that you upload to VTEX anywhere on the window."),
        translate("Tabs", "Add an Amazon category template or an export from VTEX, and more is checked."),
        translate(
            "Tabs",
            "Decide on each kind of problem, then save a corrected copy. Your file is never changed.",
        ),
    ),
    make=_make_spreadsheet,
    pages=("spreadsheet", "draft", "problems", "sheet", "skus", "send"),
    takes=(
        "mapping",
        "amazon-values",
        "vtex-products",
        "vtex-sku-specifications",
        "vtex-product-specifications",
        "sku-weights",
    ),
)

SETTINGS: TabSpec[SettingsTab] = TabSpec(
    key="settings",
    icon="settings",
    title=lambda: translate("Tabs", "Check my settings"),
    hint=lambda: translate(
        "Tabs",
        "Start with the Seller ID: copy it from VTEX and from Amazon, and see whether they are the same.",
    ),
    help=lambda: (
        translate("Tabs", "Fill in what VTEX has and what Amazon has, and see where they differ."),
        translate("Tabs", "The question mark next to each field says where to find it in both places."),
        translate("Tabs", "Listo never asks for a token or a password: do not write one anywhere here."),
    ),
    make=_make_settings,
    pages=("settings",),
    takes_in_front=("amazon-values",),
)

TABS: tuple[TabSpec[Any], ...] = (LOOKUP, SPREADSHEET, SETTINGS)
"""Every tab, in the order in which they stand."""

FIRST_SHOWN = SPREADSHEET
"""What is shown to who opens Listo for the first time, and takes the files that no tab says are its own."""

_KEPT_BY_INDEX = ("lookup", "spreadsheet", "settings")
"""The order of the tabs when they were kept by index, up to version 0.1.0."""


def key_of(place: int) -> str:
    """Return the key that brings the tab at that place (from 0) to the front."""
    return f"Ctrl+{place + 1}"


def action_of(spec: TabSpec[Any], place: int) -> ActionSpec:
    """Return the action that brings a tab, which stands at that place, to the front."""
    return ActionSpec(f"tab-{spec.key}", "everywhere", spec.title(), (key_of(place),))


def keys_of_tabs() -> KeyHelp:
    """Return the keys of all tabs, and what they do."""
    keys = ", ".join(key_text(key_of(place)) for place in range(len(TABS)))
    return keys, translate("Tabs", "the tabs")


def tab_of(kept: object) -> TabSpec[Any] | None:
    """Return the tab that was kept by its key, or by its index as it was up to version 0.1.0."""
    if isinstance(kept, int) and kept in range(len(_KEPT_BY_INDEX)):
        kept = _KEPT_BY_INDEX[kept]
    return next((spec for spec in TABS if spec.key == kept), None)


def tab_for(kind: FileKind | None, shown: TabSpec[Any]) -> TabSpec[Any]:
    """Return which tab takes a file of that kind (None: it is none that Listo knows); `shown` is in front."""
    if kind in shown.takes_in_front:
        return shown
    return next((spec for spec in TABS if kind in spec.takes), FIRST_SHOWN)
