"""Settings as a file holds them: read from TOML or JSON whoever wrote it, written as TOML."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from listo.core.errors import InputError
from listo.core.settings.tokens import looks_secret, secret_fields
from listo.core.settings.types import FIELDS, FLAG_FIELDS, NAMES_FIELD, Settings, date_text, parse_date

_DEEPEST = 10
"""Tables and lists in one another: settings have two. Some Pythons cannot write thousands of them as text."""

_MOST_BYTES = 1_000_000
"""A file with every field filled in has about 1 kB: a thousand times as much is something else."""

_HIDDEN = "…"
_DATES = ("authorized_on", "expires_on")
_YES = frozenset({"true", "yes", "on", "1", "sim", "sí", "si"})
_NO = frozenset({"false", "no", "off", "0", "não", "nao"})


_OF_A_STORE = (".toml", ".json")


def is_store(path: Path) -> bool:
    """Return whether a file holds the settings of a store by its name, as Listo exports them."""
    return path.suffix.lower() in _OF_A_STORE


@dataclass(frozen=True, slots=True)
class ParsedSettings:
    """The settings of a file, and its keys that are none: those to mention, and those that hold a secret.

    `mistaken` are the known keys whose values are of no use (a list for a text); they are left out.
    """

    settings: Settings
    unknown_keys: tuple[str, ...] = ()
    secret_keys: tuple[str, ...] = ()
    mistaken: tuple[str, ...] = ()


def read_settings(path: Path) -> ParsedSettings:
    """Return what a file in TOML or JSON holds.

    Raises InputError: `file-not-found`, `file-not-readable`, `file-too-large`, `settings-not-readable`.
    """
    try:
        content = _content(path)
    except FileNotFoundError as error:
        raise InputError("file-not-found", file=path.name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=path.name or str(path)) from error
    return parse_settings(content, path.name)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise InputError("file-too-large", file=path.name, size=f"{_MOST_BYTES // 1_000_000} MB", case="text")
    return content


def parse_settings(content: bytes | str, file: str) -> ParsedSettings:
    """Return what a text in TOML or JSON holds; `file` names it in the error and may tell the form.

    Raises InputError `settings-not-readable`.
    """
    text = content.removeprefix("\ufeff") if isinstance(content, str) else _decoded(content)
    is_json = file.lower().endswith(".json") or text.lstrip().startswith("{")
    try:
        document = json.loads(text) if is_json else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("settings-not-readable", file=file, line=_line_of(error, text)) from None
    if not isinstance(document, dict) or _is_deep(document):
        raise InputError("settings-not-readable", file=file, line="1")
    return settings_of(document)


def _is_deep(document: object) -> bool:
    """Return whether there are tables in tables beyond any settings: a key of dots is as many of them."""
    level = [document]
    for _ in range(_DEEPEST):
        inner = [
            one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)
        ]
        level = [value for values in inner for value in values]
    return bool(level)


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Windows calls ANSI


def _line_of(error: Exception, text: str) -> str:
    """Return the line that could not be read; never the error's words, which may quote a secret."""
    if isinstance(error, json.JSONDecodeError):
        return str(error.lineno)
    found = re.search(r"at line (\d+)", str(error))
    return found[1] if found else str(len(text.splitlines()) or 1)


def settings_of(document: Mapping[str, Any]) -> ParsedSettings:
    """Return what the keys and values of a document mean."""
    known = {key: value for key, value in document.items() if key in FIELDS}
    others = {key: value for key, value in document.items() if key not in FIELDS}
    taken = {key: _value(key, value) for key, value in known.items()}
    values: dict[str, Any] = {key: value for key, value in taken.items() if value is not None}
    mistaken = {key: value for key, value in known.items() if key not in values and value not in (None, "")}
    unread = others | mistaken
    return ParsedSettings(
        Settings(**values),
        unknown_keys=tuple(_shown(key) for key in others),
        secret_keys=tuple(_shown(key) for key, value in unread.items() if looks_secret(f"{key} {value}")),
        mistaken=tuple(mistaken),
    )


def _shown(key: str) -> str:
    return _HIDDEN if looks_secret(key) else key


def _value(key: str, value: object) -> str | bool | tuple[str, ...] | None:
    """Return a value as the settings hold it, None where it is none."""
    if key in FLAG_FIELDS:
        return _flag(value)
    if key == NAMES_FIELD:
        listed = [_text(one) for one in (value if isinstance(value, list) else [value])]
        return tuple(one for one in listed if one) if None not in listed else None
    return _text(value)


def _flag(value: object) -> bool | None:
    shown = str(value).strip().lower()
    return True if shown in _YES else False if shown in _NO else None


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return date_text(value)
    return str(value) if isinstance(value, int | float) else None


def document_of(settings: Settings) -> dict[str, Any]:
    """Return what is filled in, by key, as texts, switches and a list of names.

    Raises InputError `secret-refused` where a value looks like a token, password or key.
    """
    for name in secret_fields(settings):
        raise InputError("secret-refused", file="", field=name)
    filled = {name: getattr(settings, name) for name in FIELDS}
    return {name: _plain(value) for name, value in filled.items() if value not in ("", (), None)}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def as_toml(settings: Settings) -> str:
    """Return the settings as a TOML file to hand on, dates as such; raises as `document_of` does."""
    import tomli_w

    document = document_of(settings)
    dates = {name: parse_date(document[name]) for name in _DATES if name in document}
    return tomli_w.dumps(document | {name: day for name, day in dates.items() if day})
