"""The files that a sub-command is given, and what is said of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from listo.cli.arguments import UsageError
from listo.core.errors import InputError

if TYPE_CHECKING:
    from listo.core.file_kinds import FileKind, OpenedFile
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.skus.options import Options
    from listo.core.workbooks.model import Workbook

_NO_REFERENCES: tuple[FileKind, ...] = ("mapping", "messages", "processing-report", "sku-weights")
"""What a sheet cannot be held against."""


@dataclass(frozen=True, slots=True)
class OpenedMapping:
    """A mapping sheet as read, and where from."""

    path: Path
    workbook: Workbook
    sheet: MappingSheet


def read_mapping(path: Path, name: str | None) -> OpenedMapping:
    """Return the mapping sheet of a file, that of a name where one is given. Raises InputError."""
    from listo.core.mapping.layout import find_mapping
    from listo.core.workbooks.read import read_workbook

    workbook = read_workbook(path)
    sheet = find_mapping(workbook, name)
    if sheet is None:
        raise InputError("not-a-mapping", file=path.name)
    return OpenedMapping(path, workbook, sheet)


def read_reference(path: Path) -> OpenedFile:
    """Return a file to hold a sheet against. Raises InputError where it cannot be used for that."""
    from listo.core.file_kinds import open_file

    opened = open_file(path)
    if opened.amazon_values is None and opened.kind in _NO_REFERENCES:
        raise InputError("reference-not-recognised", file=path.name, case=opened.kind)
    return opened


def options_of(options: argparse.Namespace, opened: Sequence[OpenedFile]) -> Options:
    """Return what the person says of the integration and of the files. Raises UsageError."""
    from listo.core.skus.options import Options

    return Options(
        trade_policy=options.trade_policy,
        kits=options.kits,
        ean=options.ean,
        category_ids=options.category_ids,
        covers=_covers_of(options.covers, [one.path for one in opened if one.amazon_values is not None]),
    )


def _covers_of(given: Sequence[str], files: Sequence[Path]) -> dict[str, frozenset[str]]:
    """Return by the path of an Amazon file the categories that it is said to be for.

    `given` are the texts of `--covers`, `files` the Amazon files that were given. Raises UsageError.
    """
    found: dict[str, frozenset[str]] = {}
    for one in given:
        name, equals, listed = one.rpartition("=")
        told = frozenset(each.strip() for each in listed.split(","))
        if not equals or not name or not _are_categories(told):
            raise UsageError("usage.covers", given=one)
        named = [path for path in files if path == Path(name)] or [
            path for path in files if path.name == name
        ]
        if not named:
            raise UsageError("usage.covers-file", file=name)
        for path in named:
            found[str(path)] = found.get(str(path), frozenset()) | told
    return found


def _are_categories(told: frozenset[str]) -> bool:
    from listo.core.coverage.model import ALL_CATEGORIES
    from listo.core.vocabulary.categories import parse_id

    return told == {ALL_CATEGORIES} or all(map(parse_id, told))
