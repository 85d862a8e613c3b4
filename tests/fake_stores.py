"""What the window keeps its things in, for tests of a tab alone: nothing of it reaches the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from listo.core.catalogue.message_groups import ErrorGroup, group_lines, split_lines
from listo.core.errors import InputError
from listo.core.settings.types import CategoryTemplate, Settings
from listo.core.storage.tables import Lookup, Profile
from listo.core.worker.results import MessageRows


class FakeState:
    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get_state(self, key: str, default: Any = None) -> Any:
        return self.kept.get(key, default)

    def set_state(self, key: str, value: Any) -> None:
        self.kept[key] = value


class FakeLookups:
    def __init__(self) -> None:
        self.kept: list[Lookup] = []
        self.error: InputError | None = None

    def keep(self, number: int | None, text: str, files: Sequence[Path], messages: int, kinds: int) -> int:
        if self.error:
            raise self.error
        number = number or len(self.kept) + 1
        self.kept = [one for one in self.kept if one.number != number]
        self.kept.append(Lookup(number, "2026-11-21T10:00:00", text, tuple(files), messages, kinds))
        return number

    def recent(self, text: str = "") -> tuple[Lookup, ...]:
        return tuple(reversed(self.kept))


class FakeProfiles:
    def __init__(self, **stores: Settings) -> None:
        self.kept = [Profile(name, settings, "2026-11-21T10:00:00") for name, settings in stores.items()]
        self.saved: list[tuple[str, Settings]] = []

    def all(self) -> tuple[Profile, ...]:
        return tuple(self.kept)

    def save(self, name: str, settings: Settings) -> None:
        self.saved.append((name, settings))
        self.kept = [one for one in self.kept if one.name != name]
        self.kept.insert(0, Profile(name, settings, "2026-11-21T11:00:00"))

    def rename(self, name: str, new_name: str) -> None:
        if any(one.name == new_name for one in self.kept):
            raise InputError("profile-exists", file="", name=new_name)
        self.kept = [replace(one, name=new_name) if one.name == name else one for one in self.kept]

    def forget(self, name: str | None) -> None:
        self.kept = [one for one in self.kept if name not in (None, one.name)]

    def close(self) -> None:
        pass


class Explaining:
    """The worker's jobs on messages, done on the spot."""

    rows = MessageRows("", "", (), 0, 0, ())

    def message_rows(
        self, codes: tuple[str, ...], captured: Mapping[str, str], limit: int = 5
    ) -> MessageRows:
        return self.rows

    def explain_text(self, text: str) -> tuple[ErrorGroup, ...]:
        return group_lines(split_lines(text))

    def explain_files(self, paths: tuple[Path, ...]) -> tuple[ErrorGroup, ...]:
        if any("missing" in path.name for path in paths):
            raise InputError("file-not-found", file=paths[0].name)
        return group_lines(split_lines("\n".join(path.stem for path in paths)))


class Templates:
    """The worker's job on a seller's own category template."""

    def __init__(self, template: CategoryTemplate | InputError) -> None:
        self.template = template

    def amazon_template(self, path: Path) -> CategoryTemplate:
        if isinstance(self.template, InputError):
            raise self.template
        return self.template
