"""Count what sentences say and weigh what stands around numbers, by which Listo knows what others speak of.

    python packaging/count_sentences.py

It reads packaging/sentences: `errors.*.tsv` with an error's id and a sentence of it on each line,
`elsewhere.*.txt` with a sentence about something else on each, `numbers.*.tsv` with `error` or `other` and a
sentence that has numbers of errors or of something else, or with the former and a sentence that has both; and
what the catalogue says of each error. It writes resources/errors/sentence-counts.json, sentence-weights.json,
number-weights.bin and wording-counts.json: what the wordings of Amazon's messages say. Run it after a change
of any of these, of own-words.json or paraphrases.json: a test compares.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = Path(__file__).resolve().parent / "sentences"
TARGET = ROOT / "resources" / "errors" / "sentence-counts.json"
WORDINGS = ROOT / "resources" / "errors" / "wording-counts.json"
WEIGHTS = ROOT / "resources" / "errors" / "sentence-weights.json"
NUMBERS = ROOT / "resources" / "errors" / "number-weights.bin"
EXAMINED = ROOT / "tests" / "data"
"""Where two lists of numbers lie that the tests hold too."""

TERSE = 5
"""Times that the lines of these two are learnt from: of a word or two, sentences would outweigh them."""

NEARLY_SAME = 0.65
"""Share of what two wordings say that both say, from which one is enough: all 5,900 know no message more."""

OF_ALL = frozenset({""})
"""The sign that all have: its weight is what the odds begin with."""

SURE = 0.01
"""How far from certain the outcome must be for weights to move."""

Sign = TypeVar("Sign", int, str)
sys.path.insert(0, str(ROOT / "gui"))

from listo.core.catalogue import entries, error_numbers, lexicon, own_words  # noqa: E402 found by the line above
from listo.core.catalogue.sentence_classifier import NO_WEIGHT, PLACES, STEPS, place_of_sign  # noqa: E402
from listo.core.texts import LANGUAGES  # noqa: E402


def main() -> int:
    TARGET.write_text(counted(), encoding="utf-8", newline="\n")
    WORDINGS.write_text(worded(), encoding="utf-8", newline="\n")
    WEIGHTS.write_text(written(weighed_sentences()), encoding="utf-8", newline="\n")
    NUMBERS.write_bytes(by_places(weighed_numbers()))  # what sentences weigh is one of their signs
    return 0


def counted() -> str:
    """Return the counts as the file holds them: one thing that is said on each line."""
    by_error = {one.id: Counter[str]() for one in entries.all_entries()}
    for error_id, sentence in told():
        by_error[error_id].update(lexicon.said_in(sentence))
    elsewhere = Counter(one for sentence in told_elsewhere() for one in lexicon.said_in(sentence))
    errors = {error_id: counts.total() for error_id, counts in by_error.items()}
    lines = []
    for one in sorted(set().union(*by_error.values())):
        counts = [
            number
            for place, told_of in enumerate(by_error.values())
            if one in told_of
            for number in (place, told_of[one])
        ]
        lines.append(f"{json.dumps(one)}: {json.dumps([elsewhere[one], *counts], separators=(',', ':'))}")
    head = f'{{"errors": {json.dumps(errors)},\n"elsewhere": {elsewhere.total()},\n"said": {{\n'
    return head + ",\n".join(lines) + "\n}}\n"


def worded() -> str:
    """Return what wordings say as the file holds it: the things, and by error each wording by places.

    Those that say nearly what another one of their error does are left out: nothing is nearer to them.
    """
    by_error: dict[str, list[frozenset[str]]] = defaultdict(list)
    for error_id, text in (*own_words.worded(), *own_words.paraphrases()):
        said, before = lexicon.said_in(text), by_error[error_id]
        if all(len(said & one) < NEARLY_SAME * len(said | one) for one in before):
            before.append(said)
    often = Counter(one for wordings in by_error.values() for said in wordings for one in said)
    things = sorted(often, key=lambda one: (-often[one], one))  # the most frequent has the shortest number
    places = {one: place for place, one in enumerate(things)}
    lines = []
    for error_id, wordings in by_error.items():
        of_error = [sorted(map(places.__getitem__, said)) for said in wordings]
        lines.append(f"{json.dumps(error_id)}: {json.dumps(of_error, separators=(',', ':'))}")
    return f'{{"things": {json.dumps(things)},\n"said": {{\n' + ",\n".join(lines) + "\n}}\n"


def told() -> Iterator[tuple[str, str]]:
    """Yield what is told of each error: its id, and a sentence, a message or a phrase."""
    yield from told_of_errors()
    for one in entries.all_entries():
        for language in LANGUAGES:
            text = entries.get_text(one.id, language)
            said = (text.title, text.meaning, *text.causes, *text.keywords, *one.messages.get(language, ()))
            yield from ((one.id, each) for each in said)
    yield from own_words.sentences()
    yield from (one for one in own_words.paraphrases() if not own_words.is_of_vtex(one[0]))


def told_of_errors() -> Iterator[tuple[str, str]]:
    """Yield sentences of errors: error id and sentence."""
    for path in sorted(SENTENCES.glob("errors.*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            error_id, sentence = line.split("\t")
            yield error_id, sentence


def told_elsewhere() -> Iterator[str]:
    """Yield sentences about something else."""
    for path in sorted(SENTENCES.glob("elsewhere.*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def weighed_sentences() -> dict[str, float]:
    """Return what each sign of a sentence adds to the odds that it is of an error; "" what all have."""
    said = (*told_of_errors(), *own_words.worded(), *own_words.paraphrases())
    of_errors = [(own_words.signs_in(text) | OF_ALL, True) for _, text in said]
    seen = of_errors + [(own_words.signs_in(sentence) | OF_ALL, False) for sentence in told_elsewhere()]
    return weighed(seen, rounds=5, step=0.2, least_told=5)


def weighed_numbers() -> dict[int, float]:
    """Return what each sign of a number adds to the odds that it is an error's, by its place."""
    return weighed(list(numbers()), rounds=12, step=0.08, least_told=1)


def by_places(weights: Mapping[int, float]) -> bytes:
    """Return weights as the file holds them: a byte for each place."""
    held = bytearray([NO_WEIGHT]) * PLACES
    for place, weight in weights.items():
        held[place] = max(0, min(255, NO_WEIGHT + round(weight * STEPS)))
    return bytes(held)


def weighed(
    seen: Sequence[tuple[frozenset[Sign], bool]], *, rounds: int, step: float, least_told: int
) -> dict[Sign, float]:
    """Return weights of signs by logistic regression over what is of an error and what not.

    All are learnt from in so many `rounds`; a weight moves by `step` at first, and less the more it has moved
    (AdaGrad). What fewer than `least_told` have counts nothing.
    """
    told = Counter(sign for signs, _ in seen for sign in signs)
    known = [(sorted(one for one in signs if told[one] >= least_told), is_error) for signs, is_error in seen]
    weights: dict[Sign, float] = defaultdict(float)
    moved: dict[Sign, float] = defaultdict(lambda: 1e-8)
    shuffle = random.Random(1).shuffle  # in the same order each time
    for _ in range(rounds):
        shuffle(known)
        for signs, is_error in known:
            odds = sum(weights[sign] for sign in signs)
            off = 1 / (1 + math.exp(-odds)) - is_error
            if abs(off) < SURE:
                continue
            for sign in signs:
                moved[sign] += off * off
                weights[sign] -= step * off / math.sqrt(moved[sign])
    return dict(weights)


def written(weights: dict[str, float]) -> str:
    """Return weights as the file holds them: one a line, in tenths, without those that add nothing."""
    tenths = {sign: round(weight * 10) for sign, weight in sorted(weights.items()) if sign}
    lines = (f"{json.dumps(sign)}: {tenth}" for sign, tenth in tenths.items() if tenth)
    return f'{{"all": {round(weights[""] * 10)}, "signs": {{\n' + ",\n".join(lines) + "\n}}\n"


def numbers() -> Iterator[tuple[frozenset[int], bool]]:
    """Yield the places of the signs of known numbers in sentences, and whether they are those of errors."""
    for sentence, of_errors in told_numbers():
        decoded = error_numbers.join_thousands(sentence)
        spoken_of = own_words.odds_of_error(decoded)
        for code, signs in error_numbers.signs_of_numbers(decoded, spoken_of):
            yield frozenset(map(place_of_sign, signs | OF_ALL)), code.casefold() in of_errors


def told_numbers() -> Iterator[tuple[str, Collection[str]]]:
    """Yield sentences with known numbers, and which of them are those of errors."""
    for path in sorted(SENTENCES.glob("numbers.*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, sentence = line.split("\t")
            of_errors = {"error": entries.all_codes(), "other": ()}.get(kind, kind.split())
            yield sentence.replace("\\n", "\n").replace("\\t", "\t"), of_errors
    for name, is_error in (("numbers_of_errors.txt", True), ("numbers_of_others.txt", False)):
        lines = [line for line in (EXAMINED / name).read_text("utf-8").split("\n") if line]
        yield from ((line, entries.all_codes() if is_error else ()) for line in lines * TERSE)
    yield from ((sentence, ()) for sentence in told_elsewhere())


if __name__ == "__main__":
    sys.exit(main())
