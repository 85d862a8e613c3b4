"""The report to read and to print: one HTML file that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from itertools import islice
from typing import TypeVar

from listo.core import resources
from listo.core.checks.types import Finding
from listo.core.edits.history import CellEdit
from listo.core.reports.lines import Line, Teller, ranges
from listo.core.reports.markup import Html, element, joined, seen
from listo.core.reports.model import Document, Kind
from listo.core.reports.text import SHAPES, skipped_for
from listo.core.reports.words import Words

PART = "<!-- part -->\n"
"""Stands between the parts of the body; each is a whole piece of HTML of a bounded size."""

_ROWS_OPEN = 200
"""Lines of a table that are shown at once."""
_ROWS_FOLDED = 500
"""Lines of each further table, which opens on a click, and in print by itself."""

_LINE_WIDTHS = ("7%", "20%", "19%", "18%", "36%")
_LEFT_WIDTHS = ("7%", "20%", "19%", "32%", "22%")
_CORRECTION_WIDTHS = ("8%", "22%", "35%", "35%")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""For the browser: nothing may be fetched and nothing may run, whatever stands in the file."""


_Item = TypeVar("_Item")


def as_html(document: Document) -> Iterator[str]:
    """Yield the report piece by piece, `PART` between the parts of its body."""
    writer = _Writer(document)
    yield writer.start()
    for part in writer.parts():
        yield part
        yield PART
    yield "</main></body></html>\n"


@cache
def _style() -> str:
    return (resources.root() / "reports" / "report.css").read_text(encoding="utf-8")


class _Writer:
    """Makes the parts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document.language)
        self._say = self._words.say
        self._teller = Teller(document, self._words)

    def start(self) -> str:
        """Return all that comes before the first part."""
        title = self._say("title", file=self._document.file)
        head = joined(
            element("meta", charset="utf-8"),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="generator", content=f"Listo {self._document.version}"),
            element("title", title),
            Html(f"<style>{_style()}</style>"),
        )
        language = self._say("language")
        return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body><main>\n{PART}'

    def parts(self) -> Iterator[Html]:
        """Yield the parts of the body."""
        yield self._heading()
        yield self._contents()
        for number, kind in enumerate(self._document.kinds, start=1):
            yield self._kind_heading(kind, number)
            yield from self._tables(map(self._teller.line, kind.findings), len(kind.findings), self._lines)
        if self._document.left:
            yield from self._left()
        if self._document.corrections:
            yield from self._corrections()
        yield self._not_checked()
        yield self._foot()

    # -- the first page

    def _heading(self) -> Html:
        document, say = self._document, self._say
        rows = say("rows", count=len(document.sheet))
        moment = self._words.moment(document.made)
        return joined(
            element("h1", say("title", file=document.file)),
            element(
                "p", say("subtitle", sheet=document.sheet.name, rows=rows, moment=moment), class_="quiet"
            ),
            element("div", *self._verdict(), class_="verdict"),
            element("h2", say("against"), class_="small"),
            *self._references(),
        )

    def _verdict(self) -> Iterator[Html]:
        document, say = self._document, self._say
        ran, left_out = len(document.report.checks_run), len(document.report.checks_skipped)
        for severity, count in document.counts.items():
            if count:
                said = f"{SHAPES[severity]} {say(f'count.{severity}', count=count)}"
                yield element("p", said, class_=f"count {severity}")
        if not document.report.findings:
            # Green only where nothing was left out: half the checks cannot say that all is well.
            found = say("none", count=ran) if ran else say("nothing-ran")
            yield element("p", found, class_="count" if left_out else "count right")
        elif ran:
            yield element("p", say("ran", count=ran), class_="quiet")
        if left_out:
            link = element("a", say("not-checked"), href="#not-checked")
            yield element("p", say("not-ran", count=left_out), " ", link, class_="quiet")

    def _references(self) -> Iterator[Html]:
        if not self._document.references:
            yield element("p", self._say("against-nothing"))
        for one in self._document.references:
            kind = element("span", f" – {self._words.kind_of_file(one.kind)}", class_="quiet")
            yield element("p", element("b", one.name), kind, class_="reference")

    def _contents(self) -> Html:
        if not self._document.kinds:
            return Html("")
        heads = [self._say(f"head.{name}") for name in ("problem", "severity", "count")]
        lines = [
            self._contents_line(number, kind) for number, kind in enumerate(self._document.kinds, start=1)
        ]
        table = self._table(heads, ("60%", "26%", "14%"), lines, "contents")
        return joined(element("h2", self._say("contents")), table)

    def _contents_line(self, number: int, kind: Kind) -> Html:
        count = len(kind.findings)
        title = element("a", self._words.title(kind.code, count), href=f"#problem-{number}")
        return _row(
            element("td", title),
            element("td", self._severity(kind)),
            element("td", str(self._words.number(count)), class_="number"),
        )

    def _severity(self, kind: Kind) -> Html:
        said = f"{SHAPES[kind.severity]} {self._words.severity(kind.severity)}"
        return element("span", said, class_=f"severity {kind.severity}")

    # -- one kind of problem

    def _kind_heading(self, kind: Kind, number: int) -> Html:
        title = self._words.title(kind.code, len(kind.findings))
        answers = self._teller.answers(kind)
        explained = [
            self._explained("head.fix", self._words.fix(kind.code)),
            self._explained("head.why", self._words.why(kind.code)),
        ]
        if answers:
            quotes = (Html(f"“{escape(answer)}”") for answer in answers)
            explained.append(self._explained("head.answer", *_parted(quotes)))
        return element(
            "div",
            element("h2", title, id=f"problem-{number}", class_=f"problem {kind.severity}"),
            element("p", self._severity(kind)),
            *explained,
            class_="kind",
        )

    def _explained(self, head: str, *said: str) -> Html:
        return element("p", element("b", f"{self._say(head)}: "), *said, class_="prose")

    def _lines(self, lines: Iterable[Line]) -> Html:
        heads = [self._say(f"head.{name}") for name in ("row", "column", "value", "use", "message")]
        return self._table(heads, _LINE_WIDTHS, map(self._line, lines), "lines")

    def _line(self, line: Line) -> Html:
        return _row(
            element("td", "–" if line.row is None else str(line.row), class_="number"),
            _column(line.column, line.letter),
            element("td", self._value(line.value) if line.column else seen(line.value), class_="value"),
            _suggestions(line.suggestions),
            element("td", seen(line.message), *self._asides(line)),
        )

    def _value(self, text: str) -> Html:
        return seen(text) if text else element("i", self._say("empty"), class_="quiet")

    def _asides(self, line: Line) -> Iterator[Html]:
        if line.others:
            also = self._say("also-rows", count=line.others_count, rows=line.others)
            yield element("div", also, class_="aside")
        if context := line.context:
            yield element("div", seen(context), class_="aside")

    # -- what comes after the problems

    def _left(self) -> Iterator[Html]:
        count = len(self._document.left)
        yield joined(
            element("h2", self._say("left"), id="left"), element("p", self._say("left.intro", count=count))
        )
        yield from self._tables(self._document.left, count, self._left_alone)

    def _left_alone(self, left: Iterable[tuple[Finding, str]]) -> Html:
        heads = [self._say(f"head.{name}") for name in ("row", "column", "value", "message", "reason")]
        return self._table(heads, _LEFT_WIDTHS, (self._left_line(*one) for one in left), "lines")

    def _left_line(self, finding: Finding, reason: str) -> Html:
        line = self._teller.line(finding)
        return _row(
            element("td", "–" if line.row is None else str(line.row), class_="number"),
            _column(line.column, line.letter),
            element("td", self._value(line.value) if line.column else seen(line.value), class_="value"),
            element("td", seen(line.message)),
            element("td", seen(reason)),
        )

    def _rows_changed(self) -> Iterator[Html]:
        corrections = self._document.corrections
        if corrections.rows_out:
            rows = ", ".join(
                str(first) if first == last else f"{first}–{last}"
                for first, last in ranges(corrections.rows_out)
            )
            count = len(corrections.rows_out)
            yield element("p", self._say("corrections.rows-out", count=count, rows=rows))
        if corrections.rows_in:
            yield element("p", self._say("corrections.rows-in", count=corrections.rows_in))

    def _corrections(self) -> Iterator[Html]:
        corrections, say = self._document.corrections, self._say
        count = len(corrections.cells)
        saved = "saved" if corrections.copy else "not-saved"
        yield joined(
            element("h2", say("corrections"), id="corrections"),
            element("p", say(f"corrections.{saved}", count=count, file=corrections.copy)),
            *self._rows_changed(),
            element(
                "p",
                say("corrections.left" if corrections.findings_are_left else "corrections.before"),
                class_="quiet",
            ),
        )
        if corrections.cells:
            yield from self._tables(corrections.cells, count, self._corrected)

    def _corrected(self, cells: Iterable[CellEdit]) -> Html:
        heads = [self._say(f"head.{name}") for name in ("row", "column", "before", "after")]
        return self._table(heads, _CORRECTION_WIDTHS, map(self._correction, cells), "lines")

    def _correction(self, cell: CellEdit) -> Html:
        return _row(
            element("td", str(cell.row), class_="number"),
            element("td", cell.column),
            element("td", self._value(cell.before), class_="value"),
            element("td", element("b", self._value(cell.after)), class_="value"),
        )

    def _not_checked(self) -> Html:
        heading = element("h2", self._say("not-checked"), id="not-checked")
        if not self._document.needs:
            return joined(heading, element("p", self._say("not-checked.nothing")))
        heads = [self._say(f"head.{name}") for name in ("missing", "would-tell", "checks")]
        table = self._table(heads, ("40%", "46%", "14%"), self._needs(), "contents")
        return joined(heading, element("p", self._say("not-checked.intro")), table)

    def _needs(self) -> Iterator[Html]:
        for missing, tells, count in needs_of(self._document, self._words):
            yield _row(
                element("td", missing),
                element("td", tells),
                element("td", str(self._words.number(count)), class_="number"),
            )

    def _foot(self) -> Html:
        moment = self._words.moment(self._document.made)
        made_by = self._say("made-by", version=self._document.version, moment=moment)
        return joined(element("p", self._say("legend"), class_="foot"), element("p", made_by, class_="foot"))

    # -- tables

    def _tables(
        self, items: Iterable[_Item], count: int, table: Callable[[Iterable[_Item]], Html]
    ) -> Iterator[Html]:
        """Yield the tables of a list: the first lines open, the rest folded, none left out."""
        waiting = iter(items)
        yield table(islice(waiting, _ROWS_OPEN))
        for first in range(_ROWS_OPEN, count, _ROWS_FOLDED):
            last = min(first + _ROWS_FOLDED, count)
            words = self._say("rows-from-to", first=first + 1, last=last, count=count)
            yield element("details", element("summary", words), table(islice(waiting, _ROWS_FOLDED)))

    def _table(self, heads: Sequence[str], widths: Sequence[str], rows: Iterable[Html], class_: str) -> Html:
        head = _row(
            *(
                element("th", head, scope="col", width=width)
                for head, width in zip(heads, widths, strict=True)
            )
        )
        return element(
            "table",
            element("thead", head),
            element("tbody", *rows),
            class_=class_,
            width="100%",
            cellspacing="0",
        )


def needs_of(document: Document, words: Words) -> Iterator[tuple[str, str, int]]:
    """Yield what is missing, what it would tell, and how many checks wait for it."""
    for need, count in document.needs.items():
        is_column = skipped_for(need) == "column"
        missing = words.say("missing.column", need=words.need(need)) if is_column else words.need(need)
        tells = words.say("would-tell.column" if is_column else f"would-tell.{need}")
        yield missing[:1].upper() + missing[1:], tells, count


def _parted(pieces: Iterable[Html]) -> Iterator[Html]:
    """Yield the pieces, each further one on a line of its own."""
    for number, piece in enumerate(pieces):
        if number:
            yield element("br")
        yield piece


def _row(*cells: Html) -> Html:
    return joined(element("tr", *cells), Html("\n"))


@lru_cache
def _column(name: str, letter: str) -> Html:
    return element("td", name or "–", element("span", f" {letter}", class_="quiet") if letter else "")


@lru_cache(maxsize=10_000)
def _suggestions(suggestions: Sequence[str]) -> Html:
    best = [element("b", seen(suggestions[0]))] if suggestions else []
    others = (element("span", " · ", seen(other), class_="quiet") for other in suggestions[1:])
    return element("td", *best, *others)
