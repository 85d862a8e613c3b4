"""The jobs on the SKUs of the exports: what becomes of them, one by one and against what the Admin shows."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from listo.core.catalogue import entries
from listo.core.catalogue.entries import AdminPage
from listo.core.catalogue.message_groups import MessageLine, split_lines
from listo.core.catalogue.recognition import Recognition, recognise
from listo.core.readiness.model import Reason, SkuResult
from listo.core.readiness.readiness import Readiness
from listo.core.readiness.rules import FINDING_OF, PLACE, RULES
from listo.core.reports.model import Reference
from listo.core.reports.skus import SkuDocument, write_skus
from listo.core.reports.texts import say_short
from listo.core.texts import Texts
from listo.core.vocabulary import categories
from listo.core.worker.explain import lines_of_files
from listo.core.worker.protocol import Progress
from listo.core.worker.queries import MOST_AT_ONCE
from listo.core.worker.results import (
    MessageComparison,
    Overview,
    SkuDetails,
    SkuNotes,
    SkuPage,
    SkuQuery,
    ToldMessage,
)
from listo.core.worker.session import Session

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


SkuFormat = Literal["csv", "xlsx"]

_MOST_TOLD = 500
"""Messages of a kind that are told one by one: more are read by nobody, and these are 100 kB."""

_MOST_NOTES = 30
"""Notes on the files: there may be one for each of 100,000 SKUs, and the first tell what is the matter."""

_PROGRESS_EVERY = 100
"""Messages between two reports of progress: some 50 ms of work."""

_SKU = re.compile(r"\s*([A-Za-z0-9._-]{1,60})\s*")
"""What may be a SKU by itself; whether it is, the export says."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the SKUs stand that were asked for last, so that the pages of a table cost no search each."""

    revision: int
    query: SkuQuery
    places: Sequence[int]


class SkuJobs:
    """Jobs that change nothing, each explained at the method of its name in `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: _Found | None = None

    def judge_skus(self) -> Overview:
        """Judge what becomes of each SKU, where that is not known yet, and return where the work stands."""
        if self._readiness() is not None:
            self._session.set_wizard(self._session.wizard)  # the steps count SKUs too
        return self._session.overview()

    def sku_page(self, query: SkuQuery, start: int, limit: int) -> SkuPage:
        """Return some of the SKUs that are asked for."""
        revision, readiness = self._session.state.revision, self._readiness()
        if readiness is None:
            return SkuPage(revision, start, 0, ())
        places = self._places(readiness, query)
        first = max(start, 0)
        shown = places[first : first + min(limit, MOST_AT_ONCE)]
        return SkuPage(revision, start, len(places), tuple(map(readiness.line_at, shown)))

    def sku_details(self, sku: str) -> SkuDetails:
        """Return all that is known of what becomes of one SKU."""
        readiness = self._readiness()
        revision = self._session.state.revision
        if readiness is None:
            return SkuDetails(revision, None)
        return SkuDetails(revision, readiness.result(sku), readiness.brand_not_first(sku))

    def sku_index(self, sku: str, query: SkuQuery) -> int | None:
        """Return where a SKU stands among those that are asked for, None where it is none of them."""
        readiness = self._readiness()
        place = readiness.place_of(sku) if readiness else None
        if readiness is None or place is None:
            return None
        places = self._places(readiness, query)
        return next((index for index, each in enumerate(places) if each == place), None)

    def sku_notes(self, page: AdminPage | None) -> SkuNotes:
        """Return what is odd about the exports, and what a page of the Admin asks of them besides."""
        readiness = self._readiness()
        notes = readiness.notes_for(page) if readiness else ()
        return SkuNotes(self._session.state.revision, len(notes), tuple(notes[:_MOST_NOTES]))

    def find_sku(self, text: str) -> str | None:
        """Return the SKU of the export that a text is, or that a message in it names; None without one."""
        readiness = self._readiness()
        if readiness is None:
            return None
        alone = _SKU.fullmatch(text)
        named = [alone[1]] if alone else [line.sku for line in split_lines(text) if line.sku]
        places = (readiness.place_of(sku) for sku in named)
        return next((readiness.line_at(place).sku for place in places if place is not None), None)

    def compare_text(self, text: str, progress: Progress) -> MessageComparison | None:
        """Return what the files say to the messages in a text."""
        return self._compare(split_lines(text), progress)

    def compare_files(self, paths: Iterable[Path], progress: Progress) -> MessageComparison | None:
        """Return what the files say to the messages in files."""
        return self._compare(lines_of_files(paths, progress), progress)

    def export_skus(
        self,
        progress: Progress,
        target: Path,
        form: SkuFormat,
        query: SkuQuery,
        overwrite: bool,
    ) -> Path | None:
        """Write the SKUs that are asked for as a file, and return where it is."""
        if (readiness := self._readiness()) is None:
            return None
        mapping, files = self._session.mapping, self._session.state.files
        weights = mapping.work.weights
        document = SkuDocument(
            mapping.subject.path.name,
            mapping.sheet,
            readiness,
            self._places(readiness, query),
            query.language,
            tuple(Reference(file.path.name, str(file.card.kind)) for file in files if file.is_reference),
            is_asked=bool(query.states or query.text),
            weighed_by=(weights.column or weights.file) if weights else "",
        )
        sources = [mapping.subject.path, *(file.path for file in files)]
        return write_skus(
            document,
            target,
            form,
            sources=sources,
            overwrite=overwrite,
            progress=partial(progress, "saving"),
        )

    # ---------------------------------------------------------------- how they are found

    def _readiness(self) -> Readiness | None:
        mapping = self._session.state.mapping
        return mapping.work.judge_skus() if mapping else None

    def _places(self, readiness: Readiness, query: SkuQuery) -> Sequence[int]:
        revision, known = self._session.state.revision, self._found
        if known is None or (known.revision, known.query) != (revision, query):
            places = find_places(readiness, query, self._session.mapping.work.coverage.names.get)
            known = self._found = _Found(revision, query, places)
        return known.places

    # ---------------------------------------------------------------- messages against prediction

    def _compare(self, lines: Sequence[MessageLine], progress: Progress) -> MessageComparison | None:
        if (now := self._readiness()) is None:
            return None
        prediction = Prediction(self._session.mapping.work.judge_original(), now)
        known: dict[str, Recognition] = {}
        explained = cleared = without_sku = 0
        left: list[ToldMessage] = []
        waiting: list[ToldMessage] = []
        for place, line in enumerate(lines):
            if place % _PROGRESS_EVERY == 0:
                progress("explaining", place, len(lines))
            found = known.get(line.text) or known.setdefault(line.text, recognise(line.text))
            match = found.matches[0] if found.matches else None
            error_id, captured = (match.error_id, match.captured) if match else (None, {})
            told = prediction.explain(ShownMessage(line.sku, error_id, captured))
            explained += bool(told.before)
            cleared += told.is_cleared
            without_sku += not told.names_sku
            if not told.is_cleared:
                kept = waiting if told.before else left
                kept.append(ToldMessage(line.text, line.sku, error_id, told.before))
        return MessageComparison(
            len(lines), explained, cleared, without_sku, tuple(left[:_MOST_TOLD]), tuple(waiting[:_MOST_TOLD])
        )


def find_places(
    readiness: Readiness, query: SkuQuery, own_name: Callable[[int], str | None] = lambda _number: None
) -> Sequence[int]:
    """Return where the SKUs stand that are asked for; `own_name` is what the store calls its categories."""
    ordered = readiness.places(states=query.states, order=query.order, descending=query.descending)
    for word in query.text.split():
        fitting = _places_with(readiness, word, query, own_name)
        ordered = array("i", (place for place in ordered if place in fitting))
    return ordered


def _places_with(
    readiness: Readiness, word: str, query: SkuQuery, own_name: Callable[[int], str | None]
) -> set[int]:
    """Return where the SKUs stand of which something says that word."""
    fitting = set(readiness.places(states=query.states, text=word))
    texts, wanted = Texts(query.language), word.casefold()
    for rule in RULES:
        if wanted in say_short(texts, rule.code).casefold():
            fitting.update(readiness.places(states=query.states, code=rule.code))
    for number in readiness.numbers.by_category:
        if number is None:
            continue
        is_global = readiness.category_ids.reading != "store"
        names = own_name(number), categories.name(number, query.language) if is_global else None
        if wanted == str(number) or any(wanted in name.casefold() for name in names if name):
            fitting.update(readiness.places(states=query.states, category=number))
    return fitting
