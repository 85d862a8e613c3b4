"""The files that were dropped and their cards: read one by one, so that none is lost with one of no use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from listo.core.checks.context import CheckContext
from listo.core.checks.findings import CHECKS
from listo.core.coverage.model import ALL_CATEGORIES, Coverage, CoverageWay
from listo.core.coverage.product_types import category_of_type
from listo.core.errors import InputError
from listo.core.file_kinds import OpenedFile, open_file, references_of
from listo.core.paths import expanded, is_there
from listo.core.references.model import AmazonValues
from listo.core.references.sku_weights import SkuWeights
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.settings.shipping import FRESH
from listo.core.settings.types import parse_date
from listo.core.storage.types import FileMark
from listo.core.vocabulary import marketplaces
from listo.core.vocabulary.categories import is_known, parse_ids
from listo.core.worker.protocol import Progress
from listo.core.worker.results import CoverageView, FileCard, FileScope


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A file of the session as it stays open: its card, and what the checks need of it."""

    card: FileCard
    amazon_values: AmazonValues | None = None
    vtex_products: VtexProducts | None = None
    vtex_specifications: VtexSpecifications | None = None
    sku_weights: SkuWeights | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.card.path

    @property
    def is_reference(self) -> bool:
        """Whether the mapping sheet is checked against this file."""
        return self.card.error is None and self.card.kind not in (None, "mapping")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file just read: what is kept of it, and all that was in it if it could be used."""

    kept: SessionFile
    opened: OpenedFile | None = None
    mark: FileMark | None = None


class FileReader:
    """Reads files; what was only identified is not read again when it is opened, unless it changed."""

    def __init__(self) -> None:
        self._identified: dict[Path, ReadFile] = {}

    def identify(self, paths: Iterable[Path], progress: Progress) -> tuple[FileCard, ...]:
        """Return the card of each file, and keep what was read until the next look at other files."""
        read = self.read(paths, progress)
        self._identified = {file.kept.path: file for file in read if file.opened}
        return tuple(file.kept.card for file in read)

    def read(self, paths: Iterable[Path], progress: Progress) -> list[ReadFile]:
        """Read each file once; what is wrong with one stands on its card."""
        absolute = dict.fromkeys(expanded(path).absolute() for path in paths)
        return [self._known(path) or _read(path, progress) for path in absolute]

    def forget(self) -> None:
        """Let go of what was identified."""
        self._identified = {}

    def _known(self, path: Path) -> ReadFile | None:
        known = self._identified.get(path)
        return known if known and is_there(path) and FileMark.of(path) == known.mark else None


def read_file(path: Path, progress: Progress) -> ReadFile:
    """Read one file. Raises the InputError that says what is wrong with it."""
    progress("reading", 0, 0)
    mark = FileMark.of(path)
    opened = open_file(path, partial(progress, "reading"))
    card = FileCard(path, opened.kind, _details(opened))
    held = (opened.amazon_values, opened.vtex_products, opened.vtex_specifications, opened.sku_weights)
    kept = SessionFile(card, *held)
    return ReadFile(kept, opened, mark)


def _read(path: Path, progress: Progress) -> ReadFile:
    try:
        return read_file(path, progress)
    except InputError as error:
        return ReadFile(SessionFile(FileCard(path, None, error=error)))


def set_aside(file: SessionFile, in_favour_of: Path) -> SessionFile:
    """Return the card of a mapping sheet that is not worked on, because another one is."""
    return replace(file, card=replace(file.card, details={**file.card.details, "instead": in_favour_of.name}))


def with_added_checks(files: Iterable[SessionFile]) -> tuple[SessionFile, ...]:
    """Return the files with the checks on each card that it made possible, the first of several alike."""
    noted: list[SessionFile] = []
    for file in files:
        before = references_of(noted).needs()
        adds = _possible(references_of([*noted, file]).needs()) - _possible(before)
        in_order = tuple(check.code for check in CHECKS if check.code in adds)
        noted.append(replace(file, card=replace(file.card, adds=in_order)))
    return tuple(noted)


def coverage_view(context: CheckContext, categories: Collection[int]) -> CoverageView:
    """Return for which of a sheet's categories each Amazon file is, and what is to be asked of them."""
    coverage, in_order = context.coverage, tuple(sorted(categories))
    scopes = (_scope(context, place, in_order) for place in range(len(context.references.amazon_values)))
    names = context.references.store_categories
    reading = context.category_ids.reading
    own = (each for each in in_order if reading == "store" or (reading == "both" and not is_known(each)))
    return CoverageView(
        in_order,
        tuple(scopes),
        coverage.uncovered(in_order),
        {number: names[number] for number in own if number in names},
    )


def _scope(context: CheckContext, place: int, categories: tuple[int, ...]) -> FileScope:
    values, coverage = context.references.amazon_values[place], context.coverage
    covered: dict[CoverageWay, list[int]] = {}
    for number, one in ((each, one) for each in categories for one in coverage.of(str(each))):
        if one.file == place:
            covered.setdefault(one.how, []).append(number)
    unsettled = [each for each in categories if not _is_settled(coverage, each)]
    likely = coverage.likely(place, unsettled)
    said = context.options.covers.get(values.file)
    # An answer given for another sheet may name none of the categories of this one.
    answers = said is not None and (
        not said or ALL_CATEGORIES in said or not parse_ids(said).isdisjoint(categories)
    )
    is_open = bool(categories) and (bool(likely) or not covered)
    by_way = {how: tuple(numbers) for how, numbers in covered.items()}
    path, types = Path(values.file), values.product_types
    kinds = tuple(map(category_of_type, types)) if unsettled else ()
    return FileScope(path, types, kinds, by_way, likely, said, is_doubtful=is_open and not answers)


def _is_settled(coverage: Coverage, category: int) -> bool:
    """Return whether a file is known to be for just this category, by its name or by the person."""
    return any(one.how in ("told", "confirmed") for one in coverage.of(str(category)))


def _possible(met: frozenset[str]) -> set[str]:
    return {check.code for check in CHECKS if check.needs and met.issuperset(check.needs)}


def _details(opened: OpenedFile) -> Mapping[str, str]:
    details: dict[str, str] = {}
    if opened.mapping is not None:
        details |= {"sheet": opened.mapping.name, "rows": str(len(opened.mapping))}
    if (values := opened.amazon_values) is not None:
        known_as = marketplaces.domain(values.marketplace) or values.marketplace
        details |= {"attributes": str(len(values.attributes)), "themes": str(len(values.themes))}
        details |= {"marketplace": known_as, "timestamp": values.timestamp}
        details["days"] = _age(values, date.today())
    if opened.export is not None and opened.kind != "mapping":
        details["rows"] = str(opened.export.count())
    if opened.sku_weights is not None:
        details["rows"] = str(len(opened.sku_weights.weights))
    if opened.messages and opened.kind != "mapping":  # a mapping's other sheets may hold any notes
        details["messages"] = str(len(opened.messages))
    return {name: text for name, text in details.items() if text}


def _age(values: AmazonValues, today: date) -> str:
    """Return how many days old a workbook of values is, once that is more than Amazon's lists last."""
    made_on = parse_date(values.timestamp)
    return str((today - made_on).days) if made_on and today - made_on > FRESH else ""


def with_marketplaces_compared(files: Iterable[SessionFile], own: Collection[str]) -> tuple[SessionFile, ...]:
    """Return the files with a note on each card of values that are for another marketplace.

    `own` are the countries that the person sells in, as far as that is known; without any, the files are
    compared with the first of them. The note, `elsewhere`, names the marketplaces that were expected.
    """
    compared = tuple(files)
    expected = sorted(own) or next((made for file in compared if (made := _countries(file))), [])[:1]
    return tuple(_compared(file, expected) for file in compared)


def _compared(file: SessionFile, expected: list[str]) -> SessionFile:
    made_for = _countries(file)
    fits = not (made_for and expected) or set(made_for) & set(expected)
    return _with_detail(file, "elsewhere", "" if fits else ", ".join(map(_address, expected)))


def _countries(file: SessionFile) -> list[str]:
    """Return the countries that a file of values is for, the first one first."""
    values = file.amazon_values
    ids = (values.marketplace, *values.more_marketplaces) if values else ()
    return [country for each in ids if (country := marketplaces.country(each))]


def _address(country: str) -> str:
    return marketplaces.domain(marketplaces.marketplace_id(country)) or country


def _with_detail(file: SessionFile, name: str, text: str) -> SessionFile:
    details = {**file.card.details, name: text}
    return replace(file, card=replace(file.card, details={n: text for n, text in details.items() if text}))


def reference_paths(files: Iterable[SessionFile]) -> list[Path]:
    """Return the files that the mapping sheet is checked against."""
    return [file.path for file in files if file.is_reference]
