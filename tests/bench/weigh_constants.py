"""What a constant of recognition, or of suggestions, does: how many answers differ with another value.

python tests/bench/weigh_constants.py catalogue.nearest_match._FAR 0.2 1.0
python tests/bench/weigh_constants.py vocabulary.meanings._SECOND 0.6

Asked are messages as they are, damaged in every way that the tests know, damaged twice, cut and typed;
foreign ones; keywords, with slips and cut; and for suggestions what sellers typed beside lists of accepted
values. The reasons beside the constants give these numbers.
"""

from __future__ import annotations

import ast
import importlib
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from listo.core.catalogue import entries
from listo.core.catalogue.recognition import recognise
from listo.core.checks.suggestions import suggest, suggest_names
from listo.core.texts import LANGUAGES
from message_variants import KINDS, filled

DATA = Path(__file__).parent.parent / "data"
TYPOS, CUT, LOG = KINDS["2 to 4 typos"], KINDS["cut at 60 %"], KINDS["inside a log line"]
NAMES = ("attribute", "attribute-label", "type", "theme")


def main() -> None:
    place, *values = sys.argv[1:]
    module, _, name = place.rpartition(".")
    ask, kind = (_recognised, "messages") if module.startswith("catalogue") else (_suggested, "values")
    now = getattr(importlib.import_module(f"listo.core.{module}"), name)
    start = time.process_time()
    before, spent = ask(), time.process_time() - start
    print(f"{name} = {now}: {len(before):,} {kind}, {spent:.1f} s")
    for value in values:
        _set(name, now, ast.literal_eval(value))
        start = time.process_time()
        after, spent = ask(), time.process_time() - start
        now = ast.literal_eval(value)
        pairs = list(zip(before, after, strict=True))
        first = sum(one[:1] != other[:1] for one, other in pairs)
        gone, new = (sum(bool(a) > bool(b) for a, b in each) for each in (pairs, [p[::-1] for p in pairs]))
        any_ = sum(one != other for one, other in pairs)
        print(f"  {value}: first differs in {first} ({gone} lost, {new} new), any in {any_}; {spent:.1f} s")


def _set(name: str, old: Any, new: Any) -> None:
    """Set a constant wherever it was imported, and forget all that was worked out with the old one."""
    for module in [each for key, each in sys.modules.items() if key.startswith("listo.core.")]:
        if name in vars(module) and vars(module)[name] == old:
            setattr(module, name, new)
        for each in vars(module).values():
            if hasattr(each, "cache_clear"):
                each.cache_clear()


def _recognised() -> list[tuple[str, ...]]:
    return [tuple(match.error_id for match in recognise(text).matches) for text in _messages()]


def _messages() -> Iterator[str]:
    chance = random.Random(11)
    messages = [m for e in entries.all_entries() for said in e.messages.values() for m in said]
    for damage in KINDS.values():
        yield from (damage(filled(message, chance), chance) for message in messages)
    for message in messages:
        text = filled(message, chance)
        yield from (LOG(TYPOS(text, chance), chance), TYPOS(text, chance), TYPOS(CUT(text, chance), chance))
        yield from (text[: int(len(text) * share)] for share in (0.3, 0.5, 0.8))
        yield from (text[:length] for length in (6, 10, 15, 20, 30, 40))
        yield f"{text}. {filled(chance.choice(messages), chance)}"
    for text in (DATA / "foreign_messages.txt").read_text(encoding="utf-8").splitlines():
        yield text
        if len(text) > 12:  # in a shorter one four slips leave nothing
            yield from (TYPOS(text, chance), CUT(text, chance), LOG(text, chance))
    for entry in entries.all_entries():
        for language in LANGUAGES:
            for keyword in entries.get_text(entry.id, language).keywords:
                yield from (keyword, keyword[:-2], TYPOS(keyword, chance) if len(keyword) > 8 else keyword)


def _suggested() -> list[tuple[str, ...]]:
    lists: dict[str, list[str]] = json.loads((DATA / "suggestion_lists.json").read_text(encoding="utf-8"))
    chance, found = random.Random(4), []
    typed = list(_typed())
    for attribute, accepted, text in typed:
        other = chance.choice(typed)[2]
        texts = [text, f"{text} ({other})", f"{text} {other}", f"{text} {chance.randint(1, 60)}"]
        texts += [TYPOS(text, chance)] if len(text) > 5 else []
        if accepted in NAMES:
            found += [suggest_names(each, lists[accepted]) for each in texts]
        else:
            found += [suggest(each, lists[accepted], attribute=attribute) for each in texts]
    values = [texts for name, texts in lists.items() if name not in NAMES]
    for number in (1, 2, 5, 10, 20, 50, 100):
        for unit in ("cm", "mm", "m", "in", '"', "kg", "g", "ml", "l", "anos", "meses", "months", "W"):
            found += [suggest(f"{number} {unit}", texts) for texts in values]
    return found


def _typed() -> Iterator[tuple[str, str, str]]:
    for name in ("suggestion_pairs.tsv", "suggestion_held_out.tsv"):
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                attribute, accepted, text, _meant = line.split("\t")
                yield attribute, accepted, text


if __name__ == "__main__":
    main()
