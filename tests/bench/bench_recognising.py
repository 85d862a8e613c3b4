"""How long recognition takes: per key while typing, for 1,000 pasted lines and for 10,000 unknown ones.

The unknown ones are texts that are none of ours, and words of the field in no order, which no program can
put aside at a glance.

python tests/bench/bench_recognising.py
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from listo.core.catalogue import entries
from listo.core.catalogue.message_groups import MessageLine, group_lines
from listo.core.catalogue.recognition import recognise
from message_variants import KINDS, filled


def main() -> None:
    messages = [m for e in entries.all_entries() for said in e.messages.values() for m in said]
    start = time.perf_counter()
    recognise("the first look-up builds the index")
    print(f"first look-up {1000 * (time.perf_counter() - start):.0f} ms, {len(messages)} messages")
    chance = random.Random(1)
    _report("a key while typing", _typing(messages, chance))
    for kind, damage in KINDS.items():
        texts = [damage(filled(message, chance), chance) for message in messages]
        _report(kind, [_timed(text) for text in texts])
    rounds = []
    for _ in range(5):
        recognise.cache_clear()
        lines = [_line(messages, chance) for _ in range(1000)]
        start = time.perf_counter()
        group_lines(lines)
        rounds.append(time.perf_counter() - start)
    print(f"1,000 lines of all kinds grouped: median {statistics.median(rounds):.3f} s")
    foreign = _foreign_texts()
    _report_unknown("texts of others", lambda: MessageLine(f"{chance.choice(foreign)} {_nowhere(chance)}"))
    _report_unknown("words of the field in no order", lambda: _unknown(chance))


def _typing(messages: list[str], chance: random.Random) -> list[float]:
    """Time every key of 40 messages typed from their beginning."""
    chosen = [filled(message, chance) for message in chance.sample(messages, 40)]
    return [_timed(text[:end]) for text in chosen for end in range(1, len(text) + 1)]


def _line(messages: list[str], chance: random.Random) -> MessageLine:
    damage = chance.choice(list(KINDS.values()))
    return MessageLine(damage(filled(chance.choice(messages), chance), chance))


def _report_unknown(what: str, make: Callable[[], MessageLine]) -> None:
    lines = [make() for _ in range(10_000)]
    start = time.process_time()
    group_lines(lines)
    print(f"10,000 different unknown lines, {what}: {time.process_time() - start:.2f} s of processor time")


def _foreign_texts() -> list[str]:
    """Return the texts of `tests/data/messages` that are none of ours, each on one line."""
    path = Path(__file__).parent.parent / "data" / "messages" / "foreign.jsonl"
    return [
        " ".join(json.loads(line)["text"].split()) for line in path.read_text(encoding="utf-8").splitlines()
    ]


WORDS = """
connection server worker timeout database query user cache session upload image download retry failed of the
warning price stock order warehouse invoice customer payment status queue field value required not found
pedido cliente loja entrega produto camisa azul tamanho caixa nota fiscal endereço senha erro de para não
"""


def _unknown(chance: random.Random) -> MessageLine:
    """Return a line of words of the field in no order, with one that is a word nowhere."""
    words = chance.choices(WORDS.split(), k=chance.randint(5, 14))
    return MessageLine(" ".join([*words, _nowhere(chance)]))


def _nowhere(chance: random.Random) -> str:
    """Return a word that is none anywhere."""
    return "".join(chance.choices("bcdfghjkmnprst", k=8))


def _timed(text: str) -> float:
    recognise.cache_clear()
    start = time.perf_counter()
    recognise(text)
    return time.perf_counter() - start


def _report(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    print(
        f"{what:28} median {1000 * statistics.median(ordered):.2f} ms, "
        f"95th percentile {1000 * ordered[int(0.95 * len(ordered))]:.2f} ms"
    )


if __name__ == "__main__":
    main()
