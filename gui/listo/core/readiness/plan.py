"""What the rows of one category of the sheet make of any SKU that goes by them, worked out beforehand.

A SKU's values of fields are joined as the bits of one number, a *word*: which fields have a value, which
attributes get one, what is wrong with the rows that it uses. What follows from a word is worked out once for
all SKUs that have it.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Literal, NamedTuple

from listo.core.checks.attributes import unit_in
from listo.core.checks.context import CheckContext
from listo.core.readiness.model import EXPORTS, Export, Reason, ReasonState, SentValue
from listo.core.readiness.rules import ERRORS, NEEDS_SHIFT, PLACE, RULES, UNCHECKED, mask_of
from listo.core.skus.index import FieldValue
from listo.core.skus.twins import ThemeAttribute
from listo.core.vocabulary import themes
from listo.core.vocabulary.attributes import age_unit, is_age_unit, is_minimum_age

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_SIZE_AND_COLOR = frozenset({"size", "color"})
_KEPT = UNCHECKED.bit_length()
"""The bits of a word below this one are those of reasons."""

RequirementLevel = Literal["hard", "soft"]


class PlanRow(NamedTuple):
    """A row of the sheet, its texts clean: `number` is Excel's, `name` the cell of the attribute.

    `attribute` is what all names of the attribute have in common, empty where it is missing or unknown.
    """

    number: int
    theme: str
    type: str
    field: str
    name: str
    value: str
    sent: str
    attribute: str

    @property
    def sends(self) -> bool:
        """Whether something is sent by it, accepted or not."""
        return bool(self.attribute and self.sent)


class _AttributeRows:
    """The rows of a field that count for one attribute, by value; `names` are the cells that name it."""

    def __init__(self, rows: Iterable[PlanRow], attribute: str) -> None:
        counting = [row for row in rows if row.attribute in ("", attribute)]
        self.names = dict.fromkeys(row.name for row in counting if row.attribute == attribute)
        by_value: dict[str, list[PlanRow]] = defaultdict(list)
        for row in counting:
            by_value[row.value].append(row)
        self.rows = {**by_value}

    @cached_property
    def types(self) -> frozenset[str]:
        """The texts of their Type."""
        return frozenset(row.type for rows in self.rows.values() for row in rows)


class PlannedField:
    """The rows of a category that map one field, in the sheet's order; what they say is worked out once."""

    def __init__(self, rows: Sequence[PlanRow]) -> None:
        """Take rows, of which there is one at least."""
        self.rows = rows
        self.first = rows[0]
        self.themed = next((row for row in rows if row.theme), None)
        attributes = dict.fromkeys(row.attribute for row in rows if row.attribute) or ("",)
        # A row whose attribute is not known counts for each of them.
        self.by_attribute = {name: _AttributeRows(rows, name) for name in attributes}

    def changed(self, gone: Iterable[PlanRow], come: Iterable[PlanRow]) -> Sequence[PlanRow]:
        """Return the rows without some and with others."""
        rows = list(self.rows)
        for row in gone:
            del rows[bisect_left(rows, row)]
        for row in come:
            insort(rows, row)
        return rows


def rows_by_field(rows: Iterable[PlanRow]) -> dict[str, PlannedField]:
    """Return rows, which stand in order, by the field that they map."""
    found: dict[str, list[PlanRow]] = {}
    for row in rows:
        found.setdefault(row.field, []).append(row)
    return {name: PlannedField(own) for name, own in found.items()}


class RequiredLevel(NamedTuple):
    """How surely an attribute is required, and how to write it."""

    level: RequirementLevel
    label: str


@dataclasses.dataclass(slots=True)
class MappedPair:
    """A field and an attribute to which the category maps it; `attribute` is empty where none is known.

    `names` are those of the attribute in small letters, `label` is how to write it, `first` the first row of
    the field. `present`, `unmapped` and `sent` are the bits of its word: that a SKU has a value of the field,
    one without a row, one that is sent.
    """

    field: str
    attribute: str
    label: str
    first: int
    names: frozenset[str] = frozenset()
    rows: dict[str, list[PlanRow]] = dataclasses.field(default_factory=dict)
    is_theme: bool = False
    level: RequirementLevel | None = None
    present: int = 0
    unmapped: int = 0
    sent: int = 0

    @property
    def state(self) -> ReasonState:
        """What it makes of a SKU that nothing is sent for the attribute."""
        return "blocked" if self.is_theme or self.level == "hard" else "at-risk"


class Lacking(NamedTuple):
    """A code of rules 4 to 6, the pair that it is about, and its state."""

    code: str
    pair: MappedPair


class CategoryPlan:
    """The rows of one category, in the sheet's order, as far as they are somebody's."""

    def __init__(
        self,
        context: CheckContext,
        number: int,
        fields: Mapping[str, PlannedField],
        missing: Collection[Export],
        before: CategoryPlan | None = None,
    ) -> None:
        """Work out what they ask; `missing` are the exports of specifications that are not there.

        What it has in common with the plan `before` has the same bits.
        """
        self.number = number
        self.fields = dict(sorted(fields.items(), key=lambda each: each[1].first))
        """The rows by the field that they map, in the sheet's order."""
        self.first = next(iter(self.fields.values())).first
        self._context, self._files = context, context.requirements_of(str(number))
        self._missing = tuple(missing)
        self._codes: dict[tuple[str, bool, str, str], tuple[str, ...]] = {}
        self.required = self._required()
        self.by_field = self._mapped()
        self.pairs = [pair for pairs in self.by_field.values() for pair in pairs]
        themed = [each.themed for each in self.fields.values() if each.themed]
        self.theme_row = min(themed, default=self.first)
        self.theme, self.theme_codes = self._judge_theme(self.theme_row.theme)
        for pair in self.pairs:
            pair.is_theme = any(pair.names & names for names in self.theme)
        self._bits: dict[tuple[str, ...], int] = {} if before is None else dict(before._bits)
        self._give_bits()

    def changed(self, gone: Iterable[PlanRow], come: Iterable[PlanRow]) -> CategoryPlan | None:
        """Return the plan of the category without some rows and with others; None where none are left.

        What the rows of other fields say is not worked out again: that took 0.2 s for 100,000 rows.
        """
        moved: dict[str, tuple[list[PlanRow], list[PlanRow]]] = {}
        for place, rows in enumerate((gone, come)):
            for row in rows:
                moved.setdefault(row.field, ([], []))[place].append(row)
        fields = dict(self.fields)
        for name, (out, into) in moved.items():
            known = fields.pop(name, None)
            rows = known.changed(out, into) if known else sorted(into)
            if rows:
                fields[name] = PlannedField(rows)
        return CategoryPlan(self._context, self.number, fields, self._missing, self) if fields else None

    @property
    def is_covered(self) -> bool:
        """Whether an Amazon file covers the category."""
        return bool(self._files)

    @cached_property
    def shape(self) -> object:
        """What counts for a word, whatever the values of fields: plans of one shape give bits one meaning."""
        pairs = [(one.field, one.attribute, one.names, one.is_theme, one.level) for one in self.pairs]
        return (pairs, self.theme, self.theme_codes, self.required, self.is_covered)

    # ------------------------------------------------------------------ what the rows ask

    def _required(self) -> Mapping[str, RequiredLevel]:
        found: dict[str, RequiredLevel] = {}
        for each in self._files.required:
            name = self._context.feed_name(each.spelling)
            if name not in found or each.is_meant:
                found[name] = RequiredLevel("hard" if each.is_meant else "soft", each.spelling)
        return found

    def _mapped(self) -> dict[str, list[MappedPair]]:
        return {name: list(self._pairs_of(name, rows)) for name, rows in self.fields.items()}

    def _pairs_of(self, name: str, rows: PlannedField) -> Iterator[MappedPair]:
        """Yield a field's attributes."""
        for attribute, own in rows.by_attribute.items():
            names: set[str] = {each.casefold() for each in own.names} | {attribute}
            level = self.required.get(attribute)
            label = self._label(next(iter(own.names))) if attribute else ""
            pair = MappedPair(name, attribute, label, rows.first.number, frozenset(names - {""}), own.rows)
            pair.level = level.level if level else None
            yield pair

    def _label(self, name: str) -> str:
        right = self._files.right_name(name) if self._files else None
        return self._files.spelling(right) if right else name

    def _judge_theme(self, text: str) -> tuple[Sequence[frozenset[str]], Sequence[str]]:
        """Return the names of each attribute of the theme, and what is wrong with it."""
        accepted = self._files.theme(text) if text else None
        types = {id(pair): self._types(pair) for pair in self.pairs if text}
        if not accepted:
            varying = [pair.names for pair in self.pairs if text and "Variation" in types[id(pair)]]
            return list(filter(None, varying)), ["theme-unknown"] if text else []
        named, form = themes.attributes(accepted), themes.normal_form(accepted)
        codes = [] if self._files.is_theme(text) else ["theme-case"]
        if self._files.lists_themes and form not in self._files.offered_forms:
            is_old = form in self._files.deprecated_forms
            codes.append("theme-deprecated" if is_old else "theme-not-offered")
        others = (pair.names for pair in self.pairs if types[id(pair)] - {"Information"})
        if {*named} == _SIZE_AND_COLOR and not frozenset().union(*others) >= _SIZE_AND_COLOR:
            codes.append("theme-incomplete")
        return [frozenset({name}) for name in named], codes

    def _types(self, pair: MappedPair) -> set[str | None]:
        return set(map(self._context.type, self.fields[pair.field].by_attribute[pair.attribute].types))

    def _give_bits(self) -> None:
        for pair in self.pairs:
            key = (pair.field, pair.attribute)
            pair.present = self._bit(pair.field)
            pair.unmapped, pair.sent = (self._bit(*key, of) for of in ("unmapped", "sent"))
        self._always = sum(mask_of(code) for code in self.theme_codes)
        self._always |= 0 if self.is_covered else UNCHECKED
        needs = sum(1 << place for place, export in enumerate(EXPORTS) if export in self._missing)
        self._needs = needs << NEEDS_SHIFT

    def _bit(self, *key: str) -> int:
        return 1 << _KEPT + self._bits.setdefault(key, len(self._bits))

    @cached_property
    def fields_of_theme(self) -> frozenset[str]:
        """The fields by which SKUs of one product are told apart."""
        return frozenset(pair.field for pair in self.pairs if pair.is_theme)

    @cached_property
    def theme_attributes(self) -> Sequence[ThemeAttribute]:
        """The attributes by which SKUs of one product are told apart."""
        return [self._theme_attribute(names) for names in dict.fromkeys(self.theme)]

    def _theme_attribute(self, names: frozenset[str]) -> ThemeAttribute:
        by_field = {
            name: own
            for name, pairs in self.by_field.items()
            if (own := [pair for pair in pairs if pair.names & names])
        }
        sources = frozenset((pair.field, pair.attribute) for own in by_field.values() for pair in own)
        return ThemeAttribute(names, sources, partial(_sent, by_field))

    def attributes_of(self, field: str) -> Sequence[str]:
        """Return the attributes to which a field is mapped."""
        return [pair.attribute for pair in self.by_field.get(field, ())]

    # ------------------------------------------------------------------ words

    def word(self, name: str, value: str) -> int:
        """Return what a SKU's value of a field adds to its word."""
        word = 0
        for pair in self.by_field.get(name, ()) if value else ():
            word |= pair.present
            rows = pair.rows.get(value)
            word |= self._used(pair, rows) if rows else pair.unmapped
        return word

    def _used(self, pair: MappedPair, rows: Sequence[PlanRow]) -> int:
        row = rows[0]
        word = sum(map(mask_of, self.codes(row)))
        word |= mask_of("row-conflict") if conflict_in(rows) else 0
        if row.sends:
            word |= pair.sent
        return word

    def follow(self, word: int, fields: Collection[str]) -> int:
        """Return the bits of the reasons that follow from a word, where those are the store's fields."""
        mask = word & (1 << _KEPT) - 1 | self._always
        unknown = self._unknown(word)
        for code, pair in self.lacks(word, fields):
            mask |= mask_of(code, pair.state)
        for name in self.required_unmapped:
            mask |= mask_of("mandatory-attribute-missing", self._state_of(name))
        return mask | (self._needs if unknown else 0)

    def _unknown(self, word: int) -> list[MappedPair]:
        """Return what is not known whether a SKU has a value of it."""
        return [one for one in self.pairs if not word & one.present] if self._missing else []

    def lacks(self, word: int, fields: Collection[str]) -> list[Lacking]:
        """Return what lacks of fields, rules 4 to 6: what another field sends or may send is left out."""
        found = [Lacking("value-unmapped", one) for one in self.pairs if word & one.unmapped]
        if not self._missing:
            for one in self.pairs:
                if word & one.present:
                    continue
                if one.field not in fields:
                    found.append(Lacking("field-not-in-category", one))
                elif one.is_theme or one.level:
                    found.append(Lacking("value-missing-in-catalog", one))
        if not found:
            return found
        senders = [(one.field, one.attribute) for one in self._sending(word) if one.attribute]
        return [
            lack
            for lack in found
            if not any(of == lack.pair.attribute and name != lack.pair.field for name, of in senders)
        ]

    def _sending(self, word: int) -> list[MappedPair]:
        """Return what is sent, or may be where that is not known."""
        return [one for one in self.pairs if word & one.sent] + self._unknown(word)

    @cached_property
    def required_unmapped(self) -> Sequence[str]:
        """The required attributes to which no field is mapped.

        A SKU to which nothing is sent for one that is mapped lacks a value or its row, or that has a fault.
        """
        mapped = {one.attribute for one in self.pairs}
        return [name for name in self.required if name not in mapped]

    def _state_of(self, required: str) -> ReasonState:
        return "blocked" if self.required[required].level == "hard" else "at-risk"

    # ------------------------------------------------------------------ rows

    def codes(self, row: PlanRow) -> tuple[str, ...]:
        """Return what is wrong with a row, rule 7."""
        key = (row.type, bool(row.theme), row.name, row.sent)
        if key not in self._codes:
            self._codes[key] = (*self._codes_of_type(row), *self._codes_of_attribute(row))
        return self._codes[key]

    def _codes_of_type(self, row: PlanRow) -> Iterator[str]:
        kind = self._context.type(row.type)
        if kind is None:
            yield "type-unknown" if row.type else "type-missing"
        elif kind != row.type:
            yield "type-case"
        if kind == ("Information" if row.theme else "Variation"):
            yield "type-theme-mismatch"

    def _codes_of_attribute(self, row: PlanRow) -> Iterator[str]:
        right = self._files.right_name(row.name) if self._files and row.name else row.name
        if not right:
            yield "amazon-specification-unknown" if row.name else "amazon-specification-missing"
            return
        if right != row.name:
            yield "amazon-specification-case"
        if not row.sent:
            yield "amazon-value-missing"
            return
        yield from self._codes_of_value(right, row.sent)

    def _codes_of_value(self, name: str, value: str) -> Iterator[str]:
        accepted = self._files.accepted(name) if self._files else None
        if accepted:
            alike = value if accepted.has(value) else next(iter(accepted.in_other_case(value)), None)
            if alike is None:
                yield "amazon-value-not-accepted"
            elif alike != value:
                yield "amazon-value-case"
            if alike is not None and accepted.is_deprecated(alike):
                yield "amazon-value-deprecated"
        if is_minimum_age(name) or is_minimum_age(self._context.feed_name(name)):
            yield from _codes_of_age(name, value)

    # ------------------------------------------------------------------ one SKU in full

    def reasons(
        self, values: Mapping[str, Collection[str]], word: int, fields: Collection[str]
    ) -> Iterator[Reason]:
        """Yield the reasons of rules 3 to 8 of a SKU of those values by field, and of the word of these."""
        for code in self.theme_codes:
            yield self._reason(code, row=self.theme_row.number, value=self.theme_row.theme)
        for code, pair in self.lacks(word, fields):
            missing = [one for one in sorted(values.get(pair.field, ())) if one not in pair.rows]
            for value in missing if code == "value-unmapped" else ("",):
                yield self._reason(code, pair.state, pair.first, pair.field, pair.label, value)
        for pair, rows in self._rows_used(values):
            if other := conflict_in(rows):
                cells = (pair.field, pair.label, other.value)
                yield self._reason("row-conflict", None, other.number, *cells)
        for used in self._own_rows(values):
            for code in self.codes(used):
                yield self._reason(code, None, used.number, used.field, used.name, used.value)
        for name in self.required_unmapped:
            state, label = self._state_of(name), self.required[name].label
            code = "mandatory-attribute-missing"
            yield self._reason(code, state, self.first.number, attribute=label)

    def sends(self, values: Mapping[str, Collection[str]]) -> Iterator[SentValue]:
        """Yield what would be sent of a SKU of those values."""
        for row in self._own_rows(values):
            if row.sends:
                yield SentValue(row.name, row.value, row.sent, row.number)

    def _rows_used(
        self, values: Mapping[str, Collection[str]]
    ) -> Iterator[tuple[MappedPair, Sequence[PlanRow]]]:
        for pair in self.pairs:
            for value in sorted(values.get(pair.field, ())):
                if value in pair.rows:
                    yield pair, pair.rows[value]

    def _own_rows(self, values: Mapping[str, Collection[str]]) -> Iterable[PlanRow]:
        return {rows[0].number: rows[0] for _, rows in self._rows_used(values)}.values()

    def _reason(
        self,
        code: str,
        state: ReasonState | None = None,
        row: int | None = None,
        specification: str = "",
        attribute: str = "",
        value: str = "",
    ) -> Reason:
        rule, error = RULES[PLACE[code]], self._error(code, attribute)
        said = state or rule.state or "at-risk"
        cells = (specification or None, attribute or None, value or None)
        return Reason(code, said, error, row, rule.column, *cells)

    def _error(self, code: str, attribute: str) -> str | None:
        if code in ("mandatory-attribute-missing", "value-missing-in-catalog"):
            return self._context.mandatory_error(attribute)
        return self._context.value_error(attribute) if code.startswith("amazon-value-") else ERRORS[code]


def _sent(by_field: Mapping[str, Sequence[MappedPair]], one: FieldValue) -> Collection[str]:
    """Return what is sent for a value, without regard to case."""
    rows = (pair.rows[one.value][0] for pair in by_field.get(one.field, ()) if one.value in pair.rows)
    return [row.sent.casefold() for row in rows if row.sends]


def conflict_in(rows: Sequence[PlanRow]) -> PlanRow | None:
    """Return the first of several rows of one key that says something else than the one that counts."""
    return next((row for row in rows[1:] if row.sent != rows[0].sent), None)


def _codes_of_age(name: str, value: str) -> Iterator[str]:
    if _NUMBER.fullmatch(value):
        yield from () if is_age_unit(name) else ("age-unit-missing",)
    elif value[0].isdigit() and (unit := unit_in(value)) and not age_unit(unit):
        yield "age-unit-not-accepted"
