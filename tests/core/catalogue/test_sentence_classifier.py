"""Sentences that were written of each error: they are counted as they stand, and tell errors apart."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from listo.core.catalogue import entries
from listo.core.catalogue.error_numbers import join_thousands, number_odds
from listo.core.catalogue.own_words import odds_of_error
from listo.core.catalogue.recognition import recognise
from listo.core.catalogue.sentence_classifier import PLACES, SentenceClassifier, SignWeights
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES, Language
from message_table import SETS

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
SENTENCES = PACKAGING / "sentences"

RIGHT_NUMBERS = 0.98
"""Share of the numbers that were learnt from that are told rightly from what stands around them."""

MOST_FOREIGN_ANSWERED = 0.0049
"""Share of the sentences about something else that are answered, written as near to errors as can be."""


@pytest.fixture
def count_sentences(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(PACKAGING)
    return import_module("count_sentences")


def test_the_counts_are_of_the_sentences_as_they_stand(count_sentences: ModuleType) -> None:
    assert count_sentences.TARGET.read_text("utf-8") == count_sentences.counted()
    assert count_sentences.WORDINGS.read_text("utf-8") == count_sentences.worded()


def test_the_weights_are_of_what_stands_there(count_sentences: ModuleType) -> None:
    """But for what a system's own mathematics rounds otherwise: a tenth."""
    kept: SignWeights = json.loads(count_sentences.WEIGHTS.read_text("utf-8"))
    fresh: SignWeights = json.loads(count_sentences.written(count_sentences.weighed_sentences()))
    assert abs(kept["all"] - fresh["all"]) <= 1
    signs = kept["signs"].keys() | fresh["signs"].keys()
    off = {one for one in signs if abs(kept["signs"].get(one, 0) - fresh["signs"].get(one, 0)) > 1}
    assert off == set()


def test_the_weights_of_numbers_are_of_what_stands_there(count_sentences: ModuleType) -> None:
    """But for what is rounded otherwise: one step."""
    kept, fresh = (
        count_sentences.NUMBERS.read_bytes(),
        count_sentences.by_places(count_sentences.weighed_numbers()),
    )
    assert len(kept) == len(fresh) == PLACES
    assert {
        place for place, (one, other) in enumerate(zip(kept, fresh, strict=True)) if abs(one - other) > 1
    } == set()


def test_numbers_are_known_by_what_stood_around_others(count_sentences: ModuleType) -> None:
    right = Counter[bool]()
    for sentence, of_errors in count_sentences.told_numbers():
        decoded = join_thousands(sentence)
        for code, odds in number_odds(decoded, odds_of_error(decoded)).items():
            right[(odds > 0) is (code.casefold() in of_errors)] += 1
    assert right.total() > 4_500
    assert right[True] >= RIGHT_NUMBERS * right.total()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_is_told_of_in_many_ways(language: Language) -> None:
    told = Counter(line.split("\t")[0] for line in _lines(f"errors.{language}.tsv"))
    assert set(told) == {one.id for one in entries.all_entries()}
    assert min(told.values()) >= 15


def test_no_sentence_stands_twice_nor_in_the_sets_that_measure() -> None:
    files = [[fold(line.split("\t")[-1]) for line in _lines(path.name)] for path in SENTENCES.iterdir()]
    assert [Counter(file).most_common(1)[0][1] for file in files] == [1] * len(files)
    measuring = {
        fold(json.loads(line)["text"])
        for path in SETS.glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    }
    assert not measuring.intersection(chain(*files))


def test_sentences_about_something_else_are_hardly_ever_answered(count_sentences: ModuleType) -> None:
    elsewhere = list(count_sentences.told_elsewhere())
    answered = [sentence for sentence in elsewhere if recognise(sentence).matches]
    assert len(elsewhere) > 6_000
    assert len(answered) <= MOST_FOREIGN_ANSWERED * len(elsewhere)


def test_what_sentences_of_one_error_say_makes_it_the_most_probable() -> None:
    said = {"photo": [1, 0, 5], "price": [0, 1, 4], "amazon": [3, 0, 5, 1, 5]}
    classifier = SentenceClassifier({"errors": {"image": 10, "cost": 9}, "elsewhere": 20, "said": said})
    judged = classifier.judge({"photo", "amazon", "sunshine"})
    assert judged.best == "image"
    assert judged.scores["image"] > judged.scores["cost"]
    assert judged.odds > classifier.judge({"amazon"}).odds
    assert classifier.judge({"sunshine"}).odds == 0


def _lines(name: str) -> list[str]:
    return (SENTENCES / name).read_text("utf-8").splitlines()
