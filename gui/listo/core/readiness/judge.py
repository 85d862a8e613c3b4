"""What becomes of SKUs: those of one category at once, or one in full.

A SKU's reasons are the bits of one number, see `rules`. A million SKUs are of few kinds of which the same
becomes, so that each keeps but the number of its kind: where the sheet asks something else, kinds are judged.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from listo.core.checks import barcodes
from listo.core.readiness.model import Export, Reason, SentValue
from listo.core.readiness.plan import CategoryPlan
from listo.core.readiness.rules import ERRORS, RULES, mask_of
from listo.core.references.columns import CodedColumn, same_in_all, told_together
from listo.core.references.vtex_export import normalize_number, parse_category_number
from listo.core.skus.index import NONE, FieldValue, SkuIndex
from listo.core.skus.options import Options
from listo.core.skus.twins import TwinGroups, TwinIndex

WITHOUT_CATEGORY = mask_of("sku-without-global-category")
_TWINS, _UNTOLD = mask_of("variation-twins"), mask_of("variation-field-unmapped")


class _Kind(NamedTuple):
    """What SKUs have in common of which the same becomes.

    `pair` is that of their categories, NONE of those that are not sent; `own` are the reasons that hang on no
    row, `word` is what their values add up to, `twins` the reasons that follow from others of the product.
    """

    pair: int
    own: int
    word: int = 0
    twins: int = 0


class Judge:
    """The reasons of all SKUs of the exports, as far as they were judged."""

    def __init__(self, index: SkuIndex, options: Options, missing: Collection[Export]) -> None:
        """Judge by the exports alone, rules 1, 2 and 9; `missing` are those that are not there."""
        self.index = index
        self.knows_own = "vtex-sku-specifications" not in missing
        self.misses_any = bool(missing)
        self.own = own_masks(index, options)
        """The reasons of each SKU that hang on no row, by place."""
        self.masks: list[int] = []
        """The reasons of SKUs, by the number of their kind."""
        self.kinds: list[_Kind] = []
        self._numbers: dict[_Kind, int] = {}
        self._categories: dict[int, _CategoryJudge] = {}
        self.outcomes = array("i", self.own.map(lambda own: self.number(_Kind(NONE, own), own)))
        """The number of each SKU's kind, by place."""

    def number(self, kind: _Kind, mask: int) -> int:
        """Return the number of a kind of which that becomes now."""
        number = self._numbers.setdefault(kind, len(self.masks))
        if number == len(self.masks):
            self.masks.append(mask)
            self.kinds.append(kind)
        else:
            self.masks[number] = mask
        return number

    def mask_of(self, place: int) -> int:
        """Return the reasons of a SKU as bits."""
        return self.masks[self.outcomes[place]]

    def count(self, places: Sequence[int]) -> Counter[int]:
        """Return how many of these SKUs are of each kind."""
        return Counter(map(self.outcomes.__getitem__, places))

    # ------------------------------------------------------------------ many at once

    def judge_without_rows(self, pair: int, unmapped: int) -> None:
        """Judge SKUs whose category has no rows; `unmapped` is the bit that says so."""
        codes = self.own.codes
        told = [
            self.number(_Kind(pair, own), own if own & WITHOUT_CATEGORY else own | unmapped)
            for own in self.own.values
        ]
        for place in self.index.places_by_pair[pair]:
            self.outcomes[place] = told[codes[place]]

    def judge(self, plan: CategoryPlan, pairs: Iterable[int]) -> None:
        """Judge the SKUs of pairs, which are all that go by the rows of a category."""
        self._categories[plan.number] = _CategoryJudge(self, plan, pairs)

    def follow(self, plan: CategoryPlan, cells: Collection[FieldValue]) -> None:
        """Judge those of a category again by another plan; `cells` are the values whose rows changed."""
        self._categories[plan.number].follow(plan, cells)

    def fields_of(self, plan: CategoryPlan, pair: int) -> frozenset[str]:
        """Return those of a category's mapped fields that a pair's store category has."""
        index = self.index
        there = index.fields_of_store.get(index.pairs[pair].store_id, frozenset())
        return frozenset(name for name in plan.by_field if index.number_of_field.get(name) in there)

    # ------------------------------------------------------------------ one in full

    def values_of(self, place: int) -> dict[str, set[str]]:
        """Return a SKU's values by field, as far as they are known."""
        found: dict[str, set[str]] = {}
        for name, value in self.index.values_of(place) if self.knows_own else ():
            found.setdefault(name, set()).add(value)
        return found

    def reasons_by_export(self, place: int) -> Iterator[Reason]:
        """Yield the reasons of rules 1, 2 and 9 that the exports alone tell."""
        mask, ean = self.own[place], self.index.export.texts("ean")[place] or ""
        for rule in RULES:
            if rule.state and mask & mask_of(rule.code):
                error = barcodes.error_of(ean) if rule.code == "ean-invalid" else ERRORS[rule.code]
                value = ean if rule.code.startswith("ean-") else None
                yield Reason(rule.code, rule.state, error, value=value or None)

    def reasons_by_rows(self, place: int, plan: CategoryPlan) -> Iterator[Reason]:
        """Yield the reasons that go by the rows of a SKU's category."""
        kind, fields = self.kinds[self.outcomes[place]], self.fields_of(plan, self.index.pair_of[place])
        yield from plan.reasons(self.values_of(place), kind.word, fields)
        if kind.twins:
            yield Reason("variation-twins", "at-risk")
            for name in self._categories[plan.number].fields_untold(place):
                yield Reason("variation-field-unmapped", "at-risk", specification=name)

    def sends(self, place: int, plan: CategoryPlan) -> tuple[SentValue, ...]:
        """Return what would be sent of a SKU."""
        return tuple(plan.sends(self.values_of(place)))


class _CategoryJudge:
    """The SKUs that go by the rows of one category: what is kept of them from one plan to the next."""

    def __init__(self, judge: Judge, plan: CategoryPlan, pairs: Iterable[int]) -> None:
        """Judge all."""
        self._judge, self._index, self._plan, self._pairs = judge, judge.index, plan, frozenset(pairs)
        self._bits = _Bits(plan, judge.index)
        self._fields: dict[int, frozenset[str]] = {}
        self._followed: dict[tuple[int, frozenset[str]], int] = {}
        self._numbers: dict[_Kind, int] = {}
        self._places_of_twins: dict[int, Collection[int]] = {}
        outcomes, codes = judge.outcomes, judge.own.codes
        for pair in self._pairs:
            known = _NumbersOfPair(self, pair, judge.own.values)
            places = self._index.places_by_pair[pair]
            if not judge.knows_own:
                told = {code: known[0, code] for code in dict.fromkeys(map(codes.__getitem__, places))}
                for place in places:
                    outcomes[place] = told[codes[place]]
                continue
            for place, word in self._words(places):
                outcomes[place] = known[word, codes[place]]
        self._tell_twins(self._twins.renew(plan.theme_attributes) if judge.knows_own else ())

    @cached_property
    def _twins(self) -> TwinGroups:
        """Who is told apart from whom; not asked for where the values of SKUs are not known."""
        return TwinGroups(self._index.once(TwinIndex), self._pairs, needs_all=self._judge.misses_any)

    def follow(self, plan: CategoryPlan, cells: Collection[FieldValue]) -> None:
        """Judge those again of whom something else becomes by another plan."""
        before, self._plan = self._plan, plan
        number_of, index = self._index.number_of_cell, self._index
        numbers = {number for cell in cells if (number := number_of.get(cell)) is not None}
        for name in {cell.field for cell in cells}:
            if before.attributes_of(name) != plan.attributes_of(name) and name in index.number_of_field:
                numbers.update(index.cells_of_field(index.number_of_field[name]))
        changed = self._bits.renew(plan, numbers)
        if plan.shape != before.shape:
            self._fields.clear()
            self._followed.clear()
            for kind, number in self._numbers.items():
                self._judge.masks[number] = self._mask(kind)
        if changed:
            self._judge_again(index.having_any(self._pairs, changed))
        if self._judge.knows_own:
            products = set(self._twins.renew(plan.theme_attributes, cells))
            if moved := plan.fields_of_theme ^ before.fields_of_theme:
                products.update(self._products_differing(moved))
            self._tell_twins(products)

    def _products_differing(self, fields: Collection[str]) -> set[int]:
        """Return the products among whose twins some differ in one of these fields."""
        return {
            product
            for product, twins in self._twins.by_product.items()
            for one in twins
            for name, _ in one.differing
            if name in fields
        }

    def fields_untold(self, place: int) -> Sequence[str]:
        """Return the fields that the theme leaves out and in which a SKU differs from its twins."""
        twins = self._twins.by_product[self._index.product_of[place]]
        return sorted(
            name
            for one in twins
            if place in one.places
            for name, having in one.differing
            if name not in self._plan.fields_of_theme and place in having
        )

    def number(self, kind: _Kind) -> int:
        """Return the number of a kind."""
        if kind not in self._numbers:
            self._numbers[kind] = self._judge.number(kind, self._mask(kind))
        return self._numbers[kind]

    def _mask(self, kind: _Kind) -> int:
        if kind.pair not in self._fields:
            self._fields[kind.pair] = self._judge.fields_of(self._plan, kind.pair)
        key = kind.word, self._fields[kind.pair]
        if key not in self._followed:
            self._followed[key] = self._plan.follow(*key)
        return kind.own | self._followed[key] | kind.twins

    def _words(self, places: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield what the values of each SKU add up to."""
        if not self._judge.knows_own:
            yield from ((place, 0) for place in places)
            return
        (starts, cells), bits = self._index.joined, self._bits
        for place in places:
            word = 0
            for cell in cells[starts[place] : starts[place + 1]]:
                word |= bits[cell]
            yield place, word

    def _judge_again(self, places: Iterable[int]) -> None:
        """Judge SKUs whose values add up to something else now."""
        outcomes, kinds = self._judge.outcomes, self._judge.kinds
        known: dict[tuple[int, int], int] = {}
        for place, word in self._words(places):
            key = outcomes[place], word
            if key not in known:
                known[key] = self.number(kinds[key[0]]._replace(word=word))
            outcomes[place] = known[key]

    def _tell_twins(self, products: Iterable[int]) -> None:
        """Say of the SKUs of products who is a twin, and which differ in what the theme leaves out."""
        gone: list[int] = []
        twins_now: list[int] = []
        untold: list[int] = []
        for product in products:
            gone += self._places_of_twins.pop(product, ())
            twins = self._twins.by_product.get(product)
            if twins:
                places = self._places_of_twins[product] = [place for one in twins for place in one.places]
                twins_now += places
                for one in twins:
                    for name, having in one.differing:
                        if name not in self._plan.fields_of_theme:
                            untold += having
        outcomes = self._judge.outcomes
        for bits, of_bits in ((0, gone), (_TWINS, twins_now), (_TWINS | _UNTOLD, untold)):
            numbers = _NumbersWithTwins(self, self._judge.kinds, bits)
            for place in of_bits:
                outcomes[place] = numbers[outcomes[place]]


class _NumbersWithTwins(dict[int, int]):
    """The number of each kind, by its own, once these reasons follow from others of the product."""

    def __init__(self, category: _CategoryJudge, kinds: Sequence[_Kind], bits: int) -> None:
        self._category, self._kinds, self._bits = category, kinds, bits

    def __missing__(self, known: int) -> int:
        number = self[known] = self._category.number(self._kinds[known]._replace(twins=self._bits))
        return number


class _NumbersOfPair(dict[tuple[int, int], int]):
    """The number of each kind of SKUs of a pair, by word and by the number of what the exports tell."""

    def __init__(self, category: _CategoryJudge, pair: int, own: Sequence[int]) -> None:
        self._category, self._pair, self._own = category, pair, own

    def __missing__(self, key: tuple[int, int]) -> int:
        word, code = key
        number = self[key] = self._category.number(_Kind(self._pair, self._own[code], word))
        return number


class _Bits(dict[int, int]):
    """What each cell of the exports adds to a word, kept from one plan to the next."""

    def __init__(self, plan: CategoryPlan, index: SkuIndex) -> None:
        self._plan, self._index = plan, index

    def __missing__(self, cell: int) -> int:
        word = self[cell] = self._plan.word(*self._index.cells[cell])
        return word

    def renew(self, plan: CategoryPlan, cells: Iterable[int]) -> Collection[int]:
        """Take up another plan, which may make something else of some cells; return of which it does."""
        self._plan = plan
        return [cell for cell in cells if cell in self and self.pop(cell) != self[cell]]


# What the exports alone tell


def own_masks(index: SkuIndex, options: Options) -> CodedColumn[int]:
    """Return the reasons of each SKU that hang on no row of the sheet."""
    products = index.export
    policy = normalize_number((options.trade_policy or "").strip())
    return told_together(
        _own_mask,
        products.active,
        products.products_active,
        products.trade_policies.map(lambda each: bool(policy) and each is not None and policy not in each),
        products.kits if options.kits == "not-sent" else same_in_all(None, len(index)),
        products.texts("global-category-id").map(
            lambda text: text is not None and not parse_category_number(text)
        ),
        _masks_of_eans(index, is_exempt=options.ean == "exempt"),
    )


def _own_mask(
    active: object,
    product_active: object,
    is_outside: object,
    is_kit: object,
    is_nowhere: object,
    of_ean: int,
) -> int:
    mask = mask_of("sku-inactive") if active is False else 0
    if active is not False:
        mask |= mask_of("product-inactive") if product_active is False else 0
        mask |= mask_of("sku-outside-trade-policy") if is_outside else 0
    mask |= mask_of("sku-kit") if is_kit else 0
    return mask or of_ean | (WITHOUT_CATEGORY if is_nowhere else 0)


def _masks_of_eans(index: SkuIndex, *, is_exempt: bool) -> CodedColumn[int]:
    """Return what is wrong with the barcode number of each SKU that would be sent, rule 9."""
    wrong = {name: mask_of(f"ean-{name}") for name in ("missing", "placeholder", "invalid")}
    if is_exempt:
        wrong |= {"missing": 0, "placeholder": 0}
    restricted, repeated = mask_of("ean-restricted"), mask_of("ean-duplicate")

    def mask(kind: barcodes.Barcode | None) -> int:
        if kind is None or kind.of_sku:
            return wrong[kind.of_sku] if kind and kind.of_sku else 0
        return restricted if kind.use else 0

    found = index.once(barcodes.SkuBarcodes)
    masks, codes = list(map(mask, found.kinds.values)), bytearray(found.kinds.codes)
    for place in chain.from_iterable(found.repeated):
        codes[place] += len(masks)
    return CodedColumn([*masks, *(each | repeated for each in masks)], codes)
