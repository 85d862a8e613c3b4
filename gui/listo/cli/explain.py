"""`listo explain`: what a message of VTEX or Amazon means, and what to do about it."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import Any

from listo.cli import streams
from listo.cli.arguments import UsageError
from listo.core.catalogue import entries
from listo.core.catalogue.answers import Answer, make_answer
from listo.core.catalogue.message_groups import read_cells, split_messages
from listo.core.catalogue.recognition import Match, Recognition, recognise
from listo.core.texts import Language, Texts


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Explain one message, or each line of standard input or cell of a file; return the exit status."""
    counts = Counter(_messages(options))
    results = [(recognise(message), count) for message, count in counts.items()]
    if options.format == "json":
        document = {
            "results": [_result(found, count, options.top, texts.language) for found, count in results]
        }
        streams.show([streams.as_json(document)])
    else:
        streams.show(["\n".join(_as_text(found, count, options.top, texts) for found, count in results)])
    return 0 if all(found.matches for found, _ in results) else 1


def _messages(options: argparse.Namespace) -> Sequence[str]:
    if options.file is not None:
        from listo.core.workbooks.read import read_workbook

        return read_cells(read_workbook(options.file))
    if options.text is None:
        raise UsageError("usage.text")
    return split_messages(streams.read()) if options.text == "-" else [options.text]


def _result(found: Recognition, count: int, top: int, language: Language) -> dict[str, Any]:
    matches = [_match(match, language) for match in found.matches[:top]]
    return {"text": found.text, "count": count, "matches": matches}


def _match(match: Match, language: Language) -> dict[str, Any]:
    answer = make_answer(entries.get_entry(match.error_id), match.captured, language)
    return {
        "error_id": match.error_id,
        "score": round(match.score, 3),
        "language": match.language,
        "captured": dict(match.captured),
        "title": answer.title,
        "cause": " ".join((answer.meaning, *answer.causes)),
        "meaning": answer.meaning,
        "causes": list(answer.causes),
        "steps": list(answer.steps),
        "afterwards": answer.afterwards,
        "note": answer.note,
        "links": [{"title": link.title, "url": link.url} for link in answer.links],
        "checks": list(answer.checks),
        "settings": list(answer.settings),
        "source": answer.source,
    }


def _as_text(found: Recognition, count: int, top: int, texts: Texts) -> str:
    heading = f"“{found.text}”" + (f"  × {count}" if count > 1 else "")
    if not found.matches:
        return "\n".join([heading, texts.say("explain.nothing"), *_nearest(found, texts), ""])
    best, *others = found.matches[:top]
    answer = make_answer(entries.get_entry(best.error_id), best.captured, texts.language)
    lines = [heading, *_answer(answer, texts)]
    if others:
        lines += ["", texts.say("explain.others"), *(f"  · {_title(match, texts)}" for match in others)]
    return "\n".join([*lines, ""])


def _nearest(found: Recognition, texts: Texts) -> list[str]:
    if not found.nearest:
        return []
    return [texts.say("explain.nearest"), *(f"  · {_title(match, texts)}" for match in found.nearest)]


def _title(match: Match, texts: Texts) -> str:
    return entries.get_text(match.error_id, texts.language).title


def _answer(answer: Answer, texts: Texts) -> list[str]:
    lines = ["", answer.title, answer.meaning]
    lines += ["", texts.say("explain.causes"), *(f"  · {cause}" for cause in answer.causes)]
    lines += ["", texts.say("explain.steps")]
    lines += [f"  {number}. {step}" for number, step in enumerate(answer.steps, start=1)]
    if answer.example:
        lines += ["", answer.example.intro, *("  " + " | ".join(row) for row in answer.example.rows)]
    lines += ["", texts.say("explain.afterwards"), f"  {answer.afterwards}"]
    if answer.note:
        lines += ["", texts.say("explain.note"), f"  {answer.note}"]
    return [*lines, "", *(f"{link.title}: {link.url}" for link in answer.links)]
