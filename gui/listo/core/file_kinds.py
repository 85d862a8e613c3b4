"""A file that came in: read it, and tell what it is by what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import MappingSheet
from listo.core.references.files import References, detect_kind, read_amazon_values
from listo.core.references.messages import ReportedError, read_messages, read_report
from listo.core.references.model import AmazonValues, ReferenceKind
from listo.core.references.names import is_name_of_values
from listo.core.references.sku_weights import SkuWeights, find_sku_weights
from listo.core.references.vtex_catalog import (
    PRODUCT_COLUMNS,
    SPECIFICATION_COLUMNS,
    VtexProducts,
    VtexSpecifications,
    read_products,
    read_specifications,
)
from listo.core.references.vtex_export import VtexExport, find_export
from listo.core.workbooks.model import ColumnChoice, Workbook
from listo.core.workbooks.read import read_workbook

FileKind = Literal["mapping", ReferenceKind]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file as read, and what it was taken for.

    Of the parts below those are there that the file has: a workbook with a mapping sheet and a sheet
    of values is a mapping, and has both. `errors` are those of a processing report, whose texts are
    the `messages` too.
    """

    path: Path
    kind: FileKind
    workbook: Workbook
    mapping: MappingSheet | None = None
    amazon_values: AmazonValues | None = None
    export: VtexExport | None = None
    vtex_products: VtexProducts | None = None
    vtex_specifications: VtexSpecifications | None = None
    sku_weights: SkuWeights | None = None
    messages: tuple[str, ...] = ()
    errors: tuple[ReportedError, ...] = ()

    def without_rows(self) -> OpenedFile:
        """Return it without the rows, once what they say was read: those of a million SKUs take 700 MB."""
        return replace(self, workbook=replace(self.workbook, tables=()), export=None)


class ReferenceHolder(Protocol):
    """A file of which at least the references are kept."""

    @property
    def amazon_values(self) -> AmazonValues | None: ...  # noqa: D102
    @property
    def vtex_products(self) -> VtexProducts | None: ...  # noqa: D102
    @property
    def vtex_specifications(self) -> VtexSpecifications | None: ...  # noqa: D102


def references_of(files: Iterable[ReferenceHolder]) -> References:
    """Return what files say, to check against."""
    held = tuple(files)
    return References(
        (file.amazon_values for file in held if file.amazon_values is not None),
        (file.vtex_products for file in held if file.vtex_products is not None),
        (file.vtex_specifications for file in held if file.vtex_specifications is not None),
    )


def open_file(path: Path, progress: Callable[[int, int], None] | None = None) -> OpenedFile:
    """Read a file and tell what it is.

    `progress` is told how many rows are read of how many known. Raises InputError: what reading a
    workbook raises, and reference-not-recognised where nothing fits.
    """
    with gc_paused():
        return identify(read_workbook(path, progress=progress, choose=_choose_columns))


def _choose_columns(workbook: Workbook) -> ColumnChoice | None:
    """Return the columns that are read of an export of VTEX's, None of another file."""
    (table,) = workbook.tables
    if is_name_of_values(table.name) or find_mapping(workbook) is not None:
        return None  # by any of its rows a sheet of values is told from an export
    kind = detect_kind(workbook)
    export = find_export(workbook) if kind and kind.startswith("vtex-") else None
    if export is None:
        return None
    wanted = PRODUCT_COLUMNS if kind == "vtex-products" else SPECIFICATION_COLUMNS
    places = sorted(export.places[column] for column in wanted if column in export.places)
    return ColumnChoice(export.header_row + 1, tuple(places)) if places else None


def identify(workbook: Workbook) -> OpenedFile:
    """Return what a workbook is, with what it holds. Raises InputError reference-not-recognised."""
    mapping = find_mapping(workbook)
    rest = workbook if mapping is None else _without(workbook, mapping.name)
    kind = detect_kind(rest)
    if mapping is None and kind is None:
        raise InputError("reference-not-recognised", file=workbook.path.name)
    errors = read_report(rest) if kind == "processing-report" else ()
    export, name = find_export(rest) if kind and kind.startswith("vtex-") else None, workbook.path.name
    return OpenedFile(
        path=workbook.path,
        kind="mapping" if mapping is not None or kind is None else kind,
        workbook=workbook,
        mapping=mapping,
        amazon_values=read_amazon_values(rest) if kind == "amazon-values" else None,
        export=export,
        vtex_products=read_products(export, name) if export is not None and kind == "vtex-products" else None,
        vtex_specifications=read_specifications(export, name)
        if export is not None and kind != "vtex-products"
        else None,
        sku_weights=find_sku_weights(rest) if kind == "sku-weights" else None,
        messages=read_messages(rest) if kind == "messages" else tuple(error.message for error in errors),
        errors=errors,
    )


def _without(workbook: Workbook, sheet: str) -> Workbook:
    """Return a workbook without the sheet of that name, which is known to be something else."""
    return replace(workbook, tables=tuple(table for table in workbook.tables if table.name != sheet))
