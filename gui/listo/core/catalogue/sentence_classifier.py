"""Tells of which error a sentence most probably speaks: naive Bayes over what sentences say.

It was counted beforehand what each of some thousand sentences says that were written of every error, and of
others about something else (`packaging/count_sentences.py`, with the sentences beside it).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

_UNSEEN = 0.2
"""Times that an error's sentences are taken to say what none of them says.

Of 3,590 sentences of sellers in tests/data/messages 90.3 % make the right error the likeliest; with 0.1
90.0, with 0.4 90.8 %, but with 0.4 fewer are told from foreign ones.
"""

_UNSEEN_ELSEWHERE = 0.3
"""The same of sentences about something else, of which there are more."""

_PARTS = 1 << 32
"""Parts of a weight that are counted: the largest, 7, takes 35 of a lane's 64 bits; sums have the rest."""


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
