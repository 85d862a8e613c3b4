"""`listo explain`: what a message of VTEX or Amazon means, and what to do about it."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from listo.cli import streams
from listo.cli.arguments import UsageError
from listo.core.catalogue import entries
from listo.core.catalogue.entries import AdminPage, Answer, make_answer
from listo.core.catalogue.message_groups import (
    AlikeMessages,
    read_cells,
    reported_text,
    split_issues,
    split_messages,
)
from listo.core.catalogue.recognition import Match, Recognition
from listo.core.gc_pause import gc_paused
from listo.core.mapping.cell_text import without_commands
from listo.core.texts import Language, LocalNumber, Texts

_SKUS_NAMED = 8
"""SKUs named in the answer for people: with ten letters each, a line of a hundred; JSON has them all."""


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Explain one message, or each line of standard input or cell of a file; return the exit status."""
    if options.about:
        return _tell_about(options.format, texts)
    with gc_paused():
        return _explain(options, texts)


def _explain(options: argparse.Namespace, texts: Texts) -> int:
    alike = AlikeMessages()
    asked = _counted(_messages(options))
    unknown = 0

    def results() -> Iterator[_Result]:
        nonlocal unknown
        for one, skus in asked.items():
            found = alike.recognise(one.asked)
            unknown += not found.matches
            yield _Result(found, one, skus)

    if options.format == "json":
        documents = (_as_document(one, options.top, texts.language, options.page) for one in results())
        streams.show(streams.json_parts({}, "results", documents, indent=2))
    else:
        shown = (without_commands(_as_text(one, options.top, texts, options.page)) for one in results())
        streams.show(f"\n{text}" if place else text for place, text in enumerate(shown))
    return 1 if unknown else 0


def _tell_about(form: str, texts: Texts) -> int:
    """Say how many errors are known, and between which days they were last held against their pages."""
    held = [entry.held for entry in entries.all_entries()]
    oldest, newest = min(held), max(held)
    if form == "json":
        streams.show([streams.as_json({"errors": len(held), "oldest": oldest, "newest": newest})])
    else:
        streams.show([texts.say("explain.about", count=len(held), oldest=oldest, newest=newest) + "\n"])
    return 0


class _Message(NamedTuple):
    """A message as it stands; of a report of Amazon with the number of the error beside it."""

    text: str
    code: str = ""

    @property
    def asked(self) -> str:
        """The message with its number: numbers win over words."""
        return reported_text(self.code, self.text) if self.code else self.text


_Skus = Counter[str]
"""How often a message came by the SKU that it was said of, empty where none was."""


@dataclass(frozen=True, slots=True)
class _Result:
    """What a message was taken for, and of which SKUs it was said how often."""

    found: Recognition
    message: _Message
    skus: _Skus

    @property
    def count(self) -> int:
        return self.skus.total()


def _counted(messages: Iterable[tuple[_Message, str, int]]) -> dict[_Message, _Skus]:
    counted: dict[_Message, _Skus] = {}
    for message, sku, count in messages:
        counted.setdefault(message, Counter())[sku] += count
    return counted


def _messages(options: argparse.Namespace) -> Iterator[tuple[_Message, str, int]]:
    """Yield each message with the SKU that it was said of, if that is known, and how often."""
    if options.file is not None:
        yield from _in_file(options.file)
    elif options.text is None:
        raise UsageError("usage.text")
    else:
        texts = split_messages(streams.read()) if options.text == "-" else _in_argument(options.text)
        yield from ((_Message(text), "", 1) for text in texts)


def _in_argument(text: str) -> list[str]:
    """Return the issues of a list of Amazon's, any other text whole: a shell hands over its lines as one."""
    issues = split_issues(text)
    return issues if len(issues) > 1 else [text]


def _in_file(path: Path) -> Iterator[tuple[_Message, str, int]]:
    """Yield the errors of a processing report of Amazon, the issues of a list, of other files all cells."""
    from listo.core.references.messages import is_report, read_json, read_report_lines
    from listo.core.workbooks.read import read_workbook

    workbook = read_workbook(path)
    if is_report(workbook):
        for line in read_report_lines(workbook):
            yield _Message(line.message, line.code), line.sku, line.count
    else:
        texts = split_issues(read_json(workbook)) or read_cells(workbook)
        yield from ((_Message(text), "", 1) for text in texts)


def _as_document(one: _Result, top: int, language: Language, page: AdminPage | None) -> dict[str, Any]:
    matches = [_match(match, language, page) for match in one.found.matches[:top]]
    document: dict[str, Any] = {"text": one.message.text, "count": one.count, "matches": matches}
    if not matches:
        document["nearest"] = [
            {"error_id": match.error_id, "title": entries.get_text(match.error_id, language).title}
            for match in one.found.nearest
        ]
    if one.message.code:
        document |= {"code": one.message.code, "skus": [sku for sku in one.skus if sku]}
    return document


def _match(match: Match, language: Language, page: AdminPage | None) -> dict[str, Any]:
    answer = make_answer(entries.get_entry(match.error_id), match.captured, language, page=page)
    return {
        "error_id": match.error_id,
        "score": round(match.score, 3),
        "how": match.how,
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


def _as_text(one: _Result, top: int, texts: Texts, page: AdminPage | None) -> str:
    found = one.found
    heading = f"“{found.text}”" + (f"  × {LocalNumber(one.count, texts.language)}" if one.count > 1 else "")
    skus = [sku for sku in one.skus if sku]
    named = [texts.say("explain.skus", count=len(skus), skus=_named(skus))] if skus else []
    if not found.matches:
        return "\n".join([heading, *named, texts.say("explain.nothing"), *_nearest(found, texts), ""])
    best, *others = found.matches[:top]
    answer = make_answer(entries.get_entry(best.error_id), best.captured, texts.language, page=page)
    guess = ["", texts.say("explain.guess")] if best.how == "words" else [""]
    lines = [heading, *named, *guess, *_answer(answer, texts)]
    if others:
        lines += ["", texts.say("explain.others"), *(f"  · {_listed(match, texts)}" for match in others)]
    return "\n".join([*lines, ""])


def _named(skus: Sequence[str]) -> str:
    """Return the first SKUs, with a sign that there are more."""
    return ", ".join(skus[:_SKUS_NAMED]) + (" …" if len(skus) > _SKUS_NAMED else "")


def _nearest(found: Recognition, texts: Texts) -> list[str]:
    if not found.nearest:
        return []
    nearest = texts.say("explain.nearest", count=len(found.nearest))
    return [nearest, *(f"  · {_listed(match, texts)}" for match in found.nearest)]


def _listed(match: Match, texts: Texts) -> str:
    """Return the title of an error, behind the number of Amazon or VTEX by which it was found."""
    code = match.captured.get("code")
    return f"{entries.name_of_code(code)}: {_title(match, texts)}" if code else _title(match, texts)


def _title(match: Match, texts: Texts) -> str:
    return entries.get_text(match.error_id, texts.language).title


def _answer(answer: Answer, texts: Texts) -> list[str]:
    lines = [answer.title, answer.meaning]
    lines += ["", texts.say("explain.causes"), *(f"  · {cause}" for cause in answer.causes)]
    lines += ["", texts.say("explain.steps")]
    lines += [f"  {number}. {step}" for number, step in enumerate(answer.steps, start=1)]
    if answer.example:
        lines += ["", answer.example.intro, *("  " + " | ".join(row) for row in answer.example.rows)]
    lines += ["", texts.say("explain.afterwards"), f"  {answer.afterwards}"]
    if answer.note:
        lines += ["", texts.say("explain.note"), f"  {answer.note}"]
    return [*lines, "", *(f"{link.title}: {link.url}" for link in answer.links)]
