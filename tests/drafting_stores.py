"""Synthetic stores by which drafting is measured: made through a hidden dictionary, judged by it.

    .venv/bin/python tests/drafting_stores.py [--stores 30] [--seed 1] [--all] [--show]

prints the measures of the specification of drafting beside their goals. The dictionary
(`data/drafting/shop_words.json`) was written before the glossary was looked at. A tenth of the values are odd
words that nobody can know, and those the shop's rarest; a twentieth are compounds of two colours, of which
either colour or Multicolor is right. With `--words` tables of the words of `held_out_words.txt` and
`second_words.txt` alone, with `--drafts` in how many of N small random stores a draft has an error that no
open question explains, with `--large` how long a store of 30 categories and 100,000 SKUs takes; with `--all`
everything.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from examination_files import (
    Amazon,
    Catalogue,
    Layout,
    Listed,
    Sku,
    amazon_file,
    products_file,
    specifications_file,
)
from listo.core.checks.engine import run
from listo.core.checks.types import Finding
from listo.core.coverage.requirements import AcceptedValues, ListOfType
from listo.core.drafting.draft import make_draft
from listo.core.drafting.model import LIKELY, Answers, Draft, DraftRow, OldMapping, Question
from listo.core.drafting.value_match import AcceptedList, ValueMatcher
from listo.core.file_kinds import identify, references_of
from listo.core.readiness.readiness import Readiness
from listo.core.references.files import References
from listo.core.references.model import ALL_TYPES, Attribute
from listo.core.skus.options import CategoryReading, Options
from listo.core.texts import Language
from listo.core.workbooks.model import Workbook

DATA = Path(__file__).parent / "data" / "drafting"
WORDS: dict[str, Any] = json.loads((DATA / "shop_words.json").read_text(encoding="utf-8"))
LANGUAGES: tuple[Language, ...] = ("pt", "es", "en")
CATEGORIES = (212, 5388, 5344, 204, 207, 1604, 2271, 182, 5322, 203)
"""Global categories; a file is said to be for all of them, so their names do not matter here."""

MORE_CATEGORIES = range(101, 121)
"""More of them, for a large store."""

ATTRIBUTES = {
    "color": ("Color", "color_name", "color#1.value"),
    "size": ("Size", "size_name", "size#1.value"),
    "gender": ("Target Gender", "target_gender", "target_gender#1.value"),
    "age": ("Age Range Description", "age_range_description", "age_range_description#1.value"),
    "material": ("Material", "material_type", "material#1.value"),
    "pattern": ("Pattern", "pattern_name", "pattern#1.value"),
    "sleeve": ("Sleeve Type", "sleeve_type", "sleeve#1.type#1.value"),
    "neckline": ("Neck Style", "neck_style", "neck#1.neck_style#1.value"),
    "fit": ("Fit Type", "fit_type", "fit_type#1.value"),
    "voltage": ("Voltage", "voltage", "voltage#1.value"),
    "country": ("Country of Origin", "country_of_origin", "country_of_origin#1.value"),
    "unit": ("Unit of Measure", "unit_of_measure", "unit_of_measure#1.value"),
}
CONSTANTS = (
    Listed(
        "Batteries Included", "are_batteries_included", "batteries_included#1.value", ("Yes", "No"), (), True
    ),
    Listed("Special Feature", "special_features", "special_feature#1.value", (), (), True),
)
DISTRACTORS = (
    Listed("Season", "seasons", "season#1.value", ("Spring-Summer", "Fall-Winter")),
    Listed(
        "Closure Type", "closure_type", "closure#1.type#1.value", ("Zipper", "Button", "Buckle", "Lace Up")
    ),
    Listed("Is Fragile", "is_fragile", "is_fragile#1.value", ("Yes", "No")),
    Listed("Lifestyle", "lifestyle", "lifestyle#1.value", ("Casual", "Formal", "Evening")),
)


@dataclass
class Store:
    """A store with what is right of it: by field its attribute, by field and value what may be sent."""

    amazon: Workbook
    products: Workbook
    skus: Workbook
    product_fields: Workbook
    attribute_of: dict[str, str | None]
    accepted: dict[tuple[str, str], frozenset[str]]
    odd: frozenset[tuple[str, str]]
    sku_list: list[Sku]
    options: Options = field(default_factory=lambda: Options(category_ids="global"))

    @property
    def references(self) -> References:
        files = (self.amazon, self.products, self.skus, self.product_fields)
        return references_of(identify(each) for each in files)


def make_store(seed: int, *, categories: int = 4, products: int = 40) -> Store:
    """Return a store; the same one for the same seed."""
    chance = random.Random(seed)
    language = LANGUAGES[seed % len(LANGUAGES)]
    kinds = ["color", "size", *chance.sample(sorted(ATTRIBUTES.keys() - {"color", "size"}), 5)]
    fields = {kind: chance.choice(WORDS["fields"][kind][language]) for kind in kinds}
    taken: set[str] = set()
    for kind in kinds:  # two kinds may share a name
        fields[kind] = fields[kind] if fields[kind] not in taken else f"{fields[kind]} 2"
        taken.add(fields[kind])
    others = chance.sample(sorted(WORDS["other_fields"][language]), 4)
    words, accepted, odd = {}, {}, set()
    for kind in kinds:
        words[kind], own, strange = _words(chance, kind, language)
        accepted |= {(fields[kind], word): values for word, values in own.items()}
        odd |= {(fields[kind], word) for word in strange}
    required = set(chance.sample(kinds[2:], 2))
    constants = chance.sample(CONSTANTS, chance.randrange(2))
    skus = list(_skus(chance, kinds, fields, words, others, language, categories, products))
    own_fields = frozenset([*(fields[kind] for kind in kinds[2:]), *others])
    catalogue = Catalogue(skus, own_fields, language)
    layout: Layout = chance.choice(("generation-1", "generation-2", "generation-3", "mandatory"))
    return Store(
        _amazon(chance, kinds, required, constants, layout),
        products_file(catalogue),
        specifications_file(catalogue, "sku"),
        specifications_file(catalogue, "product"),
        {**{fields[kind]: kind for kind in kinds}, **dict.fromkeys(others)},
        accepted,
        frozenset(odd),
        skus,
        Options(category_ids="global", covers={"values.xlsx": frozenset({"*"})}),
    )


def _words(
    chance: random.Random, kind: str, language: str
) -> tuple[list[str], dict[str, frozenset[str]], list[str]]:
    """Return a shop's words of a kind, the commonest first, what each may be sent as, and the odd ones.

    Of two words for one thing a shop has one, so that no two SKUs of a product end alike.
    """
    known = WORDS["words"][kind][language]
    listed = set(WORDS["lists"][kind])
    chosen: dict[str, frozenset[str]] = {}
    for word in chance.sample(sorted(known), len(known)):
        values = frozenset(known[word]) & listed
        if len(chosen) < 9 and not any(values & other for other in chosen.values()):
            chosen[word] = values
    if kind == "color":
        one, two = list(chosen)[:2]
        both = chance.choice(
            (f"{one}/{two}", f"{one} {'and' if language == 'en' else 'e' if language == 'pt' else 'y'} {two}")
        )
        if chance.random() < 0.5:
            chosen[both] = chosen[one] | chosen[two] | {"Multicolor"}
    strange = [chance.choice(WORDS["odd_words"][language])] if len(chosen) > 4 else []
    return [*chosen, *strange], chosen, strange


def _skus(
    chance: random.Random,
    kinds: Sequence[str],
    fields: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
    others: Sequence[str],
    language: str,
    categories: int,
    products: int,
) -> Iterator[Sku]:
    number = 0
    for product in range(products):
        category = (*CATEGORIES, *MORE_CATEGORIES)[product % categories]
        own = {fields[kind]: _pick(chance, words[kind]) for kind in kinds[2:]}
        own |= {other: chance.choice(WORDS["other_fields"][language][other]) for other in others}
        colours = list(dict.fromkeys(_pick(chance, words["color"]) for _ in range(2)))
        sizes = list(dict.fromkeys(_pick(chance, words["size"]) for _ in range(3)))
        for colour in colours:
            for size in sizes:
                number += 1
                values = {fields["color"]: colour, fields["size"]: size, **own}
                yield Sku(str(7000 + number), str(100 + product), str(category), _ean(number), values=values)


def _pick(chance: random.Random, words: Sequence[str]) -> str:
    """Return a word, the first ones more often than the last: the odd ones are the rarest."""
    return chance.choices(words, [1 / (2 + place) ** 1.5 for place in range(len(words))])[0]


def _ean(number: int) -> str:
    digits = f"7891{number:08}"
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"


def _amazon(
    chance: random.Random,
    kinds: Sequence[str],
    required: set[str],
    constants: Sequence[Listed],
    layout: Layout,
) -> Workbook:
    listed = [
        Listed(*ATTRIBUTES[kind], tuple(WORDS["lists"][kind]), (), kind in required or kind in kinds[:2])
        for kind in ATTRIBUTES
        if kind in kinds or chance.random() < 0.5
    ]
    listed += [*constants, *chance.sample(DISTRACTORS, 2)]
    chance.shuffle(listed)
    themes = chance.choice((("Size", "Color", "SizeColor"), ("COLOR/SIZE", "COLOR"), ("SIZE/COLOR", "SIZE")))
    return amazon_file(Amazon(listed, themes), layout)


# Judging


@dataclass
class Counts:
    """What is counted over stores."""

    fields: Counter[bool] = field(default_factory=Counter)
    values: Counter[bool] = field(default_factory=Counter)
    odd_left_out: Counter[bool] = field(default_factory=Counter)
    silent: Counter[bool] = field(default_factory=Counter)
    look: Counter[bool] = field(default_factory=Counter)
    ready_at_once: Counter[bool] = field(default_factory=Counter)
    could_be_ready: Counter[bool] = field(default_factory=Counter)
    ready_at_last: Counter[bool] = field(default_factory=Counter)
    themes: Counter[bool] = field(default_factory=Counter)
    questions: list[int] = field(default_factory=list)
    rounds: list[int] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def same_attribute(name: str | None, kind: str | None) -> bool:
    letters = "".join(filter(str.isalnum, name or "")).casefold()
    if kind is None or not letters:
        return (kind is None) == (not letters)
    return letters in {"".join(filter(str.isalnum, each)).casefold() for each in ATTRIBUTES[kind]}


def can_be_ready(store: Store, sku: Sku) -> bool:
    """Return whether a SKU has no odd word, and none of which the list has two kinds: `Kids`."""
    two = {"Big Kid", "Little Kid"}
    return not any(
        (name, value) in store.odd or two <= store.accepted.get((name, value), set())
        for name, value in sku.values.items()
    )


def right_answer(store: Store, question: Question) -> str | None:
    """Return what the seller of the store would say: what is right, else leave it out."""
    if question.kind == "attribute":
        kind = store.attribute_of[question.field]
        named = [each for each in question.options if kind and same_attribute(each, kind)]
        return named[0] if named else (ATTRIBUTES[kind][0] if kind else None)
    if question.kind == "value":
        right = store.accepted.get((question.field, question.value))
        return sorted(right)[0] if right else _any_value(store, question)
    return question.options[0] if question.options else None


def _any_value(store: Store, question: Question) -> str | None:
    """Return what the seller sends for an odd word: something that no other word is sent as."""
    kind = store.attribute_of[question.field]
    if kind is None:
        return None
    taken = {
        each for (name, _), values in store.accepted.items() if name == question.field for each in values
    }
    free = [each for each in WORDS["lists"][kind] if each not in taken]
    return (free or WORDS["lists"][kind])[-1]


def is_left_open(finding: Finding, draft: Draft) -> bool:
    """Return whether an error follows from what the draft left open, or from what it says is missing."""
    numbers = {draft.row_number(place) for place, row in enumerate(draft.rows) if row.how == "open"}
    if finding.row in numbers or finding.code in ("ean-missing", "category-unmapped"):
        return finding.code != "row-duplicate"
    asked = {option for each in draft.questions if each.kind == "attribute" for option in each.options}
    advised = {each.attribute for each in draft.advice}
    return finding.code == "mandatory-attribute-missing" and finding.value in asked | advised


def answer_all(store: Store, references: References) -> tuple[Draft, int, dict[str, str | None]]:
    """Return the draft once everything is answered, and in how many rounds."""
    given: dict[str, str | None] = {}
    for rounds in range(1, 6):
        draft = make_draft(references, store.options, Answers(given), OldMapping())
        if not draft.questions or rounds == 5:
            return draft, rounds, given
        given |= {each.id: right_answer(store, each) for each in draft.questions}
    raise AssertionError


def measure(store: Store, counts: Counts) -> None:
    """Draft a store and count what is right."""
    references = store.references
    draft = make_draft(references, store.options)
    used = Counter(
        (name, value, category)
        for category, fields in _uses(references, store).items()
        for name, values in fields.items()
        for value, count in values.items()
        for _ in range(count)
    )
    categories = sorted({category for _, _, category in used})
    _count_fields(store, draft, counts, categories)
    _count_values(store, draft, counts, used)
    for category in categories:
        theme = next((row.theme for row in draft.rows if row.category == category and row.theme), "")
        counts.themes[theme in ("SizeColor", "ColorSize")] += 1
    per_category = Counter(each.category for each in draft.questions)
    spread = sum(1 for each in draft.questions if each.category is None)
    counts.questions += [per_category[each] + spread / len(categories) for each in categories]
    for finding in run(draft.sheet("Mapping"), references, options=store.options).findings:
        if finding.severity == "error" and not is_left_open(finding, draft):
            counts.errors[finding.code] += 1
    if not draft.advice:
        _count_ready(draft, references, store, counts.ready_at_once)
        counts.could_be_ready.update(can_be_ready(store, sku) for sku in store.sku_list)
    last, rounds, _ = answer_all(store, references)
    counts.rounds.append(rounds)
    if not last.advice:
        _count_ready(last, references, store, counts.ready_at_last)


def _uses(references: References, store: Store) -> dict[int, Mapping[str, Mapping[str, int]]]:
    from listo.core.skus.index import index_of
    from listo.core.skus.sheet_skus import SheetSkus

    index = index_of(references, store.options)
    there = {pair.global_id for pair in index.pairs if pair.global_id}
    skus = SheetSkus(index, CategoryReading("global"), there)
    return {each: skus.values_of(each) for each in sorted(there)}


def _count_ready(draft: Draft, references: References, store: Store, counter: Counter[bool]) -> None:
    numbers = Readiness(draft.sheet("Mapping"), references, store.options).numbers.skus
    counter[True] += numbers.ready
    counter[False] += numbers.total - numbers.not_sent - numbers.ready


def _count_fields(store: Store, draft: Draft, counts: Counts, categories: Sequence[int]) -> None:
    mapped = {(row.category, row.field): row.attribute for row in draft.rows}
    for name, kind in store.attribute_of.items():
        for category in categories:
            found = mapped.get((category, name))
            is_right = same_attribute(found, kind)
            counts.fields[is_right] += 1
            if not is_right:
                asked = [
                    each.options
                    for each in draft.questions
                    if each.kind == "attribute" and each.field == name
                ]
                counts.wrong.append(f"field {name} ({kind}): {found} {asked}")


def _count_values(store: Store, draft: Draft, counts: Counts, used: Counter[tuple[str, str, int]]) -> None:
    rows: dict[tuple[int, str, str], DraftRow] = {}
    for row in draft.rows:
        rows.setdefault((row.category, row.field, row.vtex_value), row)
    for (name, value, category), skus in used.items():
        row = rows.get((category, name, value))
        right = store.accepted.get((name, value), frozenset())
        if (name, value) in store.odd:
            counts.odd_left_out[row is None or row.how == "open"] += 1
            if row and row.how != "open":
                counts.wrong.append(f"odd {row.how} {name} {value} -> {row.value} {row.probability:.2f}")
        elif store.attribute_of[name]:
            counts.values[row is not None and row.value in right] += skus
            if not row or row.value not in right:
                told = f"{row.how} {row.attribute} {row.value} {row.probability:.2f}" if row else "no row"
                counts.wrong.append(f"value {name} {value}: {told}")
    for row in draft.rows:
        if row.how != "open":
            is_right = row.value in store.accepted.get((row.field, row.vtex_value), frozenset())
            (counts.silent if row.how == "silent" else counts.look)[is_right] += 1


# Words that were never seen before


class HeldOut(NamedTuple):
    """A word of a shop, and what it may be sent as."""

    kind: str
    language: Language
    word: str
    right: frozenset[str]
    listed: tuple[str, ...]
    """The list that a value is asked of: that of `shop_words.json`, as the writer of the set had it."""

    @property
    def half(self) -> str:
        """`A`, by whose words things may be mended, or `B`, which tells whether that was of use."""
        told = f"{self.kind} {self.language} {self.word.casefold()}".encode()
        return "AB"[hashlib.sha256(told).digest()[0] % 2]


WORD_SETS = ("held_out_words.txt", "second_words.txt", "third_words.txt", "fourth_words.txt")
_ADDED, _LACKING = "# added ", "# lacking "
"""What a set says of the lists that its writer had, beside those of `shop_words.json`."""


def held_out(name: str = WORD_SETS[0]) -> list[HeldOut]:
    """Return the words of a set, without those that the glossary may have been made by."""
    known = {
        (kind, language, word.casefold())
        for kind, languages in WORDS["words"].items()
        for language, words in languages.items()
        for word in words
    }
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    added, lacking = _said_of_lists(lines, _ADDED), _said_of_lists(lines, _LACKING)
    listed = {
        kind: tuple(each for each in (*values, *added.get(kind, ())) if each not in lacking.get(kind, ()))
        for kind, values in WORDS["lists"].items()
    }
    found: dict[tuple[str, str, str], HeldOut] = {}
    for line in (each for each in lines if not each.startswith("#")):
        head, words = line.split(": ", 1)
        kind, language, right = head.split(" ", 2)
        for word in words.split(", "):
            told = next(each for each in LANGUAGES if each == language)
            may_be = frozenset(right.split("|"))
            found[kind, language, word.casefold()] = HeldOut(kind, told, word, may_be, listed[kind])
    return [one for key, one in found.items() if key not in known]


def _said_of_lists(lines: Iterable[str], word: str) -> dict[str, tuple[str, ...]]:
    """Return what the lines of a set that begin with a word say, by attribute."""
    told = (each.removeprefix(word).split(": ", 1) for each in lines if each.startswith(word))
    return {kind: tuple(values.split(", ")) for kind, values in told}


def judge_words(words: Iterable[HeldOut]) -> Iterator[tuple[HeldOut, list[str], bool]]:
    """Yield each word with its five likeliest values, and whether the first goes in unasked."""
    matchers: dict[tuple[str, str, tuple[str, ...]], ValueMatcher] = {}
    for one in words:
        place = one.kind, one.language, one.listed
        if place not in matchers:
            matchers[place] = ValueMatcher(_list_of(one.kind, one.listed), one.language)
        found = matchers[place].match(one.word)
        yield one, [each.text for each in found], bool(found) and found[0].probability >= LIKELY


def _list_of(kind: str, values: tuple[str, ...]) -> AcceptedList:
    listed = Attribute(kind, kind, (kind,), {ALL_TYPES: values})
    return AcceptedList(ATTRIBUTES[kind][0].replace(" ", ""), AcceptedValues([ListOfType(listed)]))


_COLUMNS = (6, 7, 7, 12, 12)
"""Letters of the columns of the table of words."""


def print_words(name: str, *, show: bool, half: str = "") -> None:
    """Print what becomes of the words of a set, or of a half of it, by attribute and language."""
    lines: dict[str, Counter[str]] = {}
    words = (one for one in held_out(name) if half in ("", one.half))
    for one, found, is_in in judge_words(words):
        first, three = bool(one.right.intersection(found[:1])), bool(one.right.intersection(found[:3]))
        for line in (one.kind, one.language, "all"):
            counted = lines.setdefault(line, Counter())
            counted.update(words=1, first=first, three=three, wrong=bool(found) and not first)
            counted.update(unasked=is_in, mistaken=is_in and not first)
        if show and not first:
            print("   ", one.kind, one.language, one.word, "->", found[:3], "instead of", sorted(one.right))
    heads = ("words", "first", "three", "wrong first", "and unasked")
    print(
        f"{name.removesuffix('.txt'):16} "
        + " ".join(f"{head:>{width}}" for head, width in zip(heads, _COLUMNS, strict=True))
    )
    for line in (*sorted(lines.keys() - {"all", *LANGUAGES}), *LANGUAGES, "all"):
        one = lines[line]
        shares = [one[each] / one["words"] for each in ("first", "three", "wrong", "mistaken")]
        said = " ".join(f"{share:{width}.1%}" for share, width in zip(shares, _COLUMNS[1:], strict=True))
        print(f"{line:16} {one['words']:>{_COLUMNS[0]}} {said}")


# Many small stores, and a large one


def print_drafts(stores: int, seed: int) -> None:
    """Print in how many drafts of random stores something is wrong though nothing about it was left open."""
    wrong: Counter[str] = Counter()
    for number in range(seed, seed + stores):
        store = make_store(number, categories=number % 4 + 1, products=number % 11 + 2)
        references = store.references
        draft = make_draft(references, store.options)
        codes = {
            finding.code
            for finding in run(draft.sheet("Mapping"), references, options=store.options).findings
            if finding.severity == "error" and not is_left_open(finding, draft)
        }
        wrong.update({f"{code} (first in store {number})" for code in codes} if codes else {})
    print(f"{f'drafts of {stores} stores with an error of their own':50} {dict(wrong) or 'none'}")


def print_large() -> None:
    """Print how long a draft of 30 categories and 100,000 SKUs takes, once the files are read."""
    store = make_store(1, categories=30, products=22_700)
    began = time.perf_counter()
    references = store.references
    read = time.perf_counter()
    draft = make_draft(references, store.options)
    made = time.perf_counter()
    told = f"{len(store.sku_list):,} SKUs, {len(draft.categories)} categories, {len(draft.rows):,} rows"
    print(f"{told:50} {made - read:8.1f} s   < 10 s (exports taken up in {read - began:.1f} s)")


def share(counter: Counter[bool]) -> float:
    return counter[True] / max(1, counter.total())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stores", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", action="store_true", help="measure the held-out words alone")
    parser.add_argument("--half", choices=("A", "B"), default="", help="half of the held-out words alone")
    parser.add_argument("--drafts", type=int, metavar="N", help="check drafts of N small random stores alone")
    parser.add_argument("--large", action="store_true", help="measure a store of 100,000 SKUs alone")
    parser.add_argument("--all", action="store_true", help="measure everything")
    parser.add_argument("--show", action="store_true", help="name what is wrong")
    options = parser.parse_args()
    if options.all or not (options.words or options.drafts or options.large):
        print_stores(options.stores, options.seed, show=options.show)
    if options.all or options.words:
        for name in WORD_SETS:
            print_words(name, show=options.show, half=options.half)
    if options.all or options.drafts:
        print_drafts(options.drafts or 1_000, options.seed)
    if options.all or options.large:
        print_large()


def print_stores(stores: int, seed: int, *, show: bool) -> None:
    """Print the measures of the specification over stores, beside their goals."""
    counts, began = Counts(), time.process_time()
    for number in range(seed, seed + stores):
        measure(make_store(number), counts)
    lines = (
        ("fields to attributes", share(counts.fields), ">= 97 %"),
        ("values right, by SKUs", share(counts.values), ">= 95 %"),
        ("odd words left out", share(counts.odd_left_out), ""),
        ("silent and wrong", 1 - share(counts.silent), "<= 0.5 %"),
        ("to look through and wrong", 1 - share(counts.look), ""),
        ("themes", share(counts.themes), ""),
        ("ready without an answer, where no constant lacks", share(counts.ready_at_once), ">= 70 %"),
        ("without a word that nobody can know", share(counts.could_be_ready), "about 79 %"),
        ("ready after all answers, where no constant lacks", share(counts.ready_at_last), "100 %"),
    )
    for name, found, goal in lines:
        print(f"{name:50} {found:8.2%}   {goal}")
    print(f"{'cells silent, to look through':50} {counts.silent.total()}, {counts.look.total()}")
    print(f"{'questions a category, median':50} {median(counts.questions):8.2f}   <= 3")
    print(f"{'rounds of answers, most':50} {max(counts.rounds)}")
    print(f"{'errors that no open question explains':50} {dict(counts.errors) or 'none'}")
    print(f"{'seconds of the processor':50} {time.process_time() - began:.1f}")
    if show:
        for line, times in Counter(counts.wrong).most_common():
            print(times, line)


if __name__ == "__main__":
    main()
