"""What becomes of each SKU of VTEX's exports by a mapping sheet, kept right while the sheet is worked on."""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, compress, takewhile
from operator import not_
from typing import TYPE_CHECKING, Any

from listo.core.checks.context import CheckContext
from listo.core.checks.view import UNREADABLE, SheetView
from listo.core.coverage.model import FileCoverage
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.readiness.judge import Judge
from listo.core.readiness.model import (
    EXPORTS,
    Export,
    Note,
    Numbers,
    Reason,
    ReasonState,
    SkuCategory,
    SkuChange,
    SkuLine,
    SkuOrder,
    SkuResult,
    SkuState,
    StateCounts,
)
from listo.core.readiness.plan import CategoryPlan, PlanRow, rows_by_field
from listo.core.readiness.rules import (
    ERRORS,
    PLACE,
    RULES,
    UNCHECKED,
    best_order,
    codes_of,
    count_not_sent,
    count_states,
    mask_of,
    needs_of,
    places_in,
    state_of,
)
from listo.core.references.files import References
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.references.vtex_export import normalize_id
from listo.core.skus.index import FieldValue, SkuIndex, index_of
from listo.core.skus.options import CategoryReading, Options
from listo.core.vocabulary.categories import parse_id

if TYPE_CHECKING:
    from listo.core.catalogue.entries import AdminPage

_STATE_ORDER: tuple[SkuState, ...] = ("blocked", "at-risk", "unknown", "ready", "not-sent")
"""How states are sorted: what there is to do first."""

_WORDS = re.compile(r"[^\W_]+")

_MOST_FOLLOWED = 2_000
"""Rows: where more changed at once, judging everything anew is no slower."""


class Readiness:
    """What becomes of each SKU, by place: 0 is the first row of the export.

    The sheet is the caller's to change; `update` then makes all right again, as if it were made anew.
    """

    def __init__(
        self,
        sheet: MappingSheet,
        references: References,
        options: Options | None = None,
        weights: Mapping[str, float] | None = None,
        *,
        context_of: Callable[[References, Options], CheckContext] = CheckContext,
    ) -> None:
        """Judge all SKUs. `weights` are by SKU id what each is worth: the order of mending goes by them."""
        self._sheet, self._references, self._options = sheet, references, options or Options()
        self._context_of = context_of
        self._missing = missing_exports(references)
        self._index = index_of(references, self._options)
        self._judge = Judge(self._index, self._options, self._missing)
        sent, ids = self._index.sent, self._index.ids
        others: Iterable[int] = compress(range(len(sent)), map(not_, sent))
        if "" in ids.values:  # a product without SKUs
            others = (place for place, sku in enumerate(ids) if sku and not sent[place])
        self._not_sent = self._judge.count(list(others))
        self._weights: Mapping[str, float] | None = weights
        self._begin()

    def __len__(self) -> int:
        """Return how many places there are: rows of the export, some perhaps without a SKU."""
        return len(self._index)

    # ------------------------------------------------------------------ judging

    def _begin(self) -> None:
        self._context = self._context_of(self._references, self._options)
        self._rows: dict[int, dict[int, _Texts]] = {}
        self._category_of_row: dict[int, int] = {}
        self._meant: dict[tuple[int, str], str] = {}
        for number, category, texts in _rows_of(self._sheet, self._context):
            self._put(number, category, texts)
        self._context.categories = frozenset(self._rows)
        self._plans: dict[int, CategoryPlan] = {}
        self._counts: dict[int, Counter[int]] = {}
        self._total: Counter[int] = Counter()
        self._states: dict[int | None, StateCounts] = {}
        self._assign()
        for of_pairs in self._pairs_of:
            self._judge_category(of_pairs)

    def _put(self, number: int, category: int, texts: _Texts) -> None:
        self._category_of_row[number] = category
        rows = self._rows.get(category)
        if rows is None:
            rows = self._rows[category] = {}
        rows[number] = texts

    def _plan_rows(self, category: int) -> Iterator[PlanRow]:
        """Yield the rows of a category in order; of most categories, no SKU asks for them."""
        return (self._plan_row(category, number) for number in sorted(self._rows.get(category, ())))

    def _plan_row(self, category: int, number: int) -> PlanRow:
        texts = self._rows[category][number]
        key = (category, texts[3])
        if key not in self._meant:
            self._meant[key] = self._context.attribute_meant(str(category), texts[3])
        return PlanRow(number, *texts, self._meant[key])

    def _assign(self) -> None:
        """See under which category the SKUs of each pair go."""
        self.category_ids: CategoryReading = self._context.reading_of(self._rows.keys())
        pairs, in_sheet = self._index.pairs, self._rows.keys()
        reading = self.category_ids
        self._category_of: dict[int, int | None] = {
            pair: reading.category_of(pairs[pair], in_sheet) for pair in self._index.sent_by_pair
        }
        self._pairs_of: dict[int | None, list[int]] = {}
        for pair, category in self._category_of.items():
            self._pairs_of.setdefault(category, []).append(pair)

    def _judge_category(self, category: int | None) -> None:
        """Judge all SKUs of a category; those of None have no rows."""
        pairs = self._pairs_of.get(category, ())
        if category is None:
            for pair in pairs:
                self._judge.judge_without_rows(pair, self._unmapped(pair))
        elif pairs:
            self._judge.judge(self._plan(category), pairs)
        self._count(category)

    def _plan(self, category: int) -> CategoryPlan:
        if category not in self._plans:
            fields = rows_by_field(self._plan_rows(category))
            self._plans[category] = CategoryPlan(self._context, category, fields, self._missing)
        return self._plans[category]

    def _unmapped(self, pair: int) -> int:
        return mask_of("category-unmapped", self._state_of_unmapped(pair))

    def _state_of_unmapped(self, pair: int) -> ReasonState:
        """Return how sure it is that rows lack: not where it is unclear which ids would be asked for."""
        is_clear = self.category_ids.reading in ("global", "store")
        return "blocked" if is_clear and self.category_ids.wanted_of(self._index.pairs[pair]) else "at-risk"

    def _count(self, category: int | None) -> None:
        counted: Counter[int] = Counter()
        for pair in self._pairs_of.get(category, ()):
            self._total.subtract(self._counts.get(pair, {}))
            self._counts[pair] = self._judge.count(self._index.places_by_pair[pair])
            self._total.update(self._counts[pair])
            counted.update(self._counts[pair])
        if counted:
            self._states[category] = count_states(self._by_mask(counted))
        else:
            self._states.pop(category, None)
        self.__dict__.pop("numbers", None)

    def _by_mask(self, counted: Mapping[int, int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for number, count in counted.items():
            mask = self._judge.masks[number]
            found[mask] = found.get(mask, 0) + count
        return found

    # ------------------------------------------------------------------ after a change

    def update(self, rows: Iterable[int]) -> None:
        """Take up what changed in those rows, by Excel's numbers: other texts, rows that came or went."""
        changed = sorted(set(rows))
        if len(changed) > _MOST_FOLLOWED:
            self._begin()
            return
        in_sheet = set(self._rows)
        before = [self._take_out(number) for number in changed]
        found = list(_rows_of(self._sheet.select_rows(changed), self._context))
        there = self._rows.keys() | {category for _, category, _ in found}
        if there != in_sheet and not self._context.holds_for(there):
            self._begin()
            return
        for number, category, texts in found:
            self._put(number, category, texts)
        after = [self._row_at(number) for number in changed]
        changes: dict[int, tuple[list[PlanRow], list[PlanRow]]] = {}
        for one, other in zip(before, after, strict=True):
            for place, each in enumerate((one, other)):
                if each and one != other:
                    changes.setdefault(each[0], ([], []))[place].append(each[1])
        moved = self._reassign() if there != in_sheet else frozenset()
        for category, (gone, come) in changes.items():
            old = self._plans.pop(category, None)
            if old and (plan := old.changed(gone, come)):
                self._plans[category] = plan
            if old and category in self._pairs_of and category not in moved:
                cells = {FieldValue(row.field, row.value) for row in (*gone, *come)}
                self._judge.follow(self._plan(category), cells)
                self._count(category)
            else:
                self._judge_category(category)

    def _row_at(self, number: int) -> tuple[int, PlanRow] | None:
        category = self._category_of_row.get(number)
        return None if category is None else (category, self._plan_row(category, number))

    def _take_out(self, number: int) -> tuple[int, PlanRow] | None:
        found = self._row_at(number)
        if found:
            category = self._category_of_row.pop(number)
            del self._rows[category][number]
            if not self._rows[category]:
                del self._rows[category]
        return found

    def _reassign(self) -> frozenset[int | None]:
        """Assign anew, since the sheet has other categories; return those that gained or lost SKUs."""
        before = self._category_of
        self._assign()
        changed = [pair for pair, category in self._category_of.items() if before[pair] != category]
        for pair in (pair for pair in changed if self._category_of[pair] is None):
            self._judge.judge_without_rows(pair, self._unmapped(pair))
        moved = frozenset(each for pair in changed for each in (before[pair], self._category_of[pair]))
        if None in moved:
            self._count(None)
        return moved

    def changed_from(self, before: Readiness) -> Sequence[int]:
        """Return where the SKUs stand that other rows serve than before, of those that would be sent.

        `before` is of the same exports and another state of the sheet. Of SKUs whose values are not known,
        all of a category count.
        """
        found = {
            place
            for pair, category in self._category_of.items()
            if before._category_of.get(pair) != category
            for place in self._index.places_by_pair[pair]
        }
        found.update(
            place
            for place in self._index.sent_places()
            if self._judge.mask_of(place) != before._judge.mask_of(place)
        )
        for category, cells in self._cells_changed_from(before).items():
            found.update(self._served_by(category, cells))
        return array("i", sorted(found))

    def _served_by(self, category: int, cells: Collection[FieldValue]) -> Iterator[int]:
        """Yield where the SKUs of a category stand that have one of those values, or may have it."""
        pairs, judge = frozenset(self._pairs_of.get(category, ())), self._judge
        every = (place for pair in pairs for place in self._index.places_by_pair[pair])
        if "vtex-sku-specifications" in self._missing:
            yield from every
            return
        number_of = self._index.number_of_cell
        numbers = [number for cell in cells if (number := number_of.get(cell)) is not None]
        yield from self._index.having_any(pairs, numbers)
        if self._missing:
            yield from (place for place in every if state_of(judge.mask_of(place)) == "unknown")

    def _cells_changed_from(self, before: Readiness) -> Mapping[int, Collection[FieldValue]]:
        """Return by category the fields and values that other rows serve than before."""
        cells: dict[int, set[FieldValue]] = {}
        for category in before._rows.keys() | self._rows.keys():
            differ = _unnumbered(before._plan_rows(category)) ^ _unnumbered(self._plan_rows(category))
            if differ:
                cells[category] = {FieldValue(row.field, row.value) for row in differ}
        return cells

    # ------------------------------------------------------------------ all in numbers

    @property
    def weights(self) -> Mapping[str, float] | None:
        """What each SKU is worth, by its id; None where nothing is told."""
        return self._weights

    @weights.setter
    def weights(self, weights: Mapping[str, float] | None) -> None:
        self._weights = weights
        self.__dict__.pop("numbers", None)

    @cached_property
    def numbers(self) -> Numbers:
        """What becomes of all SKUs, as far as is known now."""
        masks = self._by_mask(self._total + self._not_sent)
        return Numbers(
            count_states(masks),
            best_order(masks, self._weights_by_mask()),
            count_not_sent(masks),
            dict(self._states),
        )

    def _weights_by_mask(self) -> dict[int, float] | None:
        if self._weights is None:
            return None
        sums: dict[int, float] = {}
        for sku, weight in self._weights.items():
            place = self.place_of(sku)
            if place is not None:
                mask = self._judge.mask_of(place)
                sums[mask] = sums.get(mask, 0) + weight
        return sums

    @property
    def coverage(self) -> tuple[FileCoverage, ...]:
        """Which categories of the sheet each Amazon file speaks for."""
        return self._context.coverage.files(self._rows.keys())

    @property
    def uncovered_categories(self) -> tuple[int, ...]:
        """The categories of the sheet that no Amazon file covers; none where there is no file."""
        return self._context.coverage.uncovered(self._rows.keys())

    @property
    def missing(self) -> tuple[Export, ...]:
        """The exports without which the `unknown` SKUs are not known; empty where all are there."""
        return tuple(export for export in EXPORTS if export in self._missing)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is odd about the files and changes no result."""
        index = self._index
        notes = list(_notes_on_files(self._references))
        notes += [Note("sku-replaced", sku, file=file) for sku, file in index.export.replaced.items()]
        replaced = index.replaced.items()
        notes += [Note("specification-replaced", " ".join(key), file=file) for key, file in replaced]
        for unknown in self._index.unknown_owners:
            notes += [Note("specification-without-owner", unknown[0], len(unknown))] if unknown else []
        if without := sum(1 for sku in self._index.ids if not sku):
            notes.append(Note("product-without-skus", times=without))
        if minority := self.category_ids.minority:
            notes.append(Note("category-ids-minority", times=minority))
        return tuple(notes)

    def notes_for(self, page: AdminPage | None) -> tuple[Note, ...]:
        """Return the notes with what the page of the Admin that sends the products asks besides."""
        if page != "product-publication" or not (places := self._index.once(_without_brand)):
            return self.notes
        return *self.notes, Note("title-without-brand", self._index.ids[places[0]], len(places))

    def brand_not_first(self, sku: str) -> str:
        """Return the brand of a SKU that would be sent and whose names do not begin with it, else nothing."""
        place = self.place_of(sku)
        if place is None or not self._index.sent[place]:
            return ""
        return _brand_not_first(self._index.export, place)

    # ------------------------------------------------------------------ single SKUs

    def place_of(self, sku: str) -> int | None:
        """Return where a SKU stands, None where there is none of that id; `13737p` is 13737."""
        place = self._index.place_of(sku)
        return self._index.place_of(normalize_id(sku.strip())) if place is None else place

    def result(self, sku: str) -> SkuResult | None:
        """Return what becomes of a SKU, None where there is none of that id."""
        place = self.place_of(sku)
        return None if place is None else self.result_at(place)

    def results(self, states: Collection[SkuState] = ()) -> Iterator[SkuResult]:
        """Yield what becomes of all SKUs, or of those in some states, in the order of the export."""
        return map(self.result_at, self.places(states=states))

    def result_at(self, place: int) -> SkuResult:
        """Return what becomes of the SKU that stands there."""
        line, mask, plan = self.line_at(place), self._judge.mask_of(place), self._plan_at(place)
        reasons = sorted(self._reasons(place, plan), key=lambda reason: PLACE[reason.code])
        needs = needs_of(mask) if line.state == "unknown" else ()
        sends = self._judge.sends(place, plan) if plan else ()
        return SkuResult(*line[:6], needs, tuple(dict.fromkeys(reasons)), sends)

    def changes_since(self, old: Readiness) -> Sequence[SkuChange]:
        """Return the SKUs whose state is another one by another sheet, of the same references and options."""
        states = [state_of(mask) for mask in self._judge.masks]
        before = [state_of(mask) for mask in old._judge.masks]
        both = zip(old._judge.outcomes, self._judge.outcomes, strict=True)
        changed = [
            (place, one, other)
            for place, (one, other) in enumerate(both)
            if before[one] != states[other] and self._index.ids[place]
        ]
        codes_before, codes_now = ([codes_of(mask) for mask in each._judge.masks] for each in (old, self))
        return [
            SkuChange(
                *self.line_at(place)[:3],
                before[one],
                states[other],
                _first_code(codes_now[other] & ~codes_before[one]),
                _first_code(codes_before[one] & ~codes_now[other]),
            )
            for place, one, other in changed
        ]

    def line_at(self, place: int) -> SkuLine:
        """Return the SKU that stands there as a line of a table."""
        index, mask = self._index, self._judge.mask_of(place)
        state, name = state_of(mask), self._name_at(place)
        global_id, store_id = index.pairs[index.pair_of[place]]
        category = SkuCategory(self._category_at(place), store_id, global_id)
        first = _first_code(codes_of(mask))
        is_unchecked = state == "ready" and bool(mask & UNCHECKED)
        return SkuLine(index.ids[place], index.products[place], name, category, state, is_unchecked, first)

    def places(
        self,
        *,
        states: Collection[SkuState] = (),
        code: str = "",
        category: int | None = None,
        text: str = "",
        order: SkuOrder = "export",
        descending: bool = False,
    ) -> Sequence[int]:
        """Return where the SKUs stand of which all this is true, in an order; what is left out is not asked.

        `code` is a reason, `category` one of the sheet, `text` a part of the id, the name or the product.
        """
        masks, outcomes = self._judge.masks, self._judge.outcomes
        bit = 1 << PLACE[code] if code else 0
        wanted = {
            number
            for number, mask in enumerate(masks)
            if (not states or state_of(mask) in states) and codes_of(mask) & bit == bit
        }
        found: Iterable[int] = (place for place, sku in enumerate(self._index.ids) if sku)
        found = (place for place in found if outcomes[place] in wanted)
        if category is not None:
            found = (place for place in found if self._category_at(place) == category)
        if words := text.casefold().split():
            found = (place for place in found if self._holds(place, words))
        key = self._sort_key(order)
        if key is None:
            return array("i", reversed(list(found)) if descending else found)
        return array("i", sorted(found, key=key, reverse=descending))

    def _holds(self, place: int, words: Sequence[str]) -> bool:
        index = self._index
        told = f"{index.ids[place]} {index.products[place]} {self._name_at(place)}".casefold()
        return all(word in told for word in words)

    def _sort_key(self, order: SkuOrder) -> Callable[[int], Any] | None:
        masks, outcomes = self._judge.masks, self._judge.outcomes
        ranks = [_STATE_ORDER.index(state_of(mask)) for mask in masks]
        firsts = [codes_of(mask) & -codes_of(mask) or 1 << len(RULES) for mask in masks]
        keys: dict[SkuOrder, Callable[[int], Any]] = {
            "sku": lambda place: _number_key(self._index.ids[place]),
            "name": lambda place: self._name_at(place).casefold(),
            "category": lambda place: self._category_at(place) or 0,
            "state": lambda place: ranks[outcomes[place]],
            "reason": lambda place: firsts[outcomes[place]],
        }
        return keys.get(order)

    def _name_at(self, place: int) -> str:
        export = self._index.export
        return export.texts("sku-name")[place] or export.texts("product-name")[place] or ""

    def _category_at(self, place: int) -> int | None:
        sent = self._index.sent[place]
        return self._category_of[self._index.pair_of[place]] if sent else None

    def _plan_at(self, place: int) -> CategoryPlan | None:
        category = self._category_at(place)
        return None if category is None else self._plan(category)

    def _reasons(self, place: int, plan: CategoryPlan | None) -> Iterator[Reason]:
        yield from self._judge.reasons_by_export(place)
        if plan:
            yield from self._judge.reasons_by_rows(place, plan)
        elif self._judge.mask_of(place) & _UNMAPPED:
            pair = self._index.pair_of[place]
            of_all, of_store = self._index.pairs[pair]
            wanted = of_store if self.category_ids.reading == "store" else of_all
            state, code = self._state_of_unmapped(pair), "category-unmapped"
            yield Reason(code, state, ERRORS[code], value=str(wanted) if wanted else None)


def _first_code(codes: int) -> str:
    """Return the code that VTEX would say first, empty where there is none."""
    return next((RULES[each].code for each in places_in(codes)), "")


_UNMAPPED = mask_of("category-unmapped", "blocked") | mask_of("category-unmapped", "at-risk")


def _unnumbered(rows: Iterable[PlanRow]) -> frozenset[PlanRow]:
    """Return rows as what they say, wherever they stand."""
    return frozenset(row._replace(number=0) for row in rows)


_Texts = tuple[str, str, str, str, str, str]
"""The texts of a row from VariationTheme to AmazonValue, its field before its attribute."""

_FIELD, _VALUE = (COLUMNS.index(name) - 1 for name in ("VTEXSpecification", "VTEXValue"))


def missing_exports(references: References) -> frozenset[Export]:
    """Return the exports of specifications that are not there, or tell no fields or owners."""
    there: set[str] = set()
    for each in references.vtex_specifications:
        if each.names_fields and (any(each.owners) or not len(each)):
            there.add(f"vtex-{each.kind}-specifications")
    return frozenset(export for export in EXPORTS if export not in there)


def _rows_of(sheet: MappingSheet, context: CheckContext) -> Iterator[tuple[int, int, _Texts]]:
    """Yield number, category and clean texts of each row that is somebody's; what shows an error is empty."""
    view = SheetView(sheet)
    if any(view.garbled(name) for name in COLUMNS):
        view = SheetView(sheet, context.reading)
    columns = {name: _texts(view, name) for name in COLUMNS}
    numbers = {text: parse_id(text) for text in set(columns["CategoryID"])}
    told = map(numbers.__getitem__, columns["CategoryID"])
    texts = zip(*(columns[each] for each in COLUMNS[1:]), strict=True)
    for number, category, of_row in zip(view.numbers, told, texts, strict=True):
        if category and of_row[_FIELD] and of_row[_VALUE]:
            yield number, category, of_row


def _texts(view: SheetView, name: Column) -> Sequence[str]:
    """Return the clean texts of a column; cells that cannot be read or are merged with another are empty."""
    texts = view.cleaned(name)
    if (UNREADABLE,) in view.distinct((name,)):
        texts = ["" if text == UNREADABLE else text for text in texts]
    merged = list(view.merged(name))
    if merged:
        texts = list(texts)
        for position in merged:
            texts[position] = ""
    return texts


def _number_key(text: str) -> tuple[int, str]:
    """Return what sorts ids as numbers where they are some."""
    return (int(text), "") if text.isdecimal() else (sys.maxsize, text)


def _without_brand(index: SkuIndex) -> Sequence[int]:
    """Return where the SKUs stand that would be sent and whose names do not begin with their brand."""
    if "brand" not in index.export.columns:
        return ()
    return [
        place for place in compress(range(len(index)), index.sent) if _brand_not_first(index.export, place)
    ]


def _brand_not_first(export: VtexProducts, place: int) -> str:
    """Return the brand that neither the SKU's name nor its product's begins with; empty where not known.

    Which of the two the page takes for its title is not documented.
    """
    brand = export.texts("brand")[place] or ""
    names = [export.texts(each)[place] for each in ("sku-name", "product-name")]
    known = [name for name in names if name]
    return brand if known and not any(_begins_with(brand, name) for name in known) else ""


_MOST_LETTERS = 4
"""Letters and marks of a name for each of its brand's, within which it begins with it, if at all."""


@lru_cache(maxsize=1024)  # a store has fewer brands
def _letters(brand: str) -> str:
    return "".join(_WORDS.findall(fold_case_and_accents(brand)))


def _begins_with(brand: str, name: str) -> bool:
    """Return whether a name begins with a brand's letters, if it has any, whatever their case and marks."""
    if name.startswith(brand) and not name[len(brand) : len(brand) + 1].isalnum():
        return True
    wanted = _letters(brand)
    begun = accumulate(_WORDS.findall(fold_case_and_accents(name[: _MOST_LETTERS * len(brand)])))
    return not wanted or wanted in takewhile(lambda said: len(said) <= len(wanted), begun)


def _notes_on_files(references: References) -> Iterator[Note]:
    """Yield which exports hold nothing, or nothing that can be joined."""
    exports: list[VtexProducts | VtexSpecifications] = [*references.vtex_products]
    for export in (*exports, *references.vtex_specifications):
        if not len(export):
            yield Note("export-empty", file=export.file)
    for each in references.vtex_specifications:
        if len(each) and not any(each.owners.values):
            yield Note("export-without-ids", file=each.file)
