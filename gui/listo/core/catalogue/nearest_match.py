"""How much a damaged text resembles each message that shares most trigrams with it: judged by alignment.

The few templates are laid against the text piece by piece: how like the pieces are, how much of the message
is there, how much of the text it explains.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice
from sys import intern
from typing import NamedTuple

from listo.core.catalogue.templates import MessageTemplate, TrigramIndex

# The counts are of the 14,650 texts of tests/bench/weigh_constants.py; that none of the foreign messages
# fits, and 99 % of the damaged ones do, is held by tests/core/catalogue/test_recognition.py.

_LONGEST_TEXT = 1200
"""Letters of a text that are looked at: the longest message has 821, and a log line goes around it."""

_LEAST_LIKE = 60.0
"""How alike (0 to 100) a part is that may lie anywhere: with 50 and 70, 2 and 4 answers are lost."""

_QUITE_LIKE = 80.0
"""How alike it is where it is looked for first: with 70 and 90, 2 and 3 answers are lost."""

_POWER = 3
"""How much slips weigh against length: with 2, 143 more fit, foreign ones too; with 4, 63 are lost."""

_LEAST_FACTOR = 0.6
"""What is left of a score where nearly all is missing: with 0.5, 73 are lost; with 0.9 foreign ones fit."""

_TRIGRAM_PART = 0.05
"""The share of trigrams in a score: it tells apart what lies equally well; without it 49 answers differ."""

_HIGHEST = 0.99
"""The most that a likeness scores: less than a message that stands there whole can, which is 1."""

_JUST_ABOVE = 0.001
"""A step up that changes the order and nothing else: scores are shown with three digits."""

_FAR = 0.4
"""What is left where words are missing: 0.2 to 0.5 make no difference; with 0.6, 14 more fit."""

_WORTH_A_LOOK = 0.4
"""Score from which missing words are looked for: with 0, two answers differ; with 0.5, 28 more fit."""

_SHORT = 28
"""Letters of a short text, compared as a whole too: with 24 and 32, 3 and 8 answers are lost."""

_SHORT_PART = 0.95
"""What a short text scores at the most: less than a long one that is as like; it parts equals."""

_SHORT_POWER = 2
"""How much slips weigh in a short text, where one is much already: with 1, 8 more fit."""

_OTHER_WORD = 0.45
"""How alike (0 to 1) two words are that are no slip of each other: with 0.3 a foreign text fits."""

_SLIP = 0.65
"""How alike (0 to 1) a word is to one with a slip: `Size`, `SizeMap` have 0.57, `color`, `valor` 0.6."""

_CUT = 0.8
"""Share of a message below which a short text is one cut off: with 0.7 and 0.9, 2 and 3 are lost."""

_WORD = 4
"""Letters of a word that is compared: with 3, 46 answers are lost; with 5, three foreign texts fit."""

_NAME_AT_AN_EDGE = 60
"""Letters of a name before or after a message: with 40 and 90, 4 and 2 answers are lost."""

_NEARLY = 0.06
"""How much more a general message may score than its special one: with 0 a slip makes it general."""

_STEP = 0.06
"""How much shorter the next try is: half of it costs time alone; with 0.1 an answer is lost."""

_END_LIKE = 0.8
"""How alike (0 to 1) a beginning is that the text ends with: with 0.9, 14 answers are lost."""

_SLIPS_OF = 5
"""Letters of which one may be another: `_END_LIKE` allows no more."""

_FEW = 3
"""Lengths of a beginning that are tried at once: to leave some out takes as long as these."""

_LEAST_END = 2
"""Letters that are no beginning yet: with 1 and 4, 4 and 10 answers are lost."""

_LEAST_TRIED = 6
"""Letters of a part not found that count as tried: with 3, 26 more fit; with 12, 14 are lost."""

_NOT_ITS_BEGINNING = 0.95
"""What is left where a text is a piece of a message but not its beginning: with 1, five more fit."""

_BEGINS_BEFORE = 4
"""Letters that a beginning may lack, lost in copying, or a small word: with 0 an answer is lost."""

_BRIEF = 60
"""Letters of a brief message, each word of which counts: with 30, seven foreign texts fit."""

_TOO_LITTLE = 21
"""Letters of a cut message with names that tell nothing yet: 18 let 39 more fit; with 24, 15 are lost."""

_LEAST_OF_END = _TOO_LITTLE - 2 - 3 * (_TOO_LITTLE // _SLIPS_OF)
"""Trigrams that as many letters have in common with what they are like, as `_steps` has them."""

_QUOTED_NAME = 0.1
"""What a name in quotes adds to the score of a cut message: with 0.05 two answers are lost."""

_NEARLY_ALL = 0.9
"""Share of a message that is as good as all of it: with 0 two are lost; above 1 a foreign text fits."""

_THERE = 70.0
"""How alike (0 to 100) a word is that is there: with 60, five foreign texts fit; with 75, two are lost."""

_UNLIKE = 15.0
"""How much less is another word: with 30, four foreign texts fit; with 5, five answers are lost."""

_LACKING = 0.2
"""Share of words that may lack: with 0.1 four answers are lost; with 0.5, nine foreign texts fit."""


_LITTLE = 0.4
"""Part that a message and a text share of which few are damaged: 1.5 % share less, and all unknown lines."""

_Spans = tuple[tuple[int, int], ...]


class Likeness(NamedTuple):
    """How a template lies against a text.

    `score` runs from 0 to 1; `explains` is the number of the text's characters that it accounts for;
    `spans` are the places of its non-empty parts in the folded text, as far as they were found.
    """

    score: float
    template: MessageTemplate
    explains: int
    spans: _Spans


def find_nearest(index: TrigramIndex, folded: str, quoted: frozenset[str] = frozenset()) -> list[Likeness]:
    """Return the templates that a folded text resembles, the most alike first; always a few.

    `quoted` are the stretches of it, folded, that stand within quotation marks.
    """
    text = folded[:_LONGEST_TEXT]
    chosen = index.find_candidates(text, likely=False)
    return _in_order(_all_lifted([_lay(one, text, quoted, shared) for one, shared in chosen]))


def has_likely(index: TrigramIndex, folded: str) -> bool:
    """Return whether a folded text shares enough with any template to fit it."""
    return bool(index.find_candidates(folded[:_LONGEST_TEXT], likely=True))


def find_likely(
    index: TrigramIndex,
    folded: str,
    quoted: frozenset[str] = frozenset(),
    *,
    least: float = 0.0,
    rival: float = 0.0,
    enough: Callable[[], float] = float,
) -> list[Likeness]:
    """Return what `find_nearest` does without those that share too little to fit.

    Left out, too, is what does not come to a score, `least`, or to a share of the best, `rival`. Where little
    is shared `enough` is asked: if nothing comes to that score, all may be left out.
    """
    text = folded[:_LONGEST_TEXT]
    chosen = index.find_candidates(text, likely=True)
    if not chosen:
        return []
    mosts = [_most_possible(one, text, shared) for one, shared in chosen]
    asked = enough() if chosen[0][1] < _LITTLE else 0.0
    if asked and not _find_among(chosen, mosts, text, quoted, asked, 0.0):
        return []
    return _find_among(chosen, mosts, text, quoted, least, rival)


def _find_among(
    chosen: Sequence[tuple[MessageTemplate, float]],
    mosts: Sequence[float],
    text: str,
    quoted: frozenset[str],
    least: float,
    rival: float,
) -> list[Likeness]:
    """Return those of some templates that come to a score, and to a share of the best.

    They are laid in the order of the most that they can score, behind the one that shares most.
    """
    laid: dict[int, Likeness] = {}
    best = 0.0
    order = sorted(range(len(chosen)), key=mosts.__getitem__, reverse=True)
    if mosts and mosts[0] >= least - _JUST_ABOVE:
        order.insert(0, 0)
    for place in dict.fromkeys(order):
        lowest = max(least, rival * best) - _NEARLY - _JUST_ABOVE  # from where one may be lifted
        if mosts[place] < (lowest if best >= least - _JUST_ABOVE else least - _JUST_ABOVE):
            break
        one, shared = chosen[place]
        laid[place] = _lay(one, text, quoted, shared, lowest)
        best = max(best, laid[place].score)
    alike = [laid[place] for place in sorted(laid)]
    found = _in_order(alike if best < _WORTH_A_LOOK else _all_lifted(alike))
    return [one for one in found if one.score >= max(least, rival * found[0].score)]


def _all_lifted(laid: Sequence[Likeness]) -> list[Likeness]:
    letters = [_letters(one) for one in laid]
    return [_lifted(one, own, laid, letters) for one, own in zip(laid, letters, strict=True)]


def _lifted(one: Likeness, own: int, laid: Iterable[Likeness], letters: Iterable[int]) -> Likeness:
    """Return a special message just above the general ones that it nearly equals and says more than.

    A slip in its own words turns them into a name in a gap of the general message. `own` and `letters` are
    how many letters of the text are the words of this message, and of each.
    """
    above = [
        other.score
        for other, others in zip(laid, letters, strict=True)
        if own > others
        and one.score < other.score <= one.score + _NEARLY
        and _is_special_case(one.template, other.template)
    ]
    return one._replace(score=min(_HIGHEST, max(above) + _JUST_ABOVE)) if above else one


def _in_order(laid: Iterable[Likeness]) -> list[Likeness]:
    return sorted(laid, key=lambda one: (-one.score, -len(one.template.fixed)))


def _letters(one: Likeness) -> int:
    """Return how many letters of the text are the message's own words."""
    return sum(last - first for first, last in one.spans)


@cache
def _is_special_case(one: MessageTemplate, general: MessageTemplate) -> bool:
    """Return whether `one` says what `general` says, with a gap of it filled in."""
    if not general.fields or not general.words <= one.words:
        return False
    return general.pattern.fullmatch(" x ".join(one.parts).strip()) is not None


def _most_possible(one: MessageTemplate, text: str, shared: float) -> float:
    """Return the most that a template can score, by the letters that it and a text have in one order.

    A part of either that has all of them is as like as any can be; the longer it is, the less like it is, by
    more than what it explains besides. Of a message with gaps nothing is known before it is laid.
    """
    import rapidfuzz

    if one.fields:
        return 1.0
    common = rapidfuzz.distance.LCSseq.similarity(one.fixed, text)
    own, said = len(one.fixed), len(text)
    shorter, there, longer = (own, common, said) if said > own else (said, said, own)
    most = (2 * common / (shorter + common)) ** _POWER * _factor(there / longer) if common else 0.0
    if len(text) <= _SHORT:
        most = max(most, common / longer)
    return (1 - _TRIGRAM_PART) * most + _TRIGRAM_PART * shared


def _lay(
    one: MessageTemplate, text: str, quoted: frozenset[str], shared: float, needed: float = 0.0
) -> Likeness:
    """Return how a template lies against a text; what is sure not to score as `needed` is not laid well."""
    if one.fields:
        least = _least_like(needed - _TRIGRAM_PART * shared - (_QUOTED_NAME if quoted else 0.0), 1.0)
        fewest = 0 if quoted or needed < _WORTH_A_LOOK - _NEARLY else _TOO_LITTLE
        alike, covered, explained, spans = _lay_parts(one, text, least, fewest)
    else:
        shorter, longer = sorted((len(one.fixed), len(text)))
        least = _least_like(needed - _TRIGRAM_PART * shared, shorter / longer)
        # a short text is compared as a whole too
        alike, covered, explained, spans = _lay_whole(one, text, least if len(text) > _SHORT else 0.0)
    laid = alike**_POWER * _factor(covered) * _factor(explained)
    score = (1 - _TRIGRAM_PART) * laid + _TRIGRAM_PART * shared
    if covered < 1.0 and quoted and one.fields and _has_quoted_name(one, spans, text, quoted):
        score += _QUOTED_NAME
    elif score > _WORTH_A_LOOK and (
        _lacks_words(one, covered, spans, text) or _lacks_quoted(one, covered, text)
    ):
        score *= _FAR
    if len(text) <= _SHORT and not one.fields:
        if _has_other_words(one.fixed, text):
            score *= _FAR
        elif len(one.fixed) <= _SHORT:
            score = max(score, _of_short(one.fixed, text))
    return Likeness(min(score, _HIGHEST), one, round(explained * len(text)), spans)


def _factor(share: float) -> float:
    """Return what is left of a score where no more than a share is there."""
    return _LEAST_FACTOR + (1 - _LEAST_FACTOR) * share


def _has_quoted_name(one: MessageTemplate, spans: _Spans, text: str, quoted: frozenset[str]) -> bool:
    """Return whether a gap of a cut message holds quoted words, where the message quotes its names."""
    if not spans or not any(before or after for before, after in one.edges):
        return False
    if not one.parts[0]:
        return text[: spans[0][0]].strip() in quoted
    name = text[spans[0][1] :].lstrip()
    return any(name.startswith(words) for words in quoted)


def _lacks_words(one: MessageTemplate, covered: float, spans: _Spans, text: str) -> bool:
    """Return whether a text lacks words of a brief message ("the provided password is invalid").

    Of a message that is cut off, what is there is asked for; too little of one with gaps says nothing.
    """
    import rapidfuzz

    there = sum(last - first for first, last in spans) + len(spans) - 1
    said = one.fixed if covered >= 1.0 else one.fixed[:there]
    if len(said) > _BRIEF or not (one.fields or _is_beginning(said, covered, text)):
        return False
    if one.fields and covered < 1.0 and len(said) < _TOO_LITTLE:
        return True
    words = [word for word in said.split() if len(word) >= _WORD]
    lacking = sum(
        min(1.0, max(0.0, _THERE - rapidfuzz.fuzz.partial_ratio(word, text)) / _UNLIKE) for word in words
    )
    return bool(words) and lacking >= _LACKING * len(words)


def _lacks_quoted(one: MessageTemplate, covered: float, text: str) -> bool:
    """Return whether a text lacks all the words that a message has in quotes, as far as it goes."""
    import rapidfuzz

    said = one.fixed[: math.ceil(covered * len(one.fixed))].split()
    meant = [word for word in one.quoted if word in said[:-1] or (covered >= 1.0 and word in said)]
    return bool(meant) and not any(
        rapidfuzz.distance.OSA.normalized_similarity(word, other) >= _SLIP
        for word in meant
        for other in text.split()
    )


def _is_beginning(said: str, covered: float, text: str) -> bool:
    """Return whether a text begins as a message without gaps does (short ones are compared otherwise)."""
    return len(text) > _SHORT and (covered >= _NEARLY_ALL or text[:_WORD] == said[:_WORD])


def _of_short(fixed: str, text: str) -> float:
    """Return the likeness of two short texts, in which few slips weigh much; letters swapped are one slip."""
    import rapidfuzz

    likeness = rapidfuzz.distance.OSA.normalized_similarity(fixed, text, score_cutoff=_LEAST_LIKE / 100)
    return _SHORT_PART * likeness**_SHORT_POWER


def _has_other_words(fixed: str, text: str) -> bool:
    """Return whether a short text says another word where the message has its own ("inactive user")."""
    import rapidfuzz

    own, said = fixed.split(), text.split()
    if len(text) < _CUT * len(fixed) and len(said) <= len(own):
        own = own[: len(said)]
        own[-1] = own[-1][: len(said[-1])]
    if len(own) != len(said):  # slips have joined or parted words: only the whole can be compared
        return len(said) > len(own) and any(_is_absent(word, text) for word in own if len(word) >= _WORD)
    pairs = ((a, b) for a, b in zip(own, said, strict=True) if len(b) >= _WORD)
    return any(rapidfuzz.distance.OSA.normalized_similarity(a, b) < _OTHER_WORD for a, b in pairs)


def _is_absent(word: str, text: str) -> bool:
    """Return whether nothing in a text is like a word."""
    import rapidfuzz

    return rapidfuzz.fuzz.partial_ratio(word, text) < _THERE


_FoundPart = tuple[float, float, tuple[int, int]]
_LaidPart = tuple[float, float, tuple[int, int] | None]
_Laid = tuple[float, float, float, _Spans]


def _least_like(score: float, there: float) -> float:
    """Return how alike (0 to 1) must be what is laid for a score of which no more than a share is there.

    A bit less, to be sure.
    """
    laid = score / (1 - _TRIGRAM_PART)
    return math.pow(laid / _factor(there), 1 / _POWER) - _JUST_ABOVE if laid > 0.0 else 0.0


def _lay_whole(one: MessageTemplate, text: str, least: float) -> _Laid:
    """Lay a message without gaps: it lies somewhere in the text, or the text is a piece of it."""
    import rapidfuzz

    found = rapidfuzz.fuzz.partial_ratio_alignment(one.fixed, text, score_cutoff=100 * least)
    if found is None:
        return 0.0, 0.0, 0.0, ()
    alike = found.score / 100
    if len(text) >= len(one.fixed):
        span = (found.dest_start, found.dest_end)
        return alike, 1.0, (span[1] - span[0]) / len(text), (span,)
    # a cut message usually keeps its beginning
    begins = 1.0 if found.src_start <= _BEGINS_BEFORE else _NOT_ITS_BEGINNING
    return alike * begins, len(text) / len(one.fixed), 1.0, ((0, len(text)),)


def _lay_parts(one: MessageTemplate, text: str, least: float, fewest: int) -> _Laid:
    """Lay the fixed parts of a message with gaps one after another; the text may end within one.

    Nothing is laid where what is still to come, were it there as it is, would not make it as like as `least`,
    or where a text ends with fewer than the `fewest` letters of its beginning that say anything.
    """
    parts = [part for part in one.parts if part]
    total = sum(map(len, parts))
    spans: list[tuple[int, int]] = []
    alike = tried = 0.0
    for part in parts:
        start = spans[-1][1] if spans else 0
        shortest = 0.0
        if not spans:
            shortest = max(fewest, _shortest_beginning(total, len(text), not one.parts[0], least))
        like, length, span = _lay_part(part, text, start, shortest)
        alike += like * length
        tried += length
        if span is None:
            break
        spans.append(span)
        if length < len(part):
            break
        if alike + total - tried < least * total:
            return 0.0, 0.0, 0.0, ()
    if not spans:
        return 0.0, 0.0, 0.0, ()
    first, last = _explained(one, spans, text, cut=tried < total)
    return alike / tried, min(tried / total, 1.0), (last - first) / len(text), tuple(spans)


def _shortest_beginning(total: int, said: int, is_named_before: bool, least: float) -> float:
    """Return the letters that a text must end with of a message for it to be as like as `least`.

    Of the message no more is there, and no more of the text is explained but for a name: the product of both
    factors is solved for these letters.
    """
    rises, other_rises = (1 - _LEAST_FACTOR) / total, (1 - _LEAST_FACTOR) / said
    other = _factor(_NAME_AT_AN_EDGE / said if is_named_before else 0.0)
    lacking = least**_POWER - _LEAST_FACTOR * other
    if lacking <= 0.0:
        return 0.0
    half = (rises * other + other_rises * _LEAST_FACTOR) / 2
    both = rises * other_rises
    return (math.sqrt(half * half + both * lacking) - half) / both


def _lay_part(part: str, text: str, start: int, shortest: float) -> _LaidPart:
    """Return how like the part is to what it lies on, how much of it was tried, and where it lies.

    Of its beginning alone fewer letters than `shortest` are of no use.
    """
    rest = text[start:]
    near = rest[: len(part) + _NAME_AT_AN_EDGE]  # the same words may come again further on
    nearest = _QUITE_LIKE if len(near) < len(rest) else _LEAST_LIKE
    as_it_is = _first_place(part, near)
    if as_it_is >= 0:
        return 1.0, len(part), (start + as_it_is, start + as_it_is + len(part))
    found = _found_in(part, near, start, nearest)
    if not found and len(near) < len(rest):
        found = _found_in(part, rest, start, _LEAST_LIKE)
    if found and found[2][1] < len(text):
        return found
    # the text may end within the part
    like, length = _beginning_at_end(part, rest, text, 0.0 if found else shortest)
    if length and (not found or like > found[0]):
        return like, length, (len(text) - length, len(text))
    return found or (0.0, min(len(part), _LEAST_TRIED) if len(rest) > _LEAST_END else 0.0, None)


def _first_place(part: str, near: str) -> int:
    """Return where the part stands first, from a word's beginning if it can be; -1 if it does not."""
    at_a_word = f" {near}".find(f" {part}")
    return at_a_word if at_a_word >= 0 else near.find(part)


def _found_in(part: str, within: str, start: int, least: float) -> _FoundPart | None:
    import rapidfuzz

    if len(within) < len(part):
        return None
    found = rapidfuzz.fuzz.partial_ratio_alignment(part, within, score_cutoff=least)
    if found is None:
        return None
    return found.score / 100, len(part), (start + found.dest_start, start + found.dest_end)


def _beginning_at_end(part: str, rest: str, text: str, shortest: float) -> tuple[float, int]:
    """Return how much of the part's beginning the text ends with: likeness and length.

    Tried are lengths of which the end of the text, of which `rest` is the end, has enough trigrams in common
    with the part, and the beginning of the part with the text; none if there are too few for `shortest`.
    """
    longest = min(len(part), len(rest))
    if longest < shortest:
        return 0.0, 0
    if shortest >= _TOO_LITTLE and len(_trigrams_of_end(text) & _trigrams_of_part(part)) < _LEAST_OF_END:
        return 0.0, 0
    backwards = islice(_trigrams_backwards(text), max(0, longest - 2))
    ending = [0, 0, 0, *accumulate(map(_trigrams_of_part(part).__contains__, backwards))]
    if ending[-1] < shortest * (1 - 3 / _SLIPS_OF) - 2:
        return 0.0, 0
    steps = [step for step in _steps(longest) if ending[step[0]] >= step[1]]
    if len(steps) > _FEW:
        begun = [0, 0, 0, *accumulate(map(_trigrams_of_text(text).__contains__, _trigrams_in_order(part)))]
        steps = [step for step in steps if begun[step[0]] >= step[1]]
    coarse = _best_length(part, rest, [length for length, _ in steps])
    if not coarse[1]:
        return 0.0, 0
    around = round(coarse[1] * _STEP) + 1
    fine = range(min(longest, coarse[1] + around), max(_LEAST_END, coarse[1] - around), -1)
    return _best_length(part, rest, fine)


@cache
def _trigrams_in_order(part: str) -> Sequence[str]:
    return [intern(part[at : at + 3]) for at in range(len(part) - 2)]


@cache
def _trigrams_of_part(part: str) -> frozenset[str]:
    return frozenset(_trigrams_in_order(part))


@lru_cache(maxsize=4)  # many messages are laid against one text
def _trigrams_backwards(text: str) -> Sequence[str]:
    return [text[at : at + 3] for at in range(len(text) - 3, -1, -1)]


@lru_cache(maxsize=4)
def _trigrams_of_end(text: str) -> frozenset[str]:
    """Return the trigrams of the last letters of a text, of as many as say anything."""
    return frozenset(text[at : at + 3] for at in range(len(text) - _TOO_LITTLE, len(text) - 2))


@lru_cache(maxsize=4)
def _trigrams_of_text(text: str) -> frozenset[str]:
    return frozenset(_trigrams_backwards(text))


@lru_cache(maxsize=_LONGEST_TEXT)
def _steps(longest: int) -> Sequence[tuple[int, int]]:
    """Return lengths downwards, the longer the wider apart: a text laid a bit askew still is like itself.

    Each with the trigrams that two texts of that length have in common at the least, if they are like: a slip
    is in three at the most, and `_END_LIKE` allows one in `_SLIPS_OF` letters.
    """
    steps: list[tuple[int, int]] = []
    length = float(longest)
    while length > _LEAST_END:
        steps.append((n := round(length), n - 2 - 3 * (n // _SLIPS_OF)))
        length -= max(1.0, length * _STEP)
    return steps


def _best_length(part: str, rest: str, lengths: Iterable[int]) -> tuple[float, int]:
    import rapidfuzz

    best = (0.0, 0.0, 0)
    for length in lengths:
        like = rapidfuzz.distance.Levenshtein.normalized_similarity(
            part[:length], rest[-length:], score_cutoff=_END_LIKE
        )
        if like:
            best = max(best, (like**_POWER * length, like, length))
        if best[0] >= length:
            break
    return best[1:]


def _explained(
    one: MessageTemplate, spans: list[tuple[int, int]], text: str, *, cut: bool
) -> tuple[int, int]:
    """Return from where to where the template accounts for the text, its names included."""
    first, last = spans[0][0], spans[-1][1]
    if not one.parts[0]:
        first = max(0, first - _NAME_AT_AN_EDGE)
    if not one.parts[-1] and not cut:
        last = min(len(text), last + _NAME_AT_AN_EDGE)
    if cut and len(text) - last < _NAME_AT_AN_EDGE // 2:
        last = len(text)
    return first, last
