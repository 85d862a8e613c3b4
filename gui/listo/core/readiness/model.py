"""What becomes of SKUs, as data: of each, and of all in numbers. Sentences are made at the edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from listo.core.mapping.sheet import Column

ReasonState = Literal["not-sent", "blocked", "at-risk"]
"""What a reason makes of a SKU: it is not sent, or VTEX or Amazon holds it up, surely or perhaps."""

SkuState = Literal["not-sent", "blocked", "at-risk", "unknown", "ready"]
"""What becomes of a SKU: its worst reason, else `unknown` where an export lacks that may hold one."""

STATES: tuple[SkuState, ...] = ("not-sent", "blocked", "at-risk", "unknown", "ready")
"""All states; the first that a SKU has is its own."""

Export = Literal["vtex-sku-specifications", "vtex-product-specifications"]

EXPORTS: tuple[Export, ...] = ("vtex-product-specifications", "vtex-sku-specifications")
"""The exports that may lack, in the order in which they are named."""


SkuOrder = Literal["export", "sku", "name", "category", "state", "reason"]
"""By what a table of SKUs is sorted; `export` is the order of the export."""


class SkuCategory(NamedTuple):
    """The categories of a SKU, each None where there is none.

    `sheet` is the CategoryID whose rows are the SKU's, `store` and `global_id` are what the export says.
    """

    sheet: int | None
    store: int | None
    global_id: int | None


class Reason(NamedTuple):
    """Why a SKU is not sent or held up.

    `row` is Excel's number and `column` the canonical header, None where no row or cell is to blame;
    `specification` is VTEX's field, `attribute` Amazon's, `value` the text that it is about.
    """

    code: str
    state: ReasonState
    error_id: str | None = None
    row: int | None = None
    column: Column | None = None
    specification: str | None = None
    attribute: str | None = None
    value: str | None = None


class SentValue(NamedTuple):
    """A value that would be sent, accepted or not: the attribute as its row names it, and Excel's row."""

    attribute: str
    vtex_value: str
    value: str
    row: int


@dataclass(frozen=True, slots=True)
class SkuResult:
    """All that is known of what becomes of a SKU.

    `needs` are the exports without which that is not known, of an `unknown` one alone. `is_unchecked` tells
    of a ready one that no Amazon file covers its category. `reasons` stand in the order in which VTEX and
    Amazon would say them.
    """

    sku: str
    product: str
    name: str
    category: SkuCategory
    state: SkuState
    is_unchecked: bool = False
    needs: tuple[Export, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sends: tuple[SentValue, ...] = ()


class SkuLine(NamedTuple):
    """A SKU as a line of a table; `first` is the code that VTEX would say first, empty where none."""

    sku: str
    product: str
    name: str
    category: SkuCategory
    state: SkuState
    is_unchecked: bool
    first: str


class SkuChange(NamedTuple):
    """A SKU of which something else becomes by another mapping sheet: `old` is its state by the first.

    `came` is the first code that it has by the other sheet and not by the first, `gone` the other way round;
    empty where there is none.
    """

    sku: str
    product: str
    name: str
    old: SkuState
    new: SkuState
    came: str = ""
    gone: str = ""


class CodeCount(NamedTuple):
    """What hangs on one code, in the best order of mending.

    `skus` is how many SKUs that would be sent bear it, `alone` how many it alone holds up, `then_free` how
    many are held up by nothing once it and all before it are mended; `weight` is the sum of the weights of
    these, None where there are no weights.
    """

    code: str
    skus: int
    alone: int
    then_free: int
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How many SKUs there are, by state; `ready_unchecked` are some of those that are ready."""

    total: int = 0
    ready: int = 0
    ready_unchecked: int = 0
    blocked: int = 0
    at_risk: int = 0
    not_sent: int = 0
    unknown: int = 0

    @property
    def held_up(self) -> int:
        """How many are held up, surely or perhaps."""
        return self.blocked + self.at_risk


@dataclass(frozen=True, slots=True)
class Numbers:
    """What becomes of all SKUs.

    `by_code` is the order in which to work, `not_sent_by_code` counts the codes of SKUs that are not sent,
    `by_category` the SKUs by the category of the sheet whose rows are theirs (None: no rows), those that are
    not sent left out.
    """

    skus: StateCounts = StateCounts()
    by_code: Sequence[CodeCount] = ()
    not_sent_by_code: Mapping[str, int] = field(default_factory=dict)
    by_category: Mapping[int | None, StateCounts] = field(default_factory=dict)


NoteCode = Literal[
    "category-ids-minority",
    "export-empty",
    "export-without-ids",
    "sku-replaced",
    "specification-replaced",
    "specification-without-owner",
    "product-without-skus",
    "title-without-brand",
]


class Note(NamedTuple):
    """Something about the files that the person should know and that changes no result.

    `category-ids-minority`: SKUs that go by the other reading of CategoryID (`times`).
    `export-empty`: an export of headers alone. `export-without-ids`: one of specifications that tells of none
    whose it is, and is left out.
    `sku-replaced`: a later row says something else of a SKU (`key`), and counts. `specification-replaced`: a
    later export does of owner and field (`key`), and counts.
    `specification-without-owner`: specifications of SKUs or products that no export of products names
    (`times`, and the first as `key`). `product-without-skus`: rows of the export that name none (`times`).
    `title-without-brand`: SKUs that would be sent and whose names do not begin with their brand (`times`, and
    the first as `key`), as Product Publication wants it.
    `file` is the name of the file that counts or that is meant, empty where unknown.
    """

    code: NoteCode
    key: str = ""
    times: int = 1
    file: str = ""
