"""Which categories of a sheet each Amazon file speaks for, and how that is known.

A template of shirts says nothing of books. A file covers a category when the category's name tells one of
the file's product types beyond doubt, when the person said so, when the file is for all categories (VTEX's
workbook), or when the sheet has that one category and the file one product type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from listo.core.coverage.product_types import (
    Lineage,
    is_in_kind,
    is_named_so,
    is_near,
    is_of_another_kind,
    lineage_of,
    says_another_type,
    told_type,
)
from listo.core.coverage.requirements import FilePart, Requirements
from listo.core.references.files import References
from listo.core.references.model import AmazonValues
from listo.core.vocabulary.categories import parse_id

CoverageWay = Literal["told", "confirmed", "general", "alone"]

ALL_CATEGORIES = "*"
"""Stands for every category where the person says for which an Amazon file speaks."""

_MANDATORY_WORKBOOK = 0
"""The generation of VTEX's workbook of mandatory attributes, whose lists hold for all categories."""

_WAYS: tuple[CoverageWay, ...] = ("told", "confirmed", "general", "alone")


@dataclass(frozen=True, slots=True)
class Covering:
    """That a file, by its place among the Amazon files, speaks for a category.

    `product_type` is the one whose lists count, empty where those of all do.
    """

    file: int
    product_type: str
    how: CoverageWay


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """The categories of a sheet for which a file speaks in one way; `how` is None where it does for none."""

    file: str
    product_types: tuple[str, ...]
    categories: tuple[int, ...] = ()
    how: CoverageWay | None = None


class Coverage:
    """What covers the categories of one sheet. Every answer is remembered."""

    def __init__(
        self,
        references: References,
        *,
        lone: int | None = None,
        covers: Mapping[str, frozenset[str]] | None = None,
        lineage: Callable[[int], Lineage] = lineage_of,
    ) -> None:
        """See which files cover what.

        `lone` is the sheet's category where it has only one. `covers` are by a file's path or name the
        categories that the person says it is for, or `ALL_CATEGORIES`. `lineage` gives the names of a
        category and of those above it.
        """
        self._references, self._lone, self._lineage = references, lone, lineage
        self._confirmed = [_confirmed(values, covers or {}) for values in references.amazon_values]
        self._of: dict[int | None, tuple[Covering, ...]] = {}
        self._key_of: dict[str, str] = {}
        self._keys: dict[str, tuple[Covering, ...]] = {}
        self._requirements: dict[str, Requirements] = {}

    def of(self, category: str) -> tuple[Covering, ...]:
        """Return what covers the category that a text of CategoryID names, file by file.

        For a text that names none these are the files that are for all categories.
        """
        number = parse_id(category)
        if number not in self._of:
            self._of[number] = tuple(self._covering(number))
        return self._of[number]

    def key(self, category: str) -> str:
        """Return what categories have in common that the same files cover for the same product types.

        It is empty where no file covers the category.
        """
        if category not in self._key_of:
            found = self.of(category)
            key = self._key_of[category] = "\n".join(f"{one.file} {one.product_type}" for one in found)
            self._keys[key] = found
        return self._key_of[category]

    def requirements(self, key: str) -> Requirements:
        """Return what the files ask of the categories of a key."""
        if key not in self._requirements:
            found = self._keys.get(key, ()) if key else ()
            self._requirements[key] = Requirements([self._part(one) for one in found])
        return self._requirements[key]

    def files(self, categories: Iterable[int]) -> tuple[FileCoverage, ...]:
        """Return what each file covers of a sheet's categories: an entry for each way, or one with none."""
        found = {number: self.of(str(number)) for number in sorted(categories)}
        entries: list[FileCoverage] = []
        for place, values in enumerate(self._references.amazon_values):
            name, types = Path(values.file).name, values.product_types
            by_way: dict[CoverageWay, list[int]] = {}
            for number, coverings in found.items():
                for one in coverings:
                    if one.file == place:
                        by_way.setdefault(one.how, []).append(number)
            own = [FileCoverage(name, types, tuple(by_way[how]), how) for how in _WAYS if how in by_way]
            entries += own or [FileCoverage(name, types)]
        return tuple(entries)

    def uncovered(self, categories: Iterable[int]) -> tuple[int, ...]:
        """Return those of a sheet's categories that no file covers, in order; none where there is no file."""
        if not self._references.amazon_values:
            return ()
        return tuple(number for number in sorted(categories) if not self.of(str(number)))

    def likely(self, file: int, categories: Iterable[int]) -> tuple[int, ...]:
        """Return those of a sheet's categories that a file may be for though nothing says so: to be asked."""
        types = self._references.amazon_values[file].product_types
        open_ones = [
            each for each in sorted(categories) if all(one.file != file for one in self.of(str(each)))
        ]
        return tuple(each for each in open_ones if is_near(self._lineage(each), types))

    def _part(self, covering: Covering) -> FilePart:
        values, names = self._references.amazon_values, self._references.attribute_names
        return FilePart(values[covering.file], names[covering.file], covering.product_type)

    def _covering(self, number: int | None) -> Iterator[Covering]:
        lineage = self._lineage(number) if number else []
        for place, values in enumerate(self._references.amazon_values):
            is_confirmed = bool(self._confirmed[place] & {number, ALL_CATEGORIES})
            found = _told_by(values, number, lineage, is_confirmed=is_confirmed, is_lone=number == self._lone)
            if found:
                yield Covering(place, *found)


def _told_by(
    values: AmazonValues, number: int | None, lineage: Lineage, *, is_confirmed: bool, is_lone: bool
) -> tuple[str, CoverageWay] | None:
    """Return the product type that counts and how it is known that a file covers a category, or None."""
    if values.generation == _MANDATORY_WORKBOOK:
        tab = next((each for each in values.product_types if is_named_so(lineage, each)), "")
        return tab, "confirmed" if is_confirmed else "general"
    only = values.product_types[0] if len(values.product_types) == 1 else ""
    if told := told_type(lineage, values.product_types):
        return told, "told"
    if values.kind and is_in_kind(lineage, values.kind):
        return only, "told"
    if is_confirmed:
        return only, "confirmed"
    if number and is_lone and only and not _contradicts(values, lineage):
        return only, "alone"
    return None


def _contradicts(values: AmazonValues, lineage: Lineage) -> bool:
    """Return whether a category's names say that it is about something else than a file."""
    return says_another_type(lineage, values.product_types) or is_of_another_kind(lineage, values.kind)


def _confirmed(values: AmazonValues, covers: Mapping[str, frozenset[str]]) -> frozenset[int | str | None]:
    """Return the categories that the person says a file is for, perhaps `ALL_CATEGORIES`."""
    told = {each for name in (values.file, Path(values.file).name) for each in covers.get(name, ())}
    return frozenset(each if each == ALL_CATEGORIES else parse_id(each) for each in told) - {None}
