"""The lines of the list of errors: what they are made of, whatever they were found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from listo.core.catalogue import entries
from listo.core.catalogue.message_groups import ErrorGroup
from listo.core.catalogue.recognition import Recognition

_NOT_NAMES = frozenset({"sku", "code", "feed", "line", "column", "date", "count"})
"""Fields of messages that tell one message from another, but not one cause from another."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names that messages of one error gave, and how many messages gave them."""

    captured: Mapping[str, str]
    count: int = 1

    @property
    def subject(self) -> str:
        """What the error is about, such as `Cor`; empty where the message does not say."""
        return " · ".join(value for field, value in self.captured.items() if field not in _NOT_NAMES)


@dataclass(frozen=True, slots=True)
class Result:
    """An error, or None for messages that nothing fits, with what the messages said.

    `names` come with the most frequent first and are never empty. `count` is the number of messages, 0 where
    the error was not found in a list; `share` compares what it holds up with the worst of the list, 0 to 1.
    `unknown` are messages that nothing fits, each with how often it came.
    """

    error_id: str | None
    names: tuple[Named, ...] = (Named({}),)
    count: int = 0
    skus: int = 0
    share: float = 0.0
    unknown: tuple[tuple[str, int], ...] = ()


def of_error(error_id: str) -> tuple[Result, ...]:
    """Return one error that no message was given for."""
    return (Result(error_id),)


def of_area(area: str) -> tuple[Result, ...]:
    """Return every error of an area."""
    return tuple(Result(entry.id) for entry in entries.all_entries() if entry.area == area)


def of_recognition(found: Recognition) -> tuple[Result, ...]:
    """Return what one message may be: what fits, else what comes nearest."""
    known = found.matches or found.nearest
    return tuple(Result(match.error_id, (Named(match.captured),)) for match in known)


def of_groups(groups: Sequence[ErrorGroup]) -> tuple[Result, ...]:
    """Return many messages by error, in the order of the groups."""
    most = max(map(_weight, groups), default=1)
    return tuple(_of_group(group, _weight(group) / most) for group in groups)


def _weight(group: ErrorGroup) -> int:
    return group.skus or group.count


def _of_group(group: ErrorGroup, share: float) -> Result:
    if group.error_id is None:
        unknown = tuple((found.text, count) for found, count in group.recognitions)
        return Result(None, count=group.count, unknown=unknown)
    return Result(group.error_id, _names(group), group.count, group.skus, share)


def _names(group: ErrorGroup) -> tuple[Named, ...]:
    """Return the different names in a group; messages that differ in nothing else are counted together."""
    by_subject: dict[str, Named] = {}
    for found, count in group.recognitions:
        named = Named(found.matches[0].captured, count)
        before = by_subject.get(named.subject)
        by_subject[named.subject] = Named(before.captured, before.count + count) if before else named
    return tuple(sorted(by_subject.values(), key=lambda one: -one.count))
