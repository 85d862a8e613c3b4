"""What becomes of SKUs: those of one category at once, or one in full.

A SKU's reasons are the bits of one number, see `rules`; a million SKUs have few different ones, so that each
SKU keeps but the number of its number.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from listo.core.checks import barcodes
from listo.core.readiness.model import Export, Reason, SentValue
from listo.core.readiness.plan import CategoryPlan
from listo.core.readiness.rules import ERRORS, RULES, mask_of
from listo.core.references.columns import CodedColumn, same_in_all, told_together
from listo.core.references.vtex_export import normalize_number, parse_category_number
from listo.core.skus.index import NONE, FieldValue, SkuIndex
from listo.core.skus.options import Options

WITHOUT_CATEGORY = mask_of("sku-without-global-category")
_TWINS, _UNTOLD = mask_of("variation-twins"), mask_of("variation-field-unmapped")


class Judge:
    """The reasons of all SKUs of the exports, as far as they were judged."""

    def __init__(self, index: SkuIndex, options: Options, missing: Collection[Export]) -> None:
        """Judge by the exports alone, rules 1, 2 and 9; `missing` are those that are not there."""
        self.index = index
        self._knows_own = "vtex-sku-specifications" not in missing
        self._numbers = _Numbers()
        self._own = own_masks(index, options)
        self.outcomes = array("i", self._own.map(self._numbers.__getitem__))
        """The number of each SKU's mask, by place."""
        self._words_known = _Numbers()
        self._word_of = array("i", bytes(4 * len(index)))
        """The number of each SKU's word without what tells it apart, where its category has rows."""

    @property
    def masks(self) -> Sequence[int]:
        """The reasons of SKUs, by number."""
        return self._numbers.masks

    def mask_of(self, place: int) -> int:
        """Return the reasons of a SKU as bits."""
        return self.masks[self.outcomes[place]]

    def count(self, places: Sequence[int]) -> Counter[int]:
        """Return how many of these SKUs have each number."""
        return Counter(map(self.outcomes.__getitem__, places))

    # ------------------------------------------------------------------ many at once

    def judge_without_rows(self, places: Sequence[int], unmapped: int) -> None:
        """Judge SKUs whose category has no rows; `unmapped` is the bit that says so."""
        masks, codes = self._own.values, self._own.codes
        told = [self._numbers[mask if mask & WITHOUT_CATEGORY else mask | unmapped] for mask in masks]
        for place in places:
            self.outcomes[place] = told[codes[place]]

    def judge(self, plan: CategoryPlan, places_by_pair: Mapping[int, Sequence[int]]) -> None:
        """Judge SKUs that go by the rows of a category, together with all of the same product there."""
        outcomes, masks, codes, numbers = self.outcomes, self._own.values, self._own.codes, self._numbers
        product_of, low, shift, needed = (
            self.index.product_of,
            plan.low,
            plan.twins_from,
            plan.needed_of_twins,
        )
        complete, word_numbers, word_of = _Complete(plan), self._words_known, self._word_of
        first: dict[tuple[int, int], int] = {}
        twins: dict[tuple[int, int], list[int]] = {}
        bits = _Bits(plan, self.index)
        known: dict[frozenset[str], _Follow] = {}
        for pair, places in places_by_pair.items():
            fields = self.fields_of(plan, pair)
            follow = known.setdefault(fields, _Follow(plan, fields))
            for place, word in self._words(places, bits):
                told = word & low
                word_of[place] = word_numbers[told]
                outcomes[place] = numbers[masks[codes[place]] | follow[told]]
                twin = 0 if needed & ~word else complete[word >> shift]
                if twin and product_of[place] != NONE:
                    key = (product_of[place], twin)
                    if (other_one := first.setdefault(key, place)) != place:
                        twins.setdefault(key, [other_one]).append(place)
        for alike in twins.values():
            self._judge_twins(alike, plan)

    def judge_alone(self, plan: CategoryPlan, places_by_pair: Mapping[int, Sequence[int]]) -> None:
        """Judge SKUs of which nothing changed that tells them apart: they are twins as they were."""
        bits = _Bits(plan, self.index)
        for pair, places in places_by_pair.items():
            for place, word in self._words(places, bits):
                self._word_of[place] = self._words_known[word & plan.low]
            self.judge_as_they_are(plan, {pair: places})

    def judge_as_they_are(self, plan: CategoryPlan, places_by_pair: Mapping[int, Sequence[int]]) -> None:
        """Judge SKUs whose words and twins are as they were, by a plan that makes something else of words."""
        for pair, places in places_by_pair.items():
            follow = _Follow(plan, self.fields_of(plan, pair))
            columns = (self.outcomes, self._word_of, self._own.codes)
            keys = list(zip(*(map(column.__getitem__, places) for column in columns), strict=True))
            told = {
                (outcome, word, code): self._numbers[
                    self._own.values[code]
                    | follow[self._words_known.masks[word]]
                    | self.masks[outcome] & (_TWINS | _UNTOLD)
                ]
                for outcome, word, code in set(keys)
            }
            for place, number in zip(places, map(told.__getitem__, keys), strict=True):
                self.outcomes[place] = number

    def _words(self, places: Sequence[int], bits: _Bits) -> Iterator[tuple[int, int]]:
        if not self._knows_own:
            yield from ((place, 0) for place in places)
            return
        starts, cells = self.index.joined
        for place in places:
            word = 0
            for cell in cells[starts[place] : starts[place + 1]]:
                word |= bits[cell]
            yield place, word

    def _judge_twins(self, places: Sequence[int], plan: CategoryPlan) -> None:
        having = [place for each in self._differing(places, plan).values() for place in each]
        for place in places:
            self.outcomes[place] = self._numbers[self.mask_of(place) | _TWINS]
        for place in dict.fromkeys(having):
            self.outcomes[place] = self._numbers[self.mask_of(place) | _UNTOLD]

    def _differing(self, places: Sequence[int], plan: CategoryPlan) -> dict[str, list[int]]:
        """Return by field that the theme does not use, and in which some of the SKUs differ, who has it."""
        sets: dict[str, dict[int, frozenset[str]]] = {}
        for place in places:
            for name, values in self.values_of(place).items():
                sets.setdefault(name, {})[place] = frozenset(values)
        of_theme = {pair.field for pair in plan.pairs if pair.is_theme}
        return {
            name: list(found)
            for name, found in sorted(sets.items())
            if name not in of_theme and len(set(found.values())) > 1
        }

    def fields_of(self, plan: CategoryPlan, pair: int) -> frozenset[str]:
        """Return those of a category's mapped fields that a pair's store category has."""
        index = self.index
        there = index.fields_of_store.get(index.pairs[pair].store_id, frozenset())
        return frozenset(name for name in plan.by_field if index.number_of_field.get(name) in there)

    def using(
        self, cells: Iterable[FieldValue], pairs: Collection[int], *, with_siblings: bool
    ) -> Mapping[int, Sequence[int]]:
        """Return by pair, of these, where SKUs stand that have a value, or others of their product too."""
        index, pair_of = self.index, self.index.pair_of
        numbers = [number for cell in cells if (number := index.number_of_cell.get(cell)) is not None]
        places = set(index.having_any(pairs, numbers))
        if with_siblings:
            places.update(self.index.siblings({index.product_of[place] for place in places} - {NONE}, pairs))
        found: dict[int, list[int]] = {}
        for place in sorted(places):
            found.setdefault(pair_of[place], []).append(place)
        return found

    # ------------------------------------------------------------------ one in full

    def values_of(self, place: int) -> dict[str, set[str]]:
        """Return a SKU's values by field, as far as they are known."""
        found: dict[str, set[str]] = {}
        for name, value in self.index.values_of(place) if self._knows_own else ():
            found.setdefault(name, set()).add(value)
        return found

    def reasons_by_export(self, place: int) -> Iterator[Reason]:
        """Yield the reasons of rules 1, 2 and 9 that the exports alone tell."""
        mask, ean = self._own[place], self.index.export.texts("ean")[place] or ""
        for rule in RULES:
            if rule.state and mask & mask_of(rule.code):
                error = barcodes.error_of(ean) if rule.code == "ean-invalid" else ERRORS[rule.code]
                value = ean if rule.code.startswith("ean-") else None
                yield Reason(rule.code, rule.state, error, value=value or None)

    def reasons_by_rows(self, place: int, plan: CategoryPlan, pairs: Collection[int]) -> Iterator[Reason]:
        """Yield the reasons that go by the rows of a SKU's category, under which SKUs of those pairs go."""
        values, fields = self.values_of(place), self.fields_of(plan, self.index.pair_of[place])
        yield from plan.reasons(values, _word_of(values, plan), fields)
        if self.mask_of(place) & _TWINS:
            yield Reason("variation-twins", "at-risk")
            for name, having in self._differing(self._twins_of(place, plan, pairs), plan).items():
                if place in having:
                    yield Reason("variation-field-unmapped", "at-risk", specification=name)

    def sends(self, place: int, plan: CategoryPlan) -> tuple[SentValue, ...]:
        """Return what would be sent of a SKU."""
        return tuple(plan.sends(self.values_of(place)))

    def _twins_of(self, place: int, plan: CategoryPlan, pairs: Collection[int]) -> list[int]:
        twin = plan.twin_of(_word_of(self.values_of(place), plan))
        others = self.index.siblings([self.index.product_of[place]], frozenset(pairs))
        return [each for each in others if plan.twin_of(_word_of(self.values_of(each), plan)) == twin]


def _word_of(values: Mapping[str, Collection[str]], plan: CategoryPlan) -> int:
    word = 0
    for name, several in values.items():
        for value in several:
            word |= plan.word(name, value)
    return word


class _Numbers(dict[int, int]):
    """A number for every mask."""

    def __init__(self) -> None:
        self.masks: list[int] = []

    def __missing__(self, mask: int) -> int:
        number = self[mask] = len(self.masks)
        self.masks.append(mask)
        return number


class _Bits(dict[int, int]):
    """What each cell of the exports adds to a word."""

    def __init__(self, plan: CategoryPlan, index: SkuIndex) -> None:
        self._plan, self._index = plan, index

    def __missing__(self, cell: int) -> int:
        word = self[cell] = self._plan.word(*self._index.cells[cell])
        return word


class _Follow(dict[int, int]):
    """What follows from a word where the store category has those fields."""

    def __init__(self, plan: CategoryPlan, fields: Collection[str]) -> None:
        self._plan, self._fields = plan, fields

    def __missing__(self, word: int) -> int:
        mask = self[word] = self._plan.follow(word, self._fields)
        return mask


class _Complete(dict[int, int]):
    """What is told of the theme of SKUs, 0 where it is not all that tells twins apart."""

    def __init__(self, plan: CategoryPlan) -> None:
        self._plan = plan

    def __missing__(self, told: int) -> int:
        found = self[told] = self._plan.complete(told)
        return found


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
        CodedColumn.of(_masks_of_eans(index, is_exempt=options.ean == "exempt")),
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


def _masks_of_eans(index: SkuIndex, *, is_exempt: bool) -> list[int]:
    """Return what is wrong with the barcode number of each SKU that would be sent, rule 9."""
    wrong = {name: mask_of(f"ean-{name}") for name in ("missing", "placeholder", "invalid")}
    if is_exempt:
        wrong |= {"missing": 0, "placeholder": 0}
    restricted, repeated = mask_of("ean-restricted"), mask_of("ean-duplicate")
    masks = [0] * len(index)
    places, numbers = array("i"), array("Q")
    for place, (text, is_sent) in enumerate(zip(index.export.texts("ean"), index.sent, strict=True)):
        if text is None or not is_sent:
            continue
        if fault := barcodes.fault_of_sku(text):
            masks[place] = wrong[fault]
        else:
            places.append(place)
            numbers.append(int(barcodes.gtin(text)))
            masks[place] = restricted if barcodes.restricted_use(text) else 0
    if len(set(numbers)) < len(numbers):
        counted = Counter(numbers)
        for place, number in zip(places, numbers, strict=True):
            masks[place] |= repeated if counted[number] > 1 else 0
    return masks
