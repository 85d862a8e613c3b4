"""How long suggestions take: preparing a list of accepted values, and the nearest ones to a value.

    python tests/bench/bench_suggesting.py [values in the list] [runs]

Prints milliseconds. No test: what a machine does today is not what is right or wrong.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable

from listo.core.checks.suggestions import Candidates
from listo.core.vocabulary.glossary import glossary
from listo.core.vocabulary.meanings import find_subjects

SEED = 212


def accepted(count: int) -> list[str]:
    """Return so many values: words of the glossary, alone and two together, as lists have them."""
    names = sorted(glossary("values").words())
    chance = random.Random(SEED)
    pairs = (f"{chance.choice(names)} {chance.choice(names)}" for _ in range(count))
    return list(
        dict.fromkeys(each.title() for each in (*chance.sample(names, min(count, len(names)) // 2), *pairs))
    )[:count]


def typed(runs: int) -> list[str]:
    """Return what sellers write: words of the glossary, two together, and the same with a slip."""
    words = sorted(glossary("values").words())
    chance = random.Random(SEED)
    values = [chance.choice(words) for _ in range(runs)]
    return [_with_slip(each, chance) if place % 3 == 0 else each for place, each in enumerate(values)]


def _with_slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :] + " " + chance.choice(("azul", "xyz", "G"))


def times(work: Callable[[str], object], values: Iterable[str]) -> list[float]:
    measured = []
    for value in values:
        start = time.perf_counter()
        work(value)
        measured.append((time.perf_counter() - start) * 1000)
    return measured


def main(count: int = 500, runs: int = 1000) -> None:
    start = time.perf_counter()
    known = sum(1 for _ in glossary("values").words())
    print(f"glossary read           {(time.perf_counter() - start) * 1000:8.1f} ms   {known} words")
    texts = accepted(count)
    start = time.perf_counter()
    candidates = Candidates(texts, find_subjects("Color"))
    print(f"list of {len(texts):5} prepared {(time.perf_counter() - start) * 1000:8.1f} ms")
    measured = times(candidates.nearest, typed(runs))
    print(f"nearest, median         {statistics.median(measured):8.3f} ms   of {runs}")
    print(f"nearest, 95 of 100      {statistics.quantiles(measured, n=20)[-1]:8.3f} ms")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
