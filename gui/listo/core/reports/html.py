"""The report to read and to print: one HTML file that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from html import escape
from itertools import islice
from typing import TypeVar

from listo.core import resources
from listo.core.checks.types import Finding
from listo.core.edits.history import CellEdit
from listo.core.mapping.cell_text import code_points, is_all_visible, split_visible
from listo.core.reports.model import (
    Document,
    FindingRow,
    ReportSection,
    RowBuilder,
    describe_needs,
    find_ranges,
    say_uncovered,
)
from listo.core.reports.texts import SEVERITY_SIGNS, ReportTexts, say_counts

# All that the safety of a report rests on: no text can become an element, whatever is not `Html` is escaped.

_EMPTY_ELEMENTS = frozenset({"br", "col", "meta"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str) -> Html:
    """Return an element with texts and other elements inside; `class_` and the like lose their `_`."""
    named = _attributes(attributes) if attributes else ""
    if name in _EMPTY_ELEMENTS:
        return Html(f"<{name}{named}>")
    return Html(f"<{name}{named}>{join(*inside)}</{name}>")


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {key.rstrip("_")}="{escape(text)}"' for key, text in attributes.items() if text)


def join(*parts: str) -> Html:
    """Return texts and elements one after the other."""
    return Html("".join([part if isinstance(part, Html) else escape(part) for part in parts]))


@lru_cache(maxsize=10_000)  # as many different ones as a long report has; 5 MB
def mark_invisible(text: str) -> Html:
    """Return a cell's text with blanks and unseen characters drawn, each with its number for who asks."""
    if is_all_visible(text):
        return Html(escape(text))
    return join(
        *(
            element("mark", piece.display_text, title=code_points(piece.text))
            if piece.drawn
            else piece.display_text
            for piece in split_visible(text)
        )
    )


CHAPTER = 'chapter"'
"""Ends the class of what begins a page in print: what matters stands before, by itself."""

PART = "<!-- part -->\n"
"""Stands between the parts of the body; each is a whole piece of HTML of a bounded size."""

_FEW_LINES = 12
"""Lines of problems and corrections that may share the first printed page with the numbers: half of it."""
_ROWS_OPEN = 200
"""Lines of a table that are shown at once: some five screens; the rest is one click away."""
_ROWS_FOLDED = 500
"""Lines of each further table, which opens on a click: what the printer sets as one sheet stays bounded."""

_SKUS_IN_A_LINE = 8
"""As many ids of nine digits stand in a line of an A4 page."""

_WIDTHS = {"row": 7, "column": 20, "value": 19, "use": 18, "message": 36, "reason": 22}
"""Hundredths of a line of problems: sentences get what values, which are short, leave; by eye."""
_CORRECTION_WIDTHS = ("8%", "22%", "35%", "35%")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""For the browser: nothing may be fetched and nothing may run, whatever stands in the file."""


_Item = TypeVar("_Item")


def render_html(document: Document) -> Iterator[str]:
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
        self._texts = ReportTexts(document.language)
        self._say = self._texts.say
        self._rows = RowBuilder(document, self._texts)

    def start(self) -> str:
        """Return all that comes before the first part."""
        title = self._say("title", file=self._document.file)
        head = join(
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
        yield self._not_checked()
        if self._document.corrections:
            yield from self._corrections()
        for number, section in enumerate(self._document.sections, start=1):
            begins = number == 1 and not self._document.corrections and self._is_long
            yield self._section_heading(section, number, "kind chapter" if begins else "kind")
            yield from self._lines(section)
        if self._document.left:
            yield from self._left()
        yield self._foot()

    @property
    def _is_long(self) -> bool:
        """Whether there are more lines than stand on one page with what comes before them."""
        document = self._document
        return len(document.report.findings) + len(document.corrections.cells) > _FEW_LINES

    # -- the first page

    def _heading(self) -> Html:
        document, say = self._document, self._say
        rows = say("rows", count=len(document.sheet))
        moment = self._texts.moment(document.made)
        return join(
            element("h1", say("title", file=document.file)),
            element(
                "p", say("subtitle", sheet=document.sheet.name, rows=rows, moment=moment), class_="quiet"
            ),
            *self._becomes(),
            element("div", *self._verdict(), class_="verdict"),
            *self._corrected_in_short(),
            element("h2", say("against"), class_="small"),
            *self._references(),
        )

    def _becomes(self) -> Iterator[Html]:
        """Say what becomes of the SKUs, which is what the rest is for."""
        if (skus := self._document.skus) is not None:
            total = self._say("skus.total", count=skus.total)
            yield element("p", f"{total}: {say_counts(skus, self._texts)}", class_="becomes")

    def _corrected_in_short(self) -> Iterator[Html]:
        if self._document.corrections:
            yield element("p", element("a", self._corrected(), href="#corrections"))

    def _corrected(self) -> str:
        """Return how many cells are corrected, and where; empty where only rows came or went."""
        corrections = self._document.corrections
        saved = "saved" if corrections.copy else "not-saved"
        return self._say(f"corrections.{saved}", count=len(corrections.cells), file=corrections.copy)

    def _verdict(self) -> Iterator[Html]:
        document, say = self._document, self._say
        ran, left_out = len(document.report.checks_run), len(document.report.checks_skipped)
        for severity, count in document.counts.items():
            if count:
                said = f"{SEVERITY_SIGNS[severity]} {say(f'count.{severity}', count=count)}"
                yield element("p", said, class_=f"count {severity}")
        if not document.report.findings:
            # Green only where nothing was left out: half the checks cannot say that all is well.
            found = say("none", count=ran) if ran else say("nothing-ran")
            is_partial = left_out or document.report.uncovered_categories
            yield element("p", found, class_="count" if is_partial else "count right")
        elif ran:
            yield element("p", say("ran", count=ran), class_="quiet")
        if left_out:
            link = element("a", say("not-ran", count=left_out), href="#not-checked")
            yield element("p", link, class_="quiet")

    def _references(self) -> Iterator[Html]:
        if not self._document.references:
            yield element("p", self._say("against-nothing"))
        for one in self._document.references:
            kind = element("span", f" – {self._texts.kind_of_file(one.kind)}", class_="quiet")
            yield element("p", element("b", one.name), kind, class_="reference")
        if reading := self._texts.reading(self._document.report.category_ids):
            yield element("p", reading, class_="quiet")

    def _contents(self) -> Html:
        if not self._document.sections:
            return Html("")
        of_skus = ("skus", "alone") if self._document.held_up else ()
        heads = [self._say(f"head.{name}") for name in ("problem", "severity", *of_skus)]
        lines = [
            self._contents_line(number, section)
            for number, section in enumerate(self._document.sections, start=1)
        ]
        widths = ("46%", "22%", "12%", "20%") if of_skus else ("70%", "30%")
        table = self._table(heads, widths, lines, "contents numbers" if of_skus else "contents")
        return join(element("h2", self._say("contents")), table)

    def _contents_line(self, number: int, section: ReportSection) -> Html:
        title = self._texts.title(section.code, len(section.findings))
        skus = self._document.held_up.get(section.code, ("", "")) if self._document.held_up else ()
        return _row(
            element("td", element("a", title, href=f"#problem-{number}")),
            element("td", self._severity(section)),
            *(element("td", self._number(one), class_="number") for one in skus),
        )

    def _number(self, one: int | str) -> str:
        return str(self._texts.number(one)) if isinstance(one, int) else one

    def _severity(self, section: ReportSection) -> Html:
        said = f"{SEVERITY_SIGNS[section.severity]} {self._texts.severity(section.severity)}"
        return element("span", said, class_=f"severity {section.severity}")

    # -- one kind of problem

    def _section_heading(self, section: ReportSection, number: int, class_: str) -> Html:
        title = self._texts.title(section.code, len(section.findings))
        answers = self._rows.answers(section)
        explained = [
            self._explained("head.fix", self._texts.fix(section.code)),
            self._explained("head.why", self._texts.why(section.code)),
        ]
        if answers:
            quotes = (Html(f"“{escape(answer)}”") for answer in answers)
            explained.append(self._explained("head.answer", *_on_lines(quotes)))
        return element(
            "div",
            element("h2", title, id=f"problem-{number}", class_=f"problem {section.severity}"),
            element("p", self._severity(section)),
            *explained,
            class_=class_,
        )

    def _explained(self, head: str, *said: str) -> Html:
        return element("p", element("b", f"{self._say(head)}: "), *said, class_="prose")

    def _lines(self, section: ReportSection) -> Iterator[Html]:
        """Yield the tables of a section, with the columns that say something in it."""
        found = section.findings
        if self._rows.says_only_which_skus(section):
            waiting = (one.value for one in found)
            told = iter(lambda: " · ".join(islice(waiting, _SKUS_IN_A_LINE)), "")
            yield from self._tables(told, -(-len(found) // _SKUS_IN_A_LINE), self._table_of_skus)
            return
        said = {
            "row": any(one.row is not None for one in found),
            "column": any(one.column for one in found),
            "value": any(map(self._rows.is_in_cell, found)),
            "use": any(one.suggestions for one in found),
            "message": True,
        }
        names = [name for name, is_said in said.items() if is_said]
        lines = map(self._rows.row, found)
        yield from self._tables(lines, len(found), partial(self._table_of_lines, names))

    def _table_of_skus(self, lines: Iterable[str]) -> Html:
        rows = (_row(element("td", mark_invisible(line))) for line in lines)
        return self._table([self._say("head.sku")], ["100%"], rows, "lines")

    def _table_of_lines(self, names: Sequence[str], lines: Iterable[FindingRow]) -> Html:
        rows = (_row(*(self._part(name, line) for name in names)) for line in lines)
        return self._table(self._heads(names), _widths(names), rows, "lines")

    def _heads(self, names: Iterable[str]) -> list[str]:
        return [self._say(f"head.{name}") for name in names]

    def _part(self, name: str, line: FindingRow) -> Html:
        """Return a line's cell under one of the heads."""
        match name:
            case "row":
                return element("td", "–" if line.row is None else str(line.row), class_="number")
            case "column":
                return _column(line.column, line.letter)
            case "value":
                return element("td", self._value(line.value) if line.letter else "", class_="value")
            case "use":
                return _suggestions(line.suggestions, line.grade)
        return element("td", mark_invisible(line.message), *self._asides(line))

    def _value(self, text: str) -> Html:
        return mark_invisible(text) if text else element("i", self._say("empty"), class_="quiet")

    def _asides(self, line: FindingRow) -> Iterator[Html]:
        if line.others:
            also = self._say("also-rows", count=line.others_count, rows=line.others)
            yield element("div", also, class_="aside")
        if context := line.context:
            yield element("div", mark_invisible(context), class_="aside")

    # -- what comes after the problems

    def _left(self) -> Iterator[Html]:
        count = len(self._document.left)
        yield join(
            element("h2", self._say("left"), id="left"), element("p", self._say("left.intro", count=count))
        )
        yield from self._tables(self._document.left, count, self._left_alone)

    def _left_alone(self, left: Iterable[tuple[Finding, str]]) -> Html:
        names = ("row", "column", "value", "message", "reason")
        lines = (self._left_line(names[:3], *one) for one in left)
        return self._table(self._heads(names), _widths(names), lines, "lines")

    def _left_line(self, names: Iterable[str], finding: Finding, reason: str) -> Html:
        line = self._rows.row(finding)
        return _row(
            *(self._part(name, line) for name in names),
            element("td", mark_invisible(line.message)),
            element("td", mark_invisible(reason)),
        )

    def _rows_changed(self) -> Iterator[Html]:
        corrections = self._document.corrections
        if corrections.rows_out:
            rows = ", ".join(
                str(first) if first == last else f"{first}–{last}"
                for first, last in find_ranges(corrections.rows_out)
            )
            count = len(corrections.rows_out)
            yield element("p", self._say("corrections.rows-out", count=count, rows=rows))
        if corrections.rows_in:
            yield element("p", self._say("corrections.rows-in", count=corrections.rows_in))

    def _corrections(self) -> Iterator[Html]:
        corrections, say = self._document.corrections, self._say
        yield join(
            element("h2", say("corrections"), id="corrections", class_="chapter" if self._is_long else ""),
            *self._rows_changed(),
            *self._damaged_parts(),
            element(
                "p",
                say("corrections.left" if corrections.findings_are_left else "corrections.before"),
                class_="quiet",
            ),
        )
        if corrections.cells:
            yield from self._tables(corrections.cells, len(corrections.cells), self._table_of_corrections)

    def _damaged_parts(self) -> Iterator[Html]:
        if parts := self._document.corrections.damaged_parts:
            yield element("p", self._say("damaged-parts", count=len(parts), names=", ".join(parts)))

    def _table_of_corrections(self, cells: Iterable[CellEdit]) -> Html:
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
        uncovered = say_uncovered(self._document, self._texts)
        also = [element("p", uncovered)] if uncovered else []
        needs = list(self._needs())
        if not needs:
            return join(heading, *(also or [element("p", self._say("not-checked.nothing"))]))
        table = self._table(self._heads(("missing", "would-tell")), ("46%", "54%"), needs, "contents")
        return join(heading, element("p", self._say("not-checked.intro")), table, *also)

    def _needs(self) -> Iterator[Html]:
        for missing, tells in describe_needs(self._document, self._texts):
            yield _row(element("td", missing), element("td", tells))

    def _foot(self) -> Html:
        moment = self._texts.moment(self._document.made)
        made_by = self._say("made-by", version=self._document.version, moment=moment)
        return join(element("p", self._say("legend"), class_="foot"), element("p", made_by, class_="foot"))

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


def _widths(names: Sequence[str]) -> list[str]:
    """Return the widths of columns, of which those that are there share what is left by the others."""
    whole = sum(_WIDTHS[name] for name in names)
    return [f"{100 * _WIDTHS[name] / whole:.0f}%" for name in names]


def _on_lines(pieces: Iterable[Html]) -> Iterator[Html]:
    """Yield the pieces, each further one on a line of its own."""
    for number, piece in enumerate(pieces):
        if number:
            yield element("br")
        yield piece


def _row(*cells: Html) -> Html:
    return join(element("tr", *cells), Html("\n"))


@lru_cache
def _column(name: str, letter: str) -> Html:
    return element("td", name or "–", element("span", f" {letter}", class_="quiet") if letter else "")


@lru_cache(maxsize=10_000)  # as many different ones as a long report has; 5 MB
def _suggestions(suggestions: Sequence[str], grade: str) -> Html:
    best = [element("b", mark_invisible(suggestions[0]))] if suggestions else []
    best += [element("span", f" ({grade})", class_="quiet")] if grade else []
    others = (element("span", " · ", mark_invisible(other), class_="quiet") for other in suggestions[1:])
    return element("td", *best, *others)
