"""What short commands take, from the start of Python to the end, and long lists of messages.

    python tests/bench/bench_commands.py [--quick]

Each is a process of its own and takes turns with Python that does nothing, or that goes over the same lines.
"""

from __future__ import annotations

import random
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

from figures import QUICK, by_turns, cost_of, cost_within, tell

from listo.core.catalogue import entries
from message_variants import KINDS, filled

RUNS = 3 if QUICK else 9
RUNS_OF_LISTS = 1 if QUICK else 3

_BARE = "print()"
_LINES = "import sys; [line for line in sys.stdin]"
_GROUPING = """
from listo.core.catalogue.message_groups import group_lines, split_lines
text = Path(sys.argv[1]).read_text(encoding="utf-8")
"""
_RATIO = """
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne
from listo.core.catalogue import entries
said = [text for entry in entries.all_entries() for texts in entry.messages.values() for text in texts]
lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
"""

MESSAGE = "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification"


def command(work: str, *words: str, **goals: float) -> None:
    ours_once = partial(cost_of, "-m", "listo", *words)
    ours_once()  # compiles what is not yet
    ours, bare = by_turns(RUNS, ours_once, partial(cost_of, "-c", _BARE))
    tell(work, ours, "bare Python", bare, **goals)


def listed(work: str, lines: list[str], folder: Path, **goals: float) -> None:
    """Measure lines as the window and the command take them, beside the likest of all messages by letters."""
    path = folder / "lines.txt"
    path.write_text(text := "\n".join(lines), encoding="utf-8")
    grouped = partial(cost_within, _GROUPING, "group_lines(split_lines(text))", path)
    bare = partial(cost_within, _RATIO, "[extractOne(line, said, scorer=ratio) for line in set(lines)]", path)
    ours, theirs = by_turns(RUNS_OF_LISTS, grouped, bare)
    tell(work, ours, "rapidfuzz ratio", theirs, **goals)
    commanded = partial(cost_of, "-m", "listo", "explain", "-", "--format", "json", told=text)
    ours, theirs = by_turns(RUNS_OF_LISTS, commanded, partial(cost_of, "-c", _LINES, told=text))
    tell(f"`listo explain -`: {work}", ours, "Python's lines", theirs)


def main() -> None:
    command("`listo --version`", "--version")
    command("`listo explain`", "explain", MESSAGE, processor=0.15)
    command("`listo check --sample`", "check", "--sample", processor=0.25)
    messages = [m for one in entries.all_entries() for said in one.messages.values() for m in said]
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        damage = [chance.choice(list(KINDS.values())) for _ in range(10_000)]
        damaged = [" ".join(one(filled(chance.choice(messages), chance), chance).split()) for one in damage]
        listed("10,000 damaged lines", damaged, Path(folder), processor=1)
        of_skus = [f"{filled(chance.choice(messages), chance)} SKU {number}" for number in range(100_000)]
        listed('100,000 lines that end in " SKU n"', of_skus, Path(folder), processor=4)


if __name__ == "__main__":
    main()
