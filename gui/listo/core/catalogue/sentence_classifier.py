"""Tells of which error a sentence most probably speaks: naive Bayes over what sentences say.

It was counted beforehand what each of some thousand sentences says that were written of every error, and of
others about something else (`packaging/count_sentences.py`, with the sentences beside it).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, TypedDict

_UNSEEN = 0.2
"""Times that an error's sentences are taken to say what none of them says.

Of 3,590 sentences of sellers in tests/data/messages 90.3 % make the right error the likeliest; with 0.1
90.0, with 0.4 90.8 %, but with 0.4 fewer are told from foreign ones.
"""

_UNSEEN_ELSEWHERE = 0.3
"""The same of sentences about something else, of which there are more."""


class SentenceCounts(TypedDict):
    """What was counted: by error how much its sentences say in all, and by each thing said who says it.

    `said` holds by thing how often it is said elsewhere, and then in turns an error's place in `errors` and
    how often its sentences say it.
    """

    errors: Mapping[str, int]
    elsewhere: int
    said: Mapping[str, Sequence[int]]


class Likelihoods(NamedTuple):
    """How probable it is that a sentence speaks of each error, as natural logarithms.

    `best` is the id of the most probable error, `odds` how much more probable it is than that the sentence is
    about something else. `scores` are by error id, to be held against each other.
    """

    best: str
    odds: float
    scores: Mapping[str, float]


class SentenceClassifier:
    """Tells of what a sentence most probably speaks."""

    def __init__(self, counts: SentenceCounts) -> None:
        self._errors = tuple(counts["errors"])
        self._counts = counts["said"]
        unseen = _UNSEEN * len(self._counts)
        self._never = [math.log(_UNSEEN / (total + unseen)) for total in counts["errors"].values()]
        self._elsewhere = math.log(counts["elsewhere"] + _UNSEEN_ELSEWHERE * len(self._counts))
        self._weights: dict[str, tuple[float, Sequence[tuple[int, float]]]] = {}

    def judge(self, said: Collection[str]) -> Likelihoods:
        """Return how probable each error is by what a sentence says.

        What sentences of no error say tells nothing.
        """
        known = [one for one in said if one in self._counts]
        scores = [len(known) * never for never in self._never]
        elsewhere = 0.0
        for one in known:
            of_elsewhere, of_errors = self._weights.get(one) or self._weigh(one)
            elsewhere += of_elsewhere
            for place, weight in of_errors:
                scores[place] += weight
        first = max(scores)
        by_error = dict(zip(self._errors, scores, strict=True))
        return Likelihoods(self._errors[scores.index(first)], first - elsewhere, by_error)

    def _weigh(self, one: str) -> tuple[float, Sequence[tuple[int, float]]]:
        """Return what one thing that is said adds for something else, and for the errors by their places."""
        at_all, *counted = self._counts[one]
        pairs = zip(counted[::2], counted[1::2], strict=True)
        of_errors = [(place, math.log1p(times / _UNSEEN)) for place, times in pairs]
        weighed = math.log(at_all + _UNSEEN_ELSEWHERE) - self._elsewhere, of_errors
        self._weights[one] = weighed
        return weighed
