"""Which attribute of Amazon a field of VTEX's answers, and how probably: by name, by values, one to one.

What speaks for a pair are its names (how alike in meaning) and the share of the field's values, weighted by
SKUs, that have an accepted value. How often a pair of such evidence was right was counted; see `_ODDS`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from listo.core.drafting.model import Proposal
from listo.core.drafting.value_match import ValueMatcher
from listo.core.vocabulary.meanings import is_understood

FieldValues = Mapping[str, int]
"""The values of a field in a category, and how many SKUs have each."""

LEAST_ASKED = 0.3
"""A pair that is less probable is not worth a question: one in three would be answered with no.

Of the fields of other purposes of tests/drafting_stores.py only collections reach it, beside a season.
"""

SAME_NAME, _NEAR_NAME, WEAK_NAME = 0.85, 0.6, 0.5
"""How alike two names are: `Gênero` and `TargetGender` 0.89, `Decote` and `NeckStyle` 0.67.

At 0.5 and above all but eight of the 118 names of fields in shop_words.json are found.
"""

_MOST_VALUES, _SOME_VALUES = 0.6, 0.25
"""Shares of a field's values: one word in ten is odd, and one in twenty is of several colours."""

_TELLING = 0.95
"""How probable a value's match must be to speak for its field: `Verano 2025` (0.92) is no season yet."""

_FEW = 3
"""Different values without numbers: with fewer, any list that says yes and no would be as good."""

_ODDS: Mapping[str, tuple[float, float, float, float]] = {
    "same": (400.0, 30.0, 1.0, 100.0),
    "near": (100.0, 8.0, 0.3, 4.0),
    "weak": (30.0, 2.0, 0.1, 0.5),
    "none": (6.0, 0.3, 0.01, 0.0),
}
"""By how alike the names are: the odds for a pair of which most values, some, or few are accepted, and for an
attribute without a list.

Counted over 60 stores of tests/drafting_stores.py, of pairs that were right: with the same name and most
values 595 of 595, with some 35 of 35, with few none of 46; with a near name 199 of 199, 11 of 11, none of 12;
without a name and with few values or none, 0 of 7,477. Between these the odds are assumed, rather too low.
"""

_BY_FEW_VALUES = 0.03
"""What remains of the odds where names say nothing and there are fewer than `_FEW` different values."""

_NAMED_OTHERWISE = 0.1
"""What remains where the name is known and means something else: a `Design` of dots and stripes is no colour.

`Multicolor` is near to these: in 3 of 3 such pairs.
"""

_THEME = 5.0
"""How much likelier an attribute of a theme is for a field that varies inside products."""

_DOCUMENTED = 5.0
"""How much likelier size and color are than what is like them: in glasses `LensColor` is in more themes."""

_REQUIRED = 6.0
"""How much likelier an attribute is that must be mapped: `Tecido` is `FabricType` where that is required.

Where names say nothing it counts for nothing: `Envío gratis` says nothing of batteries that must be told.
"""

_LESSER_NAME = 30.0
"""How fast a rival counts less whose name is less alike: `ColorMap` (0.83) beside `Color` (1) hardly."""


class AskedAttribute(NamedTuple):
    """An attribute that a field may answer in a category.

    `telling` is the list by which its values are known: its own, or that of an attribute with values of the
    same kind (`ColorMap` for `Color`), None where there is neither. `is_usual` is false for an attribute that
    takes any text and is asked of products only where they vary in it; `is_documented` is true for size and
    color, the attributes of the themes that VTEX documents.
    """

    name: str
    labels: tuple[str, ...]
    values: ValueMatcher
    telling: ValueMatcher | None
    in_theme: bool
    is_required: bool
    is_usual: bool
    is_documented: bool = False


class Field(NamedTuple):
    """A field of a category with its values in use; `varies` where SKUs of a product differ in it.

    `homes` are the numbers of the pairs of categories whose SKUs have it: fields that share none are never
    asked of one SKU, so that both may answer one attribute.
    """

    name: str
    values: FieldValues
    varies: bool
    homes: frozenset[int] = frozenset()


class Evidence(NamedTuple):
    """What speaks for a pair: how alike the names are, the share of values accepted, the odds of all that."""

    name: float
    share: float
    odds: float


class FieldMatch(NamedTuple):
    """A field with what it is mapped to, and the attributes that it may answer, the likeliest first."""

    field: str
    chosen: Proposal | None
    others: tuple[Proposal, ...]


def weigh(field: Field, attribute: AskedAttribute, likeness: float) -> Evidence:
    """Return what speaks for a field and an attribute; `likeness` is that of their names, from 0 to 1."""
    if not (attribute.is_usual or field.varies):
        return Evidence(likeness, 0.0, 0.0)
    share, count = _accepted_share(field.values, attribute.telling) if attribute.telling else (0.0, 0)
    level = _level(likeness)
    if attribute.telling is None or (share < _SOME_VALUES and not attribute.values.has_list):
        place = 3
    else:
        place = 0 if share >= _MOST_VALUES else 1 if share >= _SOME_VALUES else 2
    odds = _ODDS[level][place]
    if level == "none":
        odds *= _BY_FEW_VALUES if count < _FEW else 1.0
        odds *= _NAMED_OTHERWISE if is_understood(field.name, "names") else 1.0
    if attribute.in_theme and field.varies:
        odds *= _THEME
    if attribute.is_documented:
        odds *= _DOCUMENTED
    if attribute.is_required and level != "none":
        odds *= _REQUIRED
    return Evidence(min(likeness, 1.0), share, odds)


def _level(likeness: float) -> str:
    if likeness >= _NEAR_NAME:
        return "same" if likeness >= SAME_NAME else "near"
    return "weak" if likeness >= WEAK_NAME else "none"


def _accepted_share(values: FieldValues, matcher: ValueMatcher) -> tuple[float, int]:
    """Return the share of SKUs whose value has a likely accepted one, and how many values of words have."""
    good = {text: count for text, count in values.items() if _is_answered(matcher, text)}
    words = [text for text in good if not any(map(str.isdecimal, text))]
    return sum(good.values()) / max(1, sum(values.values())), len(words)


def _is_answered(matcher: ValueMatcher, text: str) -> bool:
    found = matcher.match(text)
    return bool(found) and found[0].probability >= _TELLING


def match_fields(
    fields: Sequence[Field], attributes: Sequence[str], evidence: Mapping[tuple[str, str], Evidence]
) -> list[FieldMatch]:
    """Return what each field is best mapped to, no two to one attribute, and how probable that is."""
    pairs = assign([[_gain(evidence.get((field.name, a))) for a in attributes] for field in fields])
    chosen = {fields[row].name: attributes[column] for row, column in pairs}
    homes = {field.name: field.homes for field in fields}
    found = []
    for field in fields:
        own = {a: evidence[field.name, a] for a in attributes if (field.name, a) in evidence}
        near = sorted(own, key=lambda a: (-own[a].odds, -own[a].name, a))
        counted = {
            (name, a): each
            for (name, a), each in evidence.items()
            if name == field.name or not _is_apart(homes[name], field.homes)
        }
        others = tuple(Proposal(a, _probability(field.name, a, chosen, counted)) for a in near if own[a].odds)
        best = next((each for each in others if each.text == chosen.get(field.name)), None)
        found.append(FieldMatch(field.name, best, others))
    return found


def _is_apart(homes: frozenset[int], others: frozenset[int]) -> bool:
    """Return whether no SKU can have values in two fields, by where they have any."""
    return bool(homes and others) and homes.isdisjoint(others)


def _gain(evidence: Evidence | None) -> float:
    """Return what a pair is worth: the sum over all pairs is made as large as can be."""
    return math.log1p(evidence.odds) + evidence.name if evidence and evidence.odds > 0 else 0.0


def _probability(
    field: str, attribute: str, of_field: Mapping[str, str], evidence: Mapping[tuple[str, str], Evidence]
) -> float:
    """Return how probable a pair is beside its rivals: those that belong to a better one are none."""
    own = evidence[field, attribute]
    taken = {a: f for f, a in of_field.items()}
    rivals = 0.0
    for (f, a), other in evidence.items():
        if (f == field) == (a == attribute):
            continue
        pair = (taken.get(a, field), a) if f == field else (f, of_field.get(f, attribute))
        belongs = pair != (f, a) and pair in evidence and evidence[pair].odds > other.odds
        if not belongs:
            rivals += other.odds * math.exp(-_LESSER_NAME * max(0.0, own.name - other.name))
    return own.odds / (1.0 + own.odds + rivals)


def assign(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return rows with columns, each at most once, so that the gains are the most together.

    The Hungarian method with potentials, for as many rows as columns; pairs that gain nothing are left out.
    """
    height, width = len(gains), max(map(len, gains), default=0)
    size = max(height, width)
    if not size:
        return []
    cost = [
        [-gains[row][column] if row < height and column < width else 0.0 for column in range(size)]
        for row in range(size)
    ]
    return [
        (row, column)
        for column, row in enumerate(_matched_rows(cost, size))
        if row < height and column < width and gains[row][column] > 0
    ]


def _matched_rows(cost: Sequence[Sequence[float]], size: int) -> Iterable[int]:
    """Return by column the row that belongs to it where the sum of the costs is least."""
    of_rows, of_columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # counted from 1: 0 is none
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, before = [math.inf] * (size + 1), [0] * (size + 1)
        done = [False] * (size + 1)
        while row_of[column]:
            done[column] = True
            current, step, nearest = row_of[column], math.inf, 0
            for other in range(1, size + 1):
                if done[other]:
                    continue
                reduced = cost[current - 1][other - 1] - of_rows[current] - of_columns[other]
                if reduced < least[other]:
                    least[other], before[other] = reduced, column
                if least[other] < step:
                    step, nearest = least[other], other
            for other in range(size + 1):
                if done[other]:
                    of_rows[row_of[other]] += step
                    of_columns[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            row_of[column], column = row_of[before[column]], before[column]
    return [each - 1 for each in row_of[1:]]
