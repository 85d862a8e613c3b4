"""What the settings of an integration are, what a check of them is, and what it finds."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, get_args

from listo.core.catalogue.entries import Severity
from listo.core.settings.differences import Difference

TokenState = Literal["valid", "soon", "expired", "unknown"]

TextField = Literal[
    "seller_id",
    "seller_id_at_amazon",
    "shipping_type_name",
    "marketplace",
    "amazon_template",
    "authorized_on",
    "expires_on",
    "token_kind",
    "affiliate_id",
    "affiliate_email",
    "trade_policy",
    "minimum_stock",
    "default_zip",
    "dock_id",
    "notify_email",
]
FlagField = Literal["dont_send_variations", "dont_send_price", "send_kits", "fba_classic"]

TEXT_FIELDS: tuple[TextField, ...] = get_args(TextField)
FLAG_FIELDS: tuple[FlagField, ...] = get_args(FlagField)
NAMES_FIELD = "shipping_type_name_at_amazon"

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d\d:\d\d.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_AS_TYPED = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(?:20)?(\d\d)")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one store, as typed: a text is kept as it is, right or not; empty where not given.

    The names are those of the contract's input keys; `shipping_type_name` is what VTEX's form calls the
    name for the type of freight. `amazon_template` is the path of a category template. A flag is None
    where the person has not said. No field holds a token, password or key.
    """

    seller_id: str = ""
    seller_id_at_amazon: str = ""
    shipping_type_name: str = ""
    shipping_type_name_at_amazon: tuple[str, ...] = ()
    amazon_template: str = ""
    marketplace: str = ""
    authorized_on: str = ""
    expires_on: str = ""
    token_kind: str = ""
    affiliate_id: str = ""
    affiliate_email: str = ""
    trade_policy: str = ""
    minimum_stock: str = ""
    default_zip: str = ""
    dock_id: str = ""
    dont_send_variations: bool | None = None
    dont_send_price: bool | None = None
    send_kits: bool | None = None
    fba_classic: bool | None = None
    notify_email: str = ""

    def text(self, name: TextField) -> str:
        """Return the text of a field that holds one."""
        text: str = getattr(self, name)
        return text

    def flag(self, name: FlagField) -> bool | None:
        """Return whether a switch of the form is on, None where it was not said."""
        flag: bool | None = getattr(self, name)
        return flag

    def texts(self) -> dict[str, tuple[str, ...]]:
        """Return by field every text that somebody typed."""
        given = (name for name in TEXT_FIELDS if self.text(name))
        typed: dict[str, tuple[str, ...]] = {name: (self.text(name),) for name in given}
        if self.shipping_type_name_at_amazon:
            typed[NAMES_FIELD] = self.shipping_type_name_at_amazon
        return typed

    def without(self, names: Iterable[str]) -> Settings:
        """Return the settings with those fields empty."""
        return replace(self, **{name: _DEFAULTS[name] for name in names if name in _DEFAULTS})


_DEFAULTS: dict[str, Any] = {each.name: each.default for each in dataclasses.fields(Settings)}
FIELDS: tuple[str, ...] = tuple(_DEFAULTS)
"""Every field, in the order of the form."""


@dataclass(frozen=True, slots=True)
class CategoryTemplate:
    """What a seller's own Amazon category template says of the account; empty where it does not say.

    `account` looks like the seller's id; that it is one is an inference. `marketplace` is an Amazon
    marketplace id, `made_on` the day on which the template was made.
    """

    shipping_names: tuple[str, ...] = ()
    account: str = ""
    marketplace: str = ""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of the authorisation's end.

    The dates are calendar days of the seller. `days_left` is 0 on the last day and negative after it,
    None where the day is not known.
    """

    expires_on: date | None
    days_left: int | None
    state: TokenState
    authorized_on: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What a check looks at: the settings without what looks secret, today, and a template if there is one.

    `secret` are the keys whose values were withheld.
    """

    settings: Settings
    today: date
    template: CategoryTemplate | None = None
    secret: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """What is wrong with the value of a field.

    `variant` tells which of several sentences of the code says it; `arguments` fill it as they are,
    `words` by looking a key of the words of `resources/settings` up in the reader's language.
    """

    field: str
    value: str
    variant: str = ""
    arguments: Mapping[str, str] = dataclasses.field(default_factory=dict)
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class SettingsFinding:
    """One thing that is wrong with a setting, as data; see `FieldVerdict` for what makes its sentence.

    `suggestions` come best first. `difference` stands where two values should be alike, VTEX's on the left.
    """

    code: str
    severity: Severity
    error_id: str | None
    field: str
    value: str
    variant: str = ""
    arguments: Mapping[str, str] = dataclasses.field(default_factory=dict)
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class SettingsReport:
    """All that is wrong, what right values bring about (`notes`), and how the authorisation stands."""

    findings: tuple[SettingsFinding, ...]
    notes: tuple[SettingsFinding, ...]
    token: Token

    def of(self, field_name: str) -> tuple[SettingsFinding, ...]:
        """Return what there is to say of one field, the findings first."""
        return tuple(one for one in (*self.findings, *self.notes) if one.field == field_name)


def parse_date(text: str) -> date | None:
    """Return the day that a text such as `2026-01-14` or `14/1/2026` means, None for any other text."""
    shown = text.strip()
    if found := _YEAR_FIRST.fullmatch(shown):
        return _day(found[1], found[3], found[4])
    if found := _DAY_FIRST.fullmatch(shown):
        return _day(found[4], found[3], found[1])
    return None


def parse_typed_date(text: str, *, month_first: bool) -> date | None:
    """Return the day that a person means who types in the order of their language; a year may be two digits.

    `month_first` says that the month comes before the day, as in the United States; where only the other
    order gives a day, it is that one.
    """
    found = _AS_TYPED.fullmatch(text.strip())
    if not found:
        return parse_date(text)
    orders = (found[1], found[3]), (found[3], found[1])
    days = (_day(f"20{found[4]}", *order) for order in (orders if month_first else orders[::-1]))
    return next((day for day in days if day is not None), None)


def date_text(value: date) -> str:
    """Return a day as settings keep it; of a moment, the day that its own clock shows."""
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_EXAMPLE_DAY = date(2026, 11, 21)

_RIGHT = Settings(
    seller_id="A3TESTSELLERO",
    seller_id_at_amazon="A3TESTSELLERO",
    shipping_type_name="Entrega rápida 15$",
    shipping_type_name_at_amazon=("Entrega rápida 15$", "Retirada"),
    marketplace="BR",
    authorized_on="2026-06-01",
    token_kind="sp-api",
    affiliate_id="MZN",
    affiliate_email="amazon@loja.example",
    trade_policy="2",
)


def example(template: CategoryTemplate | None = None, secret: tuple[str, ...] = (), **changed: Any) -> Case:
    """Return the right settings with some fields changed, on a day in November 2026; tests run it."""
    return Case(replace(_RIGHT, **changed), _EXAMPLE_DAY, template, secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsCheck:
    """The facts of one check code, for ever the same.

    `fields` are those that its findings stand at. `wrong` shows each of its `variants`, `right` what it
    lets pass. With `note` it tells what a right value brings about.
    """

    code: str
    severity: Severity
    fields: tuple[str, ...]
    judge: Callable[[Case], Iterable[FieldVerdict]]
    wrong: tuple[Case, ...]
    right: tuple[Case, ...] = (example(),)
    error_id: str | None = None
    variants: tuple[str, ...] = ()
    note: bool = False
