"""The rows of exports of specifications by whose they are, joined, several exports of one kind as one.

A row is the number of its owner, a SKU or product, and that of a cell: its field and value together.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress, islice, repeat
from operator import add, le, mul
from typing import NamedTuple

from listo.core.references.vtex_specifications import VtexSpecifications

Cells = dict[tuple[str, str], int]
"""The number of each field and value."""


class OwnedCells(NamedTuple):
    """The cells of each owner, one after the other: those of an owner stand from its start to the next."""

    starts: array[int]
    cells: array[int]

    def of(self, owner: int) -> Sequence[int]:
        """Return the cells of an owner."""
        return self.cells[self.starts[owner] : self.starts[owner + 1]]

    def counts(self) -> Iterator[int]:
        """Yield how many cells each owner has."""
        return map(int.__sub__, islice(self.starts, 1, None), self.starts)

    def told(self, of_owner: Iterable[int]) -> Iterator[int]:
        """Yield for each cell what is told of its owner, given that of every owner."""
        return chain.from_iterable(map(repeat, of_owner, self.counts()))

    def having(self, cell: int) -> Iterator[int]:
        """Yield the owners that have a cell."""
        wanted, width, texts = array("i", [cell]).tobytes(), self.cells.itemsize, self.cells.tobytes()
        at = texts.find(wanted)
        while at >= 0:
            place, within = divmod(at, width)
            if not within:
                yield bisect_right(self.starts, place) - 1
            at = texts.find(wanted, at + 1)


class SpecificationJoin:
    """Exports of one kind of specification, joined; the last one that speaks of an owner and field counts."""

    def __init__(
        self, owners: Mapping[str, int], exports: Iterable[VtexSpecifications], cells: Cells
    ) -> None:
        """Join exports, given the number of each owner; new fields and values get the next numbers."""
        self._exports = tuple(exports)
        self.is_there = any(any(each.owners) or not len(each) for each in self._exports)
        self._names: dict[str, int] = {}
        numbers = [self._numbers(each, owners) for each in self._exports]
        replaced: dict[tuple[str, str], str] = {}
        outdated = self._outdated(numbers, len(owners), replaced)
        self.unknown = tuple(filter(None, self._names))
        """Owners of specifications that no export of products names."""
        self.replaced: Mapping[tuple[str, str], str] = replaced
        """Owner and field of which a later export says something else than an earlier one, and its file."""
        count = 1 + max(owners.values(), default=-1)
        joined, values = array("i"), array("i")
        for export, own, left_out in zip(self._exports, numbers, outdated, strict=True):
            for part, column in zip(_rows(export, own, left_out, cells), (joined, values), strict=True):
                column.extend(part)
        self.rows = _by_owner(joined, values, count)
        """What each owner has."""

    def _numbers(self, export: VtexSpecifications, owners: Mapping[str, int]) -> Sequence[int]:
        """Return the owner of each row, for one that no export of products names a number below 0."""
        names = self._names
        of_text = [
            number if (number := owners.get(text)) is not None else ~names.setdefault(text, len(names))
            for text in export.owners.values
        ]
        return array("i", map(of_text.__getitem__, export.owners.codes))

    def _outdated(
        self, owners: Sequence[Sequence[int]], known: int, replaced: dict[tuple[str, str], str]
    ) -> list[Collection[tuple[int, str]]]:
        """Return for each export of what owner and field a later one speaks too; tell what it said otherwise.

        That is rare, so that only the owners of whom several exports speak are looked at.
        """
        shared = _shared(owners, known + 1, len(self._names)) if len(owners) > 1 else set()
        if not shared:
            return [()] * len(owners)
        later: dict[tuple[int, str], frozenset[str]] = {}
        told: list[Collection[tuple[int, str]]] = []
        files: dict[tuple[int, str], str] = {}
        for export, own in zip(reversed(self._exports), reversed(owners), strict=True):
            said = _values_by_field(export, own, shared)
            told.append({key for key in said if key in later})
            for key in (key for key, values in said.items() if values != later.get(key, values)):
                replaced[self._name(key[0], export, own), key[1]] = files[key]
            later = said | later
            files = dict.fromkeys(said, export.file) | files
        return told[::-1]

    def _name(self, owner: int, export: VtexSpecifications, owners: Sequence[int]) -> str:
        return export.owners[next(row for row, number in enumerate(owners) if number == owner)]


def _shared(owners: Sequence[Sequence[int]], known: int, unknown: int) -> set[int]:
    """Return the owners of whom several exports speak; those that are unknown have numbers below 0."""
    last = array("i", repeat(-1, known + unknown))
    shared: set[int] = set()
    for export, numbers in enumerate(owners):
        for number in dict.fromkeys(numbers):
            if last[number] not in (-1, export):
                shared.add(number)
            last[number] = export
    return shared


def _values_by_field(
    export: VtexSpecifications, owners: Sequence[int], wanted: Collection[int]
) -> dict[tuple[int, str], frozenset[str]]:
    found: dict[tuple[int, str], set[str]] = {}
    for owner, name, value in zip(owners, export.field_names, export.used_values, strict=True):
        if owner in wanted:
            found.setdefault((owner, name), set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _rows(
    export: VtexSpecifications, owners: Sequence[int], left_out: Collection[tuple[int, str]], cells: Cells
) -> tuple[Sequence[int], Iterable[int]]:
    """Return owner and cell of those rows of an export that count."""
    names, values = export.field_names, export.used_values
    width = len(values.values)
    keys: Sequence[int] = list(map(add, map(mul, names.codes, repeat(width)), values.codes))
    if left_out or "" in names.values or min(owners, default=0) < 0:
        counts = [
            owner >= 0 and name != "" and (owner, name) not in left_out
            for owner, name in zip(owners, names, strict=True)
        ]
        owners, keys = list(compress(owners, counts)), list(compress(keys, counts))
    number_of: dict[int, int] = {}
    for key in dict.fromkeys(keys):
        name, value = divmod(key, width)
        number_of[key] = cells.setdefault((names.values[name], values.values[value]), len(cells))
    return owners, map(number_of.__getitem__, keys)


def _by_owner(owners: Sequence[int], cells: array[int], count: int) -> OwnedCells:
    counts = array("i", bytes(4 * count))
    for owner in owners:
        counts[owner] += 1
    starts = array("i", accumulate(counts, initial=0))
    if not all(map(le, owners, islice(owners, 1, None))):  # sorting keeps the order of an owner's rows
        order = sorted(range(len(owners)), key=owners.__getitem__)
        return OwnedCells(starts, array("i", map(cells.__getitem__, order)))
    return OwnedCells(starts, cells)
