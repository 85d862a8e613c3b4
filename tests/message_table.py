"""How well messages are recognised: the table over all sets of tests/data/messages.

python tests/message_table.py            the figures of each part
python tests/message_table.py --wrong    and what goes wrong in the half that may be looked at
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from listo.core.catalogue import entries
from listo.core.catalogue.message_groups import split_messages
from listo.core.catalogue.recognition import recognise

SETS = Path(__file__).parent / "data" / "messages"

PARTS = (
    "tune",
    "held",
    "blind",
    "read",
    "latest",
    "fresh",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "reworded",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "named",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "ours",
)
"""The parts of a set, in the order in which they were written; which were read, their README says."""

READ = frozenset(PARTS) - {"held", "blind", "latest", "fresh"}
"""The parts whose misses may be looked at."""

NEW_CONCEPTS: Mapping[str, tuple[str, ...]] = {
    "FBA orders not imported": ("ki-fba-mexico-not-imported",),
    "SKU removed from the sales channel stays active": ("ki-sku-removed-from-channel",),
    "buyer's name empty in the order": ("ki-buyer-name-missing",),
    "category mapping by XLS not reprocessed": ("ki-mapping-not-reprocessed",),
    "code 13013 in Amazon Listing": ("ki-13013",),
    "color standardized_values": ("ki-color-standardized-values",),
    "global category not working": ("ki-global-category-not-working",),
    "inactive SKU stays published": ("ki-inactive-stays-published", "ki-sku-removed-from-channel"),
    "invalid item quantity in the order": ("ki-order-quantity-invalid",),
    "invoice not received by Amazon": ("invoice-not-at-amazon", "amazon-79503"),
    "invoice of DBA order refused with a discount": ("ki-nfe-dba-discount",),
    "match back in pending review": ("ki-match-back-to-review", "ki-match-reverts-later"),
    "order does not integrate correctly": ("ki-order-stuck",),
    "order integration error": ("ki-order-quantity-invalid",),
    "order not in VTEX": ("ki-order-stuck",),
    "price not updated at Amazon": ("price-not-updated",),
    "silent error when connecting": ("ki-connect-loads-forever",),
    "status not read again when an order is reprocessed": ("ki-order-status-not-revised",),
    "tracking not received by Amazon": ("ki-tracking-number", "ki-tracking-quantities"),
    "tracking number not sent": ("ki-tracking-number",),
    "at least four images": ("pp-too-few-images",),
    "restricted in Product Publication": ("pp-restricted",),
    "title must begin with the brand": ("pp-title-without-brand",),
    "tracking quantities too high": ("ki-tracking-quantities",),
    "vitamins cannot be sent from Amazon Listing": ("ki-vitamins-not-sent",),
}
"""The entries that were written on concepts which had none when the sets were made."""


@dataclass
class Count:
    """What became of some lines: answered rightly, not, wrongly; and of the names in them.

    `offered` are those that are not answered, with a right answer among what is shown as nearest.
    """

    lines: int = 0
    right: int = 0
    wrong: int = 0
    offered: int = 0
    names: int = 0
    exact: int = 0
    misses: list[str] = field(default_factory=list)


def rights(expect: str | list[str] | None) -> tuple[str, ...]:
    """Return the ids that are right answers; none where silence is right."""
    said = [expect] if isinstance(expect, str) else expect or []
    return tuple(one for each in said for one in _named(each))


def _named(expected: str) -> tuple[str, ...]:
    concept = expected.removeprefix("new:")
    if concept.startswith("code ") and concept not in NEW_CONCEPTS:
        return tuple(entry.id for entry in entries.find_by_code(concept.removeprefix("code ")))
    return NEW_CONCEPTS.get(concept, (expected,)) if concept != expected else (expected,)


def measure() -> dict[tuple[str, str, str], Count]:
    """Return the counts by set, language and part."""
    counts: dict[tuple[str, str, str], Count] = defaultdict(Count)
    for path in sorted(SETS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            count = counts[path.stem, row["language"], row["half"]]
            for text, expect in _asked(row):
                _judge(count, text, expect, row)
    return counts


def _asked(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is asked with what is right: of a list of issues what is answered, once each, in order."""
    if "issues" not in row:
        yield row["text"], row["expect"]
        return
    parts = dict.fromkeys(split_messages(row["text"]))
    answered = [part for part in parts if recognise(part).matches]
    for place in range(max(len(answered), len(row["issues"]))):
        expect = row["issues"][place] if place < len(row["issues"]) else None
        yield answered[place] if place < len(answered) else "", expect


def _judge(count: Count, text: str, expect: str | list[str] | None, row: dict[str, Any]) -> None:
    recognition = recognise(text)
    found = recognition.matches
    right = rights(expect)
    count.lines += 1
    answered = found[0].error_id if found else None
    if (answered in right) if right else answered is None:
        count.right += 1
    else:
        count.wrong += answered is not None
        count.offered += any(match.error_id in right for match in recognition.nearest)
        count.misses.append(f"{answered} for {expect}: {text}")
    captures = row.get("captures")
    if captures and answered in right:
        names, got = list(captures.values()), list(found[0].captured.values())
        count.names += len(names)
        count.exact += sum(name in got for name in names)
        if any(name not in got for name in names):
            count.misses.append(f"names {got} for {names}: {text}")


def show(counts: Mapping[tuple[str, str, str], Count]) -> Iterable[str]:
    """Yield the lines of the table: one a set and language, its parts beside each other."""
    yield f"{'set':20} {'language':9} " + " ".join(f"{part:>15} {'wrong':>5} {'names':>7}" for part in PARTS)
    for name, language in sorted({key[:2] for key in counts}):
        parts = (counts.get((name, language, part), Count()) for part in PARTS)
        yield f"{name:20} {language:9} " + " ".join(map(_cells, parts))


def _cells(count: Count) -> str:
    names = f"{count.exact}/{count.names}" if count.names else ""
    return f"{_share(count):>15} {count.wrong if count.lines else '':>5} {names:>7}"


def _share(count: Count) -> str:
    return f"{count.right}/{count.lines} {count.right / count.lines:.1%}" if count.lines else ""


if __name__ == "__main__":
    measured = measure()
    print("\n".join(show(measured)))
    if "--wrong" in sys.argv:
        chosen = sys.argv[2:]
        for (name, _language, half), one in sorted(measured.items()):
            if half in READ and (not chosen or name in chosen):
                print("\n".join(f"{name}: {miss}" for miss in one.misses))
