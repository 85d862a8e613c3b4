"""What a check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.skus.options import CategoryReading, Options

if TYPE_CHECKING:  # a finding comes to the window's process, which needs nothing of what checks look at
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.context import CheckContext
    from listo.core.checks.view import SheetView, Source
    from listo.core.coverage.model import FileCoverage
    from listo.core.references.files import References
    from listo.core.references.model import AmazonValues
    from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
    from listo.core.workbooks.model import CellKind

    Scope = Literal["header", "row", "sheet", "references"] | tuple[Source, ...]
    """How far the reach of a change goes, for a check that does not judge texts alone.

    `header`: only the header counts, and whether there are rows. `row`: each row for itself. `references`:
    nothing of the sheet counts. `sheet`: any row may count for any other. Sources: rows that agree in all of
    these count for one another, and no others do.
    """

    Against = AmazonValues | VtexProducts | VtexSpecifications

Need = Literal[
    "amazon-values",
    "vtex-products",
    "vtex-specifications",
    "trade-policy",
    "kits",
    "column-sku-id",
    "column-sku-active",
    "column-product-id",
    "column-product-active",
    "column-bundle",
    "column-ean",
    "column-global-category-id",
    "column-trade-policies",
    "column-field-name",
]
"""What a check cannot do without: a kind of file, or a column that an export may leave out."""

MOST_ALSO_ROWS = 1000
"""How many other rows a finding carries at most; `also_rows_total` says how many there are.

They are 3 kB on their way to the window; of a sheet of 100,000 rows it would be 370 kB for one finding.
"""

MOST_ALSO_SKUS = 1000
"""How many SKUs likewise, since the contract of the command line says so."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, as data: the sentence is made at the edge, in the reader's language.

    `row` is Excel's number and `column` the canonical header, None where the finding is about the
    whole sheet. `value` is the text as it stands in the cell. `arguments` fill the check's message.
    `suggestions` come best first; `safe_fix` is set where exactly one right answer follows from the
    rule. `also_rows` (Excel's numbers, at most 1,000) are the other rows of a finding that stands
    for a category, a theme or a column. `skus` is how many SKUs that would be sent it concerns, None where
    no export tells; `also_skus` (at most 1,000 ids) are those of a finding that stands for several.
    """

    code: str
    severity: Severity
    error_id: str | None
    row: int | None
    column: str | None
    value: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    safe_fix: str | None = None
    also_rows: tuple[int, ...] = ()
    also_rows_total: int = 0
    skus: int | None = None
    also_skus: tuple[str, ...] = ()
    also_skus_total: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found, which checks said something about the sheet, and which could not and why.

    `findings` are by row (those about the whole sheet first), then column in the template's order,
    then in the order of the checks. `checks_skipped` are (code, what it needs). A check whose column
    the sheet lacks stands in neither list: `column-missing` says it. `coverage` is which categories each
    Amazon file speaks for, `uncovered_categories` those for which none does, if there is one. `category_ids`
    is what CategoryID holds; where that is the store's own categories, `store_categories` are the names of
    those in the sheet.
    """

    findings: tuple[Finding, ...]
    checks_run: tuple[str, ...]
    checks_skipped: tuple[tuple[str, Need], ...]
    coverage: tuple[FileCoverage, ...] = ()
    uncovered_categories: tuple[int, ...] = ()
    category_ids: CategoryReading = field(default_factory=lambda: CategoryReading("unknown"))
    store_categories: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a text, wherever it stands.

    `error_id` and `severity` are set where they depend on the case and not on the check alone, `skus` where
    it concerns another number of SKUs than those that go by its row.
    """

    arguments: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    safe_fix: str | None = None
    error_id: str | None = None
    severity: Severity | None = None
    skus: int | None = None


def with_safe_fix(text: str, **arguments: str) -> Verdict:
    """Return the verdict to which exactly one right answer belongs."""
    return Verdict(arguments, (text,), text)


@dataclass(frozen=True, slots=True)
class PlacedVerdict:
    """A verdict and its place: Excel's row number and the canonical column, None for the whole sheet.

    `skus` is how many SKUs bear it, where the check counts them itself; `also_skus` are the first of them, of
    a finding that stands for several.
    """

    row: int | None
    column: Column | None
    value: str
    verdict: Verdict = field(default_factory=Verdict)
    also_rows: Sequence[int] = ()
    skus: int | None = None
    also_skus: Sequence[str] = ()
    also_skus_total: int = 0


@dataclass(frozen=True, slots=True)
class SheetExample:
    """A small sheet that shows what a check finds or lets pass; the test suite runs it.

    `rows` say in which cells each row differs from a right one. `against` is what a reference says, or what
    several do. `other_sheet` is the name of a second sheet of the workbook, which is right, where it has one.
    """

    rows: tuple[Mapping[str, str], ...] = ({},)
    header: tuple[str, ...] = COLUMNS
    kinds: Mapping[tuple[int, Column], CellKind] = field(default_factory=dict)
    against: Against | tuple[Against, ...] = ()
    options: Options = field(default_factory=Options)
    other_sheet: str = ""

    def references(self) -> References:
        """Return what the sheet is to be checked against."""
        from listo.core.references.files import References
        from listo.core.references.model import AmazonValues
        from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications

        several = self.against if isinstance(self.against, tuple) else (self.against,)
        return References(
            [one for one in several if isinstance(one, AmazonValues)],
            [one for one in several if isinstance(one, VtexProducts)],
            [one for one in several if isinstance(one, VtexSpecifications)],
        )

    def sheet(self) -> MappingSheet:
        """Return the sheet, found in a workbook as a person's is."""
        from listo.core.mapping.layout import find_mapping, match_headers
        from listo.core.workbooks.model import Cell, Table, Workbook

        columns = match_headers(self.header)
        rows = [[{**_RIGHT_ROW, **row}.get(str(name), "") for name in columns] for row in self.rows]
        kinds = {Cell(1 + index, columns.index(name)): kind for (index, name), kind in self.kinds.items()}
        tables = [Table("Example", [self.header, *rows], kinds)]
        if self.other_sheet:
            tables.append(Table(self.other_sheet, [COLUMNS, [_RIGHT_ROW[name] for name in COLUMNS]]))
        found = find_mapping(Workbook(Path("example.xlsx"), "xlsx", tuple(tables)))
        if found is None:
            raise ValueError("an example needs a header that can be recognised")
        return found


_RIGHT_ROW: Mapping[str, str] = {
    "CategoryID": "212",
    "VariationTheme": "",
    "Type": "Information",
    "VTEXSpecification": "Gênero",
    "AmazonSpecification": "TargetGender",
    "VTEXValue": "Feminino",
    "AmazonValue": "Female",
}


def example(
    *rows: Mapping[str, str],
    against: Against | tuple[Against, ...] = (),
    **cells: str,
) -> SheetExample:
    """Return an example of those rows, or of one row with those cells."""
    return SheetExample(rows or (cells,), against=against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The facts of one check code, for ever the same.

    `columns` are those it reads: without one of them it says nothing. `also_reads` are columns that it
    reads where they are there. Only a change in one of these can change what it says of the rows.
    `error_id` is None where there is none or where the verdict tells. `concerns` says whose SKUs a finding of
    a row concerns: those that use the row, or all of its category. `names_what_lacks` says that the value of
    its findings is what has no row, and so stands nowhere in the sheet.
    """

    code: str
    severity: Severity
    columns: tuple[Column, ...]
    wrong: SheetExample
    right: SheetExample = field(default_factory=SheetExample)
    also_reads: tuple[Column, ...] = ()
    needs: tuple[Need, ...] = ()
    error_id: str | None = None
    concerns: Literal["row", "category"] = "row"
    names_what_lacks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCheck(Check):
    """A check that judges the texts of one row alone; it is asked once per distinct combination.

    `judge` gets the context and the cleaned texts of what the check `reads`, in that order. Its finding
    stands in the column `marks`. Where `by_coverage` is set, the answer depends on what covers the category.
    `asked_of` returns those texts of the first column with which anything can be wrong, where these are few:
    the judge is then asked of no others.
    """

    marks: Column
    judge: Callable[..., Verdict | None]
    by_coverage: bool = False
    asked_of: Callable[[SheetView, CheckContext], Collection[str]] | None = None

    @property
    def reads(self) -> tuple[Source, ...]:
        """Return what the judge gets to see of a row: the columns, then perhaps what covers its category."""
        return (*self.columns, *self.also_reads, *(("Coverage",) if self.by_coverage else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCheck(Check):
    """A check that looks at the header, at rows together, or at what kind of cell a cell is.

    `asks` are the combinations of columns whose different texts and their rows it wants to know, if these
    and what a `KeyedView` has are all that it wants: groups of any size are then looked at in no time.
    `follows` are the combinations that it wants to be told of each row that changes in a large group.
    """

    find: Callable[[SheetView, CheckContext], Iterable[PlacedVerdict]]
    within: Scope = "sheet"
    asks: tuple[tuple[Source, ...], ...] = ()
    follows: tuple[tuple[Source, ...], ...] = ()
