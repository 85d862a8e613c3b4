"""Tells by other sentences of which error one speaks, if of any, and whether a number in it is an error's.

For the first it was counted what each of some thousand sentences says that were written of every error: naive
Bayes. For the others it was weighed what tells these from sentences about something else, and the numbers of
errors from others: logistic regression. `packaging/count_sentences.py` does it, with the sentences beside it.
"""

from __future__ import annotations

import math
import re
import struct
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TypedDict
from zlib import crc32

_UNSEEN = 0.2
"""Times that an error's sentences are taken to say what none of them says.

Of 3,590 sentences of sellers in tests/data/messages 90.3 % make the right error the likeliest; with 0.1
90.0, with 0.4 90.8 %, but with 0.4 fewer are told from foreign ones.
"""

_UNSEEN_ELSEWHERE = 0.3
"""The same of sentences about something else, of which there are more."""

_PARTS = 1 << 32
"""Parts of a weight that are counted: the largest, 7, takes 35 of a lane's 64 bits; sums have the rest."""


_PIECES = re.compile(r"[a-z]+|[0-9]+|[^\w\s]")
"""What a text is made of, without accents and in lower case: words, numbers and marks."""

_STEM = 8
"""Letters by which words around a number are told apart: most endings lie behind them."""

_NEXT_TO = 3
"""Pieces on each side of a number of which it counts at which place they stand."""

_NEAR_BY = 4
"""Words on each side of which it counts that they are near."""

_LONG_NUMBER = 5
"""Digits of a number beyond which more tell nothing: those of four are also years, prices and places."""

_STEM_OF_A_PAIR = 5
"""Letters of each of two words beside each other."""

_FIRST = 2
"""Words that a sentence begins with: questions and orders do so otherwise than complaints."""

_MOST_THREES = 6
"""Threes of words beyond which a sentence is long."""

PLACES = 1 << 19
"""Weights of signs of numbers: 250,000 signs are known. With twice as many 1 in 200 more is known."""

NO_WEIGHT, STEPS = 128, 50
"""The byte for none, and how many make one: the largest is 2."""

_MARKS = frozenset('{}[]<>=;_@#$%&*|\\/~`!¡?…"“«:()+-')
"""Marks that programs write more than people do, or that people end questions and good news with."""

_MARKS_OF_SIGNS = _MARKS | frozenset("?!.")
"""The same, with those that sentences end in."""

_CAPITALS, _BEYOND_ASCII = "capitals", "beyond ascii"

_LOOKS = {
    "A name of a program's": (frozenset({_CAPITALS}), re.compile(r"\b[A-Z]?[a-z]+[A-Z]\w*")),
    "A call": (frozenset("(.:="), re.compile(r"\w\(|\w\.\w+\.\w|::|=>|\w=\w")),
    "A word in capitals": (frozenset({_CAPITALS}), re.compile(r"\b[A-ZÀ-Þ]{4,}\b")),
    "A picture": (frozenset({_BEYOND_ASCII}), re.compile("[\u2600-\U0010ffff]")),
    "A capital first": (frozenset({_CAPITALS}), re.compile(r"\A[A-ZÀ-Þ]")),
    "A stop last": (frozenset("."), re.compile(r"\.\s*\Z")),
    "More sentences": (frozenset("?!."), re.compile(r"[?!.]\s+\S")),
}
"""What else tells messages of other programs, news and notes from what sellers type in trouble: each by a
pattern, and what a text has that has it: one of some marks, or letters of a kind."""

_A_NUMBER = re.compile(r"\d")

_MOST_DIGITS = 7
"""Digits of another number, or fours of pieces in a text, beyond which more tell nothing."""


class SentenceCounts(TypedDict):
    """What was counted: by error how much its sentences say in all, and by each thing said who says it.

    `said` holds by thing how often it is said elsewhere, and then in turns an error's place in `errors` and
    how often its sentences say it.
    """

    errors: Mapping[str, int]
    elsewhere: int
    said: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """How probable it is that a sentence speaks of each error, as natural logarithms.

    `best` is the id of the most probable error, `odds` how much more probable it is than that the sentence is
    about something else. `lanes` are for each of the `errors` how probable it is, in parts of `_PARTS`.
    """

    best: str
    odds: float
    errors: Sequence[str]
    lanes: Sequence[int]

    @property
    def scores(self) -> Mapping[str, float]:
        """By error id how probable each is, to be held against each other."""
        return {error_id: lane / _PARTS for error_id, lane in zip(self.errors, self.lanes, strict=True)}


class SentenceClassifier:
    """Tells of what a sentence most probably speaks.

    What one thing that is said adds for each error is one long number, with a lane for each: all are added
    at once.
    """

    def __init__(self, counts: SentenceCounts) -> None:
        self._errors = tuple(counts["errors"])
        self._counts = counts["said"]
        self._lanes = struct.Struct(f"<{len(self._errors)}Q")
        unseen = _UNSEEN * len(self._counts)
        never = [math.log(_UNSEEN / (total + unseen)) for total in counts["errors"].values()]
        self._least = min(never)
        self._never = self._packed((place, one - self._least) for place, one in enumerate(never))
        self._elsewhere = math.log(counts["elsewhere"] + _UNSEEN_ELSEWHERE * len(self._counts))
        self._weights: dict[str, tuple[float, int]] = {}

    def judge(self, said: Collection[str]) -> Likelihoods:
        """Return how probable each error is by what a sentence says.

        What sentences of no error say tells nothing.
        """
        known = [self._weights.get(one) or self._weigh(one) for one in said if one in self._counts]
        counted = len(known) * self._never + sum(of_errors for _, of_errors in known)
        lanes = self._lanes.unpack(counted.to_bytes(self._lanes.size, "little"))
        first = max(lanes)
        elsewhere = math.fsum(of_elsewhere - self._least for of_elsewhere, _ in known)
        return Likelihoods(self._errors[lanes.index(first)], first / _PARTS - elsewhere, self._errors, lanes)

    def _weigh(self, one: str) -> tuple[float, int]:
        """Return what one thing that is said adds for something else, and for the errors in their lanes."""
        at_all, *counted = self._counts[one]
        pairs = zip(counted[::2], counted[1::2], strict=True)
        of_errors = self._packed((place, math.log1p(times / _UNSEEN)) for place, times in pairs)
        weighed = math.log(at_all + _UNSEEN_ELSEWHERE) - self._elsewhere, of_errors
        self._weights[one] = weighed
        return weighed

    def _packed(self, weights: Iterable[tuple[int, float]]) -> int:
        """Return weights by the places of errors, each in the lane of its error."""
        lanes = [0] * len(self._errors)
        for place, weight in weights:
            lanes[place] = round(weight * _PARTS)
        return int.from_bytes(self._lanes.pack(*lanes), "little")


class SignWeights(TypedDict):
    """What adds to the odds that something is of an error, in tenths of a natural logarithm.

    `all` is what they begin with, `signs` what each sign adds.
    """

    all: int
    signs: Mapping[str, int]


def signs_of_number(before: str, number: str, behind: str) -> frozenset[str]:
    """Return what may tell of what a number is: what stands before and behind it, and what it looks like."""
    sides = {"<": _pieces(before)[::-1], ">": _pieces(behind)}
    size = min(len(number), _LONG_NUMBER)
    signs = {
        f"{len(number)} digits",
        f"{min(sum(map(len, chain(*sides.values()))) // 4, _MOST_DIGITS)} fours",
    }
    signs.update(["round"] if number.endswith("00") else [])
    signs.update((f"<| {_look(before[-1:])}", f">| {_look(behind[:1])}"))
    signs.add(f"| {_look(before[-1:])} {_look(behind[:1])}")
    for side, pieces in sides.items():
        words = [piece for piece in pieces if piece.isalpha()]
        near = [*pieces[:_NEXT_TO], *[""] * _NEXT_TO][:_NEXT_TO]
        signs.update(f"{side}{place} {piece}" for place, piece in enumerate(near, 1))
        signs.update(f"{side} {word}" for word in words[:_NEAR_BY])
        signs.update((f"{side}{side} {' '.join(words[:2])}", f"{side}0 {(words or [''])[0]}"))
        signs.update((f"{side}{size} {near[0]}", f"{side}, {near[0]} {near[1]}"))
        signs.update(words, (f"{size} {word}" for word in words))
    signs.add(" ".join(("<>", *(pieces[0] if pieces else "" for pieces in sides.values()))))
    around = [*reversed(sides["<"]), "0", *sides[">"]]
    signs.update(f"{one} {other}" for one, other in pairwise(piece[:_STEM_OF_A_PAIR] for piece in around))
    return frozenset(signs)


def _look(letter: str) -> str:
    """Return a mark as it is, and of any letter or digit that it is one."""
    return "a" if letter.isalpha() else "0" if letter.isdigit() else letter


def _pieces(text: str) -> list[str]:
    """Return what a text is made of; of other numbers it counts how long they are."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return [
        "#" * min(len(piece), _MOST_DIGITS) if piece.isdigit() else piece[:_STEM]
        for piece in _PIECES.findall(plain)
    ]


def signs_of_sentence(text: str, words: Sequence[str], said: Iterable[str]) -> frozenset[str]:
    """Return what may tell whether a text speaks of an error: what it says, in which order, and how it looks.

    `words` are those of the text, folded.
    """
    stems = [word[:_STEM_OF_A_PAIR] for word in words]
    signs = {f"{one} {other}" for one, other in pairwise(stems)}
    signs.update(said)
    signs.update([f"^{word}" for word in words[:_FIRST]])
    marks = _MARKS_OF_SIGNS.intersection(text)
    signs |= marks & _MARKS
    kinds = {*marks, "" if text == text.lower() else _CAPITALS, "" if text.isascii() else _BEYOND_ASCII}
    signs.update(
        [look for look, (of, has) in _LOOKS.items() if not kinds.isdisjoint(of) and has.search(text)]
    )
    if _A_NUMBER.search(text):
        signs.add("A number")
    signs.add(f"{min(len(words) // 3, _MOST_THREES)} threes")
    return frozenset(signs)


def weigh_signs(signs: Iterable[str], weights: SignWeights) -> float:
    """Return how much likelier what has these signs is of an error than of anything else, as a logarithm."""
    weighed = weights["signs"]
    return (weights["all"] + sum(filter(None, map(weighed.get, signs)))) / 10


def place_of_sign(sign: str) -> int:
    """Return where the weight of a sign of a number stands (feature hashing): few of the signs share one."""
    return crc32(sign.encode(errors="surrogatepass")) % PLACES  # halves of pictures in JSON have no letter


def weigh_number(signs: Iterable[str], weights: bytes) -> float:
    """Return how much likelier a number with these signs is an error's than another's, as a logarithm.

    `weights` are by place (`place_of_sign`), each a byte: how many `STEPS` more or less than `NO_WEIGHT`.
    That of "" all have.
    """
    return sum(weights[place_of_sign(sign)] - NO_WEIGHT for sign in ("", *signs)) / STEPS
