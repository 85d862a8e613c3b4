"""Messages that VTEX or Amazon showed, against what the files say of the SKUs: explained, cleared or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from listo.core.catalogue import entries
from listo.core.readiness.model import Reason, SkuResult
from listo.core.readiness.readiness import Readiness
from listo.core.readiness.rules import FINDING_OF, PLACE

_MOST_ASKED = 1_000
"""SKUs that are looked at for a message that names none: 20 ms, and one of the first is as good as any."""

_VALUES = ("value", "vtex_value", "amazon_value")
"""The names in messages that are values, of VTEX or of Amazon."""


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message as it was recognised: the error that it is, None where unknown, and the names in it."""

    sku: str
    error_id: str | None
    captured: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the files say to a message: the reasons that it is about as they were and as they are now.

    `names_sku` says that the message names a SKU of the export.
    """

    before: tuple[Reason, ...] = ()
    now: tuple[Reason, ...] = ()
    names_sku: bool = False

    @property
    def is_cleared(self) -> bool:
        """Whether what was explained is mended."""
        return bool(self.before) and not self.now


class Prediction:
    """What was to be expected of a sheet `before` anything was mended in it, and what is expected `now`."""

    def __init__(self, before: Readiness, now: Readiness) -> None:
        self._before, self._now = before, now

    def explain(self, message: ShownMessage) -> Explanation:
        """Return what the files say to a message."""
        codes = reasons_of_error(message.error_id)
        place = self._before.place_of(message.sku) if message.sku else None
        before, now = (
            tuple(dict.fromkeys(_about(message, codes, _results(readiness, place, message.sku, codes))))
            for readiness in (self._before, self._now)
        )
        return Explanation(before, now, place is not None)


def reasons_of_error(error_id: str | None) -> frozenset[str]:
    """Return the codes of the reasons that may lead to an error."""
    checks = entries.get_entry(error_id).checks if error_id else ()
    return frozenset(code for check in checks if (code := FINDING_OF.get(check, check)) in PLACE)


def _results(
    readiness: Readiness, place: int | None, sku: str, codes: Collection[str]
) -> Iterator[SkuResult]:
    """Yield what becomes of a SKU; of all SKUs that have one of the codes where none is named."""
    if place is not None:
        yield readiness.result_at(place)
    elif not sku:
        for code in sorted(codes):
            yield from map(readiness.result_at, readiness.places(code=code)[:_MOST_ASKED])


def _about(message: ShownMessage, codes: Collection[str], results: Iterable[SkuResult]) -> Iterator[Reason]:
    """Yield the reasons that a message can be about, each once."""
    named = _plain(message.captured.get("specification"))
    values = {_plain(message.captured.get(name)) for name in _VALUES} - {""}
    for result in results:
        for reason in result.reasons:
            is_it = reason.code in codes or (message.error_id and reason.error_id == message.error_id)
            if is_it and _fits(named, reason.specification) and _says(values, reason, result):
                yield reason


def _fits(named: str, told: str | None) -> bool:
    return not named or not told or named == _plain(told)


def _says(named: Collection[str], reason: Reason, result: SkuResult) -> bool:
    """Return whether the values that a message names are the reason's: VTEX's, or what its row sends."""
    sent = (each for each in result.sends if each.row == reason.row)
    told = {_plain(reason.value), *(_plain(text) for each in sent for text in (each.vtex_value, each.value))}
    return not named or not told - {""} or not told.isdisjoint(named)


def _plain(text: str | None) -> str:
    return (text or "").strip().casefold()
