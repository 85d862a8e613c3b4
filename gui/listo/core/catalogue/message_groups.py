"""Many messages at once: parted into single ones, recognised, and counted by the error that they are."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from listo.core.catalogue import entries
from listo.core.catalogue.error_numbers import is_severity, without_others
from listo.core.catalogue.recognition import FITS, Match, Recognition, recognise
from listo.core.gc_pause import gc_paused

if TYPE_CHECKING:
    from listo.core.workbooks.model import Table, Workbook

_SKU = re.compile(r"\bsku(?:\s*id)?\W{0,3}([0-9][A-Za-z0-9._-]*|[A-Za-z0-9._-]*[0-9])", re.IGNORECASE)
_SKU_CELL = re.compile(r"([0-9]{1,12})p?")
_SKU_HEADER = re.compile(r"\W*(?:id\W*(?:d(?:o|e|el)\W*)?)?sku(?:\W*id)?\W*", re.IGNORECASE)

_CODE_LABEL = re.compile(
    r"(?:error|c[oó]digo|cod)\W*(?:d[eo]l? )?(?:code|c[oó]digo|error|erro)?\W*", re.IGNORECASE
)

_NUMBERS = re.compile(r"[\W\d]+")
"""A line of numbers alone."""

_SAMPLE_NUMBERS = 20
"""Numbers under a line that tell whether it says that they are of errors."""

_LINES_OF_ONE = 8
"""Lines over which one message may be broken: the longest has 833 letters, as many as a wide window shows."""

_SURER = 0.02
"""How much surer lines must be together than the surest alone: equal ones are messages below each other."""

_LETTERS_OF_A_MESSAGE = 8
"""Letters of a message in a file: the shortest of the catalogue has ten; dates and ids have fewer."""

_SAMPLE_ROWS = 200
"""Rows by which the column of messages is told: they are alike, and a file may have 100,000."""

_MOST_COUNTED_WORDS = 40
"""Words of a cell that count: a long description must not outweigh many messages."""

_HEADER_ROWS = 20
"""How far down the header of the SKUs is looked for, as in the exports of VTEX."""

_PROGRESS_EVERY = 200
"""Messages between two reports of progress: some 50 ms of work."""


_VARYING = re.compile(r"[^\W_]*[0-9](?:[\w.-]*\w)?")
"""Numbers, and words with numbers in them: SKUs, barcodes, dates."""

_DIGITS = "0123456789"
_ALL_DIGITS = frozenset(_DIGITS)

_MOST_KEPT = 16384
"""Kinds of messages that are remembered: a report has some dozens; a log of as many lines fits in."""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message and the SKU that it was said of, where that is known (`13737p` is SKU 13737)."""

    text: str
    sku: str = ""


@dataclass(frozen=True, slots=True)
class ErrorGroup:
    """All lines that are one error, or that nothing fits (`error_id` is None).

    `count` is the number of lines, `skus` that of different SKUs among them; `recognitions` are the
    different texts with how often each came, the most frequent first.
    """

    error_id: str | None
    count: int
    skus: int
    recognitions: tuple[tuple[Recognition, int], ...]


_OPENING = re.compile(r"[\[{]")
_XML_RESULT = re.compile(r"<Result>(.*?)</Result>", re.DOTALL)
_LIST_OF_ISSUES = re.compile(r"""["']issues["']\s*:""")
_ISSUE = re.compile(r"""\{[^{}]*["'](?:code|message)["']\s*:[^{}]*\}?""")
"""One issue where the list is cut off, or written as Python writes it."""


def split_messages(text: str) -> list[str]:
    """Return the messages in a text: one a line; lines within one pair of double quotes are one message.

    Of a list of Amazon's issues, as JSON or XML over any number of lines, each issue is one.
    """
    return split_issues(text) or _split_wrapped(text)


def _split_wrapped(text: str) -> list[str]:
    messages: list[str] = []
    wrapped: list[str] = []
    for line in text.splitlines():
        if wrapped:
            wrapped.append(line)
            if line.rstrip().endswith('"'):
                messages.append(" ".join(part.strip() for part in wrapped).strip('"'))
                wrapped = []
        elif line.lstrip().startswith('"') and line.count('"') == 1:
            wrapped = [line]
        else:
            messages.append(line.strip())
    messages += wrapped  # a quote that never closes holds nothing together
    return [message for message in messages if message]


def split_issues(text: str) -> list[str]:
    """Return the issues of a list of them, each on one line; none where the text is something else."""
    if "<Result>" in text:
        return [" ".join(found.split()) for found in _XML_RESULT.findall(text)]
    if text.lstrip()[:1] not in ("[", "{") and not ("issues" in text and _LIST_OF_ISSUES.search(text)):
        return []
    values = [(written, list(_issues_in(value))) for written, value in _json_values(text)]
    if all(len(issues) < 2 and "\n" not in written for written, issues in values if issues):
        values = []  # one a line, or none: the lines are the messages
    issues = [_issue_line(issue) for _, found in values for issue in found]
    cut_off = [" ".join(found.split()) for found in _ISSUE.findall(text)] if "\n" in text.strip() else []
    return issues or (cut_off if len(cut_off) > 1 else [])


def _json_values(text: str) -> Iterator[tuple[str, Any]]:
    """Yield what JSON stands in a text, as written and read; what is cut off gives its whole parts."""
    decoder, place = json.JSONDecoder(strict=False), 0
    while opening := _OPENING.search(text, place):
        try:
            value, place = decoder.raw_decode(text, begin := opening.start())
        except (ValueError, RecursionError):
            place = opening.end()
        else:
            yield text[begin:place], value


def _issues_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _issues_in(one)
    elif isinstance(value, dict):
        if isinstance(value.get("message"), str) or isinstance(value.get("code"), str):
            yield value
        else:
            yield from _issues_in(list(value.values()))


def _issue_line(issue: dict[str, Any]) -> str:
    """Return an issue on one line: its number and message alone, so that equal ones are one."""
    told = {key: issue[key] for key in ("code", "message") if key in issue}
    return json.dumps(told, ensure_ascii=False)


def split_lines(pasted: str) -> list[MessageLine]:
    """Return the messages in what was pasted; a single one that was broken over a few lines stays one."""
    if issues := split_issues(pasted):
        return [_line(issue) for issue in issues]
    messages, told = _split_wrapped(pasted), without_others(pasted)
    lines = _split_wrapped(told)
    if len(lines) != len(messages):  # rows of which nothing is left
        told, lines = pasted, messages
    if 1 < len(lines) <= _LINES_OF_ONE and _is_one(told, lines):
        return [_line(" ".join(messages))]
    if _are_of_others(lines):
        return [_line(" ".join(messages))]
    return [_line(one, whole) for one, whole in zip(lines, messages, strict=True)]


def _are_of_others(lines: Sequence[str]) -> bool:
    """Return whether lines are numbers under one that says that they are something else's ("SKUs:")."""
    heading, *numbers = lines or [""]
    if not numbers or _NUMBERS.fullmatch(heading) or not all(map(_NUMBERS.fullmatch, numbers)):
        return False
    return not recognise("\n".join([heading, *numbers[:_SAMPLE_NUMBERS]])).matches


def _is_one(pasted: str, messages: Sequence[str]) -> bool:
    """Return whether the lines together are surely one message, and more surely than each alone."""
    together = _score(" ".join(pasted.split()))
    return together >= FITS and together > max(map(_score, messages)) + _SURER


def _score(text: str) -> float:
    matches = recognise(text).matches
    return matches[0].score if matches else 0.0


def _line(message: str, whole: str = "") -> MessageLine:
    """Return a message with its SKU, which may stand in the `whole` row alone."""
    whole = whole or message
    if "\t" in whole:
        cells = [cell.strip() for cell in message.split("\t")]
        longest = max(cells, key=len)
        row = (cell.strip() for cell in whole.split("\t"))
        known = next((found[1] for cell in row if (found := _SKU_CELL.fullmatch(cell))), "")
        return MessageLine(_with_code(longest, cells), known)
    named = _SKU.search(message)
    return MessageLine(message, named[1].removesuffix("p") if named else "")


def _with_code(message: str, cells: Sequence[str]) -> str:
    """Return a message with the known number of an error that another cell gives, where one says so."""
    codes = [cell for cell in cells if cell.isdigit() and entries.find_by_code(cell)]
    labelled = any(map(is_severity, cells)) or any(map(_CODE_LABEL.fullmatch, cells))
    return reported_text(codes[0], message) if codes and labelled else message


def reported_text(code: str, message: str) -> str:
    """Return a message of Amazon's processing report with its number, by which it is known first of all."""
    return f"Amazon error {code}: {message}"


def read_lines(workbook: Workbook) -> list[MessageLine]:
    """Return the messages in a file: of each sheet the column most like messages, with its SKUs."""
    return [line for table in workbook.tables for line in _lines_in_table(table)]


def read_cells(workbook: Workbook) -> list[str]:
    """Return every cell of a file that is not blank, sheet by sheet and row by row."""
    return [cell.strip() for table in workbook.tables for row in table.rows for cell in row if cell.strip()]


def _lines_in_table(table: Table) -> list[MessageLine]:
    width = max((len(row) for row in table.rows), default=0)
    column = max(range(width), key=lambda place: _wordiness(table, place), default=None)
    if column is None:
        return []
    skus = next((p for p in range(width) if _is_sku_column(table, p) and p != column), None)
    rows = (row for row in range(len(table.rows)) if not _is_header(table, row, skus))
    lines = (_row_line(table, row, column, skus) for row in rows)
    return [line for line in lines if sum(map(str.isalpha, line.text)) >= _LETTERS_OF_A_MESSAGE]


def _is_header(table: Table, row: int, skus: int | None) -> bool:
    """Return whether a row holds headers: beside that of the SKUs there is no message."""
    return skus is not None and bool(_SKU_HEADER.fullmatch(table.text(row, skus)))


def _row_line(table: Table, row: int, column: int, skus: int | None) -> MessageLine:
    text = table.text(row, column).strip()
    if skus is None:
        return _line(text)
    return MessageLine(text, table.text(row, skus).strip().removesuffix("p"))


def _wordiness(table: Table, column: int) -> float:
    """Return how much a column reads like sentences: words a cell, over its first rows."""
    sample = [table.text(row, column) for row in range(min(len(table.rows), _SAMPLE_ROWS))]
    return sum(min(len(text.split()), _MOST_COUNTED_WORDS) for text in sample) / max(len(sample), 1)


def _is_sku_column(table: Table, column: int) -> bool:
    return any(
        _SKU_HEADER.fullmatch(table.text(row, column)) for row in range(min(len(table.rows), _HEADER_ROWS))
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a kind of messages is: the numbers in the first one, and what it was taken for.

    `is_named` tells whether a name in it has a number, `is_repeated` whether a number comes twice.
    """

    varying: tuple[str, ...]
    recognition: Recognition
    is_named: bool
    is_repeated: bool


class AlikeMessages:
    """What the messages so far were taken for, by what they have besides numbers.

    Of those that differ in their numbers alone, as in a long report, the first is recognised; of the others
    the names are put in its place. With `nearest` it says of those that nothing fits what comes nearest.
    """

    def __init__(self, *, nearest: bool = True) -> None:
        self._nearest = nearest
        self._known: dict[str, _Known] = {}
        self._without_numbers = lru_cache(maxsize=_MOST_KEPT)(_without_numbers)

    def recognise(self, text: str) -> Recognition:
        """Return what `recognise` does of a text; an error's number is never taken for another."""
        kind, varying = self._kind_of(text)
        if known := self._known.get(kind):
            if not known.is_named and not known.is_repeated:
                return Recognition(text, known.recognition.matches, known.recognition.nearest)
            swapped = dict(zip(known.varying, varying, strict=True))
            if tuple(map(swapped.__getitem__, known.varying)) == varying:
                return _with_names(known.recognition, swapped, text)
        found = recognise(text, nearest=self._nearest)
        if not known and len(self._known) < _MOST_KEPT and _has_whole(numbers := _numbers(found), varying):
            named = not numbers.isdisjoint(varying)
            self._known[kind] = _Known(varying, found, named, len({*varying}) < len(varying))
        return found

    def _kind_of(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return what a text has besides numbers, and these.

        Many lines differ in the number alone that they end in, as of a SKU: what comes before it is kept.
        """
        head = text.rstrip(_DIGITS)
        number = text[len(head) :]
        if not number or head[-1:] != " ":
            return self._without_numbers(text)
        kind, varying = self._without_numbers(head)
        return (kind + number, varying) if entries.find_by_code(number) else (f"{kind}0", (*varying, number))


def _without_numbers(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without its numbers, save those of errors, and these numbers."""
    if _ALL_DIGITS.isdisjoint(text):
        return text, ()
    varying: list[str] = []

    def without(found: re.Match[str]) -> str:
        if entries.find_by_code(found[0]):
            return found[0]
        varying.append(found[0])
        return "0"

    return _VARYING.sub(without, text), tuple(varying)


def _numbers(found: Recognition) -> set[str]:
    """Return the numbers in the names that a message was found to have."""
    names = (name for match in (*found.matches, *found.nearest) for name in match.captured.values())
    return {part for name in names for part in _VARYING.findall(name)}


def _has_whole(numbers: Iterable[str], varying: Sequence[str]) -> bool:
    """Return whether no name in a message has a part of a number, which could not be put in anew."""
    return all(part in varying or entries.find_by_code(part) for part in numbers)


def _with_names(found: Recognition, swapped: Mapping[str, str], text: str) -> Recognition:
    def put_in(name: str) -> str:
        return _VARYING.sub(lambda part: swapped.get(part[0], part[0]), name)

    def renamed(match: Match) -> Match:
        return replace(match, captured={key: put_in(name) for key, name in match.captured.items()})

    return Recognition(text, tuple(map(renamed, found.matches)), tuple(map(renamed, found.nearest)))


def group_lines(
    lines: Iterable[MessageLine], on_progress: Callable[[int], None] = lambda _: None
) -> tuple[ErrorGroup, ...]:
    """Return the lines by error: what holds up most SKUs first, then the most frequent, the unknown last.

    `on_progress` is called with the number of lines done, every 200 lines.
    """
    by_error: dict[str | None, tuple[list[Recognition], set[str]]] = {}
    alike = AlikeMessages(nearest=False)
    with gc_paused():
        for place, line in enumerate(lines):
            if place % _PROGRESS_EVERY == 0:
                on_progress(place)
            found = alike.recognise(line.text)
            error_id = found.matches[0].error_id if found.matches else None
            recognitions, skus = by_error.setdefault(error_id, ([], set()))
            recognitions.append(found)
            skus.add(line.sku)
        groups = [_group(error_id, *found) for error_id, found in by_error.items()]
    return tuple(sorted(groups, key=lambda one: (one.error_id is None, -one.skus, -one.count)))


def _group(error_id: str | None, found: Sequence[Recognition], skus: set[str]) -> ErrorGroup:
    texts = [recognition.text for recognition in found]
    known = dict(zip(texts, found, strict=True))
    most = tuple((known[text], count) for text, count in Counter(texts).most_common())
    return ErrorGroup(error_id, len(found), len(skus - {""}), most)
