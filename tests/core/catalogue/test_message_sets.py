"""The held-out sets of messages have their form: this reads no result of the recogniser."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
SETS = ROOT / "tests" / "data" / "messages"
NEW = "new:"

# What each set was asked to hold, over the three languages.
LEAST = {
    "own_words": 420,
    "foreign": 420,
    "vtex": 300,
    "amazon_codes": 150,
    "amazon_issue_lists": 30,
    "amazon_texts": 200,
    "known_issues": 99,
}


def lines_of(name: str) -> list[dict[str, Any]]:
    text = (SETS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def entry_ids() -> set[str]:
    files = (ROOT / "resources" / "errors").glob("*.texts.en.json")
    return {entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))}


def truths_of(line: dict[str, Any]) -> list[str]:
    truths: list[str] = []
    for one in line["issues"] if "issues" in line else [line["expect"]]:
        truths += one if isinstance(one, list) else [one] if one else []
    return truths


def test_every_file_is_named_here_and_described() -> None:
    assert {file.stem for file in SETS.glob("*.jsonl")} == set(LEAST)
    described = (SETS / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}.jsonl`" in described for name in LEAST)


@pytest.mark.parametrize("name", LEAST)
def test_a_set_has_its_size_in_three_languages(name: str) -> None:
    languages = Counter(line["language"] for line in lines_of(name))
    assert set(languages) == {"pt", "es", "en"}
    assert languages.total() >= LEAST[name]


@pytest.mark.parametrize("name", LEAST)
def test_a_text_stands_once_in_its_set(name: str) -> None:
    twice = [text for text, times in Counter(line["text"] for line in lines_of(name)).items() if times > 1]
    assert not twice


@pytest.mark.parametrize("name", LEAST)
def test_a_truth_is_an_entry_or_a_new_concept(name: str) -> None:
    ids = entry_ids()
    unknown = {truth for line in lines_of(name) for truth in truths_of(line) if truth not in ids}
    assert all(truth.startswith(NEW) and len(truth) > len(NEW) for truth in unknown)


@pytest.mark.parametrize("name", LEAST)
def test_the_halves_are_balanced(name: str) -> None:
    lines = lines_of(name)
    assert {line["half"] for line in lines} == {"tune", "held"}
    by_language = Counter((line["language"], line["half"]) for line in lines)
    assert all(abs(by_language[at, "tune"] - by_language[at, "held"]) <= 1 for at in ("pt", "es", "en"))
    truths = {json.dumps(line.get("issues", line.get("expect"))) for line in lines}
    by_truth = Counter(
        (line["language"], json.dumps(line.get("issues", line.get("expect"))), line["half"]) for line in lines
    )
    for at in ("pt", "es", "en"):
        assert all(abs(by_truth[at, truth, "tune"] - by_truth[at, truth, "held"]) <= 1 for truth in truths)


@pytest.mark.parametrize("name", LEAST)
def test_a_captured_name_stands_in_its_text(name: str) -> None:
    for line in lines_of(name):
        captures = line.get("captures", {})
        assert all(value and value in line["text"] for value in captures.values()), line["text"]


def test_what_is_foreign_has_no_answer() -> None:
    assert all(line["expect"] is None for line in lines_of("foreign"))
    assert all(line["expect"] is not None for line in lines_of("own_words"))


@pytest.mark.parametrize("name", ["amazon_texts", "known_issues"])
def test_a_wording_says_whether_it_was_seen_in_public(name: str) -> None:
    assert all(isinstance(line["public"], bool) and line["expect"] for line in lines_of(name))


def test_numbers_that_are_no_codes_stand_among_the_codes() -> None:
    traps = Counter(line["language"] for line in lines_of("amazon_codes") if line["expect"] is None)
    assert all(traps[at] >= 10 for at in ("pt", "es", "en"))
