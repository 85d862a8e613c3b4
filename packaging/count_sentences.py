"""Count what sentences say, by which Listo tells of which error another sentence speaks.

    python packaging/count_sentences.py

It reads packaging/sentences: `errors.*.tsv` with an error's id and a sentence of it on each line,
`elsewhere.*.txt` with a sentence about something else on each; and what the catalogue says of each error. It
writes resources/errors/sentence-counts.json. Run it after a change of any of these, or of own-words.json: a
test compares.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = Path(__file__).resolve().parent / "sentences"
TARGET = ROOT / "resources" / "errors" / "sentence-counts.json"
sys.path.insert(0, str(ROOT / "gui"))

from listo.core.catalogue import entries, own_words  # noqa: E402 found by the line above
from listo.core.texts import LANGUAGES  # noqa: E402


def main() -> int:
    TARGET.write_text(counted(), encoding="utf-8", newline="\n")
    return 0


def counted() -> str:
    """Return the counts as the file holds them: one thing that is said on each line."""
    by_error = {one.id: Counter[str]() for one in entries.all_entries()}
    for error_id, sentence in told():
        by_error[error_id].update(own_words.said_in(sentence))
    elsewhere = Counter(one for sentence in told_elsewhere() for one in own_words.said_in(sentence))
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


def told() -> Iterator[tuple[str, str]]:
    """Yield what is told of each error: its id, and a sentence, a message or a phrase."""
    for path in sorted(SENTENCES.glob("errors.*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            error_id, sentence = line.split("\t")
            yield error_id, sentence
    for one in entries.all_entries():
        for language in LANGUAGES:
            text = entries.get_text(one.id, language)
            said = (text.title, text.meaning, *text.causes, *text.keywords, *one.messages.get(language, ()))
            yield from ((one.id, each) for each in said)
    yield from own_words.sentences()
    yield from own_words.paraphrases()


def told_elsewhere() -> Iterator[str]:
    """Yield sentences about something else."""
    for path in sorted(SENTENCES.glob("elsewhere.*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    sys.exit(main())
