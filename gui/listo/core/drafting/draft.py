"""A whole mapping sheet, drafted step by step: categories, fields, theme, values, then what must be asked.

The specification numbers the steps 1 to 7; what is asked once is answered for all categories that accept the
answer, and asked anew for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from listo.core.checks.context import CheckContext
from listo.core.drafting.categories import (
    Asked,
    AskedOfCategories,
    TwinCheck,
    fields_of,
    guess_categories,
    propose_themes,
)
from listo.core.drafting.field_match import (
    LEAST_ASKED,
    SAME_NAME,
    WEAK_NAME,
    AskedAttribute,
    Evidence,
    Field,
    FieldMatch,
    match_fields,
    weigh,
)
from listo.core.drafting.model import (
    LIKELY,
    MOST_OPTIONS,
    MOST_PRODUCTS,
    Answers,
    CategoryToFind,
    Draft,
    DraftAnswer,
    DraftRow,
    LeftOut,
    OldMapping,
    Proposal,
    Question,
    QuestionKind,
    question_id,
)
from listo.core.drafting.value_match import CERTAIN, ValueMatcher
from listo.core.gc_pause import gc_paused
from listo.core.references.files import References
from listo.core.skus.index import index_of
from listo.core.skus.options import CategoryIds, CategoryReading, Options
from listo.core.skus.sheet_skus import SheetSkus, read_categories
from listo.core.vocabulary import themes

_REMEMBERED = 0.995
"""What an older mapping says and the lists accept: a person typed it, and it was sent."""

_SECOND_USE = 0.95
"""At most where a field answers a second attribute, since that is required: to be looked through."""

_SECOND_NAME = 0.75
"""How alike names must be then: `Gênero` and `Department` are 0.80, `Cor` and `LensColor` 0.67."""

_WORDS_OF_A_LANGUAGE = 1_000
"""Texts by which the store's language is told: as many as the checks read of a sheet."""


_NAMES_READ = 50
"""Products of a store's category by whose names a global one is looked for: more say nothing new."""

_READINGS = (Proposal("global", 0.9), Proposal("store", 0.1))
"""What CategoryID may hold: two of VTEX's messages say that it is the global category."""

_Accepts = Callable[[str], str | None]
"""Returns how an answer is written right where it is accepted, else None."""


class Mapped(NamedTuple):
    """A field with an attribute that it answers; `values` is None where no file says what is accepted."""

    field: Field
    attribute: str
    values: ValueMatcher | None
    probability: float


class _Asking:
    """A question while it is put together from the categories that it concerns."""

    def __init__(self, kind: QuestionKind, field: str = "", attribute: str = "", value: str = "") -> None:
        self.kind: QuestionKind = kind
        self.field, self.attribute, self.value = field, attribute, value
        self.skus: dict[int, int] = {}
        self._options: dict[str, float] = {}

    def add(self, category: int, skus: int, options: Iterable[Proposal]) -> None:
        """Note a category that it concerns, its SKUs, and what may be the answer there."""
        self.skus[category] = self.skus.get(category, 0) + skus
        for text, probability in options:
            self._options[text] = self._options.get(text, 0.0) + probability * max(1, skus)

    @property
    def options(self) -> tuple[str, ...]:
        """The likeliest answers."""
        order = sorted(self._options, key=lambda text: (-self._options[text], text))
        return tuple(order[:MOST_OPTIONS])

    def question(self, its_id: str, products: Sequence[str]) -> Question:
        """Return the question."""
        category = next(iter(self.skus)) or None if len(self.skus) == 1 else None
        return Question(
            its_id,
            self.kind,
            category,
            self.field,
            self.attribute,
            self.value,
            self.options,
            sum(self.skus.values()),
            tuple(products),
            tuple(sorted(each for each in self.skus if each)),
            any(self._options.values()),
        )


def make_draft(
    references: References,
    options: Options | None = None,
    answers: Answers | None = None,
    old: OldMapping | None = None,
    among: Collection[int] | None = None,
) -> Draft:
    """Return the draft of a store's mapping, with what was answered and mapped before put in.

    Where `among` is given, of those categories alone.
    """
    with gc_paused(ages=False):  # thousands of open questions are a third of the time else
        drafter = _Drafter(references, options or Options(), answers or Answers(), old or OldMapping())
        return drafter.draft(among)


def accepted_answers(references: References, options: Options, question: Question) -> tuple[str, ...]:
    """Return all that may be answered to a question, in the order of the files; empty: any text."""
    told: CategoryIds = "store" if options.category_ids == "store" else "global"
    context = CheckContext(references, replace(options, category_ids=told))
    context.categories = frozenset(question.categories)
    asked_of = AskedOfCategories(context)
    found: dict[str, None] = {}
    for asked in {id(one): one for one in map(asked_of.of, question.categories)}.values():
        if question.kind == "attribute":
            found |= dict.fromkeys(sorted(asked.attributes))
        elif question.kind == "theme":
            found |= dict.fromkeys(asked.themes)
        elif question.kind == "value" and asked.requirements:
            accepted = asked.requirements.accepted(question.attribute)
            found |= dict.fromkeys(accepted.texts if accepted else ())
    return tuple(found)


class _Drafter:
    """Puts one draft together; the work of a category leaves rows and questions here."""

    def __init__(self, references: References, options: Options, answers: Answers, old: OldMapping) -> None:
        self._references, self._answers, self._old = references, answers, old
        self._index = index_of(references, options)
        self._asking: dict[str, _Asking] = {}
        self._rows: list[DraftRow] = []
        self._left_out: list[LeftOut] = []
        self._soft: set[str] = set()
        self._asked_about: set[tuple[int, str]] = set()
        """Category and attribute that the field of an open question may well answer."""
        self._reading = self._read_categories(options)
        told: CategoryIds = "store" if self._reading.reading == "store" else "global"
        self._context = CheckContext(references, replace(options, category_ids=told), self._words())
        sent = self._index.sent_by_pair
        wanted = {pair: self._reading.wanted_of(self._index.pairs[pair]) for pair in sent}
        self._without = sum(count for pair, count in sent.items() if wanted[pair] is None)
        self._context.categories = frozenset(each for each in wanted.values() if each)
        self._skus = SheetSkus(self._index, self._reading, self._context.categories)
        self._asked = AskedOfCategories(self._context)

    def _words(self) -> Sequence[str]:
        texts = sorted({each.value for each in self._index.cells} | set(self._index.fields))
        return texts[:: len(texts) // _WORDS_OF_A_LANGUAGE + 1]

    def draft(self, among: Collection[int] | None) -> Draft:
        """Return the draft, of all categories where None."""
        wanted = frozenset(self._context.categories)
        categories = sorted(wanted if among is None else wanted.intersection(among))
        uncovered = [each for each in categories if not self._asked.of(each).requirements]
        for category in categories:
            self._draft_category(category)
        questions = self._questions()
        return Draft(
            rows=tuple(self._rows),
            questions=tuple(each for each in questions if each.kind != "constant"),
            advice=tuple(each for each in questions if each.kind == "constant"),
            reading=self._reading,
            categories={each: self._skus.count(each) for each in sorted(wanted)},
            uncovered=tuple(each for each in uncovered if each not in self._old.categories),
            without_category=self._without,
            to_find=tuple(self._to_find()) if self._without and self._reading.reading != "store" else (),
            left_out=tuple(self._left_out),
            unknown_answers=self._answers.unknown,
            refused_answers=self._answers.refused,
        )

    # 1. Categories

    def _read_categories(self, options: Options) -> CategoryReading:
        pairs = self._index.pairs
        sent = {pairs[pair]: count for pair, count in self._index.sent_by_pair.items()}
        counted = read_categories(sent, self._old.categories, options.category_ids)
        if counted.reading in ("global", "store"):
            return counted
        of_all = {pair.global_id for pair in sent} - {None}
        of_store = {pair.store_id for pair in sent} - {None}
        if not of_all or not of_store:
            return CategoryReading("store" if of_store else "global")
        for answer in self._answers.find("category-ids"):
            told = next((each for each in ("global", "store") if each == answer.text), None)
            if told or answer.text is None:
                self._answers.take(answer)
                return CategoryReading("store" if told == "store" else "global", by="person")
        self._ask_at("category-ids", _Asking("category-ids"), 0, sum(sent.values()), _READINGS)
        return CategoryReading("global")

    def _to_find(self) -> Iterator[CategoryToFind]:
        """Yield the store's categories whose SKUs have no global one, those with most SKUs first."""
        counted: dict[int | None, int] = {}
        names: dict[int | None, dict[str, None]] = {}
        for place in self._index.sent_places():
            pair = self._index.pairs[self._index.pair_of[place]]
            if self._reading.wanted_of(pair) is None:
                own = names.setdefault(pair.store_id, {})
                counted[pair.store_id] = counted.get(pair.store_id, 0) + 1
                if len(own) < _NAMES_READ:
                    own[self._product_name(place)] = None
        called = self._index.export.names_of_store_categories
        for store, skus in sorted(counted.items(), key=lambda each: (-each[1], each[0] or 0)):
            name, products = called.get(store or 0, ""), tuple(names[store])
            guesses = guess_categories(products, name)
            yield CategoryToFind(store, name, skus, products[:MOST_PRODUCTS], guesses)

    # One category

    def _draft_category(self, category: int) -> None:
        asked = self._asked.of(category)
        fields = fields_of(self._skus, category)
        mapped: list[Mapped] = []
        open_fields: list[Field] = []
        for field in fields:
            decided = self._decided(category, asked, field)
            mapped += decided or ()
            open_fields += [field] if decided is None else []
        if asked.requirements:
            mapped += self._matched_fields(category, asked, open_fields, {one.attribute for one in mapped})
            mapped += self._second_uses(category, asked, mapped)
        theme = self._theme(category, asked, mapped)
        named = set(themes.attributes(theme)) if theme else set()
        in_theme = [one for one in mapped if self._asked.theme_word(one.attribute) in named]
        for group, its_theme in ((in_theme, theme), ([one for one in mapped if one not in in_theme], "")):
            for one in sorted(group, key=lambda one: (one.attribute, one.field.name)):
                self._rows += self._value_rows(category, its_theme, one)

    # 3. Fields

    def _decided(self, category: int, asked: Asked, field: Field) -> list[Mapped] | None:
        """Return what was answered of a field or stands in an older mapping; None if nothing did."""

        def accepts(name: str) -> str | None:
            right = asked.requirements.right_name(name)
            return asked.requirements.spelling(right) if right else None

        if not asked.requirements:  # the rows that there were, for what no file covers
            there = self._old.attributes(category, field.name) if category in self._old.categories else ()
            return [Mapped(field, name, None, _REMEMBERED) for name in there]
        answer = self._answered("attribute", field.name, category=category, accepts=accepts)
        if answer:
            return [self._mapped(asked, field, answer.text, CERTAIN)] if answer.text else []
        if self._answers.is_doubted("attribute", field.name, category=category):
            return None
        known = dict.fromkeys(map(accepts, self._old.attributes(category, field.name)))
        return [self._mapped(asked, field, name, _REMEMBERED) for name in known if name] or None

    def _mapped(self, asked: Asked, field: Field, name: str, probability: float) -> Mapped:
        return Mapped(field, name, self._asked.matcher(asked.requirements, name), probability)

    def _answered(
        self, kind: QuestionKind, *parts: str, category: int, accepts: _Accepts
    ) -> DraftAnswer | None:
        """Return the answer to a question as it is written right, the first one that is accepted here."""
        for answer in self._answers.find(kind, *parts, category=category):
            right = accepts(answer.text) if answer.text is not None else None
            if answer.text is None or right:
                self._answers.take(answer)
                return DraftAnswer(answer.id, right)
        return None

    def _matched_fields(
        self, category: int, asked: Asked, fields: Sequence[Field], taken: Collection[str]
    ) -> Iterator[Mapped]:
        """Yield the fields that evidently answer an attribute; ask about those that may."""
        evidence = self._evidence(
            fields, [one for name, one in asked.attributes.items() if name not in taken]
        )
        names = sorted({name for _, name in evidence})
        by_name = {field.name: field for field in fields}
        open_ones: list[FieldMatch] = []
        answered: dict[str, list[Field]] = {}
        for match in match_fields(fields, names, evidence):
            field, best = by_name[match.field], match.chosen
            is_doubted = self._answers.is_doubted("attribute", field.name, category=category)
            if best and best.probability >= LIKELY and not is_doubted:
                answered.setdefault(best.text, []).append(field)
                yield self._mapped(asked, field, best.text, best.probability)
            else:
                open_ones.append(match)
        for match in open_ones:
            field = by_name[match.field]
            is_doubted = self._answers.is_doubted("attribute", field.name, category=category)
            twin = self._stand_in(field, match, answered, evidence)
            if twin and not is_doubted:
                yield self._mapped(asked, field, twin.text, twin.probability)
            else:
                self._ask_field(category, field, match)

    def _stand_in(
        self,
        field: Field,
        match: FieldMatch,
        answered: Mapping[str, Sequence[Field]],
        evidence: Mapping[tuple[str, str], Evidence],
    ) -> Proposal | None:
        """Return the attribute that a field answers where those have no value that answer it elsewhere."""
        for name, _ in match.others[:1]:
            others = answered.get(name, ())
            odds = evidence[field.name, name].odds
            sure = min(_SECOND_USE, odds / (1 + odds))
            if others and sure >= LIKELY and all(field.homes.isdisjoint(each.homes) for each in others):
                return Proposal(name, sure)
        return None

    def _evidence(
        self, fields: Sequence[Field], attributes: Collection[AskedAttribute]
    ) -> dict[tuple[str, str], Evidence]:
        """Return what speaks for each pair; a field whose name tells is not held against other lists."""
        found: dict[tuple[str, str], Evidence] = {}
        for field in fields:
            alike = {one.name: self._asked.likeness(field.name, one) for one in attributes}
            is_told = max(alike.values(), default=0.0) >= SAME_NAME
            for one in attributes:
                if alike[one.name] >= WEAK_NAME or (not is_told and one.telling):
                    weighed = weigh(field, one, alike[one.name])
                    if weighed.odds > 0:
                        found[field.name, one.name] = weighed
        return found

    def _ask_field(self, category: int, field: Field, match: FieldMatch) -> None:
        if match.others and match.others[0].probability >= LEAST_ASKED:
            likely = (name for name, sure in match.others if sure >= LEAST_ASKED)
            self._asked_about |= {(category, name) for name in likely}
            asking = _Asking("attribute", field.name)
            self._ask(category, _having(field), match.others, asking, field.name)
        else:
            self._left_out.append(LeftOut(category, field.name, _having(field)))

    def _second_uses(self, category: int, asked: Asked, mapped: Sequence[Mapped]) -> Iterator[Mapped]:
        """Yield fields that answer a required attribute beside the one that they are mapped to.

        Where no field does, the advice is to create it in VTEX.
        """
        known = frozenset[str]().union(*(asked.requirements.identities(one.attribute) for one in mapped))
        for name, required in asked.required.items():
            if known & required.identities or (category, name) in self._asked_about:
                continue
            found = self._second_use(asked, name, mapped) if required.is_meant else None
            if found:
                yield found
            else:
                self._soft |= set() if required.is_meant else {question_id("constant", name)}
                self._advise(category, asked, name)

    def _second_use(self, asked: Asked, name: str, mapped: Sequence[Mapped]) -> Mapped | None:
        attribute = asked.attributes[name]
        best: tuple[float, str, Field] | None = None
        for one in mapped:
            alike = self._asked.likeness(one.field.name, attribute)
            odds = weigh(one.field, attribute, alike).odds if alike >= _SECOND_NAME else 0.0
            use = (odds / (1 + odds), one.field.name, one.field)
            best = max(best or use, use, key=lambda each: each[:2])
        if best is None or best[0] < LIKELY:
            return None
        return self._mapped(asked, best[2], name, min(best[0], _SECOND_USE))

    def _advise(self, category: int, asked: Asked, name: str) -> None:
        self._answered("constant", name, category=category, accepts=str)
        values = self._asked.matcher(asked.requirements, name)
        options = [Proposal(text, 1 / (1 + place)) for place, text in enumerate(values.first(MOST_OPTIONS))]
        asking = _Asking("constant", attribute=name)
        self._ask(category, self._skus.count(category), options, asking, name)

    # 4. Theme

    def _theme(self, category: int, asked: Asked, mapped: Sequence[Mapped]) -> str:
        words: dict[str, list[str]] = {}
        for one in mapped:
            words.setdefault(self._asked.theme_word(one.attribute), []).append(one.field.name)
        varying = {one.field.name for one in mapped if one.field.varies}
        wanted = sorted(word for word, fields in words.items() if varying.intersection(fields))

        def accepts(text: str) -> str | None:
            is_known = asked.requirements.is_theme(text)
            return text if is_known and words.keys() >= set(themes.attributes(text)) else None

        if not wanted:
            return ""
        answer = self._answered("theme", "+".join(wanted), category=category, accepts=accepts)
        if answer:
            return answer.text or ""
        if old := accepts(self._old.theme(category)):
            return old
        found = propose_themes(asked, words, varying, TwinCheck(self._skus, category))
        if found and found[0].probability >= LIKELY:
            return found[0].text
        if found:
            asking = _Asking("theme", attribute="+".join(wanted))
            self._ask(category, self._skus.count(category), found, asking, "+".join(wanted))
        return ""

    # 5. Values

    def _value_rows(self, category: int, theme: str, one: Mapped) -> list[DraftRow]:
        rows = []
        for value, skus in sorted(one.field.values.items()):
            found = self._value(category, one, value, skus)
            if found:
                sure = min(one.probability, found.probability)
                rows.append(DraftRow(category, theme, one.field.name, one.attribute, value, found.text, sure))
        place = one.values.place if one.values else len
        return sorted(rows, key=lambda row: (not row.value, place(row.value), row.vtex_value))

    def _value(self, category: int, one: Mapped, value: str, skus: int) -> Proposal | None:
        """Return what is sent for a value; an empty text where that is asked, None where it is left out."""
        parts = (one.field.name, one.attribute, value)
        accepts: _Accepts = one.values.accept if one.values else lambda text: text or None
        answer = self._answered("value", *parts, category=category, accepts=accepts)
        if answer:
            return Proposal(answer.text, CERTAIN) if answer.text else None
        is_doubted = self._answers.is_doubted("value", *parts, category=category)
        old = self._said_before(category, one, value, accepts)
        if len(old) == 1 and not is_doubted:
            return Proposal(old[0], _REMEMBERED)
        found = one.values.match(value) if one.values else ()
        if found and found[0].probability >= LIKELY and not is_doubted and not old:
            return found[0]
        first = one.values.first(MOST_OPTIONS) if one.values else ()
        likely = [
            *(Proposal(text, CERTAIN) for text in old),
            *(each for each in found if each.text not in old),
        ]
        named = {text for text, _ in likely}
        options = [*likely, *(Proposal(text, 0.0) for text in first if text not in named)]
        self._ask(category, skus, options, _Asking("value", *parts), *parts)
        return Proposal("", found[0].probability if found else 0.0)

    def _said_before(self, category: int, one: Mapped, value: str, accepts: _Accepts) -> list[str]:
        """Return what was sent for a value before and is accepted: of several none is to be preferred."""
        before = self._old.sent(category, one.field.name, one.attribute, value)
        chosen = self._old.remembered(self._context.feed_name(one.attribute), value)
        return [text for text in dict.fromkeys(map(accepts, before or (chosen,))) if text]

    # Questions

    def _ask(
        self, category: int, skus: int, options: Iterable[Proposal], asking: _Asking, *parts: str
    ) -> None:
        """Ask once for all categories; for one alone where the answer for all is not accepted."""
        own = question_id(asking.kind, *parts)
        if own in self._answers and asking.kind != "constant":
            own = question_id(asking.kind, *parts, category)
        self._ask_at(own, asking, category, skus, options)

    def _ask_at(
        self, its_id: str, asking: _Asking, category: int, skus: int, options: Iterable[Proposal]
    ) -> None:
        self._asking.setdefault(its_id, asking).add(category, skus, options)

    def _questions(self) -> list[Question]:
        products = self._examples()
        made = [asking.question(its_id, products[its_id]) for its_id, asking in self._asking.items()]
        return sorted(made, key=self._order)

    def _order(self, one: Question) -> tuple[bool, bool, int, str]:
        """Return what questions are sorted by: advice last, of it what old files mark too freely."""
        return one.kind == "constant", one.id in self._soft, -one.skus, one.id

    def _examples(self) -> Mapping[str, Sequence[str]]:
        """Return by question the names of a few products that it concerns."""
        found: dict[str, dict[str, None]] = {its_id: {} for its_id in self._asking}
        for category in (0, *sorted(self._context.categories)):
            waiting = [each for each, asking in self._asking.items() if category in asking.skus]
            if waiting:
                self._find_examples(category, waiting, found)
        return {its_id: tuple(names) for its_id, names in found.items()}

    def _find_examples(
        self, category: int, waiting: Sequence[str], found: Mapping[str, dict[str, None]]
    ) -> None:
        open_ones = {each for each in waiting if len(found[each]) < MOST_PRODUCTS}
        about: dict[tuple[str, str], list[str]] = {}
        for each in open_ones:
            about.setdefault((self._asking[each].field, self._asking[each].value), []).append(each)
        whole = set(about.get(("", ""), ()))  # every SKU is an example where no field is asked about
        by_cell: dict[int, list[str]] = {}
        for number, cell in enumerate(self._index.cells):
            own = [*about.get((cell.field, ""), ()), *about.get((cell.field, cell.value), ())]
            if own:
                by_cell[number] = own
        places = self._skus.places_of(category) if category else self._index.sent_places()
        for place in places:
            if not open_ones:
                break
            of_cells = {each for cell in self._index.cells_of(place) for each in by_cell.get(cell, ())}
            for each in open_ones & (of_cells | whole):
                found[each][self._product_name(place)] = None
                if len(found[each]) >= MOST_PRODUCTS:
                    open_ones.discard(each)

    def _product_name(self, place: int) -> str:
        return self._product_names[place] or self._index.products[place]

    @cached_property
    def _product_names(self) -> Sequence[str]:
        return self._index.export.filled_texts("product-name")


def _having(field: Field) -> int:
    return sum(field.values.values())
