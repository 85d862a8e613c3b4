"""`listo draft`: a whole mapping sheet from a store's exports and Amazon's values, and what it has to ask."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.cli import streams
from listo.cli.arguments import UsageError, options_of, read_mapping, read_references
from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.drafting.model import CategoryToFind, Draft, DraftRow, Question
    from listo.core.readiness.model import StateCounts
    from listo.core.references.files import References
    from listo.core.skus.options import CategoryIds

_MOST_SHOWN = 12
"""Groups to look through and questions in a text: with the lines around them in sight on two screens."""

_VALUES_SHOWN = 6
"""Pairs of values of a group: with the names they fit three lines of 80 letters."""


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Draft a mapping, write it and tell what is open; return the exit status."""
    with gc_paused():
        return _run(options, texts)


def _run(options: argparse.Namespace, texts: Texts) -> int:
    from dataclasses import replace

    from listo.core.drafting.draft import make_draft
    from listo.core.drafting.model import DRAFT_SHEET, Answers, OldMapping, write_draft
    from listo.core.file_kinds import references_of
    from listo.core.readiness.readiness import Readiness
    from listo.core.workbooks.atomic_write import refuse_overwrite

    if options.output.suffix.lower() != ".xlsx":
        raise UsageError("usage.draft-output", file=options.output.name)
    named = [*options.against, *filter(None, (options.old, options.answers))]
    refuse_overwrite(options.output, named, overwrite=options.force)
    answers = Answers(_read_answers(options.answers) if options.answers else {})
    old = OldMapping(read_mapping(options.old, None).sheet if options.old else None)
    opened = read_references(options.against)
    references, told = references_of(opened), options_of(options, opened)
    _refuse_missing(references, texts)
    draft = make_draft(references, told, answers, old)
    for answer in draft.refused_answers:
        raise InputError(
            "answer-not-accepted", file=options.answers.name, id=answer.id, answer=answer.text or ""
        )
    write_draft(draft, options.output, named, overwrite=options.force)
    reading: CategoryIds = "store" if draft.reading.reading == "store" else "global"
    judged = Readiness(draft.sheet(DRAFT_SHEET), references, replace(told, category_ids=reading))
    if options.format == "json":
        document = _document(draft, judged.numbers.skus, options.output)
        streams.show(streams.json_parts(document, "rows", _rows(draft)))
    else:
        streams.show(f"{line}\n" for line in _lines(draft, judged.numbers.skus, options.output, texts))
    return 1 if draft.questions else 0


def _refuse_missing(references: References, texts: Texts) -> None:
    there = {
        "vtex-products": references.knows_skus,
        "vtex-specifications": references.vtex_specifications,
        "amazon-values": references.amazon_values,
    }
    for need, is_there in there.items():
        if not is_there:
            raise InputError("reference-missing", need=texts.say(f"need.{need}"), case="draft")


def _read_answers(path: Path) -> Mapping[str, str | None]:
    """Return what a file answers, by the id of each question. Raises InputError."""
    try:
        given: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise InputError("file-not-found", file=path.name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=path.name) from error
    except (ValueError, RecursionError) as error:
        raise InputError("answers-not-readable", file=path.name) from error
    if not isinstance(given, dict) or not all(isinstance(each, str | None) for each in given.values()):
        raise InputError("answers-not-readable", file=path.name)
    return given


# As JSON


def _document(draft: Draft, skus: StateCounts, output: Path) -> dict[str, Any]:
    from listo.core.drafting.model import DRAFT_SHEET

    return {
        "file": output.name,
        "sheet": DRAFT_SHEET,
        "category_ids": asdict(draft.reading),
        "categories": [{"category": each, "skus": count} for each, count in draft.categories.items()],
        "uncovered_categories": list(draft.uncovered),
        "without_category": draft.without_category,
        "category_guesses": [_to_find(each) for each in draft.to_find],
        "left_out": [each._asdict() for each in draft.left_out],
        "unknown_answers": list(draft.unknown_answers),
        "questions": [asdict(each) for each in (*draft.questions, *draft.advice)],
        "skus": asdict(skus),
        "rows": [],
    }


def _to_find(one: CategoryToFind) -> dict[str, Any]:
    return one._asdict() | {"guesses": [each._asdict() for each in one.guesses]}


def _rows(draft: Draft) -> Iterator[dict[str, Any]]:
    from listo.core.drafting.model import grade_of

    for place, row in enumerate(draft.rows):
        yield {
            "row": draft.row_number(place),
            "category": row.category,
            "field": row.field,
            "attribute": row.attribute,
            "vtex_value": row.vtex_value,
            "value": row.value,
            "grade": grade_of(row.probability),
            "probability": round(row.probability, 3),
            "how": row.how,
        }


# As text


def _lines(draft: Draft, skus: StateCounts, output: Path, texts: Texts) -> Iterator[str]:
    from listo.core.reports.texts import ReportTexts, say_counts

    yield texts.say(
        "draft.written", file=output.name, count=len(draft.rows), categories=len(draft.categories)
    )
    yield f"  {say_counts(skus, ReportTexts(texts.language))}"
    if draft.uncovered:
        listed = ", ".join(map(str, draft.uncovered))
        yield _say(texts, "draft.uncovered", count=len(draft.uncovered), categories=listed)
    if draft.without_category:
        yield _say(texts, "draft.without-category", count=draft.without_category)
        yield from _guesses(draft.to_find, texts)
    if names := sorted({each.field for each in draft.left_out}):
        yield _say(texts, "draft.left-out", count=len(names), names=", ".join(names))
    if draft.unknown_answers:
        yield _say(texts, "draft.unknown-answers", ids=", ".join(draft.unknown_answers))
    yield from _to_look_through(draft, texts)
    yield from _asked("draft.questions", draft.questions, texts)
    yield from _asked("draft.advice", draft.advice, texts)


def _guesses(to_find: Sequence[CategoryToFind], texts: Texts) -> Iterator[str]:
    """Yield which global categories the SKUs without one may belong in, by the store's category."""
    from listo.core.vocabulary import categories

    for one in (each for each in to_find[:_MOST_SHOWN] if each.guesses):
        told = (f"{each.category} {categories.name(each.category, texts.language)}" for each in one.guesses)
        name = one.name or str(one.store_category or " · ".join(one.products))
        yield f"  {name} ({_say(texts, 'draft.skus', count=one.skus)}) → {' · '.join(told)}"


def _to_look_through(draft: Draft, texts: Texts) -> Iterator[str]:
    """Yield what went in and should be looked through, each specification with its attribute once."""
    rows = sorted((row for row in draft.rows if row.how == "look"), key=_pair)
    groups = [(pair, list(dict.fromkeys(map(_sent, own)))) for pair, own in groupby(rows, _pair)]
    if not groups:
        return
    yield ""
    yield _say(texts, "draft.look", count=len(rows))
    for (field, attribute), pairs in groups[:_MOST_SHOWN]:
        more = ["…"] if len(pairs) > _VALUES_SHOWN else []
        yield f"  {field} → {attribute}: {', '.join([*pairs[:_VALUES_SHOWN], *more])}"
    if len(groups) > _MOST_SHOWN:
        yield f"  … {_say(texts, 'draft.more', count=len(groups) - _MOST_SHOWN)}"


def _pair(row: DraftRow) -> tuple[str, str]:
    return row.field, row.attribute


def _sent(row: DraftRow) -> str:
    return f"{row.vtex_value} → {row.value}"


def _asked(head: str, questions: Sequence[Question], texts: Texts) -> Iterator[str]:
    if not questions:
        return
    yield ""
    yield _say(texts, head, count=len(questions))
    for one in questions[:_MOST_SHOWN]:
        told = _say(texts, f"draft.ask.{one.kind}", **asdict(one))
        yield f"  {told} ({_say(texts, 'draft.skus', count=one.skus)})"
        if one.options and one.kind != "constant":
            yield f"    → {' · '.join(one.options)}"
        if one.products and one.kind != "constant":
            yield f"    {_say(texts, 'draft.products', products=' · '.join(one.products))}"
        if one.kind != "constant":
            yield f"    {one.id}"
    if len(questions) > _MOST_SHOWN:
        yield f"  … {_say(texts, 'draft.more', count=len(questions) - _MOST_SHOWN)}"


def _say(texts: Texts, key: str, **fields: object) -> str:
    """Return a sentence with its numbers as the language writes them."""
    from listo.core.reports.texts import ReportTexts

    number = ReportTexts(texts.language).number
    return texts.say(
        key, **{name: number(each) if type(each) is int else each for name, each in fields.items()}
    )
